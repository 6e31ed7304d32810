"""Each page of the office has its power, and is shut to staff who lack it."""

import re

import pytest

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.fulfilment.testing import move
from tijara.domains.markets.testing import make_market
from tijara.domains.orders.shapes import OrderState
from tijara.faces.back_office import urls
from tijara.faces.back_office.doors import OPENED_BY, POWER_OF
from tijara.faces.back_office.office import PLACES
from tijara.faces.back_office.tests.conftest import signed_in
from tijara.kit.ids import new_id
from tijara.kit.powers import STAFF_POWERS, STAFF_ROLES
from tijara.platform.limits import forget_all

PAGES = {pattern.name: pattern for pattern in urls.urlpatterns}


def test_every_page_stands_in_the_table_once():
    assert set(POWER_OF) == set(PAGES)
    assert sum(map(len, OPENED_BY.values())) == len(PAGES)


def test_every_power_is_one_that_staff_may_have():
    assert set(OPENED_BY) <= STAFF_POWERS


def test_the_masthead_leads_to_pages():
    assert {name for _section, _text, name, _icon in PLACES} <= set(PAGES)


def address_of(page: str) -> str:
    route = str(PAGES[page].pattern)
    for part, converter in PAGES[page].pattern.converters.items():
        kind = "slug" if "Slug" in type(converter).__name__ else "uuid"
        route = route.replace(f"<{kind}:{part}>", "sa" if kind == "slug" else str(new_id()))
    return f"/office/{route}"


@pytest.mark.django_db
@pytest.mark.parametrize("role", StaffRole)
def test_it_is_shut_to_whom_lacks_it_and_to_nobody_else(role):
    """Also none of the acts of a page asks for what opening it did not ask for."""
    make_market()
    browser, wrong = signed_in(staff_role=role), []
    for page, power in POWER_OF.items():
        may = power in STAFF_ROLES[role]
        for ask in (browser.get, browser.post):
            forget_all()
            code = ask(address_of(page)).status_code
            if (code == 403) == may and code != 405:
                wrong.append((page, ask.__name__, code))
    assert wrong == []


@pytest.mark.django_db
@pytest.mark.parametrize("role", StaffRole)
def test_no_link_leads_to_a_shut_door(role, sale):
    """Of a market with an order that was delivered: it could be taken back."""
    move(OrderState.CONFIRMED, sale.seller_id, sale.order_id)
    move(OrderState.SHIPPED, sale.seller_id, sale.order_id)
    move(OrderState.DELIVERED, sale.seller_id, sale.order_id)
    browser, waiting, seen, shut = signed_in(staff_role=role), ["/office/"], set(), []
    while waiting:
        address = waiting.pop()
        seen.add(address)
        forget_all()
        answer = browser.get(address)
        if answer.status_code == 403:
            shut.append(address)
        if "html" in answer.get("Content-Type", ""):
            links = set(re.findall(r'href="(/office/[^"?#]*)', answer.content.decode()))
            waiting += links - seen - set(waiting)
    assert shut == []
    assert f"/office/sellers/{sale.seller_id}/orders/{sale.order_id}" in seen
