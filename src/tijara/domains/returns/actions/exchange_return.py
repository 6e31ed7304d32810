"""Send what was wished for in place of what came back: a new order, paid with the old one."""

from dataclasses import dataclass
from uuid import UUID

from tijara.domains.catalogue.queries import variant_names
from tijara.domains.fulfilment.shapes import LineShare
from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.orders.actions import lock_order, pay_by_exchange, place_orders
from tijara.domains.orders.shapes import (
    LineToPlace,
    OrderState,
    OrderToPlace,
    OrderView,
    Outcome,
    PaidBefore,
)
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Return
from ..queries import (
    after_days,
    delivered_goods,
    owed_by_ids,
    parts_of,
    return_view,
    units_wanted,
    ways_to_pay_more,
)
from ..rules.carriage import end_of
from ..rules.days import PAY_DAYS, WAIT
from ..rules.exchanges import binding_more, exchanged
from ..rules.tenders import Tenders, difference_of
from ..shapes import DeliveredGoods, RefundCause, RefundWanted, ReturnView, Wish
from ..states import EXCHANGE
from .ask_difference import ask_difference
from .give_difference import give_difference
from .move_return import NoSuchReturn, ReturnMovedOn, move_return
from .pay_difference import pay_difference
from .refund_units import refund_units
from .settle_carriage import settle_carriage


class ExchangeNotPossible(Refusal):
    """There is none left, or nobody could pay what it costs more: give the money back instead."""

    code = "returns.exchange_not_possible"


@dataclass(frozen=True, slots=True)
class _Terms:
    """The new line, what came back for it, and how its buyer pays what it costs more."""

    line: LineToPlace
    back_minor: int
    method: str

    @property
    def more_minor(self) -> int:
        return self.line.total_minor - self.back_minor


@action(power=Power.RETURNS_HANDLE)
def exchange_return(*, actor: Actor, seller_id: UUID, return_id: UUID) -> UUID:
    """The new order's id. All of it must have been accepted. One commit: what the goods were worth
    leaves whom had it and pays the new order, which its shop packs and sends like any other.

    Costs it more, the new order waits some days for the rest, and ends like any order that is not
    paid: what came back is the buyer's again. Costs it less, the difference goes back at once.
    """
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=told.order_id)
    if told.wish is not Wish.EXCHANGE or told.accepted != told.pieces:
        raise ReturnMovedOn(state=told.state)
    goods = delivered_goods(order)
    terms = _terms(told, order, goods)
    new_order_id = _placed(told, order, terms)
    step = Step(
        "exchange",
        actor,
        does=EXCHANGE,
        vouched=("all_is_accepted",),
        sets={"new_order_id": new_order_id},
    )
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    settle_carriage(
        actor=SYSTEM,
        order=order,
        return_id=return_id,
        end=end_of(told),
        minor=told.carriage_minor,
    )
    back = _taken_back(actor, told, order, goods)
    if terms.more_minor < 0:
        out, back = difference_of(back, -terms.more_minor, to_wallet=told.to_wallet)
        give_difference(actor=SYSTEM, order=order, return_id=return_id, back=out)
    elif terms.more_minor and terms.method == "wallet":
        pay_difference(actor=SYSTEM, told=told, order_id=new_order_id, minor=terms.more_minor)
    before = PaidBefore(
        back.total, order.payment_method, order.charge_id, back.credit, *_ahead(order, back)
    )
    is_whole = pay_by_exchange(
        actor=SYSTEM, seller_id=seller_id, order_id=new_order_id, before=before
    )
    if not is_whole:
        ask_difference(actor=SYSTEM, told=told, order_id=new_order_id)
    return new_order_id


def _terms(told: ReturnView, order: OrderView, goods: DeliveredGoods) -> _Terms:
    row = Return.objects.filter(seller_id=told.seller_id, id=told.id)
    key = OfferKey(told.seller_id, row.values_list("offer_id", flat=True)[0])
    offer = offers([key]).get(key)
    if offer is None:
        raise ExchangeNotPossible()
    ((each),) = told.lines
    (part,) = parts_of(goods, {each.line.id: each.quantity})
    line = _line(told, order, part, offer)
    terms = _Terms(line, part.items_minor, order.payment_method)
    if terms.more_minor <= 0:
        return terms
    ways = ways_to_pay_more(order, terms.more_minor)
    if not ways:
        raise ExchangeNotPossible()
    return _Terms(line, part.items_minor, told.pay_with if told.pay_with in ways else ways[0])


