import { useT } from '#app/lib/i18n/use-t.ts';
import type { FieldEvent } from '#app/usecases/field-history.server.ts';
import { actionText, actorText } from './words.ts';

interface FieldPlace {
  /** Administrative code of the office. */
  officeCode: string;
  year: number;
  /** Of the form: “amounts.budget_total”. */
  field: string;
}

/** Beside a field: leads to everything that ever happened to it. Needs the words of `audit`. */
export function FieldHistoryLink({ officeCode, year, field, name }: FieldPlace & { name: string }) {
  const { t } = useT();
  return (
    <a
      className="field-history-link no-print"
      href={`/offices/${officeCode}/${year}/history?${new URLSearchParams({ field })}`}
      aria-label={t('audit.history.of', { field: name })}
    >
      {t('audit.history.link')}
    </a>
  );
}

/**
 * What happened at one field, newest first, folded: who, when, from what to what and why. Needs the words of `audit` and
 * `domain`; the events come from `findFieldHistory`.
 */
export function FieldHistory({
  name,
  events,
  open,
}: {
  name: string;
  events: readonly FieldEvent[];
  open?: boolean;
}) {
  const words = useT();
  const { t } = words;
  const shown = (value: string) => value || t('audit.empty');
  return (
    <details className="field-history" open={open}>
      <summary>{t('audit.history.of', { field: name })}</summary>
      {events.length === 0 ? <p>{t('audit.history.none')}</p> : null}
      <ol>
        {events.map(({ seq, at, by, action, from, to, reason }) => (
          <li key={`${seq} ${from} ${to}`}>
            <span className="field-history-head">
              {at} {actorText(by, words)} {actionText(action, words)}
            </span>
            {from === undefined && to === undefined ? null : (
              <span>{t('audit.history.fromTo', { from: shown(from ?? ''), to: shown(to ?? '') })}</span>
            )}
            {reason ? <q>{reason}</q> : null}
          </li>
        ))}
      </ol>
    </details>
  );
}
