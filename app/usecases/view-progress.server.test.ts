import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Finding } from '#app/domain/submission.ts';
import { insertAudit } from '#db/queries/audit.server.ts';
import { upsertRoundOffice } from '#db/queries/round-offices.server.ts';
import { withScope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase } from '#test/helpers/database.ts';
import {
  insertRawDistrict,
  type RawDistrict,
  type RawSubmission,
  rawDistrict,
} from '#test/helpers/random-district.ts';
import { type ProgressView, viewProgress } from './view-progress.server.ts';

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
});
afterAll(() => db.close());

const year = 2023;
const opensOn = '2024-01-05';
const deadline = '2024-03-31';
const now = new Date('2024-04-19T17:30:00.000Z'); // the 20th in China
const patience = 240_000;

interface Exception {
  takesPart: boolean;
  deadline: string | null;
}

interface RawTrail {
  raw: RawDistrict;
  exceptions: Map<string, Exception>;
  /** By office: steps with their instants, oldest first. */
  trails: Map<string, { step: string; at: string }[]>;
}

const steps = ['submit', 'withdraw', 'return', 'approve', 'score'];
const findings: Finding[] = [
  { check: 'source_sum', severity: 'error', fields: ['executed_total'] },
  { check: 'outlier', severity: 'warning', fields: ['budget_total'] },
  { check: 'outlier', severity: 'warning', fields: ['executed_total'], answer: '机构调整' },
  { check: 'period', severity: 'info', fields: ['text'] },
];

/** A random district with own deadlines, offices that take no part, findings of all kinds, and trails that may be silent. */
const drawn: fc.Arbitrary<RawTrail> = rawDistrict().chain((raw) => {
  const ids = raw.offices.map(({ id }) => id);
  const exception = fc.option(
    fc.record({
      takesPart: fc.boolean(),
      deadline: fc.constantFrom(null, '2024-03-01', '2024-04-20', '2024-05-01'),
    }),
    { freq: 3 },
  );
  const step = fc.record({ step: fc.constantFrom(...steps), hour: fc.nat(2_000) });
  return fc
    .tuple(
      fc.tuple(...ids.map(() => exception)),
      fc.tuple(...ids.map(() => fc.uniqueArray(step, { maxLength: 5, selector: ({ hour }) => hour }))),
      fc.infiniteStream(fc.subarray(findings)),
    )
    .map(([exceptions, trails, found]) => ({
      raw: {
        ...raw,
        submissions: raw.submissions.map((each) => ({ ...each, findings: found.next().value ?? [] })),
      },
      exceptions: new Map(ids.flatMap((id, index) => (exceptions[index] ? [[id, exceptions[index]]] : []))),
      trails: new Map(
        ids.map((id, index) => [
          id,
          (trails[index] ?? [])
            .map((each) => ({
              step: each.step,
              at: new Date(Date.UTC(2024, 0, 5) + each.hour * 3_600_000).toISOString(),
            }))
            .sort((a, b) => (a.at < b.at ? -1 : 1)),
        ]),
      ),
    }));
});

