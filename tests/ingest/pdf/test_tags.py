"""Headings that a tagged PDF marks, though they look like its text."""

import pytest

HEAD = b"%PDF-1.7\n"
LINES = ["Report of the Commissioner", "It was noted.", "Reserves", "They fell.", "They will rise."]


def tagged(kinds, role_map=b""):
    """A tagged PDF with one line to each element; all in the same type."""
    content = b"".join(
        b"/%s << /MCID %d >> BDC BT /F1 11 Tf 50 %d Td (%s) Tj ET EMC\n"
        % (kind.encode(), mark, 700 - 40 * mark, line.encode())
        for mark, (kind, line) in enumerate(zip(kinds, LINES, strict=True))
    )
    elements = {
        20 + mark: b"<< /Type /StructElem /S /%s /P 11 0 R /Pg 3 0 R /K %d >>"
        % (kind.encode(), mark)
        for mark, kind in enumerate(kinds)
    }
    listed = b" ".join(b"%d 0 R" % number for number in elements)
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R /StructTreeRoot 10 0 R /MarkInfo << /Marked true >> >>",
        2: b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        3: b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/StructParents 0 /Resources << /Font << /F1 5 0 R >> >> >>",
        4: b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        5: b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        10: b"<< /Type /StructTreeRoot /K 11 0 R /ParentTree 12 0 R %s >>" % role_map,
        11: b"<< /Type /StructElem /S /Document /P 10 0 R /K [%s] >>" % listed,
        12: b"<< /Nums [0 [%s]] >>" % listed,
        **elements,
    }
    out, places = bytearray(HEAD), {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    return bytes(out + b"trailer << /Size 40 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % start)


@pytest.mark.parametrize(
    ("kinds", "role_map", "expected"),
    [
        (["H1", "P", "H2", "P", "P"], b"", [(LINES[0], 1), (LINES[2], 2)]),
        (["H", "P", "P", "P", "P"], b"", [(LINES[0], 0)]),
        (["Style1", "P", "P", "P", "P"], b"/RoleMap << /Style1 /H3 >>", [(LINES[0], 3)]),
        (["H1", "H1", "H1", "P", "H1"], b"", []),  # everything a heading: nothing is
        (["P", "P", "P", "P", "P"], b"", []),
    ],
)
def test_tagged_headings(tmp_path, read, kinds, role_map, expected):
    path = tmp_path / "tagged.pdf"
    path.write_bytes(tagged(kinds, role_map))
    raw = read(path)
    headings = [block for block in raw.blocks if block.kind == "heading"]
    assert [(block.runs[0].text, block.level) for block in headings] == expected
