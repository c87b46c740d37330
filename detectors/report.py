"""The core loop: an article is read, its news decided on, its figures gathered, with a reason for the verdict."""

from collections.abc import Sequence
from dataclasses import replace

from detectors import details
from detectors import language as languages
from detectors.attribution import confirmers, speakers
from detectors.groups import read_groups
from detectors.language import Language
from detectors.mentions import mentions
from detectors.parties import read_actors
from detectors.reading import day_of, read
from detectors.sides import Reading, Sides, sides_of
from detectors.status import Mode, read_moves
from detectors.text import MAX_TEXT, fold
from detectors.transfers import candidates, choose
from detectors.types import Article, Category, Detection, Kind, Report, Status, Transfer
from detectors.verdict import Verdict, judge

_EARLY = 4


def detect(article: Article) -> Detection:
    """What the article reports, with the reason."""
    code = languages.choose(article)
    if code is None:
        return Detection(article_id=article.id, is_report=False, lang=None, reason="no exchange")
    return detect_in(article, languages.load(code))


def detect_in(article: Article, language: Language) -> Detection:
    """What an article in this language reports."""
    if not language.prefilter.passes(_joined(article)):
        return Detection(article_id=article.id, is_report=False, lang=language.code, reason="no exchange")
    readings = read_all(article, language)
    verdict = judge(readings)
    reports = (_report(readings, verdict),) if verdict.is_report else ()
    return Detection(
        article_id=article.id,
        is_report=verdict.is_report,
        lang=language.code,
        reason=f"{reports[0].status} exchange" if reports else verdict.reason,
        reports=reports,
        mentions=mentions(readings, reports),
    )


def _joined(article: Article) -> str:
    return fold("\n".join((article.title, article.summary, article.text[:MAX_TEXT])))


def read_all(article: Article, language: Language) -> list[Reading]:
    """Every sentence with its actors, groups and movements."""
    published = day_of(article.published)
    out: list[Reading] = []
    recap = False
    for sentence in read(article, language):
        looks_back = any(mark.start - sentence.start <= _OPENING for mark in sentence.of("time", "recap"))
        recap = (recap or looks_back) and not any(mention.relative for mention in sentence.dates)
        actors, groups = tuple(read_actors(sentence)), tuple(read_groups(sentence))
        moves = tuple(read_moves(sentence, published))
        out.append(Reading(sentence, actors, groups, moves, recap=recap and not looks_back))
    return out


# A word of recall among the first words of a sentence ("Earlier, …", "Напомним, …") opens the look back.
_OPENING = 3


def _report(readings: Sequence[Reading], verdict: Verdict) -> Report:
    sides = sides_of(readings)
    status = status_of(readings)
    transfers = tuple(
        replace(transfer, planned=status is Status.ANNOUNCED) for transfer in choose(candidates(readings, sides), sides)
    )
    transfers = tuple(_attributed(transfer, readings) for transfer in transfers)
    transfers += _uncounted(readings, sides, transfers, status)
    return Report(
        status=status,
        kind=kind_of(transfers, readings),
        confidence=round(verdict.confidence, 3),
        parties=_parties(transfers, sides),
        transfers=transfers,
        mediators=sides.mediators,
        event_date=details.event_date(readings, announced=status is Status.ANNOUNCED),
        place=details.place(readings, sides, transfers),
        ordinal=details.ordinal(readings),
        running_totals=details.running_totals(readings, transfers),
        agreement=details.agreement(readings),
        evidence=details.evidence(readings),
    )


def _parties(transfers: Sequence[Transfer], sides: Sides) -> tuple[str, ...]:
    named = [party for t in transfers for party in (*t.released_by, *t.returned_to)]
    return tuple(dict.fromkeys(named)) or sides.pair


def status_of(readings: Sequence[Reading]) -> Status:
    """Completed where title or lead tell of a finished movement, ongoing where one is under way, else announced."""
    early = [move for reading in readings[:_EARLY] for move in reading.moves if not move.aside]
    if any(move.told and move.mode is Mode.DONE for move in early):
        return Status.COMPLETED
    if any(move.told for move in early):
        return Status.ONGOING
    if any(move.mode is Mode.AGREED for move in early):
        return Status.ANNOUNCED
    return Status.COMPLETED


def kind_of(transfers: Sequence[Transfer], readings: Sequence[Reading]) -> Kind:
    """Whether the living, the dead or both went home."""
    bodies = [transfer.category is Category.BODIES for transfer in transfers]
    if not bodies:
        early = readings[:_EARLY]
        return Kind.BODIES if any(r.sentence.has("people", "bodies") for r in early) else Kind.EXCHANGE
    return Kind.BODIES if all(bodies) else Kind.BOTH if any(bodies) else Kind.EXCHANGE


def _attributed(transfer: Transfer, readings: Sequence[Reading]) -> Transfer:
    """The transfer with whoever its sentence quotes, else whom the sentences before it quote."""
    span = transfer.evidence[0]
    at = next(
        (i for i, r in enumerate(readings) if r.sentence.passage.field == span.field and _holds(r, span.start)), 0
    )
    confirmed = confirmers(readings[at])
    for back in range(at, max(-1, at - _QUOTED_BEFORE), -1):
        voices = [voice for voice in speakers(readings[back]) if back != at or voice.party not in confirmed]
        if voices:
            break
    return replace(transfer, claimed_by=tuple(voice.name for voice in voices), confirmed_by=confirmed)


# How many sentences an attribution reaches on ("…, according to the ministry. …").
_QUOTED_BEFORE = 3


def _holds(reading: Reading, position: int) -> bool:
    sentence = reading.sentence
    span = sentence.span(sentence.start, sentence.end, "")
    return span.start <= position < span.end


def _uncounted(
    readings: Sequence[Reading], sides: Sides, transfers: Sequence[Transfer], status: Status
) -> tuple[Transfer, ...]:
    """Both directions without a figure, where an exchange of people or bodies is told and no number is."""
    told = [
        r for r in readings[:_EARLY] if any(m.kind == "swap" and (m.told or m.mode is Mode.AGREED) for m in r.moves)
    ]
    living = any(r.sentence.has("people", *_LIVING) for r in told)
    dead = any(r.sentence.has("people", "bodies") for r in told) and not living
    if len(sides.pair) < 2 or not (living or dead) or any((t.category is Category.BODIES) == dead for t in transfers):
        return ()
    one, other = sides.pair
    war = any(r.sentence.has("people", "prisoners_of_war", "soldiers") for r in told)
    category = Category.BODIES if dead else Category.PRISONERS_OF_WAR if war else Category.PRISONERS
    planned = status is Status.ANNOUNCED
    return tuple(
        Transfer(released_by=(giver,), returned_to=(receiver,), category=category, planned=planned)
        for giver, receiver in ((one, other), (other, one))
    )


_LIVING = ("prisoners_of_war", "prisoners", "hostages", "soldiers")
