"""Facts about flash sales. None carries a name, a phone or an address."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID


@dataclass(frozen=True, slots=True)
class PlaceCalled:
    """It is somebody's turn who had waited for a while: he is told, he may have gone away."""

    name: ClassVar[str] = "flash_sales.place_called.v1"
    seller_id: UUID
    sale_id: UUID
    place_id: UUID
