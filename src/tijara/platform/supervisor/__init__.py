"""One supervisor runs the family: database, web, worker.

record      who runs, written down so that whoever comes after can find them
leftovers   end what a killed supervisor left behind
child       one process that is brought back when it dies
supervisor  start in order, watch, stop in order
"""
