"""What a person gives of a peer on the command line: the options, and a peer with those that were given."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from dataclasses import replace

from pacsdesk.cli.arguments import one_of, peer_services, port, saying_why, time_out, used_services
from pacsdesk.contract.errors import InvalidInput
from pacsdesk.contract.records.peers import AddressCheck, Peer, PeerService, SameUidPolicy, TlsMode, UsedService
from pacsdesk.contract.types import AETitle

_FIELDS = (
    "ae_title",
    "host",
    "port",
    "tls",
    "allow",
    "same_uid",
    "notes",
    "contact",
    "uses",
    "address_check",
    "character_set",
)
_TIMEOUTS = ("connect", "associate", "answer")
_AE_TITLE = "how it names itself, case counts"
_PORT = "where it listens"


def peer_with(args: Namespace, old: Peer, name: str) -> Peer:
    """`old` under a name, with what was given on the line. Raises InvalidInput."""
    given = {field: value for field in _FIELDS if (value := getattr(args, field)) is not None}
    waits = {one: value or None for one in _TIMEOUTS if (value := getattr(args, f"{one}_timeout")) is not None}
    try:
        return replace(old, name=name, timeouts=replace(old.timeouts, **waits), **given)
    except ValueError as error:
        raise InvalidInput(f"{name!r} cannot be a peer.", f"{error}.", "Choose another name.") from error


def name_argument(parser: ArgumentParser) -> None:
    """Which peer."""
    parser.add_argument("name", metavar="NAME", help="of the peer, as in `pacsdesk peers list`")


def add_arguments(parser: ArgumentParser) -> None:
    """Of `pacsdesk peers add`."""
    parser.add_argument("name", metavar="NAME", help="what people here call it")
    parser.add_argument("--ae-title", type=saying_why(AETitle), required=True, metavar="AE", help=_AE_TITLE)
    parser.add_argument("--port", type=port, help=f"{_PORT}; without one it only sends")
    _further_arguments(parser, is_new=True)


def change_arguments(parser: ArgumentParser) -> None:
    """Of `pacsdesk peers change`."""
    name_argument(parser)
    parser.add_argument("--rename", default="", metavar="NEW", help="its new name")
    parser.add_argument("--ae-title", type=saying_why(AETitle), metavar="AE", help=_AE_TITLE)
    ports = parser.add_mutually_exclusive_group()
    ports.add_argument("--port", type=port, help=_PORT)
    ports.add_argument("--no-port", action="store_true", help="it only sends")
    _further_arguments(parser, is_new=False)


def remove_arguments(parser: ArgumentParser) -> None:
    """Of `pacsdesk peers remove`."""
    name_argument(parser)
    _reason_argument(parser)


def block_arguments(parser: ArgumentParser) -> None:
    """Of `peers block`."""
    parser.add_argument("ae_title", type=saying_why(AETitle), metavar="AE", help="the AE title under which it calls")
    parser.add_argument("--host", required=True, help="name or address that it calls from, or any")
    parser.add_argument("--name", default="", help="of the entry (without: the AE title and the host)")
    _reason_argument(parser)


def _reason_argument(parser: ArgumentParser) -> None:
    parser.add_argument("--reason", default="", metavar="TEXT", help="why, for the history")


def _further_arguments(parser: ArgumentParser, is_new: bool) -> None:
    """What a new peer need not be given; `Peer` itself has the defaults, which help names for a new one alone."""

    def unless_given(value: str) -> str:
        return f" (without: {value})" if is_new else ""

    parser.add_argument("--host", help=f"name or address that it calls from and is reached at{unless_given('any')}")
    parser.add_argument(
        "--tls",
        type=one_of(TlsMode),
        metavar="|".join(TlsMode),
        help=f"how it is recognised{unless_given('plain')}",
    )
    parser.add_argument(
        "--allow",
        type=peer_services,
        metavar="SERVICES",
        help=f"what it may ask of us, with commas between: {', '.join(PeerService)}{unless_given('echo,store')}",
    )
    parser.add_argument(
        "--same-uid",
        type=one_of(SameUidPolicy),
        metavar="POLICY",
        help="when it sends other content under a stored SOP Instance UID: keep-first (the second is listed as a "
        f"conflict), newest-wins (the older goes to the trash) or refuse{unless_given('keep-first')}",
    )
    parser.add_argument("--notes", metavar="TEXT", help="for people")
    parser.add_argument("--contact", metavar="TEXT", help="whom to ask about it")
    _network_arguments(parser, unless_given)
    _reason_argument(parser)


def _network_arguments(parser: ArgumentParser, unless_given: Callable[[str], str]) -> None:
    parser.add_argument(
        "--use",
        dest="uses",
        type=used_services,
        metavar="SERVICES",
        help=f"what we ask of it, with commas between: {', '.join(UsedService)}",
    )
    parser.add_argument(
        "--address-check",
        type=one_of(AddressCheck),
        metavar="|".join(AddressCheck),
        help="whether it calls from its host alone, from that host's network (/24, /64) or from anywhere"
        f"{unless_given('exact')}",
    )
    parser.add_argument(
        "--character-set", metavar="TERM", help="of text that we send it, as in 'ISO_IR 100'; '' for what fits"
    )
    for what, purpose in (
        ("connect", "the connection"),
        ("associate", "its answer to an association request"),
        ("answer", "each answer to a request"),
    ):
        parser.add_argument(
            f"--{what}-timeout", type=time_out, metavar="SECONDS", help=f"to wait for {purpose}; 0 for what is usual"
        )
