"""What a person reads when an action is refused: code -> (title, sentence). The one place.

A sentence may name facts of the refusal as %(name)s. A code that is not listed gets the text of
its kind, so that nobody ever meets a code instead of a sentence.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from tijara.kit.refusal import Kind, Refusal

from .fields import FIELD_TEXTS
from .searching import SEARCH_TEXTS
from .single import TEXTS as SINGLE

TEXTS = {**SINGLE, **SEARCH_TEXTS}

TITLES: dict[Kind, Promise] = {
    Kind.INVALID: _("Something needs a correction"),
    Kind.FORBIDDEN: _("This is not yours to change"),
    Kind.MISSING: _("We couldn’t find it"),
    Kind.CONFLICT: _("It has changed in the meantime"),
    Kind.UNAVAILABLE: _("It isn’t available right now"),
}
SENTENCES: dict[Kind, Promise] = {
    Kind.INVALID: _("Check what you entered and try again. Nothing was lost."),
    Kind.FORBIDDEN: _("Sign in with the account that it belongs to."),
    Kind.MISSING: _("It may have been moved or removed."),
    Kind.CONFLICT: _("Reload the page to see how it stands now."),
    Kind.UNAVAILABLE: _("Try again in a few minutes."),
}


def title_of(refusal: Refusal) -> str:
    return str(TITLES[refusal.kind])


def sentence_of(refusal: Refusal) -> str:
    """The sentence for a person, in the active language."""
    text = TEXTS.get(refusal.code)
    if text is None:
        return str(SENTENCES[refusal.kind])
    return str(text) % _Facts(refusal.facts)


class _Facts(dict):
    """A fact that a refusal did not bring leaves a gap, never an error about an error."""

    def __missing__(self, name: str) -> str:
        return "…"


def picture_sentence(refusal: Refusal) -> str:
    """Why a logo or a cover can't be taken."""
    fault = str(refusal.facts.get("fault", ""))
    return field_sentence(fault) if fault else sentence_of(refusal)


def field_sentences(fields: Mapping[str, str]) -> dict[str, str]:
    """The sentence under each field of an `Invalid`: what a form shows, never the codes."""
    return {name: field_sentence(code) for name, code in fields.items()}


def field_sentence(code: str) -> str:
    """The sentence under a field, for a code in `Invalid.fields`."""
    return str(FIELD_TEXTS.get(code, SENTENCES[Kind.INVALID]))
