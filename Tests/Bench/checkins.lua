-- wrk: posts a check-in through the page of one plan after another.
local form = os.getenv("FORM")
local host = os.getenv("HOST")
local tokens = {}
for line in io.lines(os.getenv("PLANS")) do table.insert(tokens, line) end
number = tonumber(os.getenv("FIRST"))
stored, refused = 0, 0

function request()
  local i = number
  number = number + 1
  local body = string.format("submission=%08x-0000-4000-8000-%012x&%s", i, i, form)
  -- Every client has an address of its own, as through a proxy.
  return string.format(
    "POST /p/%s/how HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: 10.%d.%d.%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
    tokens[i % #tokens + 1], host, math.floor(i / 65536) % 256, math.floor(i / 256) % 256, i % 256, #body, body)
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
