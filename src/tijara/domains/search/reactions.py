"""What the index does when something below it changes."""

from collections.abc import Sequence
from uuid import UUID

from tijara.domains.catalogue.events import ProductsChanged
from tijara.domains.catalogue.queries import variants
from tijara.domains.deals.events import DisputeMoved
from tijara.domains.deals.shapes import DealState
from tijara.domains.fulfilment.events import UnitsGivenUp
from tijara.domains.inventory.events import StockChanged
from tijara.domains.markets.events import DeliveryDaysChanged
from tijara.domains.markets.queries import forget_markets
from tijara.domains.offers.events import CHUNK, OffersChanged
from tijara.domains.offers.queries import products_of_seller
from tijara.domains.orders.events import OrderCancelled, OrderDelivered, OrderOpened, OrderPlaced
from tijara.domains.parties.events import SellerResumed, SellerSuspended
from tijara.domains.parties.queries import all_sellers
from tijara.domains.promotions.events import PromotionTurned
from tijara.domains.promotions.queries import forget_promotions, promotion
from tijara.domains.promotions.shapes import Promotion
from tijara.domains.reviews.events import RatingChanged
from tijara.domains.shipping.events import DeliveryChanged
from tijara.domains.shipping.queries import forget_delivery
from tijara.domains.stores.events import StorePauseTurned
from tijara.kit.actor import SYSTEM, ActorKind
from tijara.platform.changes import tell_everything
from tijara.platform.outbox.recorder import record, record_many
from tijara.platform.outbox.subscriptions import on

from .actions import hide_sold_out, index_products, note_service, record_sale
from .events import GoodsIndexed


@on(ProductsChanged)
def index_changed_products(fact: ProductsChanged) -> None:
    index_products(actor=SYSTEM, product_ids=fact.product_ids)


@on(OffersChanged)
def index_products_of_changed_offers(fact: OffersChanged) -> None:
    index_products(actor=SYSTEM, product_ids=fact.product_ids)


@on(StockChanged)
def index_products_of_changed_stock(fact: StockChanged) -> None:
    found = variants(fact.variant_ids).values()
    index_products(actor=SYSTEM, product_ids={variant.product_id for variant in found})


@on(OrderPlaced)
def count_sold_products(fact: OrderPlaced) -> None:
    record_sale(actor=SYSTEM, product_ids=fact.product_ids)


@on(RatingChanged)
def index_a_product_that_was_rated(fact: RatingChanged) -> None:
    index_products(actor=SYSTEM, product_ids=[fact.product_id])


@on(OrderDelivered)
def note_that_a_seller_served(fact: OrderDelivered) -> None:
    note_service(actor=SYSTEM, seller_id=fact.seller_id, served=1)


@on(OrderCancelled)
def note_that_a_seller_called_off(fact: OrderCancelled) -> None:
    if fact.by == ActorKind.SELLER:
        note_service(actor=SYSTEM, seller_id=fact.seller_id, failed=1)


@on(UnitsGivenUp)
def note_that_a_seller_gave_up_a_part(fact: UnitsGivenUp) -> None:
    if fact.by == ActorKind.SELLER:
        note_service(actor=SYSTEM, seller_id=fact.seller_id, failed=0.5)


@on(DisputeMoved)
def note_that_a_seller_lost_a_complaint(fact: DisputeMoved) -> None:
    if fact.by == ActorKind.STAFF and fact.state == DealState.UNDONE:
        note_service(actor=SYSTEM, seller_id=fact.seller_id, failed=2)


@on(OrderOpened)
def hide_what_waits_for_its_payment(fact: OrderOpened) -> None:
    """Its units are taken already; where it ends unpaid, they come back as stock that changed."""
    hide_sold_out(actor=SYSTEM, product_ids=fact.product_ids)


@on(SellerSuspended)
def take_goods_off_the_shelf(fact: SellerSuspended) -> None:
    _index_next_of(fact.seller_id, None)


@on(SellerResumed)
def put_goods_back(fact: SellerResumed) -> None:
    _index_next_of(fact.seller_id, None)


@on(StorePauseTurned)
def index_goods_of_a_store_on_holiday(fact: StorePauseTurned) -> None:
    """What can be bought elsewhere shows the other's offer, the rest stands last."""
    _index_next_of(fact.seller_id, None)


@on(DeliveryChanged)
def index_goods_that_come_at_another_time(fact: DeliveryChanged) -> None:
    """Shop by shop where it is everybody's."""
    forget_delivery()
    if fact.seller_id is not None:
        _index_next_of(fact.seller_id, None)
    else:
        _begin_with(_sellers_in(fact.market_id))


@on(DeliveryDaysChanged)
def index_goods_of_a_slower_or_faster_market(fact: DeliveryDaysChanged) -> None:
    forget_markets()
    _begin_with(_sellers_in(fact.market_id))


@on(PromotionTurned)
def index_goods_of_a_promotion(fact: PromotionTurned) -> None:
    """What it lowers stands on the shelf at its price. A promotion for everything is laid in shop
    by shop; of one that lowers no single price only pages tell."""
    forget_promotions()
    told = promotion(fact.owner_id, fact.promotion_id)
    if told is None or told.code or not told.terms.is_plain:
        tell_everything()
    elif told.terms.scope.products:
        index_products(actor=SYSTEM, product_ids=told.terms.scope.products)
    else:
        _begin_with(_sellers_of(told))


@on(GoodsIndexed)
def go_on_with_goods(fact: GoodsIndexed) -> None:
    _index_next_of(fact.seller_id, fact.through)


def _begin_with(sellers: Sequence[UUID]) -> None:
    """From the first of their goods on, in steps."""
    record_many([(seller_id, GoodsIndexed(seller_id, UUID(int=0))) for seller_id in sellers])


def _sellers_in(market_id: UUID) -> list[UUID]:
    return [one.id for one in all_sellers() if one.market_id == market_id]


def _sellers_of(told: Promotion) -> list[UUID]:
    if not told.is_markets:
        return [told.owner_id]
    return list(told.terms.scope.sellers) or _sellers_in(told.market_id)


def _index_next_of(seller_id: UUID, after: UUID | None) -> None:
    """A step of a big seller's goods, as they stand now; the last one tells of none after it."""
    some = products_of_seller(seller_id, after=after, most=CHUNK)
    if some:
        index_products(actor=SYSTEM, product_ids=some)
    if len(some) == CHUNK:
        record(seller_id, GoodsIndexed(seller_id, some[-1]))
