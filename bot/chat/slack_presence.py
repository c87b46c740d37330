"""What Slack tells of channels and of our app: where we may post no more, or again."""

from collections.abc import Mapping
from typing import Any

from bot.chat import Presence

GONE = {
    "channel_archive": "is_archived",
    "group_archive": "is_archived",
    "channel_deleted": "channel_deleted",
    "group_deleted": "channel_deleted",
    "channel_left": "bot_removed",
    "group_left": "bot_removed",
}
BACK = frozenset({"channel_unarchive", "group_unarchive"})


def tell(presence: Presence, event: Mapping[str, Any], me: str) -> None:
    """Pass an event on; `me` is our own user's id.

    A renamed channel needs nothing: only ids are kept, and Slack itself draws the names.
    """
    kind, channel = str(event.get("type")), str(event.get("channel") or "")
    is_us = bool(me) and event.get("user") == me
    if kind == "app_uninstalled" or (kind == "tokens_revoked" and (event.get("tokens") or {}).get("bot")):
        presence.gone(None, kind)
    elif kind in GONE:
        presence.gone(channel, GONE[kind])
    elif kind == "member_left_channel" and is_us:
        presence.gone(channel, "bot_removed")
    elif kind in BACK or (kind == "member_joined_channel" and is_us):
        presence.back(channel)
    elif kind == "channel_id_changed":
        presence.moved(str(event.get("old_channel_id")), str(event.get("new_channel_id")))
