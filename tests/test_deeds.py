"""What else sets people free than an exchange: their own army, kidnappers, a pardon, an escape, an expulsion."""

from datetime import date

import pytest

from detectors.verdict import signals
from tests.readings import read

DAY = date(2025, 6, 13)


def found(title: str, text: str = "", code: str = "en") -> set[str]:
    """What speaks for or against the verdict on an article that came out on DAY."""
    return {name for name, value in signals(read(title, code, text, DAY), DAY).items() if value}


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Nigeria's army freed eleven hostages of Boko Haram"),
        ("en", "Eleven hostages freed by the army in Nigeria"),
        ("cs", "Izraelská armáda osvobodila čtyři rukojmí"),
        ("pt", "Exército israelita liberta dois reféns em Rafah"),
        ("fr", "L'armée nigérienne a libéré onze otages"),
        ("en", "The army and the Shin Bet recovered the bodies of three hostages"),
        ("fr", "L'armée et le Shin Bet ont récupéré les dépouilles de trois otages"),
        ("es", "El Ejército y el Shin Bet recuperaron los cuerpos de tres rehenes"),
        ("he", 'צה"ל ושב"כ השיבו את גופותיהם של שלושה חטופים'),
    ],
)
def test_hostages_whom_an_army_frees_nobody_gave_up(code: str, title: str) -> None:
    assert "by_forces" in found(title, code=code)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Philippine troops rescue two Indonesians from Abu Sayyaf"),
        ("en", "Three captives recovered in a clash with Boko Haram"),
        ("ru", "Военные освободили двух индонезийцев из рук «Абу Сайяф»"),
        ("ru", "Заложников отбили в бою"),
        ("uk", "Військові звільнили двох індонезійців з рук «Абу Сайяф»"),
    ],
)
def test_whom_forces_take_from_captors_they_rescue(code: str, title: str) -> None:
    assert "title_topic.rescue" in found(title, code=code)


@pytest.mark.parametrize(
    "title",
    [
        "Boko Haram freed eleven hostages, the army said",
        "Ukraine's army handed over 40 captured soldiers",
        "Army says rebels freed eleven hostages",
        "The army and Boko Haram said eleven hostages were freed",
        "The army and the rebels have talked since the group freed eleven hostages",
    ],
)
def test_an_army_that_only_tells_or_gives_up_its_own_prisoners_rescues_nobody(title: str) -> None:
    assert "by_forces" not in found(title)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("pl", "Amnestia: Azerbejdżan wypuszcza 220 więźniów"),
        ("en", "Amnesty: Azerbaijan frees 220 prisoners"),
        ("ru", "Амнистия: Азербайджан освобождает 220 заключённых"),
        ("de", "Amnestie: Aserbaidschan lässt 220 Gefangene frei"),
        ("ar", "عفو: أذربيجان تفرج عن 220 سجيناً"),
        ("he", "חנינה: אזרבייג'ן משחררת 220 אסירים"),
        ("cs", "Amnestie: Ázerbájdžán propouští 220 vězňů"),
        ("fr", "Amnistie : l'Azerbaïdjan libère 220 prisonniers"),
    ],
)
def test_whom_a_state_pardons_by_itself_it_gives_to_nobody(code: str, title: str) -> None:
    assert {"amnesty_alone", "title_topic.amnesty", "crime"} <= found(title, code=code)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Belarus pardons 14 prisoners and hands them to the United States"),
        ("en", "Putin pardons Savchenko, who is swapped for two Russians"),
        ("ru", "Путин помиловал Савченко, её обменяли на двух россиян"),
    ],
)
def test_a_pardon_that_serves_an_exchange_is_not_alone(code: str, title: str) -> None:
    assert "amnesty_alone" not in found(title, code=code)


@pytest.mark.parametrize(
    ("code", "title", "kind"),
    [
        ("en", "Journalist is home: she escaped from rebels", "escape"),
        ("ru", "Журналистка вернулась: она бежала от боевиков", "escape"),
        ("it", "La giornalista è a casa: è fuggita dai ribelli", "escape"),
        ("pl", "Dziennikarka wróciła: uciekła porywaczom", "escape"),
        ("en", "Turkey gets back 37 citizens deported by Israel", "expulsion"),
        ("tr", "Sınır dışı edilen 37 Türk vatandaşı döndü", "expulsion"),
        ("es", "Deportados: 30 presos vuelven a Venezuela", "expulsion"),
        ("nl", "Rusland levert gevangene uit en laat hem gaan", "expulsion"),
    ],
)
def test_an_escape_and_an_expulsion_are_told_apart_from_other_crime(code: str, title: str, kind: str) -> None:
    assert f"title_topic.{kind}" in found(title, code=code)


def test_captors_without_a_name_are_nobody_s_enemies() -> None:
    assert "nameless_captor" in found("Gunmen free two Turkish workers")
    assert "nameless_captor" not in found("Gunmen of Hamas free two Turkish workers")


@pytest.mark.parametrize(
    ("code", "title", "crosses"),
    [
        ("ru", "1003 тела – в Украину, 26 – в Россию", True),
        ("tr", "İki taraftan 538 asker: 261 Rusya'ya, 277 Ukrayna'ya", True),
        ("es", "Cuatro prisioneros a Ereván y dos a Bakú", True),
        ("en", "Talks on 1,003 bodies to Ukraine and 26 to Russia", False),
        ("en", "Russia returns 1,003 bodies to Ukraine", False),
    ],
)
def test_a_headline_without_a_verb_may_send_people_both_ways(code: str, title: str, crosses: bool) -> None:
    assert ("title_crossed" in found(title, code=code)) is crosses


def test_the_terms_for_one_person_are_terms() -> None:
    assert "title_terms_of_one" in found("Pakistan will release captured Indian pilot on Friday")
    assert "title_terms_of_one" not in found("Pakistan offers to release captured Indian pilot")


@pytest.mark.parametrize(
    ("title", "quoted"),
    [
        ("«Nusra» frees five Lebanese soldiers", False),
        ('"Hamas" frees an American soldier', False),
        ("«We are home»: 95 prisoners are back in Ukraine", True),
        ('"A great day for all of us": 95 prisoners are back', True),
    ],
)
def test_a_name_in_quotes_is_nobody_s_words(title: str, quoted: bool) -> None:
    assert ("title_quoted" in found(title)) is quoted


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ru", "Турция, 20 сентября 2014 — ИА Регнум. Дипломаты вернулись. Ещё двоих боевики отпустили в пятницу."),
        ("it", "Roma, 22 settembre - ANSA. Sono tornati a casa. Il gruppo ha rilasciato due ostaggi venerdì sera."),
    ],
)
def test_a_dateline_by_itself_is_no_lead(code: str, text: str) -> None:
    assert "lead_told" in found("Дома" if code == "ru" else "A casa", text, code)


@pytest.mark.parametrize("stamp", ["23.07.2025 - Update: 24.07.2025", "Tuesday, 18 March 2025, 19:26"])
def test_the_stamp_above_an_article_is_no_lead(stamp: str) -> None:
    text = f"{stamp}\n\nIt was a long and cold night there. Russia and Ukraine exchanged 20 prisoners on Tuesday."
    assert "lead_told" in found("Prisoners are home", text)


def test_captives_taken_in_a_battle_are_not_taken_in() -> None:
    assert "lead_fresh" in found("", "Captives taken in last July's battle in Syria were exchanged on Thursday.")
