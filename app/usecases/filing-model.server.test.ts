import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { kyselyOf } from '#db/client.server.ts';
import type { Scope } from '#db/scope.server.ts';
import { type TestDatabase, testDatabase, testEngine } from '#test/helpers/database.ts';
import {
  type FilingDistrict,
  filingNow,
  insertFilingDistrict,
  type Person,
  soundValues,
  filingYear as year,
} from '#test/helpers/filing-district.ts';
import { approveReport } from './approve-report.server.ts';
import { commentOnReport } from './comment-report.server.ts';
import { FilingRefusal } from './filing-refusal.ts';
import { finishDraft, takeBackDraft } from './finish-draft.server.ts';
import { returnReport } from './return-report.server.ts';
import { saveDraft } from './save-draft.server.ts';
import { scoreReport } from './score-report.server.ts';
import { submitReport } from './submit-report.server.ts';
import { withdrawReport } from './withdraw-report.server.ts';

/** On one connection in memory every statement takes longer, and the rules are the same. */
const sequences = testEngine === 'postgres' ? 1_000 : 60;
const lanes = 4;

type Actor = Person | 'turncoat';
type Command =
  | 'save'
  | 'finish'
  | 'take_back'
  | 'submit'
  | 'withdraw'
  | 'return'
  | 'approve'
  | 'score'
  | 'comment';

/** What a save writes: an entry that cannot be read, or another claim for indicator b, or nothing but another goal. */
type Writing = 'fine' | 'unreadable' | 'claim';

interface Move {
  command: Command;
  actor: Actor;
  /** On a screen from before the last change. */
  stale: boolean;
  /** The last move once more. */
  again: boolean;
  /** Before the round opens. */
  early: boolean;
  writing: Writing;
}

/** The rules told once more, as plainly as can be and without a table. */
interface Model {
  status: 'none' | 'draft' | 'submitted' | 'returned' | 'approved';
  finished: boolean;
  hasCopy: boolean;
  goal: number;
  unreadable: boolean;
  claim: number;
  sentGoal: number;
  sentClaim: number;
  reviewed: boolean;
  revision: number;
  submitter: Actor | null;
  approver: Actor | null;
  steps: number;
  /** The last step, and the last one that the district knows of. */
  last: string;
  lastSent: string;
}

let databases: TestDatabase;
let district: FilingDistrict;
let next = 0;

beforeAll(async () => {
  databases = await testDatabase();
  district = await insertFilingDistrict(databases, { offices: sequences });
});
afterAll(() => databases.close());

const people: Record<Command, Actor[]> = {
  save: ['preparer', 'approver'],
  finish: ['preparer', 'approver'],
  take_back: ['preparer', 'approver', 'reviewer'],
  submit: ['approver', 'approver', 'deputy', 'preparer', 'leader'],
  withdraw: ['approver', 'deputy', 'preparer', 'reviewer'],
  return: ['reviewer', 'colleague', 'approver'],
  approve: ['reviewer', 'colleague', 'turncoat', 'leader'],
  score: ['reviewer', 'colleague', 'preparer'],
  comment: ['reviewer', 'leader'],
};
const often: Command[] = ['save', 'save', 'submit', 'submit', 'return', 'score'];
const commands = Object.keys(people) as Command[];
const move: fc.Arbitrary<Move> = fc.constantFrom(...often, ...commands).chain((command) =>
  fc.record({
    command: fc.constant(command),
    actor: fc.constantFrom(...people[command]),
    stale: fc.nat(9).map((draw) => draw === 0),
    again: fc.nat(7).map((draw) => draw === 0),
    early: fc.nat(19).map((draw) => draw === 0),
    writing: fc.constantFrom<Writing>('fine', 'fine', 'fine', 'unreadable', 'claim'),
  }),
);

/** Most begin with a save and a submit, for much more can happen from there on. */
const first = (command: Command, actor: Actor): Move => ({
  command,
  actor,
  stale: false,
  again: false,
  early: false,
  writing: 'fine',
});
const start = fc.constantFrom(
  [],
  [first('save', 'preparer')],
  [first('save', 'preparer'), first('submit', 'approver')],
  [first('save', 'preparer'), first('submit', 'deputy')],
);
const sequence = fc
  .tuple(start, fc.array(move, { minLength: 3, maxLength: 12 }))
  .map((parts) => parts.flat());

test(`${sequences} sequences of commands go as the plain rules say, step by step`, {
  timeout: 300_000,
}, async () => {
  const lane = () =>
    fc.assert(fc.asyncProperty(sequence, run), { numRuns: sequences / lanes, endOnFailure: true });
  await Promise.all(Array.from({ length: lanes }, lane));
  if (testEngine === 'postgres') expect([...answers].toSorted()).toEqual(everyAnswer);
});

/** What a thousand sequences must have been through. */
const everyAnswer = [
  'changed_meanwhile',
  'done',
  'is_approved',
  'is_draft',
  'is_finished',
  'is_none',
  'is_returned',
  'is_submitted',
  'not_ready',
  'round_not_open',
  'same_person',
  'wrong_role',
];
const answers = new Set<string>();

