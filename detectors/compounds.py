"""Number words that are written as one: "dreihundertdreizehn", "honderdvijf", "centottanta"."""

from collections.abc import Iterator, Mapping, Sequence

_VOWELS = frozenset("aeiouåäöéő")


def compounds(words: Mapping[int, Sequence[str]], joints: Sequence[str]) -> dict[int, list[str]]:
    """Number words that are made of listed ones, by value, but for those that are listed: up to 999, and full hundreds.

    `words` are a language's number words by value, of each the plain one first; `joints` are what may stand between a
    hundred and the rest: nothing, or a word for "and".
    """
    single = {value: [word for word in forms if word.isalpha()] for value, forms in words.items()}
    hundred, thousand = (tuple(single.get(value, ())[:1]) for value in (100, 1000))
    thousands = single.get(1000, ())
    whole = [word for word in thousands if word.endswith(thousand)]  # "tausend", "eintausend"
    cases = [word for word in thousands if word in thousand or not word.endswith(thousand)]  # "ezer", "ezret"
    out: dict[int, list[str]] = {}
    for times in range(1, 10):
        hundreds = [word for word in single.get(100 * times, ()) if word.endswith(hundred)]
        for value in range(1, 100):
            out[100 * times + value] = _made(hundreds, single.get(value, ()), joints)
        out[1000 + 100 * times] = _made(whole, hundreds, joints)
        if times > 1:
            out[1000 * times] = _made(single.get(times, ())[:1], cases, [""])
    return {value: [word for word in made if word not in words.get(value, ())] for value, made in out.items()}


def _made(heads: Sequence[str], rests: Sequence[str], joints: Sequence[str]) -> list[str]:
    return [*dict.fromkeys(one for head in heads for rest in rests for one in _joined(head, rest, joints))]


def _joined(head: str, rest: str, joints: Sequence[str]) -> Iterator[str]:
    """Both as one word; a vowel that ends the first may be left out before another: "centottanta", "centundici"."""
    for joint in joints:
        yield head + joint + rest
    if "" in joints and head[-1] in _VOWELS and rest[0] in _VOWELS:
        yield head[:-1] + rest
