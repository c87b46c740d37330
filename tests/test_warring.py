"""Sides that an article calls by what they are (the rebels, the coalition), and people of two of them."""

import pytest

from detectors.camps import camps
from detectors.figures import read_figures
from detectors.options import Way, options
from detectors.parties import NOBODY, are_rivals
from tests.readings import legs, read, report_of

YEMEN = {("Houthis", "Yemen", 9), ("Yemen", "Houthis", 12)}


def parts(code: str, title: str, text: str, party: str) -> list[str]:
    """The parts of a party's mentions behind the headline, as the rules read them."""
    return [a.part for reading in read(title, code, text)[1:] for a in reading.actors if a.party == party]


@pytest.mark.parametrize(
    ("code", "title", "text", "group", "state"),
    [
        ("en", "M23 talks go well", "The rebels handed 30 soldiers to the government.", "M23", "DR Congo"),
        ("fr", "Le M23 confirme", "Les rebelles ont remis 30 soldats au gouvernement.", "M23", "DR Congo"),
        ("de", "Gespräche mit der ELN", "Die Rebellen übergaben der Regierung 30 Soldaten.", "ELN", "Colombia"),
        ("es", "Habla el ELN", "La guerrilla entregó seis soldados al Gobierno.", "ELN", "Colombia"),
        ("pl", "Rozmowy z M23", "Rebelianci uwolnili 30 żołnierzy, a rząd 12 bojowników.", "M23", "DR Congo"),
        ("tr", "PKK açıkladı", "Örgüt sekiz askeri bıraktı, hükümet iki kişiyi teslim etti.", "PKK", "Türkiye"),
        ("ar", "الحوثيون والتبادل", "أفرجت الجماعة عن 30 أسيرا وأفرجت الحكومة عن 50.", "Houthis", "Yemen"),
        ("zh", "若开军证实", "叛军释放了30名士兵，军政府释放了12人。", "Arakan Army", "Myanmar (Burma)"),
    ],
)
def test_rebels_and_government_are_those_of_the_war_that_is_named(
    code: str, title: str, text: str, group: str, state: str
) -> None:
    assert parts(code, title, text, group)
    assert parts(code, title, text, state)


@pytest.mark.parametrize(
    ("code", "title", "text", "group"),
    [
        ("en", "Islamic State frees six in Syria", "The militants also handed over two bodies.", "Islamic State"),
        ("it", "Siria, al Nusra libera sei soldati", "I ribelli hanno consegnato due corpi.", "Al-Nusra Front"),
        ("ar", "سوريا: داعش يفرج عن ستة", "وأفرج التنظيم عن جنديين.", "Islamic State"),
        ("tr", "Suriye: Nusra altı askeri bıraktı", "Örgüt iki naaşı teslim etti.", "Al-Nusra Front"),
        ("en", "Syria frees six", "The rebels handed over two bodies.", "Syrian opposition"),
    ],
)
def test_a_states_rebels_are_the_group_that_is_named(code: str, title: str, text: str, group: str) -> None:
    assert parts(code, title, text, group)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Taliban free two Americans in Afghanistan", "The government let three Taliban go."),
        ("pl", "Talibowie uwolnili dwóch Amerykanów w Afganistanie", "Rząd wypuścił trzech talibów."),
        ("fa", "طالبان دو آمریکایی را در افغانستان آزاد کرد", "حکومت سه زندانی طالبان را آزاد کرد."),
    ],
)
def test_the_government_that_the_taliban_are_against_is_their_countrys(code: str, title: str, text: str) -> None:
    assert parts(code, title, text, "Afghanistan")
    assert not parts(code, title, text, "United States")


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Houthis confirm swap", "181 government soldiers were exchanged for 706 rebels."),
        ("de", "Houthis bestätigen Austausch", "181 Soldaten der Regierung kamen für 706 Rebellen frei."),
        ("cs", "Húsíové potvrdili výměnu", "Vyměněno bylo 181 vládních vojáků za 706 povstalců."),
        ("ja", "フーシ派が捕虜交換", "反政府勢力706人と政府軍兵士181人が交換された。"),
    ],
)
def test_people_counted_by_such_a_word_are_that_sides(code: str, title: str, text: str) -> None:
    groups = [group for reading in read(title, code, text)[1:] for group in reading.groups]
    assert {"Houthis"} == {group.nation for group in groups if group.count == 706}


