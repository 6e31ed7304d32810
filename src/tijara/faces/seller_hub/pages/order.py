"""One order of the store: what to pack, where it goes, what comes of it, and the next step."""

from datetime import datetime
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.accounts.queries import accounts
from tijara.domains.books.queries import order_profit
from tijara.domains.cash.queries import waits_for_cash
from tijara.domains.checkout.queries import deciding_rules, pay_standings_of, waits_for_code
from tijara.domains.commissions.queries import named_rules, rules_by_id
from tijara.domains.deals.queries import deal_of_order, is_disputed
from tijara.domains.deals.shapes import IN_DISPUTE, DealState
from tijara.domains.fulfilment.queries import carriers_of, digital_parts
from tijara.domains.fulfilment.shapes import DigitalForm, Ending, Share
from tijara.domains.geography.queries import town
from tijara.domains.invoicing.queries import invoices_of_order
from tijara.domains.markets.queries import tax_classes_in
from tijara.domains.orders.shapes import ENDED, OrderLineView, OrderState, OrderStep, OrderView
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.queries import (
    goods_refunds,
    owed_of_orders,
    returns_of_order,
    spoken_units,
)
from tijara.faces.seller_hub.acts import found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page, seat_at
from tijara.faces.seller_hub.order_views import is_late
from tijara.faces.seller_hub.pages.goodwill import may_give
from tijara.faces.seller_hub.parcels import SENDABLE, ParcelCard, parcel_cards, rest_of
from tijara.faces.seller_hub.words import ACTORS, ALL_REASONS, COMING, STEPS, state_of
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.ui.commission_words import ToldRule, told_rules
from tijara.ui.desks.books.margins import profit_rows
from tijara.ui.desks.notes import Beside, NoteForm, blank_form, history
from tijara.ui.taxes import added_taxes, taxes_of_order
from tijara.ui.trade_words import PAYMENT_METHODS, RETURN_REASONS, RETURN_STATES

WAY = (OrderState.PLACED, OrderState.CONFIRMED, OrderState.SHIPPED, OrderState.DELIVERED)
"""Nothing of it was sold, or it was given back."""
COLLECTED = frozenset({OrderState.DELIVERED, OrderState.REFUNDED})
UNSOLD = frozenset({Ending.REFUSED, Ending.GIVEN_UP, Ending.LOST})


