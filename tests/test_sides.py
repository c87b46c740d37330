"""Who the sides are: what each mention of a party tells, whose the people are, and which side is never made up."""

from datetime import date

import pytest

from detectors import Article, detect
from detectors.before import Before, Link
from detectors.figures import read_figures
from detectors.parties import is_bystander
from detectors.people import Group
from detectors.sides import Reading, is_of_things, kept, move_of, once
from detectors.types import Qualifier
from tests.readings import parts, read, report_of


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "Guantanamo detainee flown to Oman", "United States", "holder"),
        ("en", "Two men leave Guantánamo Bay, Cuba, for Kuwait", "United States", "holder"),
        ("de", "Zwei Häftlinge aus Guantánamo nach Oman gebracht", "United States", "holder"),
        ("ru", "Узника Гуантанамо передали Кувейту", "United States", "holder"),
        ("ar", "الإفراج عن معتقل في غوانتانامو", "United States", "holder"),
        ("en", "Researcher comes home from Evin prison", "Iran", "holder"),
        ("en", "Nurse freed after being kidnapped in Mali", "Mali", "held_in"),
        ("en", "Engineer arrested on a visit in Venezuela is home", "Venezuela", "held_in"),
        ("en", "Dutch medic freed from Russian-occupied town", "Russia", "held_in"),
        ("en", "Soldier captured in Ukraine is home", "Ukraine", "place"),
        ("en", "Sailor freed from Russian custody in Syria", "Syria", "place"),
        ("en", "Four US citizens freed in Iran prisoner swap", "United States", "nation"),
        ("en", "Four US citizens freed in Iran prisoner swap", "Iran", "between"),
        ("en", "Welder freed in a Russia-Ukraine exchange", "Ukraine", "between"),
        ("en", "Body of volunteer returned to Ukrainian custody", "Ukraine", "to"),
        ("en", "Body of volunteer given back by the Russian military", "Russia", "by"),
        ("en", "Welder handed over by Russian forces", "Russia", "by"),
        ("en", "Seven Lebanese held by the Israeli army go home", "Israel", "holder"),
        ("pl", "52 więźniów Łukaszenki jest na Litwie", "Belarus", "holder"),
        ("en", "52 of Lukashenko's prisoners are in Lithuania", "Belarus", "holder"),
        # where words are not parted, 'of' joins people to whose they are, and the sign of a subject parts them
        ("ja", "アフガン政府、タリバンの捕虜100人を解放", "Taliban", "nation"),
        ("ja", "ロシアは兵士2人を解放した", "Russia", "bare"),
        ("ja", "シリア軍が捕虜を解放した", "Syria", "bare"),
        ("ja", "シリア軍兵士6人を解放した", "Syria", "nation"),
        ("zh", "印方已移交中国", "China", "to"),
    ],
)
def test_the_part_of_a_mention(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


def test_a_swap_that_a_city_counts_is_not_its_state_s() -> None:
    named = {party for party, _ in parts("Second Astana swap: Syria and the rebels free 20 each")}
    assert "Syria" in named
    assert "Kazakhstan" not in named


def test_a_prison_says_nothing_of_the_state_it_lies_in() -> None:
    assert "Cuba" not in {party for party, _ in parts("Two men leave Guantánamo Bay, Cuba, for Kuwait")}


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("US hostage freed in Mali", "United States"),
        ("American freed in Syria", "United States"),
        ("UK engineer freed by Iran", "United Kingdom"),
        ("Marta Rossi freed from Russian prison", None),
    ],
)
def test_whose_one_person_is(text: str, nation: str | None) -> None:
    assert {group.nation for reading in read(text) for group in reading.groups if group.single} == {nation}


@pytest.mark.parametrize(
    ("code", "text", "count", "nation"),
    [
        ("en", "US reporter Evan Gershkovich and the former marine Paul Whelan walk out of prison", 2, "United States"),
        ("en", "Evan Gershkovich, Paul Whelan and Alsu Kurmasheva freed by Russia", 3, None),
        ("en", "Johan Floderus and another Swede, Saeed Azizi, are on a plane home", 2, "Sweden"),
        ("pl", "Rosja wypuściła Gershkovicha i Whelana", 2, None),
    ],
)
def test_people_told_in_one_breath_go_the_same_way(code: str, text: str, count: int, nation: str | None) -> None:
    (told,) = [group for reading in read(text, code) for group in reading.groups if group.name]
    assert (told.count, told.nation) == (count, nation)


def test_a_name_beside_a_counted_group_is_somebody_freed_only_at_the_verb() -> None:
    text = "US frees Alex Saab as Venezuela lets 10 Americans go, Reuters Television says"
    names = [group for reading in read(text) for group in reading.groups if group.name]
    assert [group.count for group in names] == [1]


