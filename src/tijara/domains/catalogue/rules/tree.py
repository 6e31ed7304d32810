"""Where a draft belongs in the tree, what its brand's key is, and what its address will be."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from tijara.kit.arabic import fold, slug
from tijara.kit.ids import CROCKFORD, new_id

MISCELLANEOUS = (("متفرقات",), ("Miscellaneous",))
DEEPEST = 5
SLUG_LIMIT = 45
TAIL_LETTERS = 7


@dataclass(frozen=True, slots=True)
class Node:
    """A category as the tree knows it while drafts are sorted in."""

    id: UUID
    parent_id: UUID | None
    path: str
    name_ar: str
    name_en: str


@dataclass
class Tree:
    """The categories that are there, and those that drafts made it grow (`grown`, parents first).

    A category is found again by its parent and its Arabic name, however spelled; then by its
    address. So one name in another file, or without its English, is no second category.
    """

    grown: list[Node] = field(default_factory=list)
    _by_path: dict[str, Node] = field(default_factory=dict)
    _by_name: dict[tuple[UUID | None, str], Node] = field(default_factory=dict)

    def plant(self, nodes: Iterable[Node]) -> "Tree":
        for node in nodes:
            self._keep(node)
        return self

    def find(self, names_ar: Sequence[str], names_en: Sequence[str]) -> Node:
        """The category at the end of the names, grown where it is missing."""
        names_en = names_en if len(names_en) == len(names_ar) or not names_ar else ()
        names_ar = names_ar or names_en or MISCELLANEOUS[0]
        if names_ar is MISCELLANEOUS[0]:
            names_en = MISCELLANEOUS[1]
        node = self._child(None, names_ar[0], names_en[0] if names_en else "")
        for place, name_ar in enumerate(names_ar[1:DEEPEST], 1):
            node = self._child(node, name_ar, names_en[place] if names_en else "")
        return node

    def _child(self, parent: Node | None, name_ar: str, name_en: str) -> Node:
        parent_id = parent.id if parent else None
        if found := self._by_name.get((parent_id, fold(name_ar))):
            return found
        last = slug(name_en, SLUG_LIMIT) or slug(name_ar, SLUG_LIMIT) or "other"
        path = f"{parent.path}/{last}" if parent else last
        if found := self._by_path.get(path):
            return found
        node = Node(new_id(), parent_id, path, name_ar[:120], name_en[:120])
        self.grown.append(node)
        self._keep(node)
        return node

    def _keep(self, node: Node) -> None:
        self._by_path[node.path] = node
        self._by_name.setdefault((node.parent_id, fold(node.name_ar)), node)


def brand_key(name_ar: str, name_en: str) -> str:
    """Two spellings that fold alike are one brand; the Latin one is the steadier."""
    return (fold(name_en) or fold(name_ar))[:120]


def product_slug(name: str, source: str, source_key: str) -> str:
    """The name, and a tail that follows from where the product came from."""
    digest = int.from_bytes(hashlib.sha256(f"{source}\0{source_key}".encode()).digest()[:8], "big")
    tail = "".join(CROCKFORD[(digest >> (5 * place)) & 31] for place in range(TAIL_LETTERS))
    return f"{slug(name, 120) or 'p'}-{tail.lower()}"
