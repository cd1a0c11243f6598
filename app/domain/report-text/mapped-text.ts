import type { Quote } from '../submission.ts';
import { contactIn } from './contact.ts';
import { simplifiedCharacter } from './traditional.ts';

/** A working copy of a document that remembers, for every UTF-16 unit, where in the original it came from. */
export interface MappedText {
  text: string;
  /** `at[i]`: index in `original` of the unit that `text[i]` stands for. */
  at: readonly number[];
  original: string;
}

/** The document as it stands. */
export function mapText(original: string): MappedText {
  return { text: original, at: indexes(original.length), original };
}

/** Replaces each unit; what comes in its place points at it. */
export function mapUnits(source: MappedText, replacement: (unit: string) => string): MappedText {
  const parts: string[] = [];
  const at: number[] = [];
  for (let i = 0; i < source.text.length; i += 1) {
    const text = replacement(source.text[i] ?? '');
    if (text === '') continue;
    parts.push(text);
    for (let unit = 0; unit < text.length; unit += 1) at.push(source.at[i] ?? 0);
  }
  return { text: parts.join(''), at, original: source.original };
}

/** Replaces every match; the new units all point at the start of what they replace. `pattern` must be global. */
export function replaceMapped(
  source: MappedText,
  pattern: RegExp,
  replacement: string | ((match: string) => string),
): MappedText {
  const parts: string[] = [];
  const at: number[] = [];
  let done = 0;
  for (const match of source.text.matchAll(pattern)) {
    const start = match.index;
    const end = start + match[0].length;
    keep(source, done, start, parts, at);
    const text = typeof replacement === 'string' ? replacement : replacement(match[0]);
    parts.push(text);
    for (let i = 0; i < text.length; i += 1) at.push(source.at[Math.min(start + i, end - 1)] ?? 0);
    done = end;
  }
  if (done === 0) return source;
  keep(source, done, source.text.length, parts, at);
  return { text: parts.join(''), at, original: source.original };
}

/** Drops the spaces inside (or that are) every match. `pattern` must be global. */
export function withoutSpacesIn(source: MappedText, pattern: RegExp): MappedText {
  const parts: string[] = [];
  const at: number[] = [];
  let done = 0;
  for (const match of source.text.matchAll(pattern)) {
    for (let i = match.index; i < match.index + match[0].length; i += 1) {
      if (source.text[i] !== ' ') continue;
      keep(source, done, i, parts, at);
      done = i + 1;
    }
  }
  if (done === 0) return source;
  keep(source, done, source.text.length, parts, at);
  return { text: parts.join(''), at, original: source.original };
}

/** Pieces of one mapped text put together, with `glue` before each piece but the first. */
export function joinMapped(
  source: MappedText,
  pieces: readonly { start: number; end: number; glue: string }[],
): MappedText {
  const parts: string[] = [];
  const at: number[] = [];
  for (const piece of pieces) {
    const glue = parts.length === 0 ? '' : piece.glue;
    parts.push(glue);
    for (let i = 0; i < glue.length; i += 1) at.push(source.at[piece.start] ?? 0);
    keep(source, piece.start, piece.end, parts, at);
  }
  return { text: parts.join(''), at, original: source.original };
}

/** The words of the original behind a stretch of the working copy, up to any contact data; offsets into the original. */
export function quoteOf(source: MappedText, start: number, end: number): Quote {
  const from = source.at[start] ?? 0;
  const to = end > start ? (source.at[end - 1] ?? from) + 1 : from;
  return quoteAt(source.original, from, to);
}

/** The words of a stretch as the document writes them, in its own script. */
export function printedText({ text, at, original }: MappedText, start: number, end: number): string {
  let printed = '';
  for (let i = start; i < end; i += 1) {
    const own = original[at[i] ?? 0] ?? '';
    printed += own !== text[i] && simplifiedCharacter(own) === text[i] ? own : text[i];
  }
  return printed.replaceAll('\n', '');
}

/** A stretch of the document as given, up to any contact data in it. */
export function quoteAt(original: string, start: number, end: number): Quote {
  const text = original.slice(start, end);
  const contact = contactIn(text);
  const safe = contact < 0 ? text : text.slice(0, contact);
  return { text: safe, start, end: start + safe.length };
}

function keep(source: MappedText, start: number, end: number, parts: string[], at: number[]) {
  if (end <= start) return;
  parts.push(source.text.slice(start, end));
  for (let i = start; i < end; i += 1) at.push(source.at[i] ?? 0);
}

function indexes(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}
