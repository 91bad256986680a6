"""The views of the Send panel, one after the other."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product, starmap
from typing import cast

from pacsdesk.contract.records.matrices import CellState, MatrixCell, MatrixOrder, NegotiationMatrix
from pacsdesk.contract.records.sends import SendOrder
from pacsdesk.desktop.panel import Destination
from pacsdesk.desktop.panels.send.panel import ACCEPTS, SEND, SendPanel
from pacsdesk.desktop.shell.workspace import Workspace
from pacsdesk.engine.diagnosis.sends.matrices import pairs_of
from pacsdesk.engine.network.scu.sop_classes import named
from tests.support.demo_sends import JPEG, SR, demo_lines, demo_matrix, demo_outcome, demo_plan
from tests.support.fake_sends import FakeSends
from tests.support.fake_services import FakeSite

BIG_ENDIAN = "1.2.840.10008.1.2.2"
JPEGS = (JPEG, "1.2.840.10008.1.2.4.57")
ENHANCED_CT, SPECTROSCOPY = "1.2.840.10008.5.1.4.1.1.2.1", "1.2.840.10008.5.1.4.1.1.4.2"


def views_of_send(workspace: Workspace, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    """Each state of it."""
    panel = workspace.stack.show_panel("send")
    assert isinstance(panel, SendPanel)
    panel.pages.choose(SEND)
    settle()
    yield "send-nothing-chosen"
    if panel.page.choosing.peer.count():
        yield from _sending(panel, site, settle)
    panel.pages.choose(ACCEPTS)
    settle()
    yield "send-accepts-not-asked"
    if panel.accepts.peer.count():
        yield from _accepting(panel, site, settle)
    panel.pages.choose(SEND)


def _sending(panel: SendPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    service, peer = cast(FakeSends, site.services.sends), panel.page.choosing.peer.name()
    uids = tuple(one.study_instance_uid for one in site.studies[:2])
    service.next_plan, service.sent_lines = demo_plan(peer), demo_lines()
    service.next_outcome = demo_outcome(SendOrder(uids), peer)
    panel.show_destination(Destination("send", study_instance_uids=uids))
    settle()
    yield "send"
    panel.page.send.trigger()
    settle()
    yield "send-sent"


def _accepting(panel: SendPanel, site: FakeSite, settle: Callable[[], None]) -> Iterator[str]:
    service, page = cast(FakeSends, site.services.sends), panel.accepts
    first, second = page.peer.itemData(0), page.peer.itemData(page.peer.count() - 1)
    service.matrices = {
        first: _matrix(first, SR, BIG_ENDIAN),
        second: _matrix(second, SR, BIG_ENDIAN, ENHANCED_CT, SPECTROSCOPY, *JPEGS),
    }
    page.other.setCurrentIndex(page.other.findData(second))
    page.ask.trigger()
    settle()
    yield "send-accepts"


def _matrix(peer: str, *without: str) -> NegotiationMatrix:
    """Of all that is asked for. without: SOP classes and transfer syntaxes that the peer refuses."""
    rows, columns = pairs_of(MatrixOrder())
    return replace(
        demo_matrix(peer),
        rows=named(rows),
        columns=named(columns),
        cells=tuple(starmap(partial(_cell, without), product(rows, columns))),
    )


def _cell(without: tuple[str, ...], row: str, column: str) -> MatrixCell:
    if row in without:
        return MatrixCell(row, column, CellState.REFUSED, 3, "SOP class not supported")
    if column in without:
        return MatrixCell(row, column, CellState.REFUSED, 4, "transfer syntaxes not supported")
    return MatrixCell(row, column, CellState.ACCEPTED, 0, "accepted")
