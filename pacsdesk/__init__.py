"""PACSDesk: a one-box archive, a troubleshooting bench and a classroom behind one window.

Belongs here: nothing but the version. Where code goes is drawn in README.md and checked by the import contracts.
"""

__version__ = "0.1.0"
