"""Charts: real pictures of what the store holds, and a text that says the same."""

import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from PIL import Image

from bot.charts import DARK, LIGHT, main_sides, overview, returned_over_time, timeline
from bot.commands import Commands
from bot.render import words
from bot.store import Store
from bot.types import Ask, Picture, Platform, Returned
from detectors import Article, Category
from tests.facts import NOW, article, report, ru, transfer, ua
from tests.stores import event_of, new_store, take

DAY = date(2026, 11, 23)


@pytest.fixture
def store(tmp_path: Path):
    opened = new_store(tmp_path)
    for weeks in range(6):
        when = NOW - timedelta(weeks=4 * weeks)
        take(opened, article(f"pow-{weeks}", when), report(ua(100 + weeks), ru(90 + weeks), day=when.date()), owe=False)
        bodies = report(ua(500, category=Category.BODIES), day=when.date())
        take(opened, article(f"fallen-{weeks}", when), bodies, owe=False)
    take(opened, article("gaza"), report(transfer("Israel", "Palestinians", 90), day=DAY), owe=False)
    yield opened
    opened.close()


def pixels(picture: Picture) -> Image.Image:
    image = Image.open(io.BytesIO(picture.png)).convert("RGB")
    assert image.size == (1080, 1260)
    return image


def shows(image: Image.Image, colour: str) -> bool:
    """Whether a good many pixels have a colour."""
    wanted = tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return sum(count for count, found in image.getcolors(1 << 24) or () if found == wanted) > 200


async def ask(store: Store, *words: str, language: str = "en"):
    asked = Ask(platform=Platform.TELEGRAM, address="1", language=language, words=("chart", *words))
    return await Commands(store, lambda: NOW).answer(asked)


async def test_a_party_gets_its_exchanges_over_time(store: Store):
    reply = await ask(store, "Україна")
    assert reply.picture
    image = pixels(reply.picture)
    assert shows(image, LIGHT.sides[0])
    assert shows(image, LIGHT.sides[1])
    assert reply.picture.alt.splitlines() == [
        "Ukraine and Russia: came home, by what the sources say",
        "Prisoners and civilians → Ukraine: 615",
        "Prisoners and civilians → Russia: 555",
        "Bodies → Ukraine: 3,000",
        "Bodies → Russia: no figure given",
    ]


async def test_an_event_gets_its_timeline_and_no_word_all_conflicts(store: Store):
    (event,) = (e for e in store.events.standing() if "gaza" in {ref.article_id for ref in e.reports})
    picture = (await ask(store, event.id)).picture
    assert picture
    assert "24 November 2026 12:00 UTC gaza.example: → Palestinians 90" in picture.alt.replace("gaza:", "gaza.example:")
    everything = (await ask(store)).picture
    assert everything
    assert "Israel → Palestinians: 90 · 1 exchange" in everything.alt
    assert pixels(picture) != pixels(everything)


async def test_what_is_not_known_is_said(store: Store, tmp_path: Path):
    assert "Atlantis" in (await ask(store, "Atlantis")).text
    empty = Store.open(tmp_path / "empty.db")
    assert (await ask(empty)).picture is None
    empty.close()


@pytest.mark.parametrize("language", ["uk", "ar"])
@pytest.mark.parametrize("dark", [False, True])
def test_every_script_and_theme_draws(store: Store, language: str, dark: bool):
    theme = DARK if dark else LIGHT
    totals = store.search.totals("Ukraine")
    sides = main_sides(totals, "Ukraine")
    assert sides == ("Ukraine", "Russia")
    for picture in (
        returned_over_time(store.search.returned(sides), sides, language=language, dark=dark),
        overview(totals, language=language, dark=dark),
        timeline(store.events.latest(1)[0], language=language, dark=dark),
    ):
        image = pixels(picture)
        assert shows(image, theme.ground)
        assert shows(image, theme.ink)


def test_one_exchange_and_a_range_are_drawn_too():
    once = [Returned(day=date(2026, 1, 5), side="Ukraine", family="living", low=195, high=207)]
    picture = returned_over_time(once, ("Ukraine", "Russia"))
    assert shows(pixels(picture), LIGHT.sides[0])
    assert picture.alt.splitlines()[1:] == [
        "Prisoners and civilians → Ukraine: 195–207",
        "Prisoners and civilians → Russia: no figure given",
    ]


async def test_a_dark_screen_gets_a_dark_picture(store: Store):
    picture = (await ask(store, "Росією", "dark", language="uk")).picture
    assert picture
    assert shows(pixels(picture), DARK.ground)
    assert picture.alt.startswith("Росія і Україна")


def test_a_timeline_says_whom_each_report_quotes(store: Store):
    quoted = report(ua(77, claimed_by=("Russia",), confirmed_by=("ICRC",)), day=DAY - timedelta(days=200))
    take(store, article("quoted", NOW - timedelta(days=199)), quoted, owe=False)
    shown = timeline(event_of(store, "quoted"))
    assert "→ Ukraine 77 prisoners of war · says Russia, confirmed by the ICRC" in shown.alt


@pytest.mark.filterwarnings("error:Glyph")
def test_an_outlet_whose_letters_the_font_lacks_goes_by_its_site(store: Store):
    far = Article(id="far", title="交換", source="朝日新聞", url="https://www.asahi.example/1", published=NOW)
    take(store, far, report(transfer("Iran", "France", 2), day=DAY), owe=False)
    assert "朝日新聞: → France 2" in timeline(event_of(store, "far")).alt


def test_the_days_of_a_chart_are_written_as_the_reader_writes_them():
    assert words("de").month(DAY) == "Nov 2026"
    assert words("uk").month(DAY) == "лист. 2026"
    assert words("ar-EG").year(DAY) == "٢٠٢٦"
