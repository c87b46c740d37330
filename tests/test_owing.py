"""Who is owed what: by wishes, by mutes, late, and in which form."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

import pytest

from bot.alerts import count_of
from bot.intake import DENIED, Read, owe_digests, take_in
from bot.store import Store
from bot.types import Channel, Habits, Platform, Rhythm, Wishes
from detectors import Detection, Status, Transfer
from tests.chat import Chat, outbox
from tests.facts import NOW, article, report, ru, transfer, ua
from tests.stores import BRIDGE, bring, bring_two_that_are_one
from tests.virtual_time import Clock, run_virtually

ALL, CHOOSY = (Channel(platform=Platform.TELEGRAM, address=address) for address in ("1", "2"))
DAY = timedelta(days=1)


def wishing(store: Store, wishes: Wishes, now: datetime = NOW) -> None:
    store.channels.sync([ALL, CHOOSY], now, {CHOOSY.id: wishes})


def deny(store: Store, name: str, *transfers: Transfer, now: datetime = NOW) -> None:
    """An article whose news it is that the exchange did not happen."""
    mention = report(*transfers, status=Status.DENIED)
    detection = Detection(article_id=name, is_report=False, lang="en", reason=DENIED, mentions=(mention,))
    with store.writing():
        take_in(store, Read(article(name, now), detection), now, owe=True)


def posted(store: Store, now: datetime = NOW, chat: Chat | None = None) -> Chat:
    """What the chats have after everything is posted that may be now."""
    chat = chat or Chat()
    run_virtually(lambda: outbox(store, chat, Clock(now)).drain())
    return chat


def test_a_new_event_goes_to_those_who_want_it(store: Store) -> None:
    wishing(store, Wishes(least_count=100))
    bring(store, "small", report(ua(5)))
    bring(store, "large", report(transfer("Armenia", "Azerbaijan", 500)))
    chat = posted(store)
    assert [len(chat.at("1")), len(chat.at("2"))] == [2, 1]


def test_who_wants_digests_alone_is_owed_no_alert_and_its_digest_tells_what_it_wishes_for(store: Store) -> None:
    wishing(store, Wishes(conflicts=(("Armenia",),), alerts=False))
    store.habits.sync({CHOOSY.id: Habits(digest=Rhythm.DAILY, at=time(8))}, NOW)
    bring(store, "one", report(ua(5)))
    bring(store, "other", report(transfer("Armenia", "Azerbaijan", 500)))
    assert posted(store).at("2") == []
    assert owe_digests(store, NOW + DAY) == 1
    (digest,) = [post for post in posted(store, NOW + DAY).posts.values() if post.address == "2"]
    assert "500" in digest.text
    assert "Ukraine" not in digest.text


def test_a_digest_of_nothing_that_is_wished_for_or_not_muted_is_not_owed(store: Store) -> None:
    wishing(store, Wishes(conflicts=(("Armenia",),)))
    store.habits.sync(dict.fromkeys((ALL.id, CHOOSY.id), Habits(digest=Rhythm.DAILY, at=time(8))), NOW)
    bring(store, "one", report(ua(5)))
    (one,) = store.events.standing()
    store.mutes.mute(ALL.id, one.id)
    assert owe_digests(store, NOW + DAY) == 0


GROWTH: dict[str, tuple[Wishes, Callable[[int], Transfer], int]] = {
    "another outlet": (Wishes(least_outlets=2), lambda n: ua(100), 1),
    "a figure": (Wishes(least_count=1000), lambda n: ua(1000 if n else None), 2),
}


@pytest.mark.parametrize(("wishes", "grown", "alerts"), GROWTH.values(), ids=GROWTH)
def test_an_event_that_grows_to_what_a_channel_wishes_is_told_it_once_as_new(
    store: Store, wishes: Wishes, grown: Callable[[int], Transfer], alerts: int
) -> None:
    wishing(store, wishes)
    chat = Chat()
    for number in range(4):
        now = NOW + number * timedelta(minutes=1)
        bring(store, f"outlet{number}", report(grown(number)), now)
        posted(store, now, chat)
        assert len(chat.at("2")) == (number > 0)
    assert len(chat.at("1")) == alerts
    assert "Updated" not in "".join(post.text for post in chat.posts.values() if post.address == "2")


def test_old_news_is_told_late_to_nobody(store: Store) -> None:
    wishing(store, Wishes(least_outlets=2))
    bring(store, "first", report(ua(100), day=NOW.date()))
    later = NOW + 4 * DAY
    bring(store, "second", report(ua(100), day=NOW.date()), later)
    assert len(next(store.events.standing()).reports) == 2
    assert posted(store, later).at("2") == []


def test_nothing_is_told_late_to_a_channel_that_came_after_it(store: Store) -> None:
    store.channels.sync([ALL], NOW)
    bring(store, "first", report(ua(100)))
    hour = NOW + timedelta(hours=1)
    store.channels.subscribe(CHOOSY, hour)
    with store.writing():
        store.channels.keep_wishes(CHOOSY.id, Wishes(least_outlets=2))
    bring(store, "second", report(ua(100)), hour)
    assert posted(store, hour).at("2") == []


def test_who_was_told_hears_what_changed_though_it_no_longer_fits(store: Store) -> None:
    wishing(store, Wishes(least_count=100))
    bring(store, "first", report(ua(103)))
    chat = posted(store)
    bring(store, "second", report(ua(93, claimed_by=("Ukraine's defence ministry",))))
    posted(store, chat=chat)
    assert [count_of(each) for each in store.events.standing()] == [93]
    assert [post.reply_to is not None for post in chat.posts.values() if post.address == "2"] == [False, True]


@pytest.mark.parametrize(
    ("wishes", "muted", "replies"), [(Wishes(), False, 1), (Wishes(updates=False), False, 0), (Wishes(), True, 0)]
)
def test_who_wants_no_updates_or_muted_the_event_has_it_kept_true_all_the_same(
    store: Store, wishes: Wishes, muted: bool, replies: int
) -> None:
    wishing(store, wishes)
    bring(store, "first", report(ua(103)))
    chat = posted(store)
    (event_id,) = [each.id for each in store.events.standing()]
    if muted:
        store.mutes.mute(CHOOSY.id, event_id)
    bring(store, "second", report(ru(95)))
    posted(store, chat=chat)
    first = next(post for post in chat.posts.values() if post.address == "2")
    assert "95 to Russia" in first.text
    assert len(chat.at("2")) == 1 + replies
    deny(store, "denial", ua(103), ru(95))  # by then two outlets tell it, so it stands
    store.mutes.unmute(CHOOSY.id, event_id)
    bring(store, "third", report(ua(104), ru(96)))
    posted(store, chat=chat)
    assert len(chat.at("2")) == 1 + 2 * replies + muted


def test_what_was_to_go_of_an_event_is_dropped_when_it_is_muted(store: Store) -> None:
    wishing(store, Wishes())
    bring(store, "first", report(ua(103)))
    (event_id,) = [each.id for each in store.events.standing()]
    store.mutes.mute(CHOOSY.id, event_id)
    chat = posted(store)
    assert (len(chat.at("1")), chat.at("2")) == (1, [])


@pytest.mark.parametrize(("wishes", "replies"), [(Wishes(), 1), (Wishes(updates=False), 0)])
def test_a_denial_is_told_to_those_who_were_told_and_stands_in_the_message(
    store: Store, wishes: Wishes, replies: int
) -> None:
    wishing(store, wishes)
    bring(store, "first", report(ua(103)))
    chat = posted(store)
    store.channels.subscribe(Channel(platform=Platform.TELEGRAM, address="3"), NOW)
    deny(store, "denial", ua(103), now=NOW + timedelta(minutes=5))
    posted(store, NOW + timedelta(minutes=5), chat)
    told_of = [post for post in chat.posts.values() if post.address == "2"]
    assert "Withdrawn: the exchange was denied" in told_of[0].text
    assert [post.text.split("\n")[0] for post in told_of[1:]] == ["Withdrawn: the exchange was denied"] * replies
    assert chat.at("3") == []


def test_a_merged_events_message_points_to_the_other_and_nobody_is_told(store: Store) -> None:
    store.channels.sync([ALL], NOW)
    bring_two_that_are_one(store)
    chat = posted(store)
    bring(store, "bridge", BRIDGE)
    posted(store, chat=chat)
    withdrawn = [post.text for post in chat.posts.values() if "Withdrawn" in post.text]
    (stands,) = store.events.standing()
    assert len(withdrawn) == 1
    assert "→ Russia ⇄ Ukraine: " in withdrawn[0]
    assert [post.text.split("\n")[0] for post in chat.posts.values() if post.reply_to] == ["Updated: a figure came in"]
    assert stands.told


def test_in_silent_quiet_hours_posts_go_at_once_without_a_sound(store: Store) -> None:
    wishing(store, Wishes())
    quiet = (time(11), time(13))
    store.habits.sync({ALL.id: Habits(quiet=quiet), CHOOSY.id: Habits(quiet=quiet, silent=True)}, NOW)
    bring(store, "first", report(ua(103)))
    chat = posted(store)
    assert {post.address: post.is_silent for post in chat.posts.values()} == {"2": True}
    bring(store, "second", report(transfer("Armenia", "Azerbaijan", 5)), NOW + timedelta(hours=2))
    posted(store, NOW + timedelta(hours=2), chat)
    assert [post.is_silent for post in chat.posts.values()] == [True, False, False, False]


def test_a_message_is_kept_true_in_quiet_hours_while_what_is_new_waits(store: Store) -> None:
    store.channels.sync([ALL], NOW)
    bring(store, "first", report(ua(103)))
    chat = posted(store)
    store.habits.sync({ALL.id: Habits(quiet=(time(11), time(13)))}, NOW)
    bring(store, "second", report(ru(95)))
    posted(store, chat=chat)
    assert len(chat.posts) == len(chat.edits) == 1
    assert "95 to Russia" in chat.posts["1"].text
    posted(store, NOW + timedelta(hours=1, minutes=1), chat)
    assert len(chat.posts) == 2


def test_who_comes_back_is_told_of_what_it_missed_as_far_as_it_wishes(store: Store) -> None:
    wishing(store, Wishes(least_count=100))
    with store.writing():
        store.channels.lose(CHOOSY.id, "blocked", NOW)
    bring(store, "small", report(ua(5)))
    bring(store, "large", report(transfer("Armenia", "Azerbaijan", 500)))
    wishing(store, Wishes(least_count=100))
    (told_of,) = [post.text for post in posted(store).posts.values() if post.address == "2"]
    assert "500" in told_of


def test_ten_thousand_channels_cost_one_statement_and_their_wishes_once_each(store: Store) -> None:
    channels = [Channel(platform=Platform.TELEGRAM, address=str(number)) for number in range(10_000)]
    some = {each.id: Wishes(least_count=10 * (number % 5 + 1)) for number, each in enumerate(channels[:500])}
    store.channels.sync(channels, NOW, some)
    asked: list[str] = []
    store._db._conn.set_trace_callback(asked.append)
    bring(store, "first", report(ua(25)))
    store._db._conn.set_trace_callback(None)
    assert len([sql for sql in asked if "deliveries" in sql]) == 1
    assert store.deliveries.states() == {"owed": 9_500 + 200}
