-- Sends the files of a folder in turn, each thread from another one on; with a rate, each connection sends so
-- many requests a second, at random times: wrk ... -s load.lua ADDRESS -- FOLDER [RATE]
local started = 0

function setup(thread)
  thread:set("offset", started)
  started = started + 37
end

function init(arguments)
  local headers = { ["Content-Type"] = "application/json" }
  requests = {}
  for number = 0, 99 do
    local file = assert(io.open(arguments[1] .. "/" .. number .. ".json", "rb"))
    requests[#requests + 1] = wrk.format("POST", nil, headers, file:read("*a"))
    file:close()
  end
  sent = offset
  local rate = tonumber(arguments[2])
  if rate then
    delay = function()
      return -math.log(1 - math.random()) * 1000 / rate
    end
  end
end

function request()
  sent = sent + 1
  return requests[sent % #requests + 1]
end

function done(summary, latency)
  local failed = summary.errors.status + summary.errors.connect + summary.errors.read
    + summary.errors.write + summary.errors.timeout
  io.write(string.format("figures %d %.1f %.3f %.3f %d\n", summary.requests,
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1000,
    latency:percentile(99) / 1000, failed))
end
