"""Where people come from: whose land they leave, whose subject goes on without a verb, who held them together."""

import pytest

from detectors.sides import move_of, territory
from detectors.types import Category
from tests.readings import counts_of, legs, parts, read, report_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Sixteen prisoners left Russia"),
        ("de", "Sechzehn Gefangene verließen Russland"),
        ("es", "Dieciséis presos abandonaron Rusia"),
        ("it", "Sedici prigionieri hanno lasciato la Russia"),
        ("pt", "Dezesseis presos deixaram a Rússia"),
        ("ru", "16 заключённых покинули Россию"),
        ("uk", "16 в'язнів покинули Росію"),
        ("pl", "16 więźniów opuściło Rosję"),
        ("nl", "Zestien gevangenen verlieten Rusland"),
        ("sv", "Sexton fångar lämnade Ryssland"),
        ("ja", "囚人16人がロシアを出発した"),
    ],
)
def test_whose_land_people_leave_they_come_from(code: str, text: str) -> None:
    assert parts(text, code) == {("Russia", "from")}


@pytest.mark.parametrize(
    ("code", "text"), [("ru", "Троих вернули в рамках обмена с США"), ("pl", "Trzech wróciło w ramach wymiany z USA")]
)
def test_with_whom_people_are_exchanged_they_need_not_come_from(code: str, text: str) -> None:
    assert parts(text, code) == {("United States", "between")}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ukraine got back 215 fighters and Russia 55 people"),
        ("sv", "Ukraina fick tillbaka 215 militärer och Ryssland 55 personer"),
        ("it", "L'Ucraina ha ricevuto 215 militari e la Russia 55"),
        ("de", "Die Ukraine erhielt 215 Soldaten und Russland 55"),
    ],
)
def test_a_subject_that_takes_the_verb_before_acts_alone(code: str, text: str) -> None:
    (reading,) = read(text, code)
    second = next(group for group in reading.groups if group.count == 55)
    low, high = territory(reading, second, move_of(reading, second))
    assert {actor.party for actor in reading.actors if low <= actor.start < high} == {"Russia"}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ten Ukrainian prisoners of war who were held by Russia and Belarus have returned home."),
        ("es", "Diez prisioneros de guerra ucranianos retenidos por Rusia y Bielorrusia han vuelto a casa."),
    ],
)
def test_who_held_people_together_gives_them_together(code: str, text: str) -> None:
    (leg,) = report_of("", code, text, sure=False).transfers
    assert set(leg.released_by) == {"Russia", "Belarus"}


def test_from_whose_territory_soldiers_come_they_are_not_of() -> None:
    text = "استعادت موسكو 146 من عسكرييها من الأراضي الأوكرانية"
    assert ("Ukraine", "from") in parts(text, "ar")
    assert ("Ukraine", "nation") in parts("أعادت موسكو 146 من جنود أوكرانيا", "ar")  # a construct: whose soldiers


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [  # an organ right behind its verb acts, one before it may only speak
        ("ar", "أطلقت السلطات اللبنانية 13 سجينا", "bare"),
        ("fa", "مقامات لبنانی ۱۳ زندانی را آزاد کردند", "speaker"),
    ],
)
def test_an_adjective_behind_the_authorities_is_theirs(code: str, text: str, part: str) -> None:
    assert parts(text, code) == {("Lebanon", part)}


@pytest.mark.parametrize("verb", ["wydałby", "oddałby", "zwolniłby"])
def test_what_would_be_done_is_not_done(verb: str) -> None:
    (reading,) = read(f"Hezbollah {verb} trzech izraelskich żołnierzy za 200 Palestyńczyków", "pl")
    assert all(not move.told for move in reading.moves)


@pytest.mark.parametrize(
    ("text", "dead"), [("28 cenazeden dördü verildi", 4), ("20 rehinenin tamamı ve 28 naaştan ikisi teslim edildi", 2)]
)
def test_some_of_so_many_bodies_are_bodies(text: str, dead: int) -> None:
    assert dead in {group.count for reading in read(text, "tr") for group in reading.groups if group.dead}


@pytest.mark.parametrize(
    "text",
    [
        "تبادل العراق وإيران، الأربعاء، رفات 153 عسكريا",
        "تبادل لبنان وإسرائيل خمسة أسرى",
        "شهد المعبر اليوم الخميس مبادلة أسرى",
    ],
)
def test_arabic_verbs_of_exchanging_before_their_subjects_tell_facts(text: str) -> None:
    assert any(move.kind == "swap" and move.told for reading in read(text, "ar") for move in reading.moves)


@pytest.mark.parametrize(
    ("text", "party", "part"),
    [
        ("تبادل أسرى بين الحكومة اليمنية والحوثيين", "Yemen", "between"),
        ("أوصل الصليب الأحمر إلى السلطات السودانية سبعة جنود", "Sudan", "to"),
        ("تسلم الجانب الروسي 31 جثمانا من الجانب الأوكراني", "Ukraine", "from"),
        ("عادوا من السجون الإسرائيلية", "Israel", "holder"),
    ],
)
def test_what_stands_before_an_organ_is_said_of_its_state(text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, "ar")


