"""Numbers that count nobody beside people who are told of: years, ages, mines, planes, brigades, tariffs."""

from datetime import date

import pytest

from tests.readings import counts_of, read, report_of


def counts(code: str, text: str) -> set[int]:
    return {group.count for reading in read("", code, text) for group in reading.groups}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Since 2011 the rebels of the SPLM-N have been at war with the army."),
        ("en", "In 2014 Houthi forces took the capital and let prisoners go."),
        ("fr", "En 2012 les rebelles ont libéré des prisonniers."),
        ("es", "En 2014 rebeldes tomaron la capital y liberaron a presos."),
        ("it", "Nel 2014 i ribelli hanno preso la capitale e liberato prigionieri."),
    ],
)
def test_a_year_behind_its_preposition_or_before_an_article_counts_nobody(code: str, text: str) -> None:
    assert not {2011, 2012, 2014} & counts(code, text)


def test_a_year_that_is_a_count_stays_one() -> None:
    assert 2014 in counts("en", "Iran released 2014 prisoners on Friday.")
    assert 1968 in counts("en", "The group freed 1968 soldiers.")


@pytest.mark.parametrize(
    "text",
    [
        "The swap set free a U.S. citizen of 35 whom Russian forces detained.",
        "Hamas let a woman of 70 go on Friday.",
        "Iran gave back the maps of 92 anti-personnel and anti-tank mines.",
    ],
)
def test_ages_and_mines_count_nobody(text: str) -> None:
    assert not {35, 70, 92} & counts("en", text)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Two Russian planes brought 44 Armenians to Yerevan."),
        ("pl", "Dwa rosyjskie samoloty przywiozły 44 Ormian do Erywania"),
        ("ru", "Два российских самолета доставили 44 армянина в Ереван"),
        ("de", "Zwei russische Flugzeuge brachten 44 Armenier nach Eriwan"),
        ("el", "Δύο ρωσικά αεροσκάφη μετέφεραν 44 Αρμένιους στο Ερεβάν"),
    ],
)
def test_what_carries_people_is_nobody(code: str, text: str) -> None:
    assert counts(code, text) == {44}


def test_states_that_are_counted_are_no_people() -> None:
    assert counts("en", "Three states handed over eleven prisoners") == {11}


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        (
            "de",
            "Die Hamas hat am Dienstag die sterblichen Überreste des 2014 im Krieg gefallenen Offiziers übergeben.",
            {1},
        ),
        ("en", "Russia and Ukraine on Tuesday exchanged prisoners; 2000 Ukrainian soldiers came home.", {2000}),
        ("ar", "أطلقت حركة إم 23 الأربعاء سراح 57 جنديا كونغوليا.", {57}),
        ("en", "The American freed by Russia in a 2022 prisoner swap for Viktor Bout played again.", {1}),
    ],
    ids=["year of a death", "as large as a year", "number in a name", "year of a swap"],
)
def test_years_and_numbers_in_names_count_nobody(code: str, text: str, told: set[int]) -> None:
    assert counts_of(report_of("", code, text, date(2025, 6, 5), sure=False)) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Under the deal Israel gives back 15 bodies for each Israeli returned."),
        ("es", "Israel entrega 15 cuerpos por cada israelí devuelto."),
    ],
)
def test_whom_a_tariff_is_paid_for_is_nobody(code: str, text: str) -> None:
    assert 1 not in counts(code, text)


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("cs", "Příslušníky jeho 107. brigády předaly místní jednotky rodinám", set()),
        ("pl", "Żołnierzy 107. brygady przekazano rodzinom", set()),
        ("hu", "A 107. dandár katonáit átadták a családoknak", set()),
        ("cs", "Rusko předalo 1000 těl a Ukrajina 35.", {1000, 35}),
    ],
)
def test_a_number_that_tells_which_one_counts_nobody(code: str, text: str, told: set[int]) -> None:
    assert counts(code, text) == told


def test_one_of_several_is_no_age() -> None:
    assert 30 in counts("en", "The group released 30 soldiers of Mali.")


@pytest.mark.parametrize(
    "text",
    [
        "Riyadh handed over seven Yemenis and got back a captured officer.",
        "Hezbollah received a captured guerrilla in return for 20 soldiers.",
    ],
)
def test_a_captured_man_is_told_of_beside_those_who_are_counted(text: str) -> None:
    assert any(group.single for reading in read("", "en", text) for group in reading.groups)


def test_a_captured_man_whose_body_is_returned_is_the_body_alone() -> None:
    groups = [
        group for reading in read("", "en", "Iran returned the body of a captured officer.") for group in reading.groups
    ]
    assert [str(group.category) for group in groups] == ["bodies"]


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Congolese POWs taken home by ICRC",
            "Five Congolese interned in Rwanda became free men on Friday when the ICRC "
            "flew them from Kigali to Kinshasa with the consent of both governments.",
        ),
        (
            "20 Andhra fishermen back from Pakistan",
            "Pakistan repatriated 20 fishermen on Monday. Pakistan Rangers handed "
            "them over to the Border Security Force around 7pm. They had been in custody since 2018.",
        ),
    ],
)
def test_who_is_free_or_back_is_news_though_the_state_is_told_by_its_guards(title: str, text: str) -> None:
    assert report_of(title, text=text, sure=False).transfers


