"""What the pages of the cash centre share: its tabs, and the words of lists and claims."""

from uuid import UUID

from django.http import Http404
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from tijara.domains.cash.queries import parcel_of, remittance
from tijara.domains.cash.shapes import (
    CashParcelView,
    ClaimReason,
    ClaimState,
    RemittanceView,
    Verdict,
)
from tijara.ui.language import local

VERDICTS: dict[Verdict, tuple[Promise, str]] = {
    Verdict.PAID: (pgettext_lazy("line of a list", "Paid"), "good"),
    Verdict.SHORT: (pgettext_lazy("line of a list", "Too little"), "warn"),
    Verdict.OVER: (pgettext_lazy("line of a list", "Too much"), "warn"),
    Verdict.RETURN: (pgettext_lazy("line of a list", "A charge"), ""),
    Verdict.UNKNOWN: (pgettext_lazy("line of a list", "No parcel of ours"), "bad"),
    Verdict.REPEATED: (pgettext_lazy("line of a list", "Repeated, doesn’t count"), ""),
    Verdict.UNREADABLE: (pgettext_lazy("line of a list", "Can’t be read"), "bad"),
}
FAULTS = {
    "no_waybill": pgettext_lazy("line of a list", "no waybill"),
    "no_amount": pgettext_lazy("line of a list", "no amount that can be read"),
    "no_charge": pgettext_lazy("line of a list", "a charge that can’t be read"),
    "no_day": pgettext_lazy("line of a list", "a day that can’t be read"),
    "unreadable": pgettext_lazy("line of a list", "broken"),
}
COLUMNS = {
    "waybill": pgettext_lazy("column of a list", "Waybill or order number"),
    "amount": pgettext_lazy("column of a list", "Amount collected"),
    "charge": pgettext_lazy("column of a list", "What the carrier keeps"),
    "day": pgettext_lazy("column of a list", "Day"),
}
CLAIM_REASONS = {
    ClaimReason.LATE: pgettext_lazy("claim", "It is late"),
    ClaimReason.SHORT: pgettext_lazy("claim", "Too little was paid"),
    ClaimReason.LOST: pgettext_lazy("claim", "The carrier has lost it"),
}
CLAIM_STATES = {
    ClaimState.OPEN: (pgettext_lazy("claim", "Open"), "warn"),
    ClaimState.REFUSED: (pgettext_lazy("claim", "Refused"), "bad"),
    ClaimState.PROPOSED: (pgettext_lazy("claim", "Write-off proposed"), "bad"),
    ClaimState.SETTLED: (pgettext_lazy("claim", "Settled"), "good"),
    ClaimState.WRITTEN_OFF: (pgettext_lazy("claim", "Written off"), ""),
}
PLACES = (
    ("cash", pgettext_lazy("cash centre", "On its way")),
    ("cash/lists", pgettext_lazy("cash centre", "Carriers’ lists")),
    ("cash/claims", pgettext_lazy("cash centre", "Claims")),
    ("cash/losses", pgettext_lazy("cash centre", "Lost parcels")),
    ("cash/deposits", pgettext_lazy("cash on delivery", "Deposits")),
    ("cash/phones", pgettext_lazy("cash centre", "Blocked phones")),
)


def tabs_at(here: str) -> dict:
    """For `ui/tabs.html`; `here` is the address after /office/."""
    shown = [
        {"text": text, "href": local(f"/office/{path}"), "current": path == here}
        for path, text in PLACES
    ]
    return {"tabs": shown, "tabs_label": _("Cash on delivery")}


def found_list(remittance_id: UUID) -> RemittanceView:
    found = remittance(remittance_id)
    if found is None:
        raise Http404
    return found


def found_cash(seller_id: UUID, parcel_id: UUID) -> CashParcelView:
    found = parcel_of(seller_id, parcel_id)
    if found is None:
        raise Http404
    return found
