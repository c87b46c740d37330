"""Hostile feeds, a bounded share of `make torture`: nothing raises, hangs, fills the memory or touches the world."""

import pytest

from bench.torture_feeds import CORPORA, Watch, corpus, mutations
from tests.hostile_feeds import ORDINARY, Hostile, attacks, encodings


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.mark.parametrize("hostile", [pytest.param(each, id=each.name) for each in (*attacks(), *encodings())])
def test_an_attack_costs_little_and_touches_nothing(watch: Watch, hostile: Hostile) -> None:
    assert [fault for fault in watch.read(hostile) if not fault.startswith("took")] == []


def test_feeds_broken_at_random_do_no_harm(watch: Watch) -> None:
    found = {m.name: faults for m in mutations(1, 1500, list(ORDINARY)) if (faults := watch.read(m))}
    assert found == {}


@pytest.mark.skipif(not any(CORPORA.glob("*.tar.gz")), reason=f"no public feed collections in {CORPORA}")
def test_the_public_collections_do_no_harm_and_are_read_the_same_quickly_and_forgivingly(watch: Watch) -> None:
    from bot.feed_text import clean, decode
    from bot.feed_xml import read_well_formed
    from bot.feeds import parse_text, parse_text_forgivingly

    quick = 0
    for name, body in corpus():
        if name.endswith((".opml", ".json")):
            continue
        text = clean(decode(body, None))
        if read_well_formed(text, 500) is not None:
            quick += 1
            assert parse_text(text, "https://example.org/feed") == parse_text_forgivingly(
                text, "https://example.org/feed"
            ), name
    assert quick > 2500
