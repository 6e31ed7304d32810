"""The gift cards of a market: those that are out, and giving out or calling off one."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.wallet.actions import (
    GiftInvalid,
    GiftOver,
    cancel_gift_card,
    issue_gift_card,
)
from tijara.domains.wallet.queries import (
    alone_up_to,
    gift_cards_of_market,
    gift_figures,
)
from tijara.domains.wallet.shapes import GiftDesign, GiftDraft, GiftState
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.wallets import DESIGNS, GIFTS, tabs_at
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.ui.directions import page_number, see_other
from tijara.ui.goods.sheet import read_id
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("amount", "design", "to_name", "to_email", "words", "reason")


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def gift_cards(request: HttpRequest, actor: Actor) -> HttpResponse:
    here = market_here(request.GET.get("market", ""))
    if request.method != "POST":
        return _page(request, here, {"design": str(GiftDesign.NIGHT)})
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    card_id = read_id(request.POST.get("id", "")) or new_id()
    worth = amount(typed["amount"], here.currency)
    if worth is None:
        fault = "not_an_amount" if typed["amount"] else "required"
        return _page(request, here, typed, {"amount": fault}, card_id)
    try:
        issue_gift_card(
            actor=actor,
            market_id=here.id,
            card_id=card_id,
            draft=_draft(typed, worth),
            reason=typed["reason"],
        )
    except GiftInvalid as refusal:
        return _page(request, here, typed, refusal.fields, card_id)
    return see_other(_address(here), _("Given out. Its code is on its way by e-mail."))


@require_POST
@in_office
def gift_card_end(request: HttpRequest, actor: Actor, slug: str, card_id: UUID) -> HttpResponse:
    here = market_here(slug)
    try:
        cancel_gift_card(actor=actor, market_id=here.id, card_id=card_id)
    except GiftOver as refusal:
        return see_other(_address(here), sentence_of(refusal), "warn")
    return see_other(_address(here), _("Called off. What was paid for it goes back."))


def _draft(typed: dict[str, str], worth: Money) -> GiftDraft:
    return GiftDraft(
        amount=worth,
        design=typed["design"],
        to_email=typed["to_email"],
        language=get_language(),
        to_name=typed["to_name"],
        words=typed["words"],
    )


def _page(
    request: HttpRequest,
    here: MarketPolicy,
    typed: dict[str, str],
    faults: dict[str, str] | None = None,
    card_id: UUID | None = None,
) -> HttpResponse:
    text = request.GET.get("q", "").strip()[:100]
    page = gift_cards_of_market(here.id, text, page=page_number(request))
    context = {
        "page": page,
        "rows": [(one, *GIFTS[one.state], one.state is GiftState.LIVE) for one in page.items],
        "figures": gift_figures(here.id),
        "text": text,
        "alone": alone_up_to(here.id),
        "designs": [(str(one), name) for one, name in DESIGNS.items()],
        "typed": typed,
        "wrong": field_sentences(faults or {}),
        "form_id": card_id or new_id(),
        "address": _address(here),
        **tabs_at("gift-cards", here),
    }
    return office_page(request, "gift_cards", context, status=422 if faults else 200)


def _address(here: MarketPolicy) -> str:
    return local(f"/office/gift-cards?market={here.slug}")
