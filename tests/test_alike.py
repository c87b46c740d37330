"""What people are whom a number alone counts, or their nation: as those told of before them."""

import pytest

from tests.readings import figures


@pytest.mark.parametrize(
    ("code", "text", "dead"),
    [
        ("en", "The remains of 93 men changed hands between Iraq and Iran: three Iranians and 90 Iraqis.", {93, 3, 90}),
        ("en", "Iraq and Iran swapped the bodies of 31 soldiers, 11 Iraqis and 20 Iranians.", {31, 11, 20}),
        ("de", "Irak und Iran tauschten die Leichen von 31 Soldaten, elf Iraker und 20 Iraner.", {31, 11, 20}),
        ("en", "Iran handed over the bodies of 31 soldiers and freed 20 Iraqis.", {31}),
        ("fr", "Le mouvement a reçu cinq prisonniers et de premiers restes : ceux de huit combattants.", {8}),
        ("es", "Israel recibió a cinco presos y restos mortales: los de ocho soldados.", {8}),
    ],
)
def test_who_makes_up_the_bodies_told_of_is_dead(code: str, text: str, dead: set[int]) -> None:
    assert {figure.group.count for figure in figures("", code, text) if figure.group.dead} == dead
