#!/usr/bin/env python3
"""portrait.py OUT.png   draws the portrait of nobody that examples/photo.md shows

413 x 579 pixels, 35 x 49 mm at 300 dpi: the size of a Chinese passport photo. A few flat shapes, four samples
a pixel; only the standard library; the same bytes every time."""
import struct
import sys
import zlib

WIDTH, HEIGHT, SAMPLES = 413, 579, 4

PAPER_TOP, PAPER_FOOT = (214, 226, 234), (188, 205, 217)
SUN, HAIR, SKIN, SHADE = (240, 205, 170), (44, 52, 66), (236, 196, 170), (222, 176, 149)
COAT, LAPEL, SHIRT = (52, 78, 104), (38, 60, 83), (246, 244, 239)


def ellipse(x, y, cx, cy, rx, ry):
    return ((x - cx) / rx) ** 2 + ((y - cy) / ry) ** 2 <= 1.0


def inside(x, y, corners):
    """Whether a point is in a polygon (even-odd)."""
    hit, (px, py) = False, corners[-1]
    for cx, cy in corners:
        if (cy > y) != (py > y) and x < (px - cx) * (y - cy) / (py - cy) + cx:
            hit = not hit
        px, py = cx, cy
    return hit


def color(x, y):
    """The colour at a point; the middle of the picture is x = 0."""
    x -= WIDTH / 2
    if ellipse(x, y, 0, 238, 92, 116) and not ellipse(x, y, 20, 150, 96, 62):
        return SHADE if ellipse(x, y, 92, 262, 52, 104) else SKIN
    if ellipse(x, y, 0, 212, 116, 132) and y < 236 or ellipse(x, y, 0, 246, 114.5, 122) and y < 352:
        return HAIR
    if inside(x, y, [(-40, 320), (40, 320), (44, 408), (0, 452), (-44, 408)]):
        return SHADE if y < 384 and ellipse(x, y, 0, 300, 96, 82) else SKIN
    if inside(x, y, [(-44, 396), (0, 452), (44, 396), (70, 424), (14, 579), (-14, 579), (-70, 424)]):
        return SHIRT
    if inside(x, y, [(-58, 404), (-84, 416), (-96, 470), (-18, 579), (-8, 579)]):
        return LAPEL
    if inside(x, y, [(58, 404), (84, 416), (96, 470), (18, 579), (8, 579)]):
        return LAPEL
    if ellipse(x, y, 0, 590, 190, 184):
        return COAT
    if ellipse(x, y, -96, 150, 84, 84):
        return SUN
    t = y / HEIGHT
    return tuple(a + (b - a) * t for a, b in zip(PAPER_TOP, PAPER_FOOT))


def pixel(px, py):
    step = 1 / SAMPLES
    spots = [(px + (i + 0.5) * step, py + (j + 0.5) * step) for j in range(SAMPLES) for i in range(SAMPLES)]
    sums = [sum(channel) for channel in zip(*(color(x, y) for x, y in spots))]
    return bytes(int(s / len(spots) + 0.5) for s in sums)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    rows = b"".join(b"\0" + b"".join(pixel(x, y) for x in range(WIDTH)) for y in range(HEIGHT))
    header = struct.pack(">IIBBBBB", WIDTH, HEIGHT, 8, 2, 0, 0, 0)
    density = struct.pack(">IIB", 11811, 11811, 1)  # pixels a metre: 300 dpi
    with open(sys.argv[1], "wb") as out:
        out.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"pHYs", density))
        out.write(chunk(b"IDAT", zlib.compress(rows, 9)) + chunk(b"IEND", b""))


main()