@pytest.mark.parametrize(
    ("code", "title", "text", "nobody"),
    [
        # a first name stands before the leader's
        ("es", "El Salvador libera a diez", "El gobierno de Nicolás Maduro soltó a tres.", "El Salvador"),
        ("pt", "El Salvador liberta dez", "O governo de Nicolás Maduro soltou três.", "El Salvador"),
        # the beginning of a longer name
        ("fr", "Le Hezbollah confirme", "L'Armée du Liban-Sud a relâché trois hommes.", "Lebanon"),
        # no war of the two at war
        ("sv", "Byte mellan Ryssland och Ukraina", "Gruppen landade, en från Marocko.", "Polisario Front"),
    ],
)
def test_a_word_beside_or_in_a_name_is_no_further_side(code: str, title: str, text: str, nobody: str) -> None:
    assert not parts(code, title, text, nobody)


def test_what_they_do_is_read_as_of_a_name() -> None:
    assert parts("en", "M23 talks", "Six men were released by the rebels.", "M23") == ["by"]
    assert parts("en", "M23 talks", "Six men were handed over to the rebels.", "M23") == ["to"]


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        ("M23 talks", "Fighters of the Ugandan government left.", "DR Congo"),  # another state's
        ("Swap between India and Pakistan", "The rebels let two men go.", "Pakistan"),  # no armed group is named
    ],
)
def test_a_word_for_others_is_no_mention(title: str, text: str, party: str) -> None:
    assert not parts("en", title, text, party)


@pytest.mark.parametrize(
    ("code", "title", "text", "party"),
    [
        ("en", "Kyiv and Donetsk talk", "The rebels let two men go.", "DPR"),
        ("de", "Kiew und die LNR reden", "Die Separatisten ließen zwei Männer frei.", "LPR"),
        ("uk", "Київ і «ЛНР» домовляються", "Бойовики відпустили двох чоловіків.", "LPR"),
        ("ru", "Украина: обмен пленными", "Сепаратисты отпустили двоих мужчин.", "DPR"),
    ],
)
def test_the_rebels_of_a_state_at_war_are_those_who_fight_for_the_other(
    code: str, title: str, text: str, party: str
) -> None:
    assert parts(code, title, text, party)


def test_pirates_fight_for_no_state() -> None:
    assert not parts("en", "Ukraine and Russia", "Pirates let two Ukrainian sailors go.", "DPR")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The Chechen rebels let two soldiers go."),
        ("de", "Tschetschenische Rebellen ließen zwei Soldaten frei."),
        ("ru", "Масхадов передал двоих военных."),
        ("pl", "Czeczeńscy bojownicy wypuścili dwóch żołnierzy."),
        ("ar", "أفرج المقاتلون الشيشان عن جنديين."),
        ("zh", "车臣叛军释放了两名士兵。"),
        ("ja", "チェチェン独立派が兵士2人を解放した。"),
    ],
)
def test_who_fought_russia_in_chechnya_is_a_side_of_its_own(code: str, text: str) -> None:
    assert parts(code, "1996", text, "Chechnya")


def test_who_comes_from_chechnya_is_none_of_them() -> None:
    assert not parts("en", "Ukraine trades captives", "Two men from Chechnya were captured.", "Chechnya")


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The coalition released 128 of them."),
        ("de", "Die Koalition ließ 128 von ihnen frei."),
        ("ru", "Коалиция освободила 128 человек."),
    ],
)
def test_the_coalition_is_the_one_that_fights_who_is_named(code: str, text: str) -> None:
    title = {"en": "Houthi prisoners return", "de": "Houthis kehren heim", "ru": "Хуситы вернулись"}[code]
    assert parts(code, title, text, "Saudi-led coalition") == ["bare"]


