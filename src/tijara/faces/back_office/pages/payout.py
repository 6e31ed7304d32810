"""One seller's account: what he is owed and why; record that he was paid."""

from datetime import date
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from tijara.domains.parties.queries import seller_terms
from tijara.domains.settlements.actions import (
    MoreThanOwed,
    NoBankAccount,
    PayoutInvalid,
    PayoutKnown,
    record_payout,
    reveal_iban,
)
from tijara.domains.settlements.queries import payable
from tijara.faces.back_office.office import in_office
from tijara.faces.back_office.seller_account import Typed, account_page
from tijara.kit.actor import Actor
from tijara.kit.money import Money
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences
from tijara.ui.typed import amount

FIELDS = ("amount", "bank_reference", "paid_on")


@require_http_methods(["GET", "HEAD", "POST"])
@in_office
def payout(request: HttpRequest, actor: Actor, seller_id: UUID) -> HttpResponse:
    _must_be_known(seller_id)
    if request.method != "POST":
        return account_page(request, seller_id)
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
        form = Typed("payout", typed, field_sentences(refusal.fields))
        return account_page(request, seller_id, form=form)
    except (MoreThanOwed, NoBankAccount, PayoutKnown) as refusal:
        form = Typed("payout", typed)
        return account_page(request, seller_id, form=form, refusal=refusal)
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
        return account_page(request, seller_id, refusal=refusal)
    return account_page(request, seller_id, iban=shown)


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
