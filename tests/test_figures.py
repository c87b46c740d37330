"""Whom the numbers of an article count, by the words around each."""

from datetime import date

import pytest

from detectors.types import Category
from tests.readings import counts, counts_of, figures, legs, report_of, signals


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("ar", "تبادل الطرفان 44 أسيراً و57 مدنياً", [44, 57]),
        ("ar", "عاد إلى بيروت 44 أسيراً وبـ57 جثة", [44, 57]),
        ("he", "שוחררו 44 אסירים ו57 נשים", [44, 57]),
        ("bg", "Киев освободи 44-ма войници", [44]),
    ],
)
def test_a_number_written_as_one_with_other_words_counts(code: str, text: str, expected: list[int]) -> None:
    assert counts(text, code) == expected


def test_states_in_the_plural_are_a_name() -> None:
    assert counts("Ad Ankara liberati otto detenuti, tre dagli Stati Uniti", "it") == [8, 3]


@pytest.mark.parametrize(
    ("code", "text"),
    [("pl", "65 za 65. Jeńcy w domach"), ("en", "65 for 65. Prisoners are home"), ("uk", "65 на 65. Полонені вдома")],
)
def test_a_bare_pair_counts_people(code: str, text: str) -> None:
    assert counts(text, code) == [65, 65]


@pytest.mark.parametrize(
    ("code", "text", "total"),
    [
        ("en", "The junta released Aye Thant and eleven other prisoners", 12),
        ("fr", "L'Iran a libéré Paul Morel et deux autres Français", 3),
        ("es", "La guerrilla libera a Juan Ortega y a otros dos rehenes", 3),
        ("de", "Minsk lässt Anna Lukina und sechs andere Gefangene frei", 7),
        ("ru", "Киеву переданы Анна Лукина и шестеро других заложников", 7),
        ("fr", "Anna Loukina libérée par Minsk avec six autres détenus", 7),
        ("en", "Anna Lukina freed along with six other prisoners", 7),
        ("it", "Minsk, liberata la poetessa Lukina: è a Roma con altri sei detenuti", 7),
        ("pl", "Lukina i sześciu innych więźniów na wolności", 7),
        ("en", "The bishop and six other priests were released by Managua", 7),
        ("he", "בלארוס שחררה את לוקינה ועוד שישה אסירים", 7),
        ("ar", "بيلاروسيا تفرج عن لوكينا و12 سجينا آخرين", 13),
        ("fa", "بلاروس لوکینا و ۱۲ زندانی دیگر را آزاد کرد", 13),
    ],
)
def test_a_person_and_others_are_so_many_together(code: str, text: str, total: int) -> None:
    assert total in counts(text, code)


@pytest.mark.parametrize(
    "text",
    [
        "Lukina was freed on Wednesday, while six other prisoners stay in jail",
        "Minsk freed Lukina; six other prisoners went to Vilnius",
        "Minsk says six other prisoners were freed",
    ],
)
def test_others_whom_nothing_joins_to_a_person_are_told_by_themselves(text: str) -> None:
    assert 7 not in counts(text)


@pytest.mark.parametrize(
    ("code", "text", "other"),
    [
        ("en", "Kyiv and Moscow exchanged 410 captured soldiers on Tuesday, 205 from each side", 410),
        ("de", "Kiew und Moskau tauschten am Dienstag 410 Soldaten aus, 205 auf jeder Seite", 410),
        ("ar", "شملت العملية 90 أسيرا من كل جانب ليبلغ العدد الكلي 1558", 1558),
        ("en", "They freed 90 soldiers from each side in a swap that brings the total to 1,558", 1558),
    ],
)
def test_what_is_told_of_each_side_is_not_told_of_its_double_nor_of_all_so_far(
    code: str, text: str, other: int
) -> None:
    each = {figure.group.count for figure in figures(text, code) if figure.group.each}
    assert len(each) == 1
    assert other not in each


@pytest.mark.parametrize(
    ("text", "today", "so_far"),
    [
        ("Kyiv got 90 men back, which brings the total since the invasion to 1,558", 90, 1558),
        ("Gaza's ministry received 45 bodies on Wednesday, so far 90 bodies", 45, 90),
    ],
)
def test_a_running_total_behind_people_makes_none_of_them(text: str, today: int, so_far: int) -> None:
    running = {f.group.count for f in figures(text) if "since.clause" in f.signals}
    assert running == {so_far}
    assert today in counts(text)


def test_as_many_as_half_of_a_figure_are_known_as_that() -> None:
    found = figures("Kyiv and Moscow swap 410 soldiers", text="They exchanged 410 soldiers, 205 from each side.")
    assert {f.group.count for f in found if "half" in f.signals} == {205}


