/** At most this many calls of one address in one minute. */
export const callsPerMinute = 60;
const minute = 60_000;

/**
 * Says of each call whether its address has had enough this minute. Counted in this process: several processes allow as many times
 * more, which still makes reading off a province's numbers hopeless. `now` in milliseconds.
 */
export function limitCalls(): (address: string, now: number) => boolean {
  let calls = new Map<string, number>();
  let began = 0;
  return (address, now) => {
    if (now - began >= minute) {
      calls = new Map();
      began = now;
    }
    const count = (calls.get(address) ?? 0) + 1;
    calls.set(address, count);
    return count <= callsPerMinute;
  };
}
