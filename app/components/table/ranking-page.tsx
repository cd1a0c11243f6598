import { SourceLine } from '#app/components/frame/source-line.tsx';
import {
  barNote,
  provisionalText,
  type RankingText,
  readingNotes,
  sourceText,
} from '#app/lib/ranking-text.ts';
import { RankingEmpty } from './ranking-empty.tsx';
import { RankingBar, RankingIntro } from './ranking-intro.tsx';
import { RankingGrid } from './ranking-table.tsx';

/** The ranking as a bulletin: the sentence, the rule, the table, and what one must know to read it. */
export function RankingPage({ text }: { text: RankingText }) {
  const { view } = text;
  const notes = [...readingNotes(text), barNote(text)].filter(Boolean).join(' ');
  const provisional = provisionalText(text);
  return (
    <>
      <RankingIntro text={text} />
      <RankingBar text={text} />
      {view.table.offices.shown > 0 ? <RankingGrid text={text} /> : <RankingEmpty text={text} />}
      <footer className="ranking-notes">
        {provisional ? <p className="provisional">{provisional}</p> : null}
        {notes ? <p>{notes}</p> : null}
        <SourceLine source={sourceText(text)} asOf={view.header.asOf} />
      </footer>
    </>
  );
}
