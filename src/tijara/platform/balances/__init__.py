"""Accounts of anything countable that a buyer has in a market: moves, lots, proposals, proofs.

The wallet's money and the programme's points stand on it. A domain names its rows as a `Book`, says
what a move means in the market's journal, and keeps the only action that moves.
"""
