"""How far a reported exchange has come: what the article says of steps, of days to come and of legs yet to go."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from detectors import weigh
from detectors.legs import legs, names_day_ahead
from detectors.meant import MOVES
from detectors.remaining import remaining
from detectors.scope import Scope
from detectors.sides import Reading
from detectors.status import Mode
from detectors.types import Status


def status_of(choices: Mapping[Status, Mapping[str, float]], heard: Mapping[Status, float]) -> Status:
    """How far the exchange has come, by the weight of what is said of it and of what the context says (`heard`)."""
    points = weigh.all_points("status", [(signals,) for signals in choices.values()])
    return max(zip(points, choices, strict=True), key=lambda each: each[0] + heard[each[1]])[1]


def statuses(
    readings: Sequence[Reading], found: Mapping[str, float], published: date | None
) -> dict[Status, dict[str, float]]:
    """Each status that a report can have with its signals, `found` being the verdict's; completed is the yardstick."""
    told = {name: value for name, value in found.items() if value and _speaks_of_time(name)}
    steps = _steps(readings, published) | legs(readings, published) | remaining(readings)
    told |= {name: value for name, value in steps.items() if value}
    return {
        Status.COMPLETED: {},
        Status.ONGOING: {f"ongoing.{name}": value for name, value in told.items()},
        Status.ANNOUNCED: {f"announced.{name}": value for name, value in told.items()},
    }


@cache
def _speaks_of_time(name: str) -> bool:
    """Whether a signal of the verdict tells how far the exchange has come, and not only whether it is one."""
    part, _, what = name.partition("_")
    return name in _OF_ALL or (part in _PARTS and what in (_WORDS if "." in what else _TELLINGS))


_PARTS = ("title", "lead", "body")
# What the verdict reads of the whole article, and of each part, that bears on the time of the exchange.
_OF_ALL = frozenset(
    {
        *("bias", "untitled", "brief", "any_failed", "any_planned", "any_told", "first_firm"),
        "no_day",
    }
)
_TELLINGS = frozenset(
    {
        *("told", "firm", "fresh", "running", "agreed", "agreed_counted", "planned", "planned_whole", "planned_only"),
        *("failed", "swap", "freed_in_swap", "in_return", "terms"),
    }
)
# Of the words whose mere presence is a signal, those that tell how far the exchange has come.
_WORDS = frozenset(
    {
        *(f"{kind}.{key}" for kind in MOVES for key in ("future", "base", "present")),
        "held_event.present",
        *(f"mode.{key}" for key in ("will", "agreed", "deal", "stage", "final")),
        *("time.tomorrow", "time.coming"),
    }
)


def _steps(readings: Sequence[Reading], published: date | None) -> dict[str, float]:
    """Whether the article speaks of steps, and of days to come."""
    out: dict[str, float] = {}
    for name, part in (("title", readings[:1]), ("lead", readings[1:3]), ("body", readings[3:10])):
        out |= {f"{name}_{key}": float(value) for key, value in _step(part, published).items()}
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


def _step(part: Sequence[Reading], published: date | None) -> dict[str, bool]:
    """What a part tells as a step: of how many, done, to come or under way."""
    staged = [reading for reading in part if reading.sentence.has("mode", "stage")]
    agreed = [reading for reading in part if reading.sentence.has("mode", "deal")]
    moves = [move for reading in part for move in reading.moves]
    running = [move for move in moves if move.mode is Mode.RUNNING]
    ordinals = [number.value for reading in part for number in reading.sentence.numbers if number.ordinal]
    return {
        "stage": bool(staged),
        "stage_told": any(move.told for reading in staged for move in reading.moves),
        "final": any(reading.sentence.has("mode", "final") for reading in part) and 1 not in ordinals,
        "deal": bool(agreed),
        "deal_told": any(move.told for reading in agreed for move in reading.moves),
        "coming": Scope.COMING in {move.scope for move in moves},
        "will": bool({move.mode for move in moves if not move.aside} & {Mode.AGREED, Mode.PLANNED}),
        "done": Mode.DONE in {move.mode for move in moves if move.scope is not Scope.PAST},
        "under_way": bool({move.kind for move in running} - {"swap"}),
        "swap_under_way": bool({move.mark.key for move in running} & {"noun", "headline"}),
        "ahead": any(names_day_ahead(reading, published) for reading in part),
        "first": 1 in ordinals,
        "later": any(1 < value <= _STEPS for value in ordinals),
    }


# No exchange is told to have more stages; a larger ordinal counts the exchanges of a war.
_STEPS = 12
