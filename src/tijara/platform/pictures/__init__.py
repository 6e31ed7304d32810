"""Pictures that people sent, made into what pages show, and where those are kept.

A picture is decoded in a process of its own with little memory and time: a hostile file can kill
only that.
"""
