import { colours, fontFamily } from './colours.ts';

export interface Picture {
  /** Place, year and measure, in small type over the title. */
  kicker: string;
  title: string;
  /** Unit, source, date: what the picture needs once it has left the page. */
  notes: string[];
  /** Without its ending. */
  fileName: string;
}

const padding = 24;
const titleLine = 26;
const noteLine = 18;
const pixelRatio = 2;

export type PictureFormat = 'png' | 'svg';

/**
 * Saves a drawn chart with its title above and its notes below. Nothing leaves the browser. Colours and sizes must be
 * attributes of the drawing: a picture takes no style sheet along.
 */
export async function savePicture(
  chart: SVGSVGElement,
  picture: Picture,
  format: PictureFormat,
): Promise<void> {
  const { svg, size } = composed(chart, picture);
  const text = new XMLSerializer().serializeToString(svg);
  const blob = format === 'svg' ? new Blob([text], { type: svgType }) : await rasterise(text, size);
  download(blob, `${picture.fileName}.${format}`);
}

const svgType = 'image/svg+xml';

function composed(chart: SVGSVGElement, picture: Picture) {
  const { width, height } = chart.getBoundingClientRect();
  const title = wrap(picture.title, `600 18px ${fontFamily}`, width);
  const notes = picture.notes.flatMap((note) => wrap(note, `12px ${fontFamily}`, width));
  const top = padding + noteLine + title.length * titleLine + 8;
  const size = { width: width + 2 * padding, height: top + height + 12 + notes.length * noteLine + padding };
  const svg = element('svg', {
    ...size,
    viewBox: `0 0 ${size.width} ${size.height}`,
    'font-family': fontFamily,
  });
  svg.append(
    named(picture.title),
    element('rect', { ...size, fill: colours.white }),
    ...textLines([picture.kicker], {
      y: padding + 8,
      step: noteLine,
      size: 12,
      weight: 400,
      fill: colours.muted,
    }),
    ...textLines(title, {
      y: padding + noteLine + 18,
      step: titleLine,
      size: 18,
      weight: 600,
      fill: colours.ink,
    }),
    placed(chart, { x: padding, y: top, width, height }),
    ...textLines(notes, { y: top + height + 24, step: noteLine, size: 12, weight: 400, fill: colours.muted }),
  );
  return { svg, size };
}

function placed(chart: SVGSVGElement, box: Record<'x' | 'y' | 'width' | 'height', number>): SVGElement {
  const copy = chart.cloneNode(true) as SVGSVGElement;
  copy.removeAttribute('style');
  // links of the page lead nowhere from a file
  for (const link of copy.querySelectorAll('a')) link.removeAttribute('href');
  for (const [name, value] of Object.entries(box)) copy.setAttribute(name, String(value));
  return copy;
}

/** What programs and screen readers call the picture. */
function named(title: string): SVGElement {
  const name = element('title', {});
  name.textContent = title;
  return name;
}

interface TextStyle {
  y: number;
  step: number;
  size: number;
  weight: number;
  fill: string;
}

function textLines(lines: string[], { y, step, size, weight, fill }: TextStyle): SVGElement[] {
  return lines.map((line, index) => {
    const attributes = { x: padding, y: y + index * step, 'font-size': size, 'font-weight': weight, fill };
    const text = element('text', attributes);
    text.textContent = line;
    return text;
  });
}

function element(name: string, attributes: Record<string, string | number>): SVGElement {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}

/** What may not be parted: a Latin word or figure or one Chinese character, with the marks that open and close it. */
const unbroken = /[（“‘《]*(?:[\u0021-\u024f]+\s*|.)[，。、；：）”’》]*/gu;

/** Breaks a line where it becomes too wide. */
function wrap(text: string, font: string, width: number): string[] {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) return [text];
  context.font = font;
  const lines = [''];
  for (const part of text.match(unbroken) ?? []) {
    const line = (lines.at(-1) ?? '') + part;
    if (context.measureText(line).width > width && lines.at(-1)) lines.push(part);
    else lines[lines.length - 1] = line;
  }
  return lines;
}

async function rasterise(svg: string, size: { width: number; height: number }): Promise<Blob> {
  const url = URL.createObjectURL(new Blob([svg], { type: svgType }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size.width * pixelRatio;
    canvas.height = size.height * pixelRatio;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be drawn'))));
    });
  } finally {
    URL.revokeObjectURL(url);
  }
}

function download(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
