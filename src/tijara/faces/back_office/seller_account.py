"""One seller's account as a page: where his money is, what he is owed or owes, and its forms."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from textwrap import wrap
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from tijara.domains.parties.queries import legal_identities
from tijara.domains.settlements.queries import (
    bank_accounts,
    demands,
    funds_of,
    open_demand,
    own_reserve_terms,
    payouts_of_seller,
    reserve_parts,
    statement,
)
from tijara.domains.settlements.shapes import ReserveTerms, SellerFunds
from tijara.domains.stores.queries import stores
from tijara.faces.back_office.office import office_page
from tijara.faces.back_office.words import JOURNALS
from tijara.kit.clock import now
from tijara.kit.ids import new_id
from tijara.kit.money import Money
from tijara.kit.refusal import Refusal
from tijara.ui.commission_words import percent
from tijara.ui.directions import page_number
from tijara.ui.funds_words import DEMAND_STATES, told_funds
from tijara.ui.refusal_texts import sentence_of

RESERVE = ("rate", "days", "fixed", "newcomer_days")
PAYOUTS = 6
DEMAND_TIME = timedelta(days=14)
"""Proposed, until a demand is due."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form of the page by its name, what was typed in it, and what is wrong with each field."""

    name: str
    values: Mapping[str, str]
    wrong: Mapping[str, str] = field(default_factory=dict)


def account_page(
    request: HttpRequest,
    seller_id: UUID,
    *,
    form: Typed | None = None,
    refusal: Refusal | None = None,
    iban: str = "",
) -> HttpResponse:
    """The account as it stands. `form` is the one that was sent and can't be taken as it is."""
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
        "refused": sentence_of(refusal) if refusal else "",
        "forms": _forms(seller_id, funds, form),
        "sent": form.name if form else "",
        **_kept_back(seller_id, funds),
        **_owing(seller_id, funds),
    }
    response = office_page(request, "payout", context)
    is_wrong = form is not None and bool(form.wrong)
    response.status_code = 422 if is_wrong else 409 if refusal else 200
    return response


def _kept_back(seller_id: UUID, funds: SellerFunds) -> dict:
    """Where his money is, what is kept back of it on which terms, and what he was paid."""
    terms = own_reserve_terms(seller_id)
    return {
        "funds": funds,
        "funds_parts": told_funds(funds),
        "reserved": funds.reserved,
        "reserve_parts": reserve_parts(seller_id).items,
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
    }


def _forms(seller_id: UUID, funds: SellerFunds, sent: Typed | None) -> dict[str, Typed]:
    """Each form with what stands in it: what was typed, or what is proposed."""
    today = timezone.localtime(now()).date()
    owed, debt = funds.payable, funds.debt
    proposed = {
        "payout": {
            "amount": owed.to_decimal_string() if owed.minor > 0 else "",
            "paid_on": today.isoformat(),
        },
        "demand": {
            "amount": debt.to_decimal_string() if debt else "",
            "due_on": (today + DEMAND_TIME).isoformat(),
        },
        "repayment": {
            "amount": debt.to_decimal_string() if debt else "",
            "paid_on": today.isoformat(),
        },
        "reserve": reserve_values(own_reserve_terms(seller_id), owed.currency),
    }
    forms = {name: Typed(name, values) for name, values in proposed.items()}
    return forms | ({sent.name: sent} if sent else {})


def reserve_values(terms: ReserveTerms | None, currency: str) -> dict[str, str]:
    """For the form; empty where nothing is kept back."""
    if terms is None:
        return dict.fromkeys(RESERVE, "")
    fixed = Money(terms.fixed_minor, currency).to_decimal_string() if terms.fixed_minor else ""
    return {
        "rate": percent(terms.rate_bp) if terms.rate_bp else "",
        "days": str(terms.days) if terms.days else "",
        "fixed": fixed,
        "newcomer_days": str(terms.newcomer_days) if terms.newcomer_days else "",
    }
