"""Which numbers are the event's own: what speaks for and against each figure of the article, by name."""

from collections.abc import Sequence

from detectors.actors import Actor
from detectors.before import Before, befores, is_further, ways
from detectors.categories import as_told, living_of
from detectors.crowd import Crowd, place_of
from detectors.goals import goal_of
from detectors.parties import camp, is_organisation
from detectors.people import CAPTIVES, Group, family
from detectors.reading import Sentence
from detectors.records import dataclass
from detectors.roles import Part
from detectors.scope import Scope
from detectors.sides import Reading, kept, move_of, once
from detectors.since import since
from detectors.status import Move
from detectors.terms import are_bargained_for
from detectors.types import Category, Qualifier
from detectors.weigh import holding


@dataclass(frozen=True, slots=True)
class Figure:
    """A group of people that may be one of the event's movements, with the verb that governs it."""

    group: Group
    reading: Reading
    move: Move | None
    signals: dict[str, float]
    before: Before | None  # what was told just before it


def read_figures(readings: Sequence[Reading]) -> list[Figure]:
    """Every number of people in the article with what speaks for and against it."""
    found = [
        (group, reading, move_of(reading, group))
        for reading in readings
        for group in reading.groups
        if _counts(group, reading)
    ]
    told = ways(found)
    crowd = Crowd([(group, reading) for group, reading, _ in found], told)
    early = {mark.key for r in readings if place_of(r) in _EARLY for mark in r.sentence.of("people")}
    # Where nothing tells of an exchange, people are hardly let go both ways: other figures are of who else is held.
    shared = {} if are_bargained_for(readings) else {"one_sided": 1.0}
    kindless = living_of(readings) if "bodies" in early else None
    most = max((g.count for g, r, _ in found if g.dead and place_of(r) in _EARLY), default=None)
    return [
        Figure(
            group,
            reading,
            move,
            _signals(reading, group)
            | crowd.signals(group, reading)
            | _unled(group, reading, early, kindless if _are_meant(group, reading, most) else None)
            | shared,
            before,
        )
        for (group, reading, move), before in zip(found, befores(found, told), strict=True)
    ]


_EARLY = ("title", "lead")


def _unled(group: Group, reading: Reading, early: set[str], kindless: Category | None) -> dict[str, float]:
    """Whether title and lead speak of the living alone and it counts the dead, or the other way round.

    Those who stand there themselves or are told of as further ones are no others, nor who goes back for the dead, nor
    people of no kind who are taken for them (`kindless`): "234 Iranians".
    """
    if group.dead:
        return {"unled.dead": 1.0} if "bodies" not in early else {}
    move = move_of(reading, group) if group.category is not None else None
    freed = move is not None and move.kind == "release"  # soldiers who are let go live
    if kindless is not None and not freed and (as_told(group.category, kindless) or kindless) is Category.BODIES:
        return {}
    dead = "bodies" in early and early.isdisjoint(CAPTIVES)
    others = dead and place_of(reading) not in _EARLY and not (is_further(group, reading) or _is_answer(group, reading))
    return {"unled.living": 1.0} if others else {}


def _is_answer(group: Group, reading: Reading) -> bool:
    """Whether people are told of as those who went for the others: "in return", "for its part", "for the bodies …"."""
    sentence = reading.sentence
    opens = any(mark.start == sentence.start for mark in sentence.of("count", "for"))
    told = group.pair is not None or opens or sentence.has("count", "in_return", "in_turn")
    move = move_of(reading, group)
    return told and not reading.recap and move is not None and move.scope is not Scope.PAST


def _are_meant(group: Group, reading: Reading, most: int | None) -> bool:
    """Whether people of no kind may be the dead of title and lead: no more than those (`most`), or else moved.

    More are others: who is missing yet.
    """
    return bool(reading.sentence.moving) if most is None else group.count <= most


def _counts(group: Group, reading: Reading) -> bool:
    """Whether a number can be people: named as such, of a pair or each side, a total, or told beside what is news.

    That is a verb, a party, what somebody says or what is to come: "Kampala spoke of 131", "the other 13 are expected".
    """
    told = group.named or group.pair is not None or group.total or group.each
    return told or bool(reading.moves or reading.actors) or _is_news(reading.sentence)


def _is_news(sentence: Sentence) -> bool:
    return sentence.title or sentence.has("said") or sentence.has("mode", "will") or sentence.has("count", "more")


@kept
def _signals(reading: Reading, group: Group) -> dict[str, float]:
    names = [
        "bias",
        f"at.{place_of(reading)}",
        f"of.{family(group.category) if group.category else 'no_kind' if group.named else 'unnamed'}",
        f"exactness.{group.qualifier}",
        f"size.{_size(group.count)}",
        f"sides.{min(2, len(reading.sides))}",
        *_of_move(group, move_of(reading, group)),
        *group.flags,
    ]
    if group.pair is not None:
        partner = reading.groups[group.pair]
        names += ["paired", f"partner.{'named' if partner.named else 'bare'}"]
        names += ["even", f"even.{place_of(reading)}"] if partner.count == group.count > 1 else []
    if group.count == 1:
        names.append(f"one.{'single' if group.single else 'named' if group.named else 'bare'}")
        names += ["one.lone"] if group.single and group.nation is None and not group.dead else []
    return dict.fromkeys(names, 1.0) | _around(group, reading)


