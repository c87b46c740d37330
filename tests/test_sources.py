"""Who tells of an exchange, how that grew, and the buttons that ask for it: as a person in a chat would."""

import re
import unicodedata
from collections import deque
from dataclasses import replace
from datetime import timedelta
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.commands import Commands
from bot.config import FeedConfig
from bot.render import card, feeds_read, languages, plain, plain_reply, slack_reply, sources, telegram_reply, timeline
from bot.store import Store
from bot.types import (
    Alert,
    AlertKind,
    Ask,
    Card,
    Channel,
    EventStatus,
    FeedName,
    Habits,
    Notice,
    Platform,
    Reply,
    Verb,
)
from detectors import Report, Status
from tests import platforms, specs
from tests.facts import NOW, article, report, ru, ua
from tests.sample_events import BODIES, EACH, POW, THE_FALLEN, event, transfer
from tests.sample_events import report as ref
from tests.stores import bring, take

CHAT = Channel(platform=Platform.TELEGRAM, address="-100555")
STAFF, DEFENCE = "Ukraine's coordination headquarters", "Russia's defence ministry"
LATER = NOW + timedelta(hours=2)
FIGURE_95 = ua(95, claimed_by=(STAFF,))
BOTH_95 = report(ua(95), ru(95, claimed_by=(DEFENCE,)))


@pytest.fixture
def commands(store):
    return Commands(store, lambda: LATER)


def arrive(store: Store, name: str, told: Report, minutes: int, *, title: str = "", agency: str = "") -> None:
    """An article that comes out so many minutes after noon and is read two minutes later."""
    at = NOW + timedelta(minutes=minutes)
    one = replace(article(name, at), text=f"KYIV ({agency}) - Prisoners came home." if agency else "")
    one = replace(one, title=title or f"What {name} heard of a swap at noon")
    take(store, one, told, at + timedelta(minutes=2))


def five_outlets(store: Store) -> str:
    """An exchange that five outlets tell of, one with an agency's text, one with the first one's; its id."""
    arrive(store, "Herald", report(FIGURE_95), 0)
    arrive(store, "Tribune", report(FIGURE_95), 10, title="What Herald heard of a swap at noon")
    arrive(store, "Globe", BOTH_95, 20, agency="Reuters")
    arrive(store, "Post", report(ua(None), ru(None)), 35)
    arrive(store, "Courier", report(ua(103, confirmed_by=("ICRC",)), ru(95)), 60)
    (found,) = store.events.standing()
    return found.id


async def ask(commands, *words, language="en", platform=Platform.TELEGRAM, **more) -> Reply:
    asked = {"platform": platform, "address": CHAT.address, "words": words, "language": language, "person": "7", **more}
    return await commands.answer(Ask(**asked))


def labels(reply: Reply) -> list[list[tuple[str, str]]]:
    return [[(button.label, " ".join(button.words)) for button in row] for row in reply.buttons]


def faults(reply: Reply) -> list[str]:
    """What either platform would refuse of a reply."""
    form = {"chat_id": "1", "text": telegram_reply(reply), "parse_mode": "HTML"}
    text, blocks = slack_reply(reply)
    found = platforms.telegram_faults("sendMessage", form) + specs.telegram_faults("sendMessage", form)
    platforms.telegram_text(form["text"])  # ValueError where the markup is broken
    return found + platforms.slack_text_faults(text) + platforms.block_faults(blocks) + specs.block_faults(blocks)


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


# ── buttons ──────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_one_card_has_buttons_and_several_have_none(store, commands):
    event_id = five_outlets(store)
    bring(store, "other", report(transfer_of_two()), NOW - timedelta(days=30))
    alone = [await ask(commands, "event", event_id), await ask(commands, "latest", "1")]
    for reply in alone:
        (shown,) = reply.cards
        assert [(button.label, button.words) for button in shown.buttons] == [
            ("Sources (5)", ("sources", event_id)),
            ("Timeline", ("timeline", event_id)),
            ("Mute", ("mute", event_id)),
            ("Wrong?", ("wrong", event_id)),
        ]
    together = await ask(commands, "latest", "2")
    assert [shown.buttons for shown in together.cards] == [(), ()]


def transfer_of_two():
    return transfer("Israel", "Hamas", POW, 2)


def test_the_dead_are_told_without_a_sound():
    assert card(THE_FALLEN).is_silent is False  # the living were exchanged too
    assert card(event(transfer("Russia", "Ukraine", BODIES, 1200))).is_silent is True
    assert card(EACH).is_silent is False