@pytest.mark.parametrize(
    ("one", "other", "rivals"),
    [
        ("Russia", "Germany", True),
        ("Poland", "Belarus", True),
        ("United States", "Belarus", False),  # which deals with it for the people of others
        ("Russia", "Belarus", False),
        ("United States", "Germany", False),
        ("Russia", "Türkiye", False),  # a member of the bloc, but one that carries exchanges through
        ("Russia", "Japan", False),
    ],
)
def test_blocs_stand_against_each_other(one: str, other: str, rivals: bool) -> None:
    assert are_rivals(one, other) == are_rivals(other, one) == rivals


@pytest.mark.parametrize(
    ("code", "text", "nation"),
    [
        ("en", "Hamas frees Israeli-American hostage Edan Alexander", "Israel"),
        ("en", "Hamas frees American-Israeli hostage Edan Alexander", "Israel"),
        ("en", "Iran frees three Iranian-American prisoners", "United States"),
        ("en", "Iran frees British-Iranian prisoner", "United Kingdom"),
        ("it", "Hamas rilascia l'ostaggio israelo-americano Alexander", "Israel"),
        ("nl", "Hamas laat Israëlisch-Amerikaanse soldaat vrij", "Israel"),
        ("es", "Hamás libera al rehén israelí-estadounidense Edan Alexander", "Israel"),
        ("pl", "Hamas uwolnił izraelsko-amerykańskiego zakładnika", "Israel"),
    ],
)
def test_who_is_of_two_nations_goes_to_the_one_that_is_a_side(code: str, text: str, nation: str) -> None:
    (reading,) = read(text, code)
    assert {group.nation for group in reading.groups} == {nation}
    assert {actor.party for actor in reading.actors if actor.part == "nation"} == {nation}


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Freed", "The two Iranian-British citizens were let go and flew to London."),
        ("en", "Two home from Iran", "The two Iranian-British citizens were let go on Monday."),
        ("fa", "آزادی", "این دو شهروند ایرانی-بریتانیایی آزاد شدند و راهی لندن شدند."),
    ],
)
def test_who_is_of_two_nations_is_of_the_one_to_which_they_go_or_which_they_do_not_leave(
    code: str, title: str, text: str
) -> None:
    assert read(title, code, text)[-1].groups[0].nation == "United Kingdom"


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Prisoners swapped in Yemen", "The Houthis freed nine soldiers and the government twelve rebels."),
        ("fr", "Échange de prisonniers au Yémen", "Le gouvernement libère 12 combattants, les Houthis neuf soldats."),
        ("ar", "تبادل أسرى في اليمن", "أفرجت الحكومة عن 12 مقاتلا وأفرج الحوثيون عن تسعة جنود."),
        ("tr", "Yemen'de esir takası", "Husiler dokuz askeri, hükümet ise 12 isyancıyı serbest bıraktı."),
        ("ru", "Обмен пленными в Йемене", "Хуситы освободили девять солдат, а правительство — двенадцать повстанцев."),
    ],
)
def test_the_government_and_the_rebels_are_the_sides_of_the_war_that_is_told_of(
    code: str, title: str, text: str
) -> None:
    assert legs(report_of(title, code, text)) == YEMEN


