"""What kind of people went home: by the words for them, who held them and how they were taken."""

from datetime import date

import pytest

from detectors.categories import Held, category_of
from detectors.figures import read_figures
from detectors.parties import are_at_war
from detectors.types import Category
from tests.readings import read, report_of


def kinds(code: str, title: str, text: str, giver: str) -> set[Category]:
    """The kinds of those whom a party gave up."""
    report = report_of(title, code, text, date(2025, 3, 10), sure=False)
    return {transfer.category for transfer in report.transfers if transfer.released_by == (giver,)}


@pytest.mark.parametrize(
    ("code", "title", "text", "giver", "category"),
    [
        ("es", "El ELN libera a seis", "El ELN entregó seis soldados secuestrados a Colombia.", "ELN", "hostages"),
        (
            "es",
            "El ELN libera a seis",
            "El ELN entregó seis soldados capturados a Colombia.",
            "ELN",
            "prisoners_of_war",
        ),
        ("fr", "Casamance", "Le MFDC a libéré sept soldats sénégalais pris en otage.", "MFDC", "hostages"),
        ("fr", "Casamance", "Le MFDC a libéré sept soldats sénégalais capturés.", "MFDC", "prisoners_of_war"),
        ("tr", "PKK açıkladı", "PKK, kaçırdığı sekiz Türk askerini serbest bıraktı.", "PKK", "hostages"),
        ("pt", "FARC", "As Farc libertaram quatro soldados colombianos sequestrados.", "FARC", "hostages"),
        # who rules has prisoners, whatever its enemy calls them
        ("en", "Swap", "The Houthis freed 15 abducted Yemeni soldiers.", "Houthis", "prisoners_of_war"),
        ("de", "Taliban", "Die Taliban ließen zehn österreichische Touristen frei.", "Taliban", "prisoners"),
    ],
)
def test_whom_an_armed_group_kidnapped_are_hostages_soldiers_too(
    code: str, title: str, text: str, giver: str, category: str
) -> None:
    assert kinds(code, title, text, giver) == {Category(category)}


@pytest.mark.parametrize(
    ("code", "title", "text", "giver", "category"),
    [
        ("en", "At the border", "Pakistan released 200 Indian fishermen.", "Pakistan", "prisoners"),
        ("es", "Llegan a casa", "Venezuela liberó a diez periodistas estadounidenses.", "Venezuela", "prisoners"),
        ("hi", "सीमा पर", "पाकिस्तान ने 80 भारतीय मछुआरों को रिहा किया।", "Pakistan", "prisoners"),
        ("fr", "Retour", "L'Iran a libéré deux otages français.", "Iran", "prisoners"),
        ("uk", "Повернення", "Росія передала Україні 20 цивільних.", "Russia", "civilians"),
        ("ru", "Возвращение", "Азербайджан передал Армении двух мирных жителей.", "Azerbaijan", "civilians"),
        ("en", "At the border", "Israel handed over seven Lebanese civilians to Lebanon.", "Israel", "civilians"),
    ],
)
def test_a_state_holds_civilians_in_a_war_alone_and_hostages_never(
    code: str, title: str, text: str, giver: str, category: str
) -> None:
    assert kinds(code, title, text, giver) == {Category(category)}


@pytest.mark.parametrize(
    ("one", "other", "war"),
    [
        ("Russia", "Ukraine", True),
        ("Belarus", "Ukraine", True),
        ("Israel", "Lebanon", True),  # by the group that is at home there
        ("India", "Pakistan", False),
        ("Iran", "France", False),
    ],
)
def test_states_are_at_war_by_themselves_their_allies_or_groups_at_home(one: str, other: str, war: bool) -> None:
    assert are_at_war(one, other) == are_at_war(other, one) == war


