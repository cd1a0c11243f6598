import { Form, Link, useLocation } from '@remix-run/react';
import { fieldName } from '#app/components/form/field-name.ts';
import { FindingList } from '#app/components/report-card/finding-list.tsx';
import { Section } from '#app/components/report-card/section.tsx';
import type { MoneyUnit } from '#app/domain/figure-text.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { ReadingView } from '#app/usecases/view-import.server.ts';
import type { ReadingAnswer } from './answer.ts';
import { DocumentPart } from './document-part.tsx';
import { HeadPart } from './head-part.tsx';
import { SectionPart } from './section-part.tsx';
import { sectionAnchor, type Words } from './words.ts';

type Step = ReadingView['steps'][number];

export interface ReadingPageProps {
  view: ReadingView;
  office: { code: string; name: string; nameEn: string };
  year: number;
  unit: MoneyUnit;
  title: string;
  /** The step that led here. */
  done?: Step | 'nothing';
  answer?: ReadingAnswer;
}

/** What was read from one kept report, section by section beside its text; accepted in parts, and taken back. */
export function ReadingPage({ view, office, year, unit, title, done, answer }: ReadingPageProps) {
  const { t, language } = useT();
  const { search } = useLocation();
  const { framework, sections, barrier, findings } = view;
  const words: Words = { t, language, framework, unit };
  const base = `/offices/${office.code}/${year}`;
  return (
    <article className="report-card import-reading">
      <h1>{title}</h1>
      {done ? <Done done={done} words={words} base={base} inForm={view.filing.status === 'draft'} /> : null}
      {answer?.refused ? (
        <div className="alert" role="alert">
          <p>{answer.refused}</p>
        </div>
      ) : null}
      {barrier ? (
        <p className="notice">
          {t(`import.refusal.${barrier}`, { office: localName(language, office), year })}
        </p>
      ) : null}
      <HeadPart view={view} words={words} base={base} />
      <Form method="post" id="accept" reloadDocument className="import-columns">
        <input type="hidden" name="intent" value="accept" />
        <div>
          <nav className="import-sections no-print" aria-label={t('import.sections')}>
            {sections.map(({ id, items }) => (
              <a key={id} href={`#${sectionAnchor(id)}`}>
                {t('import.sectionCount', {
                  name: t(`form.section.${id}`),
                  open: items.filter(({ state }) => state !== 'same').length,
                  total: items.length,
                })}
              </a>
            ))}
            <a href="#findings">{t('office.findings.title')}</a>
          </nav>
          {barrier ? null : <AcceptButtons />}
          {sections.map((section) => (
            <SectionPart
              key={section.id}
              section={section}
              words={words}
              mayAccept={!barrier}
              answer={answer}
            />
          ))}
          {barrier ? null : <AcceptButtons />}
          <Section
            title={t(answer?.findings ? 'import.findings.chosen' : 'import.findings.all')}
            note={t('import.findings.note')}
            id="findings"
          >
            <FindingList findings={answer?.findings ?? findings} unit={unit} />
          </Section>
        </div>
        <DocumentPart lines={view.lines} />
      </Form>
      <p className="no-print">
        <Link to={`${base}/import${search}`}>{t('import.document.other')}</Link>
      </p>
    </article>
  );
}

/** The first button is the one that Enter presses: it writes nothing. */
function AcceptButtons() {
  const { t } = useT();
  return (
    <div className="import-accept no-print">
      <button type="submit" name="take" value="check" className="button">
        {t('import.accept.check')}
      </button>
      <button type="submit" name="take" value="chosen" className="button">
        {t('import.accept.chosen')}
      </button>
      <button type="submit" name="take" value="all" className="button button-primary">
        {t('import.accept.all')}
      </button>
      <p className="note">{t('import.accept.hint')}</p>
    </div>
  );
}

interface DoneProps {
  done: Step | 'nothing';
  words: Words;
  base: string;
  inForm: boolean;
}

function Done({ done, words, base, inForm }: DoneProps) {
  const { t } = words;
  return (
    <div className="notice" role="status">
      <p>{doneText(done, words)}</p>
      <p>
        {inForm ? (
          <Link to={`${base}/edit`}>{t('import.form')}</Link>
        ) : (
          <Link to={base}>{t('import.back')}</Link>
        )}
      </p>
    </div>
  );
}

function doneText(done: Step | 'nothing', words: Words): string {
  const { t } = words;
  if (done === 'nothing') return t('import.done.nothing');
  const { changes, kept } = done;
  if (kept === null) return t('import.done.saved', { count: changes.length });
  const names = kept.map((field) => fieldName(field, words)).join(t('import.separator'));
  return (
    t('import.done.undone', { count: changes.length }) +
    (kept.length > 0 ? ` ${t('import.done.kept', { count: kept.length, names })}` : '')
  );
}
