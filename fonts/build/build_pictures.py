#!/usr/bin/env python3
"""Build fonts/pictures: what résumés have beside text, each face one upright weight for every style.

ResumeNotoEmoji-Regular.ttf    Noto Emoji: every emoji of one code point, keycaps, flags, and the joined
    sequences that have a drawing of their own. An em of it is smaller and stands higher, so that an emoji
    fills about the box of the Han beside it. It has no rules for skin tones and variation selectors:
    whoever sets text leaves them out before shaping, since the drawings have no colour.
ResumeNotoSymbols-Regular.ttf  Noto Sans Symbols 2, and of Noto Sans Symbols what that lacks: arrows,
    bullets, dingbats, pictures that are no emoji; nothing that both bundled Noto SC have.

usage: build_pictures.py EMOJI.ttf SYMBOLS2.ttf SYMBOLS.ttf FONTS_DIR OUT_DIR
needs uharfbuzz==0.57.0 fonttools==4.68.0 (deterministic: two runs gave identical bytes)"""
import io, os, sys
import uharfbuzz as hb
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger, Options
from fontTools.ttLib import TTFont
from fontTools.ttLib.scaleUpem import scale_upem
from fontTools.ttLib.tables._g_l_y_f import dropImpliedOnCurvePoints

# The font units of Noto Emoji (2 048 an em) that are an em here, and by how many its drawings are raised.
EM, RAISE = 2340, 150
# Blocks of signs: arrows, technical, enclosed, shapes, miscellaneous, dingbats, more arrows, pictures.
BLOCKS = [(0x2190, 0x21FF), (0x2300, 0x23FF), (0x2460, 0x24FF), (0x25A0, 0x27BF), (0x2900, 0x297F),
          (0x2B00, 0x2BFF), (0x1F100, 0x1F1FF), (0x1F300, 0x1F6FF), (0x1F780, 0x1F8FF)]
TONES = range(0x1F3FB, 0x1F400)
DROP = ('GSUB', 'GPOS', 'GDEF', 'gasp', 'vhea', 'vmtx', 'STAT', 'prep', 'cvt ', 'fpgm')

def cmap(path):
    return TTFont(path, lazy=True).getBestCmap()

def subset(path, unicodes, drop=DROP, names=False):
    i = hb.SubsetInput()
    i.unicode_set.update(unicodes)
    i.drop_table_tag_set.update(int.from_bytes(t.encode(), 'big') for t in drop)
    for s in ('name_id_set', 'name_lang_id_set'):
        x = getattr(i, s); x.clear(); x.invert()
    i.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    if names:
        i.flags |= hb.SubsetFlags.GLYPH_NAMES
    data = bytes(hb.subset(hb.Face(hb.Blob.from_file_path(path)), i).blob.data)
    return TTFont(io.BytesIO(data), recalcTimestamp=False)

def finish(f, family, version, path):
    style, ps = 'Regular', family.replace(' ', '') + '-Regular'
    n = f['name']
    for i in (1, 2, 3, 4, 5, 6, 16, 17, 18, 21, 22, 25):
        n.removeNames(nameID=i)
    for i, v in ((1, family), (2, style), (3, version + ';' + ps), (4, f'{family} {style}'), (5, version), (6, ps)):
        n.setName(v, i, 3, 1, 0x409)
    f['post'].formatType = 3.0
    f.save(path, reorderTables=False)
    print(path, len(f.getBestCmap()), 'characters', os.path.getsize(path), 'bytes')

def ligatures(f):
    """Returns sequences with their glyphs, those with skin tones left out."""
    tones = {f.getBestCmap().get(c) for c in TONES}
    for st in f['GSUB'].table.LookupList.Lookup[0].SubTable:
        st = getattr(st, 'ExtSubTable', st)
        for first, rest in st.ligatures.items():
            for one in rest:
                sequence = [first, *one.Component]
                if not tones & set(sequence):
                    yield sequence, one.LigGlyph

