"""Whether an article reports an exchange and how far it has come: what speaks for it."""

from datetime import date

import pytest

from detectors import Article, detect
from detectors.stages import statuses
from detectors.types import Status
from detectors.verdict import signals
from tests.readings import read, report_of

DAY = date(2025, 6, 13)


def found(title: str, text: str = "", code: str = "en") -> dict[str, float]:
    """The signals of an article that came out on DAY."""
    return signals(read(title, code, text, DAY), DAY)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Ballerina exchanged for arms dealer"),
        ("bg", "Балерината бе разменена за търговеца на оръжие"),
        ("lt", "Balerina iškeista į ginklų prekeivį"),
        ("pt", "Bailarina é trocada por traficante de armas"),
        ("ro", "Balerina, schimbată cu traficantul de arme"),
    ],
)
def test_a_dealer_in_arms_is_no_arms(code: str, title: str) -> None:
    assert found(title, code=code)["title_swap"]


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Petrova is home", "The swap took place on Thursday in Ankara, officials said."),
        ("hu", "Kicserélték a balerinát", "A csere csütörtökön zajlott le Ankarában."),
        ("ru", "Балерина на пути домой", "Обмен состоялся в четверг в Анкаре."),
    ],
)
def test_where_no_verb_is_plainly_about_captives_all_verbs_count(code: str, title: str, text: str) -> None:
    said = found(title, text, code)
    assert said["vague"]
    assert said["moves"] >= 2
    assert said["lead_fresh"]


def test_a_headline_that_goes_on_is_about_something_else() -> None:
    news = found("Arms dealer freed by US in swap with Russia")
    story = found("Arms dealer freed by US in swap wins a seat in the regional assembly of his home town")
    assert news["title_known"] > story["title_known"]
    assert news["title_rest"] < story["title_rest"]
    assert news["title_behind"] < story["title_behind"]
    chinese = found("俄罗斯与乌克兰交换战俘", code="zh")
    assert 0 < chinese["title_known"] <= 1


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "On 13 June 2010, two planes with ten agents and four convicts stood side by side in Vienna."),
        ("ru", "13 июня 2010 года в Вене рядом стоят два самолета с десятью и четырьмя осужденными."),
        ("de", "Am 12. Juni 2011 standen in Wien zwei Flugzeuge mit zehn und vier Gefangenen nebeneinander."),
    ],
)
def test_a_day_of_another_year_is_an_anniversary(code: str, text: str) -> None:
    said = found("", text, code)
    assert said["anniversary"]
    assert said["old_day_only"]
    assert said["old_year"]


def test_a_fresh_day_is_no_anniversary_and_no_day_is_neither() -> None:
    said = found("", "On 12 June 2025 Russia and Ukraine exchanged 20 prisoners, as on 3 March 2024.")
    assert said["fresh_day"]
    assert not said["anniversary"]
    assert not said["old_day_only"]
    assert found("", "Russia and Ukraine exchanged 20 prisoners.")["no_day"]
    leap, text = date(2023, 2, 28), "29 February 2020: ten prisoners came home."
    assert signals(read("", text=text, published=leap), leap)["anniversary"]
    assert "anniversary" not in signals(read("", text=text), None)


@pytest.mark.parametrize(
    ("code", "title", "parties"),
    [
        ("en", "Hamas releases French nurse", {"armed_group", "foreign", "alone", "at_war"}),
        ("en", "Russia and Ukraine exchange 20 prisoners each", {"enemies", "title_both"}),
        ("de", "Russland und die Ukraine tauschen je 20 Gefangene aus", {"enemies", "title_both"}),
        ("en", "Amnesty: 300 prisoners freed on the national holiday", {"nobody", "title_nobody"}),
    ],
)
def test_who_is_named_beside_the_movement(code: str, title: str, parties: set[str]) -> None:
    said = found(title, code=code)
    assert {name for name in parties if said[name]} == parties


def steps(title: str, text: str, code: str = "en") -> set[str]:
    """What speaks for an exchange in several steps."""
    readings = read(title, code, text, DAY)
    told = statuses(readings, signals(readings, DAY), DAY)[Status.ONGOING]
    return {name.removeprefix("ongoing.") for name, value in told.items() if value}


def test_a_further_leg_and_a_stage_speak_for_steps() -> None:
    said = steps(
        "Hamas frees three hostages",
        "The first stage of the deal was carried out on Friday. Israel will release 183 prisoners in return tomorrow.",
    )
    assert {"lead_stage", "lead_first", "leg.firm.counted", "leg.return", "leg.due", "done_and_will"} <= said
    plain = steps("Russia and Ukraine exchange 20 prisoners each", "All of them are home, the ministry said on Friday.")
    assert not {"lead_stage", "leg.firm.counted", "done_and_will"} & plain


