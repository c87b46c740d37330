"""Reports that are read wrong in part still go to the exchange that they tell of, and to no other."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import permutations

import pytest

from bot.events import place
from bot.types import Event
from detectors import Article, Category, Qualifier, Report, Status
from tests.facts import NOW, article, report, ru, transfer, ua

BODIES, HOSTAGES = Category.BODIES, Category.HOSTAGES
Story = tuple[Report, Article]
TODAY = NOW.date()
NIGHT, SOON = TODAY + timedelta(days=1), timedelta(days=1)
LEGS = transfer("Russia", "United States", 1), transfer("United States", "Russia", 1, planned=True)


def told(name: str, *transfers, day: date | None = TODAY, came: int = 0, **more) -> Story:
    """One outlet's report, so many days after today."""
    return report(*transfers, day=day, **more), article(name, NOW + timedelta(days=came))


def groups(stories: Sequence[Story]) -> set[str]:
    """Which reports came together: the sorted names of each event's, in one string."""
    events: dict[str, Event] = {}
    for each, source in stories:
        placed = place(each, source, list(events.values()), NOW + timedelta(days=30))
        for event in placed.merged:
            del events[event.id]
        for event in (placed.event, *(change.event for change in placed.others)):
            events[event.id] = event
    return {" ".join(sorted(ref.article_id for ref in event.refs)) for event in events.values()}


def held(giver: str, getter: str, count: int | None, **more):
    return transfer(giver, getter, count, HOSTAGES, **more)


