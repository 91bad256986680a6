"""Asks an engine on its DICOM port: whether it is there, and what it holds."""

from collections.abc import Iterable, Iterator
from io import BytesIO

from pydicom import Dataset
from pydicom.filereader import read_dataset

from pacsdesk.engine.network.stopping import Stop
from pacsdesk.engine.network.wire.opened import OpenedAssociation
from tests.engine.network.querying import STUDY_ROOT
from tests.engine.network.raw_pdus import VERIFICATION
from tests.engine.network.wire.calls import call_to
from tests.faults.devices import calling
from tests.support.datasets import encode


def echo_status(port: int) -> int:
    """What the known device is answered to C-ECHO. Raises AssertionError when it is not let in, AssociationLost."""
    with calling() as caller:
        opened = caller.open_association(call_to(port, VERIFICATION), Stop())
        association = opened.association
        assert association is not None, opened.steps
        try:
            return association.echo(association.contexts[0]).status
        finally:
            association.release()


def uids_of_series(port: int, series: Iterable[tuple[str, str]]) -> set[str]:
    """SOP Instance UIDs by C-FIND at IMAGE level. series: UIDs of study and series."""
    with calling() as caller:
        opened = caller.open_association(call_to(port, STUDY_ROOT), Stop())
        association = opened.association
        assert association is not None, opened.steps
        try:
            return {uid for one in series for uid in _uids_of(association, *one)}
        finally:
            association.release()


def _uids_of(association: OpenedAssociation, study_uid: str, series_uid: str) -> Iterator[str]:
    identifier = Dataset()
    identifier.QueryRetrieveLevel = "IMAGE"
    identifier.StudyInstanceUID = study_uid
    identifier.SeriesInstanceUID = series_uid
    identifier.SOPInstanceUID = ""
    for response in association.find(association.contexts[0], encode(identifier)):
        if response.is_pending:
            answer = read_dataset(BytesIO(response.dataset), False, True)
            yield str(answer.SOPInstanceUID)
        else:
            assert response.status == 0, f"the query was answered with {response.status:04X}"
