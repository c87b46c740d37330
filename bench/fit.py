"""Fit detectors/weights.toml to labelled texts: for each decision of the detector, what each of its signals weighs.

    .venv/bin/python bench/fit.py [--write] [--folds N] [FILE.jsonl …]

The files hold labelled texts (default: tests/corpus/*.jsonl). Texts of held-out events are never fitted to. With
--folds the events are dealt into N parts, each read by weights fitted to the others, and the scores printed:
what to expect of texts that nobody has seen. Where the folder that $EXCHANGES_STREAMS names (default
../shared/streams) holds a stream, its entries teach the verdict what everyday news is like.
"""

import argparse
import json
import lzma
import os
import sys
import tomllib
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from detectors import Article, detect, language, weigh
from detectors.claims import Claim, read_claims
from detectors.claims import signals as claim_signals
from detectors.directions import camps
from detectors.figures import family
from detectors.identify import language_of
from detectors.mediators import candidates, mediators
from detectors.parties import camp
from detectors.report import joined, read_all, statuses
from detectors.transfers import Option, Read, Way, agreed, chances_of, options, read_figures
from detectors.types import Category
from detectors.verdict import signals

ROOT = Path(__file__).parent.parent
WEIGHTS = ROOT / "detectors/weights.toml"
Signals = Mapping[str, float]


@dataclass(frozen=True, eq=False)
class Text:
    """A labelled text."""

    item: Mapping[str, Any]
    article: Article

    @property
    def gold(self) -> Mapping[str, Any]:
        return self.item["gold"]

    @property
    def event(self) -> str:
        return str(self.gold.get("event_id") or self.item["id"])

    @property
    def readers(self) -> list[Mapping[str, Any]]:
        second = self.gold.get("second_reader")
        return [self.gold, {**self.gold, **second}] if second else [self.gold]


@dataclass(frozen=True)
class Decision:
    """Alternatives with their signals, some of which are right."""

    alternatives: Sequence[Signals]
    right: Sequence[int]
    weight: float = 1.0


def load(paths: Iterable[Path]) -> list[Text]:
    out = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = json.loads(line)
            texts = {key: item.get(key) or "" for key in ("title", "summary", "text")}
            out.append(
                Text(item, Article(id=item["id"], lang=item["lang"], published=day(item.get("published")), **texts))
            )
    return out


def day(text: str | None) -> datetime | date | None:
    return datetime.fromisoformat(text) if text else None


def part_of(event: str, parts: int) -> int:
    """Which part an event falls into, the same on every machine."""
    return zlib.crc32(event.encode()) % parts


def fit(decisions: Sequence[Decision], ridge: float) -> dict[str, float]:
    """Weights of a conditional logit in which any right alternative will do: expectation, then Newton's method."""
    names = sorted({name for d in decisions for each in d.alternatives for name in each})
    index = {name: i for i, name in enumerate(names)}
    tables = []
    for d in decisions:
        used = np.array(sorted({index[name] for each in d.alternatives for name in each}), dtype=int)
        place = {int(column): i for i, column in enumerate(used)}
        table = np.zeros((len(d.alternatives), len(used)))
        for row, each in enumerate(d.alternatives):
            for name, value in each.items():
                table[row, place[index[name]]] = value
        tables.append((used, table))
    prior = np.array([EXPECTED.get(name, 0.0) for name in names])
    w = prior.copy()
    for _ in range(25):
        gradient, hessian = -ridge * (w - prior), ridge * np.eye(len(names))
        for d, (used, x) in zip(decisions, tables, strict=True):
            odds = x @ w[used]
            p = np.exp(odds - odds.max())
            p /= p.sum()
            q = np.zeros(len(p))
            q[list(d.right)] = p[list(d.right)]
            q = q / q.sum() if q.sum() > 1e-12 else q
            gradient[used] += d.weight * (q - p) @ x
            mean = p @ x
            hessian[np.ix_(used, used)] += d.weight * ((x * p[:, None]).T @ x - np.outer(mean, mean))
        step = np.linalg.solve(hessian, gradient)
        w += step * min(1.0, 2.0 / max(1e-9, np.abs(step).max()))
        if np.abs(step).max() < 1e-2:
            break
    return {name: float(value) for name, value in zip(names, w, strict=True) if abs(value) >= 0.005}


