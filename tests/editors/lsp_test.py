"""What lsp.sh runs: `jianli lsp` as Neovim, Emacs and Visual Studio Code greet it, held to the protocol by pytest-lsp."""
import asyncio
import pathlib
import subprocess

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.protocol import default_converter
from pytest_lsp import ClientServerConfig, LanguageClient, client_capabilities
from pytest_lsp.client import DEFAULT_CLIENT_FEATURES, register_lsp_features

# What a server may not say to a client of these capabilities.
pytestmark = pytest.mark.filterwarnings('error::pytest_lsp.LspSpecificationWarning')

# What columns are counted in with each: UTF-8 where the client offers it.
CLIENTS = {'neovim@v0.7.0': 'utf-16', 'neovim@v0.11.0': 'utf-8', 'emacs@v29.1': 'utf-8', 'visual-studio-code@v1.65.2': 'utf-16'}
EXAMPLE = pathlib.Path(__file__).parents[2] / 'examples' / 'engineer.md'
URI = 'file:///nowhere/cv.md'
RESUME = """---
layout: classic
---

# 陈小满

- 电话：138-0000-0000
- 邮箱：chen@example.com

## 工作经历

### 云杉科技 | 出纳 | 2020.01 – 2023.06

- 𠮷👩‍💻用 Github 写过脚本
- 报销,对账
"""


def connected():
    """Returns a client that keeps the newest findings of each document, and the version that they are about."""
    client = LanguageClient(converter_factory=default_converter)
    client.findings = {}

    def publish(client: LanguageClient, params: types.PublishDiagnosticsParams):
        client.findings[params.uri] = params

    register_lsp_features(client, {**DEFAULT_CLIENT_FEATURES, types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS: publish})
    return client


@pytest_lsp.fixture(config=ClientServerConfig(['jianli', 'lsp'], client_factory=connected), params=CLIENTS)
async def client(request, lsp_client: LanguageClient):
    """Greets a server, and says goodbye to it."""
    lsp_client.encoding = CLIENTS[request.param]
    lsp_client.hello = await lsp_client.initialize_session(
        types.InitializeParams(capabilities=client_capabilities(request.param), root_uri=None)
    )
    yield
    await lsp_client.shutdown_session()
    assert lsp_client._server.returncode == 0


def columns(client, text):
    """Returns how many units a text has, in what was agreed upon."""
    return len(text.encode('utf-16-le')) // 2 if client.encoding == 'utf-16' else len(text.encode())


def place(client, text, word):
    """Returns where a word stands that is once in a text."""
    before, _ = text.split(word)
    line = before.split('\n')[-1]
    row, start = before.count('\n'), columns(client, line)
    return types.Range(types.Position(row, start), types.Position(row, start + columns(client, word)))


def edited(client, text, edits):
    """Returns a text after edits, as an editor makes them."""

    def offset(position):
        lines = text.split('\n')
        line = lines[position.line]
        fits = (at for at in range(len(line) + 1) if columns(client, line[:at]) == position.character)
        return sum(len(line) + 1 for line in lines[: position.line]) + next(fits)

    for edit in sorted(edits, key=lambda edit: offset(edit.range.start), reverse=True):
        text = text[: offset(edit.range.start)] + edit.new_text + text[offset(edit.range.end) :]
    return text


def about(uri=URI):
    """Returns the name of a document."""
    return types.TextDocumentIdentifier(uri)


def show(client, text, uri=URI):
    """Opens a document."""
    document = types.TextDocumentItem(uri=uri, language_id='markdown', version=1, text=text)
    client.text_document_did_open(types.DidOpenTextDocumentParams(document))


def change(client, version, *changes):
    """Changes the document: a text, or a place and what stands there now."""
    made = [
        types.TextDocumentContentChangeWholeDocument(one)
        if isinstance(one, str)
        else types.TextDocumentContentChangePartial(range=one[0], text=one[1])
        for one in changes
    ]
    document = types.VersionedTextDocumentIdentifier(version=version, uri=URI)
    client.text_document_did_change(types.DidChangeTextDocumentParams(document, made))


async def told(client, version, codes):
    """Waits for the findings of a version of the document; checks their codes, and returns the findings in that order."""
    for _ in range(1000):
        if (found := client.findings.get(URI)) and found.version == version:
            found = sorted(found.diagnostics, key=lambda one: one.code)
            assert [one.code for one in found] == codes
            return found
        await asyncio.sleep(0.02)
    pytest.fail(f'nothing is said about version {version}: {client.findings}')


async def offers(client, before):
    """Returns what may stand at the end of a text, and what it would be with each."""
    uri = 'file:///nowhere/completion.md'
    show(client, before, uri)
    position = types.Position(before.count('\n'), columns(client, before.split('\n')[-1]))
    offered = await client.text_document_completion_async(types.CompletionParams(about(uri), position))
    client.text_document_did_close(types.DidCloseTextDocumentParams(about(uri)))
    return {item.label: edited(client, before, [item.text_edit]) for item in offered}


