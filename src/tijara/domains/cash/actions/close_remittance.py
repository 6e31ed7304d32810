"""Close a booked list of which nothing is open any more: the cash that it brought is reconciled."""

from uuid import UUID

from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action
from tijara.platform.process.moving import Step, move

from ..models import CashParcel, Remittance, RemittanceLine
from ..models.track import TRACK
from ..shapes import TO_EXPLAIN, CashState


@action(power=Power.PAYMENTS_MANAGE)
def close_remittance(*, actor: Actor, remittance_id: UUID) -> bool:
    """False while a line of it is to be explained. The caller holds the list."""
    lines = RemittanceLine.objects.filter(remittance_id=remittance_id)
    if lines.filter(verdict__in=TO_EXPLAIN, excess_minor__gt=0, explained_at=None).exists():
        return False
    rows = Remittance.objects.filter(id=remittance_id, booked_at__isnull=False, closed_at=None)
    if not rows.update(closed_at=now()):
        return False
    keys = set(lines.filter(debt_minor__gt=0).values_list("seller_id", "parcel_id"))
    remitted = CashParcel.objects.filter(
        seller_id__in={seller for seller, _ in keys},
        id__in={id for _, id in keys},
        state=CashState.REMITTED,
    )
    for seller_id, id in remitted.order_by("seller_id", "id").values_list("seller_id", "id"):
        move(TRACK, seller_id, id, Step("reconcile", SYSTEM))
    return True
