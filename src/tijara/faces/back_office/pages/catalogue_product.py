"""A product as staff sees and corrects it; whether buyers see it."""

from dataclasses import replace
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import (
    ProductChangedMeanwhile,
    ProductInvalid,
    ProductNotReady,
    publish_product,
    save_product,
)
from tijara.domains.catalogue.queries import (
    all_brand_names,
    categories,
    category_attributes,
    edited_product,
)
from tijara.domains.catalogue.shapes import EditedProduct, ProductSheet
from tijara.domains.markets.queries import markets, tax_classes_of
from tijara.domains.markets.shapes import TaxClass
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.kit.refusal import Invalid, Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id, read_sheet, sheet_context
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def catalogue_product(request: HttpRequest, actor: Actor, product_id: UUID) -> HttpResponse:
    shown = edited_product(product_id)
    if shown is None:
        raise Http404
    if request.method != "POST":
        return _page(request, shown, replace(shown.sheet, brand=named(shown, "brand")))
    if "published" in request.POST:
        return _publish(actor, product_id, request.POST["published"] == "yes")
    category_id = read_id(request.POST.get("category", ""))
    sheet = read_sheet(request.POST, category_attributes(category_id) if category_id else ())
    version = request.POST.get("version", "")
    try:
        save_product(
            actor=actor,
            seller_id=None,
            product_id=product_id,
            sheet=sheet,
            version=int(version)
            if version.isascii() and version.isdigit() and version != "0"
            else -1,
        )
    except (ProductInvalid, ProductChangedMeanwhile) as refusal:
        return _page(request, shown, sheet, refusal)
    return see_other(_address(product_id), _("Saved."))


def _classes(sheet: ProductSheet) -> list[TaxClass]:
    """What the countries of the open markets know, and what it carries."""
    return tax_classes_of((one.country for one in markets()), sheet.tax_class)


def _publish(actor: Actor, product_id: UUID, is_published: bool) -> HttpResponse:
    try:
        publish_product(
            actor=actor, seller_id=None, product_id=product_id, is_published=is_published
        )
    except ProductNotReady as refusal:
        return see_other(_address(product_id), sentence_of(refusal), "warn")
    said = _("Buyers see it now.") if is_published else _("Buyers no longer see it.")
    return see_other(_address(product_id), said)


def _address(product_id: UUID) -> str:
    return local(f"/office/catalogue/products/{product_id}")


def _page(
    request: HttpRequest,
    shown: EditedProduct,
    sheet: ProductSheet,
    refusal: Refusal | None = None,
) -> HttpResponse:
    cards = category_attributes(sheet.category_id) if sheet.category_id else []
    faults = refusal.fields if isinstance(refusal, Invalid) else None
    context = {
        "product": shown,
        "store": stores([shown.brought_by]).get(shown.brought_by) if shown.brought_by else None,
        "brand_names": all_brand_names(),
        "said": sentence_of(refusal) if refusal else "",
        **sheet_context(sheet, cards, categories(), faults, classes=_classes(sheet)),
    }
    return office_page(request, "catalogue_product", context, status=422 if refusal else 200)
