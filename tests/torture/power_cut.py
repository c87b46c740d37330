"""Cuts the power: of what the store wrote, only what was synced is sure to be on the disk; the rest may be, in any mix.

    python -m tests.torture.power_cut [--cuts 300] [--seed 1]

Runs a store under strace (Debian: apt install strace), which records every write and every sync of the database's
files. Then, for many moments, it builds the files as a disk may have them after a cut there: everything up to the last
sync, and of the later writes a random part. Each must open, be sound, and still know every delivery as sent that the
program had been told was recorded. The same with synchronous = OFF must fail: it shows that the cuts are real.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from bot.store import Store

# Settles deliveries one after the other, and says on standard error (in the record) which is on the disk.
WRITER = """
import os, sys
from pathlib import Path
from bot.store import Store
from bot.types import Channel, Platform, Sent
from tests.facts import NOW, report, transfer
from tests.stores import bring
store = Store.open(Path(sys.argv[1]))
if sys.argv[2] == "unsynced":
    store._db.execute("PRAGMA synchronous = OFF")
store.channels.sync([Channel(platform=Platform.TELEGRAM, address="1")], NOW)
for number in range(25):
    bring(store, f"article-{number}", report(transfer(f"North {number}", f"South {number}", number + 5)))
    (delivery,) = store.deliveries.backlog("telegram:1", 1)
    store.deliveries.claim([delivery], f"attempt-{number}", NOW)
    store.deliveries.settle([delivery], Sent(message_id=str(number)), NOW)
    os.write(2, f"recorded {delivery.id}\\n".encode())
"""
CALLS = "openat,pwrite64,write,fsync,fdatasync,ftruncate,close,unlink"
_LINE = re.compile(r"(?:\d+ +)?(\w+)\((.*)\) += (-?\d+)")


@dataclass(frozen=True)
class Step:
    """A write, a change of length (data is None), a sync (offset -1), or a mark of what the program was told."""

    name: str
    offset: int = -1
    data: bytes | None = None
    told: int = 0


def record(folder: Path, how: str) -> list[Step]:
    """What a run of the writer did to the database's files; `how`: "synced" or "unsynced"."""
    trace = folder / "trace"
    call = ["strace", "-f", "-xx", "-s", "200000", "-e", f"trace={CALLS}", "-o", str(trace)]
    subprocess.run([*call, sys.executable, "-c", WRITER, str(folder / "w.db"), how], check=True, capture_output=True)
    files: dict[str, str] = {}
    steps: list[Step] = []
    for line in trace.read_text(errors="replace").splitlines():
        match = _LINE.match(line)
        if match:
            _read(match[1], match[2], match[3], files, steps)
    return steps


def _read(call: str, arguments: str, result: str, files: dict[str, str], steps: list[Step]) -> None:
    first, _, rest = arguments.partition(", ")
    if call == "openat":
        name = Path(_bytes(rest.split('"')[1]).decode()).name
        if name in ("w.db", "w.db-wal") and int(result) >= 0:
            files[result] = name
    elif call == "close":
        files.pop(first, None)
    elif call == "write" and first == "2":
        told = _bytes(rest.split('"')[1]).decode()
        if told.startswith("recorded "):
            steps.append(Step("", told=int(told.split()[1])))
    elif first in files and call == "pwrite64":
        steps.append(Step(files[first], int(rest.rsplit(", ", 1)[1]), _bytes(rest.split('"')[1])))
    elif first in files and call == "ftruncate":
        steps.append(Step(files[first], int(rest)))
    elif first in files and call in ("fsync", "fdatasync"):
        steps.append(Step(files[first]))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


def cut(steps: list[Step], at: int, chance: random.Random, folder: Path) -> int:
    """Build the files as they may be after a cut behind step `at`; the last delivery that was told to be recorded."""
    synced = {
        name: max((i for i in range(at) if _is_sync(steps[i], name)), default=-1) for name in ("w.db", "w.db-wal")
    }
    told = 0
    for index, step in enumerate(steps[:at]):
        told = max(told, step.told)
        if not step.name or step.offset < 0:
            continue
        if index < synced[step.name] or chance.random() < 0.5:
            with (folder / step.name).open("r+b" if (folder / step.name).exists() else "w+b") as file:
                if step.data is None:
                    file.truncate(step.offset)
                else:
                    file.seek(step.offset)
                    file.write(step.data)
    return told


def _is_sync(step: Step, name: str) -> bool:
    return step.name == name and step.offset < 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cuts", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    if not shutil.which("strace"):
        print("power cut: not tried, strace is not here; mend: apt install strace")
        return 0
    with tempfile.TemporaryDirectory() as name:
        kept = replay(Path(name), "synced", args.cuts, args.seed)
    with tempfile.TemporaryDirectory() as name:
        risked = replay(Path(name), "unsynced", args.cuts, args.seed)
    print(f"power cut: {args.cuts} cuts: {kept.told()}; with synchronous = OFF: {risked.told()}")
    return 1 if kept.unsound or kept.forgotten or not risked.forgotten else 0


@dataclass
class Counts:
    """What the cuts came to."""

    syncs: int
    unsound: int = 0
    forgotten: int = 0

    def told(self) -> str:
        return f"{self.syncs} syncs, {self.unsound} unsound, {self.forgotten} forgotten"


def replay(name: Path, how: str, cuts: int, seed: int) -> Counts:
    """So many cuts of one run."""
    chance, steps = random.Random(seed), record(name, how)
    counts = Counts(sum(bool(step.name) and step.offset < 0 for step in steps))
    first = next(index for index, step in enumerate(steps) if step.told)  # before it there may be no tables
    for number in range(cuts):
        folder = name / str(number)
        folder.mkdir()
        told = cut(steps, chance.randint(first, len(steps)), chance, folder)
        try:
            with closing(Store.open(folder / "w.db")) as store:
                counts.unsound += store._db.execute("PRAGMA integrity_check").fetchone() != ("ok",)
                counts.forgotten += store.deliveries.states().get("sent", 0) < told
        except Exception as error:  # whatever it is, it is what we look for
            if how == "synced":
                print(f"cut {number}: {error}")
            counts.unsound += 1
        shutil.rmtree(folder)
    return counts


if __name__ == "__main__":
    sys.exit(main())
