"""States that only tell whose land an armed group is of, and whom its fighters go back to."""

import pytest

from detectors.parties import is_rebel_of
from detectors.roles import Part
from tests.readings import legs, parts, read, report_of


@pytest.mark.parametrize(
    ("code", "text", "state"),
    [
        ("en", "Yemen's Houthis free 113 detainees", "Yemen"),
        ("en", "Sudan's paramilitary RSF hands over 20 soldiers", "Sudan"),
        ("en", "The Houthis of Yemen released 113 detainees", "Yemen"),
        ("es", "Los hutíes de Yemen liberan a 113 detenidos", "Yemen"),
        ("fr", "Le Hezbollah libanais remet deux corps à Israël", "Lebanon"),
        ("ar", "سلم حزب الله اللبناني جثتي جنديين", "Lebanon"),
        ("ru", "Ливанская «Хезболла» передала Израилю тела двух солдат", "Lebanon"),
        ("tr", "Yemen'deki Husiler 113 tutukluyu serbest bıraktı", "Yemen"),
    ],
)
def test_a_state_named_with_an_armed_group_gives_nobody(code: str, text: str, state: str) -> None:
    (reading,) = read(text, code)
    assert {actor.part for actor in reading.actors if actor.party == state} == {Part.HOME}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("pt", "Dois aviões da Cruz Vermelha levaram 249 homens de Áden a Sanaa"),
        ("es", "Habían viajado de Adén a Saná 125 personas"),
    ],
)
def test_a_seat_that_people_leave_for_a_groups_is_where_they_come_from(code: str, text: str) -> None:
    assert {("Yemen", "from"), ("Houthis", "to")} <= parts(text, code)


@pytest.mark.parametrize(
    ("code", "text", "state"),
    [
        ("fr", "Les otages ont été confiés lundi aux autorités françaises, a déclaré le ministre", "France"),
        ("fr", "Ils ont été remis aux autorités du Niger, selon le CICR", "Niger"),
        ("es", "Los diez policías fueron entregados a las autoridades colombianas", "Colombia"),
        ("it", "I militari sono stati consegnati ieri alle autorità libiche, ha detto il ministro", "Libya"),
    ],
)
def test_the_organ_to_which_people_are_handed_gets_them(code: str, text: str, state: str) -> None:
    assert (state, "to") in parts(text, code)


def test_the_organ_that_is_only_spoken_to_gets_nobody() -> None:
    assert ("Russia", "to") not in parts(
        "Les soldats sont rentrés, a indiqué le ministre aux autorités maliennes lundi soir", "fr"
    )


@pytest.mark.parametrize(
    "text",
    [
        "Yemen and the Houthis swap 40 prisoners",
        "Ten Yemeni Houthis freed",
        "Yemen hands the Houthis 40 prisoners",
        "Israel Hamas swap begins",
        "Lebanon received three Hezbollah prisoners",
    ],
)
def test_a_state_that_acts_beside_an_armed_group_stays_a_side(text: str) -> None:
    (reading,) = read(text)
    assert Part.HOME not in {actor.part for actor in reading.actors}


def test_nobody_is_an_armed_group_of_the_state_that_its_people_have_not() -> None:
    assert is_rebel_of("Houthis", "Yemen")
    assert not is_rebel_of("Hamas", "Israel")


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Yemen's Houthis release 113 detainees", "Yemen's Houthi rebels released 113 war detainees on Sunday."),
        ("es", "Los hutíes del Yemen liberan a 113 detenidos", "Los hutíes de Yemen liberaron a 113 detenidos."),
        ("tr", "Yemen'deki Husiler 113 tutukluyu serbest bıraktı", "Yemen'deki Husiler 113 tutukluyu serbest bıraktı."),
    ],
)
def test_an_armed_group_of_a_land_gives_people_to_its_state(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text)) == {("Houthis", "Yemen", 113)}


def test_an_armed_groups_fighters_act_for_it() -> None:
    told = legs(report_of("Colombia and ELN", "en", "Colombia's ELN rebels freed 5 soldiers on Sunday.", sure=False))
    assert told == {("ELN", "Colombia", 5)}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Hezbollah and Israel swap bodies and prisoners",
            "Hezbollah handed over the bodies of two Israeli soldiers. In return, Israel released five Lebanese "
            "prisoners, who arrived in Lebanon.",
        ),
        (
            "fr",
            "Le Hezbollah et Israël échangent corps et prisonniers",
            "Le Hezbollah a remis à Israël les corps de deux soldats. En échange, Israël a libéré cinq prisonniers "
            "libanais, arrivés au Liban.",
        ),
    ],
)
def test_who_is_freed_for_those_whom_a_group_gave_goes_to_it(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text)) == {("Hezbollah", "Israel", 2), ("Israel", "Hezbollah", 5)}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "BEIRUT (AP) - Israel freed 12 Syrians."),
        ("en", "Beirut, June 6 (IANS): Israel freed 12 Syrians."),
        ("en", "BEIRUT: Israel freed 12 Syrians."),
        ("de", "Beirut (dpa) - Israel hat zwölf Syrer freigelassen."),
        ("fr", "Beyrouth, Liban (AFP) — Israël a libéré 12 Syriens."),
        ("es", "Beirut (EFE).- Israel liberó a 12 sirios."),
        ("ru", "БЕЙРУТ, 6 июня - ТАСС. Израиль освободил 12 сирийцев."),
        ("de", "Beirut - Zwölf Syrer sind frei, wie Israel am Freitag mitteilte."),
        ("nl", "Beiroet - Twaalf Syriërs zijn door Israël vrijgelaten."),
    ],
)
def test_a_dateline_tells_a_place(code: str, text: str) -> None:
    first = read("", code, text)[0]
    assert {actor.part for actor in first.actors if actor.party == "Lebanon"} == {Part.PLACE}


