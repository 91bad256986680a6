"""Measured comparisons with the programs that people use today; `make bench` runs them, no test asserts a time.

A new measurement: a module with `measure(folder) -> list[Figure]`, one line in MEASUREMENTS of __main__.py,
and what it has to reach in REQUIREMENTS of requirements.py.
"""
