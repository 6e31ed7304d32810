"""What flash sales do when an order of theirs stands, ends, or a turn has come."""

from tijara.domains.checkout.actions import send_first_code
from tijara.domains.orders.events import OrderCancelled, OrderOpened, OrderPlaced
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import give_back, settle_purchase, tell_of_turn
from .events import PlaceCalled


@on(OrderOpened)
def settle_opened_order(fact: OrderOpened) -> None:
    """The checkout has met the fact already, and there was none yet that a code could be sent for:
    unless the buyer's page was quicker."""
    if settle_purchase(actor=SYSTEM, seller_id=fact.seller_id, checkout_id=fact.checkout_id):
        send_first_code(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(OrderPlaced)
def settle_placed_order(fact: OrderPlaced) -> None:
    settle_purchase(actor=SYSTEM, seller_id=fact.seller_id, checkout_id=fact.checkout_id)


@on(OrderCancelled)
def hand_on_cancelled_order(fact: OrderCancelled) -> None:
    give_back(actor=SYSTEM, seller_id=fact.seller_id, order_id=fact.order_id)


@on(PlaceCalled)
def tell_of_called_place(fact: PlaceCalled) -> None:
    tell_of_turn(actor=SYSTEM, seller_id=fact.seller_id, place_id=fact.place_id)
