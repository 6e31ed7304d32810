"""Data for machines inside a page: search engines read it, browsers don't run it."""

import orjson
from django.utils.safestring import SafeString

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def linked_data(data: dict) -> SafeString:
    """schema.org data as a <script>; no text can end the element early."""
    text = orjson.dumps(data).decode()
    for sign, escaped in UNSAFE.items():
        text = text.replace(sign, escaped)
    return SafeString(f'<script type="application/ld+json">{text}</script>')
