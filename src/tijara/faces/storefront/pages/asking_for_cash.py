"""Who is not offered cash asks for it again; staff look and answer by a message."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.cash_terms.actions import AppealInvalid, NotBlocked, ask_for_cash
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.here import here
from tijara.faces.storefront.pace import ASKING, pace_of_network
from tijara.kit.ids import new_id
from tijara.ui.refusal_texts import field_sentences, sentence_of


@require_http_methods(["GET", "HEAD", "POST"])
def asking_for_cash(request: HttpRequest) -> HttpResponse:
    typed = {name: request.POST.get(name, "") for name in ("phone", "words")}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        pace_of_network(ASKING, request)
        try:
            ask_for_cash(
                actor=as_actor(known_buyer(request) or new_id()),
                market_id=here().id,
                phone=typed["phone"],
                words=typed["words"],
                language=get_language() or "ar",
            )
        except AppealInvalid as refusal:
            wrong = field_sentences(refusal.fields)
        except NotBlocked as refusal:
            return see_other("cart", say=sentence_of(refusal), tone="info")
        else:
            return see_other("cart", say=_("Thank you. We look at it and answer by a message."))
    context = {"typed": typed, "wrong": wrong}
    return page(request, "asking_for_cash", context, status=422 if wrong else 200, is_private=True)
