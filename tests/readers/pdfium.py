#!/usr/bin/env python3
"""All that pdfium finds in a PDF: its text, metadata, outline, the targets of its links, the files that it carries, and
the words of its structure tree.

    tests/readers/pdfium.py FILE.pdf
"""

import ctypes
import sys

import pypdfium2
import pypdfium2.raw as raw


def wide(function, *arguments):
    """Returns the UTF-16 text that a function of pdfium writes into a buffer."""
    length = function(*arguments, None, 0)
    buffer = ctypes.create_string_buffer(max(length, 2))
    function(*arguments, buffer, length)
    return buffer.raw[:length].decode("utf-16-le", errors="replace").rstrip("\0")


def links(document, page):
    """Yields where the links of a page lead."""
    at, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(at), ctypes.byref(link)):
        action = raw.FPDFLink_GetAction(link)
        length = raw.FPDFAction_GetURIPath(document, action, None, 0)
        buffer = ctypes.create_string_buffer(max(length, 1))
        raw.FPDFAction_GetURIPath(document, action, buffer, length)
        yield buffer.value.decode("utf-8", errors="replace")


def elements(element):
    """Yields the words of an element of the structure tree and of those in it."""
    for words in (raw.FPDF_StructElement_GetAltText, raw.FPDF_StructElement_GetActualText, raw.FPDF_StructElement_GetTitle):
        yield wide(words, element)
    for nth in range(raw.FPDF_StructElement_CountChildren(element)):
        child = raw.FPDF_StructElement_GetChildAtIndex(element, nth)
        if child:
            yield from elements(child)


def said(document):
    """Yields all that a document says."""
    yield from (f"{key}: {value}" for key, value in document.get_metadata_dict().items())
    yield from (mark.get_title() for mark in document.get_toc())
    for nth in range(document.count_attachments()):
        attached = document.get_attachment(nth)
        yield attached.get_name()
        yield bytes(attached.get_data()).decode("utf-8", errors="replace")
    for page in document:
        yield page.get_textpage().get_text_range()
        yield from links(document, page)
        tree = raw.FPDF_StructTree_GetForPage(page)
        for nth in range(raw.FPDF_StructTree_CountChildren(tree)):
            yield from elements(raw.FPDF_StructTree_GetChildAtIndex(tree, nth))
        raw.FPDF_StructTree_Close(tree)


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    print("\n".join(said(pypdfium2.PdfDocument(sys.argv[1]))))
