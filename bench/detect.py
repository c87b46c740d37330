"""How fast the detector reads, next to only cutting the same texts into tokens with spacy.blank("en"), in one run.

    .venv/bin/python bench/detect.py

Prints medians of several rounds: a mixed stream in which 2 % of the articles are about exchanges, a relevant article
alone, the start (import and first detection, in a new process) and the memory with every language loaded.
"""

import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from babel import Locale

from detectors import Article, detect, language

CORPUS = Path(__file__).parent.parent / "tests/corpus"
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


def main() -> None:
    """Print the table."""
    reports = relevant()
    detect(reports[0])
    mixed = everyday(980) + reports[:20]
    compare("mixed stream, 2 % relevant", mixed)
    compare("relevant article", reports)
    start = [
        subprocess.run([sys.executable, "-c", START], capture_output=True, text=True, check=True).stdout.split()
        for _ in range(3)
    ]
    print(
        f"import and first detection: {statistics.median(float(cpu) for cpu, _ in start):.2f} s of CPU, "
        f"{statistics.median(int(kib) for _, kib in start) / 1024:.0f} MiB"
    )
    for code in language.codes():
        language.load(code)
    print(f"every language loaded: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB at the peak")


START = """
import resource
from detectors import Article, detect
detect(Article(title="Russia and Ukraine exchanged 103 prisoners of war each on Friday."))
use = resource.getrusage(resource.RUSAGE_SELF)
print(use.ru_utime + use.ru_stime, use.ru_maxrss)
"""

if __name__ == "__main__":
    main()
