"""A served market for tests that use a browser: the whole family of `make up`, with the gateway's
simulator, in a data folder of its own. `python -m tests.market` prints its address and that
folder, and ends with its standard input.
"""

import signal
import sys

from tijara.faces.cli.bench.market import running
from tijara.platform import places

if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running() as market:
        sys.stdout.write(f"http://127.0.0.1:{market.port} {places.data()}\n")
        sys.stdout.flush()
        sys.stdin.read()
