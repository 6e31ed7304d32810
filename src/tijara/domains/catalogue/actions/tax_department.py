"""Say how a department's goods are taxed: all below it too, unless they say otherwise."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.powers import Power
from tijara.kit.refusal import Kind, Refusal
from tijara.platform.action import action

from ..models import Category
from ..queries import forget_categories
from ..rules import is_tax_class


class TaxClassUnknown(Refusal):
    """No country's profile knows goods of this class, or there is no such department."""

    code = "catalogue.tax_class_unknown"
    kind = Kind.INVALID


@action(power=Power.CATALOGUE_MANAGE)
def tax_department(*, actor: Actor, category_id: UUID, tax_class: str) -> None:
    """A word of the country profiles, "standard", or nothing: as the department above it."""
    if not is_tax_class(tax_class):
        raise TaxClassUnknown(tax_class=tax_class)
    if not Category.objects.filter(id=category_id).update(tax_class=tax_class):
        raise TaxClassUnknown(category=str(category_id))
    forget_categories()
