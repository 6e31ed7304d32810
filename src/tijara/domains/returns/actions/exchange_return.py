"""Send what was wished for in place of what came back: a new order, paid with the old one."""

from uuid import UUID

from tijara.domains.offers.queries import offers
from tijara.domains.offers.shapes import OfferCard, OfferKey
from tijara.domains.orders.actions import lock_order, pay_by_exchange, place_orders
from tijara.domains.orders.shapes import LineToPlace, OrderState, OrderToPlace, OrderView, Outcome
from tijara.domains.parties.queries import markets_of
from tijara.kit.actor import SYSTEM, Actor
from tijara.kit.clock import now
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import action
from tijara.platform.process.moving import Step

from ..models import Return
from ..queries import delivered_goods, owed_by_ids, parts_of, return_view, units_wanted
from ..rules.days import WAIT
from ..shapes import RefundCause, RefundWanted, ReturnView, Wish
from ..states import EXCHANGE
from .move_return import NoSuchReturn, ReturnMovedOn, move_return
from .refund_units import refund_units


class ExchangeNotPossible(Refusal):
    """It costs another price now, or there is none left: give the money back instead."""

    code = "returns.exchange_not_possible"


@action(power=Power.RETURNS_HANDLE)
def exchange_return(*, actor: Actor, seller_id: UUID, return_id: UUID) -> UUID:
    """The new order's id. All of it must have been accepted. One commit: what the goods were worth
    leaves whom had it, and pays the new order, which its shop packs and sends like any other."""
    told = return_view(seller_id, return_id)
    if told is None:
        raise NoSuchReturn()
    order = lock_order(actor=SYSTEM, seller_id=seller_id, order_id=told.order_id)
    if told.wish is not Wish.EXCHANGE or told.accepted != told.pieces:
        raise ReturnMovedOn(state=told.state)
    new_order_id = _placed(told, order)
    step = Step(
        "exchange",
        actor,
        does=EXCHANGE,
        vouched=("all_is_accepted",),
        sets={"new_order_id": new_order_id},
    )
    move_return(actor=SYSTEM, seller_id=seller_id, return_id=return_id, step=step)
    owed_id = refund_units(
        actor=SYSTEM,
        on_behalf=actor,
        order=order,
        wanted=RefundWanted(
            reference=f"return:{return_id}",
            units=units_wanted(told),
            with_charges=False,
            reason=told.reason,
            restock={each.line.id: each.restocked for each in told.lines},
            return_id=return_id,
            cause=RefundCause.EXCHANGED,
        ),
    )
    pay_by_exchange(
        actor=SYSTEM,
        seller_id=seller_id,
        order_id=new_order_id,
        charge_id=order.charge_id,
        credit_minor=owed_by_ids(seller_id, [owed_id])[owed_id].credit_minor,
    )
    return new_order_id


def _placed(told: ReturnView, order: OrderView) -> UUID:
    """Through the order door, with the units that were kept for it."""
    row = Return.objects.filter(seller_id=told.seller_id, id=told.id)
    key = OfferKey(told.seller_id, row.values_list("offer_id", flat=True)[0])
    offer = offers([key]).get(key)
    if offer is None:
        raise ExchangeNotPossible()
    (placed,) = place_orders(
        actor=SYSTEM, seller_id=told.seller_id, orders=[_order(told, order, offer)]
    )
    if placed.outcome not in (Outcome.PLACED, Outcome.DUPLICATE) or placed.order_id is None:
        raise ExchangeNotPossible()
    return placed.order_id


def _order(told: ReturnView, order: OrderView, offer: OfferCard) -> OrderToPlace:
    line = _line(told, order, offer)
    return OrderToPlace(
        idempotency_key=told.id,
        buyer_id=order.buyer_id,
        checkout_id=told.id,
        market_id=order.market_id or markets_of([told.seller_id])[told.seller_id],
        currency=order.total.currency,
        delivery_minor=0,
        fee_minor=0,
        payment_method=order.payment_method,
        language=order.language,
        address=order.address,
        lines=(line,),
        company=order.company,
        prices_include_tax=order.prices_include_tax,
        state=OrderState.PENDING,
        due_at=now() + WAIT,
        delivery_service=order.delivery_service,
    )


def _line(told: ReturnView, order: OrderView, offer: OfferCard) -> LineToPlace:
    """At the price, the tax and the commission of what came back."""
    ((line, many),) = ((each.line, each.quantity) for each in told.lines)
    (part,) = parts_of(delivered_goods(order), {line.id: many})
    asked = part.items_minor - (0 if order.prices_include_tax else part.tax_minor)
    return LineToPlace(
        offer_id=offer.id,
        offer_version=offer.version,
        stock_id=offer.stock_id,
        variant_id=offer.variant_id,
        product_id=line.product_id,
        name_ar=line.name_ar,
        name_en=line.name_en,
        picture=line.picture,
        sku=line.sku,
        quantity=many,
        unit_minor=line.unit.minor,
        tax_bp=line.tax_bp,
        tax_minor=part.tax_minor,
        commission_minor=part.commission_minor,
        commission_vat_minor=part.commission_vat_minor,
        tax_category=line.tax_category,
        tax_class=line.tax_class,
        adds_tax=not order.prices_include_tax,
        list_minor=line.list_minor,
        discount_minor=line.unit.minor * many - asked,
        support_minor=part.support_minor,
        support_tax_minor=line.support_tax_minor * many // line.quantity,
        reasons=line.reasons if many == line.quantity else (),
    )
