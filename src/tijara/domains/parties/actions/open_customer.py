"""Give a person his own buyer's id: the one under which he buys when he is signed in."""

from uuid import UUID

from django.db import IntegrityError, transaction

from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import Buyer


@action(power=Power.SIGN_IN)
def open_customer(*, actor: Actor) -> UUID:
    """The one he has, or a new one. Two devices that ask at once get the same."""
    mine = Buyer.objects.filter(person_id=actor.person_id, is_home=True)
    if found := mine.values_list("buyer_id", flat=True).first():
        return found
    try:
        with transaction.atomic():
            fresh = Buyer(buyer_id=new_id(), person_id=actor.person_id, is_home=True)
            fresh.save(force_insert=True)
    except IntegrityError:
        return mine.values_list("buyer_id", flat=True).get()
    return fresh.buyer_id
