"""A market's policies as a form: typed as people write them, read into a draft."""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields

from django.conf import settings
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.domains.markets.shapes import CashCode, CountryProfile, MarketDraft, MarketPolicy
from tijara.domains.messaging.queries import reaches_phones
from tijara.domains.payments.shapes import OFFERED
from tijara.kit.arabic import parse_decimal, strip_controls
from tijara.kit.money import EXPONENTS, Money
from tijara.ui.pieces.fields import field as draw
from tijara.ui.refusal_texts import field_sentence

TEXTS = ("name_ar", "name_en", "name_fr", "bank_name", "bank_iban", "bank_holder", "invoice_prefix")
AMOUNTS = (
    "delivery_minor", "free_delivery_from_minor", "delivery_limit_minor",
    "cash_on_delivery_fee_minor", "cash_on_delivery_limit_minor",
)  # fmt: skip
MAY_BE_EMPTY = (
    "free_delivery_from_minor", "delivery_limit_minor", "cash_on_delivery_limit_minor",
    "commission_vat_bp",
)  # fmt: skip
PERCENTS = ("commission_bp", "commission_vat_bp")
NUMBERS = (
    "hold_minutes", "return_days", "pay_minutes", "transfer_hours", "delivery_from_days",
    "delivery_to_days", "delivery_limit_days", "protection_days",
)  # fmt: skip
NO_CHANNEL = _(
    "No channel for SMS or WhatsApp is set up here, so no code would ever arrive. "
    "Set one up first, or choose that no code is asked."
)
LISTS = ("payment_methods", "languages", "abroad")
USUAL_PROTECTION = 5
"""Working days for which a new market holds what its shops earn."""
LABELS: dict[str, Promise] = {
    "name_ar": _("Name in Arabic"),
    "name_en": _("Name in English"),
    "name_fr": _("Name in French"),
    "commission_bp": _("Commission"),
    "commission_vat_bp": _("VAT on the commission"),
    "return_days": _("Days to return goods"),
    "protection_days": _("The shop’s part is held for, working days after the delivery"),
    "hold_minutes": _("Minutes that goods are kept for a checkout"),
    "delivery_minor": _("Delivery costs"),
    "free_delivery_from_minor": _("Free from"),
    "delivery_from_days": _("Soonest, working days"),
    "delivery_to_days": _("Latest, working days"),
    "delivery_limit_minor": _("A shop may ask at most"),
    "delivery_limit_days": _("A shop may take at most, working days"),
    "cash_on_delivery_fee_minor": _("Fee of cash on delivery"),
    "cash_on_delivery_limit_minor": _("Cash is taken up to"),
    "pay_minutes": _("Minutes to pay by card"),
    "transfer_hours": _("Hours to pay by bank transfer"),
    "bank_name": _("Bank"),
    "bank_iban": _("IBAN"),
    "bank_holder": _("Account holder"),
    "invoice_prefix": _("Invoice numbers begin with"),
}
HINTS: dict[str, Promise] = {
    "commission_vat_bp": _("Empty: the country’s rate on the day of each sale."),
}
GROUPS: tuple[tuple[Promise, tuple[str, ...]], ...] = (
    (_("The market"), ("name_ar", "name_en", "name_fr", "commission_bp", "commission_vat_bp")),
    (
        _("Delivery and returns"),
        (
            "delivery_minor", "free_delivery_from_minor", "delivery_from_days",
            "delivery_to_days", "delivery_limit_minor", "delivery_limit_days", "return_days",
            "protection_days", "hold_minutes",
        ),
    ),
    (
        _("Cash and cards"),
        (
            "cash_on_delivery_fee_minor", "cash_on_delivery_limit_minor", "pay_minutes",
            "transfer_hours",
        ),
    ),
    (_("Bank account for transfers"), ("bank_name", "bank_holder", "bank_iban")),
    (_("Invoices"), ("invoice_prefix",)),
)  # fmt: skip
CODES = {
    CashCode.ALWAYS: _("for every cash order"),
    CashCode.NEW_PHONES: _("for phones that have not ordered yet"),
    CashCode.NEVER: _("never"),
}
MEANS = {"sms": _("by text message"), "whatsapp": _("by WhatsApp")}


