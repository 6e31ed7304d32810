"""What pricing does when offers change."""

from tijara.domains.offers.events import OffersChanged
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import record_prices


@on(OffersChanged)
def record_prices_of_changed_offers(fact: OffersChanged) -> None:
    record_prices(actor=SYSTEM, seller_id=fact.seller_id, product_ids=fact.product_ids)
