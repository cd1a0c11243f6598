import type { ReactNode } from 'react';
import { useForm } from './form-context.tsx';

/** Puts a text into a field; without scripts the form is sent and the server puts it there. */
export function SetButton({ field, text, children }: { field: string; text: string; children: ReactNode }) {
  const { store } = useForm();
  return (
    <button
      type="submit"
      name="set"
      value={`${field}=${text}`}
      className="button form-small-button"
      onClick={(event) => {
        event.preventDefault();
        store.write({ [field]: text });
      }}
    >
      {children}
    </button>
  );
}
