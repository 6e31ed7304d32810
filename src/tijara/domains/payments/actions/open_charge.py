"""Write down what a buyer has to pay for a checkout."""

from dataclasses import asdict
from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Charge
from ..shapes import ChargeToOpen, PaymentMethod, TransferNews
from ..states import PROCESS
from .tell_of_charge import tell_of_charge


class PartsDontAddUp(ValueError):
    """The parts of a charge are not its amount: always a bug."""


@action(power=Power.BUY)
def open_charge(*, actor: Actor, buyer_id: UUID, charge: ChargeToOpen) -> UUID:
    """The charge's id. A checkout has one: asked again, the one that stands is answered."""
    if sum(part.amount_minor for part in charge.parts) != charge.amount.minor:
        raise PartsDontAddUp
    row = Charge(
        buyer_id=buyer_id,
        checkout_id=charge.checkout_id,
        market_id=charge.market_id,
        purpose=charge.purpose,
        method=charge.method,
        state=PROCESS.start,
        currency=charge.amount.currency,
        amount_minor=charge.amount.minor,
        parts=[asdict(part) for part in charge.parts],
        due_at=charge.due_at,
        language=charge.language,
        recipient=charge.recipient,
    )
    Charge.objects.bulk_create([row], ignore_conflicts=True)
    stands = Charge.objects.filter(buyer_id=buyer_id, checkout_id=charge.checkout_id)
    charge_id = stands.values_list("id", flat=True).get()
    if charge.method is PaymentMethod.BANK_TRANSFER:
        tell_of_charge(actor=SYSTEM, buyer_id=buyer_id, charge_id=charge_id, news=TransferNews.DUE)
    return charge_id
