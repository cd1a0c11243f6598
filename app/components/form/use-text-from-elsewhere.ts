import { type RefObject, useEffect, useRef } from 'react';

/**
 * Writes a text that came from elsewhere into the document's own field. Not at first: then the field may hold what was typed
 * before scripts ran, which saving takes up.
 */
export function useTextFromElsewhere(field: RefObject<{ value: string }>, text: string): void {
  const known = useRef(text);
  useEffect(() => {
    if (known.current === text) return;
    known.current = text;
    if (field.current && field.current.value !== text) field.current.value = text;
  }, [field, text]);
}