@cache
def figures_of(text: Text) -> Sequence[tuple[Any, Mapping[Option, tuple[Signals, ...]]]]:
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
            merged = [{k: v for part in parts for k, v in part.items()} for parts in choices.values()]
            out.append(Decision(merged, sorted(right), 0.5 if text.gold.get("debatable") else 1.0))
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


def claim_decisions(texts: Sequence[Text], known: Mapping[tuple[str, str], list[Decision]]) -> list[Decision]:
    """Which of the movements that a report's figures speak for it tells: figures read by weights fitted to others."""
    out = []
    for part in range(CLAIM_FOLDS):
        others = [t for t in texts if part_of(t.event + "#", CLAIM_FOLDS) != part]
        figure = fit([d for t in others for d in known["figure", t.item["id"]]], MAKERS["figure"][1])
        for text in texts:
            if part_of(text.event + "#", CLAIM_FOLDS) == part:
                with weigh.weighed_by({"figure": figure}):
                    found = agreed([Read(each, chances_of(choices)) for each, choices in figures_of(text)])
                claims = read_claims(found)
                weight = 0.5 if text.gold.get("debatable") else 1.0
                out += [
                    Decision([{}, claim_signals(claim, claims, found)], [int(_is_told(claim, text))], weight)
                    for claim in claims
                ]
    return out


CLAIM_FOLDS, CLAIM_RIDGE = 4, 1.0


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


# What a reader would say before seeing any text: the fit departs from here as far as the texts ask for it.
EXPECTED = {
    "figure.bias": -1.5,
    "figure.named": 1.0,
    "figure.at.title": 1.5,
    "figure.at.lead": 1.5,
    "figure.at.second": 0.8,
    "figure.at.lower": -1.0,
    "figure.part": -2.5,
    "figure.single": -1.4,
    "figure.mode.done": 1.0,
    "figure.mode.running": 0.8,
    "figure.mode.planned": -2.0,
    "figure.mode.failed": -2.5,
    "figure.scope.past": -3.0,
    "figure.scope.fresh": 0.8,
    "figure.verb.none": -1.2,
    "figure.since.clause": -2.5,
    "figure.since.sentence": -0.5,
    "figure.recap.before": -1.5,
    "figure.recap.here": -1.5,
    "figure.taken": -1.5,
    "figure.paired": 0.6,
    "figure.each": 0.6,
    "figure.again": 0.6,
    "figure.summand": -1.0,
    "figure.exactness.about": -0.4,
    "figure.exactness.at_least": -0.4,
    "figure.single.counted": -2.5,
    "figure.name": -1.0,
    "figure.one.bare": -1.5,
    "joint.sum": 1.0,
    "joint.sum.apart": 1.5,
    "each.sum.apart": -1.5,
    "joint.sum.vague": 1.0,
    "each.bias": -1.5,
    "each.each": 4.0,
    "each.pair.same.nameless": 2.0,
    "each.two_subjects": 0.5,
    "each.nation": -1.5,
    "each.pair.other": -3.0,
    "joint.bias": -3.0,
    "joint.total": 2.0,
    "joint.swap.two": 1.5,
    "joint.each": -3.0,
    "joint.double": 1.0,
    "gives.from": 1.0,
    "gives.in.from": 2.0,
    "gives.holder": 1.0,
    "gives.in.holder": 2.0,
    "gets.from": -1.0,
    "gets.holder": -1.0,
    "gets.to": 1.0,
    "gets.in.to": 2.0,
    "gives.to": -1.0,
    "gets.own_nation": 3.0,
    "gives.own_nation": -2.0,
    "gets.nation.near": 0.5,
    "gets.in.bare.before.receive": 2.5,
    "gives.in.bare.before.receive": -1.5,
    "gets.in.bare.before.return.own": 1.5,
    "gives.in.bare.before.release": 2.0,
    "gets.in.bare.before.release": -1.5,
    "gives.in.bare.before.release.foreign": 0.5,
    "gives.in.bare.before.return.foreign": 1.0,
    "gives.in.bare.before.return.bodies": 1.0,
    "gets.in.bare.before.swap.own": 1.5,
    "gets.in.bare.behind.release": 1.0,
    "gives.in.by.behind.release": 2.0,
    "gives.in.by.behind.return": 1.0,
    "gives.in.by.behind.receive": -1.0,
    "gets.in.by.behind.receive": 1.0,
    "gets.in.speaker.before.receive.own": 0.5,
    "gives.rank.0": 0.8,
    "gets.rank.0": 0.8,
    "gives.rank.1": 0.6,
    "gets.rank.1": 0.6,
    "gives.rank.3": -0.6,
    "gets.rank.3": -0.6,
    "gives.helper": -2.5,
    "gets.helper": -2.5,
    "opponents": 1.0,
    "allies": -2.0,
    "gives.broker": -0.5,
    "gets.broker": -0.5,
    "strangers": -1.0,
    "gets.for.bare.before.release": 2.0,
    "gives.for.bare.before.release": -1.5,
    "gives.for.bare.before.receive": 2.0,
    "gets.for.bare.before.receive": -1.5,
    "gets.for.by.behind.release": 2.0,
    "gives.for.by.behind.release": -1.0,
    "gives.for.to": 1.0,
    "gets.for.from": 1.0,
    "gets.behind.to": 1.0,
    "gets.ahead.to": 0.5,
    "gives.behind.from": 1.0,
    "gives.ahead.from": 0.5,
    "figure.leg": 0.5,
    "figure.listed": -1.5,
    "figure.yesterday": -0.5,
    "figure.total.legs": -1.0,
    "figure.first.kind": 0.5,
    "figure.rank.alone": 1.0,
    "gets.object.release": 2.0,
    "gives.object.release": -1.5,
    "together": 0.7,
    "gets.proxied": -1.5,
    "gives.proxied": -1.0,
    "gets.compatriots.proxied": 1.5,
    "gives.compatriots.proxied": -1.5,
    "has.rank.0": 0.8,
    "has.rank.1": 0.6,
    "has.helper": -2.5,
    "partner.gives": 2.0,
    "partner.gets": -2.0,
}


