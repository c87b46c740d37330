"""Who tells of an exchange and how that grew: as a person in a chat would ask."""

import unicodedata
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Commands
from bot.config import FeedConfig
from bot.render import card, feeds_read, languages, plain, plain_reply, slack_reply, sources, telegram_reply, timeline
from bot.types import Alert, AlertKind, Card, Channel, EventStatus, FeedName, Habits, Notice, Platform, Reply
from detectors import Status
from tests import platforms
from tests.asks import CHAT, ask, faults, labels
from tests.facts import NOW, report, ru, ua
from tests.hostile_text import TEXTS, URLS
from tests.sample_events import BODIES, event
from tests.sample_events import report as ref
from tests.stores import STAFF, bring, five_outlets

LATER = NOW + timedelta(hours=2)


@pytest.fixture
def commands(store):
    return Commands(store, lambda: LATER)


# ── transcripts ──────────────────────────────────────────────────────────────────────────────────────────────────────

SOURCES = {
    "en": """\
Russia ⇄ Ukraine: 95 prisoners of war returned to each side

Independent of one another: 4

5 sources:
• Herald · 24 November 2026 · → Ukraine 95 prisoners of war (says Ukraine's coordination headquarters)
• Tribune · 24 November 2026 · passed on from Herald · → Ukraine 95 prisoners of war (says Ukraine's coordination \
headquarters)
• Globe · 24 November 2026 · passed on from Reuters · → Ukraine 95 prisoners of war; → Russia 95 prisoners of war \
(says Russia's defence ministry)
• Post · 24 November 2026 · No figures given
• Courier · 24 November 2026 · → Ukraine 103 prisoners of war (confirmed by the ICRC); → Russia 95 prisoners of war""",
    "uk": """\
Росія ⇄ Україна: кожній зі сторін повернуто 95 військовополонених

Незалежних одне від одного: 4

5 джерел:
• Herald · 24 листопада 2026 р. · → Україна 95 військовополонених (повідомляє Координаційний штаб України)
• Tribune · 24 листопада 2026 р. · передрук: Herald · → Україна 95 військовополонених (повідомляє Координаційний \
штаб України)
• Globe · 24 листопада 2026 р. · передрук: Reuters · → Україна 95 військовополонених; → Росія 95 військовополонених \
(повідомляє Міністерство оборони Росії)
• Post · 24 листопада 2026 р. · Кількість не названо
• Courier · 24 листопада 2026 р. · → Україна 103 військовополонені (підтверджує МКЧХ); → Росія 95 військовополонених""",
    "fr": """\
Russie ⇄ Ukraine : 95 prisonniers de guerre remis à chaque partie

Indépendantes les unes des autres : 4

5 sources :
• Herald · 24 novembre 2026 · → Ukraine 95 prisonniers de guerre (selon l’état-major de coordination de l’Ukraine)
• Tribune · 24 novembre 2026 · repris de Herald · → Ukraine 95 prisonniers de guerre (selon l’état-major de \
coordination de l’Ukraine)
• Globe · 24 novembre 2026 · repris de Reuters · → Ukraine 95 prisonniers de guerre ; → Russie 95 prisonniers de \
guerre (selon le ministère de la Défense de la Russie)
• Post · 24 novembre 2026 · Aucun chiffre donné
• Courier · 24 novembre 2026 · → Ukraine 103 prisonniers de guerre (confirmé par le CICR) ; → Russie 95 prisonniers \
de guerre""",
}


@pytest.mark.parametrize("language", SOURCES)
async def test_sources_tells_what_each_outlet_says_and_whose_text_it_is(store, commands, language):
    reply = await ask(commands, "sources", five_outlets(store), language=language)
    assert plain_reply(reply).replace("\u202f", " ") == SOURCES[language]
    (shown,) = reply.cards
    assert [point.url for point in shown.sections[0].points][:2] == [
        "https://herald.example/1",
        "https://tribune.example/1",
    ]
    assert faults(reply) == []


