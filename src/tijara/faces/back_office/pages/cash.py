"""The cash centre: what carriers owe, how old it is, and one parcel's cash with its claim."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from tijara.domains.cash.actions import NothingToClaim, claim_cash
from tijara.domains.cash.queries import (
    ageing,
    carrier,
    claim_of,
    claims_unanswered,
    owed_parcels,
    steps_of,
    work_in_cash,
)
from tijara.domains.cash.shapes import Ageing, CashParcelView, CashState, ClaimReason
from tijara.domains.fulfilment.queries import carrier_name
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.cash import CLAIM_REASONS, CLAIM_STATES, found_cash, tabs_at
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.words import ACTORS
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui.cash_words import AGES, CASH_STATES
from tijara.ui.directions import page_number, see_other
from tijara.ui.language import local
from tijara.ui.pieces.ages import longest
from tijara.ui.refusal_texts import sentence_of

CLAIMABLE = (CashState.COLLECTED, CashState.LATE, CashState.SHORT)


@require_safe
@in_office
def cash(request: HttpRequest, actor: Actor) -> HttpResponse:
    told = _by_currency(ageing())
    carrier_id, age = _id(request.GET.get("carrier", "")), _age(request.GET.get("age", ""))
    chosen = carrier(carrier_id) if carrier_id else None
    page = owed_parcels(
        carrier_id=chosen.id if chosen else None, age=age, page=page_number(request)
    )
    cards = stores({one.seller_id for one in page.items})
    context = {
        "told": told,
        "aged": [(one, list(zip(AGES, one.parts, strict=True))) for one in told],
        "bars": _bars(told),
        "sums": _sums(told),
        "ages": list(enumerate(AGES)),
        "chosen": chosen,
        "chosen_name": carrier_name(chosen.name) if chosen else "",
        "age": age,
        "age_name": AGES[age] if age is not None else "",
        "work": work_in_cash(),
        "unanswered": claims_unanswered(),
        "page": page,
        "rows": [(one, cards.get(one.seller_id), *CASH_STATES[one.state]) for one in page.items],
        **tabs_at("cash"),
    }
    return office_page(request, "cash", context)


@require_safe
@in_office
def cash_parcel(
    request: HttpRequest, actor: Actor, seller_id: UUID, parcel_id: UUID
) -> HttpResponse:
    return _parcel(request, found_cash(seller_id, parcel_id))


def _parcel(request: HttpRequest, found: CashParcelView, wrong: str = "") -> HttpResponse:
    """`wrong`: why a claim was not opened; its note stands there still."""
    seller_id, parcel_id = found.seller_id, found.id
    name, tone = CASH_STATES[found.state]
    claim = claim_of(seller_id, parcel_id)
    context = {
        "parcel": found,
        "state_name": name,
        "state_tone": tone,
        "store": stores([seller_id]).get(seller_id),
        "steps": [
            {"text": CASH_STATES[state][0], "who": ACTORS.get(kind, ""), "at": at}
            for state, kind, at in reversed(steps_of(seller_id, parcel_id))
        ],
        "claim": claim,
        "claim_reason": CLAIM_REASONS[claim.reason] if claim else "",
        "claim_state": CLAIM_STATES[claim.state] if claim else None,
        "may_claim": found.state in CLAIMABLE,
        "reasons": CLAIM_REASONS.items(),
        "note": request.POST.get("note", ""),
        "wrong": wrong,
    }
    return office_page(request, "cash_parcel", context, status=422 if wrong else 200)


@require_POST
@in_office
def cash_claim(
    request: HttpRequest, actor: Actor, seller_id: UUID, parcel_id: UUID
) -> HttpResponse:
    found = found_cash(seller_id, parcel_id)
    address = local(f"/office/cash/parcels/{seller_id}/{parcel_id}")
    reason = request.POST.get("reason", "")
    if reason not in ClaimReason:
        return _parcel(request, found, _("Choose why. Nothing was changed."))
    try:
        made = claim_cash(
            actor=actor,
            seller_id=seller_id,
            parcel_id=parcel_id,
            reason=ClaimReason(reason),
            note=request.POST.get("note", ""),
        )
    except NothingToClaim as refusal:
        return see_other(address, sentence_of(refusal), "warn")
    said = _("Claimed, with a letter. It settles by itself when the carrier pays.")
    return see_other(local(f"/office/cash/letters/{made}"), said)


def _by_currency(told: list[Ageing]) -> list[Ageing]:
    """Sums of one currency stand together."""
    met = list(dict.fromkeys(one.currency for one in told))
    return sorted(told, key=lambda one: met.index(one.currency))


def _bars(told: list[Ageing]) -> list[tuple[Ageing, int]]:
    """Each with what a whole bar stands for: the most that a carrier owes in its currency."""
    return [
        (one, longest([other for other in told if other.currency == one.currency])) for one in told
    ]


def _sums(told: list[Ageing]) -> list[dict]:
    """By currency: what is owed, what of it is late."""
    found: dict[str, list[int]] = {}
    for one in told:
        whole, late = found.setdefault(one.currency, [0, 0])
        found[one.currency] = [whole + one.total.minor, late + one.late.minor]
    return [
        {"owed": Money(whole, currency), "late": Money(late, currency)}
        for currency, (whole, late) in found.items()
    ]


def _id(typed: str) -> UUID | None:
    try:
        return UUID(typed)
    except ValueError:
        return None


def _age(typed: str) -> int | None:
    return int(typed) if typed in {str(place) for place in range(len(AGES))} else None
