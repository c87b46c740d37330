"""What to do next for a chat that is owed something: post, reply, fold, or look up a post. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.types import AlertKind, Delivery, DeliveryState, Message

_ANSWERS = (AlertKind.UPDATE, AlertKind.CANCEL)  # to the message that shows the event
FOLDED_MOST = 20  # lines of a summary; with their sources they fit into one message of every platform


@dataclass(frozen=True, slots=True)
class Step:
    """The deliveries that one request settles; what it edits or replies to; whether its last answer was lost.

    An edit changes no delivery's state: it keeps true what the delivery posted.
    """

    deliveries: tuple[Delivery, ...]
    edits: Message | None = None
    replies_to: Message | None = None
    is_summary: bool = False
    was_lost: bool = False

    @property
    def first(self) -> Delivery:
        """The oldest of them."""
        return self.deliveries[0]


def next_step(
    backlog: Sequence[Delivery],
    messages: Mapping[str, Message],
    now: datetime,
    *,
    stale_after: float,
    fold_above: int,
) -> Step | None:
    """The next step through a chat's backlog, which is in order and not settled.

    `messages`: what shows the events in question to the chat; what changed of them is told in replies to it. Posts
    older than `stale_after` seconds, or more of them than `fold_above`, are folded into one message; one alone stays as
    it is.
    """
    if not backlog:
        return None
    head = backlog[0]
    replies_to = messages.get(head.alert.event_id) if head.alert.kind in _ANSWERS else None
    if head.state is DeliveryState.CLAIMED:
        group = tuple(d for d in backlog if d.state is DeliveryState.CLAIMED and d.attempt == head.attempt)
        return Step(group, replies_to=None if head.fold else replies_to, is_summary=head.fold, was_lost=True)
    if not head.alert.kind.is_of_event:  # a digest is a summary itself, a broadcast stands alone
        return Step((head,))
    posts = [d for d in backlog if d.state is DeliveryState.OWED and d.alert.kind.is_of_event]
    overdue = [d for d in posts if d.fold or now - d.alert.at > timedelta(seconds=stale_after)]
    folded = posts if len(posts) > fold_above else overdue if head in overdue else []
    if len(folded) > 1:
        return Step(tuple(folded[:FOLDED_MOST]), is_summary=True)
    return Step((head,), replies_to=replies_to)
