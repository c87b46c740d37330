"""People whom the news calls by name: "Griner for Bout", "Floderus and Azizi"."""

from collections.abc import Sequence

from detectors.capitals import is_shouted
from detectors.language import PRISON
from detectors.lexicon import Mark
from detectors.parties import is_group
from detectors.people import BREAKS, Group, owns_ahead
from detectors.places import places_of
from detectors.reading import COMMAS, Sentence
from detectors.runs import behind_who, name_runs
from detectors.tables import LAND

# Names of people who are told of by name stand at the top of the news.
_NAMED_UNTIL = 3


def read_names(sentence: Sentence, taken: set[int], *, opens: bool = False) -> list[Group]:
    """People whom the news calls by name ("Griner for Bout"): capitalised words that nothing else is known of.

    Further down only those who are plainly given up: the way back of one person for another mostly stands there.
    """
    far = sentence.order > _NAMED_UNTIL
    if far and not _gives_up(sentence):
        return []
    opening = [mark for mark in sentence.starting(sentence.start) if mark in sentence.moving]  # "Liberado Luis Díaz"
    marks = (*opening, *(mark for mark in sentence.marks if mark.group in _CAPITALISED))
    known = {at for mark in marks for at in range(mark.start, mark.end)} | taken
    runs = name_runs(sentence, known, opens=opens)
    if not runs or is_shouted(sentence):
        return []
    leaders = {at for mark in sentence.of("party") if mark.form not in _FORMS for at in (mark.start, mark.end)}
    places = places_of(runs, sentence)
    topic = sentence.start if opens else _topic(sentence)
    runs = [
        run
        for run in runs
        if not (run[0] < topic or run in places or leaders.intersection(run) or _speaks(*run, sentence))
    ]
    if not runs:
        return []
    people = (
        part
        for part in _enumerated(runs, sentence)
        if (opens and part[0][0] == sentence.start)
        or any(end - start > 1 or _stands_out((start, end), sentence) for start, end in part)
    )
    starts = [*(start for start, _ in runs), *taken]
    found = [
        Group(
            len(part),
            part[0][0],
            part[-1][1],
            nation=_nation_beside(part[0][0], part[-1][1], sentence, starts),
            named=True,
            single=True,
            name=True,
        )
        for part in people
    ]
    return [each for each in found if _is_given_up(each, sentence)] if far else found


def _topic(sentence: Sentence) -> int:
    """Where a sentence goes on behind what it opens with: "Haut-Karabakh : …" is where, "Novák: …" who says it.

    It opens with its people where it tells what became of them: "Griner for Bout: two states swap prisoners".
    """
    top = sentence.tokens.words[sentence.start : min(sentence.start + _TITLE, sentence.end)]
    colon = sentence.start + top.index(":") if ":" in top else None
    told = [*sentence.of("count", "for"), *sentence.moving]
    return sentence.start if colon is None or any(mark.start < colon for mark in told) else colon


def _gives_up(sentence: Sentence) -> bool:
    """Whether any verb tells that somebody was let go, got back or exchanged, or bodies are told of."""
    told = any(mark.group != "return" and mark.key in _TOLD for mark in sentence.moving)
    return told or sentence.has("people", "bodies")


def _is_given_up(group: Group, sentence: Sentence) -> bool:
    """Whether a verb that lets people go, gets or swaps them stands right beside the name, or "the bodies of"."""
    verbs = (mark for mark in sentence.moving if mark.group != "return" and mark.key in _TOLD)
    beside = any(max(group.start - mark.end, mark.start - group.end) <= _GOVERNED for mark in verbs)
    bodies = sentence.of("people", "bodies")
    return beside or any(0 <= group.start - mark.end <= 1 for mark in bodies)


_TOLD = frozenset({"done", "headline", "present"})


def _speaks(start: int, end: int, sentence: Sentence) -> bool:
    """Whether somebody called by name only tells the news: "the minister Petr Novák said"."""
    apposed = sentence.word(start - 1) in COMMAS and sentence.word(end) in COMMAS  # "the president, Petr Novák,"
    before = (start, start - 1) if apposed else (start,)
    office = any(mark.key not in {"officials", "organ"} for at in before for mark in sentence.ending(at, "speaker"))
    ranked = start
    while (rank := next((m.start for m in sentence.ending(ranked, "single", "people")), None)) is not None:
        ranked = rank  # "said Lieutenant Colonel Fahad Mahmud"
    tells = sentence.ending(ranked, "said") or sentence.starting(end + apposed, "said")
    return office or bool(tells) or is_teller(end, sentence) or is_source(start, sentence)


