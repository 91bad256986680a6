"""The whole program as a person and as other programs meet it: real processes, real peers, a real window.

Belongs here: given, when, then over what is installed. Not here: what one feature's own test can show.
"""
