"""Scripted months of news, perfectly read: each exchange is one event, told once, with its figures, in any order."""

import random
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

import pytest

from bot.intake import Read, take_in
from bot.store import Store
from bot.types import Alert, AlertKind, Event
from tests.months import Month, Told, months
from tests.replay import wrong_figures


def lived(stories: Sequence[Told], path: Path) -> tuple[list[Event], list[Alert]]:
    """The events and the alerts, once the reports came in, in this order."""
    with closing(Store.open(path / "months.db")) as store:
        with store.writing():
            for each in stories:
                take_in(store, Read(each.article, each.detection), each.came, owe=False)
        return list(store.events.standing()), list(store.events.alerts())


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    return {frozenset(ref.article_id for ref in event.refs) for event in events}


def labelled(month: Month) -> dict[str, set[str]]:
    """The articles of each exchange."""
    return {name: {each.article.id for each in month.told if each.exchange == name} for name in month.figures}


@pytest.mark.parametrize("name", months())
def test_each_exchange_is_one_event_and_told_once(name: str, tmp_path: Path) -> None:
    month = months()[name]
    events, alerts = lived(sorted(month.told, key=lambda each: each.came), tmp_path)
    assert groups(events) == set(map(frozenset, labelled(month).values()))
    assert Counter(each.event_id for each in alerts if each.kind is AlertKind.NEW) == {event.id: 1 for event in events}
    assert not [each for each in alerts if each.kind is AlertKind.CANCEL]


@pytest.mark.parametrize("name", months())
def test_the_headline_figures_are_right(name: str, tmp_path: Path) -> None:
    month = months()[name]
    events, _ = lived(sorted(month.told, key=lambda each: each.came), tmp_path)
    exchange = {article: name for name, articles in labelled(month).items() for article in articles}
    found = [(event, exchange[event.refs[0].article_id]) for event in events]
    assert {of: bad for event, of in found if (bad := wrong_figures(event, month.figures[of]))} == {}


@pytest.mark.parametrize("name", months())
@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_which_reports_come_does_not_matter(name: str, seed: int, tmp_path: Path) -> None:
    month = months()[name]
    events, _ = lived(random.Random(seed).sample(month.told, len(month.told)), tmp_path)
    assert groups(events) == set(map(frozenset, labelled(month).values()))
