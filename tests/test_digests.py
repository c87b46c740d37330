"""Digests and quiet hours: when they are due, what they tell, and that they go out as any delivery does."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.backlog import FOLDED_MOST
from bot.digests import contents, last_due, next_due, quiet_hours, quiet_until
from bot.intake import owe_digests, tell
from bot.render import digest, languages, plain, slack_blocks, summary, telegram_html
from bot.types import Alert, AlertKind, Channel, EventStatus, Habits, Platform, Rhythm, Unknown
from tests.chat import Chat, outbox, run_for
from tests.sample_events import BODIES, EACH, MANY_SIDES, POW, event, report, transfer
from tests.virtual_time import Clock, run_virtually

KYIV = Habits(digest=Rhythm.DAILY, at=time(8), time_zone="Europe/Kyiv")
WEEKLY = replace(KYIV, digest=Rhythm.WEEKLY)
NOW = datetime(2025, 6, 20, 12, 0, tzinfo=UTC)  # a Friday


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


# ── when ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

DUE = {
    "daily, later today": (KYIV, utc(2025, 6, 20, 4, 59), utc(2025, 6, 20, 5)),
    "daily, at that very moment the next": (KYIV, utc(2025, 6, 20, 5), utc(2025, 6, 21, 5)),
    "in winter the clocks are an hour back": (KYIV, utc(2025, 1, 20, 5, 30), utc(2025, 1, 20, 6)),
    "over the night when clocks go forward": (KYIV, utc(2025, 3, 29, 6), utc(2025, 3, 30, 5)),
    "over the night when clocks go back": (KYIV, utc(2025, 10, 25, 5), utc(2025, 10, 26, 6)),
    "weekly, on Monday": (WEEKLY, NOW, utc(2025, 6, 23, 5)),
    "a time that does not exist that night": (
        replace(KYIV, at=time(3, 30)),
        utc(2025, 3, 29, 12),
        utc(2025, 3, 30, 1, 30),
    ),
}


@pytest.mark.parametrize(("habits", "after", "due"), DUE.values(), ids=DUE)
def test_a_digest_is_due_by_the_clocks_of_its_channel(habits, after, due):
    assert next_due(habits, after) == due


@settings(max_examples=80, deadline=None)
@given(
    st.integers(min_value=0, max_value=5_000_000).map(lambda minutes: utc(2020, 1, 1) + timedelta(minutes=minutes)),
    st.sampled_from(["UTC", "Europe/Kyiv", "America/New_York", "Australia/Lord_Howe", "Asia/Kathmandu"]),
    st.times().map(lambda t: t.replace(second=0, microsecond=0)),
    st.sampled_from(Rhythm),
)
def test_every_moment_lies_between_the_last_due_and_the_next(now, zone, at, rhythm):
    habits = Habits(digest=rhythm, at=at, time_zone=zone)
    last, following = last_due(habits, now), next_due(habits, now)
    assert last <= now < following
    assert next_due(habits, last) == following
    days = 1 if rhythm is Rhythm.DAILY else 7
    assert abs(following - last - timedelta(days=days)) <= timedelta(hours=1)


QUIET = {
    "within, before midnight": (utc(2025, 6, 20, 20), utc(2025, 6, 21, 4)),
    "within, after midnight": (utc(2025, 6, 20, 1), utc(2025, 6, 20, 4)),
    "as they begin": (utc(2025, 6, 20, 19), utc(2025, 6, 21, 4)),
    "as they end": (utc(2025, 6, 20, 4), None),
    "outside": (NOW, None),
}


@pytest.mark.parametrize(("now", "until"), QUIET.values(), ids=QUIET)
def test_quiet_hours_end_by_the_clocks_of_the_channel(now, until):
    assert quiet_until(replace(KYIV, quiet=quiet_hours("22:00-07:00")), now) == until


def test_quiet_hours_within_one_day_and_none_at_all():
    assert quiet_until(replace(KYIV, quiet=quiet_hours("13:00-16:00")), NOW) == utc(2025, 6, 20, 13)
    assert quiet_until(KYIV, NOW) is None
    for wrong in ("22:00", "22:00-22:00", "late-early"):
        with pytest.raises(ValueError):  # noqa: PT011
            quiet_hours(wrong)


# ── what ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def alert(event_id, kind=AlertKind.NEW, reason="", at=NOW - timedelta(hours=3)):
    return Alert(event_id=event_id, kind=kind, reason=reason, at=at, article_id="a1")


PAST = replace(EACH, id="past", told=True)
PLAN = replace(
    event(transfer("Russia", "Ukraine", POW, 1000)),
    id="plan",
    status=EventStatus.ANNOUNCED,
    event_date=date(2025, 6, 25),
    told=True,
    first_seen=NOW - timedelta(days=3),
)


def told(alerts, *events, ahead=()):
    return contents(alerts, {one.id: one for one in events}, ahead, NOW)


def test_a_new_exchange_happened():
    assert told([alert("past")], PAST).happened == (PAST,)


def test_a_plan_that_came_about_happened_and_is_not_announced_any_more():
    found = told([alert("past"), alert("past", AlertKind.UPDATE, "status_changed")], PAST)
    assert (found.happened, found.announced, found.changed) == ((PAST,), (), ())


def test_a_figure_of_an_older_exchange_changed():
    (one,) = told([alert("past", AlertKind.UPDATE, "figure_revised")], PAST).changed
    assert (one.event, one.alert.reason) == (PAST, "figure_revised")


def test_what_was_called_off_changed():
    off = replace(PLAN, status=EventStatus.CANCELLED)
    assert [one.event for one in told([alert("plan", AlertKind.UPDATE, "status_changed")], off).changed] == [off]


def test_what_was_merged_before_the_digest_was_never_told_in_it_and_later_it_is_withdrawn():
    gone = replace(PAST, merged_into="other")
    withdrawn = alert("past", AlertKind.CANCEL, "merged into other")
    assert told([alert("past"), withdrawn], gone).is_empty
    assert [one.event for one in told([withdrawn], gone).changed] == [gone]


def test_what_is_still_to_come_stands_beside_news_but_is_none_itself():
    assert told([alert("past")], PAST, ahead=[PLAN]).announced == (PLAN,)
    assert told([], ahead=[PLAN]).is_empty


def rendered(*happened, **more):
    found = told([alert(one.id) for one in happened], *happened)
    return plain(digest(found, NOW - timedelta(days=1), NOW, rhythm=Rhythm.DAILY, **more))


def test_totals_add_up_with_ranges_and_name_who_claims_them():
    first = replace(
        event(
            transfer("Russia", "Ukraine", POW, 95, claimed_by=("Ukraine",)),
            transfer("Russia", "Ukraine", POW, 98, claimed_by=("Russia",)),
            transfer("Russia", "Ukraine", BODIES, 6000, planned=True),
        ),
        id="first",
    )
    second = replace(event(transfer("Russia", "Ukraine", POW, 100, claimed_by=("ICRC",))), id="second")
    shown = rendered(first, second)
    assert "→ Ukraine  195–198 prisoners of war · say Ukraine, Russia and the ICRC" in shown
    assert "6,000" not in shown.split("Returned in all")[1]


def test_a_vague_figure_makes_a_vague_total():
    from detectors import Qualifier

    first = replace(event(transfer("Russia", "Ukraine", POW, 95)), id="first")
    for vague, said in ((Qualifier.ABOUT, "about"), (Qualifier.AT_LEAST, "at least"), (Qualifier.AT_MOST, "up to")):
        second = replace(event(transfer("Russia", "Ukraine", POW, 100, vague)), id="second")
        assert f"→ Ukraine  {said} 195 prisoners of war" in rendered(first, second)


def test_a_total_over_several_kinds_does_not_count_its_parts_again():
    from detectors import Category

    one = event(
        transfer("Russia", "Ukraine", Category.MIXED, 49),
        transfer("Russia", "Ukraine", POW, 42),
        transfer("Russia", "Ukraine", BODIES, 7),
    )
    shown = rendered(one).split("Returned in all")[1]
    assert "49 people" in shown
    assert "7 bodies" in shown
    assert "42" not in shown


def test_more_than_fits_is_counted():
    many = [replace(event(transfer("Russia", "Ukraine", POW, n)), id=f"e{n}") for n in range(1, 13)]
    assert "• and 4 more" in rendered(*many)


def test_it_names_its_time_by_the_clocks_of_the_channel():
    assert rendered(PAST, time_zone="Europe/Kyiv").startswith("Daily digest: 19 June, 15:00 – 20 June, 15:00")


# ── how it goes out ──────────────────────────────────────────────────────────────────────────────────────────────────

CHANNEL = Channel(platform=Platform.TELEGRAM, address="1")


@pytest.fixture
def store(store):
    store.channels.sync([CHANNEL], NOW - timedelta(days=3))
    return store


def happen(store, one, kind=AlertKind.NEW, at=NOW, reason=""):
    from detectors import Article

    with store.writing():
        if not store.events.has_article("a1"):
            store.events.add_article(Article(id="a1", title="t"), "report", at)
        store.events.save(one)
        tell(store, [alert(one.id, kind, reason, at=at)], [one], at, owe=True)


def sent(store, now):
    """The first lines of what is posted now."""
    chat, clock = Chat(), Clock(now)
    run_virtually(lambda: outbox(store, chat, clock).drain())
    return chat.at("1")


def wants(store, habits, now=NOW - timedelta(days=2)):
    store.habits.sync({CHANNEL.id: habits}, now)


def test_a_digest_goes_out_once_after_what_it_tells_of(store):
    wants(store, KYIV)
    happen(store, PAST, at=NOW - timedelta(hours=20))
    assert owe_digests(store, NOW) == 1
    assert owe_digests(store, NOW) == 0
    shown = sent(store, NOW)
    assert shown[-1] == "Daily digest: 18 June, 08:00 – 20 June, 08:00"
    assert len(shown) == 2
    assert sent(store, NOW) == []
    assert [one.kind for one in store.events.alerts()] == [AlertKind.NEW]  # a digest is no alert of an event


def test_the_next_digest_is_a_message_of_its_own(store):
    wants(store, KYIV)
    happen(store, PAST, at=NOW - timedelta(hours=20))
    owe_digests(store, NOW)
    sent(store, NOW)
    happen(store, PAST, AlertKind.UPDATE, at=NOW, reason="figure_revised")
    tomorrow = NOW + timedelta(days=1)
    assert owe_digests(store, tomorrow) == 1
    shown = sent(store, tomorrow)
    assert shown[-1] == "Daily digest: 20 June, 08:00 – 21 June, 08:00"


def test_a_digest_whose_answer_was_lost_is_posted_again_and_answers_no_event(store):
    wants(store, KYIV)
    happen(store, PAST, at=NOW - timedelta(hours=20))
    sent(store, NOW)
    owe_digests(store, NOW)
    chat = Chat()
    chat.answers["1"] = [Unknown(reason="no answer")]
    run_virtually(lambda: run_for(outbox(store, chat, Clock(NOW)), 60))
    (post,) = chat.posts.values()
    assert post.text.startswith("Daily digest")
    assert post.reply_to is None


def test_nothing_to_say_sends_nothing_and_time_goes_on(store):
    wants(store, KYIV)
    assert owe_digests(store, NOW) == 0
    assert store.habits.due(NOW) == ()


def test_a_line_where_there_is_nothing_to_say_is_a_setting(store):
    """Also before the first exchange of all."""
    wants(store, replace(KYIV, say_nothing=True))
    assert owe_digests(store, NOW) == 1
    assert sent(store, NOW) == ["Daily digest: 18 June, 08:00 – 20 June, 08:00"]


def test_days_of_outage_make_one_digest(store):
    wants(store, KYIV)
    happen(store, PAST, at=NOW - timedelta(hours=20))
    much_later = NOW + timedelta(days=5)
    assert owe_digests(store, much_later) == 1
    assert sent(store, much_later)[-1] == "Daily digest: 18 June, 08:00 – 25 June, 08:00"


def test_a_config_without_a_digest_ends_it_and_a_changed_one_keeps_its_place(store):
    wants(store, KYIV)
    wants(store, replace(KYIV, at=time(9)), NOW)
    (due,) = store.habits.due(NOW)
    assert (due.since, due.until) == (utc(2025, 6, 18, 5), utc(2025, 6, 20, 6))
    store.habits.sync({}, NOW)
    assert store.habits.due(NOW) == ()


def test_alerts_wait_through_quiet_hours_and_are_then_told_together(store):
    wants(store, Habits(time_zone="Europe/Kyiv", quiet=quiet_hours("22:00-07:00")))
    night, morning = utc(2025, 6, 20, 21), utc(2025, 6, 21, 4, 1)
    for n in range(3):
        happen(store, replace(PAST, id=f"n{n}"), at=night)
    assert sent(store, night) == []
    assert sent(store, morning) == ["3 exchanges in brief"]


@pytest.mark.parametrize("language", languages())
def test_twenty_exchanges_fit_into_one_message_of_every_platform(language):
    """As many as the outbox folds into one, with headlines and links as long as they get."""
    from tests import platforms

    link = "https://news.example/" + "a" * 120
    long = replace(MANY_SIDES, event_date=date(2025, 9, 27), reports=(report("Seaside Herald", link),))
    card = summary([replace(long, id=f"e{n}") for n in range(FOLDED_MOST)], language=language)
    html = telegram_html(card)
    form = {"chat_id": "1", "text": html, "parse_mode": "HTML"}
    assert platforms.telegram_faults("sendMessage", form) == []
    assert html.count("•") == FOLDED_MOST
    message, blocks = slack_blocks(card)
    assert platforms.slack_text_faults(message) + platforms.block_faults(blocks) == []
    assert platforms.visible(blocks).count("•") == FOLDED_MOST
