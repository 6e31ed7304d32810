"""How orders come: several of a shop in one list through the door, as the checkout's desk sends
them, and how each is paid, put down for, or left.
"""

from dataclasses import dataclass, replace
from datetime import timedelta

from tijara.domains.cash_terms.queries import cash_basket, offered
from tijara.domains.checkout.actions import take_deposit
from tijara.domains.orders.queries import order as order_of
from tijara.domains.orders.shapes import OrderState, OrderToPlace, OrderView
from tijara.domains.payments.queries import payment_options
from tijara.domains.payments.shapes import ChargeView, PaymentMethod
from tijara.domains.promotions.shapes import Cut
from tijara.faces.cli.bench import past
from tijara.faces.cli.bench.past import Shelf
from tijara.faces.cli.demonstration import payments
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money

from . import credit, reduced
from .history import History
from .places import CARDS_IN, DAYS_BACK, MARKETS_CODE, Place

CARDS_WAIT = timedelta(days=DAYS_BACK + 10)
"""Each hand is at another hour, and the gateway has one clock for all: no page may be too late."""
CASH, CARD = PaymentMethod.CASH_ON_DELIVERY, PaymentMethod.CARD


@dataclass(slots=True)
class _Basket:
    wanted: OrderToPlace
    cuts: tuple[Cut, ...]
    is_credited: bool


def ordered(history: History, place: Place, shelf: Shelf, many: int) -> list[OrderView]:
    """Those that the door has taken, as they stand after what was paid at once."""
    baskets = [_basket(history, place, shelf) for _ in range(many)]
    made = past.placed(shelf.seller_id, [one.wanted for one in baskets])
    history.counts["placed"] += many
    orders = []
    for one, order in zip(baskets, made, strict=True):
        history.counts["placed with a promotion"] += bool(one.cuts)
        reduced.note(one.wanted, shelf.seller_id, order.id if order else None, one.cuts)
        if order:
            orders.append(_paid(history, place, one, order))
    return orders


def pay_charge(history: History, charge: ChargeView) -> None:
    if charge.method is CARD:
        payments.PAYS["by_card"](charge)
        history.counts["paid by card"] += 1
    else:
        history.event("pay by transfer", lambda: past.came(charge))


def _basket(history: History, place: Place, shelf: Shelf) -> _Basket:
    """Of a guest, or of somebody with an account and a wallet; some type a code."""
    chance = history.chance
    wanted = _wanted(history, place, shelf)
    codes = ()
    if chance.random() < 0.3:
        markets = f"{MARKETS_CODE}{place.market.currency}"
        codes = (chance.choice((markets, place.codes[shelf.seller_id])),)
    cuts = reduced.cuts_of(place.market, shelf, wanted.lines, wanted.delivery_minor, codes)
    if any(cut.promotion.is_limited for cut in cuts):
        held = history.event("use claimed", lambda: reduced.claim(wanted, cuts) or True)
        cuts = cuts if held else ()
    wanted = reduced.lower(wanted, shelf.seller_id, cuts)
    wanted, is_credited = _with_credit(history, place, wanted)
    return _Basket(_with_deposit(history, place, wanted), cuts, is_credited)


def _wanted(history: History, place: Place, shelf: Shelf) -> OrderToPlace:
    chance, method = history.chance, CASH
    draw = chance.random()
    if draw < 0.25:
        method = PaymentMethod.BANK_TRANSFER
    elif draw < 0.5 and _takes_cards(history, place):
        method = CARD
    lines = [
        past.of_many(shelf.goods[key], chance.randint(1, 4))
        for key in chance.sample(sorted(shelf.goods), chance.randint(1, 3))
    ]
    is_cash = method is CASH
    return past.wanted_order(
        place.market,
        chance.choice(place.members) if chance.random() < 0.35 else new_id(),
        lines,
        delivery_minor=chance.choice((0, 1900, 2505)),
        fee_minor=1200 if is_cash else 0,
        payment_method=method,
        state=OrderState.PLACED if is_cash else OrderState.PENDING,
        due_at=None if is_cash else now() + _patience(method),
    )


def _with_credit(history: History, place: Place, wanted: OrderToPlace) -> tuple[OrderToPlace, bool]:
    """What the wallet pays whole has no fee and no other way to pay."""
    if wanted.buyer_id not in place.members or history.chance.random() < 0.3:
        return wanted, False
    if history.chance.random() < 0.5:
        credit.grow(history, place, wanted.buyer_id)
    whole = wanted.total_minor - wanted.fee_minor
    held = credit.hold(history, place, wanted.buyer_id, wanted.checkout_id, whole)
    if held == whole > 0:
        wanted = replace(
            wanted,
            fee_minor=0,
            payment_method=PaymentMethod.WALLET,
            state=OrderState.PENDING,
            due_at=now() + past.TIME_TO_PAY,
        )
    return wanted, bool(held)


def _with_deposit(history: History, place: Place, wanted: OrderToPlace) -> OrderToPlace:
    """What the market's rules ask of a basket like this one, and of one who has not taken a parcel;
    until it has come, the order waits for it."""
    if wanted.payment_method != CASH:
        return wanted
    whole = Money(wanted.total_minor - wanted.fee_minor, wanted.currency)
    basket = cash_basket(
        wanted.address.city,
        (),
        whole,
        0,
        is_newcomer=False,
        refusals=history.refusals[wanted.buyer_id],
    )
    ways = payment_options(place.market, whole)
    cash = next(offered(place.market.id, one, basket) for one in ways if one.method is CASH)
    if not cash.deposit_minor:
        return wanted
    history.seen["deposit asked"] += 1
    is_by_card = _takes_cards(history, place) and history.chance.random() < 0.5
    method = CARD if is_by_card else PaymentMethod.BANK_TRANSFER
    return replace(
        wanted,
        payment_method=method,
        state=OrderState.PENDING,
        due_at=now() + _patience(method),
        deposit_minor=cash.deposit_minor,
    )


def _paid(history: History, place: Place, basket: _Basket, order: OrderView) -> OrderView:
    if basket.is_credited:
        credit.spend(history, order)
        order = order_of(order.seller_id, order.id) or order
    method, is_late = PaymentMethod(basket.wanted.payment_method), history.chance.random() >= 0.97
    if (
        basket.wanted.state is not OrderState.PENDING
        or method is PaymentMethod.WALLET
        or is_late
        or not order.rest.minor
    ):
        return order
    deposit = min(basket.wanted.deposit_minor, order.rest.minor)
    charge = past.charged(place.market, order.buyer_id, [order], method, deposit)
    pay_charge(history, charge)
    if not deposit:
        history.event("told of payment", lambda: past.told(charge))
        return order
    taken = {"charge_id": charge.id, "method": method, "parts": charge.parts}
    history.event("deposit taken", lambda: take_deposit(actor=SYSTEM, **taken))
    return order_of(order.seller_id, order.id) or order


def _takes_cards(history: History, place: Place) -> bool:
    return history.takes_cards and place.market.currency == CARDS_IN


def _patience(method: PaymentMethod) -> timedelta:
    return CARDS_WAIT if method is CARD else past.TIME_TO_PAY
