"""Parts broken in any way: bound, or named in a sentence."""

from __future__ import annotations

import logging

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from packet_cases import Leaf, bound, kit_pdf, pdf_of
from test_packet_cleaning import field, outward, script

from kit.documents.packet.part import Part
from kit.documents.packet.proof import prove
from kit.findings import KitError

SOUND = (
    pdf_of(Leaf(), Leaf(scan=True), Leaf(rotate=90, foot="x")),
    kit_pdf("a", "b"),
    pdf_of(Leaf(), Leaf(), root=field("v")),
    pdf_of(Leaf(), root=script),
    pdf_of(Leaf(), root=outward),
)
WORDS = (b"-1", b"0", b"1000000000", b"1e30", b"45", b"null", b"<<", b"]", b"endobj", b"/Kids", b"1 0 R", b"(")


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    data=st.sampled_from(SOUND),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30), st.sampled_from(WORDS)), min_size=1, max_size=20),
)
def test_a_damaged_part_is_bound_or_named(data, cuts):
    """However a part is damaged, there is a packet that can be proved or a sentence that names the part."""
    damaged = bytearray(data)
    for where, length, put in cuts:
        at = int(where * (len(damaged) - 1)) if damaged else 0
        damaged[at : at + length] = put
    part = Part("exhibit-A", "Broken paper", bytes(damaged), exhibit="A", kit_made=False)

    try:
        packet = bound(part)
    except KitError as said:
        assert str(said).startswith("Exhibit A, Broken paper")
    else:
        assert {finding.code for finding in prove(packet)} <= {"K653", "K654", "K659", "K662"}


def test_libraries_do_not_talk(caplog):
    """A repair that a library makes while it reads is not printed at the user, and its logger is as it was."""
    with caplog.at_level(logging.WARNING):
        bound(Part("a", "Paper", b"junk before\n" + pdf_of(Leaf()), kit_made=False))

    assert [record for record in caplog.records if record.name.startswith(("pypdf", "fontTools", "pikepdf"))] == []