def emoji(path, out):
    # The private characters are aliases of keycaps and flags.
    want = {c for c in cmap(path) if c >= 0x20 and c < 0xF0000 and c not in (0xFE0E, 0xFE0F)}
    f = subset(path, want, [t for t in DROP if t != 'GSUB'], names=True)
    rules = list(ligatures(f))
    used = set(f.getBestCmap().values()) | {glyph for _, glyph in rules} | {'.notdef'}
    used |= {x for s, _ in rules for x in s}
    used |= {c for g in used for c in f['glyf'][g].getComponentNames(f['glyf'])}
    version = f['name'].getDebugName(5)
    for tag in ('GSUB', 'GDEF'):
        if tag in f:
            del f[tag]
    order = [g for g in f.getGlyphOrder() if g in used]
    keep(f, order)
    f['cmap'].tables = [t for t in f['cmap'].tables if t.format != 14]
    f['head'].unitsPerEm = EM
    for g in order:
        glyph = f['glyf'][g]
        if glyph.numberOfContours > 0:
            glyph.coordinates.translate((0, RAISE))
    scale_upem(f, 1000)
    for g in order:
        glyph = f['glyf'][g]
        if glyph.numberOfContours > 0:
            dropImpliedOnCurvePoints(glyph)
            glyph.recalcBounds(f['glyf'])
    lines = [f"sub {' '.join(s)} by {g};" for s, g in sorted(rules, key=lambda r: (-len(r[0]), r))]
    addOpenTypeFeaturesFromString(f, 'feature ccmp {\n' + '\n'.join(lines) + '\n} ccmp;')
    finish(f, 'Resume Noto Emoji', version, out)

def keep(f, order):
    """Keeps only these glyphs, in this order."""
    glyf, hmtx = f['glyf'], f['hmtx']
    glyphs = {g: glyf[g] for g in order}
    for glyph in glyphs.values():
        glyph.expand(glyf)
    metrics = {g: hmtx[g] for g in order}
    f['cmap'].tables  # read while the old order stands
    for t in f['cmap'].tables:
        t.cmap
    f.setGlyphOrder(order)
    glyf.glyphOrder, glyf.glyphs = order, glyphs
    glyf._reverseGlyphOrder = {}
    hmtx.metrics = metrics

def symbols(second, first, have, emoji, out):
    def want(path, lacking):
        return {c for c in cmap(path) for a, b in BLOCKS if a <= c <= b and c not in lacking}
    # Of what is an emoji too, only the older signs have a textual form that anybody uses.
    pictures = {c for c in cmap(emoji) if c >= 0x1F000}
    of_second = want(second, have | pictures)
    of_first = want(first, have | pictures | of_second)
    parts = []
    for path, unicodes in ((second, of_second), (first, of_first)):
        parts.append(io.BytesIO())
        subset(path, unicodes).save(parts[-1], reorderTables=False)
        parts[-1].seek(0)
    version = ', '.join(TTFont(p, lazy=True)['name'].getDebugName(5) for p in (second, first))
    stamp = TTFont(second, lazy=True)['head'].modified
    f = Merger(Options(drop_tables=list(DROP))).merge(parts)
    f.recalcTimestamp, f['head'].created, f['head'].modified = False, stamp, stamp
    finish(f, 'Resume Noto Symbols', version, out)

if __name__ == '__main__':
    emoji_path, second, first, fonts, out = sys.argv[1:6]
    have = set(cmap(f'{fonts}/sans-sc-regular/NotoSansSC-Regular.ttf')) & set(cmap(f'{fonts}/serif-sc-regular/NotoSerifSC-Regular.ttf'))
    emoji(emoji_path, f'{out}/ResumeNotoEmoji-Regular.ttf')
    symbols(second, first, have, emoji_path, f'{out}/ResumeNotoSymbols-Regular.ttf')
