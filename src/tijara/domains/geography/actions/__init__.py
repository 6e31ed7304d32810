from .import_places import ColumnsUnclear, FileUnreadable, import_places

__all__ = ["ColumnsUnclear", "FileUnreadable", "import_places"]