@dataclass(slots=True)
class MarketForm:
    values: dict[str, str]
    lists: dict[str, tuple[str, ...]]
    cash_code: str
    phone_means: str
    prices_include_tax: bool = True
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def adds_tax(self) -> bool:
        return not self.prices_include_tax

    def refuse(self, codes: Mapping[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in codes.items()}


def blank_form(profile: CountryProfile) -> MarketForm:
    """What a new market in a country begins with."""
    draft = MarketDraft(
        slug="",
        name_ar="",
        name_en="",
        country=profile.code,
        currency=profile.currency,
        commission_bp=1000,
        delivery_minor=0,
        return_days=max(14, profile.return_days or 0),
        protection_days=USUAL_PROTECTION,
        payment_methods=profile.payment_methods,
    )
    return form_of(draft)


def form_of(told: MarketDraft | MarketPolicy) -> MarketForm:
    values = {name: str(getattr(told, name)) for name in (*TEXTS, *NUMBERS)}
    for name in AMOUNTS:
        minor = getattr(told, name)
        values[name] = "" if minor is None else Money(minor, told.currency).to_decimal_string()
    for name in PERCENTS:
        bp = getattr(told, name)
        values[name] = "" if bp is None else f"{bp / 100:g}"
    lists = {name: tuple(getattr(told, name)) for name in LISTS}
    return MarketForm(values, lists, told.cash_code, told.phone_means, told.prices_include_tax)


def read_form(post: QueryDict) -> MarketForm:
    names = (*TEXTS, *AMOUNTS, *PERCENTS, *NUMBERS)
    return MarketForm(
        {name: strip_controls(post.get(name, ""))[:300] for name in names},
        {name: tuple(post.getlist(name)) for name in LISTS},
        post.get("cash_code", ""),
        post.get("phone_means", ""),
        post.get("prices") != "without",
    )


def draft_of(
    form: MarketForm, slug: str, profile: CountryProfile, trade: str
) -> MarketDraft | None:
    """None: something can't be read, and the form says what."""
    given: dict[str, object] = {name: form.values[name] for name in TEXTS}
    exponents = dict.fromkeys(AMOUNTS, EXPONENTS[profile.currency])
    exponents |= dict.fromkeys(PERCENTS, 2) | dict.fromkeys(NUMBERS, 0)
    for name, exponent in exponents.items():
        typed = form.values[name]
        given[name] = parse_decimal(typed, exponent) if typed else None
        if given[name] is None and (typed or name not in MAY_BE_EMPTY):
            amount = name in AMOUNTS
            form.refuse({name: "not_an_amount" if amount else "not_a_number"})
    spoken = form.lists["languages"]
    given["languages"] = tuple(code for code, _name in settings.LANGUAGES if code in spoken)
    given["abroad"] = tuple(dict.fromkeys(form.lists["abroad"]))
    methods = [one for one in OFFERED if one in form.lists["payment_methods"]]
    given["payment_methods"] = tuple(one.value for one in methods)
    if form.cash_code not in set(CashCode):
        form.refuse({"cash_code": "unknown"})
    elif form.cash_code != CashCode.NEVER and not reaches_phones():
        form.errors["cash_code"] = str(NO_CHANNEL)
    if form.errors:
        return None
    known = {one.name for one in fields(MarketDraft)}
    return MarketDraft(
        slug=slug,
        country=profile.code,
        currency=profile.currency,
        cash_code=CashCode(form.cash_code),
        phone_means=form.phone_means,
        prices_include_tax=form.prices_include_tax,
        trade_model=trade,
        **{name: value for name, value in given.items() if name in known},
    )


def drawn(form: MarketForm, currency: str) -> list[dict]:
    """The groups of the form, each with its fields."""
    return [
        {"title": title, "fields": [_drawn(form, name, currency) for name in names]}
        for title, names in GROUPS
    ]


def _drawn(form: MarketForm, name: str, currency: str) -> str:
    looks: dict[str, object] = {"maxlength": 120}
    if name in AMOUNTS:
        looks = {"inputmode": "decimal", "dir": "ltr", "maxlength": 16, "unit": currency}
    elif name in PERCENTS:
        looks = {"inputmode": "decimal", "dir": "ltr", "maxlength": 6, "unit": "%"}
    elif name in NUMBERS:
        looks = {"inputmode": "numeric", "dir": "ltr", "maxlength": 6}
    elif name == "bank_iban":
        looks = {"dir": "ltr", "looks": "code upper", "maxlength": 42, "spellcheck": "false"}
    elif name in ("name_en", "name_fr", "invoice_prefix"):
        looks |= {"dir": "ltr"}
    return draw(
        name,
        LABELS[name],
        form.values[name],
        error=form.errors.get(name, ""),
        hint=HINTS.get(name, ""),
        optional=name in MAY_BE_EMPTY or name.startswith("bank_") or name == "name_fr",
        **looks,
    )
