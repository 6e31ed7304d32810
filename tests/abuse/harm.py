"""Somebody types what means harm wherever he can: in the shop, in the hub, in the office."""

import html
import re
from datetime import date, timedelta
from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from tests.abuse.hostile import SHORT, Visitor, picture
from tests.abuse.sheets import table_faults
from tijara.domains.catalogue.actions import make_pictures
from tijara.domains.geography.actions import import_places
from tijara.domains.geography.shapes import Level
from tijara.domains.markets.queries import working_days, zone_of
from tijara.domains.offers.actions import advance_imports
from tijara.domains.orders.queries import order_link_token
from tijara.kit.actor import SYSTEM
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.platform.webhooks.sending import send_waiting
from tijara.platform.webhooks.tests.receiver import Receiver

from .harmful import CELL, COLUMNS, FILE, LANGUAGES, PDF, SMALL, WORD, facts_are_met, rows
from .money_harm import (
    brings_cash,
    gives,
    gives_points,
    keeps_books,
    loses,
    pays,
    pays_all,
    settles,
)


def does_harm(visitors: dict[str, Visitor], lists: Path, outside: Receiver) -> None:
    knows_places(lists)
    seller, staff, buyer = visitors["nahhas"], visitors["market"], visitors["noura"]
    seller.types("/account/", "/hub/")
    describes(seller)
    imports(seller)
    keeps_books(seller)
    uploads(visitors["raqmi"])
    decides(staff)
    reports(visitors[""], staff, seller)
    staff.types("/account/", "/office/")
    campaigns(staff)
    searches(staff)
    reduces(staff, seller)
    promotes(seller, staff)
    listens(staff, outside)
    keeps(seller)
    facts_are_met()
    buys(buyer)
    visitors[""].types("/")
    approves(staff)
    ships(seller)
    sends_back(buyer, seller)
    reviews(buyer, seller, staff, visitors[""])
    complains(buyer, seller)
    gives(buyer, seller, staff)
    gives_points(staff)
    notice = '{"id": "<xss>", "type": "<xss onx=1>"}'
    staff.browser.post("/hooks/payments/moyasar", notice, content_type="application/json")
    pays_all(staff, visitors["finance"])
    pays(staff)
    settles(staff)
    suspends(staff)
    facts_are_met()
    brings_cash(staff)
    stands_at_the_door(seller, visitors[""])
    loses(seller, staff)
    assert send_waiting()


def stands_at_the_door(seller: Visitor, stranger: Visitor) -> None:
    """A delivery that fails, a day that its buyer wishes, and one who asks for cash again."""
    asked = """
        SELECT s.seller_id, s.order_id, s.id FROM fulfilment_shipment s
        JOIN store t ON t.seller_id = s.seller_id AND t.slug = 'nahhas'
        WHERE s.ended_at IS NULL AND s.kind = 'carried'
    """
    seller_id, order_id, parcel = rows(asked)[0]
    said = {"reason": "no_answer", "note": WORD}
    assert seller.browser.post(f"/hub/parcels/{parcel}/attempt", said).status_code == 303
    order = f"/orders/{order_link_token(seller_id, order_id)}"
    wish = {"day": f"{(now() + timedelta(days=3)).date()}", "note": WORD}
    assert stranger.browser.post(f"{order}/parcels/{parcel}/wish", wish).status_code == 303
    stranger.looks(order)
    stranger.fills("/cash-on-delivery", phone="0551234567")


def knows_places(lists: Path) -> None:
    """Somebody's list of towns, and of the districts of the first."""
    columns = ("number", "name_ar", "name_en", "parent")
    told = {Level.CITY: (SMALL, CELL, CELL, "SA-01"), Level.DISTRICT: ("2", CELL, CELL, SMALL)}
    for level, cells in told.items():
        file = lists / f"{level}.csv"
        file.write_text("\n".join(map(",".join, (columns, cells))))
        import_places(
            actor=SYSTEM,
            country="SA",
            file=file,
            level=level,
            columns=dict(zip(columns, columns, strict=True)),
        )


