"""A seller's people are told what the operator has decided about him, and what has stopped."""

from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on
from tijara.platform.webhooks.events import EndpointDisabled

from .actions import tell_members, tell_of_webhook
from .events import SellerResumed, SellerSuspended


@on(SellerSuspended)
def tell_of_suspension(fact: SellerSuspended) -> None:
    tell_members(actor=SYSTEM, seller_id=fact.seller_id, decision_id=fact.decision_id)


@on(SellerResumed)
def tell_of_resumption(fact: SellerResumed) -> None:
    tell_members(actor=SYSTEM, seller_id=fact.seller_id, decision_id=fact.decision_id)


@on(EndpointDisabled)
def tell_of_webhook_that_is_off(fact: EndpointDisabled) -> None:
    tell_of_webhook(
        actor=SYSTEM,
        seller_id=fact.owner_id,
        endpoint_id=fact.endpoint_id,
        host=fact.host,
        is_gone=fact.why == "gone",
        time=fact.time,
    )
