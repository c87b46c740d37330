"""Every state's names in every language, from CLDR, and the forms in which a text may write them."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from babel import localedata
from babel.core import get_global

_STATE = re.compile(r"[A-Z]{2}")
# CLDR's lists hold these beside the states.
_NO_STATES = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO", "AC", "TA", "DG", "EA", "IC", "CQ"})
# Islands and towns that belong to a state and have no army: nobody exchanges prisoners with them, and their names are
# common words ("La Réunion", "Jersey", "Guam", "Man").
_DEPENDENT = (
    "AI AQ AS AW AX BL BM BQ BV CC CK CW CX FK FO GF GG GI GL GP GS GU HK HM IM IO JE KY MF MO MP MQ MS NC NF NU PF PM "
    "PN PR RE SH SJ SX TC TF TK UM VG VI WF YT"
)
# CLDR's own name where ours differs (contract: "DR Congo", "Palestinians").
CANONICAL = {"Congo - Kinshasa": "DR Congo", "Palestinian Territories": "Palestinians", "Vatican City": "Holy See"}
# Shorter names of states are common words in some language ("Того", "Чад"): a file lists those that it wants.
SHORTEST_STATE = 5
# Capitals that stand for their states and are no other words, as CLDR's time zones name them: it has them in all
# languages. Those with a state's, a person's or a football club's name are left out (Panama, Sofia, Lima, Juba).
_CAPITALS = (
    "Africa/Addis_Ababa Africa/Algiers Africa/Bamako Africa/Bangui Africa/Brazzaville Africa/Bujumbura "
    "Africa/Dakar Africa/Freetown Africa/Kampala Africa/Khartoum Africa/Kigali Africa/Kinshasa "
    "Africa/Libreville Africa/Luanda Africa/Lusaka Africa/Maputo Africa/Mogadishu Africa/Monrovia Africa/Nairobi "
    "Africa/Ndjamena Africa/Niamey Africa/Nouakchott Africa/Ouagadougou Africa/Tripoli Africa/Windhoek "
    "America/Asuncion America/Bogota America/Caracas America/Havana America/Managua America/Montevideo "
    "America/Tegucigalpa Asia/Amman Asia/Ashgabat Asia/Baghdad Asia/Bangkok Asia/Beirut Asia/Bishkek Asia/Damascus "
    "Asia/Dhaka Asia/Dushanbe Asia/Jakarta Asia/Kabul Asia/Manila Asia/Muscat Asia/Phnom_Penh "
    "Asia/Pyongyang Asia/Riyadh Asia/Seoul Asia/Tashkent Asia/Tbilisi Asia/Tehran Asia/Tokyo Asia/Vientiane "
    "Asia/Yerevan Europe/Athens Europe/Belgrade Europe/Berlin Europe/Bucharest Europe/Budapest "
    "Europe/Chisinau Europe/Copenhagen Europe/Dublin Europe/Helsinki Europe/Lisbon Europe/Ljubljana Europe/Minsk "
    "Europe/Moscow Europe/Prague Europe/Sarajevo Europe/Skopje Europe/Stockholm Europe/Tallinn "
    "Europe/Vienna Europe/Vilnius Europe/Warsaw Europe/Zagreb"
)
# A state's name that is inflected: so long a stem, or word of a name of several, may end in anything.
_LONG_STEM, _LONG_WORD = 7, 4
_PARENS = re.compile(r"[()]")  # "Myanmar (Burma)": either name
# What an adjective's or a name's cases change, and the endings of the languages whose files say `inflected`, by script:
# first of a name less its vowel, then of one that ends in a consonant or never changes.
_ADJECTIVES = ("ая", "яя", "ий", "ый", "ые", "ие", "ій", "á", "ý", "é")
_CASES = ("а", "я", "ы", "и", "ь", "й", "as", "is", "us", "os", "a", "o", "y", "e", "ė", "ος", "α", "η", "ς")
_ENDINGS = {
    "CYRILLIC": (
        "а я ы и і ї у ю е є ь й ой ей ою ею єю ем єм ам ям ами ями ах ях ов ів ьо",
        "а у ом ем е і ові ы и ов ам ами ах",
    ),
    "LATIN": (
        "a y i ę ą e ě ie u o ou em om ach ami as is us ai ui iui ė io į ų oje yje uje ais "
        "át ában ába ából ának ával ától áért ót óban óba ónak óval",
        "u owi em ie e ech t ot et ban ben ba be ból ből nak nek val vel tól től ért",
    ),
    "GREEK": ("α ας ά άς η ης ή ής ο ος ου ον ό ός ού όν ες ων ς", "ς"),
}
_WORD = re.compile(r"[^\W\d_]+")


def _script(text: str) -> str:
    """The script of a text's first letter, as Unicode names it ("CYRILLIC")."""
    return next((unicodedata.name(char, "").partition(" ")[0] for char in text if char.isalpha()), "")


