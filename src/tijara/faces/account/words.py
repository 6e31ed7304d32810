"""Words of the account's pages for what domains name by codes."""

from django.utils.translation import gettext_lazy as _

from tijara.domains.parties.shapes import PartyKind, Role

ROLES = {Role.OWNER: _("Owner"), Role.MANAGER: _("Manager"), Role.CLERK: _("Clerk")}
KINDS = {
    PartyKind.PERSON: _("A person"),
    PartyKind.COMPANY: _("A company"),
    PartyKind.AGENCY: _("A public body"),
}
ADDRESS_WRONG = {
    ("recipient", "required"): _("Write the name of the person who will receive it."),
    ("phone", "required"): _("Write a mobile number."),
    ("phone", "phone_invalid"): _("This is no mobile number of the country. Check its digits."),
    ("city", "required"): _("Choose the city."),
    ("city", "city_unknown"): _("Choose the city from the list."),
    ("short_code", "short_code_invalid"): _("It has four letters, then four digits: RRRD2929."),
    ("street", "place_needed"): _(
        "Write the street, or the district, or the short address: the courier needs one of them."
    ),
}
