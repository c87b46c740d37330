"""Nothing that was read right once is read wrong later: the pinned floors of the labelled corpus."""

import json
from collections import Counter

import pytest

from tests import accuracy_gate as gate


@pytest.mark.parametrize("part", ["tune", "holdout"])
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
