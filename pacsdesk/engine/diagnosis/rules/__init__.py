"""One cause or family of causes each: a pure function from evidence to findings. Rules do not know each other.

A new rule: a file here with the codes that it can find in its docstring, its line in `diagnosis/catalog.py`.
"""
