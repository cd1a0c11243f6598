import { useEffect, useRef } from 'react';

/** After a save the button that was pressed keeps the focus, also where its row moved; a row that was added gets it. */
export function useFocusKept(version: number) {
  const form = useRef<HTMLFormElement>(null);
  const pressed = useRef<string>();
  useEffect(() => {
    const element = form.current;
    if (!element) return;
    const remember = (event: SubmitEvent) => {
      pressed.current = (event.submitter as HTMLButtonElement | null)?.value;
    };
    element.addEventListener('submit', remember);
    return () => element.removeEventListener('submit', remember);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: every save gives a new version
  useEffect(() => {
    const intent = pressed.current;
    if (!intent || !form.current) return;
    const added = intent.startsWith('add:') ? window.location.hash.slice(1) : '';
    const input = added ? document.getElementById(added)?.querySelector<HTMLElement>('input') : undefined;
    const button = form.current.querySelector<HTMLElement>(`button[value="${CSS.escape(intent)}"]`);
    (input ?? button)?.focus({ preventScroll: true });
  }, [version]);
  return form;
}
