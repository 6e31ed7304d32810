"""Why something can't be done to a parcel, or to what is delivered without one."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PARCEL_TEXTS: dict[str, Promise] = {
    "fulfilment.nothing_left": _("Every unit is in a parcel already, or was given up."),
    "fulfilment.more_than_left": _("There are not so many left. Look at the order again."),
    "fulfilment.no_such_parcel": _("There is no such parcel in your shop."),
    "fulfilment.parcel_ended": _("This parcel has ended already. Look at the order again."),
    "fulfilment.nothing_to_send_again": _(
        "Not so many are left on the shelf. Give the money back instead."
    ),
    "fulfilment.loss_answered": _("The carrier’s answer was written down before."),
    "fulfilment.loss_unknown": _("There is no such claim here."),
    "fulfilment.not_yours_any_more": _("Your money went back to you, and this with it."),
    "fulfilment.renewed_too_often": _(
        "These links were renewed very often. Write to the shop; it helps you."
    ),
    "fulfilment.no_such_download": _("There is no such file here."),
    "fulfilment.link_is_over": _("This link is over. Make a new one on your order’s page."),
}
"""Sentences of refusals, by code."""
