"""A product at its seller's desk: found among his own, with the pages that it is written on."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from tijara.domains.cases.queries import hidden_why
from tijara.domains.catalogue.queries import edited_product
from tijara.domains.catalogue.shapes import EditedProduct
from tijara.domains.offers.queries import on_sale
from tijara.faces.seller_hub.desk import Desk, hub_page
from tijara.kit.refusal import Refusal
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.trade_words import REPORT_REASONS


def own_product(desk: Desk, product_id: UUID) -> EditedProduct:
    """One that this seller brought; another's is as unknown as one that never was."""
    found = edited_product(product_id, seller_id=desk.seller_id)
    if found is None:
        raise Http404
    return found


def product_address(product_id: UUID, part: str = "") -> str:
    return local(f"/hub/products/{product_id}{part}")


def goods_page(
    request: HttpRequest,
    desk: Desk,
    template: str,
    product: EditedProduct,
    context: dict,
    *,
    refusal: Refusal | None = None,
) -> HttpResponse:
    """A page of one product. With a refusal it says what is wrong, and is no success."""
    steps = _draft_steps(desk, product)
    frame = {
        "product": product,
        "tabs": _tabs(request, product),
        "said": sentence_of(refusal) if refusal else "",
        **_why_hidden(product),
        "draft_steps": steps,
        "is_ready": all(is_done for *_words, is_done in steps),
    }
    status = 422 if refusal else 200
    return hub_page(request, desk, template, frame | context, status=status)


def _why_hidden(product: EditedProduct) -> dict:
    """Why staff took it off the market, where reports of buyers made them."""
    hidden = hidden_why([product.id]).get(product.id) if product.is_barred else None
    return {"hidden": hidden, "hidden_reason": REPORT_REASONS[hidden.reason] if hidden else ""}


def _draft_steps(desk: Desk, product: EditedProduct) -> list[tuple[str, str, str, bool]]:
    """What a buyer would miss on a draft: what is there, what is to do, where, and whether it is
    there. Nothing here forbids to publish: a price may follow, and some goods need no picture."""
    if product.is_published or product.is_barred:
        return []
    sold = on_sale(desk.seller_id, [product.id]).get(product.id)
    has_picture = bool(product.picture or product.pictures)
    return [
        (_("Name and department"), "", product_address(product.id), True),
        (_("Price"), _("Set the price"), product_address(product.id, "/terms"), sold is not None),
        (
            _("Pieces on the shelf"),
            _("Say how many you have"),
            product_address(product.id, "/terms"),
            sold is not None and sold.free > 0,
        ),
        (_("Picture"), _("Add a picture"), product_address(product.id, "/pictures"), has_picture),
    ]


def _tabs(request: HttpRequest, product: EditedProduct) -> list[dict]:
    parts = [
        (_("Details"), ""),
        (_("Options"), "/options"),
        (_("Prices and stock"), "/terms"),
        (_("Pictures"), "/pictures"),
    ]
    return [
        {
            "text": text,
            "href": product_address(product.id, part),
            "current": request.path == product_address(product.id, part),
        }
        for text, part in parts
    ]
