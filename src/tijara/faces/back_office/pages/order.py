"""One order, with its journal: read only, since the store handles it. Staff leave notes."""

from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from tijara.domains.accounts.queries import accounts
from tijara.domains.checkout.queries import pay_standings_of
from tijara.domains.deals.queries import deal_of_order, is_disputed
from tijara.domains.deals.shapes import DealState
from tijara.domains.fulfilment.queries import carrier_name, shipments
from tijara.domains.geography.queries import town
from tijara.domains.invoicing.queries import invoices_of_order
from tijara.domains.ledger.queries import journal_of
from tijara.domains.ledger.shapes import JournalLine
from tijara.domains.markets.queries import tax_classes_in
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.shapes import OrderState, OrderStep, OrderView
from tijara.domains.returns.queries import owed_of_orders, returns_of_order, spoken_units
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page, seat_at
from tijara.faces.back_office.words import ACCOUNTS, ACTORS, JOURNALS, REASONS, STEPS
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.kit.powers import Power
from tijara.ui.deal_words import DEAL_STATES
from tijara.ui.desks.notes import Beside, NoteForm, blank_form, history
from tijara.ui.language import local
from tijara.ui.taxes import added_taxes, taxes_of_order
from tijara.ui.trade_words import PAYMENT_METHODS, RETURN_REASONS, RETURN_STATES, order_state


@require_safe
@in_office
def order(request: HttpRequest, actor: Actor, seller_id: UUID, order_id: UUID) -> HttpResponse:
    return order_page(request, actor, found_order(seller_id, order_id))


def found_order(seller_id: UUID, order_id: UUID) -> OrderView:
    found = find_order(seller_id, order_id)
    if found is None:
        raise Http404
    return found


def beside_order(found: OrderView) -> Beside:
    address = local(f"/office/sellers/{found.seller_id}/orders/{found.id}")
    return Beside(found.id, address, accounts)


def order_page(
    request: HttpRequest, actor: Actor, found: OrderView, *, note: NoteForm | None = None
) -> HttpResponse:
    """`note` is one that was refused: what was typed is still there."""
    seller_id, order_id = found.seller_id, found.id
    name, tone = order_state(found.state, pay_standings_of([found]).get(found.id))
    may_refund = Power.ORDERS_REFUND in actor.powers
    beside = beside_order(found)
    sent = shipments(seller_id, [order_id]).get(order_id, [])
    context = {
        "order": found,
        "state_name": name,
        "state_tone": tone,
        "store": stores([seller_id]).get(seller_id),
        "city": town(found.address.city),
        "payment": PAYMENT_METHODS.get(found.payment_method, found.payment_method),
        "sums": _sums(found),
        "taxes": taxes_of_order(found, tax_classes_in(found.market_id)),
        "parcels": [(one, carrier_name(one.carrier)) for one in sent],
        "history": history(seat_at(request, actor), beside, map(_step, found.steps)),
        "note_form": note or blank_form(beside),
        "can_take_back": found.state == OrderState.DELIVERED
        and may_refund
        and not spoken_units(seller_id, order_id),
        "invoices": invoices_of_order(seller_id, order_id),
        "owed": owed_of_orders(seller_id, [order_id]).get(order_id, []),
        "returns": [
            (one, *RETURN_STATES[one.state]) for one in returns_of_order(seller_id, order_id)
        ],
        "deal": _deal(seller_id, order_id),
        "journal": [_told(line) for line in journal_of(seller_id, order_id=order_id).items],
    }
    return office_page(request, "order", context, status=422 if note else 200)


def _step(step: OrderStep) -> tuple[datetime, tuple]:
    by = ACTORS.get(step.actor_kind)
    return step.moved_at, (STEPS[step.state], by, _reason(step))


def _deal(seller_id: UUID, order_id: UUID) -> dict | None:
    """What stands with the seller's part, and its steps."""
    deal = deal_of_order(seller_id, order_id)
    if deal is None:
        return None
    name, tone = DEAL_STATES[deal.state]
    steps = [(DEAL_STATES[step.state][0], step.moved_at) for step in deal.steps]
    return {
        "name": name,
        "tone": tone,
        "due_at": deal.due_at,
        "is_held": deal.state is DealState.PERFORMED,
        "is_disputed": is_disputed(seller_id, order_id),
        "steps": steps,
    }


def _reason(step: OrderStep) -> object:
    reasons = RETURN_REASONS if step.state == OrderState.REFUNDED else REASONS
    return reasons.get(step.reason)


def _sums(found: OrderView) -> list[dict]:
    items, delivery, fee = found.asked
    rows: list[dict] = [{"label": _("Items"), "money": items}, _delivery(delivery)]
    if found.fee:
        rows.append({"label": _("Cash on delivery fee"), "money": fee})
    rows += added_taxes(found)
    rows.append({"label": _("Total"), "money": found.total, "tone": "total"})
    if found.ahead:
        rows.append({"label": _("Paid before"), "money": found.ahead})
    if found.credit:
        rows.append({"label": _("From the buyer’s wallet"), "money": found.credit})
    if found.ahead or found.credit:
        tender = PAYMENT_METHODS.get(found.payment_method, found.payment_method)
        rows.append({"label": tender, "money": found.rest, "text": "0"})
    return rows


def _delivery(asked: Money) -> dict:
    free = pgettext("delivery", "Free")
    return {"label": _("Delivery"), "money": asked, "text": free}


def _told(line: JournalLine) -> tuple:
    amount = Money(line.amount_minor, line.currency)
    kind = JOURNALS.get(line.kind, line.kind)
    return line, kind, ACCOUNTS[line.debit], ACCOUNTS[line.credit], amount
