"""People told of one by one: by a noun, by their nation alone, or by their names (`names.py`)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from detectors.bodies import counts_itself, of_bodies
from detectors.language import PRISON
from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.names import is_governed, is_one_of, is_source, is_teller, read_names
from detectors.parties import is_group
from detectors.people import BREAKS, KINDS, Group, is_of_trade, is_one, owns_ahead
from detectors.reading import COMMAS, Sentence
from detectors.types import Category
from detectors.uncounted import is_of_ages


def read_persons(sentence: Sentence, counted: Sequence[Group], *, opens: bool = False) -> list[Group]:
    """Everybody whom no number counts; `counted` are the groups that one does, `opens`: a name is the first word."""
    several = any(group.count > 1 and group.named and not group.part for group in counted)
    inside = {at for group in counted for at in range(group.start, group.end)}
    found = _by_noun(sentence, counted, inside, several=several)
    found += _lone(sentence, counted, inside)
    covered = inside.union(*(range(group.start, group.end) for group in found))
    names = read_names(sentence, covered, opens=opens)
    if not (found or names):
        return []
    found = [group for group in found if not any(is_one_of(group, each) for each in names)]
    names = of_bodies([name for name in names if not counts_itself(name, sentence)], counted, sentence)
    found = of_bodies(found, counted, sentence)
    rates = {mark.end for mark in sentence.of("count", "rate")}
    found = [group for group in found if rates.isdisjoint((group.start, group.start - 1))]  # "15 for each Israeli"
    told = found + [
        group for group in names if not several or is_governed(group, sentence) or _is_dead_with_others(group, counted)
    ]
    return [replace(one, part=True) if _is_among(one, counted, sentence) else one for one in told]


def _is_dead_with_others(one: Group, counted: Sequence[Group]) -> bool:
    """Whether somebody's body is told of beside those of others right behind: "of Itay Chen and two other hostages"."""
    return one.dead and any(each.dead and 0 < each.start - one.end <= _AMONG - 1 for each in counted)


def _by_noun(sentence: Sentence, counted: Sequence[Group], inside: set[int], *, several: bool) -> list[Group]:
    """Everybody whom a noun tells of, by itself or by its article; `inside` are the tokens of those counted."""
    singles = sentence.of("single")
    articles = [mark for mark in sentence.of("count", "article") if not is_of_ages(mark, sentence)]
    if not (singles or articles):
        return []
    bare = _joined(sentence, counted, inside) if singles else []
    taken = {at for group in counted for at in range(group.start - 1, group.end + 1)}
    taken -= {mark.start for mark in sentence.of("role", "and") if mark.start == mark.end} - inside  # وجثمان
    dead = _dead(sentence)
    free = [m for m in (*singles, *_by_article(articles, sentence)) if taken.isdisjoint(range(m.start, m.end))]
    alone = [m for m in free if not (m.key == "person" and m.start in dead)]
    nouns = [group for mark in alone if (group := _single(mark, sentence, alone=not several)) is not None]
    for each in (*_further(articles, sentence, counted, inside), *bare):
        if all(each.end != noun.end for noun in nouns):
            nouns.append(each)
    return nouns


def _dead(sentence: Sentence) -> set[int]:
    """Where whose body it is may be told: "body of the officer"."""
    return {at for mark in sentence.of("single", "body") for at in (mark.end, mark.end + 1)}


def _by_article(articles: Sequence[Mark], sentence: Sentence) -> Iterator[Mark]:
    """Nouns that may count several, each as a word for one person, where their article tells: "einen US-Soldaten"."""
    if not articles:
        return
    singles = {mark.start for mark in sentence.of("single")}
    nations = {mark.start: mark.end for mark in sentence.of("party") if mark.form == "national"}
    for article in articles:
        at = nations.get(article.end, article.end)
        heads = [mark for mark in sentence.starting(at, "people") if mark.key in KINDS and mark.key != "bodies"]
        if heads and at not in singles:
            head = max(heads, key=lambda mark: mark.end)
            yield Mark("single", "person", head.form, head.start, head.end)


