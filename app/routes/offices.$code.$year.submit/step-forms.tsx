import { Form } from '@remix-run/react';
import type { FilingCommand } from '#app/domain/filing-steps.ts';
import { useT } from '#app/lib/i18n/use-t.ts';
import type { SubmitPageProps } from './submit-page.tsx';

/** The steps that this reader may take now, the one that sends first. */
export function StepForms({ view, typed }: SubmitPageProps) {
  const { t } = useT();
  const { commands, seen, report } = view;
  const isReady = report?.obstacles.length === 0;
  const step = (command: Extract<FilingCommand, 'finish' | 'take_back' | 'submit'>, primary: boolean) =>
    commands.includes(command) ? (
      <Form method="post" key={command}>
        <input type="hidden" name="intent" value={command} />
        <input type="hidden" name="seen" value={seen.draft} />
        <button type="submit" className={primary ? 'button button-primary' : 'button'}>
          {t(`filing.step.${command}`)}
        </button>
        <span className="note">{t(`filing.stepNote.${command}`)}</span>
      </Form>
    ) : null;
  return (
    <div className="step-forms no-print">
      {isReady ? step('submit', true) : null}
      {step('finish', !commands.includes('submit'))}
      {step('take_back', false)}
      {commands.includes('withdraw') ? (
        <Form method="post" className="withdraw">
          <input type="hidden" name="intent" value="withdraw" />
          <input type="hidden" name="seen" value={seen.submission} />
          <label htmlFor="withdraw-reason">{t('filing.withdraw.reason')}</label>
          <textarea id="withdraw-reason" name="reason" rows={2} required defaultValue={typed?.reason} />
          <button type="submit" className="button">
            {t('filing.withdraw.button')}
          </button>
        </Form>
      ) : null}
    </div>
  );
}
