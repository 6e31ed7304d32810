"""How a return is said to its buyer."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.orders.shapes import OrderState
from tijara.domains.returns.shapes import RefundReason as R
from tijara.domains.returns.shapes import ReturnState as S
from tijara.domains.returns.shapes import Wish

REASONS: dict[R, Promise] = {
    R.CHANGED_MIND: _("I don’t want it after all"),
    R.FAULTY: _("It does not work"),
    R.DAMAGED: _("It arrived damaged"),
    R.WRONG_ITEM: _("It is not what I ordered"),
    R.NOT_AS_DESCRIBED: _("It is not as it was described"),
    R.MISSING_PARTS: _("Parts are missing"),
    R.WARRANTY: _("A fault under warranty"),
    R.OTHER: _("Another reason"),
}
WISHES: dict[Wish, tuple[Promise, Promise]] = {
    Wish.REFUND: (_("My money back"), _("The way you paid.")),
    Wish.EXCHANGE: (_("Another piece"), _("The same thing, or another size or colour of it.")),
    Wish.REPAIR: (_("A repair"), _("For a fault only.")),
}
"""(what is wished, what that means)."""
STATES: dict[S, tuple[Promise, str]] = {
    S.REQUESTED: (_("With the shop"), "info"),
    S.ASKED: (_("Waiting for you"), "warn"),
    S.APPROVED: (_("Approved"), "good"),
    S.SENT: (_("On its way"), "info"),
    S.RECEIVED: (_("At the shop"), "info"),
    S.INSPECTED: (_("At the shop"), "info"),
    S.REJECTED: (_("Not accepted"), "warn"),
    S.APPEALED: (_("With the market’s staff"), "info"),
    S.CLOSED: (_("Not accepted"), ""),
    S.REFUNDED: (pgettext_lazy("return", "Paid back"), "good"),
    S.EXCHANGED: (pgettext_lazy("return", "Exchanged"), "good"),
    S.SENT_BACK: (_("Coming back to you"), "info"),
    S.WITHDRAWN: (_("Withdrawn"), ""),
    S.LAPSED: (pgettext_lazy("return", "Over"), ""),
}
"""(how it stands now, tone of its badge)."""
HEADLINES: dict[S, tuple[Promise, Promise]] = {
    S.REQUESTED: (
        _("The shop looks at your return"),
        _("It answers within three working days. If it says nothing, your return is approved."),
    ),
    S.ASKED: (_("The shop has a question"), _("Answer it below, and your return goes on.")),
    S.APPROVED: (
        _("Send it back"),
        _("Put the slip into the parcel, hand it over, and tell us who carries it."),
    ),
    S.SENT: (_("It is on its way to the shop"), _("We tell you when it has arrived.")),
    S.RECEIVED: (
        _("The shop has it"),
        _("It looks at the goods. If it says nothing for three working days, you are paid back."),
    ),
    S.INSPECTED: (_("The shop has looked at it"), _("One step is left, and it is the shop’s.")),
    S.REJECTED: (
        _("The shop does not accept it"),
        _("Read why below. If you think otherwise, ask the market’s staff."),
    ),
    S.APPEALED: (
        _("The market’s staff look at it"),
        _("They read what both of you have written, and decide."),
    ),
    S.CLOSED: (_("The shop does not accept it"), _("This return is closed.")),
    S.REFUNDED: (
        _("Your money is on its way"),
        _("It goes back the way you paid. Your bank may take some days to show it."),
    ),
    S.EXCHANGED: (
        _("Another piece is ordered for you"),
        _("It is an order of its own: follow it there."),
    ),
    S.SENT_BACK: (_("It comes back to you"), _("The shop has handed it to a carrier.")),
    S.WITHDRAWN: (_("You withdrew this return"), _("You keep what you have.")),
    S.LAPSED: (
        _("This return is over"),
        _("Nothing came in time. If the days are not over, you may ask again."),
    ),
}
NEW_ORDERS: dict[OrderState, tuple[Promise, Promise]] = {
    OrderState.PENDING: (
        _("The difference is still to be paid"),
        _(
            "Your piece is kept for you, and the shop sends it when the difference is paid. If you "
            "don’t pay it, your money comes back."
        ),
    ),
    OrderState.SHIPPED: (
        _("Another piece is on its way"),
        _("It is an order of its own: follow it there."),
    ),
    OrderState.DELIVERED: (_("Your other piece has arrived"), _("We hope it pleases you.")),
    OrderState.CANCELLED: (
        _("There is no exchange"),
        _("The new order was cancelled. What you had paid for it goes back to you."),
    ),
}
"""What an exchange says of itself while the order that came of it stands so."""
STEPS: dict[S, Promise] = {
    S.REQUESTED: _("You asked for it"),
    S.ASKED: _("The shop asked you"),
    S.APPROVED: _("Approved"),
    S.SENT: _("You sent it"),
    S.RECEIVED: _("It arrived at the shop"),
    S.INSPECTED: _("The shop looked at it"),
    S.REJECTED: _("Not accepted"),
    S.APPEALED: _("You asked the market’s staff"),
    S.CLOSED: _("Closed"),
    S.REFUNDED: _("Your money was sent on its way"),
    S.EXCHANGED: _("Another piece was ordered for you"),
    S.SENT_BACK: _("Sent back to you"),
    S.WITHDRAWN: _("You withdrew it"),
    S.LAPSED: _("It ended unsent"),
}


def return_standing(state: S, new_order: OrderState | None) -> tuple[Promise, str]:
    """How a return stands for its buyer: an exchange waits for him until he has paid what it costs
    more, and is over where its order was cancelled."""
    if new_order is OrderState.PENDING:
        return STATES[S.ASKED]
    return STATES[S.LAPSED if new_order is OrderState.CANCELLED else state]
