"""Socket Mode under bad weather: nothing that a person typed is lost or done twice."""

import asyncio
import sqlite3
import time
from contextlib import closing

import pytest

from bot.commands import Commands
from bot.store import Store
from tests import slack_hands
from tests.facts import NOW
from tests.slack_desk import apart, running
from tests.slack_server import TICKET, Failure
from tests.stores import tell


async def test_when_slack_asks_for_it_the_new_socket_stands_before_the_old_one_ends(slack, workspace, desk):
    """Row 56: both sockets bring commands, each is acknowledged where it came, none is handled twice."""
    await workspace.until(lambda: bool(workspace.sockets))
    old = workspace.sockets[0]
    await old.send_json({"type": "disconnect", "reason": "refresh_requested"})
    await workspace.until(lambda: len(workspace.sockets) == 2)
    assert not old.closed
    late = slack_hands.command("latest", workspace.home)
    body = {"type": "slash_commands", "envelope_id": "late", "payload": late}
    await old.send_json(body)
    await workspace.until(lambda: "late" in workspace.acks)
    await workspace.sockets[-1].send_json(body | {"envelope_id": "again"})
    await workspace.until(lambda: "again" in workspace.acks)
    await workspace.type("help")
    await workspace.replies(2)
    assert [ask.words[0] for ask in desk.asks] == ["latest", "help"]


@pytest.mark.parametrize("reason", ["warning", "refresh_requested"])
async def test_the_old_socket_is_closed_in_the_end(workspace, desk, monkeypatch, reason):
    monkeypatch.setattr("bot.chat.slack_line.OVERLAP", 0.05)
    async with running(workspace, desk):
        await workspace.until(lambda: bool(workspace.sockets))
        old = workspace.sockets[0]
        await old.send_json({"type": "disconnect", "reason": reason})
        await workspace.until(lambda: old.closed and len(workspace.sockets) == 1)
        await workspace.type("latest")
        await workspace.replies()


async def test_where_slack_counts_too_many_sockets_the_old_one_is_closed_first(slack, workspace, desk, caplog):
    """Row 56."""
    await workspace.until(lambda: bool(workspace.sockets))
    old = workspace.sockets[0]
    await old.send_json({"type": "disconnect", "reason": "too_many_websockets"})
    await workspace.until(lambda: old.closed and bool(workspace.sockets))
    await workspace.type("latest")
    await workspace.replies()
    assert len(desk.asks) == 1
    assert "slack_line_lost reason=too_many_websockets" in caplog.text


async def test_a_socket_that_is_reset_is_opened_again(slack, workspace, desk):
    """Row 56."""
    await workspace.until(lambda: bool(workspace.sockets))
    workspace.cut_socket()
    await workspace.until(lambda: not workspace.sockets)
    await workspace.type("latest")
    await workspace.replies()
    assert len(desk.asks) == 1


async def test_a_silent_socket_is_noticed_and_told_once(workspace, desk, monkeypatch, caplog):
    """Row 56: half open, nothing comes and nothing is refused; the real limits are 15 seconds in all."""
    from bot.chat import slack_line

    assert slack_line.PING * 1.5 + slack_line.HELLO_PATIENCE <= 30.0
    monkeypatch.setattr(slack_line, "PING", 0.2)
    workspace.answers_pings = False
    async with running(workspace, desk):
        await workspace.until(lambda: workspace.opened >= 3)
        workspace.answers_pings = True
        await workspace.until(lambda: workspace.opened >= 4)
        await workspace.type("latest")
        await workspace.replies()
    assert caplog.text.count("slack_line_lost reason=silent") == 1


async def test_a_socket_without_hello_is_given_up(workspace, desk, monkeypatch, caplog):
    monkeypatch.setattr("bot.chat.slack_line.HELLO_PATIENCE", 0.1)
    workspace.says_hello = False
    async with running(workspace, desk):
        await workspace.until(lambda: workspace.opened >= 3)
        workspace.says_hello = True
        await workspace.type("latest")
        await workspace.replies()
    assert caplog.text.count("slack_line_lost reason=no hello") == 1


async def test_a_socket_is_not_trusted_for_ever(workspace, desk, monkeypatch):
    monkeypatch.setattr("bot.chat.slack_line.RENEW", 0.2)
    async with running(workspace, desk):
        await workspace.until(lambda: workspace.opened >= 2)
        await workspace.type("latest")
        await workspace.replies()
    assert len(desk.asks) == 1


