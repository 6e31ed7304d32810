"""Whom a copy is about, and the files that lie in it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from tijara.domains.accounts.shapes import AccountCard
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import OrderView
from tijara.domains.parties.queries import buyers_of
from tijara.platform import files

from ..shapes import Attached
from .hurdles import orders_of_person

Rows = Iterator[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Asked:
    """Whom it is about, with what several parts are read from."""

    person: AccountCard
    language: str
    buyer_ids: Sequence[UUID]
    orders: Sequence[OrderView]
    markets: Sequence[MarketPolicy]

    def called(self, told: Any) -> str:
        """By its name in his language, else in one that there is."""
        in_order = (f"name_{self.language}", "name_ar", "name_en")
        return next(filter(None, (getattr(told, name, "") for name in in_order)), "")


def asked_of(person: AccountCard, language: str) -> Asked:
    found = orders_of_person(person.id)
    return Asked(person, language, buyers_of(person.id), found, markets())


def attached(owner_id: UUID, file_ids: Iterable[UUID]) -> list[Attached]:
    """Those that are still there."""
    found = filter(None, (files.find(owner_id, file_id) for file_id in file_ids))
    return [Attached(f"files/{one.id.hex[:12]}.{one.kind}", one.path) for one in found]
