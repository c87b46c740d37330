"""The core loop: an article is read, its news decided on, its figures gathered, with a reason for the verdict."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from detectors import details
from detectors.actors import read_actors
from detectors.attribution import attributed
from detectors.bartered import bartered, may_barter
from detectors.between import among, swapping
from detectors.camps import camps, pair_of
from detectors.categories import living_of
from detectors.chosen import choose
from detectors.duals import of_one_nation
from detectors.encoder import Context, heard
from detectors.event_date import event_date
from detectors.given import given_back, given_to
from detectors.goals import sent_apart
from detectors.groups import read_groups
from detectors.halves import by_side
from detectors.identify import language_of
from detectors.individuals import is_form_of, known_by_all
from detectors.lands import placed
from detectors.language import Language, load
from detectors.mediators import mediators
from detectors.mentions import mentions, others
from detectors.names import name_words
from detectors.options import Common
from detectors.parties import NOBODY, camp
from detectors.people import CAPTIVES, Group
from detectors.peoples import acting
from detectors.reading import Sentence, day_of, marked, may_move, read, sentences_of
from detectors.sequence import row_of
from detectors.sides import Reading
from detectors.stages import status_of, statuses
from detectors.status import read_moves
from detectors.text import MAX_TEXT, fold, readable
from detectors.transfers import reads, sides_meant
from detectors.types import Article, Category, Detection, Kind, Report, Status, Transfer
from detectors.unnumbered import EARLY, unnumbered
from detectors.verdict import DOUBTFUL, HEARD, Verdict, judge, odds_of, signals


def detect(article: Article) -> Detection:
    """What the article reports, with the reason."""
    code = language_of(article)
    if code is None:
        return Detection(article_id=article.id, is_report=False, lang=None, reason="no exchange")
    return detect_in(article, load(code))


def may_report(article: Article) -> bool:
    """Whether the prefilter passes the article."""
    code = language_of(article)
    return code is not None and load(code).prefilter.passes(joined(article))


def detect_in(article: Article, language: Language) -> Detection:
    """What an article in this language reports."""
    if not language.prefilter.passes(joined(article)):
        return Detection(article_id=article.id, is_report=False, lang=language.code, reason="no exchange")
    published = day_of(article.published)
    texts = marked(article, language)
    sentences = sentences_of(texts, language, published) if may_move(texts) else ()
    if not any(sentence.moving or may_barter(sentence) for sentence in sentences):  # what else they say tells nothing
        return Detection(article_id=article.id, is_report=False, lang=language.code, reason="no exchange")
    readings = understood(sentences, published)
    found = signals(readings, published)
    odds = odds_of(found)
    verdict = judge(found, odds)
    speaks_of, may_tell = others(readings), odds >= DOUBTFUL
    if not (speaks_of or may_tell):
        return Detection(article_id=article.id, is_report=False, lang=language.code, reason=verdict.reason)
    helpers = mediators(readings)
    common = Common(camps(readings, helpers))
    told: tuple[Report, ...] = ()
    if may_tell:
        context = heard(row_of(readings, common.sides, published))
        verdict = judge(found, (1 - HEARD) * odds + HEARD * context.news())
        told = (_report(readings, found, verdict, published, helpers, common, context),)
    reports, doubtful = (told, ()) if verdict.is_report else ((), told)
    return Detection(
        article_id=article.id,
        is_report=verdict.is_report,
        lang=language.code,
        reason=f"{reports[0].status} exchange" if reports else verdict.reason,
        reports=reports,
        mentions=mentions(speaks_of, common, living_of(readings), reports),
        doubtful=doubtful,
    )


def joined(article: Article) -> str:
    """All that the article says, as the prefilter reads it."""
    return fold(readable("\n".join((article.title, article.summary, article.text[:MAX_TEXT]))))


def read_all(article: Article, language: Language) -> list[Reading]:
    """Every sentence with its actors, groups and movements."""
    return understood(read(article, language), day_of(article.published))


def understood(sentences: Iterable[Sentence], published: date | None) -> list[Reading]:
    """The sentences of an article of that day, each with its actors, groups and movements."""
    out: list[Reading] = []
    recap = False
    first: Group | None = None
    for sentence in sentences:
        looks_back = any(mark.start - sentence.start <= _OPENING for mark in sentence.of("time", "recap"))
        recap = (recap or looks_back) and not any(mention.relative for mention in sentence.dates)
        actors = tuple(placed(read_actors(sentence), sentence))
        groups = tuple(sent_apart(read_groups(sentence, first), actors))
        first = first or next((g for g in groups if g.named and not g.single and not g.part and g.count > 1), None)
        told = [*read_moves(sentence, published), *bartered(groups, sentence)]
        actors = tuple(given_to(acting(actors, groups, told, sentence), groups, told, sentence))
        moves = tuple(given_back(told, actors, groups, sentence))
        out.append(Reading(sentence, actors, groups, moves, recap=recap and not looks_back))
    return by_side(_dead_elsewhere(known_by_all(_known_by_name(of_one_nation(_opened_by_name(out))))))


def _opened_by_name(readings: list[Reading]) -> list[Reading]:
    """The readings; a title's first word, capital in any case, is a name where the text has it as one."""
    title = readings[0] if readings and readings[0].sentence.title else None
    if title is None or not title.sentence.is_capital(title.sentence.start):
        return readings
    sentence = title.sentence
    if sentence.starting(sentence.start) or any(group.start == sentence.start for group in title.groups):
        return readings
    names = {word for r in readings[1:] for g in r.groups if g.name for word in name_words(g, r.sentence)}
    if not any(is_form_of(sentence.word(sentence.start), name) for name in names):
        return readings
    groups = tuple(sent_apart(read_groups(sentence, opens=True), title.actors))
    return [replace(title, groups=groups), *readings[1:]]


