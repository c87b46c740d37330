"""Numbers that count nobody beside people who are told of: years, ages, mines."""

import pytest

from tests.readings import read, report_of


def counts(code: str, text: str) -> set[int]:
    return {group.count for reading in read("", code, text) for group in reading.groups}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Since 2011 the rebels of the SPLM-N have been at war with the army."),
        ("en", "In 2014 Houthi forces took the capital and let prisoners go."),
        ("fr", "En 2012 les rebelles ont libéré des prisonniers."),
        ("es", "En 2014 rebeldes tomaron la capital y liberaron a presos."),
        ("it", "Nel 2014 i ribelli hanno preso la capitale e liberato prigionieri."),
    ],
)
def test_a_year_behind_its_preposition_or_before_an_article_counts_nobody(code: str, text: str) -> None:
    assert not {2011, 2012, 2014} & counts(code, text)


def test_a_year_that_is_a_count_stays_one() -> None:
    assert 2014 in counts("en", "Iran released 2014 prisoners on Friday.")
    assert 1968 in counts("en", "The group freed 1968 soldiers.")


@pytest.mark.parametrize(
    "text",
    [
        "The swap set free a U.S. citizen of 35 whom Russian forces detained.",
        "Hamas let a woman of 70 go on Friday.",
        "Iran gave back the maps of 92 anti-personnel and anti-tank mines.",
    ],
)
def test_ages_and_mines_count_nobody(text: str) -> None:
    assert not {35, 70, 92} & counts("en", text)


def test_one_of_several_is_no_age() -> None:
    assert 30 in counts("en", "The group released 30 soldiers of Mali.")


@pytest.mark.parametrize(
    "text",
    [
        "Riyadh handed over seven Yemenis and got back a captured officer.",
        "Hezbollah received a captured guerrilla in return for 20 soldiers.",
    ],
)
def test_a_captured_man_is_told_of_beside_those_who_are_counted(text: str) -> None:
    assert any(group.single for reading in read("", "en", text) for group in reading.groups)


def test_a_captured_man_whose_body_is_returned_is_the_body_alone() -> None:
    groups = [
        group for reading in read("", "en", "Iran returned the body of a captured officer.") for group in reading.groups
    ]
    assert [str(group.category) for group in groups] == ["bodies"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Congolese POWs taken home by ICRC",
            "Five Congolese interned in Rwanda became free men on Friday when the ICRC "
            "flew them from Kigali to Kinshasa with the consent of both governments.",
        ),
        (
            "20 Andhra fishermen back from Pakistan",
            "Pakistan repatriated 20 fishermen on Monday. Pakistan Rangers handed "
            "them over to the Border Security Force around 7pm. They had been in custody since 2018.",
        ),
    ],
)
def test_who_is_free_or_back_is_news_though_the_state_is_told_by_its_guards(title: str, text: str) -> None:
    assert report_of(title, text=text, sure=False).transfers


def test_the_second_of_two_years_counts_nobody() -> None:
    assert 53 not in counts("en", "The remains of 437 soldiers from the 1950-53 war soldiers know were handed over.")
    assert 48 not in counts("de", "Die Gebeine von 12 Soldaten des Krieges von 1947/48 wurden übergeben.")
    assert 53 in counts("en", "In a swap of 2025 - 53 prisoners came home - nobody was left.")
