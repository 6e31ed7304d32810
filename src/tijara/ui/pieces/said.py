"""`{% translate "…" %}` of a fixed text: looked up once a language, not once a page.

A page has dozens of them; Django's own asks the catalogue each time, which was a quarter of what
drawing a page cost.
"""

from django.template import Context, Node
from django.template.base import Parser, Token
from django.templatetags.i18n import TranslateNode, do_translate
from django.utils.translation import get_language


class Said(Node):
    def __init__(self, usual: TranslateNode) -> None:
        self.usual = usual
        self.texts: dict[str | None, str] = {}

    def render(self, context: Context) -> str:
        language = get_language()
        text = self.texts.get(language)
        if text is None:
            text = self.texts[language] = self.usual.render(context)
        return text


def translate(parser: Parser, token: Token) -> Node:
    """Django's tag, with all that it can do; only what never changes is kept."""
    usual = do_translate(parser, token)
    said = usual.filter_expression
    is_fixed = getattr(said.var, "literal", None) is not None and not said.filters
    if usual.asvar or usual.noop or not is_fixed:
        return usual
    return Said(usual)
