#!/usr/bin/env python3
"""Build fonts/tc, fonts/ja and fonts/ko: what Traditional Chinese, Japanese and Korean draw otherwise than Noto Sans/Serif SC.

Of a usual repertoire every code point whose glyph in Noto Sans/Serif CJK TC, JP or KR is not that of CJK SC: Han, and the
punctuation of the language. Such a face stands before its SC companion when the language says so; what both draw alike is
taken from there. A table of their own, `jlLK`, lists the code points of SC that the language draws otherwise and that
are not in the face, so that nobody takes a foreign form for a native one.

usage: build_delta.py NOTO_DIR FONTS_DIR
needs uharfbuzz==0.57.0 fonttools==4.68.0 (deterministic: two runs gave identical bytes)"""
import io, os, sys
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

# No rules are needed: characters stand on the em grid, and their forms are chosen by face.
DROP = ('GSUB', 'GPOS', 'GDEF', 'BASE', 'VORG', 'vhea', 'vmtx')
# Of the second level of Big5 what names have.
NAMES = ('玥珮瑄妤姵瑀筠芃昀泓霈甯婕嫺嫻婷媗晞暐曄翃翊珈玟玨珩珺琁瑋琬瑨瑾璟璇璿祐禕竑紘綸羿芮芷茵荃莛萱蓁薰詠誼諠邵酈鈞'
         '鈺銓鋐錡鎧鑫頡颺馥驊鳶翎毓沁沅泠洧浠淇淯湘漪澔濬瀅烜煒燁煜熠犇垚焱淼堃喆龢頠彣彧苡宸詒')


def repertoire(codec, fits=lambda b: True):
    found = set()
    for cp in range(0x80, 0x30000):
        if 0xD800 <= cp < 0xE000 or 0xAC00 <= cp < 0xD7A4:
            continue
        try:
            b = chr(cp).encode(codec)
        except UnicodeEncodeError:
            continue
        if fits(b):
            found.add(cp)
    return found


# Folder, name, index in the collections, bit of the code page in OS/2, repertoire.
LOCALES = [
    ('tc', 'TC', 3, 20, repertoire('big5', lambda b: len(b) == 2 and b[0] <= 0xC6) | {ord(c) for c in NAMES}),
    ('ja', 'JP', 0, 17, repertoire('cp932', lambda b: len(b) == 2)),
    ('ko', 'KR', 1, 19, repertoire('euc_kr')),
]


def subset(path, index, unicodes):
    i = hb.SubsetInput()
    i.unicode_set.update(unicodes)
    i.layout_feature_tag_set.clear()
    i.drop_table_tag_set.update(int.from_bytes(t.encode(), 'big') for t in DROP)
    for s in ('name_id_set', 'name_lang_id_set'):
        x = getattr(i, s); x.clear(); x.invert()
    i.flags = hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_HINTING
    face = hb.Face(hb.Blob.from_file_path(path), index)
    return bytes(hb.subset(face, i).blob.data)


def ranges(points):
    """Returns ranges as numbers of LEB128: how far behind the last one each begins, and how much longer than one it is."""
    found = []
    for c in points:
        if found and found[-1][1] == c - 1:
            found[-1][1] = c
        else:
            found.append([c, c])
    out, last = bytearray(), 0
    for a, b in found:
        for number in (a - last, b - a):
            while number >= 128:
                out.append(number & 127 | 128); number >>= 7
            out.append(number)
        last = b
    return bytes(out)


def finish(data, family, style, page, lacking, out):
    f = TTFont(io.BytesIO(data), recalcTimestamp=False, recalcBBoxes=False)
    ps = family.replace(' ', '') + '-' + style
    n = f['name']; ver = n.getDebugName(5)
    for i in (1, 2, 3, 4, 6, 16, 17, 18, 21, 22, 25): n.removeNames(nameID=i)
    for i, v in ((1, family), (2, style), (3, ver + ';' + ps), (4, f'{family} {style}'), (6, ps)):
        n.setName(v, i, 3, 1, 0x409)
    for record in list(n.names):
        if (record.platformID, record.langID) != (3, 0x409):
            n.names.remove(record)
    f['OS/2'].ulCodePageRange1 = 1 << page
    f['jlLK'] = DefaultTable('jlLK')
    f['jlLK'].data = ranges(sorted(lacking))
    f.save(out, reorderTables=False)


noto, fonts = sys.argv[1:3]
for k in ('Sans', 'Serif'):
    for style in ('Regular', 'Bold'):
        path = f'{noto}/Noto{k}CJK-{style}.ttc'
        sc = TTFont(path, fontNumber=2, lazy=True).getBestCmap()
        for folder, name, index, page, wanted in LOCALES:
            face = TTFont(path, fontNumber=index, lazy=True)
            assert face['name'].getDebugName(1) == f'Noto {k} CJK {name}'
            cmap = face.getBestCmap()
            differ = {c for c in cmap if cmap[c] != sc.get(c)}
            mine = differ & wanted
            lacking = {c for c in differ - mine if 0x3400 <= c < 0xA000 or c >= 0x20000}
            out = f'{fonts}/{folder}/ResumeNoto{k}CJK{name}Delta-{style}.otf'
            os.makedirs(os.path.dirname(out), exist_ok=True)
            data = subset(path, index, mine)
            finish(data, f'Resume Noto {k} CJK {name} Delta', style, page, lacking, out)
            print(os.path.basename(out), len(mine), os.path.getsize(out), 'lacks', len(lacking), flush=True)
