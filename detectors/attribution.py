"""Who says it: the organs and people that a figure is attributed to, and who confirms it."""

from dataclasses import dataclass

from detectors.lexicon import Mark
from detectors.parties import Actor, Part
from detectors.reading import Sentence
from detectors.sides import Reading

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


def speakers(reading: Reading) -> tuple[Voice, ...]:
    """Who is quoted in the sentence: people, organs and parties; nobody where the outlet itself tells it."""
    sentence = reading.sentence
    cues = [*sentence.of("said", "said", "according", "confirmed")]
    if not cues:
        return ()
    voices = [voice for actor in reading.actors if (voice := _of_actor(actor, reading, cues)) is not None]
    voices += [Voice(_ORGANS[mark.key], None) for mark in _lone_organs(reading) if mark.key in _ORGANS]
    unique = {voice.name: voice for voice in voices}.values()
    organs = {voice.party for voice in unique if voice.name != voice.party}
    return tuple(voice for voice in unique if voice.name != voice.party or voice.party not in organs)


def _of_actor(actor: Actor, reading: Reading, cues: list[Mark]) -> Voice | None:
    sentence = reading.sentence
    if actor.leader is not None:
        return Voice(actor.leader, actor.party)
    organ = _organ_near(actor, sentence)
    if actor.part is Part.SPEAKER and organ is not None:
        if any(other.leader and abs(other.start - organ.end) <= _REACH for other in reading.actors):
            return None  # "Ukraine's President Zelensky": the person is named
        return Voice(
            f"{_owner(actor.party)} {_ORGANS[organ.key]}" if organ.key in _ORGANS else actor.party, actor.party
        )
    beside = any(0 <= cue.start - actor.end <= 1 or 0 <= actor.start - cue.end <= 1 for cue in cues)
    return Voice(actor.party, actor.party) if beside and actor.part is Part.BARE else None


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
