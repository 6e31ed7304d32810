"""Put a product before the buyers, or take it back."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.catalogue.actions import ProductBarred, ProductNotReady, publish_product
from tijara.domains.offers.queries import own_offers
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.goods import own_product, product_address
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import sentence_of


@require_POST
@at_desk
def product_publication(request: HttpRequest, desk: Desk, product_id: UUID) -> HttpResponse:
    own_product(desk, product_id)
    is_published = request.POST.get("published") == "yes"
    try:
        publish_product(
            actor=desk.actor,
            seller_id=desk.seller_id,
            product_id=product_id,
            is_published=is_published,
        )
    except (ProductBarred, ProductNotReady) as refusal:
        return see_other(product_address(product_id), sentence_of(refusal), "warn")
    if not is_published:
        return see_other(product_address(product_id), _("Buyers no longer see it."))
    if not own_offers(desk.seller_id, product_id):
        said = _("Published. Buyers find it as soon as you write its price here.")
        return see_other(product_address(product_id, "/terms"), said, "warn")
    return see_other(product_address(product_id), _("Buyers see it now."))