def test_steps_are_read_in_other_languages() -> None:
    said = steps(
        "ХАМАС звільнив трьох заручників",
        "Перший етап угоди відбувся у п'ятницю. Ізраїль завтра передасть 183 в'язнів.",
        "uk",
    )
    assert {"lead_stage", "leg.firm.counted", "leg.due"} <= said


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Houthis free 104 prisoners as last flights land in Sanaa"),
        ("nl", "Gevangenenruil in Jemen afgerond"),
        ("el", "Ολοκληρώθηκε η ανταλλαγή κρατουμένων στην Υεμένη"),
        ("hu", "Befejeződött a fogolycsere Jemenben"),
        ("fa", "آخرین مرحله تبادل اسرا در یمن"),
        ("zh", "也门换俘全部完成"),
    ],
)
def test_the_last_stage_ends_the_exchange(code: str, title: str) -> None:
    assert {"title_final", "any_final"} <= steps(title, "", code)


def test_the_end_of_a_first_stage_ends_nothing() -> None:
    assert "any_final" not in steps("Kyiv and Moscow completed the first stage of the exchange", "")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Tomorrow the other 300 follow."),
        ("cs", "Zítra přijde na řadu dalších 300 zajatců."),
        ("ru", "Завтра очередь ещё 300 военных."),
    ],
)
def test_people_counted_beside_a_day_to_come_are_a_further_step(code: str, text: str) -> None:
    assert {"leg.due", "leg.due.bare"} & steps("Kyiv, Moscow: 200", text, code)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Teacher home in largest swap since the Cold War"),
        ("de", "Lehrerin frei: größter Austausch seit dem Kalten Krieg"),
    ],
)
def test_what_only_measures_the_news_does_not_make_it_past(code: str, title: str) -> None:
    assert not found(title, code=code)["title_past"]


def test_what_was_long_ago_is_past() -> None:
    assert found("Teacher freed years ago in a swap with Russia")["title_past"]


@pytest.mark.parametrize(
    ("title", "other"),
    [
        ("Echange de prisonniers entre Moscou et Kiev", "Échange de prisonniers entre Moscou et Kiev"),
        (
            "Echangés contre dix soldats, ils rentrent en Arménie",
            "Échangés contre dix soldats, ils rentrent en Arménie",
        ),
    ],
)
def test_a_french_capital_may_lack_its_accent(title: str, other: str) -> None:
    assert found(title, code="fr") == found(other, code="fr")
    assert found(title, code="fr")["title_swap"] or found(title, code="fr")["title_between"]


@pytest.mark.parametrize(
    ("code", "title", "between"),
    [
        ("en", "Prisoner exchange: another swap between Armenia and Azerbaijan", True),
        ("nl", "Weer ruil tussen Moskou en Kyiv", True),
        ("nl", "Moskou en Kyiv praten over nieuwe ruil", False),
        ("fr", "Nouvel échange entre l'Inde et le Pakistan", True),
    ],
)
def test_a_bare_noun_between_two_sides_is_named(code: str, title: str, between: bool) -> None:
    said = found(title, code=code)
    assert bool(said["title_between"] or said["title_swap"]) is between


def test_what_is_agreed_is_more_than_a_plan() -> None:
    said = found("Armenia and Azerbaijan agree to swap 20 prisoners each after first direct talks")
    assert said["title_terms"]
    assert "title_mode.planned" not in said
    assert found("Armenia hopes to swap 20 prisoners with Azerbaijan")["title_mode.planned"]


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "uk",
            "Третій етап: ще 211 захисників удома",
            "На третій день обміну повернулися військові, сказав Зеленський.",
        ),
        ("pl", "Trzeci dzień wymiany. Do Ukrainy wróciło 211 żołnierzy", "Wszyscy trafili do szpitali."),
        ("ru", "Третий день обмена: по 211 военных вернулись домой", "Украина и Россия завершили его."),
        ("fr", "Kiev et Moscou échangent de jeunes prisonniers de guerre", ""),
    ],
)
def test_a_swap_the_soldiers_and_their_side_may_stand_in_sentences_of_their_own(
    lang: str, title: str, text: str
) -> None:
    assert report_of(title, lang, text, date(2026, 1, 11))


