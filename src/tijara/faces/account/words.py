"""Words of the account's pages for what domains name by codes."""

from django.utils.translation import gettext_lazy as _

from tijara.domains.messaging.shapes import Means
from tijara.domains.parties.shapes import PartyKind, Role

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
