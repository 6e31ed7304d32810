"""The sealed file that says who stood where and got what."""

from hashlib import sha256

import orjson
import pytest

from tijara.domains.flash_sales.actions import advance_sales, end_sale, seal_audit
from tijara.domains.flash_sales.models import Place
from tijara.domains.flash_sales.queries import (
    AuditBroken,
    audit_file,
    audit_of,
    public_key,
    read_audit,
    sealed_audit,
)
from tijara.domains.flash_sales.testing import STAFF, Shop, Visitor
from tijara.domains.markets.testing import make_market
from tijara.kit.actor import SYSTEM
from tijara.platform.audit.models import AuditEntry

pytestmark = pytest.mark.django_db


@pytest.fixture
def shop():
    shop = Shop(make_market(), units=2).opened()
    visitors = [Visitor(shop).joins().prepares() for _ in range(5)]
    shop.begins()
    late = Visitor(shop).joins()
    shop.ticks()
    for one in [*visitors, late]:
        one.buys()
    return shop


def audit(shop):
    return audit_of(shop.seller_id, shop.sale_id)


def test_holds_while_it_runs_and_when_it_is_over(shop):
    assert read_audit(audit(shop), public_key())["items"][0]["sold"] == 2
    end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
    assert len(read_audit(audit(shop))["places"]) == 6


def test_tells_nobody_by_name_phone_or_home(shop):
    told = audit(shop).decode()
    assert "نورة" not in told and "96655" not in told and "التحلية" not in told


def test_the_seed_is_secret_before_the_start():
    shop = Shop(make_market()).opened()
    Visitor(shop).joins()
    told = orjson.loads(audit(shop))
    assert told["seed"] == "" and len(told["lot"]) == 64


def test_a_change_is_found(shop):
    told = orjson.loads(audit(shop))
    told["places"][0][7] = 9
    with pytest.raises(AuditBroken, match="changed"):
        read_audit(orjson.dumps(told))


def test_another_installations_seal_is_not_ours(shop, settings):
    with pytest.raises(AuditBroken, match="another key"):
        read_audit(audit(shop), "AAAA")


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b'{"sha256": 1}', b"\xff\xfe"])
def test_what_is_no_audit(content):
    with pytest.raises(AuditBroken):
        read_audit(content)


def test_anothers_is_not_there(shop):
    assert audit_of(Shop(make_market()).seller_id, shop.sale_id) is None


class TestSealed:
    def test_it_is_written_at_the_end_and_never_anew(self, shop):
        told = {"actor": SYSTEM, "seller_id": shop.seller_id, "sale_id": shop.sale_id}
        assert not seal_audit(**told)
        end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
        advance_sales(actor=SYSTEM)
        assert not seal_audit(**told)
        first = audit_file(shop.seller_id, shop.sale_id)
        Place.objects.filter(sale_id=shop.sale_id, state="bought").update(state="given_back")
        assert audit_file(shop.seller_id, shop.sale_id) == first
        assert audit_of(shop.seller_id, shop.sale_id) != first
        assert read_audit(first, public_key())["items"][0]["sold"] == 2
        sealed = sealed_audit(shop.seller_id, shop.sale_id)
        assert sealed.digest == sha256(first).hexdigest()
        assert (sealed.units, sealed.sold, sealed.bought, sealed.places) == (2, 2, 2, 6)

    def test_its_hash_stands_in_the_chain_of_acts(self, shop):
        end_sale(actor=STAFF, seller_id=shop.seller_id, sale_id=shop.sale_id)
        seal_audit(actor=SYSTEM, seller_id=shop.seller_id, sale_id=shop.sale_id)
        digest = sealed_audit(shop.seller_id, shop.sale_id).digest
        acts = AuditEntry.objects.filter(action="flash_sales.seal_audit")
        assert [one.facts["digest"] for one in acts] == [digest]

    def test_until_then_the_shop_sees_it_as_it_stands(self, shop):
        assert sealed_audit(shop.seller_id, shop.sale_id) is None
        assert read_audit(audit_file(shop.seller_id, shop.sale_id))["state"] == "agreed"
