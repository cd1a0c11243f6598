import { Link, useLocation } from '@remix-run/react';
import { moneyUnits } from '#app/domain/figure-text.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import { defaultUnit, unitOf, withParams } from '#app/lib/search-params.ts';

/** Links to the same page with money in 元, 万元 or 亿元. */
export function UnitSwitch() {
  const { t } = useT();
  const location = useLocation();
  const current = unitOf(new URLSearchParams(location.search));
  return (
    <nav aria-label={t('common.unit.label')} className="switch">
      <span aria-hidden="true" className="switch-label">
        {t('common.unit.label')}
      </span>
      {moneyUnits.map((unit) => (
        <Link
          key={unit}
          to={withParams(location, { unit: unit === defaultUnit ? undefined : unit })}
          aria-current={unit === current ? 'true' : undefined}
          preventScrollReset
        >
          {t(`common.unit.${unit}`)}
        </Link>
      ))}
    </nav>
  );
}
