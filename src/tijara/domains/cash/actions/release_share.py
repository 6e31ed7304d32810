"""What of an order went back to its buyer is not its seller's: so it does not wait for its cash."""

from uuid import UUID

from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending
from tijara.domains.returns.queries import goods_refunds, has_goods_refunds
from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..models import CashParcel
from ..rules import shares_left
from ..shapes import OWED


@action(power=Power.SYSTEM)
def release_share(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Counted anew from all that went back, so however often it is told. What the carrier owes
    stays owed: the buyer has paid him. What is exchanged comes to the seller again with the new
    order, while its cash is this one's: so it waits here. What has not arrived can't have gone
    back: a parcel on its way keeps its share. Of most orders nothing goes back: whoever takes
    something back meanwhile comes here himself, and finds the parcel as it stands then."""
    if not has_goods_refunds(seller_id, order_id):
        return
    rows = CashParcel.objects.select_for_update(no_key=True)
    held = list(rows.filter(seller_id=seller_id, order_id=order_id).order_by("opened_at", "id"))
    if not held:
        return
    parcels = {one.id: one for one in shipments(seller_id, [order_id]).get(order_id, ())}
    known = [(row, parcels[row.id]) for row in held if parcels[row.id].outcome is Ending.DELIVERED]
    if not known:
        return
    gone = [one for one in goods_refunds(seller_id, order_id) if not one.is_exchange]
    back = sum(one.share.seller_minor for one in gone)
    if not back:
        return
    left = shares_left([parcel.share.seller_minor for _, parcel in known], back)
    for (row, parcel), share in zip(known, left, strict=True):
        row.share_minor = share
        if row.state in OWED:
            row.waiting_minor = max(0, share - parcel.before_minor)
        row.save(update_fields=["share_minor", "waiting_minor"])
