"""Set a stock to what was counted."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from tijara.domains.inventory.actions import BelowHeld, count_stock
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.faces.seller_hub.pages.stock import Slip, stock_page
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentence, sentence_of
from tijara.ui.typed import whole_number


@require_POST
@at_desk
def count(request: HttpRequest, desk: Desk, stock_id: UUID) -> HttpResponse:
    typed = request.POST.get("on_hand", "")
    on_hand = whole_number(typed)
    if on_hand is None:
        return _refused(request, desk, stock_id, field_sentence("not_a_number"))
    try:
        count_stock(
            actor=desk.actor,
            seller_id=desk.seller_id,
            stock_id=stock_id,
            on_hand=on_hand,
            key=_key(request),
        )
    except BelowHeld as refusal:
        return _refused(request, desk, stock_id, sentence_of(refusal))
    except Invalid as refusal:
        return _refused(request, desk, stock_id, field_sentence(refusal.fields["on_hand"]))
    address = local("/hub/stock") + (f"?{request.GET.urlencode()}" if request.GET else "")
    return see_other(f"{address}#s-{stock_id}", _("The count is saved."))


def _key(request: HttpRequest) -> UUID:
    """The form's own key; a form without one was not made by us."""
    try:
        return UUID(request.POST.get("key", ""))
    except ValueError as error:
        raise Http404 from error


def _refused(request: HttpRequest, desk: Desk, stock_id: UUID, sentence: str) -> HttpResponse:
    typed = request.POST.get("on_hand", "")[:20]
    return stock_page(request, desk, Slip(stock_id, "on_hand", typed, sentence))
