"""The gallery as readable files: `make gallery` writes them anew, and the diff shows what readers will see."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.cli.gallery import FORMATS, cards, text
from bot.gallery import GALLERY
from bot.render import languages, mail_html, plain
from tests import platforms, specs
from tests.tone import FORBIDDEN, PICTURES

FOLDER = Path(__file__).parent / "gallery"
# Every language as plain text; every other form in English, and what a right-to-left page is in mail.
SHEETS = [(language, "plain") for language in languages()]
SHEETS += [("en", form) for form in FORMATS if form != "plain"] + [("ar", "mail"), ("ar", "telegram")]


def sheet(language, form):
    return FOLDER / (f"{language}.txt" if form == "plain" else f"{language}.{form}.txt")


def write_all():
    FOLDER.mkdir(exist_ok=True)
    for language, form in SHEETS:
        sheet(language, form).write_text(text(language, form), encoding="utf-8")


@pytest.mark.parametrize(("language", "form"), SHEETS)
def test_every_sheet_is_as_it_was_last_looked_at(language, form):
    assert text(language, form) == sheet(language, form).read_text(encoding="utf-8"), "make gallery, and read the diff"


def test_no_stray_sheet_is_left():
    assert {path.name for path in FOLDER.iterdir()} == {sheet(*each).name for each in SHEETS}


def test_there_are_forty_shapes_and_no_two_read_alike():
    assert len(GALLERY) >= 40
    assert len({exhibit.shape for exhibit in GALLERY}) == len(GALLERY)
    assert len({plain(card) for _, card in cards("en")}) == len(list(cards("en")))


MARKUP_SHAPES = {"hostile feed text", "long texts, and more lines than fit"}


@pytest.mark.parametrize("language", languages())
def test_the_tone_is_solemn_and_takes_no_side(language):
    for shape, card in cards(language):
        shown = plain(card)
        assert not re.search(FORBIDDEN[language], shown, re.IGNORECASE), shape
        if shape not in MARKUP_SHAPES:
            assert not PICTURES.search(shown), shape


@pytest.mark.parametrize("language", languages())
def test_every_figure_of_the_gallery_is_one_that_was_given(language):
    """Numbers neither get lost nor come out of nowhere, whatever the language makes of them."""
    digits = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
    for exhibit, (_, card) in zip(GALLERY, cards(language), strict=False):
        transfers = exhibit.event.transfers
        given = {n for t in transfers for n in (t.count, t.count_max, *(p.count for p in t.breakdown)) if n is not None}
        for figure in card.figures:
            bare = re.sub(r"(?<=\d)[\s.,٬\u00a0\u202f](?=\d{3})", "", figure.amount.translate(digits))
            assert {int(n) for n in re.findall(r"\d+", bare)} <= given, exhibit.shape


@pytest.mark.parametrize("language", languages())
def test_the_platforms_take_every_card(language):
    from bot.render import slack_blocks, telegram_html

    for shape, card in cards(language):
        form = {"chat_id": "1", "text": telegram_html(card), "parse_mode": "HTML"}
        message, blocks = slack_blocks(card)
        faults = platforms.telegram_faults("sendMessage", form) + specs.telegram_faults("sendMessage", form)
        faults += platforms.slack_text_faults(message) + platforms.block_faults(blocks) + specs.block_faults(blocks)
        assert faults == [], shape


SAFE = {"html", "head", "meta", "title", "body", "div", "p", "span", "strong", "br", "a"}


class Page(HTMLParser):
    """What a mail program makes of a page: its tags, balanced or not, and what it shows."""

    def __init__(self, page):
        super().__init__()
        self.open, self.tags, self.links, self.text = [], set(), [], []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.add(tag)
        assert {name for name, _ in attributes} <= {"lang", "dir", "charset", "style", "href"}
        self.links += [value for name, value in attributes if name == "href"]
        if tag not in ("br", "meta"):
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "body" in self.open:
            self.text.append(data)


@pytest.mark.parametrize("language", languages())
def test_a_mail_shows_the_card_and_fetches_or_runs_nothing(language):
    for shape, card in cards(language):
        page = Page(mail_html(card))
        assert page.open == [], shape
        assert page.tags <= SAFE, shape
        assert all(link.startswith(("https://", "http://")) for link in page.links)
        assert "".join(page.text).split() == plain(card).split(), shape


def test_the_gallery_command_shows_them_all_in_any_language_and_form(capsys):
    assert main(["gallery", "--language", "uk-UA", "--format", "plain"]) == 0
    assert capsys.readouterr().out == sheet("uk", "plain").read_text(encoding="utf-8")
    assert main(["gallery", "--language", "pl"]) == 0
    assert "Rosja ⇄ Ukraina" in capsys.readouterr().out


if __name__ == "__main__":
    write_all()
