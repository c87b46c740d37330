"""Hostile feeds, a bounded share of `make torture`: nothing raises, hangs, fills the memory or touches the world."""

import time

import pytest

from bench.torture_feeds import Watch, corpus, mutations, naughty_strings
from bot.markup import plain_text
from detectors import Article, detect
from tests.hostile_feeds import ORDINARY, Hostile, attacks, encodings, naughty
from tests.specs import CORPORA, WHY_NO_CORPORA


@pytest.fixture(scope="module")
def watch() -> Watch:
    return Watch()


@pytest.mark.parametrize("hostile", [pytest.param(each, id=each.name) for each in (*attacks(), *encodings())])
def test_an_attack_costs_little_and_touches_nothing(watch: Watch, hostile: Hostile) -> None:
    assert [fault for fault in watch.read(hostile) if not fault.startswith("took")] == []


def test_feeds_broken_at_random_do_no_harm(watch: Watch) -> None:
    found = {m.name: faults for m in mutations(1, 1000, list(ORDINARY)) if (faults := watch.read(m))}
    assert found == {}


MONSTERS = {
    "brackets": "(" * 20_000,
    "quotes": '"' * 20_000,
    "dots": "." * 20_000,
    "no blank": "x" * 100_000,
    "long": "word " * 240_000,
    "accents": "Z" + "\u0301" * 20_000,
    "bidi": "\u202e205 \u202c" * 3_000,
    "digits": "1" * 20_000,
}


@pytest.mark.parametrize("language", ["en", "ru"])
@pytest.mark.parametrize("monster", MONSTERS.values(), ids=MONSTERS.keys())
def test_no_text_holds_the_detector_up(monster: str, language: str) -> None:
    told = "Russia and Ukraine exchanged 103 prisoners of war each. "
    detect(Article(title=told, lang=language))
    text = plain_text(f"{told} {monster}")
    started = time.process_time()
    detect(Article(title=told, summary=text, lang=language))
    assert time.process_time() - started < 5  # quadratic ones took 20 and more; half a second is what one takes


@pytest.mark.skipif(not any(CORPORA.glob("*.tar.gz")), reason=WHY_NO_CORPORA)
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


@pytest.mark.skipif(not naughty_strings(), reason=WHY_NO_CORPORA)
def test_naughty_strings_do_no_harm(watch: Watch) -> None:
    found = {each.name: faults for each in naughty(naughty_strings()[::4]) if (faults := watch.read(each))}
    assert found == {}
