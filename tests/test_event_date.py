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


def test_who_was_on_the_way_when_it_was_told_went_on_that_day() -> None:
    text = "Twelve captives are heading for Egypt, the army said late on Wednesday. On Tuesday 20 were released."
    assert told("en", text) == WEDNESDAY
