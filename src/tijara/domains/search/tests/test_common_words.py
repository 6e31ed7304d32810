"""What is promised of words that more goods hold than can be weighed one by one."""

import pytest

from tijara.domains.search.models import Document, Word
from tijara.domains.search.queries import shelf
from tijara.domains.search.queries.matching import SORTED, WHOLE
from tijara.domains.search.rules import EVERY_DOCUMENT, TEXT_VERSION, index_text, kin_keys
from tijara.kit.ids import new_id

pytestmark = pytest.mark.django_db

MANY = WHOLE.ranked + 5
EVERY = 90_000
MOST_SORTED = SORTED * 300
"""Of a market of so many goods."""


@pytest.fixture
def market_id():
    return new_id()


@pytest.fixture
def goods(market_id):
    """Shirts by how they sold, and one that hardly sells, whose name begins with the word."""
    names = [f"نسيم قميص {number}" for number in range(MANY)]
    goods = [_document(market_id, name, sold) for sold, name in enumerate(names)]
    Document.objects.bulk_create([*goods, _document(market_id, "قميص نادر", 1)])


@pytest.fixture
def first(market_id):
    def first(uses, **told):
        keys = [*kin_keys("قميص")]
        Word.objects.update_or_create(
            market_id=market_id, word=EVERY_DOCUMENT, defaults={"uses": EVERY}
        )
        Word.objects.update_or_create(
            market_id=market_id, word="قميص", defaults={"uses": uses, "keys": keys}
        )
        return shelf(market_id, text="قميص", **told).items[0].name_ar

    return first


def _document(market_id, name, sold):
    return Document(
        product_id=new_id(),
        market_id=market_id,
        slug=f"shirt-{sold}",
        name_ar=name,
        category_path="shirts",
        seller_id=new_id(),
        offer_id=new_id(),
        price_minor=100 + sold,
        currency="SAR",
        in_stock=True,
        popularity=sold,
        sellers=[new_id()],
        text=index_text(name, "", "", "", ""),
        text_version=TEXT_VERSION,
    )


def test_of_many_those_stand_first_whose_names_begin_with_it(goods, first):
    assert first(MANY + 1) == "قميص نادر"


def test_of_more_than_are_sorted_the_best_sold_stand_first(goods, first):
    assert first(MOST_SORTED + 1) == f"نسيم قميص {MANY - 1}"


def test_whatever_else_is_asked_for_still_orders_them(goods, first):
    assert first(MOST_SORTED + 1, sort="cheap") == "نسيم قميص 0"
