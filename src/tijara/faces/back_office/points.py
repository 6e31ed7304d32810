"""What the office's pages of points share: words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy, pgettext_lazy

from tijara.domains.loyalty.shapes import GrantReason, PointsKind

MOVES: dict[PointsKind, Promise] = {
    PointsKind.EARNED: gettext_lazy("Earned with an order"),
    PointsKind.RETURNED: gettext_lazy("Goods went back"),
    PointsKind.SPENT: gettext_lazy("Became wallet credit"),
    PointsKind.EXPIRED: pgettext_lazy("points", "Expired"),
    PointsKind.GRANTED: gettext_lazy("Given by staff"),
    PointsKind.WITHDRAWN: gettext_lazy("Taken by staff"),
}
REASONS: dict[GrantReason, Promise] = {
    GrantReason.MISSING: pgettext_lazy("why points are given", "An order earned too little"),
    GrantReason.SORRY: pgettext_lazy("why points are given", "To make up for something"),
    GrantReason.CAMPAIGN: pgettext_lazy("why points are given", "Campaign"),
    GrantReason.MISUSE: pgettext_lazy("why points are given", "Misuse"),
    GrantReason.OTHER: pgettext_lazy("why points are given", "Something else"),
}
