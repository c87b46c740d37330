"""The dialogue of the settings: one message that is edited in place, or words typed, or a form filled in."""

from datetime import datetime

from bot.commands.choices import choices, short, sound, zone_label
from bot.commands.standing import may_change, refusal, standing_of
from bot.commands.topics import ALSO, TOPICS, Option, Topic, is_possible
from bot.commands.usage import button, fits, in_rows, typed
from bot.render import Words, clean, words
from bot.store import Store
from bot.types import Ask, Button, Habits, Reply, Settings, Standing, Verb

CHOSEN = "✓"


def settings(store: Store, ask: Ask, say: Words, now: datetime) -> Reply:
    """Show what the chat has chosen, all of it or one topic; change it first where the words or a form say so."""
    standing = standing_of(store, ask)
    if standing.is_configured or not may_change(ask, standing):
        return _shown(store, ask, say, standing)
    if ask.settings is not None:
        return _kept(store, ask, say, standing, sound(ask.settings), None, now)
    name = ask.words[1].lower() if len(ask.words) > 1 else ""
    topic = TOPICS.get(ALSO.get(name, name))
    text = " ".join(ask.words[2:])
    if name and topic is None:
        return _page(store, ask, say, standing, None, bad=" ".join(ask.words[1:]))
    if topic is None or not text:
        return _page(store, ask, say, standing, topic)
    chosen = topic.taken(say, standing.settings, text) if is_possible(ask.platform, topic, text) else None
    if chosen is None:
        return _page(store, ask, say, standing, topic, bad=text)
    return _kept(store, ask, say, standing, chosen, topic, now)


def summary(say: Words, standing: Standing) -> list[str]:
    """What the chat has chosen, a line for each topic that matters to it."""
    return [_line(say, topic, topic.told(say, standing.settings)) for topic in _topics(standing)]


def limits(say: Words, settings: Settings) -> list[str]:
    """A line for each topic in which a chat has chosen something else than what everyone gets."""
    plain = Settings(language=settings.language, habits=Habits(time_zone=settings.habits.time_zone))
    told = [(topic, topic.told(say, settings)) for topic in TOPICS.values()]
    return [_line(say, topic, now) for topic, now in told if now != topic.told(say, plain)]


def _line(say: Words, topic: Topic, told: str) -> str:
    return say.say("settings-line", topic=say.say(f"topic-{topic.name}"), chosen=told)


def _topics(standing: Standing) -> list[Topic]:
    has_digest = standing.settings.habits.digest is not None
    return [topic for topic in TOPICS.values() if topic.name != "at" or has_digest]


def _kept(
    store: Store, ask: Ask, say: Words, standing: Standing, chosen: Settings, topic: Topic | None, now: datetime
) -> Reply:
    store.settings.keep(standing.channel, chosen, now)
    if not ask.title:  # from now on the chat is answered in its new language
        say = words(chosen.language)
    return _page(store, ask, say, standing_of(store, ask), topic)


def _page(store: Store, ask: Ask, say: Words, standing: Standing, topic: Topic | None, *, bad: str = "") -> Reply:
    """The main page, or that of a topic; `bad` is what could not be chosen."""
    lines = [say.say("settings-bad", words=clean(bad)), ""] if bad else []
    if topic is None:
        lines += [_state(say, standing), "", *summary(say, standing)]
        rows = [*in_rows(_ways(say, standing)), _last_row(say, standing)]
        example = "quiet 22:00-07:00" if bad else ""
    else:
        lines += [_line(say, topic, topic.told(say, standing.settings)), _question(ask, say, topic)]
        rows = [*in_rows(_options(store, say, standing, topic)), (button(say, "back", Verb.SETTINGS),)]
        example = topic.example
    if example and not ask.title:  # typed words are about the chat in which they are typed
        names = {"party": say.names.form("Ukraine", "name"), "city": zone_label(say, "Europe/Kyiv")}
        lines.append(say.say("settings-typed", example=f"{typed(ask, Verb.SETTINGS)} {example.format(**names)}"))
    return Reply(
        text="\n".join(lines),
        buttons=tuple(rows),
        in_place=True,
        settings=standing.settings,
        choices=choices(store, say, standing.settings),
    )


def _shown(store: Store, ask: Ask, say: Words, standing: Standing) -> Reply:
    """What the chat has chosen, for one who cannot change it, with the reason why."""
    why = say.say("reply-configured") if standing.is_configured else refusal(ask, say)
    lines = [*([] if standing.is_configured else [_state(say, standing)]), why, "", *summary(say, standing)]
    ways = button(say, "latest", Verb.LATEST), button(say, "status", Verb.STATUS)
    return Reply(text="\n".join(lines), buttons=(ways,), in_place=True, settings=standing.settings)


def _state(say: Words, standing: Standing) -> str:
    return say.say("settings-told" if standing.is_told else "settings-untold")


def _ways(say: Words, standing: Standing) -> list[Button]:
    return [
        Button(label=say.say(f"topic-{topic.name}"), words=(Verb.SETTINGS, topic.name)) for topic in _topics(standing)
    ]


def _last_row(say: Words, standing: Standing) -> tuple[Button, ...]:
    post = ("unsubscribe", Verb.UNSUBSCRIBE) if standing.is_told else ("subscribe", Verb.SUBSCRIBE)
    return button(say, *post), button(say, "status", Verb.STATUS)


def _question(ask: Ask, say: Words, topic: Topic) -> str:
    own = f"ask-{topic.name}-{ask.platform}"
    return say.say(own if say.has(own) else f"ask-{topic.name}")


def _options(store: Store, say: Words, standing: Standing, topic: Topic) -> list[Button]:
    offered = topic.offered(store, say, standing.settings)
    platform = standing.channel.platform
    buttons = [_option(topic, option) for option in offered if is_possible(platform, topic, option.value)]
    return [each for each in buttons if fits(each)]


def _option(topic: Topic, option: Option) -> Button:
    label = short(f"{CHOSEN} {option.label}" if option.is_chosen else option.label)
    return Button(label=label, words=(Verb.SETTINGS, topic.name, option.value))
