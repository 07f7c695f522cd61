/** Days and clock times of the region's zone as the instants that the API wants. */

/** Minutes that the zone is ahead of UTC at an instant. */
function offsetAt(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(instant);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  const asUtc = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return Math.round((asUtc - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
}

/** The instant of a day's clock time (default: its first minute) in the zone, ISO 8601 in UTC. */
export function instantOf(day: string, timeZone: string, time = '00:00'): string {
  const wanted = new Date(`${day}T${time}:00Z`).getTime();
  const guess = wanted - offsetAt(new Date(wanted), timeZone) * 60_000;
  return new Date(wanted - offsetAt(new Date(guess), timeZone) * 60_000).toISOString();
}
