import { type AuditSearch, type AuditYears, byScript, decodeAuditSearch } from '#app/domain/audit-search.ts';
import {
  type AuditChange,
  type AuditDetail,
  exportedPage,
  isOfField,
  placeOfSubject,
  readAuditDetail,
} from '#app/domain/audit-trail.ts';
import type { Framework } from '#app/domain/framework.ts';
import { chinaTime } from '#app/domain/office-year.ts';
import {
  type AuditEntry,
  type AuditFilter,
  countAudit,
  findAllAudit,
  findAuditEnd,
  verifyAudit,
} from '#db/queries/audit.server.ts';
import { findAllDistricts } from '#db/queries/districts.server.ts';
import { findAllFrameworks } from '#db/queries/frameworks.server.ts';
import { findAllOffices } from '#db/queries/offices.server.ts';
import { findAllRounds } from '#db/queries/rounds.server.ts';
import { readScope, type Scope, type ScopedDb, scopeBehind } from '#db/scope.server.ts';
import { type AuditActor, findActors } from './audit-actor.server.ts';
import { type FieldEvent, findFieldHistory } from './field-history.server.ts';

interface Named {
  code: string;
  name: string;
  nameEn: string;
}

/** One entry as the page shows it. */
export interface AuditLine extends AuditDetail {
  seq: number;
  /** “YYYY-MM-DD HH:MM” in China. */
  at: string;
  by: AuditActor;
  action: string;
  subject: string;
  office?: Named;
  year?: number;
  /** How many changes more there are than are shown. */
  more: number;
  /** What was typed is the office's own until it submits. */
  unsent: boolean;
  hash: string;
}

export interface ChainState {
  /** How many entries the trail has. */
  entries: number;
  /** Of the last one; empty when there is none. */
  hash: string;
  /** “YYYY-MM-DD HH:MM” in China; absent when a long trail was not verified, because nobody asked. */
  verifiedAt?: string;
  /** Number of the first entry that is wrong or missing. */
  brokenAt?: number;
}

export interface AuditView {
  district: Named;
  /** Where the page is about one office. */
  office?: Named;
  year: number;
  years: number[];
  search: AuditSearch;
  /** What the address means where it says nothing of years. */
  usual: AuditYears;
  /** The whole district's; absent where the page is about one office, whose people do not reach it. */
  chain?: ChainState;
  lines: AuditLine[];
  /** Of the field asked for at one office: its values and the steps between them. */
  history?: FieldEvent[];
  /** How many entries the search has on all its pages. */
  count: number;
  /** Leads to the next page; absent on the last. */
  older?: number;
  offices: Named[];
  people: { id: string; name: string; office?: Named }[];
  /** By year, with the nodes that the lines speak of alone. */
  frameworks: Record<number, Framework>;
}

interface Asked {
  year: number;
  params: URLSearchParams;
  /** The trail of this office alone. */
  officeCode?: string;
  /** For a file: every entry of the search, uncut, and the trail verified however long it is. */
  whole?: boolean;
}

export const entriesPerPage = 50;
/** Of one file; a page of the trail says when there are more. */
export const mostEntriesInFile = 20_000;
const changesPerLine = 8;
const lettersPerValue = 160;
/** Up to here a page verifies the trail unasked: about a fifth of a second. */
const verifiedUnasked = 20_000;

/** The audit trail as its page and files show it; undefined when the office is not there for the scope. */
export function viewAudit(scope: Scope, asked: Asked, now: Date): Promise<AuditView | undefined> {
  return readScope(scope, async (db) => {
    const usual = asked.officeCode ? 'year' : 'all';
    const search = decodeAuditSearch(asked.params, usual);
    const [district] = await findAllDistricts(db);
    const offices = await findAllOffices(db);
    const office = offices.find(({ code }) => code === asked.officeCode);
    if (!district || (asked.officeCode && !office)) return undefined;
    const { accounts, actorOf } = await findActors(db);
    const filter = filterOf(search, { year: asked.year, offices, office });
    const count = await countAudit(db, filter);
    const limit = asked.whole ? mostEntriesInFile : entriesPerPage;
    const found = await findAllAudit(db, {
      ...filter,
      before: asked.whole ? undefined : search.before,
      limit: limit + 1,
    });
    const entries = found.slice(0, limit);
    const byId = new Map(offices.map((each) => [each.id, named(each)]));
    const cut = !asked.whole && search.entry === undefined;
    const lines = entries.map((entry) => toLine(entry, { byId, actorOf, field: search.field, cut }));
    return {
      district: named(district),
      ...(office && { office: named(office) }),
      year: asked.year,
      years: (await findAllRounds(db)).map(({ year }) => year),
      search,
      usual,
      ...(await chainOf(db, asked, now)),
      lines,
      ...(office &&
        search.field && {
          history: await findFieldHistory(db, {
            officeCode: office.code,
            year: asked.year,
            field: search.field,
          }),
        }),
      count,
      ...(found.length > limit && { older: entries.at(-1)?.seq }),
      offices: office ? [] : offices.map(named),
      people: accounts.map(({ id, displayName, officeId }) => ({
        id,
        name: displayName,
        ...(officeId && { office: byId.get(officeId) }),
      })),
      frameworks: await frameworksOf(db, lines),
    };
  });
}

