"""Everything with a screen: app, shell, panels, kit, bridge. It knows an engine only through the link.

Belongs here: showing and asking. Not here: a decision about the data (engine) or about pixels (imaging).
"""
