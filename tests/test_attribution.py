"""Who says it: each side's figure has its own speaker, wherever the article quotes it."""

import pytest

from tests.readings import report_of


def claims(title: str, text: str, code: str) -> dict[tuple[tuple[str, ...], int | None], tuple[str, ...]]:
    """Who is quoted for each movement, by who gets how many."""
    transfers = report_of(title, code, text).transfers
    return {(transfer.returned_to, transfer.count): transfer.claimed_by for transfer in transfers}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Russia and Ukraine exchange prisoners of war",
            "Ukraine's president said 208 Ukrainian soldiers returned from Russian captivity, while Russia's defence "
            "ministry said 205 Russian soldiers returned from Ukrainian captivity.",
        ),
        (
            "de",
            "Russland und die Ukraine tauschen Kriegsgefangene aus",
            "Der ukrainische Präsident sagte, 208 ukrainische Soldaten seien aus russischer Gefangenschaft "
            "zurückgekehrt, das russische Verteidigungsministerium erklärte, 205 russische Soldaten seien aus "
            "ukrainischer Gefangenschaft zurückgekehrt.",
        ),
        (
            "pl",
            "Rosja i Ukraina wymieniły jeńców wojennych",
            "Prezydent Ukrainy powiedział, że 208 ukraińskich żołnierzy wróciło z rosyjskiej niewoli, a ministerstwo "
            "obrony Rosji poinformowało, że 205 rosyjskich żołnierzy wróciło z ukraińskiej niewoli.",
        ),
    ],
)
def test_of_two_who_speak_in_one_sentence_each_gives_its_own_figure(code: str, title: str, text: str) -> None:
    told = claims(title, text, code)
    assert told[("Ukraine",), 208] == ("Ukraine's president",)
    assert told[("Russia",), 205] == ("Russia's defence ministry",)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "205 soldiers return to Ukraine from Russian captivity",
            "Buses crossed the border at noon. Families waited for hours. There were songs. "
            "President Zelensky said that 205 soldiers had returned to Ukraine.",
        ),
        (
            "fr",
            "205 soldats ukrainiens rentrés de captivité russe",
            "Les bus ont passé la frontière à midi. Les familles attendaient. On a chanté. "
            "Le président Zelensky a déclaré que 205 soldats ukrainiens étaient rentrés de captivité russe.",
        ),
    ],
)
def test_a_headlines_figure_has_the_speaker_that_the_text_quotes_for_it(code: str, title: str, text: str) -> None:
    assert claims(title, text, code) == {(("Ukraine",), 205): ("Volodymyr Zelensky",)}


def test_who_speaks_together_is_quoted_together() -> None:
    text = "Kyiv and Moscow said 103 prisoners of war were exchanged by each side on Friday."
    told = claims("Russia and Ukraine exchange 103 prisoners of war each", text, "en")
    assert set(told.values()) == {("Ukraine", "Russia")}


def test_each_sides_figure_keeps_its_speaker() -> None:
    text = (
        "Ukraine received 207 soldiers, President Zelensky said. "
        "The Russian defence ministry said 195 Russian servicemen were released by Ukraine."
    )
    told = claims("Russia and Ukraine swap prisoners", text, "en")
    assert told[("Ukraine",), 207] == ("Volodymyr Zelensky",)
    assert told[("Russia",), 195] == ("Russia's defence ministry",)
