"""Somebody types what means harm where money is seen to."""

import json
from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.abuse.hostile import SHORT, Visitor
from tijara.domains.settlements.testing import owe_us
from tijara.kit.clock import now
from tijara.kit.ids import new_id

from .harmful import (
    CELL,
    SMALL,
    TAME,
    WORD,
    facts_are_met,
    rows,
)


def pays_all(staff: Visitor, colleague: Visitor) -> None:
    """A run in place of the one that waits; of one seller the bank says no, in its words."""
    asked = "SELECT id FROM settlements_run WHERE state = 'prepared'"
    (waiting,) = rows(asked)[0]
    assert staff.browser.post(f"/office/payout-runs/{waiting}/cancellation").status_code == 303
    run, day = f"/office/payout-runs/{new_id()}", now().date() + timedelta(days=2)
    given = {"market": "sa", "pay_on": day.isoformat()}
    assert staff.browser.post(f"{run}/preparation", given).status_code == 303
    assert colleague.browser.post(f"{run}/approval").status_code == 303
    asked = """SELECT t.seller_id, t.id FROM settlements_transfer t
        WHERE t.state = 'ordered' AND t.holder ~ '<xss'"""
    seller, transfer = rows(asked)[0]
    said = {"answer": "failed", "reason": SHORT}
    staff.browser.post(f"{run}/sellers/{seller}/{transfer}", said)
    staff.looks(run)
    facts_are_met()


def settles(staff: Visitor) -> None:
    """A rule of commission, a gateway's report, and the transfer of a seller who owed."""
    page = "/office/markets/sa/commission"
    told = {"rate": "5", "label": SHORT, "key": str(new_id())}
    assert staff.browser.post(page, told).status_code == 303
    staff.looks(page)
    cells = f"payment_id,type,amount,transaction_date\n{SMALL},fee,1.00,{SMALL}\n"
    file = SimpleUploadedFile(f"{WORD}.csv", cells.encode())
    sent = {"gateway": "moyasar", "file": file}
    report = staff.browser.post("/office/payments/reports", sent)["Location"]
    staff.looks(report)
    assert staff.browser.post(f"{report}/disposal").status_code == 303
    odd = SimpleUploadedFile(f"{WORD}.csv", f"{CELL},{SMALL},x\n{TAME},1.00,{SMALL}\n".encode())
    report = staff.browser.post("/office/payments/reports", {"gateway": "moyasar", "file": odd})
    report = report["Location"]
    staff.looks(report)
    (header,) = rows("SELECT header::text FROM clearing_report ORDER BY brought_at DESC")[0]
    said = dict(zip(("reference", "amount", "kind"), json.loads(header), strict=False))
    said |= {"kinds_of": said["kind"], "kind-0": "payment"}
    assert staff.browser.post(f"{report}/columns", said).status_code == 303
    staff.looks(report)
    tame = SimpleUploadedFile(f"{WORD}.csv", b"payment_id,type,amount\n" + b"x,pay,1.00\n")
    sent = {"gateway": "moyasar", "file": tame}
    report = staff.browser.post("/office/payments/reports", sent)["Location"]
    booking = {"received": "1.00", "bank_reference": SHORT}
    assert staff.browser.post(f"{report}/booking", booking).status_code == 303
    staff.looks(report)
    (seller,) = rows("SELECT seller_id FROM store WHERE slug = 'qutn'")[0]
    owe_us(seller, 10**9)
    paid = {"amount": "1.00", "bank_reference": SHORT, "paid_on": f"{now().date()}"}
    assert staff.browser.post(f"/office/sellers/{seller}/repayments", paid).status_code == 303
    staff.looks(f"/office/sellers/{seller}/payout")


def brings_cash(staff: Visitor) -> None:
    """A carrier's list whose name, headings and cells mean harm; a claim and its answer; a blocked
    phone."""
    (carrier,) = rows("SELECT id FROM cash_carrier ORDER BY name")[0]
    file = SimpleUploadedFile(f"{WORD}.csv", f"{CELL},{SMALL},x\n{TAME},10.00,1\n".encode())
    sent = {"carrier": str(carrier), "file": file}
    path = staff.browser.post("/office/cash/lists", sent)["Location"]
    staff.looks(path)
    (header,) = rows("SELECT header::text FROM cash_remittance ORDER BY brought_at DESC")[0]
    columns = dict(zip(("waybill", "amount"), json.loads(header), strict=False))
    assert staff.browser.post(f"{path}/columns", columns).status_code == 303
    booking = {"received": "10.00", "bank_reference": SHORT}
    assert staff.browser.post(f"{path}/booking", booking).status_code == 303
    seller, parcel = rows("SELECT seller_id, id FROM cash_parcel WHERE state = 'late'")[0]
    claim = f"/office/cash/parcels/{seller}/{parcel}/claim"
    letter = staff.browser.post(claim, {"reason": "late", "note": WORD})["Location"]
    assert staff.browser.post(f"{letter}/refusal", {"words": WORD}).status_code == 303
    staff.looks(letter)
    staff.fills("/office/cash/phones", phone="0551234567", reason="other", days="9", note=SHORT)