def _of_move(group: Group, move: Move | None) -> tuple[str, ...]:
    """What the verb that governs the figure says of it."""
    if move is None:
        return ("verb.none",)
    near = min(3, _gap(group, move) // 4)
    told = (f"mode.{move.mode}", f"scope.{move.scope}", f"verb.{move.kind}", f"aside.{move.aside}", f"gap.{near}")
    return (*told, "scope.past.dated") if move.dated else told


def _around(group: Group, reading: Reading) -> dict[str, float]:
    """What the words around the figure say of it."""
    sentence = reading.sentence
    running = since(group, reading)
    taken, more = sentence.of("held", "taken"), sentence.of("count", "more")
    return _said_beside(reading) | holding(
        {
            "nation": group.nation is not None,
            "out_of": group.out_of is not None,
            "beside_party": any(a.end == group.start or 0 <= a.start - group.end <= 1 for a in reading.actors),
            "since.clause": running == "clause",
            "since.sentence": running == "sentence",
            "recap.before": reading.recap,
            "recap.here": any(mark.start <= group.start for mark in sentence.of("time", "recap")),
            "taken": any(-1 <= m.start - group.end <= 2 or 0 <= group.start - m.end <= 2 for m in taken),
            "sent": _is_sent(group, reading),
            "sent.apart": _is_sent_apart(group, reading),
            "also": is_further(group, reading),
            "more": any(0 <= group.start - mark.end <= 1 or 0 <= mark.start - group.end <= 1 for mark in more),
        }
    )


@once
def _said_beside(reading: Reading) -> dict[str, float]:
    """What its sentence says that bears on all of its figures."""
    sentence = reading.sentence
    return holding(
        {
            "modal": sentence.has("mode", "planned", "will"),
            "said": sentence.has("said"),
            "in_return": sentence.has("count", "in_return"),
            "in_turn": sentence.has("count", "in_turn"),
            "ordinal": any(number.ordinal for number in sentence.numbers),
            "today": sentence.has("time", "today"),
            "yesterday": sentence.has("time", "yesterday"),
        }
    )


def _is_sent(group: Group, reading: Reading) -> bool:
    """Whether it is told where just this group went."""
    return any(_is_goal(goal, group) for goal in _goals(reading))


def _is_goal(goal: Actor, group: Group) -> bool:
    """Whether the destination is just this group's ("13 to Germany, three to the US")."""
    return 0 <= goal.start - group.end <= 3 or 0 <= group.start - goal.end <= 1


def _is_sent_apart(group: Group, reading: Reading) -> bool:
    """Whether it is told where just this group went, and of others of the sentence that they went elsewhere."""
    own = _goal(group, reading)
    return own is not None and _are_sent_apart(reading)


@once
def _are_sent_apart(reading: Reading) -> bool:
    goals = [_goal(each, reading) for each in reading.groups]
    return len({camp(goal.party) for goal in goals if goal is not None}) > 1


def _goal(group: Group, reading: Reading) -> Actor | None:
    """Where just this group went: told behind it, else right before it."""
    behind = goal_of(group, reading.groups, reading.actors)
    return behind or next((actor for actor in _goals(reading) if _is_goal(actor, group)), None)


@once
def _goals(reading: Reading) -> list[Actor]:
    """Where people go in a sentence."""
    return [actor for actor in reading.actors if actor.part is Part.TO]


def _gap(group: Group, move: Move) -> int:
    return max(0, group.start - move.mark.end, move.mark.start - group.end)


def _size(count: int) -> str:
    return "none" if count == 0 else "one" if count == 1 else "few" if count < 6 else "tens" if count < 100 else "many"


_ACTING = frozenset({Part.BARE, Part.BETWEEN, Part.BY})
_DIRECTED = frozenset({Part.TO, Part.FROM, Part.HOLDER})


@kept
def both_ways(reading: Reading, group: Group) -> dict[str, float]:
    """What tells that a figure holds for each side, or for both together."""
    sentence, move = reading.sentence, move_of(reading, group)
    low, high = sentence.clause(group.start, hard=True)
    subjects = {
        camp(a.party)
        for a in reading.actors
        if low <= a.start < high and a.part in _ACTING and not is_organisation(a.party)
    }
    partner = reading.groups[group.pair] if group.pair is not None else None
    same = partner is not None and partner.count == group.count
    nameless = group.nation is None and (partner is None or partner.nation is None)
    swap, two = sentence.has("swap"), len(subjects) >= 2
    return holding(
        {
            "each": group.each,
            "total": group.total,
            "both": group.both,
            "nation": bool(group.nation),
            "own": group.own,
            "same": group.same,
            "name": group.name,
            "part": group.part,
            "two_subjects": two,
            "pair.same": same,
            "pair.other": partner is not None and not same,
            "pair.same.nameless": same and nameless,
            "swap": swap,
            "verb.swap": move is not None and move.kind == "swap",
            "between": len({camp(a.party) for a in reading.actors if a.part is Part.BETWEEN}) > 1,
            "swap.two": swap and two and group.nation is None,
            "inexact": group.qualifier is not Qualifier.EXACT,
            "odd": group.count % 2 == 1,
            "title": sentence.title,
            "directed": any(a.part in _DIRECTED for a in reading.actors),
        }
    )
