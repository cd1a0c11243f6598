import { SourceLine } from '#app/components/frame/source-line.tsx';
import {
  barNote,
  provisionalText,
  type RankingText,
  readingNotes,
  sourceText,
} from '#app/lib/ranking-text.ts';
import { CellSelection } from './cell-selection.tsx';
import { RankingEmpty } from './ranking-empty.tsx';
import { RankingBar, RankingIntro } from './ranking-intro.tsx';
import { RankingGrid } from './ranking-table.tsx';
import type { ViewAnswer } from './saved-views.tsx';

/** The ranking as a bulletin: the sentence, the rule, the table, and what one must know to read it. */
export function RankingPage({ text, answer }: { text: RankingText; answer?: ViewAnswer }) {
  const { view } = text;
  const notes = [...readingNotes(text), barNote(text)].filter(Boolean).join(' ');
  const provisional = provisionalText(text);
  return (
    <>
      <RankingIntro text={text} />
      <RankingBar text={text} answer={answer} />
      {view.table.offices.shown > 0 ? (
        <CellSelection text={text}>
          <RankingGrid text={text} />
        </CellSelection>
      ) : (
        <RankingEmpty text={text} />
      )}
      <footer className="ranking-notes">
        {provisional ? <p className="provisional">{provisional}</p> : null}
        {notes ? <p>{notes}</p> : null}
        <SourceLine source={sourceText(text)} asOf={view.header.asOf} />
      </footer>
    </>
  );
}
