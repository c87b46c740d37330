"""People who went the other way, whom no number counts."""

import pytest

from detectors.reverse import signals
from detectors.types import Category
from tests.readings import legs, read, report_of

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


def families(text: str, giver: str = "Boko Haram", receiver: str = "Nigeria") -> set[str]:
    """What is heard of the reverse direction, wherever it stands."""
    return {name.partition(".")[0] for name in signals(read(text), giver, receiver)}


def test_whom_a_number_counts_is_not_asked_after() -> None:
    assert {"return", "gives"} <= families("In return Nigeria freed prisoners of the group")
    assert families("In return Nigeria freed five prisoners of the group").isdisjoint({"return", "gives"})


def test_the_givers_own_people_speak_for_it_where_none_counts_them() -> None:
    assert "own" in families("Palestinians freed as Hamas hands over three Israelis", "Hamas", "Israel")
    assert "own" not in families("Hamas frees three Israelis for 90 Palestinians", "Hamas", "Israel")


def test_who_went_back_in_an_exchange_before_is_not_of_this_one() -> None:
    text = f"{FREED} Earlier 21 girls came home. How many prisoners Nigeria freed in return is not known."
    found = legs(report_of("Boko Haram frees 82 Chibok girls", text=text))
    assert ("Nigeria", "Boko Haram", None) not in found


def test_who_is_to_go_back_is_told_as_planned() -> None:
    text = (
        "Both sides agreed that Boko Haram will free 82 girls on Sunday. "
        "How many prisoners Nigeria will free in return is not known."
    )
    report = report_of("Boko Haram to free 82 girls under deal with Nigeria", text=text)
    assert (report.status, [t.planned for t in report.transfers if t.count is None]) == ("announced", [True])
