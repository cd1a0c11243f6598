import { Form } from '@remix-run/react';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmitPageProps } from './submit-page.tsx';

/** The form that holds the reasons for findings; the steps that send it on take them along. */
export const answersForm = 'answers-form';

/** The steps that this reader may take now, the one that sends first. */
export function StepForms({ view, typed }: SubmitPageProps) {
  const { t } = useT();
  const { commands, seen, report } = view;
  const isReady = report?.obstacles.length === 0;
  const onward = (['submit', 'finish'] as const).filter(
    (command) => commands.includes(command) && (command === 'finish' || isReady),
  );
  return (
    <div className="step-forms no-print">
      {onward.map((command, index) => (
        <p key={command}>
          <button
            type="submit"
            form={answersForm}
            name="intent"
            value={command}
            className={index === 0 ? 'button button-primary' : 'button'}
          >
            {t(`filing.step.${command}`)}
          </button>
          <span className="note">{t(`filing.stepNote.${command}`)}</span>
        </p>
      ))}
      {commands.includes('take_back') ? (
        <Form method="post">
          <input type="hidden" name="seen" value={seen.draft} />
          <button type="submit" name="intent" value="take_back" className="button">
            {t('filing.step.take_back')}
          </button>
          <span className="note">{t('filing.stepNote.take_back')}</span>
        </Form>
      ) : null}
      {commands.includes('withdraw') ? (
        <Form method="post" className="withdraw">
          <input type="hidden" name="seen" value={seen.submission} />
          <label htmlFor="withdraw-reason">{t('filing.withdraw.reason')}</label>
          <textarea id="withdraw-reason" name="reason" rows={2} required defaultValue={typed?.reason} />
          <button type="submit" name="intent" value="withdraw" className="button">
            {t('filing.withdraw.button')}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
