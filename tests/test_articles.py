from datetime import date

import pytest

from bot.articles import article_from_html
from bot.errors import ParseError

PAGE = """<!doctype html><html lang="uk"><head><title>Додому повернулися 205 захисників | Вісник</title>
<meta property="article:published_time" content="2025-05-06T10:00:00Z">
<meta property="og:site_name" content="Вісник"></head>
<body><nav><a href="/">Головна</a> <a href="/war">Війна</a></nav>
<article><h1>Додому повернулися 205 захисників</h1>
<p>Україна повернула з полону 205 військових, повідомив Координаційний штаб у вівторок.</p></article>
<aside><a href="/old">Раніше: обмін 103 на 103</a></aside>
<footer>Ми використовуємо файли cookie</footer></body></html>"""


def test_a_page_yields_its_story_without_what_stands_around_it():
    article = article_from_html(PAGE.encode(), url="https://visnyk.example/1")
    assert article.title == "Додому повернулися 205 захисників"
    assert article.text == "Україна повернула з полону 205 військових, повідомив Координаційний штаб у вівторок."
    assert (article.lang, article.published, article.source) == ("uk", date(2025, 5, 6), "Вісник")
    assert (article.id, article.url) == ("https://visnyk.example/1", "https://visnyk.example/1")


def test_what_the_call_says_stands_in_where_the_page_is_silent():
    page = b"<html><body><p>Kyiv and Moscow exchanged 5 prisoners each.</p></body></html>"
    article = article_from_html(page, url="page.html", published=date(2025, 1, 2), lang="en")
    assert (article.text, article.lang, article.published) == (
        "Kyiv and Moscow exchanged 5 prisoners each.",
        "en",
        date(2025, 1, 2),
    )


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"<html><body><script>1</script></body></html>", b"\x00\xff<"])
def test_a_page_without_a_story_says_what_to_do(body):
    with pytest.raises(ParseError, match=r"^https://a\.example/: no article could be found"):
        article_from_html(body, url="https://a.example/")
