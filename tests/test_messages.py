"""Everything a person reads is there in Arabic and French, with all forms where it is counted."""

import re
from unicodedata import normalize

import pytest
from django.utils import translation

from tijara.ui.setup.wording import (
    FORMS,
    as_catalogue,
    messages,
    translations,
    untranslated,
    wordings,
)

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")
MARKUP = re.compile(r"</?[a-z][^>]*>|&[a-z]+;")
IN_FRENCH = re.compile(
    r"(?<![\u00a0\u202f])[;?!»](?!\w)|«(?!\u00a0)|(?<!\u00a0):(?= |$)|\w'\w|\.\.\."
)
"""What French typography does not have: no space, or one that breaks, before ; ? ! : and inside
guillemets; a straight apostrophe; three points for an ellipsis."""


@pytest.mark.parametrize("language", FORMS)
def test_every_text_is_translated(language):
    missing = untranslated(language)
    assert missing == [], f"add to your django.po:\n\n{as_catalogue(missing, language)}"


@pytest.mark.parametrize("language", FORMS)
def test_a_text_is_translated_alike_everywhere(language):
    """Catalogues are merged: of two translations one would win by chance of order."""
    said: dict[tuple, dict] = {}
    for file, message in messages(language):
        if message.id:
            said.setdefault((message.context, message.id), {})[message.string] = file
    assert {key: list(texts) for key, texts in said.items() if len(texts) > 1} == {}


@pytest.mark.parametrize("language", FORMS)
def test_translations_fill_in_the_same_facts(language):
    """One and two may leave the number out, because Arabic says it in the word."""
    known = translations(language)
    wrong = []
    for wording in wordings():
        message = known.get(wording.key)
        if message is None:
            continue
        expected = set(PLACEHOLDER.findall(wording.plural or wording.text))
        for form in _forms(message):
            found = set(PLACEHOLDER.findall(form))
            may_leave = expected if wording.plural else set()
            if not found <= expected or not expected - may_leave <= found:
                wrong.append((wording.text, form))
    assert wrong == []


@pytest.mark.parametrize("language", FORMS)
def test_translations_keep_the_markup(language):
    known = translations(language)
    wrong = [
        (wording.text, form)
        for wording in wordings()
        for form in (_forms(known[wording.key]) if wording.key in known else ())
        if sorted(MARKUP.findall(form)) != sorted(MARKUP.findall(wording.text))
    ]
    assert wrong == []


def test_french_is_set_as_french_is():
    found = [
        form
        for message in translations("fr").values()
        for form in (_forms(message) if message.id else ())
        if IN_FRENCH.search(MARKUP.sub("", form)) or form != normalize("NFC", form)
    ]
    assert found == []


@pytest.mark.parametrize(("count", "said"), [(0, "0 jour"), (1, "1 jour"), (2, "2 jours")])
def test_french_counts_none_and_one_alike(count, said):
    with translation.override("fr"):
        text = translation.ngettext("%(count)d day ago", "%(count)d days ago", count)
    assert text % {"count": count} == f"il y a {said}"


def _forms(message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)
