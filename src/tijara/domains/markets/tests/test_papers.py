"""Who runs a market, as its pages say; and in whose name it writes."""

from dataclasses import asdict

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from tijara.domains.markets.actions import PapersInvalid, change_look, declare_operator
from tijara.domains.markets.queries import MarketUnknown, market, site_market, site_name
from tijara.domains.markets.rules import checked_papers
from tijara.domains.markets.shapes import OperatorPapers
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM, Actor, ActorKind
from tijara.kit.ids import new_id
from tijara.kit.powers import SELLER_POWERS
from tijara.platform.action import NotAllowed

texts = st.text(max_size=400)


@given(st.builds(OperatorPapers, *(texts for _ in OperatorPapers.__dataclass_fields__)))
def test_what_is_kept_is_tidy_and_stays_so(told):
    tidy, faults = checked_papers(told)
    assert checked_papers(tidy) == (tidy, faults)
    assert set(faults) <= set(asdict(tidy))


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"email": "care@souq"}, "email"),
        ({"phone": "call us"}, "phone"),
        ({"vat_number": "12"}, "vat_number"),
        ({"commercial_register": "x" * 31}, "commercial_register"),
        ({"address_fr": "x" * 301}, "address_fr"),
    ],
)
@pytest.mark.django_db
def test_what_is_wrong_is_refused_and_nothing_changes(wrong, field):
    known = make_market()
    with pytest.raises(PapersInvalid) as refused:
        declare_operator(actor=SYSTEM, market_id=known.id, papers=OperatorPapers(**wrong))
    assert set(refused.value.fields) == {field} and market("sa").papers == OperatorPapers()


@pytest.mark.django_db
def test_terms_and_look_leave_them_alone():
    known = make_market()
    papers = OperatorPapers(name_ar="شركة السوق", phone="920000000")
    declare_operator(actor=SYSTEM, market_id=known.id, papers=papers)
    change_look(actor=SYSTEM, market_id=known.id, accent="#14606b", logo=None)
    make_market(delivery_minor=900)
    assert market("sa").papers == papers


@pytest.mark.django_db
def test_only_who_runs_markets_says_it_and_only_of_one_that_is_there():
    known = make_market()
    seller = Actor(ActorKind.SELLER, new_id(), new_id(), SELLER_POWERS)
    with pytest.raises(NotAllowed):
        declare_operator(actor=seller, market_id=known.id, papers=OperatorPapers())
    with pytest.raises(MarketUnknown):
        declare_operator(actor=SYSTEM, market_id=new_id(), papers=OperatorPapers())


@pytest.mark.django_db
def test_a_market_writes_in_its_own_name_once_it_has_a_look():
    known = make_market(name_ar="عود الجزيرة", name_en="Oud", name_fr="Oud de la péninsule")
    assert site_market(None).id == known.id
    said = {}
    for language in ("ar", "en", "fr"):
        with translation.override(language):
            assert site_name(market("sa")) in ("تجارة", "Tijara")
    change_look(actor=SYSTEM, market_id=known.id, accent="#14606b", logo=None)
    for language in ("ar", "en", "fr"):
        with translation.override(language):
            said[language] = site_name(market("sa"))
    assert said == {"ar": "عود الجزيرة", "en": "Oud", "fr": "Oud de la péninsule"}


@pytest.mark.django_db
def test_without_a_market_the_house_speaks():
    assert site_name(site_market(None)) == "تجارة"
