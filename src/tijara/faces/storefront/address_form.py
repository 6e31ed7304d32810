"""The address that a buyer types: kept as typed, and told field by field what to do."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.queries import country_profile
from tijara.domains.orders.shapes import DeliveryAddress
from tijara.kit.arabic import strip_controls

ERRORS = {
    ("recipient", "required"): _("Write the name of the person who will receive it."),
    ("phone", "required"): _("Write a mobile number."),
    ("phone", "phone_invalid"): _("This is no mobile number here. Check its digits."),
    ("second_phone", "phone_invalid"): _("This is no mobile number here. Check its digits."),
    ("city", "required"): _("Choose the city."),
    ("city", "city_unknown"): _("Choose the city from the list."),
    ("city", "not_served"): _("A shop in your cart doesn’t deliver to this city."),
    ("short_code", "short_code_invalid"): _("It has four letters, then four digits: RRRD2929."),
    ("additional_number", "four_digits"): _("It has four digits: 2121."),
    ("street", "required"): _("Write the street."),
    ("street", "place_needed"): _(
        "Write the street, or the district, or the short address: the courier needs one of them."
    ),
    ("building", "required"): _("Write the building or the villa."),
    ("email", "email_invalid"): _("This e-mail address is incomplete. Check it or leave it empty."),
    ("pin", "pin_unreadable"): _("Paste two numbers such as 24.71355,46.67530, or a map’s link."),
    ("pin", "pin_short_link"): _(
        "We don’t open short links. Open it, then copy the two numbers of the place."
    ),
    ("pin", "pin_elsewhere"): _("This point lies in another country. Check its two numbers."),
}
SAUDI_PHONE = _("A Saudi mobile number starts with 05 and has 10 digits. Check it.")
TOO_LONG = _("This is too long. Shorten it a little.")
UNCLEAR = _("Check this field.")


@dataclass(slots=True)
class AddressForm:
    """`values` are the fields of the country's addresses, in their order."""

    country: str
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str | Promise] = field(default_factory=dict)

    def __post_init__(self) -> None:
        fields = country_profile(self.country).address.fields
        self.values = {name: self.values.get(name, "") for name in fields}

    @property
    def is_blank(self) -> bool:
        return not self.errors and not any(self.values.values())

    def refuse(self, fields: dict[str, str]) -> None:
        """Take over what an action refused: codes by field."""
        for name, code in fields.items():
            fallback = TOO_LONG if code == "too_long" else UNCLEAR
            self.errors[name] = ERRORS.get((name, code), fallback)
            if (name, code, self.country) == ("phone", "phone_invalid", "SA"):
                self.errors[name] = SAUDI_PHONE

    def address(self) -> DeliveryAddress:
        return DeliveryAddress(**self.values)


def read_address(post: QueryDict, country: str) -> AddressForm:
    """Marks that no one sees are dropped; nothing else that was typed is changed or cut."""
    fields = country_profile(country).address.fields
    return AddressForm(country, {name: strip_controls(post.get(name, "")) for name in fields})