TIMELINES = {
    "en": """\
Russia ⇄ Ukraine: 95 prisoners of war returned to each side

How what is known grew
• 24 November, 14:00 · Herald · completed · → Ukraine 95 prisoners of war (says Ukraine's coordination headquarters)
• 24 November, 14:02 · Alert – first told
• 24 November, 14:10 · Tribune · passed on from Herald · the same figures
• 24 November, 14:20 · Globe · passed on from Reuters · → Russia 95 prisoners of war (says Russia's defence ministry)
• 24 November, 14:22 · Alert – Updated: a figure came in
• 24 November, 14:35 · Post · No figures given
• 24 November, 15:00 · Courier · → Ukraine 103 prisoners of war (confirmed by the ICRC)

Times: Europe/Kyiv""",
    "uk": """\
Росія ⇄ Україна: кожній зі сторін повернуто 95 військовополонених

Як зростало те, що відомо
• 24 листопада, 14:00 · Herald · завершено · → Україна 95 військовополонених (повідомляє Координаційний штаб України)
• 24 листопада, 14:02 · Сповіщення – вперше
• 24 листопада, 14:10 · Tribune · передрук: Herald · ті самі числа
• 24 листопада, 14:20 · Globe · передрук: Reuters · → Росія 95 військовополонених (повідомляє Міністерство оборони \
Росії)
• 24 листопада, 14:22 · Сповіщення – Оновлено: з’явилося нове число
• 24 листопада, 14:35 · Post · Кількість не названо
• 24 листопада, 15:00 · Courier · → Україна 103 військовополонені (підтверджує МКЧХ)

Час: Europe/Kyiv""",
    "de": """\
Russland ⇄ Ukraine: 95 Kriegsgefangene an jede der beiden Seiten übergeben

Wie der Kenntnisstand wuchs
• 24. November, 14:00 Uhr · Herald · abgeschlossen · → Ukraine 95 Kriegsgefangene (so der Koordinierungsstab der \
Ukraine)
• 24. November, 14:02 Uhr · Meldung – zum ersten Mal
• 24. November, 14:10 Uhr · Tribune · übernommen von Herald · dieselben Zahlen
• 24. November, 14:20 Uhr · Globe · übernommen von Reuters · → Russland 95 Kriegsgefangene (so das \
Verteidigungsministerium Russlands)
• 24. November, 14:22 Uhr · Meldung – Aktualisiert: eine Zahl ist hinzugekommen
• 24. November, 14:35 Uhr · Post · Keine Zahlen genannt
• 24. November, 15:00 Uhr · Courier · → Ukraine 103 Kriegsgefangene (das IKRK bestätigt dies)

Zeiten: Europe/Kyiv""",
}


@pytest.mark.parametrize("language", TIMELINES)
async def test_timeline_tells_how_it_grew_by_the_clocks_of_the_chat(store, commands, language):
    event_id = five_outlets(store)
    store.channels.sync([replace(CHAT, language=language)], NOW)
    store.habits.sync({CHAT.id: Habits(time_zone="Europe/Kyiv")}, NOW)
    reply = await ask(commands, "timeline", event_id, language=language)
    assert plain_reply(reply) == TIMELINES[language]
    assert [[words for _, words in row] for row in labels(reply)] == [[f"chart {event_id}"]]
    assert faults(reply) == []


async def test_a_chat_that_the_config_names_by_its_public_name_has_its_clocks_too(store, commands):
    event_id = five_outlets(store)
    named = Channel(platform=Platform.TELEGRAM, address="@news")
    store.channels.sync([named], NOW)
    store.habits.sync({named.id: Habits(time_zone="Asia/Tokyo")}, NOW)
    assert "Times: Asia/Tokyo" in plain_reply(await ask(commands, "timeline", event_id, alias="@news"))
    assert "Times: UTC" in plain_reply(await ask(commands, "timeline", event_id))


