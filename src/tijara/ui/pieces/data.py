"""What a page says to machines: to search engines, and to sites that show what people share."""

from collections.abc import Iterable

import orjson
from django.template import Context
from django.template.loader_tags import BLOCK_CONTEXT_KEY
from django.utils.html import conditional_escape
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from tijara.ui.look import brand_here
from tijara.ui.pieces.marks import shared_picture
from tijara.ui.pieces.words import site_name

UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def linked_data(data: dict) -> SafeString:
    """schema.org data as a <script>; no text can end the element early."""
    text = orjson.dumps(data).decode()
    for sign, escaped in UNSAFE.items():
        text = text.replace(sign, escaped)
    return SafeString(f'<script type="application/ld+json">{text}</script>')


LOCALES = {"ar": "ar_AR", "en": "en_GB", "fr": "fr_FR"}


def share_card(context: Context, kind: str = "website") -> SafeString:
    """Title, words and picture of the page for who shows a link to it. They are those that the
    page's own template says; the picture is `share_picture` of its context, else the market's
    logo, else the house's card."""
    brand = brand_here()
    picture = context.get("share_picture") or (brand.logo if brand else "")
    address, width, height = shared_picture(picture)
    language = get_language() or "ar"
    others = [code for code, _address in context.get("alternates", ()) if code != language]
    told = [
        ("og:type", kind),
        ("og:site_name", site_name()),
        ("og:title", _block(context, "title")),
        ("og:description", _block(context, "description")),
        ("og:url", context["canonical"]),
        ("og:locale", LOCALES.get(language, language)),
        *(("og:locale:alternate", LOCALES.get(code, code)) for code in others),
        ("og:image", context["request"].build_absolute_uri(address)),
        ("og:image:width", width),
        ("og:image:height", height),
    ]
    card = '<meta name="twitter:card" content="summary_large_image">'
    return SafeString(_metas(told) + card)


def _metas(told: Iterable[tuple[str, object]]) -> str:
    return "".join(
        f'<meta property="{name}" content="{conditional_escape(words)}">' for name, words in told
    )


def _block(context: Context, name: str) -> SafeString:
    """What the page's templates say in a block, once more."""
    block = context.render_context[BLOCK_CONTEXT_KEY].get_block(name)
    return SafeString(block.render(context).strip())
