"""PDFs written by hand with one fault each, for `readers.py --self-test`: every check must find its own."""

import checks

SOURCE = """# Ada Quill

Typesetter of tables

- Email: <ada@example.com>
- Phone: +1 (555) 010-0123

## Summary

Sets “wide” tables without a single torn line.
"""


def page(*shown, quote=333):
    """Writes a PDF of one page: pieces of (size, x, y, what TJ shows) in Helvetica, in this order.

    With a width of its own for “, in thousandths of an em, the font states one width for all other characters.
    """
    content = "".join(f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm [{shows}] TJ ET\n" for size, x, y, shows in shown)
    content = content.encode("cp1252")
    font = "/Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding"
    if quote != 333:
        font += f" /FirstChar 32 /LastChar 147 /Widths [278 {'556 ' * 114}{quote}]"
    sheet = "/Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >>"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< {sheet} >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        f"<< {font} >>".encode(),
    ]
    pdf, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(pdf))
        pdf += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(pdf)
    return pdf + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def body(*shows, **options):
    """A page whose header is as it should be, with these lines (x, y, what TJ shows) below the title."""
    return page(*HEAD, *CONTACTS, TITLE, *((10, *line) for line in shows), **options)


HEAD = [(20, 60, 780, "(Ada Quill)"), (10, 60, 755, "(Typesetter of tables)")]
CONTACTS = [(10, 60, 735, "(Email: ada@example.com)"), (10, 60, 720, "(Phone: +1 \\(555\\) 010-0123)")]
TITLE = (14, 60, 690, "(Summary)")
LINE = (60, 670, "(Sets “wide” tables without a single torn line.)")

# What is wrong with a page: the check that must find it, and the page.
FAULTS = {
    "nothing": (None, body(LINE)),
    "two words of one letter, alone in a line": (None, body(LINE, (60, 640, "(A b)"))),
    "a line written from its end": (
        "lines",
        body((186.2, 670, "(a single torn line.)"), (60, 670, "(Sets “wide” tables without )")),
    ),
    "white that is no blank": (
        "lines",
        body((60, 670, "(Sets “wide” ta) -110 (bles without a single torn line.)")),
    ),
    "what stands apart read as one": (
        "lines",
        body((60, 670, "(Sets “wide” tables) 500 ( without a single torn line.)")),
    ),
    "a quote wider than its place": (
        "boxes",
        body((60, 670, "(Sets “) 600 (wide” tables without a single torn line.)"), quote=1000),
    ),
    "a hole in a word": ("boxes", body((60, 670, "(Sets “wide” tab) -400 (les without a single torn line.)"))),
    "a headline glued to the name": (
        "header",
        page((20, 60, 780, "(Ada QuillTypesetter of tables)"), *CONTACTS, TITLE, (10, *LINE)),
    ),
    "contacts at the end": (
        "header",
        page(*HEAD, TITLE, (10, *LINE), *((size, x, y - 100, shows) for size, x, y, shows in CONTACTS)),
    ),
    "a hyphenated word": (
        "words",
        body((60, 670, "(Sets “wide” tables without a sin-)"), (60, 658, "(gle torn line.)")),
    ),
    "words glued": ("words", body((60, 670, "(Sets “wide” tableswithout a single torn line.)"))),
    "an address that is not there": ("parser", page(*HEAD, CONTACTS[1], TITLE, (10, *LINE))),
    "name and headline in one line": (
        "parser",
        page((10, 60, 780, "(Ada Quill Typesetter of tables)"), *CONTACTS, TITLE, (10, *LINE)),
    ),
}
# The readers of which one must be there for a check to find its fault.
NEEDS = {
    "lines": checks.IN_ORDER,
    "header": checks.IN_ORDER,
    "words": checks.WORD_READERS,
    "parser": ("openresume",),
}
