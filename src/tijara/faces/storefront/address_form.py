"""The address that a buyer types: kept as typed, and told field by field what to do."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.orders.shapes import DeliveryAddress
from tijara.kit.arabic import strip_controls

FIELDS = (
    "recipient",
    "phone",
    "city",
    "short_code",
    "district",
    "street",
    "landmark",
    "email",
)
ERRORS = {
    ("recipient", "required"): _("Write the name of the person who will receive it."),
    ("phone", "required"): _("Write a mobile number."),
    ("phone", "phone_invalid"): _(
        "A Saudi mobile number starts with 05 and has 10 digits. Check it."
    ),
    ("city", "required"): _("Choose the city."),
    ("city", "city_unknown"): _("Choose the city from the list."),
    ("city", "not_served"): _("A shop in your cart doesn’t deliver to this city."),
    ("short_code", "short_code_invalid"): _("It has four letters, then four digits: RRRD2929."),
    ("street", "place_needed"): _(
        "Write the street, or the district, or the short address: the courier needs one of them."
    ),
    ("email", "email_invalid"): _("This e-mail address is incomplete. Check it or leave it empty."),
}
TOO_LONG = _("This is too long. Shorten it a little.")
UNCLEAR = _("Check this field.")


@dataclass(slots=True)
class AddressForm:
    values: dict[str, str] = field(default_factory=lambda: dict.fromkeys(FIELDS, ""))
    errors: dict[str, str | Promise] = field(default_factory=dict)

    def refuse(self, fields: dict[str, str]) -> None:
        """Take over what an action refused: codes by field."""
        for name, code in fields.items():
            fallback = TOO_LONG if code == "too_long" else UNCLEAR
            self.errors[name] = ERRORS.get((name, code), fallback)

    def address(self) -> DeliveryAddress:
        return DeliveryAddress(**self.values)


def read_address(post: QueryDict) -> AddressForm:
    """Marks that no one sees are dropped; nothing else that was typed is changed or cut."""
    return AddressForm({name: strip_controls(post.get(name, "")) for name in FIELDS})
