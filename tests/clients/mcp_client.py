"""What mcp.sh runs: lists the tools and the resources, and uses each."""
import asyncio
import base64
import pathlib
import sys
import tempfile

from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

RESUME = """# Alex Sample

- Phone: +1 555 0100
- Email: alex@example.com

## Experience

### Example Corp | Engineer | Mar 2021 – Present

- Wrote the import of price lists with Github.
- Led two colleagues.
"""
TOOLS = {
    'explain': {'file': 'alex.md'},
    'check': {'file': 'alex.md'},
    'build': {'file': 'alex.md', 'format': 'png', 'dpi': 72},
    'fit': {'file': 'alex.md', 'pages': 1},
    'views': {'file': 'alex.md'},
    'diff': {'file': 'alex.md', 'new_text': '# Alex Sample'},
    'coverage': {'file': 'alex.md', 'job_text': 'Requirements: Rust, GitHub'},
    'import': {'file': 'alex.json'},
    'layouts': {},
}


def plain(result):
    """Returns a result as it was sent: what its parts are called changes from version to version of the client."""
    return result.model_dump(by_alias=True, mode='json')


async def run(jianli, folder):
    """Greets the server, and asks it everything that it offers."""
    server = StdioServerParameters(command=jianli, args=['mcp', str(folder)])
    async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as session:
        print('speaks', plain(await session.initialize())['protocolVersion'])
        offered = [tool.name for tool in (await session.list_tools()).tools]
        assert offered == list(TOOLS), offered
        for name, arguments in TOOLS.items():
            result = plain(await session.call_tool(name, arguments))
            assert not result['isError'] and result['content'], (name, result)
            print('ok:', name, *(part['type'] for part in result['content']))
            if name == 'build':
                assert base64.b64decode(result['content'][1]['data']).startswith(b'\x89PNG')
        for arguments in ({'file': '../secret.md'}, {'file': '/etc/passwd'}, {'file': 7}, {'nothing': 'x'}):
            result = plain(await session.call_tool('check', arguments))
            assert result['isError'], arguments
        print('ok: what is outside is refused')
        for resource in (await session.list_resources()).resources:
            read = await session.read_resource(resource.uri)
            assert len(read.contents[0].text) > 1000, resource
            print('ok:', resource.uri)


with tempfile.TemporaryDirectory() as name:
    folder = pathlib.Path(name)
    (folder / 'alex.md').write_text(RESUME, encoding='utf-8')
    (folder / 'alex.json').write_text('{"basics":{"name":"Alex Sample","email":"alex@example.com"}}')
    asyncio.run(run(sys.argv[1], folder))
