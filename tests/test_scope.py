"""When a movement was, beside the days of a deal and of a capture, and what recalls something else."""

from datetime import date

import pytest

from detectors.scope import Scope
from tests.readings import read

PUBLISHED = date(2025, 12, 31)


def scopes(text: str, code: str = "en") -> set[Scope]:
    """When every movement of the last sentence was."""
    return {move.scope for move in read("", code, text, PUBLISHED)[-1].moves}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "18 soldiers walked across after Bangkok kept the ceasefire of October 27."),
        ("en", "18 soldiers were handed over under the agreement of 3 May."),
        ("de", "18 Soldaten wurden nach dem Abkommen vom 3. Mai übergeben."),
        ("ru", "18 солдат передали по соглашению от 3 мая."),
        ("en", "The bodies of two fishermen who died in February were handed over."),
        ("en", "Half a year after a band took them captive, 14 tourists were freed."),
        ("en", "Seven months after they were abducted, two women were freed."),
        ("en", "315 fishermen, let out of a prison two days before, were handed over."),
    ],
)
def test_what_a_deal_or_a_capture_is_dated_by_is_not_when_people_went(code: str, text: str) -> None:
    assert Scope.PAST not in scopes(text, code)


def test_what_was_said_before_to_be_under_way_is_not_past() -> None:
    said = "Ранее стороны объявили, что взамен Ереван возвращает двоих азербайджанских военных."
    assert Scope.PAST not in scopes(said, "ru")
    assert Scope.PAST in scopes("Ранее Ереван вернул двоих военных.", "ru")


@pytest.mark.parametrize(
    "text",
    [
        "18 soldiers were handed over on October 27.",
        "Days before, 315 fishermen were handed over.",
        "A year after the swap, 14 tourists were freed.",
    ],
)
def test_what_is_told_as_past_is(text: str) -> None:
    assert Scope.PAST in scopes(text)


def test_whom_a_war_took_nobody_took_in() -> None:
    (reading,) = read("Khaatumo handed 25 men taken in the war over to Somalia")
    assert [move.kind for move in reading.moves] == ["release"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Home are 26 people captured in the battles of the Sool province in 2023."),
        ("ar", "عاد إلى ذويهم 26 شخصاً أُسروا خلال معارك محافظة سول عام 2023."),
        ("de", "Die Iraker, die seit dem Krieg von 1980 bis 1988 in Gewahrsam waren, sind frei."),
        ("en", "The prisoners of the war from 1980 to 1988 came home."),
        ("fr", "Auparavant, la guérilla relâchera un otage."),
        ("ar", "تم تسليم رفات جنود من حرب الثمانينات."),
    ],
)
def test_when_people_were_taken_or_a_war_was_dates_no_hand_over(code: str, text: str) -> None:
    assert Scope.PAST not in scopes(text, code)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sudan and Chad swapped 60 captives, a day after 12 Chadians were released."),
        ("en", "Two days after the rebels released six nurses, the army freed 20 rebels."),
        ("fr", "Soudan et Tchad échangent 60 captifs, au lendemain du retour de 12 Tchadiens."),
        ("es", "Sudán y Chad canjearon 60 presos, un día después del regreso de 12 chadianos."),
        ("it", "Sudan e Ciad hanno scambiato 60 prigionieri, all'indomani del ritorno di 12 ciadiani."),
        ("pt", "Sudão e Chade trocaram 60 prisioneiros um dia depois do regresso de 12 chadianos."),
        ("ro", "Sudanul și Ciadul au schimbat 60 de prizonieri la o zi după întoarcerea a 12 soldați."),
        ("de", "Sudan und Tschad tauschten 60 Gefangene aus, einen Tag nach der Rückkehr von zwölf Tschadern."),
        ("nl", "Soedan en Tsjaad ruilden 60 gevangenen, een dag na de terugkeer van twaalf soldaten."),
        ("pl", "Sudan i Czad wymieniły 60 jeńców dzień po powrocie 12 żołnierzy."),
        ("cs", "Súdán a Čad si vyměnily 60 zajatců den po návratu 12 vojáků."),
        ("uk", "Судан і Чад обміняли 60 полонених наступного дня після повернення 12 солдатів."),
        ("ru", "Судан и Чад обменяли 60 пленных на следующий день после возвращения 12 солдат."),
    ],
)
def test_what_the_news_is_only_dated_from_was_before(code: str, text: str) -> None:
    assert scopes(text, code) == {Scope.OPEN, Scope.PAST}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "A day after talks in Cairo, Sudan and Chad exchanged 60 captives."),
        ("en", "The nurses were freed ten days after the coup."),
        ("de", "Einen Tag nach dem Gipfel tauschten Sudan und Tschad 60 Gefangene aus."),
        ("pl", "Dzień po rozmowach Sudan i Czad wymieniły 60 jeńców."),
        ("ru", "На следующий день после переговоров Судан и Чад обменялись пленными."),
    ],
)
def test_what_happened_a_day_after_something_else_is_the_news(code: str, text: str) -> None:
    assert scopes(text, code) == {Scope.OPEN}
