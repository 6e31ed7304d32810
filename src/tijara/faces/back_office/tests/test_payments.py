"""Transfers are approved and rejected, refunds recorded, notices looked into: by staff alone."""

from io import BytesIO

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.queries import recent_messages
from tijara.domains.payments.actions import keep_notice, open_refund, upload_receipt
from tijara.domains.payments.queries import charge_by_id, notices, refunds_of_charge
from tijara.domains.payments.shapes import (
    OFFERED,
    ChargeState,
    NoticeState,
    PaymentMethod,
    ReceiptState,
    RefundState,
)
from tijara.domains.payments.testing import make_charge, open_attempt, refund_of
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audit.models import AuditEntry
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db(transaction=True)
PICTURE = b"\x89PNG\r\n\x1a\n" + b"0" * 200


@pytest.fixture
def transfer(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    market = make_market(
        payment_methods=OFFERED,
        bank_iban="SA0380000000608010167519",
        bank_name="مصرف",
        bank_holder="شركة",
    )
    return make_charge(None, 34900, market_id=market.id, method=PaymentMethod.BANK_TRANSFER)


@pytest.fixture
def receipt_id(transfer):
    given = {"buyer_id": transfer.buyer_id, "charge_id": transfer.id}
    return upload_receipt(actor=SYSTEM, content=BytesIO(PICTURE), **given)


def read(staff, path: str) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def test_a_receipt_waits_until_staff_approve_what_the_bank_shows(staff, transfer, receipt_id):
    assert transfer.reference in read(staff, "/office/payments?state=check")
    page = f"/office/payments/{transfer.id}"
    assert "هل وصل التحويل" in read(staff, page)
    for received, reference in (("348", "FT1"), ("349.00", ""), ("xyz", "FT1"), ("34900", "FT1")):
        answer = staff.post(f"{page}/approval", {"received": received, "bank_reference": reference})
        assert answer.status_code == 422
    assert charge_by_id(transfer.id).state is ChargeState.OPEN
    told = {"received": "٣٤٩٫٠٠", "bank_reference": "FT2611250001"}
    assert staff.post(f"{page}/approval", told).status_code == 303
    paid = charge_by_id(transfer.id)
    assert (paid.state, paid.receipts[0].state) == (ChargeState.PAID, ReceiptState.APPROVED)
    assert staff.post(f"{page}/approval", told).status_code == 303
    names = Event.objects.filter(owner_id=transfer.buyer_id).values_list("name", flat=True)
    assert list(names) == ["payments.charge_paid.v1"]
    assert AuditEntry.objects.filter(action="payments.approve_transfer").count() == 1
    kinds = [one.kind for one in recent_messages()]
    assert kinds == ["payments.transfer_received", "payments.transfer_due"]


def test_a_payment_that_is_looked_for_is_nowhere_called_unpaid(staff, transfer, receipt_id):
    """On its own page as in the lists; until its receipt is rejected."""
    pages = (f"/office/payments/{transfer.id}", "/office/payments?state=open")
    found = f"/office/find?q={transfer.reference}"
    for path in (*pages, found):
        shown = read(staff, path)
        assert "بانتظار مطابقة البنك" in shown, path
        assert ">لم يُدفع بعد</span>" not in shown, path
    staff.post(f"{pages[0]}/receipts/{receipt_id}/rejection", {"reason": "not_arrived"})
    assert all(">لم يُدفع بعد</span>" in read(staff, path) for path in (*pages, found))


def test_a_payment_whose_gateway_is_silent_is_said_to_be_asked_for(staff, transfer):
    open_attempt(transfer, last_error="503")
    shown = read(staff, f"/office/payments/{transfer.id}")
    assert "نسأل بوابة الدفع" in shown and ">لم يُدفع بعد</span>" not in shown
    assert "نسأل بوابة الدفع" in read(staff, "/office/payments")


def test_a_rejected_receipt_is_told_of_and_another_may_come(staff, transfer, receipt_id):
    page = f"/office/payments/{transfer.id}"
    address = f"{page}/receipts/{receipt_id}/rejection"
    assert staff.post(address, {"reason": "no such"}).status_code == 303
    assert charge_by_id(transfer.id).is_waiting_for_staff
    staff.post(address, {"reason": "wrong_amount", "note": "<b>أرسلت ٣٠٠</b>"})
    rejected = charge_by_id(transfer.id).receipts[0]
    assert (rejected.state, rejected.reason) == (ReceiptState.REJECTED, "wrong_amount")
    letter = recent_messages(1)[0]
    assert letter.kind == "payments.transfer_rejected" and "/pay/" in letter.text
    assert "<b>" not in letter.html
    assert "&lt;b&gt;" in read(staff, page)
    given = {"buyer_id": transfer.buyer_id, "charge_id": transfer.id}
    upload_receipt(actor=SYSTEM, content=BytesIO(PICTURE), **given)
    assert charge_by_id(transfer.id).is_waiting_for_staff


def test_a_receipt_is_handed_out_as_a_file_and_never_shown(staff, person, transfer, receipt_id):
    address = f"/office/payments/{transfer.id}/receipts/{receipt_id}"
    answer = staff.get(address)
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Type"] == "application/octet-stream"
    assert b"".join(answer.streaming_content) == PICTURE
    assert person.get(address).status_code == 403
    assert staff.get(f"/office/payments/{transfer.id}/receipts/{new_id()}").status_code == 404


def test_money_that_staff_gave_back_is_written_down_once(staff, transfer):
    given = refund_of(transfer)
    open_refund(actor=SYSTEM, buyer_id=transfer.buyer_id, refund=given)
    (due,) = refunds_of_charge(transfer.buyer_id, transfer.id)
    assert given.number in read(staff, "/office/refunds?state=due")
    address, key = "/office/refunds/batch", f"{transfer.buyer_id}.{due.id}"
    refused = staff.post(address, {f"reference-{key}": " ", "only": key})
    assert given.number in refused.content.decode()
    assert staff.post(address, {f"reference-{key}": " "}).status_code == 303
    assert refunds_of_charge(transfer.buyer_id, transfer.id)[0].state is RefundState.DUE
    assert staff.post(address, {f"reference-{key}": "FT77"}).status_code == 303
    assert "FT77" not in staff.post(address, {f"reference-{key}": "FT77"}).headers
    (paid,) = refunds_of_charge(transfer.buyer_id, transfer.id)
    assert (paid.state, paid.bank_reference) == (RefundState.PAID, "FT77")
    assert Event.objects.filter(name="payments.refund_paid.v1").count() == 1
    elsewhere = f"reference-{new_id()}.{due.id}"
    assert staff.post(address, {elsewhere: "FT78"}).status_code == 303
    assert refunds_of_charge(transfer.buyer_id, transfer.id)[0].bank_reference == "FT77"


def test_notices_are_shown_and_only_good_ones_looked_into_again(staff):
    keep_notice(actor=SYSTEM, gateway="moyasar", body=b'{"a": "<script>"}', headers={})
    (kept,) = notices().items
    shown = read(staff, "/office/notices")
    assert "مزوّر" in shown and "<script>" not in shown
    assert staff.post(f"/office/notices/{kept.id}/replay").status_code == 303
    assert notices().items[0].state is NoticeState.FORGED
    assert read(staff, "/office/notices?state=waiting")


def test_payments_are_found_by_reference_and_by_order(staff, transfer):
    number = transfer.parts[0].number
    for text in (transfer.reference[:5].lower(), number):
        assert str(transfer.id) in read(staff, f"/office/payments?q={text}")
    assert str(transfer.id) not in read(staff, "/office/payments?q=%25")
    assert str(transfer.id) not in read(staff, "/office/payments?state=paid")
    assert staff.get(f"/office/payments/{new_id()}").status_code == 404
