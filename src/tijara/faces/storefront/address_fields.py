"""The fields of an address, drawn as a country writes addresses. An empty form is drawn once."""

from functools import lru_cache

from django.template.loader import render_to_string
from django.utils.functional import Promise
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from tijara.domains.geography.queries import districts, has_cities, has_districts, has_more_cities
from tijara.domains.markets.queries import address_rules
from tijara.faces.storefront.address_form import AddressForm
from tijara.faces.storefront.cities import city_options, full_name
from tijara.faces.storefront.countries import countries_here
from tijara.kit.phones import example_mobile
from tijara.ui.pieces.countries import country_called
from tijara.ui.pieces.fields import field
from tijara.ui.pieces.words import named

FINER = ("unit", "additional_number", "pin", "second_phone", "notes")
"""What helps the courier and is not asked of everybody: folded away until it is wanted."""
LABELS = {
    "recipient": _("Recipient’s name"),
    "phone": _("Mobile number"),
    "city": _("City"),
    "short_code": _("National short address"),
    "district": _("District"),
    "street": _("Street"),
    "building": _("Building"),
    "unit": _("Floor and flat"),
    "additional_number": _("Additional number"),
    "landmark": _("Nearby landmark"),
    "pin": _("Place on the map"),
    "second_phone": _("Another mobile number"),
    "notes": _("A word to the courier"),
    "email": _("E-mail"),
    "region": _("State or province"),
    "postcode": _("Postcode"),
}
OWN_LABELS = {
    ("SA", "building"): _("Building number"),
    ("EG", "city"): _("City or town"),
    ("EG", "building"): pgettext_lazy("Egypt", "Building number"),
    ("AE", "city"): _("Emirate and city"),
    ("AE", "district"): _("Area"),
    ("AE", "building"): _("Building or villa"),
}
HINTS = {
    "phone": _("The courier calls it before arriving."),
    "short_code": _(
        "Four letters and four digits, on the plate by your door. "
        "If you don’t know it, fill in the district and the street."
    ),
    "pin": _("Two numbers, or a link copied from a map."),
    "second_phone": _("In case the first one does not answer."),
    "email": _("We send your order’s link there."),
}
LOOKS = {
    "recipient": {"dir": "auto", "autocomplete": "name", "maxlength": 120},
    "phone": {"type": "tel", "dir": "ltr", "autocomplete": "tel", "maxlength": 30},
    "city": {"wide": True, "autocomplete": "address-level2"},
    "short_code": {
        "wide": True, "looks": "code upper", "dir": "ltr", "maxlength": 12,
        "autocapitalize": "characters", "autocomplete": "off", "spellcheck": "false",
        "placeholder": "RRRD2929",
    },
    "district": {"dir": "auto", "maxlength": 80, "autocomplete": "address-level3"},
    "street": {"dir": "auto", "maxlength": 120, "autocomplete": "address-line1"},
    "building": {"dir": "auto", "maxlength": 40, "autocomplete": "address-line2"},
    "unit": {"dir": "auto", "maxlength": 40, "autocomplete": "address-line3"},
    "additional_number": {
        "dir": "ltr", "maxlength": 8, "inputmode": "numeric", "autocomplete": "off",
        "placeholder": "2121",
    },
    "landmark": {"dir": "auto", "maxlength": 160, "autocomplete": "off"},
    "pin": {
        "wide": True, "dir": "ltr", "maxlength": 500, "autocomplete": "off",
        "placeholder": "24.71355,46.67530",
    },
    "second_phone": {
        "wide": True, "type": "tel", "dir": "ltr", "autocomplete": "off", "maxlength": 30,
    },
    "notes": {"wide": True, "dir": "auto", "maxlength": 240, "rows": 2, "autocomplete": "off"},
    "region": {"dir": "auto", "maxlength": 80, "autocomplete": "address-level1"},
    "postcode": {
        "dir": "ltr", "maxlength": 12, "autocomplete": "postal-code", "looks": "code upper",
        "spellcheck": "false",
    },
    "email": {"type": "email", "dir": "ltr", "maxlength": 254, "autocomplete": "email"},
}  # fmt: skip


