"""An engine in memory: every service of the contract over plain lists, for tests of faces.

site = FakeSite(studies=demo_studies(7))
site.services.studies.search(StudyQuery())      # as the link's proxies would
site.is_up = False                              # every call raises Unavailable, open event streams end
site.fail["trash.delete"] = NotPermitted("...") # the next call of that method raises this, once
site.calls                                      # Counter of "service.method"
site.publish(StudiesChanged(...))               # reaches whoever listens through site.client.listen
"""

import threading
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from pacsdesk.contract.errors import (
    NotFound,
)
from pacsdesk.contract.records.archive import (
    Instance,
    Series,
    Study,
)
from pacsdesk.contract.records.engine import (
    Profile,
)
from pacsdesk.contract.services.catalog import Services
from tests.support.fake_aes import FakeAes
from tests.support.fake_archive import FakeConflicts, FakeIntegrity, FakeStudies, FakeTransfer, FakeTrash
from tests.support.fake_associations import FakeAssociations
from tests.support.fake_bench import FakeBench
from tests.support.fake_evidence import FakeEvidence
from tests.support.fake_exercises import FakeExercises
from tests.support.fake_house import (
    FakeAudit,
    FakeCommitments,
    FakeEngine,
    FakeJobs,
    FakePeers,
    FakeSessions,
    FakeSettings,
    FakeUsers,
)
from tests.support.fake_logs import FakeLogs
from tests.support.fake_queries import FakeQueries
from tests.support.fake_registry import FakeRegistry
from tests.support.fake_relays import FakeRelays, FakeSinks
from tests.support.fake_requests import FakeRequests
from tests.support.fake_retrieves import FakeRetrieves
from tests.support.fake_sends import FakeSends
from tests.support.fake_state import SiteState
from tests.support.fake_traces import FakeTraces


class FakeSite(SiteState):
    """The state of a site with its services and a client to it."""

    def __init__(
        self,
        studies: Iterable[Study] = (),
        series: Iterable[Series] = (),
        instances: Iterable[Instance] = (),
        profile: Profile = Profile.CLINIC,
    ) -> None:
        super().__init__(studies, series, instances, profile)
        self.services = Services(
            aes=FakeAes(self),
            associations=FakeAssociations(self),
            audit=FakeAudit(self),
            bench=FakeBench(self),
            commitments=FakeCommitments(self),
            conflicts=FakeConflicts(self),
            engine=FakeEngine(self),
            evidence=FakeEvidence(self),
            exercises=FakeExercises(self),
            integrity=FakeIntegrity(self),
            jobs=FakeJobs(self),
            logs=FakeLogs(self),
            peers=FakePeers(self),
            queries=FakeQueries(self),
            registry=FakeRegistry(self),
            relays=FakeRelays(self),
            requests=FakeRequests(self),
            retrieves=FakeRetrieves(self),
            sends=FakeSends(self),
            sessions=FakeSessions(self),
            settings=FakeSettings(self),
            sinks=FakeSinks(self),
            studies=FakeStudies(self),
            traces=FakeTraces(self),
            transfer=FakeTransfer(self),
            trash=FakeTrash(self),
            users=FakeUsers(self),
        )
        self.client = FakeClient(self)


class FakeClient:
    """The link's client, without a wire: services, bytes out of `site.bytes`, uploads noted in `site.uploads`."""

    def __init__(self, site: FakeSite) -> None:
        self._site = site
        self.services = site.services
        self.address = "http://127.0.0.1:8980"
        self.token = ""

    def size_of(self, path: str) -> int:
        return len(self._content(path))

    def read_bytes(self, path: str, start: int = 0, length: int | None = None) -> bytes:
        content = self._content(path)
        return content[start:] if length is None else content[start : start + length]

    def download(self, path: str, target: Path, report: Callable[[int, int], None] | None = None) -> None:
        content = self._content(path)
        target.write_bytes(content)
        if report is not None:
            report(len(content), len(content))

    def upload(self, path: str, file_name: str, source: Path, report: Callable[[int, int], None] | None = None) -> None:
        self._site.enter("bytes.upload")
        self._site.uploads.append((path, file_name, source))
        if report is not None:
            report(source.stat().st_size, source.stat().st_size)

    def listen(self, stop: threading.Event) -> Iterator[object]:
        return self._site.listen(stop)

    def close(self) -> None:
        pass

    def _content(self, path: str) -> bytes:
        self._site.enter("bytes.read")
        if path not in self._site.bytes:
            raise NotFound(f"There is nothing at {path}.")
        return self._site.bytes[path]
