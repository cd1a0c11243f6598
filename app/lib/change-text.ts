import { formatPercent } from '#app/domain/figure-text.ts';
import { compare, type Maybe } from '#app/domain/money.ts';

/** A change in percent with its sign, such as “+19.23%”; undefined where it is not known. */
export function signedPercent(change: Maybe, locale: string): string | undefined {
  const text = formatPercent(change, locale);
  return text && (compare(change, '0') ?? 0) > 0 ? `+${text}` : text;
}

/** The difference of two figures that are already shown, with its sign. */
export function signed(text: string, value: Maybe): string {
  return (compare(value, '0') ?? 0) > 0 ? `+${text}` : text;
}
