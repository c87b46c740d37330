"""Headlines of what somebody freed does or suffers later, and those that tell who held whoever is freed now."""

import pytest

from detectors.verdict import signals
from tests.readings import read


def told(title: str, code: str, name: str) -> bool:
    """Whether a signal of the title holds."""
    return bool(signals(read(title, code), None)[f"title_{name}"])


@pytest.mark.parametrize(
    ("code", "title", "name"),
    [
        ("en", "American freed in prisoner swap says he bears no grudge", "says_freed"),
        ("en", "Palestinian freed in swap arrested in Hebron", "taken_freed"),
        ("en", "Arms dealer Ivan Petrov, freed in a swap with the US, joins a party", "set_off"),
        ("es", "Juan Vidal, liberado en un canje con Irán, vuelve a la universidad", "set_off"),
        ("fr", "Leila Marchand, libérée par l'Iran, raconte sa détention", "set_off"),
        ("it", "Anna Rossi, liberata dall'Iran, torna in tv dopo un anno", "set_off"),
        ("en", "Freed Russian arms dealer Ivan Petrov visits occupied Ukraine", "epithet_of_one"),
        ("pl", "Zwolniony dziennikarz Jan Kowal wydał książkę", "epithet_of_one"),
    ],
)
def test_what_somebody_does_after_he_was_freed_is_heard(code: str, title: str, name: str) -> None:
    assert told(title, code, name)


@pytest.mark.parametrize(
    ("code", "title", "name"),
    [
        ("en", "American freed in prisoner swap, officials say", "says_freed"),
        ("en", "American freed in swap for convicted arms dealer", "taken_freed"),
        ("en", "Two Americans freed in Iran after being detained for years", "taken_freed"),
        ("en", "Ukraine frees 20 soldiers, receives 30, says Kyiv", "set_off"),
        ("es", "Irán libera a Juan Vidal, dice Madrid", "set_off"),
        ("en", "Freed hostages arrive in Israel", "epithet_of_one"),
    ],
)
def test_the_news_of_a_release_is_not_taken_for_it(code: str, title: str, name: str) -> None:
    assert not told(title, code, name)


@pytest.mark.parametrize(
    ("code", "title"),
    [
        ("en", "Britons held by Russian forces in Ukraine released"),
        ("en", "American held captive in Afghanistan for more than two years is released"),
        ("en", "German engineer jailed in Iran for seven long years of his life is freed"),
    ],
)
def test_who_was_held_by_whom_may_stand_between_people_and_their_verb(code: str, title: str) -> None:
    assert told(title, code, "linked")
