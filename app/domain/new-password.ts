/** Why a new password is not taken. */
export type PasswordRefusal = 'missing' | 'too_short' | 'too_long' | 'has_name' | 'same' | 'differs';

export const shortestPassword = 12;
const longestPassword = 200;

/**
 * What is wrong with a password that somebody chose; undefined for nothing. Length is what counts: no kind of character is
 * asked for, because that makes people write passwords down.
 */
export function passwordRefusal(
  next: string,
  { again, current, loginName }: { again: string; current: string; loginName: string },
): PasswordRefusal | undefined {
  const plain = next.normalize('NFKC').toLowerCase();
  if (next === '') return 'missing';
  if ([...next].length < shortestPassword) return 'too_short';
  if (next.length > longestPassword) return 'too_long';
  if (plain.includes(loginName.toLowerCase())) return 'has_name';
  if (next === current) return 'same';
  return next === again ? undefined : 'differs';
}