def readings_of(text: Text) -> Sequence[Any] | None:
    code = language_of(text.article)
    return read_all(text.article, language.load(code)) if code is not None else None


def mediator_decisions(text: Text) -> list[Decision]:
    """Which parties beside words of mediation are helpers."""
    readings = readings_of(text) if text.gold["is_report"] else None
    if readings is None:
        return []
    out = []
    for party, told in candidates(readings).items():
        said = [camp(party) in {camp(each) for each in reader.get("mediators") or []} for reader in text.readers]
        right = [int(yes) for yes in sorted(set(said))]
        if len(right) == 1:
            out.append(Decision([{}, told], right))
    return out


def status_decisions(text: Text) -> list[Decision]:
    """How far the reported exchange has come."""
    readings = readings_of(text) if text.gold["is_report"] else None
    if readings is None:
        return []
    choices = statuses(readings, signals(readings))
    wanted = {str(reader.get("status")) for reader in text.readers}
    right = [i for i, status in enumerate(choices) if status in wanted]
    return [Decision(list(choices.values()), right)] if right else []


def verdict_decisions(text: Text) -> list[Decision]:
    """Whether the text reports an exchange: as a whole, as a feed clips it, and without its title."""
    out = []
    clipped = replace(
        text.article, summary=(text.article.summary or text.article.text)[:SUMMARY].rpartition(" ")[0], text=""
    )
    untitled = replace(text.article, title="")
    variants = [(text.article, 1.0), (clipped, CLIPPED_WEIGHT)]
    if text.article.title and len(text.article.text) >= SUMMARY:
        variants.append((untitled, UNTITLED_WEIGHT))
    for article, weight in variants:
        found = verdict_signals(article)
        if found:
            out.append(
                Decision(
                    [{}, found], [int(text.gold["is_report"])], weight * (0.3 if text.gold.get("debatable") else 1.0)
                )
            )
    return out


def verdict_signals(article: Article) -> dict[str, float] | None:
    """The signals of an article; None where the prefilter or an absent verb of movement already says no."""
    code = language_of(article)
    if code is None:
        return None
    chosen = language.load(code)
    if not chosen.prefilter.passes(joined(article)):
        return None
    found = signals(read_all(article, chosen))
    return found if found["moves"] else None


