"""Dataclasses of which hundreds are made for each article."""

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, slots: bool = False) -> Callable[[type], type]:
        """The decorator of that name; type checkers alone hold what it makes to be frozen.

        A check of every field as it is set for the first time would make such an object three times as slow to make.
        """
        return dataclasses.dataclass(slots=slots, unsafe_hash=frozen)


__all__ = ["dataclass"]
