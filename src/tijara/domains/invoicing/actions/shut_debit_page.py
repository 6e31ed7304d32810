"""Shut the page of a debit note: it was paid otherwise, given up, or is asked for anew."""

from uuid import UUID

from tijara.domains.payments.actions import cancel_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import ChargeState
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action


@action(power=Power.SYSTEM)
def shut_debit_page(*, actor: Actor, buyer_id: UUID, ask_id: UUID) -> None:
    """Money that is on its way to it goes back, like any that comes for what was called off."""
    charge = charge_of_checkout(buyer_id, ask_id)
    if charge and charge.state is ChargeState.OPEN:
        cancel_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge.id)