def describes(seller: Visitor) -> None:
    """A product with options, each with a price of its own, and a picture."""
    seller.fills("/hub/products/new", name_ar=WORD)
    (product,) = rows("SELECT id FROM catalogue_product WHERE name_ar ~ '<xss' ORDER BY id DESC")[0]
    address = f"/hub/products/{product}"
    slots = [f"{name}_{slot}" for slot in "012" for name in ("name_ar", "name_en", "name_fr")]
    told = dict.fromkeys(slots, "") | dict.fromkeys(slots[:3], SHORT)
    values = "\n".join(" | ".join([SHORT + number] * 3) for number in "12")
    seller.fills(f"{address}/options", **told, values_0=values, values_1="", values_2="")
    seller.fills(f"{address}/terms")
    seller.fills(f"{address}/pictures", pictures=picture())
    make_pictures(actor=SYSTEM)
    seller.fills(f"{address}/pictures")


def imports(seller: Visitor) -> None:
    sent = {"file": SimpleUploadedFile(f"{WORD}.csv", FILE.encode())}
    path = seller.browser.post("/hub/imports", sent)["Location"]
    seller.looks(path)
    for step, given in (("check", COLUMNS), ("intake", {})):
        assert seller.browser.post(f"{path}/{step}", given).status_code == 303
        advance_imports(actor=SYSTEM)
    faults = b"".join(seller.browser.get(f"{path}/faults.csv").streaming_content)
    assert b"xss" in faults
    assert not table_faults(faults.decode())


def uploads(digital: Visitor) -> None:
    for (stock,) in rows("SELECT stock_id FROM inventory_file LIMIT 1"):
        digital.fills(f"/hub/stock/{stock}/files", file=SimpleUploadedFile(f"{WORD}.pdf", PDF))


def decides(staff: Visitor) -> None:
    (application,) = rows("SELECT id FROM store_application WHERE decided_at IS NULL")[0]
    rejection = f"/office/applications/{application}/rejection"
    assert staff.browser.post(rejection, {"reason": WORD}).status_code == 303
    (category,) = rows("SELECT id FROM catalogue_category ORDER BY path")[0]
    for kind in ("choice", "number"):
        staff.fills(f"/office/catalogue/categories/{category}", type=kind)


def reports(stranger: Visitor, staff: Visitor, seller: Visitor) -> None:
    """A product that a buyer reports; staff ask, and take it off; its seller reads why."""
    asked = """
        SELECT p.slug, p.id FROM catalogue_product p JOIN store t ON t.seller_id = p.brought_by
        WHERE t.slug = 'nahhas' AND p.is_published ORDER BY p.id
    """
    slug, product = rows(asked)[0]
    stranger.fills(f"/p/{slug}/report", reason="other")
    (case,) = rows("SELECT id FROM cases_case WHERE subject_id = %s", product)[0]
    page = f"/office/catalogue/reports/{case}"
    staff.looks(page)
    for act in ("letter", "decision"):
        given = {"reason": "other", "words": WORD}
        assert staff.browser.post(f"{page}/{act}", given).status_code == 303
    staff.looks(page)
    seller.looks(f"/hub/products/{product}")


def searches(staff: Visitor) -> None:
    """For what no product has, and says what a word means; puts something first, agrees to what
    was opened, keeps the search."""
    page = "/office/markets/sa/search"
    assert staff.browser.get("/search", {"q": "<xssqzkw"}).status_code == 200
    told = {"typed": SHORT, "meant": "<xssx"}
    assert staff.browser.post(page, told).status_code == 303
    staff.looks(page)
    staff.looks(f"{page}?q=%3Cxss&typed=%3Cxss")
    found = staff.browser.get("/search", {"q": "<xssx دلة"}).content.decode()
    links = re.findall(r'"(/p/[^"?]+\?of=[^"]+)"', found)
    assert any(staff.browser.get(html.unescape(one)).status_code == 200 for one in links)
    assert staff.browser.get("/search", {"q": "<xssqzkw"}).status_code == 200
    (product, text) = rows("SELECT product_id, text FROM search_choice WHERE said ~ 'xss'")[0]
    agreed = {"product": str(product), "text": text, "answer": "yes"}
    assert staff.browser.post(f"{page}/learned", agreed).status_code == 303
    put = {"kind": "lead", "said": SHORT, "target": "/returns"}
    assert staff.browser.post(f"{page}/first", put).status_code == 303
    kept = staff.browser.post("/searches/new?q=%3Cxssx&brand=%3Cxssb", {"name": SHORT})
    assert kept.status_code == 303
    for place in (f"{page}/learned", f"{page}/first", f"{page}/asked", "/searches"):
        staff.looks(place)


