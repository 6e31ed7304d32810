"""Who is acting, for whom, and with which powers. The first argument of every action."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from tijara.kit.powers import Power


class ActorKind(StrEnum):
    BUYER = "buyer"
    SELLER = "seller"
    STAFF = "staff"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """`person_id` is the account (None for a guest or the system). `owner_id` is the owner whose
    rows may be touched: the seller's id, the buyer's id; None only for staff and the system.
    """

    kind: ActorKind
    person_id: UUID | None = None
    owner_id: UUID | None = None
    powers: frozenset[Power] = frozenset()

    def may(self, power: Power) -> bool:
        return self.kind is ActorKind.SYSTEM or power in self.powers


SYSTEM = Actor(ActorKind.SYSTEM)
"""The machine itself: jobs, reactions, imports at set-up."""
