"""Phones to which cash is not offered, and their owners who ask for it again."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.cash_terms.actions import (
    BlockInvalid,
    NoAppeal,
    block_phone,
    decide_appeal,
    lift_block,
)
from tijara.domains.cash_terms.queries import blocks
from tijara.domains.cash_terms.shapes import AppealState, BlockReason
from tijara.domains.markets.queries import markets
from tijara.domains.markets.shapes import MarketPolicy
from tijara.faces.back_office.cash import tabs_at
from tijara.faces.back_office.market_parts import market_here
from tijara.faces.back_office.office import in_office, office_page
from tijara.kit.actor import Actor
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import whole_number

REASONS: dict[BlockReason, Promise] = {
    BlockReason.REFUSED_OFTEN: pgettext_lazy("why a phone is blocked", "Refused at the door often"),
    BlockReason.NEVER_REACHED: pgettext_lazy("why a phone is blocked", "Never reached"),
    BlockReason.FALSE_ORDERS: pgettext_lazy("why a phone is blocked", "Orders in jest"),
    BlockReason.OTHER: pgettext_lazy("why a phone is blocked", "Something else"),
}
DAYS = "90"


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def cash_phones(request: HttpRequest, actor: Actor) -> HttpResponse:
    here = market_here(request.GET.get("market", ""))
    if request.method != "POST":
        return _page(request, here)
    typed = {name: request.POST.get(name, "") for name in ("phone", "reason", "days", "note")}
    days = whole_number(typed["days"]) if typed["days"].strip() else None
    if days is None and typed["days"].strip():
        return _page(request, here, typed, {"days": "not_a_number"})
    try:
        block_phone(
            actor=actor,
            market_id=here.id,
            phone=typed["phone"],
            reason=typed["reason"],
            days=days,
            note=typed["note"],
        )
    except BlockInvalid as refusal:
        return _page(request, here, typed, refusal.fields)
    return see_other(_address(here), _("Blocked. The number itself is kept nowhere."))


@require_POST
@in_office
def cash_phone(request: HttpRequest, actor: Actor, slug: str, block_id: UUID) -> HttpResponse:
    """Lift a block, or answer who asks."""
    here = market_here(slug)
    answer = request.POST.get("answer", "")
    which = {"actor": actor, "market_id": here.id, "block_id": block_id}
    try:
        if answer in ("lift", "keep") and request.POST.get("asked"):
            decide_appeal(**which, is_lifted=answer == "lift")
        elif answer == "lift":
            lift_block(**which)
    except NoAppeal as refusal:
        return see_other(_address(here), sentence_of(refusal), "warn")
    said = _("Lifted. Cash is offered again.") if answer == "lift" else _("It stays blocked.")
    return see_other(_address(here), said)


def _page(
    request: HttpRequest,
    here: MarketPolicy,
    typed: dict[str, str] | None = None,
    faults: dict[str, str] | None = None,
) -> HttpResponse:
    page = blocks(here.id, page=page_number(request))
    context = {
        "here": here,
        "markets": [
            {
                "text": named(one),
                "href": _address(one),
                "current": one.id == here.id,
                "is_own": True,
            }
            for one in markets()
        ],
        "page": page,
        "rows": [(one, REASONS[one.reason], one.appeal == AppealState.ASKED) for one in page.items],
        "reasons": [(str(key), name) for key, name in REASONS.items()],
        "typed": typed or {"days": DAYS, "reason": str(BlockReason.REFUSED_OFTEN)},
        "wrong": field_sentences(faults or {}),
        "address": _address(here),
        **tabs_at("cash/phones"),
    }
    return office_page(request, "cash_phones", context, status=422 if faults else 200)


def _address(here: MarketPolicy) -> str:
    return local(f"/office/cash/phones?market={here.slug}")
