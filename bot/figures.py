"""What an event says from what its reports claim: one headline figure for each direction, the others kept. Pure.

The headline figure is, in this order: of what happened before what was planned; exact before vague; the one that the
receiving side itself names, unless more outlets have many more; one that both sides name; the one that most
independent outlets give; the latest; the first in its article. A number of bodies that more outlets tell of the other
way is misread, and none.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

from bot.counts import NEAR, prominence
from bot.facts import family, sides_of
from bot.types import Claim, Event
from detectors import Category, Qualifier, Transfer
from detectors.types import Part

# What people of several kinds are called together.
UNSORTED = frozenset({Category.MIXED, Category.PRISONERS})
NEARLY = 0.01  # two outlets' counts of the same bodies, hours apart
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


Way = tuple[frozenset[str], frozenset[str], str]


def way_of(transfer: Transfer, sides: Mapping[str, str]) -> Way:
    """From which side to which, and which people."""
    givers = frozenset([sides.get(party, party) for party in transfer.released_by])
    getters = frozenset([sides.get(party, party) for party in transfer.returned_to])
    return givers, getters, family(transfer.category)


def sides_in(claims: Iterable[Claim]) -> dict[str, str]:
    """The side of every party that a claim names."""
    return sides_of({p for claim in claims for p in (*claim.transfer.released_by, *claim.transfer.returned_to)})


def ways_of(claims: Sequence[Claim]) -> list[Way]:
    """The way of each claim; most have that of another."""
    sides = sides_in(claims)
    known: dict[tuple[tuple[str, ...], tuple[str, ...], Category], Way] = {}
    out = []
    for claim in claims:
        transfer = claim.transfer
        key = transfer.released_by, transfer.returned_to, transfer.category
        if key not in known:
            known[key] = way_of(transfer, sides)
        out.append(known[key])
    return out


def _sides_told(event: Event) -> dict[str, str]:
    """The side of every party that a claim of the event names; making the claims would cost more."""
    moved = (t for ref in event.grounds if ref.report for t in ref.report.transfers)
    return sides_of(p for t in moved for p in (*t.released_by, *t.returned_to))


def reconcile(claims: Sequence[Claim], outlets: Mapping[str, str]) -> tuple[Transfer, ...]:
    """One line for each direction and kind of people, and more where a side stands by another figure.

    `outlets` says for each article which independent outlet it speaks for.
    """
    groups: dict[Way, list[Claim]] = {}
    for claim, way in zip(claims, ways_of(claims), strict=True):
        groups.setdefault(way, []).append(claim)
    groups = _without_mirrored(groups, outlets)
    directed = {way[2] for way, members in groups.items() if not _joint(way) and any(c.transfer.count for c in members)}
    out: list[Transfer] = []
    for way, members in groups.items():
        if not (_joint(way) and way[2] in directed):  # a total over both says less than the sides' own figures
            out += _lines(members, outlets)
    return tuple(out)


def _without_mirrored(groups: Mapping[Way, list[Claim]], outlets: Mapping[str, str]) -> dict[Way, list[Claim]]:
    """Without the numbers of bodies that more outlets tell of the other way.

    Two sides hardly ever hand over as many of the fallen (two of 110 labelled returns did): such a figure is misread.
    """
    out: dict[Way, list[Claim]] = {}
    for way, members in groups.items():
        back = groups.get((way[1], way[0], way[2])) if way[2] == Category.BODIES else None
        kept = [c for c in members if not back or _tellers(c, members, outlets) >= _tellers(c, back, outlets)]
        if kept:
            out[way] = kept
    return out


def _tellers(claim: Claim, claims: Iterable[Claim], outlets: Mapping[str, str]) -> int:
    """How many outlets give a claim's number, or nearly."""
    count = claim.transfer.count or 0
    near = [c for c in claims if c.transfer.count is not None and abs(c.transfer.count - count) <= count * NEARLY]
    return len({outlets.get(c.article_id, c.article_id) for c in near}) if count else 0


def _joint(way: Way) -> bool:
    return way[0] == way[1]