@pytest.mark.parametrize(
    ("code", "text", "signal"),
    [
        ("en", "Russia handed over the names of 95 Ukrainian prisoners on Friday.", 1.0),
        ("en", "Russia and Ukraine exchanged 95 prisoners each on Friday; none of them was on any of the lists.", None),
        ("ru", "Россия и Украина обменялись пленными, 95 на 95, в пятницу, и никого из них не было в списках.", None),
    ],
    ids=["what is exchanged", "what is only spoken of", "and in Russian"],
)
def test_a_thing_speaks_against_news_of_people_only_where_it_is_what_is_released(
    code: str, text: str, signal: float | None
) -> None:
    assert found("", text, code).get("lead_other.object") == signal


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Two captives home after raid on militant hideout",
            "Special forces brought both men out, the army said.",
        ),
        (
            "de",
            "Drei Geiseln bei Militäreinsatz befreit",
            "Spezialkräfte brachten die Männer aus der Gewalt der Hamas heim.",
        ),
        ("fr", "Les corps de deux otages ramenés de Gaza lors d'une opération militaire", "L'armée les a récupérés."),
    ],
)
def test_who_is_taken_back_by_force_is_not_given_up(code: str, title: str, text: str) -> None:
    assert not detect(Article(title=title, text=text, lang=code, published=DAY)).is_report


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The rebels parted with eight captured soldiers."),
        ("de", "Die Rebellen gaben am Donnerstag zwölf Gefangene her."),
        ("it", "Venti prigionieri hanno attraversato il ponte verso la Georgia."),
        ("nl", "Negen soldaten zijn uit gevangenschap."),
        ("cs", "Dva vězni vystoupili v Minsku z letadla."),
        ("bg", "Девет войници излязоха от плен."),
        ("uk", "Двадцять полонених перейшли міст до Грузії."),
        ("el", "Επτά αιχμάλωτοι πέταξαν στη Σαναά."),
        ("tr", "Dokuz asker esaretten çıktı."),
        ("ar", "عبر عشرون أسيراً الجسر إلى جورجيا."),
        ("he", "תשעה חיילים יצאו מהשבי."),
        ("ja", "反政府勢力は捕虜12人を手放した。"),
        ("zh", "9名士兵脱离囚禁。"),
    ],
)
def test_captives_who_leave_or_cross_or_are_given_up_are_moved(code: str, text: str) -> None:
    assert any(move.told for reading in read("", code, text, DAY) for move in reading.moves)


def test_what_was_refused_to_those_who_come_home_has_not_failed() -> None:
    asked = "The nine Malaysians who had not been let out of North Korea arrived in Kuala Lumpur on Friday."
    assert not found("", asked)["lead_failed"]


def test_the_handover_of_those_the_title_names_is_told() -> None:
    assert found("Rebels to free ten captives", "The handover took place near the frontier on Friday.")["lead_told"]


def test_since_when_an_exchange_is_the_largest_does_not_date_it() -> None:
    told = "It was the biggest prisoner exchange between Syria and the rebels since the uprising started 21 months ago."
    assert not found("", told)["lead_past"]


def test_a_release_announced_at_the_end_of_its_clause_is_to_come() -> None:
    told = "Die Taliban haben die Freilassung von 20 gefangenen Männern der afghanischen Sicherheitskräfte angekündigt."
    assert found("", told, "de")["lead_agreed"]


def test_a_raid_in_which_people_were_abducted_is_no_rescue() -> None:
    taken = found("First children set free", "19 children abducted in a raid on the town were released on Friday.")
    freed = found("First children set free", "19 children were released on Friday in a raid on the town.")
    assert "lead_topic.rescue" not in taken
    assert freed["lead_topic.rescue"]


@pytest.mark.parametrize(
    "text",
    [
        "Hanoi will hand back nine Laotian soldiers it has held since May, officials said.",
        "Hanoi will hand back nine Laotian soldiers held since May, officials said.",
    ],
)
def test_people_whom_a_side_has_held_are_captives(text: str) -> None:
    signals_found = found("Hanoi and Vientiane agree on truce", text)
    assert signals_found["captive"]
    assert not signals_found["nobody_held"]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Thirteen years since the return of the nurses"),
        ("de", "Zehn Jahre nach dem Gefangenenaustausch"),
        ("fr", "Treize ans depuis le retour des infirmières"),
        ("es", "Diez años después del canje"),
        ("pl", "Dziesięć lat po wymianie więźniów"),
        ("uk", "Десять років після обміну полоненими"),
        ("ru", "Десять лет со дня освобождения моряков"),
        ("bg", "Тринайсет години от завръщането на сестрите"),
        ("ar", "ثلاثة عشر عاماً على عودة الممرضات"),
    ],
)
def test_years_since_an_exchange_are_a_feature(code: str, title: str) -> None:
    assert signals(read(title, code), None)["title_topic.feature"]


def test_years_in_captivity_are_no_feature() -> None:
    assert not signals(read("Sailor freed in swap after ten years"), None).get("title_topic.feature")