@pytest.mark.parametrize(
    ("code", "text", "kind"),
    [
        ("de", "Huthi lassen mehr als 150 Gefangene frei", "release"),
        ("de", "Mehr als 150 Gefangene der Huthi sind frei", "return"),
        ("en", "Hamas freed three hostages who are home", "release"),
    ],
)
def test_who_lets_people_go_governs_them_though_they_are_free_then(code: str, text: str, kind: str) -> None:
    moves = [figure.move.kind for figure in figures(text, code) if figure.move is not None]
    assert moves == [kind]


def test_who_is_given_for_a_person_is_not_told_with_him() -> None:
    assert 4 not in counts("Iran freed Paul Morel in exchange for three engineers")


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("en", "Minsk freed 44 civilian sailors and 57 soldiers", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("es", "Minsk liberó a 44 marineros civiles y a 57 soldados", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("de", "Minsk ließ 44 zivile Gefangene und 57 Soldaten frei", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
        ("en", "Minsk freed 44 soldiers and civilians", [Category.MIXED]),
        ("ru", "Освобождены 44 военных и гражданских лиц", [Category.MIXED]),
        ("ja", "捕虜44人交換　民間人も57人ずつ", [Category.PRISONERS_OF_WAR, Category.CIVILIANS]),
        ("zh", "双方各释放44名平民和57名军人", [Category.CIVILIANS, Category.PRISONERS_OF_WAR]),
    ],
)
def test_civilian_captives_are_civilians_and_soldiers_beside_them_are_not(
    code: str, text: str, kinds: list[Category]
) -> None:
    assert [figure.group.category for figure in figures(text, code)] == kinds


@pytest.mark.parametrize(
    ("code", "text"),
    [("es", "Kiev entregó 44 cuerpos y Moscú mil"), ("fa", "کی‌یف ۴۴ پیکر و مسکو هزار پیکر تحویل داد")],
)
def test_the_word_for_people_behind_one_number_is_not_taken_by_the_next(code: str, text: str) -> None:
    one, other = [figure.group for figure in figures(text, code)]
    assert (one.category, other.category) == (Category.BODIES, Category.BODIES)
    assert one.end <= other.start


@pytest.mark.parametrize(
    ("title", "lang", "told"),
    [
        ("Hamas entrega à Cruz Vermelha o soldado Edan Alexander", "pt", ("Hamas", "Israel", 1)),
        ("Franzose Olivier Grondeau aus iranischer Haft entlassen und wieder in Paris", "de", ("Iran", "France", 1)),
    ],
)
def test_people_called_by_name_are_counted_in_a_title_of_many_names(
    title: str, lang: str, told: tuple[str, str, int]
) -> None:
    assert told in legs(report_of(title, lang, published=date(2025, 5, 12)))


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "One more group of Russian soldiers returned from Ukrainian captivity"),
        ("ru", "Ещё одна группа российских военных возвращена из украинского плена"),
        ("uk", "Ще одна група українських військових повернулася з російського полону"),
        ("de", "Eine weitere Gruppe ukrainischer Soldaten aus russischer Gefangenschaft zurückgekehrt"),
        ("pl", "Jedna grupa ukraińskich żołnierzy wróciła z rosyjskiej niewoli"),
    ],
)
def test_one_group_of_people_is_not_one_of_them(lang: str, title: str) -> None:
    assert counts_of(report_of(title, lang, published=date(2026, 1, 11))) <= {None}


def test_the_names_of_places_and_outlets_are_no_persons() -> None:
    text = (
        "Do Ukrainy wrócili żołnierze z Azowstalu, przekazał portal Ukraińska Prawda. Rosja i Ukraina wymieniły jeńców."
    )
    assert counts_of(report_of("Wymiana jeńców", "pl", text, date(2022, 12, 31))) <= {None}


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Leichen wurden am Dienstag über Karni Sufa übergeben."),
        ("en", "The bodies were brought home through Karni Sufa on Tuesday."),
        ("es", "Los cuerpos fueron entregados a través de Karni Sufa."),
        ("fr", "Les corps ont été remis mardi via Karni Sufa."),
        ("pl", "Ciała przekazano we wtorek przez Karni Sufa."),
        ("ru", "Тела передали через Карни Суфа во вторник."),
    ],
)
def test_the_way_that_people_took_is_no_person(code: str, text: str) -> None:
    assert counts("", code, text) == []


