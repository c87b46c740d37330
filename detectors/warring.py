"""Which parties a text means by "the government", "the rebels", "the coalition": those of the war that it tells of."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from detectors.language import LEADER
from detectors.lexicon import Mark
from detectors.parties import (
    NOBODY,
    bloc_against,
    camp,
    governs,
    home_of,
    is_group,
    is_rebel_of,
    namesakes,
    opponent,
    rebels_for_another,
    rebels_of,
)
from detectors.tables import COALITION, GOVERNMENT, LAND, REBELS, SIDES, UNNAMED


def sides_of(marks: Iterable[Mark]) -> Mapping[str, str]:
    """Whom "the government", "the rebels" and "the coalition" stand for, and names that mean others than elsewhere.

    That is the armed group named most and the state and the bloc that it fights, else a state that fights a group;
    where the group's own land is named more than the foreign state that it fights, that land's government is meant.
    Where two states at war are named and no armed group, a third one's rebels are nobody: "the group" in news of Russia
    and Ukraine that tell of a Moroccan.
    Where no armed group is named, nor two who are enemies, "the kidnappers", "a tribe" are a side without a name; where
    a state is at war with another, "the rebels" are those at home in it who fight for that one.
    """
    times = Counter(mark.key for mark in marks if mark.group == "party" and mark.key not in SIDES)
    local = namesakes(times)
    named: Counter[str] = Counter()
    groups: dict[str, str] = {}  # of each camp the group that is named most
    armed: set[str] = set()  # the camps of those named, not of a people for whom one of them fights
    for party, often in times.most_common():
        meant = local.get(party, party)
        named[camp(meant)] += often
        armed |= {camp(meant)} if is_group(meant) else set()
        groups.setdefault(camp(meant), meant if is_group(meant) else camp(meant))
    sides = [side for side, _ in named.most_common() if side in armed or not is_group(side)]
    states_at_war = any(opponent(side) in sides for side in sides if not is_group(side))
    for party in sorted(sides, key=is_group, reverse=True):
        other = opponent(party) or (rebels_of(party) if armed or not states_at_war else None)
        if other is not None and is_group(party) != is_group(other):
            rebels, state = (party, other) if is_group(party) else (_named_for(other, party, named, times), party)
            home = home_of(rebels) or state
            ruled = governs(rebels) and (home in named or camp(state) not in named)
            if ruled or named[camp(home)] > named[camp(state)]:
                state = home  # who rules where the Taliban come from, not who fights them there
            bloc = bloc_against(rebels)
            called = {REBELS: groups.get(rebels, rebels), GOVERNMENT: state}
            called |= {COALITION: bloc} if bloc is not None else {}
            called |= {_NAMED: called[REBELS]} if called[REBELS] in times else {}
            return {**local, **called} | ({} if any(map(is_group, times)) else {UNNAMED: NOBODY})
    if not any(map(opponent, named)):
        return {**local, UNNAMED: NOBODY}
    most = [party for party, _ in times.most_common()]
    separatists = next(filter(None, (rebels_for_another(side, most) for side in sides)), None)
    return local if separatists is None else {**local, UNNAMED: separatists}


# Up to so many words behind "the head of the government" their family name stands.
_FIRST_NAMES = 3
# The key of the rebels that a text calls by their name as well, so that "Yemeni rebels" are they.
_NAMED = "named rebels"


def _means_another(mark: Mark, sides: Mapping[str, str]) -> bool:
    """Whether a party's name stands for another here; a state's own name for no group: Serbia, but "Serb" fighters.

    Nor does a people's name stand for a state: five Serbs are Serbia's where Belgrade is Yugoslavia's.
    """
    if mark.key not in sides or mark.key in SIDES:
        return False
    return is_group(mark.key) or (mark.form == "national") == is_group(sides[mark.key])


def _named_for(rebels: str, state: str, named: Counter[str], times: Counter[str]) -> str:
    """The group most named, where a state's usual rebels are not: "the organisation" is the Islamic State then.

    A group that fights another state is not theirs (Hamas in news of Syria), who fought that state before having one
    is: the movement of South Sudan.
    """
    if rebels in named:
        return rebels
    foes = (each for each, _ in times.most_common() if opponent(each) == state)
    groups = (each for each, _ in named.most_common() if is_group(each) and opponent(each) in {None, state})
    return next(groups, next(foes, rebels))


def known(marks: Sequence[Mark], words: Sequence[str], sides: Mapping[str, str]) -> list[Mark]:
    """The marks, "the government" and its like as marks of their party; without those that nobody stands for.

    Beside a name ("the Syrian government", "rebels of the M23", "the head of the government Benjamin Netanyahu") they
    say no more than it does; a nation's adjective only tells whose armed group it is, and is no word for people whom
    that holds ("Albanian rebels let five go").
    """
    keys = {mark.key for mark in marks}
    if not keys.isdisjoint(sides.keys() - SIDES):
        marks = [replace(mark, key=sides[mark.key]) if _means_another(mark, sides) else mark for mark in marks]
    if keys.isdisjoint(SIDES):
        return list(marks)
    names = [mark for mark in marks if mark.group == "party" and mark.key not in SIDES]
    of = {mark.start: mark.end for mark in marks if mark.group == "role" and mark.key == "of"}
    # within one word with a name: "الحكومة والحوثيين", "הממשלה לחות'ים"
    joints = {mark.start for mark in marks if mark.start == mark.end and mark.group == "role" and mark.key != "of"}
    begins, ends = {mark.start for mark in names} - joints, {mark.end for mark in names} - joints
    heads = {mark.end for mark in marks if mark.key == "prime_minister"}
    rebels = {(mark.start, mark.end) for mark in marks if mark.key == REBELS}
    lands = _lands(marks, names)
    out = []
    for mark in marks:
        if mark.key not in SIDES:
            out.append(replace(mark, form=LAND) if lands and mark in lands else mark)
            continue
        owned = words[mark.start - 2 : mark.start] == ("'", "s") and mark.start - 2 in ends
        near = range(mark.end, mark.end + (_FIRST_NAMES if mark.end in heads else 1))
        beside = mark.start in ends or owned or not begins.isdisjoint({*near, of.get(mark.end)})
        beside = beside or _is_in_a_name(mark, names) or _is_of_a_leader(of.get(mark.end), marks, begins)
        theirs = {land.key for land, group in lands.items() if group == (mark.start, mark.end)}
        local = any(is_rebel_of(sides.get(_NAMED, ""), land) for land in theirs)
        if mark.key == UNNAMED:
            as_rebels = (mark.start, mark.end) in rebels
            if as_rebels and REBELS in sides and (local or not theirs):
                continue  # "the rebels" of a land whose rebels are known
            if not as_rebels and sides.get(UNNAMED) != NOBODY:
                continue  # pirates and kidnappers are no separatists
            local = bool(theirs)  # "Colombian rebels", whoever they are
        if mark.key in sides and (local or not beside):
            out.append(Mark(mark.group, sides[mark.key], mark.form, mark.start, mark.end))
    return out


def _is_in_a_name(mark: Mark, names: Sequence[Mark]) -> bool:
    """Whether the word is the beginning of a longer name: "l'armée" of "l'Armée du Liban-Sud"."""
    return any(mark.start < name.start < mark.end < name.end for name in names)


def _is_of_a_leader(at: int | None, marks: Sequence[Mark], begins: Collection[int]) -> bool:
    """Whether "of" and a first name stand before a leader's: "el gobierno de Nicolás Maduro"."""
    if at is None or at + 1 not in begins:
        return False
    leader = any(mark.form.startswith(LEADER) for mark in marks if mark.group == "party" and mark.start == at + 1)
    return leader and not any(mark.start <= at < mark.end for mark in marks)


def _lands(marks: Sequence[Mark], names: Sequence[Mark]) -> Mapping[Mark, tuple[int, int]]:
    """Words that only tell whose armed group is spoken of, with where it stands: "Albanian rebels", "Mali jihadists".

    A number counts people of that nation ("five Malian rebels"), and others may stand between ("let rebels Malian
    soldiers go", as German orders its words).
    """
    groups = {(mark.start, mark.end) for mark in marks if mark.key in {REBELS, UNNAMED} and mark.form == "name"}
    starts, ends = {start: (start, end) for start, end in groups}, {end: (start, end) for start, end in groups}
    counts = {mark.end for mark in marks if mark.group == "number"}
    people = {mark.start for mark in marks if mark.group in {"people", "single"}}
    out = {}
    for name in names:
        if name.form not in {"national", "name"} or is_group(name.key):
            continue
        ahead, behind = starts.get(name.end), ends.get(name.start) if name.form == "national" else None
        if ahead is not None and name.start not in counts:
            out[name] = ahead
        elif behind is not None and behind[0] not in counts and name.end not in people:
            out[name] = behind
    return out
