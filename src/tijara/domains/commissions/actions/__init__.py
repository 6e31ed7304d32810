"""What can be done to a market's rules of commission."""

from .end_rule import NoSuchRule, end_rule
from .move_rule import move_rule
from .write_rule import RuleInvalid, write_rule

__all__ = ["NoSuchRule", "RuleInvalid", "end_rule", "move_rule", "write_rule"]
