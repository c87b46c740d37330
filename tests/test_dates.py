"""When: the day that news is dated by, and what only tells of other days."""

from datetime import date

import pytest

from detectors.event_date import event_date
from detectors.status import Mode
from tests.readings import read, report_of


def test_a_plan_for_the_day_after_tomorrow_is_dated() -> None:
    title = "Росія та Україна обміняються післязавтра: по 150 полонених з кожного боку"
    report = report_of(title, "uk", published=date(2025, 6, 13))
    assert (report.status, report.event_date) == ("announced", date(2025, 6, 15))


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "fr",
            "L'ELN libère deux policiers",
            "La guérilla de l'ELN a libéré mardi deux policiers enlevés il y a un mois.",
        ),
        (
            "ru",
            "АНО отпустила двух полицейских",
            "Партизаны АНО во вторник освободили двух полицейских, похищенных месяц назад.",
        ),
    ],
    ids=["fr", "ru"],
)
def test_when_people_were_taken_makes_no_old_news_of_their_release(lang: str, title: str, text: str) -> None:
    assert report_of(title, lang, text, date(2025, 6, 5)).event_date == date(2025, 6, 3)


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Russia and Ukraine agreed on Thursday to swap 941 prisoners on Monday.", date(2025, 6, 16)),
        (
            "de",
            "Russland und die Ukraine werden am Montag 941 Gefangene austauschen, teilte Kiew am Donnerstag mit.",
            date(2025, 6, 16),
        ),
        ("en", "Russia and Ukraine will swap 941 prisoners, officials said on Thursday.", date(2025, 6, 12)),
    ],
    ids=["en", "de", "the day of saying so"],
)
def test_a_weekday_behind_a_plan_is_the_coming_one(lang: str, text: str, day: date) -> None:
    assert report_of(text, lang, published=date(2025, 6, 12), sure=False).event_date == day


@pytest.mark.parametrize("published", [date(2025, 11, 21), date(2025, 11, 29), date(2025, 12, 2)])
def test_a_day_without_its_month_is_the_nearest(published: date) -> None:
    readings = read("", "zh", "双方将在28日交换战俘。", published)
    assert date(2025, 11, 28) in [each.day for reading in readings for each in reading.sentence.dates]


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        (
            "en",
            "Four coffins cross into Israel",
            "Hamas handed over the bodies of four hostages this evening (Tuesday), Israel's army said.",
        ),
        (
            "ar",
            "روسيا وأوكرانيا تتبادلان الأسرى",
            "تبادلت روسيا وأوكرانيا اليوم (الثلاثاء) 146 أسيرا من كل جانب.",
        ),
    ],
)
def test_a_weekday_beside_today_says_which_day_it_was(lang: str, title: str, text: str) -> None:
    tuesday, wednesday = date(2025, 10, 14), date(2025, 10, 15)
    for published in (tuesday, wednesday):
        assert report_of(title, lang, text, published, sure=False).event_date == tuesday


def test_a_day_that_is_told_goes_before_that_of_a_dateline() -> None:
    text = "Tbilisi / 28 August 2008\n\nThe last Georgians in the cells of the police station walked out on Wednesday."
    report = report_of("Georgian detainees exchanged for 13 fighters", "en", text, date(2008, 8, 28), sure=False)
    assert report.event_date == date(2008, 8, 27)


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("en", "on 2022/3/4"),
        ("en", "on 3/4/2022"),
        ("es", "MADRID 4 Mar. (EFE) - "),
        ("hu", "2022. 03. 04."),
        ("cs", "4. 3. 2022"),
        ("de", "am 04.03.2022"),
        ("ja", "2022/3/4"),
        ("zh", "3月4号"),
        ("hi", "४ मार्च को"),
        ("tr", "4 Mart 2022 Cuma"),
    ],
)
def test_a_day_is_read_in_every_national_form(lang: str, written: str) -> None:
    readings = read("", lang, f"{written} 90", date(2022, 3, 7))
    assert date(2022, 3, 4) in [each.day for reading in readings for each in reading.sentence.dates]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pl", "W nocy z poniedziałku na wtorek uwolniono 33 więźniów."),
        ("de", "In der Nacht von Montag auf Dienstag kamen 33 Häftlinge frei."),
        ("de", "In der Nacht zum Dienstag kamen 33 Häftlinge frei."),
        ("fr", "Dans la nuit de lundi à mardi, 33 prisonniers ont été libérés."),
        ("ru", "В ночь с понедельника на вторник освободили 33 заключенных."),
    ],
)
def test_a_night_from_one_weekday_to_the_next_is_the_latters(lang: str, text: str) -> None:
    readings = read("", lang, text, date(2023, 11, 28))
    assert {each.day for reading in readings for each in reading.sentence.dates} == {date(2023, 11, 28)}


