"""What is noticed about entries: each code by its cause, and nothing about what is in order or half typed."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pacsdesk.contract.records.aes import OwnAE
from pacsdesk.contract.records.engine import Listener, ListenerState
from pacsdesk.contract.records.findings import Severity
from pacsdesk.contract.records.peers import Peer, TlsMode
from pacsdesk.contract.records.remarks import OwnAEDraft, PeerDraft, Remark, RemarkCode
from pacsdesk.contract.types import AETitle
from pacsdesk.engine.network.registry.lint import Around, draft_of_ae, draft_of_peer, lint_ae, lint_peer

CT = Peer("CT 1", AETitle("CT01"), "10.0.0.7", 104)
RESEARCH = OwnAE(AETitle("RESEARCH"), 11113, aliases=(AETitle("OLD"),))
MAIN = Listener("PACSDESK", "0.0.0.0", 11112, ListenerState.UP, 0)
AROUND = Around((CT,), (RESEARCH,), (MAIN,), frozenset({"10.0.0.1"}), "", lambda host, port: None)
ON_LOOPBACK = replace(AROUND, listeners=(replace(MAIN, host="127.0.0.1"),))
MR = PeerDraft("MR 1", "MR01", "10.0.0.8", "104")


def codes(remarks: tuple[Remark, ...]) -> list[str]:
    return [one.code.value for one in remarks]


def test_nothing_is_noticed_about_what_is_in_order() -> None:
    assert lint_peer(MR, AROUND) == ()


def test_nothing_is_noticed_about_an_entry_as_it_stands() -> None:
    assert (lint_peer(draft_of_peer(CT), AROUND), lint_ae(draft_of_ae(RESEARCH), AROUND)) == ((), ())


@pytest.mark.parametrize(
    ("draft", "around", "noticed", "field"),
    [
        (replace(MR, ae_title=" "), AROUND, "title-missing", "ae_title"),
        (replace(MR, ae_title="A" * 17), AROUND, "title-too-long", "ae_title"),
        (replace(MR, ae_title="MR\\01"), AROUND, "title-characters", "ae_title"),
        (replace(MR, ae_title="MÜ01"), AROUND, "title-characters", "ae_title"),
        (replace(MR, ae_title="MR01 "), AROUND, "title-outer-blank", "ae_title"),
        (replace(MR, ae_title="MR 01"), AROUND, "title-inner-blank", "ae_title"),
        (replace(MR, ae_title="ct01"), AROUND, "case-twin", "ae_title"),
        (replace(MR, ae_title="PacsDesk"), AROUND, "case-twin", "ae_title"),
        (replace(MR, name="ct 1"), AROUND, "name-taken", "name"),
        (replace(MR, ae_title="CT01", host="10.0.0.7"), AROUND, "same-place", "ae_title"),
        (replace(MR, host="a b"), AROUND, "no-host", "host"),
        (replace(MR, port="0"), AROUND, "no-port", "port"),
        (replace(MR, port="65536"), AROUND, "no-port", "port"),
        (replace(MR, port="1" * 5000), AROUND, "no-port", "port"),
        (replace(MR, host="10.0.0.1", port="11112"), AROUND, "peer-is-ourselves", "port"),
        (replace(MR, host="localhost", port="11112"), AROUND, "peer-is-ourselves", "port"),
        (MR, ON_LOOPBACK, "loopback-only", "host"),
        (replace(MR, tls=TlsMode.TLS), replace(AROUND, certificate="There is none."), "no-certificate", "tls"),
    ],
)
def test_what_is_noticed_about_a_peer(draft: PeerDraft, around: Around, noticed: str, field: str) -> None:
    assert [(one.code.value, one.field) for one in lint_peer(draft, around)] == [(noticed, field)]


@pytest.mark.parametrize(
    ("draft", "around"),
    [
        (replace(MR, host="any"), ON_LOOPBACK),
        (replace(MR, host="127.0.0.1"), ON_LOOPBACK),
        (replace(MR, host="10.0.0.1"), ON_LOOPBACK),
        (replace(MR, host="10.1.0.0/16"), ON_LOOPBACK),
        (replace(MR, allow=()), ON_LOOPBACK),
        (replace(MR, ae_title="CT01", host="10.0.0.7", port="105"), AROUND),
        (replace(MR, host="localhost", port="104"), AROUND),
        (replace(MR, host="any", port="11112"), AROUND),
        (replace(MR, port=""), AROUND),
    ],
)
def test_what_is_not_noticed_about_a_peer(draft: PeerDraft, around: Around) -> None:
    assert lint_peer(draft, around) == ()


@pytest.mark.parametrize(
    ("draft", "noticed", "field"),
    [
        (OwnAEDraft("PACSDESK"), "title-taken", "ae_title"),
        (OwnAEDraft("RESEARCH"), "title-taken", "ae_title"),
        (OwnAEDraft("NEW", aliases=("OLD",)), "title-taken", "aliases"),
        (OwnAEDraft("NEW", aliases=("NEW",)), "title-taken", "aliases"),
        (OwnAEDraft("Research"), "case-twin", "ae_title"),
        (OwnAEDraft("ct01"), "case-twin", "ae_title"),
        (OwnAEDraft("NEW", aliases=("A" * 17,)), "title-too-long", "aliases"),
        (OwnAEDraft("NEW", "x"), "no-port", "port"),
    ],
)
def test_what_is_noticed_about_a_title_of_ours(draft: OwnAEDraft, noticed: str, field: str) -> None:
    assert [(one.code.value, one.field) for one in lint_ae(draft, AROUND)] == [(noticed, field)]


@pytest.mark.parametrize(
    ("code", "field"),
    [
        (RemarkCode.PORT_TAKEN, "port"),
        (RemarkCode.PORT_PRIVILEGED, "port"),
        (RemarkCode.ADDRESS_NOT_OURS, "host"),
    ],
)
def test_a_port_that_cannot_be_had_is_told_at_its_field(code: RemarkCode, field: str) -> None:
    around = replace(AROUND, port_problem=lambda host, port: (code, f"{host}:{port}"))
    assert lint_ae(OwnAEDraft("NEW", "104", "10.0.0.1"), around) == (
        Remark(code, Severity.FAULT, "10.0.0.1:104", field),
    )


def test_a_port_that_we_have_ourselves_is_shared() -> None:
    around = replace(AROUND, port_problem=lambda host, port: (RemarkCode.PORT_TAKEN, "taken"))
    assert lint_ae(OwnAEDraft("NEW", "11112"), around) == ()


TEXTS = st.text(max_size=40)
DRAFTS = st.builds(PeerDraft, TEXTS, TEXTS, TEXTS, TEXTS, st.sampled_from(TlsMode), replaces=TEXTS)


@given(DRAFTS)
def test_whatever_is_typed_the_lint_answers(draft: PeerDraft) -> None:
    assert all(one.text and one.field for one in lint_peer(draft, AROUND))


@given(st.builds(OwnAEDraft, TEXTS, TEXTS, TEXTS, st.lists(TEXTS, max_size=4).map(tuple), TEXTS))
def test_whatever_is_typed_of_a_title_of_ours_the_lint_answers(draft: OwnAEDraft) -> None:
    assert all(one.text and one.field for one in lint_ae(draft, AROUND))


FORM = {"title-missing", "title-too-long", "title-characters"}


@given(st.text(max_size=20) | st.text("AB \\\n", max_size=20))
def test_a_title_is_a_fault_exactly_when_it_cannot_be_entered(text: str) -> None:
    try:
        AETitle(text)
        can_be_entered = True
    except ValueError:
        can_be_entered = False
    assert FORM.isdisjoint(codes(lint_peer(replace(MR, ae_title=text), AROUND))) == can_be_entered


@given(st.text("abAB", min_size=1, max_size=4), st.text("abAB", min_size=1, max_size=4))
def test_twins_are_noticed_from_both_sides(first: str, second: str) -> None:
    def noticed(title: str, other: str) -> bool:
        entered = replace(AROUND, peers=(replace(CT, ae_title=AETitle(other)),))
        return "case-twin" in codes(lint_peer(replace(MR, ae_title=title), entered))

    assert noticed(first, second) == noticed(second, first) == (first != second and first.lower() == second.lower())
