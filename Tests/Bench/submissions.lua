-- wrk: posts a whole intake form to one invite after another. The token of invite number i is 32 bytes that end in i.
local digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
local form = io.open(os.getenv("FORM")):read("a")
local host = os.getenv("HOST")
number = tonumber(os.getenv("FIRST"))
stored, refused = 0, 0

-- base64url of 24 zero bytes is 32 times "A"; the last 8 bytes are 11 digits of the number times 4.
local function token(i)
  local text, rest = "", i * 4
  for _ = 1, 11 do
    local digit = rest % 64
    text = digits:sub(digit + 1, digit + 1) .. text
    rest = (rest - digit) / 64
  end
  return string.rep("A", 32) .. text
end

function request()
  local i = number
  number = number + 1
  local body = string.format("submission=%08x-0000-4000-8000-%012x&%s", i, i, form)
  -- Every client has an address of its own, as through a proxy.
  return string.format(
    "POST /i/%s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: 10.%d.%d.%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
    token(i), host, math.floor(i / 65536) % 256, math.floor(i / 256) % 256, i % 256, #body, body)
end

function response(status)
  if status == 303 then stored = stored + 1 else refused = refused + 1 end
end

local threads = {}
function setup(thread) table.insert(threads, thread) end

function done(summary, latency)
  local thread = threads[1]
  print(string.format(
    "RESULT %d %d %d %d %d %d", thread:get("stored"), thread:get("refused"), summary.duration,
    latency:percentile(50), latency:percentile(99), thread:get("number")))
end