def _is_among(one: Group, counted: Sequence[Group], sentence: Sentence) -> bool:
    """Whether somebody is one of those counted before: "five Lebanese, among them Samir Kuntar"."""
    low, _ = sentence.clause(one.start)
    marks = [m for m in sentence.of("count", "part") if low <= m.start < one.start and one.start - m.end <= _AMONG]
    return any(group.count > 1 and group.named and group.end <= mark.start for mark in marks for group in counted)


# So many words may stand between "among them" and who it is.
_AMONG = 4


def _further(
    articles: Sequence[Mark], sentence: Sentence, counted: Sequence[Group], taken: set[int]
) -> Iterator[Group]:
    """One person more, by an article, who goes along with others: "30 soldiers and a civilian", "also a child"."""
    if not articles or all(mark.key == "noun" for mark in sentence.moving):
        return
    ends = {group.end for group in counted if group.count > 1}
    for article in articles:
        low, _ = sentence.clause(article.start)
        joined = any(mark.end == article.start and mark.start in ends for mark in sentence.of("role", "and"))
        also = any(low <= mark.start and 0 <= article.start - mark.end <= 1 for mark in sentence.of("count", "also"))
        heads = [mark for mark in sentence.starting(article.end, "people") if mark.key in KINDS]
        if joined:  # "five nurses and a doctor", not "Ashoori, also a dual national"
            heads = heads or [mark for mark in sentence.starting(article.end, "single") if mark.key == "person"]
        head = max(heads, key=lambda mark: mark.end, default=None)
        if head is None or not (joined or also) or article.start in taken:
            continue
        if not (sentence.starting(head.end, "swap", "mode", "other", "people") or _is_of_deal(head, sentence)):
            yield Group(1, article.start, head.end, category=KINDS.get(head.key), named=True)


def _joined(sentence: Sentence, counted: Sequence[Group], inside: set[int]) -> list[Group]:
    """One person more where nouns bear no article: "п'ятьох чоловіків і жінку", "dwóch oficerów i sierżanta"."""
    if not sentence.language.one_endings or sentence.language.capital_nouns:
        return []
    ends = {group.end for group in counted if group.count > 1 and group.named}
    heads = [
        max(found, key=lambda mark: mark.end)
        for joint in sentence.of("role", "and")
        if joint.start in ends and joint.end not in inside
        if (found := [mark for mark in sentence.starting(joint.end, "single") if mark.key == "person"])
    ]
    told = [head for head in heads if not (sentence.starting(head.end, "said") or is_teller(head.end, sentence))]
    kinds = {(mark.start, mark.end): KINDS.get(mark.key) for mark in sentence.of("people", *KINDS)}
    return [Group(1, head.start, head.end, category=kinds.get((head.start, head.end)), named=True) for head in told]


def _lone(sentence: Sentence, counted: Sequence[Group], inside: set[int]) -> Iterator[Group]:
    """One person by the nation alone: "American freed in Syria", "two Austrians and a Dane"."""
    nations = [mark for mark in sentence.of("party") if mark.form == "national" and mark.start not in inside]
    if not nations:
        return
    dead, counted = _dead(sentence), [group for group in counted if group.nation is not None]
    nations = [mark for mark in nations if mark.start not in dead]
    verbs = {m.start for kind in ("release", "return", "swap") for m in sentence.of(kind, "done")}
    verbs |= {m.start for m in sentence.of("held", "taken", "by")}
    ahead = sentence.language.owner_ahead
    moved = any(mark.key != "noun" for mark in sentence.moving)
    for mark in nations:
        freed = ahead and mark.end in verbs and not sentence.word(mark.end - 1).endswith(_MANY)
        beside = sentence.title and any(_beside(mark, group.start, sentence) for group in counted)
        listed = moved or any(group.count > 1 and _ends_list(mark, group.end, sentence) for group in counted)
        if freed or (moved and beside) or (listed and is_one(mark, sentence) and _ends_there(mark, sentence)):
            yield Group(1, mark.start, mark.end, nation=mark.key, named=True, single=True)


