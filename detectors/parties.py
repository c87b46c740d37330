"""Who the parties are: what kind each is, on whose side it stands, whom it fights, whose captives are hostages."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from detectors.language import parties as known_parties


def _entry(party: str) -> Mapping[str, Any]:
    """What the data say of a party; nothing of a state that they leave to CLDR."""
    return known_parties().get(party, {})


@cache
def is_organisation(party: str) -> bool:
    """Whether the party can only help: it holds no prisoners of its own."""
    return bool(_entry(party).get("kind") == "organisation")


@cache
def is_group(party: str) -> bool:
    """Whether the party is an armed group: whoever it holds outside a war are hostages."""
    return bool(_entry(party).get("kind") == "group")


def is_bloc(party: str) -> bool:
    """Whether the party is several states that act together."""
    return bool(_entry(party).get("kind") == "bloc")


@cache
def bloc_against(party: str) -> str | None:
    """The bloc that fights a party together."""
    return next((name for name in known_parties() if is_bloc(name) and opponent(name) == party), None)


@cache
def camp(party: str) -> str:
    """The side that a party stands on: Palestinians and Hamas are one, and so are those that the data count as one."""
    entry = _entry(party)
    return camp(str(entry["is"])) if "is" in entry else str(entry.get("camp", party))


@cache
def opponent(party: str) -> str | None:
    """The other side of a party's war, where it has one that goes without saying."""
    other = _entry(party).get("opponent")
    return str(other) if other else None


def foes(side: str) -> frozenset[str]:
    """The camps that a camp fights, where a text names them: more than the one that goes without saying.

    Only one side need know of it: the Taliban fought the United States and Afghanistan, Hezbollah an army of Syria's.
    """
    return _wars().get(side, frozenset())


@cache
def _wars() -> Mapping[str, frozenset[str]]:
    """By camp, all that it fights."""
    out: dict[str, set[str]] = {}
    for name, entry in known_parties().items():
        for foe in filter(None, (opponent(name), *entry.get("foes", ()))):
            out.setdefault(camp(name), set()).add(camp(foe))
            out.setdefault(camp(foe), set()).add(camp(name))
    return {side: frozenset(each) for side, each in out.items()}


@cache
def rebels_of(state: str) -> str | None:
    """The armed group that news of a state mean by "the rebels", though it fights others as well."""
    rebels = _entry(state).get("rebels")
    return str(rebels) if rebels else None


def rebels_for_another(state: str, named: Iterable[str]) -> str | None:
    """Whom news of a state at war with another mean by "the rebels": those at home in it who fight for the other.

    The first of `named` that are of their kind, else the usual ones: Luhansk's where the news tell of these.
    """
    usual = rebels_of(state)
    if usual is None or camp(usual) != camp(opponent(state) or ""):
        return None
    home = _entry(usual).get("home")
    return next((each for each in named if _entry(each).get("home") == home and camp(each) == camp(usual)), usual)


def namesakes(named: Mapping[str, int]) -> Mapping[str, str]:
    """Parties whose name alone means another here: the Taliban in news of Pakistan that tell of no other party.

    Of a state that is no more, it does so wherever that is named: Belgrade is Yugoslavia's then. `named`: how often
    each party is; a neighbour told of once in passing is no party to it.
    """
    return {
        name: party
        for name, party in _called()
        if name in named
        and (land := opponent(party) or party) in named
        and not any(
            (is_part(other, name) or _fights(other, name)) and (times > 1 or named[land] <= 1)
            for other, times in named.items()
            if other not in {name, party}
        )
    }


@cache
def _called() -> tuple[tuple[str, str], ...]:
    """The parties by whose names alone others may be meant, with these."""
    return tuple((name, party) for party, entry in known_parties().items() for name in entry.get("called", ()))


def is_part(party: str, group: str) -> bool:
    """Whether the party has a part in an armed group's war: its enemy, its home, or its own side."""
    return camp(party) in {camp(group), camp(opponent(group) or group), home_of(group)}


# Who a text calls by what it is alone, where it names no side that it can be: an armed group that is told as nobody.
NOBODY = "unnamed group"


@cache
def is_broker(party: str) -> bool:
    """Whether the state often carries others' exchanges through."""
    return bool(_entry(party).get("broker"))