def campaigns(staff: Visitor) -> None:
    """It leads within the market only, so that alone is as it should be."""
    texts = [f"{part}_{code}" for part in ("heading", "words", "button") for code in LANGUAGES]
    told = dict.fromkeys(texts, SHORT) | {"link": "/c/x", "position": "1", "is_on": "on"}
    address = f"/office/markets/sa/banners/{new_id()}"
    assert staff.browser.post(address, told | {"picture": picture()}).status_code == 303
    shelf = {f"heading_{code}": SHORT for code in LANGUAGES} | {"source": "new", "is_on": "on"}
    address = f"/office/markets/sa/shelves/{new_id()}"
    assert staff.browser.post(address, shelf).status_code == 303


def reduces(staff: Visitor, seller: Visitor) -> None:
    """A promotion of the market for all goods and all deliveries, and a shop's price list."""
    names = {f"name_{code}": SHORT for code in LANGUAGES}
    plain = {"starts_on": "2020-01-01", "market_part": "100", "is_combinable": "on", "act": "save"}
    here = "/office/markets/sa/promotions/new/"
    for kind, told in (("percent", {"percent": "5"}), ("delivery", {})):
        assert staff.browser.post(here + kind, names | plain | told).status_code == 303
    made = seller.browser.post("/hub/prices/new", names | {"audience": "chosen", "off": "1"})
    assert made.status_code == 303
    member = {"who": "311111111100003", "label": SHORT}
    assert seller.browser.post(f"{made['Location']}/members", member).status_code == 303


def promotes(seller: Visitor, staff: Visitor) -> None:
    """A flash sale to which the market agrees, and one that it refuses with a word."""
    asked = """
        SELECT o.seller_id, o.id FROM offer o JOIN store t ON t.seller_id = o.seller_id
        JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
        JOIN catalogue_variant v ON v.id = o.variant_id
        JOIN catalogue_product p ON p.id = o.product_id
        WHERE t.slug = 'nahhas' AND o.is_active AND v.is_active AND p.is_published
          AND o.price_minor > 1000 AND s.on_hand > s.held + 2
        ORDER BY o.id
    """
    shop, offer = rows(asked)[0]
    told = {f"name_{code}": SHORT for code in LANGUAGES}
    told |= {"day": "2090-01-05", "time": "20:00", "end_day": "2090-01-05", "end_time": "22:00"}
    told |= {"per_person": "1", "per_household": "1", "turn_minutes": "5", "audience": "everybody"}
    told |= {"offer": offer, "price": "1.00", "units": "1"}
    agreed, refused = new_id(), new_id()
    for sale in (agreed, refused):
        answer = seller.browser.post("/hub/flash-sales/new", told | {"sale": sale})
        assert answer.status_code == 303
    office = f"/office/flash-sales/{shop}"
    limits = {"act": "agree", "wave": "50", "per_person": "1", "per_household": "1"}
    for sale, act in ((agreed, limits), (refused, {"act": "refuse", "note": WORD})):
        assert staff.browser.post(f"{office}/{sale}/act", act).status_code == 303
        staff.looks(f"{office}/{sale}")
        seller.looks(f"/hub/flash-sales/{sale}")
    assert rows("SELECT state FROM flash_sale WHERE id = %s", agreed) == [("agreed",)]
    staff.looks(f"/s/nahhas/sales/{agreed}")
    facts_are_met()


