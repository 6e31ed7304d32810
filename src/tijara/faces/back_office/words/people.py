"""People, orders and messages."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.accounts.shapes import StaffRole
from tijara.domains.messaging.shapes import MessageState
from tijara.domains.orders.shapes import CancelReason, OrderState
from tijara.domains.parties.shapes import PartyKind, Role
from tijara.domains.stores.shapes import ApplicationState

STEPS = {
    OrderState.PENDING: _("Opened, not yet paid or confirmed"),
    OrderState.PLACED: _("Ordered"),
    OrderState.CONFIRMED: _("Confirmed by the store"),
    OrderState.PACKED: _("Packed by the store"),
    OrderState.SHIPPED: _("Handed to the carrier"),
    OrderState.DELIVERED: _("Delivered and paid"),
    OrderState.REFUSED: _("Not accepted at the door"),
    OrderState.CANCELLED: _("Cancelled"),
    OrderState.REFUNDED: _("Order taken back"),
}


ACTORS = {
    "buyer": _("the buyer"),
    "seller": _("the store"),
    "staff": _("staff"),
    "system": _("the system"),
}


REASONS = {
    CancelReason.OUT_OF_STOCK: _("out of stock"),
    CancelReason.CANT_REACH: _("the buyer can’t be reached"),
    CancelReason.WRONG_ADDRESS: _("wrong address"),
    CancelReason.CHANGED_MIND: _("changed mind"),
    CancelReason.TOO_SLOW: _("delivery too slow"),
    CancelReason.OTHER: _("another reason"),
    CancelReason.NOT_PAID: _("not paid in time"),
    CancelReason.NOT_CONFIRMED: _("phone not confirmed in time"),
}


MESSAGE_STATES = {
    MessageState.WAITING: (_("Waiting"), "warn"),
    MessageState.SENT: (_("Sent"), "good"),
    MessageState.GIVEN_UP: (_("Given up"), "bad"),
}


CHANNELS = {"demonstration_inbox": _("Demonstration inbox"), "smtp": _("E-mail")}
"""Channels of other vendors are shown by their own name."""


STAFF_ROLES = {
    StaffRole.ADMIN: (_("Administrator"), _("May do everything, and lets people in.")),
    StaffRole.SUPPORT: (_("Support"), _("Sees orders, cancels them, answers buyers.")),
    StaffRole.FINANCE: (_("Finance"), _("Payments, payouts, sellers’ papers, audit.")),
}
"""(name, what it may do)."""


APPLICATION_STATES = {
    ApplicationState.WAITING: (pgettext_lazy("application", "Waits"), "warn"),
    ApplicationState.APPROVED: (pgettext_lazy("application", "Approved"), "good"),
    ApplicationState.REJECTED: (pgettext_lazy("application", "Rejected"), ""),
}


PARTY_KINDS = {
    PartyKind.PERSON: _("A person"),
    PartyKind.COMPANY: _("A company"),
    PartyKind.AGENCY: _("A public body"),
}


SELLER_ROLES = {
    Role.OWNER: _("Owner"),
    Role.MANAGER: _("Manager"),
    Role.CLERK: _("Clerk"),
}
