"""The encoder: what it hears of an article's order, what it keeps, and that it learns."""

from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import jax.numpy as jnp
import numpy as np
import pytest
from threadpoolctl import threadpool_info

from bench.fitting.contexts import Example, examples_of, fit_encoder, taught_by
from bench.fitting.hearing import unmet
from bench.fitting.texts import PARTS, Text
from detectors import Article, detect
from detectors.camps import camps
from detectors.encoder import Context, Encoder, Items, asked, biases, encode, figure_points, heard, heard_by
from detectors.figures import Figure, read_figures
from detectors.options import NONE, Option, Way, chances_of, options
from detectors.people import Group
from detectors.sequence import row_of
from detectors.types import Status
from tests.readings import read, report_of

DAY = date(2026, 3, 5)
Choices = Sequence[tuple[Group, Sequence[Option]]]


def _heard(title: str, text: str = "") -> tuple[Context, list[Figure], Choices]:
    readings = read(title, "en", text, DAY)
    sides = camps(readings, ())
    figures = read_figures(readings)
    return heard(row_of(readings, sides, DAY)), figures, [(each.group, [*options(each, sides)]) for each in figures]


def _way(title: str, text: str = "") -> Option:
    """How the encoder alone reads the last figure."""
    context, _, choices = _heard(title, text)
    points = context.ways(choices)[-1]
    return max(zip(points, choices[-1][1], strict=True))[1]


@pytest.mark.parametrize(("giver", "receiver"), [("Russia", "Ukraine"), ("Ukraine", "Russia"), ("Mali", "Niger")])
def test_the_order_of_words_tells_who_gave_whom(giver: str, receiver: str) -> None:
    assert _way(f"{giver} handed 45 prisoners of war over to {receiver} on Thursday") == Option(
        Way.ONE, giver, receiver
    )
    assert _way(f"{giver} brought home 45 soldiers from {receiver} on Thursday") == Option(Way.ONE, receiver, giver)


def test_what_is_no_movement_is_heard_as_none() -> None:
    text = "Russia and Ukraine exchanged 45 prisoners each on Thursday. Some 6,000 Ukrainian soldiers are still held."
    assert _way("Russia and Ukraine exchange prisoners", text) == NONE


def test_what_is_heard_sways_how_a_figure_is_read() -> None:
    choices = _choices("Russia handed 45 prisoners over to Ukraine")
    (alone,) = chances_of([choices])
    turned = Option(Way.ONE, "Ukraine", "Russia")
    (swayed,) = chances_of([choices], [[40.0 if each == turned else 0.0 for each in choices]])
    assert alone[turned] < 0.1 < 0.5 < swayed[turned]
    assert chances_of([choices], [()]) == [alone]


def _choices(title: str) -> dict[Option, tuple[object, ...]]:
    readings = read(title)
    (figure,) = read_figures(readings)
    return options(figure, camps(readings, ()))  # type: ignore[return-value]


def test_people_out_of_reach_are_left_to_the_signals() -> None:
    text = "Russia handed 45 prisoners over to Ukraine on Thursday, the ministry said. " * 60
    context, figures, choices = _heard("Russia frees prisoners", text)
    said = context.ways(choices)
    assert len(said[0]) == len(choices[0][1])
    assert said[-1] == ()
    assert len(said) == len(figures)
    report = report_of("Russia frees 45 prisoners", text=text, published=DAY)
    assert [transfer.count for transfer in report.transfers] == [45]


def test_a_number_of_which_as_many_went_back_is_left_to_the_signals() -> None:
    text = "Ukraine handed over the same number on Thursday and got 30 bodies back."
    context, figures, choices = _heard("Russia handed 45 prisoners of war over to Ukraine", text)
    said = context.ways(choices)
    assert [(figure.group.count, bool(points)) for figure, points in zip(figures, said, strict=True)] == [
        (45, False),
        (45, False),
        (30, True),
    ]


def test_status_is_heard() -> None:
    done, _, _ = _heard("Russia and Ukraine exchanged 45 prisoners each on Thursday")
    planned, _, _ = _heard(
        "Russia and Ukraine agreed to exchange 45 prisoners each", "The swap will take place on Monday."
    )
    told = (done.statuses(), planned.statuses())
    assert [max(each, key=each.__getitem__) for each in told] == [Status.COMPLETED, Status.ANNOUNCED]


