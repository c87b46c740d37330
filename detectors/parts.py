"""The part that a mention of a party plays in its sentence."""

from detectors.agents import is_agents_organ
from detectors.cases import case_of
from detectors.datelines import end_of_dateline
from detectors.language import LEADER, PRISON
from detectors.lexicon import Mark
from detectors.owners import VERBS, genitive_of, part_of_owner
from detectors.partners import is_by, is_with
from detectors.people import CAPTIVES, tells_where
from detectors.reading import COMMAS, Sentence
from detectors.roles import Part
from detectors.tables import LAND
from detectors.text import ARTICLES
from detectors.things import bargains, carries
from detectors.wheres import (
    deports,
    is_at_border,
    is_news_itself,
    is_taken_at,
    is_taken_behind,
    is_taken_to,
    is_visited,
)


def part_of(mark: Mark, sentence: Sentence) -> Part:
    """What the mention that a mark of a party's name is does in its sentence."""
    part = _told(mark, sentence)
    if part is Part.TO and _is_taken_there(mark, sentence):
        return Part.HELD_IN
    if not sentence.has("held", "taken"):
        return part
    if part is Part.TO and is_taken_to(mark, sentence):
        return Part.HELD_IN
    return Part.HOME if part is Part.BARE and deports(mark, sentence) else part


