"""Domains know no address of a face; a table in the settings does. What it names is there."""

import pytest
from django.conf import settings
from django.urls import resolve
from django.utils import translation

from tijara.domains.orders.queries import order_link_token
from tijara.kit.ids import new_id

PARTS = {
    "token": order_link_token(new_id(), new_id()),
    "order_id": new_id(),
    "product_id": new_id(),
    "id": new_id(),
    "return_id": new_id(),
    "slug": "a-shop",
    "sale_id": new_id(),
    "variant_id": new_id(),
}


PROGRAMS = "/hooks/"
"""What a mail program asks: of no market and no language."""
FOR_PEOPLE = [n for n, path in settings.MESSAGE_LINKS.items() if not path.startswith(PROGRAMS)]


@pytest.mark.parametrize("name", sorted(set(settings.MESSAGE_LINKS) - set(FOR_PEOPLE)))
def test_what_a_program_asks_is_there(name):
    assert resolve(settings.MESSAGE_LINKS[name].format(**PARTS)).func


@pytest.mark.parametrize("name", FOR_PEOPLE)
@pytest.mark.parametrize(("language", "start"), [("ar", ""), ("en", "/en"), ("fr", "/fr")])
def test_every_link_of_a_message_leads_to_a_page(name, language, start):
    with translation.override(language):
        path = settings.MESSAGE_LINKS[name].format(**PARTS).partition("?")[0]
        assert resolve(start + path).func
