import type { Words } from '#app/components/charts/words.ts';
import { exportedPage } from '#app/domain/audit-trail.ts';
import { nodeByCode } from '#app/domain/framework.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { AuditLine, AuditView } from '#app/usecases/view-audit.server.ts';
import { namesOf } from './words.ts';

interface Place {
  text: string;
  /** The page it happened at, where there is one. */
  href?: string;
}

/** Where it happened: office and year, the year of the whole district, or what the entry itself calls it. */
export function placeOf(line: AuditLine, view: AuditView, words: Words): Place {
  const { t, language } = words;
  const { office, year, subject, action } = line;
  if (action.startsWith('export.')) return exportPlace(line, view, words);
  if (/^(account|office)\./.test(action)) return directoryPlace(line, view, words);
  if (office && year)
    return { text: `${localName(language, office)} ${year}`, href: `/offices/${office.code}/${year}` };
  if (office) return { text: localName(language, office) };
  if (String(year) === subject)
    return {
      text: `${t('audit.allDistrict')} ${year}`,
      ...(action === 'round.table' && {
        href: `/districts/${view.district.code}/${year}/import?taken=${line.seq}`,
      }),
    };
  return { text: subject };
}

/** An account by its name at sign-in and its office; an office by its name. Both are looked after on one page. */
function directoryPlace({ office, subject, action }: AuditLine, view: AuditView, words: Words): Place {
  if (!office) return { text: subject };
  const { district, year } = view;
  const page = `/districts/${district.code}/${year}/settings/offices?office=${office.code}`;
  const name = localName(words.language, office);
  const text = action.startsWith('account.')
    ? words.t('audit.accountOf', { office: name, name: subject })
    : name;
  return { text, ...(!view.office && { href: page }) };
}

/** Whose figures a file holds, as a link to the page it was taken from. */
function exportPlace({ office, year, subject }: AuditLine, view: AuditView, words: Words): Place {
  const { t, language } = words;
  const page = exportedPage(subject);
  if (!page) return { text: subject };
  const known = [...view.offices, ...(view.office ? [view.office] : [])];
  const framework = view.frameworks[year ?? 0];
  const node = page.indicator && framework && nodeByCode(framework, page.indicator);
  const whose =
    page.offices.length > 0 ? namesOf(page.offices, known, words) : office && localName(language, office);
  const parts = [
    `${whose ?? t('audit.allDistrict')} ${year ?? ''}`.trim(),
    node && localName(language, node),
  ];
  return { text: parts.filter(Boolean).join(t('audit.list')), href: page.address };
}
