"""Change the price of an offer, if nobody else has changed it meanwhile."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.offers.actions import OfferChangedMeanwhile, PriceInvalid, change_price
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.pages.stock import Slip, stock_page
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.typed import amount, whole_number


@require_POST
@at_desk
def price(request: HttpRequest, desk: Desk, offer_id: UUID) -> HttpResponse:
    """A price that has come up to the old one is no reduction any more: the old one goes."""
    currency = desk.market.currency
    wanted = amount(request.POST.get("price", ""), currency)
    was_typed = request.POST.get("was", "").strip()
    was = amount(was_typed, currency) if was_typed else None
    if wanted is None or (was_typed and was is None):
        return _refused(request, desk, offer_id, field_sentence("not_an_amount"))
    try:
        change_price(
            actor=desk.actor,
            seller_id=desk.seller_id,
            offer_id=offer_id,
            price=wanted,
            was=was if was and wanted < was else None,
            version=whole_number(request.POST.get("version", "")) or 0,
        )
    except PriceInvalid as refusal:
        return _refused(request, desk, offer_id, field_sentence(refusal.fields["price"]))
    except OfferChangedMeanwhile as refusal:
        return _refused(request, desk, offer_id, sentence_of(refusal))
    address = local("/hub/stock") + (f"?{request.GET.urlencode()}" if request.GET else "")
    return see_other(address, _("The price is changed."))


def _refused(request: HttpRequest, desk: Desk, offer_id: UUID, sentence: str) -> HttpResponse:
    typed = request.POST.get("price", "")[:20]
    return stock_page(request, desk, Slip(offer_id, "price", typed, sentence))