def test_a_group_tells_which_state_it_fights() -> None:
    report = report_of("Swap with the ELN", "en", "The guerrillas released four soldiers, the army handed over three.")
    assert legs(report) == {("ELN", "Colombia", 4), ("Colombia", "ELN", 3)}


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The government in Kyiv said that Russia had freed 20 soldiers.", {"Ukraine", "Russia"}),  # no civil war
        # whose it is stands beside it
        ("The Houthis freed 20 soldiers, the Saudi government said.", {"Houthis", "Saudi Arabia"}),
    ],
)
def test_a_government_that_is_no_side_of_a_civil_war_is_nobody(text: str, named: set[str]) -> None:
    (reading,) = read("", "en", text)
    assert {actor.party for actor in reading.actors} == named


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        (
            "it",
            "Siria, scambio ad Aleppo",
            "L'opposizione armata ha liberato dieci ostaggi, il governo dieci detenuti.",
        ),
        ("tr", "Suriye'de takas", "Muhalifler on kişiyi serbest bıraktı, rejim on kişiyi teslim etti."),
    ],
)
def test_a_state_that_fights_several_has_rebels_that_need_no_name(code: str, title: str, text: str) -> None:
    assert parts(code, title, text, "Syrian opposition")


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Pakistan army and Taliban", "The army got ten bodies from the Taliban."),
        ("tr", "Pakistan ordusu ile Taliban", "Ordu Taliban'dan on cenaze aldı."),
        ("fa", "ارتش پاکستان و طالبان", "طالبان پیکر ده سرباز را تحویل دادند."),
        ("de", "Pakistan und die Taliban", "Die Taliban übergaben zehn Leichen."),
    ],
)
def test_a_name_means_the_namesake_in_news_of_its_war(code: str, title: str, text: str) -> None:
    assert parts(code, title, text, "Pakistani Taliban")
    assert not parts(code, title, text, "Taliban")


@pytest.mark.parametrize(
    ("title", "text", "meant", "other"),
    [
        ("Croats let Serbs go", "The Bosnian Croats freed ten men of the Bosnian Serbs.", "Bosnian Serbs", "Serbia"),
        ("Kurdish rebels free eight", "Turkish soldiers came home from the PKK.", "PKK", "SDF"),
        (
            "Nepal: soldiers free",
            "In Nepal communist rebels let 60 soldiers go.",
            "Nepalese Maoists",
            "New People's Army",
        ),
    ],
)
def test_a_people_or_creed_means_those_who_fight_in_the_war_told_of(
    title: str, text: str, meant: str, other: str
) -> None:
    text += " Sarajevo hopes for more." if meant.startswith("Bosnian") else ""
    assert parts("en", title, text, meant)
    assert not parts("en", title, text, other)


@pytest.mark.parametrize("other", ["Afghanistan", "Kabul", "the United States"])
def test_a_name_keeps_its_meaning_beside_a_party_of_its_own_war(other: str) -> None:
    assert parts("en", f"Pakistan, Taliban and {other}", "The Taliban gave up ten bodies.", "Taliban")


@pytest.mark.parametrize(
    ("code", "text", "giver", "receiver"),
    [
        ("en", "Tuareg rebels released 44 Malian soldiers on Tuesday.", "Tuareg rebels", "Mali"),
        ("fr", "Les rebelles touareg ont libéré mardi 44 soldats maliens.", "Tuareg rebels", "Mali"),
        ("en", "The Free Syrian Army freed nine soldiers of the Syrian government.", "Free Syrian Army", "Syria"),
        ("en", "JNIM released four Malian soldiers to Mali.", "JNIM", "Mali"),
        ("en", "Hamas released four hostages to Israel.", "Hamas", "Israel"),
        ("en", "Palestinian Islamic Jihad released four hostages to Israel.", "Palestinian Islamic Jihad", "Israel"),
    ],
)
def test_a_side_is_told_by_the_group_that_the_text_names(code: str, text: str, giver: str, receiver: str) -> None:
    legs = {t.released_by + t.returned_to for t in report_of("", code, text, sure=False).transfers}
    assert legs == {(giver, receiver)}


