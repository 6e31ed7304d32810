"""What a buyer pays for the way back stands on a debit note, with its tax, and in the books."""

import pytest

from tijara.domains.invoicing.actions import issue_carriage_note, issue_missing_invoices
from tijara.domains.invoicing.queries import invoices_of_order, missing_invoices
from tijara.domains.invoicing.shapes import InvoiceKind
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import seller_actor
from tijara.domains.payments.shapes import PaymentMethod
from tijara.domains.returns.actions import (
    arrange_pickup,
    inspect_return,
    receive_return,
    reduce_price,
    refund_return,
    set_carriage_terms,
)
from tijara.domains.returns.queries import pickup_days
from tijara.domains.returns.shapes import CarriageTerms, Looked, RefundReason, ReturnState
from tijara.domains.returns.testing import make_paid_order, make_return
from tijara.kit.actor import SYSTEM
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.models import Event
from tijara.platform.outbox.relay import Relay

pytestmark = pytest.mark.django_db
COSTS = 2300


def charged(*, is_invoiced=False):
    order = make_paid_order(PaymentMethod.CARD)
    if is_invoiced:
        deliver_facts()
    seller_id, actor = order.seller_id, seller_actor(order.seller_id)
    set_carriage_terms(
        actor=SYSTEM,
        market_id=markets_of([seller_id])[seller_id],
        terms=CarriageTerms(charge_minor=COSTS),
    )
    told = make_return(order, state=ReturnState.APPROVED, reason=RefundReason.CHANGED_MIND)
    which = {"actor": actor, "seller_id": seller_id, "return_id": told.id}
    today, working = pickup_days(seller_id)
    arrange_pickup(**which, carrier="أرامكس", day=working.after(today, 1))
    receive_return(**which)
    looked = {each.line.id: Looked(each.quantity, each.quantity) for each in told.lines}
    inspect_return(**which, looked=looked)
    refund_return(**which)
    return order, told


def deliver_facts():
    while Relay().deliver_pending():
        pass


def faults():
    deliver_facts()
    return {one.code: one.faults for one in run_proofs() if one.faults}


def test_the_note_says_what_was_taken_off_with_the_tax_in_it():
    order, told = charged()
    assert faults() == {}
    invoice, *notes = invoices_of_order(order.seller_id, order.id)
    note = next(one for one in notes if one.kind is InvoiceKind.DEBIT_NOTE)
    content = note.content
    assert (content.total.minor, content.about_number) == (COSTS, invoice.number)
    taxed = invoice.is_taxed
    assert content.tax.minor == (COSTS * 1500 + 5750) // 11500 * taxed
    assert content.net + content.tax == content.total
    assert content.payment_method == "withheld" and "مرتجع" in content.reason


def test_told_twice_there_is_one_and_what_was_left_out_is_written():
    order, told = charged()
    which = {"seller_id": order.seller_id, "order_id": order.id}
    ids = {issue_carriage_note(actor=SYSTEM, **which, return_id=told.id) for _ in range(2)}
    assert len(ids) == 1
    deliver_facts()
    again, other = charged(is_invoiced=True)
    Event.objects.filter(name="returns.carriage_charged.v1", delivered_at=None).delete()
    deliver_facts()
    assert (again.seller_id, again.id, other.id) in missing_invoices()
    assert issue_missing_invoices(actor=SYSTEM) == 1
    assert faults() == {}


def test_a_reduced_price_without_its_credit_note_is_found_and_written():
    order = make_paid_order(PaymentMethod.CARD)
    deliver_facts()
    reduction = reduce_price(actor=SYSTEM, order=order, amount_minor=1000)
    Event.objects.filter(name="returns.goods_refunded.v1", delivered_at=None).delete()
    deliver_facts()
    assert missing_invoices() == [(order.seller_id, order.id, reduction)]
    assert issue_missing_invoices(actor=SYSTEM) == 1
    assert missing_invoices() == [] and "invoicing.issued_proof" not in faults()
