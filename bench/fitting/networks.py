"""The fit of a network: Adam on the chance of the right alternatives, a part of the units left out at each step."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from scipy import sparse

from bench.fitting.logit import EXPECTED, Decision, fit
from detectors.network import Network

UNITS = 128
# How strongly the plain weights are held at what is expected of them, and the units at 0.
RIDGE, DECAY = 1.0, 16.0
LEFT_OUT = 0.3  # of the units, at each step
UNHEARD = 0.2  # of a decision's signals, at each step: what one of them says, the others are to say as well
ROUNDS, BATCH, PACE = 12, 128, 0.01
# So much of what units say together is nothing; so many decisions are looked at in one go.
IDLE, _AT_ONCE = 1e-5, 512
# How strongly the weights of new signals beside a network are held at what is expected of them.
BESIDE = 8.0
# Of a network that is taught by others: that they had so many more was of use for learning alone.
TAUGHT_UNITS, TAUGHT_DECAY = 96, 1.0
Floats = npt.NDArray[np.float32]


class _Table:
    """Decisions as one sparse table, a row for each alternative."""

    def __init__(self, decisions: Sequence[Decision]) -> None:
        self.names = sorted({name for d in decisions for each in d.alternatives for name in each})
        index = {name: i for i, name in enumerate(self.names)}
        columns: list[int] = []
        values: list[float] = []
        ends = [0]
        for each in (each for d in decisions for each in d.alternatives):
            columns += [index[name] for name in each]
            values += each.values()
            ends.append(len(columns))
        shape = (len(ends) - 1, len(self.names))
        self.signals = sparse.csr_array((np.array(values, np.float32), columns, ends), shape=shape)
        self.starts = np.cumsum([0, *(len(d.alternatives) for d in decisions)])
        self.right = np.zeros(shape[0], dtype=np.float32)
        for start, d in zip(self.starts, decisions, strict=False):
            self.right[[start + each for each in d.right]] = 1.0
        self.weight = np.array([d.weight for d in decisions], dtype=np.float32)

    def some(
        self, which: npt.NDArray[np.int64], aims: Floats
    ) -> tuple[sparse.csr_array, Floats, npt.NDArray[np.int64], Floats]:
        """The rows of these decisions, what each aims at, where each decision starts, and its weight."""
        rows = np.concatenate([np.arange(self.starts[each], self.starts[each + 1]) for each in which])
        sizes = self.starts[which + 1] - self.starts[which]
        return self.signals[rows], aims[rows], np.cumsum([0, *sizes[:-1]]), self.weight[which]


class _Adam:
    """Steps down a slope, each number at its own pace (Kingma and Ba, 2015)."""

    def __init__(self, values: Sequence[Floats]) -> None:
        self._values = values
        self._means = [np.zeros_like(each) for each in values]
        self._squares = [np.zeros_like(each) for each in values]
        self._steps = 0

    def step(self, slopes: Sequence[Floats], pace: float) -> None:
        self._steps += 1
        for at, slope in enumerate(slopes):
            self._means[at] += 0.1 * (slope - self._means[at])
            self._squares[at] += 0.001 * (slope * slope - self._squares[at])
            size = np.sqrt(self._squares[at] / (1 - 0.999**self._steps)) + 1e-8
            self._values[at][...] -= pace * (self._means[at] / (1 - 0.9**self._steps)) / size


def fit_network(decisions: Sequence[Decision], unheard: float = 0.0, throw: int = 0) -> Network:
    """The network for which the right alternatives are the likely ones; any right one will do.

    `unheard`: the share of a decision's signals that is left out at each step; `throw`: which throw of the dice.
    """
    data = _Table(decisions)
    return _learnt(data, data.right, _Pains(UNITS, LEFT_OUT, unheard, DECAY), throw)


def fit_as(networks: Sequence[Network], decisions: Sequence[Decision]) -> Network:
    """One network that says of these decisions what the networks say in the mean, with a part of their units.

    It learns how likely they hold each alternative, not which one is right, so that it trusts nothing more than they
    do though nothing is left out (Hinton, Vinyals and Dean, 2015).
    """
    data = _Table(decisions)
    said = np.mean([_said(network, data) for network in networks], axis=0)
    taught = _chances(said, np.diff(data.starts))
    return without_idle(_learnt(data, taught, _Pains(TAUGHT_UNITS, 0.0, 0.0, TAUGHT_DECAY), 0), decisions)


@dataclass(frozen=True, slots=True)
class _Pains:
    """What keeps a fit from trusting its texts too much."""

    units: int
    left_out: float  # of the units, at each step
    unheard: float  # of a decision's signals, at each step
    decay: float  # how strongly the units are held at 0


def _learnt(data: "_Table", aims: Floats, pains: _Pains, throw: int) -> Network:
    """The network after so many rounds; `aims` are 1 for each right alternative, or how likely each is to be."""
    dice = np.random.default_rng(throw)
    expected = np.array([EXPECTED.get(name, 0.0) for name in data.names], dtype=np.float32)
    table = dice.normal(0, 0.05, (len(data.names), 1 + pains.units)).astype(np.float32)
    table[:, 0] = expected
    least, pull = np.zeros(pains.units, np.float32), dice.normal(0, 0.3, pains.units).astype(np.float32)
    adam, count = _Adam((table, least, pull)), len(data.weight)
    orders = [dice.permutation(count) for _ in range(ROUNDS)]
    batches = [order[at : at + BATCH] for order in orders for at in range(0, count, BATCH)]
    for step, some in enumerate(batches):
        x, wanted, starts, weight = data.some(some, aims)
        x = _some_heard(x, starts, dice, pains.unheard)
        sums = x @ table
        kept = (dice.random((len(wanted), pains.units)) >= pains.left_out) / np.float32(1 - pains.left_out)
        alive = kept * (sums[:, 1:] + least > 0)
        stirred = alive * (sums[:, 1:] + least)
        off = _off(sums[:, 0] + stirred @ pull, wanted, starts, weight)
        below = alive * np.outer(off, pull)
        slope = x.T @ np.column_stack([off, below])
        slope[:, 0] += RIDGE / count * (table[:, 0] - expected)
        slope[:, 1:] += pains.decay / count * table[:, 1:]
        slopes = slope, below.sum(axis=0), stirred.T @ off + pains.decay / count * pull
        adam.step(slopes, PACE * max(0.02, 1 - step / len(batches)))
    return Network.of(data.names, table, least, pull)


def fit_mean(decisions: Sequence[Decision], throws: int) -> Network:
    """The mean of networks that only the dice part, as one: what one of them has by chance, the others have not."""
    return mean_of([fit_network(decisions, throw=throw) for throw in range(throws)])


def mean_of(networks: Sequence[Network]) -> Network:
    """One network that says what these say in the mean; it has the units of all."""
    names = [*dict.fromkeys(name for each in networks for name in each.names)]
    rows = {name: at for at, name in enumerate(names)}
    tables = [np.zeros((len(names), each.table.shape[1]), np.float32) for each in networks]
    for table, each in zip(tables, networks, strict=True):
        table[[rows[name] for name in each.names]] = each.table[:-1]
    alone = np.mean([table[:, :1] for table in tables], axis=0)
    whole = np.hstack([alone, *(table[:, 1:] for table in tables)]).astype(np.float32)
    least = np.concatenate([each.least for each in networks])
    pull = np.concatenate([each.pull / np.float32(len(networks)) for each in networks])
    return Network.of(names, whole, least, pull)


def without_idle(network: Network, decisions: Sequence[Decision]) -> Network:
    """The network without the units that part no alternatives: all but `IDLE` of how they part these is left."""
    data = _Table(decisions)
    parted = np.zeros(network.pull.size, np.float64)
    for stirred, sizes in _stirred(network, data):
        said = stirred[:, 1:] * network.pull
        mean = np.add.reduceat(said, np.cumsum([0, *sizes[:-1]]), axis=0) / sizes[:, None]
        parted += ((said - np.repeat(mean, sizes, axis=0)) ** 2).sum(axis=0)
    order = np.argsort(-parted)
    needed = int(np.searchsorted(np.cumsum(parted[order]), (1 - IDLE) * parted.sum())) + 1
    kept = np.sort(order[:needed])
    units = np.hstack([network.table[:-1, :1], network.table[:-1, 1:][:, kept]])
    return Network.of(network.names, units, network.least[kept], network.pull[kept])


def _said(network: Network, data: _Table) -> Floats:
    """What a network says of every alternative."""
    return np.concatenate([stirred[:, 0] + stirred[:, 1:] @ network.pull for stirred, _ in _stirred(network, data)])


def _stirred(network: Network, data: _Table) -> Iterator[tuple[Floats, npt.NDArray[np.int64]]]:
    """What each alternative says by itself and how far it stirs each unit, with the sizes of some decisions."""
    rows = network.rows[""]
    table = network.table[[rows[name] for name in data.names]]
    count = len(data.weight)
    for start, end in pairwise([*range(0, count, _AT_ONCE), count]):
        x = data.signals[data.starts[start] : data.starts[end]]
        sums = x @ table
        sums[:, 1:] = np.maximum(sums[:, 1:] + network.least, 0)
        yield sums, np.diff(data.starts[start : end + 1])


def _some_heard(
    x: sparse.csr_array, starts: npt.NDArray[np.int64], dice: np.random.Generator, unheard: float
) -> sparse.csr_array:
    """The signals, a part of each decision's left out in all its alternatives, the others so much louder."""
    sizes = np.diff([*starts, x.shape[0]])
    heard = (dice.random((len(starts), x.shape[1])) >= unheard) / np.float32(1 - unheard)
    of = np.repeat(np.repeat(np.arange(len(starts)), sizes), np.diff(x.indptr))  # the decision of each value
    return sparse.csr_array((x.data * heard[of, x.indices], x.indices, x.indptr), shape=x.shape)