def _taken_back(actor: Actor, told: ReturnView, order: OrderView, goods: DeliveredGoods) -> Tenders:
    owed_id = refund_units(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        goods=goods,
        wanted=RefundWanted(
            reference=f"return:{told.id}",
            units=units_wanted(told),
            with_charges=False,
            reason=told.reason,
            restock={each.line.id: each.restocked for each in told.lines},
            return_id=told.id,
            cause=RefundCause.EXCHANGED,
        ),
    )
    owed = owed_by_ids(told.seller_id, [owed_id])[owed_id]
    return Tenders(owed.rest.minor - owed.ahead_minor, owed.ahead_minor, owed.credit_minor)


def _ahead(order: OrderView, back: Tenders) -> tuple:
    """Of what came back: how much had been paid ahead of the rest, how, and of which charge."""
    return (back.ahead, order.ahead_method, order.ahead_charge_id) if back.ahead else ()


def _placed(told: ReturnView, order: OrderView, terms: _Terms) -> UUID:
    """Through the order door, with the units that were kept for it."""
    (placed,) = place_orders(
        actor=SYSTEM, seller_id=told.seller_id, orders=[_order(told, order, terms)]
    )
    if placed.outcome not in (Outcome.PLACED, Outcome.DUPLICATE) or placed.order_id is None:
        raise ExchangeNotPossible()
    return placed.order_id


def _order(told: ReturnView, order: OrderView, terms: _Terms) -> OrderToPlace:
    waits = terms.more_minor > 0
    return OrderToPlace(
        idempotency_key=told.id,
        buyer_id=order.buyer_id,
        checkout_id=told.id,
        market_id=order.market_id or markets_of([told.seller_id])[told.seller_id],
        currency=order.total.currency,
        delivery_minor=0,
        fee_minor=0,
        payment_method=terms.method,
        language=order.language,
        address=order.address,
        lines=(terms.line,),
        company=order.company,
        prices_include_tax=order.prices_include_tax,
        state=OrderState.PENDING,
        due_at=after_days(told.seller_id, PAY_DAYS) if waits else now() + WAIT,
        delivery_service=order.delivery_service,
    )


def _line(told: ReturnView, order: OrderView, part: LineShare, offer: OfferCard) -> LineToPlace:
    """At the tax and the commission of what came back, and its price with the difference."""
    ((line, many),) = ((each.line, each.quantity) for each in told.lines)
    shown = told.swap_minor or 0
    more = binding_more(shown, line.list_minor, offer.price.minor)
    worth = exchanged(line, part, more_minor=more, includes_tax=order.prices_include_tax)
    discount = offer.price.minor * many - worth.asked_minor
    named = variant_names({offer.variant_id})[offer.variant_id]
    return LineToPlace(
        offer_id=offer.id,
        offer_version=offer.version,
        stock_id=offer.stock_id,
        variant_id=offer.variant_id,
        product_id=line.product_id,
        name_ar="، ".join(filter(None, (named.name_ar, named.label_ar))),
        name_en=", ".join(filter(None, (named.name_en, named.label_en))),
        picture=named.picture or line.picture,
        sku=named.sku,
        quantity=many,
        unit_minor=offer.price.minor,
        tax_bp=line.tax_bp,
        tax_minor=worth.tax_minor,
        commission_minor=worth.commission_minor,
        commission_vat_minor=worth.commission_vat_minor,
        tax_category=line.tax_category,
        tax_class=line.tax_class,
        adds_tax=not order.prices_include_tax,
        list_minor=offer.price.minor,
        discount_minor=discount,
        support_minor=min(part.support_minor, discount),
        support_tax_minor=min(line.support_tax_minor * many // line.quantity, discount),
        reasons=line.reasons if many == line.quantity and not more else (),
    )
