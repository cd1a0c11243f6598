import { createContext, useContext, useSyncExternalStore } from 'react';
import type { FormPageView } from './form-page-view.ts';
import type { FieldView, FormStore, FormSummary } from './form-store.ts';

interface FormParts {
  store: FormStore;
  page: FormPageView;
}

const FormContext = createContext<FormParts | undefined>(undefined);
export const FormProvider = FormContext.Provider;

export function useForm(): FormParts {
  const parts = useContext(FormContext);
  if (!parts) throw new Error('A part of the form was drawn outside the form.');
  return parts;
}

/** Draws its component again only when this field changed. */
export function useField(field: string): FieldView {
  const { store } = useForm();
  const view = () => store.view(field);
  return useSyncExternalStore(store.subscribe, view, view);
}

export function useSummary(): FormSummary {
  const { store } = useForm();
  return useSyncExternalStore(store.subscribe, store.summary, store.summary);
}

/** How many rows of a list are in use. */
export function useLastRow(list: string): number {
  const { store } = useForm();
  const last = () => store.lastRow(list);
  return useSyncExternalStore(store.subscribe, last, last);
}
