"""What a card says of an event."""

import pytest

from bot.render import card, plain
from bot.types import AlertKind, EventStatus, Source
from detectors import Category, Qualifier
from tests.sample_events import BODIES, CIVILIANS, EACH, MANY_SIDES, POW, SPLIT, THE_FALLEN, event, report, transfer


def lines_of(shown):
    return [f"{figure.direction}  {figure.amount} · {figure.attribution}".rstrip(" ·") for figure in shown.figures]


def test_the_card_of_the_fallen_says_who_got_how_many_and_who_says_so():
    assert (
        plain(card(THE_FALLEN))
        == """\
Russia ⇄ Ukraine: the bodies of 1,200 people returned to Ukraine

→ Ukraine  1,200 bodies · says Russia's defence ministry, confirmed by Ukraine
→ Russia  0 bodies · says Russian state media
Prisoners of war were exchanged too; no figure given

Belarus · under the Istanbul agreements
2 sources: Fiji Global News · Seaside Herald"""
    )


HEADLINES = {
    "both sides got the same": (EACH, "Russia ⇄ Ukraine: 95 prisoners of war returned to each side"),
    "each side its own figure": (
        event(transfer("Ukraine", "Russia", POW, 55), transfer("Russia", "Ukraine", POW, 215)),
        "Russia ⇄ Ukraine: 55 prisoners of war returned to Russia, 215 to Ukraine",
    ),
    "the sides' figures for one direction differ": (
        event(
            transfer("Russia", "Ukraine", POW, 195, claimed_by=("Ukraine",)),
            transfer("Russia", "Ukraine", POW, 207, claimed_by=("Russia",)),
        ),
        "Russia ⇄ Ukraine: 195–207 prisoners of war returned to Ukraine",
    ),
    "one person": (
        event(transfer("Iran", "France", Category.CIVILIANS, 1), parties=("France", "Iran")),
        "France ⇄ Iran: 1 civilian returned to France",
    ),
    "one body": (
        event(transfer("Hamas", "Israel", BODIES, 1), parties=("Hamas", "Israel")),
        "Hamas ⇄ Israel: the body of 1 person returned to Israel",
    ),
    "the living, then the dead": (
        event(transfer("Russia", "Ukraine", POW, 10), transfer("Russia", "Ukraine", BODIES, 1000)),
        "Russia ⇄ Ukraine: 10 prisoners of war returned to Ukraine; the bodies of 1,000 people returned to Ukraine",
    ),
    "only a total over both": (
        event(transfer(("Russia", "Ukraine"), ("Russia", "Ukraine"), POW, 900, Qualifier.ABOUT)),
        "Russia ⇄ Ukraine: about 900 prisoners of war exchanged",
    ),
    "a total, and one side's own figure": (
        event(
            transfer(("Russia", "Ukraine"), ("Russia", "Ukraine"), POW, 190),
            transfer("Russia", "Ukraine", POW, 95),
        ),
        "Russia ⇄ Ukraine: 95 prisoners of war returned to Ukraine",
    ),
    "no figure": (
        event(transfer("Russia", "Ukraine", POW), transfer("Ukraine", "Russia", POW)),
        "Russia ⇄ Ukraine: prisoners of war exchanged",
    ),
    "no figure for the dead": (event(transfer("Russia", "Ukraine", BODIES)), "Russia ⇄ Ukraine: bodies returned"),
    "nothing but the parties": (event(), "Russia ⇄ Ukraine: prisoners exchanged"),
    "more than": (
        event(transfer("Russia", "Ukraine", CIVILIANS, 200, Qualifier.AT_LEAST), status=EventStatus.ONGOING),
        "Russia ⇄ Ukraine: at least 200 civilians being returned to Ukraine",
    ),
    "a range": (
        event(transfer("Russia", "Ukraine", CIVILIANS, 20, count_max=30), status=EventStatus.ANNOUNCED),
        "Russia ⇄ Ukraine: 20–30 civilians to be returned to Ukraine",
    ),
    "a name that takes an article": (
        event(
            transfer("Taliban", "United States", Category.PRISONERS, 2, Qualifier.AT_MOST),
            parties=("Taliban", "United States"),
        ),
        "Taliban ⇄ United States: up to 2 prisoners returned to the United States",
    ),
    "many parties on two sides": (
        MANY_SIDES,
        "Russia and Belarus ⇄ United States, Germany and 3 others: "
        "3 prisoners returned to the United States, 13 to Germany, 8 to Russia",
    ),
    "parties on no two sides": (
        event(parties=("Eritrea", "Ethiopia", "Sudan")),
        "Eritrea, Ethiopia and Sudan: prisoners exchanged",
    ),
    "no party known": (event(parties=()), "Prisoners exchanged"),
    "called off": (
        event(transfer("Russia", "Ukraine", POW, 95), status=EventStatus.CANCELLED),
        "Russia ⇄ Ukraine: exchange called off",
    ),
    "postponed": (event(status=EventStatus.POSTPONED), "Russia ⇄ Ukraine: exchange postponed"),
    "denied": (event(status=EventStatus.DENIED), "Russia ⇄ Ukraine: exchange denied"),
}


