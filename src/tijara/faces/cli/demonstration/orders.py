"""Ninety days of orders through the door, each brought as far as it shall come, at its hour."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from functools import partial
from itertools import groupby
from uuid import UUID
from zoneinfo import ZoneInfo

from tijara.domains.accounts.queries import account_by_email
from tijara.domains.accounts.shapes import DEMONSTRATION_DOMAIN
from tijara.domains.carts.actions import put_in_cart
from tijara.domains.checkout.actions import place_checkout
from tijara.domains.checkout.queries import basket, checkout_result
from tijara.domains.checkout.shapes import CheckoutResult, Confirmation, Wishes
from tijara.domains.deals.actions import settle_deals
from tijara.domains.loyalty.actions import settle_earnings
from tijara.domains.markets.queries import country_profile, market
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferKey
from tijara.domains.orders.shapes import CompanyBuyer
from tijara.domains.parties.actions import open_customer
from tijara.domains.parties.shapes import RegisteredAddress
from tijara.domains.payments.shapes import PaymentMethod
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.clock import going_from, now
from tijara.kit.powers import BUYER_POWERS
from tijara.platform.outbox.relay import Relay

from . import cards, cash, content, history, money, payments
from .moves import Course, move, moves_of
from .promotions import load_promotions

PAID_AFTER, GIVEN_BACK_AFTER = timedelta(minutes=7), timedelta(hours=30)


@dataclass(order=True, slots=True)
class Step:
    at: datetime
    place: int
    act: Callable[[], None] = field(compare=False)


def load_orders(offer_keys: dict[str, OfferKey]) -> int:
    """The number of orders placed now; those placed before are left as they are. Some are the
    buyer's whose account visitors may enter, most are guests'.

    What people did is done again in its order, day by day, with the clock set back to its hour; at
    the end of each day everybody hears of it, and now and then the stores are paid. Where no
    gateway can be played nobody pays by card.
    """
    load_promotions(offer_keys)
    placed: list[Course] = []
    paid = [
        Step(day, -1, partial(money.pay_stores, place))
        for place, day in enumerate(money.pay_days())
    ]
    paid += [Step(day, -2, _bring_lists) for day in cash.list_days()]
    with cards.gateway() as takes_cards:
        fresh = [
            step
            for number, (told, policy) in enumerate(_told(offer_keys))
            if takes_cards or payments.method_of(told) is not PaymentMethod.CARD
            for step in _steps(told, policy, offer_keys, placed, number)
        ]
        steps = sorted(fresh + paid) if fresh else []
        for _, day in groupby(steps, lambda step: step.at.date()):
            _live(list(day))
    return sum(len(course.placed) for course in placed)


def _bring_lists() -> None:
    hear_all()
    cash.bring_lists()


def _live(day: list[Step]) -> None:
    """Nothing begins before what was done before it has ended, at however close an hour."""
    done = day[0].at
    for step in day:
        with going_from(max(step.at, done)):
            step.act()
            done = now()
    with going_from(done):
        hear_all()
        settle_deals(actor=SYSTEM)
        settle_earnings(actor=SYSTEM)
        payments.give_back_cards()


def hear_all() -> None:
    relay = Relay()
    while relay.deliver_pending():
        pass


def _told(offer_keys: dict[str, OfferKey]) -> Iterator[tuple[dict, MarketPolicy]]:
    batches = [(content.read("market"), content.read("orders"))]
    batches += [(told, told) for told in content.other_markets()]
    for told, orders in batches:
        policy = market(told["market"]["slug"])
        for order in orders["order"] + history.orders_of(told["market"]["slug"], offer_keys):
            yield order, policy


def _steps(
    told: dict,
    policy: MarketPolicy,
    offer_keys: dict[str, OfferKey],
    placed: list[Course],
    number: int,
) -> Iterator[Step]:
    """None where it is placed already."""
    course = Course(told, _buyer_id(told), [])
    if checkout_result(course.buyer_id, content.id_of("checkout", told["key"])):
        return
    placed.append(course)
    start = _start(told, policy)
    moments = iter(range(20))

    def step(after: timedelta, act: Callable[[], None]) -> Step:
        return Step(min(start + after, now()), number * 20 + next(moments), act)

    yield step(timedelta(), partial(_open, course, offer_keys, policy))
    yield step(PAID_AFTER, partial(_pay, course))
    passed = PAID_AFTER
    for passed, name in moves_of(told["fate"]):
        yield step(passed, partial(move, name, course))
    if "given_back" in told:
        yield step(passed + GIVEN_BACK_AFTER, partial(_give_back, course))


def _open(course: Course, offer_keys: dict[str, OfferKey], policy: MarketPolicy) -> None:
    outcomes = _place(course.told, course.buyer_id, offer_keys, policy).placed
    course.placed += [(one.seller_id, one.order_id) for one in outcomes if one.order_id]


def _pay(course: Course) -> None:
    """Nobody packs before he has heard of the money."""
    if payments.pay(course.told, course.buyer_id, course.placed):
        hear_all()


def _give_back(course: Course) -> None:
    hear_all()
    payments.give_back(course.told, course.buyer_id, course.placed)


def _start(told: dict, policy: MarketPolicy) -> datetime:
    """When its buyer pressed the button: so many days ago, at an hour of his own country."""
    zone = ZoneInfo(country_profile(policy.country).time_zone)
    day = now().astimezone(zone).date() - timedelta(days=told["days_ago"])
    hour, minute = told["hour"]
    return min(datetime.combine(day, time(hour, minute), zone), now())


def _buyer_id(told: dict) -> UUID:
    """A guest, who may have come before, or the buyer who has an account."""
    if "account" not in told:
        return content.id_of("buyer", told.get("guest", told["key"]))
    account = account_by_email(f"{told['account']}@{DEMONSTRATION_DOMAIN}")
    person_id = account.id if account else None
    return open_customer(actor=Actor(ActorKind.BUYER, person_id, powers=BUYER_POWERS))


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
    company = _company(told["company"]) if "company" in told else None
    codes = tuple(told.get("codes", ()))
    cart = basket(
        buyer_id=buyer_id,
        market=policy,
        payment_method=method,
        on=today,
        wishes=Wishes(
            address.city,
            company=company,
            codes=codes,
            phone=address.phone,
            country=address.country,
        ),
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
            company=company,
            codes=codes,
        ),
    )


def _company(told: dict) -> CompanyBuyer:
    return CompanyBuyer(**told | {"address": "", "place": RegisteredAddress(**told["place"])})


def _local(moment: datetime, policy: MarketPolicy) -> datetime:
    return moment.astimezone(ZoneInfo(country_profile(policy.country).time_zone))
