from .case import Case, Report, Step

__all__ = ["Case", "Report", "Step"]
