"""What labels say of a report's figures: how each number is to be read, and which movements are told."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from bench.fitting.logit import Decision
from bench.fitting.networks import UNHEARD, fit_network
from bench.fitting.texts import Text, part_of, readings_of
from detectors import weigh
from detectors.camps import camps
from detectors.claims import Claim, read_claims
from detectors.claims import signals as claim_signals
from detectors.figures import read_figures
from detectors.mediators import mediators
from detectors.network import Network, Said, in_full
from detectors.options import Option, Way, chances_of, options
from detectors.parties import camp
from detectors.people import family
from detectors.transfers import Read, agreed
from detectors.types import Category

CLAIM_FOLDS = 4
PROMISED_WEIGHT = 4.0  # of a language file's examples: at twelve the figures of longer texts are read worse


@cache
def figures_of(text: Text) -> Sequence[tuple[Any, Mapping[Option, tuple[Said, ...]]]]:
    """The numbers of people in a report, each with every way to read it."""
    readings = readings_of(text) if text.gold["is_report"] else None
    if readings is None:
        return ()
    sides = camps(readings, mediators(readings))
    return tuple((figure, options(figure, sides)) for figure in read_figures(readings))


def figure_decisions(text: Text) -> list[Decision]:
    """How each number of people in a report is to be read."""
    out = []
    for figure, choices in figures_of(text):
        same = [f for f, _ in figures_of(text) if f.group.count == figure.group.count]
        right: set[int] = set()
        for reader in text.readers:
            right |= right_options(figure, list(choices), reader, alone=len(same) == 1 or _for_each(figure))
        if right:
            merged = [{k: v for part in parts for k, v in in_full(part).items()} for parts in choices.values()]
            sure = PROMISED_WEIGHT if text.item.get("promised") else 0.5 if text.gold.get("debatable") else 1.0
            out.append(Decision(merged, sorted(right), sure))
    return out


def _for_each(figure: Any) -> bool:
    """Whether the figure's own words say that it holds for either side ("103 each", "103 for 103")."""
    group = figure.group
    partner = figure.reading.groups[group.pair] if group.pair is not None else None
    return group.each or (
        partner is not None and partner.count == group.count and group.nation is None and partner.nation is None
    )


def right_options(figure: Any, choices: Sequence[Option], reader: Mapping[str, Any], *, alone: bool) -> set[int]:
    group = figure.group
    dead = group.category is Category.BODIES
    ways: set[tuple[frozenset[str], frozenset[str]]] = set()
    for t in reader["transfers"]:
        if t.get("count") != group.count or (t["category"] == "bodies") != dead:
            continue
        kind = family(Category(t["category"]))
        if (
            group.category is not None
            and kind != family(group.category)
            and Category.PRISONERS not in (kind, family(group.category))
        ):
            continue
        ways.add((frozenset(map(camp, t["released_by"])), frozenset(map(camp, t["returned_to"]))))
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


def claim_decisions(texts: Sequence[Text], figure: Network) -> list[Decision]:
    """Which of the movements that a report's figures speak for it tells, the figures read by this network."""
    out = []
    with weigh.weighed_by({"figure": figure}):
        for text in texts:
            chances = chances_of([choices for _, choices in figures_of(text)])
            read = zip(figures_of(text), chances, strict=True)
            found = agreed([Read(one, each) for (one, _), each in read])
            claims = read_claims(found)
            weight = 0.5 if text.gold.get("debatable") else 1.0
            out += [
                Decision([{}, claim_signals(claim, claims, found)], [int(_is_told(claim, text))], weight)
                for claim in claims
            ]
    return out


def unmet_claim_decisions(texts: Sequence[Text], known: Mapping[tuple[str, Text], list[Decision]]) -> list[Decision]:
    """The same, each text's figures read by a network that was fitted to the others."""
    out = []
    for part in range(CLAIM_FOLDS):
        parts = {text: part_of(text.event + "#", CLAIM_FOLDS) for text in texts}
        figure = fit_network([d for text in texts if parts[text] != part for d in known["figure", text]], UNHEARD)
        out += claim_decisions([text for text in texts if parts[text] == part], figure)
    return out


def _is_told(claim: Claim, text: Text) -> bool:
    """Whether either reader's labels hold the movement."""
    gives, gets = ({claim.giver}, {claim.receiver}) if claim.way is Way.ONE else (claim.sides, claim.sides)
    for reader in text.readers:
        for t in reader["transfers"]:
            givers, receivers = set(map(camp, t["released_by"])), set(map(camp, t["returned_to"]))
            both = claim.way is Way.JOINT and givers & receivers
            if (
                (t.get("count"), t["category"] == "bodies") == (claim.count, claim.dead)
                and (not givers or givers & gives)
                and (not receivers or receivers & gets)
                and (both or not ((gives - givers) & receivers or (gets - receivers) & givers))
            ):
                return True
    return False
