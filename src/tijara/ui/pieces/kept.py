"""`{% kept KEY … %}…{% endkept %}`: what comes out the same for the same keys is drawn once.

Whatever the piece between reads must be named as a key, or follow from one: also things that are
not there (a guest has no wallet). Its language and its market's addresses are keys by themselves.
A key that is None keeps nothing: the piece is drawn as if the tag were not there. Never for what a
person has typed or is called: that is nobody's to keep.
"""

from collections.abc import Hashable, Sequence

from django.template import Context, Node, NodeList
from django.template.base import FilterExpression, Parser, Token
from django.utils.translation import get_language

from tijara.ui.language import market_start

MOST = 200
"""Of one piece; then it begins anew."""


class Kept(Node):
    child_nodelists = ("body",)

    def __init__(self, keys: Sequence[FilterExpression], body: NodeList) -> None:
        self.keys = keys
        self.body = body
        self.texts: dict[Hashable, str] = {}

    def render(self, context: Context) -> str:
        keys = [key.resolve(context) for key in self.keys]
        if None in keys:
            return self.body.render(context)
        place = (get_language(), market_start(), *keys)
        text = self.texts.get(place)
        if text is None:
            text = self.body.render(context)
            if len(self.texts) >= MOST:
                self.texts = {}
            self.texts[place] = text
        return text


def kept(parser: Parser, token: Token) -> Node:
    keys = [parser.compile_filter(word) for word in token.split_contents()[1:]]
    body = parser.parse(("endkept",))
    parser.delete_first_token()
    return Kept(keys, body)
