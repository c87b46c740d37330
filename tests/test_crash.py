"""Killed five hundred times, at random and at every named step; `make torture` does it ten thousand times."""

import pytest

from tests.torture.crash import MOMENTS, torture

# A few of each kind: all of them together take some fifteen seconds.
KINDS = {"repeat": (400, {}), "hold": (100, {"hold": True})}


@pytest.mark.parametrize(("cycles", "how"), KINDS.values(), ids=KINDS)
def test_nothing_owed_is_lost_and_nothing_is_doubled_that_the_promise_does_not_allow(cycles: int, how: dict[str, bool]):
    """Row 34: on the platform that can be read back there is no copy; elsewhere one for each post that was under way.

    With when_unsure = "hold" there is none anywhere, and what may be lost stands in the list of deliveries.
    """
    counts = torture(cycles, seed=1, **how)
    print(counts.told())
    assert counts.faults == []
    assert (counts.lost, counts.out_of_order, counts.doubled["slack"]) == (0, 0, 0)
    assert counts.doubled["telegram"] <= counts.allowed
    assert counts.kills > cycles / 2
    if not how:
        assert counts.held == 0
        assert [moment for moment in MOMENTS if not counts.at[moment]] == []
        assert counts.doubled["telegram"] > 0  # the harness does hit the moments that matter
    else:
        assert counts.doubled["telegram"] == 0
        assert counts.held > 0


def test_marking_as_seen_before_sending_loses_alerts_in_the_same_harness():
    """What the harness shows of a design that many feed bots have."""
    counts = torture(60, seed=1, seen_first=True)
    print(counts.told())
    assert counts.lost > 0
