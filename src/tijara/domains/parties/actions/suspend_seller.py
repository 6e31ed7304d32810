"""Stop a seller from selling for now: his goods leave the shelf, his open orders go on."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import strip_controls
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record

from ..events import SellerSuspended
from ..models import Seller

LONGEST_REASON = 500


class SuspensionInvalid(Invalid):
    code = "parties.suspension_invalid"


class NoSuchSeller(Refusal):
    code = "parties.no_such_seller"
    kind = Kind.MISSING


class SuspendedAlready(Refusal):
    """Somebody else was quicker."""

    code = "parties.suspended_already"


@action(power=Power.SELLERS_MANAGE)
def suspend_seller(*, actor: Actor, seller_id: UUID, reason: str) -> None:
    """His people are told why. Who comes second is told that it is done."""
    reason = strip_controls(reason)
    seller = Seller.objects.filter(id=seller_id)
    selling = seller.filter(is_active=True)
    if (not reason or len(reason) > LONGEST_REASON) and selling.exists():
        raise SuspensionInvalid({"reason": "too_long" if reason else "required"})
    if not selling.update(is_active=False, suspended_at=now(), suspended_why=reason):
        raise SuspendedAlready if seller.exists() else NoSuchSeller
    record(seller_id, SellerSuspended(seller_id, new_id()))
    tell_everything()
