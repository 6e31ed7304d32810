"""What codes of a copy are called: in the words in which a buyer meets them elsewhere."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

Words = Mapping[str, Promise]
CODED = {
    "state", "payment_method", "language", "wish", "kind", "role", "means", "reason", "rhythm",
}  # fmt: skip
COMMON: Words = {
    "pending": _("Waits"),
    "placed": _("Placed"),
    "confirmed": _("Confirmed"),
    "packed": _("Packed"),
    "shipped": _("Shipped"),
    "delivered": _("Delivered"),
    "refused": _("Not accepted"),
    "cancelled": _("Cancelled"),
    "refunded": _("Refunded"),
    "paid": _("Paid"),
    "cash_on_delivery": _("Cash on delivery"),
    "card": _("Card"),
    "bank_transfer": _("Bank transfer"),
    "wallet": _("Wallet"),
    "ar": _("Arabic"),
    "en": _("English"),
    "fr": _("French"),
    "email": _("E-mail"),
    "sms": _("Text message"),
    "whatsapp": _("WhatsApp"),
    "device": _("Device"),
    "totp": _("Authenticator app"),
    "webauthn": _("Passkey"),
    "recovery_codes": _("Recovery codes"),
    "gift_card": _("Gift card"),
    "owner": _("Owner"),
    "manager": _("Manager"),
    "clerk": _("Clerk"),
    "person": _("A person"),
    "company": _("A company"),
    "agency": _("A public body"),
}
WENT_WRONG: Words = {
    "changed_mind": _("I don’t want it after all"),
    "faulty": _("It does not work"),
    "damaged": _("It arrived damaged"),
    "wrong_item": _("It is not what I ordered"),
    "not_as_described": _("It is not as it was described"),
    "missing_parts": _("Parts are missing"),
    "warranty": _("A fault under warranty"),
    "other": _("Another reason"),
}
IN_PART: dict[str, Words] = {
    "orders": {"refused": _("Refused at the door"), "refunded": _("Taken back")},
    "invoices": {
        "tax_invoice": _("Simplified tax invoice"),
        "full_invoice": _("Tax invoice"),
        "receipt": pgettext_lazy("invoice", "Receipt"),
        "credit_note": _("Credit note"),
        "debit_note": _("Debit note"),
    },
    "payments": {"open": _("To be paid"), "expired": _("Not paid in time")},
    "refunds": {"due": _("On its way"), "paid": _("Given back")},
    "returns": {
        **WENT_WRONG,
        "refund": _("My money back"),
        "exchange": _("Another piece"),
        "repair": _("A repair"),
        "requested": _("With the shop"),
        "asked": _("Waiting for you"),
        "approved": _("Approved"),
        "sent": _("On its way"),
        "received": _("At the shop"),
        "inspected": _("At the shop"),
        "rejected": _("Not accepted"),
        "appealed": _("With the market’s staff"),
        "closed": _("Not accepted"),
        "refunded": pgettext_lazy("return", "Paid back"),
        "exchanged": pgettext_lazy("return", "Exchanged"),
        "sent_back": _("Coming back to you"),
        "withdrawn": _("Withdrawn"),
        "lapsed": pgettext_lazy("return", "Over"),
    },
    "complaints": {
        **WENT_WRONG,
        "complained": _("With the shop"),
        "disputed": _("With the shop"),
        "answered": _("With the market’s staff"),
        "settled": pgettext_lazy("complaint", "Closed"),
        "parted": pgettext_lazy("complaint", "A part comes back"),
        "undone": pgettext_lazy("complaint", "Your money comes back"),
    },
    "reviews": {
        "shown": _("Shown"),
        "waiting": _("Waits"),
        "hidden": _("Taken down"),
        "withdrawn": _("Withdrawn"),
    },
    "searches": {
        "daily": pgettext_lazy("saved search", "Once a day at most"),
        "weekly": pgettext_lazy("saved search", "Once a week at most"),
        "never": pgettext_lazy("saved search", "Never"),
    },
    "credit": {
        "refund": _("Came back from an order"),
        "spent": _("Paid for an order"),
        "goodwill": _("A gift from us"),
        "shop_goodwill": _("A gift from the shop"),
        "points": _("Points became money"),
        "expired": pgettext_lazy("credit", "Expired"),
    },
    "points": {
        "earned": _("Earned with an order"),
        "returned": _("Goods went back"),
        "spent": _("Put into your wallet"),
        "expired": pgettext_lazy("points", "Expired"),
        "granted": _("A gift from us"),
        "withdrawn": _("Taken back by us"),
    },
    "gifts": {
        "live": pgettext_lazy("gift card", "Sent"),
        "redeemed": pgettext_lazy("gift card", "Redeemed"),
        "cancelled": pgettext_lazy("gift card", "Called off"),
    },
    "places": {
        "waiting": _("Waits"),
        "turn": _("Your turn"),
        "bought": _("Bought"),
        "lapsed": _("Your turn is over"),
        "given_back": _("The order was called off"),
        "left": _("You left the queue"),
    },
    "reports": {
        "product": _("A product"),
        "review": _("A review"),
        "counterfeit": _("It is an imitation"),
        "forbidden": _("It may not be sold"),
        "misleading": _("It is not what it says"),
        "unsafe": _("It is dangerous"),
        "offensive": _("It insults or shocks"),
        "advertising": _("It advertises something else"),
        "private": _("It tells what is private"),
        "off_topic": _("It is not about the product"),
        "untrue": _("It is not true"),
        "other": _("Something else"),
    },
    "applications": {
        "waiting": _("Waits"),
        "approved": _("Approved"),
        "rejected": _("Not accepted"),
    },
}
IN_PART["gifts_got"] = IN_PART["gifts"]
"""By part, where the same code means another thing there."""


def said_code(part: str, code: str) -> str:
    """One that has no words stands as it is kept."""
    return str(IN_PART.get(part, {}).get(code) or COMMON.get(code, code))
