#!/usr/bin/env python3
"""Makes src/pdf/press/fogra39-small.icc, the profile of jianli's files for print shops.

    scripts/press-profile.py FOGRA39L.ti3 src/pdf/press/fogra39-small.icc

FOGRA39L.ti3 has Fogra's measurements of offset on coated paper, 1,617 patches, as Debian's package icc-profiles-free holds
them (zlib licence). The way from ink to colour is a grid of six steps an ink, all but the darkest of them measured; the way
back is found by trying inks against that grid. Small on purpose: it tells a press what the inks of a file are meant to be.
Needs numpy. The same measurements give the same bytes.
"""
import itertools
import struct
import sys

import numpy as np

STEPS = [0, 10, 20, 40, 70, 100]
BLACKS = [0, 20, 40, 60, 80, 100]
D50 = np.array([96.42, 100.0, 82.49])
GRID = 11  # of the way back


def read(path):
    patches, inside = {}, False
    for line in open(path, encoding="ascii"):
        if line.startswith(("BEGIN_DATA\n", "BEGIN_DATA\r")) or line.strip() == "END_DATA":
            inside = line.startswith("BEGIN")
        elif inside:
            row = [float(field) for field in line.split()]
            patches[tuple(row[1:5])] = row[5:8]
    return patches


def lab(xyz):
    ratio = np.asarray(xyz) / D50
    f = np.where(ratio > 216 / 24389, np.cbrt(ratio), (24389 / 27 * ratio + 16) / 116)
    return np.stack([116 * f[..., 1] - 16, 500 * (f[..., 0] - f[..., 1]), 200 * (f[..., 1] - f[..., 2])], -1)


def forward(patches):
    """Lab, relative to the paper, of each step of each ink."""
    paper = np.array(patches[0, 0, 0, 0])
    table = np.zeros((6, 6, 6, 6, 3))
    for at, black in enumerate(BLACKS):
        levels = next(
            known
            for known in (STEPS, [0, 20, 40, 70, 100], [0, 40, 70, 100], [0, 40, 100])
            if all((*cmy, black) in patches for cmy in itertools.product(known, repeat=3))
        )
        n = len(levels)
        cube = np.array([patches[(*cmy, black)] for cmy in itertools.product(levels, repeat=3)])
        cube = lab(cube * D50 / paper).reshape(n, n, n, 3)
        for axis in range(3):
            along = np.moveaxis(cube, axis, 0)
            flat = along.reshape(len(along), -1)
            wide = np.array([np.interp(STEPS, levels, flat[:, i]) for i in range(flat.shape[1])]).T
            cube = np.moveaxis(wide.reshape(6, *along.shape[1:]), 0, axis)
        table[:, :, :, at] = cube
    return table, paper


def at(table, inks):
    """Lab of inks in percent, by interpolation in all four."""
    low, part = [], []
    for axis in range(4):
        steps = BLACKS if axis == 3 else STEPS
        place = np.interp(inks[:, axis], steps, range(6))
        cell = np.minimum(place.astype(int), 4)
        low.append(cell)
        part.append(place - cell)
    out = np.zeros((len(inks), 3))
    for corner in itertools.product((0, 1), repeat=4):
        weight = np.ones(len(inks))
        for axis, up in enumerate(corner):
            weight = weight * (part[axis] if up else 1 - part[axis])
        out += weight[:, None] * table[tuple(low[a] + corner[a] for a in range(4))]
    return out


