"""The accuracy gate: the detector's scores on the labelled texts may not fall below the pinned floors.

    .venv/bin/python tests/accuracy_gate.py                  measure, compare, exit 1 where a score fell
    .venv/bin/python tests/accuracy_gate.py --raise          pin what is better now
    .venv/bin/python tests/accuracy_gate.py --lower REASON   pin what is worse as well; the reason is kept beside it

Floors stand in tests/accuracy_floors.json, one row for each part and language: the texts that are fitted to (tune), the
hold-out, articles after real ones (articles), texts of exchanges that are seldom told (seldom) and further ones in the
languages that have few (languages), to which nothing is fitted either. The scores are those of tests/score.py.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests/corpus"
PARTS = {
    "tune": CORPUS,
    "holdout": CORPUS / "holdout",
    "articles": CORPUS / "articles/holdout",
    "seldom": CORPUS / "seldom/holdout",
    "languages": CORPUS / "languages/holdout",
}
FLOORS = ROOT / "tests/accuracy_floors.json"
FIELDS = ("detection", "status", "transfers", "date", "mediators")
# Rounding and ties between equal readings move a score by less than this.
SLACK = 0.001
Scores = dict[str, dict[str, float]]

_ROW = re.compile(
    r"^(?:lang=)?(?P<lang>ALL|\w\w)\s+\d+\s+\d+ \| \S+ \S+ (?P<detection>\S+) \| (?P<status>\S+)\s+\| "
    r"\S+ \S+ (?P<transfers>\S+)\s+\| \S+\s+\| \S+\s+\| \S+\s+\| (?P<date>\S+) \| (?P<mediators>\S+)"
)


def texts(part: str) -> list[Path]:
    """The files of one part of the corpus."""
    return sorted(PARTS[part].glob("*.jsonl"))


def measure(part: str) -> Scores:
    """Each language's scores, and those of all together, with the committed weights."""
    with tempfile.TemporaryDirectory() as folder:
        gold, said = Path(folder) / "gold.jsonl", Path(folder) / "said.jsonl"
        gold.write_text("".join(path.read_text(encoding="utf-8") for path in texts(part)), encoding="utf-8")
        with said.open("w", encoding="utf-8") as out:
            subprocess.run([sys.executable, "-m", "bot", "detect", str(gold)], check=True, stdout=out, cwd=ROOT)
        return table(gold, said)


def table(gold: Path, said: Path) -> Scores:
    """The rows that score.py prints for these answers."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests/score.py"), "detect", str(gold), str(said)],
        capture_output=True,
        text=True,
        check=False,
    )
    rows = [match.groupdict() for line in done.stdout.splitlines() if (match := _ROW.match(line))]
    return {row["lang"]: {field: float(row[field]) for field in FIELDS} for row in rows}


def fallen(now: Scores, floors: Mapping[str, Mapping[str, float]]) -> list[str]:
    """Every score that is lower than its floor, in words."""
    return [
        f"{lang} {field}: {now.get(lang, {}).get(field, 0.0):.3f}, floor {floor:.3f}"
        for lang, row in floors.items()
        for field, floor in row.items()
        if now.get(lang, {}).get(field, 0.0) < floor - SLACK
    ]


def pinned() -> dict[str, Scores]:
    """The floors as they are committed."""
    return json.loads(FLOORS.read_text(encoding="utf-8"))["floors"] if FLOORS.exists() else {}


def main() -> int:
    """Measure all parts and compare or pin."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="up", action="store_true", help="pin better scores")
    parser.add_argument("--lower", metavar="REASON", help="pin worse scores too, and keep the reason")
    args = parser.parse_args()
    floors, reasons = pinned(), []
    if FLOORS.exists():
        reasons = json.loads(FLOORS.read_text(encoding="utf-8")).get("lowered", [])
    bad = 0
    for part in PARTS:
        now = measure(part)
        worse = fallen(now, floors.get(part, {}))
        bad += len(worse)
        print(f"{part}: " + ", ".join(f"{field} {now['ALL'][field]:.3f}" for field in FIELDS))
        print("\n".join(f"  fell: {line}" for line in worse) or "  nothing fell")
        if args.lower:
            floors[part] = now
        elif args.up:
            old = floors.get(part, {})
            floors[part] = {
                lang: {field: max(value, old.get(lang, {}).get(field, 0.0)) for field, value in row.items()}
                for lang, row in now.items()
            }
    if args.lower:
        reasons.append(args.lower)
    if args.up or args.lower:
        FLOORS.write_text(json.dumps({"lowered": reasons, "floors": floors}, indent=1) + "\n", encoding="utf-8")
    return 1 if bad and not args.lower else 0


if __name__ == "__main__":
    sys.exit(main())
