/** How somebody wrote the name of an office, against the offices that there are. */
export type OfficeMatch<O> =
  /** `exact`: by its code or its name to the letter; `alike`: the same place otherwise named. */
  | { kind: 'exact' | 'alike'; office: O }
  /** Several offices could be meant, or none: `offices` are those that come near. */
  | { kind: 'several' | 'unknown'; offices: O[] };

interface Named {
  code: string; // 9 digits
  name: string;
  nameEn: string;
}

/** 白鹤洞街道, 白鹤洞街 and 广州市荔湾区人民政府白鹤洞街道办事处 are one office. */
export function isSameOffice(a: string, b: string): boolean {
  return properName(a) === properName(b);
}

/** Finds the office that a name means; two that could be meant are never decided between. */
export function matchOffice<O extends Named>(written: string, offices: readonly O[]): OfficeMatch<O> {
  const name = plainName(written);
  if (name === '') return { kind: 'unknown', offices: [] };
  const coded = offices.find(({ code }) => /(?<!\d)\d{9}(?!\d)/.exec(name)?.[0] === code);
  if (coded) return { kind: 'exact', office: coded };
  const isNamed = (office: O) => [office.name, office.nameEn].some((one) => plainName(one) === name);
  const exact = offices.filter(isNamed);
  if (exact.length === 1 && exact[0]) return { kind: 'exact', office: exact[0] };
  const proper = properName(name);
  const alike = exact.length > 1 ? exact : offices.filter(({ name: own }) => properName(own) === proper);
  if (alike.length > 1) return { kind: 'several', offices: alike };
  if (alike[0]) return { kind: 'alike', office: alike[0] };
  return { kind: 'unknown', offices: proper === '' ? [] : near(proper, offices) };
}

/** Those whose name is part of the other, or one character off. */
function near<O extends Named>(proper: string, offices: readonly O[]): O[] {
  return offices.filter(({ name }) => {
    const own = properName(name);
    const isPart = own.length > 1 && proper.length > 1 && (own.includes(proper) || proper.includes(own));
    return isPart || isOneOff(own, proper);
  });
}

function isOneOff(a: string, b: string): boolean {
  if (a.length !== b.length || a.length < 3) return false;
  return [...a].filter((char, index) => char !== b[index]).length === 1;
}

function properName(office: string): string {
  return plainName(office)
    .replace(/^.*(?:人民政府|[市区县])(?=.{2,}街)/, '')
    .replace(/街道?(?:办事处|办|党工委)?$/, '');
}

/** Full-width letters as plain ones, without spaces, number and 本级, which a bureau writes around a unit's own accounts. */
function plainName(name: string): string {
  return name
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^\d{1,3}[.、](?!\d)/, '')
    .replace(/\((?:本级|机关|本部|汇总)\)$|本级$/, '')
    .toLowerCase();
}
