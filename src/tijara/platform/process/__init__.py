"""Processes: the lives of things, written down as data, proved, and moved one statement at a time.

shapes   what a process is: states, moves, who may make them, what they do; plain data, so that
         JSON can hold one
form     is it written in its own words: no state, actor or effect that it does not name
proving  is it sound: every situation is looked at (docs/algorithms/processes.md)
loading  in and out of JSON; what is not sound is not loaded
sweeping the moves of the clock: all rows whose moment has come, many in one statement
moving   one move of one row: guard, state, log and fact in one statement, told once

Commerce is not known here. An effect is a name; who owns the row knows what it does.
"""
