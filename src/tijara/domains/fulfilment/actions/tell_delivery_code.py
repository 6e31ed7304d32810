"""Text a buyer the code that he tells the courier when he has his parcel and has paid."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext, override

from tijara.domains.cash_terms.queries import cash_terms
from tijara.domains.markets.queries import market_by_id
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.domains.orders.queries import order as find_order
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.platform.action import action

from ..queries import asks_code, shipment_views
from ..rules.door import delivery_code

GOOD_FOR = timedelta(days=14)


@action(power=Power.MESSAGES_SEND)
def tell_delivery_code(*, actor: Actor, seller_id: UUID, shipment_id: UUID) -> None:
    """Once, sealed until it is sent; it stands on his order's page as well."""
    market_id = markets_of([seller_id])[seller_id]
    terms = cash_terms(market_id)
    if not terms.asks_delivery_code:
        return
    parcel = shipment_views(seller_id, [shipment_id]).get(shipment_id)
    order = find_order(seller_id, parcel.order_id) if parcel else None
    if parcel is None or order is None or not asks_code(order, parcel, terms):
        return
    with override(order.language):
        text = gettext(
            "%(code)s is your delivery code for order %(number)s. "
            "Tell it to the courier when you have the parcel in your hands, not before."
        ) % {"code": delivery_code(seller_id, shipment_id), "number": order.number}
    draft = Draft(
        kind="fulfilment.delivery_code",
        recipient=order.address.phone,
        language=order.language,
        subject="",
        text=text,
        secret_until=now() + GOOD_FOR,
        means=market_by_id(market_id).phone_means,
    )
    key = f"fulfilment.delivery_code:{shipment_id}"
    send_message(actor=SYSTEM, owner_id=order.buyer_id, key=key, draft=draft)
