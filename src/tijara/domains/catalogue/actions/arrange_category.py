"""Put a category into the tree, or change how it is shown."""

from uuid import UUID

from tijara.kit.actor import Actor
from tijara.kit.arabic import slug, strip_controls
from tijara.kit.ids import new_id
from tijara.kit.powers import Power
from tijara.kit.refusal import Invalid
from tijara.platform.action import action
from tijara.platform.changes import tell_everything

from ..models import Category
from ..queries import forget_categories


class CategoryInvalid(Invalid):
    code = "catalogue.category_invalid"


@action(power=Power.CATALOGUE_MANAGE)
def arrange_category(
    *,
    actor: Actor,
    path: str,
    name_ar: str,
    name_en: str = "",
    name_fr: str = "",
    picture: str = "",
    position: int = 100,
) -> UUID:
    """The category's id. Its parent must stand; asked again, it sets the names and the place."""
    parent_path, _, last = path.rpartition("/")
    name_ar = strip_controls(name_ar)
    parent_id = Category.objects.filter(path=parent_path).values_list("id", flat=True).first()
    faults = {}
    if last != slug(last) or not last or len(path) > 255:
        faults["path"] = "not_an_address"
    elif parent_path and parent_id is None:
        faults["path"] = "no_parent"
    if not name_ar:
        faults["name_ar"] = "empty"
    if faults:
        raise CategoryInvalid(faults)
    values = {
        "parent_id": parent_id,
        "name_ar": name_ar,
        "name_en": strip_controls(name_en),
        "name_fr": strip_controls(name_fr),
        "picture": picture,
        "position": position,
    }
    category, _ = Category.objects.update_or_create(
        path=path, defaults=values, create_defaults=values | {"id": new_id()}
    )
    forget_categories()
    tell_everything()
    return category.id
