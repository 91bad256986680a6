"""The house's services of the engine in memory: engine, jobs, peers, sessions, settings, audit, users."""

from dataclasses import replace
from datetime import timedelta

from pacsdesk.contract.errors import (
    AlreadyExists,
    NotSignedIn,
    Refused,
)
from pacsdesk.contract.events import CommitmentsChanged, PeersChanged
from pacsdesk.contract.records.commitments import Commitment, CommitmentState, UncommittedInstance
from pacsdesk.contract.records.conformance import ConformanceStatement
from pacsdesk.contract.records.engine import (
    EngineStatus,
    Health,
    Profile,
    SettingInfo,
)
from pacsdesk.contract.records.jobs import Job, JobState
from pacsdesk.contract.records.paging import Page, PageRequest
from pacsdesk.contract.records.peers import Peer, RefusedCaller
from pacsdesk.contract.records.remarks import EntryRemarks, PeerDraft, Remark
from pacsdesk.contract.records.security import AuditEntry, RoleName, SessionGrant, User
from pacsdesk.contract.types import JobId
from tests.support.fake_state import NOW, PASSWORD, SECRET, USER_NAME, FakeService, one_of, page_of


class FakeEngine(FakeService):
    def health(self) -> Health:
        self.site.enter("engine.health")
        return self.site.health()

    def status(self) -> EngineStatus:
        self.site.enter("engine.status")
        return EngineStatus(
            version="0.1.0",
            state=self.site.state,
            profile=self.site.profile,
            site_name="Riverside Clinic",
            data_dir="/srv/pacsdesk",
            process_id=4711,
            started_at=NOW - timedelta(days=3, hours=2),
            listeners=self.site.listeners,
            http_address="http://127.0.0.1:8980",
            free_bytes=self.site.free_bytes,
            total_bytes=self.site.total_bytes,
            memory_bytes=118_000_000,
        )

    def conformance(self) -> ConformanceStatement:
        self.site.enter("engine.conformance")
        return self.site.statement

    def stop(self) -> None:
        self.site.enter("engine.stop")
        self.site.is_up = False

    def reset(self) -> JobId:
        self.site.enter("engine.reset")
        if self.site.profile is not Profile.CLASSROOM:
            raise Refused("Only a classroom site can be reset.")
        return self.site.start_job("reset", "Reset the classroom")


class FakeJobs(FakeService):
    def list(self) -> tuple[Job, ...]:
        self.site.enter("jobs.list")
        return tuple(self.site.jobs)

    def get(self, job_id: JobId) -> Job:
        self.site.enter("jobs.get")
        return one_of(self.site.jobs, lambda job: job.job_id == job_id, "job")

    def cancel(self, job_id: JobId) -> Job:
        self.site.enter("jobs.cancel")
        job = one_of(self.site.jobs, lambda one: one.job_id == job_id, "job")
        if not job.state.is_over:
            job = replace(job, state=JobState.CANCELLED)
            self.site.put_job(job)
        return job

    def retry(self, job_id: JobId) -> JobId:
        self.site.enter("jobs.retry")
        job = one_of(self.site.jobs, lambda one: one.job_id == job_id, "job")
        if not job.can_retry:
            raise Refused(f"{job.title} cannot be repeated.")
        return self.site.start_job(job.kind, job.title)


class FakeCommitments(FakeService):
    def list(self, page: PageRequest) -> Page[Commitment]:
        self.site.enter("commitments.list")
        return page_of(self.site.commitments, page)

    def failures(self, commitment_id: int) -> tuple[UncommittedInstance, ...]:
        self.site.enter("commitments.failures")
        return self.site.uncommitted.get(self._find(commitment_id).commitment_id, ())

    def retry(self, commitment_id: int) -> Commitment:
        self.site.enter("commitments.retry")
        found = self._find(commitment_id)
        if found.state is CommitmentState.REPORTED:
            raise Refused("The sender has taken this result already.")
        again = replace(found, state=CommitmentState.CHECKING, attempts=0, next_attempt_at=NOW)
        self.site.commitments[self.site.commitments.index(found)] = again
        self.site.publish(CommitmentsChanged(commitment_id))
        return again

    def _find(self, commitment_id: int) -> Commitment:
        return one_of(self.site.commitments, lambda one: one.commitment_id == commitment_id, "request")


