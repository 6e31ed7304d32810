"""Staff pay sellers by runs: one prepares, another approves, and the bank answers."""

import re
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tijara.domains.settlements.actions import keep_bank_account
from tijara.domains.settlements.queries import payable, runs, transfers_of_run
from tijara.domains.settlements.shapes import RunState, TransferState
from tijara.domains.settlements.testing import IBAN, make_owed_seller, make_run
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.audit.models import AuditEntry

from .conftest import signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def seller_id():
    return make_owed_seller(make_store().seller_id)


def shown(staff, path):
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


def transfer(run_id):
    return transfers_of_run(run_id).items[0]


def of_one(run_id):
    one = transfer(run_id)
    return f"/office/payout-runs/{run_id}/sellers/{one.seller_id}/{one.id}"


def test_a_day_that_was_left_out_is_asked_for(staff, seller_id):
    given = {"market": "sa", "pay_on": "", "least": "100"}
    answer = staff.post(f"/office/payout-runs/{new_id()}/preparation", given)
    assert answer.status_code == 422 and "املأ هذه الخانة" in answer.content.decode()


def test_from_the_form_to_the_banks_answer(staff, seller_id):
    made = make_run(seller_id, is_approved=False)
    staff.post(f"/office/payout-runs/{made}/cancellation")
    page = shown(staff, "/office/payout-runs")
    action = re.search(r"/office/payout-runs/([0-9a-f-]{36})/preparation", page)
    day = re.search(r'value="([0-9]{4}-[0-9]{2}-[0-9]{2})"', page)[1]
    for _again in range(2):
        answer = staff.post(action[0], {"market": "sa", "pay_on": day, "least": "100"})
        assert answer.status_code == 303
    run_id = UUID(action[1])
    own = shown(staff, f"/office/payout-runs/{run_id}")
    assert "/approval" not in own and "223.55" in own
    assert staff.post(f"/office/payout-runs/{run_id}/approval").status_code == 409
    colleague = signed_in(is_operator=True)
    assert "payout-runs" in shown(colleague, "/office/")
    assert colleague.post(f"/office/payout-runs/{run_id}/approval").status_code == 303
    assert payable(seller_id).minor == 0
    file = staff.post(f"/office/payout-runs/{run_id}/file", {"form": "xml"})
    assert b"pain.001.001.09" in file.content
    assert file["Content-Disposition"] == 'attachment; filename="SA-000002.xml"'
    sheet = staff.post(f"/office/payout-runs/{run_id}/file", {"form": "csv"})
    assert b"SA0380000000608010167519" in sheet.content
    assert AuditEntry.objects.filter(action="settlements.write_bank_file").count() == 2
    paid = {"bank_reference": "FT7", "paid_on": day}
    assert staff.post(f"/office/payout-runs/{run_id}/answers", paid).status_code == 303
    assert transfer(run_id).state is TransferState.PAID
    assert "FT7" in shown(staff, "/office/payouts")


def test_a_refusal_and_a_return_are_written_down(staff, seller_id):
    run_id = make_run(seller_id)
    staff.post(of_one(run_id), {"answer": "failed", "reason": "AC04"})
    assert transfer(run_id).state is TransferState.FAILED
    assert "AC04" in shown(staff, f"/office/payout-runs/{run_id}")
    second = make_run(seller_id)
    today = transfer(second).moved_at.date().isoformat()
    staff.post(f"/office/payout-runs/{second}/answers", {"paid_on": today})
    refused = staff.post(of_one(second), {"answer": "returned", "reason": " "})
    assert refused.status_code == 422 and "-error" in refused.content.decode()
    assert "بنوك البائعين" not in shown(staff, "/office/sales")
    staff.post(of_one(second), {"answer": "returned", "reason": "الحساب مغلق"})
    assert "ما أعادته بنوك البائعين" in shown(staff, "/office/sales")
    assert transfer(second).state is TransferState.RETURNED
    assert payable(seller_id).minor == 22355
    told = shown(staff, f"/office/payout-runs/{second}")
    assert "رُفضت أو عادت" in told and "223.55" in told
    assert "عادت" in shown(staff, f"/office/sellers/{seller_id}/payout")
    back = shown(staff, "/office/payouts?view=failed")
    assert "AC04" in back and "الحساب مغلق" in back and "الحساب نفسه" in back
    assert back.index("الحساب مغلق") < back.index("AC04")
    keep_bank_account(actor=SYSTEM, seller_id=seller_id, holder="نحّاس", iban=IBAN)
    assert "حساب جديد بعدها" in shown(staff, "/office/payouts?view=failed")
    assert "AC04" not in shown(staff, "/office/payouts")


def test_nothing_that_came_back_is_said(staff, seller_id):
    assert "لم يعد شيء" in shown(staff, "/office/payouts?view=failed")


def test_one_is_left_out_before_the_approval(staff, seller_id):
    run_id = make_run(seller_id, is_approved=False)
    staff.post(of_one(run_id), {"answer": "left_out"})
    assert transfer(run_id).state is TransferState.LEFT_OUT
    assert runs().items[0].state is RunState.PREPARED


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"market": "sa", "pay_on": "2020-01-01"}, 422),
        ({"market": "sa", "pay_on": "soon"}, 422),
        ({"market": "sa", "pay_on": "2099-01-01", "least": "lots"}, 422),
        ({"market": "sa", "pay_on": "2099-01-01", "least": "99999"}, 409),
        ({"market": "nowhere", "pay_on": "2099-01-01"}, 409),
    ],
)
def test_what_can_not_be_prepared_is_said(staff, seller_id, given, status):
    staff.post(f"/office/payout-runs/{make_run(seller_id, is_approved=False)}/cancellation")
    answer = staff.post(f"/office/payout-runs/{new_id()}/preparation", given)
    assert answer.status_code == status
    assert len(runs().items) == 1


@pytest.mark.parametrize("content", [b"", b"<a", b"<Document/>"])
def test_a_report_that_is_none_changes_nothing(staff, seller_id, content):
    run_id = make_run(seller_id)
    told = {"report": SimpleUploadedFile("report.xml", content or b" ")}
    answer = staff.post(f"/office/payout-runs/{run_id}/answers", told)
    assert answer.status_code == 422 and 'id="report-error"' in answer.content.decode()
    assert transfer(run_id).state is TransferState.ORDERED


def test_no_report_and_no_day_are_asked_for_where_they_are_missing(staff, seller_id):
    run_id = make_run(seller_id)
    place = f"/office/payout-runs/{run_id}/answers"
    shown = staff.post(place, {"by": "report"}).content.decode()
    assert 'id="report-error"' in shown and 'id="f-paid_on-error"' not in shown
    shown = staff.post(place, {"bank_reference": "KEEP-7", "paid_on": ""}).content.decode()
    assert 'id="f-paid_on-error"' in shown and "KEEP-7" in shown
    assert 'id="report-error"' not in shown
    assert transfer(run_id).state is TransferState.ORDERED


def test_a_day_that_is_none_is_said(staff, seller_id):
    run_id = make_run(seller_id)
    for day in ("2099-01-01", "soon", ""):
        answer = staff.post(f"/office/payout-runs/{run_id}/answers", {"paid_on": day})
        assert answer.status_code == 422


def test_one_that_is_not_there_is_not_found(staff):
    for page in ("", "/approval", "/cancellation", "/file", "/answers"):
        ask = staff.post if page else staff.get
        assert ask(f"/office/payout-runs/{new_id()}{page}").status_code == 404
