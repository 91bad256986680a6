"""Accounts: made, listed, switched off, never without an enabled administrator left."""

from datetime import UTC, datetime

from sqlalchemy import Connection, RowMapping, delete, func, insert, select, update

from pacsdesk.contract.errors import AlreadyExists, InvalidInput, NotFound, NotSignedIn, Refused
from pacsdesk.contract.records.security import Actor, RoleName, User
from pacsdesk.engine.runtime.clock import Clock
from pacsdesk.engine.runtime.database import Database
from pacsdesk.engine.security import passwords
from pacsdesk.engine.security.tables import SessionRow, UserRow

LONGEST_NAME = 64


class Accounts:
    """Implements contract.services.users, and what sign-in and `pacsdesk init` need of accounts."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def list(self, actor: Actor) -> tuple[User, ...]:
        """All accounts by name."""
        with self._database.read() as connection:
            rows = connection.execute(select(UserRow.__table__).order_by(UserRow.name_key)).mappings().all()
        return tuple(_user(row) for row in rows)

    def add(self, actor: Actor, name: str, password: str, role: RoleName) -> User:
        """Make an account that signs in with a password."""
        return self._insert(name, passwords.hashed(password, name), role)

    def add_without_password(self, name: str, role: RoleName) -> User:
        """Make an account for the system's own user, who signs in through the folder's secret."""
        return self._insert(name, "", role)

    def remove(self, actor: Actor, name: str) -> None:
        """Delete an account and its sessions."""
        with self._database.write() as connection:
            row = _find(connection, name)
            _keep_an_administrator(connection, row)
            connection.execute(delete(UserRow).where(UserRow.name_key == row["name_key"]))

    def set_enabled(self, actor: Actor, name: str, is_enabled: bool) -> User:
        """Let an account sign in, or not."""
        with self._database.write() as connection:
            row = _find(connection, name)
            if not is_enabled:
                _keep_an_administrator(connection, row)
                connection.execute(delete(SessionRow).where(SessionRow.name_key == row["name_key"]))
            connection.execute(update(UserRow).where(UserRow.name_key == row["name_key"]).values(is_enabled=is_enabled))
            return _user(_find(connection, name))

    def change_own_password(self, actor: Actor, old_password: str, new_password: str) -> None:
        """Change the caller's password; their other sessions end."""
        self.check_password(actor.name, old_password)
        new_hash = passwords.hashed(new_password, actor.name)
        with self._database.write() as connection:
            row = _find(connection, actor.name)
            mine = UserRow.name_key == row["name_key"]
            connection.execute(update(UserRow).where(mine).values(password_hash=new_hash))
            others = (SessionRow.name_key == row["name_key"]) & (SessionRow.session_id != actor.session_id)
            connection.execute(delete(SessionRow).where(others))

    def check_password(self, name: str, password: str) -> User:
        """The account that a name and password belong to. Raises NotSignedIn, alike for every cause."""
        with self._database.read() as connection:
            row = connection.execute(select(UserRow.__table__).where(UserRow.name_key == _key(name))).mappings().first()
        is_right = passwords.is_right(password, row["password_hash"] if row is not None else "")
        if row is None or not is_right or not row["is_enabled"]:
            raise NotSignedIn(
                "The name or the password is wrong.",
                "",
                "Check the keyboard's capitals and layout. An administrator can set a new password.",
            )
        return _user(row)

    def has_administrator(self) -> bool:
        """Whether anybody can administer this site."""
        with self._database.read() as connection:
            return _number_of_administrators(connection) > 0

    def forget_unused(self) -> None:
        """Remove the accounts of a site whose making did not come to its end. Raises Refused when one was in use."""
        with self._database.write() as connection:
            used = connection.execute(select(UserRow.name).where(UserRow.last_signed_in_at.is_not(None))).first()
            if used is not None:
                raise Refused(
                    f"This is the database of a site: {used.name} has signed in to it.",
                    "Nothing was changed.",
                    "Write its settings anew with `pacsdesk init --settings-only`, or name another folder with "
                    "--data-dir.",
                )
            connection.execute(delete(UserRow))

    def sole_local_account(self) -> User | None:
        """The account without a password, if there is one: the system's own user."""
        with self._database.read() as connection:
            row = connection.execute(select(UserRow.__table__).where(UserRow.password_hash == "")).mappings().first()
        return None if row is None or not row["is_enabled"] else _user(row)

    def _insert(self, name: str, password_hash: str, role: RoleName) -> User:
        clean = name.strip()
        if not clean or len(clean) > LONGEST_NAME or not clean.isprintable():
            raise InvalidInput(
                "This cannot be a user's name.",
                f"It takes 1 to {LONGEST_NAME} printable characters.",
                "Choose another name.",
            )
        with self._database.write() as connection:
            taken = select(UserRow.name).where(UserRow.name_key == _key(clean))
            if connection.execute(taken).first() is not None:
                raise AlreadyExists(f"There is a user {clean} already.", "", "Choose another name.")
            connection.execute(
                insert(UserRow).values(
                    name_key=_key(clean),
                    name=clean,
                    role=role,
                    password_hash=password_hash,
                    is_enabled=True,
                    created_at=self._clock().replace(tzinfo=None),
                )
            )
            return _user(_find(connection, clean))


def _key(name: str) -> str:
    return name.strip().casefold()


def _find(connection: Connection, name: str) -> RowMapping:
    row = connection.execute(select(UserRow.__table__).where(UserRow.name_key == _key(name))).mappings().first()
    if row is None:
        raise NotFound(f"There is no user {name.strip()}.", "", "`pacsdesk users list` shows all.")
    return row


def _number_of_administrators(connection: Connection) -> int:
    enabled = (UserRow.role == RoleName.ADMINISTRATOR) & UserRow.is_enabled
    return connection.execute(select(func.count()).select_from(UserRow).where(enabled)).scalar_one()


def _keep_an_administrator(connection: Connection, row: RowMapping) -> None:
    is_one = row["role"] == RoleName.ADMINISTRATOR and row["is_enabled"]
    if is_one and _number_of_administrators(connection) == 1:
        raise Refused(
            f"{row['name']} is the last administrator.",
            "Without one nobody could make users or change settings.",
            "Make another administrator first.",
        )


def _user(row: RowMapping) -> User:
    last: datetime | None = row["last_signed_in_at"]
    return User(
        name=row["name"],
        role=RoleName(row["role"]),
        is_enabled=row["is_enabled"],
        created_at=row["created_at"].replace(tzinfo=UTC),
        last_signed_in_at=None if last is None else last.replace(tzinfo=UTC),
    )