test(
  'every count, duration and reminder is what plain loops over the raw rows give',
  async () => {
    await fc.assert(
      fc.asyncProperty(drawn, async (world) => {
        const { raw, view, rawIdOf } = await stored(world);
        const plain = raw.offices.filter(({ active }) => active).map(({ id }) => plainOffice(world, id));
        const states = Object.fromEntries(
          view.offices.map(({ office, state }) => [rawIdOf(office.id), state]),
        );
        expect(states).toEqual(Object.fromEntries(plain.map(({ id, state }) => [id, state])));
        expect(view.counts).toEqual(plainCounts(plain));
        expect(view.findings).toEqual(plainFindings(plain));
        expect(view.steps.map(({ step, times }) => [step, times])).toEqual(
          stepNames.map((step) => [step, plain.flatMap((each) => each.steps[step]).length]),
        );
        for (const { step, median, slowest } of view.steps) {
          const days = plain.flatMap((each) => each.steps[step]).sort((a, b) => a - b);
          const half = days.length / 2;
          expect(median).toBe(
            days.length === 0
              ? undefined
              : days.length % 2 === 1
                ? days[Math.floor(half)]
                : ((days[half - 1] ?? 0) + (days[half] ?? 0)) / 2,
          );
          const most = Math.max(...days);
          expect(slowest?.days).toBe(days.length === 0 ? undefined : most);
          expect((slowest?.offices ?? []).map(({ id }) => rawIdOf(id)).sort()).toEqual(
            plain
              .filter((each) => each.steps[step].includes(most))
              .map(({ id }) => id)
              .sort(),
          );
        }
        const missing = plain.filter(({ state }) => ['returned', 'draft', 'not_begun'].includes(state));
        expect(
          view.reminders
            .map(({ office, deadline: day, daysLeft }) => [rawIdOf(office.id), day, daysLeft])
            .sort(),
        ).toEqual(
          missing.map((each) => [each.id, each.deadline, plainDays('2024-04-20', each.deadline)]).sort(),
        );
        const left = view.reminders.map(({ daysLeft }) => daysLeft);
        expect(left).toEqual([...left].sort((a, b) => a - b));
        expect(
          view.queue
            .map((each) => [
              rawIdOf(each.office.id),
              each.days,
              each.findings,
              each.unanswered,
              each.late,
              each.again,
            ])
            .sort(),
        ).toEqual(
          plain
            .filter(({ state }) => state === 'submitted')
            .map(({ id, submission, late, trail }) => [
              id,
              plainDays(chinaDate(submission?.submittedAt ?? ''), '2024-04-20'),
              {
                error: count(submission, 'error'),
                warning: count(submission, 'warning'),
                info: count(submission, 'info'),
              },
              (submission?.findings ?? []).filter((one) => one.severity === 'warning' && !one.answer).length,
              late,
              trail.some(({ step }) => step === 'return'),
            ])
            .sort(),
        );
      }),
      { numRuns: 60 },
    );
  },
  patience,
);

test('what another year, another office or the time before the opening left in the trail is not counted', async () => {
  const [raw] = fc.sample(rawDistrict(), 1);
  if (!raw) throw new Error('no district drawn');
  const submission: RawSubmission = {
    ...{
      officeId: raw.offices[0]?.id ?? '',
      year,
      status: 'submitted',
      approvedAt: null,
      reviewed: {},
      findings: [],
    },
    submittedAt: '2024-03-10T02:00:00.000Z',
    content: {
      amounts: {},
      rates: {},
      monthlyExecution: [],
      scores: [],
      outcomeIndicators: [],
      keyProjects: [],
      problems: [],
      measures: [],
    },
  };
  const offices = raw.offices.map((office) => ({ ...office, active: true }));
  const { reviewer, leader, officeIdOf } = await insertRawDistrict(db.database, {
    ...raw,
    offices,
    submissions: [submission],
  });
  await withScope(reviewer, async (scoped) => {
    const of = { officeId: officeIdOf(submission.officeId), action: 'submission.return' };
    const code = offices[0]?.code;
    await insertAudit(scoped, { ...of, subject: `${code}/2022`, at: '2024-03-11T02:00:00.000Z' });
    await insertAudit(scoped, { ...of, subject: `${code}/2023`, at: '2024-01-04T02:00:00.000Z' });
    await insertAudit(scoped, { ...of, subject: `${code}9/2023`, at: '2024-03-12T02:00:00.000Z' });
  });
  const view = await seen(leader);
  expect(view.queue[0]?.again).toBe(false);
  expect(view.steps.map(({ times }) => times)).toEqual([1, 0, 0]);
});

test('a year without a round has no board', async () => {
  const [raw] = fc.sample(rawDistrict(), 1);
  if (!raw) throw new Error('no district drawn');
  const { leader } = await insertRawDistrict(db.database, raw);
  expect(await viewProgress(leader, { year: 2011, order: 'waiting' }, now)).toBeUndefined();
});

async function stored(world: RawTrail) {
  const { raw, exceptions, trails } = world;
  const { reviewer, leader, officeIdOf } = await insertRawDistrict(db.database, raw);
  await withScope(reviewer, async (scoped) => {
    for (const [id, exception] of exceptions)
      await upsertRoundOffice(scoped, { year, officeId: officeIdOf(id), ...exception, reason: '来函' });
    for (const { id, code } of raw.offices)
      for (const { step, at } of trails.get(id) ?? [])
        await insertAudit(scoped, {
          officeId: officeIdOf(id),
          action: `submission.${step}`,
          subject: `${code}/${year}`,
          at,
          detail: { id: randomUUID() },
        });
  });
  const rawIds = new Map(raw.offices.map(({ id }) => [officeIdOf(id), id]));
  return { raw, view: await seen(leader), rawIdOf: (id: string) => rawIds.get(id) ?? '' };
}

