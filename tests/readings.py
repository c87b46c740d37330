"""An article read by the rules alone, sentence by sentence, and what the whole detector makes of it."""

from datetime import date

from detectors import Article, Report, detect, language
from detectors.figures import Figure, read_figures
from detectors.parties import camp
from detectors.report import read_all
from detectors.sides import Reading


def read(title: str, code: str = "en", text: str = "", published: date | None = None) -> list[Reading]:
    """Every sentence of an article with what was found in it."""
    return read_all(Article(title=title, text=text, lang=code, published=published), language.load(code))


def parts(text: str, code: str = "en") -> set[tuple[str, str]]:
    """Every party that a headline names, with the part that it plays."""
    return {(actor.party, str(actor.part)) for reading in read(text, code) for actor in reading.actors}


def figures(title: str, code: str = "en", text: str = "") -> list[Figure]:
    """The figures of an article, in reading order."""
    return read_figures(read(title, code, text))


def counts(title: str, code: str = "en", text: str = "") -> list[int]:
    """How many people each figure of an article counts."""
    return [figure.group.count for figure in figures(title, code, text)]


def signals(count: int, title: str, code: str = "en", text: str = "") -> dict[str, float]:
    """What speaks for and against the last figure of that size."""
    return [figure for figure in figures(title, code, text) if figure.group.count == count][-1].signals


def report_of(
    title: str = "", code: str = "en", text: str = "", published: date | None = None, *, sure: bool = True
) -> Report:
    """The one report of an article; where it need not be `sure`, a doubtful one as well."""
    found = detect(Article(title=title, text=text, lang=code, published=published))
    (report,) = found.reports if sure else (*found.reports, *found.doubtful)
    return report


def counts_of(report: Report) -> set[int | None]:
    """How many people each of its movements has."""
    return {transfer.count for transfer in report.transfers}


def legs(report: Report) -> set[tuple[str, str, int | None]]:
    """Every movement of a report: the camps that give and get, and how many."""
    return {(camp(t.released_by[0]), camp(t.returned_to[0]), t.count) for t in report.transfers}
