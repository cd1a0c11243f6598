import { officeNames, type Words } from '#app/components/charts/words.ts';
import type { BoundaryChange } from '#app/domain/boundary-change.ts';
import { breaksSeries } from '#app/domain/boundary-change.ts';
import { formatScore } from '#app/domain/figure-text.ts';
import type { OfficeName } from '#app/domain/office-year.ts';
import type { Component, MovementRule, OfficeMovement } from '#app/domain/rank-movement.ts';
import { mainReason, type Reason, reasonsOf } from '#app/domain/rank-movement-reading.ts';
import { signedPoints } from '#app/lib/change-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import type { MoveRow, MovesView } from '#app/usecases/office-movement.server.ts';

/** Why an office moved, in one sentence that names every reason with an effect. */
export function movementTitle(
  office: OfficeName,
  movement: OfficeMovement,
  rule: MovementRule,
  words: Words,
): string {
  const { t, language } = words;
  const { before, now, places } = movement;
  const way = Math.sign(places) || 1;
  const reasons = reasonsOf(movement)
    .filter((reason) => reason.places !== 0)
    .sort((a, b) => (b.places - a.places) * way);
  const said = {
    office: localName(language, office),
    before: before.rank,
    now: now.rank,
    why: reasons.map((reason) => reasonText(reason, rule, words)).join(t('moves.why.join')),
  };
  if (reasons.length === 0) return t('moves.title.quiet', said);
  return t(places > 0 ? 'moves.title.rose' : places < 0 ? 'moves.title.fell' : 'moves.title.same', said);
}

/** The biggest reason in words; that nothing moved where nothing did. */
export function mainReasonText(movement: OfficeMovement, rule: MovementRule, words: Words): string {
  const reason = mainReason(movement);
  if (reason) return reasonText(reason, rule, words);
  const moved = reasonsOf(movement).some(({ places }) => places !== 0);
  return words.t(moved ? 'moves.list.offset' : 'moves.list.none');
}

export function valueTitle(
  office: OfficeName,
  { before, now }: OfficeMovement,
  rule: MovementRule,
  components: Component[],
  words: Words,
): string {
  const { t, language } = words;
  const change = components.reduce((total, { points }) => total + Number(points), 0).toFixed(2);
  const said = {
    office: localName(language, office),
    rule: t(`moves.rule.${rule}`),
    before: formatScore(before.value, language),
    now: formatScore(now.value, language),
    change: signedPoints(change, words.language),
  };
  return t(Number(change) === 0 ? 'moves.title.value.same' : `moves.title.value.${rule}`, said);
}

/** “▲ 6”, “▼ 1”, “0”. */
export function placesText(places: number, { t }: Words): string {
  if (places === 0) return t('moves.chart.zero');
  return t(places > 0 ? 'common.change.up' : 'common.change.down', { value: Math.abs(places) });
}

export function stepName({ kind, node }: Pick<Component, 'kind' | 'node'>, { t, language }: Words): string {
  return t(`moves.step.${kind}`, { node: node && localName(language, node) });
}

/** What the reader must know to read the steps. */
export function ruleNotes(view: MovesView, words: Words): string[] {
  const { t } = words;
  const { rule } = view.search;
  if (rule === 'execution_rate')
    return [t('moves.note.execution_rate'), t('moves.note.order'), t('moves.note.rate')];
  const framework = view.framework === 'restated' ? t('moves.note.framework') : '';
  return [
    t('moves.note.total_score', { framework }),
    t('moves.note.order'),
    frameworkNote(view, words),
    t('moves.note.counts'),
    t('moves.note.self'),
  ];
}

/** Whether the two years' points can be compared. */
export function frameworkNote({ framework }: MovesView, { t }: Words): string {
  return t(`moves.note.${framework === 'none' ? 'same' : framework}`);
}

/** How many rose, fell and stayed, and who moved most. */
export function listTitle({ rows, lastYear, header }: MovesView, words: Words): string {
  const { t } = words;
  if (lastYear === undefined) return t('moves.list.noLastYear', { year: header.year - 1 });
  const moved = rows.flatMap(({ office, movement }) =>
    movement ? [{ office, places: movement.places }] : [],
  );
  if (moved.length === 0) return t('moves.list.incomparable');
  const count = (way: number) => moved.filter(({ places }) => Math.sign(places) === way).length;
  const most = [
    mostText('mostUp', moved, words),
    mostText(
      'mostDown',
      moved.map(({ office, places }) => ({ office, places: -places })),
      words,
    ),
  ].filter((part) => part !== undefined);
  return t('moves.list.some', {
    compared: moved.length,
    up: count(1),
    down: count(-1),
    same: count(0),
    most: most.join(t('moves.list.join')) || t('moves.list.nobody'),
  });
}

/** What changed the office's boundary between the two years; undefined where nothing did. */
export function boundaryRemark({ office, boundary }: MoveRow, words: Words): string | undefined {
  const { t, language } = words;
  if (boundary.length === 0) return undefined;
  const text = boundary.map((change) => boundaryText(change, words)).join(t('moves.list.join2'));
  const remark = boundary.some(breaksSeries) ? 'moves.boundary.remark' : 'moves.boundary.renamedRemark';
  return t(remark, { office: localName(language, office), text });
}

export function boundaryText(change: BoundaryChange, { t, language }: Words): string {
  return t('moves.boundary.text', {
    year: change.year,
    kind: t(`moves.boundary.${change.kind}`),
    note: language === 'en' ? change.noteEn : change.note,
  });
}

/** Why an office has no rank in one of the years. */
export function missingText({ missing }: MoveRow, { t }: Words): string {
  return missing
    .map(({ year, reason }) => t('moves.list.unranked', { year, reason: t(`moves.reason.${reason}`) }))
    .join(t('moves.list.join2'));
}

function mostText(
  key: 'mostUp' | 'mostDown',
  moved: { office: OfficeName; places: number }[],
  words: Words,
): string | undefined {
  const most = Math.max(...moved.map(({ places }) => places));
  if (most <= 0) return undefined;
  const offices = moved.filter(({ places }) => places === most).map(({ office }) => office);
  return words.t(`moves.list.${key}`, { offices: officeNames(offices, words), count: most });
}

function reasonText({ kind, places, lead }: Reason, rule: MovementRule, words: Words): string {
  const { t } = words;
  const move = t(places > 0 ? 'moves.why.up' : 'moves.why.down', { count: Math.abs(places) });
  if (kind !== 'own') return t(`moves.why.${kind}`, { move });
  if (!lead || Math.sign(Number(lead.points)) !== Math.sign(places))
    return t(`moves.why.own.${rule}`, { move });
  return t(rule === 'execution_rate' ? 'moves.why.ownLeadRate' : 'moves.why.ownLead', {
    move,
    lead: leadName(lead, words),
    points: signedPoints(lead.points, words.language),
  });
}

function leadName({ kind, node }: Component, { t, language }: Words): string {
  if (node) return localName(language, node);
  if (kind === 'remainder' || kind === 'whole' || kind === 'executed' || kind === 'budget')
    return t(`moves.why.lead.${kind}`);
  throw new RangeError(`not a step of the own change: "${kind}"`);
}