@pytest.mark.parametrize(
    "text",
    ["Lebanon - Israel swap: 12 freed.", "Lebanon and Israel (both at war) - freed 12.", "Lebanon: 12 Israelis freed."],
)
def test_names_that_open_a_sentence_are_no_dateline(text: str) -> None:
    first = read("", "en", text)[0]
    assert {actor.part for actor in first.actors if actor.party == "Lebanon"} != {Part.PLACE}


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("Yugoslavia let three US soldiers go on Sunday. Belgrade had held them for a month.", "Yugoslavia"),
        ("Belgrade let three US soldiers go on Sunday. They had been held in Serbia.", "Serbia"),
        ("Belgrade let three US soldiers go. The tribunal for the former Yugoslavia welcomed it.", "Serbia"),
    ],
)
def test_a_capital_is_of_the_state_that_the_text_names(text: str, giver: str) -> None:
    report = report_of("Three US soldiers freed", "en", text, sure=False)
    assert {transfer.released_by for transfer in report.transfers} == {(giver,)}


@pytest.mark.parametrize(
    ("text", "giver", "category"),
    [
        (
            "The Sudan Liberation Army handed 20 soldiers over to Sudan.",
            "Sudan Liberation Movement",
            "prisoners_of_war",
        ),
        ("The SPLM/N let 130 soldiers of Sudan's army go.", "SPLM-N", "prisoners_of_war"),
        ("The New People's Army freed two soldiers in the Philippines.", "New People's Army", "hostages"),
        ("Tuareg rebels in Niger handed two soldiers over to the Red Cross.", "MNJ", "prisoners_of_war"),
        ("The TPNPB freed a New Zealand pilot.", "West Papua National Liberation Army", "hostages"),
    ],
)
def test_armed_groups_go_by_their_usual_names(text: str, giver: str, category: str) -> None:
    (leg,) = report_of("", "en", text, sure=False).transfers
    assert (leg.released_by, leg.category) == ((giver,), category)


def test_a_number_with_strangers_among_them_is_no_total_over_both_sides() -> None:
    title = "Ten prisoners{}, have been released in a Russia-Ukraine exchange"
    (total,) = report_of(title.replace("{},", ""), sure=False).transfers
    assert (total.count, set(total.released_by)) == (10, {"Russia", "Ukraine"})
    report = report_of(title.format(", including Americans"), sure=False)
    assert 10 not in {transfer.count for transfer in report.transfers}
    assert "United States" in report.parties


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "en",
            "Two Americans and five Britons freed in prisoner swap",
            "The two and the five were released on Wednesday as part of a prisoner swap between Russia and Ukraine.",
        ),
        ("en", "Ten prisoners, including Americans, have been released in a Russia-Ukraine exchange", ""),
        ("de", "Fünf Briten bei Gefangenenaustausch zwischen Russland und der Ukraine freigelassen", ""),
        ("fr", "Cinq Britanniques libérés dans un échange de prisonniers entre la Russie et l'Ukraine", ""),
    ],
)
def test_strangers_freed_in_an_exchange_of_two_others_are_of_that_exchange(code: str, title: str, text: str) -> None:
    assert {"Russia", "Ukraine"} < set(report_of(title, code, text, sure=False).parties)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Chad released 20 fishermen in coordination with Egypt."),
        ("de", "Der Tschad ließ 20 Fischer in Abstimmung mit Ägypten frei."),
        ("fr", "Le Tchad a libéré 20 pêcheurs en coordination avec l'Égypte."),
        ("es", "Chad liberó a 20 pescadores en coordinación con Egipto."),
        ("it", "Il Ciad ha liberato 20 pescatori in coordinamento con l'Egitto."),
        ("pt", "O Chade libertou 20 pescadores em coordenação com o Egito."),
        ("nl", "Tsjaad liet 20 vissers vrij in overleg met Egypte."),
        ("sv", "Tchad frigav 20 fiskare i samråd med Egypten."),
        ("ru", "Чад освободил 20 рыбаков по согласованию с Египтом."),
        ("uk", "Чад звільнив 20 рибалок у координації з Єгиптом."),
        ("pl", "Czad uwolnił 20 rybaków w porozumieniu z Egiptem."),
        ("ar", "أفرجت تشاد عن 20 صيادا بالتنسيق مع مصر."),
        ("he", "צ'אד שחררה 20 דייגים בתיאום עם מצרים."),
        ("fa", "چاد ۲۰ ماهیگیر را با هماهنگی مصر آزاد کرد."),
    ],
)
def test_in_coordination_with_whom_people_are_freed_they_do_not_get(code: str, text: str) -> None:
    assert ("Egypt", "home") in parts(text, code)
