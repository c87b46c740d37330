import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.feed_list import add_feeds, remove_feed, switch_feed
from bot.opml import ListedFeed

CONFIG = """# My bot
[polling]
every = "5m"   # often enough

# Agencies
[[feeds]]
url = "https://a.example/rss"   # fast
name = "A"

[[feeds]]
url = "https://b.example/rss"
# every = "1m"

# Where to post
[telegram]
token = ""
"""


def test_a_new_feed_comes_after_the_last_and_nothing_else_changes():
    feed = ListedFeed(url="https://c.example/rss", name='C "the third"\\', language="uk", every="2m")
    edited = add_feeds(CONFIG, [feed])
    assert edited == CONFIG.replace(
        '# every = "1m"\n',
        '# every = "1m"\n\n[[feeds]]\nurl = "https://c.example/rss"\n'
        'name = "C \\"the third\\"\\\\"\nlanguage = "uk"\nevery = "2m"\n',
    )
    assert tomllib.loads(edited)["feeds"][2]["name"] == feed.name


@pytest.mark.parametrize("text", ["", "# mine\n[polling]\n"])
def test_the_first_feed_starts_the_list(text: str):
    edited = add_feeds(text, [ListedFeed(url="https://c.example/rss")])
    assert edited.startswith(text)
    assert tomllib.loads(edited)["feeds"] == [{"url": "https://c.example/rss"}]


def test_a_removed_feed_takes_its_own_lines_and_no_remark_around_it():
    assert remove_feed(CONFIG, "https://a.example/rss") == CONFIG.replace(
        '[[feeds]]\nurl = "https://a.example/rss"   # fast\nname = "A"\n\n', ""
    )
    assert remove_feed(CONFIG, "https://b.example/rss") == CONFIG.replace(
        '[[feeds]]\nurl = "https://b.example/rss"\n# every = "1m"\n\n', ""
    )


def test_a_feed_listed_twice_is_removed_twice():
    text = add_feeds(CONFIG, [ListedFeed(url="https://a.example/rss")])
    assert [feed["url"] for feed in tomllib.loads(remove_feed(text, "https://a.example/rss"))["feeds"]] == [
        "https://b.example/rss"
    ]


def test_adding_and_removing_gives_the_text_back():
    feed = ListedFeed(url="https://c.example/rss")
    assert remove_feed(add_feeds(CONFIG, [feed]), feed.url) == CONFIG


def test_feeds_between_other_tables_keep_their_places():
    text = CONFIG + '\n[[feeds]]\nurl = "https://z.example/rss"\n'
    edited = add_feeds(text, [ListedFeed(url="https://c.example/rss")])
    assert edited == text + '\n[[feeds]]\nurl = "https://c.example/rss"\n'
    assert remove_feed(edited, "https://z.example/rss") == CONFIG + '\n[[feeds]]\nurl = "https://c.example/rss"\n'


@pytest.mark.parametrize(
    ("text", "url", "fault"),
    [
        (CONFIG, "https://none.example/", "no feed has the address"),
        ("[[feeds]\n", "https://a.example/", "not valid TOML"),
        ('feeds = [{url = "https://a.example/"}]\n', "https://a.example/", "edit them by hand"),
        (
            'note = """\n[[feeds]]\n"""\n[[feeds]]\nurl = "https://a.example/"\n',
            "https://a.example/",
            "edit them by hand",
        ),
    ],
)
def test_what_cannot_be_edited_safely_is_left_alone(text: str, url: str, fault: str):
    with pytest.raises(ValueError, match=fault):
        remove_feed(text, url)


def test_a_group_that_is_known_nowhere_comes_with_its_first_feed():
    feeds = [
        ListedFeed(url="https://c.example/", group="War / Agencies", enabled=False),
        ListedFeed(url="https://d.example/", group="War / Agencies"),
        ListedFeed(url="https://e.example/", group="known"),
    ]
    edited = add_feeds(CONFIG, feeds, groups={"known"})
    parsed = tomllib.loads(edited)
    assert edited.count('[groups."War / Agencies"]') == 1
    assert parsed["groups"] == {"War / Agencies": {}}
    assert parsed["feeds"][2:] == [
        {"url": "https://c.example/", "group": "War / Agencies", "enabled": False},
        {"url": "https://d.example/", "group": "War / Agencies"},
        {"url": "https://e.example/", "group": "known"},
    ]


def test_switching_off_and_on_gives_the_text_back():
    off = switch_feed(CONFIG, "https://a.example/rss", enabled=False)
    assert off == CONFIG.replace('name = "A"\n', 'name = "A"\nenabled = false\n')
    assert switch_feed(off, "https://a.example/rss", enabled=False) == off
    assert switch_feed(off, "https://a.example/rss", enabled=True) == CONFIG
    assert switch_feed(CONFIG, "https://a.example/rss", enabled=True) == CONFIG


def test_a_remark_behind_a_switch_stays():
    text = CONFIG.replace('name = "A"\n', "enabled = false   # broken since May\n")
    on = switch_feed(text, "https://a.example/rss", enabled=True)
    assert on == text.replace("enabled = false", "enabled = true")
    assert switch_feed(on, "https://a.example/rss", enabled=False) == text


@pytest.mark.parametrize(
    ("text", "fault"), [(CONFIG, "no feed has the address"), ('feeds = [{url = "https://n.example/"}]\n', "by hand")]
)
def test_what_cannot_be_switched_safely_is_left_alone(text: str, fault: str):
    with pytest.raises(ValueError, match=fault):
        switch_feed(text, "https://n.example/", enabled=False)


def test_many_feeds_are_added_at_once_without_waiting():
    feeds = [ListedFeed(url=f"https://n{number}.example/") for number in range(10_000)]
    assert len(tomllib.loads(add_feeds(CONFIG, feeds))["feeds"]) == 10_002


URLS = [f"https://{name}.example/rss" for name in "abcd"]
edits = st.lists(st.tuples(st.sampled_from(["add", "remove", "on", "off"]), st.sampled_from(URLS)), max_size=12)


@given(edits)
def test_however_often_the_list_is_edited_the_rest_of_the_file_stays(done: list[tuple[str, str]]):
    text, on = CONFIG, {URLS[0]: True, URLS[1]: True}
    for what, url in done:
        if what == "add" and url not in on:
            text, on[url] = add_feeds(text, [ListedFeed(url=url)]), True
        elif what == "remove" and url in on:
            text = remove_feed(text, url)
            del on[url]
        elif what in ("on", "off") and url in on:
            text, on[url] = switch_feed(text, url, enabled=what == "on"), what == "on"
    data = tomllib.loads(text)
    assert {feed["url"]: feed.get("enabled", True) for feed in data.get("feeds", [])} == on
    assert {key: value for key, value in data.items() if key != "feeds"} == {
        "polling": {"every": "5m"},
        "telegram": {"token": ""},
    }
    for line in ("# My bot", 'every = "5m"   # often enough', "# Agencies", "# Where to post"):
        assert line in text.splitlines()
