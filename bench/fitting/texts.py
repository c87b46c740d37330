"""The labelled texts that the weights are fitted to: files of them, and the examples that language files bring."""

import json
import tomllib
import zlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from detectors import Article, language
from detectors.identify import language_of
from detectors.language import Language
from detectors.report import read_all
from detectors.sides import Reading

ROOT = Path(__file__).parent.parent.parent
# Into so many parts events are dealt, where what is fitted to some is to read the others.
PARTS = 3
# Folders of texts beside the corpus most of which are reports, of events that each writer named otherwise.
_BESIDE = frozenset({"seldom", "languages"})


@dataclass(frozen=True, eq=False)
class Text:
    """A labelled text."""

    item: Mapping[str, Any]
    article: Article
    tongue: Callable[[str], Language] = language.load  # what is known of its language, by the language's code

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


def load(paths: Iterable[Path]) -> list[Text]:
    out = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            item = {"beside": path.parent.name in _BESIDE, **json.loads(line)}
            texts = {key: item.get(key) or "" for key in ("title", "summary", "text")}
            out.append(
                Text(item, Article(id=item["id"], lang=item["lang"], published=day(item.get("published")), **texts))
            )
    return out


def day(text: str | None) -> datetime | date | None:
    return datetime.fromisoformat(text) if text else None


def part_of(event: str, parts: int = PARTS) -> int:
    """Which part an event falls into, the same on every machine."""
    return zlib.crc32(event.encode()) % parts


def readings_of(text: Text) -> Sequence[Reading] | None:
    """The sentences of a text; None where its language is unknown."""
    code = language_of(text.article)
    return read_all(text.article, text.tongue(code)) if code is not None else None


def examples() -> list[Text]:
    """The examples that every language file brings, as titles."""
    out = []
    for code in language.codes():
        data = tomllib.loads((ROOT / "detectors/lang" / f"{code}.toml").read_text(encoding="utf-8"))
        for n, example in enumerate(data.get("example", [])):
            gold = {"is_report": example["report"], "transfers": [told(each) for each in example.get("transfers", [])]}
            item = {"id": f"example-{code}-{n}", "gold": gold, "promised": True}
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
