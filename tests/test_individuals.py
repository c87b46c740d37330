"""People exchanged one for one: which mentions are of one person, who went for whom, whose people they are."""

from datetime import date

import pytest

from detectors.camps import camps
from detectors.figures import Figure, read_figures
from detectors.individuals import counterparts, individuals, is_form_of
from tests.readings import figures, legs, parts, read, report_of


def people(title: str, code: str = "en", text: str = "") -> tuple[list[Figure], list[int | None]]:
    """The figures of an article, and which person each is."""
    found = read_figures(read(title, code, text))
    return found, individuals([(each.group, each.reading) for each in found])


def persons(title: str, code: str = "en", text: str = "") -> int:
    """How many single persons an article tells of."""
    return len({person for person in people(title, code, text)[1] if person is not None})


def nations(title: str, code: str = "en", text: str = "") -> list[str | None]:
    """The nation of everybody called by name, in reading order."""
    return [each.group.nation for each in people(title, code, text)[0] if each.group.name]


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("griner", "grinerovou", True),
        ("бут", "бута", True),
        ("карелина", "карелину", True),
        ("reed", "reid", False),
        ("assadi", "assange", False),
        ("whelan", "wheeler", False),
    ],
)
def test_a_name_in_another_case_is_the_same_name(one: str, other: str, same: bool) -> None:
    assert is_form_of(one, other) is is_form_of(other, one) is same


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Moscow frees Reed", "The student Trevor Reed was released on Monday. Reed flew home, Texas says."),
        ("fr", "Téhéran libère Olivier Marchand", "L'humanitaire Olivier Marchand a été libéré lundi."),
        ("pl", "Mińsk zwolnił Jana Kowala", "Dziennikarz Jan Kowal został zwolniony w poniedziałek."),
        ("ru", "Москва отпустила Ивана Петрова", "Журналист Иван Петров был освобожден в понедельник."),
    ],
)
def test_mentions_of_one_name_are_one_person(code: str, title: str, text: str) -> None:
    assert persons(title, code, text) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Iran freed Xiyue Wang, an American student, on Monday.", 1),
        ("An American teacher, the Russian Ivan Petrov were freed on Monday.", 2),
    ],
)
def test_a_word_for_somebody_behind_his_name_is_his_and_a_name_behind_a_comma_anothers(text: str, told: int) -> None:
    assert persons("", "en", text) == told


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Iran and Belgium swap Olivier Marchand for Asad Karimi", ""),
        ("ru", "Россия и США обменяли Ивана Петрова на Джона Смита", ""),
        ("en", "", "Moscow released Trevor Reed on Monday. In return Washington let Ivan Petrov go."),
        ("it", "", "Scambio con Washington: da una parte Trevor Reed, liberato; dall'altra Ivan Petrov, pilota."),
        ("nl", "", "Iran liet maandag Johan Lind gaan. Zweden liet in ruil Hamid Karimi gaan."),
    ],
)
def test_who_went_for_whom_is_known(code: str, title: str, text: str) -> None:
    found, who = people(title, code, text)
    against = counterparts([(each.group, each.reading) for each in found], who)
    assert len(against) == 2


def test_nobody_goes_both_ways() -> None:
    text = "Marchand landed in Brussels on Friday."
    report = report_of("Iran frees Belgian aid worker Olivier Marchand", "en", text, date(2025, 3, 14))
    assert legs(report) == {("Iran", "Belgium", 1)}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("tr", "Trevor Reed, Rus pilot Ivan Petrov ile takas edildi.", [None, "Russia"]),
        ("uk", "Американці натомість віддали Андрія Соколова.", [None]),
        ("el", "Η Μόσχα απελευθέρωσε τον Τρέβορ Ριντ και η Ουάσινγκτον τον Ρώσο Ιβάν Πετρόφ.", [None, "Russia"]),
        ("cs", "Rusko propustilo basketbalistku Brittney Novákovou.", [None]),
        ("nl", "De Colombiaanse beweging ELN heeft Jan Bos en Piet Vis vrijdag overgedragen aan de ombudsman.", [None]),
        ("sv", "Den somaliska gruppen al-Shabaab har frigett Elin Berg.", [None]),
    ],
)
def test_the_nation_told_beside_a_name_is_not_anothers(code: str, text: str, expected: list[str | None]) -> None:
    assert nations("", code, text) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("fr", "Téhéran l'a laissé partir lundi contre un diplomate condamné pour terrorisme."),
        ("pl", "Teheran wypuścił go w poniedziałek w zamian za skazanego dyplomatę."),
        ("en", "Tehran released him on Monday for a convicted diplomat."),
    ],
)
def test_who_was_given_for_somebody_is_a_person(code: str, text: str) -> None:
    assert persons("", code, text) == 1


