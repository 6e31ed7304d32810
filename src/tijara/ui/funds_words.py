"""What the parts of a seller's money are called, and what moved them."""

from django.utils.functional import Promise
from django.utils.translation import pgettext_lazy

from tijara.domains.settlements.shapes import DemandState, SellerFunds
from tijara.kit.money import Money
from tijara.ui.pieces.funds import funds_parts

FUNDS: dict[str, Promise] = {
    "waiting": pgettext_lazy("seller’s money", "With carriers, in cash"),
    "held": pgettext_lazy("seller’s money", "Held while buyers are protected"),
    "reserved": pgettext_lazy("seller’s money", "In reserve"),
    "payable": pgettext_lazy("seller’s money", "Ready to be paid"),
    "on_its_way": pgettext_lazy("seller’s money", "On its way to the bank"),
    "paid": pgettext_lazy("seller’s money", "Paid this year"),
}
DEMAND_STATES: dict[DemandState, tuple[Promise, str]] = {
    DemandState.OPEN: (pgettext_lazy("demand", "Open"), "warn"),
    DemandState.SETTLED: (pgettext_lazy("demand", "Settled"), "good"),
    DemandState.WITHDRAWN: (pgettext_lazy("demand", "Withdrawn"), ""),
}


def told_funds(funds: SellerFunds) -> list[tuple[str, Promise, Money]]:
    """(name, words, money) of the parts in which something lies: for `ui/funds.html`."""
    return [(name, FUNDS[name], money) for name, money in funds_parts(funds)]