def test_the_second_of_two_years_counts_nobody() -> None:
    assert 53 not in counts("en", "The remains of 437 soldiers from the 1950-53 war soldiers know were handed over.")
    assert 48 not in counts("de", "Die Gebeine von 12 Soldaten des Krieges von 1947/48 wurden übergeben.")
    assert 53 in counts("en", "In a swap of 2025 - 53 prisoners came home - nobody was left.")


def test_an_age_in_brackets_behind_a_name_counts_nobody() -> None:
    assert 63 not in counts("nl", "Kevin King (63) is door de taliban vrijgelaten.")
    assert 42 in counts("en", "The Houthis freed soldiers of the army (42) on Friday.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia handed over to Ukraine eight boys between 12 and 17 years old."),
        ("de", "Acht Jungen im Alter von 12 bis 17 Jahren wurden der Ukraine übergeben."),
        ("fr", "Huit garçons âgés de 12 à 17 ans ont été remis à l'Ukraine."),
        ("es", "Ocho niños de 12 a 17 años fueron entregados a Ucrania."),
        ("it", "Otto ragazzi tra i 12 e i 17 anni sono stati consegnati all'Ucraina."),
        ("pt", "Oito meninos de 12 a 17 anos foram entregues à Ucrânia."),
        ("ro", "Opt băieți între 12 și 17 ani au fost predați Ucrainei."),
        ("nl", "Acht jongens van 12 tot 17 jaar zijn aan Oekraïne overgedragen."),
        ("sv", "Åtta pojkar i åldern 12 till 17 år överlämnades till Ukraina."),
        ("pl", "Ośmiu chłopców w wieku od 12 do 17 lat przekazano Ukrainie."),
        ("cs", "Ruské úřady předaly Ukrajině osm chlapců ve věku 12 až 17 let."),
        ("ru", "Восемь мальчиков в возрасте от 12 до 17 лет переданы Украине."),
        ("uk", "Вісім хлопців віком від 12 до 17 років передано Україні."),
        ("bg", "Осем момчета на възраст от 12 до 17 години бяха предадени на Украйна."),
        ("lt", "Aštuoni 12–17 metų berniukai perduoti Ukrainai."),
        ("hu", "Nyolc 12 és 17 év közötti fiút adtak át Ukrajnának."),
        ("el", "Οκτώ αγόρια ηλικίας 12 έως 17 ετών παραδόθηκαν στην Ουκρανία."),
        ("ar", "سُلم إلى أوكرانيا ثمانية أطفال تتراوح أعمارهم بين 12 و17 عاما."),
        ("fa", "هشت کودک ۱۲ تا ۱۷ ساله به اوکراین تحویل داده شدند."),
        ("hi", "12 से 17 साल के आठ बच्चे यूक्रेन को सौंपे गए।"),
    ],
)
def test_the_bounds_of_a_range_of_years_count_nobody(code: str, text: str) -> None:
    assert counts(code, text) == {8}


def test_who_is_freed_beside_a_length_of_time_counts() -> None:
    assert 12 in counts("en", "Hamas released 12 after 17 months of captivity.")
    assert 12 in counts("en", "Hamas released 12 and Israel freed 17 prisoners.")


def test_places_behind_a_nations_adjective_count_nobody() -> None:
    assert counts("en", "Four Syrian towns are to be evacuated, three soldiers were freed.") == {3}
    assert counts("en", "Russia freed 20 Ukrainians hours after the deal.") == {20}


def test_an_age_behind_who_counts_nobody() -> None:
    assert counts("en", "Baku let Zaven Karapetyan, who is 45, go home.") == {1}
    assert 45 in counts("en", "Baku freed Armenians, who are 45 soldiers.")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The body of a man killed at the age of 73 was returned."),
        ("en", "Hamas freed hostages aged between 12 and 17."),
        ("en", "Hamas freed hostages, the youngest aged 16."),
        ("de", "Die Hamas ließ Geiseln im Alter von 16 frei."),
        ("es", "Hamas liberó a rehenes con edades entre 12 y 17."),
        ("en", "They were released under a law of 1798."),
        ("en", "In 1867 they were released."),
    ],
)
def test_ages_behind_their_word_and_years_long_ago_count_nobody(code: str, text: str) -> None:
    assert not {12, 16, 17, 73, 1798, 1867} & counts(code, text)


def test_many_people_are_no_year() -> None:
    assert 1798 in counts("en", "Iran confirmed the release of 1798 prisoners.")
    assert 1600 in counts("en", "A total of 1600 were released by Iran.")


def test_some_of_an_armed_group_are_its_people() -> None:
    freed = [group for r in read("", "en", "Five of the RSF were freed by the army.") for group in r.groups]
    assert [(group.count, group.nation) for group in freed] == [(5, "RSF")]


