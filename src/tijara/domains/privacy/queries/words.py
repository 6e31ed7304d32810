"""What parts, columns and values of a copy are called in its reader's language."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.utils.translation import pgettext_lazy as said

from tijara.domains.geography.queries import city
from tijara.domains.messaging.queries import said_amount, said_day
from tijara.kit.money import Money

from ..shapes import Part

PARTS = {
    "profile": lazy("You"),
    "company": lazy("Whom you buy for"),
    "addresses": lazy("Addresses"),
    "ways_in": lazy("Second step, passkeys and devices"),
    "consents": lazy("What you want to be told of"),
    "orders": lazy("Orders"),
    "lines": lazy("Goods of your orders"),
    "invoices": lazy("Invoices"),
    "payments": lazy("Payments"),
    "refunds": lazy("Refunds"),
    "returns": lazy("Returns"),
    "complaints": lazy("Complaints"),
    "reviews": lazy("Reviews"),
    "favourites": lazy("Favourites"),
    "searches": lazy("Kept searches"),
    "cart": lazy("Cart"),
    "credit": lazy("Wallet"),
    "points": lazy("Points"),
    "gifts": lazy("Gift cards you bought"),
    "work": lazy("Where you work"),
    "messages": lazy("Messages of the last 90 days"),
}
NAMES = {
    "name": lazy("Name"),
    "email": lazy("E-mail"),
    "phone": lazy("Mobile"),
    "second_phone": lazy("Second mobile"),
    "language": lazy("Language"),
    "wish": lazy("Wish"),
    "kind": lazy("Kind"),
    "legal_name": lazy("Legal name"),
    "vat_number": lazy("VAT number"),
    "registration_number": lazy("Register number"),
    "agency_code": lazy("Number of the public body"),
    "address": lazy("Address"),
    "place": lazy("Address"),
    "label": lazy("Label"),
    "country": lazy("Country"),
    "recipient": lazy("To"),
    "city": lazy("City"),
    "district": lazy("District"),
    "street": lazy("Street"),
    "building": lazy("Building"),
    "unit": lazy("Flat"),
    "landmark": lazy("Landmark"),
    "short_code": lazy("Short address"),
    "additional_number": lazy("Additional number"),
    "pin": lazy("Place on the map"),
    "notes": lazy("For the courier"),
    "since": lazy("Since"),
    "used_at": lazy("Last used"),
    "review_letters": lazy("Letters that ask for a review"),
    "number": lazy("Number"),
    "order": lazy("Order"),
    "orders": lazy("Orders"),
    "shop": lazy("Shop"),
    "placed_at": lazy("Placed on"),
    "state": lazy("State"),
    "total": lazy("Total"),
    "payment_method": lazy("Payment"),
    "paid_at": lazy("Paid on"),
    "quantity": lazy("Quantity"),
    "unit_price": lazy("Price"),
    "issued_at": lazy("Issued on"),
    "amount": lazy("Amount"),
    "reference": lazy("Reference"),
    "opened_at": lazy("Opened on"),
    "reason": lazy("Reason"),
    "words": lazy("Your words"),
    "pictures": lazy("Pictures"),
    "stars": lazy("Stars"),
    "shown_name": lazy("Shown name"),
    "written_at": lazy("Written on"),
    "rhythm": lazy("How often you are told"),
    "path": lazy("Page"),
    "kept_at": lazy("Kept on"),
    "told_at": lazy("Told on"),
    "moved_at": lazy("Day"),
    "balance": lazy("Balance"),
    "expires_at": lazy("Good until"),
    "to_name": lazy("To"),
    "to_email": lazy("E-mail"),
    "from_name": lazy("From"),
    "role": lazy("Role"),
    "asked_at": lazy("Asked on"),
    "means": lazy("By"),
    "subject": lazy("Subject"),
    "created_at": lazy("Written on"),
    "sent_at": lazy("Sent on"),
}
VALUES = {
    "pending": said("copy", "Waits"),
    "placed": said("copy", "Placed"),
    "confirmed": said("copy", "Confirmed"),
    "packed": said("copy", "Packed"),
    "shipped": said("copy", "Shipped"),
    "delivered": said("copy", "Delivered"),
    "refused": said("copy", "Not accepted"),
    "cancelled": said("copy", "Cancelled"),
    "refunded": said("copy", "Refunded"),
    "paid": said("copy", "Paid"),
    "cash_on_delivery": said("copy", "Cash on delivery"),
    "card": said("copy", "Card"),
    "bank_transfer": said("copy", "Bank transfer"),
    "wallet": said("copy", "Wallet"),
    "ar": said("copy", "Arabic"),
    "en": said("copy", "English"),
    "fr": said("copy", "French"),
    "email": said("copy", "E-mail"),
    "sms": said("copy", "Text message"),
    "whatsapp": said("copy", "WhatsApp"),
    "device": said("copy", "Device"),
    "totp": said("copy", "Authenticator app"),
    "webauthn": said("copy", "Passkey"),
    "recovery_codes": said("copy", "Recovery codes"),
    "refund": said("copy", "Refund"),
    "spent": said("copy", "Spent"),
    "goodwill": said("copy", "Gift of the market"),
    "shop_goodwill": said("copy", "Gift of the shop"),
    "gift_card": said("copy", "Gift card"),
    "points": said("copy", "Points"),
    "expired": said("copy", "Expired"),
    "earned": said("copy", "Earned"),
    "returned": said("copy", "Goods went back"),
    "shown": said("copy", "Shown"),
    "owner": said("copy", "Owner"),
    "manager": said("copy", "Manager"),
    "clerk": said("copy", "Clerk"),
    "person": said("copy", "A person"),
    "company": said("copy", "A company"),
    "agency": said("copy", "A public body"),
}
"""Of codes; others stand as they are kept."""
CODED = {"state", "payment_method", "language", "wish", "kind", "role", "means"}
LEFT_OUT = {"product_id", "offer_id"}
"""Ids are for machines: they are in the file for those."""
Shown = list[tuple[str, list[list[tuple[str, str]]]]]


def as_read(parts: list[Part]) -> Shown:
    """(title, rows of (label, words)): what is empty is left out of a row."""
    return [(str(PARTS[part.name]), [_row(part.name, row) for row in part.rows]) for part in parts]


def _row(part: str, row: Mapping[str, Any]) -> list[tuple[str, str]]:
    shown = ((name, _value(name, value)) for name, value in row.items() if name not in LEFT_OUT)
    return [(_label(part, name), words) for name, words in shown if words]


def _label(part: str, name: str) -> str:
    if part == "lines" and name == "unit":
        name = "unit_price"
    return str(NAMES.get(name, name))


def _value(name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, Money):
        return said_amount(value)
    if isinstance(value, datetime | date):
        return said_day(value)
    if isinstance(value, list | tuple):
        return " · ".join(map(str, value))
    if name == "city":
        return _city(str(value))
    text = "" if value is None else str(value)
    return str(VALUES.get(text, text)) if name in CODED else text


def _city(code: str) -> str:
    found = city(code)
    if found is None:
        return code
    wanted = getattr(found, f"name_{get_language()}", "")
    return wanted or found.name_en
