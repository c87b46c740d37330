"""A cheap look over a text, an automaton over one language's forms: whether it could be about an exchange."""

from collections.abc import Iterable, Mapping

import ahocorasick

from detectors.text import fold

_PEOPLE, _MOVE = 1, 2
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
}


class Prefilter:
    """Passes a text that holds a word for people who can be exchanged and a word for moving them."""

    def __init__(self, forms: Mapping[tuple[str, str, str], Iterable[str]]) -> None:
        self._automaton = ahocorasick.Automaton()
        roles: dict[str, int] = {}
        for (group, key, _), each in forms.items():
            role = _ROLES.get((group, key))
            if role is not None:
                for form in each:
                    stem = fold(form.split("|")[0]).split("*")[0].strip()
                    if stem:
                        roles[stem] = roles.get(stem, 0) | role
                    else:
                        tail = fold(form).strip("*")
                        roles[tail] = roles.get(tail, 0) | role
        for stem, role in roles.items():
            self._automaton.add_word(stem, (role, len(stem)))
        self._automaton.make_automaton()

    def passes(self, text: str) -> bool:
        """Whether the folded text is worth reading; forms may begin anywhere in a word, which errs on the safe side."""
        found = 0
        for _, (role, _) in self._automaton.iter(text):
            found |= role
            if found == _PEOPLE | _MOVE:
                return True
        return False
