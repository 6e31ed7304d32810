"""Parcels that carriers have lost: one whose buyer has his money back, one that went once more."""

from uuid import UUID

from tijara.domains.fulfilment.actions import note_carriers_answer, record_loss
from tijara.domains.fulfilment.queries import losses_of_order, shipments
from tijara.domains.fulfilment.shapes import LossAnswer, LossDraft, ShipmentView
from tijara.kit.actor import Actor
from tijara.kit.money import Money

AGAIN_BY, AGAIN_NUMBER = "سمسا", "290118846120"


def lose(seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """The market's contract pays for what was in it."""
    for parcel in _on_their_way(seller_id, order_id):
        draft = LossDraft(parcel.share.total, "market", "قيمة الفاتورة، البند 7 من العقد")
        record_loss(actor=seller, seller_id=seller_id, shipment_id=parcel.id, draft=draft)


def send_again(seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """By the shop's own contract, which has a bound."""
    for parcel in _on_their_way(seller_id, order_id):
        draft = LossDraft(
            Money(10_000, parcel.share.currency),
            "seller",
            "حد التعويض للشحنة الواحدة",
            AGAIN_BY,
            AGAIN_NUMBER,
            is_resent=True,
        )
        record_loss(actor=seller, seller_id=seller_id, shipment_id=parcel.id, draft=draft)


def be_refused(seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    for one in losses_of_order(seller_id, order_id):
        answer = LossAnswer(is_paid=False, words="لم يُبلَّغ عنها خلال أسبوع من تسليمها لهم")
        note_carriers_answer(actor=seller, seller_id=seller_id, loss_id=one.id, answer=answer)


def _on_their_way(seller_id: UUID, order_id: UUID) -> list[ShipmentView]:
    return [one for one in shipments(seller_id, [order_id]).get(order_id, []) if one.is_open]
