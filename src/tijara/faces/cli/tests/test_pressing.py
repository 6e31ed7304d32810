"""The client that presses a flash sale's button very often."""

import socket
import threading

import pytest

from tijara.faces.cli.bench.market import MarketFailed
from tijara.faces.cli.bench.pressing import END, at_rate, press, request_of

REQUEST = request_of("shop", "pass", "sale")
SOLD = b"HTTP/1.1 303 See Other\r\nlocation: /s/shop/sales/sale?answer=bought\r\n\r\n"


class Market:
    """Answers so many on each connection, then ends it."""

    def __init__(self, answers):
        self.answers = answers
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self.opens, daemon=True).start()

    def opens(self):
        while True:
            connection, _ = self.door.accept()
            threading.Thread(target=self.serves, args=[connection], daemon=True).start()

    def serves(self, connection):
        with connection:
            for _ in range(self.answers):
                asked = b""
                while not asked.endswith(END):
                    if not (came := connection.recv(4096)):
                        return
                    asked += came
                connection.sendall(SOLD)


def by_the_clock(port, requests, hands):
    return at_rate(port, requests, hands, each_second=1000)


@pytest.mark.parametrize("ask", [press, by_the_clock])
def test_each_press_is_counted_by_its_answer(ask):
    told = ask(Market(answers=10).port, [REQUEST] * 10, 2)
    assert told.answers == {"bought": 10}
    assert len(told.waits) == 10


@pytest.mark.parametrize("ask", [press, by_the_clock])
def test_a_market_that_hangs_up_is_no_answer(ask):
    with pytest.raises(MarketFailed, match="a connection ended"):
        ask(Market(answers=2).port, [REQUEST] * 10, 2)