@pytest.mark.parametrize(
    ("lang", "text", "way"),
    [
        ("en", "French couple freed by Iran. They had been in jail for three years.", ("Iran", "France", 2)),
        ("de", "Taliban ließen britisches Ehepaar am Freitag aus der Haft frei.", ("Taliban", "United Kingdom", 2)),
        ("uk", "Таліби звільнили британське подружжя. Воно було в ув'язненні.", ("Taliban", "United Kingdom", 2)),
        ("zh", "塔利班释放英国夫妇。夫妇二人被关押近八个月。", ("Taliban", "United Kingdom", 2)),
    ],
    ids=["en", "de", "uk", "zh"],
)
def test_a_word_that_is_both_number_and_people_takes_the_nation_before_it(
    lang: str, text: str, way: tuple[str, str, int]
) -> None:
    report = report_of("", lang, text, date(2025, 11, 5), sure=False)
    assert [(*t.released_by, *t.returned_to, t.count) for t in report.transfers] == [way]


def test_whom_somebody_killed_is_not_handed_over() -> None:
    text = "Georgia on Wednesday handed over four men serving life for a bomb that killed three policemen to Abkhazia."
    assert counts_of(report_of("Two sides exchange prisoners", "en", text)) == {4}


def test_a_body_is_no_second_person() -> None:
    text = "Hamas on Sunday handed over the body of the officer who fell in 2014 to the Red Cross, Israel's army said."
    report = report_of(text[:71], "en", text)
    assert [(transfer.category, transfer.count) for transfer in report.transfers] == [("bodies", 1)]


@pytest.mark.parametrize(
    ("code", "text", "told"),
    [
        ("en", "The Houthis freed 30 soldiers and a civilian.", [30, 1]),
        ("en", "The Houthis freed 30 soldiers. Also a civilian came home.", [30, 1]),
        ("tr", "Azerbaycan 30 askeri bıraktı. Ayrıca bir sivil döndü.", [30, 1]),
        ("en", "The Houthis freed 30 soldiers and a prisoner swap was agreed.", [30]),
        ("en", "Shells killed 30 soldiers and a civilian.", []),
    ],
)
def test_one_more_by_an_article_goes_along(code: str, text: str, told: list[int]) -> None:
    assert counts("", code, text) == told


@pytest.mark.parametrize(
    ("code", "text", "dead"),
    [
        ("en", "Hamas handed over the body of Omer Neutra to Israel on Friday.", [1]),
        ("en", "The remains of Chris Parry and Andrew Bagshaw were handed over to Ukraine.", [2]),
        ("fr", "Le Hamas a remis vendredi à Israël le corps d'Omer Neutra.", [1]),
        ("es", "Hamás entregó el viernes a Israel los restos de Omer Neutra.", [1]),
        ("pl", "Hamas przekazał w piątek Izraelowi ciało Omera Neutry.", [1]),
        ("ru", "ХАМАС передал в пятницу Израилю тело Омера Нейтры.", [1]),
    ],
)
def test_who_is_called_by_name_behind_a_body_is_dead(code: str, text: str, dead: list[int]) -> None:
    told = [figure.group for figure in figures("", code, text)]
    assert [group.count for group in told] == dead
    assert all(group.dead for group in told)


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "75 Ukrainians return from captivity", "Four civilians are among them."),
        ("pl", "Z niewoli wróciło 75 Ukraińców", "Wśród nich są cztery osoby cywilne."),
        ("fa", "بازگشت ۷۵ اوکراینی از اسارت", "چهار غیرنظامی در میان آنان هستند."),
    ],
)
def test_people_of_no_named_kind_with_civilians_among_them_are_mixed(code: str, title: str, text: str) -> None:
    (movement,) = report_of(title, code, text, sure=False).transfers
    assert (movement.category, movement.count) == (Category.MIXED, 75)
    assert [(part.category, part.count) for part in movement.breakdown] == [(Category.CIVILIANS, 4)]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("tr", "75 Ukraynalı esaretten döndü"),  # not "Ukrainian captivity"
        ("ar", "عودة 75 أوكرانيا من الأسر"),  # the accusative of a people's name is the country's name
    ],
)
def test_a_number_right_before_a_nation_counts_its_people(code: str, title: str) -> None:
    assert legs(report_of(title, code, sure=False)) == {("Russia", "Ukraine", 75)}


