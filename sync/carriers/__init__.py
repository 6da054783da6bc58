"""The roads to the gateway: one file each, the same bytes on all of them, one test suite for all (tests/suites)."""
