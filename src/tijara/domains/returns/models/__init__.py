from .owed import Owed

__all__ = ["Owed"]
