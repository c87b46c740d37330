"""The core loop: an article is read, its news decided on, its figures gathered, with a reason for the verdict."""

from detectors import language as languages
from detectors.groups import read_groups
from detectors.parties import Part, is_organisation, read_actors, weigh
from detectors.reading import day_of, read
from detectors.status import Mode, Scope, read_moves
from detectors.transfers import Reading, candidates, choose
from detectors.types import Article, Category, Detection, Kind, Report, Status, Transfer


def detect(article: Article) -> Detection:
    """What the article reports, with the reason."""
    code = article.lang if article.lang in languages.codes() else "en"
    readings = read_all(article, code)
    verdict, reason = decide(readings)
    if not verdict:
        return Detection(article_id=article.id, is_report=False, lang=code, reason=reason)
    pair = parties_of(readings)
    transfers = tuple(choose(candidates(readings, pair), pair))
    report = Report(
        status=Status.COMPLETED, kind=kind_of(transfers), confidence=0.5, parties=pair, transfers=transfers,
    )
    return Detection(article_id=article.id, is_report=True, lang=code, reason="completed exchange", reports=(report,))


def read_all(article: Article, code: str) -> list[Reading]:
    published = day_of(article.published)
    return [
        Reading(s, tuple(read_actors(s)), tuple(read_groups(s)), tuple(read_moves(s, published)))
        for s in read(article, languages.load(code))
    ]


def parties_of(readings: list[Reading]) -> tuple[str, ...]:
    scores: dict[str, float] = {}
    for reading in readings:
        order = reading.sentence.order
        weight = 3.0 if order <= 1 else 2.0 if order <= 3 else 1.0
        if reading.moves:
            weight *= 2
        if reading.sentence.has("mediation"):
            weight *= 0.3
        weigh((a for a in reading.actors if not is_organisation(a.party)), weight, scores)
    best = sorted(scores, key=lambda party: -scores[party])
    return tuple(best[:2])


def kind_of(transfers: tuple[Transfer, ...]) -> Kind:
    bodies = [t.category is Category.BODIES for t in transfers]
    return Kind.BODIES if bodies and all(bodies) else Kind.BOTH if any(bodies) else Kind.EXCHANGE


def decide(readings: list[Reading]) -> tuple[bool, str]:
    total = 0.0
    for reading in readings[:8]:
        order = reading.sentence.order
        weight = (3.0, 3.0, 2.0, 1.5, 1.0, 0.8, 0.6, 0.5, 0.4)[min(order, 8)]
        total += weight * strength(reading)
    return total >= 3.0, "completed exchange" if total >= 3.0 else "no exchange"


def strength(reading: Reading) -> float:
    best = 0.0
    worst = 0.0
    people = reading.sentence.has("people") or reading.sentence.has("held") or any(g.nation for g in reading.groups)
    for move in reading.moves:
        if not people:
            continue
        value = 1.0 if move.mode in (Mode.DONE, Mode.RUNNING) else 0.2 if move.mode is Mode.AGREED else 0.0
        if move.scope is Scope.PAST:
            value = 0.0
        if move.mode in (Mode.PLANNED, Mode.FAILED):
            worst = min(worst, -0.6)
        if any(actor.part is not Part.SPEAKER for actor in reading.actors):
            value *= 1.3
        best = max(best, value)
    return best + worst
