import { useT } from '#app/lib/i18n/use-t.ts';
import { timeText } from '#app/lib/time-text.ts';
import type { FilingView } from '#app/usecases/view-filing.server.ts';

/** What the office holds in hand: number, time and sender of what lies with the bureau. */
export function Receipt({ view: { receipt, late } }: { view: FilingView }) {
  const { t, language } = useT();
  if (!receipt) return null;
  // always with its day: a receipt is printed and kept
  const rows = [
    [t('filing.receipt.number'), <strong key="number">{receipt.number}</strong>],
    [t('filing.receipt.at'), timeText(receipt.at, language, new Date(0))],
    [t('filing.receipt.by'), receipt.by ?? t('common.state.notApplicable')],
    [t('filing.receipt.revision'), t('filing.receipt.revisionOf', { revision: receipt.revision })],
    [t('filing.receipt.time'), t(late ? 'filing.receipt.late' : 'filing.receipt.inTime')],
  ] as const;
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h2 id="receipt">{t('filing.receipt.title')}</h2>
      <dl>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
