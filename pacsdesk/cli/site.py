"""What runs in this process: making a site, and the engine itself."""

from argparse import ArgumentParser, ArgumentTypeError

from pacsdesk.cli.command import Command, Exit, Invocation
from pacsdesk.cli.formatting import to_type
from pacsdesk.cli.users import read_password
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.engine import Profile


def init(invocation: Invocation) -> int:
    """`pacsdesk init --admin NAME --password-stdin [--profile P]`"""
    args = invocation.args
    if args.settings_only:
        return _write_settings_anew(invocation)
    profile = Profile(args.profile or Profile.CLINIC)
    if bool(args.admin) != args.password_stdin:
        raise InvalidInput("An administrator has a name and a password.", "", "Give --admin NAME and --password-stdin.")
    password = read_password() if args.password_stdin else ""
    from pacsdesk.engine.compose.site import make_site  # noqa: PLC0415  # 0.9 s that others save
    from pacsdesk.engine.operations.founding import SiteOrder  # noqa: PLC0415  # 0.9 s that others save
    from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # 0.9 s that others save

    try:
        make_site(DataFolder(invocation.data_dir), SiteOrder(profile, args.name, args.admin, password))
    except OSError as error:
        raise InvalidInput(
            f"No site can be made in {invocation.data_dir}.",
            f"{error.strerror}.",
            "Choose another place with --data-dir.",
        ) from error
    who = f"{args.admin} administers it" if args.admin else "You administer it, and need no password on this computer"
    invocation.out.record(
        {"data_dir": str(invocation.data_dir), "profile": profile},
        f"Made a {profile} in {invocation.data_dir}. {who}.",
    )
    if not args.quiet:
        _say_how_to_go_on(invocation)
    return Exit.DONE


def _write_settings_anew(invocation: Invocation) -> int:
    """`pacsdesk init --settings-only [--profile P] [--name TEXT]`"""
    args = invocation.args
    if args.admin or args.password_stdin:
        raise InvalidInput(
            "The accounts stay as they are: no administrator is made.", "", "Leave out --admin and --password-stdin."
        )
    from pacsdesk.engine.compose.site import restore_settings  # noqa: PLC0415  # 0.9 s that others save
    from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # 0.9 s that others save

    said = Profile(args.profile) if args.profile else None
    profile = restore_settings(DataFolder(invocation.data_dir), said, args.name)
    invocation.out.record(
        {"data_dir": str(invocation.data_dir), "profile": profile},
        f"Wrote the settings of the {profile} in {invocation.data_dir} anew. "
        "Accounts, peers and images are as they were: who could sign in can.",
    )
    if not args.quiet:
        listed, served = (
            to_type(*words, "--data-dir", invocation.data_dir) for words in (("settings", "list"), ("serve",))
        )
        invocation.out.line(f"AE title, ports and the rest are those of a new site: {listed} shows them.")
        invocation.out.line(f"Then run it: {served}.")
    return Exit.DONE


def _say_how_to_go_on(invocation: Invocation) -> None:
    folder, admin = ("--data-dir", invocation.data_dir), invocation.args.admin
    who = ("--user", admin, "--password-file", "FILE") if admin else ()
    invocation.out.line(f"Open it with {to_type(*folder)}, or run it without a window: {to_type('serve', *folder)}.")
    invocation.out.line(f"Then, in another terminal, {to_type('status', *folder, *who)} shows how it is.")


def serve(invocation: Invocation) -> int:
    """`pacsdesk serve [--set section.key=value ...]`"""
    from pacsdesk.engine import serve as engine_process  # noqa: PLC0415  as in init
    from pacsdesk.engine.runtime.paths import DataFolder  # noqa: PLC0415  # 0.9 s that others save

    return engine_process.serve(DataFolder(invocation.data_dir), dict(invocation.args.set))


def _init_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("--admin", default="", metavar="NAME", help="the first administrator (clinic: required)")
    parser.add_argument(
        "--password-stdin",
        action="store_true",
        help="read their password from standard input (at a terminal it is asked for)",
    )
    parser.add_argument(
        "--profile",
        choices=[str(profile) for profile in Profile],
        default="",
        help="real patients, one administrator's workbench, or invented patients; for good (without: clinic)",
    )
    parser.add_argument(
        "--settings-only",
        action="store_true",
        help="write settings.toml anew for an archive that lost it; accounts and images stay",
    )
    parser.add_argument("--quiet", action="store_true", help="do not say how to go on")
    parser.add_argument("--name", default="PACSDesk", metavar="TEXT", help="the site's name, shown in the window")


def _serve_arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--set",
        action="append",
        type=_assignment,
        default=[],
        metavar="SECTION.KEY=VALUE",
        help="overrides a setting for this run",
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals or "." not in name:
        raise ArgumentTypeError(f"{text!r} is not SECTION.KEY=VALUE")
    return name.strip(), value.strip()


INIT = Command(
    "init",
    "Make a site: a data folder with its first administrator.",
    init,
    _init_arguments,
    asks_engine=False,
    example="init --data-dir clinic --admin ada --password-stdin",
)
SERVE = Command(
    "serve",
    "Run the engine of a site.",
    serve,
    _serve_arguments,
    asks_engine=False,
    example="serve --data-dir clinic --set dicom.port=11112",
)
