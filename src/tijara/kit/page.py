"""One page of a long list, by keyset or by offset."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Page[T]:
    """`items` of this page; `number` from 1; `total` when it was counted; `has_next`."""

    items: list[T]
    number: int
    size: int
    has_next: bool
    total: int | None = None

    @property
    def pages(self) -> int | None:
        return None if self.total is None else max(1, -(-self.total // self.size))
