"""What replays of a trade stand on: a market of its own with its sellers and goods, orders through
the door, payments that have come, parcels that arrive. All by the actions of the house.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from tijara.domains.catalogue.actions import import_products
from tijara.domains.catalogue.shapes import ProductDraft, VariantDraft
from tijara.domains.fulfilment.actions import record_delivery, ship_order
from tijara.domains.inventory.actions import receive_stock
from tijara.domains.inventory.shapes import Receipt
from tijara.domains.markets.actions import open_market
from tijara.domains.markets.queries import market_by_id
from tijara.domains.markets.shapes import MarketDraft, MarketPolicy
from tijara.domains.offers.actions import put_offers
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferDraft, OfferKey
from tijara.domains.orders.actions import confirm_order, place_orders, record_payment
from tijara.domains.orders.queries import orders as orders_by_key
from tijara.domains.orders.shapes import (
    DeliveryAddress,
    LineToPlace,
    OrderToPlace,
    OrderView,
    Outcome,
)
from tijara.domains.parties.actions import open_seller
from tijara.domains.parties.queries import markets_of
from tijara.domains.payments.actions import approve_transfer, open_charge
from tijara.domains.payments.queries import charge_of_checkout
from tijara.domains.payments.shapes import (
    ChargePart,
    ChargeToOpen,
    ChargeView,
    PaymentMethod,
    Purpose,
)
from tijara.domains.settlements.actions import keep_bank_account
from tijara.domains.stores.actions import open_store
from tijara.domains.taxes.shapes import TaxCategory
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS, STAFF_POWERS

COMMISSION_BP = 1000
UNITS = 1_000_000
TIME_TO_PAY = timedelta(days=3)
CARRIER = "سمسا"
IBAN = "SA0380000000608010167519"
ADDRESS = DeliveryAddress(recipient="مشترٍ", phone="+966500000001", city="sa-riyadh")


@dataclass(frozen=True, slots=True)
class Good:
    """Something that a seller offers at a price. In a history the same thing costs now this, now
    that: each is an offer of its own, because the door takes no other price than the offer's."""

    code: str
    name: str
    price_minor: int
    family: str = ""
    """What it is a size of: all of one family are chosen from on one page."""

    @property
    def key(self) -> str:
        return key_of(self.code, self.price_minor)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A seller, and his goods by their keys."""

    seller_id: UUID
    goods: Mapping[str, LineToPlace]


def new_market(slug: str, country: str, currency: str, **more: Any) -> MarketPolicy:
    told: dict[str, Any] = {
        "name_ar": "سوق للتجربة",
        "name_en": "A market to be tried",
        "commission_bp": COMMISSION_BP,
        "commission_vat_bp": 0,
        "delivery_minor": 0,
        "payment_methods": ("cash_on_delivery",),
    }
    draft = MarketDraft(slug=slug, country=country, currency=currency, **(told | more))
    return market_by_id(open_market(actor=SYSTEM, draft=draft))


def new_shelf(
    market: MarketPolicy, name: str, slug: str, goods: Sequence[Good], units: int = UNITS
) -> Shelf:
    """In a handful of statements, whatever their number."""
    seller_id = open_seller(actor=SYSTEM, market_id=market.id, legal_name=name)
    open_store(actor=SYSTEM, seller_id=seller_id, slug=slug, name_ar=name, name_en=name, hue=200)
    keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder=name, iban=IBAN)
    families: dict[str, list[Good]] = {}
    for good in goods:
        families.setdefault(good.family or good.key, []).append(good)
    drafts = [_draft(slug, key, sizes) for key, sizes in families.items()]
    made = import_products(actor=SYSTEM, drafts=drafts)
    variants = [
        (one.product_id, id)
        for one, sizes in zip(made, families.values(), strict=True)
        for id in ([each.id for each in one.variants] if len(sizes) > 1 else [one.variant_id])
    ]
    goods = [good for sizes in families.values() for good in sizes]
    offered = [
        OfferDraft(variant_id, product_id, new_id(), Money(good.price_minor, market.currency))
        for (product_id, variant_id), good in zip(variants, goods, strict=True)
    ]
    receipts = [Receipt(one.stock_id, one.variant_id, units) for one in offered]
    receive_stock(actor=SYSTEM, seller_id=seller_id, receipts=receipts, reference_id=new_id())
    put = put_offers(actor=SYSTEM, seller_id=seller_id, offers=offered)
    seen = offers([OfferKey(seller_id, one.offer_id) for one in put])
    by_variant = {one.variant_id: one for one in seen.values()}
    return Shelf(
        seller_id,
        {
            good.key: LineToPlace(
                offer_id=by_variant[draft.variant_id].id,
                offer_version=by_variant[draft.variant_id].version,
                stock_id=by_variant[draft.variant_id].stock_id,
                variant_id=draft.variant_id,
                product_id=draft.product_id,
                name_ar=good.name,
                name_en=good.name,
                picture="",
                sku=good.code[:40],
                quantity=1,
                unit_minor=good.price_minor,
                tax_bp=0,
                tax_minor=0,
                commission_minor=commission_on(good.price_minor),
                commission_vat_minor=0,
                tax_category=TaxCategory.OUTSIDE,
            )
            for draft, good in zip(offered, goods, strict=True)
        },
    )


def _draft(slug: str, key: str, sizes: Sequence[Good]) -> ProductDraft:
    """Alone, or in sizes."""
    varied: dict[str, Any] = {}
    if len(sizes) > 1:
        drafts = [
            VariantDraft((str(place),), source_key=one.key) for place, one in enumerate(sizes, 1)
        ]
        varied = {"options": ("المقاس",), "variants": tuple(drafts)}
    return ProductDraft(
        source=slug,
        source_key=key,
        name_ar=sizes[0].name,
        name_en=sizes[0].name,
        category_path_ar=("تجربة",),
        category_path_en=("Trial",),
        **varied,
    )


def commission_on(minor: int) -> int:
    return minor * COMMISSION_BP // 10_000


def placed(seller_id: UUID, wanted: Sequence[OrderToPlace]) -> list[OrderView | None]:
    """Through the door, in one statement; None for one that it did not take."""
    answers = place_orders(actor=SYSTEM, seller_id=seller_id, orders=wanted)
    keys = [
        (seller_id, one.order_id)
        for one in answers
        if one.outcome is Outcome.PLACED and one.order_id
    ]
    seen = orders_by_key(keys)
    return [seen.get(one.order_id) if one.order_id else None for one in answers]


def wanted_order(
    market: MarketPolicy, buyer_id: UUID, lines: Iterable[LineToPlace], **given: Any
) -> OrderToPlace:
    told: dict[str, Any] = {
        "idempotency_key": new_id(),
        "checkout_id": new_id(),
        "delivery_minor": 0,
        "fee_minor": 0,
        "payment_method": PaymentMethod.BANK_TRANSFER,
        "address": ADDRESS,
        "language": "ar",
    }
    return OrderToPlace(
        buyer_id=buyer_id,
        market_id=market.id,
        currency=market.currency,
        lines=tuple(lines),
        **(told | given),
    )


def charged(
    market: MarketPolicy,
    buyer_id: UUID,
    orders: Sequence[OrderView],
    method: PaymentMethod,
    deposit_minor: int = 0,
) -> ChargeView:
    """The charge of a checkout, a part for each of its orders: all of its rest, or what is put down
    for it. It is as long open as they wait."""
    parts = tuple(
        ChargePart(one.seller_id, one.id, one.number, deposit_minor or one.rest.minor)
        for one in orders
    )
    charge = ChargeToOpen(
        checkout_id=orders[0].checkout_id,
        market_id=market.id,
        method=method,
        amount=Money(sum(one.amount_minor for one in parts), market.currency),
        parts=parts,
        due_at=orders[0].due_at or now() + TIME_TO_PAY,
        language="ar",
        purpose=Purpose.DEPOSIT if deposit_minor else Purpose.ORDERS,
    )
    open_charge(actor=SYSTEM, buyer_id=buyer_id, charge=charge)
    made = charge_of_checkout(buyer_id, charge.checkout_id)
    if made is None:
        raise LookupError(charge.checkout_id)
    return made


def transferred(charge: ChargeView) -> None:
    """The bank's list has it, and the orders hear of it at once."""
    came(charge)
    told(charge)


