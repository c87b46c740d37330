"""Whatever happens on the way: in the end every chat has every event once, and its message says what is known."""

import asyncio
import tempfile
from collections import Counter
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import timedelta
from pathlib import Path

from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.outbox import Outbox
from bot.posting import Policy
from bot.store import Store
from bot.types import AlertKind, Channel, NotSent, Platform, Unknown
from tests.chat import Answer, Chat, Lost, facts, outbox, run_for, says
from tests.facts import NOW, report, transfer
from tests.stores import bring, new_store
from tests.virtual_time import Clock, run_virtually

ADDRESSES = ("1", "2")
PATIENT = Policy(stale_after=1e9, fold_above=100)  # what is folded is counted elsewhere
TROUBLE: dict[str, Answer] = {
    "lost": Lost(),
    "slow down": NotSent(reason="Too Many Requests", wait=7),
    "no answer": Unknown(reason="no answer"),
    "broken": RuntimeError("odd"),
}
events = st.integers(1, 3)
acts = st.one_of(
    st.tuples(st.just("figure"), events, st.integers(0, 3)),
    st.tuples(st.just("outlet"), events, st.integers(0, 0)),
    st.tuples(st.sampled_from(sorted(TROUBLE)), st.sampled_from((1, 2)), st.integers(0, 0)),
    st.tuples(st.sampled_from(("wait", "crash")), st.sampled_from((0, 1, 30, 400)), st.integers(0, 0)),
)


def crash(box: Outbox, running: asyncio.Task[None]) -> list[asyncio.Task[None]]:
    """Stop everything where it stands, as a kill does."""
    tasks = [running, *box._posts]
    for task in tasks:
        task.cancel()
    return tasks


async def live(store: Store, chat: Chat, clock: Clock, script: Iterable[tuple[str, int, int]]) -> None:
    """Let the outbox live through what happens, then undisturbed until all that can be done is done."""
    box = outbox(store, chat, clock, policy=PATIENT)
    running = asyncio.create_task(box.run())
    for number, (what, which, figure) in enumerate(script):
        if what in ("figure", "outlet"):
            moved = transfer(f"North {which}", f"South {which}", 1000 * which + figure)
            bring(store, f"article{number}", report(moved, day=NOW.date()), clock())
            box.wake()
        elif what in TROUBLE:
            chat.answers[str(which)].append(TROUBLE[what])
        else:
            await asyncio.sleep(which + 0.1)  # in which a post is under way
            if what == "crash":
                with suppress(asyncio.CancelledError):
                    await asyncio.gather(*crash(box, running), return_exceptions=True)
                box = outbox(store, chat, clock, policy=PATIENT)
                running = asyncio.create_task(box.run())
    await asyncio.gather(*crash(box, running), return_exceptions=True)
    chat.answers.clear()
    clock.ahead = timedelta(days=1).total_seconds()  # by then every edit is due
    await run_for(outbox(store, chat, clock, policy=PATIENT), 700)


@given(script=st.lists(acts, min_size=1, max_size=14))
@example(script=[("figure", 1, 0), ("wait", 0, 0), ("outlet", 1, 0), ("wait", 1, 0)])  # while the post is under way
@example(script=[("figure", 1, 0), ("wait", 1, 0), *[("figure", 1, n) if n % 2 else ("wait", 0, 0) for n in range(40)]])
@settings(max_examples=40, deadline=None)
def test_in_the_end_every_message_says_what_is_known_and_no_alert_is_lost_or_doubled(
    script: list[tuple[str, int, int]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, closing(new_store(Path(folder))) as store:
        channels = [Channel(platform=Platform.TELEGRAM, address=address) for address in ADDRESSES]
        store.channels.sync(channels, NOW)
        chat, clock = Chat(takes=0.2), Clock(NOW)
        run_virtually(lambda: live(store, chat, clock, script))
        assert set(store.deliveries.states()) <= {"sent"}
        alerts = list(store.events.alerts())
        new = {alert.event_id for alert in alerts if alert.kind is AlertKind.NEW}
        lost = Counter(str(which) for what, which, _ in script if what in {"lost", "no answer", "broken"})
        crashes = sum(what == "crash" for what, *_ in script)
        for channel in channels:
            here = [post for post in chat.posts.values() if post.address == channel.address]
            messages = store.deliveries.messages(channel.id, sorted(new))
            assert set(messages) == new
            for event_id, message in messages.items():
                assert facts(chat.posts[message.id].text) == says(store, channel, event_id, clock())
            assert len(new) <= len([post for post in here if not post.reply_to])
            assert len(here) <= len(alerts) + lost[channel.address] + crashes
            assert store.deliveries.next_edit(channel.id) is None
        done = len(chat.tries)
        run_virtually(lambda: outbox(store, chat, clock).drain())
        assert len(chat.tries) == done
