"""What is asked of a finished PDF, once other people's readers have read it.

`glyphs` and `lines` take the page apart with pdfminer's characters: what is printed where. `Source` knows what the
Markdown says. `CHECKS` holds the five questions; each yields its faults: the reader, and what is wrong in one line.
"""

import collections
import re
import unicodedata

# Widths in em. White from WORD on may be read as a blank; white wider than CELL parts a segment where no blank is typed
# (cells of a row, boxes of tags), and wider than WIDE in any case. Boxes may overlap by OVERLAP: kerned ones do.
WORD, CELL, WIDE, OVERLAP = 0.12, 0.6, 1.5, 0.12

WIDE_MARK = "\x1f"  # stands in the text of a line for white where no blank is typed
CJK = re.compile(
    "[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
    "“”‘’—…·]"
)
LATIN = re.compile("[A-Za-zÀ-ÖØ-öø-ɏ]+")
E_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
NUMBER = re.compile(r"\+?\d[\d ().-]{6,}\d")
# Readers of the order in which the content is written; the others sort what they find by where it stands.
IN_ORDER = ("pypdf", "poppler-raw")
WORD_READERS = ("pdfium", "mutool", "poppler")


def clean(text):
    """Ligatures and radicals become what they stand for, what has no width goes, every blank is U+0020."""
    text = re.sub("[\u2e80-\u2fdf\ufb00-\ufb4f]", lambda found: unicodedata.normalize("NFKC", found[0]), text)
    text = re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    return re.sub(r"[^\S\n\r\f\x1f]", " ", text)


def tight(text):
    return re.sub(r"\s", "", text)


def split(text):
    return [line.strip() for line in re.split(r"[\n\r\f]+", clean(text))]


class Source:
    """A résumé in Markdown: what its pages must show, whatever the layout."""

    def __init__(self, text):
        text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.S).lstrip()
        headings = re.findall(r"^(#+) (.+)$", text, flags=re.M)
        by_key = re.search(r"^\W*(?:姓名|Name)\s*[:：]\s*(.+)$", text, flags=re.M)
        # The résumé has its name for a title, and sections below it; or its first section is about the person.
        level = len(headings[0][0]) if by_key else len(headings[0][0]) + 1
        self.titles = [tight(plain(title)).casefold() for marks, title in headings[1:] if len(marks) == level]
        head = re.split(r"^(?=#{%d} )" % level, text, flags=re.M)[1 if by_key else 0]
        self.name = by_key[1].strip() if by_key else plain(headings[0][1])
        below = [line for line in head.splitlines()[1:] if line.strip()]
        self.headline = plain(below[0]) if below and not re.match(r"[-*|] ", below[0]) and "@" not in below[0] else None
        self.e_mail = E_MAIL.search(head)[0]
        # As the parser of hiring systems looks for it; dates have eight digits.
        self.phone = next(number for number in NUMBER.findall(plain(head)) if len(digits(number)) >= 10)
        # Words before the colons of contacts: some layouts show icons in their place.
        self.keys = collections.Counter(words(" ".join(re.findall(r"^[-*] ([^:：\n]+)[:：]", head, flags=re.M))))
        self.words = collections.Counter(words(plain(text)))
        self.compounds = re.findall(r"(?=(?<![^\W\d_])([^\W\d_]+)-([^\W\d_]+))", plain(text))


def plain(text):
    """Takes Markdown's marks, the targets of links, URLs and addresses out of a text."""
    text = re.sub(r"\]\([^()\s]*\)", "]", text)
    text = re.sub(r"<?https?://[^\s>)|]+>?", " ", text)
    text = re.sub(E_MAIL, " ", text)
    text = re.sub(r"(?i)(?<![\w.])(?:[\w-]+\.)+(?:com|org|cn)(?:/\S*?)?(?=[\])\s]|$)", " ", text)
    return re.sub(r"^#+ |^[-*] |[*`]", "", text, flags=re.M).strip()


def words(text):
    return [word.casefold() for word in LATIN.findall(unicodedata.normalize("NFC", text)) if len(word) >= 3]


def digits(text):
    return re.sub(r"\D", "", text)


Glyph = collections.namedtuple("Glyph", "text left right base size")