def came(charge: ChargeView) -> None:
    approve_transfer(
        actor=SYSTEM,
        buyer_id=charge.buyer_id,
        charge_id=charge.id,
        received=charge.amount,
        bank_reference=f"FT-{charge.reference}",
    )


def told(charge: ChargeView) -> None:
    """What the relay tells the orders a moment later; the same again is nothing."""
    for part in charge.parts:
        record_payment(
            actor=SYSTEM,
            seller_id=part.seller_id,
            order_id=part.order_id,
            charge_id=charge.id,
            method=charge.method,
            amount_minor=part.amount_minor,
        )


def sent(order: OrderView) -> UUID:
    """All of it, in one parcel."""
    which = {"seller_id": order.seller_id, "order_id": order.id}
    confirm_order(actor=SYSTEM, **which)
    return ship_order(actor=SYSTEM, seller_id=order.seller_id, order_id=order.id, carrier=CARRIER)


def arrived(order: OrderView) -> None:
    delivered(order, sent(order))


def buyer(buyer_id: UUID) -> Actor:
    return Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)


def moment_of(text: str) -> datetime | None:
    """ "2018-08-15 11:30:33": a time without a place, taken for UTC."""
    return datetime.fromisoformat(f"{text}+00:00") if text else None


def of_many(line: LineToPlace, many: int) -> LineToPlace:
    return replace(line, quantity=many, commission_minor=commission_on(line.unit_minor * many))


def key_of(code: str, price_minor: int) -> str:
    return f"{code}@{price_minor}"


def seller(seller_id: UUID) -> Actor:
    return Actor(ActorKind.SELLER, owner_id=seller_id, powers=SELLER_POWERS)


def staff() -> Actor:
    return Actor(ActorKind.STAFF, new_id(), powers=STAFF_POWERS)


def currency_of(seller_id: UUID) -> str:
    return market_by_id(markets_of([seller_id])[seller_id]).currency


def delivered(order: OrderView, shipment_id: UUID) -> None:
    record_delivery(actor=SYSTEM, seller_id=order.seller_id, shipment_id=shipment_id)