def _beside(mark: Mark, start: int, sentence: Sentence) -> bool:
    """Whether a headline names one person in one breath with a counted group: "Dane and two Austrians freed"."""
    joined = any(joint.start == mark.end and joint.end == start for joint in sentence.of("role", "and"))
    return joined and mark.start == sentence.start and not sentence.word(mark.end - 1).endswith(_MANY)


def _ends_list(mark: Mark, end: int, sentence: Sentence) -> bool:
    """Whether an "and" or a comma and an article join somebody to people counted: "they are ten Thais and a Dane"."""
    joints = {joint.end for joint in sentence.of("role", "and") if joint.start == end}
    joints |= {end + 1} if end in sentence.commas else set()
    return any(one.start in joints and one.end == mark.start for one in sentence.of("count", "article"))


def _ends_there(mark: Mark, sentence: Sentence) -> bool:
    """Whether nothing follows that the word might describe: "a Dane and …", not "a Danish ship"."""
    if sentence.language.capital_nouns and mark.start > sentence.start and sentence.is_capital(mark.start):
        return True  # a noun itself
    behind = sentence.word(mark.end)
    if behind == "-":  # "a rebel-held town", not "two Swiss, a Dane - all were freed"
        return sentence.tokens.ends[mark.end - 1] < sentence.tokens.begins[mark.end]
    dated = any(0 <= date.start - mark.end <= 1 for date in sentence.dates)  # "a Dane on Friday"
    keys = {each.key for each in sentence.starting(mark.end, *_PARTING)} - {"article"}
    marked = bool(keys) and "captivity" not in keys  # not "a Russian An-148", "a Syrian prison"
    return not behind or behind in BREAKS or dated or marked


_PARTING = ("role", "count", "time", "weekday", "held", "said", "mode", *MOVES)


# Names of nations that count several ("Americans") or may ("British", "Chinese").
_MANY = ("s", "sh", "ch", "ese")


def _single(mark: Mark, sentence: Sentence, *, alone: bool) -> Group | None:
    """One body, one person whose nation stands beside the noun ("an Iranian diplomat"), or one alone who is freed."""
    body = mark.key == "body"
    several = any(many.end == mark.start for many in sentence.of("count", "vague"))  # "onlarca asker", "ده‌ها اسیر"
    several = several or _are_several(mark, sentence)
    if several or sentence.word(mark.end) == "-" or _is_movement(mark, sentence):
        return None
    taken = [*sentence.of("held", "taken"), *sentence.of("other", "kidnap")]
    captured = any(mark.start == held.end or held.start == mark.end for held in taken)
    captured = captured or _is_captive(mark, sentence)
    nation = next(
        (
            p.key
            for p in sentence.of("party")
            if (p.form == "national" and p.start <= mark.start < mark.end <= p.end)  # one form, громадянин США
            or (p.form == "national" and mark.start <= p.start < p.end <= mark.end)  # humanitaire américain
            or (p.start == mark.end and (p.form == "national" or sentence.language.inflected))
            or (p.start == mark.end + 1 and any(of.start == mark.end for of in sentence.of("role", "of")))
            or (p.end == mark.start and (_is_of_people(p, sentence) or sentence.stretch > 1))
            or (p.end == mark.start - 1 and is_of_trade(p.end, sentence) and _is_of_people(p, sentence))
        ),
        None,
    )
    imprisoned = any(party.form == PRISON for party in sentence.ending(mark.start, "party"))
    told = body or captured or imprisoned or nation is not None or _is_price(mark, sentence)
    if not (told or (alone and _is_moved(mark, sentence))) or _is_of_deal(mark, sentence):
        return None
    # "officer says", "the lawmaker Petr Novák says", "according to the lawmaker"
    tells = sentence.starting(mark.end, "said") or is_teller(mark.end, sentence) or is_source(mark.start, sentence)
    if tells and not (body or captured):
        return None
    civilian = any(head.end == mark.end and head.key == "civilians" for head in sentence.starting(mark.start, "people"))
    category = Category.BODIES if body else Category.CIVILIANS if civilian else None
    return Group(1, mark.start, mark.end, category=category, nation=nation, named=True, single=True)


