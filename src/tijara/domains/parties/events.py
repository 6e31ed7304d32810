"""Facts about sellers. None carries a name, or why."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from tijara.platform.webhooks.published import published


@published("seller_id")
@dataclass(frozen=True, slots=True)
class SellerSuspended:
    """He sells nothing until he is let back. What was ordered from him goes on."""

    name: ClassVar[str] = "parties.seller_suspended.v1"
    seller_id: UUID
    decision_id: UUID


@published("seller_id")
@dataclass(frozen=True, slots=True)
class SellerResumed:
    name: ClassVar[str] = "parties.seller_resumed.v1"
    seller_id: UUID
    decision_id: UUID
