"""The command line's way to an engine: which one, and who asks. Nothing is opened before a command needs it."""

import os
from argparse import Namespace
from dataclasses import dataclass, field
from pathlib import Path

from pacsdesk.cli.formatting import to_type
from pacsdesk.contract.errors import InvalidInput, NotSignedIn, Unavailable
from pacsdesk.link.client import Client
from pacsdesk.link.finding import (
    default_data_dir,
    engine_address,
    has_lost_settings,
    is_engine_of,
    is_site,
    local_secret,
)

_LAST_HELP = "An administrator can set a new password."


@dataclass(slots=True)
class Connection:
    """engine_url: "" to look in the data folder. user_name: "" to sign in with the folder's secret."""

    data_dir: Path
    engine_url: str
    user_name: str
    password_file: Path | None
    _client: Client | None = field(default=None, init=False)

    def address(self) -> str:
        """Where the engine answers. Raises Unavailable when none is known."""
        if self.engine_url:
            return self.engine_url
        address = engine_address(self.data_dir)
        if not address:
            raise self._no_engine()
        return address

    def client(self) -> Client:
        """The link, signed in. Raises Unavailable, NotSignedIn."""
        if self._client is None:
            client = Client(self.address())
            try:
                self._check_site(client)
                client.token = self._token(client)
            except BaseException:
                client.close()
                raise
            self._client = client
        return self._client

    def close(self) -> None:
        """End the session that was opened, and the connection."""
        if self._client is not None:
            self._client.services.sessions.sign_out()
            self._client.close()
            self._client = None

    def password(self) -> str:
        """That of the user, out of the file. Raises InvalidInput."""
        if self.password_file is None:
            raise InvalidInput("A user is named without a password file.", "", "Give --password-file FILE as well.")
        try:
            return self.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        except OSError as error:
            raise InvalidInput(
                f"The password file {self.password_file} cannot be read.", f"{error.strerror}.", "Check its name."
            ) from error
        except UnicodeDecodeError as error:
            raise InvalidInput(f"The password file {self.password_file} is no UTF-8 text.") from error

    def _check_site(self, client: Client) -> None:
        """Raises Unavailable when another site's engine answers: it must not be shown a password or a secret."""
        if not self.engine_url and not is_engine_of(self.data_dir, client.services.engine.health()):
            raise Unavailable(
                f"No engine runs on {self.data_dir}.",
                f"What answers at its last address, {client.address}, is another site's engine.",
                f"Start it with {to_type('serve', '--data-dir', self.data_dir)}; the other engine may have its port: "
                "then choose another http.port.",
            )

    def _no_engine(self) -> Unavailable:
        title, serve = f"No engine runs on {self.data_dir}.", to_type("serve", "--data-dir", self.data_dir)
        if is_site(self.data_dir):
            return Unavailable(title, "", f"Start it with {serve}, or name one with --engine.")
        if has_lost_settings(self.data_dir):
            return Unavailable(title, "Its settings.toml is missing.", f"{serve} says how to write it anew.")
        init = to_type("init", "--data-dir", self.data_dir, "--admin", "NAME", "--password-stdin")
        return Unavailable(
            title,
            "No site has been made there yet.",
            f"Make one with {init}, or name another folder with --data-dir or an engine with --engine.",
        )

    def _token(self, client: Client) -> str:
        if self.user_name:
            return self._signed_in(client)
        secret = local_secret(self.data_dir)
        if not secret:
            raise NotSignedIn(
                "Nobody is named to sign in.",
                "On this site every person has an account with a password.",
                "Add --user NAME --password-file FILE, or set PACSDESK_USER and PACSDESK_PASSWORD_FILE once.",
            )
        return client.services.sessions.sign_in_with_secret(secret).token

    def _signed_in(self, client: Client) -> str:
        password = self.password()
        try:
            return client.services.sessions.sign_in(self.user_name, password).token
        except NotSignedIn as error:
            if "keyboard" not in error.hint:
                raise
            # nobody has typed anything here
            hint = f"Look into {self.password_file}: it must hold the password and nothing else."
            raise NotSignedIn(error.title, error.detail, f"{hint} {_LAST_HELP}") from error


def connection_from(args: Namespace) -> Connection:
    """A connection as the common options say, the environment filling what was not given."""
    password_file = args.password_file or os.environ.get("PACSDESK_PASSWORD_FILE", "")
    return Connection(
        data_dir=args.data_dir or default_data_dir(),
        engine_url=args.engine,
        user_name=args.user or os.environ.get("PACSDESK_USER", ""),
        password_file=Path(password_file) if password_file else None,
    )
