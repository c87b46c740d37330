"""The part that a party plays by what its name owns: captivity, an organ, people, a side."""

from collections.abc import Sequence

from detectors.agents import is_agent
from detectors.lexicon import Mark
from detectors.meant import MOVES
from detectors.partners import has_preposition
from detectors.people import counts_fighters, is_counted, is_of_nation, owns_ahead, tells_whose
from detectors.reading import COMMAS, Sentence
from detectors.roles import Part
from detectors.text import ARTICLES


def part_of_owner(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the owned thing gives: captivity, an organ, people, a side."""
    nations = mark.form == "national" or tells_whose(mark, sentence)  # "13 obywateli Izraela, dziesięciu Tajlandii"
    counted = counts_fighters(mark, sentence) or (nations and is_counted(mark, sentence))
    if counted or owns_ahead(mark, sentence) or _owns_counted(mark, sentence) or _has_citizens(mark, sentence):
        return Part.NATION
    if sentence.language.owner_behind and sentence.ending(mark.start, "speaker"):
        return None  # "freed the authorities Lebanese 13 prisoners": an adjective behind its noun is not the next one's
    if sentence.language.owner_behind and mark.form == "name":
        return None  # "freed Stockholm the official": what stands behind a name is no organ of its own
    at, genitive = mark.end, genitive_of(mark, sentence)
    if genitive is not None:
        at = genitive
    elif mark.form == "name" and _is_of_prison(at, sentence):
        return Part.HOLDER
    elif mark.form != "national" and not sentence.starting(at, "speaker") and not _stands_before_people(at, sentence):
        return None
    for owned in range(at, at + 3):
        here = sentence.starting(owned)
        if (part := next((part for after in here if (part := _owned(after)) is not None), None)) is not None:
            return _handed(part, here, mark, sentence)
        if any(_parts_owner(after, sentence) for after in here) or sentence.word(owned) in CUTS:
            break
    return None


def _has_citizens(mark: Mark, sentence: Sentence) -> bool:
    """Whether its citizens stand before a name, in a language where "of" is "to" as well: "граждани на Тайланд"."""
    return any(of.key == "of" and sentence.starting(of.start, "people") for of in sentence.ending(mark.start, "role"))


def _owns_counted(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name between a number and people tells whose they are: Turkish "537 Sudan askerini"."""
    owned = [own for own in sentence.starting(mark.end, "role") if own.key == "own"]
    return mark.form == "name" and any(is_of_nation(own, sentence) for own in owned)


def _is_of_prison(at: int, sentence: Sentence) -> bool:
    """Whether a prison stands right behind a name, which tells whose it is: "a Moscow jail", "Belarus prisons"."""
    jails = sentence.starting(at, "held") if sentence.language.owner_ahead else ()
    return any(held.key == "captivity" for held in jails)


def _parts_owner(mark: Mark, sentence: Sentence) -> bool:
    """Whether what stands behind a name parts it from what it owns: not "の", which joins them where no blanks do."""
    joins = mark.group == "role" and mark.key == "of" and sentence.stretch > 1
    return mark.group in {"role", *VERBS} and not joins


CUTS = frozenset(",.;:()")
_OWNED = {"people": Part.NATION, "speaker": Part.SPEAKER}


def _handed(part: Part, owned: Sequence[Mark], mark: Mark, sentence: Sentence) -> Part:
    """The part, or who does it or gets people: "returned to Ukrainian custody by the Russian army"."""
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    before = {each.key for each in sentence.of("role", "to", "by") if each.end in (at, mark.start)}
    told = bool(sentence.ending(at, "said"))  # "according to the Russian ministry"
    if part is Part.BY and has_preposition(at, sentence):  # "с украинской стороной"
        return Part.BETWEEN
    if any(each.end == at for each in sentence.of("held", "by")):  # "held by the Israeli army"
        return Part.HOLDER
    if part in {Part.HOLDER, Part.SPEAKER, Part.BARE} and "to" in before and not told:
        return Part.TO
    if part is Part.TO and sentence.language.inflected and _is_at(at, sentence):
        return Part.PLACE
    army = any(each.key == "army" for each in owned)
    if "by" in before and (army or part is Part.BARE):  # "by the Ukrainian side"
        return Part.BY
    if part is Part.SPEAKER and "by" in before and is_agent((at, mark.start), sentence):
        return Part.BY
    if army and is_of_people(at, sentence):  # "one member of the Libyan army"
        return Part.NATION
    return part


def _is_at(at: int, sentence: Sentence) -> bool:
    """Whether a side is only where somebody is: "воевавших на азербайджанской стороне", not "переданы … стороне"."""
    before = sentence.ending(at, "role")
    return any(each.key == "at" for each in before) and not any(each.key == "to" for each in before)


def is_of_people(at: int, sentence: Sentence) -> bool:
    """Whether a word for people stands right before the token, "of" between them or not."""
    of = {mark.end: mark.start for mark in sentence.of("role", "of")}
    return bool(sentence.ending(of.get(at, at), "people"))


def _stands_before_people(at: int, sentence: Sentence) -> bool:
    """Whether people are told of right behind a name where words are not parted: "ロシア兵".

    Not "ロシア、兵士…", nor behind the sign of a subject or an object: "ロシアは兵士2人を…" tells who acts.
    """
    near = (at, at + 1) if sentence.word(at) not in COMMAS | _PARTICLES else ()
    return sentence.stretch > 1 and any(sentence.starting(each, "people") for each in near)


_PARTICLES = frozenset("はがもを")
_SIDES = {"side_to": Part.TO, "side_by": Part.BY, "side": Part.BARE, "ruled": Part.HELD_IN}


def _owned(mark: Mark) -> Part | None:
    if mark.group == "held":
        return Part.HOLDER if mark.key == "captivity" else None
    if mark.group == "role":
        return _SIDES.get(mark.key)
    return _OWNED.get(mark.group)


def genitive_of(mark: Mark, sentence: Sentence) -> int | None:
    """Where the words that a name owns begin: "Ukraine's soldiers", "the Houthis' captives", "रूस के 248 लोग"."""
    if sentence.language.postpositions and mark.form == "name":
        return next((of.end for of in sentence.starting(mark.end, "role") if of.key == "of"), None)
    apostrophe = sentence.word(mark.end) == "'" and len(sentence.word(mark.end + 1)) <= 1
    return mark.end + 2 if apostrophe else None


VERBS = frozenset({*MOVES, "said"})
