"""Receiving in processes of their own: accepted associations that only store go there, with their connections.

Belongs here: what these processes do, how they are started and replaced, what they and the engine tell each other. Not
here: who may call and what the index says; both stay in the engine, which is one.
"""