def is_teller(end: int, sentence: Sentence) -> bool:
    """Whether whoever is named before the token tells the news, told of what or who he is: "X of United Russia told".

    So is "X, an adviser to the president, said on Friday", not "… freed X, a former marine, said Biden".
    """
    at, until = end, min(sentence.end, end + _TOLD_WHO)
    while at < until and (sentence.is_capital(at) or any(m.key == "of" for m in sentence.starting(at, "role"))):
        at += 1
    if at > end and sentence.starting(at, "said"):
        return True
    if sentence.word(end) not in COMMAS:
        return False
    last = next((i for i in range(end + 1, until) if sentence.word(i) in COMMAS), None)
    verbs = [mark.start for mark in sentence.moving]
    if last is None or any(end < verb < last for verb in verbs):
        return False
    return any(
        not sentence.is_capital(said.end) or sentence.starting(said.end, "weekday", "month")
        for said in sentence.starting(last + 1, "said")
    )


# So many words may tell who somebody is between the name and the verb of speaking.
_TOLD_WHO = 14


def is_source(start: int, sentence: Sentence) -> bool:
    """Whether "according to" stands before the name and who that is: "according to the deputy Petr Novák"."""
    swaps = {mark.start for mark in sentence.of("count", "for")}  # Italian "per il" is either
    verbs = {mark.start for mark in sentence.moving}
    return any(
        0 <= start - mark.end <= _TITLE
        and mark.start not in swaps
        and verbs.isdisjoint(range(mark.end, start))
        and not any(sentence.word(at) in BREAKS for at in range(mark.end, start))
        for mark in sentence.of("said", "according")
    )


def is_one_of(single: Group, names: Group) -> bool:
    """Whether a noun only tells who one of several is that are called by name."""
    return names.count > 1 and names.start - _NATION_REACH <= single.start and single.end <= names.end


def is_governed(group: Group, sentence: Sentence) -> bool:
    """Whether somebody called by name is plainly one who is freed, beside whoever is counted: "frees Saab for ten"."""
    near = (max(group.start - mark.end, mark.start - group.end) <= _GOVERNED for mark in _verbs(sentence))
    nouns = (mark for mark in sentence.moving if mark.key == "noun")  # "the return of Alex Saab"
    return (
        any(near)
        or any(0 <= group.start - mark.end <= 1 for mark in sentence.of("count", "for"))
        or any(0 <= group.start - mark.end <= _GOVERNED - 1 for mark in nouns)
    )


def _verbs(sentence: Sentence) -> list[Mark]:
    return [mark for mark in sentence.moving if mark.key != "noun"]


# How far from its verb the name of somebody beside a counted group may stand.
_GOVERNED = 3


def name_words(group: Group, sentence: Sentence) -> set[str]:
    """The words of a group of names, by which another sentence may tell of the same people."""
    return {sentence.word(at) for at in range(group.start, group.end) if len(sentence.word(at)) > _INITIAL}


_INITIAL = 2


def _enumerated(runs: list[tuple[int, int]], sentence: Sentence) -> list[list[tuple[int, int]]]:
    """The names in groups: "Floderus and Azizi" are two people who go the same way."""
    out: list[list[tuple[int, int]]] = []
    for run in runs:
        if out and _is_joined(*out[-1][-1], run[0], sentence):
            out[-1].append(run)
        else:
            out.append([run])
    return out


def _is_joined(begin: int, end: int, start: int, sentence: Sentence) -> bool:
    """Whether two of whom one is told at `begin` to `end` and the other from `start` on are told in one breath.

    So are "Floderus and Azizi", "Whelan, Kurmasheva" and "Gershkovich and the former marine Whelan"; so they are
    behind an age and who the first one is: "Floderus, 33, and Azizi", "Floderus, a diplomat, and Azizi".
    """
    joints = {mark.start: mark.end for mark in sentence.of("role", "and")}
    end = behind_who(end, start, sentence)
    at = end + 1 if sentence.word(end) in COMMAS else end
    if at == start:
        return at > end
    behind = joints.get(at)
    if behind is None or not behind <= start <= behind + _TITLE * sentence.stretch:
        return False
    inside = [mark for mark in sentence.marks if behind <= mark.start < start]
    told = any(mark.group == "single" or (mark.group, mark.form) == ("party", "national") for mark in inside)
    return (
        (told or behind == start)
        and not _are_swapped(begin, inside, sentence)
        and not any(
            mark.group in _PARTS_NAMES or (mark.group, mark.key) in _TURNS or (mark.group, mark.form) in _SUBJECTS
            for mark in inside
        )
    )