@pytest.mark.parametrize("text", ["Maschinen mit Gefangenen gelandet", "Nach dem Tausch kehren Gefangene heim"])
def test_a_noun_that_is_written_like_a_name_is_nobody(text: str) -> None:
    assert not [group for reading in read(text, "de") for group in reading.groups if group.name]


@pytest.mark.parametrize(
    ("text", "count", "exact"),
    [
        ("India handed over 90 fishermen", 90, True),
        ("India handed over more than 90 fishermen", 90, False),
        ("Over 90 fishermen were handed over", 90, False),
    ],
)
def test_a_word_of_the_verb_makes_no_figure_vague(text: str, count: int, exact: bool) -> None:
    (group,) = [group for reading in read(text) for group in reading.groups]
    assert (group.count, group.qualifier is Qualifier.EXACT) == (count, exact)


def test_wounded_who_are_exchanged_are_no_sum() -> None:
    text = "Moscow released 31 wounded Ukrainians in exchange for 15 wounded Russians"
    assert [group.count for reading in read(text) for group in reading.groups] == [31, 15]


@pytest.mark.parametrize(
    ("receiver", "hostages"), [("Philippines", True), ("Romania", True), ("Yemen", False), ("Saudi Arabia", False)]
)
def test_an_armed_group_takes_hostages_outside_its_war(receiver: str, hostages: bool) -> None:
    assert is_bystander(receiver, "Houthis") is hostages


@pytest.mark.parametrize(
    ("text", "count", "link"),
    [
        ("In return Kyiv handed over 20 soldiers to Moscow.", 20, Link.BACK),
        ("The same number of prisoners went to Moscow.", 30, Link.SAME),
        ("Another 20 soldiers will follow.", 20, Link.THEN),
        ("Also, two civilians came home.", 2, Link.ALSO),
        ("Two civilians were let go along with them.", 2, Link.ALSO),
        ("Two civilians were also wounded in shelling.", 2, Link.THEN),  # nobody is moved there
        ("Moscow also got back two soldiers.", 2, Link.THEN),  # who acts may as well get his own
    ],
)
def test_what_was_told_just_before_is_gone_on_from_or_back_from(text: str, count: int, link: Link) -> None:
    first, second = read_figures(read("", text=f"Russia released 30 soldiers to Ukraine. {text}"))
    assert (first.before, second.group.count) == (None, count)
    assert second.before == Before("Russia", "Ukraine", link)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Aserbaidschan übergab Armenien acht Soldaten. Außerdem kehrten zwei Zivilisten heim."),
        ("fr", "Le JNIM a remis douze soldats au Mali. Deux civils ont également été libérés."),
        ("es", "El ELN entregó cinco soldados a Colombia. También fueron liberados dos civiles."),
        ("uk", "Росія передала Україні 90 військовополонених. Крім того, повернулися двоє цивільних."),
        ("tr", "Azerbaycan 44 askeri Ermenistan'a teslim etti. Ayrıca iki sivil de döndü."),
        ("fa", "جمهوری آذربایجان 15 سرباز را به ارمنستان تحویل داد. همچنین پیکر دو سرباز بازگردانده شد."),
        ("ja", "ロシアはウクライナに捕虜146人を引き渡した。さらに、民間人2人も帰還した。"),
    ],
)
def test_further_people_go_along_in_every_language(code: str, text: str) -> None:
    *_, last = read_figures(read("", code, text))
    assert last.group.count == 2
    assert last.before is not None
    assert last.before.link is Link.ALSO


def test_a_swap_is_nobody_of_a_nation() -> None:
    assert not [group for reading in read("A Ukrainian prisoner exchange is under way") for group in reading.groups]


def test_a_name_keeps_the_nation_that_another_sentence_tells() -> None:
    title, *_ = read(
        "Engineer, Marta Rossi, freed by court order in swap for banker Petrov",
        text="The Italian engineer Marta Rossi was brought home late last night by plane. "
        "The Russian banker Oleg Petrov was flown out at the same hour from the prison.",
    )
    assert [group.nation for group in title.groups if group.name] == ["Italy", "Russia"]


@pytest.mark.parametrize(
    "text",
    [
        "Arms dealer Oleg Petrov freed from Russian prison in swap for convicted spy",
        "Russian dual citizen freed in prisoner swap after a year in jail",
        "Ukrainian ballerina freed in swap for a banker",
    ],
)
def test_no_opponent_is_made_up_for_one_convict(text: str) -> None:
    detection = detect(Article(title=text, lang="en"))
    assert {party for report in detection.reports for party in report.parties} != {"Russia", "Ukraine"}


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine brings home 95 soldiers in prisoner swap",
        "Armenia gets back six prisoners of war",
        "Hamas hands over three hostages",
    ],
)
def test_the_other_side_of_a_war_goes_without_saying(text: str) -> None:
    assert set(report_of(text).parties) in ({"Russia", "Ukraine"}, {"Armenia", "Azerbaijan"}, {"Israel", "Hamas"})


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Sweden on Saturday freed an Iranian in exchange for an EU diplomat and another Swede held in Iran."),
        ("bg", "С помощта на Ватикана Киев си върна в събота десет цивилни от руски плен."),
    ],
)
def test_organisations_are_no_sides(lang: str, text: str) -> None:
    report = report_of("", lang, text, date(2025, 6, 29))
    sides = {side for transfer in report.transfers for side in (*transfer.released_by, *transfer.returned_to)}
    assert sides
    assert not sides & {"European Union", "Holy See"}