def _is_of_people(party: Mark, sentence: Sentence) -> bool:
    """Whether it can tell whose people are told of behind it: an adjective, or a name by its place or its case.

    "US hostage", Lithuanian "Rusijos šnipas".
    """
    endings = sentence.language.owner_endings
    in_case = party.form == "name" and sentence.word(party.end - 1).endswith(endings)
    return party.form == "national" or owns_ahead(party, sentence) or in_case


def _are_several(mark: Mark, sentence: Sentence) -> bool:
    """Whether a nation's adjective tells that a noun is of several: "indische Fischer", not "der indische Fischer"."""
    language = sentence.language
    alike = mark.end - mark.start == 1 and sentence.word(mark.start).endswith(language.alike_endings)
    if not (alike and sentence.word(mark.start - 1).endswith(language.several_endings)):
        return False
    nations = [nation.start for nation in sentence.ending(mark.start, "party") if nation.form == "national"]
    return bool(nations) and not any(role.key == "genitive" for at in nations for role in sentence.ending(at, "role"))


def _is_movement(mark: Mark, sentence: Sentence) -> bool:
    """Whether the word is part of an armed group's name whose people are told of: "members of the FARC guerrilla"."""
    groups = {party.end: party.start for party in sentence.of("party") if is_group(party.key)}
    start = groups.get(mark.start)
    if start is None:
        return False
    of = {mark.end: mark.start for mark in sentence.of("role", "of")}
    near = (start, start - 1, start - 2)  # "of the former FARC guerrilla"; "members of the" may be one form
    return any(sentence.ending(of.get(at, at), "people") for at in near)


def _is_captive(mark: Mark, sentence: Sentence) -> bool:
    """Whether a word for a battlefield's loss tells of somebody living: "a captured officer", no bodies beside him."""
    lost = any(held.end == mark.start for held in sentence.of("held", "lost"))
    return lost and not sentence.has("people", "bodies")


def _is_of_deal(mark: Mark, sentence: Sentence) -> bool:
    """Whether the word is only part of one for an exchange or a deal: "a prisoner swap", "a general ceasefire"."""
    if any(noun.key == "deal" for noun in sentence.starting(mark.end, "mode")):
        return True
    return any(move.start <= mark.start < move.end for move in sentence.moving if move.key in {"noun", "headline"})


def _is_price(mark: Mark, sentence: Sentence) -> bool:
    """Whether others move for this one person: "let him go for a diplomat"."""
    behind = any(0 <= mark.start - each.end <= 1 for each in sentence.of("count", "for"))
    return behind and any(move.key != "noun" for move in sentence.moving)


def _is_moved(mark: Mark, sentence: Sentence) -> bool:
    """Whether somebody whose nation nobody names is freed at the top of the news ("Hamas releases soldier")."""
    if sentence.order > 1:
        return False
    articles = [one.end for one in sentence.of("count", "article")]
    known = not any(0 <= mark.start - end <= 1 for end in articles)  # not "Ashoori, also a dual national, who …"
    reach, end = _MOVED * sentence.stretch, _behind_aside(mark.end, sentence) if known else mark.end
    moves = sentence.moving
    return any(0 <= max(mark.start - move.end, move.start - end) <= reach for move in moves)


def _behind_aside(at: int, sentence: Sentence) -> int:
    """Where a sentence goes on behind a word and the "who" clause set off from it: "the pilot, who …, is let go"."""
    opens = sentence.word(at) in COMMAS and any(mark.key == "relative" for mark in sentence.starting(at + 1, "role"))
    return next((comma + 1 for comma in sentence.commas if comma > at), at) if opens else at


# How far from the verb that frees somebody the word for that person may stand.
_MOVED = 5