def backward(table):
    """Inks in percent of each colour of the grid: the nearest, with as much black as is usual, 320 % at most."""
    cmy = list(range(0, 101, 5))
    tried = np.array(list(itertools.product(cmy, cmy, cmy, range(0, 101, 10))), float)
    tried = tried[tried.sum(1) <= 320]
    seen = at(table, tried)
    grey = tried[:, :3].min(1)
    unusual = np.abs(tried[:, 3] - np.clip((grey - 30) * 1.3, 0, 95)) * 0.05
    axis = np.linspace(0, 255, GRID)
    colours = np.array([(l / 2.55, a - 128, b - 128) for l, a, b in itertools.product(axis, axis, axis)])
    inks, off = np.zeros((len(colours), 4)), np.zeros(len(colours))
    for i, colour in enumerate(colours):
        far = ((seen - colour) ** 2).sum(1)
        best = np.argmin(far + unusual**2)
        start, reach = tried[best], np.array([5.0, 5, 5, 10])
        for _ in range(4):  # closer, round the best so far
            round_it = np.array(list(itertools.product((-0.5, 0, 0.5), repeat=4))) * reach
            near = np.clip(start + round_it, 0, 100)
            near = near[near.sum(1) <= 321]
            cost = ((at(table, near) - colour) ** 2).sum(1) + (np.abs(near - tried[best]) ** 2).sum(1) * 0.01
            start, reach = near[np.argmin(cost)], reach / 2
        inks[i], off[i] = start, np.sqrt(far[best])
    return inks, off


def lut16(kind, curve, clut, inputs, outputs, grid):
    entries = len(curve[0])
    head = struct.pack(">4sI4B9i2H", b"mft2", 0, inputs, outputs, grid, 0, *IDENTITY, entries, 2)
    ramp = struct.pack(">2H", 0, 65535) * outputs
    return head + b"".join(struct.pack(f">{entries}H", *c) for c in curve) + clut + ramp


def lut8(clut, inputs, outputs, grid):
    ramp = bytes(range(256))
    head = struct.pack(">4sI4B9i", b"mft1", 0, inputs, outputs, grid, 0, *IDENTITY)
    return head + ramp * inputs + clut + ramp * outputs


IDENTITY = [65536, 0, 0, 0, 65536, 0, 0, 0, 65536]


def description(text):
    text = text.encode("ascii") + b"\0"
    return struct.pack(">4sII", b"desc", 0, len(text)) + text + bytes(4 + 4 + 2 + 1 + 67)


def profile(table, paper, inks, off):
    lab16 = np.stack([table[..., 0] * 652.8, (table[..., 1] + 128) * 256, (table[..., 2] + 128) * 256], -1)
    lab16 = np.clip(np.rint(lab16), 0, 65535).astype(">u2").tobytes()
    tens = np.arange(0, 101, 10)
    curves = [np.rint(np.interp(tens, s, np.linspace(0, 65535, 6))).astype(int) for s in (STEPS, STEPS, STEPS, BLACKS)]
    a2b = lut16(b"mft2", curves, lab16, 4, 3, 6)
    b2a = lut8(np.rint(inks * 2.55).astype("u1").tobytes(), 3, 4, GRID)
    gamut = lut8(np.where(off > 6, 255, 0).astype("u1").tobytes(), 3, 1, GRID)
    white = struct.pack(">4sI3i", b"XYZ ", 0, *(round(v / 100 * 65536) for v in paper))
    values = [
        ([b"desc"], description("FOGRA39 small (jianli)")),
        ([b"cprt"], b"text\0\0\0\0Altered from FOGRA39L.ti3 by Kai-Uwe Behrmann, zlib licence\0"),
        ([b"wtpt"], white),
        ([b"A2B0", b"A2B1", b"A2B2"], a2b),
        ([b"B2A0", b"B2A1", b"B2A2"], b2a),
        ([b"gamt"], gamut),
    ]
    entries, data = [], b""
    start = 132 + 12 * sum(len(tags) for tags, _ in values)
    for tags, value in values:
        entries += [struct.pack(">4sII", tag, start + len(data), len(value)) for tag in tags]
        data += value + bytes(-len(value) % 4)
    head = bytearray(128)
    struct.pack_into(">I4xI", head, 0, start + len(data), 0x02400000)
    head[12:24] = b"prtrCMYKLab "
    struct.pack_into(">6H", head, 24, 2000, 1, 1, 0, 0, 0)
    head[36:40] = b"acsp"
    struct.pack_into(">3i", head, 68, 63190, 65536, 54061)
    return bytes(head) + struct.pack(">I", len(entries)) + b"".join(entries) + data


def main():
    table, paper = forward(read(sys.argv[1]))
    inks, off = backward(table)
    made = profile(table, paper, inks, off)
    open(sys.argv[2], "wb").write(made)
    print(f"{len(made)} bytes; {np.mean(off < 6):.0%} of the colour grid can be printed")


main()
