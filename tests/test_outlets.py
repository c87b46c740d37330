"""Who stands behind an event: copies of one text are one voice."""

from dataclasses import replace

import pytest

from bot.outlets import corroboration
from detectors import Article
from tests.facts import article, report, told, ua


def test_copies_of_one_text_speak_for_one_outlet() -> None:
    def copy(name: str) -> Article:
        return replace(article(name), title="Ukraine brings home 110 defenders in a new exchange")

    (event,) = told(
        *((report(ua(110)), copy(name)) for name in ("a", "b", "c")),
        *((report(ua(103)), article(name)) for name in ("d", "e")),
    )
    assert event.transfers[0].count == 103
    assert len(event.claims) == 5


COPIES = {
    "one agency in two languages": (
        {"text": "KYIV, Nov 24 (Reuters) - Ukraine brought home 103 soldiers."},
        {"text": "КИЕВ, 24 ноября (Рейтер) - Украина вернула 103 военных."},
    ),
    "a credit at the end": ({"text": "Ukraine holt 103 Soldaten heim. " * 9 + "/dpa/"}, {"text": "Kiew (dpa) - 103"}),
    "one site in two languages": (
        {"url": "https://www.bbc.co.uk/news/1"},
        {"url": "https://feeds.bbc.co.uk/ukrainian/articles/2"},
    ),
}


VOICES = {
    "an agency that is only quoted": (
        {"text": "An official told Reuters that 103 soldiers came home."},
        {"text": "Officials told Reuters and others of 103 soldiers."},
    ),
    "two sites of one registry": ({"url": "https://a.com.ua/1"}, {"url": "https://b.com.ua/1"}),
}


@pytest.mark.parametrize(
    ("one", "other", "independent"),
    [(*pair, 1) for pair in COPIES.values()] + [(*pair, 2) for pair in VOICES.values()],
    ids=[*COPIES, *VOICES],
)
def test_copies_count_once_also_when_translated(one: dict, other: dict, independent: int) -> None:
    (event,) = told(
        (report(ua(103)), replace(article("a"), title="103 home", **one)),
        (report(ua(103)), replace(article("b"), title="103 вдома", **other)),
    )
    assert corroboration(event).outlets == independent


def test_who_stands_behind_an_event_is_counted() -> None:
    ours = ua(103, claimed_by=("Ukraine's president",))
    (event,) = told(
        (report(ours), article("a")),
        (report(ua(103, claimed_by=("Russia's defence ministry",)), mediators=("Qatar",)), article("b")),
        (report(ours), replace(article("c"), source="a")),
    )
    known = corroboration(event)
    assert (known.outlets, set(known.sides), known.mediators) == (2, {"Russia", "Ukraine"}, ())
