import { Fragment } from 'react';

/** A text with the words searched for marked wherever they stand. */
export function Marked({ text, words }: { text: string; words: string }) {
  if (words === '') return text;
  const parts = text.split(words);
  return parts.map((part, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never change places
    <Fragment key={index}>
      {index > 0 ? <mark>{words}</mark> : null}
      {part}
    </Fragment>
  ));
}
