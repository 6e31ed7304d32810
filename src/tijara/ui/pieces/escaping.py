"""Text between tags and in attributes, made safe.

Django's `escape` first looks whether it was given a text that waits for its language, and then
makes an object of its own; a page asks two hundred times. What is drawn here is drawn at once.
"""

from html import escape as _escape

from django.utils import html
from django.utils.safestring import SafeString


def escape(text: object) -> str:
    """Always, also what was marked as safe."""
    return _escape(str(text))


def escape_at_once() -> None:
    """Templates, too: they have turned a text that waits into words before (decision 117)."""
    html.escape = _for_templates


def _for_templates(text: object) -> SafeString:
    return SafeString(_escape(str(text)))
