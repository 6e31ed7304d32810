"""What cash on delivery is called wherever it is shown: where it is, how old, why not."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.cash.shapes import CashState, DepositPart
from tijara.domains.fulfilment.shapes import AttemptReason

CASH_STATES: dict[CashState, tuple[Promise, str]] = {
    CashState.WITH_CARRIER: (pgettext_lazy("cash", "On its way to the buyer"), "info"),
    CashState.COLLECTED: (pgettext_lazy("cash", "With the carrier"), "info"),
    CashState.LATE: (pgettext_lazy("cash", "Late"), "warn"),
    CashState.SHORT: (pgettext_lazy("cash", "Paid in part"), "warn"),
    CashState.CLAIMED: (pgettext_lazy("cash", "Claimed"), "bad"),
    CashState.REMITTED: (pgettext_lazy("cash", "In the bank"), "good"),
    CashState.RECONCILED: (pgettext_lazy("cash", "In the bank, reconciled"), "good"),
    CashState.RETURNED: (pgettext_lazy("cash", "Came back unpaid"), ""),
    CashState.WRITTEN_OFF: (pgettext_lazy("cash", "Written off"), "bad"),
}
"""(name, tone of the badge)."""
DEPOSIT_PARTS: dict[DepositPart, tuple[Promise, str]] = {
    DepositPart.WAITING: (pgettext_lazy("deposit", "Waited for"), "warn"),
    DepositPart.HELD: (pgettext_lazy("deposit", "Paid, order on its way"), "info"),
    DepositPart.COUNTED: (pgettext_lazy("deposit", "Counted for the price"), "good"),
    DepositPart.BACK: (pgettext_lazy("deposit", "Given back"), ""),
    DepositPart.LOST: (pgettext_lazy("deposit", "Kept by the store"), "bad"),
}
"""(what became of it, tone of the badge), in the order of a list's tabs."""
BUYER_DEPOSITS: dict[DepositPart, tuple[Promise, str]] = {
    DepositPart.WAITING: (pgettext_lazy("your deposit", "We wait for it"), "warn"),
    DepositPart.HELD: (pgettext_lazy("your deposit", "Kept for your order"), "info"),
    DepositPart.COUNTED: (pgettext_lazy("your deposit", "Taken off the price"), "good"),
    DepositPart.BACK: (pgettext_lazy("your deposit", "Goes back to you"), "good"),
    DepositPart.LOST: (pgettext_lazy("your deposit", "Lost: the parcel was not taken"), "bad"),
}
"""The same, as its buyer reads it."""
AGES: tuple[Promise, ...] = (
    pgettext_lazy("age of cash", "Not yet due"),
    pgettext_lazy("age of cash", "1–7 days late"),
    pgettext_lazy("age of cash", "8–14 days late"),
    pgettext_lazy("age of cash", "15–30 days late"),
    pgettext_lazy("age of cash", "More than 30 days late"),
)
ATTEMPT_REASONS: dict[AttemptReason, Promise] = {
    AttemptReason.NO_ANSWER: pgettext_lazy("at the door", "Nobody answered"),
    AttemptReason.WRONG_ADDRESS: pgettext_lazy("at the door", "The door was not found"),
    AttemptReason.POSTPONED: pgettext_lazy("at the door", "The buyer asked for another day"),
    AttemptReason.REFUSED: pgettext_lazy("at the door", "The buyer refused it"),
}
CASH_TEXTS: dict[str, Promise] = {
    "cash.no_such_carrier": _("There is no such carrier."),
    "cash.no_such_list": _("This list was thrown away meanwhile."),
    "cash.list_known": _("This very file is here already. Nothing of it counts twice."),
    "cash.list_unreadable": _(
        "This file can’t be read as a list: send a CSV or a workbook of at most 2,000 lines."
    ),
    "cash.already_booked": _("This list is booked. What is booked stays."),
    "cash.lines_unread": _(
        "Some lines can’t be read, or the columns are not known yet. "
        "Mend the file or say which column is which."
    ),
    "cash.not_what_the_bank_shows": _("The bank must show exactly what the list pays: %(net)s."),
    "cash.line_explained": _("There is nothing of this line to give back."),
    "cash.nothing_to_claim": _("It has come meanwhile, or it is claimed already."),
    "cash.claim_invalid": _("Check the claim. Nothing was written."),
    "cash.answer_invalid": _("Write down what the carrier says."),
    "cash.no_open_claim": _("This claim is settled, or a proposal stands already."),
    "cash.not_proposed": _("Nobody proposes it any more: it was decided, or the cash has come."),
    "cash.same_eyes": _("You proposed it. Somebody else must agree."),
    "cash_terms.not_blocked": _(
        "Cash is offered for this number, or your word is with us already. "
        "We answer by a message to it."
    ),
    "cash_terms.no_appeal": _("Somebody of you has answered already."),
    "checkout.cash_not_for_this_phone": _(
        "Cash isn’t offered for this number right now. Every other way to pay is open to you."
    ),
    "fulfilment.wrong_delivery_code": _(
        "This is not the buyer’s code. %(left)s more tries, then it can only be recorded without."
    ),
    "fulfilment.no_more_tries": _(
        "The code was tried too often. Record the delivery without it, if the buyer has his parcel."
    ),
}
CASH_FIELD_TEXTS: dict[str, Promise] = {
    "not_the_sum": _("The bank must show exactly what the list pays."),
    "day_out_of_reach": _("Choose a day from tomorrow on, within a week."),
    "twice": _("One column can’t hold two things."),
}
