"""The pixels of docs/pictures.sh: crops PNG files, puts them side by side, animates them. Standard library only.

    pictures.py width IN.png                      prints its width
    pictures.py crop IN.png OUT.png W H           the top left of a page, with an edge
    pictures.py beside LEFT RIGHT OUT.png W       two pages on a ground; at most W pixels of the right one
    pictures.py animate OUT.png W LEFT RIGHT ...  the same, a frame for each pair
    pictures.py quote FILE.md                     prints the file as Markdown that shows it as it is
    pictures.py pauses FILE.md N                  prints after which of its first N lines a writer pauses
"""

import collections
import struct
import sys
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GROUND = bytes((0xE9, 0xEC, 0xEF))
EDGE = bytes((0xC8, 0xCD, 0xD2))
COLORS = 128  # the most of a picture
FREQUENT = 24  # those of them that are kept as they are
PAD = 24  # the ground round and between two pages
STEP = 700  # milliseconds that a frame is shown
HOLD = 4000  # and the last one


class Picture:
    """Rows of red, green and blue."""

    def __init__(self, width, rows):
        self.width = width
        self.rows = rows

    @staticmethod
    def plain(width, height, color):
        return Picture(width, [bytearray(color * width) for _ in range(height)])

    @property
    def height(self):
        return len(self.rows)

    def put(self, other, x, y, width, height):
        """Puts the top left of another picture at a place, white where it is too small, with an edge round it."""
        for row in range(height):
            line = bytes(other.rows[row][: width * 3]) if row < other.height else b""
            self.rows[y + row][x * 3 : (x + width) * 3] = line.ljust(width * 3, b"\xff")
        for row in (y, y + height - 1):
            self.rows[row][x * 3 : (x + width) * 3] = EDGE * width
        for row in range(y, y + height):
            self.rows[row][x * 3 : x * 3 + 3] = EDGE
            self.rows[row][(x + width - 1) * 3 : (x + width) * 3] = EDGE


def chunks(data):
    if not data.startswith(SIGNATURE):
        raise ValueError("not a PNG file")
    at = len(SIGNATURE)
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += length + 12


def read(path):
    """Reads a PNG file of eight bits a channel, as jianli writes them."""
    with open(path, "rb") as file:
        parts = list(chunks(file.read()))
    width, height, depth, kind, _, _, interlaced = struct.unpack(">IIBBBBB", parts[0][1])
    if depth != 8 or kind not in (0, 2) or interlaced:
        raise ValueError(f"{path}: grey or RGB of eight bits wanted")
    size = 3 if kind == 2 else 1
    data = zlib.decompress(b"".join(body for name, body in parts if name == b"IDAT"))
    stride = width * size
    rows, above = [], bytearray(stride)
    for row in range(height):
        start = row * (stride + 1)
        line = bytearray(data[start + 1 : start + 1 + stride])
        unfilter(data[start], line, above, size)
        rows.append(line if size == 3 else bytearray(byte for byte in line for _ in range(3)))
        above = line
    return Picture(width, rows)


