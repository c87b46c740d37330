"""Who is a side where many are named: states that only lend the place, jails of both sides told in one breath."""

from collections.abc import Collection, Iterable, Sequence
from itertools import combinations

from detectors.actors import Actor
from detectors.parties import camp, foes, home_of, is_broker, is_group, is_rebel_of, stand_against
from detectors.roles import Part
from detectors.sides import Reading

# Who is told of in these parts alone holds nobody and gets nobody, unless it does so as a subject.
_IDLE = frozenset({Part.PLACE, Part.CARRIER, Part.BARGAIN, Part.SPEAKER, Part.HEAD, Part.BARE, "title"})
# A subject or object stands within so many tokens of its verb.
_CLOSE = 3


def host_signals(side: str, parts: Collection[str], others: Sequence[str], *, acts: bool) -> dict[str, float]:
    """What speaks against a broker's being a side; `acts`: it stands by a verb of giving or getting people."""
    if not is_broker(side):
        return {}
    return {"idle": float(set(parts) <= _IDLE and not acts), "outsider": float(_is_outsider(side, others))}


def acts(actor: Actor, reading: Reading) -> bool:
    """Whether the mention stands right by a verb of giving or getting people, as its subject does."""
    verbs = [move.mark for move in reading.moves if move.kind in {"release", "receive"} and move.mark.key != "noun"]
    near = any(max(verb.start - actor.end, actor.start - verb.end) <= _CLOSE for verb in verbs)
    return near and actor.part is Part.BARE


def holds_both(actors: Sequence[Actor]) -> bool:
    """Whether one list names states against each other as holders: "held in the US, Germany, Russia and Belarus"."""
    if len(actors) < _SEVERAL:
        return False
    jailed = any(actor.part in _JAILS for actor in actors)
    run: list[Actor] = []
    for actor in actors if jailed or len(actors) > _FEW else ():
        run = [*run, actor] if run and 0 <= actor.start - run[-1].end <= _LISTED else [actor]
        camps = {camp(each.party) for each in run}
        held = len(camps) > _FEW or any(each.part in _JAILS for each in run)
        if held and len(camps) > 1 and any(stand_against(*pair) for pair in combinations(camps, 2)):
            return True
    return False


def fought_over(sides: Iterable[str]) -> frozenset[str]:
    """The states whose land armed groups of the text fight over: what happens there may be a group's doing."""
    groups = [side for side in sides if is_group(side)]
    return frozenset(
        state
        for group in groups
        for state in (*foes(group), home_of(group))
        if state is not None and (is_rebel_of(group, state) or home_of(group) is None)
    )


_JAILS = frozenset({Part.HOLDER, Part.HELD_IN})
# Neighbours of a list stand so near; a list of more than these names is one of jails by itself.
_LISTED, _FEW, _SEVERAL = 2, 2, 2


def _is_outsider(side: str, others: Sequence[str]) -> bool:
    """Whether two others of the text stand against each other, and this side against neither.

    Wider than the mediators' question of that name, for which only a war between the first sides counts: here lists of
    destinations are read, whose states mostly have none.
    """
    sides = [each for each in others if each != side and not is_broker(each)]
    pairs = [pair for pair in combinations(sides, 2) if stand_against(*pair)]
    return bool(pairs) and not any(stand_against(side, each) for pair in pairs for each in pair)
