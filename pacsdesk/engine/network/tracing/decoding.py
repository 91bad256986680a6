"""One line of a trace in full: the tree of its fields, each with its place in the bytes."""

from collections.abc import Sequence

from pacsdesk.contract.records.traces import DecodedPdu, TracedBytes, TracedKind, TracedPdu
from pacsdesk.engine.network.tracing.associate_fields import add_associate, add_numbers
from pacsdesk.engine.network.tracing.data_fields import add_data
from pacsdesk.engine.network.tracing.trace_file import Written
from pacsdesk.engine.network.tracing.tree import Tree
from pacsdesk.engine.network.wire.pdu import HEADER_LENGTH

_CONNECTION = (TracedKind.OPENED, TracedKind.CLOSED)


def decode(pdu: TracedPdu, lines: Sequence[Written], is_masked: bool) -> DecodedPdu:
    """lines: see TraceReader.with_context."""
    written = lines[-1]
    tree = Tree()
    pieces = tuple(TracedBytes(at, content.hex()) for at, content in written.pieces)
    if pdu.kind in _CONNECTION:
        return DecodedPdu(pdu, (), pieces)
    if pdu.kind is TracedKind.OTHER:
        tree.add(0, "Not DICOM", pdu.summary, 0, pdu.kept, is_masked)
        return DecodedPdu(pdu, tuple(tree.fields), pieces)
    content = written.pieces[0][1] if written.pieces else b""
    if len(content) >= HEADER_LENGTH:
        tree.add(0, "PDU type", f"{content[0]:02X} {pdu.kind}", 0, 1)
        tree.add(0, "Length", f"{int.from_bytes(content[2:HEADER_LENGTH], 'big'):,} bytes", 2, 4)
    if pdu.kind is TracedKind.DATA:
        add_data(tree, lines, is_masked)
    elif pdu.kind in (TracedKind.ASSOCIATE_RQ, TracedKind.ASSOCIATE_AC):
        add_associate(tree, content)
    else:
        add_numbers(tree, pdu.kind, content)
    return DecodedPdu(pdu, tuple(tree.fields), pieces)
