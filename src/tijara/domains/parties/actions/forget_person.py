"""Forget what is kept of a person beside his orders, who leaves for good."""

from collections.abc import Sequence
from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Customer, Invitation, KeptOrder, SavedAddress
from ..queries import buyers_of


@action(power=Power.SYSTEM)
def forget_person(*, actor: Actor, person_id: UUID, recipients: Sequence[str]) -> None:
    """His addresses, his company, orders that he put among his own, invitations to work somewhere.
    Whose buyer's ids his were stays: they lead to nobody who could be named."""
    buyer_ids = buyers_of(person_id)
    SavedAddress.objects.filter(buyer_id__in=buyer_ids).delete()
    Customer.objects.filter(buyer_id__in=buyer_ids).delete()
    KeptOrder.objects.filter(person_id=person_id).delete()
    Invitation.objects.filter(recipient__in=recipients).delete()
