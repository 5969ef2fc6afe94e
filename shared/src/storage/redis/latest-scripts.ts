import { buildScript } from "./script.ts";

/** Publication days kept per source and pair: enough for METHOD 4's jump, staleness and last good rate. */
export const daysPerPair = 10;

/** Hash of what the stamps say, in order: equal content has an equal version, also after a flush and a rebuild. */
const writeVersion = `
local flat, lines = redis.call('HGETALL', KEYS[2]), {}
for i = 1, #flat, 2 do lines[#lines + 1] = flat[i] .. ' ' .. flat[i + 1] end
table.sort(lines)
local version = redis.sha1hex(table.concat(lines, '\\n'))
redis.call('HSET', KEYS[3], ARGV[1], version)
return version
`;

/**
 * KEYS: entries, stamps, versions. ARGV: corridor key, then field, "<fetchedAt> <runId>" and entry, again and again.
 * A stamp is that text and the hash of the entry; its first 61 characters have a fixed width, so text order is time
 * order, and the greater run id decides within one millisecond.
 */
export const replaceEntries = buildScript(`
for i = 2, #ARGV, 3 do
  local field, seen, entry = ARGV[i], ARGV[i + 1], ARGV[i + 2]
  local stored = redis.call('HGET', KEYS[2], field)
  if not stored or string.sub(stored, 1, 61) <= seen then
    redis.call('HSET', KEYS[1], field, entry)
    redis.call('HSET', KEYS[2], field, seen .. ' ' .. redis.sha1hex(entry))
  end
end
${writeVersion}`);

/**
 * KEYS: rates, stamps, versions. ARGV: field of the versions, then field and lines, again and again. A line is
 * "<observedOn> <fetchedAt> <row>" with fixed widths before the row. Of one day the row fetched last stays, of all days
 * the newest; text stays as it came, because Lua's JSON would turn an empty list into an object.
 */
export const replaceRateLines = buildScript(`
for i = 2, #ARGV, 2 do
  local field, by_day, days = ARGV[i], {}, {}
  local stored = redis.call('HGET', KEYS[1], field) or ''
  for line in string.gmatch(stored .. '\\n' .. ARGV[i + 1], '[^\\n]+') do
    local day = string.sub(line, 1, 10)
    local known = by_day[day]
    if not known then days[#days + 1] = day end
    if not known or string.sub(known, 12, 35) <= string.sub(line, 12, 35) then by_day[day] = line end
  end
  table.sort(days, function(a, b) return a > b end)
  local kept = {}
  for n = 1, math.min(#days, ${daysPerPair}) do kept[n] = by_day[days[n]] end
  local text = table.concat(kept, '\\n')
  if text ~= stored then
    redis.call('HSET', KEYS[1], field, text)
    redis.call('HSET', KEYS[2], field, redis.sha1hex(text))
  end
end
${writeVersion}`);

/** KEYS: filling, whole. ARGV: token. Whole only for the filling that was begun last. */
export const markFilled = buildScript(`
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[2], 'yes')
redis.call('DEL', KEYS[1])
return 1
`);
