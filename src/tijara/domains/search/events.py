"""How far the index has come with a long piece of work."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class GoodsIndexed:
    """The goods of a seller who sells no more, or again, were looked at up to this product; the
    next step follows. So a big seller keeps nobody waiting, and a crash costs one step."""

    name: ClassVar[str] = "search.goods_indexed.v1"
    seller_id: UUID
    through: UUID