@pytest.mark.parametrize(
    ("code", "text", "parties"),
    [
        ("en", "Puntland gave 15 men to Somaliland", {"Puntland", "Somaliland"}),
        ("ar", "تبادل أسرى بين بونتلاند وأرض الصومال", {"Puntland", "Somaliland"}),
        ("en", "Druze groups and Bedouin tribes", {"Druze factions", "Bedouin tribes"}),
        ("tr", "Dürzi gruplar ile Arap aşiretleri arasında takas", {"Druze factions", "Arab tribes"}),
        ("de", "Drusische Gruppen und Beduinenstämme", {"Druze factions", "Bedouin tribes"}),
        ("fr", "Les groupes druzes et les tribus bédouines", {"Druze factions", "Bedouin tribes"}),
        ("uk", "Обмін з ОРДЛО", {"DPR"}),
        ("fr", "Les séparatistes prorusses", {"DPR"}),
        ("pl", "Prorosyjscy separatyści", {"DPR"}),
        ("en", "Tigrayan forces and Tigray's rebel forces", {"TPLF"}),
        ("de", "Kurdische Kräfte in Aleppo", {"SDF"}),
    ],
)
def test_sides_without_a_name_of_their_own_are_known_by_their_people(code: str, text: str, parties: set[str]) -> None:
    assert {actor.party for reading in read(text, code) for actor in reading.actors} == parties


@pytest.mark.parametrize(
    ("code", "text", "receiver", "count"),
    [
        ("en", "The rebels handed over 20 captive soldiers to Chad on Friday.", "Chad", 20),
        ("en", "Gunmen released 27 students of Nigeria whom they had kidnapped.", "Nigeria", 27),
        ("es", "El grupo armado liberó el viernes a seis policías mexicanos que tenía como rehenes.", "Mexico", 6),
        ("ru", "Боевики освободили в пятницу трёх китайских инженеров.", "China", 3),
        ("de", "Eine Miliz ließ am Freitag fünf ägyptische Diplomaten frei.", "Egypt", 5),
        ("it", "La milizia ha rilasciato venerdì nove ostaggi italiani.", "Italy", 9),
    ],
)
def test_an_armed_group_without_a_name_is_a_side_that_is_nobody(
    code: str, text: str, receiver: str, count: int
) -> None:
    (told,) = report_of("", code, text, sure=False).transfers
    assert (told.released_by, told.returned_to, told.count) == ((), (receiver,), count)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Russia and Ukraine swap prisoners", "The militants let two men go."),  # those who are named have enemies
        ("Chad", "Chadian rebels let two men go."),  # a name stands beside it
        ("Chad", "The group of twenty men left."),
    ],
)
def test_nobody_is_no_side_beside_names_or_by_weak_words(title: str, text: str) -> None:
    assert not parts("en", title, text, NOBODY)


@pytest.mark.parametrize(
    ("code", "title", "text", "state"),
    [
        ("en", "Kabul and the Taliban talk", "The government freed 30 Taliban in Afghanistan.", "Afghanistan"),
        ("ru", "Кабул и талибы", "Правительство отпустило 30 талибов в Афганистане.", "Afghanistan"),
        ("uk", "Кабул і таліби", "Уряд відпустив 30 талібів в Афганістані.", "Afghanistan"),
        ("en", "US and Washington talk to the Taliban", "The government freed 30 Taliban.", "United States"),
        ("en", "Israel and Hezbollah talk", "The government in Israel freed 30 fighters.", "Israel"),
    ],
)
def test_a_groups_own_land_has_the_government_where_it_is_named_more(
    code: str, title: str, text: str, state: str
) -> None:
    assert "bare" in parts(code, title, text, state)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Taliban free 30 Afghan soldiers", "Kabul said the Taliban had released the 30 soldiers on Sunday."),
        ("ru", "Талибы отпустили 30 военных", "Кабул сообщил, что талибы освободили 30 афганских военных."),
        ("de", "Taliban lassen 30 Soldaten frei", "Afghanistan bestätigte, dass die Taliban 30 Soldaten freiließen."),
    ],
)
def test_no_foreign_enemy_is_made_up_beside_a_groups_own_land(code: str, title: str, text: str) -> None:
    assert legs(report_of(title, code, text, sure=False)) == {("Taliban", "Afghanistan", 30)}


