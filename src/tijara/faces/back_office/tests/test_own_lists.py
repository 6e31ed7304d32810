"""Lists of one's own and notes in the office, and keys of a gateway that are withdrawn."""

import re

import pytest

from tijara.domains.markets.testing import make_market
from tijara.domains.messaging.actions import send_message
from tijara.domains.messaging.shapes import Draft
from tijara.domains.payments.actions import drop_withdrawn_keys
from tijara.domains.payments.queries import (
    card_gateway_name,
    forget_gateways,
    gateway_kept,
    payment_options,
    seal_of,
    unreadable_gateways,
)
from tijara.domains.payments.testing import (
    break_seals,
    fail_attempts,
    let_time_pass,
    make_charge,
    open_attempt,
)
from tijara.faces.back_office.lists import LISTS
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.platform.desks.models import Note, View

pytestmark = pytest.mark.django_db(transaction=True)
GATEWAY = "/office/payments/gateway"


def read(staff, path: str) -> str:
    answer = staff.get(path)
    assert answer.status_code == 200, (path, answer.status_code)
    return answer.content.decode()


@pytest.mark.parametrize(
    ("table", "asked"),
    [
        ("orders", "state=placed&method=card"),
        ("sellers", "state=suspended"),
        ("payments", "state=open"),
        ("invoices", "q=INV"),
        ("journal", "kind=payout"),
        ("acts", "act=offers.change_price"),
        ("events", "kind=all"),
        ("catalogue", "q=dallah"),
        ("refunds", "state=due"),
        ("messages", "state=sent"),
        ("notices", "state=waiting"),
        ("applications", ""),
        ("payouts", ""),
        ("filings", "state=rejected"),
        ("cash_lists", ""),
        ("payout_runs", ""),
        ("cash_claims", ""),
        ("reports", "state=upheld"),
        ("gateway_reports", ""),
    ],
)
def test_each_list_can_be_kept_as_a_tab(staff, sale, table, asked):
    answer = staff.post(f"/office/views/{table}?{asked}", {"id": new_id(), "name": "ما يهمني"})
    shown = read(staff, answer["Location"])
    kept = f"{asked}&mine=" if asked else "?mine="
    assert kept.replace("&", "&amp;") in shown and "<bdi>ما يهمني</bdi>" in shown
    view = View.objects.get()
    assert staff.post(f"/office/views/{view.id}/removal").status_code == 303
    assert "<bdi>ما يهمني</bdi>" not in read(staff, LISTS[table].path)


def test_columns_of_orders_are_chosen_and_moved(staff, sale):
    staff.post("/office/columns/orders", {"column": ["payment"], "up": "total"})
    head = re.search(r"<thead>.*?</thead>", read(staff, "/office/orders"), re.S)[0]
    names = [re.sub(r"<.*?>", "", one) for one in re.findall(r"<th.*?</th>", head)]
    assert len(names) == 6 and names[-1] == "طريقة الدفع"


@pytest.mark.parametrize(
    ("table", "left_out", "added", "more"),
    [
        ("sellers", "Market", "VAT number", "vat"),
        ("journal", "Store", None, "amount"),
        ("messages", "Tries", "Channel", "channel"),
        ("catalogue", "Brought by", "Brand", "brand"),
        ("payouts", "Bank account", "In reserve", "reserve"),
    ],
)
def test_columns_of_every_list_are_chosen(staff, sale, table, left_out, added, more):
    send_message(
        actor=SYSTEM,
        owner_id=sale.seller_id,
        key="x",
        draft=Draft("test", "a@example.com", "en", "Subject", "text"),
    )
    staff.post(f"/en/office/columns/{table}", {"column": [more]})
    head = re.search(r"<thead>.*?</thead>", read(staff, f"/en{LISTS[table].path}"), re.S)
    names = [re.sub(r"<.*?>", "", one) for one in re.findall(r"<th[ >].*?</th>", head[0])]
    assert left_out not in names and (added is None or added in names)


@pytest.mark.parametrize("of", ["order", "seller"])
def test_staff_leave_notes_that_nobody_else_reads(staff, person, sale, client, of):
    address = f"/office/sellers/{sale.seller_id}"
    address += f"/orders/{sale.order_id}" if of == "order" else ""
    assert staff.post(f"{address}/notes", {"id": new_id(), "text": "يُراجَع"}).status_code == 303
    assert "يُراجَع" in read(staff, address)
    assert person.post(f"{address}/notes", {"text": "x"}).status_code == 403
    refused = staff.post(f"{address}/notes", {"id": new_id(), "text": " "})
    assert refused.status_code == 422
    note = Note.objects.get()
    assert staff.post(f"{address}/notes/{note.id}/withdrawal").status_code == 303
    assert "يُراجَع" not in read(staff, address)
    assert staff.post(f"{address}/notes/{new_id()}/withdrawal").status_code == 404


@pytest.fixture
def entered(staff, settings):
    market = make_market(payment_methods=("cash_on_delivery", "card"))
    settings.CARD_GATEWAY = ""
    forget_gateways()
    assert staff.post(GATEWAY, {"secret_key": "sk_test_office"}).status_code == 303
    yield market
    forget_gateways()


def test_keys_that_are_withdrawn_take_no_card_and_go_when_nothing_is_open(staff, entered):
    assert "card" in {one.method for one in payment_options(entered, Money(10000, "SAR"))}
    open_attempt(make_charge())
    assert staff.post(f"{GATEWAY}/withdrawal").status_code == 303
    options = payment_options(entered, Money(10000, "SAR"))
    assert [one.method for one in options] == ["cash_on_delivery"]
    assert card_gateway_name() == "" and gateway_kept() is None
    assert seal_of("moyasar")["secret_key"] == "sk_test_office", "what was begun is asked about"
    let_time_pass(hours=2)
    assert drop_withdrawn_keys(actor=SYSTEM) == 0
    fail_attempts()
    assert drop_withdrawn_keys(actor=SYSTEM) == 1 and not seal_of("moyasar")


def test_keys_are_not_erased_in_the_moment_of_their_withdrawal(staff, entered):
    staff.post(f"{GATEWAY}/withdrawal")
    assert drop_withdrawn_keys(actor=SYSTEM) == 0
    assert staff.post(GATEWAY, {"secret_key": "sk_test_office"}).status_code == 303
    assert card_gateway_name() == "moyasar" and "/withdrawal" in read(staff, GATEWAY)


def test_keys_that_nothing_opens_go_at_once(staff, entered):
    break_seals()
    staff.post(f"{GATEWAY}/withdrawal")
    assert unreadable_gateways() == []
    assert staff.post(f"{GATEWAY}/withdrawal").status_code == 303
    assert "/withdrawal" not in read(staff, GATEWAY)


def test_nobody_else_withdraws_them(person):
    assert person.post(f"{GATEWAY}/withdrawal").status_code == 403
