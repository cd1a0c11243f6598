import type { LoaderFunctionArgs } from '@remix-run/node';
import { detailSheet } from '#app/components/indicators/detail-sheet.ts';
import { lossSheet } from '#app/components/indicators/loss-sheet.ts';
import { viewDistrictIndicator } from '#app/usecases/district-indicator.server.ts';
import { viewDistrictIndicators } from '#app/usecases/district-indicators.server.ts';
import { requireDistrict } from './guards.server.ts';
import { notFound } from './http.server.ts';
import type { Translate } from './i18n/instance.ts';
import { type Language, languageOf, localName } from './i18n/languages.ts';
import { getT } from './i18n/request.server.ts';
import { type SheetFormat, sheetAnswer } from './sheet-answer.server.ts';

/** The heatmap as a file, exactly as its page shows it at the same address. */
export async function indicatorsFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictIndicators(scope, { year, params });
  if (!view) throw notFound();
  const text = { view, t: getT(args.request), language: languageOf(args.request) };
  const sheet = lossSheet(text);
  const offices = view.table.ranked.length + view.table.unranked.length;
  return sheetAnswer(args.request, scope, {
    sheet,
    format,
    fileName: fileName(text.t('indicators.heading'), text),
    what: 'indicators',
    offices,
  });
}

/** One indicator's offices as a file. */
export async function indicatorFile(args: LoaderFunctionArgs, format: SheetFormat): Promise<Response> {
  const { scope, year } = await requireDistrict(args);
  const params = new URL(args.request.url).searchParams;
  const view = await viewDistrictIndicator(scope, { year, code: args.params.id ?? '', params });
  if (!view) throw notFound();
  const text = { view, t: getT(args.request), language: languageOf(args.request) };
  const sheet = detailSheet(text);
  return sheetAnswer(args.request, scope, {
    sheet,
    format,
    fileName: fileName(localName(text.language, view.detail.node), text),
    what: 'indicator',
    offices: view.detail.loss.stated,
  });
}

interface Named {
  view: { district: { name: string; nameEn: string }; header: { year: number } };
  t: Translate;
  language: Language;
}

function fileName(what: string, { view: { district, header }, t, language }: Named): string {
  return t('indicators.fileName', { what, district: localName(language, district), year: header.year });
}
