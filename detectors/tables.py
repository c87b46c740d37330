"""Which tables and keys a language's file may hold."""

from collections.abc import Mapping
from typing import Any

# The topics of police and courts; each but the first tells by itself why people who are free were never exchanged.
CRIMES = ("crime", "amnesty", "expulsion", "escape")
# Every table that a language file may hold, and its keys ("*" takes any); docs/languages.md explains each.
TABLES: dict[str, frozenset[str]] = {
    "clitic": frozenset({"plain", "and", "to", "from", "by", "of", "behind", "dual"}),
    "text": frozenset(
        {
            "abbreviations",
            "spaced_thousands",
            "units_first",
            "inflected",
            "solar_years",
            "verb_last",
            "owner_ahead",
            "owner_behind",
            "bare_names",
            "bare_capitals",
            "capital_nouns",
            "one_endings",
            "adjective_endings",
            "alike_endings",
            "several_endings",
            "place_endings",
            "with_endings",
            "owner_endings",
            "genitive_endings",
            "to_joints",
            "number_joints",
            "home",
        }
    ),
    "number": frozenset("*"),
    "ordinal": frozenset("*"),
    "count": frozenset(
        {
            "each",
            "rate",
            "link",
            "both",
            "total",
            "at_least",
            "at_most",
            "about",
            "age",
            "numbered",
            "vague",
            "how_many",
            "same",
            "none",
            "article",
            "those",
            "they",
            "also",
            "for",
            "part",
            "among",
            "part_of",
            "in_return",
            "in_turn",
            "more",
            "unit",
        }
    ),
    "people": frozenset(
        {"prisoners_of_war", "prisoners", "hostages", "soldiers", "civilians", "children", "bodies", "persons", "parts"}
    ),
    "single": frozenset({"body", "person"}),
    "held": frozenset({"captivity", "taken", "lost", "by", "keeps", "own"}),
    "swap": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "release": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "receive": frozenset({"noun", "done", "present", "headline", "future", "base"}),
    "return": frozenset({"noun", "done", "present", "headline", "future", "base", "home"}),
    "held_event": frozenset({"done", "present"}),
    "event": frozenset({"happened", "holds"}),
    "mode": frozenset(
        {"will", "planned", "talk", "agreed", "deal", "managed", "negated", "failed", "stage", "final", "alone"}
    ),
    "time": frozenset(
        {
            "today",
            "yesterday",
            "tomorrow",
            "day_before_yesterday",
            "day_after_tomorrow",
            "coming",
            "recap",
            "past",
            "after",
            "since",
            "early",
        }
    ),
    "weekday": frozenset("0123456"),
    "month": frozenset(map(str, range(1, 13))),
    "solar_month": frozenset(map(str, range(1, 13))),
    "said": frozenset({"said", "according", "confirmed", "denied"}),
    "speaker": frozenset(
        {
            "defence_ministry",
            "foreign_ministry",
            "president",
            "prime_minister",
            "state_media",
            "ombudsman",
            "headquarters",
            "prison_service",
            "hospital",
            "officials",
            "army",
            "security_service",
            "commission",
            "organ",
        }
    ),
    "mediation": frozenset({"broker", "help", "thanks"}),
    "role": frozenset(
        {
            "and",
            "at",
            "to",
            "from",
            "by",
            "of",
            "genitive",
            "between",
            "side",
            "side_to",
            "side_by",
            "ruled",
            "linked",
            "kin",
            "against",
            "despite",
            "through",
            "own",
            "relative",
            "to_after",
            "from_after",
            "by_after",
            "at_after",
            "between_after",
        }
    ),
    "city": frozenset("*"),
    "other": frozenset({"sense", "object", "carrier", "visitor", "vessel", "payment", "kidnap", "nobody", "border"}),
    "topic": frozenset({"feature", "accident", "rescue", *CRIMES}),
}
PARTY_FORMS = frozenset({"name", "national", "to", "from"})
# The form of a nation's name that only tells whose armed group is spoken of: "Albanian rebels".
LAND = "land"
# The sides of a civil war that texts name by what they are.
SIDES = GOVERNMENT, REBELS, COALITION, UNNAMED = "government", "rebels", "coalition", "unnamed"


def unknown(data: Mapping[str, Any]) -> str | None:
    """The first table or key of a language's file that nothing reads, as it is written there."""
    for group, table in data.items():
        if group in ("name", "example"):
            continue
        if group in {"party", "side"}:
            wrong = [f"{group}.{name}.{key}" for name, each in table.items() for key in each if key not in PARTY_FORMS]
            wrong += [f"side.{name}" for name in table if group == "side" and name not in SIDES]
        elif group not in TABLES:
            wrong = [group]
        else:
            known = TABLES[group]
            wrong = [f"{group}.{key}" for key in table if key not in known and "*" not in known]
        if wrong:
            return wrong[0]
    return None
