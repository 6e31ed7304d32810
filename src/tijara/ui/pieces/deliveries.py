"""Forms about delivery, for a market’s office and a seller’s hub: ways, and special places."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from tijara.domains.geography.shapes import City, Region
from tijara.domains.shipping.shapes import CountryTerms, DeliveryCode, ServiceTerms, Zone
from tijara.kit.arabic import parse_decimal, strip_controls
from tijara.kit.money import EXPONENTS, Money
from tijara.ui.pieces.words import named
from tijara.ui.refusal_texts import field_sentence

LONGEST_NUMBER = 3


@dataclass(slots=True)
class DeliveryForm:
    """What was typed, and what is wrong with it: a sentence by field."""

    values: dict[str, str]
    errors: dict[str, str] = field(default_factory=dict)

    def refuse(self, codes: Mapping[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}


def service_form(terms: ServiceTerms, currency: str) -> DeliveryForm:
    free_from = terms.free_from_minor
    return DeliveryForm(
        {
            "price": Money(terms.price_minor, currency).to_decimal_string(),
            "free_from": ""
            if free_from is None
            else Money(free_from, currency).to_decimal_string(),
            "from_days": str(terms.from_days),
            "to_days": str(terms.to_days),
            "place": terms.place,
            "is_offered": "1" if terms.is_offered else "",
        }
    )


def read_service(
    post: Mapping[str, str], code: DeliveryCode, currency: str
) -> tuple[ServiceTerms | None, DeliveryForm]:
    names = ("price", "free_from", "from_days", "to_days", "place", "is_offered")
    form = DeliveryForm({name: strip_controls(post.get(name, "")) for name in names})
    price, free_from = _amount(form, "price", currency), _amount(form, "free_from", currency)
    from_days, to_days = _days(form, "from_days"), _days(form, "to_days")
    if form.errors:
        return None, form
    free = free_from if form.values["free_from"] else None
    offered = bool(form.values["is_offered"])
    place = form.values["place"]
    return ServiceTerms(code, price, free, from_days, to_days, place, offered), form


def read_zone(post: Mapping[str, str], currency: str) -> tuple[Zone | None, DeliveryForm]:
    names = ("zone", "is_served", "extra", "extra_days")
    form = DeliveryForm({name: strip_controls(post.get(name, "")) for name in names})
    extra, extra_days = _amount(form, "extra", currency), _days(form, "extra_days")
    if not form.values["zone"]:
        form.errors["place"] = field_sentence("unknown")
    if form.errors:
        return None, form
    return Zone(form.values["zone"], form.values["is_served"] != "no", extra, extra_days), form


def read_country(
    post: Mapping[str, str], currency: str
) -> tuple[CountryTerms | None, DeliveryForm]:
    names = ("country", "price", "free_from", "from_days", "to_days")
    form = DeliveryForm({name: strip_controls(post.get(name, "")) for name in names})
    price, free_from = _amount(form, "price", currency), _amount(form, "free_from", currency)
    from_days, to_days = _days(form, "from_days"), _days(form, "to_days")
    if not form.values["price"]:
        form.errors["price"] = field_sentence("required")
    if form.errors:
        return None, form
    free = free_from if form.values["free_from"] else None
    return CountryTerms(form.values["country"][:2], price, free, from_days, to_days), form


def place_options(places: Iterable[tuple[Region, list[City]]], chosen: str) -> SafeString:
    """Every region as a whole, and each of its cities."""
    return format_html_join("", "{}", ((_group(*place, chosen),) for place in places))


def _group(region: Region, cities: list[City], chosen: str) -> SafeString:
    name = named(region)
    whole = _("All of %(region)s") % {"region": name}
    options = [(region.code, whole)]
    options += [(one.code, named(one)) for one in cities]
    marked = (
        (code, SafeString(" selected" if code == chosen else ""), text) for code, text in options
    )
    return format_html(
        '<optgroup label="{}">{}</optgroup>',
        name,
        format_html_join("", '<option value="{}"{}>{}</option>', marked),
    )


def _amount(form: DeliveryForm, name: str, currency: str) -> int:
    typed = form.values[name]
    minor = parse_decimal(typed, EXPONENTS[currency]) if typed else 0
    if minor is None:
        form.errors[name] = field_sentence("not_an_amount")
    return minor or 0


def _days(form: DeliveryForm, name: str) -> int:
    number = parse_decimal(form.values[name], 0) if form.values[name] else 0
    if number is None or len(str(number)) > LONGEST_NUMBER:
        form.errors[name] = field_sentence("not_a_number")
        return 0
    return number
