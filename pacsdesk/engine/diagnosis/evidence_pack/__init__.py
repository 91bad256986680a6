"""Evidence packs: what was seen of a peer, put together for its maker, with patient data replaced.

What is replaced and how stands in replacing.py, pure; what goes in in contents.py.
"""
