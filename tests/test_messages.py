"""Everything a person reads is there in Arabic, with all six forms where something is counted."""

import re

from babel.messages.pofile import read_po

from tijara.ui.setup.messages import catalogues
from tijara.ui.setup.wording import arabic, as_catalogue, untranslated, wordings

PLACEHOLDER = re.compile(r"%\([a-z_]+\)[sd]|%[sd]")
COUNTED = "%(count)d"


def test_every_text_has_its_arabic():
    missing = untranslated()
    assert missing == [], f"add to your django.po:\n\n{as_catalogue(missing)}"


def test_a_text_has_the_same_arabic_everywhere():
    """Catalogues are merged: of two translations one would win by chance of order."""
    said: dict[tuple, dict] = {}
    for file in catalogues():
        with file.open("rb") as handle:
            for message in read_po(handle, locale="ar"):
                if message.id:
                    said.setdefault((message.context, message.id), {})[message.string] = file
    assert {key: list(texts) for key, texts in said.items() if len(texts) > 1} == {}


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
