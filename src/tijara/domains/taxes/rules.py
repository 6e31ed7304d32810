"""How much of an amount is tax."""

from tijara.kit.money import round_half_up

BASIS = 10_000


def tax_inside(total_minor: int, rate_bp: int) -> int:
    """The tax inside an amount that includes it, rounded half up: 115.00 at 15 % holds 15.00."""
    return round_half_up(total_minor * rate_bp, BASIS + rate_bp)
