import type { Borders, Fill, Font } from 'exceljs';

/** Fonts that every Chinese Windows and WPS has; named, not embedded. */
const fontName = '等线';

const ink = 'FF1A1F26';
const muted = 'FF55606E';
const line = 'FFD5DAE0';
/** Ground of the highest value; ink on it keeps more than 4.5 : 1. */
const deepest = [0x8f, 0xb6, 0xde] as const;

export const barColour = 'FFA9BDD3';

export function fontOf({ bold = false, size = 10.5, quiet = false } = {}): Partial<Font> {
  return { name: fontName, size, bold, color: { argb: quiet ? muted : ink } };
}

/** The shade of a cell from 0 (white) to 1: one hue, as on the page. */
export function shadeFill(strength: number): Fill {
  const part = Math.min(Math.max(strength, 0), 1);
  const hex = deepest.map((channel) => hexOf(255 + (channel - 255) * part));
  return groundFill(`FF${hex.join('')}`);
}

export const headFill = groundFill('FFF4F6F8');

const thin = { style: 'thin', color: { argb: line } } as const;
const strong = { style: 'thin', color: { argb: ink } } as const;
const heavy = { style: 'medium', color: { argb: ink } } as const;

/** Rules as on the page: heavy above the head, ink above totals and under the last row, grey between rows. */
export const rules = {
  headTop: { top: heavy, bottom: thin },
  headEnd: { bottom: { style: 'thin', color: { argb: muted } } },
  row: { bottom: thin },
  summaryTop: { top: strong, bottom: thin },
  end: { bottom: strong },
} satisfies Record<string, Partial<Borders>>;

function groundFill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

function hexOf(channel: number): string {
  return Math.round(channel).toString(16).toUpperCase().padStart(2, '0');
}
