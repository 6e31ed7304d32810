"""What a product says of itself, written by the seller who brought it."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import ProductChangedMeanwhile, ProductInvalid, save_product
from tijara.domains.catalogue.queries import all_brand_names, categories, category_attributes
from tijara.domains.catalogue.shapes import EditedProduct, ProductSheet
from tijara.domains.markets.queries import tax_classes_of
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.goods import goods_page, own_product, product_address
from tijara.kit.refusal import Invalid, Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id, read_sheet, sheet_context
from tijara.ui.typed import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def product(request: HttpRequest, desk: Desk, product_id: UUID) -> HttpResponse:
    shown = own_product(desk, product_id)
    if request.method != "POST":
        return _page(request, desk, shown, shown.sheet)
    category_id = read_id(request.POST.get("category", ""))
    sheet = read_sheet(request.POST, category_attributes(category_id) if category_id else ())
    try:
        save_product(
            actor=desk.actor,
            seller_id=desk.seller_id,
            product_id=product_id,
            sheet=sheet,
            version=whole_number(request.POST.get("version", "")) or -1,
        )
    except (ProductInvalid, ProductChangedMeanwhile) as refusal:
        return _page(request, desk, shown, sheet, refusal)
    return see_other(product_address(product_id), _("Saved."))


def _page(
    request: HttpRequest,
    desk: Desk,
    shown: EditedProduct,
    sheet: ProductSheet,
    refusal: Refusal | None = None,
) -> HttpResponse:
    cards = category_attributes(sheet.category_id) if sheet.category_id else []
    faults = refusal.fields if isinstance(refusal, Invalid) else None
    classes = tax_classes_of([desk.market.country], sheet.tax_class)
    context = {
        "brand_names": all_brand_names(),
        **sheet_context(sheet, cards, categories(), faults, classes=classes),
    }
    return goods_page(request, desk, "product", shown, context, refusal=refusal)
