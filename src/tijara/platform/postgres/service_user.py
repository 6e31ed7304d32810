"""Who runs the server. PostgreSQL refuses root, so root hands it to a service user.

Nobody else's folder ever changes its mode: what the service user cannot reach is kept elsewhere.
"""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

NAME = "tijara"
FALLBACK = "nobody"


@dataclass(frozen=True, slots=True)
class ServiceUser:
    uid: int
    gid: int
    is_other: bool
    """Whether it is somebody else than who runs us: then processes are started as him."""

    def spawn_options(self) -> dict:
        """What subprocess needs to start a process as this user."""
        if not self.is_other:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def can_reach(self, folder: Path) -> bool:
        """Whether he may walk into the folder (or into what of it exists)."""
        if not self.is_other:
            return True
        return all(self._may_enter(part) for part in [folder, *folder.parents] if part.exists())

    def _may_enter(self, folder: Path) -> bool:
        status = folder.stat()
        if status.st_uid == self.uid:
            return bool(status.st_mode & 0o100)
        if status.st_gid == self.gid:
            return bool(status.st_mode & 0o010)
        return bool(status.st_mode & 0o001)


def service_user() -> ServiceUser:
    if os.geteuid() != 0:
        return ServiceUser(os.geteuid(), os.getegid(), is_other=False)
    entry = _entry(NAME) or _made() or _entry(FALLBACK)
    if entry is None:
        raise RuntimeError("PostgreSQL cannot run as root: add a user with `useradd -r tijara`")
    return ServiceUser(entry.pw_uid, entry.pw_gid, is_other=True)


def _entry(name: str) -> pwd.struct_passwd | None:
    try:
        return pwd.getpwnam(name)
    except KeyError:
        return None


def _made() -> pwd.struct_passwd | None:
    useradd = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin:/bin")
    if useradd is None:
        return None
    command = [useradd, "--system", "--user-group", "--no-create-home"]
    command += ["--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin", NAME]
    subprocess.run(command, check=False, capture_output=True)
    return _entry(NAME)