def fit_beside(network: Network, decisions: Sequence[Decision]) -> Network:
    """The network as it is, with plain weights for the signals that stir none of its units.

    They are fitted beside what it says already, "network.says", of which as much is expected as it says.
    """
    table = network.table[:-1]
    own = [name for name, row in zip(network.names, table, strict=True) if row[1:].any()]
    known = set(own)
    beside = []
    for each in decisions:
        points = network.points([({name: alt[name] for name in alt if name in known},) for alt in each.alternatives])
        new = [{name: value for name, value in alt.items() if name not in known} for alt in each.alternatives]
        said = [{**alt, "network.says": one - max(points)} for alt, one in zip(new, points, strict=True)]
        beside.append(Decision(said, each.right, each.weight))
    weights = fit(beside, BESIDE)
    weights.pop("network.says", None)
    rows = np.zeros((len(weights), table.shape[1]), np.float32)
    rows[:, 0] = [*weights.values()]
    stirring = table[[name in known for name in network.names]]
    return Network.of([*own, *weights], np.vstack([stirring, rows]), network.least, network.pull)


def _off(points: Floats, aims: Floats, starts: npt.NDArray[np.int64], weight: Floats) -> Floats:
    """How far the chance of each alternative is from what it should be, by the weight of its decision.

    Of those aimed at with 1 any will do, so they share what is wanted by how likely they are already.
    """
    sizes = np.diff([*starts, len(points)])
    chance = _chances(points, sizes)
    just = np.where(aims == 1, chance, aims)
    wanted = just / np.repeat(np.maximum(np.add.reduceat(just, starts), 1e-12), sizes)
    return ((chance - wanted) * np.repeat(weight / weight.sum(), sizes)).astype(np.float32)


def _chances(points: Floats, sizes: npt.NDArray[np.int64]) -> Floats:
    """How likely each alternative is, by the points of all in its decision."""
    starts = np.cumsum([0, *sizes[:-1]])
    odds = np.exp(points - np.repeat(np.maximum.reduceat(points, starts), sizes))
    return odds / np.repeat(np.add.reduceat(odds, starts), sizes)
