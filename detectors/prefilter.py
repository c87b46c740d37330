"""A cheap look over a text, an automaton over one language's forms: whether it could be about an exchange."""

from array import array
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

from ahocorasick_rs import AhoCorasick, Implementation

from detectors.lexicon import GAP, alternatives
from detectors.text import fold

# What a word may be, one bit each, so that a role (an int) holds all that one word is.
_KINDS = tuple(1 << n for n in range(21))
# Where it may stand: behind a letter, before one. Neither: it is a word by itself ("pow", and not "power").
_INSIDE, _GOES_ON = 1 << 21, 1 << 22
# From this bit on stands the number of the party that a word names; 0 where that does not matter.
_PARTY = 23
(
    _PEOPLE,
    _MOVE,
    _NATION,
    _PERSON,
    _SWAP,
    _FREE,
    _FREED,
    _ANYONE,
    _HOLDER,
    _VERB,
    _SOMEBODY,
    _COUNTED,
    _LET,
    _BACK,
    _GOT,
    _HELD,
    _FREES,
    _SWAPPED,
    _TWO,
    _STRANGER,
    _CAPTIVE,
) = _KINDS
_FREEING = ("release", "return")
_ROLES = {
    **{("people", key): _PEOPLE | _CAPTIVE for key in ("prisoners_of_war", "prisoners", "hostages", "bodies")},
    **{("people", key): _PEOPLE for key in ("soldiers", "civilians", "children")},
    ("people", "persons"): _ANYONE,
    ("people", "parts"): _SOMEBODY,
    ("held", "captivity"): _PEOPLE,
    ("held", "by"): _HELD,
    ("single", "person"): _PERSON | _SOMEBODY,
    ("count", "for"): _SWAP,  # "in exchange for"; in one word it joins anything
    **{("swap", key): _MOVE | _SWAP for key in ("noun", "present", "headline")},
    ("swap", "done"): _MOVE | _SWAP | _SWAPPED,
    **{(kind, key): _MOVE for kind in ("swap", "release", "receive", "return") for key in ("future", "base")},
    **{("receive", key): _MOVE | _GOT for key in ("done", "headline")},
    **{(kind, "noun"): _MOVE for kind in _FREEING},
    **{(kind, key): _MOVE | _FREED for kind in _FREEING for key in ("present", "headline", "home")},
    **{("release", key): _MOVE | _FREED | _FREES for key in ("present", "headline")},
    ("release", "done"): _MOVE | _FREED | _FREES | _LET,
    ("return", "done"): _MOVE | _FREED | _BACK,
    ("return", "home"): _MOVE | _FREED | _BACK,
}


# What makes a text worth reading: words of all these kinds, none further back than so many characters.
_TOGETHER = (
    ((_PEOPLE, 160), (_MOVE, 160)),
    ((_SWAP, 160), (_PERSON, 160)),  # an exchange of somebody told of alone ("in swap for arms dealer")
    ((_SWAP, 160), (_FREE, 80)),  # "home after a swap with Iran": somebody told by name alone
    ((_ANYONE, 40), (_FREED, 40)),  # "sets free 14 men"
    ((_HOLDER, 40), (_SOMEBODY, 40), (_VERB, 40)),  # "Taliban let American go"
    ((_HELD, 80), (_FREED, 80)),  # "held by Iran for seven years, is released"
    ((_COUNTED, 40), (_GOT, 40)),  # "brings 173 Bangladeshis home"
    ((_COUNTED, 40), (_VERB, 40)),  # "sends 95 Indian fishermen home"
    ((_CAPTIVE, 40), (_VERB, 40)),  # "hands 18 prisoners back"
    ((_CAPTIVE, 40), (_GOT, 40)),  # "gets four prisoners back"
    ((_LET, 40), (_BACK, 40)),  # "freed and back in Britain": somebody told by name alone
    ((_TWO, 40), (_SWAP, 40)),  # "Israel and Hamas hold sixth swap"
    ((_HOLDER, 40), (_SWAPPED, 40)),  # "Russia has swapped Griner"
    ((_STRANGER, 40), (_FREES, 40)),  # "China frees Canadians"
    ((_HOLDER, 40), (_FREES, 40)),  # "FARC frees Rojas and González": somebody told by name alone
)


@cache
def _kinds_of(role: int) -> tuple[tuple[int, ...], tuple[tuple[int, tuple[tuple[int, int], ...]], ...]]:
    """The kinds that a word is of, and what of the above it may complete, behind all that it takes together."""
    kinds = tuple(kind for kind in _KINDS if role & kind)
    completed = (each for each in _TOGETHER if any(role & kind for kind, _ in each))
    return kinds, tuple((sum(kind for kind, _ in each), each) for each in completed)


def _implied(role: int) -> int:
    """What a word of these kinds is as well."""
    free = _FREE if role & _MOVE and not role & _SWAP else 0
    verb = _VERB if role & _MOVE else 0
    return free | verb | (_SOMEBODY if role & (_PEOPLE | _ANYONE | _NATION) else 0)


def _role(group: str, key: str, kind: str, holders: Container[str]) -> int:
    """The kinds that the words of a table in a language's file are of, together; 0 for those that do not matter."""
    if group == "party":
        return (_NATION if kind == "national" else 0) | (_HOLDER if key in holders else 0)
    return _ROLES.get((group, key), 0)


def _numbered(forms: Iterable[tuple[str, str, str]], captors: Container[str]) -> dict[str, int]:
    """The bits that tell apart the parties of which a national's word is known, and those who take foreigners."""
    parties = (key for group, key, kind in forms if group == "party" and (kind == "national" or key in captors))
    return {key: n << _PARTY for n, key in enumerate(dict.fromkeys(parties), 1)}


