"""Fit detectors/weights.toml: logistic regression over the signals of labelled texts, and of real feed entries.

    .venv/bin/python bench/fit_verdict.py [--write] FILE.jsonl …

The files hold labelled texts (tests/corpus/*.jsonl; those with `"split": "holdout"` are only measured). Where the
folder that $EXCHANGES_STREAMS names (default ../shared/streams) holds a stream, its entries teach everyday news.
"""

import argparse
import json
import lzma
import os
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import numpy as np

from detectors import Article, language
from detectors.report import read_all
from detectors.verdict import signals

ROOT = Path(__file__).parent.parent
RIDGE = 1.0
STREAM_WEIGHT = 0.5
CLIPPED_WEIGHT, EXAMPLE_WEIGHT = 0.4, 1.0
SUMMARY = 260  # characters


def day(text: str | None) -> datetime | date | None:
    """A published time as the files write it."""
    return datetime.fromisoformat(text) if text else None


def features(article: Article) -> dict[str, float] | None:
    """The signals of an article; None where the prefilter or an absent verb of movement already says no."""
    code = language.choose(article)
    if code is None:
        return None
    chosen = language.load(code)
    if not chosen.prefilter.passes(f"{article.title}\n{article.summary}\n{article.text}".lower()):
        return None
    found = signals(read_all(article, chosen))
    return found if found["moves"] else None


def corpus(path: Path) -> Iterator[tuple[Article, bool, float, bool]]:
    """(article, is a report, weight, held out) of each labelled text."""
    for line in path.read_text(encoding="utf-8").splitlines():
        item = json.loads(line)
        gold = item["gold"]
        texts = {key: item.get(key) or "" for key in ("title", "summary", "text")}
        article = Article(id=item["id"], lang=item["lang"], published=day(item.get("published")), **texts)
        weight = 0.3 if gold.get("debatable") else 1.0
        yield article, bool(gold["is_report"]), weight, item.get("split") == "holdout"
        yield clipped(article), bool(gold["is_report"]), weight * CLIPPED_WEIGHT, item.get("split") == "holdout"


def clipped(article: Article) -> Article:
    """The article as a feed gives it: the title and the first words."""
    return replace(article, summary=(article.summary or article.text)[:SUMMARY].rpartition(" ")[0], text="")


def examples() -> Iterator[tuple[Article, bool, float, bool]]:
    """The examples that every language file brings: one sentence each."""
    for code in language.codes():
        data = tomllib.loads((ROOT / "detectors/lang" / f"{code}.toml").read_text(encoding="utf-8"))
        for example in data.get("example", []):
            for part in ("title", "text"):
                article = Article(lang=code, published=date(2025, 6, 13), **{part: example["text"]})
                yield article, example["report"], EXAMPLE_WEIGHT, False


def stream() -> Iterator[tuple[Article, bool]]:
    """Real feed entries with their labels, without those on which people differ."""
    folder = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
    labels = json.loads((ROOT / "tests/corpus/stream-2022.labels.json").read_text(encoding="utf-8"))
    yes, maybe = set(labels["reports"]), set(labels["maybe"])
    for path in sorted(folder.glob("feeds-2022.jsonl.xz")):
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if item["id"] not in maybe:
                    texts = {key: item.get(key) or "" for key in ("title", "summary")}
                    article = Article(
                        id=item["id"], lang=item.get("lang"), published=day(item.get("published")), **texts
                    )
                    yield article, item["id"] in yes


def fit(x: np.ndarray, y: np.ndarray, weight: np.ndarray, ridge: float = RIDGE) -> np.ndarray:
    """Weights of the regression by Newton's method; the bias (column 0) is not held back."""
    w = np.zeros(x.shape[1])
    hold = np.full(x.shape[1], ridge)
    hold[0] = 1e-3
    for _ in range(50):
        p = 1 / (1 + np.exp(-np.clip(x @ w, -30, 30)))
        gradient = x.T @ (weight * (p - y)) + hold * w
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(hold)
        step = np.linalg.solve(hessian, gradient)
        w -= step
        if np.abs(step).max() < 1e-8:
            break
    return w


def f1(truth: np.ndarray, said: np.ndarray) -> str:
    """Precision, recall and F1 in one line."""
    hit = float((truth & said).sum())
    p, r = hit / max(1.0, float(said.sum())), hit / max(1.0, float(truth.sum()))
    return f"P {p:.3f} R {r:.3f} F1 {2 * p * r / max(1e-9, p + r):.3f} (n {len(truth)}, reports {int(truth.sum())})"


def main() -> None:
    """Fit, measure, and with --write keep the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, default=sorted((ROOT / "tests/corpus").glob("??.jsonl")))
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    rows = [(features(a), yes, weight, held) for path in args.files for a, yes, weight, held in corpus(path)]
    rows += [(features(a), yes, weight, held) for a, yes, weight, held in examples()]
    missed = sum(1 for found, yes, _, _ in rows if found is None and yes)
    entries = [(features(a), yes) for a, yes in stream()]
    print(f"labelled texts {len(rows)}, of them reports that no signal reaches {missed}; entries {len(entries)}")
    names = sorted(next(found for found, *_ in rows if found))
    names.insert(0, names.pop(names.index("bias")))

    def table(found: list[dict[str, float]]) -> np.ndarray:
        return np.array([[each[name] for name in names] for each in found]).reshape(len(found), len(names))

    kept = [(f, yes, weight, held) for f, yes, weight, held in rows if f]
    told = [(f, yes) for f, yes in entries if f]
    x = np.vstack([table([f for f, *_ in kept]), table([f for f, _ in told])])
    y = np.array([yes for _, yes, _, _ in kept] + [yes for _, yes in told])
    weight = np.array([w for *_, w, _ in kept] + [STREAM_WEIGHT] * len(told))
    held = np.array([h for *_, h in kept] + [False] * len(told))
    texts = np.arange(len(y)) < len(kept)
    folds = np.random.default_rng(1).integers(0, 5, len(y))
    crossed = np.zeros(len(y), bool)
    for fold in range(5):
        train = (folds != fold) & ~held
        crossed[folds == fold] = x[folds == fold] @ fit(x[train], y[train].astype(float), weight[train]) > 0
    w = fit(x[~held], y[~held].astype(float), weight[~held])
    said = x @ w > 0
    print("texts, five-fold ", f1(y[texts & ~held], crossed[texts & ~held]))
    print("texts, held out  ", f1(y[texts & held], said[texts & held]))
    print("stream, five-fold", f1(y[~texts], crossed[~texts]), "false:", int((crossed & ~y & ~texts).sum()))
    if args.write:
        lines = ["# How much each signal of verdict.py counts (log-odds); made by bench/fit_verdict.py.", "[weight]"]
        lines += [f"{name} = {value:.3f}" for name, value in zip(names, w, strict=True)]
        (ROOT / "detectors/weights.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        print("wrote detectors/weights.toml")


if __name__ == "__main__":
    main()
