import { Link } from '@remix-run/react';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { useFrameData } from './frame-data.ts';
import type { Viewer } from './viewer.ts';

/** The product, and whose figures these are. */
export function Masthead({ viewer }: { viewer?: Viewer | null }) {
  const { t, language } = useT();
  const { place } = useFrameData();
  const names = [viewer?.district, place ?? viewer?.office]
    .filter((named) => named !== undefined)
    .map((named) => localName(language, named));
  return (
    <p className="masthead">
      <Link to="/" className="masthead-product">
        {t('common.product')}
      </Link>
      <span className="masthead-place">{[...new Set(names)].join(' · ') || t('common.tagline')}</span>
    </p>
  );
}
