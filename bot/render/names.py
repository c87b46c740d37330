"""Names of parties, people and agreements in a reader's language, with the forms that its sentences need.

States are named as CLDR has them; the files `names/xx.toml` add the rest. A name that no file has stays as it is.
"""

import re
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from babel import Locale

# How the detector calls states and unions that CLDR knows by other English names.
_CODES = {
    "DR Congo": "CD",
    "European Union": "EU",
    "Myanmar": "MM",
    "North Macedonia": "MK",
    "Palestine": "PS",
    "Turkey": "TR",
    "UAE": "AE",
    "UK": "GB",
    "United Nations": "UN",
    "US": "US",
    "USA": "US",
}


@dataclass(frozen=True, slots=True)
class Names:
    """What a language calls those who take part.

    `forms`: by English name, `name` (alone), `within` (in a sentence, as the verb of saying asks), `to` (to whom people
    are returned) and `of` (whose organ it is), where they are not the name itself; `inflected`: the forms that never
    are; `plural`: the names and organs that take a verb in the plural. `people`, `places` and `deals` ("under the
    Istanbul agreements"): by English name. `grouped_from`: the least number whose digits stand in groups.
    """

    language: str
    forms: Mapping[str, Mapping[str, str]]
    people: Mapping[str, str]
    places: Mapping[str, str]
    deals: Mapping[str, str]
    inflected: frozenset[str]
    plural: frozenset[str]
    grouped_from: int

    def form(self, party: str, form: str) -> str | None:
        """The form of a party's name; None where the language inflects names and that of this one is not known."""
        known = self.forms.get(party, {})
        if form in known:
            return known[form]
        name = known.get("within") if form != "name" else None
        if form not in self.inflected:
            return name or known.get("name") or self.people.get(party) or _state(party, self.language) or party
        return None

    def place(self, name: str) -> str:
        """A place as the language calls it, or as it stands."""
        return self.places.get(name) or self.form(name, "name") or name


@cache
def names_in(language: str) -> Names:
    """The names that a language's file holds."""
    file = resources.files(__package__).joinpath("names", f"{language}.toml")
    data: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}
    return Names(
        language=language,
        forms={party: _forms(value) for party, value in data.get("parties", {}).items()},
        people=data.get("people", {}),
        places=data.get("places", {}),
        deals=data.get("deals", {}),
        inflected=frozenset(data.get("inflected", ())),
        plural=frozenset(data.get("plural", ())),
        grouped_from=data.get("grouped_from", 1000),
    )


def party_code(party: str) -> str:
    """How links and buttons carry a party: its ISO 3166 code in small letters ("ua"), else its name ("haftar-forces").

    ASCII letters, digits and hyphens only, as far as the name has any.
    """
    code = _CODES.get(party) or _english_states().get(party)
    plain = unicodedata.normalize("NFKD", party).encode("ascii", "ignore").decode()
    return (code or "-".join(re.findall(r"[A-Za-z0-9]+", plain))).lower()


def _forms(value: str | Mapping[str, str]) -> Mapping[str, str]:
    return {"name": value} if isinstance(value, str) else value


@cache
def _state(party: str, language: str) -> str | None:
    code = _CODES.get(party) or _english_states().get(party)
    return Locale.parse(language).territories.get(code) if code else None


@cache
def _english_states() -> Mapping[str, str]:
    return {name: code for code, name in Locale.parse("en").territories.items() if code.isalpha()}
