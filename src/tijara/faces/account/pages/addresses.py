"""The book of addresses: kept once, chosen at every checkout."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.geography.queries import cities, city, regions
from tijara.domains.parties.actions import (
    AddressInvalid,
    BookFull,
    NoSuchAddress,
    remove_address,
    save_address,
)
from tijara.domains.parties.queries import addresses, saved_address
from tijara.faces.account.people import account_page, as_buyer, buyer_of, country, signed_in
from tijara.faces.account.words import ADDRESS_WRONG
from tijara.ui.directions import see_other
from tijara.ui.language import local
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence, sentence_of

PAGE = "/account/addresses"
FIELDS = ("recipient", "phone", "city", "short_code", "district", "street", "landmark")


@require_safe
@signed_in
def book(request: HttpRequest) -> HttpResponse:
    kept = [(one, city(one.fields.get("city", ""))) for one in addresses(buyer_of(request))]
    return account_page(request, "addresses", {"addresses": kept})


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def address(request: HttpRequest, address_id: UUID | None = None) -> HttpResponse:
    """A new one, or one that is in the book: another buyer's is as unknown as none."""
    kept = saved_address(buyer_of(request), address_id) if address_id else None
    if address_id and kept is None:
        raise Http404
    if request.method != "POST":
        given = {"label": kept.label, **kept.fields} if kept else {}
        return _form(request, given, address_id=address_id, is_usual=bool(kept and kept.is_default))
    given = request.POST.dict()
    try:
        save_address(
            actor=as_buyer(request),
            buyer_id=buyer_of(request),
            country=kept.country if kept else country(),
            fields={name: given.get(name, "") for name in FIELDS},
            label=given.get("label", ""),
            is_default="usual" in given,
            address_id=address_id,
        )
    except AddressInvalid as refusal:
        wrong = {
            field: ADDRESS_WRONG.get((field, code)) or field_sentence(code)
            for field, code in refusal.fields.items()
        }
        return _form(request, given, wrong, address_id=address_id, is_usual="usual" in given)
    except BookFull as refusal:
        return see_other(local(PAGE), sentence_of(refusal), "warn")
    except NoSuchAddress as refusal:
        raise Http404 from refusal
    return see_other(local(PAGE), _("The address is saved."))


@require_POST
@signed_in
def address_removal(request: HttpRequest, address_id: UUID) -> HttpResponse:
    remove_address(actor=as_buyer(request), buyer_id=buyer_of(request), address_id=address_id)
    return see_other(local(PAGE), _("The address is removed. Your orders keep theirs."))


def _form(
    request: HttpRequest,
    given: dict[str, str],
    wrong: dict | None = None,
    *,
    address_id: UUID | None,
    is_usual: bool,
) -> HttpResponse:
    context = {
        "given": given,
        "wrong": wrong or {},
        "is_usual": is_usual,
        "address_id": address_id,
        "cities": _city_options(country()),
        "has_short_code": country() == "SA",
    }
    return account_page(request, "address", context, status=422 if wrong else 200)


def _city_options(where: str) -> list[tuple[str, str]]:
    names = {region.code: named(region) for region in regions(where)}
    return [
        ("", _("Choose the city")),
        *((one.code, f"{named(one)} — {names[one.region]}") for one in cities(where)),
    ]
