"""Deliveries in the store: owed, claimed, settled, dropped, and whose messages are edited."""

from datetime import timedelta

from bot.store import Store
from bot.types import AlertKind, Channel, Delivery, Message, NotSent, Platform, Refusal, Refused, Sent
from tests.chat import channel
from tests.facts import NOW, report, ru, ua
from tests.stores import BRIDGE, bring, bring_two_that_are_one, only, owed

HERE = channel("@here")
THERE = channel("C1", Platform.SLACK)


def test_a_delivery_goes_from_owed_to_sent(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring(store, "first", report(ua(103)))
    delivery = only(store)
    store.deliveries.claim([delivery], "a1", NOW)
    assert owed(store) == ()
    store.deliveries.settle([delivery], Sent(message_id="7"), NOW)
    event_id = delivery.alert.event_id
    assert store.deliveries.messages(HERE.id, [event_id]) == {event_id: Message(id="7")}
    assert store.deliveries.states() == {"sent": 1}


def test_what_was_not_sent_waits_and_holds_back_what_comes_after_it(store: Store) -> None:
    store.channels.sync([HERE, THERE], NOW)
    bring(store, "first", report(ua(103)))
    bring(store, "other", report(ua(7)), NOW - timedelta(days=40))
    held = next(d for d in owed(store) if d.channel == HERE)
    store.deliveries.claim([held], "a1", NOW)
    store.deliveries.settle([held], NotSent(reason="slow down"), NOW, wait=60)
    assert {d.channel.id for d in owed(store)} == {THERE.id}
    later = NOW + timedelta(seconds=61)
    assert held.id in {d.id for d in owed(store, later)}
    head = next(head for head in store.deliveries.heads() if head.channel.id == HERE.id)
    assert head.not_before == NOW + timedelta(seconds=60)


def test_a_crash_between_claim_and_settle_leaves_the_name_of_the_attempt(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring(store, "first", report(ua(103)))
    store.deliveries.claim([only(store)], "a1", NOW)
    (claimed,) = store.deliveries.backlog(HERE.id, 10)
    assert (claimed.state, claimed.attempt, claimed.attempts, claimed.claimed_at) == ("claimed", "a1", 1, NOW)
    assert [head.channel.id for head in store.deliveries.heads()] == [HERE.id]


def test_a_lost_channel_is_owed_nothing_more_until_it_comes_back(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring(store, "first", report(ua(103)))
    bring(store, "other", report(ua(7)), NOW - timedelta(days=40))
    store.deliveries.settle([only(store)], Refused(reason="kicked", what=Refusal.CHANNEL), NOW)
    assert owed(store) == ()
    assert store.channels.active() == ()
    store.channels.subscribe(HERE, NOW)
    assert store.channels.active()[0].id == HERE.id


def test_a_group_that_moved_keeps_what_it_is_owed(store: Store) -> None:
    store.channels.subscribe(Channel(platform=Platform.TELEGRAM, address="-5"), NOW)
    bring(store, "first", report(ua(103)))
    store.deliveries.settle([only(store)], Refused(reason="migrated", moved_to="-1005"), NOW)
    assert only(store).channel.address == "-1005"


def test_an_update_is_not_owed_where_the_first_message_is_still_to_go(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring(store, "first", report(ua(103)))
    bring(store, "second", report(ru(95)))
    assert [alert.kind for alert in store.events.alerts()] == [AlertKind.NEW, AlertKind.UPDATE]
    assert only(store).alert.kind is AlertKind.NEW


def send_all(store: Store) -> list[Delivery]:
    """Post everything that is owed, oldest first; what was posted."""
    sent = []
    while due := owed(store):
        for delivery in due:
            store.deliveries.claim([delivery], "a1", NOW)
            store.deliveries.settle([delivery], Sent(message_id=f"m{delivery.id}"), NOW)
            sent.append(delivery)
    return sent


def test_of_a_merged_event_nobody_hears_more_and_its_message_is_edited(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring_two_that_are_one(store)
    assert [d.alert.kind for d in send_all(store)] == [AlertKind.NEW, AlertKind.NEW]
    store.channels.subscribe(THERE, NOW)
    bring(store, "bridge", BRIDGE)
    told = {(d.channel.id, d.alert.kind) for d in send_all(store)}
    assert told == {(HERE.id, AlertKind.UPDATE), (THERE.id, AlertKind.UPDATE)}
    edits = []
    while edit := store.deliveries.next_edit(HERE.id):
        store.deliveries.settle_edit(edit, Sent(message_id="m"), NOW)
        edits.append(edit.alert.kind)
    assert sorted(edits) == [AlertKind.CANCEL, AlertKind.UPDATE]
    assert store.deliveries.next_edit(THERE.id) is None


def test_what_was_still_to_go_of_a_merged_event_is_dropped(store: Store) -> None:
    store.channels.sync([HERE], NOW)
    bring_two_that_are_one(store)
    bring(store, "bridge", BRIDGE)
    assert [alert.kind for alert in store.events.alerts()][-1] is AlertKind.CANCEL
    first = only(store)
    store.deliveries.claim([first], "a1", NOW)
    store.deliveries.settle([first], Sent(message_id="first"), NOW)
    assert owed(store) == ()
    assert store.deliveries.states() == {"sent": 1, "dropped": 1}


def test_unsubscribing_drops_what_is_owed(store: Store) -> None:
    store.channels.subscribe(HERE, NOW)
    bring(store, "first", report(ua(103)))
    assert store.channels.unsubscribe(Platform.TELEGRAM, "@here")
    assert not store.channels.unsubscribe(Platform.TELEGRAM, "@here")
    assert owed(store) == ()
