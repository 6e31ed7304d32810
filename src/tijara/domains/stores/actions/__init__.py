from .open_store import SlugTaken, StoreHasNoSeller, StoreInvalid, open_store

__all__ = ["SlugTaken", "StoreHasNoSeller", "StoreInvalid", "open_store"]
