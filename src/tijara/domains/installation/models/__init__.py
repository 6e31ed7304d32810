from .installation import Installation

__all__ = ["Installation"]
