"""Whether a chat is posted to, what it gets, and which exchanges it wants to hear no more of."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.commands.choices import conflict_called, conflict_code, conflict_label, short
from bot.commands.events import asked_event, no_such_event
from bot.commands.settings import limits, summary
from bot.commands.standing import standing_of
from bot.commands.usage import button, fits, in_rows, typed
from bot.render import Words, card, clean
from bot.store import Store
from bot.types import Ask, Button, Event, Reply, Standing, Verb

MUTED_SHOWN = 8


def subscribe(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe alerts to the chat from now on; `subscribe ru_ua`: those of a conflict only."""
    standing = standing_of(store, ask)
    if standing.is_configured:
        return Reply(text=say.say("reply-configured"), buttons=(_ways(say),))
    asked = " ".join(ask.words[1:])
    group = conflict_called(asked) if asked else None
    if asked and group is None:
        return Reply(text=say.say("settings-bad", words=clean(asked)), buttons=(_ways(say),))
    settings = standing.settings
    if standing.is_told:
        return Reply(text=_told(ask, say, "reply-subscribed-already"), buttons=_offer(say, standing, group))
    if group:
        wished = dict.fromkeys((*settings.wishes.conflicts, group))
        settings = replace(settings, wishes=replace(settings.wishes, conflicts=tuple(wished)))
    store.settings.subscribe(standing.channel, settings, now, ask.person)
    lines = [_told(ask, say, "reply-subscribed"), *limits(say, settings)]
    hint = f"reply-hint-{ask.platform}"
    return Reply(
        text="\n".join([*lines, *([say.say(hint)] if say.has(hint) else [])]), buttons=(_ways(say),), in_place=True
    )


def unsubscribe(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Owe the chat nothing more; what it chose is kept."""
    was_subscribed = store.channels.unsubscribe(ask.platform, ask.address)
    if standing_of(store, ask).is_configured:
        return Reply(text=say.say("reply-configured"), buttons=(_ways(say),))
    told = say.say(
        "reply-unsubscribed" if was_subscribed else "reply-not-subscribed", subscribe=_word(ask, say, Verb.SUBSCRIBE)
    )
    ways = (button(say, "subscribe", Verb.SUBSCRIBE), button(say, "stop", Verb.STOP))
    return Reply(text=told, buttons=(ways,), in_place=True)


def status(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """What this chat gets, since when, what comes next, and what keeps it from coming."""
    standing = standing_of(store, ask)
    zone = ZoneInfo(standing.settings.habits.time_zone)
    lines = [_state(say, standing, zone)]
    if standing.trouble:
        lines.append(say.say("status-paused", why=clean(standing.trouble)))
    lines += ["", *summary(say, standing)]
    if standing.is_told and standing.next_digest:
        at = standing.next_digest.astimezone(zone)
        lines.append(say.say("status-next-digest", day=say.day(at.date()), time=say.time(at)))
    muted = store.mutes.muted(standing.channel.id)
    if muted:
        lines.append(say.say("status-muted", n=say.number(len(muted))))
    ways = [button(say, "settings", Verb.SETTINGS), button(say, "latest", Verb.LATEST)]
    ways += [button(say, "muted", Verb.MUTE)] if muted else []
    return Reply(text="\n".join(lines), buttons=in_rows(ways))


def mute(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Tell the chat nothing more of an exchange; without one, those that it muted."""
    event = _meant(store, ask, say)
    if isinstance(event, Reply):
        return event
    store.mutes.mute(standing_of(store, ask).channel.id, event.id)
    return Reply(text=say.say("mute-done"), buttons=(_unmute(say, "button-unmute", event),), is_brief=True)


def unmute(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Tell the chat again what changes of an exchange; without one, those that it muted."""
    event = _meant(store, ask, say)
    if isinstance(event, Reply):
        return event
    was_muted = store.mutes.unmute(standing_of(store, ask).channel.id, event.id)
    return Reply(text=say.say("unmute-done" if was_muted else "unmute-not"), is_brief=True)


def _meant(store: Store, ask: Ask, say: Words) -> Event | Reply:
    """The exchange that is to be muted or not; else what to answer instead."""
    if len(ask.words) < 2:
        return _muted(store, ask, say)
    return asked_event(store, ask) or no_such_event(ask, say)


def _muted(store: Store, ask: Ask, say: Words) -> Reply:
    found = [store.events.get(each) for each in store.mutes.muted(standing_of(store, ask).channel.id)]
    events = [event for event in found if event][:MUTED_SHOWN]
    if not events:
        return Reply(text=say.say("mute-none", mute=typed(ask, Verb.MUTE)))
    heads = [card(event, language=ask.language).headline for event in events]
    lines = [say.say("mute-list"), *(f"{say.number(n)}. {head}" for n, head in enumerate(heads, start=1))]
    rows = [_unmute(say, "button-unmute-one", event, n) for n, event in enumerate(events, start=1)]
    return Reply(text="\n".join(lines), buttons=in_rows([each for row in rows for each in row]))


def _unmute(say: Words, label: str, event: Event, number: int = 0) -> tuple[Button, ...]:
    named = say.say(label, n=say.number(number)) if number else say.say(label)
    way = Button(label=named, words=(Verb.UNMUTE, event.short_id))
    return (way,) if fits(way) else ()


def _state(say: Words, standing: Standing, zone: ZoneInfo) -> str:
    if standing.is_configured:
        return say.say("reply-configured")
    if not standing.is_told or standing.since is None:
        return say.say("settings-untold")
    return say.say("status-since", day=say.day(standing.since.astimezone(zone).date()))


def _told(ask: Ask, say: Words, key: str) -> str:
    return say.say(key, unsubscribe=_word(ask, say, Verb.UNSUBSCRIBE))


def _word(ask: Ask, say: Words, verb: Verb) -> str:
    """What one would type, or press where typed words would be about another chat."""
    return say.say(f"button-{verb}") if ask.title else typed(ask, verb)


def _offer(say: Words, standing: Standing, group: tuple[str, ...] | None) -> tuple[tuple[Button, ...], ...]:
    """For a chat that is posted to already: one more conflict, where it was asked for and is not chosen."""
    chosen = standing.settings.wishes.conflicts
    if group is None or not chosen or group in chosen:
        return (_ways(say),)
    words = (Verb.SETTINGS, "conflict", f"+{conflict_code(group)}")
    more = Button(label=short(f"+ {conflict_label(say, group)}"), words=words)
    return ((more,), _ways(say)) if fits(more) else (_ways(say),)


def _ways(say: Words) -> tuple[Button, ...]:
    return button(say, "settings", Verb.SETTINGS), button(say, "latest", Verb.LATEST)