def glyphs(path):
    """Yields the glyphs of each page in the order of the content, with the boxes that the fonts state."""
    from pdfminer.converter import PDFPageAggregator
    from pdfminer.layout import LTChar, LTFigure
    from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
    from pdfminer.pdfpage import PDFPage

    def of(item):
        for part in item:
            if isinstance(part, LTChar):
                yield Glyph(clean(part.get_text()), part.x0, part.x1, part.matrix[5], part.size or 1)
            elif isinstance(part, LTFigure):
                yield from of(part)

    resources = PDFResourceManager()
    device = PDFPageAggregator(resources, laparams=None)
    interpreter = PDFPageInterpreter(resources, device)
    with open(path, "rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            yield [glyph for glyph in of(device.get_result()) if glyph.text]


def lines(page):
    """Yields the lines of a page as they are seen: what stands on one baseline, from left to right."""
    line = []
    for glyph in sorted(page, key=lambda glyph: glyph.base):
        if line and glyph.base - line[-1].base > 0.1:
            yield sorted(line, key=lambda glyph: glyph.left)
            line = []
        line.append(glyph)
    yield sorted(line, key=lambda glyph: glyph.left)


def white(before, glyph):
    """Says whether there is white between two glyphs for which no blank is typed."""
    untyped = " " not in (before.text, glyph.text)
    return untyped and glyph.left - before.right > WORD * glyph.size


def segments(line):
    """Yields the texts of a line's segments; WIDE_MARK stands where readers may see a blank."""
    text = ""
    for before, glyph in zip([None, *line], line):
        if before:
            gap = (glyph.left - before.right) / glyph.size
            if gap > (WIDE if " " in (before.text, glyph.text) else CELL):
                yield text.strip(" \x1f")
                text = ""
            elif white(before, glyph):
                text += WIDE_MARK
        text += glyph.text
    yield text.strip(" \x1f")


def blanks(text):
    """Returns the offsets in the text without its blanks before which a blank stands."""
    found, at = set(), 0
    for char in text:
        if char in " \x1f":
            found.add(at)
        else:
            at += 1
    return found - {0, at}


def faults_of(segment, line, at):
    """Compares the blanks of a segment with those of a reader's line that has its text from a tight offset on."""
    text = re.sub("[ \x1f]", "", segment)
    free = blanks(re.sub(" ", "", segment))
    want = blanks(segment) - free
    got = {blank - at for blank in blanks(line) if 0 < blank - at < len(text)}
    for i in sorted((want ^ got) - free):
        if i in want or not CJK.search(text[i - 1 : i + 1]):
            yield f"blank {'lost' if i in want else 'added'} at {text[max(0, i - 8) : i]}|{text[i : i + 8]}"


def found_in(reader, segment, back, hyphened):
    """Returns the faults of a segment for each time that it is in a reader's lines, fewest first."""
    letters = re.sub("[ \x1f]", "", segment)
    hyphen = letters[-1] in "-‐" and len(letters) > 1
    found = []
    for line, whole in back:
        edges = blanks(line) | {0, len(whole)}
        # Readers may join the parts of a word that its own hyphen parts at a line's end, with the hyphen or without.
        for at in re.finditer(re.escape(letters[:-1]) + ".?" if hyphen else re.escape(letters), whole):
            begins = at.start() in edges or whole[: at.start()].endswith(hyphened)
            if reader == "poppler" and re.fullmatch(r"\S( \S)+", segment):
                # Letters set apart, or words of one letter? Where all white is equal, it joins them, in any PDF.
                faults = []
            else:
                faults = list(faults_of(segment, line, at.start()))
            if not begins or not (at.end() in edges or hyphen):
                faults.append(f"glued to what is beside it: {line[:60]}")
            found.append(faults)
    return sorted(found, key=len)


def check_lines(source, pages, texts, **_):
    """Every segment comes back in one line from every reader, with its own blanks and apart from its neighbours."""
    printed = collections.Counter(filter(None, (s for page in pages for line in lines(page) for s in segments(line))))
    ends = [tight(segment)[:-1] for segment in printed if segment[-1] in "-‐" and len(segment) > 1]
    hyphened = tuple(end + mark for end in ends for mark in ("", "-", "‐", "\ufffe"))
    for reader, text in texts.items():
        back = [(line, tight(line)) for line in split(text)]
        for segment, times in printed.items():
            found = found_in(reader, segment, back, hyphened)
            if len(found) < times:
                yield reader, f"torn, or not there: {segment.replace(WIDE_MARK, '')}"
            for faults in filter(None, found[:times]):
                yield reader, faults[0] + (f" (and {len(faults) - 1} more)" if faults[1:] else "")


def check_boxes(source, pages, **_):
    """No boxes of neighbours overlap, no word has a hole in it."""
    for number, page in enumerate(pages, 1):
        for line in lines(page):
            text = "".join(glyph.text for glyph in line[:1])
            for before, glyph in zip(line, line[1:]):
                over = (before.right - glyph.left) / max(before.size, glyph.size)
                if over > OVERLAP:
                    where = f"page {number}, y {glyph.base:.0f}"
                    yield "boxes", f"{where}: {before.text}{glyph.text} overlap by {over:.2f} em"
                text += (WIDE_MARK if white(before, glyph) else "") + glyph.text
            for word in re.findall(r"[^\W\d_]+(?:\x1f[^\W\d_]+)+", text):
                if word.replace(WIDE_MARK, "").casefold() in source.words:
                    yield "boxes", f"page {number}: a hole in {word.replace(WIDE_MARK, '|')}"


def check_header(source, texts, **_):
    """Name and headline stand apart; e-mail and phone too come before the first section in the content's order."""
    for reader, text in texts.items():
        text = clean(text)
        name = loose(source.name).search(text)
        headline = source.headline and loose(source.headline).search(text)
        if name and re.match(r"\w", text[name.end() :]):
            yield reader, f"glued behind the name: {text[name.start() : name.end() + 12]!r}"
        if headline and re.search(r"\w\Z", text[: headline.start()]):
            yield reader, f"glued before the headline: {text[max(0, headline.start() - 8) : headline.start() + 8]!r}"
        if reader in IN_ORDER:
            begin = next((at for at, line in starts(text) if line.startswith(tuple(source.titles))), 0)
            if not begin:
                yield reader, "no title of a section begins a line"
            for what in ("name", "headline", "e_mail", "phone"):
                value = getattr(source, what)
                if value and not loose(value).search(text[:begin]):
                    yield reader, f"{what} is not before the first section: {value}"


def loose(text):
    """Finds a text whatever white, and line ends, stand in it or are missing."""
    return re.compile(r"\s*".join(map(re.escape, tight(text))), re.IGNORECASE)


def starts(text):
    """Yields where each line begins, and its text without blanks and without what is no letter at its head."""
    for found in re.finditer(r"[^\n\r\f]+", text):
        yield found.start() + 1, re.sub(r"\A[\W_]+", "", tight(found[0])).casefold()


def check_words(source, texts, icons=False, **_):
    """Every Latin word of the source is there, as often as in the source, and neither hyphenated nor glued."""
    want = source.words - source.keys if icons else source.words
    for reader in WORD_READERS:
        if reader not in texts:
            continue
        have = collections.Counter(words(clean(texts[reader])))
        # A reader joins the parts of a compound that its own hyphen parts at a line's end.
        for left, right in {(a.casefold(), b.casefold()) for a, b in source.compounds}:
            joined = have[left + right] - want[left + right]
            if joined > 0:
                have[left] += joined
                have[right] += joined
        for word, times in (want - have).items():
            yield reader, f"{word} is missing {times} of {want[word]} times"


def check_parser(source, resume, **_):
    """A parser of hiring systems finds name, e-mail and phone, as far as its rules go.

    It takes for a name only a line of Latin letters, blanks and full stops: a Chinese name cannot be asked for. For a
    phone it takes the first text of a number's shape, so that must not stand behind a date of birth.
    """
    if resume is None:
        return
    asked = {"email": source.e_mail, "phone": source.phone}
    if re.fullmatch(r"[A-Za-z\s.]+", source.name):
        asked["full_name"] = source.name
    for what, value in asked.items():
        got = resume.get(what, "")
        same = digits(got) == digits(value) if what == "phone" else got.strip().casefold() == value.casefold()
        if not same:
            yield "openresume", f"{what} is {got!r}, not {value!r}"


CHECKS = {
    "lines": check_lines,
    "boxes": check_boxes,
    "header": check_header,
    "words": check_words,
    "parser": check_parser,
}
