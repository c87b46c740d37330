"""The day of an exchange: of datelines, of two days told together, of those behind a verb, and of late news."""

from datetime import date

import pytest

from detectors.event_date import event_date
from tests.readings import read

WEDNESDAY = date(2025, 9, 10)


def told(code: str, text: str, published: date = WEDNESDAY) -> date | None:
    return event_date(read("", code, text, published), published, announced=False)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("ru", "9 сентября на Луганщине прошёл обмен пленными, о котором стало известно лишь сегодня.", 9),
        ("en", "KYIV, September 10 (Reuters) - Russia freed 20 prisoners on Tuesday.", 9),
        ("zh", "香港中通社9月10日電 俄羅斯9月9日釋放20名戰俘。", 9),
        ("ja", "【9月10日 AFP】米国とイランは9日、互いに拘束していた5人ずつを自由にする「囚人交換」に踏み切った。", 9),
    ],
)
def test_a_dateline_closes_and_any_other_day_at_the_start_is_the_news(code: str, text: str, day: int) -> None:
    assert told(code, text) == date(2025, 9, day)


@pytest.mark.parametrize(
    ("code", "text", "day"),
    [
        ("fr", "Treize soldats ont été libérés mardi et mercredi par les rebelles.", 10),
        ("en", "The rebels freed thirteen soldiers on Monday and ten on Tuesday.", 8),
        ("en", "Between Monday and Tuesday the rebels freed thirteen soldiers.", 9),
    ],
)
def test_of_two_days_told_together_the_second_counts(code: str, text: str, day: int) -> None:
    assert told(code, text) == date(2025, 9, day)


def test_where_verbs_stand_last_a_day_is_of_the_verb_behind_it() -> None:
    said = "سخنگوی طالبان نوشت این گروه امروز ۲۵ تن از سربازان را رها کرده است. روز گذشته ده تن آزاد شده بودند."
    assert told("fa", said) == WEDNESDAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("NEWS RELEASE 10-09-2025\n\nThe rebels released 186 prisoners on 2 September.", date(2025, 9, 2)),
        ("NEWS RELEASE 10-09-2025\n\nThe rebels released 186 prisoners on 2 June.", WEDNESDAY),
        ("The rebels released 186 prisoners, who were captured on 2 September.", None),
    ],
)
def test_news_that_come_out_late_are_dated_by_their_first_movement(text: str, day: date | None) -> None:
    assert told("en", text) == day


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "Yemen released 20 prisoners and the Houthis three, as had been agreed on 8 September."),
        ("de", "Der Jemen ließ 20 Gefangene frei und die Huthi drei, wie am 8. September vereinbart."),
        ("nl", "Jemen liet 20 gevangenen vrij en de Houthi's drie, zoals op 8 september was afgesproken."),
        ("fr", "Le Yémen a libéré 20 prisonniers et les Houthis trois, comme convenu le 8 septembre."),
        ("el", "Η Υεμένη απελευθέρωσε 20 κρατουμένους και οι Χούθι τρεις, όπως είχε συμφωνηθεί στις 8 Σεπτεμβρίου."),
        ("lt", "Jemenas paleido 20 kalinių, o husiai tris, kaip buvo sutarta rugsėjo 8 dieną."),
        ("hi", "यमन ने 20 कैदियों को रिहा किया, जैसा कि 8 सितंबर को तय हुआ था।"),
    ],
)
def test_when_it_was_agreed_on_is_no_day_of_the_exchange(code: str, text: str) -> None:
    assert told(code, text) is None


def test_what_was_agreed_on_has_its_own_day_behind_a_comma() -> None:
    assert told("en", "As agreed, on 9 September Yemen released 20 prisoners.") == date(2025, 9, 9)


def test_a_deal_that_is_announced_was_agreed_on_that_day() -> None:
    text = "Yemen and the Houthis agreed on 9 September to exchange 20 prisoners."
    assert event_date(read("", "en", text, WEDNESDAY), WEDNESDAY, announced=True) == date(2025, 9, 9)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("uk", "Чад звільнив 60 моряків. Учора Судан повернув 12 людей."),
        ("ru", "Чад передал Судану девять детей. Накануне четверо детей вернулись в Чад."),
        ("fr", "Le Tchad a libéré 60 marins. La veille, 12 hommes avaient été libérés."),
    ],
)
def test_a_sentence_that_opens_with_yesterday_may_date_another_exchange(code: str, text: str) -> None:
    assert told(code, text) is None


def test_yesterday_dates_the_exchange_that_is_told_first() -> None:
    assert told("ru", "Накануне Чад передал Судану девять детей.") == date(2025, 9, 9)
    assert told("ru", "Чад передал Судану девять детей. Накануне девять детей вернулись домой.") == date(2025, 9, 9)


def test_who_was_on_the_way_when_it_was_told_went_on_that_day() -> None:
    text = "Twelve captives are heading for Egypt, the army said late on Wednesday. On Tuesday 20 were released."
    assert told("en", text) == WEDNESDAY


@pytest.mark.parametrize(
    ("code", "title", "text"),
    [
        ("en", "Rebels free six miners", "The miners had been abducted on Monday."),
        ("en", "Rebels free six miners", "A spokesman said that the six, held since Monday, were well."),
        ("es", "Rebeldes liberan a seis mineros", "Los mineros habían sido secuestrados el lunes."),
        ("fr", "Des rebelles libèrent six mineurs", "Ils avaient été enlevés lundi."),
        ("ru", "Повстанцы освободили шестерых шахтеров", "Их похитили в понедельник."),
    ],
)
def test_the_day_of_the_capture_is_not_taken_where_no_other_is_told(code: str, title: str, text: str) -> None:
    readings = read(title, code, text, WEDNESDAY)
    assert event_date(readings, WEDNESDAY, announced=False) is None


def test_a_day_of_saying_so_stays_beside_a_word_for_captives() -> None:
    readings = read(
        "Rebels free six miners", "en", "The ministry said on Tuesday that the kidnapped were well.", WEDNESDAY
    )
    assert event_date(readings, WEDNESDAY, announced=False) == date(2025, 9, 9)
