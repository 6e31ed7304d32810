"""The Emirates' electronic invoice: PINT-AE, exchanged over Peppol by others. See README.md."""

from .authority import PintAeAuthority, PintAeSettings

__all__ = ["PintAeAuthority", "PintAeSettings"]
