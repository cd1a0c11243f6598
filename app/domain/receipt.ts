/** 30 signs without those that look alike (0 and O, 1 and I and L); U is left out so that no word appears. */
const signs = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const prime = 26_993; // below 30³, so that every remainder fits three signs

/**
 * The number that an office holds after submitting, such as 440103001-2023-R2-7K4. The last three signs are worked out from
 * the rest: one sign misread or two swapped give others.
 */
export function receiptNumber(of: { officeCode: string; year: number; revision: number }): string {
  const number = `${of.officeCode}-${of.year}-R${of.revision}`;
  return `${number}-${checkSigns(number)}`;
}

function checkSigns(number: string): string {
  let rest = 0;
  for (const sign of number) rest = (rest * 131 + sign.charCodeAt(0)) % prime;
  const base = signs.length;
  return [rest / base ** 2, (rest / base) % base, rest % base]
    .map((digit) => signs[Math.floor(digit)])
    .join('');
}