def unfilter(kind, line, above, size):
    for i in range(len(line)) if kind else ():
        left = line[i - size] if i >= size else 0
        corner = above[i - size] if i >= size else 0
        line[i] = (line[i] + (0, left, above[i], (left + above[i]) // 2, paeth(left, above[i], corner))[kind]) & 0xFF


def paeth(left, above, corner):
    guess = left + above - corner
    return min((left, above, corner), key=lambda value: abs(guess - value))


class Palette:
    """The colours of some pictures: the frequent ones exactly, the others by the nearest that fewer bits can say."""

    def __init__(self, pictures):
        seen = collections.Counter()
        for picture in pictures:
            for row, times in collections.Counter(bytes(row) for row in picture.rows).items():
                for color, count in collections.Counter(zip(row[0::3], row[1::3], row[2::3])).items():
                    seen[color] += times * count
        self.exact = {color for color, _ in seen.most_common(FREQUENT)}
        for self.step in (1, 4, 8, 12, 17, 24, 32, 51, 85):
            self.colors = sorted({self.near(color) for color in seen})
            if len(self.colors) <= COLORS:
                break
        places = {color: place for place, color in enumerate(self.colors)}
        self.places = {color: places[self.near(color)] for color in seen}

    def near(self, color):
        if color in self.exact:
            return color
        return tuple(max(0, 255 - (255 - value + self.step // 2) // self.step * self.step) for value in color)

    def chunk(self):
        return b"".join(bytes(color) for color in self.colors)

    def row(self, row):
        return bytes(self.places[color] for color in zip(row[0::3], row[1::3], row[2::3]))


def packed(picture, palette):
    known, lines = {}, []
    for row in picture.rows:
        row = bytes(row)
        if row not in known:
            known[row] = palette.row(row)
        lines.append(b"\0" + known[row])
    return zlib.compress(b"".join(lines), 9)


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def head(picture, palette):
    size = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 3, 0, 0, 0)
    return SIGNATURE + chunk(b"IHDR", size), chunk(b"PLTE", palette.chunk())


def write(path, picture):
    palette = Palette([picture])
    with open(path, "wb") as file:
        file.write(b"".join(head(picture, palette)))
        file.write(chunk(b"IDAT", packed(picture, palette)) + chunk(b"IEND", b""))


def changed(before, after):
    """Returns what of a picture differs from the one before: x, y and the piece; one pixel if nothing does."""
    rows = [y for y in range(after.height) if before.rows[y] != after.rows[y]]
    if not rows:
        return 0, 0, Picture(1, [after.rows[0][:3]])
    top, bottom = rows[0], rows[-1] + 1
    columns = [x for y in rows for x in ends(before.rows[y], after.rows[y])]
    left, right = min(columns), max(columns) + 1
    return left, top, Picture(right - left, [row[left * 3 : right * 3] for row in after.rows[top:bottom]])


def ends(before, after):
    """Returns the first and the last pixel in which two rows differ."""
    first = next(i for i, (a, b) in enumerate(zip(before, after)) if a != b)
    last = next(i for i, (a, b) in enumerate(zip(reversed(before), reversed(after))) if a != b)
    return first // 3, (len(after) - 1 - last) // 3


def animate(path, frames):
    """Writes an animated PNG. Who does not know those sees the last frame, which is no part of the animation."""
    palette = Palette(frames)
    begin, colors = head(frames[0], palette)
    body = [begin, chunk(b"acTL", struct.pack(">II", len(frames), 0)), colors]
    body.append(chunk(b"IDAT", packed(frames[-1], palette)))
    number = 0
    for place, frame in enumerate(frames):
        x, y, piece = changed(frames[place - 1], frame) if place else (0, 0, frame)
        delay = HOLD if place == len(frames) - 1 else STEP
        control = struct.pack(">IIIIIHHBB", number, piece.width, piece.height, x, y, delay, 1000, 0, 0)
        body.append(chunk(b"fcTL", control))
        body.append(chunk(b"fdAT", struct.pack(">I", number + 1) + packed(piece, palette)))
        number += 2
    with open(path, "wb") as file:
        file.write(b"".join(body) + chunk(b"IEND", b""))


def beside(left, right, most):
    width = min(right.width, most)
    picture = Picture.plain(left.width + width + 3 * PAD, left.height + 2 * PAD, GROUND)
    picture.put(left, PAD, PAD, left.width, left.height)
    picture.put(right, left.width + 2 * PAD, PAD, width, left.height)
    return picture


def crop(page, width, height):
    picture = Picture.plain(width, height, b"\xff\xff\xff")
    picture.put(page, 0, 0, width, height)
    return picture


def quote(text):
    return f"`````\n{text.rstrip()}\n`````\n"


def pauses(lines):
    """Yields the numbers of lines that end a block other than a title, or an item of a section's list."""
    section = False
    for number, (line, following) in enumerate(zip(lines, lines[1:] + [""]), 1):
        section = section or line.startswith("## ")
        ends = not following.strip() or (section and following.startswith("- "))
        if line.strip() and ends and not line.startswith("##"):
            yield number


def main(command, *args):
    if command == "width":
        print(read(args[0]).width)
    elif command == "crop":
        write(args[1], crop(read(args[0]), int(args[2]), int(args[3])))
    elif command == "beside":
        write(args[2], beside(read(args[0]), read(args[1]), int(args[3])))
    elif command == "animate":
        pages = [read(path) for path in args[2:]]
        animate(args[0], [beside(left, right, int(args[1])) for left, right in zip(pages[0::2], pages[1::2])])
    elif command == "quote":
        with open(args[0], encoding="utf-8") as file:
            print(quote(file.read()), end="")
    elif command == "pauses":
        with open(args[0], encoding="utf-8") as file:
            print(*pauses(file.read().splitlines()[: int(args[1])]), sep="\n")
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:] or [""])
