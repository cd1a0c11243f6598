/** The palette of `tokens.css` as literals: a picture saved from a chart has no style sheet to look them up in. */
export const colours = {
  white: '#ffffff',
  ink: '#1a1f26',
  muted: '#55606e',
  line: '#d5dae0',
  lineStrong: '#8a94a0',
  accent: '#0b57a4',
  rest: '#b4bcc6',
} as const;

export const fontFamily = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";
