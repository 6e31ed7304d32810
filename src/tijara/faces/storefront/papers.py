"""What the papers say. They are drawn from the market's own rules, so that they stay true."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from tijara.domains.markets.queries import country_profile, vat_bp, withdrawal_exceptions
from tijara.domains.markets.shapes import MarketPolicy
from tijara.domains.payments.shapes import PaymentMethod
from tijara.faces.storefront.here import today
from tijara.kit.money import Money
from tijara.ui.disclosures import operator_name, the_operator
from tijara.ui.language import local
from tijara.ui.pieces.money import price
from tijara.ui.pieces.words import bdi, named, phone, with_bdi
from tijara.ui.withdrawal_words import excepted_goods, law_given

Section = tuple[str, Sequence[str]]
TITLES = {
    "about": gettext_lazy("Who we are"),
    "contact": gettext_lazy("Contact us"),
    "returns": gettext_lazy("Returns"),
    "terms": gettext_lazy("Terms of sale"),
    "privacy": gettext_lazy("Privacy"),
}

DEMONSTRATION = gettext_lazy(
    "This market is there to be tried. Its shops, its register numbers and its people are "
    "invented, and nothing that is ordered here is delivered."
)


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    lead: str
    sections: list[Section]


def paper_of(name: str, market: MarketPolicy) -> Paper:
    return WRITERS[name](market)


def _about(market: MarketPolicy) -> Paper:
    firm = the_operator()
    facts = [
        (_("Commercial register: %(number)s"), firm.commercial_register),
        (_("VAT number: %(number)s"), firm.vat_number),
        (_("Address: %(address)s"), named(firm, "address")),
        (_("Telephone: %(number)s"), firm.phone),
    ]
    register = [with_bdi(text, number=said, address=said) for text, said in facts if said]
    if firm.email:
        register.append(format_html(_("E-mail: {way}"), way=_mail_to(firm.email)))
    sections: list[Section] = [
        (
            _("What Tijara is"),
            [
                _("A market in which many shops sell side by side, each under its own name."),
                _(
                    "We show the goods, take the orders, follow the parcels and keep the books. "
                    "The shops own what they sell and stand for it."
                ),
            ],
        ),
        (_("Who runs it"), [bdi(operator_name()), *register]),
    ]
    if settings.DEMONSTRATION:
        sections.insert(0, (_("A demonstration"), [str(DEMONSTRATION)]))
    return Paper(
        str(TITLES["about"]), _("One market, many shops, and someone who answers."), sections
    )


def _contact(market: MarketPolicy) -> Paper:
    """How one reaches the operator, and the way of a complaint; what he has said of himself."""
    firm = the_operator()
    orders = format_html(
        _("Open the order in {link}: what went wrong is told there, and the shop has to answer."),
        link=_to(local("/orders"), _("Follow an order")),
    )
    ways = [
        (_("E-mail: {way}"), _mail_to(firm.email) if firm.email else ""),
        (_("Telephone: {way}"), phone(firm.phone) if firm.phone else ""),
        (_("Address: {way}"), bdi(named(firm, "address")) if named(firm, "address") else ""),
    ]
    reached = [format_html(text, way=way) for text, way in ways if way]
    sections: list[Section] = [
        (_("How to reach us"), [bdi(operator_name()), *reached]),
        (_("About an order"), [orders]),
        (
            _("If you want to complain"),
            [
                _("First on the order’s page: there the shop sees it at once."),
                _("If you don’t agree with its answer, ask us on the same page to decide."),
                _("Or write to us, with the order’s number and what you wish for."),
                _authority(market),
            ],
        ),
        (
            _("Something about a product or a review"),
            [_("Each has “Report” beside it. A person reads what you write.")],
        ),
    ]
    if settings.DEMONSTRATION:
        sections.insert(0, (_("A demonstration"), [str(DEMONSTRATION)]))
    return Paper(str(TITLES["contact"]), _("A person reads it, and answers."), sections)


def _mail_to(email: str) -> str:
    return format_html('<a dir="ltr" href="mailto:{0}">{0}</a>', email)


def _authority(market: MarketPolicy) -> str:
    """Who helps where nobody here has: of the market's country, where it was looked up."""
    authority = country_profile(market.country).consumer_authority
    if authority is None:
        return _("If our answer isn’t right either, consumer protection in your country helps.")
    name = named(authority)
    if not authority.phone:
        return format_html(
            _("If our answer isn’t right either, {authority} takes your complaint."), authority=name
        )
    return format_html(
        _("If our answer isn’t right either, {authority} takes your complaint: {phone}."),
        authority=name,
        phone=phone(authority.phone),
    )


def _to(address: str, text: str) -> str:
    return format_html('<a href="{}">{}</a>', address, text)


def _returns(market: MarketPolicy) -> Paper:
    return Paper(
        str(TITLES["returns"]),
        _("If it isn’t right, it goes back."),
        [
            (
                _("Before it ships"),
                [_("Cancel from the order’s page with one press. It costs nothing.")],
            ),
            (
                _("At the door"),
                [_("Check your order with the courier. If it isn’t what you ordered, refuse it.")],
            ),
            (
                _("After it has arrived"),
                [
                    *_unwanted(market),
                    _("Damaged or not as described? Then it goes back whatever its state."),
                    _(
                        "Ask on the order’s page: what goes back, why, and what you wish for. The "
                        "shop answers within three working days; if it says nothing, your return "
                        "is approved."
                    ),
                ],
            ),
            (_("What can’t come back"), _excepted(market)),
            *_law(market),
        ],
    )


