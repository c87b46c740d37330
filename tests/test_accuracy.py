"""Nothing that was read right once is read wrong later: the pinned floors of the labelled corpus."""

import json
from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any

import pytest

from tests import accuracy_gate as gate


@pytest.mark.parametrize("part", gate.PARTS)
def test_no_score_falls_below_its_floor(part: str) -> None:
    floors = gate.pinned()[part]
    assert not gate.fallen(gate.measure(part), floors), "if this is meant: tests/accuracy_gate.py --lower REASON"


def test_a_fallen_score_is_told() -> None:
    now = {"en": dict.fromkeys(gate.FIELDS, 0.9)}
    assert gate.fallen(now, {"en": {"status": 0.95, "date": 0.9}}) == ["en status: 0.900, floor 0.950"]
    assert gate.fallen({}, {"xx": {"status": 0.5}}) == ["xx status: 0.000, floor 0.500"]


def test_the_corpus_is_large_hard_and_split_by_event() -> None:
    items = {
        part: [json.loads(line) for path in gate.texts(part) for line in path.read_text(encoding="utf-8").splitlines()]
        for part in ("tune", "holdout")
    }
    everything = items["tune"] + items["holdout"]
    assert len(everything) >= 400
    assert sum(not item["gold"]["is_report"] for item in everything) > len(everything) / 2
    assert len({item["lang"] for item in everything}) >= 24
    assert max(Counter(item["id"] for item in everything).values()) == 1
    events = {
        part: {i["gold"]["event_id"] for i in each if i["gold"]["is_report"] and i["gold"].get("event_id")}
        for part, each in items.items()
    }
    assert not events["tune"] & events["holdout"]


@pytest.mark.parametrize("part", ["seldom", "languages"])
def test_nothing_is_fitted_to_the_events_that_are_held_out(part: str) -> None:
    """Neither by their names nor, since each writer named them otherwise, by a side of theirs within two days."""
    held = [_gold(path) for path in gate.texts(part)]
    fitted = [_gold(path) for folder in _FITTED for path in (gate.CORPUS / folder).glob("*.jsonl")]
    names, told = {g["event_id"] for each in fitted for g in each}, _told(chain.from_iterable(fitted))
    for gold in chain.from_iterable(held):
        assert not gold["is_report"] or gold["event_id"] not in names
    for day, sides in _told(chain.from_iterable(held)):
        near = [other for when, other in told if abs((when - day).days) <= 2]
        assert not any(sides & other for other in near), (day, sides)


def test_nothing_is_fitted_to_the_articles_that_are_held_out() -> None:
    """By their events' names: most are of exchanges that others tell of as well, so days and sides tell little."""
    held = {gold.get("event_id") for path in gate.texts("articles") for gold in _gold(path)} - {None}
    fitted = {
        gold.get("event_id")
        for folder in _FITTED
        for path in (gate.CORPUS / folder).glob("*.jsonl")
        for gold in _gold(path)
    }
    assert not held & fitted


_FITTED = ("", "articles", "languages", "seldom")


def _gold(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line)["gold"] for line in path.read_text(encoding="utf-8").splitlines()]


def _told(found: Iterable[dict[str, Any]]) -> list[tuple[date, set[str]]]:
    """The days of reports with the sides of each."""
    return [
        (
            date.fromisoformat(gold["event_date"]),
            {side for each in gold["transfers"] for way in ("released_by", "returned_to") for side in each[way]},
        )
        for gold in found
        if gold["is_report"] and gold.get("event_date")
    ]
