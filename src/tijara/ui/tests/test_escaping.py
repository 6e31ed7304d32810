"""What templates show is made safe as Django does it, at once."""

from collections.abc import Iterator

import pytest
from django.utils import html
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy

from tijara.ui.pieces.escaping import escape, escape_at_once

DANGEROUS = "<b> & 'c' \"d\""
MADE = "&lt;b&gt; &amp; &#x27;c&#x27; &quot;d&quot;"


@pytest.fixture
def at_once() -> Iterator[None]:
    before = html.escape
    escape_at_once()
    yield
    html.escape = before


def test_templates_are_given_what_django_gives_them(at_once):
    assert conditional_escape(gettext_lazy(DANGEROUS)) == conditional_escape(DANGEROUS) == MADE
    assert isinstance(conditional_escape(DANGEROUS), SafeString)
    assert conditional_escape(SafeString("<i>")) == "<i>"
    assert conditional_escape(7) == "7"
    assert format_html("<p>{}</p>", "<") == "<p>&lt;</p>"


def test_what_is_drawn_is_always_made_safe():
    assert escape(SafeString("<i>")) == "&lt;i&gt;"
    assert escape(gettext_lazy(DANGEROUS)) == escape(DANGEROUS) == MADE