def buys(buyer: Visitor) -> None:
    asked = """
        SELECT DISTINCT p.slug FROM catalogue_product p
        JOIN offer o ON o.product_id = p.id AND o.is_active
        JOIN inventory_stock s ON s.seller_id = o.seller_id AND s.id = o.stock_id
        JOIN store t ON t.seller_id = o.seller_id
        WHERE p.name_ar ~ '<xss' AND p.is_published AND s.on_hand > 2 AND t.slug = 'nahhas'
    """
    for (slug,) in rows(asked):
        buyer.fills(f"/p/{slug}")
    company = {"for_company": "on", "company_vat_number": "310000009900003"}
    company |= {"company_building": "3242", "company_postcode": "12211", "company_extra": ""}
    (seller,) = rows("SELECT seller_id FROM store WHERE slug = 'nahhas'")[0]
    way = {f"delivery-{seller}": "express"}
    buyer.fills("/checkout", payment="bank_transfer", phone="0551234567", act="", **company, **way)
    (checkout,) = rows("SELECT checkout_id FROM payments_charge ORDER BY opened_at DESC")[0]
    buyer.fills(f"/pay/{checkout}", receipt=picture())
    buyer.types("/", "/account/", "/addresses", "/orders")


def approves(staff: Visitor) -> None:
    charge, minor = rows("SELECT id, amount_minor FROM payments_charge ORDER BY opened_at DESC")[0]
    address = f"/office/payments/{charge}"
    (receipt,) = rows("SELECT id FROM payments_receipt WHERE charge_id = %s", charge)[0]
    given = {"reason": "other", "note": WORD}
    staff.browser.post(f"{address}/receipts/{receipt}/rejection", given)
    given = {"received": f"{minor / 100:.2f}", "bank_reference": WORD}
    assert staff.browser.post(f"{address}/approval", given).status_code == 303
    facts_are_met()


def ships(seller: Visitor) -> None:
    """At his first store: staff has opened him another."""
    (store,) = rows("SELECT seller_id FROM store WHERE slug = 'nahhas'")[0]
    seller.browser.post("/account/store", {"seller_id": store})
    asked = """SELECT id FROM orders_order
        WHERE seller_id = %s AND state = 'placed' AND recipient ~ '<xss'"""
    for (order,) in rows(asked, store):
        for step in ("confirmation", "shipment"):
            given = {"carrier": WORD, "tracking_number": SHORT}
            answer = seller.browser.post(f"/hub/orders/{order}/{step}", given)
            assert answer.status_code == 303, step
        for (parcel,) in rows("SELECT id FROM fulfilment_shipment WHERE order_id = %s", order):
            seller.browser.post(f"/hub/parcels/{parcel}/delivery")
    facts_are_met()


def next_working_day() -> date:
    working = working_days("SA")
    return working.after(now().astimezone(zone_of("SA")).date(), 1)


def sends_back(buyer: Visitor, seller: Visitor) -> None:
    """A unit of the first of her orders that came; it is mended and sent back to her."""
    asked = """SELECT o.seller_id, o.id, l.id FROM orders_order o
        JOIN orders_line l ON l.seller_id = o.seller_id AND l.order_id = o.id
        JOIN store t ON t.seller_id = o.seller_id AND t.slug = 'nahhas'
        WHERE o.state = 'delivered' AND o.recipient ~ '<xss'"""
    store, order, line = rows(asked)[0]
    here = f"/orders/{order_link_token(store, order)}/returns"
    given = {"id": str(new_id()), f"units-{line}": 1, "reason": "faulty", "wish": "repair"}
    assert buyer.browser.post(f"{here}/new", given | {"words": WORD}).status_code == 303
    (told,) = rows("SELECT id FROM returns_return WHERE order_id = %s", order)[0]
    parcel = {"carrier": WORD, "tracking_number": SHORT}
    looked = {f"good-{line}": 1, f"shelf-{line}": 0, "words": WORD}
    assert seller.browser.post(f"/hub/returns/{told}/approval").status_code == 303
    fetched = {"day": str(next_working_day()), "place": WORD, "carrier": WORD}
    assert buyer.browser.post(f"{here}/{told}/pickup", fetched).status_code == 303
    assert seller.browser.post(f"/hub/returns/{told}/pickup", fetched).status_code == 303
    assert buyer.browser.post(f"{here}/{told}/sending", parcel).status_code == 303
    assert seller.browser.post(f"/hub/returns/{told}/receipt").status_code == 303
    assert seller.browser.post(f"/hub/returns/{told}/inspection", looked).status_code == 303
    assert seller.browser.post(f"/hub/returns/{told}/sending", parcel).status_code == 303
    buyer.looks(f"{here}/{told}")
    seller.looks(f"/hub/returns/{told}")
    facts_are_met()


