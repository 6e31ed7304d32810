"""Addresses for the front's tests: a view tells what Django received."""

import json

from django.db import connection
from django.http import HttpRequest, HttpResponse, JsonResponse, StreamingHttpResponse
from django.urls import path

from tijara.platform.front.file_slice import FileSlice

TOLD = ("REMOTE_ADDR", "CONTENT_LENGTH", "HTTP_X_ONE", "HTTP_COOKIE", "HTTP_X_FORWARDED_FOR")


def echo(request: HttpRequest, rest: str) -> HttpResponse:
    told = {name: request.META.get(name) for name in TOLD}
    told |= {"path": request.path, "scheme": request.scheme, "size": len(request.body)}
    response = JsonResponse(told)
    response.set_cookie("one", "1")
    response.set_cookie("two", "2")
    return response


def stream(request: HttpRequest) -> StreamingHttpResponse:
    return StreamingHttpResponse(part.encode() for part in ("a", "b", "c"))


def file(request: HttpRequest) -> FileSlice:
    return FileSlice(request.META["HTTP_X_ONE"], 2, 300_000)


def database(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return HttpResponse(json.dumps(cursor.fetchone()[0]))


def failing(request: HttpRequest) -> HttpResponse:
    raise ValueError(request.META["HTTP_X_ONE"])


urlpatterns = [
    path("echo/<str:rest>", echo),
    path("stream", stream),
    path("file", file),
    path("database", database),
    path("failing", failing),
]