def _excepted(market: MarketPolicy) -> list[str]:
    """By the law of its country; by us where nobody has looked it up, or it gives nothing that
    could be excepted."""
    by_us = _(
        "What was made to your measure, what spoils, and sealed goods that were opened and can’t "
        "be sold again for the sake of health."
    )
    return [excepted_goods(one) for one in withdrawal_exceptions(market.country, today())] or [
        by_us
    ]


def _law(market: MarketPolicy) -> list[Section]:
    given = law_given(country_profile(market.country), today())
    fault = _("A fault or a mistake of the shop’s is never excepted.")
    return [(_("What the law gives you"), [*given, fault])] if given else []


def _terms(market: MarketPolicy) -> Paper:
    delivery = [_say(_("Delivery costs {price} a parcel."), market.delivery_minor, market)]
    if free_from := market.free_delivery_from_minor:
        delivery.append(_say(_("It is free from {price} at one shop."), free_from, market))
    return Paper(
        str(TITLES["terms"]),
        _("What holds between you, the shop and us."),
        [
            (
                _("Prices"),
                [
                    _prices(market),
                    _("The price that you confirm is the price that you pay."),
                ],
            ),
            (
                _("The order"),
                [
                    _("Your contract is with the shop named on the product’s page."),
                    _("Goods from several shops become several orders, each with its number."),
                    _("If a shop can’t deliver its part, only that part falls away."),
                ],
            ),
            (_("Delivery"), delivery),
            (_("Payment"), _payment(market)),
        ],
    )


def _prices(market: MarketPolicy) -> str:
    """Of VAT: within them, beside them, or none at all."""
    if not vat_bp(market.country, today()):
        return _("No VAT is charged here.")
    if market.prices_include_tax:
        return _("Every price includes VAT.")
    return _("Prices are without VAT. Shops that charge it add it at the checkout.")


def _payment(market: MarketPolicy) -> list[str]:
    """Each way that this market takes."""
    told = []
    if PaymentMethod.CASH_ON_DELIVERY in market.payment_methods:
        told.append(_("You may pay in cash when the order is in your hands."))
        if cash := market.cash_on_delivery_fee_minor:
            told.append(_say(_("The fee for that is {price} for an order."), cash, market))
        if limit := market.cash_on_delivery_limit_minor:
            told.append(_say(_("Cash is taken up to {price}."), limit, market))
    if "card" in market.payment_methods:
        told.append(_("You may pay by card: the bank’s own page asks for it, we never see it."))
    if "bank_transfer" in market.payment_methods:
        told.append(_("You may pay by bank transfer: the order’s page shows the account."))
    return told


def _privacy(market: MarketPolicy) -> Paper:
    return Paper(
        str(TITLES["privacy"]),
        _("We keep what the sale needs, and nothing else."),
        [
            (
                _("What we keep"),
                [
                    _("Name, mobile number and address: so that your order finds you."),
                    _("What you ordered, and its invoice: the law asks for it."),
                    _("An e-mail address only if you give one."),
                ],
            ),
            (
                _("Who sees it"),
                [_("The shop you bought from and the courier who brings it. Nobody else.")],
            ),
            (_("What you may ask for"), _rights()),
            (
                _("What stays on your device"),
                [
                    _(
                        "What you looked at and searched for lately, your city, and an address "
                        "that you have not sent yet, for a day. We are not told; you can have "
                        "them forgotten where they are shown."
                    )
                ],
            ),
            (
                _("Cookies"),
                [
                    _(
                        "One that remembers your cart and your favourites, two that tell when they "
                        "change, one that marks the goods you wait for or whose reviews helped "
                        "you, and one for the light you chose. None that follows you to other "
                        "places."
                    )
                ],
            ),
        ],
    )


def _rights() -> list[str]:
    """What the laws of these countries give everybody of whom data is kept."""
    return [
        _("Your name, your addresses and how we reach you: you change them in your account."),
        format_html(
            _("A copy of all that we keep about you, and the end of your account: {link}."),
            link=_to(local("/account/data"), _("press there, and it is done")),
        ),
        _(
            "We erase a closed account after fourteen days: name, addresses, sign-in, favourites, "
            "searches and letters, and who your orders and gift cards were for. Invoices and sums "
            "stay with the shops as long as their tax law asks, and so does what shows them right: "
            "pictures of transfers, what was written about returns. Reviews stay without a name."
        ),
        format_html(
            _("You bought without an account, or want something else? {link}."),
            link=_to(local("/contact"), _("Write to us")),
        ),
    ]


def _unwanted(market: MarketPolicy) -> list[str]:
    """Of what its buyer merely likes no more: where the market takes none, what a shop grants
    stands with its goods."""
    if not market.return_days:
        return [
            _(
                "What you merely like no more goes back only where the product’s own page says "
                "until when."
            )
        ]
    return [
        _("You may return it within %(days)s of receiving it.") % {"days": _days(market)},
        _("It should be unused, complete and in its packing."),
    ]


def _days(market: MarketPolicy) -> str:
    days = market.return_days
    return ngettext("%(days)d day", "%(days)d days", days) % {"days": days}


def _say(text: str, minor: int, market: MarketPolicy) -> str:
    return format_html(text, price=price(Money(minor, market.currency), "short"))


WRITERS: dict[str, Callable[[MarketPolicy], Paper]] = {
    "about": _about,
    "contact": _contact,
    "returns": _returns,
    "terms": _terms,
    "privacy": _privacy,
}
