"""Who pays the way back of a return, said to its buyer and at the desks."""

from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from tijara.domains.returns.shapes import CarriageEnd, Payer, ReturnView
from tijara.kit.money import Money
from tijara.ui.pieces.money import price

PAYERS: dict[Payer, Promise] = {
    Payer.BUYER: pgettext_lazy("way back", "The buyer"),
    Payer.SELLER: pgettext_lazy("way back", "The store"),
    Payer.MARKET: pgettext_lazy("way back", "The market"),
}
FOR_BUYER: dict[Payer, Promise] = {
    Payer.BUYER: pgettext_lazy("way back", "You pay the way back"),
    Payer.SELLER: pgettext_lazy("way back", "The shop pays the way back"),
    Payer.MARKET: pgettext_lazy("way back", "We pay the way back"),
}
SETTLED: dict[CarriageEnd, Promise] = {
    CarriageEnd.CHARGED: gettext_lazy("Taken off what goes back to the buyer, for the store"),
    CarriageEnd.BY_SELLER: gettext_lazy("Given to the buyer, off the store’s balance"),
    CarriageEnd.BY_MARKET: gettext_lazy("Given to the buyer by the market"),
    CarriageEnd.TO_SELLER: gettext_lazy("Given to the store by the market"),
}


def what_it_means(payer: Payer, amount: Money) -> SafeString:
    """To its buyer, before he sends anything."""
    if payer is Payer.BUYER:
        return format_html(
            _(
                "If you send it yourself, you pay the carrier. If the shop has it fetched, "
                "{} is taken off what comes back to you, with an invoice."
            ),
            price(amount),
        )
    return format_html(
        _(
            "If you send it yourself, you get {} for it together with your money. "
            "If the shop has it fetched, it costs you nothing."
        ),
        price(amount),
    )


def what_comes(told: ReturnView) -> Promise | None:
    """At a desk: how it will be settled, as it stands now. Nothing where nothing moves."""
    if not told.carriage_payer or not told.is_open:
        return None
    return WILL_BE.get((told.payer, told.is_fetched))


WILL_BE: dict[tuple[Payer, bool], Promise] = {
    (Payer.BUYER, True): gettext_lazy(
        "The store has it fetched: the sum is taken off the refund, for the store."
    ),
    (Payer.SELLER, False): gettext_lazy(
        "The buyer sends it himself: he gets the sum with his money, off the store’s balance."
    ),
    (Payer.MARKET, False): gettext_lazy(
        "The buyer sends it himself: he gets the sum from the market."
    ),
    (Payer.MARKET, True): gettext_lazy(
        "The store has it fetched: it gets the sum from the market."
    ),
}
