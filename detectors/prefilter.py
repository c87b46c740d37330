"""A cheap look over a text, an automaton over one language's forms: whether it could be about an exchange."""

from collections.abc import Iterable, Mapping

import ahocorasick

from detectors.lexicon import GAP, alternatives
from detectors.text import fold

_PEOPLE, _MOVE, _NATION = 1, 2, 4
_ROLES = {
    ("people", "prisoners_of_war"): _PEOPLE,
    ("people", "prisoners"): _PEOPLE,
    ("people", "hostages"): _PEOPLE,
    ("people", "soldiers"): _PEOPLE,
    ("people", "civilians"): _PEOPLE,
    ("people", "children"): _PEOPLE,
    ("people", "bodies"): _PEOPLE,
    ("held", "captivity"): _PEOPLE,
    ("swap", "noun"): _MOVE,
    ("swap", "done"): _MOVE,
    ("swap", "present"): _MOVE,
    ("swap", "headline"): _MOVE,
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


class Prefilter:
    """Passes a text that holds a word for people who can be exchanged and a word for moving them."""

    def __init__(self, forms: Mapping[tuple[str, str, str], Iterable[str]]) -> None:
        roles: dict[str, int] = {}
        for (group, key, kind), each in forms.items():
            role = _ROLES.get((group, key), _NATION if kind == "national" else 0)
            for form in each if role else ():
                for one in alternatives(form):
                    stem = fold(one.split(GAP)[0]).split("*")[0].strip() or fold(one).strip("*")
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
        found = 0
        for end, (role, length) in self._automaton.iter(text):
            if role & _NATION and self._is_counted(text, end - length + 1):
                role |= _PEOPLE
            found |= role & ~_NATION
            if found == _PEOPLE | _MOVE:
                return True
        return False

    def _is_counted(self, text: str, start: int) -> bool:
        """Whether a number stands right before a people's name ("106 Russians")."""
        before = text[max(0, start - 16) : start].split()
        return bool(before) and text[start - 1] == " " and (before[-1].isdigit() or before[-1] in self._numbers)
