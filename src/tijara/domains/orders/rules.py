"""Pure rules of orders."""

from tijara.kit.money import round_half_up

BASIS = 10_000


def commission_of(total_minor: int, commission_bp: int, vat_bp: int) -> tuple[int, int]:
    """The market's commission on a line's amount with tax, and the VAT on that commission.

    Both in minor units, each rounded half up; frozen on the line at the sale.
    """
    commission = round_half_up(total_minor * commission_bp, BASIS)
    return commission, round_half_up(commission * vat_bp, BASIS)
