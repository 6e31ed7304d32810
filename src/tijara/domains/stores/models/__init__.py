from .application import Application
from .store import Store

__all__ = ["Application", "Store"]
