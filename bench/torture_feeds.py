"""Throws hostile, naughty and randomly broken feeds at the feed reader: `python bench/torture_feeds.py [mutations]`.

Every input must give entries or a ParseError in two seconds of CPU and 300 MiB, and touch no file or socket on the way.
Public feed collections (.tar.gz files) are looked for in $EXCHANGES_FEED_CORPORA, else beside the checkout;
without them the built-in feeds are broken instead. Ends with status 1 if anything was amiss.
"""

import json
import multiprocessing
import random
import re
import signal
import sys
import tarfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from bot.errors import ParseError
from bot.feeds import MAX_ENTRIES, ParsedFeed, parse_entries
from tests.hostile_feeds import ORDINARY, Hostile, attacks, broken, encodings, naughty
from tests.specs import CORPORA

KINDS = (".xml", ".rss", ".atom", ".rdf", ".opml", ".json")
URL = "https://example.org/feed"
SECONDS, MEBIBYTES = 2.0, 300
TOUCHES = ("open", "socket.connect", "socket.getaddrinfo", "subprocess.Popen", "os.system", "os.exec")
UNWANTED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def corpus() -> Iterator[tuple[str, bytes]]:
    """Every feed-like file of the collections; nothing where they are not there."""
    for archive in sorted(CORPORA.glob("*.tar.gz")):
        with tarfile.open(archive) as files:
            for member in files:
                if member.isfile() and member.name.lower().endswith(KINDS) and (file := files.extractfile(member)):
                    yield member.name, file.read()


def naughty_strings() -> list[str]:
    """The Big List of Naughty Strings, where it is there."""
    for name, body in corpus():
        if name.endswith("blns.json"):
            return list(json.loads(body))
    return []


class Watch:
    """Reads feeds and notes what was amiss with each."""

    def __init__(self) -> None:
        self.touched: list[str] = []
        self.reading = False
        sys.addaudithook(self._note)
        signal.signal(signal.SIGALRM, _give_up)
        for each in ORDINARY:  # what is loaded late is loaded now
            self.read(Hostile(name="first", body=each))
            self.read(Hostile(name="first, ill-formed", body=each[:-9] + b"&"))
        self.read(Hostile(name="first, guessed", body="Россия".encode("koi8-r") * 9))

    def _note(self, event: str, arguments: Any) -> None:
        if (
            self.reading
            and event in TOUCHES
            and not str(arguments[0]).startswith((sys.prefix, sys.base_prefix, "/proc"))
        ):
            self.touched.append(f"{event} {str(arguments)[:80]}")

    def read(self, hostile: Hostile) -> list[str]:
        """The faults of one reading."""
        self.touched.clear()
        _forget_peak()
        before, started, faults = _memory("VmRSS"), time.process_time(), []
        feed = ParsedFeed()
        self.reading = True
        signal.setitimer(signal.ITIMER_REAL, 5 * SECONDS)
        try:
            feed = parse_entries(hostile.body, feed_url=URL, content_type=hostile.content_type)
        except ParseError:
            pass
        except BaseException as error:
            faults.append(f"raised {type(error).__name__}")
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            self.reading = False
        if (seconds := time.process_time() - started) > SECONDS:
            faults.append(f"took {seconds:.1f} s")
        if (grown := _memory("VmHWM") - before) > MEBIBYTES:
            faults.append(f"took {grown:.0f} MiB")
        return faults + [f"touched {each}" for each in self.touched] + _text_faults(feed) + _shortfalls(hostile, feed)


def _give_up(*_: object) -> None:
    raise TimeoutError


def _text_faults(feed: ParsedFeed) -> list[str]:
    texts = [text for entry in feed.entries for text in (entry.title, entry.summary)]
    faults = ["unwanted signs in the text"] if any(UNWANTED.search(text) for text in texts) else []
    links = [entry.link for entry in feed.entries if entry.link]
    return faults + (
        ["a link that is none"] if not all(link.startswith(("http://", "https://")) for link in links) else []
    )


def _shortfalls(hostile: Hostile, feed: ParsedFeed) -> list[str]:
    faults = []
    if not hostile.entries <= len(feed.entries) <= MAX_ENTRIES:
        faults.append(f"gave {len(feed.entries)} entries, not {hostile.entries}")
    if hostile.title is not None and feed.entries and feed.entries[0].title != hostile.title:
        faults.append(f"gave the title {feed.entries[0].title[:60]!r}")
    return faults


def _memory(key: str) -> float:
    """Mebibytes of this process, where the kernel tells them."""
    try:
        return int(re.search(rf"{key}:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))[1]) / 1024  # type: ignore[index]
    except OSError:
        return 0.0


def _forget_peak() -> None:
    try:
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    except OSError:
        return


def mutations(seed: int, count: int, sources: list[bytes]) -> Iterator[Hostile]:
    """Broken copies of feeds, the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        body = broken(dice.choice(sources), dice.choice(sources), dice)
        kind = dice.choice((None, None, "text/xml", "application/rss+xml; charset=utf-8", "text/html"))
        yield Hostile(name=f"mutation {seed}/{number}", body=body, content_type=kind)


def _work(job: tuple[int, int, list[bytes]]) -> tuple[int, list[str]]:
    watch = Watch()
    return job[1], [f"{each.name}: {fault}" for each in mutations(*job) for fault in watch.read(each)]


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    files = list(corpus())
    if not files:
        print(f"no feed collections in {CORPORA}: only the built-in feeds are broken")
    watch, totals, faults, started = Watch(), Counter[str](), [], time.monotonic()
    groups = {
        "corpora": (Hostile(name=name, body=body) for name, body in files),
        "attacks": attacks(),
        "encodings": encodings(),
        "naughty strings": naughty(naughty_strings()),
    }
    for group, documents in groups.items():
        for document in documents:
            totals[group] += 1
            faults += [f"{document.name}: {fault}" for fault in watch.read(document)]
    sources = [body for _, body in files if len(body) < 300_000] or list(ORDINARY)
    jobs = [(seed, min(5000, count - seed * 5000), sources) for seed in range(-(-count // 5000))]
    with multiprocessing.get_context("spawn").Pool(maxtasksperchild=4) as pool:
        for done, found in pool.imap_unordered(_work, jobs):
            totals["mutations"] += done
            faults += found
    for group, number in totals.items():
        print(f"{group:<16} {number:>9,}")
    print(f"{len(faults)} faults in {time.monotonic() - started:.0f} s", *faults[:50], sep="\n  ")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
