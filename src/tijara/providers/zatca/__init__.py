"""Saudi Arabia's invoice authority: signed, chained, reported or cleared. See README.md."""

from .authority import ZatcaAuthority, ZatcaSettings

__all__ = ["ZatcaAuthority", "ZatcaSettings"]