PERSON = ("recipient", "phone", "email")
"""What is asked where nothing is carried."""


def address_fields(form: AddressForm, *, is_carried: bool = True) -> str:
    """Every guest's first sight of the checkout is the same: it is drawn once a language."""
    if form.is_blank:
        lists = (has_more_cities(form.country), has_districts(form.country))
        asked = tuple(countries_here()) if is_carried else ()
        return _blank(form.country, get_language() or "ar", is_carried, lists, asked)
    return _drawn(form, is_carried)


@lru_cache(maxsize=64)
def _blank(
    country: str,
    language: str,
    is_carried: bool,
    lists: tuple[bool, bool],
    asked: tuple[tuple[str, str], ...],
) -> str:
    return _drawn(AddressForm(country), is_carried)


def _drawn(form: AddressForm, is_carried: bool) -> str:
    asked = [name for name in form.values if is_carried or name in PERSON]
    plain = [name for name in asked if name not in FINER]
    finer = [name for name in asked if name in FINER]
    context = {
        "country": _country(form) if is_carried else "",
        "shown_country": form.country,
        "plain": [_field(form, name, is_carried) for name in plain],
        "finer": [_field(form, name, is_carried) for name in finer],
        "is_open": any(form.values[name] or name in form.errors for name in finer),
        "districts": _districts(form) if has_districts(form.country) else None,
    }
    return render_to_string("storefront/parts/address_fields.html", context)


def _field(form: AddressForm, name: str, is_carried: bool) -> str:
    looks = dict(LOOKS[name])
    if name == "city":
        looks |= _city_looks(form)
    elif name == "district" and has_districts(form.country):
        looks["list"] = "districts"
    elif name in ("phone", "second_phone"):
        looks["placeholder"] = example_mobile(form.country)
    elif name == "landmark":
        looks["placeholder"] = _("e.g. behind Al-Taqwa mosque")
    drawn = field(
        name,
        _label(form.country, name),
        form.values[name],
        id=name,
        error=form.errors.get(name, ""),
        hint=_hint(name, is_carried),
        optional=_may_be_empty(form.country, name),
        **looks,
    )
    return drawn + _town(form) if name == "city" and has_more_cities(form.country) else drawn


def _city_looks(form: AddressForm) -> dict[str, object]:
    """Written by name where no list knows the cities of the country."""
    if not has_cities(form.country):
        return {"dir": "auto", "maxlength": 80, "wide": False}
    options = city_options(form.country, form.values["city"])
    return {"options": options, "blank": _("Choose your city")}


def _country(form: AddressForm) -> str:
    """Nothing where the market delivers at home only."""
    known = countries_here()
    if not known:
        return ""
    if form.country not in dict(known):
        known = [*known, (form.country, country_called(form.country))]
    return field(
        "country",
        _("Country"),
        form.country,
        id="country",
        error=form.errors.get("country", ""),
        options=known,
        autocomplete="country",
        wide=True,
    )


def _may_be_empty(country: str, name: str) -> bool:
    """Of those of which one is enough only the landmark is called optional: the hint of the others
    says how it is."""
    rules = address_rules(country)
    return name not in rules.required and (name == "landmark" or name not in rules.one_of)


def _town(form: AddressForm) -> str:
    """For who lives where the list doesn't reach: he writes the name, and picks one of several."""
    towns = [(one.code, full_name(one)) for one in form.towns]
    context = {"town": form.town, "towns": towns}
    return render_to_string("storefront/parts/town.html", context)


def _districts(form: AddressForm) -> list[str]:
    """Of the city that is chosen, as far as an operator's list names them."""
    chosen = form.values["city"]
    return [named(one) for one in districts(chosen)] if chosen else []


def _hint(name: str, is_carried: bool) -> str | Promise:
    """No courier calls where nothing is carried."""
    return HINTS.get(name if is_carried or name != "phone" else "email", "")


def _label(country: str, name: str) -> str | Promise:
    return OWN_LABELS.get((country, name), LABELS[name])