async function run(moves: Move[]): Promise<void> {
  const index = next++;
  const place = district.offices[index];
  if (!place) throw new Error('no office');
  const model: Model = {
    status: 'none',
    finished: false,
    hasCopy: false,
    goal: 0,
    unreadable: false,
    claim: 39,
    sentGoal: 0,
    sentClaim: 0,
    reviewed: false,
    revision: 0,
    submitter: null,
    approver: null,
    steps: 0,
    last: '',
    lastSent: '',
  };
  let versions = { copy: 0, sent: 0 };
  let before: { move: Move; versions: { copy: number; sent: number } } | undefined;
  for (const drawn of moves) {
    const repeated = drawn.again && before ? before : undefined;
    const step = repeated?.move ?? drawn;
    const at =
      repeated?.versions ?? (step.stale ? { copy: versions.copy - 1, sent: versions.sent - 1 } : versions);
    const isCurrent = ofCopy(step.command) ? at.copy === versions.copy : at.sent === versions.sent;
    const number = ofCopy(step.command) ? at.copy : at.sent;
    const expected = expectedOf(model, step, { isCurrent, number });
    const answer = await give(step, { index, officeCode: place.code, at, model });
    answers.add(answer);
    expect([step, answer]).toEqual([step, expected]);
    const found = await stateOf(place.id);
    expect([step, found.state]).toEqual([step, stateOfModel(model)]);
    versions = found.versions;
    before = { move: step, versions: at };
  }
}

function ofCopy(command: Command): boolean {
  return command === 'finish' || command === 'take_back' || command === 'submit';
}

/** What the rules say of a step, and what becomes of the model. */
function expectedOf(
  model: Model,
  { command, actor, early, writing }: Move,
  { isCurrent, number }: { isCurrent: boolean; number: number },
): string {
  const staff = actor === 'preparer' || actor === 'approver' || actor === 'deputy';
  const approving = actor === 'approver' || actor === 'deputy';
  const reviewing = actor === 'reviewer' || actor === 'colleague' || actor === 'turncoat';
  const allowed = {
    save: staff,
    finish: actor === 'preparer',
    take_back: staff,
    submit: approving,
    withdraw: approving,
    return: reviewing,
    approve: reviewing,
    score: reviewing,
    comment: reviewing,
  }[command];
  const finished = model.finished;
  const inHand = model.status === 'draft' || model.status === 'returned';
  const possible = {
    save: model.status === 'none' || (inHand && (!finished || approving)),
    finish: inHand && !finished,
    take_back: finished,
    submit: inHand,
    withdraw: model.status === 'submitted',
    return: model.status === 'submitted' || model.status === 'approved',
    approve: model.status === 'submitted',
    score: model.status === 'submitted',
    comment: model.status === 'submitted' || model.status === 'returned' || model.status === 'approved',
  }[command];
  const mine = `${command} ${actorKey(actor)} ${number}`;
  const again = command !== 'save' && command !== 'comment' && mine === (staff ? model.last : model.lastSent);
  const state = staff && finished ? 'finished' : model.status;
  if (!allowed) return 'wrong_role';
  if (!possible) return again ? 'done' : `is_${state}`;
  if (command === 'approve' && actorKey(actor) === (model.submitter && actorKey(model.submitter)))
    return 'same_person';
  if (early && !['approve', 'score', 'comment'].includes(command)) return 'round_not_open';
  if (command !== 'save' && command !== 'comment' && !isCurrent) return again ? 'done' : 'changed_meanwhile';
  if (command === 'submit' && model.unreadable) return 'not_ready';
  if (command === 'score' && model.reviewed) return 'done'; // the same score again is no step
  apply(model, command, actor, writing);
  model.steps += 1;
  model.last = mine;
  if (!['save', 'finish', 'take_back'].includes(command)) model.lastSent = mine;
  return 'done';
}

function apply(model: Model, command: Command, actor: Actor, writing: Writing): void {
  switch (command) {
    case 'save':
      if (model.status === 'none') Object.assign(model, { status: 'draft', revision: 1 });
      model.finished = false;
      model.hasCopy = true;
      model.goal += 1;
      model.unreadable = writing === 'unreadable';
      if (writing === 'claim') model.claim = model.claim === 39 ? 38 : 39;
      break;
    case 'finish':
      model.finished = true;
      model.hasCopy = true;
      break;
    case 'take_back':
      model.finished = false;
      break;
    case 'submit':
      model.revision += 1;
      model.status = 'submitted';
      model.submitter = actor;
      model.finished = false;
      model.hasCopy = false;
      model.reviewed = model.reviewed && model.claim === model.sentClaim;
      model.sentGoal = model.goal;
      model.sentClaim = model.claim;
      break;
    case 'withdraw':
      model.status = 'draft';
      model.submitter = null;
      model.hasCopy = true;
      break;
    case 'return':
      model.status = 'returned';
      model.approver = null;
      break;
    case 'approve':
      model.status = 'approved';
      model.approver = actor;
      break;
    case 'score':
      model.reviewed = true;
      break;
    case 'comment':
      break;
  }
}

