import { Form } from '@remix-run/react';
import { Field, FieldNotes } from '#app/components/settings/field.tsx';
import { peerViews, type RoundField } from '#app/domain/round-entry.ts';
import { localName } from '#app/lib/i18n/languages.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { RoundView } from '#app/usecases/view-round.server.ts';
import { errorAt, type RefusedForm, typedIn } from './answer.ts';

interface RoundFormProps {
  view: RoundView;
  answer?: RefusedForm;
}

/** The rules of a round, to open it with or to change; what was typed stays where it was refused. */
export function RoundForm({ view, answer }: RoundFormProps) {
  const { t, language } = useT();
  const { round, versions, frameworkInUse } = view;
  const intent = round ? 'change' : 'open';
  const typed = typedIn(answer, [intent]);
  const start = typed ?? (round ? textsOf(round) : proposalOf(view));
  const errorOf = (field: RoundField) => errorAt(answer, { intents: [intent], field, t });
  const hint = round && frameworkInUse ? 'settings.rules.frameworkInUse' : 'settings.rules.frameworkHint';
  return (
    <Form method="post" noValidate className="settings-form" preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      {round ? <input type="hidden" name="seen" value={round.seen} /> : null}
      <Field
        id="frameworkId"
        label={t('settings.field.frameworkId')}
        hint={t(hint)}
        error={errorOf('frameworkId')}
      >
        {(aria) => (
          <select {...aria} name="frameworkId" className="input" defaultValue={start.frameworkId}>
            {versions
              .filter(({ id }) => !frameworkInUse || id === round?.frameworkId)
              .map(({ id, year, version, ...named }) => (
                <option key={id} value={id}>
                  {t('settings.rules.version', { year, version, name: localName(language, named) })}
                </option>
              ))}
          </select>
        )}
      </Field>
      <div className="field-row">
        {(['opensOn', 'deadline'] as const).map((field) => (
          <Field key={field} id={field} label={t(`settings.field.${field}`)} error={errorOf(field)}>
            {(aria) => (
              <input {...aria} name={field} type="date" className="input" defaultValue={start[field]} />
            )}
          </Field>
        ))}
        <Field
          id="executionTarget"
          label={t('settings.field.executionTarget')}
          hint={t('settings.rules.targetHint')}
          error={errorOf('executionTarget')}
        >
          {(aria) => (
            <input
              {...aria}
              name="executionTarget"
              inputMode="decimal"
              autoComplete="off"
              className="input"
              defaultValue={start.executionTarget}
            />
          )}
        </Field>
      </div>
      <fieldset
        className="field"
        aria-describedby={errorOf('peerView') ? 'peerView-error peerView-hint' : 'peerView-hint'}
      >
        <legend>{t('settings.field.peerView')}</legend>
        {peerViews.map((peerView) => (
          <label key={peerView} className="choice">
            <input
              type="radio"
              name="peerView"
              value={peerView}
              defaultChecked={start.peerView === peerView}
            />
            {t(`settings.peerView.${peerView}`)}
          </label>
        ))}
        <FieldNotes id="peerView" hint={t('settings.rules.peerViewHint')} error={errorOf('peerView')} />
      </fieldset>
      {round ? null : <OpeningOffices view={view} answer={answer} />}
      <button type="submit" className="button button-primary">
        {t(round ? 'settings.rules.save' : 'settings.rules.open')}
      </button>
    </Form>
  );
}

/** Who takes part from the start, and why others do not. */
function OpeningOffices({ view: { offices }, answer }: RoundFormProps) {
  const { t, language } = useT();
  const typed = typedIn(answer, ['open']);
  const errorOf = (field: RoundField) => errorAt(answer, { intents: ['open'], field, t });
  return (
    <>
      <fieldset
        className="field"
        aria-describedby={errorOf('offices') ? 'offices-error offices-hint' : 'offices-hint'}
      >
        <legend>{t('settings.field.offices')}</legend>
        <FieldNotes id="offices" hint={t('settings.rules.officesHint')} error={errorOf('offices')} />
        <div className="office-choices">
          {offices.map(({ office }) => (
            <label key={office.code} className="choice">
              <input
                type="checkbox"
                name="offices"
                value={office.code}
                defaultChecked={!typed || answer?.offices.includes(office.code)}
              />
              {localName(language, office)}
            </label>
          ))}
        </div>
      </fieldset>
      <Field id="open-reason" label={t('settings.rules.leftOutReason')} error={errorOf('reason')}>
        {(aria) => (
          <textarea {...aria} name="reason" rows={2} className="input" defaultValue={typed?.reason} />
        )}
      </Field>
    </>
  );
}

type Start = Partial<Record<RoundField, string>>;

function textsOf(round: NonNullable<RoundView['round']>): Start {
  const { frameworkId, opensOn, deadline, peerView, executionTarget } = round;
  const target = executionTarget === null ? '' : String(Number(executionTarget));
  return { frameworkId, opensOn, deadline, peerView, executionTarget: target };
}

/** As the round before was, a year later each year; with the newest framework made for this year or one before. */
function proposalOf({ model, versions, year }: RoundView): Start {
  const version = versions.find((each) => each.year <= year) ?? versions[0];
  if (!model) return { frameworkId: version?.id, peerView: 'aggregate' };
  const later = (day: string) => `${Number(day.slice(0, 4)) + year - model.year}${day.slice(4)}`;
  return {
    ...textsOf({ ...model, seen: '', isFilingOpen: false }),
    frameworkId: version?.id,
    opensOn: later(model.opensOn),
    deadline: later(model.deadline),
  };
}
