"""Give the buyer of an order credit, to make up for something: it comes off one's own balance."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.orders.shapes import OrderState, OrderView
from tijara.domains.parties.queries import home_of_buyer
from tijara.domains.returns.actions import GoodwillInvalid, NoWallet, give_goodwill
from tijara.faces.seller_hub.acts import found_order, order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("amount", "words")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def goodwill(request: HttpRequest, desk: Desk, order_id: UUID) -> HttpResponse:
    desk.must(Power.ORDERS_REFUND)
    found = found_order(desk, order_id)
    if not may_give(desk, found):
        return see_other(order_address(order_id))
    if request.method != "POST":
        return _form(request, desk, found, {})
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    goodwill_id = read_id(request.POST.get("id", "")) or new_id()
    money = amount(typed["amount"], found.total.currency)
    if money is None:
        fault = "not_an_amount" if typed["amount"] else "required"
        return _form(request, desk, found, typed, {"amount": fault}, goodwill_id)
    try:
        give_goodwill(
            actor=desk.actor,
            seller_id=desk.seller_id,
            order_id=order_id,
            goodwill_id=goodwill_id,
            amount=money,
            words=typed["words"],
        )
    except GoodwillInvalid as refusal:
        return _form(request, desk, found, typed, refusal.fields, goodwill_id)
    except NoWallet as refusal:
        return see_other(order_address(order_id), sentence_of(refusal), "warn")
    return see_other(order_address(order_id), _("Given. The buyer has been told."))


def may_give(desk: Desk, found: OrderView) -> bool:
    """To who has an account, of an order that stands or stood."""
    may = desk.actor.may(Power.ORDERS_REFUND) and found.state is not OrderState.PENDING
    return may and home_of_buyer(found.buyer_id) is not None


def _form(
    request: HttpRequest,
    desk: Desk,
    found: OrderView,
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    goodwill_id: UUID | None = None,
) -> HttpResponse:
    context = {
        "order": found,
        "typed": typed,
        "wrong": field_sentences(faults or {}),
        "form_id": goodwill_id or new_id(),
    }
    return hub_page(request, desk, "goodwill", context, status=422 if faults else 200)