async function seen(scope: Parameters<typeof viewProgress>[0]): Promise<ProgressView> {
  const view = await viewProgress(scope, { year, order: 'waiting' }, now);
  if (!view) throw new Error('no round');
  return view;
}

const stepNames = ['to_submission', 'to_decision', 'to_resubmission'] as const;

type PlainOffice = ReturnType<typeof plainOffice>;

/** By plain loops over the raw rows; nothing of the product's own rules. */
function plainOffice({ raw, exceptions, trails }: RawTrail, id: string) {
  const submission = raw.submissions.find((each) => each.officeId === id && each.year === year);
  const exception = exceptions.get(id);
  const own = exception?.deadline ?? deadline;
  const state = exception?.takesPart === false ? 'left_out' : (submission?.status ?? 'not_begun');
  const isFiled = state === 'submitted' || state === 'approved';
  // a trail is only told where there is a submission, and other steps than these do not count
  const trail = submission ? (trails.get(id) ?? []).filter(({ step }) => step !== 'score') : [];
  return {
    id,
    state,
    submission,
    deadline: own,
    late: isFiled && chinaDate(submission?.submittedAt ?? '') > own,
    isFiled,
    trail,
    steps: plainSteps(trail, state === 'left_out' ? undefined : submission),
  };
}

function plainSteps(trail: { step: string; at: string }[], submission: RawSubmission | undefined) {
  const result: Record<(typeof stepNames)[number], number[]> = {
    to_submission: [],
    to_decision: [],
    to_resubmission: [],
  };
  if (!submission) return result;
  const all = [...trail];
  if (submission.submittedAt && !trail.some(({ step }) => step === 'submit'))
    all.push({ step: 'submit', at: submission.submittedAt });
  if (submission.approvedAt && !trail.some(({ step }) => step === 'approve'))
    all.push({ step: 'approve', at: submission.approvedAt });
  all.sort((a, b) => (a.at < b.at ? -1 : 1));
  all.forEach(({ step, at }, index) => {
    const before = all.slice(0, index);
    const previous = before.at(-1);
    if (step === 'submit') {
      if (index === 0) result.to_submission.push(plainDays(opensOn, chinaDate(at)));
      // the last return, unless a submission came in between
      const returned = before.findLast((each) => each.step === 'return' || each.step === 'submit');
      if (returned?.step === 'return')
        result.to_resubmission.push(plainDays(chinaDate(returned.at), chinaDate(at)));
    }
    if ((step === 'return' || step === 'approve') && previous?.step === 'submit')
      result.to_decision.push(plainDays(chinaDate(previous.at), chinaDate(at)));
  });
  return result;
}

function plainCounts(offices: PlainOffice[]) {
  const of = (state: string) => offices.filter((each) => each.state === state).length;
  const filed = offices.filter(({ isFiled }) => isFiled);
  const missing = offices.filter(({ state }) => ['returned', 'draft', 'not_begun'].includes(state));
  return {
    approved: of('approved'),
    submitted: of('submitted'),
    returned: of('returned'),
    draft: of('draft'),
    not_begun: of('not_begun'),
    left_out: of('left_out'),
    takingPart: offices.length - of('left_out'),
    filed: filed.length,
    missing: missing.length,
    late: filed.filter(({ late }) => late).length,
    onTime: filed.filter(({ late }) => !late).length,
    undated: 0,
    overdue: missing.filter((each) => each.deadline < '2024-04-20').length,
  };
}

function plainFindings(offices: PlainOffice[]) {
  const filed = offices.filter(({ isFiled }) => isFiled);
  return ['error', 'warning', 'info'].map((severity) => ({
    severity,
    findings: filed.reduce((sum, { submission }) => sum + count(submission, severity), 0),
    offices: filed.filter(({ submission }) => count(submission, severity) > 0).length,
    answered: filed
      .flatMap(({ submission }) => submission?.findings ?? [])
      .filter((one) => one.severity === severity && one.answer).length,
  }));
}

function count(submission: RawSubmission | undefined, severity: string): number {
  return (submission?.findings ?? []).filter((each) => each.severity === severity).length;
}

function chinaDate(instant: string): string {
  return new Date(new Date(instant).getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function plainDays(from: string, to: string): number {
  return (new Date(to).getTime() - new Date(from).getTime()) / 86_400_000;
}
