"""From an ASGI scope to the WSGI environ that Django reads."""

import io
import os
import sys
from typing import Any

TRUSTED_PROXY = os.environ.get("TIJARA_TRUSTED_PROXY", "")
"""The address of the one proxy whose X-Forwarded-* are believed; nobody's by default."""
FORWARDED = frozenset({"HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO", "HTTP_X_FORWARDED_HOST"})
_names: dict[bytes, str] = {
    b"content-type": "CONTENT_TYPE",
    b"content-length": "CONTENT_LENGTH",
}
MOST_NAMES = 500


def environ_of(scope: dict, body: Any) -> dict:
    client, server = scope.get("client") or ("", 0), scope.get("server") or ("localhost", 80)
    environ = {
        "REQUEST_METHOD": scope["method"],
        "SCRIPT_NAME": "",
        "PATH_INFO": scope["path"].encode().decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": server[0],
        "SERVER_PORT": str(server[1]),
        "SERVER_PROTOCOL": f"HTTP/{scope.get('http_version', '1.1')}",
        "REMOTE_ADDR": client[0],
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": scope.get("scheme", "http"),
        "wsgi.input": body,
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": True,
        "wsgi.run_once": False,
    }
    for name, value in scope["headers"]:
        _add_header(environ, _names.get(name) or _name_of(name), value.decode("latin-1"))
    _set_length(environ, body)
    _hear_proxy(environ)
    return environ


def _add_header(environ: dict, key: str, value: str) -> None:
    if key in environ:
        value = f"{environ[key]}{'; ' if key == 'HTTP_COOKIE' else ','}{value}"
    environ[key] = value


def _name_of(name: bytes) -> str:
    """A header with an underscore could pass for another one: it gets a name nobody reads."""
    text = name.decode("latin-1")
    key = "HTTP__REFUSED" if "_" in text else f"HTTP_{text.upper().replace('-', '_')}"
    if len(_names) < MOST_NAMES:
        _names[name] = key
    return key


def _set_length(environ: dict, body: Any) -> None:
    """What was really received, not what was announced."""
    if body is None:
        return
    if isinstance(body, io.BytesIO):
        environ["CONTENT_LENGTH"] = str(body.getbuffer().nbytes)
        return
    at = body.tell()
    environ["CONTENT_LENGTH"] = str(body.seek(0, os.SEEK_END))
    body.seek(at)


def _hear_proxy(environ: dict) -> None:
    if is_proxy(environ["REMOTE_ADDR"]):
        forwarded = environ.get("HTTP_X_FORWARDED_FOR", "")
        environ["REMOTE_ADDR"] = visitor_behind(forwarded)
        environ["wsgi.url_scheme"] = environ.get("HTTP_X_FORWARDED_PROTO", "http")
    for name in FORWARDED:
        environ.pop(name, None)


def is_proxy(address: str) -> bool:
    return bool(TRUSTED_PROXY) and address == TRUSTED_PROXY


def visitor_behind(forwarded: str) -> str:
    """Whom the proxy has seen."""
    return forwarded.split(",")[-1].strip() or TRUSTED_PROXY
