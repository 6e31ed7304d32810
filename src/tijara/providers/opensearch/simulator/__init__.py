"""OpenSearch to try with: the part of its REST interface that we use, over real HTTP, with nothing
behind it but dictionaries.

As documented: documents are found after a refresh, versions are external, an item of a bulk fails
by itself, a mapping is strict, an alias moves in one step. `faults` orders what goes wrong next.
"""