def test_two_weekdays_beside_each_other_are_two() -> None:
    readings = read("", "en", "On Monday and Tuesday 33 prisoners were freed.", date(2023, 11, 28))
    days = [each.day for reading in readings for each in reading.sentence.dates]
    assert days == [date(2023, 11, 27), date(2023, 11, 28)]


@pytest.mark.parametrize(
    ("lang", "far"),
    [
        ("en", "Thursday's handover drew a crowd."),
        ("hu", "A csütörtöki cserét Moszkva is megerősítette."),
        ("uk", "Фото: пресслужба, четвер, 20 лютого 2025 року."),
        ("es", "El ministro hablará este jueves por la tarde."),
    ],
)
def test_a_day_is_looked_for_far_down_where_the_top_names_none(lang: str, far: str) -> None:
    published, bare = date(2025, 2, 20), "\n".join(str(n) * 3 for n in range(6))
    assert event_date(read("", lang, f"{bare}\n{far}", published), published, announced=False) == published
    assert event_date(read("", lang, bare, published), published, announced=False) is None


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "GOMA, May 16 (Reuters) - The M23 handed 12 captured soldiers over to the Red Cross today."),
        ("en", "GOMA, May 16 -- Twelve captured soldiers were handed over today by the M23 rebels."),
        ("de", "GOMA, 16. Mai (dpa) - Die M23 hat heute zwölf gefangene Soldaten an Kongo übergeben."),
        ("fr", "GOMA, 16 mai (AFP) - Le M23 a remis aujourd'hui 12 soldats capturés à la RD Congo."),
    ],
)
def test_today_is_the_day_of_the_dateline(lang: str, text: str) -> None:
    report = report_of("M23", lang, text, date(2025, 5, 17), sure=False)
    assert report.event_date == date(2025, 5, 16)


@pytest.mark.parametrize("published", [date.min, date.max])
@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Russia freed 95 soldiers on Monday, yesterday and on the 28th; 31 December 9999."),
        (
            "de",
            "Russland ließ in der Nacht von Sonntag auf Montag 95 Soldaten frei, 20 weitere folgen nächsten Dienstag.",
        ),
        ("fa", "روسیه ۲۱ مهر ۹۵ سرباز را آزاد کرد."),
        ("zh", "俄罗斯15日释放95名士兵。"),
    ],
)
def test_what_programs_write_for_no_day_dates_nothing(lang: str, text: str, published: date) -> None:
    assert report_of(text, lang, text, published, sure=False).event_date == report_of(text, lang, text).event_date


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        (
            "en",
            "The rebels freed 12 soldiers, the Red Cross said on Thursday. The men were handed over on Wednesday.",
            date(2025, 6, 11),
        ),
        (
            "de",
            "Die Rebellen haben 12 Soldaten freigelassen, sagte ein Sprecher am Donnerstag. "
            "Die Männer wurden am Mittwoch übergeben.",
            date(2025, 6, 11),
        ),
        ("en", "The rebels freed 12 soldiers, the Red Cross said on Thursday.", date(2025, 6, 12)),
        (
            "en",
            "Twelve soldiers captured on Tuesday are free. The rebels handed them over on Thursday.",
            date(2025, 6, 12),
        ),
        ("en", "GOMA, June 12 (Reuters) - The rebels freed 12 soldiers on June 11.", date(2025, 6, 11)),
        (
            "uk",
            "Сьогодні перший етап повернення поранених із полону. Напередодні повернулися військові до 25 років.",
            date(2025, 6, 12),
        ),
    ],
    ids=[
        "said and done",
        "said and done in German",
        "only said",
        "captured and freed",
        "behind a dateline",
        "begun today",
    ],
)
def test_the_day_is_that_of_the_deed_and_not_of_the_word(code: str, text: str, day: date) -> None:
    published = date(2025, 6, 12)
    assert event_date(read("", code, text, published), published, announced=False) == day


def test_a_day_told_in_passing_is_no_dateline() -> None:
    text = "On May 16 the M23 took Goma. Today it handed 12 captured soldiers over to the Red Cross."
    title = "M23 rebels hand 12 captured Congolese soldiers over to the Red Cross"
    assert report_of(title, "en", text, date(2025, 5, 17), sure=False).event_date == date(2025, 5, 17)


