"""Tests, mirroring the package path by path; e2e, bench, house and support beside them.

Not here: anything that the program needs to run.
"""
