"""What a shop's own carrier has answered for a parcel that he has lost."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.fulfilment.actions import (
    AnswerToLossInvalid,
    LossAnswered,
    note_carriers_answer,
)
from tijara.domains.fulfilment.queries import loss as find_loss
from tijara.domains.fulfilment.shapes import Claimant, LossState
from tijara.faces.seller_hub.acts import order_address
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.desks.losses import answer_typed, typed_of
from tijara.ui.directions import see_other
from tijara.ui.refusal_texts import field_sentences, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def loss_answer(request: HttpRequest, desk: Desk, loss_id: UUID) -> HttpResponse:
    desk.must(Power.ORDERS_HANDLE)
    found = find_loss(desk.seller_id, loss_id)
    if found is None:
        raise Http404
    back = order_address(found.order_id)
    if found.claimant is not Claimant.SELLER or found.state is not LossState.OPEN:
        return see_other(back)
    wrong: dict = {}
    if request.method == "POST":
        answer = answer_typed(request, found.amount.currency)
        try:
            note_carriers_answer(
                actor=desk.actor, seller_id=desk.seller_id, loss_id=loss_id, answer=answer
            )
        except AnswerToLossInvalid as refusal:
            wrong = field_sentences(refusal.fields)
        except LossAnswered as refusal:
            return see_other(back, sentence_of(refusal), "warn")
        else:
            return see_other(back, _("Written down."))
    context = {"loss": found, "typed": typed_of(request), "wrong": wrong}
    return hub_page(request, desk, "loss_answer", context, status=422 if wrong else 200)
