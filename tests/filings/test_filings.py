"""Electronic documents: written with the invoice, chained, sent until answered, mended."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from django.db import connection

from tijara.domains.invoicing.actions import (
    AuthorityUnreachable,
    EnrolmentRefused,
    NotRejected,
    NotWaiting,
    UnitInvalid,
    correct_filing,
    issue_invoice,
    issue_or_hold,
    print_invoices,
    reseal_units,
    retry_filing,
    send_filings,
    withdraw_unit,
)
from tijara.domains.invoicing.models import Filing, Held, Invoice, InvoicePrint, Series, Unit
from tijara.domains.invoicing.queries import (
    all_filings,
    document_of,
    filing,
    held_papers,
    invoice,
    invoices_of_order,
    pdf_of,
    unit_of,
)
from tijara.domains.invoicing.rules import next_pause
from tijara.domains.invoicing.shapes import FilingState, InvoiceKind, UnitState
from tijara.domains.invoicing.testing import (
    FACTS,
    IDENTITY,
    let_filings_wait_no_longer,
    make_invoice,
    make_registered_seller,
    make_taxed_order,
)
from tijara.domains.orders.shapes import CompanyBuyer
from tijara.domains.parties.actions import declare_identity
from tijara.domains.parties.testing import REGISTERED, make_seller, seller_actor
from tijara.domains.returns.actions import refund_order
from tijara.domains.returns.shapes import RefundReason
from tijara.kit.actor import SYSTEM
from tijara.platform.action import NotAllowed
from tijara.providers.zatca import qr
from tijara.providers.zatca.simulator.faults import Fault
from tijara.providers.zatca.simulator.server import TRIALS

from .conftest import STAFF, enrol, faults, send, standing

pytestmark = pytest.mark.django_db(transaction=True)


class TestWriting:
    def test_an_invoice_has_its_document_in_the_same_commit(self, seller_id, authority):
        written = make_invoice(seller_id)
        told = filing(seller_id, written.filed.id)
        assert (told.state, told.counter) == (FilingState.WAITING, 1)
        assert 9 in qr.fields(written.qr)
        assert send() == 1
        assert standing(seller_id, written.id).state is FilingState.ACCEPTED
        assert faults() == {}

    def test_a_credit_note_follows_its_invoice_in_the_row(self, seller_id):
        placed = make_taxed_order(seller_id)
        refund_id = refund_order(
            actor=SYSTEM,
            seller_id=seller_id,
            order_id=placed.order_id,
            reason=RefundReason.OTHER,
            restock=False,
        )
        issue_or_hold(
            actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id, refund_id=refund_id
        )
        first, second = invoices_of_order(seller_id, placed.order_id)
        assert [filing(seller_id, one.filed.id).counter for one in (first, second)] == [1, 2]
        assert send() == 2
        assert {one.state for one in all_filings().items} == {FilingState.ACCEPTED}

    def test_what_a_company_buys_is_cleared(self, seller_id, authority):
        company = CompanyBuyer("شركة الواحة", "311111111100003", str(REGISTERED), place=REGISTERED)
        written = make_invoice(seller_id, company=company)
        assert (written.kind, written.number) == (InvoiceKind.FULL_INVOICE, "INV-B-000001")
        assert written.filed.needs_clearance
        assert send() == 1
        assert authority.asked[-1] == "/invoices/clearance/single"
        assert standing(seller_id, written.id).state is FilingState.ACCEPTED
        assert "شركة الواحة" in document_of(seller_id, written.filed.id)
        assert faults() == {}

    def test_without_an_authority_it_is_as_before(self):
        written = make_invoice()
        assert written.filed is None and not Filing.objects.exists()
        assert set(qr.fields(written.qr)) == {1, 2, 3, 4, 5}

    def test_races_make_no_gap_and_no_fork(self, seller_id):
        orders = [make_taxed_order(seller_id) for _ in range(8)]

        def issue(placed):
            try:
                issue_invoice(actor=SYSTEM, seller_id=seller_id, order_id=placed.order_id)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as rivals:
            list(rivals.map(issue, [*orders, *orders]))
        assert Unit.objects.get(seller_id=seller_id).counter == 8
        assert faults() == {}
        assert send() == 8
        assert {one.state for one in all_filings().items} == {FilingState.ACCEPTED}

    def test_what_would_be_turned_away_gets_no_number(self, seller_id):
        placed = make_taxed_order(seller_id)
        nameless = replace(IDENTITY, registration_number="")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=nameless)
        issue = {"seller_id": seller_id, "order_id": placed.order_id}
        assert issue_or_hold(actor=SYSTEM, **issue) is None
        assert issue_or_hold(actor=SYSTEM, **issue) is None
        assert not Invoice.objects.exists() and not Series.objects.filter(last__gt=0).exists()
        assert "BR-KSA-08" in {one.rule for one in held_papers()[0].remarks}
        assert faults() == {}
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=IDENTITY)
        assert issue_or_hold(actor=SYSTEM, **issue) is not None
        assert not Held.objects.exists() and Series.objects.get(seller_id=seller_id).last == 1

    def test_keys_that_nothing_opens_hold_it_back(self, seller_id):
        Unit.objects.filter(seller_id=seller_id).update(sealed="1.00000000.AAAA")
        placed = make_taxed_order(seller_id)
        issue = {"seller_id": seller_id, "order_id": placed.order_id}
        assert issue_or_hold(actor=SYSTEM, **issue) is None
        assert held_papers()[0].remarks[0].rule == "keys"
        enrol(seller_id)
        assert issue_or_hold(actor=SYSTEM, **issue) is not None


class TestSending:
    @pytest.mark.parametrize("fault", [Fault.ERROR, Fault.SILENT, Fault.GARBAGE, Fault.BUSY])
    def test_silence_is_asked_again_later(self, seller_id, authority, fault):
        written = make_invoice(seller_id)
        authority.faults.order(fault)
        assert send() == 0
        told = standing(seller_id, written.id)
        assert (told.state, told.attempts) == (FilingState.WAITING, 1)
        assert told.retry_at > told.written_at and told.last_error
        assert send_filings(actor=SYSTEM) == 0
        assert send() == 1

    def test_an_outage_of_a_day_loses_nothing_and_asks_once_a_round(self, seller_id, authority):
        for _ in range(3):
            make_invoice(seller_id)
        authority.faults.outage = True
        asked = len(authority.asked)
        for _ in range(4):
            assert send() == 0
        assert len(authority.asked) - asked == 4
        authority.faults.outage = False
        assert send() == 3
        assert faults() == {}

    def test_who_dies_before_writing_the_answer_down_sends_the_same_again(
        self, seller_id, authority
    ):
        written = make_invoice(seller_id)
        authority.faults.order(Fault.LOST)
        assert send() == 0
        trusted = next(unit for unit in authority.units.values() if unit.is_trusted)
        assert len(trusted.accepted) == 1
        assert send() == 1
        assert standing(seller_id, written.id).state is FilingState.ACCEPTED
        assert len(trusted.accepted) == 1

    def test_two_workers_send_each_document_once(self, seller_id, authority):
        for _ in range(6):
            make_invoice(seller_id)
        let_filings_wait_no_longer()

        def work(_):
            try:
                return send_filings(actor=SYSTEM)
            finally:
                connection.close()

        with ThreadPoolExecutor(2) as workers:
            assert sum(workers.map(work, range(2))) == 6
        assert authority.asked.count("/invoices/reporting/single") == 6

    def test_warnings_are_kept(self, seller_id, authority):
        written = make_invoice(seller_id)
        authority.faults.order(Fault.WARN)
        send()
        told = standing(seller_id, written.id)
        assert told.state is FilingState.WARNED and told.warnings[0].rule == "BR-KSA-98"

    def test_keys_that_are_not_known_any_more_are_seen_at_the_desk(self, seller_id, authority):
        make_invoice(seller_id)
        authority.faults.order(Fault.STRANGER)
        assert send() == 0
        assert unit_of(seller_id).trouble == "keys_refused"
        assert send() == 1
        assert unit_of(seller_id).trouble == ""

    def test_staff_need_not_wait(self, seller_id, authority):
        written = make_invoice(seller_id)
        authority.faults.order(Fault.ERROR)
        send()
        retry_filing(actor=STAFF, seller_id=seller_id, filing_id=written.filed.id)
        assert send_filings(actor=SYSTEM) == 1
        with pytest.raises(NotWaiting):
            retry_filing(actor=STAFF, seller_id=seller_id, filing_id=written.filed.id)

    def test_pauses_grow_and_end_at_a_quarter_of_an_hour(self):
        pauses = [next_pause(attempts).total_seconds() for attempts in range(1, 20)]
        assert pauses == sorted(pauses) and pauses[0] == 20 and pauses[-1] == 900


class TestMending:
    def test_a_rejected_one_is_replaced_and_the_chain_goes_on(self, seller_id, authority):
        first = make_invoice(seller_id)
        authority.faults.order(Fault.REJECT)
        send()
        rejected = standing(seller_id, first.id)
        assert rejected.state is FilingState.REJECTED and rejected.errors[0].rule == "BR-KSA-08"
        second = make_invoice(seller_id)
        moved = replace(IDENTITY, registration_number="1010551299")
        declare_identity(actor=SYSTEM, seller_id=seller_id, identity=moved)
        new = correct_filing(actor=STAFF, seller_id=seller_id, filing_id=rejected.id)
        assert send() == 2
        told = filing(seller_id, new)
        assert (told.state, told.counter, told.number) == (
            FilingState.ACCEPTED,
            3,
            first.number,
        )
        assert "1010551299" in document_of(seller_id, new)
        assert filing(seller_id, rejected.id).state is FilingState.CORRECTED
        assert standing(seller_id, second.id).counter == 2
        assert invoice(seller_id, first.id).number == first.number
        assert faults() == {}
        with pytest.raises(NotRejected):
            correct_filing(actor=STAFF, seller_id=seller_id, filing_id=rejected.id)

    def test_what_needs_clearance_is_printed_only_with_the_stamp(
        self, seller_id, settings, tmp_path
    ):
        settings.MEDIA_ROOT = tmp_path
        written = make_invoice(seller_id)
        Filing.objects.update(needs_clearance=True)
        assert print_invoices(actor=SYSTEM) == 0
        send()
        assert standing(seller_id, written.id).state is FilingState.ACCEPTED
        assert print_invoices(actor=SYSTEM) == 1
        assert pdf_of(invoice(seller_id, written.id)) is not None
        assert InvoicePrint.objects.get(seller_id=seller_id).attempts == 1


class TestEnrolling:
    def test_a_wrong_code_leaves_nothing(self, authority):
        seller_id = make_registered_seller()
        with pytest.raises(EnrolmentRefused) as refusal:
            enrol(seller_id, given={"code": "000000"})
        assert "Invalid-OTP" in refusal.value.facts["said"]
        assert unit_of(seller_id) is None

    def test_what_broke_off_goes_on_without_a_new_code(self, authority):
        seller_id = make_registered_seller()
        authority.faults.order(Fault.SILENT, 0)
        real = authority._take

        def broken(*given):
            authority._take = real
            return 503, {}

        authority._take = broken
        with pytest.raises(AuthorityUnreachable):
            enrol(seller_id)
        assert unit_of(seller_id).state is UnitState.BEGUN
        assert make_invoice(seller_id).filed is None
        enrol(seller_id, given={})
        assert unit_of(seller_id).state is UnitState.READY
        assert authority.asked.count("/compliance") == 1
        assert authority.asked.count("/compliance/invoices") == TRIALS + 1

    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"facts": replace(FACTS, postcode="12")}, "postcode"),
            ({"authority": "nobody"}, "authority"),
            ({"fields": {"environment": "moon"}}, "environment"),
        ],
    )
    def test_what_can_not_be_is_named(self, authority, changes, field):
        with pytest.raises(UnitInvalid) as refusal:
            enrol(make_registered_seller(), **changes)
        assert field in refusal.value.fields

    def test_secrets_are_sealed_and_sealed_anew(self, seller_id, settings):
        kept = Unit.objects.get(seller_id=seller_id)
        everything = " ".join(str(value) for value in vars(kept).values())
        assert "PRIVATE KEY" not in everything and "token" not in everything
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another secret of this installation, long enough"
        assert reseal_units(actor=SYSTEM).renewed == 1
        settings.SECRET_KEY_FALLBACKS = []
        make_invoice(seller_id)
        assert send() == 1

    def test_keys_are_renewed_and_the_chain_goes_on(self, seller_id, authority):
        make_invoice(seller_id)
        before = Unit.objects.get(seller_id=seller_id).sealed
        with pytest.raises(EnrolmentRefused):
            enrol(seller_id, given={"code": "000000"})
        assert Unit.objects.get(seller_id=seller_id).sealed == before
        enrol(seller_id)
        assert Unit.objects.get(seller_id=seller_id).sealed != before
        written = make_invoice(seller_id)
        assert filing(seller_id, written.filed.id).counter == 2
        assert send() == 2 and faults() == {}

    def test_a_fact_is_mended_without_a_code(self, seller_id, authority):
        enrol(seller_id, facts=replace(FACTS, street="شارع الثميري"), given={})
        assert "شارع الثميري" in document_of(seller_id, make_invoice(seller_id).filed.id)
        assert authority.asked.count("/compliance") == 1

    def test_withdrawn_it_writes_no_more_and_what_waits_is_sent(self, seller_id):
        make_invoice(seller_id)
        withdraw_unit(actor=STAFF, seller_id=seller_id)
        assert make_invoice(seller_id).filed is None
        assert send() == 1
        enrol(seller_id)
        assert filing(seller_id, make_invoice(seller_id).filed.id).counter == 1
        assert faults() == {}

    def test_only_staff_may(self, seller_id):
        written = make_invoice(seller_id)
        seller = seller_actor(seller_id)
        for do, given in (
            (withdraw_unit, {}),
            (retry_filing, {"filing_id": written.filed.id}),
            (correct_filing, {"filing_id": written.filed.id}),
        ):
            with pytest.raises(NotAllowed):
                do(actor=seller, seller_id=seller_id, **given)
        assert filing(make_seller(), written.filed.id) is None
