/** `4101**********1234`: four characters stay at each end. Shorter texts are hidden entirely. */
export function maskIdNumber(id: string): string {
  return keepEnds(id, 4, 4);
}

/** `138****1234`. */
export function maskMobile(mobile: string): string {
  return keepEnds(mobile, 3, 4);
}

/** `王*` and `王*明`; counts characters, not UTF-16 units (rare names lie outside the basic plane). */
export function maskName(name: string): string {
  return Array.from(name).length > 2 ? keepEnds(name, 1, 1) : keepEnds(name, 1, 0);
}

function keepEnds(text: string, head: number, tail: number): string {
  const characters = Array.from(text);
  const hidden = characters.length - head - tail;
  if (hidden <= 0) return '*'.repeat(characters.length);
  return characters.slice(0, head).join('') + '*'.repeat(hidden) + characters.slice(characters.length - tail).join('');
}
