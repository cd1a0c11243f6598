import { formatAmount, formatScore } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useForm } from './form-context.tsx';

/** What other offices stated in this field last year, where the round lets it be seen. */
export function PeerRange({ field }: { field: string }) {
  const { page } = useForm();
  const { t, language } = useT();
  const range = page.peers.ranges[field];
  if (!range) return null;
  const shown = (value: string) =>
    field.startsWith('amounts.') ? formatAmount(value, 'wan', language) : formatScore(value, language);
  const median = shown(range.median);
  const { low, high } = range;
  return (
    <span className="form-peers">
      {low === undefined || high === undefined
        ? t('form.peers.median', { median })
        : t('form.peers.range', { low: shown(low), high: shown(high), median })}
    </span>
  );
}

/** What the figures beside the fields are, or why there are none: said once. */
export function PeerNote() {
  const { page } = useForm();
  const { t } = useT();
  const { policy, ranges, year } = page.peers;
  const isEmpty = Object.keys(ranges).length === 0;
  const key = policy === undefined ? 'noRound' : isEmpty ? 'tooFew' : policy;
  return <p className="note">{t(`form.peers.note.${key}`, { year })}</p>;
}
