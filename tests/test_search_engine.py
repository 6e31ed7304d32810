"""What is promised of an engine outside: it follows the shelves, is made anew beside the old one,
and where it is silent PostgreSQL answers."""

from uuid import uuid4

import pytest
from django.test import override_settings

from tijara.domains.catalogue.testing import make_product
from tijara.domains.offers.actions import pause_offer
from tijara.domains.parties.queries import seller_terms
from tijara.domains.search.actions import (
    EngineUnavailable,
    feed_engine,
    index_products,
    rebuild_index,
    record_sale,
)
from tijara.domains.search.models import EngineChange, Generation
from tijara.domains.search.queries import engine_drift_proof, engine_health, shelf
from tijara.domains.search.testing import make_shelved_offer
from tijara.domains.stores.testing import make_store
from tijara.kit.actor import SYSTEM
from tijara.platform.providers import connected
from tijara.providers.opensearch.simulator.server import Simulator

pytestmark = pytest.mark.django_db


@pytest.fixture
def simulator():
    with Simulator(user="tijara", password=uuid4().hex).running() as running:
        yield running


@pytest.fixture
def seen(simulator):
    """What was written is found from now on."""

    def seen():
        for index in simulator.api.book.indexes.values():
            index.refresh()

    return seen


@pytest.fixture(autouse=True)
def outside(simulator, monkeypatch):
    monkeypatch.setenv("TIJARA_OPENSEARCH_ADDRESS", simulator.address)
    monkeypatch.setenv("TIJARA_OPENSEARCH_USER", simulator.user)
    monkeypatch.setenv("TIJARA_OPENSEARCH_PASSWORD", simulator.password)
    connected.cache_clear()
    with override_settings(SEARCH_ENGINE="opensearch"):
        yield
    connected.cache_clear()


@pytest.fixture
def store():
    return make_store()


@pytest.fixture
def put(store):
    def put(name):
        product = make_product(name_ar=name, name_en="", category_path_en=())
        return make_shelved_offer(seller_id=store.seller_id, product=product)

    return put


@pytest.fixture
def found(store, seen):
    def found(text):
        seen()
        market_id = seller_terms([store.seller_id])[store.seller_id].market_id
        return [card.name_ar for card in shelf(market_id, text=text).items]

    return found


def rebuilt():
    while not rebuild_index(actor=SYSTEM).is_ended:
        pass


def was_asked(simulator, what="/tijara/_search") -> bool:
    told = any(what in one for one in simulator.api.asked)
    simulator.api.asked.clear()
    return told


def test_it_answers_once_it_was_made_and_follows_what_changes(simulator, put, found):
    put("دلة نحاس")
    assert found("دله") == ["دلة نحاس"]
    rebuilt()
    assert found("الدلة") == ["دلة نحاس"] and was_asked(simulator)
    second = put("دلة فضة")
    assert feed_engine(actor=SYSTEM) == 2 and not EngineChange.objects.exists()
    assert len(found("دله")) == 2
    record_sale(actor=SYSTEM, product_ids=[second.product_id])
    feed_engine(actor=SYSTEM)
    assert found("دله")[0] == "دلة فضة"
    pause_offer(actor=SYSTEM, seller_id=second.seller_id, offer_id=second.id)
    index_products(actor=SYSTEM, product_ids=[second.product_id])
    feed_engine(actor=SYSTEM)
    assert found("دله") == ["دلة نحاس"]
    assert engine_health().documents == 1


def test_both_generations_hear_of_what_changes_while_one_is_made(simulator, put, found):
    put("دلة نحاس")
    rebuilt()
    rebuild_index(actor=SYSTEM)
    put("دلة فضة")
    feed_engine(actor=SYSTEM)
    assert len(found("دله")) == 2
    assert [len(one.written) for one in simulator.api.book.indexes.values()] == [2, 2]
    rebuilt()
    assert list(simulator.api.book.indexes) == ["tijara-2"] and len(found("دله")) == 2
    assert Generation.objects.filter(served_at=None).count() == 0


def test_making_goes_on_after_the_engine_was_gone(simulator, put, found):
    put("دلة نحاس")
    rebuild_index(actor=SYSTEM)
    simulator.api.faults["broken"] = 9
    with pytest.raises(EngineUnavailable):
        rebuilt()
    simulator.api.faults.clear()
    rebuilt()
    assert found("دله") == ["دلة نحاس"] and was_asked(simulator)


def test_where_it_is_silent_postgresql_answers_and_nothing_is_lost(simulator, put, found):
    rebuilt()
    simulator.api.faults["broken"] = 99
    put("دلة نحاس")
    assert found("دله") == ["دلة نحاس"]
    assert feed_engine(actor=SYSTEM) == 0 and EngineChange.objects.count() == 1
    simulator.api.faults.clear()
    simulator.api.faults["item busy"] = 1
    assert feed_engine(actor=SYSTEM) == 0 and feed_engine(actor=SYSTEM) == 1
    assert found("دله") == ["دلة نحاس"]


def test_what_differs_there_is_told(simulator, put, seen):
    put("دلة نحاس")
    rebuilt()
    EngineChange.objects.all().delete()
    assert engine_drift_proof().checked == 1 and not engine_drift_proof().faults
    (index,) = simulator.api.book.indexes.values()
    for source in index.written.values():
        source["popularity"] = 12
    seen()
    assert "product" in engine_drift_proof().faults[0]
    index.written.clear()
    seen()
    assert len(engine_drift_proof().faults) == 2