def _lines(members: Sequence[Claim], outlets: Mapping[str, str]) -> list[Transfer]:
    counted = [claim for claim in members if claim.transfer.count is not None]
    done = [claim for claim in counted if not claim.transfer.planned]
    counted = _summed(done or counted)
    if not counted:
        return [_merged(members)]
    mains, parts = _mains_and_parts(counted)
    lines = _headlines(mains, outlets)
    known = {part.category for line in lines for part in line.breakdown}
    shown = {line.count for line in lines}
    for category in dict.fromkeys(claim.transfer.category for claim in parts):
        best = _headlines([claim for claim in parts if claim.transfer.category is category], outlets)[0]
        if category not in known and best.count not in shown:
            lines.append(best)
    return lines


def _summed(counted: Sequence[Claim]) -> list[Claim]:
    """Whoever counts soldiers and civilians apart, or men and women, gives the total of another who counts them all."""
    articles: dict[str, list[Claim]] = {}
    for claim in counted:
        articles.setdefault(claim.article_id, []).append(claim)
    out: list[Claim] = []
    for article_id, claims in articles.items():
        whole = None
        if len(claims) > 1:
            whole = _whole(claims, [claim.transfer for claim in counted if claim.article_id != article_id])
        out += [replace(claims[0], transfer=whole)] if whole else claims
    return out


def _whole(claims: Sequence[Claim], others: Iterable[Transfer]) -> Transfer | None:
    """The total of one article's exact figures, if they are parts of what another tells in one figure."""
    total = sum(claim.transfer.count or 0 for claim in claims)
    categories = [claim.transfer.category for claim in claims]
    apart, alike = len(set(categories)) == len(categories) > 1, len(set(categories)) == 1 < len(categories)
    if not (apart or alike) or any(claim.transfer.qualifier is not Qualifier.EXACT for claim in claims):
        return None
    if not any(each.count == total and (alike or each.category in UNSORTED) for each in others):
        return None
    if alike:
        return replace(_merged(claims), count=total)
    parts = tuple(Part(category=c.transfer.category, count=c.transfer.count or 0) for c in claims)
    return replace(_merged(claims), category=Category.MIXED, count=total, breakdown=parts)


def _mains_and_parts(counted: list[Claim]) -> tuple[list[Claim], list[Claim]]:
    """An article that counts soldiers and civilians apart has a main figure and parts, which are parts for all."""
    if len({claim.transfer.category for claim in counted}) < 2:
        return counted, []
    main: dict[str, Transfer] = {}
    for claim in counted:
        told = main.get(claim.article_id)
        if told is None or (claim.transfer.count or 0) > (told.count or 0):
            main[claim.article_id] = claim.transfer
    mains = [claim for claim in counted if claim.transfer.category is main[claim.article_id].category]
    parts = [claim for claim in counted if claim.transfer.category is not main[claim.article_id].category]
    beside = {(claim.transfer.category, claim.transfer.count) for claim in parts}
    alone = [claim for claim in mains if (claim.transfer.category, claim.transfer.count) not in beside]
    return alone or mains, parts


def _headlines(claims: Sequence[Claim], outlets: Mapping[str, str]) -> list[Transfer]:
    figures: dict[tuple[int | None, Qualifier], list[Claim]] = {}
    for claim in claims:
        figures.setdefault((claim.transfer.count, claim.transfer.qualifier), []).append(claim)
    if len(figures) < 2:  # mostly all give the same
        return [_merged(claims)]
    backed = [(each[0].transfer.count or 0, len(_voices(each, outlets))) for each in figures.values()]
    ranked = sorted(figures.values(), key=lambda each: _weight(each, outlets, backed), reverse=True)
    first = {claim.article_id for claim in ranked[0]}
    lines = [_merged(ranked[0])]
    for other in ranked[1:]:
        exact = other[0].transfer.qualifier is Qualifier.EXACT
        if exact and any(claim.transfer.claimed_by or claim.article_id in first for claim in other):
            lines.append(_merged(other))
    return lines


