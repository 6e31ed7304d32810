"""A seller's people are told what the operator has decided about him."""

from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import tell_members
from .events import SellerResumed, SellerSuspended


@on(SellerSuspended)
def tell_of_suspension(fact: SellerSuspended) -> None:
    tell_members(actor=SYSTEM, seller_id=fact.seller_id, decision_id=fact.decision_id)


@on(SellerResumed)
def tell_of_resumption(fact: SellerResumed) -> None:
    tell_members(actor=SYSTEM, seller_id=fact.seller_id, decision_id=fact.decision_id)
