"""The channel and the gateway on real files, real TLS and real processes.

- One suite runs on every road and on every register (tests/suites); what only one can do wrong is beside it here.
- Not here: pure rules (tests/unit/sync), a whole terminal (tests/e2e).
"""