@require_safe
@at_desk
def order(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    return order_page(request, desk, found_order(desk, order_id))


def order_page(
    request: HttpRequest,
    desk: Desk,
    found: OrderView,
    *,
    typed: dict | None = None,
    wrong: dict[str, str] | None = None,
    note: NoteForm | None = None,
) -> HttpResponse:
    """`typed` and `wrong` are of a shipment form that was refused, `note` is a note that was:
    nothing typed is lost."""
    name, tone = state_of(found.state, pay_standings_of([found]).get(found.id))
    beside = beside_order(found.id)
    cards = parcel_cards(found)
    context = {
        "order": found,
        "state_name": name,
        "state_tone": tone,
        "city": town(found.address.city),
        "payment": PAYMENT_METHODS.get(found.payment_method, found.payment_method),
        "pieces": sum(line.quantity for line in found.lines),
        "sums": _sums(found, cards),
        "taxes": taxes_of_order(found, tax_classes_in(found.market_id)),
        "share": _share(found, cards),
        **_keeping(desk, found),
        "is_over": found.state in ENDED,
        "is_late": is_late(found.state, found.promised_to),
        "history": history(seat_at(request, desk), beside, map(_told, found.steps)),
        "now_step": found.steps[-1] if found.steps else None,
        "coming": _coming(found),
        "note_form": note or blank_form(beside),
        "can_cancel": found.can_be_cancelled,
        "may_give": may_give(desk, found),
        "may_call": waits_for_code(found),
        "can_take_back": found.state == OrderState.DELIVERED
        and desk.actor.may(Power.ORDERS_REFUND)
        and not spoken_units(desk.seller_id, found.id),
        "invoices": invoices_of_order(desk.seller_id, found.id),
        "owed": owed_of_orders(desk.seller_id, [found.id]).get(found.id, []),
        **_returned(desk, found),
        "whys": _whys(desk, found),
        **_profit(desk, found),
        "typed": typed or {},
        "wrong": wrong or {},
        **_parcels(desk, found, cards),
    }
    return hub_page(request, desk, "order", context, status=422 if wrong or note else 200)


def beside_order(order_id: UUID) -> Beside:
    return Beside(order_id, order_address(order_id), accounts)


def _parcels(desk: Desk, found: OrderView, cards: list[ParcelCard]) -> dict:
    """What went, what is left, and what may be done with either."""
    rest = rest_of(found, cards)
    parts = digital_parts(found)
    lines = {line.id: line for line in found.lines}
    return {
        "parcels": cards,
        "rest": rest,
        "may_send": bool(rest) and found.state in SENDABLE,
        "may_give_up": bool(rest)
        and found.state in SENDABLE
        and (bool(cards) or sum(held.quantity for held in rest) > 1),
        "digital": [(part, lines[part.line_id]) for part in parts],
        "waits_for_stock": found.paid_at is not None
        and found.state not in ENDED
        and any(not part.is_delivered for part in parts),
        "may_deliver": all(part.form is not DigitalForm.NOTHING_YET for part in parts),
        "carriers": carriers_of(desk.market.country),
    }


def _whys(desk: Desk, found: OrderView) -> list[tuple[OrderLineView, ToldRule | None]]:
    """Each line with the rule that decided its commission, for those whose business it is."""
    if not desk.actor.may(Power.STORE_MANAGE) or not found.commission:
        return []
    ids = deciding_rules(found)
    rules = list(rules_by_id({one for one in ids if one}).values())
    told = {one.id: one for one in told_rules(named_rules(rules), found.total.currency)}
    return [
        (line, told.get(rule_id) if rule_id else None)
        for line, rule_id in zip(found.lines, ids, strict=False)
    ]


def _returned(desk: Desk, found: OrderView) -> dict:
    """Its returns, and what of the seller's part has gone back with them."""
    refunds = goods_refunds(desk.seller_id, found.id)
    gone = sum(one.share.seller_minor for one in refunds)
    told = returns_of_order(desk.seller_id, found.id)
    return {
        "returns": [(one, *RETURN_STATES[one.state]) for one in told],
        "gone_back": Money(gone, found.total.currency),
    }


def _profit(desk: Desk, found: OrderView) -> dict:
    """What its book says is left of it, for who keeps the books."""
    if not desk.actor.may(Power.BOOKS_KEEP):
        return {}
    told = order_profit(desk.seller_id, found.id, found.total.currency)
    return {"profit": told, "profit_rows": profit_rows(told) if told else []}


def _share(found: OrderView, cards: list[ParcelCard]) -> Share:
    """What the seller gets of the order, without what was refused or given up."""
    lost = [card.parcel.share for card in cards if card.parcel.outcome in UNSOLD]
    return Share(
        currency=found.total.currency,
        items_minor=found.items.minor - sum(one.items_minor for one in lost),
        delivery_minor=found.delivery.minor - sum(one.delivery_minor for one in lost),
        fee_minor=found.fee.minor - sum(one.fee_minor for one in lost),
        tax_minor=found.tax.minor - sum(one.tax_minor for one in lost),
        commission_minor=found.commission.minor - sum(one.commission_minor for one in lost),
        commission_vat_minor=found.commission_vat.minor
        - sum(one.commission_vat_minor for one in lost),
    )


def _keeping(desk: Desk, found: OrderView) -> dict:
    """What keeps the seller's part of a delivered order from being paid out: the days of its
    buyer's protection, its cash at a carrier, both or neither."""
    if found.state != OrderState.DELIVERED:
        has_begun = found.begun_at is not None
        return {"is_disputed": has_begun and is_disputed(desk.seller_id, found.id)}
    deal = deal_of_order(desk.seller_id, found.id)
    is_held = deal is not None and deal.state == DealState.PERFORMED
    return {
        "is_disputed": deal is not None and is_disputed(desk.seller_id, found.id),
        "in_dispute": deal is not None and deal.state in IN_DISPUTE,
        "held_until": deal.due_at if deal and is_held else None,
        "is_settling": desk.market.protection_days
        and (deal is None or deal.state == DealState.OPEN),
        "waits_for_cash": waits_for_cash(desk.seller_id, found.id),
    }


def _sums(found: OrderView, cards: list[ParcelCard]) -> list[dict]:
    """What was ordered; and what the courier brings of it, where not all of it was delivered."""
    items, delivery, fee = found.asked
    rows: list[dict] = [{"label": _("Items"), "money": items}]
    if not found.is_digital:
        rows.append(_delivery(delivery))
    if found.fee:
        rows.append({"label": _("Cash on delivery fee"), "money": fee})
    rows += added_taxes(found)
    lost = _lost(found, cards) if _is_sold(found) else Money(0, found.total.currency)
    if lost:
        rows.append({"label": _("Not delivered"), "money": -lost})
    total = found.total - lost
    credit, ahead = _before(found, cards)
    if ahead:
        rows.append({"label": _("Paid before"), "money": -ahead})
    if credit:
        rows.append({"label": _("From the buyer’s wallet"), "money": -credit})
    total -= credit + ahead
    return [*rows, {"label": _total_label(found), "money": total, "tone": "total"}]


def _is_sold(found: OrderView) -> bool:
    """Its courier brings what is left of it: of what was paid before, the money goes back."""
    return found.paid_at is None and (found.state not in ENDED or found.state in COLLECTED)


def _before(found: OrderView, cards: list[ParcelCard]) -> tuple[Money, Money]:
    """What the wallet has paid, and what was paid ahead, less what of them went back with what
    never arrived."""
    gone = [card.parcel for card in cards if card.parcel.outcome in UNSOLD and _is_sold(found)]
    credit = found.credit_minor - sum(parcel.credit_minor for parcel in gone)
    ahead = found.ahead_minor - sum(parcel.ahead_minor for parcel in gone)
    return Money(credit, found.total.currency), Money(ahead, found.total.currency)


def _lost(found: OrderView, cards: list[ParcelCard]) -> Money:
    shares = [card.parcel.share for card in cards if card.parcel.outcome in UNSOLD]
    minor = sum(one.items_minor + one.delivery_minor + one.fee_minor for one in shares)
    return Money(minor, found.total.currency)


def _total_label(found: OrderView) -> str:
    if found.paid_at is not None or found.state in COLLECTED:
        return _("Collected")
    if found.state in ENDED:
        return _("Total")
    return _("To collect") if found.payment_method == PaymentMethod.CASH_ON_DELIVERY else _("Due")


def _delivery(asked: Money) -> dict:
    free = pgettext("delivery", "Free")
    return {"label": _("Delivery"), "money": asked, "text": free}


def _told(step: OrderStep) -> tuple[datetime, tuple]:
    reason = ALL_REASONS.get(step.reason)
    if step.state == OrderState.REFUNDED:
        reason = RETURN_REASONS.get(step.reason)
    return step.moved_at, (STEPS[step.state], step, ACTORS.get(step.actor_kind, ""), reason)


def _coming(found: OrderView) -> list:
    """What is still to happen, for an order that is on its way."""
    state = OrderState.CONFIRMED if found.state == OrderState.PACKED else found.state
    if state not in WAY or found.is_digital:
        return []
    return [COMING[each] for each in WAY[WAY.index(state) + 1 :]]
