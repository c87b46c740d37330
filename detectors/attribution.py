"""Who says it: the organs and people that a figure is attributed to, and who confirms it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from detectors.actors import Actor
from detectors.lexicon import Mark
from detectors.parties import camp
from detectors.people import Group
from detectors.reading import Sentence
from detectors.roles import Part
from detectors.sides import Reading, listed, once
from detectors.types import Category, Span, Transfer

# How far an organ may stand from its party ("the ministry of defence of Russia").
_REACH = 4
_ORGANS = {
    "defence_ministry": "defence ministry",
    "foreign_ministry": "foreign ministry",
    "president": "president",
    "prime_minister": "prime minister",
    "state_media": "state media",
    "ombudsman": "ombudsman",
    "headquarters": "coordination headquarters",
    "prison_service": "prison service",
    "hospital": "hospital",
    "officials": "officials",
    "army": "army",
    "security_service": "security service",
    "commission": "commission",
}


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker as readers know it, and the party it speaks for, where there is one."""

    name: str
    party: str | None
    at: int = 0  # the token it is named at


def attributed(transfer: Transfer, readings: Sequence[Reading]) -> Transfer:
    """The transfer with whoever its sentence quotes, else another that gives the figure, else the sentences before.

    Of those that give the figure again, one that quotes the side that gets the people comes first.
    """
    span = transfer.evidence[0]
    at = next(
        (i for i, r in enumerate(readings) if r.sentence.passage.field == span.field and _holds(r, span.start)), 0
    )
    confirmed = confirmers(readings[at])
    told = [(at, _group_at(readings[at], span)), *_told_again(transfer, at, readings)]
    here, *again = [_claimants(readings[i], group) for i, group in told]
    receivers = set(map(camp, transfer.returned_to))
    own = (each for each in again if receivers & {camp(voice.party) for voice in each if voice.party is not None})
    before = (
        voices
        for i, _ in told
        for reading in reversed(readings[max(0, i - _QUOTED_BEFORE) : i])
        if (voices := speakers(reading))
    )
    voices = here or next(own, ()) or next(filter(None, again), ()) or next(before, ())
    return replace(transfer, claimed_by=tuple(voice.name for voice in voices), confirmed_by=confirmed)


def _claimants(reading: Reading, group: Group | None) -> tuple[Voice, ...]:
    """Who is quoted for the figure, without who only confirms it."""
    confirmed = confirmers(reading)
    return tuple(voice for voice in tellers(reading, group) if voice.party not in confirmed)


def _group_at(reading: Reading, span: Span) -> Group | None:
    """The figure that was read from these words."""
    sentence = reading.sentence
    return next((g for g in reading.groups if sentence.span(g.start, g.end, "").start == span.start), None)


def _told_again(transfer: Transfer, at: int, readings: Sequence[Reading]) -> Iterator[tuple[int, Group]]:
    """The other places that give the figure, of people of no other side."""
    givers = set(map(camp, transfer.released_by)) - set(map(camp, transfer.returned_to))
    dead = transfer.category is Category.BODIES
    for i, reading in enumerate(readings):
        for group in reading.groups if i != at and not reading.recap else ():
            same = transfer.count == group.count > 1 and group.dead == dead
            if same and (group.nation is None or camp(group.nation) not in givers):
                yield i, group


# How many sentences an attribution reaches on ("…, according to the ministry. …").
_QUOTED_BEFORE = 2


def _holds(reading: Reading, position: int) -> bool:
    sentence = reading.sentence
    span = sentence.span(sentence.start, sentence.end, "")
    return span.start <= position < span.end


@once
def speakers(reading: Reading) -> tuple[Voice, ...]:
    """Who is quoted in the sentence: people, organs and parties; nobody where the outlet itself tells it."""
    sentence = reading.sentence
    cues = [*sentence.of("said", "said", "according", "confirmed")]
    if not cues:
        return ()
    voices = [voice for actor in reading.actors if (voice := _of_actor(actor, reading, cues)) is not None]
    voices += [Voice(_ORGANS[mark.key], None, mark.start) for mark in _lone_organs(reading) if mark.key in _ORGANS]
    unique = {voice.name: voice for voice in voices}.values()
    organs = {voice.party for voice in unique if voice.name != voice.party}
    return tuple(voice for voice in unique if voice.name != voice.party or voice.party not in organs)


