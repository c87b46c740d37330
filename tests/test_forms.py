"""What stands around a party's name tells of it: quotes, words for its fighters, the land that it holds, its case."""

from datetime import date

import pytest

from detectors.roles import Part
from detectors.types import Category
from tests.readings import counts, legs, read, report_of


def parts(text: str, party: str, code: str) -> set[Part]:
    """What the mentions of a party do in a headline."""
    return {actor.part for reading in read(text, code) for actor in reading.actors if actor.party == party}


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("ru", "Из «ДНР» вернулись 19 пленных", Part.FROM),
        ("uk", 'Від "ДНР" Україна отримала 19 полонених', Part.FROM),
        ("uk", "Обмін полоненими між «ДНР» та Україною відбувся", Part.BETWEEN),
        ("ru", "От боевиков «ДНР» получены 19 пленных", Part.FROM),
        ("uk", "Бойовикам «ДНР» передано 15 осіб", Part.TO),
        ("ru", "Боевикам ДНР переданы 15 осужденных", Part.TO),
        ("ru", "Пленные освобождены боевиками ДНР", Part.BY),
    ],
)
def test_a_name_in_quotes_or_behind_its_fighters_has_their_part(code: str, text: str, part: Part) -> None:
    assert parts(text, "DPR", code) == {part}


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("bg", "Телата са предадени на територия, контролирана от Украйна", Part.TO),
        ("cs", "Těla převezli na území kontrolované Ukrajinou", Part.TO),
        ("pl", "Ciała 500 poległych sprowadzono na tereny kontrolowane przez Ukrainę", Part.TO),
        ("ru", "Пленных вывезли на контролируемую Украиной территорию", Part.TO),
        ("uk", "Полонених вивезли на контрольовану Україною територію", Part.TO),
        ("cs", "Autobusy čekaly na severu Ukrajiny", Part.PLACE),
        ("lt", "Autobusai laukė Ukrainos šiaurėje", Part.PLACE),
        ("pl", "Autobusy czekały na północy Ukrainy", Part.PLACE),
        ("ru", "Автобусы стояли на севере Украины", Part.PLACE),
        ("uk", "Автобуси стояли на півночі України", Part.PLACE),
        ("pl", "Wróciło pięciu obywateli Ukrainy", Part.NATION),
        ("ru", "Вышли две женщины с украинскими паспортами", Part.NATION),
        ("uk", "Вийшли дві жінки з українськими паспортами", Part.NATION),
        ("uk", "Дітей вивезли з окупації та України", Part.FROM),
        ("ru", "Обмен пленными с украинской стороной", Part.BETWEEN),
        ("bg", "Върнати са петима граждани на Украйна", Part.NATION),
        ("pl", "Wróciło 13 obywateli Izraela i dziesięciu Ukrainy", Part.NATION),
        ("ru", "Вернули двух пленных, воевавших на украинской стороне", Part.PLACE),
        ("ru", "Двух пленных передали украинской стороне", Part.TO),
    ],
)
def test_the_case_of_a_name_says_where_whose_or_with_what(code: str, text: str, part: Part) -> None:
    assert parts(text, "Ukraine", code) == {part}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "«ДНР» отдала Киеву двоих военных"),
        ("uk", "«ДНР» віддала Україні двох військових"),
        ("en", 'The "DPR" gave two soldiers back to Ukraine'),
    ],
)
def test_quotes_around_a_name_part_no_clause(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert reading.sentence.clause(reading.actors[0].start) == (reading.sentence.start, reading.sentence.end)


def test_quotes_around_words_part_clauses() -> None:
    (reading,) = read("The team of Russia said «we gave back two soldiers of Ukraine» and left", "en")
    assert reading.sentence.clause(reading.sentence.start)[1] < reading.sentence.end - 1


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("ru", "Российского лётчика вернули с территории Украины", Part.FROM),
        ("ru", "С территории, которую контролирует киевский режим, возвращены 75 военных", Part.FROM),
        ("uk", "З території України повернулися 75 росіян", Part.FROM),
        ("ru", "Украинцам отдали 84 бойца", Part.TO),
        ("uk", "Українцям віддали 84 бійців", Part.TO),
        ("ru", "Из плена в Украину вернулись 75 военных", Part.TO),
        ("uk", "З полону в Україну повернулися 75 військових", Part.TO),
        ("ru", "На подконтрольной Киеву территории оказались трое детей", Part.TO),
        ("uk", "Діти вже на підконтрольній Україні території", Part.TO),
    ],
)
def test_where_people_come_from_and_go(code: str, text: str, part: Part) -> None:
    assert parts(text, "Ukraine", code) == {part}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "«Талибан» (запрещен в РФ) отпустил 20 афганских военных"),
        ("ru", "ХАМАС (организация признана террористической и запрещена в России) отпустил двоих израильтян"),
    ],
)
def test_who_is_banned_somewhere_makes_no_side_of_that_state(code: str, text: str) -> None:
    assert not parts(text, "Russia", code)


