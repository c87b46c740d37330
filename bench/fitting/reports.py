"""What labels say of a report as a whole: whether it is one, how far the exchange has come, who helped."""

import json
import lzma
import os
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from bench.fitting.logit import Decision
from bench.fitting.texts import ROOT, Text, day, readings_of
from detectors import Article, language, reverse
from detectors.identify import language_of
from detectors.language import Language
from detectors.mediators import candidates
from detectors.parties import camp
from detectors.reading import day_of
from detectors.report import joined, may_report, read_all
from detectors.stages import statuses
from detectors.verdict import signals

SUMMARY = 260  # characters of a clipped text
CLIPPED_WEIGHT, BRIEF_WEIGHT, UNTITLED_WEIGHT, ENTRY_WEIGHT = 0.8, 1.0, 0.3, 6.0
BESIDE_WEIGHT = 0.4  # of texts beside the corpus: most are reports, so everyday news would look like one
BRIEF = (1, 2)  # sentences of which a short notice consists
PROMISED_WEIGHT = 12.0  # of a language file's examples, which must come out right


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


def reverse_decisions(text: Text) -> list[Decision]:
    """Whether some went back whom no number counts, where all that are counted went one way."""
    readings = readings_of(text) if text.gold["is_report"] else None
    told = {_reverse(reader.get("transfers") or ()) for reader in text.readers}
    if readings is None or len(told) != 1 or (way := told.pop()) is None:
        return []
    giver, receiver, back = way
    return [Decision([{}, reverse.signals(readings, giver, receiver)], [int(back)])]


def _reverse(transfers: Sequence[Mapping[str, Any]]) -> tuple[str, str, bool] | None:
    """From whom to whom all that are counted went, and whether some went back; None where they went several ways."""
    counted = [t for t in transfers if t.get("count") is not None]
    ways = {(camp(one), camp(other)) for t in counted for one in t["released_by"] for other in t["returned_to"]}
    giver, receiver = ways.pop() if len(ways) == 1 else ("", "")
    if giver == receiver:
        return None
    free = [t for t in transfers if t.get("count") is None]
    back = any(giver in map(camp, t["returned_to"]) or receiver in map(camp, t["released_by"]) for t in free)
    return giver, receiver, back


def status_decisions(text: Text) -> list[Decision]:
    """How far the reported exchange has come."""
    readings = readings_of(text) if text.gold["is_report"] else None
    if readings is None:
        return []
    published = day_of(text.article.published)
    choices = statuses(readings, signals(readings, published), published)
    wanted = {str(reader.get("status")) for reader in text.readers}
    right = [i for i, status in enumerate(choices) if status in wanted]
    return [Decision(list(choices.values()), right)] if right else []


def verdict_decisions(text: Text) -> list[Decision]:
    """Whether the text reports an exchange: as a whole, as a feed clips it, as a short notice, without its title."""
    out = []
    untitled = replace(text.article, title="")
    sure = PROMISED_WEIGHT if text.item.get("promised") else 0.3 if text.gold.get("debatable") else 1.0
    variants = [(text.article, 1.0), (clipped(text).article, CLIPPED_WEIGHT)]
    variants += [(each, BRIEF_WEIGHT) for each in _notices(text.article)]
    if text.article.title and len(text.article.text) >= SUMMARY:
        variants.append((untitled, UNTITLED_WEIGHT))
    sure *= BESIDE_WEIGHT if text.item.get("beside") else 1.0
    for article, weight in variants:
        found = verdict_signals(article, text.tongue)
        if found:
            out.append(Decision([{}, found], [int(text.gold["is_report"])], weight * sure))
    return out


def clipped(text: Text) -> Text:
    """A text as a feed clips it."""
    short = (text.article.summary or text.article.text)[:SUMMARY].rpartition(" ")[0]
    return replace(text, article=replace(text.article, summary=short, text=""))


def _notices(article: Article) -> list[Article]:
    """The article as if it had ended after so few sentences; nothing where it does."""
    body = (article.text or article.summary).strip()
    ends = [match.end() for match in _SENTENCE_END.finditer(body)]
    cuts = [body[: ends[count - 1]].strip() for count in BRIEF if count <= len(ends) and ends[count - 1] < len(body)]
    return [replace(article, summary="" if article.text else cut, text=cut if article.text else "") for cut in cuts]


_SENTENCE_END = re.compile(r"[.!?؟۔।](?=\s)|[。！？\n]+")


def verdict_signals(article: Article, tongue: Callable[[str], Language] = language.load) -> dict[str, float] | None:
    """The signals of an article; None where the prefilter or an absent verb of movement already says no."""
    code = language_of(article)
    if code is None:
        return None
    chosen = tongue(code)
    if not chosen.prefilter.passes(joined(article)):
        return None
    found = signals(read_all(article, chosen), day_of(article.published))
    return found if found["moves"] else None


def entries() -> Iterator[Text]:
    """Real feed entries that the first look passes and whether they report, without those on which people differ."""
    folder = Path(os.environ.get("EXCHANGES_STREAMS", ROOT.parent / "shared" / "streams"))
    labels = json.loads((ROOT / "tests/corpus/stream-2022.labels.json").read_text(encoding="utf-8"))
    yes, maybe = set(labels["reports"]), set(labels["maybe"])
    paths = sorted(folder.glob("feeds-2022.jsonl.xz"))
    if not paths:
        print(f"no feeds-2022.jsonl.xz in {folder}: the verdict learns no everyday news", file=sys.stderr)
    for path in paths:
        with lzma.open(path, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                if item["id"] in maybe:
                    continue
                texts = {key: item.get(key) or "" for key in ("title", "summary")}
                article = Article(id=item["id"], lang=item.get("lang"), published=day(item.get("published")), **texts)
                if may_report(article):
                    gold = {"is_report": item["id"] in yes, "transfers": []}
                    yield Text({"id": item["id"], "entry": True, "gold": gold}, article)


def entry_decisions(texts: Iterable[Text]) -> list[Decision]:
    """Whether feed entries report an exchange."""
    found = ((verdict_signals(text.article), text) for text in texts)
    return [Decision([{}, signals], [int(text.gold["is_report"])], ENTRY_WEIGHT) for signals, text in found if signals]
