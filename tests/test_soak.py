"""Hours of faults on a clock of the test's own: nothing that a server has served is lost."""

import sys
from pathlib import Path

import pytest

from tests.soak import FAULTS, soak

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="each feed needs a loopback address of its own")


async def test_no_entry_that_was_served_is_lost_whatever_the_servers_do(tmp_path: Path) -> None:
    """5xx storms, stalls, resets, redirects, truncated bodies, wrong lengths, false answers: torture list, row 14."""
    outcome = await soak(tmp_path, feeds=20, hours=6)
    assert outcome.served > 150
    assert outcome.lost == []
    assert outcome.missing == []
    assert set(FAULTS) <= set(outcome.faults)
    assert outcome.polls.failed > 100
