"""Prices of a list one by one: a product is looked for by its picture, its price put beside it."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.pricing.actions import PriceRowsInvalid, drop_price, put_price
from tijara.domains.pricing.shapes import PriceRow
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.pages.prices import found_list, here, list_form
from tijara.kit.arabic import parse_decimal
from tijara.kit.money import EXPONENTS
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentence


@require_POST
@at_desk
def price_put(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    """What can't be read is said beside the product that it was written for."""
    told = found_list(desk, list_id)
    offer_id = read_id(request.POST.get("offer", ""))
    row, fault = _read(request.POST, desk, offer_id)
    if row:
        try:
            put_price(actor=desk.actor, seller_id=desk.seller_id, list_id=list_id, row=row)
        except PriceRowsInvalid as refused:
            fault = field_sentence(refused.fields["rows"])
    if fault:
        return list_form(request, desk, told, wrong_row=(offer_id, fault), typed_row=request.POST)
    return see_other(f"{here()}/{list_id}#rows", _("The price stands in the list."))


@require_POST
@at_desk
def price_drop(request: HttpRequest, desk: Desk, list_id: UUID) -> HttpResponse:
    found_list(desk, list_id)
    offer_id = read_id(request.POST.get("offer", ""))
    quantity = parse_decimal(request.POST.get("from", ""), 0)
    if offer_id and quantity:
        drop_price(
            actor=desk.actor,
            seller_id=desk.seller_id,
            list_id=list_id,
            offer_id=offer_id,
            from_quantity=quantity,
        )
    return see_other(f"{here()}/{list_id}#rows", _("Removed."))


def _read(
    post: Mapping[str, str], desk: Desk, offer_id: UUID | None
) -> tuple[PriceRow | None, str]:
    quantity = parse_decimal(post.get("from", "") or "1", 0)
    price = parse_decimal(post.get("price", ""), EXPONENTS[desk.market.currency])
    if offer_id is None:
        return None, field_sentence("not_among_goods")
    if quantity is None or price is None:
        return None, field_sentence("not_an_amount" if price is None else "not_a_number")
    return PriceRow(offer_id, quantity, price), ""