def _known_by_name(readings: list[Reading]) -> list[Reading]:
    """The readings, each person named with the nation that any sentence tells: "Griner" is "the American Griner"."""
    nations: dict[str, str] = {}
    for reading in readings:
        for group in reading.groups:
            if group.name and group.nation is not None:
                for word in name_words(group, reading.sentence):
                    nations.setdefault(word, group.nation)
    if not nations:
        return readings

    def known(group: Group, reading: Reading) -> Group:
        if not group.name or group.nation is not None:
            return group
        told = {nations[word] for word in name_words(group, reading.sentence) & nations.keys()}
        return replace(group, nation=told.pop()) if len(told) == 1 else group

    told = [(each, tuple(known(group, each) for group in each.groups)) for each in readings]
    return [each if groups == each.groups else replace(each, groups=groups) for each, groups in told]


def _dead_elsewhere(readings: list[Reading]) -> list[Reading]:
    """The readings, people dead where bodies of their number are told and no captives: "1,212 soldiers come home".

    A few may be as many by chance: those told of as back from captivity, or earlier, or as some of others, are alive.
    """
    told = [(group, reading) for reading in readings for group in reading.groups if group.count > 1]
    dead = {group.count for group, _ in told if group.dead}
    if not dead:
        return readings
    living = [(group, reading) for group, reading in told if group.count in dead and not group.dead]
    buried = dead - {group.count for group, reading in living if _are_captives(group, reading)}

    def known(group: Group, reading: Reading) -> Group:
        taken = group.count in buried and not (group.dead or group.each or group.part)
        taken = taken and not (group.count < _CHANCE and _are_others(group, reading))
        return replace(group, category=Category.BODIES) if taken else group

    if not buried:
        return readings
    named = [(each, tuple([known(group, each) for group in each.groups])) for each in readings]
    return [each if groups == each.groups else replace(each, groups=groups) for each, groups in named]


def _are_others(group: Group, reading: Reading) -> bool:
    """Whether people as many as the dead are told of otherwise: "three pilots back from captivity", "3 of 45"."""
    summed = any(each.summed and each.start <= group.start < each.end for each in reading.groups)
    # "eight women and the bodies of eight soldiers"; soldiers beside as many coffins may lie in them
    soldiers = group.category is Category.PRISONERS_OF_WAR
    beside = not soldiers and any(each.dead and each.count == group.count for each in reading.groups)
    return summed or beside or reading.recap or reading.sentence.has("held", "captivity")


# Fewer than so many may well be as many as the dead by chance.
_CHANCE = 10


def _are_captives(group: Group, reading: Reading) -> bool:
    """Whether words among those for the group say that somebody holds them."""
    return any(group.start <= mark.start < group.end for mark in reading.sentence.of("people", *CAPTIVES))


# A word of recall among the first words of a sentence ("Earlier, …", "Напомним, …") opens the look back.
_OPENING = 3


def _report(
    readings: Sequence[Reading],
    found: Mapping[str, float],
    verdict: Verdict,
    published: date | None,
    helpers: Sequence[str],
    common: Common,
    context: Context,
) -> Report:
    sides = common.sides
    status = status_of(statuses(readings, found, published), context.statuses())
    weighed = reads(readings, common, context)
    figures = choose(weighed, sides, living_of(readings), day=published)
    pair = tuple(sides[side].holder for side in sides_meant(weighed) if side != NOBODY) or pair_of(sides)
    if status is Status.ANNOUNCED:
        figures = [replace(transfer, planned=True) for transfer in figures]
    transfers = tuple(attributed(transfer, readings) for transfer in figures)
    transfers += unnumbered(readings, pair, transfers, planned=status is Status.ANNOUNCED)
    named = [party for t in transfers for party in (*t.released_by, *t.returned_to)]
    parties = tuple(dict.fromkeys(named)) or pair
    two = swapping(readings[:EARLY])
    if not set(map(camp, parties)).isdisjoint(map(camp, two)):
        known = set(map(camp, (*parties, *helpers)))
        strangers = (party for each in readings[:EARLY] for group in each.groups for party in among(group, each))
        parties += tuple(party for party in (*two, *dict.fromkeys(strangers)) if camp(party) not in known)
    return Report(
        status=status,
        kind=kind_of(transfers, readings),
        confidence=math.floor(verdict.confidence * 1000) / 1000,  # down, or what is rather none would look like one
        parties=parties,
        transfers=transfers,
        mediators=tuple(party for party in helpers if camp(party) not in set(map(camp, parties))),
        event_date=event_date(readings, published, announced=status is Status.ANNOUNCED),
        place=details.place(readings, {*parties, *pair, *helpers}),
        ordinal=details.ordinal(readings),
        running_totals=details.running_totals(readings, transfers),
        agreement=details.agreement(readings),
        evidence=details.evidence(readings),
    )


def kind_of(transfers: Sequence[Transfer], readings: Sequence[Reading]) -> Kind:
    """Whether the living, the dead or both went home."""
    bodies = [transfer.category is Category.BODIES for transfer in transfers]
    if not bodies:
        early = readings[:EARLY]
        return Kind.BODIES if any(r.sentence.has("people", "bodies") for r in early) else Kind.EXCHANGE
    return Kind.BODIES if all(bodies) else Kind.BOTH if any(bodies) else Kind.EXCHANGE