def reviews(buyer: Visitor, seller: Visitor, staff: Visitor, stranger: Visitor) -> None:
    """What came with that order; its seller answers, a stranger reports it, staff read both."""
    asked = """SELECT r.seller_id, r.order_id, l.line_id FROM returns_return r
        JOIN returns_line l ON l.seller_id = r.seller_id AND l.return_id = r.id
        WHERE r.state = 'sent_back'"""
    store, order, line = rows(asked)[0]
    here = f"/orders/{order_link_token(store, order)}/reviews"
    given = {"stars": "2", "words": WORD, "named": "yes", "photos": picture()}
    assert buyer.browser.post(f"{here}/{line}", given).status_code == 303
    asked = """SELECT r.id, p.slug FROM reviews_review r
        JOIN catalogue_product p ON p.id = r.product_id WHERE r.order_id = %s
        ORDER BY r.changed_at DESC"""
    review, slug = rows(asked, order)[0]
    decision = f"/office/reviews/{store}/{review}"
    assert staff.browser.post(decision, {"act": "show"}).status_code == 303
    seller.fills(f"/hub/reviews/{review}", words=WORD)
    stranger.fills(f"/p/{slug}/reviews/{store}/{review}/report", reason="other")
    for address in (here, f"{here}/{line}", f"/p/{slug}"):
        buyer.looks(address)
    seller.looks("/hub/reviews")
    staff.looks("/office/reviews?view=reported")
    facts_are_met()


def complains(buyer: Visitor, seller: Visitor) -> None:
    """About the order of which a unit was mended: it is delivered, and she is protected."""
    asked = """SELECT d.seller_id, d.id FROM deals_deal d
        JOIN returns_return r ON r.seller_id = d.seller_id AND r.order_id = d.id
        WHERE d.state = 'performed' AND r.state = 'sent_back'"""
    store, order = rows(asked)[0]
    here = f"/orders/{order_link_token(store, order)}/dispute"
    told = {"reason": "faulty", "words": WORD}
    assert buyer.browser.post(here, told).status_code == 303
    assert seller.browser.post(f"/hub/disputes/{order}/answer", {"words": WORD}).status_code == 303
    buyer.looks(here)
    seller.looks(f"/hub/disputes/{order}")
    facts_are_met()


def listens(staff: Visitor, outside: Receiver) -> None:
    staff.fills("/office/webhooks/new", url=outside.url(f"/{SHORT}"))


def keeps(seller: Visitor) -> None:
    """A tab of his own, a note, and a word for his days off, which are over at once; at his first
    store: staff has opened him another."""
    (store,) = rows("SELECT seller_id FROM store WHERE slug = 'nahhas'")[0]
    seller.browser.post("/account/store", {"seller_id": store})
    told = {"name": SHORT, "id": str(new_id())}
    assert seller.browser.post("/hub/views/orders?view=new", told).status_code == 303
    (order,) = rows("SELECT id FROM orders_order WHERE seller_id = %s ORDER BY id DESC", store)[0]
    note = {"text": WORD, "id": str(new_id())}
    assert seller.browser.post(f"/hub/orders/{order}/notes", note).status_code == 303
    seller.looks(f"/hub/orders/{order}")
    today = now().date()
    days = {"from": today + timedelta(days=2), "until": today + timedelta(days=9)}
    words = {f"words_{language}": WORD for language in ("ar", "en", "fr")}
    assert seller.browser.post("/hub/store/pause", days | words).status_code == 303
    seller.looks("/hub/store/pause")
    assert seller.browser.post("/hub/store/reopening").status_code == 303


def suspends(staff: Visitor) -> None:
    """One who has no other part in this."""
    (seller,) = rows("SELECT seller_id FROM store WHERE slug = 'qutn'")[0]
    answer = staff.browser.post(f"/office/sellers/{seller}/suspension", {"reason": WORD})
    assert answer.status_code == 303
    staff.looks(f"/office/sellers/{seller}")
