"""Place the demonstration's orders through the door, and bring each as far as it shall come."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.carts.actions import put_in_cart
from tijara.domains.checkout.actions import place_checkout
from tijara.domains.checkout.queries import basket, checkout_result
from tijara.domains.checkout.shapes import CheckoutResult, Confirmation, Wishes
from tijara.domains.fulfilment.actions import (
    give_up_units,
    pack_order,
    record_delivery,
    record_refusal,
    ship_order,
)
from tijara.domains.fulfilment.queries import shipments
from tijara.domains.fulfilment.shapes import Ending
from tijara.domains.markets.queries import country_profile, market
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.orders.actions import cancel_order, confirm_order
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import CancelReason
from tijara.domains.parties.actions import open_customer
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import Actor, ActorKind
from tijara.kit.clock import now
from tijara.kit.powers import BUYER_POWERS, SELLER_POWERS
from tijara.platform.outbox.relay import Relay

from . import cards, content, payments

CARRIER, TRACKED_CARRIER, TRACKING_NUMBER = "مندوب المتجر", "أرامكس", "44871203356"
WAYS = {
    "placed": (),
    "confirmed": ("confirmed",),
    "packed": ("confirmed", "packed"),
    "part_shipped": ("confirmed", "part_shipped"),
    "part_delivered": ("confirmed", "part_shipped", "delivered", "shipped"),
    "part_given_up": ("confirmed", "part_shipped", "given_up", "delivered"),
    "shipped": ("confirmed", "shipped"),
    "delivered": ("confirmed", "shipped", "delivered"),
    "refunded": ("confirmed", "shipped", "delivered", "refunded"),
    "refused": ("confirmed", "shipped", "refused"),
    "cancelled_by_buyer": ("cancelled_by_buyer",),
    "cancelled_by_seller": ("cancelled_by_seller",),
}
"""The moves from a placed order to its fate."""


@dataclass(frozen=True, slots=True)
class Fresh:
    """A checkout that was placed now, with the keys of its orders."""

    told: dict
    buyer_id: UUID
    placed: list[tuple[UUID, UUID]]


def load_orders(offer_keys: dict[str, OfferKey]) -> int:
    """The number of orders placed now; those placed before are left as they are. Some are the
    buyer's whose account visitors may enter, most are guests'.

    All are placed, then paid; when the orders have heard of their money each goes its way, and at
    last money that is due to a buyer goes back. Where no gateway can be played nobody pays by card.
    """
    with cards.gateway() as takes_cards:
        fresh = [
            _placed(told, offer_keys, policy)
            for told, policy in _told()
            if takes_cards or payments.method_of(told) is not PaymentMethod.CARD
        ]
        loaded = [one for one in fresh if one]
        for one in loaded:
            payments.pay(one.told, one.buyer_id, one.placed)
        _let_all_hear()
        for one in loaded:
            _go(one)
        _let_all_hear()
        for one in loaded:
            payments.give_back(one.told, one.buyer_id, one.placed)
        payments.give_back_cards()
    return sum(len(one.placed) for one in loaded)


def _told() -> Iterator[tuple[dict, MarketPolicy]]:
    batches = [(content.read("market"), content.read("orders"))]
    batches += [(told, told) for told in content.other_markets()]
    for told, orders in batches:
        policy = market(told["market"]["slug"])
        for order in orders["order"]:
            yield order, policy


def _placed(told: dict, offer_keys: dict[str, OfferKey], policy: MarketPolicy) -> Fresh | None:
    buyer_id = _buyer_id(told)
    if checkout_result(buyer_id, content.id_of("checkout", told["key"])):
        return None
    outcomes = _place(told, buyer_id, offer_keys, policy).placed
    keys = [(one.seller_id, one.order_id) for one in outcomes if one.order_id]
    return Fresh(told, buyer_id, keys)


def _buyer_id(told: dict) -> UUID:
    """A guest, or the buyer who has an account."""
    if "account" not in told:
        return content.id_of("buyer", told["key"])
    account = account_by_email(f"{told['account']}@{DEMONSTRATION_DOMAIN}")
    person_id = account.id if account else None
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=BUYER_POWERS))


def _go(one: Fresh) -> None:
    for seller_id, order_id in one.placed:
        for move in WAYS[one.told["fate"]]:
            _move(move, seller_id, order_id, one.buyer_id)


def _let_all_hear() -> None:
    relay = Relay()
    while relay.deliver_pending():
        pass


def _place(
    told: dict, buyer_id: UUID, offer_keys: dict[str, OfferKey], policy: MarketPolicy
) -> CheckoutResult:
    buyer = Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
    offered = offers([offer_keys[product] for product in told["items"]])
    for product, quantity in told["items"].items():
        key = offer_keys[product]
        put_in_cart(
            actor=buyer,
            buyer_id=buyer_id,
            seller_id=key.seller_id,
            offer_id=key.offer_id,
            quantity=quantity,
            seen_minor=offered[key].price.minor,
        )
    today = _local(now(), policy).date()
    method, address = payments.method_of(told), content.address(told)
    cart = basket(
        buyer_id=buyer_id,
        market=policy,
        payment_method=method,
        on=today,
        wishes=Wishes(address.city),
    )
    return place_checkout(
        actor=buyer,
        buyer_id=buyer_id,
        market=policy,
        on=today,
        confirmation=Confirmation(
            checkout_id=content.id_of("checkout", told["key"]),
            address=address,
            payment_method=method,
            language=told["language"],
            seen=cart.seen,
        ),
    )


def _local(moment: datetime, policy: MarketPolicy) -> datetime:
    return moment.astimezone(ZoneInfo(country_profile(policy.country).time_zone))


def _move(move: str, seller_id: UUID, order_id: UUID, buyer_id: UUID) -> None:
    seller = Actor(ActorKind.SELLER, owner_id=seller_id, powers=SELLER_POWERS)
    buyer = Actor(ActorKind.BUYER, owner_id=buyer_id, powers=BUYER_POWERS)
    which = {"seller_id": seller_id, "order_id": order_id}
    moves: dict[str, Callable[[], object]] = {
        "confirmed": lambda: confirm_order(actor=seller, **which),
        "packed": lambda: pack_order(actor=seller, **which),
        "part_shipped": lambda: _ship_one(seller, seller_id, order_id),
        "given_up": lambda: give_up_units(actor=seller, **which, reason=CancelReason.OUT_OF_STOCK),
        "shipped": lambda: ship_order(actor=seller, **which, carrier=CARRIER),
        "delivered": lambda: _end(record_delivery, seller, seller_id, order_id),
        "refunded": lambda: refund_order(
            actor=seller, **which, reason=RefundReason.DAMAGED, restock=False
        ),
        "refused": lambda: _end(record_refusal, seller, seller_id, order_id),
        "cancelled_by_buyer": lambda: cancel_order(
            actor=buyer, **which, reason=CancelReason.CHANGED_MIND
        ),
        "cancelled_by_seller": lambda: cancel_order(
            actor=seller, **which, reason=CancelReason.OUT_OF_STOCK
        ),
    }
    moves[move]()


def _ship_one(seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """One unit of the first line, with a number that can be followed."""
    order = find_order(seller_id, order_id)
    ship_order(
        actor=seller,
        seller_id=seller_id,
        order_id=order_id,
        carrier=TRACKED_CARRIER,
        tracking_number=TRACKING_NUMBER,
        units={order.lines[0].id: 1} if order else None,
    )


def _end(act: Callable[..., object], seller: Actor, seller_id: UUID, order_id: UUID) -> None:
    """Every parcel that is on its way."""
    for parcel in shipments(seller_id, [order_id]).get(order_id, []):
        if parcel.outcome is Ending.NONE:
            act(actor=seller, seller_id=seller_id, shipment_id=parcel.id)