@pytest.mark.parametrize(("shown", "headline"), HEADLINES.values(), ids=HEADLINES)
def test_headline(shown, headline):
    assert card(shown).headline == headline


FIGURES = {
    "a total with its parts": (SPLIT, ["→ Ukraine  49 people (42 prisoners of war and 7 civilians)"]),
    "several speakers": (
        event(transfer("Russia", "Ukraine", POW, 1, claimed_by=("Kyiv", "ICRC"), confirmed_by=("Russia", "UN"))),
        ["→ Ukraine  1 prisoner of war · say Kyiv and the ICRC, confirmed by Russia and UN"],
    ),
    "only confirmed": (
        event(transfer("Russia", "Ukraine", POW, 2, confirmed_by=("ICRC",))),
        ["→ Ukraine  2 prisoners of war · confirmed by the ICRC"],
    ),
    "no figure one way": (
        event(transfer("Russia", "Ukraine", POW, 2), transfer("Ukraine", "Russia", POW)),
        ["→ Ukraine  2 prisoners of war", "→ Russia  prisoners of war, no figure given"],
    ),
    "still planned": (
        event(transfer("Russia", "Ukraine", BODIES, 6000, planned=True), status=EventStatus.ONGOING),
        ["→ Ukraine  6,000 bodies, planned"],
    ),
    "announced as a whole": (
        event(transfer("Russia", "Ukraine", BODIES, 6000, planned=True), status=EventStatus.ANNOUNCED),
        ["→ Ukraine  6,000 bodies"],
    ),
    "only the giver": (event(transfer("Russia", (), POW, 2)), ["Russia →  2 prisoners of war"]),
    "neither side": (event(transfer((), (), POW, 2)), ["direction not given  2 prisoners of war"]),
    "both sides together": (
        event(transfer(("Russia", "Ukraine"), ("Ukraine", "Russia"), POW, 900, Qualifier.ABOUT)),
        ["⇄ both sides  about 900 prisoners of war"],
    ),
    "said twice": (
        event(transfer("Russia", "Ukraine", POW, 2), transfer("Russia", "Ukraine", POW, 2)),
        ["→ Ukraine  2 prisoners of war"],
    ),
}


@pytest.mark.parametrize(("shown", "figures"), FIGURES.values(), ids=FIGURES)
def test_figures(shown, figures):
    assert lines_of(card(shown)) == figures


def test_details_mediators_and_one_source():
    shown = card(EACH)
    assert shown.details == "17 July 2024 · the 53rd exchange"
    assert shown.notes == ("Mediator: United Arab Emirates",)
    assert shown.sources_label == "1 source:"


@pytest.mark.parametrize(
    ("ordinal", "said"), [(1, "1st"), (2, "2nd"), (3, "3rd"), (11, "11th"), (50, "50th"), (71, "71st")]
)
def test_ordinals(ordinal, said):
    assert card(event(ordinal=ordinal)).details == f"the {said} exchange"


def test_more_figures_and_sources_than_fit_are_counted():
    many = event(
        *(transfer("Russia", f"Ukraine {n}", POW, n) for n in range(1, 12)),
        reports=tuple(report(f"Outlet {n}") for n in range(5)),
    )
    shown = card(many)
    assert (len(shown.figures), shown.notes) == (8, ("… and 3 more figures",))
    assert (shown.sources_label, len(shown.sources), shown.more_sources) == ("5 sources:", 3, "and 2 more")