def test_news_is_heard() -> None:
    done, _, _ = _heard("Russia and Ukraine exchanged 45 prisoners each on Thursday")
    asked, _, _ = _heard("Families ask when Russia and Ukraine will exchange prisoners")
    assert asked.news() < 0 < done.news()


def test_an_article_without_a_known_word_is_heard_without_fault() -> None:
    context, _, _ = _heard("Zzyzx")
    assert all(np.isfinite([*context.statuses().values()]))


def test_matrices_are_multiplied_by_one_thread_whatever_was_imported_first() -> None:
    """Threads that wait for one another take the CPU of the whole service."""
    _heard("Russia frees prisoners")
    assert {each["num_threads"] for each in threadpool_info() if each["user_api"] == "blas"} == {1}


def test_what_fills_a_table_is_not_heard() -> None:
    """The fit fills tables up to one size: an article must sound the same among them."""
    context, _, choices = _heard("Russia handed 45 prisoners over to Ukraine", "Ukraine gave back 30.")
    x = context.items
    more = {
        each.name: np.pad(getattr(x, each.name), [(0, 9)] + [(0, 0)] * (getattr(x, each.name).ndim - 1))
        for each in fields(Items)
        if each.name not in {"said", "ties"}
    }
    rows, sides = encode(context.weights, biases(context.weights), replace(x, **more))
    np.testing.assert_allclose(rows[: len(x.side)], context.rows, atol=1e-3)
    np.testing.assert_allclose(sides, context.sides, atol=1e-3)
    questions = asked(context.row, [(context.row.places[id(group)], ways) for group, ways in choices])
    own = figure_points(context.weights, x, questions, context.rows, context.sides)
    np.testing.assert_allclose(
        figure_points(context.weights, replace(x, **more), questions, rows, sides), own, atol=1e-3
    )


def test_a_fit_hears_what_the_detector_hears() -> None:
    context, _, _ = _heard("Russia handed 45 prisoners over to Ukraine", "Ukraine gave back 30 on Thursday.")
    rows, sides = encode(context.weights, biases(context.weights, jnp), context.items, jnp)
    np.testing.assert_allclose(rows, context.rows, atol=1e-3)
    np.testing.assert_allclose(sides, context.sides, atol=1e-3)


@pytest.mark.parametrize(
    ("text", "taught"),
    [
        (
            "Mali freed 45 soldiers for Niger. Niger let 45 soldiers go home to Mali.",
            [[Option(Way.ONE, "Mali", "Niger")], [Option(Way.ONE, "Niger", "Mali")]],
        ),
        ("Mali and Niger freed 45 soldiers each.", [[Option(Way.EACH, "Mali", "Niger")]]),
    ],
)
def test_of_a_number_that_went_both_ways_no_mention_is_taught_as_either(text: str, taught: list[list[Option]]) -> None:
    """Labels do not tell which mention is which, and an encoder that may choose chooses anything: signals tell."""
    ways = (("Mali", "Niger"), ("Niger", "Mali"))
    sent = [
        {"released_by": [one], "returned_to": [other], "count": 45, "category": "prisoners_of_war"}
        for one, other in ways
    ]
    gold = {"is_report": True, "status": "completed", "transfers": sent}
    (example,) = examples_of([Text({"id": text, "gold": gold}, Article(title=text, lang="en", published=DAY))])
    ways = [[choices[at] for at in right] for (_, choices), right in zip(example.figures, example.right, strict=True)]
    assert ways == taught


def _labelled(giver: str, receiver: str, count: int, verb: str) -> Text:
    """A report in which the subject gives people or gets them, by the verb alone."""
    subject, other = (giver, receiver) if verb == "freed" else (receiver, giver)
    link = "for" if verb == "freed" else "from"
    title = f"{subject} {verb} {count} soldiers {link} {other}"
    sent = {"released_by": [giver], "returned_to": [receiver], "count": count, "category": "prisoners_of_war"}
    gold = {"is_report": True, "status": "completed", "transfers": [sent]}
    item = {"id": title, "lang": "en", "gold": gold}
    return Text(item, Article(id=title, title=title, lang="en", published=DAY))


