"""All panels, in the order of the navigation; Ctrl+1 to Ctrl+9 follow it.

A new panel, in three lines:
1. a folder panels/<id>/ whose __init__ has PANEL, a PanelSpec; its `build` imports the widget inside the function, so
   that nothing of the panel is loaded before it is opened;
2. resources/help/<id>.md, shown with F1;
3. its PANEL below.
"""

from pacsdesk.desktop.panel import PanelSpec
from pacsdesk.desktop.panels.associations import PANEL as ASSOCIATIONS
from pacsdesk.desktop.panels.commitments import PANEL as COMMITMENTS
from pacsdesk.desktop.panels.conformance import PANEL as CONFORMANCE
from pacsdesk.desktop.panels.exercises import PANEL as EXERCISES
from pacsdesk.desktop.panels.home import PANEL as HOME
from pacsdesk.desktop.panels.peers import PANEL as PEERS
from pacsdesk.desktop.panels.query import PANEL as QUERY
from pacsdesk.desktop.panels.relay import PANEL as RELAY
from pacsdesk.desktop.panels.send import PANEL as SEND
from pacsdesk.desktop.panels.studies import PANEL as STUDIES
from pacsdesk.desktop.panels.viewer import PANEL as VIEWER
from pacsdesk.desktop.panels.workflow import PANEL as WORKFLOW

PANELS: tuple[PanelSpec, ...] = (
    *(HOME, STUDIES, VIEWER, PEERS, QUERY, SEND, WORKFLOW, ASSOCIATIONS, RELAY, EXERCISES),
    *(COMMITMENTS, CONFORMANCE),
)
