"""Three flash sales of the demonstration: one to come, one that runs, one that is over."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from tijara.domains.checkout.actions import finish_checkout
from tijara.domains.checkout.shapes import Confirmation
from tijara.domains.flash_sales.actions import (
    advance_sale,
    agree_sale,
    buy_places,
    end_sale,
    join_queue,
    prepare_place,
    propose_sale,
    settle_purchase,
)
from tijara.domains.flash_sales.queries import place_by_id, sale, sales_of_seller
from tijara.domains.flash_sales.shapes import Audience, ItemDraft, SaleDraft, SaleView
from tijara.domains.markets.queries import market
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.orders.actions import release_order
from tijara.domains.orders.shapes import DeliveryAddress
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import going_from, now
from tijara.kit.ids import new_id

from . import content
from .moves import Course, move, moves_of

A_MOMENT = timedelta(seconds=2)
PEOPLE = (
    ("سارة الحربي", "حي النرجس", "شارع أنس بن مالك"),
    ("عبدالله الشمري", "حي الملقا", "شارع الأمير محمد"),
    ("ريم الغامدي", "حي الياسمين", "شارع العليا"),
    ("محمد القحطاني", "حي العقيق", "شارع التخصصي"),
    ("هند المطيري", "حي الصحافة", "شارع الثمامة"),
    ("فيصل الدوسري", "حي الورود", "شارع التحلية"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """Of one sale: `percent` is what its price is of the product's own; `waits` how many of those
    who come do not buy."""

    product: str
    words: tuple[str, str, str]
    percent: int
    units: int
    begins: timedelta
    lasts: timedelta
    comes: int = 0
    waits: int = 0
    audience: Audience = Audience.EVERYBODY


SALES = (
    Told(
        "harazi-250",
        ("جمعة البن الحرازي", "Harazi coffee Friday", "Vendredi du café de Haraz"),
        60,
        12,
        timedelta(days=-1, hours=-3),
        timedelta(hours=2),
        comes=6,
        waits=1,
    ),
    Told(
        "dallah-copper-star",
        ("ساعة الدلّة", "The hour of the dallah", "L’heure de la dallah"),
        70,
        9,
        timedelta(minutes=-20),
        timedelta(hours=5),
        comes=6,
        waits=3,
    ),
    Told(
        "argan-cream",
        ("ليلة العناية الخاطفة", "A quick night of care", "Nuit éclair du soin"),
        55,
        10,
        timedelta(hours=5),
        timedelta(hours=1),
        comes=2,
    ),
)


def load_flash_sales(offer_keys: dict[str, OfferKey]) -> int:
    """How many there are. Once: what is there may have gone on since."""
    policy = market(content.read("market")["market"]["slug"])
    for place, told in enumerate(SALES):
        key = offer_keys[told.product]
        if not sales_of_seller(key.seller_id):
            _live(policy, key, told, 10 * place)
    return len(SALES)


def _live(policy: MarketPolicy, key: OfferKey, told: Told, number: int) -> None:
    starts_at = now() + told.begins
    begun = min(starts_at, now())
    with going_from(begun - timedelta(hours=6)):
        found = _agreed(policy, key, told)
        places = [_comes(policy, found, number + one) for one in range(told.comes)]
    if starts_at > now():
        return
    with going_from(starts_at + A_MOMENT):
        _ticks(found)
        bought = [_buys(found, *place) for place in places[: told.comes - told.waits]]
    if starts_at + told.lasts < now():
        with going_from(starts_at + told.lasts):
            end_sale(actor=SYSTEM, seller_id=found.seller_id, sale_id=found.id)
        for passed, name in moves_of("shipped"):
            _go_on(starts_at + passed, name, [one for one in bought if one])


def _go_on(moment: datetime, name: str, bought: list[Course]) -> None:
    """As all orders do: what nobody confirms in time is called off, and then nothing was sold."""
    with going_from(moment):
        for course in bought:
            move(name, course)


def _agreed(policy: MarketPolicy, key: OfferKey, told: Told) -> SaleView:
    card = offers([key])[key]
    starts_at = now() + timedelta(hours=6) + max(told.begins, timedelta())
    price = card.price.minor * told.percent // 100 // 100 * 100
    name_ar, name_en, name_fr = told.words
    owner = {"actor": SYSTEM, "seller_id": key.seller_id, "sale_id": new_id()}
    propose_sale(
        **owner,
        market_id=policy.id,
        draft=SaleDraft(
            name_ar=name_ar,
            name_en=name_en,
            name_fr=name_fr,
            starts_at=starts_at,
            ends_at=starts_at + told.lasts,
            per_person=1,
            per_household=2,
            audience=told.audience,
            items=[ItemDraft(key.offer_id, price, min(told.units, card.free))],
            turn_minutes=30,
        ),
    )
    agree_sale(**owner, wave=20, per_person=1, per_household=2)
    found = sale(key.seller_id, owner["sale_id"])
    if found is None:
        raise LookupError(told.product)
    return found


def _comes(policy: MarketPolicy, found: SaleView, number: int) -> tuple[UUID, UUID]:
    """(buyer, place) of one who has his order ready; the first sale's are all of Riyadh."""
    buyer_id = new_id()
    place_id = join_queue(
        actor=SYSTEM,
        buyer_id=buyer_id,
        seller_id=found.seller_id,
        sale_id=found.id,
        item_id=found.items[0].id,
        quantity=1,
    )
    place = place_by_id(found.seller_id, place_id)
    name, district, street = PEOPLE[number % len(PEOPLE)]
    prepare_place(
        actor=SYSTEM,
        buyer_id=buyer_id,
        seller_id=found.seller_id,
        place_id=place_id,
        market=policy,
        on=now().date(),
        said=Confirmation(
            checkout_id=place.checkout_id if place else new_id(),
            address=DeliveryAddress(
                recipient=name,
                phone=f"+9665540{number:05d}",
                city="sa-riyadh",
                district=district,
                street=street,
                building=str(100 + number),
            ),
            payment_method="cash_on_delivery",
            language="ar",
            seen="",
        ),
    )
    return buyer_id, place_id


def _ticks(found: SaleView) -> None:
    advance_sale(actor=SYSTEM, seller_id=found.seller_id, sale_id=found.id)


def _buys(found: SaleView, buyer_id: UUID, place_id: UUID) -> Course | None:
    """His order, if he got one. Cash waits for its phone alone, and this phone is known."""
    (bought,) = buy_places(actor=SYSTEM, seller_id=found.seller_id, place_ids=[place_id])
    if not (bought.stands and bought.checkout_id and bought.order_id):
        return None
    seller_id, checkout_id, order_id = found.seller_id, bought.checkout_id, bought.order_id
    settle_purchase(actor=SYSTEM, checkout_id=checkout_id, seller_id=seller_id)
    finish_checkout(actor=SYSTEM, checkout_id=checkout_id, buyer_id=buyer_id)
    release_order(actor=SYSTEM, seller_id=seller_id, order_id=order_id)
    return Course({"key": bought.number}, buyer_id, [(seller_id, order_id)])