async def test_sources_alone_tells_which_feeds_are_read(store, commands):
    listed = [
        FeedConfig(url="https://a.example/rss?key=s3cr3t", name="Herald", language="en"),
        FeedConfig(url="https://b.example/rss", language="uk"),
        FeedConfig(url="https://user:s3cr3t@c.example/rss", name="Globe"),
        FeedConfig(url="https://user:s3cr3t@d.example/rss"),
    ]
    assert (await ask(commands, "sources")).text == "No feeds are read at present."
    store.feeds.sync(listed, 300.0, NOW)
    assert plain_reply(await ask(commands, "sources")) == (
        "Feeds that are read: 4\n\n• English: Herald\n• Ukrainian: b.example\n• Language not stated: Globe · …"
    )


async def test_pages_turn_in_place_and_end_where_they_end(store, commands):
    store.feeds.sync([FeedConfig(url=f"https://f{n:03}.example/") for n in range(65)], 300.0, NOW)
    first, second, third = [await ask(commands, "sources", "feeds", str(n)) for n in (1, 2, 3)]
    assert labels(first) == [[("More", "sources feeds 2")]]
    assert labels(second) == [[("Previous", "sources feeds 1"), ("More", "sources feeds 3")]]
    assert labels(third) == [[("Previous", "sources feeds 2")]]
    assert second.in_place
    assert not (await ask(commands, "sources")).in_place
    names = [name for reply in (first, second, third) for name in plain_reply(reply).split(": ", 2)[2].split(" · ")]
    assert names == [f"f{n:03}.example" for n in range(65)]
    for odd in ("0", "-1", "99", "9" * 80, "²", "many"):
        assert (await ask(commands, "sources", "feeds", odd)).cards


@pytest.mark.parametrize("verb", ["sources", "timeline", "wrong"])
async def test_what_is_not_known_is_said(commands, verb):
    reply = await ask(commands, verb, "2026-11-24-nobody-000000")
    assert reply.text == "No such exchange is known here. /latest lists the latest."


async def test_timeline_of_nothing_says_how_to_find_one(commands):
    assert (await ask(commands, "timeline")).text == "No such exchange is known here. /latest lists the latest."


async def test_a_merged_event_answers_as_the_one_that_it_is(store, commands):
    bring(store, "living", report(ua(75), ru(75)))
    bring(store, "dead", report(ua(212, category=BODIES)))
    gone = {event.id for event in store.events.standing()}
    bring(store, "bridge", report(ua(75), ua(212, category=BODIES)))
    (stands,) = store.events.standing()
    (merged,) = gone - {stands.id}
    assert "3 sources:" in plain_reply(await ask(commands, "sources", merged))
    assert card(store.events.get(merged), AlertKind.CANCEL).buttons == ()
    (last,) = [alert for alert in store.events.alerts() if alert.kind is AlertKind.CANCEL]
    assert "Withdrawn: no longer told" in plain(timeline(stands, [last], 1, NOW).card)


def test_an_outlet_is_shown_by_its_last_word_with_a_figure():
    told = event(
        reports=tuple(
            replace(ref("Herald", f"https://herald.example/{n}"), published=NOW + timedelta(days=n), report=one)
            for n, one in enumerate([report(ua(90)), report(ua(95)), report(ua(None))])
        )
    )
    (point,) = sources(told, 1).card.sections[0].points
    assert (point.text, point.url) == ("Herald", "https://herald.example/1")
    assert point.more == " · 25 November 2026 · → Ukraine 95 prisoners of war"


def test_whose_text_it_is_is_told_by_a_name_that_readers_know_and_before_what_may_be_cut():
    title = "A long title that both of them have"
    first = replace(ref(None, "https://first.example/1"), title=title, arrived=NOW, article_id="tag:first,2026:1")
    figures = report(*(ua(1000 + n, claimed_by=(f"{STAFF} {n}",)) for n in range(9)))
    copied = replace(ref("Globe", "https://globe.example/1"), title=title, arrived=LATER, report=figures)
    told = event(reports=(copied, first))
    for page in (sources(told, 1), timeline(told, (), 1, NOW)):
        assert "· passed on from first.example ·" in plain(page.card)
        assert plain(page.card).count("passed on") == 1
        assert "tag:" not in plain(page.card)


