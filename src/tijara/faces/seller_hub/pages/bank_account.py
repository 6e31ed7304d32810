"""Where the store is paid to."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.parties.queries import legal_identities
from tijara.domains.settlements.actions import BankAccountInvalid, keep_bank_account
from tijara.domains.settlements.queries import bank_accounts
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def bank_account(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.BANK_ACCOUNT_KEEP)
    if request.method != "POST":
        return _form(request, desk, {}, {})
    typed = {name: request.POST.get(name, "") for name in ("holder", "iban")}
    try:
        keep_bank_account(actor=desk.actor, seller_id=desk.seller_id, **typed)
    except BankAccountInvalid as refusal:
        return _form(request, desk, typed, field_sentences(refusal.fields))
    said = _("Kept. From now on you are paid to this account.")
    return see_other(local("/hub/money"), said)


def _form(request: HttpRequest, desk: Desk, typed: dict, wrong: dict[str, str]) -> HttpResponse:
    """What was typed is kept; the number that is kept is never shown again whole."""
    account = bank_accounts([desk.seller_id]).get(desk.seller_id)
    legal = legal_identities([desk.seller_id])[desk.seller_id].legal_name
    context = {
        "account": account,
        "holder": typed.get("holder", account.holder if account else legal),
        "iban": typed.get("iban", ""),
        "wrong": wrong,
    }
    return hub_page(request, desk, "bank_account", context, status=422 if wrong else 200)
