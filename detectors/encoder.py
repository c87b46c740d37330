"""A small transformer over all that is known of an article in order: is it news, what are its figures, how far is it.

The networks of named signals weigh what stands beside a figure; this one hears in which order everything stands
(Vaswani and others, 2017). It sees no word of any language, only what words mean, and sides and numbers without their
names: what it learns of one war and one language holds in all. Fitted by bench/fit.py.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from functools import cache
from importlib import resources
from pathlib import Path
from types import ModuleType
from typing import IO, Any, Self

import numpy as np
import numpy.typing as npt
from threadpoolctl import threadpool_limits

from detectors.options import Option, Way
from detectors.people import Group
from detectors.records import dataclass
from detectors.sequence import NUMBERS, ORGANISATION, SIDES, TIES, Row
from detectors.types import Status

Table = npt.NDArray[Any]
Weights = Mapping[str, Any]
WAYS = (Way.NONE, Way.ONE, Way.EACH, Way.JOINT)
STATUSES = (Status.COMPLETED, Status.ONGOING, Status.ANNOUNCED)
LAYERS, UNITS, HEADS, HIDDEN = 3, 64, 4, 128
# Distances in words are told apart one by one up to the first, by their size up to the second; those in sentences.
_NEAR, _FAR, _SENTENCES = 8, 20, 3


@dataclass(frozen=True, slots=True)
class Items:
    """A row as numbers: n items, s sides."""

    names: Table  # n x k: what each item is; 0 where there is no more
    side: Table  # n: the side that it names, from 1 on
    number: Table  # n: which number it is, from 1 on
    word: Table  # n: how many words stand before it
    sentence: Table  # n
    there: Table  # n: 0 for what only fills the table
    said: Table  # s x k: what is said of each side; 0 where there is no more
    ties: Table  # s x s x TIES: how two sides stand to each other


@dataclass(frozen=True, slots=True)
class Asked:
    """Every way to read some figures as numbers: f figures, o ways."""

    figure: Table  # f: the item that it is
    way: Table  # f x o: the place in WAYS
    giver: Table  # f x o: a side, from 0 on
    receiver: Table  # f x o


@dataclass(frozen=True, slots=True)
class Encoder:
    """The fitted weights by name, and the numbers of all names of items and of sides that they know."""

    names: Mapping[str, int]
    said: Mapping[str, int]
    weights: Weights
    biases: Table = field(init=False)

    def __post_init__(self) -> None:
        """Work out once what is the same for every article."""
        object.__setattr__(self, "biases", biases(self.weights))

    @classmethod
    def load(cls, file: IO[bytes]) -> Self:
        """Read what save() wrote."""
        with np.load(file) as kept:
            weights = {key: kept[key].astype(np.float32) for key in kept.files if key not in _NAMED}
            names, said = ({str(name): at for at, name in enumerate(kept[key], 1)} for key in _NAMED)
        return cls(names, said, weights)

    def save(self, path: Path) -> None:
        """Write it down as an .npz file, in numbers of half the length."""
        tables: dict[str, Any] = {key: np.asarray(each, np.float16) for key, each in self.weights.items()}
        tables |= {key: np.array([*known]) for key, known in zip(_NAMED, (self.names, self.said), strict=True)}
        np.savez_compressed(path, **tables)

    def items(self, row: Row) -> Items:
        """A row as numbers; what was never fitted has none."""
        ties = np.zeros((SIDES, SIDES, TIES), np.float32)
        for one, other, tie in row.ties:
            ties[one - 1, other - 1] = tie
        blank: list[tuple[str, ...]] = [()] * (SIDES - len(row.said))
        return Items(
            names=_numbered([item.names for item in row.items], self.names),
            side=np.array([item.side for item in row.items]),
            number=np.array([item.number for item in row.items]),
            word=np.array([item.word for item in row.items]),
            sentence=np.array([item.sentence for item in row.items]),
            there=np.ones(len(row.items), np.float32),
            said=_numbered([*row.said, *blank], self.said),
            ties=ties,
        )

    def read(self, row: Row) -> "Context":
        """What the items of a row are in their context."""
        items = self.items(row)
        return Context(self.weights, row, items, *encode(self.weights, self.biases, items))


@dataclass(frozen=True, slots=True)
class Context:
    """An article whose items were heard together: each item and each side as so many UNITS."""

    weights: Weights
    row: Row
    items: Items
    rows: Table
    sides: Table

    def ways(self, figures: Sequence[tuple[Group, Sequence[Option]]]) -> list[Sequence[float]]:
        """How far it speaks for each way to read each group of people, in log-odds; nothing of one out of reach.

        Nor of a number of which the article says that as many went back: one number sounds the same wherever it stands.
        """
        back = {group.count for group, _ in figures if group.same}
        places = [None if group.count in back else self.row.places.get(id(group)) for group, _ in figures]
        reached = [(at, choices) for at, (_, choices) in zip(places, figures, strict=True) if at is not None]
        if not reached:
            return [()] * len(figures)
        points = figure_points(self.weights, self.items, asked(self.row, reached), self.rows, self.sides)
        said = iter(points.tolist())
        return [next(said)[: len(each[1])] if at is not None else () for at, each in zip(places, figures, strict=True)]

    def statuses(self) -> dict[Status, float]:
        """How far it speaks for each status, in log-odds."""
        _, points = whole_points(self.weights, self.items, self.rows)
        return dict(zip(STATUSES, points.tolist(), strict=True))

    def news(self) -> float:
        """How far it speaks for news of an exchange, in log-odds."""
        return float(whole_points(self.weights, self.items, self.rows)[0])


def asked(row: Row, figures: Sequence[tuple[int, Sequence[Option]]]) -> Asked:
    """Every way to read figures, each told by the item that it is."""
    numbered = {side: number - 1 for side, number in row.sides.items()}
    return Asked(
        figure=np.array([at for at, _ in figures], int),
        way=_filled([[WAYS.index(option.way) for option in choices] for _, choices in figures]),
        giver=_filled([[numbered.get(option.giver, SIDES - 1) for option in choices] for _, choices in figures]),
        receiver=_filled([[numbered.get(option.receiver, SIDES - 1) for option in choices] for _, choices in figures]),
    )


_NAMED = ("names known", "said known")


def _numbered(rows: Sequence[Sequence[str]], known: Mapping[str, int]) -> Table:
    return _filled([[known[name] for name in names if name in known] for names in rows])


def _filled(rows: Sequence[Sequence[int]]) -> Table:
    """Rows of numbers as a table, filled up with 0."""
    out = np.zeros((len(rows), max(map(len, rows), default=0)), int)
    for at, row in enumerate(rows):
        out[at, : len(row)] = row
    return out


@cache
def _in_use() -> list[Encoder]:
    # Its tables are small: threads that wait for one another cost more than they save, half of a report's CPU and more.
    threadpool_limits(1, user_api="blas")
    with (resources.files("detectors") / "encoder.npz").open("rb") as file:
        return [Encoder.load(file)]


def heard(row: Row) -> Context:
    """An article's row as the fitted encoder hears it."""
    return _in_use()[0].read(row)


