"""People told of by name: who is one of several, whose name opens a headline, who goes each way of a swap of two."""

import pytest

from detectors.camps import camps
from detectors.figures import read_figures
from detectors.options import Way, options
from detectors.types import Category
from tests.readings import counts, figures, legs, read, report_of


def persons(title: str, code: str, text: str) -> list[tuple[str, str | None, bool]]:
    """Everybody told of alone or by name, in reading order: the words, the nation, whether only a part."""
    found = (each for each in read_figures(read(title, code, text)) if each.group.single)
    return [
        (
            " ".join(each.reading.sentence.word(at) for at in range(each.group.start, each.group.end)),
            each.group.nation,
            each.group.part,
        )
        for each in found
    ]


@pytest.mark.parametrize(
    ("code", "title", "text", "name"),
    [
        ("cs", "Nováková je doma", "Do Kyjeva se ve středu vrátila pilotka Olena Nováková.", "nováková"),
        ("en", "Marchand freed by Iran", "The aid worker Olivier Marchand flew to Brussels.", "marchand"),
        ("ru", "Соколова обменяли", "Летчик Андрей Соколов вернулся в Москву.", "соколова"),
    ],
)
def test_a_headline_may_open_with_a_name_that_the_text_knows(code: str, title: str, text: str, name: str) -> None:
    assert persons(title, code, text)[0][0] == name


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Fishermen freed by Iran", "The captain Olivier Marchand flew home."),
        ("cs", "Rybáři jsou doma", "Do Kyjeva se vrátila pilotka Olena Nováková."),
    ],
)
def test_a_headlines_first_word_is_no_name_by_its_capital(code: str, title: str, text: str) -> None:
    assert all(word not in {"fishermen", "rybáři"} for word, _, _ in persons(title, code, text))


@pytest.mark.parametrize(
    ("code", "text", "part"),
    [
        ("en", "Iran freed Johan Lind and Saeed Karimi on Saturday. Lind had been held for two years.", "lind"),
        ("sv", "Johan Lind och Saeed Karimi släpptes av Iran på lördagen. Lind hade suttit fängslad i två år.", "lind"),
        ("es", "Irán liberó a Johan Lind y Saeed Karimi. El diplomático Lind llegó el sábado, libre.", "lind"),
    ],
)
def test_one_of_several_who_are_freed_together_is_a_part_of_them(code: str, text: str, part: str) -> None:
    told = [(words, is_part) for words, _, is_part in persons("", code, text)]
    assert not told[0][1]
    assert all(is_part for words, is_part in told if words == part)


@pytest.mark.parametrize(
    ("code", "text", "name", "nation"),
    [
        ("sv", "I utbyte släpptes Hamid Karimi, den iranier som dömts till livstid.", "hamid karimi", "Iran"),
        ("en", "He was swapped for Ivan Petrov. The Russian pilot Petrov flew home.", "ivan petrov", "Russia"),
    ],
)
def test_a_person_has_the_nation_that_any_mention_tells(code: str, text: str, name: str, nation: str) -> None:
    assert (name, nation) in [(words, whose) for words, whose, _ in persons("", code, text)]