def test_without_a_source_no_button_asks_for_them():
    assert [button.words[0] for button in card(event(transfer("Russia", "Ukraine", POW, 2))).buttons] == [
        "timeline",
        "mute",
        "wrong",
    ]


async def test_the_longest_names_still_fit_into_a_button(store, commands):
    longest = ("Bosnia & Herzegovina", "United Arab Emirates")
    bring(store, "long", report(transfer(*longest, POW, 3)))
    (found,) = store.events.standing()
    assert len(found.id.encode()) > 48
    (shown,) = (await ask(commands, "event", found.id)).cards
    assert shown.buttons[0].words == ("sources", f"2026-11-24-{found.id[-6:]}")
    for button in shown.buttons:
        assert len(" ".join(button.words).encode()) <= 48
    assert "1 source:" in plain_reply(await ask(commands, *shown.buttons[0].words))
    assert store.events.get("2026-11-24-000000") is None


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("is_operator", [False, True])
async def test_every_button_leads_to_a_sensible_reply(store, commands, language, is_operator):
    """From every reply, by every button, as far as it goes; a chart's picture has a test of its own."""
    event_id = five_outlets(store)
    for n in range(9):
        arrive(store, f"Paper {n}", BOTH_95, 70 + n)
    store.feeds.sync([FeedConfig(url=f"https://f{n}.example/") for n in range(70)], 300.0, NOW)
    store.channels.sync([replace(CHAT, language=language)], NOW)
    todo = deque([("wrong", event_id, "too", "many"), ("event", event_id), ("sources",)])
    todo += [("admin",), ("admin", "broadcast", "Hello")] if is_operator else []
    unknown = (await ask(commands, "weather", language=language)).text.split("\n")[0]
    missing = (await ask(commands, "event", "nothing", language=language)).text
    seen: set[tuple[str, ...]] = set()
    while todo:
        words = todo.popleft()
        if words in seen or words[0] == Verb.CHART or words[0] not in set(Verb):
            continue
        seen.add(words)
        reply = await ask(commands, *words, language=language, is_operator=is_operator, may_change=True)
        assert reply.text.split("\n")[0] not in {unknown, missing}, words
        assert plain_reply(reply)
        assert faults(reply) == []
        assert len(reply.text) <= 180 or not reply.is_brief
        for button in chain(*reply.buttons, *(shown.buttons for shown in reply.cards)):
            assert len(" ".join(button.words).encode()) <= 48
            assert all(word and not any(map(str.isspace, word)) for word in button.words)
            assert 0 < len(button.label) <= 40
            assert button.words[0] in {*Verb, "mute"}
            todo.append(button.words)
    assert {words[0] for words in seen} >= {"event", "sources", "timeline", "wrong"}
    assert ("sources", event_id, "2") in seen
    assert (("admin", "done", "1") in seen) is is_operator


async def test_the_chart_button_leads_to_a_picture(store, commands):
    reply = await ask(commands, "timeline", five_outlets(store))
    pictured = await ask(commands, *reply.buttons[-1][0].words)
    assert pictured.picture is not None


@pytest.mark.parametrize("language", languages())
def test_labels_and_answers_are_solemn(language):
    from bot.render import words
    from bot.render.words import messages
    from tests.test_gallery import FORBIDDEN, PICTURES

    say = words(language)
    for key in messages(language):
        if key.startswith(("button-", "wrong-", "admin-", "broadcast-", "timeline-", "feeds-", "source")):
            values = dict.fromkeys(("n", "who", "what", "zone", "when", "command", "wrong", "event", "most"), "1")
            text = say.say(key, count=1, language="1", names="1", **values)
            assert not PICTURES.search(text), key
            assert not re.search(FORBIDDEN[language], text, re.IGNORECASE), key


# ── hostile text ─────────────────────────────────────────────────────────────────────────────────────────────────────

NASTY = [
    "<b>",
    "&lt;",
    "@everyone",
    "<!channel>",
    "*x*",
    "](http://evil)",
    "\u202e",
    "\u2066",
    "\n• Forged · line",
    "\x00",
]
TEXTS = st.one_of(
    st.text(max_size=400),
    st.lists(st.sampled_from([*NASTY, "a", " ", "\u2028", "😀", "ش", "漢"]), max_size=60).map("".join),
    st.sampled_from(["x" * 10_000, "ش" * 5_000, "😀" * 3_000, "&" * 4_000]),
)
URLS = st.one_of(st.none(), st.text(max_size=80), TEXTS.map(lambda text: f"https://news.example/{text}"))


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
