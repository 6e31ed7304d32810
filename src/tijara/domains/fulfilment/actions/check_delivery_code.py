"""Is this the code that a parcel's buyer was told? Each try is counted before it is looked at."""

from uuid import UUID

from django.db.models import F

from tijara.kit.actor import Actor
from tijara.kit.arabic import ascii_digits
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import DoorSign
from ..queries import order_of_shipment
from ..rules.door import MOST_TRIES, is_code
from .end_parcel import NoSuchParcel


class WrongDeliveryCode(Refusal):
    """`left` more tries."""

    code = "fulfilment.wrong_delivery_code"
    kind = Kind.INVALID


class NoMoreTries(Refusal):
    """The code was guessed too often: the parcel can only be recorded without it."""

    code = "fulfilment.no_more_tries"


@action(power=Power.ORDERS_HANDLE, atomic=False)
def check_delivery_code(*, actor: Actor, seller_id: UUID, shipment_id: UUID, code: str) -> None:
    """Right once, it stays proved. Four digits and five tries: of 2,000 who guess one is lucky."""
    if order_of_shipment(seller_id, shipment_id) is None:
        raise NoSuchParcel()
    sign = DoorSign(seller_id=seller_id, id=shipment_id)
    DoorSign.objects.bulk_create([sign], ignore_conflicts=True)
    rows = DoorSign.objects.filter(seller_id=seller_id, id=shipment_id)
    if not rows.filter(tries__lt=MOST_TRIES).update(tries=F("tries") + 1):
        raise NoMoreTries()
    typed = "".join(ascii_digits(code).split())
    if not is_code(typed, seller_id, shipment_id):
        left = MOST_TRIES - rows.values_list("tries", flat=True).get()
        raise WrongDeliveryCode(left=left)
    rows.filter(proved_at=None).update(proved_at=now())
