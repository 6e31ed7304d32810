"""What is promised of PostgreSQL as an engine, of making its index anew, and of drift."""

from dataclasses import replace

import pytest

from tijara.domains.offers.actions import pause_offer
from tijara.domains.search.actions import count_words, feed_engine, rebuild_index
from tijara.domains.search.models import Document, EngineChange, Generation, Word
from tijara.domains.search.queries import (
    OwnEngine,
    drift_proof,
    engine_drift_proof,
    lexicon_proof,
)
from tijara.domains.search.rules import EVERY_DOCUMENT, TEXT_VERSION, kin_keys
from tijara.domains.search.shapes import EngineDocument, Laid
from tijara.domains.search.testing import SearchEngineExam, make_shelved_offer
from tijara.kit.actor import SYSTEM
from tijara.kit.ids import new_id
from tijara.platform.outbox.models import Event

pytestmark = pytest.mark.django_db


class LaidByHand(OwnEngine):
    """Documents come by versions, as from a feed: in the house they come with their products."""

    def __init__(self) -> None:
        super().__init__()
        self.versions: dict = {}

    def index(self, documents, generation):
        return tuple(self._put(one) for one in documents)

    def drop(self, gone, generation):
        return tuple(self._put(one) for one in gone)

    def _put(self, one) -> Laid:
        key = one.product_id, one.market_id
        if one.version <= self.versions.get(key, -1):
            return Laid.OLDER
        self.versions[key] = one.version
        Document.objects.filter(product_id=one.product_id, market_id=one.market_id).delete()
        if isinstance(one, EngineDocument):
            _document(one).save(force_insert=True)
            for word in {*one.text.split(), EVERY_DOCUMENT} - {"|"}:
                defaults = {"uses": 1, "keys": [*kin_keys(word)]}
                key = {"market_id": one.market_id, "word": word}
                Word.objects.update_or_create(**key, defaults=defaults)
            count_words(actor=SYSTEM)
        return Laid.DONE


def _document(one: EngineDocument) -> Document:
    return Document(
        product_id=one.product_id,
        market_id=one.market_id,
        slug="one",
        name_ar=one.names[0],
        name_en=one.names[1],
        name_fr=one.names[2],
        category_path=one.category_path,
        seller_id=one.sellers[0],
        offer_id=new_id(),
        price_minor=100,
        currency="SAR",
        in_stock=one.in_stock,
        sellers=list(one.sellers),
        popularity=one.popularity,
        text=one.text,
        text_version=TEXT_VERSION,
    )


class TestExam(SearchEngineExam):
    @pytest.fixture
    def engine(self):
        return LaidByHand()

    @pytest.fixture
    def seen(self):
        return lambda: None


def rebuilt() -> int:
    steps = 0
    while not rebuild_index(actor=SYSTEM).is_ended:
        steps += 1
    return steps


def test_made_anew_documents_and_lexicon_are_as_they_should_be():
    offer = make_shelved_offer()
    right = dict(Word.objects.values_list("word", "uses"))
    Document.objects.update(name_ar="غلط", text="غلط")
    Word.objects.filter(word=EVERY_DOCUMENT).update(uses=9)
    Word.objects.create(market_id=new_id(), word="زائد", uses=3)
    Word.objects.update(keys=[])
    assert rebuilt() == 1
    assert Document.objects.get(product_id=offer.product_id).name_ar != "غلط"
    assert dict(Word.objects.values_list("word", "uses")) == right
    assert all(keys == [*kin_keys(word)] for word, keys in Word.objects.values_list("word", "keys"))
    assert not lexicon_proof().faults


def test_cut_off_it_goes_on_from_where_it_was():
    make_shelved_offer()
    first = rebuild_index(actor=SYSTEM)
    assert not first.is_ended and first.laid == 1
    made = Generation.objects.get()
    assert made.served_at is None and made.laid == 1
    assert rebuild_index(actor=SYSTEM).is_ended
    assert Generation.objects.get().served_at is not None
    assert not rebuild_index(actor=SYSTEM).is_ended and Generation.objects.count() == 2


def test_what_has_drifted_is_told_and_what_is_on_its_way_is_not():
    offer = make_shelved_offer()
    Event.objects.all().delete()
    told = drift_proof()
    assert told.checked == 1 and not told.faults
    Document.objects.update(price_minor=1, in_stock=False)
    (fault,) = drift_proof().faults
    assert "price_minor 1 and should be" in fault and "in_stock False" in fault
    Document.objects.all().delete()
    assert "missing" in drift_proof().faults[0]
    make_shelved_offer()
    assert drift_proof().checked == 0
    pause_offer(actor=SYSTEM, seller_id=offer.seller_id, offer_id=offer.id)
    Event.objects.all().delete()
    assert not drift_proof().faults


def test_without_an_engine_outside_nothing_is_noted_or_fed():
    make_shelved_offer()
    assert not EngineChange.objects.exists() and feed_engine(actor=SYSTEM) == 0
    assert engine_drift_proof().checked == 0
    assert OwnEngine().health().documents == 1
    assert replace(OwnEngine().generations(), serving=1).known == (1,)
