"""A market pays its sellers by one order to the bank: two people, one file, and its answers."""

import io
from datetime import timedelta
from importlib.resources import files

import pytest
import xmlschema
from django.db import IntegrityError, transaction
from hypothesis import strategies as some

from tijara.domains.accounts.actions import create_account
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.parties.actions import add_member, suspend_seller
from tijara.domains.parties.queries import markets_of
from tijara.domains.parties.testing import make_seller
from tijara.domains.returns.testing import make_paid_order
from tijara.domains.settlements.actions import (
    AnswerInvalid,
    BankReportOfAnother,
    BankReportUnreadable,
    MarketHasNoBank,
    NobodyToPay,
    RunDecided,
    RunInvalid,
    RunIsPrepared,
    RunNotBooked,
    RunUnknown,
    SamePerson,
    answer_transfers,
    decide_run,
    keep_bank_account,
    leave_out_transfer,
    order_transfers,
    prepare_run,
    read_bank_report,
    return_transfer,
    write_bank_file,
)
from tijara.domains.settlements.models import PayoutRun, PayoutTransfer
from tijara.domains.settlements.queries import (
    funds_of,
    last_payout,
    latest_transfers,
    payable,
    payout,
    payouts_of_seller,
    run,
    runs,
    statement,
    transfers_of_run,
)
from tijara.domains.settlements.shapes import (
    BankAnswer,
    BankForm,
    LeftOut,
    RunState,
    TransferState,
)
from tijara.domains.settlements.testing import (
    IBAN,
    bank_day,
    make_owed_seller,
    make_run,
    make_staff,
    pay_out,
)
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audits import run_proofs
from tijara.platform.outbox.relay import Relay

OWED = 22355
SCHEMA = xmlschema.XMLSchema(str(files("sepaxml") / "schemas" / "pain.001.001.09.xsd"))
PLAIN_IBAN = IBAN.replace(" ", "")
XML_TEXT = some.text(
    some.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), min_size=1, max_size=140
)
REPORT = """<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt>
<GrpHdr><MsgId>BANK-1</MsgId><CreDtTm>2026-11-26T10:00:00</CreDtTm></GrpHdr>
<OrgnlGrpInfAndSts><OrgnlMsgId>{code}</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>
{group}</OrgnlGrpInfAndSts>{told}</CstmrPmtStsRpt></Document>"""
TOLD = """<OrgnlPmtInfAndSts><OrgnlPmtInfId>{code}</OrgnlPmtInfId><TxInfAndSts>
<OrgnlEndToEndId>{reference}</OrgnlEndToEndId><TxSts>{status}</TxSts>
<StsRsnInf><Rsn><Cd>{reason}</Cd></Rsn><AddtlInf>حساب مغلق</AddtlInf></StsRsnInf>
<AcctSvcrRef>FT26330-7</AcctSvcrRef></TxInfAndSts></OrgnlPmtInfAndSts>"""


def the_transfer(run_id):
    return transfers_of_run(run_id).items[0]


def in_their_order(run_id):
    """As they are ordered."""
    rows = PayoutTransfer.objects.filter(run_id=run_id)
    return list(rows.order_by("proposed_at", "id"))


def answered(run_id, *answers, actor=None):
    seller_id = the_transfer(run_id).seller_id
    return answer_transfers(
        actor=actor or make_staff(), run_id=run_id, answers=answers, paid_on=bank_day(seller_id)
    )


def report(run_id, status="ACSC", reason="AC04"):
    code = run(run_id).code
    told = "".join(
        TOLD.format(code=code, reference=one.id.hex, status=status, reason=reason)
        for one in transfers_of_run(run_id).items
    )
    return io.BytesIO(REPORT.format(code=code, group="", told=told).encode())


def kinds(seller_id):
    return [(line.kind, line.amount.minor) for line in statement(seller_id).lines.items]


def faults():
    found = {one.code: one.faults for one in run_proofs() if one.faults}
    return {code: told for code, told in found.items() if not code.startswith("invoicing.")}