@pytest.mark.parametrize(
    ("lang", "title", "text", "way"),
    [
        ("uk", "Ще 303 наші воїни вдома", "Відбувся третій етап обміну тисяча на тисячу.", ("Russia", "Ukraine", 303)),
        (
            "en",
            "Three hostages released as truce holds",
            "Three men were handed to the Red Cross in Khan Younis on Saturday.",
            ("Hamas", "Israel", 3),
        ),
    ],
    ids=["own press", "place"],
)
def test_sides_are_known_that_nobody_names(lang: str, title: str, text: str, way: tuple[str, str, int]) -> None:
    report = report_of(title, lang, text, date(2025, 5, 25))
    assert [(*t.released_by, *t.returned_to, t.count) for t in report.transfers] == [way]


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "The bodies of four captives were handed over to the Israeli army", "Israel", "to"),
        ("de", "Drei Geiseln wurden an die israelische Armee übergeben", "Israel", "to"),
        ("en", "A plane with 21 prisoners flew to the Saudi capital", "Saudi Arabia", "to"),
        ("en", "Russia got back 27 bodies, according to the Ukrainian defence ministry", "Ukraine", "speaker"),
        ("en", "The hospital in Gaza received 15 bodies", "Palestinians", "speaker"),
        ("en", "Fifteen bodies were handed over in Gaza", "Palestinians", "place"),
        ("ar", "تسلم الجيش اللبناني عسكريا", "Lebanon", "bare"),
        ("ar", "أطلقت سلطات العراق عشرة سجناء", "Iraq", "bare"),
        ("ar", "قال الجيش اللبناني إن عسكريا عاد", "Lebanon", "speaker"),
        ("ar", "أطلقت ستوكهولم المسؤول السابق", "Sweden", "bare"),
        ("ar", "أنجز مكتب العلاقات العامة في حركة أحرار الشام مبادلة", "Ahrar al-Sham", "bare"),
        ("ar", "استعاد لبنان عسكريا خطفته إسرائيل", "Israel", "holder"),
    ],
)
def test_an_organ_gets_people_or_tells_of_them(code: str, text: str, party: str, part: str) -> None:
    assert (party, part) in parts(text, code)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Hezbollah handed over the body of a fighter from Hamas", "nation"),
        ("Israel received five soldiers from Hamas", "from"),
        ("Syria released its soldiers from Hamas", "from"),
    ],
)
def test_fighters_from_a_group_are_its_own_where_they_are_given_up(text: str, part: str) -> None:
    assert ("Hamas", part) in parts(text)


def test_the_government_that_the_taliban_fight_is_their_own_states() -> None:
    assert ("Afghanistan", "nation") in parts("طالبان ۲۵ سرباز دولت را آزاد کرد", "fa")
    named = parts("US says the government of nobody gave the Taliban five men")
    assert ("United States", "bare") in named
    assert "Afghanistan" not in {party for party, _ in named}


def test_soldiers_of_an_army_are_of_its_state() -> None:
    assert ("Afghanistan", "nation") in parts("طالبان ۱۰ سرباز ارتش افغانستان را آزاد کرد", "fa")


def test_words_of_a_name_move_nobody() -> None:
    (reading,) = read("Sudan Liberation Movement meets the mediators")
    assert not reading.moves


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("ar", "مالي: عودة رهينتين", "Mali"),
        ("ar", "إرتيريا تعيد صيادين", "Eritrea"),
        ("ar", "رهينة لدى القاعدة في بلاد المغرب الإسلامي", "Al-Qaeda"),
        ("ar", "عاد 17 من البيشمركة", "Iraq"),
        ("ar", "الجيش الوطني السوري يستعيد أسرى", "Syrian opposition"),
        ("tr", "17 peşmerge serbest", "Iraq"),
        ("fa", "دو زن کوریایی آزاد شدند", "South Korea"),
        ("fa", "وزارت خارجه کوریای جنوبی", "South Korea"),
    ],
)
def test_names_that_news_use(code: str, text: str, party: str) -> None:
    (reading,) = read(text, code)
    assert {actor.party for actor in reading.actors} == {party}


