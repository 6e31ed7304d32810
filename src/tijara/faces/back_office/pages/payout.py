"""One seller's account: what he is owed and why; record that he was paid."""

from datetime import date, timedelta
from textwrap import wrap
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.parties.queries import legal_identities, seller_terms
from tijara.domains.settlements.actions import (
    MoreThanOwed,
    NoBankAccount,
    PayoutInvalid,
    PayoutKnown,
    record_payout,
    reveal_iban,
)
from tijara.domains.settlements.queries import (
    bank_accounts,
    demands,
    funds_of,
    open_demand,
    own_reserve_terms,
    payable,
    payouts_of_seller,
    reserve_parts,
    statement,
)
from tijara.domains.settlements.shapes import SellerFunds
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import in_office, office_page
from tijara.faces.back_office.pages.seller_money import reserve_values
from tijara.faces.back_office.words import JOURNALS
from tijara.kit.actor import Actor
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Refusal
from tijara.ui.directions import page_number, see_other
from tijara.ui.funds_words import DEMAND_STATES, told_funds
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences, sentence_of
from tijara.ui.typed import amount

FIELDS = ("amount", "bank_reference", "paid_on")
PAYOUTS = 6
DEMAND_TIME = timedelta(days=14)
"""Proposed, until a demand is due."""


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def payout(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _must_be_known(seller_id)
    if request.method != "POST":
        return _page(request, seller_id)
    typed = {name: request.POST.get(name, "").strip() for name in FIELDS}
    money, day = _read(typed, payable(seller_id).currency)
    try:
        record_payout(
            actor=actor,
            seller_id=seller_id,
            amount=money,
            bank_reference=typed["bank_reference"],
            paid_on=day,
        )
    except PayoutInvalid as refusal:
        return _page(request, seller_id, typed=typed, wrong=field_sentences(refusal.fields))
    except (MoreThanOwed, NoBankAccount, PayoutKnown) as refusal:
        return _page(request, seller_id, typed=typed, refusal=refusal)
    said = _("Recorded and posted. The seller has been told.")
    return see_other(local(f"/office/sellers/{seller_id}/payout"), said)


@require_POST
@in_office
def iban(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    """The whole number, once, to the one who asked; the audit log says who."""
    _must_be_known(seller_id)
    try:
        shown = reveal_iban(actor=actor, seller_id=seller_id)
    except NoBankAccount as refusal:
        return _page(request, seller_id, refusal=refusal)
    return _page(request, seller_id, iban=shown)


def _must_be_known(seller_id: UUID) -> None:
    if seller_id not in seller_terms([seller_id]):
        raise Http404


def _read(typed: dict[str, str], currency: str) -> tuple[Money, date]:
    """What can't be read becomes what the action refuses."""
    money = amount(typed["amount"], currency) or Money(0, currency)
    try:
        day = date.fromisoformat(typed["paid_on"])
    except ValueError:
        day = date.max
    return money, day


def _page(
    request: HttpRequest,
    seller_id: UUID,
    *,
    typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
    refusal: Refusal | None = None,
    iban: str = "",
) -> HttpResponse:
    funds = funds_of(seller_id)
    owed = funds.payable
    told = statement(seller_id, page=page_number(request))
    context = {
        "seller_id": seller_id,
        "store": stores([seller_id]).get(seller_id),
        "identity": legal_identities([seller_id])[seller_id],
        "owed": owed,
        "held": funds.held,
        "waiting": funds.waiting,
        "account": bank_accounts([seller_id]).get(seller_id),
        "iban": iban,
        "iban_read": " ".join(wrap(iban, 4)),
        "page": told.lines,
        "rows": [(line, JOURNALS.get(line.kind, line.kind)) for line in told.lines.items],
        "typed": typed
        or {
            "amount": owed.to_decimal_string() if owed.minor > 0 else "",
            "paid_on": timezone.localtime(now()).date().isoformat(),
        },
        "wrong": wrong or {},
        "refused": sentence_of(refusal) if refusal else "",
        **_kept_back(seller_id, funds),
        **_owing(seller_id, funds),
    }
    response = office_page(request, "payout", context)
    response.status_code = 422 if wrong else 409 if refusal else 200
    return response


def _kept_back(seller_id: UUID, funds: SellerFunds) -> dict:
    """Where his money is, what is kept back of it on which terms, and what he was paid."""
    terms = own_reserve_terms(seller_id)
    return {
        "funds": funds,
        "funds_parts": told_funds(funds),
        "reserved": funds.reserved,
        "reserve_parts": reserve_parts(seller_id).items,
        "reserve_values": reserve_values(terms, funds.payable.currency),
        "terms_are_own": terms is not None,
        "payouts": payouts_of_seller(seller_id, size=PAYOUTS).items,
    }


def _owing(seller_id: UUID, funds: SellerFunds) -> dict:
    """What he owes us, and what he was asked for."""
    return {
        "debt": funds.debt,
        "demands": [(one, *DEMAND_STATES[one.state]) for one in demands(seller_id)],
        "is_asked": open_demand(seller_id) is not None,
        "demand_key": new_id(),
        "demand_day": (timezone.localtime(now()).date() + DEMAND_TIME).isoformat(),
    }