def _are_swapped(begin: int, inside: Sequence[Mark], sentence: Sentence) -> bool:
    """Whether two of different nations go each his way: "swapped the American Griner and the Russian Bout"."""
    if not sentence.has("swap", "done", "headline"):
        return False
    theirs = {mark.key for mark in inside if (mark.group, mark.form) == ("party", "national")}
    before = [mark.key for mark in sentence.of("party") if 0 <= begin - mark.end <= _TITLE]
    return bool(theirs and before) and before[-1] not in theirs


# So many words may tell who somebody is before the name ("the former marine Paul Whelan").
_TITLE = 5
_PARTS_NAMES = frozenset({"swap", "release", "receive", "return", "said", "held", "number"})
# Behind these somebody goes the other way: "Moscow freed the American Reed and Washington the Russian Yaroshenko".
_TURNS = frozenset({("count", "for"), ("count", "in_return"), ("count", "in_turn")})
_SUBJECTS = frozenset({("party", "name"), ("party", "to"), ("party", "from")})


def _stands_out(run: tuple[int, int], sentence: Sentence) -> bool:
    """Whether one capitalised word alone is a person's: in a headline, or beside a word for a nation."""
    if sentence.language.capital_nouns:  # "Franzose Grondeau", not "armenische Truppen"
        whose = (*sentence.of("single"), *(mark for mark in sentence.of("party") if mark.form == "national"))
        return any(mark.end == run[0] and sentence.is_capital(mark.start) for mark in whose)
    first = sentence.start + (sentence.word(sentence.start) in BREAKS)  # behind an opening quotation mark
    whole = sentence.title and not _are_called(run[1], sentence)
    return run[0] > first and (whole or _nation_beside(*run, sentence) is not None)


def _are_called(at: int, sentence: Sentence) -> bool:
    """Whether several people stand right behind a word that tells which ones: "Azov komutanları", "Azov defenders"."""
    behind = sentence.starting(at, "people", "single", "swap")
    several = any(mark.key in _OF_SEVERAL for mark in behind if mark.group == "people")
    return several and not any(mark.group != "people" for mark in behind)


# Words for people that tell of no captives: "the Griner prisoner swap" is of Griner.
_OF_SEVERAL = frozenset({"soldiers", "persons", "parts", "civilians", "children"})


_FORMS = frozenset({"name", "national", "to", "from", LAND, PRISON})
_CAPITALISED = frozenset(
    {"party", "city", "month", "weekday", "speaker", "people", "single", "held", "other", "number"}
)
# How far from a name a word for its nation may stand ("the Russian arms dealer Viktor Bout").
_NATION_REACH = 4


def _nation_beside(start: int, end: int, sentence: Sentence, names: Sequence[int] = ()) -> str | None:
    """The nation told beside a name, before it or in apposition; `names`: where others are told of."""
    subjects = [mark.start for mark in sentence.of("release") if mark.key != "noun" and mark.end <= start]
    near = [
        mark
        for mark in sentence.of("party")
        if ((mark.form == "national" and not _owns_else(mark, start, sentence)) or owns_ahead(mark, sentence))
        and (
            # not "the Americans let Sokolov go"
            (0 <= start - mark.end <= _NATION_REACH and not any(mark.end <= verb for verb in subjects))
            # not "Trevor Reed, the Russian pilot Yaroshenko" or "Alex Saab; ten Americans"
            or (0 <= mark.start - end <= 2 and not any(-1 <= name - mark.end <= 1 for name in names))
        )
    ]
    if near:
        return min(near, key=lambda mark: max(start - mark.end, mark.start - end)).key
    inside = (mark.key for mark in sentence.of("party") if mark.form == "national" and start <= mark.start < end)
    return next(inside, None)


def _owns_else(mark: Mark, start: int, sentence: Sentence) -> bool:
    """Whether an adjective tells of a prison, an organ or a group: "Russian prison", "de Colombiaanse beweging ELN"."""
    between = (each for each in sentence.of("party") if mark.end <= each.start and each.end <= start)
    acting = (group for group in between if group.form == "name" and is_group(group.key))
    # not "American Hamas hostage Levi"
    group = any(not sentence.starting(each.end, "people", "single") for each in acting)
    return group or bool(sentence.starting(mark.end, "held", "speaker"))