def test_citizens_of_two_states_are_two() -> None:
    text = "The Russian citizen Artur Ivanov came home. He was exchanged for the US citizen Kate Miller."
    told = persons("", "en", text)
    assert ("artur ivanov", "Russia", False) in told
    assert ("kate miller", "United States", False) in told


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("ru", "Россия и США обменялись заключенными", "Ивана Петрова обменяли в четверг на Джона Смита."),
        ("en", "US and Russia swap prisoners", "John Smith was exchanged for Ivan Petrov on Thursday."),
        ("es", "Rusia y EE UU canjean presos", "John Smith fue canjeado el jueves por Ivan Petrov."),
        ("fr", "Les États-Unis et la Russie échangent des prisonniers", "John Smith a été échangé contre Ivan Petrov."),
    ],
)
def test_of_two_who_are_swapped_one_goes_each_way(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text)) == {("Russia", "United States", 1), ("United States", "Russia", 1)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("es", "Venezuela soltó a siete estadounidenses. Washington entregó a cambio a dos sobrinos del presidente."),
        ("es", "Venezuela soltó a siete estadounidenses. Washington liberó a cambio a dos presos."),
    ],
)
def test_whoever_a_side_gives_in_exchange_goes_as_its_own_verb_says(code: str, text: str) -> None:
    assert not any(each.group.price for each in read_figures(read("", code, text)))


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "fr",
            "L'Iran libère Olivier Marchand",
            "Des journalistes ont vu le Belge Olivier Marchand libre à Bruxelles.",
        ),
        ("it", "L'Iran rilascia Carla Rossi", "La giornalista italiana Carla Rossi è stata rilasciata dall'Iran."),
    ],
)
def test_somebody_told_of_alone_is_no_civilian_by_the_journalists_of_the_text(code: str, title: str, text: str) -> None:
    assert {t.category for t in report_of(title, code, text, sure=False).transfers} <= {Category.PRISONERS}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Летчик Иван Петров вернулся в Россию, его обменяли на американца Джона Смита."),
        ("pl", "Lotnik Iwan Pietrow wrócił do Rosji, wymieniono go na Amerykanina Johna Smitha."),
    ],
)
def test_who_is_swapped_for_a_third_states_citizen_is_no_captive_of_the_war(code: str, text: str) -> None:
    assert "Ukraine" not in camps(read("", code, text), ())


def test_one_person_is_never_of_both_sides_together() -> None:
    title = "Griner for Bout: Russia and the United States swap prisoners"
    found = read(title)
    sides = camps(found, ())
    ways = {option.way for figure in read_figures(found) for option in options(figure, sides)}
    assert Way.ONE in ways
    assert Way.JOINT not in ways


@pytest.mark.parametrize(
    ("code", "title", "text", "who"),
    [
        ("de", "Gefangene getauscht", "Moskau ließ einen amerikanischen Soldaten frei.", ("soldaten", "United States")),
        ("de", "Gefangene getauscht", "Der Iran übergab einen deutschen Journalisten.", ("journalisten", "Germany")),
        ("de", "Gefangene getauscht", "In Zürich landete am Abend eine Schweizerin.", ("schweizerin", "Switzerland")),
        ("de", "Gefangene getauscht", "Kiew übergab einen russischen Offizier.", ("offizier", "Russia")),
    ],
)
def test_an_article_tells_that_a_noun_counts_one(code: str, title: str, text: str, who: tuple[str, str]) -> None:
    assert (*who, False) in persons(title, code, text)


def test_soldiers_of_a_nation_without_an_article_are_no_one_person() -> None:
    assert persons("Gefangene getauscht", "de", "Moskau ließ amerikanische Soldaten frei.") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Der Ingenieur Ryan Corbett und ein weiterer Brite kamen am Dienstag frei."),
        ("en", "Ryan Corbett and another Briton were freed on Tuesday."),
        ("fr", "Les talibans ont libéré Ryan Corbett et un autre Britannique."),
    ],
)
def test_somebody_called_by_name_and_one_more_are_two(code: str, text: str) -> None:
    found = read_figures(read("", code, text))
    assert 2 in {each.group.count for each in found if each.group.name or each.group.nation == "United Kingdom"}


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("fr", "Haut-Karabakh : quatre Arméniens libérés"),
        ("it", "Donbass: Kiev e Mosca scambiano prigionieri"),
        ("es", "Alto Karabaj: liberados cuatro armenios"),
    ],
)
def test_what_stands_before_a_colon_is_where_it_happened_and_nobody(code: str, title: str) -> None:
    assert persons(title, code, "") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Sie haben die US-Spielerin Brittney Griner und den russischen Händler Viktor But ausgetauscht."),
        ("en", "They exchanged the American player Brittney Griner and the Russian dealer Viktor Bout on Thursday."),
        ("fr", "Ils ont échangé l'Américaine Brittney Griner et le marchand d'armes russe Viktor Bout."),
    ],
)
def test_two_of_different_nations_who_were_swapped_are_not_two_who_went_together(code: str, text: str) -> None:
    assert {each.group.count for each in read_figures(read("", code, text))} == {1}


