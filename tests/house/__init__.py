"""The house's guards: what no single feature's test would notice, such as a forgotten line in a list.

Belongs here: rules about the tree as a whole. Not here: anything about what one feature does.
"""