class FakePeers(FakeService):
    def list(self) -> tuple[Peer, ...]:
        self.site.enter("peers.list")
        return tuple(sorted(self.site.peers, key=lambda peer: peer.name))

    def get(self, name: str) -> Peer:
        self.site.enter("peers.get")
        return one_of(self.site.peers, lambda peer: peer.name == name, "peer")

    def add(self, peer: Peer, reason: str = "") -> Peer:
        self.site.enter("peers.add")
        if any(known.name == peer.name for known in self.site.peers):
            raise AlreadyExists(f"There is a peer {peer.name} already.")
        self.site.peers.append(peer)
        self.site.reasons.append(reason)
        self.site.publish(PeersChanged(peer.name))
        return peer

    def change(self, name: str, peer: Peer, reason: str = "") -> Peer:
        self.remove(name, reason)
        return self.add(peer, reason)

    def remove(self, name: str, reason: str = "") -> Peer:
        self.site.enter("peers.remove")
        peer = one_of(self.site.peers, lambda one: one.name == name, "peer")
        self.site.peers.remove(peer)
        self.site.reasons.append(reason)
        self.site.publish(PeersChanged(name))
        return peer

    def lint(self, draft: PeerDraft) -> tuple[Remark, ...]:
        self.site.enter("peers.lint")
        return self.site.noticed.get(draft.name, ())

    def remarks(self) -> tuple[EntryRemarks, ...]:
        self.site.enter("peers.remarks")
        return tuple(EntryRemarks(*one) for one in self.site.noticed.items())

    def refused_callers(self) -> tuple[RefusedCaller, ...]:
        self.site.enter("peers.refused_callers")
        return tuple(self.site.refused)


class FakeSessions(FakeService):
    def sign_in(self, user_name: str, password: str) -> SessionGrant:
        self.site.enter("sessions.sign_in")
        if (user_name, password) != (USER_NAME, PASSWORD):
            raise NotSignedIn("The name or the password is wrong.", "", "Try again.")
        self.site.is_token_valid = True
        return self.site.grant()

    def sign_in_with_secret(self, secret: str) -> SessionGrant:
        self.site.enter("sessions.sign_in_with_secret")
        if secret != SECRET or self.site.profile is not Profile.BENCH:
            raise NotSignedIn("The secret is wrong.")
        self.site.is_token_valid = True
        return self.site.grant()

    def sign_out(self) -> None:
        self.site.enter("sessions.sign_out")
        self.site.is_token_valid = False

    def current(self) -> SessionGrant:
        self.site.enter("sessions.current")
        if not self.site.is_token_valid:
            raise NotSignedIn("The session has ended.", "", "Sign in again.")
        return replace(self.site.grant(), token="")


class FakeSettings(FakeService):
    def list(self) -> tuple[SettingInfo, ...]:
        self.site.enter("settings.list")
        return tuple(self.site.settings)

    def get(self, name: str) -> SettingInfo:
        self.site.enter("settings.get")
        return one_of(self.site.settings, lambda setting: setting.name == name, "setting")

    def set(self, name: str, value: str | int | bool) -> SettingInfo:
        self.site.enter("settings.set")
        changed = replace(self.get(name), value=value)
        self.site.settings = [changed if one.name == name else one for one in self.site.settings]
        return changed


class FakeAudit(FakeService):
    def entries(self, page: PageRequest) -> Page[AuditEntry]:
        self.site.enter("audit.entries")
        return page_of(self.site.audit, page)


class FakeUsers(FakeService):
    def list(self) -> tuple[User, ...]:
        self.site.enter("users.list")
        return tuple(self.site.users)

    def add(self, name: str, password: str, role: RoleName) -> User:
        self.site.enter("users.add")
        user = User(name, role, True, NOW, None)
        self.site.users.append(user)
        return user

    def remove(self, name: str) -> None:
        self.site.enter("users.remove")
        self.site.users.remove(one_of(self.site.users, lambda user: user.name == name, "user"))

    def set_enabled(self, name: str, is_enabled: bool) -> User:
        self.site.enter("users.set_enabled")
        changed = replace(one_of(self.site.users, lambda user: user.name == name, "user"), is_enabled=is_enabled)
        self.site.users = [changed if user.name == name else user for user in self.site.users]
        return changed

    def change_own_password(self, old_password: str, new_password: str) -> None:
        self.site.enter("users.change_own_password")
        if old_password != PASSWORD:
            raise NotSignedIn("The old password is wrong.")
