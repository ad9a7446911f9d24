-- wrk: posts a form to one address after another. ADDRESSES is a file with a path in each line, the first for number 0.
local form = io.open(os.getenv("FORM")):read("a")
local host = os.getenv("HOST")
local addresses = {}
for line in io.lines(os.getenv("ADDRESSES")) do table.insert(addresses, line) end
number = tonumber(os.getenv("FIRST"))
stored, refused = 0, 0

function request()
  local i = number
  number = number + 1
  local body = string.format("submission=%08x-0000-4000-8000-%012x&%s", i, i, form)
  -- Every client has an address of its own, as through a proxy.
  return string.format(
    "POST %s HTTP/1.1\r\nHost: %s\r\nX-Forwarded-For: 10.%d.%d.%d\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: %d\r\n\r\n%s",
    addresses[i % #addresses + 1], host, math.floor(i / 65536) % 256, math.floor(i / 256) % 256, i % 256, #body, body)
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