@pytest.mark.django_db
class TestPreparing:
    def test_takes_all_that_active_sellers_with_an_account_are_owed(self):
        seller_id = make_owed_seller()
        make_paid_order()
        run_id = make_run(seller_id, is_approved=False)
        told = run(run_id)
        assert (told.state, told.count, told.total.minor) == (RunState.PREPARED, 1, OWED)
        assert told.code == "SA-000001"
        assert the_transfer(run_id).state is TransferState.PROPOSED
        assert payable(seller_id).minor == OWED
        assert [one.id for one in runs().items] == [run_id]

    def test_again_with_the_same_id_is_nothing_new(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        prepare_run(
            actor=make_staff(),
            run_id=run_id,
            market_id=markets_of([seller_id])[seller_id],
            pay_on=bank_day(seller_id),
        )
        assert run(run_id).count == 1

    def test_is_refused_for_a_day_that_is_over(self):
        seller_id = make_owed_seller()
        with pytest.raises(RunInvalid):
            prepare_run(
                actor=make_staff(),
                run_id=new_id(),
                market_id=markets_of([seller_id])[seller_id],
                pay_on=bank_day(seller_id) - timedelta(days=1),
            )

    def test_is_refused_where_the_market_has_no_bank_or_another_one_waits(self):
        seller_id = make_owed_seller()
        given = {"market_id": markets_of([seller_id])[seller_id], "pay_on": bank_day(seller_id)}
        with pytest.raises(MarketHasNoBank):
            prepare_run(actor=make_staff(), run_id=new_id(), **given)
        make_run(seller_id, is_approved=False)
        with pytest.raises(RunIsPrepared):
            prepare_run(actor=make_staff(), run_id=new_id(), **given)

    def test_is_refused_where_nobody_is_owed(self):
        with pytest.raises(NobodyToPay):
            make_run(make_seller())

    def test_the_suspended_wait(self):
        seller_id = make_owed_seller()
        suspend_seller(actor=make_staff(), seller_id=seller_id, reason="أوراق ناقصة")
        with pytest.raises(NobodyToPay):
            make_run(seller_id)


@pytest.mark.django_db
class TestApproving:
    def test_takes_two_people(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        preparer = make_staff()
        PayoutRun.objects.filter(id=run_id).update(prepared_by=preparer.person_id)
        with pytest.raises(SamePerson):
            decide_run(actor=preparer, run_id=run_id, is_approved=True)
        with pytest.raises(IntegrityError), transaction.atomic():
            PayoutRun.objects.filter(id=run_id).update(approved_by=preparer.person_id)
        assert payable(seller_id).minor == OWED

    def test_takes_the_money_off_the_account_once(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id)
        assert payable(seller_id).minor == 0
        assert the_transfer(run_id).state is TransferState.ORDERED
        assert [one.amount.minor for one in latest_transfers(seller_id)] == [OWED]
        assert kinds(seller_id)[0] == ("payout_ordered", -OWED)
        assert order_transfers(actor=SYSTEM) == 0
        with pytest.raises(RunDecided):
            decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        assert faults() == {}

    def test_on_a_later_day_is_paid_that_day(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        day = bank_day(seller_id)
        PayoutRun.objects.filter(id=run_id).update(pay_on=day - timedelta(days=3))
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        assert run(run_id).pay_on == day

    def test_an_account_that_was_changed_meanwhile_is_left_out(self):
        """Whoever prepared the run has not seen it."""
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder="آخر", iban=IBAN)
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        order_transfers(actor=SYSTEM)
        left = the_transfer(run_id)
        assert (left.state, left.reason) == (TransferState.LEFT_OUT, LeftOut.ACCOUNT_CHANGED)
        assert payable(seller_id).minor == OWED

    def test_who_is_owed_less_by_then_is_left_out(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        pay_out(seller_id, 1)
        decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        order_transfers(actor=SYSTEM)
        assert the_transfer(run_id).reason == LeftOut.OWED_LESS
        with pytest.raises(RunNotBooked):
            write_bank_file(actor=make_staff(), run_id=run_id, form=BankForm.XML)
        assert faults() == {}

    def test_staff_leave_one_out_or_give_the_run_up(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id, is_approved=False)
        transfer = the_transfer(run_id)
        given = {"run_id": run_id, "seller_id": seller_id, "transfer_id": transfer.id}
        assert leave_out_transfer(actor=make_staff(), **given)
        assert not leave_out_transfer(actor=make_staff(), **given)
        assert run(run_id).count == 0
        decide_run(actor=make_staff(), run_id=run_id, is_approved=False)
        with pytest.raises(RunDecided):
            decide_run(actor=make_staff(), run_id=run_id, is_approved=True)
        second = make_run(seller_id)
        assert run(second).code == "SA-000002"

    def test_one_that_is_not_there_is_not_found(self):
        with pytest.raises(RunUnknown):
            decide_run(actor=make_staff(), run_id=new_id(), is_approved=True)


@pytest.mark.django_db
class TestAnswers:
    def test_paid(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id)
        assert read_bank_report(actor=make_staff(), run_id=run_id, file=report(run_id)) == 1
        paid = payout(seller_id, the_transfer(run_id).id)
        assert (paid.amount.minor, paid.bank_reference) == (OWED, "FT26330-7")
        assert statement(seller_id).lines.items[0].bank_reference == "FT26330-7"
        assert run(run_id).open == 0
        assert read_bank_report(actor=make_staff(), run_id=run_id, file=report(run_id)) == 0
        assert faults() == {}

    def test_refused_by_the_bank(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id)
        file = report(run_id, "RJCT")
        assert read_bank_report(actor=make_staff(), run_id=run_id, file=file) == 1
        failed = the_transfer(run_id)
        assert (failed.state, failed.reason) == (TransferState.FAILED, "AC04 حساب مغلق")
        assert payable(seller_id).minor == OWED
        assert kinds(seller_id)[0] == ("payout_failed", OWED)
        assert latest_transfers(seller_id)[0].id == failed.id
        assert faults() == {}

    def test_a_late_no_does_not_undo_a_yes(self):
        run_id = make_run(make_owed_seller())
        assert answered(run_id, BankAnswer("", is_paid=True)) == 1
        assert answered(run_id, BankAnswer("", is_paid=False, reason="late")) == 0
        assert the_transfer(run_id).state is TransferState.PAID

    def test_what_is_under_way_stays_so(self):
        run_id = make_run(make_owed_seller())
        file = report(run_id, "ACSP")
        assert read_bank_report(actor=make_staff(), run_id=run_id, file=file) == 0
        assert run(run_id).open == 1

    def test_came_back_after_it_was_paid(self):
        seller_id = make_owed_seller()
        run_id = make_run(seller_id)
        answered(run_id, BankAnswer("", is_paid=True))
        given = {"seller_id": seller_id, "transfer_id": the_transfer(run_id).id}
        with pytest.raises(AnswerInvalid):
            return_transfer(actor=make_staff(), reason=" ", **given)
        assert return_transfer(actor=make_staff(), reason="الحساب مغلق", **given)
        assert not return_transfer(actor=make_staff(), reason="الحساب مغلق", **given)
        assert payable(seller_id).minor == OWED
        assert faults() == {}
        told = run(run_id)
        assert (told.paid.minor, told.back.minor) == (0, OWED)
        (gone,) = payouts_of_seller(seller_id).items
        assert gone.came_back_at and gone.reason == "الحساب مغلق"
        assert last_payout(seller_id) is None and funds_of(seller_id).paid.minor == 0
        second = make_run(seller_id)
        answered(second, BankAnswer("", is_paid=True))
        assert payable(seller_id).minor == 0
        assert last_payout(seller_id).id == the_transfer(second).id
        assert funds_of(seller_id).paid.minor == OWED
        assert (run(second).paid.minor, run(second).back.minor) == (OWED, 0)
        assert faults() == {}

    def test_the_sellers_people_are_told(self):
        seller_id = make_owed_seller()
        person = create_account(
            actor=SYSTEM, email="owner@example.com", phone="", name="صالح", password=""
        )
        add_member(actor=SYSTEM, seller_id=seller_id, person_id=person, role="owner")
        answered(make_run(seller_id), BankAnswer("", is_paid=False, reason="AC01"))
        Relay().deliver_pending()
        assert "settlements.came_back" in [one.kind for one in recent_messages(limit=10)]

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"not xml",
            b"<Document/>",
            b'<!DOCTYPE a [<!ENTITY b "c">]><Document>&b;</Document>',
            b"\xff\xfe\x00",
        ],
    )
    def test_a_file_that_is_no_report_moves_nothing(self, content):
        run_id = make_run(make_owed_seller())
        with pytest.raises(BankReportUnreadable):
            read_bank_report(actor=make_staff(), run_id=run_id, file=io.BytesIO(content))
        assert run(run_id).open == 1

    def test_a_report_of_another_run_moves_nothing(self):
        run_id = make_run(make_owed_seller())
        other = REPORT.format(code="SA-999999", group="<GrpSts>RJCT</GrpSts>", told="")
        with pytest.raises(BankReportOfAnother):
            read_bank_report(actor=make_staff(), run_id=run_id, file=io.BytesIO(other.encode()))
        assert run(run_id).open == 1
