"""Logs of other DICOM programs: lines into events, events beside our journal. Pure but for service.py.

A new format: a file with its FORMAT, one import and one line in reading.py.
"""
