"""Every breach of the rules of ownership is caught, and the house's own models have none."""

import pytest
from django.apps import apps
from django.core import checks as django_checks
from django.db import models
from django.db.models import CompositePrimaryKey, UniqueConstraint, UUIDField
from django.test.utils import isolate_apps

from tijara.platform.ownership.checks import check_ownership, faults_of
from tijara.platform.ownership.constraints import OwnedForeignKey
from tijara.platform.ownership.rows import BuyerOwned, SellerOwned


def make_model(name: str, *bases: type[models.Model], **body) -> type[models.Model]:
    """A model of a tijara module in the isolated registry."""
    constraints = body.pop("constraints", [])
    meta = type("Meta", (), {"app_label": "ownership", "constraints": constraints})
    given = {"__module__": "tijara.domains.shop.models", "Meta": meta, **body}
    return type(name, bases or (models.Model,), given)


@pytest.fixture
def own_registry():
    with isolate_apps("tijara.platform.ownership"):
        yield


def codes(model: type[models.Model]) -> list[str]:
    return [code for code, _ in faults_of(model)]


def keyed(owner: str = "seller_id", *names: str) -> dict:
    names = names or (owner, "id")
    fields = {name: UUIDField() for name in names}
    return {"owned_by": owner, **fields, "pk": CompositePrimaryKey(*names)}


@pytest.mark.usefixtures("own_registry")
class TestFaults:
    def test_a_model_says_whose_its_rows_are(self):
        assert codes(make_model("Silent", id=UUIDField(primary_key=True))) == ["E0"]

    def test_local_tables_may_do_as_they_please(self):
        local = make_model("Ticket", owned_by="local", code=models.CharField(unique=True))
        assert codes(local) == []

    def test_a_library_is_local(self):
        library = make_model("Session", __module__="django.contrib.sessions.models")
        assert codes(library) == []

    def test_sound_models_have_no_faults(self):
        order = make_model("Order", SellerOwned)
        line = make_model(
            "Line",
            SellerOwned,
            order_id=UUIDField(),
            constraints=[
                UniqueConstraint(fields=["seller_id", "order_id"], name="line_once"),
                OwnedForeignKey(
                    fields=["seller_id", "order_id"],
                    to="ownership.Order",
                    to_fields=["seller_id", "id"],
                    name="line_order_fk",
                ),
            ],
        )
        assert codes(order) + codes(line) == []

    def test_the_owner_leads_the_key(self):
        assert codes(make_model("Order", **keyed("seller_id", "id", "seller_id"))) == ["E1"]

    def test_a_key_without_its_owner_is_caught(self):
        alone = make_model(
            "Order", owned_by="seller_id", seller_id=UUIDField(), id=UUIDField(primary_key=True)
        )
        assert "E1" in codes(alone)

    def test_a_field_that_is_unique_alone_is_caught(self):
        number = models.CharField(max_length=9, unique=True)
        assert codes(make_model("Order", SellerOwned, number=number)) == ["E2"]

    @pytest.mark.parametrize("fields", [["number"], ["number", "seller_id"]])
    def test_a_unique_constraint_that_the_owner_does_not_lead_is_caught(self, fields):
        number = models.CharField(max_length=9)
        once = UniqueConstraint(fields=fields, name="order_number")
        assert codes(make_model("Order", SellerOwned, number=number, constraints=[once])) == ["E3"]

    def test_a_unique_expression_is_caught(self):
        number = models.CharField(max_length=9)
        once = UniqueConstraint(models.functions.Lower("number"), name="order_number")
        assert codes(make_model("Order", SellerOwned, number=number, constraints=[once])) == ["E3"]

    def test_a_plain_foreign_key_to_owned_rows_is_caught(self):
        seller = make_model("Seller", owned_by="id", id=UUIDField(primary_key=True))
        link = models.ForeignKey(seller, models.PROTECT, related_name="+")
        assert codes(make_model("Order", SellerOwned, parent=link)) == ["E4"]

    def test_a_plain_foreign_key_to_reference_rows_is_well(self):
        country = make_model("Country", owned_by="reference", id=UUIDField(primary_key=True))
        link = models.ForeignKey(country, models.PROTECT, related_name="+")
        assert codes(make_model("Order", SellerOwned, country=link)) == []

    def test_a_foreign_key_to_another_owners_rows_is_caught(self):
        make_model("Cart", BuyerOwned)
        link = OwnedForeignKey(
            fields=["seller_id", "cart_id"],
            to="ownership.Cart",
            to_fields=["buyer_id", "id"],
            name="order_cart_fk",
        )
        order = make_model("Order", SellerOwned, cart_id=UUIDField(), constraints=[link])
        assert codes(order) == ["E5"]

    def test_a_foreign_key_that_the_owner_does_not_lead_is_caught(self):
        make_model("Order", SellerOwned)
        link = OwnedForeignKey(
            fields=["order_id", "seller_id"],
            to="ownership.Order",
            to_fields=["id", "seller_id"],
            name="line_order_fk",
        )
        line = make_model("Line", SellerOwned, order_id=UUIDField(), constraints=[link])
        assert codes(line) == ["E6"]


def test_the_house_has_no_faults():
    assert [str(error) for error in check_ownership(None)] == []


def test_the_check_runs_with_djangos_own():
    assert check_ownership in django_checks.registry.registry.get_checks()


def test_every_model_of_ours_is_looked_at():
    ours = [model for model in apps.get_models() if model.__module__.startswith("tijara.")]
    assert len(ours) > 20 and all(hasattr(model, "owned_by") for model in ours)
