"""Verbs of giving whose object is a thing, days of telling, and words of mode that hold for a quotation alone."""

from datetime import date

import pytest

from detectors import Article, detect, language
from detectors.report import read_all
from detectors.scope import Scope
from detectors.sides import Reading
from detectors.status import Mode
from detectors.verdict import signals
from tests.readings import parts

DAY = date(2025, 6, 10)  # a Tuesday


def read(lang: str, title: str, text: str = "") -> list[Reading]:
    article = Article(lang=lang, published=DAY, title=title, text=text)
    return read_all(article, language.load(lang))


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Russia hands long sentences to 23 Ukrainian prisoners of war"),
        ("de", "Kiew überreicht 20 Soldaten Medaillen"),
        ("pl", "Rosja oddała Białorusi 12 myśliwców"),
        ("hu", "Listát cserélt Izrael és a Hamász a foglyokról"),
        ("hu", "Átadta egymásnak a cserére szánt foglyok névsorát a Hamász és Izrael"),
        ("ru", "Россия передала Украине списки пленных"),
        ("en", "Pakistan on Monday handed over to the Indian Embassy in Islamabad a list of 261 Indian prisoners"),
        ("es", "Pakistán entregó el lunes a la misión india en Islamabad la relación de los 261 presos"),
        ("it", "Il Pakistan ha consegnato oggi all'ambasciata indiana a Islamabad l'elenco di 261 detenuti"),
        ("fr", "Le Pakistan a remis lundi au haut-commissariat indien à Islamabad la liste de 261 prisonniers"),
    ],
)
def test_a_thing_that_is_handed_over_is_nobody(lang: str, title: str) -> None:
    assert not any(move.told for reading in read(lang, title) for move in reading.moves)


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("en", "Azerbaijan returns 15 prisoners and gets a map of mines"),
        ("tr", "Azerbaycan 15 kişiyi verdi, 92 bin mayının haritasını aldı"),
        ("ru", "Азербайджан вернул 15 пленных в обмен на карты мин"),
        ("hu", "Húsz foglyot cserélt Azerbajdzsán és Örményország"),
        ("en", "Pakistan handed over to India at Wagah 163 fishermen, after it got a list of them"),
        ("en", "Iran handed over to Oman on Monday two prisoners with documents for their families"),
        ("es", "Pakistán entregó a la India en Wagah a 163 pescadores con sus documentos"),
        ("it", "Il Pakistan ha consegnato all'India al valico di Wagah 163 pescatori, poi le liste"),
    ],
)
def test_people_handed_over_for_a_thing_are_people(lang: str, title: str) -> None:
    assert any(move.told for reading in read(lang, title) for move in reading.moves)


def test_a_day_of_telling_dates_no_exchange_of_before() -> None:
    (earlier,) = read(
        "pl", "", "Podczas dotychczasowych wymian Rosja oddała ciała 12 żołnierzy, powiadomił we wtorek sztab."
    )
    assert {move.scope for move in earlier.moves} == {Scope.PAST}
    (now,) = read("pl", "", "Rosja oddała ciała 12 żołnierzy, powiadomił we wtorek sztab.")
    assert Scope.PAST not in {move.scope for move in now.moves}


def test_a_date_of_capture_behind_who_captured_is_none_of_the_exchange() -> None:
    (reading,) = read("en", "", "Nineteen women were released for a soldier captured by Gaza fighters in June 2006.")
    assert Scope.PAST not in {move.scope for move in reading.moves}


def test_what_a_quotation_denies_holds_for_the_quotation() -> None:
    (reading,) = read("uk", "«Кращого подарунка не треба»: обмін полоненими відбувся")
    assert [move.mode for move in reading.moves] == [Mode.DONE]


def test_a_balance_is_told_from_news() -> None:
    def so_far(lang: str, title: str) -> float:
        return signals(read(lang, title), DAY)["title_so_far"]

    assert so_far("en", "Some 1,700 bodies of soldiers handed over to Armenia to date, Azerbaijan says")
    assert so_far("ru", "С начала войны Россия вернула Украине 12 тысяч тел")
    assert not so_far("en", "Russia returns 20 bodies, 1,700 handed over so far")


def test_a_thing_that_people_are_freed_for_makes_no_feature() -> None:
    def feature(text: str) -> float:
        return signals(read("en", text), DAY).get("title_topic.feature", 0.0)

    assert not feature("Nineteen detainees are freed in return for video of captured Israeli soldier")
    assert feature("Video: freed soldier tells of captivity")


