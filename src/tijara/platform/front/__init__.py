"""The thin front: one ASGI application on the public port.

It answers health and static files itself and hands the rest to Django on a few threads of the
same process (docs/adr: why WSGI on threads).
"""
