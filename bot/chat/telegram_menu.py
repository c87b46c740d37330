"""What Telegram shows of the bot: menus of commands and two descriptions, in every language, by the kind of chat."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Iterable, Iterator
from typing import TypeVar

from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.chat.telegram_outcome import seconds
from bot.render import languages, words
from bot.types import Verb

OTHERWISE = "en"  # whose words those get whose language has none of ours
ASKING = (Verb.LATEST, Verb.SEARCH, Verb.STATS, Verb.CHART, Verb.SOURCES)
PRIVATE = (*ASKING, Verb.SETTINGS, Verb.STATUS, Verb.MUTE, Verb.STOP, Verb.PRIVACY, Verb.HELP)
GROUP = (*ASKING, Verb.HELP)
ADMINISTRATORS = (*PRIVATE[:-1], Verb.SUBSCRIBE, Verb.UNSUBSCRIBE, Verb.HELP)
OPERATOR = (*PRIVATE, Verb.ADMIN)

log = logging.getLogger(__name__)
T = TypeVar("T")


async def keep_menu(bot: Bot, operators: Iterable[int]) -> None:
    """Have Telegram show our words; only what differs from what it shows already is set. Trouble is told in the log."""
    try:
        for language in languages():
            code = None if language == OTHERWISE else language
            for scope, verbs in _scopes(operators):
                await _keep_commands(bot, commands(verbs, language), scope, code)
            await _keep_descriptions(bot, language, code)
    except TelegramError as error:
        log.warning("telegram_menu_failed error=%s; it is tried again at the next start", error.message)


def commands(verbs: Iterable[Verb], language: str) -> tuple[BotCommand, ...]:
    """The entries of a menu, each with what it does."""
    say = words(language)
    return tuple(BotCommand(verb, say.say(f"menu-{verb}")) for verb in verbs)


def _scopes(operators: Iterable[int]) -> Iterator[tuple[BotCommandScope, tuple[Verb, ...]]]:
    yield BotCommandScopeDefault(), PRIVATE
    yield BotCommandScopeAllGroupChats(), GROUP
    yield BotCommandScopeAllChatAdministrators(), ADMINISTRATORS
    for operator in operators:
        yield BotCommandScopeChat(operator), OPERATOR


async def _keep_commands(
    bot: Bot, wanted: tuple[BotCommand, ...], scope: BotCommandScope, language_code: str | None
) -> None:
    try:
        if await _patiently(lambda: bot.get_my_commands(scope, language_code)) != wanted:
            await _patiently(lambda: bot.set_my_commands(wanted, scope, language_code))
    except BadRequest as error:  # an operator who has never written to the bot has no chat with it yet
        log.info("telegram_menu_refused scope=%s error=%s", scope.type, error.message)


async def _keep_descriptions(bot: Bot, language: str, language_code: str | None) -> None:
    say = words(language)
    description, short = say.say("bot-description"), say.say("bot-short-description")
    if (await _patiently(lambda: bot.get_my_description(language_code))).description != description:
        await _patiently(lambda: bot.set_my_description(description, language_code))
    if (await _patiently(lambda: bot.get_my_short_description(language_code))).short_description != short:
        await _patiently(lambda: bot.set_my_short_description(short, language_code))


async def _patiently(call: Callable[[], Awaitable[T]]) -> T:
    """Call again for as long as Telegram asks for patience: the first start sets some fifty things in a row."""
    while True:
        try:
            return await call()
        except RetryAfter as error:
            await asyncio.sleep(seconds(error.retry_after))
