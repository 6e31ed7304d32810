"""The company that an order's invoice shall be written to: asked for at the checkout, if wanted."""

from dataclasses import asdict, dataclass, field, fields

from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _

from tijara.domains.checkout.queries import company_faults
from tijara.domains.checkout.shapes import Basket
from tijara.domains.markets.queries import levies_tax, tax_class
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.orders.shapes import CompanyBuyer
from tijara.domains.parties.actions import CustomerInvalid, change_customer
from tijara.domains.parties.queries import company_address_parts, customer, place_faults
from tijara.domains.parties.shapes import CustomerPapers, PartyKind, RegisteredAddress
from tijara.faces.storefront.buyers import as_actor
from tijara.faces.storefront.here import here, today
from tijara.kit.arabic import strip_controls
from tijara.ui.pieces.fields import field as draw
from tijara.ui.place_words import place_fields
from tijara.ui.refusal_texts import field_sentence
from tijara.ui.visitors import is_signed_in

FIELDS = ("legal_name", "vat_number", "registration_number")
PARTS = tuple(one.name for one in fields(RegisteredAddress))
LABELS = {
    "legal_name": _("Legal name"),
    "vat_number": _("VAT number"),
    "registration_number": _("Commercial register"),
}
LONGEST = {"legal_name": 200, "vat_number": 30, "registration_number": 30}
LONGEST |= dict.fromkeys(PARTS, 120)
START = "company_"
FULL = {"legal_name": "organization"}


@dataclass(slots=True)
class CompanyForm:
    is_wanted: bool = False
    resells: bool = False
    values: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)

    def company(self) -> CompanyBuyer | None:
        """As typed; None where the buyer buys for himself."""
        if not self.is_wanted:
            return None
        told = {name: self.values.get(name, "") for name in FIELDS}
        return CompanyBuyer(
            name=told["legal_name"],
            vat_number=told["vat_number"],
            address="",
            registration_number=told["registration_number"],
            resells=self.resells,
            place=self.place(),
        )

    def place(self) -> RegisteredAddress:
        return RegisteredAddress(**{name: self.values.get(name, "") for name in PARTS})

    def priced_for(self) -> CompanyBuyer | None:
        """The company as the price may depend on it: one that a tax invoice can name."""
        company = self.company()
        return None if company is None or company_faults(company, here().country) else company

    @property
    def is_blank(self) -> bool:
        told = (self.is_wanted, self.resells, self.errors, *self.values.values())
        return not any(told)

    def refuse(self, faults: dict[str, str]) -> None:
        self.errors |= {name: field_sentence(code) for name, code in faults.items()}

    def drawn_place(self) -> list[str]:
        asked = company_address_parts(here().country)
        return [*place_fields(asked, self.values, self.errors, start=START)]

    def drawn(self) -> list[str]:
        return [
            draw(
                f"{START}{name}",
                label,
                self.values.get(name, ""),
                error=self.errors.get(name, ""),
                maxlength=LONGEST[name],
                optional=name == "registration_number",
                dir="ltr" if name.endswith("number") else "auto",
                inputmode="numeric" if name.endswith("number") else "",
                autocomplete=FULL.get(name, "off"),
            )
            for name, label in LABELS.items()
        ]


def read_company(said: QueryDict) -> CompanyForm:
    typed = {name: said.get(f"{START}{name}", "") for name in (*FIELDS, *PARTS)}
    return CompanyForm(
        is_wanted=bool(said.get("for_company")) and levies_tax(here().country),
        resells="company_resells" in said,
        values={name: strip_controls(text)[: LONGEST[name]] for name, text in typed.items()},
    )


def known_company(request: HttpRequest, buyer_id) -> CompanyForm:
    """What his account knows of the company that he buys for. A guest costs no statement."""
    if not is_signed_in(request) or not levies_tax(here().country):
        return CompanyForm()
    papers = customer(buyer_id)
    values = {name: getattr(papers, name) for name in FIELDS} | asdict(papers.place)
    is_whole = papers.kind is PartyKind.COMPANY and papers.legal_name and papers.vat_number
    is_whole = is_whole and not place_faults(papers.place, here().country)[1]
    return CompanyForm(bool(is_whole), values=values)


def keep_company(request: HttpRequest, buyer_id, form: CompanyForm) -> None:
    """For the next time, if he has an account; a number of another country is no reason to
    trouble him now."""
    if not form.is_wanted or not is_signed_in(request):
        return
    told = {name: form.values.get(name, "") for name in FIELDS}
    papers = CustomerPapers(kind=PartyKind.COMPANY, place=form.place(), **told)
    try:
        change_customer(
            actor=as_actor(buyer_id), buyer_id=buyer_id, papers=papers, country=here().country
        )
    except CustomerInvalid:
        return


def company_context(form: CompanyForm, picked: Basket, market: MarketPolicy) -> dict:
    """What `parts/company.html` reads. Fields are drawn when it comes to them: a blank form, which
    every guest sees, is drawn once (`company_key`)."""
    words = {line.tax_class for seller in picked.sellers for line in seller.lines}
    found = [tax_class(market.country, word, today()) for word in words if word]
    asks_resale = any(one and one.is_reverse_charged for one in found)
    return {
        "may_be_company": levies_tax(market.country),
        "company": form,
        "company_key": (market.country, asks_resale) if form.is_blank else None,
        "company_fields": form.drawn,
        "company_place": form.drawn_place,
        "asks_resale": asks_resale,
    }
