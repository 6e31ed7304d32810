"""Change how many of an offer are in the cart; none takes it out."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action

from ..models import CartLine
from ..rules import MOST_UNITS


@action(power=Power.BUY, atomic=False)
def set_quantity(*, actor: Actor, buyer_id: UUID, offer_id: UUID, quantity: int) -> None:
    """A line that is not there is left so: the buyer took it out in another tab."""
    if not 0 <= quantity <= MOST_UNITS:
        raise Invalid({"quantity": "out_of_range"}, most=MOST_UNITS)
    line = CartLine.objects.filter(buyer_id=buyer_id, offer_id=offer_id)
    if quantity:
        line.update(quantity=quantity)
    else:
        line.delete()
