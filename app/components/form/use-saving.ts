import { type FocusEvent, type FormEvent, type RefObject, useEffect, useRef } from 'react';
import type { FormValues } from '#app/domain/form/fields.ts';
import type { FormPageView } from './form-page-view.ts';
import type { FormStore } from './form-store.ts';
import { browserStorage, keeperOf } from './kept-changes.ts';
import { fetchNews, Saver, sendChanges } from './saver.ts';

/** How often a page in view asks for what others have saved. */
const newsEvery = 15_000;

interface Saving {
  form: RefObject<HTMLFormElement>;
  onBlur(event: FocusEvent): void;
  onSubmit(event: FormEvent): void;
}

/** Ties the form to the server and to this machine for as long as the page is open. */
export function useSaving(store: FormStore, page: FormPageView): Saving {
  const form = useRef<HTMLFormElement>(null);
  const saver = useRef<Saver>();
  useEffect(() => {
    if (page.readOnly) return;
    const { saving, leave } = startSaving(store, page, form.current);
    saver.current = saving;
    return leave;
  }, [store, page]);
  return {
    form,
    onBlur: () => void saver.current?.save(),
    onSubmit: (event) => {
      event.preventDefault();
      void saver.current?.save();
    },
  };
}

function startSaving(store: FormStore, page: FormPageView, form: HTMLFormElement | null) {
  const keeper = keeperOf(browserStorage(), `${page.account}:${page.office.code}:${page.year}`);
  const saving = new Saver({
    pending: () => store.pending(),
    receive: (sent, answer) => store.receive(sent, answer),
    keep: () => keeper.keep(store.unsaved()),
    send: (changes, options) => sendChanges(page.saveAddress, changes, options),
    tell: (save) => store.tell({ save }),
    now: () => new Date(),
    after(milliseconds, run) {
      const timer = setTimeout(run, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  store.onWrite = () => saving.changed();
  store.restore(keeper.takeOver());
  const early = typedEarly(form);
  if (Object.keys(early).length > 0) store.write(early);
  const leave = new AbortController();
  const { signal } = leave;
  const ask = () => void askForNews(store, page, saving);
  window.addEventListener('online', () => void saving.save(), { signal });
  window.addEventListener('pagehide', () => void saving.save({ leaving: true }), { signal });
  document.addEventListener(
    'visibilitychange',
    () => (document.visibilityState === 'hidden' ? void saving.save({ leaving: true }) : ask()),
    { signal },
  );
  const timer = setInterval(ask, newsEvery);
  return {
    saving,
    leave() {
      leave.abort();
      clearInterval(timer);
      saving.stop();
    },
  };
}

async function askForNews(store: FormStore, page: FormPageView, saving: Saver): Promise<void> {
  if (document.visibilityState === 'hidden') return;
  const reply = await fetchNews(page.saveAddress, store.version);
  if (reply?.kind === 'answer') store.receive([], reply.answer);
  if (reply?.kind === 'closed') saving.close(reply.message);
}

/** What was typed or chosen before scripts ran. */
function typedEarly(form: HTMLFormElement | null): FormValues {
  const fields = [...(form?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(typed) ?? [])];
  const choices = [...(form?.querySelectorAll<HTMLSelectElement>('select[name]') ?? [])];
  return Object.fromEntries(
    [
      ...fields.filter(({ value, defaultValue }) => value !== defaultValue),
      ...choices.filter(
        ({ value, options }) => value !== ([...options].find((one) => one.defaultSelected)?.value ?? ''),
      ),
    ].map(({ name, value }) => [name, value]),
  );
}

const typed = 'textarea[name], input[type="text"][name]';
