"""The conformance statement, worked out from what the code does: services are asked what they take, tables are read.

`services` asks, `notes` holds what cannot be asked (names, and what a status means), `statement` puts the sections
together, `text` makes Markdown and HTML of them. No list of what we provide is kept here.
"""