@contextmanager
def heard_by(encoder: Encoder) -> Iterator[None]:
    """Let another encoder hear for a while, in every thread: for fitting."""
    known = _in_use()
    before = [*known]
    known[:] = [encoder]
    try:
        yield
    finally:
        known[:] = before


# What follows is the encoder as mathematics. `xp` is numpy, or a module like it that a fit can look through; `keep`
# leaves out a part of what it is given while the encoder is fitted.
Keep = Callable[[Any], Any]


def _all(x: Any) -> Any:
    return x


def shapes(names: int, said: int) -> dict[str, tuple[int, ...]]:
    """The shape of each table of weights, for so many names of items and of what is said of sides."""
    unit, wide = UNITS, 3 * UNITS
    out: dict[str, tuple[int, ...]] = {
        "names": (names + 1, unit),
        "sides": (ORGANISATION + 1, unit),
        "numbers": (NUMBERS + 1, unit),
        "said": (said + 1, unit),
        "unnamed": (1, unit),
        "last": (unit,),
    }
    for layer in range(LAYERS):
        out |= {f"{layer}.{name}": (unit, unit) for name in ("query", "key", "value", "out")}
        out |= {f"{layer}.wide": (unit, wide), f"{layer}.least": (wide,), f"{layer}.narrow": (wide, unit)}
        out |= {f"{layer}.first": (unit,), f"{layer}.second": (unit,)}
        out |= {f"{layer}.words": (HEADS, 2 * _FAR), f"{layer}.sentences": (HEADS, 2 * _SENTENCES + 1)}
        out |= {f"{layer}.alike": (HEADS, 2)}
    out |= {"near": (unit, unit), "nearest": (unit, unit), "way": (len(WAYS),)}
    out |= dict.fromkeys(("figure", "gives", "gets", "has", "none"), (unit, HIDDEN))
    out |= {"one.ties": (TIES, HIDDEN), "two.ties": (TIES, HIDDEN)}
    out |= {"none.pull": (HIDDEN, 1), "one.pull": (HIDDEN, 1), "two.pull": (HIDDEN, 2)}
    return out | {"whole": (2 * unit, HIDDEN), "status": (HIDDEN, len(STATUSES)), "news": (HIDDEN, 1)}


