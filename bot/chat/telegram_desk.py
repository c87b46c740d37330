"""What people do on Telegram, as asks, and how they are answered: typed, pressed, or asked from any other chat."""

import asyncio
import logging
from collections.abc import Iterable
from dataclasses import replace
from typing import TypeGuard

from telegram import Bot, CallbackQuery, Chat, InlineQuery, MaybeInaccessibleMessage, Message, Update, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.chat import Answer, Presence, answered, heard, remember
from bot.chat.telegram_forms import (
    READ_ALONE,
    articles,
    asked_about,
    inline_words,
    link_to,
    linked,
    payload_about,
    payload_of,
    pressed,
    public_name,
)
from bot.chat.telegram_membership import Membership
from bot.chat.telegram_people import Manners, Rights
from bot.chat.telegram_replies import Replies
from bot.render import clean, plain_reply
from bot.render import words as words_of
from bot.types import Ask, Button, Platform, Reply, Sent, Verb

TOAST_PATIENCE = 2.0  # seconds; until a press is answered the button shows a wheel
INLINE_KEPT = 30  # seconds that Telegram may give the same person the same results

log = logging.getLogger(__name__)


class Desk:
    """Takes updates, each once; `operators` are user ids, `presence` hears where we may post."""

    def __init__(self, bot: Bot, answer: Answer, operators: Iterable[int], presence: Presence | None) -> None:
        self._bot, self._answer, self._presence = bot, answer, presence
        self._operators = frozenset(operators)
        self._rights, self._manners = Rights(bot), Manners()
        self._replies = Replies(bot, presence)
        self._membership = Membership(bot, self._onboard, presence)
        self._taken: dict[int, None] = {}

    async def take(self, update: Update) -> None:
        """Take an update; one that comes again, after a poll whose answer was lost, is known by its number."""
        if update.update_id in self._taken:
            return
        remember(self._taken, update.update_id, None)
        if message := update.message or update.channel_post:
            if message.migrate_to_chat_id and self._presence:
                self._presence.moved(str(message.chat.id), str(message.migrate_to_chat_id))
            await self._typed(message)
        elif update.callback_query:
            await self._pressed(update.callback_query)
        elif update.inline_query:
            await self._picked(update.inline_query)
        elif update.my_chat_member:
            await self._membership.changed(update.my_chat_member)

    # ── Typed ──

    async def _typed(self, message: Message) -> None:
        words, chat, user = self._addressed(message), message.chat, message.from_user
        if not words:
            return
        person = str((message.sender_chat or user or chat).id)
        if not self._manners.hears(person):
            if self._manners.must_tell(person):
                slowly = Reply(text=words_of(_language(user)).say("reply-slowly"))
                await self._replies.show(address_of(message), slowly)
            return
        if chat.type != ChatType.PRIVATE and not self._manners.hears(f"in {chat.id}"):
            return  # so many, each slowly: Telegram takes twenty posts a minute there, and answers must not queue up
        about = asked_about(words) if chat.type == ChatType.PRIVATE else ""
        if about and user:
            reply = await self._answered_about(int(about), user, words[:1])
        else:
            ask = await self._ask(chat, user, words, address_of(message), speaker=message.sender_chat)
            reply = self._led(ask, chat, await answered(self._answer, ask))
        await self._replies.show(address_of(message), reply, about=about)

    def _led(self, ask: Ask, chat: Chat, reply: Reply) -> Reply:
        """Where who types in a channel is refused, since nobody is known there, a link to where he may choose."""
        if chat.type != ChatType.CHANNEL or ask.may_change or not (reply.is_brief or ask.verb is Verb.SETTINGS):
            return reply
        way = Button(label=f"@{self._bot.username}", words=(Verb.START, payload_about(str(chat.id))))
        return replace(reply, buttons=(*reply.buttons, (way,)))

    def _addressed(self, message: Message) -> tuple[str, ...]:
        """The words of a command, its slash and our name taken off; none if it is not meant for us.

        In private plain words are meant too, and are searched for where they begin with no verb. In groups an unknown
        command that does not name us is most likely another bot's. What is only passed on nobody here has asked.
        """
        is_private, user = message.chat.type == ChatType.PRIVATE, message.from_user
        words = heard(message.text or "")
        if not words or message.forward_origin or message.is_automatic_forward or message.via_bot:
            return ()
        if not words[0].startswith("/"):
            return (words if _verb(words) else (Verb.SEARCH, *words)) if is_private else ()
        verb, _, name = words[0].removeprefix("/").partition("@")
        known = _verb((verb,), is_operator=user is not None and user.id in self._operators)
        is_ours = name.lower() == self._bot.username.lower() if name else is_private or known is not None
        return linked((verb, *words[1:])) if is_ours else ()

    # ── Pressed ──

    async def _pressed(self, query: CallbackQuery) -> None:
        """Answer a press where only the one who pressed sees it, or who may change the chat lets all see it."""
        message, user = query.message, query.from_user
        about, words = pressed(query.data or "")
        is_shared = message is not None and message.chat.type != ChatType.PRIVATE
        if message is None or not words or (about and is_shared):
            await self._replies.toast(query)  # no button of ours
        elif is_shared and (link := self._link(words)):
            await self._replies.toast(query, url=link)
        elif message.chat.is_forum and not _is_there(message):  # too old to tell in which topic it stands
            await self._replies.toast(query, words_of(_language(user)).say("reply-trouble"))
        elif self._manners.is_double((user.id, message.chat.id, message.message_id), query.data or ""):
            await self._replies.toast(query)
        elif not self._manners.hears(str(user.id)):
            await self._replies.toast(query, words_of(_language(user)).say("reply-slowly"))
        else:
            await self._answer_press(query, message, about, words)

    async def _answer_press(
        self, query: CallbackQuery, message: MaybeInaccessibleMessage, about: str, words: tuple[str, ...]
    ) -> None:
        address = address_of(message) if _is_there(message) else str(message.chat.id)
        answering = asyncio.create_task(self._press_answered(query.from_user, message.chat, address, about, words))
        await asyncio.wait({answering}, timeout=TOAST_PATIENCE)
        is_late = not answering.done()
        if is_late:
            await self._replies.toast(query)
        reply = await answering
        if reply.is_brief and not is_late:
            await self._replies.toast(query, reply.text)
            return
        if not is_late:
            await self._replies.toast(query)
        if not reply.is_brief or message.chat.type == ChatType.PRIVATE:
            below = str(message.message_id) if _is_there(message) else None
            over = below if reply.in_place else None
            await self._replies.show(address, reply, about=about, over=over, answers=below)

    async def _press_answered(self, user: User, chat: Chat, address: str, about: str, words: tuple[str, ...]) -> Reply:
        """The answer to a press; a brief one for who may not change the chat, since all others would see it too.

        So is that to a press of what the person does not know of, below an operator's page.
        """
        if about:
            return await self._answered_about(int(about), user, words)
        ask = await self._ask(chat, user, words, address)
        reply = await answered(self._answer, ask)
        if chat.type == ChatType.PRIVATE or (ask.may_change and ask.verb):
            return reply
        return Reply(text=reply.text or plain_reply(reply), is_brief=True)

    def _link(self, words: tuple[str, ...]) -> str | None:
        """Where one goes to read alone what was asked for in a chat with others."""
        return link_to(self._bot.username, payload_of(words)) if words[0] in READ_ALONE else None

    # ── Asked from any other chat ──

    async def _picked(self, query: InlineQuery) -> None:
        user = query.from_user
        if not self._manners.hears(str(user.id)):
            return  # the next letter that is typed asks anew
        ask = Ask(
            platform=Platform.TELEGRAM,
            address=str(user.id),
            language=_language(user),
            words=inline_words(query.query),
            person=str(user.id),
            is_private=True,
        )
        found = articles(await answered(self._answer, ask), ask.verb, self._bot.username)
        try:
            await self._bot.answer_inline_query(query.id, found, cache_time=INLINE_KEPT, is_personal=True)
        except TelegramError as error:
            log.warning("telegram_inline_lost error=%s", error.message)

    # ── Asks ──

    async def _ask(
        self, chat: Chat, user: User | None, words: tuple[str, ...], address: str, speaker: Chat | None = None
    ) -> Ask:
        """An ask about the chat that it was asked in; `speaker` is the chat as which an administrator speaks."""
        is_private = chat.type == ChatType.PRIVATE
        return Ask(
            platform=Platform.TELEGRAM,
            address=address,
            alias=public_name(chat, address),
            language=_language(user),
            words=words,
            person=str(user.id) if user and not speaker else "",
            may_change=is_private or await self._may_change(chat, user, speaker),
            is_operator=user is not None and user.id in self._operators,
            is_private=is_private,
        )

    async def _may_change(self, chat: Chat, user: User | None, speaker: Chat | None) -> bool:
        """In groups and channels an administrator, who may speak as the group itself."""
        if speaker and speaker.id == chat.id and chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
            return True
        return user is not None and await self._rights.may_change(chat.id, user.id)

    async def _answered_about(self, about: int, user: User, words: tuple[str, ...]) -> Reply:
        """The answer, in private, to an ask about a group or channel.

        Only to its administrators, whatever they ask: others need not learn how it is called and what it has chosen.
        """
        language = _language(user)
        if not await self._rights.may_change(about, user.id):
            return Reply(text=words_of(language).say("reply-administrators-only"), is_brief=True)
        chat = await self._rights.chat(about)
        ask = Ask(
            platform=Platform.TELEGRAM,
            address=str(about),
            alias=public_name(chat, str(about)),
            title=clean((chat.title if chat else None) or str(about)),
            language=language,
            words=words,
            person=str(user.id),
            may_change=True,
            is_operator=user.id in self._operators,
        )
        return await answered(self._answer, ask)

    async def _onboard(self, chat: Chat, user: User) -> bool:
        """Ask a person in private what to post to a chat; whether that reached one who may decide it."""
        if not await self._rights.may_change(chat.id, user.id):
            return False
        reply = await self._answered_about(chat.id, user, (Verb.START,))
        return isinstance(await self._replies.show(str(user.id), reply, about=str(chat.id)), Sent)


def address_of(message: Message) -> str:
    """The chat of a message, or its topic."""
    topic = f"/{message.message_thread_id}" if message.is_topic_message else ""
    return f"{message.chat.id}{topic}"


def _is_there(message: MaybeInaccessibleMessage) -> TypeGuard[Message]:
    """Whether the bot can still see a message; the library makes the same of one that it cannot, but for the date."""
    return isinstance(message, Message) and message.is_accessible


def _verb(words: tuple[str, ...], *, is_operator: bool = False) -> Verb | None:
    return Ask(platform=Platform.TELEGRAM, address="", words=words, is_operator=is_operator).verb


def _language(user: User | None) -> str:
    return (user.language_code if user else None) or "en"
