-- What somebody does in Neovim, in the versions from 0.7 on. Waits for what happens, and for no fixed time.
local root = vim.env.BOOK
local patience = 120000

local function say(...)
  local words = {}
  for _, word in ipairs({ ... }) do
    words[#words + 1] = type(word) == 'string' and word or vim.inspect(word)
  end
  io.stderr:write((table.concat(words, ' '):gsub(vim.pesc(root), 'ROOT')) .. '\n')
end

local function fail(sentence)
  say('failed:', sentence)
  vim.cmd('cquit 1')
end

local function await(what, test)
  if not vim.wait(patience, test, 20) then
    fail('nothing came of: ' .. what)
  end
end

local buffer = vim.api.nvim_get_current_buf()
local published = 0
local client_id

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, patience)
  local answer = answers and answers[client_id]
  if not answer or answer.error or answer.err then
    fail(method .. ' has no answer')
  end
  return answer.result
end

local function problems()
  local found = vim.diagnostic.get(buffer)
  table.sort(found, function(a, b) return a.lnum < b.lnum end)
  return found
end

local function place(line, column)
  vim.api.nvim_win_set_cursor(0, { line, column })
  return vim.lsp.util.make_position_params(0, vim.lsp.get_client_by_id(client_id).offset_encoding)
end

vim.api.nvim_create_autocmd('DiagnosticChanged', { callback = function() published = published + 1 end })

-- The settings of the documentation started it. They are those for older versions; those for newer ones are only read here.
local named, settings, enabled
local config, enable = vim.lsp.config, vim.lsp.enable
vim.lsp.config = function(name, of) named, settings = name, of end
vim.lsp.enable = function(name) enabled = name end
dofile(vim.env.NEWER)
vim.lsp.config, vim.lsp.enable = config, enable
say('newer', named, enabled, table.concat(settings.cmd, ' '), table.concat(settings.filetypes, ' '))

-- A client counts when the server has answered for the first time.
local get_clients = vim.lsp.get_clients or vim.lsp.get_active_clients
await('a client', function() return #get_clients() == 1 end)
local clients = get_clients()
client_id = clients[1].id
say('folder', clients[1].config.root_dir, vim.bo[buffer].filetype)

await('the first problems', function() return published > 0 and #problems() > 0 end)
for _, problem in ipairs(problems()) do
  say('problem', problem.lnum + 1 .. ':' .. problem.col + 1, problem.code or problem.user_data.lsp.code)
  say(problem.message)
end

local hover = ask('textDocument/hover', place(6, 7))
say('hover')
say(hover.contents.value)

local definition = ask('textDocument/definition', place(6, 7))
say('definition', definition.uri:match('[^/]*$'), tostring(definition.range.start.line + 1))

say('completion')
local list = ask('textDocument/completion', place(4, 10))
for _, item in ipairs(list.items) do
  say(item.label, item.detail)
end

local line = { line = 3, character = 8 }
local actions = ask('textDocument/codeAction', {
  textDocument = vim.lsp.util.make_text_document_params(buffer),
  range = { start = line, ['end'] = line },
  context = { diagnostics = {} },
})
for _, action in ipairs(actions) do
  say('action', action.title, action.isPreferred and 'preferred' or 'not preferred')
end
vim.lsp.util.apply_workspace_edit(actions[1].edit, vim.lsp.get_client_by_id(client_id).offset_encoding)
await('no problems after the correction', function() return #problems() == 0 end)
say(vim.api.nvim_buf_get_lines(buffer, 3, 4, true)[1])

-- Typed again, wrong in another way, and corrected.
local title = vim.api.nvim_buf_get_lines(buffer, 1, 2, true)
vim.api.nvim_buf_set_lines(buffer, 1, 2, true, { 'titel: Hold talks 🚢 計画' })
await('a new problem', function() return #problems() > 0 end)
say('problem', problems()[1].lnum + 1 .. ':' .. problems()[1].col + 1)
vim.api.nvim_buf_set_lines(buffer, 1, 2, true, title)
await('no problems after that is corrected', function() return #problems() == 0 end)

vim.cmd('silent write')
vim.lsp.stop_client(client_id)
await('the end of the server', function() return vim.lsp.client_is_stopped(client_id) end)
vim.cmd('qall!')
