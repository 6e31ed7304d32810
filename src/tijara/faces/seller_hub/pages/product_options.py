"""What buyers choose a product by."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.catalogue.actions import (
    OptionsInvalid,
    ProductChangedMeanwhile,
    arrange_options,
)
from tijara.domains.catalogue.shapes import EditedProduct
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.goods import goods_page, own_product, product_address
from tijara.kit.palette import OPTIONS
from tijara.kit.refusal import Invalid, Refusal
from tijara.ui.directions import see_other
from tijara.ui.goods.options import option_slots, read_options
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.typed import whole_number


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def product_options(request: HttpRequest, desk: Desk, product_id: UUID) -> HttpResponse:
    shown = own_product(desk, product_id)
    if request.method != "POST":
        return _page(request, desk, shown)
    try:
        arrange_options(
            actor=desk.actor,
            seller_id=desk.seller_id,
            product_id=product_id,
            options=read_options(request.POST),
            version=whole_number(request.POST.get("version", "")) or -1,
        )
    except (OptionsInvalid, ProductChangedMeanwhile) as refusal:
        return _page(request, desk, shown, request.POST, refusal)
    said = _("Saved. Now write the price and the stock of each variant.")
    return see_other(product_address(product_id, "/terms"), said)


def _page(
    request: HttpRequest,
    desk: Desk,
    shown: EditedProduct,
    typed: Mapping[str, str] | None = None,
    refusal: Refusal | None = None,
) -> HttpResponse:
    fault = refusal.fields.get("options", "") if isinstance(refusal, Invalid) else ""
    context = {
        "slots": option_slots(shown.options, typed),
        "option_names": OPTIONS,
        "fault": field_sentence(fault) if fault else "",
    }
    return goods_page(request, desk, "product_options", shown, context, refusal=refusal)
