"""Which parties a text means by "the government", "the rebels", "the coalition": those of the war that it tells of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from detectors.lexicon import Mark
from detectors.parties import NOBODY, bloc_against, camp, governs, home_of, is_group, namesakes, opponent, rebels_of
from detectors.tables import COALITION, GOVERNMENT, REBELS, SIDES, UNNAMED


def sides_of(marks: Iterable[Mark]) -> Mapping[str, str]:
    """Whom "the government", "the rebels" and "the coalition" stand for, and names that mean others than elsewhere.

    That is the armed group named most and the state and the bloc that it fights, else a state that fights a group;
    where the group's own land is named more than the foreign state that it fights, that land's government is meant.
    Where nobody is named who has an enemy, "gunmen", "the kidnappers" or "an armed group" are a side without a name.
    """
    times = Counter(mark.key for mark in marks if mark.group == "party" and mark.key not in SIDES)
    local = namesakes(frozenset(times))
    named: Counter[str] = Counter()
    groups: dict[str, str] = {}  # of each camp the group that is named most
    for party, often in times.most_common():
        meant = local.get(party, party)
        named[camp(meant)] += often
        groups.setdefault(camp(meant), meant if is_group(meant) else camp(meant))
    for party in sorted([party for party, _ in named.most_common()], key=is_group, reverse=True):
        other = opponent(party) or rebels_of(party)
        if other is not None and is_group(party) != is_group(other):
            rebels, state = (party, other) if is_group(party) else (_named_for(other, party, named, times), party)
            home = home_of(rebels) or state
            if (governs(rebels) and home in named) or named[camp(home)] > named[camp(state)]:
                state = home  # who rules where the Taliban come from, not who fights them there
            bloc = bloc_against(rebels)
            sides = {REBELS: groups.get(rebels, rebels), GOVERNMENT: state}
            return {**local, **sides} | ({COALITION: bloc} if bloc is not None else {})
    return local if any(map(opponent, named)) else {**local, UNNAMED: NOBODY}


def _named_for(rebels: str, state: str, named: Counter[str], times: Counter[str]) -> str:
    """The group most named, where a state's usual rebels are not: "the organisation" is the Islamic State then.

    So is who fought that state before having one: the movement of South Sudan.
    """
    if rebels in named:
        return rebels
    foes = (each for each, _ in times.most_common() if opponent(each) == state)
    return next((each for each, _ in named.most_common() if is_group(each)), next(foes, rebels))


def _means_another(mark: Mark, sides: Mapping[str, str]) -> bool:
    """Whether a name means another party here; by the name of their state a group's people are not called: Belgrade.

    "The Serbs" in news of Bosnia are its own, Serbia is the state.
    """
    if mark.key not in sides or mark.key in SIDES:
        return False
    of_a_group = is_group(sides[mark.key]) and not is_group(mark.key)
    return mark.form == "national" or not of_a_group


def known(marks: Sequence[Mark], words: Sequence[str], sides: Mapping[str, str]) -> list[Mark]:
    """The marks, "the government" and its like as marks of their party; without those that nobody stands for.

    Beside a name ("the Syrian government", "rebels of the M23") they say no more than it does.
    """
    marks = [replace(mark, key=sides[mark.key]) if _means_another(mark, sides) else mark for mark in marks]
    if not any(mark.key in SIDES for mark in marks):
        return list(marks)
    names = [mark for mark in marks if mark.group == "party" and mark.key not in SIDES]
    of = {mark.start: mark.end for mark in marks if mark.group == "role" and mark.key == "of"}
    begins, ends = {mark.start for mark in names}, {mark.end for mark in names}
    out = []
    for mark in marks:
        if mark.key not in SIDES:
            out.append(mark)
            continue
        owned = words[mark.start - 2 : mark.start] == ("'", "s") and mark.start - 2 in ends
        beside = mark.start in ends or owned or not begins.isdisjoint({mark.end, of.get(mark.end)})
        if mark.key in sides and not beside:
            out.append(Mark(mark.group, sides[mark.key], mark.form, mark.start, mark.end))
    return out
