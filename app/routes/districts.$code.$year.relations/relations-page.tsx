import { placeText, type RelationsText } from '#app/lib/relations-text.ts';
import { ClaimsBlock } from './claims-block.tsx';
import { ComputedBlock } from './computed-block.tsx';
import { FreeBlock } from './free-block.tsx';
import { RelationBlock } from './relation-block.tsx';

/** Whether high scores come with execution, who overstates, what size has to do with it, and any two figures. */
export function RelationsPage({ text }: { text: RelationsText }) {
  const { t, view } = text;
  const { rate_score, size_rate, size_score } = view.relations;
  return (
    <div className="relations">
      <header>
        <h1>{placeText(text)}</h1>
        <p className="relations-lede">{t('relations.lede')}</p>
      </header>
      <div className="relations-pair">
        <RelationBlock name="rate_score" relation={rate_score} text={text} />
        <ClaimsBlock text={text} />
        <RelationBlock name="size_rate" relation={size_rate} text={text} />
        <RelationBlock name="size_score" relation={size_score} text={text} />
        <FreeBlock text={text} />
        <ComputedBlock text={text} />
      </div>
    </div>
  );
}
