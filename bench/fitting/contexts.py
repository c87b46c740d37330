"""The fit of detectors/encoder.py to labelled reports, by JAX: what their figures are and how far the exchange is."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from itertools import count
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import numpy.typing as npt
import optax

from bench.fitting.figures import figures_of, right_readings, told_of
from bench.fitting.hearing import loaded, part_file, row
from bench.fitting.reports import clipped
from bench.fitting.texts import PARTS, ROOT, Text, part_of, readings_of
from detectors.encoder import (
    STATUSES,
    Asked,
    Encoder,
    Items,
    asked,
    biases,
    encode,
    figure_points,
    shapes,
    whole_points,
)
from detectors.options import Option, Way, chances_of
from detectors.sequence import NO_SIDE, NUMBERS, ORGANISATION, SIDES, Row

ROUNDS, PACE, DECAY = 8, 3e-3, 0.05
FURTHER_ROUNDS, FURTHER_PACE = 4, 2e-3  # for one that has learnt before
# Left out at each step: of what the encoder makes of items, and of their names, up to so much of a text.
LEFT_OUT, UNHEARD = 0.2, 0.12
STATUS_WEIGHT, NEWS_WEIGHT = 0.3, 0.5  # of a report's status and of whether it is one, beside one of its figures
PROMISED_WEIGHT, ENTRY_WEIGHT = 8.0, 2.0  # of a language file's examples, which must come out right; of everyday news
TAUGHT = 0.5  # by so much what several encoders say is right, beside what labels say
RARE = 5  # a name that fewer items have is none
# Texts are looked at together with others as long: of so many items so many texts, with figures and ways to read one.
_ITEMS = {32: 48, 48: 48, 64: 48, 96: 24, 128: 24, 192: 12, 256: 12}
_ASKED = ((4, 28), (12, 64), (80, 192))


@dataclass(frozen=True, eq=False)
class Opinion:
    """What encoders say of a text, in chances."""

    ways: Sequence[npt.NDArray[np.float32]]  # of each figure: of each way to read it
    statuses: npt.NDArray[np.float32]
    news: float


@dataclass(frozen=True, eq=False)
class Example:
    """A labelled text as the encoder reads it, with what is right."""

    event: str
    row: Row
    figures: Sequence[tuple[int, Sequence[Option]]]
    right: Sequence[Sequence[int]]  # of each figure: which ways to read it are right
    statuses: Sequence[int]
    news: bool
    weight: float
    said: Opinion | None = None  # by several encoders in the mean, from which it is to learn as well


def examples_of(texts: Sequence[Text]) -> list[Example]:
    """Every labelled text in which anybody may have moved."""
    return [each for text in texts if (each := _example(text)) is not None]


def _example(text: Text) -> Example | None:
    readings = told_of(text) or readings_of(text) or ()
    if not any(reading.moves for reading in readings):
        return None
    heard = row(text, readings)
    told = []
    chances = chances_of([choices for _, choices in figures_of(text)])
    for (figure, choices), chance in zip(figures_of(text), chances, strict=True):
        at, ways = heard.places.get(id(figure.group)), list(choices)
        right = right_readings(text, figure, ways)
        if _goes_either_way([ways[each] for each in right]):
            right = {max(right, key=[chance[way] for way in ways].__getitem__)}
        if at is not None and right:
            told.append(((at, ways), sorted(right)))
    wanted = {str(reader.get("status")) for reader in text.readers}
    statuses = [at for at, status in enumerate(STATUSES) if status in wanted]
    sure = PROMISED_WEIGHT if text.item.get("promised") else ENTRY_WEIGHT if text.item.get("entry") else 1.0
    sure *= 0.5 if text.gold.get("debatable") else 1.0
    news = bool(text.gold["is_report"])
    return Example(
        text.event, heard, [figure for figure, _ in told], [right for _, right in told], statuses, news, sure
    )


def _goes_either_way(right: Sequence[Option]) -> bool:
    """Whether as many went back and labels do not tell which mention of the number is which: signals must."""
    ways = {option for option in right if option.way is Way.ONE}
    return any(Option(Way.ONE, way.receiver, way.giver) in ways for way in ways)


def examples_for(texts: Sequence[Text], unseen: Sequence[Text], entries: Sequence[Text]) -> list[Example]:
    """What teaches the encoder: texts, those `unseen` as a feed clips them and reports whole, and a feed's own entries.

    Of what is clipped nobody knows which figures are still told of.
    """
    brief = examples_of([*map(clipped, unseen), *entries])
    whole = examples_of([*texts, *(text for text in unseen if text.gold["is_report"])])
    return whole + [replace(each, figures=(), right=()) for each in brief]


def fit_encoders(examples: Sequence[Example], *, further: bool) -> None:
    """Write down the encoder that the detector uses, and for each part one that is fitted to the others.

    `further`: each only learns more, the one in use from what all of them say of the texts as well.
    """
    for part, path in enumerate([*map(part_file, range(PARTS)), ROOT / "detectors/encoder.npz"]):
        others = [each for each in examples if part == PARTS or part_of(each.event) != part]
        if not further:
            fit_encoder(others).save(path)
            continue
        kept = loaded(path)
        if part == PARTS:
            others = taught_by([kept, *map(loaded, map(part_file, range(PARTS)))], others)
        fit_encoder(others, FURTHER_ROUNDS, kept=kept).save(path)


def taught_by(encoders: Sequence[Encoder], examples: Sequence[Example]) -> list[Example]:
    """The examples with what these encoders say of them, the mean of their log-odds.

    That is better than what one of them says, and whoever learns it becomes as good (Hinton, Vinyals and Dean, 2015).
    """
    return [replace(each, said=_said_by(encoders, each)) for each in examples]


def _said_by(encoders: Sequence[Encoder], example: Example) -> Opinion:
    heard = [encoder.read(example.row) for encoder in encoders]
    whole = [whole_points(each.weights, each.items, each.rows) for each in heard]
    questions = asked(example.row, example.figures)
    ways = [figure_points(each.weights, each.items, questions, each.rows, each.sides) for each in heard]
    figures = enumerate(example.figures)
    return Opinion(
        ways=[_chances([points[at, : len(choices)] for points in ways]) for at, (_, choices) in figures],
        statuses=_chances([statuses for _, statuses in whole]),
        news=float(1 / (1 + np.exp(-np.mean([np.clip(news, -_WRONG, _WRONG) for news, _ in whole])))),
    )


def _chances(points: Sequence[npt.NDArray[Any]]) -> npt.NDArray[np.float32]:
    """How likely several encoders hold each choice in the mean of what they say, which is in log-odds."""
    mean = np.mean([each - np.logaddexp.reduce(each) for each in points], axis=0)
    return np.asarray(np.exp(mean - np.logaddexp.reduce(mean)), np.float32)


def fit_encoder(
    examples: Sequence[Example], rounds: int = ROUNDS, throw: int = 0, kept: Encoder | None = None
) -> Encoder:
    """The encoder for which what the labels say of these texts is likely; it begins as `kept`, or as dice have it."""
    names = _known((item.names for each in examples for item in each.row.items), RARE)
    said = _known((said for each in examples for said in each.row.said), RARE)
    dice = np.random.default_rng(throw)
    weights = _drawn(shapes(len(names), len(said)), dice)
    if kept is not None:
        weights = _learnt(weights, names, said, kept)
    unfitted = Encoder(names, said, weights)
    lots = _lots([(unfitted.items(each.row), each) for each in examples])
    state, key = _ADAM.init(weights), jax.random.PRNGKey(throw)
    fastest = PACE if kept is None else FURTHER_PACE
    steps = rounds * sum(-(-len(lot) // _ITEMS[items]) for (items, _, _), lot in lots.items())
    pace = optax.warmup_cosine_decay_schedule(0.0, fastest, steps // 20, steps, fastest / 50)
    done = count()
    for turn in range(rounds):
        offs = []
        for batch in _batches(lots, dice):
            key, own = jax.random.split(key)
            weights, state, off = _step(weights, state, batch, own, pace(next(done)))
            offs.append(off)
        print(f"encoder, round {turn + 1} of {rounds}: {np.mean(offs):.4f}", flush=True)
    return Encoder(names, said, {name: np.asarray(each) for name, each in weights.items()})


_ADAM = optax.chain(optax.clip_by_global_norm(1.0), optax.scale_by_adam(), optax.add_decayed_weights(DECAY))


@partial(jax.jit, donate_argnums=(0, 1))
def _step(weights: Any, state: Any, batch: Mapping[str, Any], key: Any, pace: Any) -> tuple[Any, Any, Any]:
    """The weights one step down the slope of some examples, and how far off they were."""
    off, slopes = jax.value_and_grad(_off)(weights, batch, key)
    changes, state = _ADAM.update(slopes, state, weights)
    return optax.apply_updates(weights, jax.tree.map(lambda each: -pace * each, changes)), state, off


def _known(named: Iterable[Sequence[str]], least: int) -> dict[str, int]:
    counts: dict[str, int] = {}
    for names in named:
        for name in names:
            counts[name] = counts.get(name, 0) + 1
    return {name: at for at, name in enumerate(sorted(name for name in counts if counts[name] >= least), 1)}


def _drawn(shapes: Mapping[str, tuple[int, ...]], dice: np.random.Generator) -> dict[str, Any]:
    """Weights to begin with: those that scale are 1, those that add are 0, tables of names of one size."""
    out = {}
    for name, shape in shapes.items():
        last = name.rpartition(".")[2]
        if last in _ONES or last in _NOTHING:
            out[name] = jnp.full(shape, float(last in _ONES))
        else:
            size = _SIZES.get(last, 1 / math.sqrt(shape[0])) / (2 if last in {"out", "narrow"} else 1)
            out[name] = jnp.array(dice.normal(0, size, shape), jnp.float32)
    return out


def _learnt(weights: Any, names: Mapping[str, int], said: Mapping[str, int], kept: Encoder) -> dict[str, Any]:
    """The weights of `kept`; those of names that it does not know stay as they are."""
    out = {name: jnp.array(each) for name, each in kept.weights.items()}
    for table, new, old in (("names", names, kept.names), ("said", said, kept.said)):
        both = [name for name in new if name in old]
        own = jnp.array([old[name] for name in both], int)
        out[table] = weights[table].at[jnp.array([new[name] for name in both], int)].set(out[table][own])
    return out


_ONES = frozenset({"last", "first", "second"})
_NOTHING = frozenset({"least", "words", "sentences", "alike", "way"})
_SIZES = {"names": 0.3, "sides": 0.3, "numbers": 0.3, "said": 0.2, "unnamed": 0.1, "ties": 0.1}
_Lots = Mapping[tuple[int, int, int], Sequence[tuple[Items, Example]]]


def _lots(read: Sequence[tuple[Items, Example]]) -> _Lots:
    """The examples by the sizes to which they are filled up."""
    out: dict[tuple[int, int, int], list[tuple[Items, Example]]] = {}
    for items, example in read:
        ways = max([len(choices) for _, choices in example.figures], default=0)
        length = next(each for each in _ITEMS if each >= len(items.side))
        asked = next(each for each in _ASKED if each[0] >= len(example.figures) and each[1] >= ways)
        out.setdefault((length, *asked), []).append((items, example))
    return out


def _batches(lots: _Lots, dice: np.random.Generator) -> Iterator[dict[str, Any]]:
    """Every example once, in a new order, sides and numbers numbered anew, some names left out."""
    parts = []
    for size, lot in lots.items():
        order, most = dice.permutation(len(lot)), _ITEMS[size[0]]
        parts += [(size, [lot[at] for at in order[start : start + most]]) for start in range(0, len(lot), most)]
    for at in dice.permutation(len(parts)):
        size, some = parts[at]
        filled = [_filled(items, each, size, dice) for items, each in some]
        filled += [_blank(filled[0])] * (_ITEMS[size[0]] - len(some))
        yield {name: np.stack([each[name] for each in filled]) for name in filled[0]}


def _filled(x: Items, example: Example, size: tuple[int, int, int], dice: np.random.Generator) -> dict[str, Any]:
    """An example filled up to a size, with its sides and numbers numbered by the dice and some names left out."""
    items, figures, ways = size
    side, number = dice.permutation(SIDES), dice.permutation(NUMBERS)
    back = np.argsort(side)
    questions = asked(example.row, example.figures)
    right, possible = np.zeros((2, figures, ways), np.float32)
    for at, ((_, choices), each) in enumerate(zip(example.figures, example.right, strict=True)):
        right[at, each], possible[at, : len(choices)] = 1, 1
    said = example.said or Opinion([], np.zeros(len(STATUSES), np.float32), 0.0)
    likely = np.zeros((figures, ways), np.float32)
    for at, chances in enumerate(said.ways):
        likely[at, : len(chances)] = chances
    return {
        "names": _padded(np.where(dice.random(x.names.shape) < UNHEARD * dice.random(), 0, x.names), items, _NAMES),
        "side": _padded(np.array([0, *(side + 1), NO_SIDE, ORGANISATION])[x.side], items),
        "number": _padded(np.array([0, *(number + 1)])[x.number], items),
        "word": _padded(x.word, items),
        "sentence": _padded(x.sentence, items),
        "there": _padded(x.there, items),
        "said": _padded(np.where(dice.random(x.said.shape) < UNHEARD, 0, x.said)[back], SIDES, _SAID),
        "ties": x.ties[back][:, back],
        "figure": _padded(questions.figure, figures),
        "way": _padded(questions.way, figures, ways),
        "giver": _padded(side[questions.giver], figures, ways),
        "receiver": _padded(side[questions.receiver], figures, ways),
        "right": right,
        "possible": possible,
        "status": np.array([float(at in example.statuses) for at in range(len(STATUSES))], np.float32),
        "news": np.float32(example.news),
        "weight": np.float32(example.weight),
        "taught": np.float32(TAUGHT if example.said else 0.0),
        "heard": likely,
        "heard_status": said.statuses,
        "heard_news": np.float32(said.news),
    }


def _padded(rows: npt.NDArray[Any], *shape: int) -> npt.NDArray[Any]:
    """A table filled up with 0 to this shape."""
    return np.pad(rows, [(0, size - had) for size, had in zip(shape, rows.shape, strict=True)])


_NAMES, _SAID = 24, 40  # names that an item has at most, and things that are said of a side


def _blank(filled: dict[str, Any]) -> dict[str, Any]:
    """What fills up a batch: nothing of it is right or wrong."""
    nothing = {name: filled[name] * 0 for name in ("possible", "right", "status", "weight")}
    return {**filled, **nothing}


def _off(weights: Any, batch: dict[str, Any], key: Any) -> Any:
    """How unlikely the encoder holds what is right, the mean of figures, of statuses and of texts.

    Where others said something of a text, that is right by so much (`taught`).
    """
    keys = jax.random.split(key, len(batch["weight"]))
    figures, news, statuses = jax.vmap(partial(_points, weights))(batch, keys)
    taught, weight = batch["taught"], batch["weight"]
    possible = batch["possible"] > 0
    likely = jax.nn.log_softmax(jnp.where(possible, figures, -1e9), -1)
    right = jnp.maximum(_any_of(likely, batch["right"]), -_WRONG)
    said = (jnp.where(possible, jnp.maximum(likely, -_WRONG), 0) * batch["heard"]).sum(-1)
    counted = batch["right"].any(-1) * weight[:, None]
    of_figures = (_mixed(right, said, taught[:, None]) * counted).sum() / jnp.maximum(counted.sum(), 1)
    likely = jnp.maximum(jax.nn.log_softmax(statuses, -1), -_WRONG)
    known = batch["status"].any(-1) * weight
    told = _mixed(_any_of(likely, batch["status"]), (likely * batch["heard_status"]).sum(-1), taught)
    of_statuses = (told * known).sum() / jnp.maximum(known.sum(), 1)
    news = jnp.clip(news, -_WRONG, _WRONG)
    is_news, is_none = jax.nn.log_sigmoid(news), jax.nn.log_sigmoid(-news)
    said = batch["heard_news"] * is_news + (1 - batch["heard_news"]) * is_none
    told = _mixed(jnp.where(batch["news"] > 0, is_news, is_none), said, taught)
    of_texts = (told * weight).sum() / jnp.maximum(weight.sum(), 1)
    return -of_figures - STATUS_WEIGHT * of_statuses - NEWS_WEIGHT * of_texts


def _any_of(likely: Any, right: Any) -> Any:
    """How likely any of those that are right is, in logarithms like each of them."""
    return jax.nn.logsumexp(jnp.where(right > 0, likely, -1e9), -1)


def _mixed(labels: Any, said: Any, taught: Any) -> Any:
    return (1 - taught) * labels + taught * said


_WRONG = 12.0  # as wrong as a text can make the fit; some labels cannot be met


def _points(weights: Any, one: dict[str, Any], key: Any) -> tuple[Any, Any, Any]:
    x, questions = (kind(**{each.name: one[each.name] for each in fields(kind)}) for kind in (Items, Asked))
    keys = iter(jax.random.split(key, _DRAWS))

    def keep(y: Any) -> Any:
        return jnp.where(jax.random.bernoulli(next(keys), 1 - LEFT_OUT, y.shape), y / (1 - LEFT_OUT), 0)

    rows, sides = encode(weights, biases(weights, jnp), x, jnp, keep)
    return figure_points(weights, x, questions, rows, sides, jnp, keep), *whole_points(weights, x, rows, jnp, keep)


_DRAWS = 16
