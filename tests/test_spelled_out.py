"""The forms of the language files: how many they spell out, since each alternative multiplies, and dead ones."""

import tomllib
from collections.abc import Iterator
from math import prod
from pathlib import Path

import pytest

LANGUAGES = Path(__file__).parent.parent / "detectors/lang"


def forms(table: object) -> Iterator[str]:
    """Every form of a table and of those in it."""
    for each in table.values() if isinstance(table, dict) else table if isinstance(table, list) else ():
        yield from [each] if isinstance(each, str) else forms(each)


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.toml")), ids=lambda path: path.stem)
def test_no_form_is_spelled_out_by_the_thousand(path: Path) -> None:
    """One form of 564,480 made English take ten seconds to load."""
    found = forms(tomllib.loads(path.read_text(encoding="utf-8")))
    size = {form: prod(word.count("|") + 1 for word in form.split()) for form in found}
    assert not [form for form, spelled in size.items() if spelled > 2000]


@pytest.mark.parametrize("path", sorted(LANGUAGES.glob("*.toml")), ids=lambda path: path.stem)
def test_no_form_has_a_star_for_a_word(path: Path) -> None:
    """A star is a beginning or an ending; alone it matches nothing, and the form is dead."""
    assert not [form for form in forms(tomllib.loads(path.read_text(encoding="utf-8"))) if "*" in form.split()]
