"""Parcels that carriers have lost: what the market has asked them for, how old it is, what came."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from tijara.domains.fulfilment.actions import AnswerToLossInvalid, LossAnswered, settle_loss
from tijara.domains.fulfilment.queries import loss as find_loss
from tijara.domains.fulfilment.queries import loss_ageing, losses
from tijara.domains.fulfilment.shapes import Claimant
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.cash import tabs_at
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.desks.losses import answer_typed, typed_of
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.loss_words import LOSS_AGES, LOSS_STATES
from tijara.ui.refusal_texts import field_sentences, sentence_of

HERE = "/office/cash/losses"
ANSWERED = "answered"


@require_safe
@in_office
def cash_losses(request: HttpRequest, actor: Actor) -> HttpResponse:
    is_open = request.GET.get("show") != ANSWERED
    page = losses(claimant=Claimant.MARKET, is_open=is_open, page=page_number(request))
    cards = stores({one.seller_id for one in page.items})
    context = {
        "page": page,
        "rows": [(one, cards.get(one.seller_id), *LOSS_STATES[one.state]) for one in page.items],
        "is_open": is_open,
        "told": loss_ageing(),
        "ages": LOSS_AGES,
        **tabs_at("cash/losses"),
    }
    return office_page(request, "cash_losses", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def cash_loss(request: HttpRequest, actor: Actor, seller_id: UUID, loss_id: UUID) -> HttpResponse:
    found = find_loss(seller_id, loss_id)
    if found is None or found.claimant is not Claimant.MARKET:
        raise Http404
    wrong: dict = {}
    if request.method == "POST":
        answer = answer_typed(request, found.amount.currency)
        try:
            settle_loss(actor=actor, seller_id=seller_id, loss_id=loss_id, answer=answer)
        except AnswerToLossInvalid as refusal:
            wrong = field_sentences(refusal.fields)
        except LossAnswered as refusal:
            return see_other(local(HERE), sentence_of(refusal), "warn")
        else:
            said = (
                _("Written down and posted: it is the store’s now.")
                if answer.is_paid
                else _("Written down.")
            )
            return see_other(local(HERE), said)
    name, tone = LOSS_STATES[found.state]
    context = {
        "loss": found,
        "store": stores([seller_id]).get(seller_id),
        "state_name": name,
        "tone": tone,
        "typed": typed_of(request),
        "wrong": wrong,
    }
    return office_page(request, "cash_loss", context, status=422 if wrong else 200)
