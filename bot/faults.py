"""What is wrong with a config, as lines that a person can act on: file, line, key, fault, mend."""

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import count

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

Where = tuple[str | int, ...]  # ("feeds", 3, "url")

_HEADER = re.compile(r"\s*(\[\[?)\s*((?:[^\[\]\"'#]|\"[^\"]*\"|'[^']*')+?)\s*\]")
_KEY = re.compile(r"\s*((?:[\w-]+|\"[^\"]*\"|'[^']*')(?:\s*\.\s*(?:[\w-]+|\"[^\"]*\"|'[^']*'))*)\s*=")
_PART = re.compile(r"\"([^\"]*)\"|'([^']*)'|([\w-]+)")

# What pydantic says in Python's words, in the config's.
_WORDS = {
    "tuple_type": "expected a list",
    "dict_type": "expected a table",
    "model_type": "expected a table",
    "model_attributes_type": "expected a table",
    "string_type": "expected a text in quotes",
    "bool_type": "expected true or false",
    "int_type": "expected a whole number",
}


class Places:
    """On which line of a TOML text each key and each table stands; one pass, however many faults there are."""

    def __init__(self, text: str = "") -> None:
        self._lines: dict[Where, int] = {}
        counters: dict[Where, count[int]] = {}
        table: Where = ()
        for number, line in enumerate(text.split("\n"), 1):
            if header := _HEADER.match(line):
                table = _path(header[2])
                if header[1] == "[[":
                    self._lines.setdefault(table, number)
                    table = (*table, next(counters.setdefault(table, count())))
                elif len(table) > 1 and table[:-1] in counters:  # a table of the last element of an array
                    table = (*table[:-1], max(key[-1] for key in self._lines if key[:-1] == table[:-1]), table[-1])
                self._lines.setdefault(table, number)
            elif key := _KEY.match(line):
                self._lines.setdefault((*table, *_path(key[1])), number)

    def line(self, where: Where) -> int | None:
        """The line of a key, or of the innermost table around it that the text names."""
        for length in range(len(where), 0, -1):
            if found := self._lines.get(where[:length]):
                return found
        return None


def _path(dotted: str) -> Where:
    return tuple(next(part for part in found.groups() if part is not None) for found in _PART.finditer(dotted))


def told(file: object, places: Places, where: Where, what: str) -> str:
    """One fault as "file:line: key: what is wrong; the mend"."""
    line = places.line(where)
    key = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in where).lstrip(".")
    return ": ".join(part for part in (f"{file}:{line}" if line else f"{file}", key, what) if part)


def faults_of(
    error: ValidationError, model: type[BaseModel], file: object, places: Places, environ_names: dict[Where, str]
) -> Iterator[str]:
    """Every fault that pydantic found; never with the value, which may be a secret."""
    for detail in error.errors(include_url=False, include_input=False):
        where = tuple(part for part in detail["loc"] if not str(part).startswith("function-"))
        yield told(file, places, where, _what(detail, where, model, environ_names))


def _what(detail: ErrorDetails, where: Where, model: type[BaseModel], environ_names: dict[Where, str]) -> str:
    if detail["type"] == "extra_forbidden":
        if len(where) > 1 and where[-1] in model.model_fields:
            return f"belongs to no table; put {where[-1]} at the top of the file, before the first [table]"
        return f"unknown key; {suggestion(str(where[-1]), _keys(model, where[:-1]))}"
    if detail["type"] == "missing":
        variable = environ_names.get(where)
        return f"is missing; write it there{f' or set {variable}' if variable else ''}"
    return _WORDS.get(detail["type"], detail["msg"].removeprefix("Value error, "))


def suggestion(written: str, known: Iterable[str]) -> str:
    """What was probably meant, or everything that is known."""
    names = list(known)
    near = difflib.get_close_matches(written, names, n=1)
    return f"did you mean '{near[0]}'?" if near else f"known here: {', '.join(names) or 'nothing'}"


def _keys(model: type[BaseModel], where: Where) -> Iterable[str]:
    """The keys that the table at this place takes."""
    for part in where:
        if part in model.model_fields:
            model = next(_models(model.model_fields[str(part)].annotation), model)
    return model.model_fields


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from _models(inner)
