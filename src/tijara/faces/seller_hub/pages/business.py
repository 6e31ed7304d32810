"""Who the store is before the law: what its invoices say."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from tijara.domains.parties.actions import IdentityInvalid, declare_identity
from tijara.domains.parties.queries import legal_identities
from tijara.domains.parties.shapes import LegalIdentity
from tijara.faces.seller_hub.desk import Desk, at_desk, hub_page
from tijara.kit.powers import Power
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.refusal_texts import field_sentences

FIELDS = ("legal_name", "vat_number", "registration_number", "address")


@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def business(request: HttpRequest, desk: Desk) -> HttpResponse:
    desk.must(Power.SELLER_IDENTITY)
    if request.method != "POST":
        return _form(request, desk, legal_identities([desk.seller_id])[desk.seller_id], {})
    typed = LegalIdentity(**{name: request.POST.get(name, "") for name in FIELDS})
    try:
        declare_identity(actor=desk.actor, seller_id=desk.seller_id, identity=typed)
    except IdentityInvalid as refusal:
        return _form(request, desk, typed, field_sentences(refusal.fields))
    said = _("Kept. Invoices say so from now on; those written before stay as they are.")
    return see_other(local("/hub/business"), said)


def _form(
    request: HttpRequest, desk: Desk, identity: LegalIdentity, wrong: dict[str, str]
) -> HttpResponse:
    context = {"identity": identity, "wrong": wrong}
    return hub_page(request, desk, "business", context, status=422 if wrong else 200)
