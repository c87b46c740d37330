"""What people do on Telegram, as asks, and how they are answered: typed, pressed, or asked from any other chat."""

import asyncio
import logging
from collections.abc import Iterable

from telegram import Bot, CallbackQuery, Chat, InlineQuery, Message, Update, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.chat import Answer, Presence, answered, heard
from bot.chat.telegram_forms import READ_ALONE, articles, asked_about, inline_words, link_to, payload_of, pressed
from bot.chat.telegram_membership import Membership
from bot.chat.telegram_people import Manners, Rights, remember
from bot.chat.telegram_replies import Replies
from bot.render import clean, plain_reply
from bot.render import words as words_of
from bot.types import Ask, Platform, Reply, Sent

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

    async def take(self, update: Update, context: object) -> None:
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
        if not words or (chat.type != ChatType.PRIVATE and _is_another_s(message, words)):
            return
        person = str((message.sender_chat or user or chat).id)
        if not self._manners.hears(person):
            if self._manners.must_tell(person):
                slowly = Reply(text=words_of(_language(user)).say("reply-slowly"))
                await self._replies.show(address_of(message), slowly)
            return
        about = asked_about(words) if chat.type == ChatType.PRIVATE else ""
        if about and user:
            ask = await self._ask_about(int(about), user, words[:1])
        else:
            ask = await self._ask(chat, user, words, address_of(message), speaker=message.sender_chat)
        await self._replies.show(address_of(message), await answered(self._answer, ask), about=about)

    def _addressed(self, message: Message) -> tuple[str, ...]:
        """The words of a command, its slash and our name taken off; none if it is no command or names another bot."""
        if not (message.text or "").startswith("/"):
            return ()
        command, *arguments = heard(message.text or "")
        verb, _, name = command.removeprefix("/").partition("@")
        return (verb, *arguments) if name.lower() in ("", self._bot.username.lower()) else ()

    # ── Pressed ──

    async def _pressed(self, query: CallbackQuery) -> None:
        """Answer a press where only the one who pressed sees it, or who may change the chat lets all see it."""
        message, user = query.message, query.from_user
        about, words = pressed(query.data or "")
        is_shared = message is not None and message.chat.type != ChatType.PRIVATE
        if message is None or not words or (about and is_shared):
            await self._replies.toast(query)  # no button of ours
            return
        if is_shared and (link := self._link(words)):
            await self._replies.toast(query, url=link)
            return
        if self._manners.is_double((user.id, message.chat.id, message.message_id, query.data)):
            await self._replies.toast(query)
            return
        if not self._manners.hears(str(user.id)):
            await self._replies.toast(query, words_of(_language(user)).say("reply-slowly"))
            return
        is_there = isinstance(message, Message)  # else it is too old to be seen, and to be edited
        address = address_of(message) if isinstance(message, Message) else str(message.chat.id)
        if about:
            ask = await self._ask_about(int(about), user, words)
        else:
            ask = await self._ask(message.chat, user, words, address)
        over = str(message.message_id) if is_there else None
        await self._answer_press(query, ask, address, about, over)

    async def _answer_press(self, query: CallbackQuery, ask: Ask, address: str, about: str, over: str | None) -> None:
        answering = asyncio.create_task(answered(self._answer, ask))
        await asyncio.wait({answering}, timeout=TOAST_PATIENCE)
        is_late = not answering.done()
        if is_late:
            await self._replies.toast(query)
        reply = await answering
        is_private = query.message is not None and query.message.chat.type == ChatType.PRIVATE
        if not is_private and not ask.may_change:  # all others would see it too
            reply = Reply(text=reply.text or plain_reply(reply), is_brief=True)
        if reply.is_brief and not is_late:
            await self._replies.toast(query, reply.text)
        elif not reply.is_brief or is_private:
            if not is_late:
                await self._replies.toast(query)
            in_place = over if reply.in_place else None
            await self._replies.show(address, reply, about=about, over=in_place, answers=over)

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
            alias=f"@{chat.username}" if chat.username and not is_private else None,
            language=_language(user),
            words=words,
            person=str(user.id) if user else "",
            may_change=is_private or await self._may_change(chat, user, speaker),
            is_operator=user is not None and user.id in self._operators,
            is_private=is_private,
        )

    async def _may_change(self, chat: Chat, user: User | None, speaker: Chat | None) -> bool:
        """In groups and channels an administrator, who may speak as the group itself."""
        if speaker and speaker.id == chat.id and chat.type in (ChatType.GROUP, ChatType.SUPERGROUP):
            return True
        return user is not None and await self._rights.may_change(chat.id, user.id)

    async def _ask_about(self, about: int, user: User, words: tuple[str, ...], *, title: str | None = None) -> Ask:
        """An ask, in private, about a group or channel: what a person may is checked there."""
        chat = await self._rights.chat(about)
        return Ask(
            platform=Platform.TELEGRAM,
            address=str(about),
            alias=f"@{chat.username}" if chat and chat.username else None,
            title=clean(title or (chat.title if chat else None) or str(about)),
            language=_language(user),
            words=words,
            person=str(user.id),
            may_change=await self._rights.may_change(about, user.id),
            is_operator=user.id in self._operators,
        )

    async def _onboard(self, chat: Chat, user: User) -> bool:
        """Ask a person in private what to post to a chat; whether that reached one who may decide it."""
        ask = await self._ask_about(chat.id, user, ("start",), title=chat.title)
        if not ask.may_change:
            return False
        told = await self._replies.show(str(user.id), await answered(self._answer, ask), about=str(chat.id))
        return isinstance(told, Sent)


def address_of(message: Message) -> str:
    """The chat of a message, or its topic."""
    topic = f"/{message.message_thread_id}" if message.is_topic_message else ""
    return f"{message.chat.id}{topic}"


def _is_another_s(message: Message, words: tuple[str, ...]) -> bool:
    """Whether an unknown command in a group is most likely meant for another bot: it does not name us."""
    is_ours = "@" in (message.text or "").split()[0]
    return not is_ours and Ask(platform=Platform.TELEGRAM, address="", words=words).verb is None


def _language(user: User | None) -> str:
    return (user.language_code if user else None) or "en"
