"""How fast the detector reads, next to only cutting the same texts into tokens with spacy.blank("en"), in one run.

    .venv/bin/python bench/detect.py

Prints medians of several rounds: mixed streams in which 2 % of the articles are about exchanges (everyday news of our
own making, and real feed entries where the folder that $EXCHANGES_STREAMS names is at hand), a relevant article alone;
and, each in a process of its own, the start (import and first detection), the memory with every language loaded, and
how it stays while 100,000 articles full of new names are read.
"""

import itertools
import json
import lzma
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import spacy
from babel import Locale

from bot.wire import article_from_json
from detectors import Article, detect

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests/corpus"
STREAMS = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
ROUNDS = 7
# Everyday news of the usual length, put together anew for each article; it names people and places, no exchange.
EVERYDAY = (
    "The council of {place} approved the budget for {count} new schools after a long debate on Tuesday evening.",
    "Shares in {place} and {other} rose {count} points as investors waited for the central bank's decision.",
    "The minister said the railway from {place} to {other} would be finished by the end of the year.",
    "Heavy rain flooded streets in {place}, and firefighters pumped out more than {count} cellars.",
    "The team of {place} won 3-1 against {other} and stays second in the table with {count} points.",
    "Researchers in {place} and {other} have found a cheaper way to store hydrogen, a journal reports.",
    "The festival opens in {place} on Friday with a concert in the old harbour; {count} visitors are expected.",
    "Police in {place} are looking for witnesses of an accident in which {count} cars were damaged on Monday.",
)
PLACES = tuple(Locale("en").territories.values())


def everyday(count: int) -> list[Article]:
    """So many articles about other things."""
    dice = random.Random(1)
    out = []
    for n in range(count):
        sentences = [
            each.format(place=dice.choice(PLACES), other=dice.choice(PLACES), count=dice.randrange(2, 9999))
            for each in dice.choices(EVERYDAY, k=14)
        ]
        out.append(Article(id=str(n), title=sentences[0][:70], text=" ".join(sentences), lang="en"))
    return out


def entries(count: int) -> list[Article]:
    """So many real feed entries that follow one another in the autumn, none where the stream is not at hand."""
    path = next(iter(sorted(STREAMS.glob("feeds-*.jsonl.xz"))), None)
    if path is None:
        return []
    with lzma.open(path, "rt", encoding="utf-8") as lines:
        return [article_from_json(json.loads(line)) for line in itertools.islice(lines, 100_000, 100_000 + count)]


def relevant() -> list[Article]:
    """The labelled English reports."""
    items = [json.loads(line) for line in (CORPUS / "en.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = [
        {key: item.get(key) or "" for key in ("id", "title", "summary", "text")}
        for item in items
        if item["gold"]["is_report"]
    ]
    return [Article(lang="en", **each) for each in texts]


def timed(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def tokenised(texts: list[str]) -> Callable[[], object]:
    """Cutting the texts with a tokeniser that has not met their words yet, as a stream of news does not repeat."""
    tokenise = spacy.blank("en").make_doc
    return lambda: [tokenise(each) for each in texts]


def compare(name: str, articles: Iterable[Article]) -> None:
    """One line: the detector against the tokeniser on the same articles, in turn."""
    articles = list(articles)
    texts = ["\n".join((each.title, each.summary, each.text)) for each in articles]
    pairs = [(timed(lambda: [detect(each) for each in articles]), timed(tokenised(texts))) for _ in range(ROUNDS)]
    ratio = statistics.median(ours / floor for ours, floor in pairs)
    ours = statistics.median(ours for ours, _ in pairs) / len(articles) * 1e6
    print(f"{name}: {ours:.0f} µs an article, {ratio:.2f} times its tokenisation")


def alone(script: str) -> list[float]:
    """The figures that a script prints in a process of its own, the median of three for each."""
    runs = [
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
        for _ in range(3)
    ]
    return [statistics.median(column) for column in zip(*(map(float, run.stdout.split()) for run in runs), strict=True)]


def main() -> None:
    """Print the table."""
    reports = relevant()
    detect(reports[0])
    compare("mixed stream, 2 % relevant", everyday(980) + reports[:20])
    compare("the same, language not told", [replace(each, lang=None) for each in everyday(980) + reports[:20]])
    if real := entries(980):
        compare("real feed entries, 2 % relevant", real + reports[:20])
        compare("real feed entries alone", real)
    compare("relevant article", reports)
    cpu, peak = alone(START)
    print(f"import and first detection: {cpu:.2f} s of CPU, {peak:.0f} MiB at the peak")
    (peak,) = alone(EVERY)
    print(f"every language loaded, and how to tell them apart: {peak:.0f} MiB at the peak")
    print("100,000 mixed articles:", *(f"{mib:.0f} MiB after {n * 20},000;" for n, mib in enumerate(alone(LONG), 1)))


PEAK = """
def peak():  # getrusage() would count the process that started this one; Linux only
    return next(int(line.split()[1]) / 1024 for line in open("/proc/self/status") if line.startswith("VmHWM"))
from detectors import Article, detect
"""
START = (
    PEAK
    + """
detect(Article(title="Russia and Ukraine exchanged 103 prisoners of war each on Friday."))
import time
print(time.process_time(), peak())
"""
)
EVERY = (
    PEAK
    + """
from detectors import language
detect(Article(title="Russia and Ukraine exchanged 103 prisoners of war each on Friday."))
for code in language.codes():
    language.load(code)
print(peak())
"""
)
LONG = (
    PEAK
    + """
import random
dice = random.Random(5)
def names(): return " ".join("".join(dice.choices("abcdefghiklmnoprstuvyz", k=8)) for _ in range(25))
for n in range(1, 100_001):
    news = "The festival of the town opens on Friday." if n % 50 else "Russia and Ukraine exchanged 103 prisoners each."
    detect(Article(title=news, text=news + " " + names(), lang="en"))
    if n % 20_000 == 0:
        print(peak())
"""
)

if __name__ == "__main__":
    main()
