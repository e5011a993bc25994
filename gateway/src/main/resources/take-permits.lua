-- Takes blocks of permits for several limits at once. Windows follow Redis's clock, so all gateways agree on them.
-- KEYS[i]: one limit of one subject. ARGV, five for each: permits already used on credit, permits needed by waiting
-- requests, permits wanted ahead, the limit, the window in milliseconds.
-- Answers, three for each: permits granted, permits left for everybody, milliseconds until the window ends.
-- What is wanted ahead is at most a quarter of what is left, so that little lies unused with one gateway near the end.
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
local answer = {}
for i, key in ipairs(KEYS) do
  local at = (i - 1) * 5
  local debt, needed, ahead = tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2]), tonumber(ARGV[at + 3])
  local limit, window = tonumber(ARGV[at + 4]), tonumber(ARGV[at + 5])
  local index = string.format('%.0f', math.floor(now / window))
  local stored = redis.call('HMGET', key, 'w', 'u')
  local fresh = stored[1] ~= index
  local used = debt
  if not fresh then
    used = used + tonumber(stored[2])
  end
  local left = math.max(0, limit - used)
  local granted = math.min(needed, left)
  granted = granted + math.min(ahead, math.floor((left - granted) / 4))
  used = used + granted
  redis.call('HSET', key, 'w', index, 'u', used)
  if fresh then
    redis.call('PEXPIRE', key, window * 2)
  end
  answer[#answer + 1] = granted
  answer[#answer + 1] = limit - used
  answer[#answer + 1] = window - now % window
end
return answer
