"""Facts for the tests of the outbox."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class BellRung:
    name: ClassVar[str] = "tests.bell_rung.v1"
    owner_id: UUID
    bell_id: UUID


@dataclass(frozen=True, slots=True)
class LampLit:
    name: ClassVar[str] = "tests.lamp_lit.v1"
    owner_id: UUID