@pytest.mark.parametrize(
    ("code", "title", "home"),
    [
        ("uk", "Ще 95 наших удома: відбувся обмін полоненими", {"Ukraine", "Russia"}),
        ("fa", "دو زندانی آزاد شدند و به بریتانیا بازگشتند", {"Iran", "United Kingdom"}),
        ("it", "Libera la giornalista arrestata: l'aereo da Teheran è atterrato", {"Italy", "Iran"}),
        ("en", "Two prisoners freed by Iran are back home", {"Iran"}),
        ("it", "Scambio ad Abu Dhabi: la cestista torna a casa", set()),
    ],
)
def test_a_language_of_one_state_names_it_unsaid(code: str, title: str, home: set[str]) -> None:
    assert set(camps(read(title, code), ())) == home


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Hamas frees American captive, Trump says"),
        ("cs", "Hamás pustil na svobodu vojáka s americkým pasem"),
        ("it", "Hamas rilascia un ostaggio americano"),
    ],
)
def test_who_is_only_told_of_leaves_a_groups_enemy_to_be_understood(code: str, title: str) -> None:
    assert {"Hamas", "Israel", "United States"} <= set(camps(read(title, code), ()))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two Americans walked out of a Venezuelan prison."),
        ("de", "Zwei Amerikaner haben ein venezolanisches Gefängnis verlassen."),
    ],
)
def test_a_prison_called_by_its_nation_is_nobody_freed(code: str, text: str) -> None:
    assert legs(report_of("", code, text)) == {("Venezuela", "United States", 2)}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Five nurses and a doctor came home on Tuesday.", [5, 1, 6]),
        ("en", "India said that the soldier, who strayed over the border in May, will be let go.", [1]),
        ("es", "El soldado, que cruzó la frontera en mayo, será liberado.", [1]),
    ],
)
def test_one_person_goes_along_or_is_told_of_before_an_aside(code: str, text: str, expected: list[int]) -> None:
    assert [each.group.count for each in people("", code, text)[0]] == expected


def test_who_only_tells_what_somebody_is_is_nobody_more() -> None:
    text = "Anoosheh Ashoori, also a dual national, who spent five years in prison, was let go."
    assert persons("", "en", text) == 1
    assert [each.group.count for each in people("", "en", text)[0]] == [1]


@pytest.mark.parametrize(
    ("title", "one"),
    [
        ("Pakistan lässt indischen Fischer frei", 1),
        ("Der indische Fischer ist aus der Haft frei", 1),
        ("Indische Krankenschwester aus der Haft frei", 1),
        ("Pakistan lässt indische Fischer frei", 0),
        ("Mali lässt russische Reservisten frei", 0),
    ],
)
def test_an_adjective_tells_whether_a_noun_alike_for_one_and_for_several_is_of_one(title: str, one: int) -> None:
    assert persons(title, "de") == one


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Чад освободил пятерых мужчин и женщину."),
        ("uk", "Чад звільнив п'ятьох чоловіків і жінку."),
        ("pl", "Czad uwolnił pięciu mężczyzn i kobietę."),
        ("cs", "Čad propustil pět mužů a ženu."),
        ("bg", "Чад освободи петима мъже и жена."),
        ("lt", "Čadas paleido penkis vyrus ir moterį."),
        ("en", "Chad released five boys and a girl."),
        ("fr", "Le Tchad a libéré cinq garçons et une fille."),
    ],
)
def test_who_is_joined_to_a_counted_group_is_one_more(code: str, text: str) -> None:
    assert 6 in {group.count for reading in read("", code, text) for group in reading.groups}