@pytest.fixture(scope="module")
def examples() -> Sequence[Example]:
    states = ("Mali", "Niger", "Chad", "Gabon", "Benin", "Togo", "Ghana", "Kenya")
    pairs = [(one, other) for one in states for other in states if one != other]
    texts = [_labelled(*pair, 20 + at, verb) for at, pair in enumerate(pairs) for verb in ("freed", "received")]
    return examples_of(texts)


@pytest.fixture(scope="module")
def learnt(examples: Sequence[Example]) -> Encoder:
    return fit_encoder(examples, rounds=25)


def test_a_fit_learns_what_verbs_say_of_states_that_it_never_saw(learnt: Encoder) -> None:
    with heard_by(learnt):
        assert _way("Zambia freed 77 soldiers for Malawi") == Option(Way.ONE, "Zambia", "Malawi")
        assert _way("Zambia received 77 soldiers from Malawi") == Option(Way.ONE, "Malawi", "Zambia")


def test_what_was_learnt_before_is_kept(learnt: Encoder, examples: Sequence[Example]) -> None:
    """One round teaches nothing to one that begins with the dice."""
    with heard_by(fit_encoder(examples, rounds=1, kept=learnt)):
        assert _way("Zambia freed 77 soldiers for Malawi") == Option(Way.ONE, "Zambia", "Malawi")
        assert _way("Zambia received 77 soldiers from Malawi") == Option(Way.ONE, "Malawi", "Zambia")


def test_what_others_say_is_learnt_beside_what_labels_say(
    learnt: Encoder, examples: Sequence[Example], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Here instead of it: every label is wrong, and none counts."""
    monkeypatch.setattr("bench.fitting.contexts.TAUGHT", 1.0)
    wrong = [replace(each, right=[[choices.index(NONE)] for _, choices in each.figures]) for each in examples]
    with heard_by(fit_encoder(taught_by([learnt, learnt], wrong), rounds=25)):
        assert _way("Zambia freed 77 soldiers for Malawi") == Option(Way.ONE, "Zambia", "Malawi")
        assert _way("Zambia received 77 soldiers from Malawi") == Option(Way.ONE, "Malawi", "Zambia")


@pytest.mark.parametrize("part", range(PARTS))
def test_every_part_has_an_encoder_that_hears_the_others_exchanges(part: int) -> None:
    with heard_by(unmet(part)):
        assert _way("Russia handed 45 prisoners of war over to Ukraine on Thursday") == Option(
            Way.ONE, "Russia", "Ukraine"
        )


def test_what_is_written_down_is_read_back(learnt: Encoder, tmp_path: Path) -> None:
    path = tmp_path / "encoder.npz"
    learnt.save(path)
    with path.open("rb") as file:
        again = Encoder.load(file)
    assert (again.names, again.said) == (dict(learnt.names), dict(learnt.said))
    row = _heard("Zambia freed 77 soldiers for Malawi")[0].row
    np.testing.assert_allclose(again.read(row).rows, learnt.read(row).rows, atol=0.05)


def test_the_committed_encoder_hears_again_when_another_has_heard(learnt: Encoder) -> None:
    article = Article(title="Russia handed 45 prisoners over to Ukraine", lang="en", published=DAY)
    before = detect(article)
    with pytest.raises(RuntimeError), heard_by(learnt):
        raise RuntimeError
    assert detect(article) == before


@pytest.mark.parametrize(("pull", "is_report"), [(-100.0, False), (100.0, True)])
def test_what_is_heard_of_news_sways_the_verdict(learnt: Encoder, pull: float, is_report: bool) -> None:
    weights = {**learnt.weights, "news": np.full_like(learnt.weights["news"], pull)}
    article = Article(title="Russia and Ukraine exchanged 45 prisoners each on Thursday", lang="en", published=DAY)
    with heard_by(Encoder(learnt.names, learnt.said, weights)):
        assert detect(article).is_report is is_report
