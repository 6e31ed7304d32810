"""Words of the account's pages for what domains name by codes."""

from django.utils.translation import gettext_lazy as _

from tijara.domains.parties.shapes import PartyKind, Role

ROLES = {Role.OWNER: _("Owner"), Role.MANAGER: _("Manager"), Role.CLERK: _("Clerk")}
KINDS = {
    PartyKind.PERSON: _("A person"),
    PartyKind.COMPANY: _("A company"),
    PartyKind.AGENCY: _("A public body"),
}
