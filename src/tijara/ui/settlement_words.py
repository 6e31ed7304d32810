"""Why something about commission, reserves, demands or gateways' reports can't be done."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SETTLEMENT_TEXTS: dict[str, Promise] = {
    "commissions.rule_invalid": _("Check the rule. Nothing was changed."),
    "commissions.no_such_rule": _("Somebody has changed or ended this rule meanwhile."),
    "settlements.reserve_invalid": _("Check the reserve. Nothing was changed."),
    "settlements.demand_invalid": _("Check the demand. Nothing was sent."),
    "settlements.demand_is_open": _("This seller has been asked already. One demand at a time."),
    "settlements.repayment_invalid": _("Check the transfer. Nothing was posted."),
    "settlements.repayment_known": _("The transfer %(bank_reference)s is written down already."),
    "clearing.no_such_gateway": _("There is no such gateway."),
    "clearing.no_such_report": _("This report was thrown away meanwhile."),
    "clearing.report_unreadable": _(
        "This file is no table that can be read. Take it as the gateway sends it, 2,000 lines at "
        "most."
    ),
    "clearing.report_known": _("This very file is here already. Nothing of it counts twice."),
    "clearing.form_wrong": _("Say which column is which. Nothing was read."),
    "clearing.already_booked": _("This report is booked. What is booked stays."),
    "clearing.lines_unread": _(
        "There are lines that can’t be read, or none that counts. Bring a better file, or say how "
        "it is read."
    ),
    "clearing.not_what_the_bank_shows": _(
        "The bank must show exactly what the report pays: %(net)s."
    ),
    "clearing.line_ended": _("There is nothing of this line to explain any more."),
    "clearing.not_a_payment_of_ours": _("We still know of no payment by this name."),
}
SETTLEMENT_FIELD_TEXTS: dict[str, Promise] = {
    "below_the_least": _("This is below the least. Swap the two."),
    "before_it_begins": _("The last day is before the first."),
    "too_many": _("These are too many rules. End some first."),
    "more_than_owed": _("Write no more than is owed."),
    "unknown_product": _("No product stands at this address."),
}
