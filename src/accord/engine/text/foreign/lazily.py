"""
Sequences that are made anew each time they are read.

A text of many million brackets has as many choices; nobody needs all of them at once, and few need them twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Generic, TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


class Lazy(Sequence[T_co], Generic[T_co]):
    """
    A sequence that knows its length and how to begin; an item by its number takes reading all those before it.

    Args:
        make: returns an iterator over the same items each time.
        count: how many there are.
    """

    __slots__ = ("_count", "_make")

    def __init__(self, make: Callable[[], Iterator[T_co]], count: int) -> None:
        self._make, self._count = make, count

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[T_co]:
        return self._make()

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T_co]: ...

    def __getitem__(self, index: int | slice) -> T_co | Sequence[T_co]:
        if isinstance(index, slice):
            return tuple(self._make())[index]
        at = range(self._count)[index]
        return next(islice(self._make(), at, None))

    def __repr__(self) -> str:
        return f"<{self._count} items>"