def tellers(reading: Reading, group: Group | None) -> tuple[Voice, ...]:
    """Who is quoted for one figure of the sentence: where each side gives its own, not the other one."""
    voices = sorted(speakers(reading), key=lambda voice: voice.at)
    if group is None or len({voice.party for voice in voices}) < 2:
        return tuple(voices)
    others = [each for each in reading.groups if each.start != group.start]
    low = max((each.end for each in others if each.end <= group.start), default=reading.sentence.start)
    high = min((each.start for each in others if each.start >= group.end), default=reading.sentence.end)
    before = [voice for voice in voices if low <= voice.at < group.start]
    behind = [voice for voice in voices if group.end <= voice.at < high]
    nearest = before[-1] if before else behind[0] if behind else None
    return tuple(v for v in voices if nearest is None or _in_one_breath(v, nearest, reading.sentence))


def _in_one_breath(one: Voice, other: Voice, sentence: Sentence) -> bool:
    """Whether one verb of speaking serves both: "Kyiv and Moscow say"."""
    first, last = sorted((one.at, other.at))
    return not any(first < cue.start < last for cue in sentence.of("said"))


def _of_actor(actor: Actor, reading: Reading, cues: list[Mark]) -> Voice | None:
    """The voice of a mention, if it is quoted; `cues` are the words for saying in its sentence."""
    sentence = reading.sentence
    if actor.leader is not None:
        return Voice(actor.leader, actor.party, actor.start)
    organ = _organ_near(actor, sentence)
    seat = organ is not None and actor.part is Part.PLACE and 0 <= actor.start - organ.end <= 1
    if organ is not None and (actor.part is Part.SPEAKER or seat):  # "the defence ministry in Moscow"
        if any(other.leader and abs(other.start - organ.end) <= _REACH for other in reading.actors):
            return None  # "Ukraine's President Zelensky": the person is named
        name = f"{_owner(actor.party)} {_ORGANS[organ.key]}" if organ.key in _ORGANS else actor.party
        return Voice(name, actor.party, actor.start)
    if actor.part is not Part.BARE:
        return None
    several = listed(actor, [each for each in reading.actors if each.part is Part.BARE])  # "Kyiv and Moscow said"
    beside = any(cue.start - each.end in (0, 1) or each.start - cue.end in (0, 1) for cue in cues for each in several)
    return Voice(actor.party, actor.party, actor.start) if beside else None


def _organ_near(actor: Actor, sentence: Sentence) -> Mark | None:
    """The organ that the party is named as the owner of, or right behind: "the defence ministry of Russia"."""
    near = [m for m in sentence.of("speaker") if -_REACH <= m.start - actor.end <= _REACH or m.end == actor.start]
    return min(near, key=lambda m: abs(m.start - actor.end), default=None)


def _lone_organs(reading: Reading) -> list[Mark]:
    """Organs beside which no party stands."""
    organs = reading.sentence.of("speaker")
    return [organ for organ in organs if not any(_apart(actor, organ) <= _REACH for actor in reading.actors)]


def _apart(actor: Actor, mark: Mark) -> int:
    """How many tokens lie between a mention and a word, whichever stands first."""
    return min(abs(actor.start - mark.end), abs(mark.start - actor.end))


def _owner(party: str) -> str:
    return f"{party}'" if party.endswith("s") else f"{party}'s"


@once
def confirmers(reading: Reading) -> tuple[str, ...]:
    """The parties that the sentence says confirm a figure."""
    out = []
    for cue in reading.sentence.of("said", "confirmed"):
        gaps = [(_apart(actor, cue), i) for i, actor in enumerate(reading.actors)]
        gap, nearest = min(gaps, default=(_CONFIRMING + 1, 0))
        if gap <= _CONFIRMING:
            out.append(reading.actors[nearest].party)
    return tuple(dict.fromkeys(out))


# How far from "confirmed" the party may stand that does it.
_CONFIRMING = 8
