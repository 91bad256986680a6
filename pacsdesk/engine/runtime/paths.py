"""The data folder's map: every path of the engine is named here, none is made from a name out of an object."""

import shlex
from dataclasses import dataclass
from pathlib import Path

from pacsdesk.contract.errors import NotFound, Refused
from pacsdesk.contract.records.engine import Profile
from pacsdesk.engine.runtime.platform import make_private_folder


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The paths of one site below `root`."""

    root: Path

    @property
    def objects(self) -> Path:
        """Stored instances under their final names."""
        return self.root / "objects"

    @property
    def staging(self) -> Path:
        """Instances on their way in; emptied at start."""
        return self.root / "staging"

    @property
    def quarantine(self) -> Path:
        """What came and could not be identified, with a note beside each."""
        return self.root / "quarantine"

    @property
    def conflicts(self) -> Path:
        """Second objects under a stored UID, each with a side file."""
        return self.root / "conflicts"

    @property
    def trash(self) -> Path:
        """Deleted studies, a folder each, with a side file."""
        return self.root / "trash"

    @property
    def discarded(self) -> Path:
        """What a classroom's reset took out of its place and deletes."""
        return self.root / "discarded"

    @property
    def uploads(self) -> Path:
        """Batches of files waiting to be imported."""
        return self.root / "uploads"

    @property
    def exports(self) -> Path:
        """Finished exports waiting to be fetched."""
        return self.root / "exports"

    @property
    def traces(self) -> Path:
        """What passed on the wire, recorded when somebody asked for it."""
        return self.root / "traces"

    @property
    def logs(self) -> Path:
        """Rotating logs without patient data."""
        return self.root / "logs"

    @property
    def safety_copies(self) -> Path:
        """Copies of the database from before a migration."""
        return self.root / "safety-copies"

    @property
    def database(self) -> Path:
        """Index, users, peers, jobs, audit."""
        return self.root / "index.db"

    @property
    def audit_aside(self) -> Path:
        """Audit entries of a time when the database could not be written; taken into the audit at the next start."""
        return self.root / "audit-aside.jsonl"

    @property
    def comparison(self) -> Path:
        """How far the comparison of index and files in the background is, and what the last found."""
        return self.root / "comparison.json"

    @property
    def ballast(self) -> Path:
        """Room that is given up when the disk is full."""
        return self.root / "ballast"

    @property
    def settings(self) -> Path:
        """The settings file; its presence is what makes a folder a site."""
        return self.root / "settings.toml"

    @property
    def lock(self) -> Path:
        """Held by the one engine of the folder; says its process id and address."""
        return self.root / "engine.lock"

    @property
    def local_secret(self) -> Path:
        """Signs the system's own user in (bench profile); readable by the owner alone."""
        return self.root / "local-secret"

    @property
    def certificates(self) -> Path:
        """Certificates and key for TLS, unless the settings name other files; put there by people."""
        return self.root / "tls"

    @property
    def site_id(self) -> Path:
        """What tells this site from every other one; no secret."""
        return self.root / "site-id"

    def mark_of(self, profile: Profile) -> Path:
        """The file that says as what the site was founded; only a classroom's lets the archive be emptied."""
        return self.root / f"founded-as-{profile}"

    def is_ours(self, name: str) -> bool:
        """Whether something of this name at the top is made by us: a path above, or what stands beside such a file
        while it is written (`.settings.toml.4711.new`, `index.db-wal`)."""
        own = {path.name for path in self._top()}
        return name in own or any(name.startswith((f".{one}.", f"{one}-")) for one in own)

    def _top(self) -> tuple[Path, ...]:
        files = (
            self.database,
            self.audit_aside,
            self.comparison,
            self.ballast,
            self.settings,
            self.lock,
            self.local_secret,
            self.site_id,
        )
        return *self._folders(), self.discarded, self.certificates, *files, *map(self.mark_of, Profile)

    def _folders(self) -> tuple[Path, ...]:
        """Those that a site always has."""
        return (
            self.objects,
            self.staging,
            self.quarantine,
            self.conflicts,
            self.trash,
            self.uploads,
            self.exports,
            self.traces,
            self.logs,
            self.safety_copies,
        )

    def is_site(self) -> bool:
        """Whether `pacsdesk init` has run here."""
        return self.settings.is_file()

    def founded_as(self) -> Profile | None:
        """What `pacsdesk init` made here; None for no site, and for one from before this was written down."""
        strictest_first = (Profile.CLINIC, Profile.BENCH, Profile.CLASSROOM)
        return next((profile for profile in strictest_first if self.mark_of(profile).is_file()), None)

    def has_lost_settings(self) -> bool:
        """Whether this is the archive of a site whose settings file is gone."""
        if self.is_site():
            return False
        kept = (self.objects, self.trash, self.conflicts, self.quarantine)
        has_content = self.database.is_file() and any(any(path.iterdir()) for path in kept if path.is_dir())
        return has_content or self.founded_as() is not None

    def check_is_site(self) -> None:
        """Raises NotFound, with how to make one, unless this is a site; Refused when only its settings are missing."""
        if self.is_site():
            return
        self.check_keeps_settings()
        raise NotFound(
            f"{self.root} is no PACSDesk site.",
            "It has no settings.toml.",
            "Make one with `pacsdesk init --data-dir DIR --admin NAME --password-stdin`, or open the desktop.",
        )

    def check_keeps_settings(self) -> None:
        """Raises Refused, with the way back, for an archive without its settings file."""
        if self.has_lost_settings():
            again = f"`pacsdesk init --settings-only --data-dir {shlex.quote(str(self.root))}`"
            raise Refused(
                f"{self.root} holds an archive without its settings.",
                "Its settings.toml is missing; images and accounts are there.",
                f"Put the file back from a backup, or write a new one with {again}: nothing else is changed.",
            )

    def make(self) -> None:
        """Make the folders that are missing, for the owner alone."""
        make_private_folder(self.root)
        for folder in self._folders():
            make_private_folder(folder)
