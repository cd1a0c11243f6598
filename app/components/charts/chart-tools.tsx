import { type RefObject, useState } from 'react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { Picture, PictureFormat } from './save-picture.ts';

/** Saves the drawing inside `chart` as a picture that stands by itself. */
export function SaveTools({ chart, picture }: { chart: RefObject<Element>; picture: Picture }) {
  const { t } = useT();
  const [failed, setFailed] = useState(false);
  const save = async (format: PictureFormat) => {
    const svg = chart.current?.querySelector('svg');
    if (!svg) return;
    const { savePicture } = await import('./save-picture.ts');
    await savePicture(svg, picture, format).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <>
      {formats.map((format) => (
        <button key={format} type="button" className="chart-save" onClick={() => save(format)}>
          {t(`chart.${format}`)}
        </button>
      ))}
      <span role="status">{failed ? t('chart.pngFailed') : ''}</span>
    </>
  );
}

/** PNG for slides; SVG for print and for editing. */
const formats: PictureFormat[] = ['png', 'svg'];
