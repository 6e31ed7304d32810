"""Benchmarks: how much the market's own processes spend on what visitors and sellers do.

One file a bench, with `DEFAULTS` where it takes options and `run(options) -> list[Result]`. Each
starts a market of its own in a data folder of its own, with `make up`'s settings, and speaks to
it over HTTP as a browser does.

results     what a bench says, as JSON and as a table
machine     the facts that a figure depends on
processor   processor time of process trees, read from the system
market      the family of processes that is measured, its worlds and its database
world       a believable market of any size, laid through the domains' own actions
visitor     a lean browser: its own work must not starve what it measures
rounds      the same work several times, with a Django ping of the same run beside it
"""
