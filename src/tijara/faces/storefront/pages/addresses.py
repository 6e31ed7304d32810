"""The book of addresses: kept once, chosen at every checkout. Only for who has signed in."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from tijara.domains.geography.queries import town
from tijara.domains.parties.actions import AddressInvalid, BookFull, remove_address, save_address
from tijara.domains.parties.queries import addresses, saved_address
from tijara.faces.storefront.address_fields import address_fields
from tijara.faces.storefront.address_form import AddressForm, has_turned, read_address
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.countries import chosen_country
from tijara.faces.storefront.frame import page, see_other
from tijara.faces.storefront.pace import CONFIRMING, pace
from tijara.ui.directions import to_sign_in
from tijara.ui.refusal_texts import sentence_of
from tijara.ui.visitors import is_signed_in

SHOWN = ("district", "street", "building", "landmark")


def with_buyer(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    @wraps(view)
    def seated(request: HttpRequest, **given) -> HttpResponse:
        buyer_id = known_buyer(request)
        if buyer_id is None or not is_signed_in(request):
            return to_sign_in(request, "/addresses")
        return view(request, buyer_id, **given)

    return seated


@require_safe
@with_buyer
def book(request: HttpRequest, buyer_id: UUID) -> HttpResponse:
    kept = [
        (one, town(one.fields.get("city", "")), [one.fields.get(name, "") for name in SHOWN])
        for one in addresses(buyer_id)
    ]
    return page(request, "addresses", {"addresses": kept}, is_private=True)


@require_http_methods(["GET", "HEAD", "POST"])
@with_buyer
def address(request: HttpRequest, buyer_id: UUID, address_id: UUID | None = None) -> HttpResponse:
    """A new one, or one that is in the book: another buyer's is as unknown as none."""
    kept = saved_address(buyer_id, address_id) if address_id else None
    if address_id and kept is None:
        raise Http404
    country = kept.country if kept else chosen_country(request)
    if request.method == "POST":
        return _save(request, buyer_id, country, address_id)
    form = AddressForm(country, dict(kept.fields) if kept else {})
    label, is_usual = (kept.label, kept.is_default) if kept else ("", False)
    return _form(request, form, label, is_usual=is_usual, address_id=address_id)


@require_POST
@with_buyer
def address_removal(request: HttpRequest, buyer_id: UUID, address_id: UUID) -> HttpResponse:
    if saved_address(buyer_id, address_id) is None:
        raise Http404
    remove_address(actor=as_actor(buyer_id), buyer_id=buyer_id, address_id=address_id)
    return see_other("addresses", say=_("The address is removed. Your orders keep theirs."))


def _save(
    request: HttpRequest, buyer_id: UUID, country: str, address_id: UUID | None
) -> HttpResponse:
    pace(CONFIRMING, buyer_id)
    form, label = read_address(request.POST, country), request.POST.get("label", "")
    is_usual = "usual" in request.POST
    if has_turned(request.POST, form):
        return _form(request, form, label, is_usual=is_usual, address_id=address_id)
    if form.elsewhere:
        form.refuse({"country": "country_not_served"})
        return _form(request, form, label, is_usual=is_usual, address_id=address_id, status=422)
    try:
        save_address(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            country=form.country,
            fields=form.values,
            label=label,
            is_default=is_usual,
            address_id=address_id,
        )
    except AddressInvalid as refused:
        form.refuse(refused.fields)
        return _form(request, form, label, is_usual=is_usual, address_id=address_id, status=422)
    except BookFull as refused:
        return see_other("addresses", say=sentence_of(refused), tone="warn")
    return see_other("addresses", say=_("The address is saved."))


def _form(
    request: HttpRequest,
    form: AddressForm,
    label: str,
    *,
    is_usual: bool,
    address_id: UUID | None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "fields": address_fields(form),
        "label": label,
        "is_usual": is_usual,
        "address_id": address_id,
    }
    return page(request, "address", context, status=status, is_private=True)
