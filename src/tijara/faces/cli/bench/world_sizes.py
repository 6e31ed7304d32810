"""How much there is of everything in a seeded market: a share of a year's end of a large one."""

from dataclasses import dataclass

PRODUCTS, ORDERS, SELLERS, BUYERS = 1_000_000, 10_000_000, 1_000, 2_000_000
FEWEST_SELLERS = 10


@dataclass(frozen=True, slots=True)
class Size:
    products: int
    orders: int
    sellers: int
    buyers: int


def size_of(scale: float) -> Size:
    """`scale` 1 is the whole. Sellers shrink by its root: in a small market shops are smaller,
    too."""
    return Size(
        products=max(int(PRODUCTS * scale), 50),
        orders=max(int(ORDERS * scale), 100),
        sellers=max(int(SELLERS * scale**0.5), FEWEST_SELLERS),
        buyers=max(int(BUYERS * scale), 20),
    )
