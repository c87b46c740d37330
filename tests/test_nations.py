"""People of several nations told of in one breath, and the number that they are together."""

import pytest

from tests.readings import counts, figures, legs, read, report_of, signals

SAHARA = "Their captors let nine Germans, four Swiss and a Dutchman go on Monday."


def shares(title: str, text: str, code: str = "en") -> set[int]:
    """The counts of people who are one nation's share of a number told elsewhere."""
    return {each.group.count for each in figures(title, code, text) if each.signals.get("nation.share")}


@pytest.mark.parametrize(
    ("code", "title", "text", "expected"),
    [
        ("en", "Fourteen hostages freed in the Sahara", SAHARA, {9, 4, 1}),
        ("fr", "Aqmi relâche trois otages", "Une Française, un Togolais et un Malgache sont libres.", {1}),
        ("it", "Hamas libera 24 ostaggi", "Sono 13 israeliani, dieci tailandesi e un filippino.", {13, 10, 1}),
        ("pt", "Voltam 31 soldados", "Foram 11 iraquianos e 20 iranianos.", {11, 20}),
        ("de", "14 Geiseln frei", "Neun Deutsche, vier Schweizer und ein Niederländer kamen frei.", {9, 4, 1}),
    ],
)
def test_each_nation_has_its_share_of_a_number(code: str, title: str, text: str, expected: set[int]) -> None:
    assert shares(title, text, code) == expected


def test_who_is_a_nations_share_is_not_told_of_beside_more_and_is_in_the_title() -> None:
    told = signals(1, "Fourteen hostages freed in the Sahara", text=SAHARA)
    assert not told.get("single.counted")
    assert not told.get("untitled")
    assert signals(14, "Fourteen hostages freed in the Sahara", text=SAHARA)["nation.shared"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Twelve hostages freed in the Sahara", SAHARA),
        ("Fourteen hostages freed", "Nine Germans went home. Four Swiss and a Dutchman followed."),
        ("Fourteen soldiers freed", "Ten Ukrainian soldiers and four Ukrainian sailors came home."),
    ],
)
def test_others_are_no_shares(title: str, text: str) -> None:
    assert shares(title, text) == set()


def test_shares_of_nations_are_no_list_of_parts() -> None:
    text = "The captors freed six hostages: three Germans, two Swiss and one Dutchman."
    assert not any(each.signals.get("listed") for each in figures("Hostages freed", "en", text))


def test_a_dash_behind_a_nation_ends_what_is_told_of_one_person() -> None:
    readings = read("", "en", "A German, two Swiss, a Dane - all were freed.")
    people = [group for reading in readings for group in reading.groups]
    assert (people[-1].count, people[-1].nation) == (1, "Denmark")
    assert counts("A Danish-held ship was freed") == []


def test_a_share_that_the_title_tells_itself_is_in_it() -> None:
    text = "All fourteen are safe: ten Israelis and four Thais were handed to the Red Cross."
    told = signals(4, "Hamas frees ten Israelis and four Thais", text=text)
    assert told["nation.share"]
    assert not told.get("untitled")


def test_two_nations_let_go_in_one_breath_had_one_captor() -> None:
    text = "The nine Israelis and two Nepalis were driven to Egypt. Thirty Palestinian prisoners are to go free."
    found = legs(report_of("Nine Israelis and two Nepalis released", text=text))
    assert {("Hamas", "Israel", 9), ("Hamas", "Nepal", 2)} <= found


def test_two_nations_in_one_breath_may_be_the_two_sides() -> None:
    found = legs(report_of("Nine Indians and two Pakistanis freed", text="The prisoners went home over the border."))
    assert ("Pakistan", "India", 9) in found
