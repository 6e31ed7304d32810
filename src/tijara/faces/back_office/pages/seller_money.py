"""What is kept back of a seller's money, and what he is asked to pay when he owes us."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.parties.queries import markets_of
from tijara.domains.settlements.actions import (
    DemandInvalid,
    DemandIsOpen,
    RepaymentInvalid,
    RepaymentKnown,
    ReserveInvalid,
    demand_payment,
    record_repayment,
    set_reserve,
    withdraw_demand,
)
from tijara.domains.settlements.queries import owed_by, reserve_terms_of_market
from tijara.domains.settlements.shapes import ReserveTerms
from tijara.faces.back_office.market_parts import known_market, market_page
from tijara.faces.back_office.office import in_office
from tijara.faces.back_office.seller_account import (
    RESERVE,
    Typed,
    account_page,
    reserve_values,
)
from tijara.kit.actor import Actor
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Invalid
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount, whole_number

FORMS = {
    "demand": ("amount", "due_on"),
    "repayment": ("amount", "bank_reference", "paid_on"),
}
"""What is typed in each form of the account."""


@dataclass(frozen=True, slots=True)
class Read:
    """The terms that were typed, or what is wrong with them, a code by field."""

    terms: ReserveTerms | None
    faults: dict[str, str]


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def market_reserve(request: HttpRequest, actor: Actor, slug: str) -> HttpResponse:
    known = known_market(slug)
    values = reserve_values(reserve_terms_of_market(known.id), known.currency)
    wrong: dict[str, str] = {}
    if request.method == "POST":
        values = {name: request.POST.get(name, "").strip() for name in RESERVE}
        wrong = _set(request, actor, known.id, None, values, known.currency)
        if not wrong:
            said = _("Saved. It holds for what becomes payable from now on.")
            return see_other(local(f"/office/markets/{slug}/reserve"), said)
    context = {"known": known, "values": values, "wrong": wrong, "currency": known.currency}
    return market_page(request, "market_reserve", known, context, status=422 if wrong else 200)


@require_POST
@in_office
def seller_reserve(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    home, currency = _home(seller_id), owed_by(seller_id).currency
    values = {name: request.POST.get(name, "").strip() for name in RESERVE}
    wrong = _set(request, actor, home, seller_id, values, currency)
    if wrong:
        return account_page(request, seller_id, form=Typed("reserve", values, wrong))
    return see_other(
        _address(seller_id), _("Saved. It holds for what becomes payable from now on.")
    )


@require_POST
@in_office
def seller_demand(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _home(seller_id)
    try:
        demand_payment(
            actor=actor,
            seller_id=seller_id,
            demand_id=_id(request.POST.get("key", "")),
            amount=_money(request, seller_id),
            due_on=_day(request, "due_on", date.min),
        )
    except DemandInvalid as refusal:
        return _again(request, seller_id, "demand", refusal)
    except DemandIsOpen as refusal:
        return see_other(_address(seller_id), sentence_of(refusal), "warn")
    return see_other(_address(seller_id), _("Sent. The seller’s people have been told."))


@require_POST
@in_office
def demand_withdrawal(
    request: HttpRequest, actor: Actor, seller_id: UUID, demand_id: UUID
) -> HttpResponse:
    _home(seller_id)
    withdraw_demand(actor=actor, seller_id=seller_id, demand_id=demand_id)
    return see_other(_address(seller_id), _("Withdrawn. What is owed is owed still."))


@require_POST
@in_office
def seller_repayment(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _home(seller_id)
    try:
        record_repayment(
            actor=actor,
            seller_id=seller_id,
            amount=_money(request, seller_id),
            bank_reference=request.POST.get("bank_reference", ""),
            paid_on=_day(request, "paid_on", date.max),
        )
    except RepaymentInvalid as refusal:
        return _again(request, seller_id, "repayment", refusal)
    except RepaymentKnown as refusal:
        return see_other(_address(seller_id), sentence_of(refusal), "warn")
    return see_other(_address(seller_id), _("Written down and posted."))


def _set(
    request: HttpRequest,
    actor: Actor,
    market_id: UUID,
    seller_id: UUID | None,
    values: dict[str, str],
    currency: str,
) -> dict[str, str]:
    """A sentence by field for what is wrong; empty, it was set."""
    typed = _read(values, currency)
    if typed.faults:
        return field_sentences(typed.faults)
    try:
        set_reserve(actor=actor, market_id=market_id, seller_id=seller_id, terms=typed.terms)
    except ReserveInvalid as refusal:
        return field_sentences(refusal.fields)
    return {}


def _read(values: dict[str, str], currency: str) -> Read:
    """All empty: nothing is kept back."""
    if not any(values.values()):
        return Read(None, {})
    rate, fixed = amount(values["rate"] or "0", "SAR"), amount(values["fixed"] or "0", currency)
    days, fresh = (whole_number(values[name] or "0") for name in ("days", "newcomer_days"))
    told = {"rate": rate, "fixed": fixed, "days": days, "newcomer_days": fresh}
    faults = {name: "not_a_number" for name, one in told.items() if one is None}
    if rate is None or fixed is None or days is None or fresh is None:
        return Read(None, faults)
    return Read(ReserveTerms(rate.minor, days, fixed.minor, fresh), {})


def _money(request: HttpRequest, seller_id: UUID) -> Money:
    currency = owed_by(seller_id).currency
    return amount(request.POST.get("amount", "").strip(), currency) or Money(0, currency)


def _day(request: HttpRequest, name: str, otherwise: date) -> date:
    try:
        return date.fromisoformat(request.POST.get(name, ""))
    except ValueError:
        return otherwise


def _again(request: HttpRequest, seller_id: UUID, name: str, refusal: Invalid) -> HttpResponse:
    """The form once more, with what was typed and what is wrong with it."""
    typed = {key: request.POST.get(key, "").strip() for key in FORMS[name]}
    return account_page(
        request, seller_id, form=Typed(name, typed, field_sentences(refusal.fields))
    )


def _home(seller_id: UUID) -> UUID:
    home = markets_of([seller_id]).get(seller_id)
    if home is None:
        raise Http404
    return home


def _id(typed: str) -> UUID:
    try:
        return UUID(typed)
    except ValueError:
        return new_id()


def _address(seller_id: UUID) -> str:
    return local(f"/office/sellers/{seller_id}/payout")
