"""What parts, columns and values of a copy are called in its reader's language."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from tijara.domains.geography.queries import town
from tijara.domains.messaging.queries import said_amount, said_day
from tijara.kit.countries import country_name
from tijara.kit.money import Money

from ..shapes import Part
from .code_words import CODED, said_code

PARTS = {
    "profile": gettext_lazy("You"),
    "company": gettext_lazy("Whom you buy for"),
    "addresses": gettext_lazy("Addresses"),
    "ways_in": gettext_lazy("Second step, passkeys and devices"),
    "consents": gettext_lazy("What you want to be told of"),
    "orders": gettext_lazy("Orders"),
    "lines": gettext_lazy("Goods of your orders"),
    "invoices": gettext_lazy("Invoices"),
    "payments": gettext_lazy("Payments"),
    "refunds": gettext_lazy("Refunds"),
    "returns": gettext_lazy("Returns"),
    "complaints": gettext_lazy("Complaints"),
    "reviews": gettext_lazy("Reviews"),
    "favourites": gettext_lazy("Favourites"),
    "awaited": gettext_lazy("What you wait for"),
    "searches": gettext_lazy("Kept searches"),
    "cart": gettext_lazy("Cart"),
    "credit": gettext_lazy("Wallet"),
    "points": gettext_lazy("Points"),
    "gifts": gettext_lazy("Gift cards you bought"),
    "gifts_got": gettext_lazy("Gift cards you were sent"),
    "doors": gettext_lazy("What you wished for the door"),
    "places": gettext_lazy("Places in flash sales"),
    "groups": gettext_lazy("Groups you are in"),
    "reports": gettext_lazy("What you reported"),
    "helpful": gettext_lazy("Reviews that you found helpful"),
    "applications": gettext_lazy("Asking to sell"),
    "work": gettext_lazy("Where you work"),
    "messages": gettext_lazy("Messages of the last 90 days"),
}
NAMES = {
    "name": gettext_lazy("Name"),
    "email": gettext_lazy("E-mail"),
    "phone": gettext_lazy("Mobile"),
    "second_phone": gettext_lazy("Second mobile"),
    "language": gettext_lazy("Language"),
    "wish": gettext_lazy("Wish"),
    "kind": gettext_lazy("Kind"),
    "legal_name": gettext_lazy("Legal name"),
    "vat_number": gettext_lazy("VAT number"),
    "registration_number": gettext_lazy("Register number"),
    "agency_code": gettext_lazy("Number of the public body"),
    "address": gettext_lazy("Address"),
    "place": gettext_lazy("Address"),
    "label": gettext_lazy("Label"),
    "country": gettext_lazy("Country"),
    "recipient": gettext_lazy("To"),
    "city": gettext_lazy("City"),
    "region": gettext_lazy("State or province"),
    "postcode": gettext_lazy("Postcode"),
    "district": gettext_lazy("District"),
    "street": gettext_lazy("Street"),
    "building": gettext_lazy("Building"),
    "unit": gettext_lazy("Flat"),
    "landmark": gettext_lazy("Landmark"),
    "short_code": gettext_lazy("Short address"),
    "additional_number": gettext_lazy("Additional number"),
    "pin": gettext_lazy("Place on the map"),
    "notes": gettext_lazy("For the courier"),
    "since": gettext_lazy("Since"),
    "used_at": gettext_lazy("Last used"),
    "review_letters": gettext_lazy("Letters that ask for a review"),
    "back_letters": gettext_lazy("Letters that say that goods are back"),
    "number": gettext_lazy("Document number"),
    "order": gettext_lazy("Order"),
    "orders": gettext_lazy("Orders"),
    "shop": gettext_lazy("Name of the shop"),
    "placed_at": gettext_lazy("Placed on"),
    "state": gettext_lazy("State"),
    "total": gettext_lazy("Total"),
    "payment_method": gettext_lazy("Payment"),
    "paid_at": gettext_lazy("Paid on"),
    "quantity": gettext_lazy("Quantity"),
    "unit_price": gettext_lazy("Price"),
    "issued_at": gettext_lazy("Issued on"),
    "amount": gettext_lazy("Amount"),
    "reference": gettext_lazy("Reference"),
    "opened_at": gettext_lazy("Opened on"),
    "reason": gettext_lazy("Reason"),
    "words": gettext_lazy("Your words"),
    "pictures": gettext_lazy("Pictures"),
    "files": gettext_lazy("Files in this copy"),
    "pickup_on": gettext_lazy("To be fetched on"),
    "pickup_note": gettext_lazy("For the courier"),
    "day": gettext_lazy("Wished day"),
    "joined_at": gettext_lazy("Since"),
    "answer": gettext_lazy("Answer"),
    "words_to_you": gettext_lazy("Words to you"),
    "stars": gettext_lazy("Stars"),
    "shown_name": gettext_lazy("Shown name"),
    "written_at": gettext_lazy("Written on"),
    "rhythm": gettext_lazy("How often you are told"),
    "path": gettext_lazy("Page"),
    "kept_at": gettext_lazy("Kept on"),
    "told_at": gettext_lazy("Told on"),
    "moved_at": gettext_lazy("On the day"),
    "balance": gettext_lazy("Balance"),
    "expires_at": gettext_lazy("Good until"),
    "to_name": gettext_lazy("To"),
    "to_email": gettext_lazy("E-mail"),
    "from_name": gettext_lazy("From"),
    "role": gettext_lazy("Role"),
    "asked_at": gettext_lazy("Asked on"),
    "means": gettext_lazy("By"),
    "subject": gettext_lazy("Subject"),
    "created_at": gettext_lazy("Written on"),
    "sent_at": gettext_lazy("Sent on"),
    "said_at": gettext_lazy("On the day"),
}
LEFT_OUT = {"product_id", "variant_id"}
"""Ids are for machines: they are in the file for those."""
Shown = list[tuple[str, list[list[tuple[str, str]]]]]
PLACES: dict[str, Callable[[str], object | None]] = {"city": town, "country": country_name}


def as_read(parts: list[Part]) -> Shown:
    """(title, rows of (label, words)): what is empty is left out of a row."""
    return [(str(PARTS[part.name]), [_row(part.name, row) for row in part.rows]) for part in parts]


def _row(part: str, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    left_out = LEFT_OUT | ({"kind"} if part == "messages" else set())
    shown = (
        (name, _value(part, name, value)) for name, value in row.items() if name not in left_out
    )
    return [(_label(part, name), words) for name, words in shown if words]


def _label(part: str, name: str) -> str:
    if part == "lines" and name == "unit":
        name = "unit_price"
    return str(NAMES.get(name, name))


def _value(part: str, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Money):
        return said_amount(value)
    if isinstance(value, datetime | date):
        return said_day(value)
    if isinstance(value, list | tuple):
        return " · ".join(map(str, value))
    if name in PLACES:
        return _place(name, str(value))
    text = "" if value is None else str(value)
    return said_code(part, text) if name in CODED else text


def _place(name: str, code: str) -> str:
    found = PLACES[name](code)
    wanted = getattr(found, f"name_{get_language()}", "")
    return wanted or getattr(found, "name_en", code)
