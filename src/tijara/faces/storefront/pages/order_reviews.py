"""What came with an order, to be rated: for whoever holds its signed link."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from tijara.domains.reviews.actions import silence_letters
from tijara.domains.reviews.queries import is_silent, reviewable_lines
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.order_words import spoken
from tijara.faces.storefront.pace import PICKING, pace
from tijara.faces.storefront.pages.order import found_order

SILENT = _("We ask you for no more reviews. You can still write them.")
HEARD = _("We ask you again, once for each order.")


@require_http_methods(["GET", "HEAD", "POST"])
def order_reviews(request: HttpRequest, token: str) -> HttpResponse:
    """Looking at it changes nothing: programs that read mail open links. A form of it says whether
    letters may ask."""
    (found,) = spoken([found_order(token)])
    if request.method == "POST":
        pace(PICKING, found.buyer_id)
        stops = request.POST.get("letters") != "on"
        silence_letters(actor=as_actor(found.buyer_id), buyer_id=found.buyer_id, is_silent=stops)
        return see_other("order_reviews", token, say=SILENT if stops else HEARD)
    context = {
        "order": found,
        "token": token,
        "lines": reviewable_lines(found),
        "is_silent": is_silent(found.buyer_id),
    }
    return page(request, "order_reviews", context, is_private=True)
