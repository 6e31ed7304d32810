"""Machines: for the desk, the kitchen, the pocket."""