def encode(w: Weights, known: Any, x: Items, xp: ModuleType = np, keep: Keep = _all) -> tuple[Any, Any]:
    """What the items and the sides of a row are in their context, n x UNITS and s x UNITS; `known` are the biases."""
    rows = (w["names"][x.names] * (x.names > 0)[..., None]).sum(-2)
    rows = rows + w["sides"][x.side] * (x.side > 0)[:, None] + w["numbers"][x.number] * (x.number > 0)[:, None]
    said = (w["said"][x.said] * (x.said > 0)[..., None]).sum(-2)
    named = _named(x, xp)
    rows = keep(rows + named @ said)
    cases, filled = _cases(x, xp), (x.there - 1) * -_NEVER
    for layer in range(LAYERS):
        own = {name: w[f"{layer}.{name}"] for name in _LAYER}
        y = _scaled(rows, own["first"], xp)
        query, key, value = (_heads(y @ own[name]) for name in ("query", "key", "value"))
        looks = query / math.sqrt(UNITS // HEADS) @ key.transpose(0, 2, 1) + known[layer].take(cases, axis=1) + filled
        found = _softmax(looks, xp) @ value
        rows = rows + keep(found.transpose(1, 0, 2).reshape(len(x.side), UNITS) @ own["out"])
        y = _scaled(rows, own["second"], xp)
        rows = rows + keep(xp.maximum(y @ own["wide"] + own["least"], 0) @ own["narrow"])
    rows = _scaled(rows, w["last"], xp)
    times = named.sum(0)[:, None]
    sides = named.T @ rows / xp.maximum(times, 1) + xp.where(times > 0, 0, w["unnamed"]) + said / 2
    return rows, sides


_LAYER = ("query", "key", "value", "out", "wide", "least", "narrow", "first", "second")


def figure_points(
    w: Weights, x: Items, asked: Asked, rows: Any, sides: Any, xp: ModuleType = np, keep: Keep = _all
) -> Any:
    """How far the context speaks for each way to read each figure, f x o, in log-odds."""
    figures = rows[asked.figure]
    named = _named(x, xp)
    # Of a side that is named often, the mentions that this figure looks at.
    looks = (figures @ w["near"]) @ rows.T / math.sqrt(UNITS)
    at = _softmax(xp.where(named.T[None] > 0, looks[:, None, :], _NEVER), xp) * (named.sum(0) > 0)[None, :, None]
    near = (at @ rows) @ w["nearest"] + sides[None]
    each = xp.arange(len(asked.figure))[:, None]
    own, has = (figures @ w["figure"])[:, None], near @ w["has"]
    gives, gets = (near @ w["gives"])[each, asked.giver], (near @ w["gets"])[each, asked.receiver]
    both = has[each, asked.giver] + has[each, asked.receiver]
    tie = x.ties[asked.giver, asked.receiver]
    one = xp.maximum(keep(own + gives + gets + tie @ w["one.ties"]), 0) @ w["one.pull"]
    two = xp.maximum(keep(own + both + tie @ w["two.ties"]), 0) @ w["two.pull"]
    none = xp.maximum(keep(figures @ w["none"]), 0) @ w["none.pull"]
    moved = xp.where(asked.way == 1, one[..., 0], xp.where(asked.way == 2, two[..., 0], two[..., 1]))
    return xp.where(asked.way == 0, none, moved) + w["way"][asked.way]


def whole_points(w: Weights, x: Items, rows: Any, xp: ModuleType = np, keep: Keep = _all) -> tuple[Any, Any]:
    """How far the context speaks for news of an exchange, and for each of STATUSES, in log-odds."""
    there = x.there[:, None]
    mean = (rows * there).sum(0) / xp.maximum(there.sum(), 1)
    whole = xp.concatenate([mean, xp.where(there > 0, rows, -9.0).max(0)])
    told = xp.maximum(keep(whole @ w["whole"]), 0)
    return (told @ w["news"])[0], told @ w["status"]


_NEVER = -1e9


def _named(x: Items, xp: ModuleType) -> Any:
    """Which items name which sides, n x s."""
    return ((x.side[:, None] == xp.arange(1, SIDES + 1)[None]) & (x.there > 0)[:, None]).astype(x.there.dtype)


def biases(w: Weights, xp: ModuleType = np) -> Any:
    """How much rather an item hears another in each case of `_cases`, layers x heads x cases."""
    no_yes = xp.arange(2, dtype=w["way"].dtype)
    known = [
        w[f"{layer}.words"][:, :, None, None, None]
        + w[f"{layer}.sentences"][:, None, :, None, None]
        + (w[f"{layer}.alike"][:, :1] * no_yes)[:, None, None, :, None]
        + (w[f"{layer}.alike"][:, 1:] * no_yes)[:, None, None, None, :]
        for layer in range(LAYERS)
    ]
    return xp.stack(known).reshape(LAYERS, HEADS, -1)


def _cases(x: Items, xp: ModuleType) -> Any:
    """How each two items stand to each other, n x n: apart in words and in sentences, of one side, of one number."""
    off = x.word[None] - x.word[:, None]
    words = xp.asarray(_APART).take(xp.minimum(xp.abs(off), len(_APART) - 1)) + _FAR * (off > 0)
    sentences = xp.clip(x.sentence[None] - x.sentence[:, None], -_SENTENCES, _SENTENCES) + _SENTENCES
    side = (x.side[None] == x.side[:, None]) & (x.side > 0)[None]
    number = (x.number[None] == x.number[:, None]) & (x.number > 0)[None]
    return ((words * (2 * _SENTENCES + 1) + sentences) * 2 + side) * 2 + number


def _size(far: int) -> int:
    """How a distance in words is told apart from others, up to `_FAR`."""
    return far if far < _NEAR else min(int(_NEAR + math.log(far / _NEAR) * 4), _FAR - 1)


_APART = np.array([_size(far) for far in range(math.ceil(_NEAR * math.exp((_FAR - 1 - _NEAR) / 4)) + 1)])


def _heads(y: Any) -> Any:
    return y.reshape(-1, HEADS, UNITS // HEADS).transpose(1, 0, 2)


def _scaled(x: Any, by: Any, xp: ModuleType) -> Any:
    return x * by / xp.sqrt((x * x).mean(-1, keepdims=True) + 1e-6)


def _softmax(x: Any, xp: ModuleType) -> Any:
    likely = xp.exp(x - x.max(-1, keepdims=True))
    return likely / likely.sum(-1, keepdims=True)
