"""Labelled texts as an encoder hears them, and what the network of figures learns from that."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from bench.fitting.figures import figures_of, right_readings, told_of
from bench.fitting.logit import Decision
from bench.fitting.texts import Text, part_of
from detectors.camps import camps
from detectors.encoder import Context, Encoder, heard, heard_by
from detectors.mediators import mediators
from detectors.network import in_full
from detectors.options import with_heard
from detectors.reading import day_of
from detectors.sequence import Row, row_of
from detectors.sides import Reading

PROMISED_WEIGHT = 4.0  # of a language file's examples: at twelve the figures of longer texts are read worse


def row(text: Text, readings: Sequence[Reading]) -> Row:
    """What an encoder hears of a text."""
    return row_of(readings, camps(readings, mediators(readings)), day_of(text.article.published))


def context_of(text: Text) -> Context:
    """A report as the encoder in use hears it."""
    return heard(row(text, told_of(text)))


def ways_heard(text: Text) -> list[Sequence[float]]:
    """How far a report's context speaks for each way to read each of its figures, heard by the encoder in use."""
    return context_of(text).ways([(figure.group, [*choices]) for figure, choices in figures_of(text)])


@cache
def unmet(part: int) -> Encoder:
    """The encoder that knows no event of this part."""
    return loaded(part_file(part))


def part_file(part: int) -> Path:
    return Path(__file__).with_name(f"encoder.{part}.npz")


def loaded(path: Path) -> Encoder:
    with path.open("rb") as file:
        return Encoder.load(file)


def figure_decisions(text: Text) -> list[Decision]:
    """How each number of people in a report is to be read, the report heard by an encoder that does not know it."""
    if not figures_of(text):
        return []
    with heard_by(unmet(part_of(text.event))):
        ways = ways_heard(text)
    sure = PROMISED_WEIGHT if text.item.get("promised") else 0.5 if text.gold.get("debatable") else 1.0
    out = []
    for (figure, choices), said in zip(figures_of(text), ways, strict=True):
        right = right_readings(text, figure, list(choices))
        if right:
            told = with_heard(choices, said)
            merged = [{k: v for part in parts for k, v in in_full(part).items()} for parts in told]
            out.append(Decision(merged, sorted(right), sure))
    return out