def test_a_general_ceasefire_is_nobody() -> None:
    text = "They reached agreement on an exchange of prisoners but hardly moved toward a general ceasefire."
    assert not counts("en", text)


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("tr", "360 kişi üç uçakla geldi", {360}),
        ("tr", "İki günde dönen askerler evinde", set()),
        ("el", "Δύο μεγάλες οργανώσεις ανταρτών άφησαν επτά ομήρους", {7}),
    ],
)
def test_what_carries_people_days_and_groups_are_no_people(code: str, text: str, expected: set[int]) -> None:
    assert counts(code, text) == expected


def test_a_city_whose_name_has_a_word_for_bodies_has_none() -> None:
    assert not [
        each for reading in read("", "bg", "В Тел Авив хиляди гледат на живо.") for each in reading.groups if each.dead
    ]


@pytest.mark.parametrize(
    ("code", "text", "whole"),
    [
        ("hi", "दो बच्चों समेत 12 लोगों को रिहा किया गया", 12),
        ("tr", "İki çocuk dahil 12 kişi serbest bırakıldı", 12),
    ],
)
def test_a_word_behind_those_included_leaves_the_whole_whole(code: str, text: str, whole: int) -> None:
    groups = [group for reading in read("", code, text) for group in reading.groups]
    assert not any(group.part for group in groups if group.count == whole)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Russia and Ukraine swapped under-25 prisoners of war on Monday."),
        ("en", "Ukraine and Russia exchanged soldiers under 25 on Monday."),
        ("en", "Prisoners aged under 25 came home."),
        ("de", "Die Ukraine und Russland haben unter 25-jährige Kriegsgefangene ausgetauscht."),
        ("de", "Unter 25-Jährige kommen aus der Gefangenschaft frei."),
    ],
)
def test_under_an_age_is_no_count(code: str, text: str) -> None:
    assert not {1, 25} & counts(code, text)


def test_at_most_so_many_people_are_a_count() -> None:
    assert 25 in counts("en", "Russia freed up to 25 prisoners of war on Monday.")
    assert 25 in counts("en", "Russia freed under 25 prisoners on Monday.")
    assert 300 in counts("en", "Kyiv got soldiers back, up to 300, on Monday.")


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "On Saturday, day two of the exchange, Riyadh let go 183 prisoners.", {183}),
        ("en", "Part two of the exchange brought 50 soldiers home on day 1,941 of the war.", {50}),
        ("en", "In the second phase 50 soldiers went home, and that day 20 civilians.", {50, 20}),
        ("en", "In phase 2 the army freed 39 soldiers.", {39}),
        ("es", "El frente 36 de las FARC liberó a seis soldados.", {6}),
        ("fr", "La résolution 1701 l'exige : le Hezbollah a remis 6 soldats.", {6}),
        ("it", "La fase 2 dello scambio: liberati 20 prigionieri.", {20}),
        ("he", "ביום 5 שוחררו שבעה חטופים.", {7}),
        ("fa", "پیکر 30 شهید عملیات کربلای 4 و 5 بازگشت", {30}),
        ("ru", "День 6: ХАМАС передал 16 заложников.", {16}),
    ],
)
def test_a_number_behind_what_is_numbered_counts_nobody(code: str, text: str, told: set[int]) -> None:
    assert counts(code, text) == told


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Ukraine got back 40 soldiers; the youngest is 21, the eldest 59."),
        ("uk", "Додому повернулися 40 оборонців: наймолодшому 21, найстаршому – 59."),
        ("ru", "Вернулись 40 солдат: младшему из них 21, старшему – 59."),
        ("hu", "Hazatért 40 katona, a legfiatalabb 21, a legidősebb 59."),
        ("he", "40 חיילים שוחררו, הצעיר בן 21 והמבוגר בן 59."),
    ],
)
def test_how_old_the_youngest_and_the_oldest_are_counts_nobody(code: str, text: str) -> None:
    assert counts(code, text) == {40}


def test_the_minutes_of_an_hour_count_nobody() -> None:
    assert counts("fr", "Les 10 agents étaient à Moscou vers 21h 30.") == {10}


def test_a_town_whose_name_begins_like_a_number_is_no_number() -> None:
    assert counts("lt", "Apsikeitimas 40 belaisvių įvyko Abu Dabyje.") == {40}


@pytest.mark.parametrize(
    ("code", "text"),
    [("en", "The two groups of men came home."), ("ru", "Три группы пленных вернулись домой.")],
)
def test_so_many_groups_are_not_so_many_people(code: str, text: str) -> None:
    assert not counts(code, text)


def test_an_age_behind_a_noun_for_one_counts_nobody() -> None:
    assert 71 not in counts("en", "Mali rebels free Swiss prison visitor, 71, after Algerian mediation")
    assert 71 not in counts("en", "Mali rebels freed a Swiss journalist, 71, on Friday.")
    assert 71 in counts("en", "Mali handed over rebels, 71, and 12 civilians.")
