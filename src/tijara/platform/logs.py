"""Log lines as JSON, without personal data.

What an exception says may name a person (a value that did not fit, a key that was there already),
so only the texts of programming errors are kept; of the others the type and the way there.
"""

import json
import logging
import os
import traceback
from datetime import UTC, datetime
from typing import Any

from django.template import TemplateDoesNotExist, TemplateSyntaxError

TELLS_NO_VALUES = (
    TypeError,
    AttributeError,
    NameError,
    ImportError,
    TemplateDoesNotExist,
    TemplateSyntaxError,
)


class JsonLines(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "from": record.name,
            "process": os.environ.get("TIJARA_PROCESS", ""),
            **_said(record),
        }
        if record.exc_info and record.exc_info[1] is not None:
            line["error"] = _error(record.exc_info[1])
        return json.dumps(line, ensure_ascii=False, default=str)


def _said(record: logging.LogRecord) -> dict:
    """The message; for a request its route in place of the address, which may hold a signed key."""
    request = getattr(record, "request", None)
    if request is None:
        return {"message": record.getMessage()}
    match = getattr(request, "resolver_match", None)
    told = {"status": getattr(record, "status_code", None), "method": request.method}
    return told | {"route": match.route if match else None}


def _error(error: BaseException) -> dict:
    told: dict[str, Any] = {
        "type": f"{type(error).__module__}.{type(error).__qualname__}",
        "way": [line.strip() for line in traceback.format_tb(error.__traceback__)],
    }
    if isinstance(error, TELLS_NO_VALUES):
        told["message"] = str(error)
    if sqlstate := getattr(error.__cause__, "sqlstate", None):
        told["sqlstate"] = sqlstate
    if error.__cause__ is not None:
        told["cause"] = _error(error.__cause__)
    return told
