"""Facts for the tests: one is told outside in part (`conftest.py`), the other not at all."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class BellRung:
    name: ClassVar[str] = "tests.bell_rung.v1"
    owner_id: UUID
    bell_id: UUID
    times: int
    buyer_id: UUID


@dataclass(frozen=True, slots=True)
class ParcelSentBack:
    """A buyer's fact that names the seller whom it concerns."""

    name: ClassVar[str] = "tests.parcel_sent_back.v1"
    buyer_id: UUID
    seller_id: UUID


@dataclass(frozen=True, slots=True)
class GongHit:
    name: ClassVar[str] = "tests.gong_hit.v1"
    owner_id: UUID
