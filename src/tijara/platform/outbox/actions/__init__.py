from .retry_event import NoSuchEvent, retry_event

__all__ = ["NoSuchEvent", "retry_event"]
