from .awaited import Awaited
from .wait import Silence, Wait

__all__ = ["Awaited", "Silence", "Wait"]
