"""The button of a flash sale, where no desk stands before it: the same action, for one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_POST

from tijara.domains.flash_sales.actions import buy_places
from tijara.faces.storefront.flash_places import buyer_actor, place_at, sale_at
from tijara.faces.storefront.frame import see_other
from tijara.faces.storefront.pace import CONFIRMING, pace
from tijara.ui import directions


@require_POST
def flash_purchase(request: HttpRequest, slug: str, sale_id: UUID) -> HttpResponse:
    store, sale = sale_at(slug, sale_id)
    place = place_at(request, sale)
    if place is None:
        return see_other("flash_sale", slug, sale_id)
    pace(CONFIRMING, place.buyer_id)
    (bought,) = buy_places(
        actor=buyer_actor(request, place.buyer_id),
        seller_id=sale.seller_id,
        place_ids=[place.id],
    )
    address = reverse("storefront:flash_sale", args=[store.slug, sale.id])
    return directions.see_other(f"{address}?answer={bought.outcome}")
