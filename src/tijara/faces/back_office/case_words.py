"""What the back office calls reports of products and what came of them."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.cases.shapes import CaseState, CaseStep

CASE_STATES = {
    CaseState.OPEN: (pgettext_lazy("reports", "To decide"), "warn"),
    CaseState.UPHELD: (pgettext_lazy("reports", "Taken off the market"), "bad"),
    CaseState.DISMISSED: (pgettext_lazy("reports", "Dismissed"), ""),
}
"""(name, tone of the badge)."""
CASE_STEPS = {
    CaseStep.WRITTEN: _("Wrote to the sellers"),
    CaseStep.UPHELD: _("Took it off the market"),
    CaseStep.DISMISSED: _("Dismissed the reports"),
}
