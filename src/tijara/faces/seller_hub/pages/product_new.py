"""Bring a product: first look whether the market has it already, and sell that one too."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import ProductInvalid, save_product
from tijara.domains.catalogue.queries import (
    all_brand_names,
    categories,
    category_attributes,
    find_products,
)
from tijara.domains.catalogue.shapes import AttributeCard, ProductSheet
from tijara.domains.markets.queries import tax_classes_of
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.faces.seller_hub.goods import product_address
from tijara.faces.seller_hub.order_views import LONGEST_TEXT
from tijara.kit.ids import new_id
from tijara.kit.refusal import Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id, read_sheet, sheet_context
from tijara.ui.refusal_texts import sentence_of

MOST_FOUND = 8


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def product_new(request: HttpRequest, desk: Desk) -> HttpResponse:
    if request.method != "POST":
        text = request.GET.get("q", "").strip()[:LONGEST_TEXT]
        return _page(request, desk, ProductSheet(text if _is_name(text) else "", None), text=text)
    product_id = read_id(request.POST.get("product_id", "")) or new_id()
    sheet = read_sheet(request.POST, _cards(request.POST.get("category", "")))
    try:
        save_product(
            actor=desk.actor,
            seller_id=desk.seller_id,
            product_id=product_id,
            sheet=sheet,
            version=0,
        )
    except ProductInvalid as refusal:
        return _page(request, desk, sheet, refusal=refusal, product_id=product_id)
    said = _("It is kept as a draft. Add its price and pictures, then publish it.")
    return see_other(product_address(product_id, "/terms"), said)


def _page(
    request: HttpRequest,
    desk: Desk,
    sheet: ProductSheet,
    *,
    text: str = "",
    refusal: ProductInvalid | None = None,
    product_id: UUID | None = None,
) -> HttpResponse:
    """`product_id` is in the form, so that it makes one product, however often it is sent."""
    cards = _cards(str(sheet.category_id or ""))
    found = find_products(text=text, is_published=True, size=MOST_FOUND).items if text else []
    context = {
        "text": text,
        "found": found,
        "product_id": product_id or new_id(),
        "brand_names": all_brand_names(),
        "said": _said(refusal),
        **sheet_context(
            sheet,
            cards,
            categories(),
            refusal.fields if refusal else None,
            classes=tax_classes_of([desk.market.country], sheet.tax_class),
        ),
    }
    return hub_page(request, desk, "product_new", context, status=422 if refusal else 200)


def _said(refusal: Refusal | None) -> str:
    return sentence_of(refusal) if refusal else ""


def _is_name(text: str) -> bool:
    return not text.isdecimal()


def _cards(category: str) -> list[AttributeCard]:
    category_id = read_id(category)
    return category_attributes(category_id) if category_id else []