def _is_taken_there(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name that has no cases stands with "in" behind who was taken: "осужденных в США", convicted there."""
    if mark.form != "to" or mark.end - mark.start == 1:  # "в США" is "to" as well as "in"
        return False
    held = sentence.ending(mark.start, "held")
    taken = any(each.key == "taken" and not is_news_itself(each, sentence) for each in held)
    return taken or any(each.key == "by" for each in sentence.ending(mark.start + 1, "held"))


def _told(mark: Mark, sentence: Sentence) -> Part:
    """The part that the words beside the mention give it."""
    if part := _plain(mark, sentence):
        return part
    if is_at_border(mark, sentence):
        return Part.PLACE
    if carries(mark, sentence):
        return Part.CARRIER
    if bargains(mark, sentence):
        return Part.BARGAIN
    for after in sentence.starting(mark.end, "role"):
        if after.key in _AFTER:
            return _where(after.end, sentence) if after.key == "at_after" else _AFTER[after.key]
    if mark.form == "to" and is_visited(mark, sentence):
        return Part.PLACE
    part = part_of_owner(mark, sentence) or case_of(mark, sentence) or _FORMS.get(mark.form, Part.BARE)
    return _inflected(part, mark, sentence) or _acting(part, mark, sentence)


_AFTER = {
    "to_after": Part.TO,
    "from_after": Part.FROM,
    "by_after": Part.BY,
    "at_after": Part.PLACE,
    "between_after": Part.BETWEEN,
}


def _inflected(part: Part, mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the name's case gives where no word before or behind it does."""
    if part in _OF_NO_CASE and is_with(mark, sentence):
        return Part.BETWEEN
    if part is not Part.BARE:
        return None
    if is_by(mark, sentence):
        return Part.BY
    if not tells_where(mark, sentence):
        return None
    return Part.HELD_IN if is_taken_at(mark, sentence) else _where(mark.end, sentence)


def _acting(part: Part, mark: Mark, sentence: Sentence) -> Part:
    """The part, but for whoever is told as an agent, only reports, or holds the people before it."""
    if part is Part.SPEAKER and is_agents_organ(mark, sentence):
        return Part.BY
    if part in _FROM and _reports(mark, sentence):
        return Part.SPEAKER
    return Part.HOLDER if part is Part.BARE and _keeps(mark, sentence) else part


_FROM = frozenset({Part.FROM, Part.BY})  # Italian "da Mosca" is either
_OF_NO_CASE = frozenset({Part.BARE, Part.FROM})  # "из" and "с" are both "from" elsewhere


def _reports(mark: Mark, sentence: Sentence) -> bool:
    """Whether a sentence opens with where its news is told: "From Moscow, the ministry said that 157 are back"."""
    if mark.start - sentence.start > 1 or sentence.word(mark.end) not in COMMAS:
        return False
    said = min((cue.start for cue in sentence.of("said")), default=sentence.end)
    return said < min((move.start for move in sentence.moving), default=sentence.end)


def _keeps(mark: Mark, sentence: Sentence) -> bool:
    """Whether people are told by who holds or took them: "seven fighters whom Saudi Arabia had kept prisoner"."""
    reach = _KEPT_REACH * sentence.stretch
    held = [cue for cue in sentence.of("held", "by", "keeps") if 0 <= cue.start - mark.end < reach]
    held = held or [cue for cue in sentence.of("held", "keeps") if cue.end == mark.start]  # "których więził Iran"
    beside = not held and sentence.language.owner_behind
    if beside:  # "a soldier whom kidnapped Israel": جنديا خطفته إسرائيل
        taken = [*sentence.of("held", "taken"), *sentence.of("other", "kidnap")]
        held = [cue for cue in taken if cue.end == mark.start]
    if not held:
        return False
    first = min([mark.start, *(cue.start for cue in held)])
    people = [*sentence.of("people"), *(each for each in sentence.of("party") if each.form == "national")]
    who = [head.end for head in people if (0 if beside else 1) <= first - head.end <= reach]
    if not who:
        return False
    verbs = [verb.start for kind in VERBS for verb in sentence.of(kind)]
    at = mark.start - 1 if sentence.word(mark.start - 1) in ARTICLES else mark.start
    joined = any(role.key in _JOINTS for role in sentence.ending(at, "role"))
    return not joined and not any(max(who) <= verb < max(held[0].end, mark.end) for verb in verbs)


# So few words part people from who holds them ("whom", ", которых"), and him from the verb.
_KEPT_REACH = 3
_JOINTS = frozenset({"and", "to", "by", "from", "of", "at"})


_FORMS = {"to": Part.TO, "from": Part.FROM, "national": Part.NATION}


def _plain(mark: Mark, sentence: Sentence) -> Part | None:
    """The part that the mention has whatever stands before it."""
    if mark.form.startswith(LEADER):
        return Part.HOLDER if _holds(mark, sentence) else Part.SPEAKER
    if mark.form == PRISON:
        return Part.HOLDER
    if mark.form == LAND:
        return Part.HOME
    return Part.BETWEEN if _of_a_swap(mark, sentence) else None


def _holds(leader: Mark, sentence: Sentence) -> bool:
    """Whether captives or prisons are called the leader's: "Lukashenko's prisoners", "więzienia Łukaszenki"."""
    captives = [*sentence.of("people", *CAPTIVES), *sentence.of("held", "captivity", "by")]
    jails = [held for held in sentence.starting(leader.end, "held") if held.key == "captivity"]
    if jails and not sentence.language.owner_ahead:
        return True  # "Lukašenkos kalėjimas"
    of = [mark.start for mark in sentence.ending(leader.start, "role") if mark.key == "of"]
    owned = genitive_of(leader, sentence)
    return any(head.end in (leader.start, *of) or head.start == owned for head in captives)


def _of_a_swap(mark: Mark, sentence: Sentence) -> bool:
    """Whether a name only tells whose swap it is: "in a Russia-Ukraine exchange", "freed in Iran prisoner swap".

    The dash of a dateline joins no names ("NAIROBI — Al-Shabab released").
    """
    if mark.form != "name":
        return False
    beside: list[Mark] = []
    if sentence.word(mark.end) in _DASHES:
        beside += sentence.starting(mark.end + 1, "party")
    if sentence.word(mark.start - 1) in _DASHES and mark.start - 1 != end_of_dateline(sentence):
        beside += sentence.ending(mark.start - 1, "party")
    nouns = sentence.starting(mark.end, "swap") if sentence.language.owner_ahead else ()
    return any(each.form == "name" for each in beside) or any(noun.key == "noun" for noun in nouns)


_DASHES = frozenset({"-", "–", "—", "/"})


def _where(at: int, sentence: Sentence) -> Part:
    """The part of a state whose case tells where, by what follows it: "Rusijoje", "Rusijoje kalinti"."""
    captive = any(people.key in CAPTIVES for people in sentence.starting(at, "people"))
    return Part.HELD_IN if captive or is_taken_behind(at, sentence) else Part.PLACE