interface Known {
  year: number;
  offices: { id: string; code: string }[];
  office: { id: string } | undefined;
}

/** An office that is not there has no entries. */
function filterOf(search: AuditSearch, { year, offices, office }: Known): AuditFilter {
  const { by, action, from, to, field, entry } = search;
  const asked = search.office
    ? (offices.find(({ code }) => code === search.office)?.id ?? noOffice)
    : undefined;
  return {
    officeId: office?.id ?? asked,
    ...(by && { accountId: by === byScript ? null : by }),
    ...{ action, from, to, field, seq: entry },
    ...(search.years === 'year' && { year }),
  };
}
const noOffice = '00000000-0000-0000-0000-000000000000';

interface LineContext {
  byId: Map<string, Named>;
  actorOf: (accountId: string | null) => AuditActor;
  field: string | undefined;
  cut: boolean;
}

function toLine(entry: AuditEntry, { byId, actorOf, field, cut }: LineContext): AuditLine {
  const { seq, action, subject, unsent, hash } = entry;
  const { changes, reason, facts } = readAuditDetail(action, entry.detail);
  const asked = field ? changes.filter((change) => isOfField(change, field)) : changes;
  const shown = cut ? asked.slice(0, changesPerLine).map(shorten) : asked;
  const office = entry.officeId ? byId.get(entry.officeId) : undefined;
  const { year } = placeOfSubject(subject);
  return {
    ...{ seq, at: chinaTime(entry.at), by: actorOf(entry.accountId), action, subject, unsent, hash },
    ...(office && { office }),
    ...(year && { year }),
    changes: shown,
    more: asked.length - shown.length,
    ...(reason && { reason }),
    facts,
  };
}

function shorten({ from, to, ...change }: AuditChange): AuditChange {
  const cut = (text: string) =>
    text.length > lettersPerValue ? `${[...text].slice(0, lettersPerValue).join('')}…` : text;
  return { ...change, from: cut(from), to: cut(to) };
}

async function chainOf(
  db: ScopedDb,
  { whole, params, officeCode }: Asked,
  now: Date,
): Promise<{ chain?: ChainState }> {
  if (officeCode || scopeBehind(db).reach !== 'district') return {};
  const end = await findAuditEnd(db);
  const wanted = whole || params.get('verify') === '1' || (end?.entries ?? 0) <= verifiedUnasked;
  if (end && !wanted) return { chain: end };
  // a district without an end of its trail has lost it
  const state = (await verifyAudit(db)) ?? { entries: 0, hash: '', brokenAt: 1 };
  return { chain: { ...state, verifiedAt: chinaTime(now.toISOString()) } };
}

async function frameworksOf(db: ScopedDb, lines: AuditLine[]): Promise<Record<number, Framework>> {
  const years = [
    ...new Set(lines.flatMap((line) => (line.year && spoken(line).length > 0 ? [line.year] : []))),
  ];
  if (years.length === 0) return {};
  const told = lines.flatMap(spoken);
  const spokenOf = (code: string) => told.some((field) => field.startsWith(`scores.${code}`));
  return Object.fromEntries(
    [...(await findAllFrameworks(db, years))].map(([year, framework]) => [
      year,
      {
        ...framework,
        nodes: framework.nodes.filter(({ code }) => spokenOf(code)).map(({ rule: _, ...node }) => node),
      },
    ]),
  );
}

/** The fields that a line names; a download of one indicator names its score. */
function spoken({ changes, subject }: AuditLine): string[] {
  const indicator = exportedPage(subject)?.indicator;
  return [...changes.map(({ field }) => field), ...(indicator ? [`scores.${indicator}`] : [])];
}

function named({ code, name, nameEn }: Named): Named {
  return { code, name, nameEn };
}