def test_russias_own_service_is_its_side_wherever_it_is_banned() -> None:
    assert parts("ФСБ, заборонена в Росії, не відпустила нікого", "Russia", "uk") == {Part.BARE}


@pytest.mark.parametrize(
    ("code", "title", "text", "told"),
    [
        (
            "ru",
            "Полторы сотни военных вернулись из плена",
            "Россия вернула из украинского плена полторы сотни солдат.",
            {("Ukraine", "Russia", 150)},
        ),
        (
            "uk",
            "Півтори сотні захисників удома",
            "Україна повернула з російського полону півтори сотні військових.",
            {("Russia", "Ukraine", 150)},
        ),
        (
            "ru",
            "Украине переданы два десятка тел",
            "Россия передала Украине два десятка тел погибших военных.",
            {("Russia", "Ukraine", 20)},
        ),
        (
            "ru",
            "Останки 88 солдат переданы Китаю",
            "Республика Корея в пятницу отдала Китаю останки 88 солдат.",
            {("South Korea", "China", 88)},
        ),
    ],
)
def test_usual_ways_to_count_and_to_call_a_state(
    code: str, title: str, text: str, told: set[tuple[str, str, int | None]]
) -> None:
    assert legs(report_of(title, code, text)) == told


def test_american_soldiers_are_not_one_soldier() -> None:
    assert not any(reading.groups for reading in read("Пхеньян отдал Вашингтону останки американских солдат", "ru"))


def test_with_somebody_is_not_from_somebody() -> None:
    assert parts("Разом із захисниками повертаємо і 20 цивільних", "Ukraine", "uk") == {Part.NATION}
    assert parts("Вместе с украинцами вернулись 20 гражданских", "Ukraine", "ru") == {Part.NATION}


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("uk", "35 бранців Кремля вдома", "Russia"),
        ("ru", "Двое узников Кремля на свободе", "Russia"),
        ("uk", "Троє заручників ХАМАСу на волі", "Hamas"),
        ("en", "Three hostages of Hamas are free", "Hamas"),
        ("it", "Liberi sei ostaggi di Hamas", "Hamas"),
    ],
)
def test_whose_hostages_they_are_holds_them(code: str, text: str, party: str) -> None:
    assert parts(text, party, code) == {Part.HOLDER}


def test_a_states_hostages_are_its_people() -> None:
    assert parts("Возвращены трое заложников Израиля", "Israel", "ru") == {Part.NATION}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Украина передала 12 жителей Курской области"),
        ("ru", "Украина передала 12 курян"),
        ("uk", "Україна передала 12 мешканців Курщини"),
        ("bg", "Украйна предаде 12 жители на Курска област"),
    ],
)
def test_people_of_a_region_are_civilians_of_its_state(code: str, text: str) -> None:
    (group,) = [group for reading in read(text, code) for group in reading.groups]
    assert (group.category, group.nation) == (Category.CIVILIANS, "Russia")


@pytest.mark.parametrize(
    ("code", "text", "mode"),
    [
        ("uk", "103 воїни вирвалися з російського полону", "done"),
        ("ru", "Трое вырвались из украинского плена", "done"),
        ("uk", "До Росії поїхали 35 осіб", "done"),
        ("ru", "В Россию отправились 35 человек", "done"),
        ("ru", "46 курян снова в России", "done"),
        ("uk", "46 дітей знову в Україні", "done"),
        ("ru", "Россия и Украина закончили обмен пленными", "done"),
        ("ru", "Хуситы приступили к обмену пленными", "running"),
        ("bg", "Двама заложници са вън от Газа", "done"),
        ("bg", "20 души излязоха от плена на Хамас", "done"),
        ("ru", "Красный Крест везет в Израиль останки двоих", "running"),
        ("uk", "Червоний Хрест везе до Ізраїлю останки двох", "running"),
    ],
)
def test_usual_ways_to_tell_that_people_go(code: str, text: str, mode: str) -> None:
    assert mode in {str(move.mode) for reading in read(text, code) for move in reading.moves}


@pytest.mark.parametrize(
    ("code", "text"), [("uk", "Сепаратисти Донбасу та Київ провели обмін"), ("ru", "Донецкие боевики вернули двоих")]
)
def test_separatists_of_the_donbas_are_a_side(code: str, text: str) -> None:
    assert Part.BARE in parts(text, "DPR", code)