@pytest.mark.parametrize(
    ("stories", "expected"),
    [
        pytest.param(
            [
                told("a", transfer("Russia", "Ukraine", 1200, BODIES)),
                told("b", transfer("Russia", "Ukraine", 1200, BODIES), ru(1)),
                told("c", ua(None), ru(None)),
            ],
            {"a b", "c"},
            id="one soldier beside 1,200 bodies bridges nothing",
        ),
        pytest.param(
            [
                told("a", held("Hamas", "United States", 1), mediators=("Israel",)),
                told("b", held("Hamas", "Israel", 1)),
            ],
            {"a b"},
            id="a helper for one is a side for the other",
        ),
        pytest.param(
            [
                told("a", held("Houthis", "Saudi Arabia", 16), held("Saudi Arabia", "Houthis", 120)),
                told("b", transfer("Yemen", "Saudi Arabia", 357)),
            ],
            {"a b"},
            id="two of one camp as sides are a total over both",
        ),
        pytest.param(
            [
                told("a", transfer("Houthis", "Yemen", None), day=None, came=-1, status=Status.ONGOING),
                told("b", transfer("Yemen", "Houthis", 249), transfer("Houthis", "Yemen", 69)),
            ],
            {"a b"},
            id="what begins tomorrow is told as begun",
        ),
        pytest.param(
            [
                told("a", ua(100), ru(106), day=TODAY - timedelta(days=6), came=-6),
                told("b", ua(130)),
                told("c", ua(100, qualifier=Qualifier.AT_LEAST), day=None),
            ],
            {"a", "b c"},
            id="more than a hundred is not the hundred of last week",
        ),
        pytest.param(
            [
                told("a", transfer("Hamas", "Israel", 4, BODIES), held("Israel", "Hamas", 602)),
                told("b", transfer("Hamas", "Israel", 4, BODIES), held("Israel", "Hamas", 620), day=NIGHT, came=1),
                told("c", transfer("Hamas", "Israel", 4, BODIES), day=NIGHT, came=1),
            ],
            {"a b c"},
            id="one night, told with either day",
        ),
        pytest.param(
            [
                told("a", held("Hamas", "Israel", 3), held("Israel", "Hamas", 110)),
                told("b", held("Hamas", "Israel", 8)),
                told("c", held("Hamas", "Thailand", 5), came=2),
            ],
            {"a b c"},
            id="strangers whom an armed group lets go on the day of its exchange",
        ),
        pytest.param(
            [
                told("a", transfer("Russia", "Ukraine", 11)),
                told("b", parties=("Hungary", "Ukraine"), day=None),
                told("c", parties=("Hungary", "Ukraine"), day=None, came=3),
            ],
            {"a b", "c"},
            id="nobody who went, and one side of the only exchange",
        ),
        pytest.param(
            [
                told("a", transfer("Russia", "Ukraine", 11)),
                told("b", held("Hamas", "Israel", 3)),
                told("c", parties=("Israel", "Ukraine")),
            ],
            {"a", "b", "c"},
            id="nobody who went, and one side each of two exchanges",
        ),
        pytest.param(
            [
                told("a", parties=("United Kingdom", "United States"), day=None),
                told("b", transfer("United Kingdom", "United States", 5), day=None, came=4),
            ],
            {"a", "b"},
            id="whoever met days before somebody went",
        ),
        pytest.param(
            [
                told("a", ua(254, category=BODIES), ru(42, category=BODIES)),
                told("b", ua(254), confidence=0.2),
                told("c", ua(200, category=BODIES), came=9, day=NIGHT),
                told("d", ua(200), came=9, day=NIGHT, confidence=0.2),
            ],
            {"a b", "c", "d"},
            id="a doubtful one that takes the dead for captives, but for a round number",
        ),
        pytest.param(
            [
                told("a", ua(103)),
                told("b", ua(103), ru(95)),
                told("c", parties=("Russia", "Ukraine"), day=None, came=6, confidence=0.2),
            ],
            {"a b", "c"},
            id="a rumour of days later draws nothing",
        ),
        pytest.param(
            [
                told("a", transfer("Russia", "United States", 1), day=None),
                told(
                    "b",
                    transfer("Russia", "United States", 1),
                    transfer("United States", "Russia", 1),
                    day=NIGHT,
                    came=1,
                ),
            ],
            {"a b"},
            id="one freed, told the day after with that day",
        ),
        pytest.param(
            [
                told("a", held("Boko Haram", "Nigeria", 21), transfer("Nigeria", "Boko Haram", 4)),
                told("b", transfer("Boko Haram", "Nigeria", 21, Category.CHILDREN)),
                told("c", ua(3)),
                told("d", ua(3, category=Category.CHILDREN)),
            ],
            {"a b", "c", "d"},
            id="as many schoolgirls as hostages",
        ),
        pytest.param(
            [
                told("a", transfer("PKK", "Türkiye", 8)),
                told("b", transfer("Iraq", "Türkiye", 8)),
                told("c", transfer("Armenia", "Türkiye", 3)),
            ],
            {"a b", "c"},
            id="who is often a host and got as many here",
        ),
        pytest.param(
            [
                told("a", transfer("Russia", "United States", 1), day=None),
                told("b", transfer("Russia", "United States", 1), transfer("United States", "Russia", 1), came=1),
                told("c", transfer("Russia", "United States", 1), day=NIGHT, came=1),
                told("d", transfer("United States", "Russia", 1), day=NIGHT, came=1),
            ],
            {"a b c d"},
            id="a day that most reports state a day late",
        ),
        pytest.param(
            [
                told("a", ua(254, category=BODIES)),
                told("b", ua(254, category=BODIES), ru(42, category=BODIES), day=NIGHT, came=1),
            ],
            {"a b"},
            id="an uneven figure told with the day after",
        ),
        pytest.param(
            [
                told("a", ua(254, category=BODIES)),
                told("b", ua(None), ru(None), ua(254, category=BODIES), day=NIGHT, came=1),
            ],
            {"a", "b"},
            id="yesterday's bodies beside today's living",
        ),
        pytest.param(
            [
                told("a", ua(84), ru(84), ordinal=68),
                told("b", ua(84), ru(84), day=None, ordinal=67),
                told("c", ua(84), day=None, ordinal=66),
            ],
            {"a b", "c"},
            id="one day's figures agree both ways, whatever their ordinals",
        ),
        pytest.param(
            [
                told("a", ua(1200, category=BODIES), ua(None), ru(None)),
                told("b", ru(3, category=BODIES), day=None, came=9),
                told("c", ua(None), ru(None), day=None, came=3),
            ],
            {"a c", "b"},
            id="of nobody who went days before",
        ),
        pytest.param(
            [
                told("a", *LEGS, status=Status.ONGOING, day=TODAY - timedelta(days=1)),
                told("b", transfer("Russia", "United States", 1), transfer("United States", "Russia", 1)),
                told("c", transfer("Russia", "United States", 1), status=Status.ONGOING, came=1, day=NIGHT),
            ],
            {"a b c"},
            id="one for one, a leg a day",
        ),
        pytest.param(
            [told("a", ua(13), ru(13)), told("b", ua(15), ru(11)), told("c", ua(40), ru(51))],
            {"a b", "c"},
            id="as many in all, shared out otherwise",
        ),
        pytest.param(
            [
                told("a", ua(6), ru(6), ua(24, category=BODIES), ru(22, category=BODIES)),
                told("b", ua(6), ru(6), ua(24, category=BODIES), ru(22, category=BODIES), day=NIGHT + SOON, came=3),
                told("c", ua(6), ru(6), day=NIGHT + timedelta(days=9), came=10),
            ],
            {"a b", "c"},
            id="three figures alike outweigh a misread day",
        ),
        pytest.param(
            [
                told("a", ua(1000, planned=True), ru(1000, planned=True), status=Status.ANNOUNCED),
                told("b", ua(None, planned=True), status=Status.ANNOUNCED, confidence=0.2),
                told("c", ua(205), ru(205), day=TODAY + timedelta(days=7), came=7),
            ],
            {"a b c"},
            id="an announcement for the day for which another was",
        ),
    ],
)
def test_a_misreading_does_not_misplace(stories: Sequence[Story], expected: set[str]) -> None:
    assert {frozenset(groups(order)) for order in permutations(stories)} == {frozenset(expected)}