@pytest.mark.parametrize("told", [None, *Category])
def test_the_dead_stay_the_dead_and_the_living_the_living(told: Category | None) -> None:
    for giver in ("Hamas", "Taliban", "Houthis", "Russia", "Boko Haram"):
        for kidnapped in (True, False):
            people = Held(told, Category.PRISONERS, kidnapped)
            dead = category_of(people, (giver,), ("Ukraine",)) is Category.BODIES
            assert dead == (told is Category.BODIES)


@pytest.mark.parametrize(
    ("code", "title", "text", "category"),
    [
        # what a headquarters is called says nothing of whom it tells
        (
            "en",
            "Ukraine's civilians return",
            "Russia freed ten people, the Coordination Headquarters for the Treatment of Prisoners of War said.",
            "civilians",
        ),
        (
            "en",
            "Ukraine's soldiers return",
            "Russia freed ten people. A civilian journalist watched.",
            "prisoners_of_war",
        ),
    ],
)
def test_people_of_no_kind_are_what_the_lead_calls_them(code: str, title: str, text: str, category: str) -> None:
    assert kinds(code, title, text, "Russia") == {Category(category)}


@pytest.mark.parametrize(
    ("code", "text", "count"),
    [
        ("de", "Russland übergab der Ukraine am Freitag 909 Tote.", 909),
        ("de", "Russland übergab der Ukraine 909 Leichen, dort gab es 14 Tote bei einem Angriff.", 909),
        ("nl", "Rusland gaf Oekraïne vrijdag 909 doden terug.", 909),
        ("nl", "Rusland gaf 909 lichamen terug, er waren 14 doden bij een aanval.", 909),
    ],
)
def test_the_dead_are_handed_over_where_no_attack_killed_them(code: str, text: str, count: int) -> None:
    found = [figure.group for figure in read_figures(read("", code, text)) if figure.group.dead]
    assert [group.count for group in found] == [count]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Acht Bewohner der Region Kursk kehrten nach Russland zurück."),
        ("fr", "Huit habitants de la région de Koursk ont été rapatriés en Russie."),
        ("nl", "Acht inwoners van de regio Koersk keerden terug naar Rusland."),
        ("sv", "Åtta invånare i Kurskregionen återvände till Ryssland."),
    ],
)
def test_residents_are_civilians(code: str, text: str) -> None:
    first = read_figures(read("", code, text))[0]
    assert (first.group.count, first.group.category) == (8, Category.CIVILIANS)


@pytest.mark.parametrize(
    ("title", "text", "giver", "category"),
    [
        ("Swap", "Russia and Ukraine exchanged 390 prisoners each.", "Russia", "prisoners_of_war"),
        ("At sea", "Polisario released 100 Moroccan prisoners.", "Polisario Front", "prisoners_of_war"),
        ("Swap", "Russia and Ukraine exchanged 20 civilians each.", "Russia", "civilians"),
        ("Home", "Russia released two jailed Ukrainian prisoners in Ankara.", "Russia", "prisoners"),
        ("Swap", "Belarus released 31 Ukrainian prisoners.", "Belarus", "prisoners"),
        ("Swap", "Israel released 90 Palestinian prisoners.", "Israel", "prisoners"),
    ],
)
def test_prisoners_of_a_war_of_armies_are_prisoners_of_war(title: str, text: str, giver: str, category: str) -> None:
    assert kinds("en", title, text, giver) == {Category(category)}


@pytest.mark.parametrize(
    ("title", "text", "giver", "category"),
    [
        ("Rebels free two marines", "The Moro Islamic Liberation Front freed its two hostages.", "MILF", "hostages"),
        ("Eight go", "The Kosovo Liberation Army released eight Yugoslav soldiers.", "KLA", "prisoners_of_war"),
        ("Swap", "The SDF freed 12 Islamic State fighters in Syria.", "SDF", "prisoners_of_war"),
    ],
)
def test_called_hostages_or_fighters_of_another_group(title: str, text: str, giver: str, category: str) -> None:
    assert kinds("en", title, text, giver) == {Category(category)}