@pytest.mark.parametrize(
    ("code", "title", "text", "party"),
    [
        # a neighbour told of once in passing does not make them its own rebels
        ("en", "Nepal: Maoists free 41 police officers", "In Nepal, near the Indian border.", "Nepalese Maoists"),
        ("en", "Maoists free two officials in India", "The two were held in Orissa.", "Naxalites"),
        # who fights for one people is not the rebels of another
        ("it", "Siria, 61 detenute liberate", "L'Autorità Palestinese ha mediato. I ribelli siriani sono 9.", None),
        ("fa", "طالبان ۲۵ سرباز دولت را رها کردند", "", "Afghanistan"),
        ("en", "Bosnia: three Serbs freed", "The Serb fighters went home to Sarajevo.", "Bosnian Serbs"),
        ("en", "Bosnia and Serbia swap remains", "Belgrade gave back one body, Bosnia four.", "Serbia"),
        ("en", "Tajikistan: rebels free 50 soldiers", "", "United Tajik Opposition"),
        ("fr", "Côte d'Ivoire : les rebelles libèrent 40 soldats", "", "New Forces"),
    ],
)
def test_whom_the_rebels_and_a_name_of_two_mean_is_told_by_the_land(
    code: str, title: str, text: str, party: str | None
) -> None:
    named = {actor.party for reading in read(title, code, text) for actor in reading.actors}
    assert party in named if party else "Hamas" not in named


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("ar", "أحرار الشام والنظام", set()),
        ("zh", "若开军交还被俘官兵", {"release"}),
    ],
)
def test_a_word_inside_a_name_is_no_verb_and_no_condition(code: str, text: str, kinds: set[str]) -> None:
    (reading,) = read(text, code)
    assert {move.kind for move in reading.moves} == kinds
    assert not reading.sentence.has("mode", "planned")


@pytest.mark.parametrize(
    ("code", "title", "text", "state"),
    [
        ("de", "Fünf Serben frei", "Albanische Extremisten haben fünf Serben gehen lassen.", "Albania"),
        ("fr", "Cinq soldats libres", "Les rebelles maliens ont relâché cinq soldats tchadiens.", "Mali"),
        ("en", "Five men home", "Albanian rebels let five Serbs go.", "Albania"),
        ("nl", "Vijf Russen vrij", "Turkse rebellen lieten vijf Russen gaan.", "Türkiye"),
        ("sv", "Fem ryssar fria", "Turkiska rebeller släppte fem ryssar.", "Türkiye"),
    ],
)
def test_a_nation_that_tells_whose_rebels_they_are_is_nobody_whom_they_hold(
    code: str, title: str, text: str, state: str
) -> None:
    assert parts(code, title, text, state) == ["home"]


@pytest.mark.parametrize(
    ("code", "text", "nation"),
    [
        ("en", "Five Malian rebels were freed.", "Mali"),  # they are counted
        ("de", "Am Freitag ließen die Rebellen syrische Soldaten frei.", "Syria"),  # the rebels' captives
    ],
)
def test_a_nation_beside_rebels_may_be_peoples(code: str, text: str, nation: str) -> None:
    assert parts(code, "", "Nichts. " + text, nation) == ["nation"]


def test_rebels_called_by_their_land_are_the_group_that_is_named() -> None:
    assert parts("de", "Huthis lassen zwölf frei", "Zwölf Männer kamen von den jemenitischen Rebellen.", "Houthis")


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("de", "Jemen: Deutscher frei", "Die Kidnapper aus einem Stamm ließen den Ingenieur am Freitag gehen."),
        ("en", "Yemen: German freed", "The kidnappers let the engineer go on Friday."),
        ("fr", "Yémen : un Allemand libre", "Les ravisseurs ont laissé partir l'ingénieur vendredi."),
        ("nl", "Jemen: Duitser vrij", "De ontvoerders lieten de ingenieur vrijdag gaan."),
        ("sv", "Jemen: tysk fri", "Kidnapparna släppte ingenjören på fredagen."),
    ],
)
def test_kidnappers_are_no_army_of_their_lands_war(code: str, title: str, text: str) -> None:
    assert parts(code, title, text, NOBODY)
    assert "Houthis" not in camps(read(title, code, text), ())