@pytest.mark.parametrize(
    ("code", "text", "expected"),
    [
        ("en", "Kyiv got back 42 men and three women on Monday", [42, 3, 45]),
        ("es", "Venezuela liberó a diecisiete hombres y una mujer", [17, 1, 18]),
        ("de", "Kiew bekam 21 Offiziere und 82 Soldaten zurück", [21, 82, 103]),
        ("ru", "Из плена вернулись 42 мужчины и три женщины", [42, 3, 45]),
        ("ar", "أفرجت الجماعة عن 40 رجلا وخمس نساء", [40, 5, 45]),
        ("tr", "Kiev 42 erkek ve üç kadını geri aldı", [42, 3, 45]),
        ("zh", "乌克兰迎回42名男性和3名女性战俘", [42, 3, 45]),
        ("it", "Le RSF hanno rilasciato 12 ufficiali, 30 soldati e tre donne", [12, 30, 3, 45]),
        ("en", "Belarus freed a hundred people: 80 men and 20 women", [100, 80, 20, 100]),
        ("en", "Belarus freed 100 people, 80 men and 20 women", [100, 80, 20]),
        ("en", "The Houthis freed 15 Saudis and four Sudanese", [15, 4]),
        ("en", "Moscow freed 64 soldiers and a US citizen", [64, 1]),
        ("en", "Kyiv freed 64 soldiers and six hostages", [64, 6]),
        ("en", "Kyiv exchanged 64 soldiers for 22 men", [64, 22]),
    ],
)
def test_people_told_in_one_breath_are_counted_together(code: str, text: str, expected: list[int]) -> None:
    assert counts(text, code) == expected


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("it", "Liberati 15 minatori"),
        ("he", "שוחררו 15 נזירים"),
        ("hu", "Szabadon engedtek 15 mérnököt"),
        ("el", "Απελευθερώθηκαν 15 γιατροί"),
        ("lt", "Paleista 15 vairuotojų"),
        ("fa", "15 پرستار آزاد شدند"),
        ("hi", "15 इंजीनियर रिहा हुए"),
    ],
)
def test_people_are_known_by_their_trades(code: str, text: str) -> None:
    (figure,) = figures(text, code)
    assert (figure.group.count, figure.group.named) == (15, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russland gab 1000 Leichen heraus und bekam 38. Die Ukraine will alle erkennen.", [1000, 38]),
        ("Beide Seiten tauschten Gefangene aus, jeweils 103. Am Abend kamen sie heim.", [103]),
        ("Beim 66. Austausch am 24. August kamen 84 Soldaten frei.", [84]),
    ],
)
def test_a_full_stop_behind_a_number_ends_the_sentence_or_makes_an_ordinal(text: str, expected: list[int]) -> None:
    assert counts("", "de", text) == expected


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("tr", "Rusya ve Ukrayna 103'e 103 esir değişimi yaptı"),
        ("fa", "تبادل ۱۹۵ به ۱۹۵ اسیر میان مسکو و کی‌یف"),
        ("ro", "Schimb de prizonieri 75 la 75 între Rusia și Ucraina"),
    ],
)
def test_as_many_to_as_many_are_so_many_for_each(code: str, title: str) -> None:
    (figure,) = figures(title, code)
    assert figure.group.each


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Russia and Ukraine exchanged 206 prisoners of war", "103 from each side, with the UAE's mediation."),
        ("he", "רוסיה ואוקראינה החליפו 206 שבויים", "103 מכל צד, בתיווך האמירויות."),
    ],
)
def test_how_many_for_each_side_needs_no_verb(code: str, title: str, text: str) -> None:
    report = report_of(title, code, text)
    assert legs(report) == {("Russia", "Ukraine", 103), ("Ukraine", "Russia", 103)}


def test_who_is_given_for_bodies_is_alive() -> None:
    figure = figures("جثامين أربعة محتجزين مقابل 600 أسير", "ar")[-1]
    assert (figure.group.count, figure.group.category) == (600, Category.PRISONERS)


def test_whose_captivity_it_was_tells_nothing_of_whose_people_they_are() -> None:
    (figure,) = figures("كييف تعلن عودة 189 من الأسر الروسي", "ar")
    assert figure.group.nation is None


@pytest.mark.parametrize(
    ("text", "others"), [("234 Iranians were brought home.", False), ("Iran freed 234 soldiers.", True)]
)
def test_people_of_no_kind_are_no_others_than_the_dead_of_the_lead(text: str, others: bool) -> None:
    body = f"The remains were handed over at the border on Sunday. {text}"
    found = signals(234, "Iraq and Iran exchange bodies", text=body)
    assert bool(found.get("unled.living")) == others


@pytest.mark.parametrize(
    ("code", "title", "total"),
    [
        ("en", "Nurse is among 19 captives freed by Boko Haram", 19),
        ("en", "Two nurses were among 19 captives freed by Boko Haram", 19),
        ("fr", "Une infirmière parmi les 19 captifs libérés par Boko Haram", 19),
    ],
)
def test_of_so_many_among_whom_somebody_is_the_number_tells_all(code: str, title: str, total: int) -> None:
    assert not signals(total, title, code).get("part")


def test_a_number_behind_other_words_for_a_part_tells_the_part() -> None:
    assert signals(4, "Boko Haram frees 19 captives, among them 4 nurses")["part"]
