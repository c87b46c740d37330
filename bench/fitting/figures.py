"""What labels say of a report's figures: how each number is to be read."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bench.fitting.texts import Text, readings_of
from detectors.camps import camps
from detectors.figures import Figure, read_figures
from detectors.mediators import mediators
from detectors.network import Said
from detectors.options import Option, Way, options
from detectors.parties import camp
from detectors.people import family
from detectors.sides import Reading
from detectors.types import Category


@cache
def told_of(text: Text) -> Sequence[Reading]:
    """The sentences of a report; none of another text."""
    return (readings_of(text) if text.gold["is_report"] else None) or ()


@cache
def figures_of(text: Text) -> Sequence[tuple[Figure, Mapping[Option, tuple[Said, ...]]]]:
    """The numbers of people in a report, each with every way to read it."""
    readings = told_of(text)
    if not readings:
        return ()
    sides = camps(readings, mediators(readings))
    return tuple((figure, options(figure, sides)) for figure in read_figures(readings))


def right_readings(text: Text, figure: Figure, choices: Sequence[Option]) -> set[int]:
    """Which ways to read a figure of a report are right by either reader; none where its labels say nothing of it."""
    same = [each for each, _ in figures_of(text) if each.group.count == figure.group.count]
    alone = len(same) == 1 or _for_each(figure)
    return {at for reader in text.readers for at in right_options(figure, choices, reader, alone=alone)}


def _for_each(figure: Figure) -> bool:
    """Whether the figure's own words say that it holds for either side ("103 each", "103 for 103")."""
    group = figure.group
    partner = figure.reading.groups[group.pair] if group.pair is not None else None
    return group.each or (
        partner is not None and partner.count == group.count and group.nation is None and partner.nation is None
    )


def _may_be(told: Category | None, label: Category) -> bool:
    """Whether people that a text calls so are what a label says."""
    kinds = {family(label), family(told) if told is not None else family(label)}
    return len(kinds) == 1 or Category.PRISONERS in kinds


def right_options(figure: Figure, choices: Sequence[Option], reader: Mapping[str, Any], *, alone: bool) -> set[int]:
    group = figure.group
    dead = group.category is Category.BODIES
    told = [t for t in reader["transfers"] if t.get("count") == group.count and (t["category"] == "bodies") == dead]
    # Labels call those hostages whom words for civilians or children count: what they are called parts them only from
    # others that are as many.
    alike = [t for t in told if _may_be(group.category, Category(t["category"]))]
    ways = {(frozenset(map(camp, t["released_by"])), frozenset(map(camp, t["returned_to"]))) for t in alike or told}
    if not ways:
        return {choices.index(Option(Way.NONE))}
    if group.single and group.nation is not None and not alone:  # of two who went for each other, each went home
        ways = {way for way in ways if camp(group.nation) in way[1]} or ways
    out = set()
    each = any((b, a) in ways and a != b for a, b in ways)
    for i, option in enumerate(choices):
        if option.way is Way.ONE:
            fits = any(
                (not a or option.giver in a) and (not b or option.receiver in b) and not (a & b) for a, b in ways
            )
            if fits and not (each and alone):
                out.add(i)
        elif (
            option.way is Way.EACH
            and any((b, a) in ways and a != b and {option.giver, option.receiver} <= a | b for a, b in ways)
        ) or (option.way is Way.JOINT and any(a & b and {option.giver, option.receiver} <= a | b for a, b in ways)):
            out.add(i)
    return out  # nothing: the sides were not found, which teaches nothing of figures
