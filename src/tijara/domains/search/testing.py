"""Makers for tests, and the exam that every search engine must pass."""

from dataclasses import replace
from uuid import UUID

import pytest
from django.db.models import QuerySet

from tijara.domains.offers.shapes import OfferCard
from tijara.domains.offers.testing import make_offer
from tijara.domains.stores.queries import stores
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id

from .actions import index_products
from .models import Choice, SavedSearch, Steer, Wording
from .rules import index_text
from .shapes import Dropped, EngineDocument, Laid, Sought


def make_shelved_offer(*, seller_id: UUID | None = None, **told) -> OfferCard:
    """An offer of an open store that stands on the shelf already."""
    if seller_id is None or not stores([seller_id]):
        seller_id = make_store(seller_id).seller_id
    offer = make_offer(seller_id=seller_id, **told)
    index_products(actor=SYSTEM, product_ids=[offer.product_id])
    return offer


def rows(kind: str) -> QuerySet:
    """What is kept of what people ask for and open, of kept searches, of what staff have put."""
    kept = {"asked": Wording, "chosen": Choice, "saved": SavedSearch, "steers": Steer}
    return kept[kind].objects.all()


def make_choice(market_id: UUID, product_id: UUID, text: str, people: int = 6) -> None:
    """As if so many visitors had opened the product after these words."""
    Choice.objects.create(
        market_id=market_id,
        text=text,
        product_id=product_id,
        said=text,
        people=people,
        times=people,
    )


def make_engine_document(name: str = "دلة نحاس", **changes) -> EngineDocument:
    """As an engine holds it; anything can be changed."""
    given = {
        "product_id": new_id(),
        "market_id": new_id(),
        "version": 1,
        "text": index_text(name, "", "", "نجد", "مطبخ"),
        "names": (name, "", ""),
        "category_path": "kitchen/pots",
        "sellers": (new_id(),),
        "in_stock": True,
        "popularity": 0,
    }
    return EngineDocument(**(given | changes))


class SearchEngineExam:
    """Subclass it as `TestExam` in the provider's tests. Give `engine`, a fixture of an engine with
    nothing in it, and `seen`, which is called before what was written is looked for."""

    @pytest.fixture
    def market_id(self) -> UUID:
        return new_id()

    @pytest.fixture
    def lay(self, engine, seen, market_id):
        """Documents of that market, laid into the generation that answers."""

        def lay(*documents: EngineDocument) -> list[EngineDocument]:
            laid = [replace(one, market_id=market_id) for one in documents]
            if not engine.generations().serving:
                engine.begin(1)
                engine.serve(1)
            assert set(engine.index(laid, 1)) == {Laid.DONE}
            seen()
            return laid

        return lay

    @pytest.fixture
    def found(self, engine, market_id):
        def found(*groups, **place):
            sought = Sought(market_id, tuple(map(tuple, groups)), **place)
            hits = engine.search(sought, 50)
            assert engine.count(sought) == len(hits)
            return [hit.names[0] for hit in hits]

        return found

    def test_a_document_comes_back_as_it_was_laid(self, engine, lay, market_id):
        (one,) = lay(make_engine_document("دلة نحاس 1.5 لتر", popularity=7, in_stock=False))
        (hit,) = engine.search(Sought(market_id, (("دله",),)), 5)
        assert (hit.product_id, hit.text, hit.names) == (one.product_id, one.text, one.names)
        assert (hit.in_stock, hit.popularity) == (False, 7)

    def test_every_group_is_asked_for_and_any_word_of_it_will_do(self, lay, found):
        lay(make_engine_document("دلة نحاس"), make_engine_document("دلة فضة"))
        assert found(["دله"], ["نحاس", "ذهب"]) == ["دلة نحاس"]
        assert found(["دله"], ["ذهب"]) == [] and len(found(["دله", "ابريق"])) == 2

    def test_a_word_is_compared_as_it_stands(self, lay, found):
        lay(make_engine_document("سماعة WH-1000XM5"))
        assert found(["wh"], ["1000"], ["xm"]) == ["سماعة WH-1000XM5"]
        assert found(["WH"]) == [] and found(["100"]) == [] and found(["سماع"]) == []

    def test_what_can_be_bought_stands_first_then_the_best_sold(self, lay, found):
        lay(
            make_engine_document("قميص ا", popularity=3),
            make_engine_document("قميص ب", popularity=9, in_stock=False),
            make_engine_document("قميص ج", popularity=5),
        )
        assert found(["قميص"]) == ["قميص ج", "قميص ا", "قميص ب"]

    def test_places_are_kept_apart(self, engine, lay, found):
        (one, _) = lay(
            make_engine_document("دلة", category_path="kitchen"),
            make_engine_document("دلة", category_path="garden"),
        )
        assert found(["دله"], category_paths=("kitchen",)) == ["دلة"]
        assert found(["دله"], seller_id=one.sellers[0]) == ["دلة"]
        assert found(["دله"], seller_id=new_id()) == []
        assert engine.search(Sought(new_id(), (("دله",),)), 5) == []

    def test_an_older_version_never_takes_the_place_of_a_newer_one(
        self, engine, lay, found, market_id
    ):
        (newer,) = lay(make_engine_document("دلة", version=5, popularity=5))
        older = replace(newer, version=4, text=index_text("ابريق", "", "", "", ""))
        assert engine.index([older], 1) == (Laid.OLDER,)
        assert engine.index([newer], 1) == (Laid.OLDER,)
        assert engine.drop([Dropped(newer.product_id, market_id, 4)], 1) == (Laid.OLDER,)
        assert found(["دله"]) == ["دلة"]

    def test_what_was_dropped_is_gone_also_for_who_comes_late(
        self, engine, lay, found, seen, market_id
    ):
        (one,) = lay(make_engine_document("دلة", version=1))
        gone = Dropped(one.product_id, market_id, 3)
        assert engine.drop([gone], 1) == (Laid.DONE,)
        assert engine.index([replace(one, version=2)], 1) == (Laid.OLDER,)
        seen()
        assert found(["دله"]) == []
        assert engine.drop([Dropped(new_id(), market_id, 1)], 1) == (Laid.DONE,)

    def test_it_goes_on_with_a_word_that_is_begun(self, engine, lay, market_id):
        lay(make_engine_document("بنادول اكسترا"), make_engine_document("باندا"))
        hits = engine.suggest(Sought(market_id), "بناد", 5)
        assert [hit.names[0] for hit in hits] == ["بنادول اكسترا"]
        told = Sought(market_id, (("اكسترا",),))
        assert len(engine.suggest(told, "بنا", 5)) == 1 and engine.suggest(told, "با", 5) == []
        assert engine.suggest(Sought(market_id), "%", 5) == []

    def test_a_new_generation_answers_from_one_moment_to_the_next(
        self, engine, lay, found, seen, market_id
    ):
        (one,) = lay(make_engine_document("دلة"))
        if len(engine.generations().known) == 1 and engine.begin(2) is None:
            known = engine.generations()
            if known.known == (1,):
                pytest.skip("it is made anew where it stands")
        assert engine.index([replace(one, names=("دلة جديدة", "", ""))], 2) == (Laid.DONE,)
        seen()
        assert found(["دله"]) == ["دلة"] and engine.generations().serving == 1
        assert engine.serve(2) is None and engine.serve(2) is None
        assert found(["دله"]) == ["دلة جديدة"]
        assert engine.generations().known == (2,)

    def test_its_health_counts_its_documents(self, engine, lay):
        lay(make_engine_document(), make_engine_document())
        told = engine.health()
        assert told.is_well and told.says and told.documents is not None and told.documents >= 2