@pytest.mark.parametrize(
    ("lang", "title", "text"),
    [
        ("en", "Swap planned", "Russia and Ukraine will swap 200 prisoners each next Monday."),
        ("de", "Tausch geplant", "Russland und die Ukraine tauschen am kommenden Montag je 200 Kriegsgefangene aus."),
        ("fr", "Échange prévu", "La Russie et l'Ukraine échangeront 200 prisonniers chacune lundi prochain."),
        ("es", "Canje previsto", "Rusia y Ucrania canjearán a 200 prisioneros cada una el próximo lunes."),
        ("tr", "Takas planlandı", "Rusya ve Ukrayna önümüzdeki pazartesi 200'er esiri takas edecek."),
        ("en", "Monday release for 200 prisoners of war", "Russia has named them."),
        ("fr", "Lundi, échange de 200 prisonniers", "La Russie a publié la liste."),
    ],
)
def test_the_weekday_of_an_announcement_is_to_come(lang: str, title: str, text: str) -> None:
    friday, monday = date(2025, 3, 7), date(2025, 3, 10)
    assert event_date(read(title, lang, text, friday), friday, announced=True) == monday


def test_verbs_of_the_present_that_play_tomorrow_are_plans() -> None:
    (reading,) = read("Israel frees 90 prisoners tomorrow", published=date(2025, 3, 7))
    assert [move.mode for move in reading.moves] == [Mode.AGREED]


@pytest.mark.parametrize(
    ("lang", "text", "mode"),
    [
        ("nl", "Hamas draagt maandag vier lichamen over.", Mode.AGREED),
        ("de", "Hamas lässt am Montag sechs Geiseln frei.", Mode.AGREED),
        ("fr", "Le Hamas libère lundi six otages.", Mode.AGREED),
        ("sv", "I morgon utväxlas 30 fångar.", Mode.AGREED),
        ("en", "Hamas frees six hostages on Monday.", Mode.AGREED),
        ("de", "Hamas lässt am Donnerstag sechs Geiseln frei.", Mode.DONE),  # yesterday
        ("de", "Hamas ließ am Montag sechs Geiseln frei.", Mode.DONE),
    ],
)
def test_a_present_form_with_a_weekday_of_long_ago_tells_of_the_next(lang: str, text: str, mode: Mode) -> None:
    (reading,) = read("", lang, text, published=date(2025, 3, 7))  # a Friday
    assert {move.mode for move in reading.moves if move.mode is not Mode.NAMED} == {mode}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("ru", "Вечером 5 сентября Киргизия и Узбекистан обменялись пленными, по четыре с каждой стороны."),
        ("uk", "Увечері 5 вересня Україна та Росія обмінялися полоненими, по 100 з кожного боку."),
        ("de", "Am Abend des 5. September tauschten Russland und die Ukraine Gefangene aus."),
        ("fr", "Dans la soirée du 5 septembre, la Russie et l'Ukraine ont échangé des prisonniers."),
        ("zh", "首頁\n分享\n香港中通社9月6日電 俄方9月5日交給烏克蘭1000具陣亡士兵遺體。"),
    ],
)
def test_an_evening_is_that_of_its_date_and_a_dateline_may_stand_below_a_pages_head(lang: str, text: str) -> None:
    published = date(2025, 9, 6)
    assert event_date(read("", lang, text, published), published, announced=False) == date(2025, 9, 5)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("زلنسکی روز ۳ شهریور گفت ۱۱۵ سرباز اوکراینی آزاد شدند.", date(2024, 8, 24)),
        ("اسیران در ۱۶ آذر ۱۳۹۸ مبادله شدند.", date(2019, 12, 7)),
        ("پیکر ۵۷ شهید در ۲۸ اسفند ۱۳۹۹ از عراق وارد کشور شد.", date(2021, 3, 18)),
        ("نیروهای طالبان روز ۲۹ حمل ۱۴۰۳ بیست سرباز را رها کردند.", date(2024, 4, 17)),
        ("گروگان‌ها ۲۱ مهرماه آزاد شدند.", date(2024, 10, 12)),
    ],
)
def test_a_day_of_the_solar_calendar_is_the_worlds(text: str, day: date) -> None:
    readings = read("", "fa", text, date(2024, 8, 25))
    assert [each.day for reading in readings for each in reading.sentence.dates if each.day] == [day]


def test_a_solar_months_name_alone_is_a_word_like_any_other() -> None:
    readings = read("", "fa", "خبرگزاری مهر گفت اسد ۲۰۰ اسیر را آزاد کرد.", date(2024, 8, 25))
    assert not [each for reading in readings for each in reading.sentence.dates]


