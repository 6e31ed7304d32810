"""What is promised of the wire: busy and broken engines, items that fail alone, a mapping that cuts
nothing a second time."""

import pytest

from tijara.domains.search.shapes import EngineSilent, Laid, Sought
from tijara.domains.search.testing import make_engine_document
from tijara.providers.opensearch import OpenSearchEngine, OpenSearchSettings
from tijara.providers.opensearch.mapping import INDEX, source_of


@pytest.fixture
def one():
    return make_engine_document()


@pytest.mark.parametrize("fault", ["busy", "broken", "silent"])
def test_what_passes_is_asked_again_and_what_stays_is_told(simulator, engine, one, fault):
    engine.begin(1)
    simulator.api.faults[fault] = 1
    assert engine.index([one], 1) == (Laid.DONE,)
    simulator.api.faults[fault] = 9
    assert isinstance(engine.index([one], 1), EngineSilent)
    assert isinstance(engine.search(Sought(one.market_id), 5), EngineSilent)
    assert not engine.health().is_well


def test_an_item_that_finds_no_room_fails_alone(simulator, engine):
    engine.begin(1)
    simulator.api.faults["item busy"] = 1
    some = [make_engine_document(), make_engine_document()]
    assert engine.index(some, 1) == (Laid.LATER, Laid.DONE)
    assert engine.index(some[:1], 1) == (Laid.DONE,)


def test_a_field_that_the_mapping_has_not_is_refused(simulator, engine, one):
    engine.begin(1)
    properties = simulator.api.book.indexes["tijara-1"].body["mappings"]["properties"]
    del properties["sellers"]
    assert engine.index([one], 1) == (Laid.REFUSED,)


def test_who_has_no_key_hears_nothing(simulator, one):
    stranger = OpenSearchEngine(OpenSearchSettings(simulator.address, "somebody", "else"))
    assert isinstance(stranger.search(Sought(one.market_id), 5), EngineSilent)


def test_nobody_there_is_silence(one):
    nowhere = OpenSearchEngine(OpenSearchSettings("http://127.0.0.1:9", timeout_seconds=0.5))
    assert isinstance(nowhere.count(Sought(one.market_id)), EngineSilent)
    assert not nowhere.health().is_well


def test_every_field_is_in_the_mapping_and_words_are_not_cut_again(one):
    properties = INDEX["mappings"]["properties"]
    assert source_of(one).keys() == properties.keys()
    assert properties["words"]["type"] == "keyword"
