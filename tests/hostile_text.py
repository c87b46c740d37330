"""What feeds, people and operators may write at its worst, for property tests."""

from datetime import date

from hypothesis import strategies as st

from bot.render import card
from bot.types import AlertKind, Card, EventStatus, Figure, Source
from detectors import Category, Qualifier
from tests.sample_events import event, report, transfer

FORGERY = [
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
    st.lists(st.sampled_from([*FORGERY, "a", " ", "\u2028", "😀", "ش", "漢"]), max_size=60).map("".join),
    st.sampled_from(["x" * 10_000, "ش" * 5_000, "😀" * 3_000, "&" * 4_000]),
)
URLS = st.one_of(st.none(), st.text(max_size=80), TEXTS.map(lambda text: f"https://news.example/{text}"))

NASTY_WORDS = """<b> </a> &lt; & " <!channel> <@U1> <https://evil.example|Reuters> @everyone @durov #tag $TAG
    /subscribe evil.example https://evil.example tg://resolve?domain=x _*[`~ {n} {who.__class__} %s 👨‍👩‍👧‍👦 𝕏"""
NASTY_SIGNS = ["🇺🇦" * 50, "х" * 300, "\u202e", "\u200b", "\x1b[31m", "\ud800", "\r\n", "\ufeff", " "]
NASTY = st.sampled_from(NASTY_WORDS.split()) | st.sampled_from(NASTY_SIGNS)
TEXT = st.text(max_size=60) | st.lists(NASTY | st.text(max_size=8), max_size=8).map("".join)
LINK = st.none() | TEXT | TEXT.map("https://x.example/".__add__)
NAMES = st.lists(TEXT, max_size=5).map(tuple)
COUNTS = st.none() | st.integers(min_value=0, max_value=10**12)
TRANSFERS = st.builds(
    transfer,
    NAMES,
    NAMES,
    st.sampled_from(Category),
    COUNTS,
    st.sampled_from([Qualifier.EXACT, Qualifier.ABOUT, Qualifier.AT_LEAST, Qualifier.AT_MOST]),
    count_max=COUNTS,
    planned=st.booleans(),
    claimed_by=NAMES,
    confirmed_by=NAMES,
)
EVENTS = st.builds(
    lambda transfers, **more: event(*transfers, **more),
    st.lists(TRANSFERS, max_size=12),
    parties=NAMES,
    status=st.sampled_from(EventStatus),
    mediators=NAMES,
    place=st.none() | TEXT,
    agreement=st.none() | TEXT,
    ordinal=st.none() | st.integers(min_value=1, max_value=5000),
    event_date=st.none() | st.dates(min_value=date(1, 1, 1)),
    reports=st.lists(st.builds(report, st.none() | TEXT, LINK), max_size=6).map(tuple),
)
WORST = Card(
    event_id="e",
    headline="&" * 280,
    figures=(Figure(direction="&" * 300, amount="&" * 300, attribution="<" * 600),) * 9,
    notes=(">" * 300,) * 3,
    details="&" * 300,
    sources_label="9 sources",
    sources=(Source(name="&" * 80, url="https://x.example/" + "&" * 480),) * 3,
)
KINDS = st.sampled_from([AlertKind.NEW, AlertKind.UPDATE, AlertKind.CANCEL])
CARDS = st.builds(card, EVENTS, KINDS, reason=TEXT, language=st.sampled_from(["en", "uk", "ar-EG"]))
