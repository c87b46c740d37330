"""Who the parties are: what kind each is, on whose side it stands, whom it fights, whose captives are hostages."""

from collections.abc import Mapping
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


@cache
def is_broker(party: str) -> bool:
    """Whether the state often carries others' exchanges through."""
    return bool(_entry(party).get("broker"))


@cache
def are_allies(one: str, other: str) -> bool:
    """Whether two parties belong to one bloc, or one is the other's bloc."""
    return any(one in bloc and other in bloc for bloc in _blocs())


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


def takes_hostages(party: str, *, soldiers: bool = False) -> bool:
    """Whether the world calls this group's captives hostages; `soldiers`: even those in uniform."""
    captives = _entry(party).get("captives")
    return captives == "all hostages" or (captives == "hostages" and not soldiers)


def is_bystander(state: str, group: str) -> bool:
    """Whether the party has no part in the armed group's war, so that its people can only be hostages there."""
    enemy = opponent(group)
    return (
        enemy is not None
        and is_group(group)
        and camp(state) not in {camp(enemy), camp(group)}
        and not are_allies(state, enemy)
    )
