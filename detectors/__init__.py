"""The one door of the detector: an Article in, a Detection out. Pure: no network, clock, database or logging."""

from functools import cache

from detectors.types import (
    Article,
    Category,
    Detection,
    Kind,
    Part,
    Qualifier,
    Report,
    RunningTotal,
    Span,
    Status,
    Transfer,
)

__all__ = [
    "Article",
    "Category",
    "Detection",
    "Kind",
    "Part",
    "Qualifier",
    "Report",
    "RunningTotal",
    "Span",
    "Status",
    "Transfer",
    "camp",
    "check_languages",
    "detect",
    "may_report",
    "possible_sides",
]


def detect(article: Article) -> Detection:
    """Say what the article reports; never raises, whatever the text."""
    from detectors.report import detect as run  # the matchers cost a second to build: only once they are asked for

    return run(article)


def may_report(article: Article) -> bool:
    """Whether a first, cheap look finds words that a report would have."""
    from detectors.report import may_report as run

    return run(article)


def check_languages() -> None:
    """Read all language files, as detect() does only when it meets a language; raises ValueError for a broken one."""
    from detectors.language import check_all

    check_all()


@cache
def camp(party: str) -> str:
    """The side that a party stands on: Palestinians and Hamas are one."""
    from detectors.parties import camp as of

    return of(party)


def possible_sides() -> frozenset[str]:
    """Every party that can be a side of an exchange, by canonical English name: states and armed groups.

    Not named as a module of this package is: importing that one would put the module in the function's place.
    """
    from detectors.language import parties
    from detectors.states import states

    no_side = {name for name, entry in parties().items() if entry.get("kind") in {"organisation", "bloc"}}
    return frozenset({*states("en"), *parties()} - no_side)
