import { formatPercent } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RoundView } from '#app/usecases/view-round.server.ts';

interface RoundFactsProps {
  view: RoundView;
  round: NonNullable<RoundView['round']>;
}

/** The rules of a closed round, to read only. */
export function RoundFacts({ view, round }: RoundFactsProps) {
  const { t, language } = useT();
  const version = view.versions.find(({ id }) => id === round.frameworkId);
  const target = formatPercent(round.executionTarget ?? undefined, language);
  const facts = [
    [
      t('settings.field.frameworkId'),
      version
        ? t('settings.rules.version', {
            ...{ year: version.year, version: version.version },
            name: localName(language, version),
          })
        : t('settings.rules.none'),
    ],
    [t('settings.field.opensOn'), round.opensOn],
    [t('settings.field.deadline'), round.deadline],
    [t('settings.field.executionTarget'), target ?? t('settings.rules.none')],
    [t('settings.field.peerView'), t(`settings.peerView.${round.peerView}`)],
  ] as const;
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