@pytest.mark.parametrize(
    ("code", "title", "text", "sense"),
    [
        ("sv", "Amerikan fri från ryskt fängelse", "Ryssland har släppt läraren Marc Fogel.", False),
        ("sv", "Svensk fri från misstankar", "Åklagaren lägger ned fallet.", True),
    ],
)
def test_free_from_prison_is_no_other_sense(code: str, title: str, text: str, sense: bool) -> None:
    assert any(reading.sentence.has("other", "sense") for reading in read(code, title, text)) is sense


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "Die Taliban tauschten zwei Professoren gegen drei Kommandeure."),
        ("en", "The Taliban exchanged two teachers for three commanders."),
    ],
)
def test_who_goes_for_so_many_is_on_no_visit(code: str, text: str) -> None:
    assert [move.kind for reading in read(code, text) for move in reading.moves] == ["swap"]


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("ja", "ロシアとウクライナが拘束者を交換【写真】"),
        ("en", "Russia and Ukraine exchange prisoners (photos)"),
        ("ru", "Россия и Украина обменялись (видео)"),
    ],
)
def test_pictures_in_brackets_are_beside_the_news(code: str, title: str) -> None:
    assert any(move.told for reading in read(code, title) for move in reading.moves)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "135 prisoners landed in Guatemala on a plane chartered by the United States."),
        ("es", "135 presos bajaron de un avión fletado este lunes por Estados Unidos."),
        ("fr", "135 prisonniers sont arrivés à bord d'un avion affrété par les États-Unis."),
        ("pt", "Os presos chegaram em um avião fretado pelos Estados Unidos."),
        ("pl", "Więźniowie wylądowali samolotem wyczarterowanym przez USA."),
    ],
)
def test_who_sent_the_aircraft_let_nobody_go(code: str, text: str) -> None:
    assert ("United States", "carrier") in parts(text, code)


@pytest.mark.parametrize(
    "text", ["The prisoners were flown home by plane on Friday by Russia.", "A plane with men freed by Russia landed."]
)
def test_who_let_people_go_sent_no_aircraft(text: str) -> None:
    assert ("Russia", "by") in parts(text)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Iran frees seized South Korean tanker"),
        ("sv", "Iran släpper fartyget"),
        ("sv", "Ryssland släpper norsk båt"),
        ("fr", "L'Iran libère un pétrolier grec"),
        ("es", "Irán libera un petrolero griego"),
        ("de", "Iran lässt griechischen Tanker frei"),
        ("pl", "Iran uwolnił grecki tankowiec zatrzymany w maju"),
        ("ru", "Россия отпустила норвежское судно"),
        ("tr", "İran Yunan tankerini serbest bıraktı"),
        ("zh", "伊朗释放希腊油轮"),
    ],
)
def test_a_ship_that_is_let_go_is_nobody(code: str, title: str) -> None:
    assert not detect(Article(title=title, lang=code)).is_report


@pytest.mark.parametrize(
    "title",
    [
        "Iran releases crew of Greek tanker",
        "Houthis free ship's crew of 25",
        "Ship brings 173 Bangladeshis home from Myanmar prisons",
    ],
)
def test_a_crew_that_is_let_go_and_whom_a_ship_brings_are_people(title: str) -> None:
    assert detect(Article(title=title, lang="en")).is_report


def test_pictures_set_off_behind_a_verb_are_not_what_moves() -> None:
    assert detect(Article(title="Russia and Ukraine exchange prisoners – photos", lang="en")).is_report


def test_released_images_are_no_news_of_people() -> None:
    title = "Kremlin's defence minister Shoigu visits Russian command centre in Ukraine"
    text = "Images released by the defence ministry showed Shoigu studying a series of documents in occupied Ukraine."
    assert not detect(Article(title=title, text=text, lang="en")).is_report


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("es", "Siria liberó a tres libaneses con ayuda de Omán"),
        ("pt", "Síria libertou três libaneses com ajuda de Omã"),
    ],
)
def test_the_aid_of_who_helped_is_no_thing_that_is_handed_over(lang: str, title: str) -> None:
    (reading,) = read(lang, title)
    assert [move.kind for move in reading.moves] == ["release"]


def test_aid_that_is_handed_over_is_a_thing() -> None:
    (reading,) = read("es", "Omán entregó ayuda a tres libaneses")
    assert not reading.moves


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("de", "Gestohlene Orgel kehrt nach Polen zurück"),
        ("en", "Stolen icon returned to Greece by Germany"),
        ("cs", "Německo vrátilo Polsku ukradený obraz"),
        ("bg", "Германия върна на Гърция открадната икона"),
    ],
)
def test_works_of_art_are_nobody(code: str, title: str) -> None:
    assert not any(reading.moves for reading in read(code, title))


@pytest.mark.parametrize(
    ("lang", "title"),
    [
        ("tr", "Ağdam'ın mayın haritaları karşılığında 15 Ermeni iade edildi"),
        ("nl", "Vijftien Armeniërs vrij in ruil voor mijnenkaart"),
        ("nl", "Armenië en Azerbeidzjan hebben 200 dode soldaten uitgewisseld, berichten Russische staatsmedia"),
        ("ja", "アゼルバイジャン、捕虜15人を引き渡し地雷の地図と引き換え"),
        ("ja", "ベラルーシが日本人2人含む14人釈放 反政権派夫も"),
        ("en", "Forty soldiers were freed, documents show"),
    ],
)
def test_a_thing_that_is_paid_or_told_of_later_is_not_what_is_moved(lang: str, title: str) -> None:
    assert any(move.told for reading in read(lang, title) for move in reading.moves)


def test_a_thing_right_behind_its_verb_is_what_is_moved_though_people_stand_ahead() -> None:
    found = read("en", "Wives of prisoners hand over letters")
    assert not any(move.told for reading in found for move in reading.moves)
