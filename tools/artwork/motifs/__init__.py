"""Everything that can be drawn, a package for each family."""

import importlib
import pkgutil

from ..studio import FAMILY, MOTIFS

__all__ = ["FAMILY", "MOTIFS"]

for found in pkgutil.walk_packages(__path__, f"{__name__}."):
    importlib.import_module(found.name)
