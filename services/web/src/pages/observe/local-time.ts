const dayMs = 86_400_000;

/**
 * The instant at which a clock in this zone shows a day and a time; null where the two are none. Of an hour that comes
 * twice in autumn the earlier one, of one that spring leaves out the same time by the clock of the day before.
 */
export function instantOfLocal(day: string, time: string, timeZone: string): string | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !/^\d\d:\d\d$/.test(time)) return null;
  const shown = Date.parse(`${day}T${time}:00Z`);
  if (Number.isNaN(shown) || !new Date(shown).toISOString().startsWith(day)) return null;
  const before = shown - offsetMs(shown - dayMs, timeZone);
  const after = shown - offsetMs(shown + dayMs, timeZone);
  const fitting = [before, after].filter((at) => at + offsetMs(at, timeZone) === shown);
  return new Date(fitting.length === 0 ? before : Math.min(...fitting)).toISOString();
}

/** How far the zone's clocks are ahead of UTC at that instant. Swedes write times as ISO 8601 does. */
function offsetMs(at: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("sv", { timeZone, dateStyle: "short", timeStyle: "medium" });
  return Date.parse(`${format.format(at).replace(" ", "T")}Z`) - at;
}
