"""A piece that comes out the same is drawn once, and only shown where it would."""

from django.template import Context, Template
from django.utils import translation

from tijara.ui.language import within_market
from tijara.ui.pieces.kept import MOST


class Drawn:
    """Counts how often it is asked for."""

    def __init__(self) -> None:
        self.times = 0

    def __str__(self) -> str:
        self.times += 1
        return f"drawing {self.times}"


def draw(template: Template, **given: object) -> str:
    return template.render(Context(given))


def test_a_piece_is_drawn_once_for_its_keys():
    template, piece = Template("{% kept key %}{{ piece }}{% endkept %}"), Drawn()
    told = [draw(template, key=key, piece=piece) for key in ("a", "a", "b", "a")]
    assert told == ["drawing 1", "drawing 1", "drawing 2", "drawing 1"]


def test_a_key_that_is_none_keeps_nothing():
    template, piece = Template("{% kept key %}{{ piece }}{% endkept %}"), Drawn()
    assert [draw(template, key=None, piece=piece) for _ in range(2)] == ["drawing 1", "drawing 2"]
    assert draw(template, key="a", piece=piece) == "drawing 3"


def test_each_language_and_each_market_has_its_own():
    template = Template("{% kept %}{% translate 'Checkout' %} {{ '/cart'|local }}{% endkept %}")
    told = {draw(template)}
    with translation.override("en"):
        told.add(draw(template))
        with within_market("/eg"):
            told.add(draw(template))
    assert len(told) == 3


def test_it_does_not_grow_without_end():
    template, piece = Template("{% kept key %}{{ piece }}{% endkept %}"), Drawn()
    for key in range(MOST + 1):
        draw(template, key=key, piece=piece)
    assert draw(template, key=MOST, piece=piece) == f"drawing {MOST + 1}"
    assert draw(template, key=0, piece=piece) == f"drawing {MOST + 2}"
