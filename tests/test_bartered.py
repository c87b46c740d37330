"""Headlines without a verb that tell how many go for how many."""

import pytest

from detectors import Article, Status
from detectors.report import may_report
from tests.readings import legs, read, report_of

SWAP = {("Hamas", "Israel", 20), ("Israel", "Hamas", 70)}


def swaps(title: str, code: str) -> list[str]:
    """In which mode a headline's exchanges are told."""
    return [str(move.mode) for reading in read(title, code) for move in reading.moves if move.kind == "swap"]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("fr", "Accord Israël-Hamas : 20 otages contre 70 prisonniers", "La trêve durera trois jours."),
        ("es", "Acuerdo entre Israel y Hamás: 20 rehenes por 70 presos", "La tregua durará tres días."),
        ("it", "Accordo Israele-Hamas, 20 ostaggi per 70 detenuti", "La tregua durerà tre giorni."),
        ("en", "Israel-Hamas deal: 20 hostages for 70 prisoners", "The truce will last three days."),
    ],
)
def test_people_for_people_under_a_deal_are_an_announced_exchange(code: str, title: str, text: str) -> None:
    assert may_report(Article(title=title, lang=code))
    assert swaps(title, code) == ["agreed"]
    found = report_of(title, code, text)
    assert found.status is Status.ANNOUNCED
    assert legs(found) == SWAP


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "20 Geiseln gegen 70 Häftlinge"),
        ("pl", "20 zakładników za 70 więźniów"),
        ("tr", "20 rehineye karşılık 70 mahkum"),
    ],
)
def test_by_themselves_they_claim_nothing(code: str, title: str) -> None:
    assert swaps(title, code) == ["named"]


@pytest.mark.parametrize("title", ["The draft: 20 hostages for 70 prisoners", "No deal: 20 hostages for 70 prisoners"])
def test_what_is_only_offered_or_failed_is_no_exchange(title: str) -> None:
    assert swaps(title, "en") in (["planned"], ["failed"])


@pytest.mark.parametrize("title", ["Two guards for 70 prisoners", "20 hostages, 70 prisoners", "70 beds for 20 nurses"])
def test_other_numbers_are_none(title: str) -> None:
    assert swaps(title, "en") == []
