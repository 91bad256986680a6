"""Addresses against hosts: exact, subnet, name, any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.peers import AddressCheck
from pacsdesk.engine.network.hosts import HostCheck, is_host, plain_address


class NameServer:
    """Knows one name, and counts who asks."""

    def __init__(self) -> None:
        self.asked = 0
        self.now = 0.0

    def resolve(self, name: str) -> frozenset[str]:
        self.asked += 1
        return frozenset({"10.0.0.7", "fd00::7"}) if name == "ct01.example" else frozenset()


@pytest.fixture
def names() -> NameServer:
    return NameServer()


@pytest.fixture
def hosts(names: NameServer) -> HostCheck:
    return HostCheck(names.resolve, lambda: names.now)


@pytest.mark.parametrize(
    ("host", "address", "is_same"),
    [
        ("any", "203.0.113.9", True),
        ("10.0.0.7", "10.0.0.7", True),
        ("10.0.0.7", "::ffff:10.0.0.7", True),
        ("10.0.0.7", "10.0.0.8", False),
        ("10.0.0.0/24", "10.0.0.200", True),
        ("10.0.0.5/24", "10.0.0.200", True),
        ("10.0.0.0/24", "10.0.1.1", False),
        ("fe80::1", "fe80::1%eth0", True),
        ("10.0.0.0/24", "fe80::1", False),
        ("10.0.0.0/24", "nonsense", False),
        ("ct01.example", "10.0.0.7", True),
        ("ct01.example", "fd00::7", True),
        ("ct01.example", "10.0.0.8", False),
        ("unheard.example", "10.0.0.7", False),
    ],
)
def test_an_address_fits_a_host_or_not(hosts: HostCheck, host: str, address: str, is_same: bool) -> None:
    assert hosts.matches(host, address) is is_same


@pytest.mark.parametrize(
    ("host", "address", "check", "is_same"),
    [
        ("10.0.0.7", "10.0.0.200", AddressCheck.SUBNET, True),
        ("10.0.0.7/32", "10.0.0.200", AddressCheck.SUBNET, True),
        ("10.0.0.7", "10.0.1.7", AddressCheck.SUBNET, False),
        ("ct01.example", "10.0.0.9", AddressCheck.SUBNET, True),
        ("ct01.example", "fd00::1:2", AddressCheck.SUBNET, True),
        ("ct01.example", "fd00:0:0:1::7", AddressCheck.SUBNET, False),
        ("10.1.0.0/16", "10.1.200.1", AddressCheck.SUBNET, True),
        ("10.1.0.0/16", "10.2.0.1", AddressCheck.SUBNET, False),
        ("10.0.0.7", "nonsense", AddressCheck.SUBNET, False),
        ("unheard.example", "10.0.0.7", AddressCheck.SUBNET, False),
        ("10.0.0.7", "203.0.113.9", AddressCheck.OFF, True),
        ("10.0.0.7", "nonsense", AddressCheck.OFF, True),
        ("10.0.0.7/32", "10.0.0.7", AddressCheck.EXACT, True),
    ],
)
def test_an_entry_may_check_less_than_the_address(
    hosts: HostCheck, host: str, address: str, check: AddressCheck, is_same: bool
) -> None:
    assert hosts.matches(host, address, check) is is_same


def test_a_name_is_asked_for_once_a_minute(hosts: HostCheck, names: NameServer) -> None:
    for now in (0.0, 59.0, 61.0):
        names.now = now
        hosts.matches("ct01.example", "10.0.0.7")
    assert names.asked == 2


def test_localhost_is_resolved_by_the_system() -> None:
    assert HostCheck().matches("localhost", "127.0.0.1")


@pytest.mark.parametrize("host", ["any", "ct-01.hospital.example", "10.0.0.7", "fd00::7", "10.0.0.0/8", "pacs_1"])
def test_hosts_as_people_enter_them_are_hosts(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize("host", ["", " ", "two words", "a..b", "-a", "ct/01", "../etc", "a\nb", "a" * 64, "x." * 200])
def test_other_text_is_no_host(host: str) -> None:
    assert not is_host(host)


@given(st.text())
def test_any_text_has_a_plain_form(text: str) -> None:
    assert isinstance(plain_address(text), str)
