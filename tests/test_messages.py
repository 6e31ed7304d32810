"""Everything a person reads is there in Arabic, with all six forms where something is counted."""

import re

from tijara.ui.setup.wording import arabic, as_catalogue, untranslated, wordings

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")
COUNTED = "%(count)d"


def test_every_text_has_its_arabic():
    missing = untranslated()
    assert missing == [], f"add to your django.po:\n\n{as_catalogue(missing)}"


def test_translations_fill_in_the_same_facts():
    """One and two may leave the number out, because Arabic says it in the word."""
    known = arabic()
    wrong = []
    for wording in wordings():
        message = known.get(wording.key)
        if message is None:
            continue
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        expected = set(PLACEHOLDER.findall(wording.plural or wording.text))
        for form in forms:
            found = set(PLACEHOLDER.findall(form))
            may_leave = expected if wording.plural else set()
            if not found <= expected or not expected - may_leave <= found:
                wrong.append((wording.text, form))
    assert wrong == []
