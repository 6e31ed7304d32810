"""The address that a buyer types: kept as typed, and told field by field what to do."""

from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.geography.queries import cities_called, city, has_cities
from tijara.domains.geography.shapes import City
from tijara.domains.markets.queries import address_rules
from tijara.domains.orders.shapes import DeliveryAddress
from tijara.faces.storefront.countries import abroad, is_here
from tijara.faces.storefront.here import here
from tijara.kit.arabic import strip_controls
from tijara.ui.pieces.countries import country_called

ERRORS = {
    ("recipient", "required"): _("Write the name of the person who will receive it."),
    ("phone", "required"): _("Write a mobile number."),
    ("phone", "phone_invalid"): _("This is no mobile number here. Check its digits."),
    ("second_phone", "phone_invalid"): _("This is no mobile number here. Check its digits."),
    ("city", "required"): _("Choose the city."),
    ("city", "city_unknown"): _("Choose the city from the list."),
    ("city", "not_served"): _("A shop in your cart doesn’t deliver to this city."),
    ("country", "country_not_served"): _("We don’t deliver to this country. Choose another one."),
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
WRITE_CITY = _("Write the city.")
NOT_TO = _("A shop in your cart doesn’t deliver to %(country)s.")
SAUDI_PHONE = _("A Saudi mobile number starts with 05 and has 10 digits. Check it.")
TOO_LONG = _("This is too long. Shorten it a little.")
TOWN_UNCLEAR = _("Several places fit this name. Choose yours below.")
TOWN_UNKNOWN = _("We found no place of this name. Check it, or choose the nearest city.")
LONGEST_TOWN = 80
UNCLEAR = _("Check this field.")


@dataclass(slots=True)
class AddressForm:
    """`values` are the fields of the country's addresses, in their order."""

    country: str
    """One to which the market delivers."""
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str | Promise] = field(default_factory=dict)
    town: str = ""
    """The name of a town that is not in the list, as it was typed, while it is not clear yet."""
    towns: tuple[City, ...] = ()
    """Those that it may be."""
    elsewhere: str = ""
    """What was said for a country and is none of those: it is refused by the order, not dropped."""

    def __post_init__(self) -> None:
        fields = address_rules(self.country).fields
        self.values = {name: self.values.get(name, "") for name in fields}

    @property
    def is_blank(self) -> bool:
        return not self.errors and not self.town and not any(self.values.values())

    def find_town(self, typed: str, picked: str) -> None:
        """A town that is written goes before the list's choice; one of several is picked by code.
        No town of the name, or too many: it stays as it was typed, to be mended."""
        name, place = strip_controls(typed)[:LONGEST_TOWN], city(picked)
        if place and place.country == self.country:
            self.values["city"] = place.code
        elif name:
            found = cities_called(name, self.country)
            is_sure = len(found) == 1
            self.values["city"] = found[0].code if is_sure else ""
            self.town, self.towns = ("", ()) if is_sure else (name, tuple(found))

    def refuse(self, fields: dict[str, str]) -> None:
        """Take over what an action refused: codes by field."""
        for name, code in fields.items():
            fallback = TOO_LONG if code == "too_long" else UNCLEAR
            self.errors[name] = ERRORS.get((name, code), fallback)
            if name == "city" and self.town:
                self.errors[name] = TOWN_UNCLEAR if self.towns else TOWN_UNKNOWN
            if (name, code, self.country) == ("phone", "phone_invalid", "SA"):
                self.errors[name] = SAUDI_PHONE
            if (name, code) == ("city", "required") and not has_cities(self.country):
                self.errors[name] = WRITE_CITY
            if (name, code) == ("country", "not_served"):
                self.errors[name] = NOT_TO % {"country": country_called(self.country)}

    @property
    def abroad(self) -> str:
        """The country as orders have it: empty at home."""
        return abroad(self.country)

    def address(self) -> DeliveryAddress:
        return DeliveryAddress(**self.values, country=self.elsewhere or self.abroad)


def read_address(post: QueryDict, country: str = "") -> AddressForm:
    """Marks that no one sees are dropped; nothing else that was typed is changed or cut. `country`
    is the one of before, where the form does not ask."""
    said = strip_controls(post.get("country", "")) or country or here().country
    known = said if is_here(said) or said == country else here().country
    fields = address_rules(known).fields
    form = AddressForm(known, {name: strip_controls(post.get(name, "")) for name in fields})
    form.elsewhere = "" if known == said else said[:2]
    form.find_town(post.get("town", ""), post.get("town_code", ""))
    return form


def has_turned(post: QueryDict, form: AddressForm) -> bool:
    """Another country was chosen than the one whose fields were shown: they are drawn anew."""
    shown = post.get("fields_of", "")
    return bool(shown) and shown != form.country
