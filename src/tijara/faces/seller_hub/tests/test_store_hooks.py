"""Webhooks of a store: told of its own events alone, kept by its people alone."""

import re

import pytest
from django.db import transaction

from tijara.domains.messaging.queries import recent_messages
from tijara.domains.orders.actions import confirm_order
from tijara.domains.parties.testing import seller_actor
from tijara.kit.ids import OPERATOR_ID, new_id
from tijara.platform.action import NotAllowed
from tijara.platform.outbox.recorder import record
from tijara.platform.outbox.relay import Relay
from tijara.platform.webhooks.actions import add_endpoint, rotate_secret
from tijara.platform.webhooks.events import EndpointDisabled
from tijara.platform.webhooks.models import Delivery, Endpoint

pytestmark = pytest.mark.django_db(transaction=True)


def added(shop, **given) -> tuple[str, str]:
    """(its address in the hub, its secret)."""
    form = re.search(r'name="id" value="([0-9a-f-]+)"', shop.read("/hub/webhooks/new"))[1]
    fields = {"id": form, "url": f"https://example.com/{form}", "note": "", "which": "all"} | given
    answer = shop.browser.post("/hub/webhooks/new", fields)
    assert answer.status_code == 200
    return f"/hub/webhooks/{form}", re.search(r"whsec_[A-Za-z0-9+/=]+", answer.content.decode())[0]


def confirmed(shop) -> None:
    sale = shop.sale()
    confirm_order(
        actor=seller_actor(shop.seller_id), seller_id=shop.seller_id, order_id=sale.order_id
    )


def test_hears_of_its_own_store_and_of_no_other(open_shop):
    one, other = open_shop(slug="one"), open_shop(slug="other")
    Relay().deliver_pending()
    address, secret = added(one)
    assert secret not in one.read(address)
    confirmed(other)
    confirmed(one)
    Relay().deliver_pending()
    told = Delivery.objects.values_list("owner_id", "event_owner_id").distinct()
    assert list(told) == [(one.seller_id, one.seller_id)]
    made = Delivery.objects.filter(event_name="orders.order_confirmed.v1").get()
    page = f"/hub/webhooks/deliveries/{made.id}"
    assert page in one.read(address) and made.body.partition('"data"')[2][:20] in re.sub(
        "&quot;", '"', one.read(page)
    )
    assert "/office/" not in one.read(page)


def test_is_as_unknown_to_another_store_as_one_that_never_was(open_shop):
    one, other = open_shop(slug="one"), open_shop(slug="other")
    address, _secret = added(one)
    before = Endpoint.objects.values().get()
    assert one.browser.post(f"{address}/test").status_code == 303
    page = f"/hub/webhooks/deliveries/{Delivery.objects.get().id}"
    for path in (address, f"{address}/change", page):
        assert other.browser.get(path).status_code == 404
    for act in ("change", "secret", "switch", "test", "removal"):
        given = {"url": "https://evil.example", "which": "all", "active": "no"}
        assert other.post(f"{address}/{act}", **given).status_code == 404
    assert other.post(f"{page}/replay").status_code == 404
    assert Endpoint.objects.values().get() == before and Delivery.objects.count() == 1
    assert "example.com" not in other.read("/hub/webhooks")


def test_of_the_operator_or_another_store_is_out_of_a_sellers_reach_in_the_action_itself():
    mine = seller_actor(new_id())
    for owner_id in (OPERATOR_ID, new_id()):
        given = {"actor": mine, "owner_id": owner_id, "endpoint_id": new_id()}
        with pytest.raises(NotAllowed):
            add_endpoint(**given, url="https://example.com/hook", note="", types=[])
        with pytest.raises(NotAllowed):
            rotate_secret(**given)


def test_offers_only_what_can_concern_a_store(shop):
    shown = shop.read("/hub/webhooks/new")
    assert 'value="orders.order_placed.v1"' in shown
    assert 'value="catalogue.products_changed.v1"' not in shown


def test_that_was_switched_off_is_told_to_its_people(shop):
    address, _secret = added(shop)
    endpoint = Endpoint.objects.get()
    fact = EndpointDisabled(shop.seller_id, endpoint.id, "example.com", "failing", 1)
    with transaction.atomic():
        record(shop.seller_id, fact)
    Relay().deliver_pending()
    (letter,) = [one for one in recent_messages() if address in one.text]
    assert "example.com" in letter.subject
