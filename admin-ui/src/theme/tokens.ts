/**
 * The colours of the product, once: the light pages read them as CSS variables, React-Admin through the MUI theme.
 * Every text colour reaches at least 4.5:1 on `paper` and on `ground`.
 */
export const tokens = {
  ink: '#17232f',
  mute: '#4a5a69',
  line: '#cfd8e1',
  control: '#74869a',
  ground: '#f2f5f8',
  paper: '#ffffff',
  primary: '#0b4f8a',
  primaryDark: '#0b4272',
  primarySoft: '#e6eff7',
  accent: '#0a6868',
  accentSoft: '#e0f2f0',
  success: '#1c6b3f',
  successSoft: '#e4f3ea',
  warning: '#875000',
  warningSoft: '#fdf1dc',
  error: '#b3261e',
  errorSoft: '#fbeae9',
  focus: '#e08a00',
} as const;

export const fontFamily = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC', system-ui, sans-serif";

/** Publishes the tokens as `--ink`, `--primary` … on the document. */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) root.style.setProperty(`--${name}`, value);
  root.style.setProperty('--font', fontFamily);
}