def _voices(claims: Sequence[Claim], outlets: Mapping[str, str]) -> set[str]:
    return {outlets.get(claim.article_id, claim.article_id) for claim in claims}


def _weight(
    claims: Sequence[Claim], outlets: Mapping[str, str], backed: Sequence[tuple[int, int]]
) -> tuple[object, ...]:
    """What ranks a figure; `backed`: how many outlets have each. A side's own is a part where more have many more."""
    transfer = claims[0].transfer
    speakers = {name for claim in claims for name in (*claim.transfer.claimed_by, *claim.transfer.confirmed_by)}
    independent, count = len(_voices(claims, outlets)), transfer.count or 0
    is_whole = not any(other * NEAR > count and voices > independent for other, voices in backed)
    own = is_whole and any(speaks_for(name, party) for party in transfer.returned_to for name in speakers)
    other = any(speaks_for(name, party) for party in transfer.released_by for name in speakers)
    latest = max((claim.published for claim in claims if claim.published), default=_LONG_AGO)
    exact = transfer.qualifier is Qualifier.EXACT
    return (
        exact,
        own,
        own and other,
        independent,
        latest,
        max(prominence(claim.transfer) for claim in claims),
        transfer.count or 0,
    )


def speaks_for(speaker: str, party: str) -> bool:
    """Whether an organ named after the party, or one of those known to speak for it, said it."""
    return party.casefold() in speaker.casefold() or speaker in _speakers(party)


@cache
def _speakers(party: str) -> frozenset[str]:
    from detectors.language import parties  # read only once there is a claim to weigh

    return frozenset(parties().get(party, {}).get("leaders", ()))


def _merged(claims: Sequence[Claim]) -> Transfer:
    """One transfer with everybody who claims or confirms it; the fullest telling lends its breakdown."""
    told = [claim.transfer for claim in claims]
    fullest = max(told, key=lambda t: (len(t.breakdown), t.category is Category.MIXED))
    speakers = tuple(dict.fromkeys([name for each in told for name in each.claimed_by]))
    confirmers = tuple(dict.fromkeys([name for each in told for name in each.confirmed_by]))
    planned = all(each.planned for each in told)
    if (speakers, confirmers, planned) == (fullest.claimed_by, fullest.confirmed_by, fullest.planned):
        return fullest
    return replace(fullest, claimed_by=speakers, confirmed_by=confirmers, planned=planned)


# ── What a reader would want to know ──


def changes_between(before: Event, after: Event) -> Iterable[str]:
    """The facts that changed, by their names in the messages."""
    if before.status is not after.status:
        yield "status_changed"
    if before.transfers == after.transfers:
        return
    sides = {**_sides_told(before), **_sides_told(after)}
    old, new = _by_way(before, sides), _by_way(after, sides)
    for way, transfer in new.items():
        told = old.get(way)
        if told is None or told.count is None:
            if transfer.count is not None:
                yield "figure_added"
        elif transfer.count != told.count and transfer.count is not None:
            yield "figure_revised"
        elif (own := _own_figures(after, way, sides)) and own - _told_figures(before, way, sides):
            yield "figure_added"
        elif not told.confirmed_by and transfer.confirmed_by:
            yield "confirmed"


def _own_figures(event: Event, way: Way, sides: Mapping[str, str]) -> set[int]:
    """The exact figures of one direction that a side stands by itself."""
    return {
        transfer.count
        for transfer in event.transfers
        if transfer.count is not None
        and transfer.claimed_by
        and transfer.qualifier is Qualifier.EXACT
        and way_of(transfer, sides) == way
        and any(speaks_for(name, party) for name in transfer.claimed_by for party in event.parties)
    }


def _told_figures(event: Event, way: Way, sides: Mapping[str, str]) -> set[int | None]:
    return {transfer.count for transfer in event.transfers if way_of(transfer, sides) == way}


def _by_way(event: Event, sides: Mapping[str, str]) -> dict[Way, Transfer]:
    out: dict[Way, Transfer] = {}
    for transfer in event.transfers:
        out.setdefault(way_of(transfer, sides), transfer)
    return out
