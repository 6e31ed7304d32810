"""What is looked at again when something below changes; the rest the clock finds."""

from tijara.domains.inventory.events import StockChanged
from tijara.domains.offers.events import OffersChanged
from tijara.kit.actor import SYSTEM
from tijara.platform.outbox.subscriptions import on

from .actions import look_again


@on(StockChanged)
def look_at_changed_stock(fact: StockChanged) -> None:
    look_again(actor=SYSTEM, variant_ids=fact.variant_ids)


@on(OffersChanged)
def look_at_changed_offers(fact: OffersChanged) -> None:
    look_again(actor=SYSTEM, product_ids=fact.product_ids)
