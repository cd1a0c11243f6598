import { en } from '#app/lib/i18n/en.ts';
import { zhCN } from '#app/lib/i18n/zh-CN.ts';

interface Catalogue {
  [key: string]: string | Catalogue;
}

/** Where the two languages differ: a message only one has, an empty one, or other {{values}} in it. */
export function catalogueGaps(chinese: Catalogue = zhCN, english: Catalogue = en): string[] {
  const [zh, other] = [messages(chinese), messages(english)];
  return [...new Set([...zh.keys(), ...other.keys()])].flatMap((key) => {
    const [a, b] = [zh.get(key), other.get(key)];
    if (!a || !b) return [`${key}: missing or empty in ${a ? 'en' : 'zh-CN'}`];
    return values(a) === values(b) ? [] : [`${key}: zh-CN takes ${values(a)}, en takes ${values(b)}`];
  });
}

function messages(catalogue: Catalogue, path = ''): Map<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, message]) =>
      typeof message === 'string'
        ? [[path + key, message] as const]
        : [...messages(message, `${path}${key}.`)],
    ),
  );
}

function values(message: string): string {
  return (message.match(/\{\{\w+\}\}/g) ?? []).sort().join(' ') || 'nothing';
}
