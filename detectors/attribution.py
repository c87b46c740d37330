"""Who says it: the organs and people that a figure is attributed to, and who confirms it."""

from dataclasses import dataclass

from detectors.actors import Actor, Part
from detectors.lexicon import Mark
from detectors.people import Group
from detectors.reading import Sentence
from detectors.sides import Reading, listed

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
    if group is None or len({voice.party for voice in voices}) < _SIDES:
        return tuple(voices)
    others = [each for each in reading.groups if each.start != group.start]
    low = max((each.end for each in others if each.end <= group.start), default=reading.sentence.start)
    high = min((each.start for each in others if each.start >= group.end), default=reading.sentence.end)
    before = [voice for voice in voices if low <= voice.at < group.start]
    behind = [voice for voice in voices if group.end <= voice.at < high]
    nearest = before[-1] if before else behind[0] if behind else None
    return tuple(v for v in voices if nearest is None or _in_one_breath(v, nearest, reading.sentence))


_SIDES = 2


def _in_one_breath(one: Voice, other: Voice, sentence: Sentence) -> bool:
    """Whether one verb of speaking serves both: "Kyiv and Moscow say"."""
    first, last = sorted((one.at, other.at))
    return not any(first < cue.start < last for cue in sentence.of("said"))


def _of_actor(actor: Actor, reading: Reading, cues: list[Mark]) -> Voice | None:
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
    near = [m for m in sentence.of("speaker") if -_REACH <= m.start - actor.end <= _REACH or m.end == actor.start]
    return min(near, key=lambda m: abs(m.start - actor.end), default=None)


def _lone_organs(reading: Reading) -> list[Mark]:
    """Organs beside which no party stands."""
    sentence = reading.sentence
    return [
        mark
        for mark in sentence.of("speaker")
        if not any(
            abs(actor.start - mark.end) <= _REACH or abs(mark.start - actor.end) <= _REACH for actor in reading.actors
        )
    ]


def _owner(party: str) -> str:
    return f"{party}'" if party.endswith("s") else f"{party}'s"


def confirmers(reading: Reading) -> tuple[str, ...]:
    """The parties that the sentence says confirm a figure."""
    sentence = reading.sentence
    out = []
    for cue in sentence.of("said", "confirmed"):
        near = [a for a in reading.actors if abs(a.start - cue.end) <= 8 or abs(cue.start - a.end) <= 8]
        if near:
            out.append(min(near, key=lambda a: min(abs(a.start - cue.end), abs(cue.start - a.end))).party)
    return tuple(dict.fromkeys(out))
