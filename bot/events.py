"""Which exchange a report tells of: a report and the events that it could belong to in, the changed event out. Pure.

Identity is structure, never likeness of words, since successive rounds read alike: the sides, who went home (the
living, the dead, children), the day, compatible counts for each direction, the ordinal.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from bot.types import Claim, Event, EventStatus, Placement, ReportRef
from detectors import Article, Category, Kind, Qualifier, Report, Status, Transfer, camp

# How far the figures of two sides or outlets for one exchange lie apart (195/207, 238/250), as a share of the larger.
NEAR = 0.13
# Days within which a candidate may lie at all: an announcement, a late report.
WINDOW = timedelta(days=15)
# Points from which a report belongs to an event; swept over labelled articles, 0.5 to 2.5 give the same groups.
JOINS = 1.0


class Points:
    """What each agreement counts; the day and the counts must outweigh one another."""

    SAME_DAY, NEXT_DAY, LATE_DAY, OTHER_DAY = 2.0, 0.5, -1.0, -5.0
    SAME_COUNT, NEAR_COUNT, OTHER_COUNT = 3.0, 1.0, -3.5
    SAME_ORDINAL, OTHER_ORDINAL = 3.0, -10.0
    ANNOUNCED_TO_COME = -0.5


def place(report: Report, article: Article, candidates: Sequence[Event], now: datetime) -> Placement:
    """Join the report to the likeliest candidate, or open an event for it."""
    scored = [(likeness(report, article, event), event) for event in candidates]
    best = max(scored, key=lambda pair: (pair[0], pair[1].updated), default=None)
    if best is None or best[0] < JOINS:
        why = "no event of these sides" if best is None else "no event fits its day and figures"
        return Placement(
            event=_opened(report, article, now), is_new=True, changes=(), reason=why, article_id=article.id
        )
    event = best[1]
    joined = _joined(event, report, article, now)
    return Placement(
        event=joined,
        is_new=False,
        changes=tuple(changes_between(event, joined)),
        reason=f"same sides, day and figures fit ({best[0]:.1f} points)",
        article_id=article.id,
    )


# ── Do they tell of one exchange? ──


def likeness(report: Report, article: Article, event: Event) -> float:
    """Points for the report telling of the event; far below zero where it cannot."""
    if not _same_sides(report.parties, event.parties) or not _same_people(report, event):
        return -100.0
    return _day_points(report, article, event) + _count_points(report, event) + _ordinal_points(report, event)


def _same_sides(one: Iterable[str], other: Iterable[str]) -> bool:
    """Two sides in common, or one where a text names no more."""
    left, right = {camp(party) for party in one}, {camp(party) for party in other}
    return len(left & right) >= min(2, len(left), len(right)) > 0


def _same_people(report: Report, event: Event) -> bool:
    """Bodies and the living are different exchanges, and so are children and soldiers, unless one report has both."""
    if Kind.BOTH not in {report.kind, event.kind} and report.kind is not event.kind:
        return False
    mine, theirs = _families(report.transfers), _families(event.transfers)
    return not mine or not theirs or bool(mine & theirs)


def _families(transfers: Iterable[Transfer]) -> set[str]:
    return {_family(transfer.category) for transfer in transfers}


def _family(category: Category) -> str:
    return category.value if category in {Category.BODIES, Category.CHILDREN} else "living"


def _day_points(report: Report, article: Article, event: Event) -> float:
    mine, sure = report.event_date or day_of(article), report.event_date is not None
    theirs, theirs_sure = event.event_date or event.first_seen.date(), event.event_date is not None
    if mine is None:
        return 0.0
    gap = abs((mine - theirs).days)
    if event.status is EventStatus.ANNOUNCED and report.status is not Status.ANNOUNCED and gap > 1:
        return Points.ANNOUNCED_TO_COME if gap <= WINDOW.days else Points.OTHER_DAY
    if gap == 0:
        return Points.SAME_DAY
    if gap == 1:
        return Points.NEXT_DAY if not (sure and theirs_sure) else -Points.NEXT_DAY
    return Points.LATE_DAY if gap <= 3 and not (sure and theirs_sure) else Points.OTHER_DAY


def _ordinal_points(report: Report, event: Event) -> float:
    if report.ordinal is None or event.ordinal is None:
        return 0.0
    return Points.SAME_ORDINAL if report.ordinal == event.ordinal else Points.OTHER_ORDINAL


def _count_points(report: Report, event: Event) -> float:
    """The best agreement where a figure of the same people in the same direction is known to both; all claims count."""
    known = [claim.transfer for claim in event.claims if claim.transfer.count is not None]
    points = [
        max(_agreement(mine, theirs) for theirs in comparable)
        for mine in report.transfers
        if mine.count is not None and (comparable := [theirs for theirs in known if _comparable(mine, theirs)])
    ]
    return max(points, default=0.0) if not points or max(points) > 0 else min(points)


def _comparable(one: Transfer, other: Transfer) -> bool:
    same_way = _way(one) == _way(other) or len(_way(one)[0]) > 1 or len(_way(other)[0]) > 1
    return same_way and _family(one.category) == _family(other.category)


def _way(transfer: Transfer) -> tuple[frozenset[str], frozenset[str]]:
    return frozenset(map(camp, transfer.released_by)), frozenset(map(camp, transfer.returned_to))


def _agreement(one: Transfer, other: Transfer) -> float:
    left, right = one.count or 0, other.count or 0
    if left == right:
        return Points.SAME_COUNT
    larger, smaller = max(left, right), min(left, right)
    bounded = (
        (one.qualifier is Qualifier.AT_LEAST and left <= right <= left * 2)
        or (other.qualifier is Qualifier.AT_LEAST and right <= left <= right * 2)
        or (one.qualifier is Qualifier.AT_MOST and right <= left)
        or (other.qualifier is Qualifier.AT_MOST and left <= right)
    )
    if bounded or larger - smaller <= NEAR * larger:
        return Points.NEAR_COUNT
    joint = len(one.returned_to) > 1 or len(other.returned_to) > 1
    if joint and smaller * 2 == larger:
        return Points.NEAR_COUNT
    return 0.0 if joint else Points.OTHER_COUNT


# ── The event with the report in it ──

_RANK = {EventStatus.ANNOUNCED: 0, EventStatus.ONGOING: 1, EventStatus.COMPLETED: 2}


def day_of(article: Article) -> date | None:
    """The day on which an article came out."""
    return article.published.date() if isinstance(article.published, datetime) else article.published


def _opened(report: Report, article: Article, now: datetime) -> Event:
    seen = _moment(article, now)
    day = report.event_date or seen.date()
    slug = "-".join(party.lower().replace(" ", "_") for party in sorted(report.parties)[:2])
    mark = hashlib.sha256(f"{article.id} {day}".encode()).hexdigest()[:6]
    event = Event(
        id=f"{day.isoformat()}-{slug or 'unknown'}-{mark}",
        parties=report.parties,
        status=EventStatus(report.status.value),
        kind=report.kind,
        event_date=report.event_date,
        first_seen=seen,
        updated=seen,
    )
    return _joined(event, report, article, now)


def _joined(event: Event, report: Report, article: Article, now: datetime) -> Event:
    """The event with one more report: every claim is kept, the headline figures are chosen anew."""
    seen = _moment(article, now)
    ref = ReportRef(
        article_id=article.id,
        url=article.url,
        source=article.source,
        published=seen if article.published else None,
        lang=article.lang,
        title=article.title,
        status=report.status,
    )
    claims = event.claims + tuple(
        Claim(article_id=article.id, source=article.source, published=seen, transfer=t) for t in report.transfers
    )
    told = EventStatus(report.status.value)
    kinds = {event.kind, report.kind} if event.reports else {report.kind}
    return replace(
        event,
        parties=tuple(dict.fromkeys((*event.parties, *report.parties))),
        status=told if _RANK.get(told, 9) > _RANK.get(event.status, 0) else event.status,
        kind=report.kind if len(kinds) == 1 else Kind.BOTH,
        event_date=event.event_date or report.event_date,
        claims=claims,
        transfers=reconcile(claims),
        mediators=tuple(dict.fromkeys((*event.mediators, *report.mediators))),
        place=event.place or report.place,
        ordinal=event.ordinal or report.ordinal,
        agreement=event.agreement or report.agreement,
        reports=(*event.reports, ref),
        first_seen=min(event.first_seen, seen),
        updated=max(event.updated, seen),
    )


def _moment(article: Article, now: datetime) -> datetime:
    """When the article came out; one without a time, or from the future, came out when it was seen."""
    published = article.published
    if isinstance(published, date) and not isinstance(published, datetime):
        published = datetime(published.year, published.month, published.day, tzinfo=UTC)
    return min(published, now) if published is not None else now


def reconcile(claims: Sequence[Claim]) -> tuple[Transfer, ...]:
    """One line for each direction and kind of people, and a second where a side stands by another figure.

    The headline figure is, in this order: an exact one before a vague one, the one that the receiving side itself
    names, the one that most sources give, the latest.
    """
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in claims:
        groups.setdefault((*_way(claim.transfer), _family(claim.transfer.category)), []).append(claim)
    directed = [key for key in groups if len(key[0]) == 1 and any(c.transfer.count for c in groups[key])]  # type: ignore[arg-type]
    out: list[Transfer] = []
    for key, members in groups.items():
        joint = len(key[0]) > 1 and key[0] == key[1]  # type: ignore[arg-type]
        if joint and any(other[2] == key[2] for other in directed):
            continue  # a total over both sides says less than the sides' own figures
        out += _lines(members)
    return tuple(out)


def _lines(members: Sequence[Claim]) -> list[Transfer]:
    counted = [claim for claim in members if claim.transfer.count is not None]
    if not counted:
        return [_merged(members)]
    figures: dict[tuple[int | None, Qualifier], list[Claim]] = {}
    for claim in counted:
        figures.setdefault((claim.transfer.count, claim.transfer.qualifier), []).append(claim)
    ranked = sorted(figures.values(), key=_weight, reverse=True)
    lines = [_merged(ranked[0])]
    for other in ranked[1:]:
        if other[0].transfer.qualifier is Qualifier.EXACT and any(claim.transfer.claimed_by for claim in other):
            lines.append(_merged(other))
    return lines


def _weight(claims: Sequence[Claim]) -> tuple[bool, bool, int, datetime]:
    transfer = claims[0].transfer
    own = any(party in speaker for c in claims for party in c.transfer.returned_to for speaker in c.transfer.claimed_by)
    latest = max((claim.published for claim in claims if claim.published), default=datetime.min.replace(tzinfo=UTC))
    return transfer.qualifier is Qualifier.EXACT, own, len({claim.source for claim in claims}), latest


def _merged(claims: Sequence[Claim]) -> Transfer:
    """One transfer with everybody who claims or confirms it; the fullest telling lends its breakdown."""
    fullest = max((claim.transfer for claim in claims), key=lambda t: (len(t.breakdown), t.category is Category.MIXED))
    speakers = tuple(dict.fromkeys(name for claim in claims for name in claim.transfer.claimed_by))
    confirmers = tuple(dict.fromkeys(name for claim in claims for name in claim.transfer.confirmed_by))
    planned = all(claim.transfer.planned for claim in claims)
    return replace(fullest, claimed_by=speakers, confirmed_by=confirmers, planned=planned)


# ── What a reader would want to know ──


def changes_between(before: Event, after: Event) -> Iterable[str]:
    """The facts that changed, by their names in the messages."""
    if before.status is not after.status:
        yield "status_changed"
    old, new = _headlines(before), _headlines(after)
    for way, transfer in new.items():
        told = old.get(way)
        if told is None or told.count is None:
            if transfer.count is not None:
                yield "figure_added"
        elif transfer.count != told.count and transfer.count is not None:
            yield "figure_revised"
        elif not told.confirmed_by and transfer.confirmed_by:
            yield "confirmed"


def _headlines(event: Event) -> dict[tuple[object, ...], Transfer]:
    out: dict[tuple[object, ...], Transfer] = {}
    for transfer in event.transfers:
        out.setdefault((*_way(transfer), _family(transfer.category)), transfer)
    return out
