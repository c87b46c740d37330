"""The messages that the program says are those that the language files have: none is missing, none is left over."""

import ast
import re
from functools import cache
from pathlib import Path

from fluent.syntax import FluentSerializer

import bot
import detectors
from bot.render.words import messages

SOURCES = [path for package in (bot, detectors) for path in Path(package.__file__).parent.rglob("*.py")]
# Ids of which the program has only a part: organs as sources name them, and kinds of people or a status behind a name.
IN_PARTS = re.compile(r"organ-.+|(people|amount|swap)-.+|note-uncounted-too-(announced|ongoing|completed)")
SAYING = {"say", "count", "has"}  # methods whose first argument is a message's id


@cache
def nodes() -> list[ast.AST]:
    return [node for path in SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]


@cache
def constants() -> frozenset[str]:
    """Every string of the program, in the form in which it can be a part of a message's id."""
    strings = (node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str))
    return frozenset(re.sub(r"[ _+]", "-", text) for text in strings)


def pattern(text: ast.JoinedStr) -> str:
    """An f-string as an expression with a group for each of its holes."""
    return "".join(re.escape(str(p.value)) if isinstance(p, ast.Constant) else "([a-z0-9-]+)" for p in text.values)


@cache
def patterns() -> frozenset[re.Pattern[str]]:
    """The f-strings that can be a message's id: they have some letters of their own, and no blank."""
    found = {pattern(node) for node in nodes() if isinstance(node, ast.JoinedStr)}
    return frozenset(re.compile(each) for each in found if re.match(r"[a-z]+(\\-[a-z]+)*\\-\(", each))


def is_said(name: str) -> bool:
    """Whether the id stands in the program, as it is or put together from words that all stand there."""
    fits = (each.fullmatch(name) for each in patterns())
    return name in constants() or any(fit and set(fit.groups()) <= constants() for fit in fits)


@cache
def named_by_others() -> frozenset[str]:
    """The messages that stand inside others."""
    texts = (FluentSerializer().serialize_entry(entry) for entry in messages("en").values())
    return frozenset(name for text in texts for name in re.findall(r"\{ ([a-z][a-z-]+) \}", text))


def test_every_message_is_said_somewhere() -> None:
    assert not is_said("reply-of-nobody")
    assert not is_said("button-of-nobody")
    left = [name for name in messages("en") if not (is_said(name) or name in named_by_others())]
    assert [name for name in left if not IN_PARTS.fullmatch(name)] == []


def first_argument(node: ast.AST) -> ast.expr | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SAYING and node.args:
        return node.args[0]
    return None


def test_every_message_that_is_said_is_there() -> None:
    asked = [arg for node in nodes() if (arg := first_argument(node)) is not None]
    plain = {arg.value for arg in asked if isinstance(arg, ast.Constant) and isinstance(arg.value, str)}
    assert len(plain) > 100
    assert {name for name in plain if re.fullmatch(r"[a-z]+(-[a-z]+)+", name)} <= messages("en").keys()
    made = [pattern(arg) for arg in asked if isinstance(arg, ast.JoinedStr)]
    assert len(made) > 20
    assert [each for each in made if not any(re.fullmatch(each, name) for name in messages("en"))] == []
