"""People who follow those that went: by what verb they are told of, and what the title says of them."""

import pytest

from tests.readings import read, signals


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "وسيتبعهم 300 أسير آخرون يوم السبت."),
        ("bg", "Около 200 пленници ще последват."),
        ("cs", "V sobotu budou následovat další zajatci, 300 mužů."),
        ("de", "In zwei Monaten sollen die übrigen 550 folgen."),
        ("de", "Weitere 300 Gefangene werden am Samstag folgen."),
        ("el", "Άλλοι 300 αιχμάλωτοι θα ακολουθήσουν."),
        ("en", "The remaining 20 hostages will follow."),
        ("es", "Les seguirán otros 300 presos el sábado."),
        ("fr", "Cinq autres hommes du Hezbollah doivent suivre."),
        ("fr", "300 autres suivront samedi."),
        ("hu", "Szombaton további 300 fogoly követi őket."),
        ("it", "Altri 300 seguiranno sabato."),
        ("lt", "Šeštadienį seks dar 300 belaisvių."),
        ("nl", "Nog 320 gevangenen zullen later volgen."),
        ("pt", "Outros 300 seguirão no sábado."),
        ("ro", "Vor urma alţi 300 de prizonieri."),
        ("ru", "Ещё 300 пленных последуют в субботу."),
        ("sv", "Ytterligare 300 fångar ska följa."),
        ("tr", "Cumartesi 300 esir daha onları izleyecek."),
    ],
)
def test_people_follow_by_a_verb_of_what_is_firmly_to_come(code: str, text: str) -> None:
    moves = [move for reading in read("", code, text) for move in reading.moves]
    assert {(move.kind, str(move.mode)) for move in moves} == {("return", "agreed")}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Hisbollah liefert zwei tote Soldaten ab", "release"),
        ("es", "Más de 1.000 prisioneros están cambiando de manos", "swap"),
        ("es", "Ucrania tiene en casa a 95 soldados", "receive"),
        ("fr", "Ces cinq détenus quitteraient leurs cellules mercredi", "return"),
        ("it", "I 24 ostaggi sono stati dati ieri da Hamas alla Croce Rossa", "release"),
        ("ro", "Marţi au ieşit 50 de deţinuţi din închisoarea Adra", "return"),
    ],
)
def test_further_verbs_move_people(code: str, text: str, kind: str) -> None:
    assert kind in {move.kind for reading in read(text, code) for move in reading.moves}


TITLE = "Israel frees 500 prisoners"


@pytest.mark.parametrize("text", ["Another 400 prisoners are to be released.", "Tomorrow 400 prisoners more."])
def test_a_title_of_those_who_went_says_nothing_against_those_to_come(text: str) -> None:
    told = signals(400, TITLE, text=text)
    assert told.get("untitled.later")
    assert not told.get("untitled")


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Israel to free 500 prisoners", "Another 400 prisoners are to be released."),
        (TITLE, "Another 400 prisoners were released last month."),
        (TITLE, "A total of 400 prisoners will be released."),
        (TITLE, "All in all 400 prisoners are to be released for 33 hostages."),
    ],
)
def test_others_than_the_title_counts_are_none_to_come(title: str, text: str) -> None:
    told = signals(400, title, text=text)
    assert told.get("untitled")
    assert not told.get("untitled.later")


def test_what_the_other_side_promises_for_its_part_is_no_formula_of_the_deal() -> None:
    title = "India frees 148 Pakistani fishermen"
    told = signals(155, title, text="Pakistan had agreed to release 155 Indian fishermen.")
    assert not told.get("formula")
    assert signals(155, title, text="They had agreed on 155 Pakistani fishermen.")["formula"]


@pytest.mark.parametrize(
    "text",
    [
        "Chile said it would free 32 Ghanaian sailors.",
        "Chile and Ghana said on Thursday that they would exchange prisoners of war.",
        "Ghana announced that it would hand over the bodies of 12 soldiers.",
    ],
)
def test_what_a_side_said_that_it_would_do_is_agreed(text: str) -> None:
    assert {str(move.mode) for reading in read("", "en", text) for move in reading.moves} == {"agreed"}


def test_what_would_only_follow_is_planned() -> None:
    text = "Under the proposal Chile would free 32 Ghanaian sailors."
    assert {str(move.mode) for reading in read("", "en", text) for move in reading.moves} == {"planned"}