def _stems(form: str, role: int) -> Iterator[tuple[str, int]]:
    """What to look for in a text for the ways to write a form, each with the kinds that it is of there."""
    for one in alternatives(fold(form)):
        verb, gap, _ = one.partition(GAP)
        first, star, _ = verb.strip().partition("*")
        stem = first.strip() or verb.strip("* ")
        if stem and not gap:
            yield stem, role | (_GOES_ON if star else 0) | (0 if first else _INSIDE)
        elif stem and role & (_FREED | _GOT):
            # "let … go": such verbs are everyday words, and alone in a report only beside who holds whom
            yield f" {stem} ", (_VERB if role & _FREED else _GOT) | _INSIDE | _GOES_ON


def _covered(kinds: Mapping[str, int]) -> set[str]:
    """The stems for which what they begin with is enough to find them, or the words that they end with."""
    out: set[str] = set()
    beginnings: list[str] = []  # what a stem begins with stands right before it, or what that begins with
    for stem in sorted(kinds):
        role = kinds[stem]
        while beginnings and not stem.startswith(beginnings[-1]):
            beginnings.pop()
        # What a nation's name begins with parts it from its number.
        words = () if role & _NATION else (at + 1 for at, char in enumerate(stem[:-1]) if char == " ")
        if any((role | _GOES_ON) & ~kinds[each] == 0 for each in beginnings) or any(
            role & ~(kinds.get(stem[at:], 0) | _INSIDE) == 0 for at in words
        ):
            out.add(stem)
        beginnings.append(stem)
    return out


# How near two parties' names stand that are told of together, and captives who go for captives; how far behind
# "swapped" its "for" may end.
_BESIDE, _PRICE = 40, 12


class Prefilter:
    """Passes a text in which a word for people who can be exchanged stands near a word for moving them."""

    def __init__(
        self,
        forms: Mapping[tuple[str, str, str], Iterable[str]],
        holders: Container[str] = (),
        captors: Container[str] = (),
        *,
        joined: bool = False,
    ) -> None:
        """`holders` are the parties that hold people in a war, `captors` those and who takes foreigners without one.

        `joined`: several words may be written as one.
        """
        anywhere = _INSIDE | _GOES_ON if joined else 0
        roles: dict[str, int] = {}
        parties = _numbered(forms, captors)
        for word, each in forms.items():
            role = _role(*word, holders)
            if word[0] == "party" and (role or word[1] in captors):
                role |= parties.get(word[1], 0)
            for form in each if role else ():
                if word[:2] == ("count", "for") and " " not in form:
                    continue
                for stem, meant in _stems(form, role):
                    roles[stem] = roles.get(stem, 0) | meant | anywhere
        kinds = {stem: role | _implied(role) for stem, role in roles.items()}
        covered = _covered(kinds)
        wanted = [stem for stem in kinds if stem not in covered]
        self._roles = array("L", [kinds[stem] for stem in wanted])
        # The library's own choice for few words is a table that takes twenty times the memory.
        self._automaton = AhoCorasick(wanted, implementation=Implementation.ContiguousNFA, store_patterns=False)
        self._prices = frozenset(fold(form) for form in forms.get(("count", "for", ""), ()))
        self._numbers = frozenset(
            fold(form) for (group, key, _), each in forms.items() if group == "number" and key != "and" for form in each
        )

    def passes(self, text: str) -> bool:
        """Whether the folded text is worth reading."""
        last: dict[int, int] = {}  # where each kind was met
        met = 0
        party, nation, named = 0, 0, -_BESIDE  # who was named last, whether as a people, and where
        held = -_BESIDE  # where captives were told of last
        for word, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True):
            role = self._roles[word]
            if not role & _INSIDE and text[start - 1 : start].isalpha():
                continue
            if not role & _GOES_ON and text[end : end + 1].isalpha():
                continue
            counted = role & _NATION and self._is_counted(text, start)
            role |= _PEOPLE | _COUNTED if counted else 0
            if who := role >> _PARTY:
                if who != party and start - named <= _BESIDE:
                    role |= _TWO | (_STRANGER if (role | nation) & _NATION else 0)
                party, nation, named = who, role, end
            if (role & _SWAPPED and self._is_for(text, end)) or (role & _CAPTIVE and self._joins(text, held, start)):
                return True
            held = end if role & _CAPTIVE else held
            met |= role
            kinds, completed = _kinds_of(role)
            for kind in kinds:
                last[kind] = end
            for all_kinds, each in completed:
                if met & all_kinds == all_kinds and all(end - last[kind] <= reach for kind, reach in each):
                    return True
        return False

    def _is_counted(self, text: str, start: int) -> bool:
        """Whether a number stands right before a people's name ("106 Russians")."""
        before = text[max(0, start - 16) : start].split()
        return bool(before) and text[start - 1] == " " and (before[-1].isdigit() or before[-1] in self._numbers)

    def _is_for(self, text: str, end: int) -> bool:
        """Whether "for" stands right behind a verb, so that somebody is told who it was for ("swapped for Bout")."""
        words = text[end : end + _PRICE].split()
        behind = words[1:2] if text[end : end + 1].isalpha() else words[:1]
        return not self._prices.isdisjoint(behind)

    def _joins(self, text: str, held: int, start: int) -> bool:
        """Whether "for" stands between two words for captives, which need no verb: "12 hostages for 36 prisoners"."""
        return 0 < start - held <= _BESIDE and not self._prices.isdisjoint(text[held:start].split())
