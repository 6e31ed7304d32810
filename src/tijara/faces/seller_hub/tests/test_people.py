"""Who may do what at the desk: owners name people, clerks pack, and nobody does more."""

import pytest
from django.test import Client

from tijara.domains.accounts.testing import PASSWORD, make_account
from tijara.domains.orders.queries import order
from tijara.domains.orders.shapes import OrderState
from tijara.domains.parties.actions import add_member
from tijara.domains.parties.queries import invitations_of, member_of
from tijara.domains.parties.shapes import Role
from tijara.domains.stores.queries import store_by_slug, stores
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db(transaction=True)


def hand(shop, role: Role) -> Client:
    email = f"{new_id().hex}@example.com"
    add_member(
        actor=SYSTEM, person_id=make_account(email=email), seller_id=shop.seller_id, role=role
    )
    browser = Client(headers={"sec-fetch-site": "same-origin"})
    browser.post("/account/sign-in", {"email": email, "password": PASSWORD})
    return browser


def test_a_clerk_packs_and_sees_neither_people_nor_the_store_page(shop):
    clerk, placed = hand(shop, Role.CLERK), shop.sale()
    shown = clerk.get("/hub/").content.decode()
    assert 'href="/hub/orders"' in shown
    assert "/hub/people" not in shown and "/hub/store" not in shown and "/hub/imports" not in shown
    for path in ("/hub/people", "/hub/store"):
        assert clerk.get(path).status_code == 403
        assert clerk.post(path, {"recipient": "x@example.com"}).status_code == 403
    assert clerk.post(f"/hub/orders/{placed.order_id}/confirmation").status_code == 303
    assert order(shop.seller_id, placed.order_id).state is OrderState.CONFIRMED


def test_a_clerk_changes_no_price(shop):
    offer = shop.offer()
    given = {"key": new_id(), f"price_{offer.id}": "1", f"version_{offer.id}": "1"}
    assert hand(shop, Role.CLERK).post("/hub/stock", given).status_code == 403
    assert hand(shop, Role.MANAGER).post("/hub/stock", given).status_code == 303
    hide = {"key": new_id(), "act": "hide", "offer": str(offer.id)}
    assert hand(shop, Role.CLERK).post("/hub/stock", hide).status_code == 403
    assert "price_" not in hand(shop, Role.CLERK).get("/hub/stock").content.decode()


def test_a_manager_keeps_the_store_page_and_names_nobody(shop):
    manager = hand(shop, Role.MANAGER)
    assert manager.get("/hub/store").status_code == 200
    assert manager.get("/hub/people").status_code == 403


def test_an_owner_invites_changes_and_lets_go(shop):
    answer = shop.post("/hub/people", recipient="0551234567", role="manager")
    assert answer.status_code == 303
    [asked] = invitations_of(shop.seller_id)
    assert (asked.recipient, asked.role) == ("+966551234567", Role.MANAGER)
    assert "+966551234567" in shop.read("/hub/people")
    assert shop.post("/hub/people", recipient="nobody").status_code == 422
    person = make_account()
    add_member(actor=SYSTEM, person_id=person, seller_id=shop.seller_id, role=Role.CLERK)
    shop.post(f"/hub/people/{person}/role", role="manager")
    assert member_of(person, shop.seller_id).role is Role.MANAGER
    assert "تُخرجه من المتجر؟" in shop.read(f"/hub/people/{person}/removal")
    assert member_of(person, shop.seller_id) is not None
    shop.post(f"/hub/people/{person}/removal")
    assert member_of(person, shop.seller_id) is None


def test_the_only_owner_is_not_offered_his_own_removal(shop):
    alone = "المالك الوحيد باقٍ"
    page = shop.read("/hub/people")
    assert alone in page and "/removal" not in page
    person = make_account()
    add_member(actor=SYSTEM, person_id=person, seller_id=shop.seller_id, role=Role.OWNER)
    page = shop.read("/hub/people")
    assert alone not in page and page.count("/removal") == 2


def test_a_role_that_was_taken_away_is_gone_at_once(shop):
    clerk = hand(shop, Role.CLERK)
    assert clerk.get("/hub/").status_code == 200
    person = clerk.session["_auth_user_id"]
    shop.post(f"/hub/people/{person}/removal")
    assert clerk.get("/hub/orders").status_code == 403
    assert clerk.get("/hub/")["Location"] == "/account/selling"


def test_the_store_page_is_changed_and_shown_as_text(shop):
    card = stores([shop.seller_id])[shop.seller_id]
    words = {
        "name_ar": "بيت <b>النحّاس",
        "name_en": "House",
        "about_ar": "سطر\nثانٍ",
        "returns_ar": "نردّها <script>",
        "city": "sa-jeddah",
        "hue": "30",
    }
    assert shop.post("/hub/store", **words).status_code == 303
    changed = store_by_slug(card.slug)
    assert (changed.name_ar, changed.city, changed.hue) == ("بيت <b>النحّاس", "sa-jeddah", 30)
    shown = Client().get(f"/s/{card.slug}").content.decode()
    assert "نردّها &lt;script&gt;" in shown and "<script>نرد" not in shown
    wrong = shop.post("/hub/store", **(words | {"name_ar": "", "about_ar": "باقٍ"}))
    assert wrong.status_code == 422
    assert "باقٍ" in wrong.content.decode()