@pytest.mark.parametrize(
    ("code", "title", "day"),
    [
        ("uk", "Напередодні Великодня Україна повернула з полону 277 воїнів", None),
        ("uk", "Напередодні Україна повернула з полону 277 воїнів", date(2025, 4, 18)),
        ("ru", "Накануне Нового года Россия вернула из плена 150 военных", None),
        ("ru", "Накануне Россия вернула из плена 150 военных", date(2025, 4, 18)),
    ],
)
def test_the_eve_of_a_feast_is_not_yesterday(code: str, title: str, day: date | None) -> None:
    assert report_of(title, code, published=date(2025, 4, 19), sure=False).event_date == day


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("ru", "Южные осетины отдали 63 жителя Грузии", "South Ossetia"),
        ("ru", "Американцы отпустили иранца", "United States"),
        ("uk", "Вірмени повернули двох азербайджанців", "Armenia"),
    ],
)
def test_a_people_that_lets_others_go_does_so(code: str, text: str, party: str) -> None:
    assert parts(text, party, code) == {Part.BARE}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("es", "17 opositores dejarán la cárcel y viajarán a Madrid", "return"),
        ("es", "Los cautivos volvieron después de que los cambiaran por un comandante", "swap"),
        ("it", "29 bambini raggiungeranno le famiglie in Ucraina", "return"),
        ("it", "Ne rilasceremo 360, ha detto Islamabad", "release"),
        ("pt", "Duas missionárias deixam cativeiro do Taleban", "return"),
        ("ro", "Gruparea l-a lăsat să plece pe general", "release"),
        ("el", "Οι FARC άφησαν το βράδυ δύο αστυνομικούς", "release"),
        ("hu", "Újabb 39 palesztin hagyhatta el az izraeli börtönöket", "return"),
        ("hu", "Elindult az elesett amerikaiak maradványait szállító gép", "return"),
    ],
)
def test_ways_to_let_people_go_and_to_come_home(code: str, text: str, kind: str) -> None:
    (reading,) = read(text, code)
    assert kind in {move.kind for move in reading.moves}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "El Ejército devuelve 13 vacas a los ganaderos"),
        ("it", "L'India restituisce 13 yak e quattro pecore"),
        ("pt", "Índia entrega à China 13 iaques e quatro bezerros perdidos"),
        ("el", "Ο στρατός επέστρεψε πρόβατα και κατσίκες"),
    ],
)
def test_animals_that_are_handed_over_are_nobody(code: str, text: str) -> None:
    (reading,) = read(text, code)
    assert not reading.moves


@pytest.mark.parametrize(
    ("code", "text", "party"),
    [
        ("es", "El NPA devuelve a un sargento", "New People's Army"),
        ("es", "Las disidencias de las FARC sueltan a ocho militares", "FARC dissidents"),
        ("it", "I dissidenti delle Farc liberano otto militari", "FARC dissidents"),
        ("pt", "Dissidência das Farc solta oito militares", "FARC dissidents"),
        ("ro", "Tiraspolul eliberează trei deținuți", "Transnistria"),
        ("hu", "Kisinyov két katonát kapott vissza", "Moldova"),
        ("es", "El arzobispado medió en la liberación", "Catholic Church"),
    ],
)
def test_names_that_news_gives_to_sides_and_helpers(code: str, text: str, party: str) -> None:
    assert parts(text, party, code)


@pytest.mark.parametrize(
    ("code", "text", "party", "part"),
    [
        ("en", "48 detainees were on the plane bound for Sanaa", "Houthis", Part.TO),
        ("en", "The wounded: 31 for Ukraine and 15 for Russia", "Russia", Part.TO),
        ("en", "The wounded: 31 for Ukraine and 15 for Russia", "Ukraine", Part.TO),
        ("de", "Verwundete: 31 für die Ukraine und 15 für Russland", "Russia", Part.TO),
        ("fr", "Les blessés: 31 pour l'Ukraine et 15 pour la Russie", "Ukraine", Part.TO),
        ("en", "Twenty-three Indians held for straying into Bangladeshi waters are back", "Bangladesh", Part.HOLDER),
    ],
)
def test_for_whom_and_into_whose_waters(code: str, text: str, party: str, part: Part) -> None:
    assert part in parts(text, party, code)


def test_a_pronoun_counts_nobody() -> None:
    text = "48 detainees were on the plane for Sanaa, 42 on the one for Marib"
    assert counts("", "en", text) == [48, 42]


def test_an_officer_who_speaks_is_nobody_freed() -> None:
    (reading,) = read("", "en", "One of the captives is home, said Lieutenant Colonel Fahad Mahmud")
    assert not [group for group in reading.groups if group.name]


def test_who_gives_themselves_up_lets_nobody_go() -> None:
    assert not [move for reading in read("A hundred fighters give themselves up in Beira") for move in reading.moves]


@pytest.mark.parametrize(
    "text",
    [
        "11 POWs go from Russia to Hungary",
        "Eighteen Cambodian POWs step over the border",
        "271 men out of rebel hands",
        "136 Ethiopians cross the bridge",
        "Eight soldiers were given over to a delegation",
    ],
)
def test_ways_to_tell_in_english_that_people_go(text: str) -> None:
    assert "done" in {str(move.mode) for reading in read(text) for move in reading.moves}