def test_arabic_words_are_known_with_their_article_too() -> None:
    """A word that any form has with its article hides the same word without it from all others."""
    (reading,) = read("أفرج عن 31 أسيرا في الدفعة الأولى، وتستكمل العملية السبت المقبل", "ar")
    assert reading.sentence.has("mode", "stage")
    assert reading.sentence.has("time", "coming")


def test_hebrew_people_are_known_with_their_article_too() -> None:
    (reading,) = read("חמאס החזיר את ארבע הגופות, ישראל את 50 החיילים ואת 90 האסירים", "he")
    assert {(group.count, group.category) for group in reading.groups} >= {
        (4, Category.BODIES),
        (50, Category.PRISONERS_OF_WAR),
        (90, Category.PRISONERS),
    }


def test_arabic_verbs_of_getting_have_their_own_object() -> None:
    (told,) = read("تلقت كييف أمس من الجانب الروسي جثث ألف من عسكرييها", "ar")
    assert [move.kind for move in told.moves] == ["receive"]
    (other,) = read("تلقت المريضة علاجا وحصلت على جائزة", "ar")
    assert not other.moves


def test_what_two_give_each_other_is_exchanged() -> None:
    (reading,) = read("Ukraina i Rosja oddały sobie po 307 żołnierzy", "pl")
    assert [move.kind for move in reading.moves] == ["swap"]


def test_a_number_alone_behind_people_of_one_state_comes_from_the_other_as_they_do() -> None:
    report = report_of(
        "Fishermen freed on both sides as India, Bangladesh complete exchange",
        text="Forty-seven fishermen from India and 38 from Bangladesh were released and repatriated on Tuesday.",
    )
    assert legs(report) == {("Bangladesh", "India", 47), ("India", "Bangladesh", 38)}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("שוחררו 47 דייגים מהודו ו-38 מבנגלדש", "he"),  # "from" has no place of its own before a name
        ("إطلاق سراح 47 صيادا من الهند و38 من بنغلاديش", "ar"),
    ],
)
def test_a_from_that_is_part_of_its_word_is_no_from_before_itself(title: str, code: str) -> None:
    assert {count for _, _, count in legs(report_of(title, code))} == {47, 38}


def test_the_day_on_which_people_were_deported_does_not_make_their_return_past() -> None:
    report = report_of(
        "Prisoner exchange carried out between USA and Venezuela",
        text="A prisoner exchange between Venezuela and the USA took place on Friday.\nTen Americans who sat in "
        "prison in Venezuela have been let go. In parallel El Salvador has sent home around 300 Venezuelan migrants "
        "whom the USA had deported there in March, according to its president.",
    )
    assert 300 in counts_of(report)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Navy veteran handed over to US diplomats at the border with Poland"),
        ("en", "Navy veteran handed over to US diplomats at the Polish border"),
        ("de", "Veteran an der polnischen Grenze US-Diplomaten übergeben"),
        ("fr", "L'ancien marin a été remis à des diplomates à la frontière polonaise"),
        ("fr", "L'ancien marin a été remis à des diplomates à la frontière avec la Pologne"),
        ("es", "El veterano fue entregado en la frontera polaca"),
        ("it", "Il veterano è stato consegnato al confine polacco"),
        ("nl", "Veteraan aan de Poolse grens overgedragen"),
        ("sv", "Veteranen överlämnades vid den polska gränsen"),
        ("cs", "Veterána předali na polských hranicích"),
        ("pl", "Weterana przekazano na granicy z Polską"),
        ("ru", "Ветерана передали на границе с Польшей"),
        ("uk", "Ветерана передали на польському кордоні"),
        ("lt", "Veteranas perduotas prie sienos su Lenkija"),
        ("hu", "A veteránt a lengyel határon adták át"),
        ("ro", "Veteranul a fost predat la granița cu Polonia"),
        ("ar", "تم تسليم الجندي على الحدود البولندية"),
    ],
)
def test_a_state_at_whose_border_people_are_handed_over_is_a_place(code: str, text: str) -> None:
    assert [part for party, part in parts(text, code) if party == "Poland"] == ["place"]


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("en", "Belarus frees seven Polish border guards", "Poland"),
        ("en", "Seven prisoners crossed the Polish border", "Poland"),
        ("ru", "Россия и Польша провели обмен на границе с Литвой", "Poland"),
    ],
)
def test_border_guards_and_who_acts_at_a_border_are_told_of_otherwise(code: str, text: str, party: str) -> None:
    assert (party, "place") not in parts(text, code)


def test_two_who_each_give_some_to_a_third_send_nobody_back() -> None:
    report = report_of(
        "Ukraine gets prisoners back from Russia and Belarus",
        text="Ukraine received ten prisoners from Russia and 12 from Belarus on Tuesday.",
    )
    assert ("Russia", "Ukraine", 10) in legs(report)
    assert {receiver for _, receiver, _ in legs(report)} == {"Ukraine"}