def loses(seller: Visitor, staff: Visitor) -> None:
    """A parcel is lost, sent once more, and lost again by a carrier whose name means harm; staff
    write down what he answers."""
    asked = """
        SELECT s.id, s.order_id FROM fulfilment_shipment s
        JOIN store t ON t.seller_id = s.seller_id AND t.slug = 'nahhas'
        WHERE s.ended_at IS NULL AND s.kind = 'carried' ORDER BY s.id
    """
    parcel, order = rows(asked)[0]
    told = {"amount": "1.00", "claimant": "market", "basis": SHORT}
    told |= {"carrier": WORD, "tracking_number": SHORT}
    for instead in ("again", "money"):
        answer = seller.browser.post(f"/hub/parcels/{parcel}/loss", told | {"instead": instead})
        assert answer.status_code == 303, instead
    seller.looks(f"/hub/orders/{order}")
    seller_id, claim = rows("SELECT seller_id, id FROM fulfilment_loss WHERE carrier ~ '<xss'")[0]
    page = f"/office/cash/losses/{seller_id}/{claim}"
    staff.looks(page)
    came = {"answer": "paid", "paid": "1.00", "bank_reference": SHORT, "words": SHORT}
    assert staff.browser.post(page, came).status_code == 303
    staff.looks(page)


def keeps_books(seller: Visitor) -> None:
    """An entry by hand; why it is taken back, and why a month shall be opened, the walk types."""
    lines = {f"{name}_{at}": "" for at in range(6) for name in ("account", "debit", "credit")}
    lines |= {"account_0": "rent", "debit_0": "5", "account_1": "seller_bank", "credit_1": "5"}
    seller.fills("/hub/books/entries/new", **lines, voucher="", booked_on=str(now().date()))
    seller.fills("/hub/books/months")


def gives(buyer: Visitor, seller: Visitor, staff: Visitor) -> None:
    """A gift card is bought, another is given out, and a shop makes up for something."""
    card = {"amount": "50", "design": "night", "to_email": "a@example.com", "words": WORD}
    card |= {"to_name": SHORT, "from_name": SHORT, "send_on": ""}
    assert buyer.browser.post("/gift-cards/new", card).status_code == 303
    given_out = staff.browser.post("/office/gift-cards", card | {"reason": SHORT})
    assert given_out.status_code == 303
    asked = """SELECT o.id FROM orders_order o JOIN store s ON s.seller_id = o.seller_id
        JOIN wallet w ON w.buyer_id = o.buyer_id
        WHERE s.slug = 'nahhas' AND o.state = 'delivered'"""
    (order,) = rows(asked)[0]
    told = {"amount": "1", "words": SHORT}
    assert seller.browser.post(f"/hub/orders/{order}/goodwill", told).status_code == 303


def gives_points(staff: Visitor) -> None:
    """Points with a note, tiers and a customer group with names that mean harm."""
    market = "/office/markets/sa"
    tier = {f"name_{language}-0": TAME for language in ("ar", "en", "fr")}
    terms = {"from-0": "0", "multiplier-0": "1", "group-0": ""}
    assert staff.browser.post(f"{market}/points/tiers", tier | terms).status_code == 303
    staff.looks(f"{market}/points")
    names = {f"name_{language}": SHORT for language in ("ar", "en", "fr")}
    made = staff.browser.post(f"{market}/groups", names | {"id": str(new_id())})
    assert made.status_code == 303
    staff.looks(made["Location"])
    (buyer,) = rows("SELECT buyer_id FROM loyalty_account ORDER BY moved_at DESC")[0]
    account = f"/office/points/sa/{buyer}"
    told = {"act": "give", "points": "1", "reason": "other", "note": SHORT, "id": str(new_id())}
    assert staff.browser.post(account, told).status_code == 303
    staff.looks(account)


def pays(staff: Visitor) -> None:
    """After a delivery: so much is owed at least, where nobody waits for his cash."""
    terms = {"most_attempts": "3", "pays_before_cash": "1"}
    assert staff.browser.post("/office/markets/sa/cash", terms).status_code == 303
    (seller,) = rows("SELECT seller_id FROM store WHERE slug = 'nahhas'")[0]
    staff.fills(f"/office/sellers/{seller}/payout", amount="1.00")