@cache
def scripts(code: str) -> frozenset[str]:
    """The scripts that a language is written in, by its names of states."""
    return frozenset(map(_script, states(code).values()))


def is_foreign(word: str, code: str) -> bool:
    """Whether a word is written in letters that the language's names of states do not have."""
    return _script(word) not in scripts(code)


def readable(forms: Iterable[str], code: str) -> list[str]:
    """The shared forms that a text in this language can hold: those in its script, and abbreviations ("ELN")."""
    return [form for form in forms if _script(form) in scripts(code) or (form.isupper() and form.isascii())]


def state_forms(local: str, *, inflected: bool) -> list[str]:
    """How a text may write a state whose CLDR name is `local`; an inflected one with its endings.

    A stem of seven letters and more finds hardly any other word, so it may end in anything. A shorter one finds many
    (Samoa: "samo*", Qatar: "kata*", Palau: "pala*", Italy: "итал*"), so it takes only the endings of a noun: over the
    60,000 commonest words of each language no other word is found but those that parties.toml calls `common`.
    """
    names = [each.replace(" – ", " - ").replace(" — ", " - ").strip() for each in _PARENS.split(local) if each.strip()]
    out: list[str] = []
    for name in names:
        if name.isalpha() and name[0].isupper() and len(name) < SHORTEST_STATE:
            continue
        if not inflected:
            out.append(name)
        elif not name.isalpha():
            out.append(_WORD.sub(lambda word: _stem(word.group()), name.replace("-", " - ")))
        elif len(stem := _cut(name)) >= _LONG_STEM:
            out.append(f"{stem}*")
        else:
            out += cases(name)
    return list(dict.fromkeys(out))


def cases(name: str) -> list[str]:
    """A state's name of one word with the endings of a noun."""
    if not name.isalpha() or len(name) < SHORTEST_STATE:
        return []
    stem = _cut(name)
    cut, whole = _ENDINGS.get(_script(name), ("", ""))
    return [name, *(stem + ending for ending in (whole if stem == name else cut).split())]


def _cut(name: str) -> str:
    """A name without the vowel that its cases change; two full vowels at its end ("Samoa") mean that there are none."""
    ending = next((each for each in _CASES if name.endswith(each)), "")
    return name[: -len(ending)] if ending and name[-len(ending) - 1] not in "aouаоуαοω" else name


def _stem(word: str) -> str:
    """A word of a name of several: only together do they mean it, so each may end in anything."""
    if len(word) < _LONG_WORD:
        return word
    return f"{next((word[: -len(each)] for each in _ADJECTIVES if word.endswith(each)), '') or _cut(word)}*"


@cache
def states(code: str) -> Mapping[str, str]:
    """Every state's canonical English name and its name in this language (source: CLDR through Babel)."""
    english, (local, _) = _named("en")[0], _named(code)
    others = _NO_STATES.union(_DEPENDENT.split())
    wanted = (key for key in english if _STATE.fullmatch(key) and key not in others and key in local)
    return {CANONICAL.get(english[key], english[key]): local[key] for key in wanted}


@cache
def capitals(code: str) -> Mapping[str, str]:
    """The states that a capital tells in this language, each with its capital's name (source as above)."""
    english, (_, zones) = _named("en")[0], _named(code)
    states_of = get_global("zone_territories")
    own = {zone: zone.rpartition("/")[2].replace("_", " ") for zone in _CAPITALS.split()}  # CLDR names what differs
    cities = {english[states_of[zone]]: zones.get(zone, own[zone]) for zone in own}
    latin = "LATIN" in scripts(code)
    return {CANONICAL.get(state, state): city for state, city in cities.items() if latin or not city.isascii()}


@cache
def _named(code: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """What a language calls the territories and the cities of time zones, by their keys.

    Babel would keep a MiB for each language, a Locale of it another one until the next full search for garbage.
    """
    data = localedata.load(code.replace("-", "_"))
    territories = {str(key): str(name) for key, name in data["territories"].items()}
    cities = {str(zone): str(names["city"]) for zone, names in data["time_zones"].items() if "city" in names}
    getattr(localedata, "_cache", {}).clear()
    return territories, cities