async def test_it_says_what_it_can(client):
    assert client.hello.server_info.name == 'jianli'
    can = client.hello.capabilities
    assert can.position_encoding == client.encoding
    assert can.hover_provider and can.completion_provider and can.code_action_provider and can.document_symbol_provider
    assert can.text_document_sync.change == types.TextDocumentSyncKind.Incremental


async def test_an_error_in_an_example_is_found_and_goes_with_a_change_and_all_with_the_document(client):
    example = EXAMPLE.read_text(encoding='utf-8')
    wrong = f'---\nlayout: clasic\n---\n{example}'
    show(client, wrong)
    error, = await told(client, 1, ['J405'])
    assert error.severity == types.DiagnosticSeverity.Error and error.source == 'jianli'
    assert error.range == place(client, wrong, 'clasic')
    change(client, 2, (error.range, 'classic'))
    await told(client, 2, ['J207', 'J306'])
    client.text_document_did_close(types.DidCloseTextDocumentParams(about()))
    await told(client, None, [])


async def test_hover_says_what_was_understood(client):
    show(client, RESUME)
    for word, said in {'云杉科技': 'organization 云杉科技', '138-0000-0000': 'phone', 'layout': 'layout'}.items():
        params = types.HoverParams(about(), place(client, RESUME, word).start)
        hover = await client.text_document_hover_async(params)
        assert said in hover.contents.value, hover
    params = types.HoverParams(about(), types.Position(4, 0))
    assert await client.text_document_hover_async(params) is not None


async def test_front_matter_and_layouts_are_completed(client):
    keys = await offers(client, '---\nla')
    assert {'layout', 'lang', 'allow', 'set'} <= set(keys), keys
    assert keys['layout'] == '---\nlayout: '
    listed = subprocess.run(['jianli', 'layouts'], capture_output=True, text=True, check=True).stdout.split('\n')
    names = {line.split('  ')[0] for line in listed if line[:1].isalpha() and '  ' in line}
    layouts = await offers(client, '---\nlayout: cl')
    assert 'classic' in names and names <= set(layouts), names
    assert layouts['classic'] == '---\nlayout: classic'
    assert 'type.size' in await offers(client, '---\nset:\n  type.s')


async def test_a_cure_is_offered_and_works(client):
    show(client, RESUME)
    found = {one.code: one for one in await told(client, 1, ['J301', 'J302', 'J502'])}
    context = types.CodeActionContext([found['J301']])
    params = types.CodeActionParams(about(), found['J301'].range, context)
    cure = next(one for one in await client.text_document_code_action_async(params) if 'GitHub' in one.title)
    assert cure.kind == types.CodeActionKind.QuickFix
    text = edited(client, RESUME, cure.edit.changes[URI])
    assert text == RESUME.replace('Github', 'GitHub')
    change(client, 2, text)
    await told(client, 2, ['J302', 'J502'])
    only = types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll])
    params = types.CodeActionParams(about(), place(client, text, '对账'), only)
    everything, = await client.text_document_code_action_async(params)
    assert edited(client, text, everything.edit.changes[URI]) == text.replace('报销,', '报销，')


async def test_the_outline_has_the_name_the_sections_and_their_entries(client):
    show(client, RESUME)
    name, section = await client.text_document_document_symbol_async(types.DocumentSymbolParams(about()))
    assert name.name == '陈小满'
    assert section.name == '工作经历' and section.selection_range == place(client, RESUME, '## 工作经历')
    assert [entry.name for entry in section.children] == ['云杉科技 · 出纳']


async def test_columns_are_counted_as_agreed_behind_what_is_long(client):
    show(client, RESUME)
    found = {one.code: one for one in await told(client, 1, ['J301', 'J302', 'J502'])}
    # 𠮷 is two units of UTF-16 and four of UTF-8, the emoji five and eleven, 用 one and three.
    start = {'utf-16': 2 + 2 + 5 + 1 + 1, 'utf-8': 2 + 4 + 11 + 3 + 1}[client.encoding]
    line = RESUME[: RESUME.index('Github')].count('\n')
    assert found['J301'].range == types.Range(types.Position(line, start), types.Position(line, start + len('Github')))
    assert found['J302'].range.start == place(client, RESUME, ',').start
    # What is taken away from among them and put before them is where an editor means it to be.
    change(client, 2, (place(client, RESUME, '👩‍💻'), ''), (types.Range(*2 * [types.Position(line, 2)]), '😀'))
    text = RESUME.replace('𠮷👩‍💻', '😀𠮷')
    later = {one.code: one for one in await told(client, 2, ['J301', 'J302', 'J502'])}
    assert later['J301'].range == place(client, text, 'Github')
