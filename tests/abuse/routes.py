"""Every address of the house, and what stands in it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True, slots=True)
class Route:
    """`face` is its namespace ("seller_hub"); `parts` are the names that its address has room
    for; `path` holds them in braces."""

    face: str
    name: str
    path: str
    parts: tuple[str, ...]


def routes(*faces: str) -> list[Route]:
    """Of the faces named, in Arabic: the English addresses lead to the same views."""
    return [route for route in _routes(get_resolver(), "", "") if route.face in faces]


def _routes(resolver: URLResolver, path: str, face: str) -> Iterator[Route]:
    for pattern in resolver.url_patterns:
        if isinstance(pattern, URLResolver):
            inner = pattern.namespace or face
            yield from _routes(pattern, path + _written(pattern), inner)
        elif isinstance(pattern, URLPattern) and pattern.name:
            parts = tuple(pattern.pattern.converters)
            yield Route(face, pattern.name, f"/{path}{_written(pattern)}", parts)


def _written(pattern: URLPattern | URLResolver) -> str:
    """ "orders/<uuid:order_id>" as "orders/{order_id}"; a language's prefix as nothing."""
    route = getattr(pattern.pattern, "_route", "")
    for part, converter in pattern.pattern.converters.items():
        kind = type(converter).__name__.removesuffix("Converter").lower()
        route = route.replace(f"<{kind}:{part}>", f"{{{part}}}").replace(
            f"<str:{part}>", f"{{{part}}}"
        )
    return route
