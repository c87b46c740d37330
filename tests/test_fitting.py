"""What the weights are fitted to: texts read as they are, and as if nobody had seen them."""

from collections import Counter

import pytest

from bench.fitting.figures import figures_of, right_readings
from bench.fitting.forgetting import forgetful
from bench.fitting.hearing import figure_decisions, unmet, ways_heard
from bench.fitting.texts import Text, part_of, readings_of
from detectors import Article
from detectors.encoder import heard_by
from detectors.options import as_signals
from detectors.states import states


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    """A text an event: each is the only one that names its state, and all share the other words."""
    names = [name for name in states("en").values() if name != "Russia"]
    return [
        Text(
            {"id": f"en-{n}", "gold": {"event_id": f"event-{n}"}},
            Article(id=f"en-{n}", lang="en", title=f"{name} and Russia exchanged prisoners"),
        )
        for n, name in enumerate(names)
    ]


def _found(text: Text) -> Counter[tuple[str, str]]:
    return Counter((mark.group, mark.key) for each in readings_of(text) or () for mark in each.sentence.marks)


def test_rare_words_are_forgotten_and_common_ones_hardly_ever(texts: list[Text]) -> None:
    kept, known = Counter[str](), Counter[str]()
    for text, once_more in zip(texts, forgetful(texts), strict=True):
        assert once_more.event == text.event
        for counted, found in ((known, _found(text)), (kept, _found(once_more))):
            counted["own"] += sum(found[each] for each in found if each[0] == "party" and each[1] != "Russia")
            counted["shared"] += found["party", "Russia"] + found["people", "prisoners"]
    assert len(texts) > 100
    assert 0.55 < kept["own"] / known["own"] < 0.85
    assert 0.95 < kept["shared"] / known["shared"] < 1.0


def test_a_text_forgets_the_same_words_every_time(texts: list[Text]) -> None:
    once, again = forgetful(texts), forgetful(texts)
    assert [*map(_found, once)] == [*map(_found, again)]


def test_whoever_reads_the_text_itself_knows_all(texts: list[Text]) -> None:
    before = [*map(_found, texts)]
    for text in forgetful(texts):
        readings_of(text)
    assert [*map(_found, texts)] == before


def test_people_whom_labels_call_hostages_are_right_by_whatever_word_the_text_counts_them() -> None:
    transfer = {"released_by": ["Al-Qaeda"], "returned_to": ["Romania"], "category": "hostages", "count": 3}
    text = Text(
        {"id": "en-1", "gold": {"is_report": True, "event_id": "one", "transfers": [transfer]}},
        Article(id="en-1", lang="en", title="Al-Qaeda released three Romanian journalists on Monday"),
    )
    ((figure, choices),) = figures_of(text)
    right = [[*choices][at] for at in right_readings(text, figure, [*choices])]
    assert [(way.giver, way.receiver) for way in right] == [("Al-Qaeda", "Romania")]


def test_a_figure_learns_from_an_encoder_that_does_not_know_its_event() -> None:
    sent = {"released_by": ["Russia"], "returned_to": ["Ukraine"], "count": 45, "category": "prisoners_of_war"}
    gold = {"is_report": True, "status": "completed", "transfers": [sent]}
    text = Text({"id": "one", "gold": gold}, Article(title="Russia handed 45 prisoners over to Ukraine", lang="en"))
    (decision,) = figure_decisions(text)
    (at,) = decision.right
    with heard_by(unmet(part_of(text.event))):
        (said,) = ways_heard(text)
    likely = [each["heard"] for each in decision.alternatives]
    assert likely[at] == max(likely) <= 0
    assert likely == [each["heard"] for each in as_signals(said)]
