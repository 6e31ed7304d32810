"""The tree of categories and their attributes, kept in the process for a few seconds."""

from uuid import UUID

from tijara.kit.recent import Derived, Recent

from ..models import Attribute, Category
from ..rules import read_choices
from ..shapes import AfterSale, AttributeCard, AttributeType, CategoryNode


def categories() -> list[CategoryNode]:
    """The whole tree, siblings in their order."""
    return list(_tree.get().values())


def departments() -> tuple[CategoryNode, ...]:
    """The uppermost, in their order."""
    return _departments.of(_tree.get())


def category(path: str) -> CategoryNode | None:
    return _tree.get().get(path)


def after_sale(path: str) -> AfterSale:
    """Of a department's goods: what it says itself, else the nearest above it that says so."""
    tree = _tree.get()
    way = [path.rsplit("/", up)[0] for up in range(path.count("/") + 1)]
    nodes = [tree[each] for each in way if each in tree]
    days = (node.return_days for node in nodes if node.return_days is not None)
    months = (node.warranty_months for node in nodes if node.warranty_months is not None)
    kinds = (node.goods_kind for node in nodes if node.goods_kind)
    return AfterSale(next(days, None), next(months, 0), next(kinds, ""))


def category_attributes(category_id: UUID) -> list[AttributeCard]:
    """Those of the category and of all above it, the uppermost first."""
    node = next((node for node in categories() if node.id == category_id), None)
    if node is None:
        return []
    above = {each.id: each.depth for each in categories() if _is_on_the_way(each.path, node.path)}
    mine = [card for card in _attributes.get().values() if card.category_id in above]
    return sorted(mine, key=lambda card: (above[card.category_id], card.position, card.code))


def attributes() -> dict[UUID, AttributeCard]:
    """All of them, by id."""
    return dict(_attributes.get())


def forget_categories() -> None:
    """Their attributes too."""
    _tree.forget()
    _attributes.forget()


def _is_on_the_way(path: str, to: str) -> bool:
    return path == to or to.startswith(f"{path}/")


def _load() -> dict[str, CategoryNode]:
    rows = Category.objects.values_list(
        "id", "path", "name_ar", "name_en", "picture", "position", "name_fr", "tax_class",
        "return_days", "warranty_months", "goods_kind",
    ).order_by("position", "path")  # fmt: skip
    return {row[1]: CategoryNode(*row) for row in rows}


def _uppermost(tree: dict[str, CategoryNode]) -> tuple[CategoryNode, ...]:
    return tuple(node for node in tree.values() if node.depth == 0)


def _load_attributes() -> dict[UUID, AttributeCard]:
    rows = Attribute.objects.values_list(
        "id", "category_id", "code", "name_ar", "name_en", "name_fr", "type", "unit_ar",
        "unit_en", "choices", "is_required", "is_facet", "position",
    )  # fmt: skip
    return {row[0]: _attribute(row) for row in rows}


def _attribute(row: tuple) -> AttributeCard:
    type, choices = AttributeType(row[6]), read_choices(row[9])
    return AttributeCard(*(*row[:6], type, *row[7:9], choices, *row[10:]))


_tree = Recent(_load, seconds=5)
_attributes = Recent(_load_attributes, seconds=5)
_departments = Derived[dict[str, CategoryNode], tuple[CategoryNode, ...]](_uppermost)