/** The turncoat is the approver by another name. */
function actorKey(actor: Actor): string {
  return actor === 'turncoat' ? 'approver' : actor;
}

interface Place {
  index: number;
  officeCode: string;
  at: { copy: number; sent: number };
  model: Model;
}

/** Gives the command to the product; `done` or the code of the refusal. */
async function give(step: Move, place: Place): Promise<string> {
  const { command, actor, early } = step;
  const scope = actor === 'turncoat' ? district.turncoat : district.at(actor, place.index);
  const now = early ? new Date('2026-01-01T00:00:00Z') : filingNow;
  try {
    await steps[command](scope, { ...place, step, now });
    return 'done';
  } catch (error) {
    if (error instanceof FilingRefusal) return error.code;
    throw error;
  }
}

const steps: Record<Command, (scope: Scope, given: Place & { step: Move; now: Date }) => Promise<unknown>> = {
  save: (scope, given) => save(scope, given),
  finish: (scope, { officeCode, at, now }) => finishDraft(scope, { officeCode, year, seen: at.copy }, now),
  take_back: (scope, { officeCode, at, now }) =>
    takeBackDraft(scope, { officeCode, year, seen: at.copy }, now),
  submit: (scope, { officeCode, at, now }) => submitReport(scope, { officeCode, year, seen: at.copy }, now),
  withdraw: (scope, { officeCode, at, now }) =>
    withdrawReport(scope, { officeCode, year, seen: at.sent, reason: '笔误' }, now),
  return: (scope, { officeCode, at, now }) =>
    returnReport(scope, { officeCode, year, seen: at.sent, reason: '请补充' }, now),
  approve: (scope, { officeCode, at, now }) => approveReport(scope, { officeCode, year, seen: at.sent }, now),
  score: (scope, { officeCode, at, now }) =>
    scoreReport(
      scope,
      { officeCode, year, seen: at.sent, scores: { b: { score: '30', reason: '佐证不足' } } },
      now,
    ),
  comment: (scope, { officeCode, model, now }) =>
    commentOnReport(
      scope,
      { officeCode, year, revision: Math.max(model.revision, 1), field: 'goal', text: `第${model.steps}条` },
      now,
    ),
};

/** The first save fills the whole form; each writes a new goal and says whether everything can be read. */
async function save(
  scope: Scope,
  { officeCode, model, step, now }: Place & { step: Move; now: Date },
): Promise<void> {
  const { fields } = await saveDraft(scope, { officeCode, year, changes: [] }, now);
  // the model has moved on already where this save is to be done
  const values = {
    ...(fields.goal === undefined ? soundValues : {}),
    goal: `目标${model.goal}`,
    staffing: step.writing === 'unreadable' ? '约三十' : '30',
    'scores.b.score': `${model.claim}`,
    'scores.total.score': `${model.claim + 59}`,
  };
  const changes = Object.entries(values).map(([field, to]) => ({ field, from: fields[field] ?? '', to }));
  await saveDraft(scope, { officeCode, year, changes }, now);
}

interface Found {
  status: string;
  finished: boolean;
  revision: number;
  sent_goal: string | null;
  copy_goal: string | null;
  submitted_by: string | null;
  approved_by: string | null;
  has_receipt: boolean;
  reviewed: string | null;
  steps: number;
  sent: number;
  copy: number;
}

function stateOfModel(model: Model) {
  const id = (actor: Actor | null) =>
    actor === null ? null : district.accountIds[actor === 'turncoat' ? 'approver' : actor];
  return {
    status: model.status,
    finished: model.finished,
    revision: model.revision,
    sent_goal: model.sentGoal ? `目标${model.sentGoal}` : null,
    copy_goal: model.hasCopy ? `目标${model.goal}` : null,
    submitted_by: id(model.submitter),
    approved_by: id(model.approver),
    has_receipt: model.submitter !== null,
    reviewed: model.reviewed ? '30.00' : null,
    steps: model.steps,
  };
}

/** What is stored for an office, seen past every policy. */
async function stateOf(officeId: string) {
  const { rows } = await sql<Found>`select coalesce(s.status, 'none') as status,
      coalesce(d.finished_at is not null and d.base_revision = s.current_revision, false) as finished,
      coalesce(s.current_revision, 0) as revision, r.goal as sent_goal,
      case when d.base_revision = s.current_revision then d.fields ->> 'goal' end as copy_goal,
      s.submitted_by, s.approved_by, s.receipt is not null as has_receipt,
      (select reviewed_score::text from indicator_scores i where i.office_id = o.id and i.year = s.year
        and i.revision = s.current_revision and i.node = 'b') as reviewed,
      (select count(*)::int from audit a where a.office_id = o.id) as steps,
      coalesce(s.version, 0) as sent, coalesce(d.version, 0) as copy
    from offices o left join submissions s on s.office_id = o.id left join drafts d on d.office_id = o.id
    left join revisions r on r.office_id = o.id and r.revision = s.current_revision
    where o.id = ${officeId}`.execute(kyselyOf(databases.owner));
  const [found] = rows;
  if (!found) throw new Error('the office is gone');
  const { sent, copy, ...state } = found;
  return { state, versions: { sent, copy } };
}
