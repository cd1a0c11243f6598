import {
  type ActionFunctionArgs,
  json,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { tableHeadings } from '#app/lib/district-template.server.ts';
import { notFound } from '#app/lib/http.server.ts';
import { languageOf, localName } from '#app/lib/i18n/languages.ts';
import { needWords } from '#app/lib/i18n/need-words.ts';
import { getT } from '#app/lib/i18n/request.server.ts';
import { pageTitle } from '#app/lib/page-title.ts';
import { requireTableReviewer } from '#app/lib/require-table-reviewer.server.ts';
import { movedText, tableRefusalText, tableStatuses } from '#app/lib/table-refusal-text.server.ts';
import { carriedTable, isStillChecked } from '#app/lib/table-upload.server.ts';
import { chosenFile, UploadRefusal, uploadedForm } from '#app/lib/upload.server.ts';
import { acceptTable } from '#app/usecases/accept-table.server.ts';
import { checkTable, type TableInput } from '#app/usecases/check-table.server.ts';
import { TableRefusal } from '#app/usecases/table-refusal.ts';
import { undoTable } from '#app/usecases/undo-table.server.ts';
import { viewTables } from '#app/usecases/view-tables.server.ts';
import { WorkbookRefusal } from '#app/usecases/workbook-refusal.ts';
import { ImportPage } from './import-page.tsx';
import '#app/styles/workbook.css';

await needWords('bureau', 'workbook', 'form', 'audit');

export async function loader(args: LoaderFunctionArgs) {
  const { scope, district, year } = await requireTableReviewer(args);
  const entry = Number(new URL(args.request.url).searchParams.get('taken') ?? Number.NaN);
  const view = await viewTables(scope, { year, entry });
  if (!view) throw notFound();
  const { years, ...tables } = view;
  const name = localName(languageOf(args.request), district);
  return json({
    district: { code: district.code },
    year,
    ...tables,
    title: getT(args.request)('bureau.title', { district: name, year }),
    frame: { year, years },
  });
}

export async function action(args: ActionFunctionArgs) {
  const { scope, district, year } = await requireTableReviewer(args);
  const { request } = args;
  const preview = async (input: Omit<TableInput, 'year'>, more: Omit<Answer, 'check'> = {}, status = 200) =>
    answer(
      {
        ...more,
        check: await checkTable(scope, { ...input, year }),
        unit: input.unit,
        document: Buffer.from(input.bytes).toString('base64'),
      },
      status,
    );
  try {
    const form = await uploadedForm(request);
    switch (form.get('intent')) {
      case 'read':
        return await preview({
          ...(await chosenFile(form)),
          choices: new Map(),
          columns: new Map(),
          headings: tableHeadings,
        });
      case 'check':
        return await preview({ ...carriedTable(form), headings: tableHeadings });
      case 'accept': {
        const { seen, take, ...table } = carriedTable(form);
        const input = { ...table, headings: tableHeadings };
        // what was chosen since the preview has been seen by nobody
        if (!isStillChecked(form)) return await preview(input);
        try {
          const entry = await acceptTable(scope, { ...input, year, seen, take }, new Date());
          await args.context.database.flush();
          return redirect(pageOf(district.code, year, entry), 303);
        } catch (error) {
          if (!(error instanceof TableRefusal) || !isWorthLooking(error)) throw error;
          const moved = error.moved.map((office) => movedText(office, request));
          return await preview(input, { refused: tableRefusalText(error, request), moved }, 409);
        }
      }
      case 'undo': {
        const entry = Number(form.get('entry'));
        if (!(await undoTable(scope, { year, entry }, new Date()))) throw notFound();
        await args.context.database.flush();
        return redirect(pageOf(district.code, year, entry), 303);
      }
      default:
        throw new UploadRefusal('unreadable_form');
    }
  } catch (error) {
    if (error instanceof TableRefusal && error.code === 'nothing_to_undo')
      return answer({ notUndone: tableRefusalText(error, request) }, 409);
    if (error instanceof UploadRefusal || error instanceof WorkbookRefusal || error instanceof TableRefusal)
      return answer({ refused: tableRefusalText(error, request) }, tableStatuses[error.code] ?? 400);
    throw error;
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Import() {
  return <ImportPage {...useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}

function pageOf(district: string, year: number, entry?: number): string {
  return `/districts/${district}/${year}/import${entry === undefined ? '' : `?taken=${entry}`}`;
}

/** The table stands as it was; what it was compared with does not. */
function isWorthLooking({ code }: TableRefusal): boolean {
  return code === 'changed_meanwhile' || code === 'has_problems';
}

interface Answer {
  check?: Awaited<ReturnType<typeof checkTable>>;
  /** As the reviewer chose it. */
  unit?: TableInput['unit'];
  document?: string;
  refused?: string;
  moved?: string[];
  notUndone?: string;
}

function answer(value: Answer, status = 200) {
  return json(value, { status });
}
