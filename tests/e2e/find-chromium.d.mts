export function findChromium(): string | undefined;
export function ensureChromium(options: { say: (text: string) => void }): Promise<void>;
