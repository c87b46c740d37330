"""Somebody in a chat with the bot, as the tests of what chats choose have it."""

from dataclasses import replace
from datetime import time
from zoneinfo import available_timezones

from bot.commands import Commands
from bot.render import languages
from bot.render.text import unmarked
from bot.types import Ask, Choices, Habits, People, Platform, Rhythm, Settings, Wishes
from tests.sample_events import NOW

CHAT = "555"
ID = f"telegram:{CHAT}"
RU_UA = ("Russia", "Ukraine")
FORM = Settings(
    language="uk",
    wishes=Wishes(conflicts=(RU_UA,), people=frozenset({People.CHILDREN}), least_count=10, updates=False),
    habits=Habits(digest=Rhythm.DAILY, at=time(9), time_zone="Europe/Kyiv", quiet=(time(22), time(7)), silent=True),
)

CONFLICTS = (("Russia", "Ukraine"), ("Israel",), ("Armenia", "Azerbaijan"))
CHOICES = Choices(
    languages=tuple((language, language.upper()) for language in languages()),
    conflicts=tuple((names, " ⇄ ".join(names)) for names in CONFLICTS),
    time_zones=tuple((zone, zone) for zone in ("UTC", *sorted(available_timezones() - {"UTC"}))[:150]),
)
CHOSEN = Settings(
    language="uk",
    wishes=Wishes(conflicts=(("Israel",),), people=frozenset({People.BODIES}), least_count=10, least_outlets=2),
    habits=Habits(
        digest=Rhythm.WEEKLY, at=time(7, 30), time_zone="America/Bogota", quiet=(time(22), time(7)), say_nothing=True
    ),
)


class Person:
    """Somebody in a chat with the bot: types words, presses what is offered, and reads."""

    def __init__(self, store, language="en", **more):
        self.commands = Commands(store, lambda: NOW)
        self.ask = Ask(
            **{"platform": Platform.TELEGRAM, "address": CHAT, "language": language, "person": CHAT, "may_change": True}
            | more
        )
        self.seen = None

    async def says(self, typed, **more):
        return await self.asks(tuple(typed.split()), **more)

    async def presses(self, *labels):
        """Press one button after the other; the last answer."""
        for label in labels:
            found = [each for row in self.seen.buttons for each in row if unmarked(each.label) == label]
            assert found, f"{label} is not among {[each.label for row in self.seen.buttons for each in row]}"
            reply = await self.asks(found[0].words)
        return reply

    async def asks(self, asked, **more):
        reply = await self.commands.answer(replace(self.ask, words=asked, **more))
        self.seen = reply if reply.buttons else self.seen
        return reply


def standing(store, address=CHAT, platform=Platform.TELEGRAM):
    return store.settings.standing(platform, [address], "en")


def chosen(store):
    return standing(store).settings


def offered_settings(reply):
    return [each.words for row in reply.buttons for each in row if each.words[0] == "settings"]
