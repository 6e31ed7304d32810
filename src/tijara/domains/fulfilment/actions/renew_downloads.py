"""Make new links to what a buyer has bought: the old ones are over, his tries are whole again."""

from datetime import timedelta
from uuid import UUID

from django.db.models import F

from tijara.domains.orders.actions import NoSuchOrder
from tijara.domains.orders.queries import order as find_order
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action

from ..models import DownloadGrant
from ..rules.downloads import HOURS, MOST_RENEWALS
from .show_codes import OVER, NotYoursAnyMore


class RenewedTooOften(Refusal):
    """So many people do not lose so many downloads: the shop should look."""

    code = "fulfilment.renewed_too_often"


@action(power=Power.BUY)
def renew_downloads(*, actor: Actor, seller_id: UUID, order_id: UUID) -> None:
    order = find_order(seller_id, order_id)
    if order is None or order.buyer_id != actor.owner_id:
        raise NoSuchOrder()
    if order.state in OVER:
        raise NotYoursAnyMore()
    mine = DownloadGrant.objects.filter(seller_id=seller_id, order_id=order_id)
    granted_at = now()
    done = mine.filter(renewals__lt=MOST_RENEWALS).update(
        granted_at=granted_at,
        expires_at=granted_at + timedelta(hours=HOURS),
        renewals=F("renewals") + 1,
    )
    if not done:
        raise RenewedTooOften() if mine.exists() else NoSuchOrder()
