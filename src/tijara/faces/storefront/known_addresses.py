"""The addresses that a buyer keeps, offered at checkout. Guests have none and cost nothing."""

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

from django.http import HttpRequest

from tijara.domains.accounts.queries import account_of
from tijara.domains.markets.queries import market_by_id
from tijara.domains.orders.queries import order as find_order
from tijara.domains.orders.queries import read_order_token
from tijara.domains.parties.actions import BookFull, save_address
from tijara.domains.parties.queries import addresses
from tijara.domains.parties.shapes import SavedAddress
from tijara.faces.storefront.address_form import AddressForm
from tijara.faces.storefront.buyers import as_actor, known_buyer
from tijara.faces.storefront.countries import chosen_country, said_country
from tijara.faces.storefront.typed import read_id
from tijara.ui.visitors import is_signed_in


def book_of(request: HttpRequest, buyer_id: UUID, countries: Collection[str]) -> list[SavedAddress]:
    """Those in the countries to which is delivered, the usual one first."""
    if not _is_own(request, buyer_id):
        return []
    return [one for one in addresses(buyer_id) if one.country in countries]


def first_form(
    request: HttpRequest, book: list[SavedAddress], countries: Collection[str]
) -> AddressForm:
    """That of the order whose link stands in the address, where he orders it anew; the one that was
    chosen, else the usual one (of the country that he has said), else what his account knows of
    him; for a guest an empty form."""
    before, said = _of_order(request.GET.get("like", "")), said_country(request)
    if before and before[0] in countries:
        return AddressForm(*before)
    wanted = read_id(request.GET.get("address", ""))
    named = next((one for one in book if one.id == wanted), None)
    chosen = named or next((one for one in book if said in ("", one.country)), None)
    if chosen is None:
        return AddressForm(chosen_country(request), _of_account(request))
    return AddressForm(chosen.country, dict(chosen.fields))


def _of_order(token: str) -> tuple[str, dict[str, str]] | None:
    """Its country and its address. Who holds an order's link sees them anyway."""
    key = read_order_token(token)
    found = find_order(*key) if key else None
    if found is None or not found.address.city:
        return None
    home = market_by_id(found.market_id).country
    return found.address.country or home, asdict(found.address)


def _of_account(request: HttpRequest) -> dict[str, str]:
    if not is_signed_in(request):
        return {}
    person = account_of(request.user)
    return {"recipient": person.name, "phone": person.phone, "email": person.email}


def keep_address(request: HttpRequest, buyer_id: UUID, form: AddressForm) -> None:
    """Into the book, if the buyer asked for it; a full book is no reason to trouble him now."""
    if "keep_address" not in request.POST or not _is_own(request, buyer_id):
        return
    try:
        save_address(
            actor=as_actor(buyer_id),
            buyer_id=buyer_id,
            country=form.country,
            fields=form.values,
        )
    except BookFull:
        return


def _is_own(request: HttpRequest, buyer_id: UUID) -> bool:
    """A book is opened for the person whose it is, whatever else he shows."""
    return is_signed_in(request) and buyer_id == known_buyer(request)
