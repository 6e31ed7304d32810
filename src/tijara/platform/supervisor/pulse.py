"""Whether the web process answers. One that lives and says nothing for long is begun anew."""

import os
import threading
import time
import urllib.request
from contextlib import suppress
from ipaddress import IPv4Address, IPv6Address

import psutil

from tijara.platform import beats, places

from .child import Child
from .children import Children
from .leftovers import group_of

EVERYWHERE = {str(IPv4Address(0)): "127.0.0.1", f"[{IPv6Address(0)}]": "[::1]"}
WEB = "web"
EVERY = 5.0
SILENT_FOR = 30.0
LONGEST_SILENCE = 300.0
"""Who was begun anew and still says nothing is waited for twice as long, up to this: on a machine
that is busy elsewhere a start may take minutes, and one that is always cut short never ends."""


def is_healthy(question: str) -> bool:
    """The web process's answer to "live" (does it answer) or "ready" (with its database)."""
    address = f"http://{_host()}:{places.web_port()}/health/{question}"
    try:
        with urllib.request.urlopen(address, timeout=2) as answer:
            return answer.status == 200
    except OSError:
        return False


def _host() -> str:
    """Where the web process can be asked: its own address, or this machine where it takes all."""
    bound = os.environ.get("TIJARA_BIND", "127.0.0.1")
    if ":" in bound:
        bound = f"[{bound}]"
    return EVERYWHERE.get(bound, bound)


class Pulse:
    """Asks on a thread of its own, so that a silent web process doesn't hold up the others."""

    def __init__(self, children: Children) -> None:
        self.children = children
        self.asked_at = self.heard_at = time.monotonic()
        self.patience = SILENT_FOR

    def feel(self) -> None:
        now = time.monotonic()
        if now - self.asked_at < EVERY:
            return
        self.asked_at = now
        threading.Thread(target=self._ask, daemon=True).start()
        web = self.children.named(WEB)
        self._feel_each(web)
        if now - max(self.heard_at, web.started_at) > self.patience:
            self.heard_at = now
            self.patience = min(self.patience * 2, LONGEST_SILENCE)
            self.children.kill(web)

    def _feel_each(self, web: Child) -> None:
        """Of several behind one port, who hangs beside others that answer. Who killed him brings
        him back."""
        silent = [one for one in beats.beating() if beats.silence_of(one) > SILENT_FOR]
        if not silent or web.member is None:
            return
        group = {one.pid: one for one in group_of(web.member)}
        for pid in silent:
            beats.forget(pid)
            if pid in group and len(group) > 1:
                self.children.say(f"one of {web.name} does not answer: beginning it anew")
                with suppress(psutil.NoSuchProcess):
                    group[pid].kill()

    def _ask(self) -> None:
        if is_healthy("live"):
            self.heard_at = time.monotonic()
            self.patience = SILENT_FOR
