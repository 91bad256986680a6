"""The engine's side of the link over HTTP: routes, what stands before them, the memory of events, the limits.

Belongs here: what a request may cost and how it is answered. Not here: what a call does (the door's services).
"""
