"""Three days of two hundred feeds whose servers fail in every way, on a clock that runs ahead; what was lost.

    .venv/bin/python bench/torture_soak.py [--feeds 200] [--hours 72] [--seed 1]

Exit status 1 where an entry that was served is not known in the end, or memory or open files grow.
"""

import argparse
import asyncio
import logging
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.soak import soak


def main() -> int:
    """Run and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--feeds", type=int, default=200)
    parser.add_argument("--hours", type=float, default=72)
    parser.add_argument("--seed", type=int, default=1)
    args = parser.parse_args()
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        outcome = asyncio.run(soak(Path(folder), feeds=args.feeds, hours=args.hours, seed=args.seed))
    polls = outcome.polls
    print(
        f"{args.feeds} feeds, {args.hours:g} hours in {time.monotonic() - began:.0f} s: {polls.feeds} polls, "
        f"{polls.failed} of them failed; {outcome.served} entries served, {len(outcome.lost)} lost, "
        f"{len(outcome.missing)} missing in the end"
    )
    print("answers: " + ", ".join(f"{name} {count}" for name, count in outcome.faults.most_common()))
    print("notices: " + ", ".join(f"{name} {count}" for name, count in outcome.notices.most_common()))
    print(
        f"memory {outcome.memory[0]:.0f} -> {outcome.memory[1]:.0f} MiB, "
        f"open files {outcome.files[0]} -> {outcome.files[1]}"
    )
    grown = outcome.memory[1] > 1.05 * outcome.memory[0] + 5 or outcome.files[1] > outcome.files[0] + 5
    return 1 if outcome.lost or outcome.missing or grown else 0


if __name__ == "__main__":
    sys.exit(main())
