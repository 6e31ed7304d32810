"""Everything that can be drawn, by its name."""

import importlib
import pkgutil

from ..studio import MOTIFS

OF_THE_SKETCH = {
    "carried": "bag watch phone headphones speaker book cards",
    "hosting": "dallah finjan thermos kettle dripper grinder pouch",
    "larder": "jar dates",
    "rooms": "lantern lamp armchair vase bowl cushion rug textiles",
    "scents": "mabkhara perfume cream",
}
"""Modules whose drawings stand by themselves; those of the others have registered themselves."""

FAMILY: dict[str, str] = {}
"""The module of each motif: what stands near it belongs there."""

for found in pkgutil.iter_modules(__path__):
    module = importlib.import_module(f"{__name__}.{found.name}")
    for name in OF_THE_SKETCH.get(found.name, "").split():
        MOTIFS[name] = getattr(module, name)
    for name in MOTIFS:
        if name not in FAMILY and hasattr(module, name):
            FAMILY[name] = found.name
