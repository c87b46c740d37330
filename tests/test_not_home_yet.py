"""Who is not home yet (detectors/remaining.py): by the numbers of a deal, by where people are, by who is only meant."""

from datetime import date

import pytest

from detectors import Article, Status, language
from detectors.remaining import remaining
from detectors.report import read_all
from detectors.stages import statuses

DAY = date(2025, 6, 10)  # a Tuesday


def told(lang: str, text: str, title: str = "") -> set[str]:
    article = Article(lang=lang, published=DAY, title=title, text=text)
    return {name.removeprefix("rest.") for name in remaining(read_all(article, language.load(lang)))}


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Mali freed three of the 49 Ivorian soldiers on Monday.", "of"),
        ("es", "Cuba liberó el lunes a 11 de los 52 presos políticos.", "of"),
        ("en", "Pakistan released 100 Indian prisoners on Monday. All 360 prisoners will be released.", "larger.will"),
        ("de", "Pakistan ließ 100 Häftlinge frei. Insgesamt sollen 360 Häftlinge freigelassen werden.", "larger.will"),
        ("en", "Kabul freed 100 Taliban prisoners. Under the deal it is about 5,000 prisoners.", ""),
        ("en", "Kabul freed 200 Taliban prisoners. The deal speaks of 5,000 prisoners.", "larger.deal"),
    ],
)
def test_those_let_go_may_be_some_of_more(lang: str, text: str, name: str) -> None:
    found = {each for each in told(lang, text) if each == "of" or each.startswith("larger")}
    assert found == ({name} if name else set())


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Iran freed two Austrians on Monday. They are on their way home.", "way.only"),
        ("en", "Iran freed two Austrians on Monday. They landed in Vienna, a Dane is on his way home.", "way"),
        ("fr", "L'Iran a libéré deux Autrichiens. Ils sont en route vers Vienne.", "way.only"),
        ("en", "Iran freed two Austrians on Monday. They landed in Vienna.", "home"),
        ("en", "Iran freed two Austrians on Monday.", ""),
    ],
)
def test_who_is_on_the_way_is_not_home_unless_others_are(lang: str, text: str, name: str) -> None:
    found = {each for each in told(lang, text) if each.startswith("way")} or told(lang, text) & {"home"}
    assert found == ({name} if name else set())


def test_those_only_meant_and_those_who_go_now_are_told_apart_from_talks() -> None:
    freed = "The rebels freed 22 captives on Monday. "
    assert "they.release" in told("en", freed + "The rest are to be freed within two days.")
    assert "they.release" not in told("en", freed + "At talks it was agreed that the rest are to be freed.")
    assert "more.present" in told("en", freed + "Five more captives are being released today.")


def test_what_remains_bears_on_the_status_alone() -> None:
    article = Article(lang="en", published=DAY, title="", text="Mali freed three of the 49 Ivorian soldiers on Monday.")
    found = statuses(read_all(article, language.load("en")), {"bias": 1.0}, DAY)
    assert found[Status.COMPLETED] == {}
    assert "ongoing.rest.of" in found[Status.ONGOING]
    assert "announced.rest.of" in found[Status.ANNOUNCED]


@pytest.mark.parametrize(
    ("lang", "title", "running"),
    [
        ("en", "Prisoner swap gets under way in Syria's Sweida", True),
        ("en", "Exchange of prisoners under way between Russia and Ukraine", True),
        ("en", "Russia and Ukraine swap prisoners", False),
    ],
)
def test_a_swap_under_way_in_a_headline_is_not_done(lang: str, title: str, running: bool) -> None:
    article = Article(lang=lang, published=DAY, title=title, text="")
    found = statuses(read_all(article, language.load(lang)), {}, DAY)[Status.ONGOING]
    assert ("ongoing.title_swap_under_way" in found) == running
