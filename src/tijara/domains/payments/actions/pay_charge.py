"""The money of a charge is there: it is paid, and whom it concerns is told."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from .move_charge import move_charge


class AlreadyPaid(AssertionError):
    """Its caller has locked the charge and looked at it: always a bug."""


@action(power=Power.SYSTEM)
def pay_charge(
    *, actor: Actor, on_behalf: Actor, buyer_id: UUID, charge_id: UUID, bank_reference: str = ""
) -> None:
    """Also of one that had expired or was cancelled: the orders decide what of late money. The
    money is collected already, and the fact hands it over to them."""
    step = Step(
        "pay",
        on_behalf,
        does=("collect", "hand_over"),
        sets={"paid_at": now(), "bank_reference": bank_reference},
    )
    if not move_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, step=step):
        raise AlreadyPaid