@pytest.mark.parametrize(
    ("title", "text", "party"),
    [
        ("Maoists free two in Nepal", "", "Nepalese Maoists"),
        ("Maoists free two in India", "", "Naxalites"),
        ("Maoists free two in the Philippines", "", "New People's Army"),
        ("40 held by rebels in Ivory Coast go free", "", "New Forces"),
        ("Ex-rebels free 176 in Sudan", "The SPLM gave up 176 men.", "SPLA"),
    ],
)
def test_rebels_are_called_by_their_states(title: str, text: str, party: str) -> None:
    assert party in {actor.party for actor in read(title, "en", text)[0].actors}


def test_whom_kidnappers_let_go_no_state_held_where_they_were_taken() -> None:
    text = "Two months after they were abducted in Baghdad, three Romanian journalists were let go by the kidnappers."
    (transfer,) = report_of("Romanian reporters home from Iraq", "en", text, sure=False).transfers
    assert (transfer.released_by, transfer.returned_to, str(transfer.category)) == ((), ("Romania",), "hostages")


def test_people_are_whose_their_own_words_say() -> None:
    text = "It gave up five elderly Serbs on Saturday. Yugoslav troops and Yugoslav police had looked for them."
    (transfer,) = report_of("Kosovo Liberation Army frees five Serbs", "en", text, sure=False).transfers
    assert transfer.returned_to == ("Serbia",)


def test_a_subject_of_fighters_takes_the_verb_before() -> None:
    told = report_of("Tribal swap in Yemen", "en", "Government forces let 118 prisoners go and the Houthi rebels 76.")
    assert ("Houthis", "Yemen", 76) in legs(told)


def test_a_states_own_name_is_the_states_and_its_people_its_groups() -> None:
    text = "Bosnia and Serbia gave each other remains. The Serbs had held Sarajevo."
    named = {actor.party for reading in read("", "en", text) for actor in reading.actors}
    assert {"Serbia", "Bosnian Serbs", "Bosnia & Herzegovina"} <= named


def test_nobody_of_a_list_of_nations_let_the_others_go() -> None:
    (reading, *_) = read("", "en", "Their captors let nine Germans, four Swiss and three Danes go in Mali")
    for figure in read_figures([reading]):
        said = options(figure, camps([reading], ()))
        givers = {option.giver for option in said if option.way is Way.ONE}
        assert not givers & ({"Germany", "Switzerland", "Denmark"} - {figure.group.nation})


@pytest.mark.parametrize(
    ("code", "text", "land"),
    [
        ("en", "Peruvian guerrillas release four engineers", "Peru"),
        ("en", "Chad rebels release four engineers", "Chad"),  # the land's own name
        ("en", "Malian jihadists release four engineers", "Mali"),  # whose usual rebels the text does not name
        ("fr", "Des rebelles péruviens libèrent quatre soldats", "Peru"),
        ("es", "Guerrilleros peruanos liberan a cuatro soldados", "Peru"),
        ("de", "Peruanische Rebellen lassen vier Soldaten frei", "Peru"),
    ],
)
def test_the_rebels_of_a_land_that_have_no_name_are_a_side_without_one(code: str, text: str, land: str) -> None:
    assert parts(code, "AFP", text, "unnamed group") == ["bare"]
    assert parts(code, "AFP", text, land) == ["home"]


def test_the_rebels_of_a_land_in_whose_news_they_are_named_are_they() -> None:
    assert parts("en", "Houthis talk", "Yemeni rebels released nine soldiers.", "Houthis") == ["bare"]
    assert parts("en", "Houthis talk", "Yemeni rebels released nine soldiers.", "unnamed group") == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("he", "ראש הממשלה בנימין נתניהו הודה לפוטין."),
        ("ar", "وقال رئيس الحكومة بنيامين نتنياهو إن الأسرى عادوا."),
    ],
)
def test_the_head_of_the_government_is_of_whom_his_name_tells(code: str, text: str) -> None:
    title = {"he": "צבא סוריה ומורדים החליפו שבויים", "ar": "سوريا: هيئة تحرير الشام تفرج عن ستة"}[code]
    assert parts(code, title, text, "Israel")
    assert not parts(code, title, text, "Syria")
