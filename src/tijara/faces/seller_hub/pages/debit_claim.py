"""What a store does about the money of a debit note."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from tijara.domains.invoicing.actions import (
    ask_debit,
    close_debit,
    decide_debit_loss,
    propose_debit_loss,
)
from tijara.domains.invoicing.queries import debit_claim
from tijara.faces.seller_hub.desk import Desk, at_desk
from tijara.kit.powers import Power
from tijara.kit.refusal import Refusal
from tijara.platform.action import NotAllowed
from tijara.ui.debit_words import SAID
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import sentence_of

ACTS = {"asking": ask_debit, "closing": close_debit, "loss": propose_debit_loss}


@require_POST
@at_desk
def claim_act(request: HttpRequest, desk: Desk, invoice_id: UUID, act: str) -> HttpResponse:
    desk.must(Power.BOOKS_KEEP)
    if debit_claim(desk.seller_id, invoice_id) is None or act not in (*ACTS, "decision"):
        raise Http404
    here = local(f"/hub/invoices/{invoice_id}")
    which = {"actor": desk.actor, "seller_id": desk.seller_id, "note_id": invoice_id}
    answer = "agree" if request.POST.get("answer") == "agree" else "keep"
    try:
        if act == "decision":
            decide_debit_loss(**which, is_agreed=answer == "agree")
        else:
            ACTS[act](**which)
    except NotAllowed:
        raise
    except Refusal as refusal:
        return see_other(here, sentence_of(refusal), "warn")
    return see_other(here, SAID[answer if act == "decision" else act])
