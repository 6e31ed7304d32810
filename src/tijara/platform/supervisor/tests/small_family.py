"""A family without Tijara in it: `python -m … [NAME …]` supervises a tiny web and a worker that
sleeps, or those of them that are named.
"""

import sys
from http.server import BaseHTTPRequestHandler, HTTPServer

from tijara.platform import places
from tijara.platform.supervisor import pulse
from tijara.platform.supervisor import record as records
from tijara.platform.supervisor.supervisor import Supervisor, python

WORKER = "import time, subprocess; subprocess.Popen(['sleep', '600']); time.sleep(600)"


class Ready(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *told: object) -> None:
        pass


def main() -> int:
    if sys.argv[1:] == ["serve"]:
        HTTPServer(("127.0.0.1", places.web_port()), Ready).serve_forever()
    pulse.EVERY, pulse.SILENT_FOR = 0.5, 10.0
    lock = records.hold_lock()
    if lock is None:
        return 7
    with lock:
        members = {"web": python("-m", __spec__.name, "serve"), "worker": python("-c", WORKER)}
        commands = {name: members[name] for name in sys.argv[1:] or members}
        return Supervisor(commands=commands, preparations=[], say=say).run()


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")


if __name__ == "__main__":
    sys.exit(main())