def test_who_tells_of_a_counted_group_is_none_of_it() -> None:
    groups = read("", "ru", "Вернулись пятеро моряков и журналист рассказал о плене.")[-1].groups
    assert [group.count for group in groups] == [5]


@pytest.mark.parametrize(
    ("code", "text", "nation"),
    [
        ("pl", "Moskwa wypuściła Francuza", "France"),
        ("pl", "Moskwa wypuściła Niemkę", "Germany"),
        ("pl", "Mińsk uwolnił Litwina", "Lithuania"),
        ("pl", "Mińsk uwolnił Polkę", "Poland"),
        ("ru", "Москва отпустила француза", "France"),
        ("ru", "Минск отпустил поляка", "Poland"),
        ("ru", "Минск отпустил польку", "Poland"),
        ("ru", "Иран отпустил шведа", "Sweden"),
        ("uk", "Москва відпустила француза", "France"),
        ("uk", "Москва відпустила білоруса", "Belarus"),
    ],
)
def test_one_person_by_the_ending_of_a_nations_noun(code: str, text: str, nation: str) -> None:
    assert [(figure.group.count, figure.group.nation) for figure in figures(text, code)] == [(1, nation)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Ромашова отпустили в обмен на Марка Фогеля"),
        ("ru", "Он вернулся домой в результате обмена на Ромашову"),
        ("uk", "Він повернувся додому після обміну на Ромашову"),
        ("pl", "Wrócił do kraju w wyniku wymiany na Karelinę"),
    ],
)
def test_who_stands_behind_a_swap_for_somebody_is_no_place(code: str, text: str) -> None:
    assert [figure.group.name for figure in figures(text, code)] == [True]


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "Belarus frees lawyer wanted by the United States", "home"),
        ("en", "France frees player after refusing extradition to the United States", "home"),
        ("fr", "La France a libéré le joueur malgré la demande d'extradition vers les États-Unis", "home"),
        ("pl", "Francja wypuściła koszykarza, który bał się ekstradycji do USA", "home"),
        ("ru", "Франция отпустила баскетболиста, избежавшего экстрадиции в США", "home"),
        ("en", "Russia gets back a hacker extradited to the United States last year", "holder"),
    ],
)
def test_who_only_wants_somebody_is_no_side_by_that(code: str, text: str, part: str) -> None:
    assert ("United States", part) in parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("en", "Jan Vermeer, an EU diplomat, and Anna Novak are on their way home, Sweden says", 2),
        ("en", "Jan Vermeer, 32, Pavel Dolezal, 54, and Anna Novak, 47, were freed by Russia", 3),
        ("de", "Jan Vermeer, ein EU-Diplomat, und Anna Novak sind auf dem Heimweg", 2),
        ("fr", "Jean Vermeer, 41 ans, et Anne Novak, 72 ans, ont été libérés par l'Iran", 2),
        ("pl", "Jan Vermeer, dziennikarz, i Anna Novak zostali uwolnieni przez Rosję", 2),
    ],
)
def test_names_are_told_in_one_breath_across_an_age_and_who_that_is(code: str, text: str, count: int) -> None:
    assert [figure.group.count for figure in figures(text, code) if figure.group.name] == [count]


@pytest.mark.parametrize(
    "text",
    [
        "Russia freed Jan Vermeer, a teacher freed by mistake, and Anna Novak spoke of it",
        "Russia freed Jan Vermeer, a teacher, for Anna Novak",
    ],
)
def test_nobody_is_joined_across_what_moves_somebody(text: str) -> None:
    assert 2 not in [figure.group.count for figure in figures(text) if figure.group.name]


@pytest.mark.parametrize(
    ("text", "nation"),
    [
        ("Russia frees US cancer researcher", "United States"),
        ("Belarus frees Polish minority activist", "Poland"),
        ("Taliban free US airline mechanic", "United States"),
        ("US frees Russian hacker", "Russia"),
    ],
)
def test_a_word_for_a_trade_parts_nobody_from_the_nation(text: str, nation: str) -> None:
    assert [(figure.group.count, figure.group.nation) for figure in figures(text)] == [(1, nation)]
    assert (nation, "nation") in parts(text)
