import type { MetaDescriptor } from '@remix-run/node';

/** The document's title: the page, then the product. */
export function pageTitle(title: string | undefined): MetaDescriptor[] {
  return [{ title: title ? `${title} · 对标` : '对标 Duibiao' }];
}