def test_no_figure_at_all_is_said_once():
    shown = card(event(transfer("Russia", "Ukraine", POW), transfer("Ukraine", "Russia", POW)))
    assert (shown.figures, shown.notes) == ((), ("No figures given",))


def test_an_outlet_counts_once_and_goes_by_its_host_where_it_has_no_name():
    reports = (
        report(None, "https://www.seaside.example/a"),
        report("Herald", None),
        report("Herald"),
        report(None, None),
    )
    assert card(event(reports=reports)).sources == (
        Source(name="seaside.example", url="https://www.seaside.example/a"),
        Source(name="Herald", url="https://news.example/1"),
    )


CHANGES = {
    "new": (EventStatus.COMPLETED, AlertKind.NEW, "", ""),
    "update": (EventStatus.COMPLETED, AlertKind.UPDATE, "", "Updated"),
    "a figure revised": (EventStatus.COMPLETED, AlertKind.UPDATE, "figure_revised", "Updated: a figure was revised"),
    "now completed": (EventStatus.COMPLETED, AlertKind.UPDATE, "status_changed", "Updated: now completed"),
    "a reason nobody put into words": (EventStatus.COMPLETED, AlertKind.UPDATE, "moon phase", "Updated"),
    "called off": (EventStatus.CANCELLED, AlertKind.UPDATE, "", "Updated: now called off"),
    "denied": (EventStatus.DENIED, AlertKind.CANCEL, "", "Withdrawn: the exchange was denied"),
    "merged": (EventStatus.COMPLETED, AlertKind.CANCEL, "", "Withdrawn: no longer told as an exchange of its own"),
}


@pytest.mark.parametrize(("status", "kind", "reason", "said"), CHANGES.values(), ids=CHANGES)
def test_an_update_says_what_changed(status, kind, reason, said):
    assert card(event(status=status), kind, reason=reason).change == said


LINKS = {
    "as it is": ("https://news.example/a?b=1#c", "https://news.example/a?b=1#c"),
    "no path": ("http://news.example", "http://news.example/"),
    "another alphabet": ("https://новини.example/обмін", "https://xn--b1amarcd.example/%D0%BE%D0%B1%D0%BC%D1%96%D0%BD"),
    "escaped already": ("https://news.example/%D0%BE", "https://news.example/%D0%BE"),
    "a port": ("http://127.0.0.1:8080/a", "http://127.0.0.1:8080/a"),
    "a script": ("javascript:alert(1)", None),
    "a user name": ("https://bank.example@evil.example/", None),
    "no host": ("https:///a", None),
    "a broken port": ("https://news.example:99999/", None),
    "a blank": ("https://news.example/a b", None),
    "a quote": ('https://news.example/"><b>', "https://news.example/%22%3E%3Cb%3E"),
    "endless": ("https://news.example/" + "a" * 600, None),
    "bad brackets": ("https://[news.example/", None),
    "a host of odd signs": ("https://news|example/", None),
}


@pytest.mark.parametrize(("url", "link"), LINKS.values(), ids=LINKS)
def test_only_safe_links_are_shown(url, link):
    assert card(event(reports=(report("Herald", url),))).sources == (Source(name="Herald", url=link),)


HARMLESS = {
    "controls": ("Her\x00a\x1bld\x7f", "Herald"),
    "line breaks": ("Her\nald\u2028Tribune\r\n", "Her ald Tribune"),
    "right-to-left override": ("\u202eHerald\u202c", "Herald"),
    "zero width": ("He\u200brald\ufeff", "Herald"),
    "joiners inside words stay, and the other direction is set apart": (
        "خبرگزاری\u200cها",
        "\u2068خبرگزاری\u200cها\u2069",
    ),
    "joiners alone": ("\u200d\u200cHerald\u200d", "Herald"),
    "hidden tags": ("Herald\U000e0041\U000e0042", "Herald"),
    "a lone surrogate": ("Her\ud800ald", "Herald"),
    "endless": ("x" * 1000, "x" * 79 + "…"),
}


@pytest.mark.parametrize(("name", "shown"), HARMLESS.values(), ids=HARMLESS)
def test_names_from_feeds_are_made_harmless(name, shown):
    assert [source.name for source in card(event(reports=(report(name),))).sources] == [shown]


def test_an_unknown_language_reads_english_and_touches_no_other_file():
    for language in ("xx", "en-GB", "../../../etc/passwd", ""):
        assert card(EACH, language=language) == card(EACH)
