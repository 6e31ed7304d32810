"""The buyer says that something is wrong with what he got, while he is protected: from the first
parcel on."""

from collections.abc import Sequence
from typing import Any, BinaryIO
from uuid import UUID

from django.db import transaction

from tijara.domains.orders.actions import lock_order
from tijara.domains.orders.queries import order as order_view
from tijara.domains.orders.shapes import OrderView
from tijara.domains.returns.actions import ReturnUnderWay
from tijara.domains.returns.queries import spoken_units
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid, Kind, Refusal
from tijara.platform.action import action
from tijara.platform.pictures.keeping import kept_pictures
from tijara.platform.process.moving import Step

from ..models import Dispute
from ..queries import (
    after_days,
    deal_of_order,
    deal_terms_of,
    is_disputed,
    may_complain_early,
)
from ..rules import MOST_PHOTOS
from ..shapes import DISPUTE_REASONS
from .move_deal import DealMovedOn, move_deal
from .name_photos import name_photos
from .open_deal import open_deal
from .write_word import write_word


class NoDispute(Refusal):
    """There is none of this order, or it is somebody else's."""

    code = "deals.no_dispute"
    kind = Kind.MISSING


class NotProtected(Refusal):
    """The days are over, or its market knows no disputes."""

    code = "deals.not_protected"


class DisputeInvalid(Invalid):
    code = "deals.dispute_invalid"


@action(power=Power.BUY, atomic=False)
def open_dispute(
    *,
    actor: Actor,
    buyer_id: UUID,
    seller_id: UUID,
    order_id: UUID,
    reason: str,
    words: str,
    photos: Sequence[BinaryIO] = (),
) -> None:
    """Once for an order. What is held stays where it is until the two agree, silence decides, or
    staff do; told of what has come while the rest is on its way, it waits for that before the days
    of the two begin. What is on its way back already goes on by itself."""
    _check(buyer_id, order_view(seller_id, order_id))
    with kept_pictures(seller_id, photos, most=MOST_PHOTOS) as files, transaction.atomic():
        _check(buyer_id, lock_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id))
        which = {"seller_id": seller_id, "order_id": order_id}
        if reason not in DISPUTE_REASONS:
            raise DisputeInvalid({"reason": "unknown"})
        is_early = deal_of_order(seller_id, order_id) is None
        if is_early:
            open_deal(actor=SYSTEM, **which)
        Dispute.objects.create(
            seller_id=seller_id, id=order_id, buyer_id=buyer_id, reason=RefundReason(reason)
        )
        mine: dict[str, Any] = {"actor": SYSTEM, "on_behalf": actor, **which}
        write_word(**mine, text=words)
        name_photos(**mine, file_ids=files)
        days = deal_terms_of(seller_id, order_id).answer_days
        due = {"due_at": after_days(seller_id, days)}
        step = Step("complain", actor) if is_early else Step("dispute", actor, sets=due)
        move_deal(actor=SYSTEM, **which, step=step)


def _check(buyer_id: UUID, order: OrderView | None) -> None:
    """Asked before pictures are looked at, and again under the order's lock."""
    if order is None or order.buyer_id != buyer_id:
        raise NoDispute()
    seller_id, order_id = order.seller_id, order.id
    if is_disputed(seller_id, order_id):
        raise DealMovedOn()
    deal = deal_of_order(seller_id, order_id)
    if not (deal.may_be_disputed if deal else may_complain_early(order)):
        raise NotProtected()
    if spoken_units(seller_id, order_id):
        raise ReturnUnderWay()
