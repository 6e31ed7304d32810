"""The door that the market asks: a text is brought, its signature is given back."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from .seal import Seal

LONGEST_TEXT = 2_000_000
HERE = "127.0.0.1"


class Door:
    """On this machine alone: who reaches it from elsewhere does so by a tunnel of his own."""

    def __init__(self, seal: Seal, port: int) -> None:
        handler = type("Bound", (_Handler,), {"seal": seal})
        self.server = ThreadingHTTPServer((HERE, port), handler)

    @property
    def address(self) -> str:
        return f"http://{HERE}:{self.server.server_address[1]}/sign"


class _Handler(BaseHTTPRequestHandler):
    seal: Seal

    def do_POST(self) -> None:
        """A text that is too long, or no text, is refused without being read."""
        size = self.headers.get("Content-Length", "")
        is_fine = self.path == "/sign" and size.isdecimal() and 0 < int(size) <= LONGEST_TEXT
        try:
            text = self.rfile.read(int(size)).decode() if is_fine else ""
        except UnicodeDecodeError:
            text = ""
        told = self.seal.sign(text).encode() if text else b""
        self.send_response(200 if told else 400)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", str(len(told)))
        self.end_headers()
        self.wfile.write(told)

    def log_message(self, format: str, *args: object) -> None:
        """What is signed is nobody's business."""
