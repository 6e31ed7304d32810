"""Refusals of a market's search and of searches that are kept."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

SEARCH_TEXTS: dict[str, Promise] = {
    "search.synonym_invalid": _("Check the word. What you wrote is still there."),
    "search.synonym_leads_back": _(
        "What it means leads back to itself, over words that were written before."
    ),
    "search.steer_invalid": _("Check what is marked. What you wrote is still there."),
    "search.too_many_steers": _("There are %(most)s of them, the most that there can be."),
    "search.too_many_aliases": _("A product has %(most)s such names at most. Take one back."),
    "search.no_such_proposal": _("Nobody has opened this product after these words."),
    "search.too_many_saved": _("You keep %(most)s searches, the most one can. Remove one first."),
    "search.too_many_synonyms": _("A market has %(most)s such words at most. Remove some."),
}
