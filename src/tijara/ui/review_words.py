"""What stars mean, and what may be wrong with a review, in words."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from tijara.domains.reviews.shapes import ReviewReason

STARS: dict[int, Promise] = {
    1: pgettext_lazy("one star", "Bad"),
    2: pgettext_lazy("two stars", "Poor"),
    3: pgettext_lazy("three stars", "Fair"),
    4: pgettext_lazy("four stars", "Good"),
    5: pgettext_lazy("five stars", "Excellent"),
}
REASONS: dict[ReviewReason, Promise] = {
    ReviewReason.OFFENSIVE: _("It insults or shocks"),
    ReviewReason.ADVERTISING: _("It advertises something else"),
    ReviewReason.PRIVATE: _("It tells what is private"),
    ReviewReason.OFF_TOPIC: _("It is not about the product"),
    ReviewReason.UNTRUE: _("It is not true"),
    ReviewReason.OTHER: _("Something else"),
}
