"""A cheap look over a text, an automaton over one language's forms: whether it could be about an exchange."""

from collections.abc import Iterable, Mapping

import ahocorasick

from detectors.lexicon import GAP, alternatives
from detectors.text import fold

_PEOPLE, _MOVE, _NATION, _PERSON, _SWAP = 1, 2, 4, 8, 16
_ROLES = {
    ("people", "prisoners_of_war"): _PEOPLE,
    ("people", "prisoners"): _PEOPLE,
    ("people", "hostages"): _PEOPLE,
    ("people", "soldiers"): _PEOPLE,
    ("people", "civilians"): _PEOPLE,
    ("people", "children"): _PEOPLE,
    ("people", "bodies"): _PEOPLE,
    ("held", "captivity"): _PEOPLE,
    ("single", "person"): _PERSON,
    ("count", "for"): _SWAP,  # "in exchange for"; in one word it joins anything
    ("swap", "noun"): _MOVE | _SWAP,
    ("swap", "done"): _MOVE | _SWAP,
    ("swap", "present"): _MOVE | _SWAP,
    ("swap", "headline"): _MOVE | _SWAP,
    ("release", "noun"): _MOVE,
    ("release", "done"): _MOVE,
    ("release", "present"): _MOVE,
    ("release", "headline"): _MOVE,
    ("receive", "done"): _MOVE,
    ("receive", "headline"): _MOVE,
    ("return", "noun"): _MOVE,
    ("return", "done"): _MOVE,
    ("return", "present"): _MOVE,
    ("return", "headline"): _MOVE,
    ("return", "home"): _MOVE,
    **{(kind, key): _MOVE for kind in ("swap", "release", "receive", "return") for key in ("future", "base")},
}


# How far apart, in characters, a word for people and one for moving them may stand.
_NEAR = 160
_CLOSE = 80


class Prefilter:
    """Passes a text in which a word for people who can be exchanged stands near a word for moving them."""

    def __init__(self, forms: Mapping[tuple[str, str, str], Iterable[str]]) -> None:
        roles: dict[str, int] = {}
        for (group, key, kind), each in forms.items():
            role = _ROLES.get((group, key), _NATION if kind == "national" else 0)
            for form in each if role else ():
                # "let … go": such verbs are everyday words, and never the only ones in a report
                if GAP in form or ((group, key) == ("count", "for") and " " not in form):
                    continue
                for one in alternatives(form):
                    stem = fold(one).split("*")[0].strip() or fold(one).strip("*")
                    roles[stem] = roles.get(stem, 0) | role
        self._automaton = ahocorasick.Automaton()
        for stem, role in roles.items():
            self._automaton.add_word(stem, (role, len(stem)))
        self._automaton.make_automaton()
        self._numbers = frozenset(
            fold(form) for (group, key, _), each in forms.items() if group == "number" and key != "and" for form in each
        )

    def passes(self, text: str) -> bool:
        """Whether the folded text is worth reading; forms may begin anywhere in a word, which errs on the safe side."""
        people = move = person = swap = free = -2 * _NEAR
        for end, (role, length) in self._automaton.iter(text):
            if role & _PEOPLE or (role & _NATION and self._is_counted(text, end - length + 1)):
                people = end
            if role & _MOVE:
                move = end
            if role & _MOVE and not role & _SWAP:
                free = end
            if role & _PERSON:  # an exchange of somebody told of alone ("in swap for arms dealer")
                person = end
            if role & _SWAP:
                swap = end
            # "home after a swap with Iran": somebody told by name alone
            one = end - swap <= _NEAR and (end - person <= _NEAR or end - free <= _CLOSE)
            if one or (end - people <= _NEAR and end - move <= _NEAR):
                return True
        return False

    def _is_counted(self, text: str, start: int) -> bool:
        """Whether a number stands right before a people's name ("106 Russians")."""
        before = text[max(0, start - 16) : start].split()
        return bool(before) and text[start - 1] == " " and (before[-1].isdigit() or before[-1] in self._numbers)
