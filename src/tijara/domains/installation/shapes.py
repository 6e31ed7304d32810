"""Whose this installation is, and how far its set-up has come."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Step(StrEnum):
    """In the order in which an owner is asked."""

    OWNER = "owner"
    MARKET = "market"
    LOOK = "look"
    STORE = "store"
    PAYMENT = "payment"
    DELIVERY = "delivery"
    PRODUCT = "product"


class Selling(StrEnum):
    """Who sells here."""

    OWN = "own"
    MANY = "many"
    BOTH = "both"


CAN_WAIT = frozenset({Step.LOOK, Step.PAYMENT, Step.DELIVERY, Step.PRODUCT})
"""Steps that an owner may put off: what stands without them sells too."""


@dataclass(frozen=True, slots=True)
class SetupState:
    """`seller_id` and `product_id` are chosen beforehand: a form that is sent twice makes one."""

    owner_id: UUID | None
    selling: str
    done: frozenset[str]
    put_off: frozenset[str]
    seller_id: UUID
    product_id: UUID
    has_key: bool
    """A key that is still good was given out and not used."""
    is_finished: bool

    @property
    def steps(self) -> tuple[Step, ...]:
        """Those that concern this owner: who has no store of his own brings no goods."""
        all_steps = tuple(Step)
        return all_steps[:-1] if self.selling == Selling.MANY else all_steps

    @property
    def next_step(self) -> Step | None:
        """The first that was neither done nor put off."""
        settled = self.done | self.put_off
        return next((step for step in self.steps if step not in settled), None)
