"""Who says so: organs, people and sides by the names that readers know, each once."""

import re
from collections.abc import Sequence

from bot.render.text import clean
from bot.render.words import Words
from detectors import Transfer

NAMES_SHOWN = 3

_OWNED = re.compile(r"(?P<owner>.+?)(?:'s|(?<=s)'|’s|(?<=s)’) (?P<organ>[^'’]+)")


def names(say: Words, parties: Sequence[str], *, within: bool = True) -> str:
    """Parties or speakers as a list, in the form that stands `within` a sentence; beyond three: "and 2 others"."""
    shown = list(dict.fromkeys(name_of(say, party, within=within) for party in parties))
    if len(shown) > NAMES_SHOWN:
        left = len(shown) - NAMES_SHOWN + 1
        shown = [*shown[: NAMES_SHOWN - 1], say.count("list-more", left)]
    return say.join(shown)


# How an organ is told, which are no organs themselves: a speaker may be called "of" or "alone".
_PHRASES = frozenset({"organ-of", "organ-alone"})


def name_of(say: Words, name: str, *, within: bool = True) -> str:
    """A party, a person or an organ ("Russia's defence ministry") as the reader's language calls it."""
    owned = _OWNED.fullmatch(name)
    organ = _organ(owned["organ"] if owned else name)
    if not organ or organ in _PHRASES or not say.has(organ):
        return clean(say.names.form(name, "within" if within else "name") or name)
    if not owned:
        return say.say("organ-alone", organ=say.say(organ), which=organ)
    owner, of = owned["owner"], say.names.form(owned["owner"], "of")
    whose = clean(of or say.names.form(owner, "within") or owner)
    return say.say("organ-of", organ=say.say(organ), owner=whose, known="yes" if of else "no", which=organ)


def number_of(say: Words, names: Sequence[str]) -> int:
    """How many speak, for the form of the verb: one that is plural by itself ("the Houthis") counts as two."""
    if len(names) != 1:
        return len(names)
    owned = _OWNED.fullmatch(names[0])
    return 2 if {names[0], _organ(owned["organ"] if owned else names[0])} & say.names.plural else 1


def _organ(name: str) -> str:
    return "organ-" + re.sub(r"[^a-z]+", "-", name.lower().replace("defense", "defence"))


def speakers(transfer: Transfer) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who says a transfer's figure and who confirms it, nobody twice.

    An organ that is named with its owner is not named without it as well, nor the owner beside its own organ; who says
    it does not confirm it.
    """
    said = _once(transfer.claimed_by)
    return said, tuple(name for name in _once((*said, *transfer.confirmed_by)) if name not in said)


def _once(names: Sequence[str]) -> tuple[str, ...]:
    owned = [match for name in names if (match := _OWNED.fullmatch(name))]
    owners, organs = {match["owner"] for match in owned}, {_organ(match["organ"]) for match in owned}
    first = {_organ(name): name for name in reversed(names)}
    kept = [name for name in names if name not in owners and _organ(name) not in organs]
    return tuple(dict.fromkeys(first[_organ(name)] for name in kept))