def entry_decisions() -> list[Decision]:
    """Real feed entries with their labels, without those on which people differ."""
    folder = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
    labels = json.loads((ROOT / "tests/corpus/stream-2022.labels.json").read_text(encoding="utf-8"))
    yes, maybe = set(labels["reports"]), set(labels["maybe"])
    out = []
    paths = sorted(folder.glob("feeds-2022.jsonl.xz"))
    if not paths:
        print(f"no feeds-2022.jsonl.xz in {folder}: the verdict learns no everyday news", file=sys.stderr)
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if item["id"] not in maybe:
                    texts = {key: item.get(key) or "" for key in ("title", "summary")}
                    found = verdict_signals(
                        Article(lang=item.get("lang"), published=day(item.get("published")), **texts)
                    )
                    if found:
                        out.append(Decision([{}, found], [int(item["id"] in yes)], ENTRY_WEIGHT))
    return out


def examples() -> list[Text]:
    """The examples that every language file brings, as titles."""
    out = []
    for code in language.codes():
        data = tomllib.loads((ROOT / "detectors/lang" / f"{code}.toml").read_text(encoding="utf-8"))
        for n, example in enumerate(data.get("example", [])):
            gold = {"is_report": example["report"], "transfers": [told(each) for each in example.get("transfers", [])]}
            item = {"id": f"example-{code}-{n}", "gold": gold}
            out.append(
                Text(item, Article(id=item["id"], title=example["text"], lang=code, published=date(2025, 6, 13)))
            )
    return out


def told(transfer: str) -> dict[str, Any]:
    """The transfer that an example writes as "Russia > Ukraine 103 prisoners_of_war"."""
    giver, rest = transfer.split(" > ")
    receiver, count, category = rest.rsplit(" ", 2)
    return {
        "released_by": giver.split(" + "),
        "returned_to": receiver.split(" + "),
        "count": int(count),
        "category": category,
    }


SUMMARY = 260  # characters of a clipped text
CLIPPED_WEIGHT, UNTITLED_WEIGHT, ENTRY_WEIGHT = 0.4, 0.3, 0.8
MAKERS: dict[str, tuple[Callable[[Text], list[Decision]], float]] = {
    "figure": (figure_decisions, 1.0),
    "mediator": (mediator_decisions, 0.5),
    "status": (status_decisions, 2.0),
    "verdict": (verdict_decisions, 3.0),
}


def fitted(
    texts: Sequence[Text],
    cache: dict[tuple[str, str], list[Decision]],
    always: Mapping[str, list[Decision]] = MappingProxyType({}),
) -> dict[str, dict[str, float]]:
    out = {}
    for name, (make, ridge) in MAKERS.items():
        decisions = list(always.get(name, []))
        for text in texts:
            key = (name, text.item["id"])
            if key not in cache:
                cache[key] = make(text)
            decisions += cache[key]
        out[name] = fit(decisions, ridge)
    return out | {"claim": fit(claim_decisions(texts, cache), CLAIM_RIDGE)}


def kept() -> dict[str, dict[str, float]]:
    return tomllib.loads(WEIGHTS.read_text(encoding="utf-8"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted((ROOT / "tests/corpus").glob("*.jsonl")))
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--quick", action="store_true", help="without the stream")
    parser.add_argument("--out", type=Path, help="where the folds' answers go, a JSON line a text")
    args = parser.parse_args()
    texts = load(args.files)
    cache: dict[tuple[str, str], list[Decision]] = {}
    always = {"verdict": entry_decisions()} if not args.quick else {}
    taught = examples()
    if args.folds:
        from bot.wire import detection_to_json

        lines = []
        for fold in range(args.folds):
            weights = fitted([t for t in texts if part_of(t.event, args.folds) != fold] + taught, cache, always)
            with weigh.weighed_by(weights):
                found = [detect(t.article) for t in texts if part_of(t.event, args.folds) == fold]
            lines += [json.dumps(detection_to_json(each)) for each in found]
        args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    if args.write:
        tables = kept() | fitted(texts + taught, cache, always)
        lines = ["# How much each signal counts in each decision (log-odds); made by bench/fit.py."]
        for name, table in tables.items():
            lines += [f"[{name}]", *(f'"{key}" = {value:.3f}' for key, value in table.items()), ""]
        WEIGHTS.write_text("\n".join(lines).rstrip() + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
