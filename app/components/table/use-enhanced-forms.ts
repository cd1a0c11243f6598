import { type RefObject, useEffect, useRef } from 'react';

interface Enhancement {
  /** Goes to an address within the product. */
  go: (href: string, options: { preventScrollReset: boolean; replace?: boolean }) => void;
  /** The address of a filled-in form. */
  addressOf: (form: URLSearchParams) => string;
  /** Changes with the state shown; the forms then show that state. */
  state: string;
}

/**
 * Makes plain links and GET forms inside `container` work without loading the document anew. The page is whole without
 * it: links and forms stay what they are, and one listener serves them all.
 */
export function useEnhancedForms(container: RefObject<HTMLElement>, { go, addressOf, state }: Enhancement) {
  useEffect(() => {
    const element = container.current;
    if (!element) return;
    const onClick = (event: MouseEvent) => {
      const href = followedHref(event);
      if (!href) return;
      event.preventDefault();
      go(href, { preventScrollReset: isSamePage(href) });
    };
    const onSubmit = (event: SubmitEvent) => {
      if (!(event.target instanceof HTMLFormElement) || event.target.method !== 'get') return;
      event.preventDefault();
      const { pathname } = new URL(event.target.action);
      const elsewhere = pathname !== window.location.pathname;
      if (elsewhere) go(`${pathname}?${listed(paramsOf(event.target))}`, { preventScrollReset: false });
      else go(addressOf(paramsOf(event.target)), { preventScrollReset: true });
    };
    const onChange = ({ target }: Event) => {
      if (!(target instanceof HTMLInputElement) || !target.form || target.dataset.now === undefined) return;
      go(addressOf(paramsOf(target.form)), { preventScrollReset: true, replace: true });
    };
    element.addEventListener('click', onClick);
    element.addEventListener('submit', onSubmit);
    element.addEventListener('change', onChange);
    return () => {
      element.removeEventListener('click', onClick);
      element.removeEventListener('submit', onSubmit);
      element.removeEventListener('change', onChange);
    };
  }, [container, go, addressOf]);

  // A form's fields are the reader's until the address changes, also before scripts run; then they show what it says.
  const shown = useRef(state);
  useEffect(() => {
    if (shown.current === state) return;
    shown.current = state;
    for (const form of container.current?.querySelectorAll('details form') ?? [])
      if (form instanceof HTMLFormElement) form.reset();
  }, [container, state]);
}

/** Where a click leads; undefined where the browser knows better: new tabs, downloads, other sites. */
function followedHref(event: MouseEvent): string | undefined {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (!link || link.hasAttribute('download') || link.origin !== window.location.origin) return undefined;
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.altKey)
    return undefined;
  return (event.shiftKey ? link.dataset.also : link.getAttribute('href')) ?? undefined;
}

function isSamePage(href: string): boolean {
  return new URL(href, window.location.href).pathname === window.location.pathname;
}

/** The query of a form of another page, one list a name, as links have it. */
function listed(params: URLSearchParams): string {
  const names = [...new Set(params.keys())];
  return names.map((name) => `${name}=${params.getAll(name).map(encodeURIComponent).join(',')}`).join('&');
}

function paramsOf(form: HTMLFormElement): URLSearchParams {
  const fields = [...new FormData(form)].filter(
    (field): field is [string, string] => typeof field[1] === 'string',
  );
  return new URLSearchParams(fields);
}
