"""From what was seen to its cause and its repair: evidence, rules over it, findings. The bench's services stand on it.

What goes on the wire belongs to `network`; nothing here opens a connection.
"""
