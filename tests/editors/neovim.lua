-- What neovim.sh runs: asks as a person would, and leaves with a status.
local function check(what, is, shown)
  if not is then
    io.stderr:write('FAILED: ' .. what .. ': ' .. vim.inspect(shown) .. '\n')
    vim.cmd('cquit 1')
  end
  io.stdout:write('ok: ' .. what .. '\n')
end

local buffer = vim.api.nvim_get_current_buf()
-- Versions call it otherwise.
local attached = vim.lsp.get_clients or vim.lsp.get_active_clients
local function clients()
  return vim.tbl_filter(function(one) return vim.lsp.buf_is_attached(buffer, one.id) end, attached())
end
vim.wait(20000, function() return #clients() > 0 end, 20)
check('the server takes the buffer', #clients() == 1 and clients()[1].name == 'jianli', clients())
local client = clients()[1].id

local function found() return vim.diagnostic.get(buffer) end
vim.wait(20000, function() return #found() >= 2 end, 20)
local codes = vim.tbl_map(function(one) return one.code .. ' ' .. one.lnum end, found())
check('diagnostics', vim.tbl_contains(codes, 'J301 9') and vim.tbl_contains(codes, 'J302 10'), codes)

-- Column 4 is behind a character of two UTF-16 units.
local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 20000)
  return answers and answers[client] and answers[client].result
end
local document = { uri = vim.uri_from_bufnr(buffer) }
local hover = ask('textDocument/hover', { textDocument = document, position = { line = 7, character = 5 } })
check('hover', hover and hover.contents.value:find('organization 云杉科技', 1, true), hover)

local range = { start = { line = 9, character = 0 }, ['end'] = { line = 10, character = 0 } }
local actions = ask('textDocument/codeAction', { textDocument = document, range = range, context = { diagnostics = {} } })
check('a code action', actions and actions[1].title:find('GitHub', 1, true), actions)
local encoding = vim.lsp.get_client_by_id(client).offset_encoding
vim.lsp.util.apply_workspace_edit(actions[1].edit, encoding)
local line = vim.api.nvim_buf_get_lines(buffer, 9, 10, false)[1]
check('it is applied', line == '- 𠮷 用 GitHub 写过脚本', line)

local function of(code)
  return vim.tbl_filter(function(one) return one.code == code end, found())
end
vim.wait(20000, function() return #of('J301') == 0 end, 20)
check('the finding goes', #of('J301') == 0, found())

vim.lsp.stop_client(client)
check('it stops', vim.wait(20000, function() return vim.lsp.client_is_stopped(client) end, 20))
vim.cmd('qall!')
