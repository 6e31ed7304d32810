"""Search by OpenSearch, where a market has grown over several machines. See README.md."""

from .engine import OpenSearchEngine, OpenSearchSettings

__all__ = ["OpenSearchEngine", "OpenSearchSettings"]
