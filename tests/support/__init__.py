"""What tests stand on: builders of data, peers, processes and fakes, written by hand and typed.

Belongs here: what two test packages need. Not here: tests, and fakes of things that can be had for real.
"""
