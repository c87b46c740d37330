"""People, the bot and chats as Telegram describes them."""

from typing import Any

READER = {"id": 7, "is_bot": False, "first_name": "Reader", "language_code": "en"}

_RIGHTS = (
    "can_be_edited",
    "is_anonymous",
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
)
_RESTRICTED = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def someone(number: int, language: str = "en") -> dict[str, Any]:
    """Another person."""
    return READER | {"id": number, "language_code": language}


def administrator(user: dict[str, Any], **more: bool) -> dict[str, Any]:
    """An administrator without any right but those."""
    return {"status": "administrator", "user": user} | dict.fromkeys(_RIGHTS, False) | more


def bot_as(status: str, bot: dict[str, Any]) -> dict[str, Any]:
    """The bot as a member: "left", "kicked", "member", "silenced", "poster" (administrator), "mute administrator"."""
    match status:
        case "poster":
            return administrator(bot, can_post_messages=True)
        case "mute administrator":
            return administrator(bot, can_post_messages=False)
        case "silenced":
            rights = dict.fromkeys(_RESTRICTED, False)
            return {"status": "restricted", "user": bot, "is_member": True, "until_date": 0} | rights
        case "kicked":
            return {"status": "kicked", "user": bot, "until_date": 0}
        case _:
            return {"status": status, "user": bot}


def chat_of(chat: dict[str, Any]) -> dict[str, Any]:
    """A chat in full."""
    gifts = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    accepted = dict.fromkeys(gifts, False)
    return chat | {"accent_color_id": 0, "max_reaction_count": 1, "accepted_gift_types": accepted}
