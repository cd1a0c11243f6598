import { Basics } from '#app/components/report-card/basics.tsx';
import { FindingList } from '#app/components/report-card/finding-list.tsx';
import { OutcomeTable, ProjectTable } from '#app/components/report-card/outcomes.tsx';
import { ProblemList } from '#app/components/report-card/problem-list.tsx';
import { ScoreTable } from '#app/components/report-card/score-table.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import { formatScore, type MoneyUnit } from '#app/domain/figure-text.ts';
import type { Translate } from '#app/lib/i18n/instance.ts';
import type { Language } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ImportPreview } from '#app/usecases/preview-import.server.ts';
import { AcceptButtons, AcceptForm } from './accept-form.tsx';
import { DifferenceTable } from './difference-table.tsx';
import { FigureTable } from './figure-table.tsx';

interface PreviewProps {
  preview: ImportPreview;
  /** The file itself, to be sent back on accepting. */
  document: string;
  unit: MoneyUnit;
  leaveTo: string;
}

/** What was read from the file and what would change; nothing of it is written yet. */
export function Preview({ preview, document, unit, leaveTo }: PreviewProps) {
  const { t, language } = useT();
  const { submission, figures, current } = preview;
  const { problems, measures, keyProjects, outcomeIndicators } = submission.content;
  return (
    <>
      <p className="reading">{headlineOf(preview, t)}</p>
      <p className="notice">
        {t('import.preview.nothingYet')}
        {language === 'en' ? ' ' : ''}
        {t(`import.becomes.${preview.filing.status}`)}
      </p>
      <AcceptForm preview={preview} document={document} leaveTo={leaveTo} />
      {current ? (
        <Section title={t('import.difference.title')}>
          <DifferenceTable current={current} unit={unit} />
        </Section>
      ) : null}
      <Section title={t('office.findings.title')}>
        <FindingList findings={submission.findings} unit={unit} />
      </Section>
      <Section title={t('import.preview.figures')} note={t('import.preview.figuresNote')}>
        <FigureTable figures={figures} unit={unit} />
      </Section>
      <Section title={t('import.preview.scores')} note={scoreNote(preview, t, language)}>
        {submission.scores.length > 0 ? (
          <ScoreTable lines={submission.scores} unit={unit} missing={submission.missing} />
        ) : (
          <p>{t('import.preview.noScores')}</p>
        )}
      </Section>
      <Section title={t('office.problems.title')}>
        <ProblemList problems={problems} measures={measures} />
      </Section>
      {outcomeIndicators.length > 0 ? (
        <Section title={t('office.outcomes.title')}>
          <OutcomeTable indicators={outcomeIndicators} />
        </Section>
      ) : null}
      {keyProjects.length > 0 ? (
        <Section title={t('office.projects.title')}>
          <ProjectTable projects={keyProjects} unit={unit} />
        </Section>
      ) : null}
      <Basics content={submission.content} />
      <AcceptButtons filing={preview.filing} leaveTo={leaveTo} />
    </>
  );
}

function headlineOf({ fileName, figures, submission }: ImportPreview, t: Translate): string {
  const amounts = figures.filter(({ kind }) => kind === 'money').length;
  const claimed = submission.scores.filter(({ self }) => self !== undefined).length;
  return t('import.preview.headline', {
    file: fileName,
    amounts,
    rates: figures.length - amounts,
    scores: claimed + (submission.total.self === undefined ? 0 : 1),
    problems: submission.content.problems.length,
    findings: submission.findings.length,
  });
}

function scoreNote({ submission, unknownScores }: ImportPreview, t: Translate, language: Language): string {
  const { self, weight } = submission.total;
  const points = (score: string) => formatScore(score, language) ?? '';
  const total =
    self === undefined
      ? t('import.preview.noTotal')
      : t('import.preview.total', { score: points(self), weight: points(weight) });
  if (unknownScores.length === 0) return total;
  const list = unknownScores.map(({ name, score }) =>
    t('import.preview.unknownScore', { name, score: points(score) }),
  );
  return `${total}${language === 'en' ? ' ' : ''}${t('import.preview.unknownScores', { list: list.join(t('import.preview.listSeparator')) })}`;
}
