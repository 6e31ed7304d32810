"""Words of the account's pages for what domains name by codes."""

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.shapes import Means
from tijara.domains.parties.shapes import PartyKind, Role
from tijara.domains.privacy.shapes import Obstacle

ROLES = {Role.OWNER: _("Owner"), Role.MANAGER: _("Manager"), Role.CLERK: _("Clerk")}
KINDS = {
    PartyKind.PERSON: _("A person"),
    PartyKind.COMPANY: _("A company"),
    PartyKind.AGENCY: _("A public body"),
}
MEANS = {
    "": _("As it suits"),
    Means.EMAIL: _("By e-mail"),
    Means.SMS: _("By text message"),
    Means.WHATSAPP: _("By WhatsApp"),
}
HURDLES = {
    Obstacle.DEMONSTRATION: (
        _("This account is everybody’s here"),
        _("Open one of your own to try it: a number or an address is enough."),
        "",
    ),
    Obstacle.STAFF: (
        _("You work for the market"),
        _("Ask a colleague to take your role away first."),
        _("People"),
    ),
    Obstacle.SELLS: (
        _("You work for a shop"),
        _("Leave it first, or hand it over to somebody who goes on."),
        _("People of the shop"),
    ),
    Obstacle.APPLIES: (
        _("You have asked to sell"),
        _("Wait for the answer, or write to us that you take it back."),
        _("Your application"),
    ),
    Obstacle.OPEN_ORDER: (
        _("An order is on its way"),
        _("It must arrive or be cancelled first."),
        _("Open the order"),
    ),
    Obstacle.OPEN_RETURN: (
        _("Something is on its way back"),
        _("The return must come to its end first."),
        _("Open the order"),
    ),
    Obstacle.OPEN_COMPLAINT: (
        _("A complaint is not decided"),
        _("It must be decided, or taken back by you."),
        _("Open the order"),
    ),
    Obstacle.OWES: (
        _("A shop asks for more money"),
        _("What is asked must be paid or settled with it first."),
        _("Open the order"),
    ),
    Obstacle.REFUND: (
        _("Money is coming back to you"),
        _("Wait until it has arrived: without an account it could not find you."),
        _("Open the order"),
    ),
    Obstacle.WALLET: (
        _("There is money in your wallet"),
        _("Spend it first, or write to us: it would be lost."),
        _("Open your wallet"),
    ),
}
"""Of what is in the way of closing: what, what to do, and what leads there."""
