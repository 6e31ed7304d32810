"""Egypt's tax authority: e-receipts of what persons buy, in a chain. See README.md."""

from .authority import EtaAuthority, EtaSettings

__all__ = ["EtaAuthority", "EtaSettings"]
