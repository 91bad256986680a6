"""Files that entries come from and go to: a pure function from text to what is given, for each form.

A new form: a file with `read`, a member of contract.records.registry.RegistryFormat, lines in choosing.py.
"""
