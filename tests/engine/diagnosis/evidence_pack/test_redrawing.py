"""What a picture is drawn of is what the files say: nothing of the source is in it."""

from dataclasses import asdict

import pytest

from pacsdesk.contract.errors import Refused
from pacsdesk.contract.records.evidence import EvidenceOrder, EvidenceRecords
from pacsdesk.contract.records.queries import QueryKey
from pacsdesk.engine.diagnosis.evidence_pack.contents import Seen, files_of
from pacsdesk.engine.diagnosis.evidence_pack.redrawing import records_of
from tests.engine.diagnosis.evidence_pack.test_replacing import AT, query, replacer


def test_a_query_is_read_back_with_its_values_replaced() -> None:
    row = ("MUSTER^EVA", "4711", "19700211", "Knie links", "1.2.3", "CT")
    outcome = query(row, keys=(QueryKey("PatientName", "MUST*"),))
    records = records_of(files_of(Seen(EvidenceOrder(query=outcome), AT, AT, {}, ()), replacer()))
    assert records.query is not None
    assert records.query.rows == (("NAME002^NAME003", "ID001", "19700102", "(removed)", "2.25.900001", "CT"),)
    assert records.query.order.keys == (QueryKey("PatientName", "NAME001*"),)
    assert records.query.findings[0].cause == "PatientName 'NAME001*' hid it."
    assert not any(value.casefold() in str(asdict(records)).casefold() for value in ("MUST", "4711", "Knie", "1.2.3"))


def test_what_a_pack_is_not_about_is_not_there() -> None:
    assert records_of({"README.txt": b"", "journal.json": b"[]"}) == EvidenceRecords()


def test_a_value_that_left_no_record_is_refused() -> None:
    with pytest.raises(Refused):
        records_of({"ladder.json": b'{"ae_title": "(removed) and much too long"}'})
