"""Copies of one's data, closings, and what stands in their way."""

from .copies import closing_of, copy_file, copy_of
from .hurdles import hurdles_of
from .parts import parts_of

__all__ = ["closing_of", "copy_file", "copy_of", "hurdles_of", "parts_of"]