async def test_where_slack_is_away_it_is_tried_again_ever_more_slowly(workspace, desk, caplog):
    me = Failure(body='{"ok": true, "user": "x", "team": "y"}', content_type="application/json")
    closed = Failure(body='{"ok": true, "url": "ws://127.0.0.1:9/"}', content_type="application/json")
    workspace.fail("auth.test", me)
    workspace.fail("apps.connections.open", closed, *[Failure("internal_error")] * 4)
    async with running(workspace, desk):
        began = time.monotonic()
        await workspace.until(lambda: bool(workspace.sockets))
        assert time.monotonic() - began > 0.3  # 0.1 + 0.2 and more
    assert caplog.text.count("slack_line_lost reason=internal_error") == 1


async def test_slack_s_wait_for_another_socket_is_kept(workspace, desk):
    async with running(workspace, desk):
        await workspace.until(lambda: bool(workspace.sockets))
        workspace.fail("apps.connections.open", Failure("ratelimited", status=429, headers={"Retry-After": "1"}))
        workspace.cut_socket()
        began = time.monotonic()
        await workspace.until(lambda: workspace.opened >= 2)
        assert time.monotonic() - began > 0.9


async def test_what_cannot_be_read_is_passed_over(slack, workspace, desk, caplog):
    await workspace.until(lambda: bool(workspace.sockets))
    for text in (
        "{",
        "[]",
        "7",
        "null",
        '{"type": "slash_commands", "envelope_id": "x", "payload": 7}',
        '{"type": "new"}',
    ):
        await workspace.sockets[0].send_str(text)
    await workspace.type("latest")
    await workspace.replies()
    assert len(desk.asks) == 1
    assert TICKET not in caplog.text


async def test_the_acknowledgement_leaves_before_the_work_begins(workspace, desk):
    """Row 57: work that holds up the whole program does not hold up the acknowledgement."""
    desk.blocks_for = 0.5
    async with apart(workspace, desk):
        await workspace.type("help")  # so that the person is known, and nothing else is waited for
        await workspace.replies()
        sent = time.monotonic()
        envelope = await workspace.type("latest")
        await workspace.replies(2)
    assert workspace.acks[envelope][0] - sent < 0.3
    assert time.monotonic() - sent > 0.5


async def test_what_comes_while_the_whole_program_stands_still_is_acknowledged_all_the_same(workspace, desk):
    """Row 57: as when the store waits for another program, whoever asked it to."""
    desk.blocks_for = 0.8
    async with apart(workspace, desk, patience=5.0):
        await workspace.type("latest")
        await asyncio.sleep(0.2)
        sent = time.monotonic()
        envelopes = [await workspace.type(text) for text in ("help", "status")]
        await workspace.replies()
        assert time.monotonic() - sent > 0.4
        await workspace.replies(3)
    assert all(workspace.acks[envelope][0] - sent < 0.3 for envelope in envelopes)


async def test_while_another_program_holds_the_database_commands_are_acknowledged_and_answered_later(
    workspace, tmp_path
):
    """Row 57: the real answers and a database whose lock another program has; reading needs no lock at all."""
    path = tmp_path / "exchanges.db"
    with closing(Store.open(path)) as store:
        tell(store, 95, NOW)
    stores = []

    async def answer(ask):
        stores.extend([] if stores else [Store.open(path)])  # in the thread of the adapter
        return await Commands(stores[0], lambda: NOW).answer(ask)

    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        async with apart(workspace, answer):
            await workspace.type("help")
            await workspace.replies()
            other.execute("BEGIN IMMEDIATE")
            await workspace.type("latest")
            assert "95 prisoners of war" in (await workspace.replies(2))[1]["text"]
            writing, sent = await workspace.type("subscribe"), time.monotonic()
            await workspace.until(lambda: writing in workspace.acks)
            assert workspace.acks[writing][0] - sent < 0.5
            await asyncio.sleep(0.5)
            assert len(workspace.sent("response_url")) == 2
            other.execute("COMMIT")
            assert (await workspace.replies(3))[2]["text"].startswith("Alerts will be posted here.")