@cache
def carries(party: str) -> bool:
    """Whether the organisation takes people over the lines for both sides."""
    return bool(_entry(party).get("carries"))


@cache
def are_allies(one: str, other: str) -> bool:
    """Whether two parties belong to one bloc, or one is the other's bloc."""
    return any(one in bloc and other in bloc for bloc in _blocs())


@cache
def are_rivals(one: str, other: str) -> bool:
    """Whether two states stand against each other without a war, by themselves or by their blocs: Russia and the West.

    A state that carries others' exchanges through is mostly there for that.
    """
    if is_broker(one) or is_broker(other):
        return False
    return sets_itself_against(one, other) or sets_itself_against(other, one)


def sets_itself_against(one: str, other: str) -> bool:
    """Whether the data of the one name the other, or its bloc, as what it stands against."""
    against = _entry(one).get("rivals", ())
    return other in against or any(bloc in against and are_allies(other, bloc) for bloc in against)


@cache
def stand_against(one: str, other: str) -> bool:
    """Whether two camps are at war, or hold each other's people without one."""
    return other in foes(one) or are_rivals(one, other)


@cache
def _blocs() -> tuple[frozenset[str], ...]:
    return tuple(frozenset({name, *entry["members"]}) for name, entry in known_parties().items() if "members" in entry)


@cache
def home_of(group: str) -> str | None:
    """The state whose people an armed group's fighters are: its own word for it, else the one it fights."""
    if not is_group(group):
        return None
    home = _entry(group).get("home") or opponent(group)
    return None if home is None or is_group(home) else home


@cache
def are_at_war(one: str, other: str) -> bool:
    """Whether two states fight each other, by themselves, by an ally or by an armed group that is at home in one."""
    return any(_fights(*pair) for pair in ((one, other), (other, one)))


@cache
def is_war_of_armies(one: str, other: str) -> bool:
    """Whether two parties fight a war whose captives are soldiers unless they are called otherwise."""
    pairs = ((camp(one), camp(other)), (camp(other), camp(one)))
    return any(_entry(party).get("armies") and opponent(party) == enemy for party, enemy in pairs)


def _fights(one: str, other: str) -> bool:
    enemy = opponent(one)
    if enemy is not None and (camp(enemy) == camp(other) or are_allies(enemy, other)):
        return True
    return any(home_of(group) == one and camp(opponent(group) or "") == camp(other) for group in known_parties())


@cache
def is_rebel_of(group: str, state: str) -> bool:
    """Whether the armed group is one of the state's own land, which news name with it: "Yemen's Houthis".

    Who fights for a people with a state of its own is not: Hamas is nobody's in Israel.
    """
    return home_of(group) == state and camp(group) not in _peoples_with_a_state()


@cache
def _peoples_with_a_state() -> frozenset[str]:
    """The camps that a state is of, by the data's word."""
    states = (entry for entry in known_parties().values() if entry.get("kind") == "state")
    return frozenset(entry["camp"] for entry in states if "camp" in entry)


def takes_hostages(party: str, *, soldiers: bool = False) -> bool:
    """Whether the world calls this group's captives hostages; `soldiers`: even those in uniform."""
    captives = _entry(party).get("captives")
    return captives == "all hostages" or (captives == "hostages" and not soldiers)


def imprisons(group: str) -> bool:
    """Whether the group rules and keeps prisons, so that its enemy's people are prisoners there, however taken."""
    return _entry(group).get("captives") == "prisoners"


def governs(group: str, day: date | None = None) -> bool:
    """Whether the group rules a state on that day, so that whom it holds are its prisoners, unless kidnapped."""
    since = _entry(group).get("ruling")
    return _entry(group).get("captives") == "detainees" and (day is None or since is None or day >= since)


def is_bystander(state: str, group: str) -> bool:
    """Whether the party has no part in the armed group's war, so that its people can only be hostages there."""
    enemy = opponent(group)
    foe = opponent(state) is not None and camp(opponent(state) or "") == camp(group)
    apart = not (foe or is_part(state, group) or are_allies(state, enemy or group))
    return enemy is not None and is_group(group) and not is_group(state) and apart
