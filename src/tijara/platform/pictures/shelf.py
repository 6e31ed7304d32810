"""Where made pictures lie: a folder for each, named by its token. All of it is public."""

import re
from pathlib import Path

from django.conf import settings

from tijara.kit.pictures import KINDS, LETTER, WIDTHS

ADDRESS = re.compile(
    rf"/media/([0-9a-f]{{32}})/(?:{re.escape(LETTER)}|"
    rf"(?:{'|'.join(map(str, WIDTHS))})\.(?:{'|'.join(KINDS)}))",
    re.ASCII,
)


def folder_of(token: str) -> Path:
    return Path(settings.MEDIA_ROOT) / "pictures" / token[:2] / token


def file_at(address: str) -> Path | None:
    """The file behind a public address; nothing else can be reached by one."""
    found = ADDRESS.fullmatch(address)
    if not found:
        return None
    path = folder_of(found[1]) / address.rpartition("/")[2]
    return path if path.is_file() else None