@pytest.mark.parametrize(
    ("lang", "text", "mode"),
    [
        ("en", "A prisoner swap that Yemen and the Houthis agreed upon got under way on Friday.", Mode.RUNNING),
        ("en", "The exchange of prisoners agreed in Istanbul took place on Thursday.", Mode.DONE),
        ("en", "An exchange of prisoners was agreed and carried out on Thursday.", Mode.DONE),
        ("en", "An exchange of prisoners was agreed and will be carried out on Thursday.", Mode.AGREED),
        ("es", "El canje de prisioneros acordado en Estambul tuvo lugar el martes.", Mode.DONE),
        ("en", "The exchange of prisoners was agreed in talks that took place in Istanbul.", Mode.AGREED),
        ("en", "An exchange of prisoners was agreed on Thursday.", Mode.AGREED),
    ],
)
def test_what_was_agreed_on_and_then_happened_is_no_plan(lang: str, text: str, mode: Mode) -> None:
    assert [move.mode for reading in read("", lang, text) for move in reading.moves][:1] == [mode]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("भारत 70 पाकिस्तानी कैदियों को कल पाकिस्तान को सौंपेगा।", date(2025, 9, 9)),
        ("भारत ने कल 70 पाकिस्तानी कैदियों को पाकिस्तान को सौंपा।", date(2025, 9, 7)),
        ("कल 70 कैदी रिहा किए गए, बाकी अगले महीने रिहा होंगे।", date(2025, 9, 7)),
    ],
)
def test_a_word_for_the_day_before_and_the_day_behind_means_what_the_verb_tells(text: str, day: date) -> None:
    readings = read("", "hi", text, date(2025, 9, 8))
    assert {each.day for reading in readings for each in reading.sentence.dates if each.day} == {day}


@pytest.mark.parametrize(
    ("lang", "text", "day"),
    [
        ("en", "Sudan said on Tuesday it handed over 61 prisoners to Ethiopia the day before.", 12),
        ("ru", "Минобороны Судана сообщило во вторник, что накануне передало Эфиопии 61 пленного.", 12),
        ("pl", "Armia Sudanu poinformowała dziś, że wczoraj przekazała Etiopii 61 jeńców.", 12),
        ("ar", "قال الجيش في بيان صدر اليوم الثلاثاء إن السودان سلّم إثيوبيا أمس 61 أسيراً.", 12),
        ("zh", "苏丹军方今天表示,昨天向埃塞俄比亚移交了61名战俘。", 12),
        ("en", "Sudan handed over 61 prisoners to Ethiopia on Tuesday, officials said, after Monday's talks.", 13),
        ("en", "Sudan said on Tuesday it handed over 61 prisoners to Ethiopia, after freeing 20 on Monday.", 13),
    ],
)
def test_of_two_days_in_a_sentence_one_may_be_of_telling(lang: str, text: str, day: int) -> None:
    assert report_of("", lang, text, published=date(2021, 4, 13)).event_date == date(2021, 4, day)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("pt", "A Rússia entregou na sexta-feira (10) à Ucrânia oito crianças."),
        ("pt", "A Rússia entregou hoje, 10, à Ucrânia oito crianças."),
        ("es", "Rusia entregó este viernes 10 a Ucrania ocho niños."),
        ("it", "La Russia ha riconsegnato venerdì 10 all'Ucraina otto bambini."),
        ("fr", "La Russie a remis vendredi 10 à l'Ukraine huit enfants."),
    ],
    ids=["pt", "pt today", "es", "it", "fr"],
)
def test_the_number_of_a_day_counts_nobody(lang: str, text: str) -> None:
    report = report_of(text, lang, published=date(2025, 10, 10))
    assert report.event_date == date(2025, 10, 10)
    assert [leg.count for leg in report.transfers] == [8]


@pytest.mark.parametrize("text", ["On Friday, 10 Ukrainian soldiers", "On Friday 10 more Ukrainian soldiers"])
def test_people_behind_a_day_are_counted(text: str) -> None:
    report = report_of(f"{text} were handed over by Russia.", "en", published=date(2025, 10, 10))
    assert [leg.count for leg in report.transfers] == [10]


@pytest.mark.parametrize(
    "text", ["2日目に352人の捕虜が解放された。", "3日後に352人の捕虜が解放された。", "捕虜352人が2日連続で解放された。"]
)
def test_so_many_days_are_no_day_of_the_month(text: str) -> None:
    assert not [
        mention for reading in read("", "ja", text, published=date(2020, 10, 17)) for mention in reading.sentence.dates
    ]


def test_the_fourth_exchange_is_not_one_of_a_wednesday() -> None:
    text = "Trinta ucranianos voltaram para casa nesta quinta-feira, na quarta troca com Moscou."
    report = report_of("Kiev recupera trinta soldados na quarta troca com Moscou", "pt", text, date(2022, 4, 14))
    assert report.event_date == date(2022, 4, 14)
