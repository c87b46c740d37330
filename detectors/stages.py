"""How far a reported exchange has come: what the article says of steps, of days to come and of legs yet to go."""

from collections.abc import Mapping, Sequence
from datetime import date

from detectors import weigh
from detectors.people import MOVES
from detectors.relevance import has_count
from detectors.sides import Reading
from detectors.status import Mode, Scope
from detectors.types import Status


def status_of(choices: Mapping[Status, Mapping[str, float]]) -> Status:
    """How far the exchange has come, by the weight of what is said of it."""
    return max(choices, key=lambda status: weigh.points("status", choices[status]))


def statuses(
    readings: Sequence[Reading], found: Mapping[str, float], published: date | None
) -> dict[Status, dict[str, float]]:
    """Each status that a report can have with its signals, `found` being the verdict's; completed is the yardstick."""
    told = {name: value for name, value in found.items() if value and _speaks_of_time(name)}
    told |= {name: value for name, value in _steps(readings, published).items() if value}
    return {
        Status.COMPLETED: {},
        Status.ONGOING: {f"ongoing.{name}": value for name, value in told.items()},
        Status.ANNOUNCED: {f"announced.{name}": value for name, value in told.items()},
    }


def _speaks_of_time(name: str) -> bool:
    """Whether a signal of the verdict tells how far the exchange has come, and not only whether it is one."""
    part, _, what = name.partition("_")
    return name in _OF_ALL or (part in _PARTS and what in (_WORDS if "." in what else _TELLINGS))


_PARTS = ("title", "lead", "body")
# What the verdict reads of the whole article, and of each part, that bears on the time of the exchange.
_OF_ALL = frozenset(
    {
        *("bias", "untitled", "brief", "any_failed", "any_planned", "any_told", "first_firm"),
        *("no_day", "armed_group", "at_war", "directed", "half_directed"),
    }
)
_TELLINGS = frozenset(
    {
        *("told", "firm", "fresh", "running", "agreed", "agreed_counted", "planned", "planned_whole", "planned_only"),
        *("failed", "swap", "freed_in_swap", "in_return", "terms", "ahead", "behind", "still"),
    }
)
# Of the words whose mere presence is a signal, those that tell how far the exchange has come.
_WORDS = frozenset(
    {
        *(f"{kind}.{key}" for kind in MOVES for key in ("future", "base", "present", "done")),
        *(f"held_event.{key}" for key in ("present", "done")),
        *(f"mode.{key}" for key in ("will", "agreed", "deal", "stage", "final")),
        "time.tomorrow",
    }
)


def _steps(readings: Sequence[Reading], published: date | None) -> dict[str, float]:
    """Whether the article speaks of steps, and of days to come."""
    out: dict[str, float] = {}
    for name, part in (("title", readings[:1]), ("lead", readings[1:3]), ("body", readings[3:10])):
        found = _step(part) | _further_leg(part) | _still_due(part, published)
        out |= {f"{name}_{key}": float(value) for key, value in found.items()}
    out |= {f"any_{key}": max(out[f"{name}_{key}"] for name in _PARTS) for key in _ANYWHERE}
    done = any(out[f"{name}_done"] for name in _PARTS)
    will = any(out[f"{name}_will"] or out[f"{name}_coming"] for name in _PARTS)
    stage = any(out[f"{name}_stage"] for name in _PARTS)
    out |= {
        "done_and_will": float(done and will),
        "will_only": float(will and not done),
        "done_only": float(done and not will),
        "stage_and_will": float(stage and will),
        "stage_only": float(stage and not will),
    }
    return out


# What tells as much wherever it stands.
_ANYWHERE = ("stage", "final", "under_way", "swap_under_way")


def _step(part: Sequence[Reading]) -> dict[str, bool]:
    """What a part tells as a step: of how many, done, to come or under way."""
    staged = [reading for reading in part if reading.sentence.has("mode", "stage")]
    agreed = [reading for reading in part if reading.sentence.has("mode", "deal")]
    moves = [move for reading in part for move in reading.moves]
    ordinals = [number.value for reading in part for number in reading.sentence.numbers if number.ordinal]
    return {
        "stage": bool(staged),
        "stage_told": any(move.told for reading in staged for move in reading.moves),
        "final": any(reading.sentence.has("mode", "final") for reading in part) and 1 not in ordinals,
        "stage_of_deal": any(reading.sentence.has("mode", "deal") for reading in staged),
        "deal": bool(agreed),
        "deal_told": any(move.told for reading in agreed for move in reading.moves),
        "coming": any(move.scope is Scope.COMING for move in moves),
        "will": any(move.mode in {Mode.AGREED, Mode.PLANNED} and not move.aside for move in moves),
        "done": any(move.mode is Mode.DONE and move.told for move in moves),
        "under_way": any(move.mode is Mode.RUNNING and move.kind != "swap" for move in moves),
        "swap_under_way": any(move.mode is Mode.RUNNING and move.mark.key == "noun" for move in moves),
        "first": 1 in ordinals,
        "later": any(1 < value <= _STEPS for value in ordinals),
    }


# No exchange is told to have more stages; a larger ordinal counts the exchanges of a war.
_STEPS = 12


def _further_leg(part: Sequence[Reading]) -> dict[str, bool]:
    """What a part tells of a further leg, and who they are that come: the dead and hostages come by and by."""
    coming = [
        reading
        for reading in part
        for move in reading.moves
        if move.mode in {Mode.AGREED, Mode.PLANNED} and move.scope is not Scope.PAST
    ]
    return {
        "leg_counted": any(map(has_count, coming)),
        "more": any(reading.sentence.has("count", "more") for reading in part),
        **{who: any(reading.sentence.has("people", who) for reading in part) for who in _WHO},
    }


# Whom exchanges in several legs are mostly about.
_WHO = ("bodies", "hostages", "children")


def _still_due(part: Sequence[Reading], published: date | None) -> dict[str, bool]:
    """What a part tells of days to come, and of people counted beside them: some exchanges take several days."""
    due = [reading for reading in part if _is_to_come(reading, published)]
    return {"due_day": bool(due), "due_counted": any(reading.groups for reading in due)}


def _is_to_come(reading: Reading, published: date | None) -> bool:
    """Whether the sentence names a day to come."""
    if reading.sentence.has("time", "tomorrow", "day_after_tomorrow"):
        return True
    return published is not None and any(m.day is not None and m.day > published for m in reading.sentence.dates)
