"""Say what products of a category tell of themselves, or change how they tell it."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import slug, strip_controls
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Attribute, Category
from ..queries import forget_categories
from ..rules import choices_fault, settle_choices, stored_choices
from ..shapes import AttributeDraft, AttributeType

LONGEST = 120
CODE_LIMIT = 40
WITH_CHOICES = frozenset({AttributeType.CHOICE, AttributeType.CHOICES})


class AttributeInvalid(Invalid):
    code = "catalogue.attribute_invalid"


@action(power=Power.CATALOGUE_MANAGE)
def define_attribute(*, actor: Actor, attribute_id: UUID, draft: AttributeDraft) -> str:
    """Its code, which never changes once it is made, as little as its type: products keep values
    of it. A choice that is left out is no longer offered; products that have it keep its key."""
    known = Attribute.objects.select_for_update().filter(id=attribute_id).first()
    values = _checked(draft, known)
    if known is None:
        code = _fresh_code(values["name_en"] or values["name_ar"])
        Attribute.objects.create(id=attribute_id, code=code, type=draft.type, **values)
    else:
        code = known.code
        Attribute.objects.filter(id=attribute_id).update(**values)
    forget_categories()
    tell_everything()
    return code


def _checked(draft: AttributeDraft, known: Attribute | None) -> dict:
    names = {
        name: strip_controls(getattr(draft, name))
        for name in ("name_ar", "name_en", "name_fr", "unit_ar", "unit_en")
    }
    type = known.type if known else draft.type
    choices = settle_choices(known.choices if known else [], draft.choices)
    faults = {name: "too_long" for name, text in names.items() if len(text) > _limit(name)}
    if not names["name_ar"]:
        faults["name_ar"] = "required"
    if type not in set(AttributeType):
        faults["type"] = "unknown"
    if type in WITH_CHOICES and (fault := choices_fault(choices)):
        faults["choices"] = fault
    if not Category.objects.filter(id=draft.category_id).exists():
        faults["category"] = "required"
    if draft.is_facet and type == AttributeType.TEXT:
        faults["is_facet"] = "text_is_no_facet"
    if faults:
        raise AttributeInvalid(faults)
    return names | {
        "category_id": draft.category_id,
        "choices": stored_choices(choices) if type in WITH_CHOICES else [],
        "is_required": draft.is_required,
        "is_facet": draft.is_facet,
        "position": draft.position,
    }


def _limit(name: str) -> int:
    return 20 if name.startswith("unit") else LONGEST


def _fresh_code(name: str) -> str:
    plain = slug(name, CODE_LIMIT) or "attribute"
    code, number = plain, 1
    while Attribute.objects.filter(code=code).exists():
        number += 1
        code = f"{plain}-{number}"
    return code