def test_two_of_different_nations_whom_one_state_let_go_went_together() -> None:
    text = "Russia freed the American Evan Gershkovich and the German Rico Krieger on Thursday."
    assert 2 in {each.group.count for each in read_figures(read("", "en", text))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ukraine received 1,000 soldiers' bodies on Friday and Russia got 26 servicemen's remains.",
            {1000: True, 26: True},
        ),
        ("Israel got two hostages' bodies.", {2: True}),
        ("Israel received the body of Israeli soldier Oron Shaul.", {1: True}),
        ("Armenia got the body of an Armenian soldier.", {1: True}),
        ("Russia freed 12 soldiers; the prisoners' families brought bodies of evidence.", {12: False}),
    ],
)
def test_whose_bodies_they_are_counts_nobody_more(text: str, expected: dict[int, bool]) -> None:
    told = [(figure.group.count, figure.group.dead) for figure in figures("", text=text)]
    assert sorted(told) == sorted(expected.items())


def test_an_age_between_commas_behind_a_name_counts_nobody() -> None:
    assert counts("", text="Baku gave back Zaven Karapetyan, 45, yesterday.") == [1]
    assert 13 in counts("", text="They went to Germany, 13, and to Ukraine, 29.")


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("nl", "De taliban lieten Kevin C. King gaan.", "kevin c . king"),
        ("en", "The Taliban freed John W. A. Marchand on Tuesday.", "john w . a . marchand"),
        ("de", "Die Taliban ließen Kevin C. King frei.", "kevin c . king"),
    ],
)
def test_a_name_goes_on_behind_initials(code: str, text: str, name: str) -> None:
    assert [told for told, _, _ in persons("", code, text)] == [name]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("de", "Zwei Touristinnen, eine Deutsche und eine Schweizerin, kamen frei.", {"Germany", "Switzerland"}),
        ("en", "Two teachers, an American and a Dane, were freed.", {"United States", "Denmark"}),
    ],
)
def test_those_of_different_nations_are_told_of_one_by_one(code: str, text: str, told: set[str]) -> None:
    groups = [group for reading in read("", code, text) for group in reading.groups]
    assert {group.nation for group in groups if group.single and not group.part} == told


def test_a_noun_that_holds_its_nation_is_of_that_nation() -> None:
    text = "L'humanitaire américain, enlevé à Abalak, a été confié à Washington."
    assert {nation for _, nation, _ in persons("", "fr", text)} == {"United States"}


@pytest.mark.parametrize(
    ("code", "text", "name"),
    [
        ("de", "Nach iranischen Angaben liess Schweden Hamid N. gehen.", "hamid n ."),
        ("nl", "Zweden liet zaterdag Hamid N. gaan.", "hamid n ."),
        ("en", "Iran freed Marc F. and the pilot.", "marc f ."),
        ("en", "Iran freed Olivier Marchand in Ankara, U.S. officials said.", "olivier marchand"),
    ],
)
def test_the_last_word_of_a_name_may_be_its_first_letter_alone(code: str, text: str, name: str) -> None:
    assert persons("", code, text)[0][0] == name


@pytest.mark.parametrize(
    "title",
    [
        "Chad Reaches Deal With Libya to Free Sudanese for Captured Chadians",
        "Libya to Free Sudanese for Captured Chadians",
    ],
)
def test_where_every_word_has_a_capital_none_is_a_name_by_it(title: str) -> None:
    assert counts(title) == []


def test_a_nations_name_in_two_parts_counts_one_by_its_ending() -> None:
    assert persons("Mali lässt US-Amerikanerin frei", "de", "") == [("us - amerikanerin", "United States", False)]
    assert counts("Mali lässt US-Amerikaner frei", "de") == []


@pytest.mark.parametrize(
    ("code", "title", "told"),
    [
        ("es", "Liberado Andrés Quiroga Peña", ["andrés quiroga peña"]),
        ("es", "Liberada Inés Lara, la médica detenida en Siria", ["inés lara"]),
        ("it", "Liberata Chiara Neri", ["chiara neri"]),
        ("pt", "Libertado Nuno Prates pelos rebeldes", ["nuno prates"]),
        ("fr", "Libéré, Hugo Maret est de retour", ["hugo maret"]),
    ],
)
def test_whose_name_stands_behind_the_verb_that_opens_a_headline_is_told(
    code: str, title: str, told: list[str]
) -> None:
    found = [group for reading in read(title, code) for group in reading.groups if group.name]
    words = [" ".join(read(title, code)[0].sentence.word(at) for at in range(g.start, g.end)) for g in found]
    assert (words, [group.count for group in found]) == (told, [1])
