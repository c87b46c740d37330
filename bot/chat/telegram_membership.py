"""The bot is added to chats, given rights and shown the door: who is asked what to post, and who is lost."""

import logging
from collections.abc import Awaitable, Callable

from telegram import (
    Bot,
    Chat,
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    ChatMemberUpdated,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    User,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.chat import Presence
from bot.chat.telegram_calls import send
from bot.chat.telegram_forms import link_to, payload_about, public_name
from bot.render import Words, clean, words
from bot.types import Sent

OUT = (ChatMemberStatus.LEFT, ChatMemberStatus.BANNED)

log = logging.getLogger(__name__)


class Membership:
    """What follows from a change; `onboard` asks a person about a chat and says whether it reached one who decides."""

    def __init__(self, bot: Bot, onboard: Callable[[Chat, User], Awaitable[bool]], presence: Presence | None) -> None:
        self._bot, self._onboard, self._presence = bot, onboard, presence

    async def changed(self, change: ChatMemberUpdated) -> None:
        """Our own place in a chat changed."""
        chat, user = change.chat, change.from_user
        before, after = change.old_chat_member, change.new_chat_member
        could, can = may_post(before, chat), may_post(after, chat)
        if self._presence:
            self._tell(self._presence, chat, is_new=can and not could, is_out=not is_in(after))
        if chat.type == ChatType.PRIVATE:
            return
        say = words(user.language_code or "en")
        if can and not could:
            if not await self._onboard(chat, user):
                await self._invite(chat, say)
        elif is_in(after) and not is_in(before):
            await self._tell_needs_right(chat, user, say)

    def _tell(self, presence: Presence, chat: Chat, *, is_new: bool, is_out: bool) -> None:
        """Tell by each name that the chat can be known by: its id, and its public name where the config says that."""
        own, name = str(chat.id), public_name(chat, "")
        for address in (own, name) if name else (own,):
            if is_new:
                presence.back(address)
            elif is_out:
                presence.gone(address, f"the bot was taken out of the {chat.type} chat")

    async def _invite(self, chat: Chat, say: Words) -> None:
        """Where the one who added us cannot be asked in private, tell the chat where its administrators can be."""
        link = link_to(self._bot.username, payload_about(str(chat.id)))
        button = InlineKeyboardMarkup([[InlineKeyboardButton(say.say("added-open"), url=link)]])
        told = await send(self._bot, str(chat.id), {"text": say.say("added-ask-here"), "reply_markup": button})
        if not isinstance(told, Sent):
            log.warning("telegram_invite_lost chat=%s reason=%s", chat.id, told.reason)

    async def _tell_needs_right(self, chat: Chat, user: User, say: Words) -> None:
        """Added without the right to post; where that cannot be said in private, it cannot be said at all."""
        text = say.say("added-needs-right", title=clean(chat.title or str(chat.id)))
        told = await send(self._bot, str(user.id), {"text": text})
        log.info("telegram_needs_right chat=%s told=%s", chat.id, isinstance(told, Sent))


def is_in(member: ChatMember) -> bool:
    """Whether we are in the chat; in a private one, whether we are not blocked."""
    return member.status not in OUT and not (isinstance(member, ChatMemberRestricted) and not member.is_member)


def may_post(member: ChatMember, chat: Chat) -> bool:
    """Whether we can post there: in a channel as an administrator with that right."""
    if chat.type == ChatType.CHANNEL:
        return isinstance(member, ChatMemberAdministrator) and bool(member.can_post_messages)
    return is_in(member) and not (isinstance(member, ChatMemberRestricted) and not member.can_send_messages)