def test_a_timeline_tells_how_far_it_had_come_and_what_became_of_it():
    plan = replace(ref("Herald"), status=Status.ANNOUNCED, arrived=NOW)
    done = replace(ref("Globe", "https://globe.example/1"), arrived=NOW + timedelta(days=60), report=report(ua(5)))
    put_off = Notice(status=EventStatus.POSTPONED, article_id="x", at=NOW + timedelta(days=1))
    denied = Alert(event_id="e", kind=AlertKind.CANCEL, reason="status_changed", at=NOW, article_id="x")
    shown = timeline(event(reports=(done, plan), notices=(put_off,)), [denied], 1, NOW).card
    assert [f"{point.text}{point.more}" for point in shown.sections[0].points] == [
        "24 November 2026, 12:00 · Herald · announced · No figures given",
        "24 November 2026, 12:00 · Alert – Withdrawn: the exchange was denied",
        "25 November 2026, 12:00 · exchange postponed",
        "23 January 2027, 12:00 · Globe · completed · → Ukraine 5 prisoners of war",
    ]


@pytest.mark.parametrize("language", ["en", "uk", "ar"])
def test_a_page_of_the_longest_lines_is_shown_whole(language):
    """Names, figures and links as long as they may be, in scripts of two and three bytes."""
    reports = tuple(
        replace(
            ref(f"{n} {'ش漢' * 60}", f"https://news{n}.example/{'x' * 470}"),
            report=report(ua(1000 + n, claimed_by=("Міністерство" * 6, "ش" * 80)), ru(n, claimed_by=("漢" * 80,))),
            published=NOW,
        )
        for n in range(20)
    )
    told = event(reports=reports)
    for page in (sources(told, 2, language=language), timeline(told, (), 2, NOW, language=language)):
        on_page = len(page.card.sections[0].points)
        assert on_page >= 4
        html, (_, blocks) = telegram_reply(Reply(cards=(page.card,))), slack_reply(Reply(cards=(page.card,)))
        for shown in (platforms.telegram_text(html), platforms.visible(blocks)):
            assert shown.count("• ") == on_page


# ── hostile text ─────────────────────────────────────────────────────────────────────────────────────────────────────


def seen_lines(shown: Card) -> int:
    return len(plain(shown).splitlines())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, URLS, TEXTS), min_size=1, max_size=12), st.sampled_from(languages()))
def test_hostile_outlets_neither_break_a_page_nor_forge_a_line(outlets, language):
    reports = tuple(
        replace(
            ref(name, url),
            article_id=f"a{n}",
            published=NOW,
            title=title,
            agency=title or None,
            arrived=NOW,
            report=report(ua(n, claimed_by=(name or "x",), confirmed_by=(title or "y",))),
        )
        for n, (name, url, title) in enumerate(outlets)
    )
    told = event(*(t for one in reports for t in one.report.transfers), reports=reports)
    for page in (sources(told, 1, language=language), timeline(told, (), 1, NOW, language=language)):
        points = page.card.sections[0].points
        assert faults(Reply(cards=(page.card,))) == []
        dressing = seen_lines(replace(page.card, sections=())) + 2  # a blank line and the section's title
        assert seen_lines(page.card) - len(points) in {dressing, dressing - 1}
        assert not any(unicodedata.category(sign) in {"Cc", "Cs", "Co"} for point in points for sign in point.more)
        assert all(point.more.count("\u2068") == point.more.count("\u2069") for point in points)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(TEXTS, URLS, TEXTS), min_size=1, max_size=40), st.sampled_from(languages()))
def test_hostile_feeds_neither_break_the_list_nor_forge_a_line(feeds, language):
    listed = [FeedName(url=url or "https://x.example", name=name, language=tag) for name, url, tag in feeds]
    page = feeds_read(listed, 1, language=language)
    assert faults(Reply(cards=(page.card,))) == []
    assert seen_lines(page.card) == 2 + len(page.card.sections[0].points)
