"""A sale and the people who want something of it, pressing buttons."""

from datetime import date, timedelta

from tijara.domains.checkout.shapes import Confirmation
from tijara.domains.offers.testing import make_offer
from tijara.domains.orders.shapes import DeliveryAddress
from tijara.domains.parties.testing import make_seller
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS, STAFF_POWERS

from .actions import (
    advance_sale,
    agree_sale,
    buy_places,
    join_queue,
    prepare_place,
    propose_sale,
)
from .models import Place, Sale
from .queries import forget_queues, forget_sales, place_by_id
from .queries import sale as sale_view
from .shapes import Audience, ItemDraft, SaleDraft

DAY = date(2026, 11, 22)
VAT_NUMBERS = {"SA": "310122393500003", "AE": "100354321098765"}
DAY = date(2026, 11, 22)
VAT_NUMBERS = {"SA": "310122393500003", "AE": "100354321098765"}
CASH = "cash_on_delivery"
CARD = "card"
STAFF = Actor(ActorKind.STAFF, new_id(), None, STAFF_POWERS)


def seller_actor(seller_id):
    return Actor(ActorKind.SELLER, new_id(), seller_id, SELLER_POWERS)


class Shop:
    """A store with goods and one sale of them."""

    def __init__(self, market, units=10, goods=1, price_minor=9900, **terms):
        self.market = market
        self.seller_id = make_seller(market, vat_number=VAT_NUMBERS.get(market.country, ""))
        self.store = make_store(self.seller_id)
        self.offers = [make_offer(seller_id=self.seller_id, units=units + 2) for _ in range(goods)]
        self.draft = SaleDraft(
            **{
                "name_ar": "عرض الجمعة",
                "name_en": "Friday sale",
                "name_fr": "",
                "starts_at": now() + timedelta(hours=1),
                "ends_at": now() + timedelta(hours=2),
                "per_person": 1,
                "per_household": 2,
                "audience": Audience.EVERYBODY,
                "items": [ItemDraft(offer.id, price_minor, units) for offer in self.offers],
            }
            | terms
        )
        self.sale_id = new_id()

    def proposes(self):
        return propose_sale(
            actor=seller_actor(self.seller_id),
            seller_id=self.seller_id,
            market_id=self.market.id,
            sale_id=self.sale_id,
            draft=self.draft,
        )

    def is_agreed(self, wave=1000):
        agree_sale(
            actor=STAFF,
            seller_id=self.seller_id,
            sale_id=self.sale_id,
            wave=wave,
            per_person=self.draft.per_person,
            per_household=self.draft.per_household,
        )

    @property
    def sale(self):
        return sale_view(self.seller_id, self.sale_id)

    def clock(self, **changes):
        """What time it is to the sale."""
        Sale.objects.filter(seller_id=self.seller_id, id=self.sale_id).update(**changes)
        forget_sales()
        forget_queues()

    def begins(self):
        self.clock(starts_at=now(), advanced_at=now() - timedelta(minutes=1))
        return self.ticks()

    def ticks(self):
        self.clock(advanced_at=now() - timedelta(minutes=1))
        return advance_sale(actor=SYSTEM, seller_id=self.seller_id, sale_id=self.sale_id)

    @property
    def states(self):
        """Of its places, in the order of coming."""
        rows = Place.objects.filter(seller_id=self.seller_id, sale_id=self.sale_id)
        return list(rows.order_by("joined_at", "id").values_list("state", flat=True))

    def opened(self, wave=1000):
        self.proposes()
        self.is_agreed(wave)
        return self


class Visitor:
    """A guest, or somebody with an account."""

    made = 0

    def __init__(self, shop, person_id=None):
        Visitor.made += 1
        self.number = Visitor.made
        self.shop = shop
        self.id = new_id()
        self.actor = Actor(ActorKind.BUYER, person_id, self.id, BUYER_POWERS)
        self.place_id = None

    def joins(self, item=0, quantity=1):
        self.place_id = join_queue(
            actor=self.actor,
            buyer_id=self.id,
            seller_id=self.shop.seller_id,
            sale_id=self.shop.sale_id,
            item_id=self.shop.sale.items[item].id,
            quantity=quantity,
        )
        return self

    def prepares(self, method=CASH, **address):
        given = {
            "recipient": "نورة السبيعي",
            "phone": f"+96655{1000000 + self.number}",
            "city": "sa-riyadh",
            "street": "شارع التحلية",
            "district": "حي العليا",
            "building": str(self.number),
        } | address
        prepare_place(
            actor=self.actor,
            buyer_id=self.id,
            seller_id=self.shop.seller_id,
            place_id=self.place_id,
            market=self.shop.market,
            on=DAY,
            said=Confirmation(
                checkout_id=self.place.checkout_id,
                address=DeliveryAddress(**given),
                payment_method=method,
                language="ar",
                seen="",
            ),
        )
        return self

    def buys(self):
        (bought,) = buy_places(
            actor=self.actor, seller_id=self.shop.seller_id, place_ids=[self.place_id]
        )
        return bought

    @property
    def place(self):
        return place_by_id(self.shop.seller_id, self.place_id)
