import type { Alignment, Borders, Fill, Font, Style } from 'exceljs';

/** A font that every Chinese Windows and WPS has; named, not embedded. */
const fontName = '等线';

const ink = 'FF1A1F26';
const muted = 'FF55606E';
const line = 'FFD5DAE0';
/** Ground of the highest value; ink on it keeps more than 4.5 : 1. */
const deepest = [0x8f, 0xb6, 0xde] as const;

export const barColour = 'FFC5D5E6';

const thin = { style: 'thin', color: { argb: line } } as const;
const dark = { style: 'thin', color: { argb: ink } } as const;
const heavy = { style: 'medium', color: { argb: ink } } as const;

interface CellLook {
  /** Holds figures: right-aligned, on one line. */
  figure: boolean;
  bold: boolean;
  quiet: boolean;
  indent: number;
  shade?: number;
  format?: string;
  /** A rule above it, as over totals, and below, as at the end of the table. */
  above: boolean;
  below: boolean;
}

/** Around a cell of a form to be filled in. */
export const ruled: Partial<Borders> = { top: thin, bottom: thin, left: thin, right: thin };
/** Ground of cells that take something, and of heads. */
export const inputFill: Fill = groundFill('FFFFFBE8');
export const quietFill: Fill = groundFill('FFF4F6F8');

/** Styles of body cells, one object for all that look alike: a workbook is written far faster by it. */
export function cellStyles(): (look: CellLook) => Partial<Style> {
  const known = new Map<string, Partial<Style>>();
  return (look) => {
    const key = Object.values(look).join();
    const style = known.get(key) ?? cellStyle(look);
    known.set(key, style);
    return style;
  };
}

/** A head cell over one column, or over several (`undefined`). */
export function headStyle(
  single: { figures: boolean; column: number } | undefined,
  { first, last }: { first: boolean; last: boolean },
): Partial<Style> {
  const aligned = single ? alignmentOf(single.figures, textIndent(single.column)) : undefined;
  const bottom = last ? { style: 'thin' as const, color: { argb: muted } } : thin;
  return {
    font: fontOf({ bold: true }),
    fill: groundFill('FFF4F6F8'),
    alignment: { horizontal: 'center', ...aligned, vertical: 'bottom', wrapText: true },
    border: first ? { top: heavy, bottom } : { bottom },
  };
}

export function fontOf({ bold = false, size = 10.5, quiet = false } = {}): Partial<Font> {
  return { name: fontName, size, bold, color: { argb: quiet ? muted : ink } };
}

/** Text keeps away from a figure on its left. */
export function textIndent(column: number): number {
  return column === 0 ? 0 : 1;
}

function cellStyle({ figure, bold, quiet, indent, shade, format, above, below }: CellLook): Partial<Style> {
  const border: Partial<Borders> = { bottom: below ? dark : thin, ...(above && { top: dark }) };
  return {
    font: fontOf({ bold, quiet }),
    alignment: alignmentOf(figure, indent),
    border,
    ...(shade !== undefined && { fill: shadeFill(shade) }),
    ...(format !== undefined && { numFmt: format }),
  };
}

function alignmentOf(figure: boolean, indent: number): Partial<Alignment> {
  return figure
    ? { horizontal: 'right', vertical: 'middle' }
    : { horizontal: 'left', vertical: 'middle', wrapText: true, indent };
}

/** The shade of a cell from 0 (white) to 1: one hue, as on the page. */
function shadeFill(strength: number): Fill {
  const part = Math.min(Math.max(strength, 0), 1);
  const channels = deepest.map((channel) => Math.round(255 + (channel - 255) * part));
  return groundFill(
    `FF${channels.map((channel) => channel.toString(16).toUpperCase().padStart(2, '0')).join('')}`,
  );
}

function groundFill(argb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}