@pytest.mark.parametrize("text", ["القاعدة الجوية", "مقابل مبلغ مالي", "الطبابة الشرعية", "بلدة سول"])
def test_everyday_words_are_no_party(text: str) -> None:
    assert not [actor for reading in read(text, "ar") for actor in reading.actors]


@pytest.mark.parametrize(
    ("code", "text", "things"),
    [
        ("en", "She was jailed for a gift to a Ukrainian charity", True),
        ("en", "Ten Ukrainian soldiers returned", False),
        ("en", "Ukrainians returned home", False),
        ("ru", "Её осудили за перевод украинскому фонду", True),
        ("ru", "Украинцы вернулись домой", False),
    ],
)
def test_an_adjective_of_things_is_told_from_one_of_people(code: str, text: str, things: bool) -> None:
    (reading,) = read(text, code)
    assert {is_of_things(actor, reading) for actor in reading.actors if actor.party == "Ukraine"} == {things}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أخبار لبنان إيران دولي\nسلمت حماس إسرائيل جثة جندي."),
        ("de", "Ukraine Russland Sport Wetter\nDie Hamas hat Israel zwei Leichen übergeben."),
        ("uk", "Погода +10 Київ\n\nХАМАС передав Ізраїлю чотири тіла."),
        ("en", "Iran | Sports\nBy A Reporter\nHamas handed over four bodies to Israel."),
    ],
)
def test_what_stands_above_the_text_names_no_side(code: str, text: str) -> None:
    readings = read("", code, text)
    assert {reading.sentence.order for reading in readings} == {1}
    assert {actor.party for reading in readings for actor in reading.actors} == {"Hamas", "Israel"}


@pytest.mark.parametrize("first", ["Kyiv, 6 March 2026", "Prisoners come home", "The news is good."])
def test_a_line_that_tells_of_people_or_a_day_stays(first: str) -> None:
    assert len(read("", "en", f"{first}\nHamas handed over four bodies to Israel.")) == 2


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("ru", "Турция вернула Сирии тела пятерых солдат", "release"),
        ("lt", "Izraelis sugrąžino Libanui keturis kalinius", "release"),
        ("uk", "Україна повернула з Росії тіла 50 військових", "receive"),
    ],
)
def test_who_brings_people_back_to_another_gives_them(code: str, text: str, kind: str) -> None:
    (reading,) = read(text, code)
    assert [move.kind for move in reading.moves] == [kind]


@pytest.mark.parametrize(("code", "text"), [("lt", "Sirijai perduoti 5 kūnai"), ("ru", "Россиянам передали 5 тел")])
def test_a_name_in_a_case_of_its_own_is_found_once(code: str, text: str) -> None:
    assert [part for _, part in parts(text, code)] == ["to"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Россия отпустила 146 человек, Украина – более 100."),
        ("en", "Israel released 250 prisoners, Hamas about 100."),
    ],
)
def test_a_rough_number_behind_its_subject_takes_the_verb_before(code: str, text: str) -> None:
    (reading,) = read(text, code)
    move = move_of(reading, reading.groups[-1])
    assert move is not None
    assert move.kind == "release"


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia and the US exchanged two prisoners on Wednesday: a former marine for a pilot."),
        ("de", "Russland und die USA tauschten am Mittwoch zwei Gefangene, einen Soldaten und einen Piloten."),
        ("fr", "La Russie et les Etats-Unis ont échangé mercredi deux prisonniers, un soldat et un pilote."),
    ],
)
def test_rivals_named_side_by_side_leave_nobody_unsaid(lang: str, text: str) -> None:
    parties = {party for leg in report_of(text, lang).transfers for party in (*leg.released_by, *leg.returned_to)}
    assert parties == {"Russia", "United States"}


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "Houthis release 113 detainees", "bare"),
        ("it", "Gli Houthi liberano 112 prigionieri", "bare"),
        ("en", "Yemen freed the 113 Houthis", "nation"),
        ("ar", "السعودية تفرج عن 104 أسرى حوثيين", "nation"),
    ],
)
def test_a_word_for_a_side_and_its_people_is_the_people_beside_words_for_people_alone(
    code: str, text: str, part: str
) -> None:
    assert [each for party, each in parts(text, code) if party == "Houthis"] == [part]


def test_what_is_found_out_once_is_kept_apart_by_who_asks_whatever_its_name() -> None:
    """Functions of one name stand in several modules: one must not answer for the other."""
    (reading,) = read("Ukraine brings home 95 soldiers")
    (group,) = reading.groups

    def asks(answer: int) -> list[int]:
        def of_sentence(_: Reading) -> int:
            return answer

        def of_group(_: Reading, __: Group) -> int:
            return 10 * answer

        return [once(of_sentence)(reading), kept(of_group)(reading, group)]

    assert asks(1) == [1, 10]
    assert asks(2) == [2, 20]
