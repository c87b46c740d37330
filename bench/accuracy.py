"""How well the detector reads, next to two baselines on the same texts in one run; --write puts it in docs/accuracy.md.

    .venv/bin/python bench/accuracy.py [--write]

Texts for tuning are read by weights fitted to the other events (three parts), so no figure is about texts that the
weights know; the hold-out texts, which nobody tuned to, by the committed weights. Baselines: a filter by keywords (a
word for people near a word for moving them, from the language files), and spaCy's text classifier trained on the
tuning texts. Both decide only whether a text reports an exchange: neither can read a count.
"""

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

import spacy
from spacy.training import Example

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.fitting.texts import PARTS, part_of
from detectors import language
from detectors.text import fold
from tests import accuracy_gate as gate

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/accuracy.md"
EPOCHS = 12
HEAD = "| | texts | reports | detection F1 | status | transfers F1, strict | date | mediators F1 |\n" + "|---" * 8 + "|"


def read(paths: Iterable[Path]) -> list[dict]:
    """The labelled texts of these files."""
    return [json.loads(line) for path in paths for line in path.read_text(encoding="utf-8").splitlines()]


def words(item: dict) -> str:
    """Everything that a text says."""
    return "\n".join(item.get(key) or "" for key in ("title", "summary", "text"))


def crossed(items: Sequence[dict]) -> gate.Scores:
    """The scores of texts that are each read by weights fitted to the other events."""
    with tempfile.TemporaryDirectory() as folder:
        gold, said = Path(folder) / "gold.jsonl", Path(folder) / "said.jsonl"
        gold.write_text("".join(json.dumps(item, ensure_ascii=False) + "\n" for item in items), encoding="utf-8")
        call = [
            sys.executable,
            str(ROOT / "bench/fit.py"),
            "--quick",
            "--unmet",
            str(said),
            str(gold),
        ]
        subprocess.run(call, check=True)
        return gate.table(gold, said)


def keyword(item: dict) -> bool:
    """The keyword filter: the detector's own first look."""
    return item["lang"] in language.codes() and language.load(item["lang"]).prefilter.passes(fold(words(item)))


class Classifier:
    """spaCy's bag-of-words text classifier over all languages."""

    def __init__(self, items: Sequence[dict]) -> None:
        self.nlp = spacy.blank("xx")
        model = {
            "@architectures": "spacy.TextCatBOW.v3",
            "exclusive_classes": True,
            "ngram_size": 2,
            "no_output_layer": False,
        }
        self.nlp.add_pipe("textcat", config={"model": model})
        examples = [
            Example.from_dict(
                self.nlp.make_doc(words(item)),
                {"cats": {"report": float(item["gold"]["is_report"]), "other": float(not item["gold"]["is_report"])}},
            )
            for item in items
        ]
        dice = random.Random(1)
        optimizer = self.nlp.initialize(lambda: examples)
        for _ in range(EPOCHS):
            dice.shuffle(examples)
            for at in range(0, len(examples), 16):
                self.nlp.update(examples[at : at + 16], sgd=optimizer)

    def __call__(self, item: dict) -> bool:
        return self.nlp(words(item)).cats["report"] > 0.5


def detection(items: Sequence[dict], said: Sequence[bool]) -> tuple[float, float, float]:
    """(precision, recall, F1), without the texts on which careful people differ."""
    kept = [
        (bool(i["gold"]["is_report"]), yes)
        for i, yes in zip(items, said, strict=True)
        if not i["gold"].get("debatable")
    ]
    hit = sum(gold and yes for gold, yes in kept)
    p = hit / max(1, sum(yes for _, yes in kept))
    r = hit / max(1, sum(gold for gold, _ in kept))
    return p, r, 2 * p * r / max(1e-9, p + r)


def trained(items: Sequence[dict]) -> list[bool]:
    """The classifier's answers to texts of events that it was not trained on."""

    def fold_of(item: dict) -> int:
        return part_of(str(item["gold"].get("event_id") or item["id"]))

    models = [Classifier([item for item in items if fold_of(item) != n]) for n in range(PARTS)]
    return [models[fold_of(item)](item) for item in items]


def rows(items: Sequence[dict], scores: gate.Scores) -> Iterable[str]:
    """One line a language, all of them first."""
    count, reports = Counter(i["lang"] for i in items), Counter(i["lang"] for i in items if i["gold"]["is_report"])
    for lang in ["ALL", *sorted(count)]:
        row = scores.get(lang)
        if row is not None:
            n, yes = (len(items), sum(reports.values())) if lang == "ALL" else (count[lang], reports[lang])
            yield (
                f"| {'all' if lang == 'ALL' else lang} | {n} | {yes} | "
                + " | ".join(f"{row[f]:.3f}" for f in gate.FIELDS)
                + " |"
            )


def main() -> None:
    """Print the page, or write it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    tune, held = read(gate.texts("tune")), read(gate.texts("holdout"))
    classes = Classifier(tune)
    base = [
        ("keyword filter, tuning texts", detection(tune, [keyword(i) for i in tune])),
        ("keyword filter, hold-out texts", detection(held, [keyword(i) for i in held])),
        ("spaCy text classifier, tuning texts by other events", detection(tune, trained(tune))),
        ("spaCy text classifier, hold-out texts", detection(held, [classes(i) for i in held])),
    ]
    lines = [
        "# Accuracy",
        "",
        "Made by `bench/accuracy.py --write`. What the columns mean is written in `tests/score.py`; the corpus is",
        "`tests/corpus/`: texts of our own writing after public reports, more than half of them traps.",
        "",
        "## Tuning texts, each read by weights fitted to other events",
        "",
        HEAD,
        *rows(tune, crossed(tune)),
        "",
        "The words of the language files were chosen with these texts in sight, so the next table is the harder one.",
        "",
        "## Hold-out texts, which nobody tuned to",
        "",
        HEAD,
        *rows(held, gate.measure("holdout")),
        "",
        "## Baselines: is it a report at all?",
        "",
        "| | precision | recall | F1 |\n|---|---|---|---|",
        *(f"| {name} | " + " | ".join(f"{value:.3f}" for value in values) + " |" for name, values in base),
        "",
        "Neither baseline reads counts, sides or dates.",
    ]
    page = "\n".join(lines) + "\n"
    if args.write:
        PAGE.write_text(page, encoding="utf-8")
    print(page)


if __name__ == "__main__":
    main()
