import tomllib

import pytest

from bot.feed_list import ListedFeed, add_feed, feeds_from_opml, feeds_to_opml, remove_feed

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
    edited = add_feed(CONFIG, feed)
    assert edited == CONFIG.replace(
        '# every = "1m"\n',
        '# every = "1m"\n\n[[feeds]]\nurl = "https://c.example/rss"\n'
        'name = "C \\"the third\\"\\\\"\nlanguage = "uk"\nevery = "2m"\n',
    )
    assert tomllib.loads(edited)["feeds"][2]["name"] == feed.name


@pytest.mark.parametrize("text", ["", "# mine\n[polling]\n"])
def test_the_first_feed_starts_the_list(text: str):
    edited = add_feed(text, ListedFeed(url="https://c.example/rss"))
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
    text = add_feed(CONFIG, ListedFeed(url="https://a.example/rss"))
    assert [feed["url"] for feed in tomllib.loads(remove_feed(text, "https://a.example/rss"))["feeds"]] == [
        "https://b.example/rss"
    ]


def test_adding_and_removing_gives_the_text_back():
    feed = ListedFeed(url="https://c.example/rss")
    assert remove_feed(add_feed(CONFIG, feed), feed.url) == CONFIG


def test_feeds_between_other_tables_keep_their_places():
    text = CONFIG + '\n[[feeds]]\nurl = "https://z.example/rss"\n'
    edited = add_feed(text, ListedFeed(url="https://c.example/rss"))
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


def test_a_list_survives_the_way_through_opml():
    feeds = (
        ListedFeed(url="https://a.example/rss?a=1&b=2", name='A & "B"', language="uk"),
        ListedFeed(url="https://c.example/"),
    )
    assert feeds_from_opml(feeds_to_opml(feeds).encode()) == feeds


def test_opml_is_read_out_of_folders_and_each_address_once():
    opml = b"""<opml version="1.0"><body><outline text="War"><outline title="A" xmlUrl=" https://a.example/ "/>
    <outline text="again" xmlUrl="https://a.example/"/></outline><outline text="no feed"/></body></opml>"""
    assert feeds_from_opml(opml) == (ListedFeed(url="https://a.example/", name="A"),)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<rss/>",
        b"{}",
        b'<!DOCTYPE o [<!ENTITY a "aaaa">]><opml><body><outline text="&a;" xmlUrl="https://a.example/"/></body></opml>',
    ],
)
def test_what_is_no_opml_is_said_to_be_none(body: bytes):
    with pytest.raises(ValueError, match="OPML"):
        feeds_from_opml(body)
