"""People who went the other way, whom no number counts."""

import pytest

from detectors.types import Category
from tests.readings import legs, report_of

FREED = "Boko Haram freed 82 girls from Chibok on Saturday."


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Boko Haram frees 82 Chibok girls", f"{FREED} In return Nigeria freed several prisoners."),
        ("en", "Boko Haram frees 82 Chibok girls", f"{FREED} How many prisoners Nigeria freed in return is not known."),
        (
            "it",
            "Boko Haram libera 82 ragazze di Chibok",
            "Sabato Boko Haram ha liberato 82 ragazze. In cambio la Nigeria ha rilasciato alcuni detenuti.",
        ),
        (
            "de",
            "Boko Haram lässt 82 Mädchen frei",
            "Boko Haram ließ am Samstag 82 Mädchen frei. Wie viele Häftlinge Nigeria im Gegenzug freiließ, ist offen.",
        ),
    ],
)
def test_who_went_back_uncounted_is_told_without_a_number(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text)) == {("Boko Haram", "Nigeria", 82), ("Nigeria", "Boko Haram", None)}


@pytest.mark.parametrize(
    "text",
    [
        FREED,
        f"{FREED} The girls, kept as prisoners for three years, are on their way to Abuja.",
        f"{FREED} In return Nigeria released five suspects from jail.",
    ],
)
def test_nobody_goes_back_untold(text: str) -> None:
    found = legs(report_of("Boko Haram frees 82 Chibok girls", text=text))
    assert ("Nigeria", "Boko Haram", None) not in found


def test_the_dead_come_back_for_the_dead() -> None:
    report = report_of(
        "Kyiv gets 1,000 bodies back",
        text="Russia returned 1,000 bodies to Ukraine on Thursday. How many bodies Russia got in return was not said.",
    )
    (back,) = (transfer for transfer in report.transfers if transfer.count is None)
    assert (back.released_by, back.returned_to) == (("Ukraine",), ("Russia",))
    assert back.category is Category.BODIES
