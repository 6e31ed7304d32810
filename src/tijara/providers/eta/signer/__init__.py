"""Signs documents to companies for a seller whose key lies in a file (PKCS #12). It stands beside
the market, on a machine of his, and the market asks it over a small door."""

from .seal import Seal, SealUnreadable, seal_of
from .server import Door

__all__ = ["Door", "Seal", "SealUnreadable", "seal_of"]
