"""What feeds, people and operators may write at its worst, for property tests."""

from hypothesis import strategies as st

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
