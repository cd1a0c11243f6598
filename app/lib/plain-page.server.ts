import type { Language } from './i18n/languages.ts';
import { i18nOf } from './i18n/whole.server.ts';

export type PlainPageKind =
  | 'unavailable'
  | 'server'
  | 'crossSite'
  | 'tooLarge'
  | 'uploadTooLarge'
  | 'evidenceTooLarge'
  | 'badRequest';

/** A page that needs neither the database nor the build: for what goes wrong before or outside Remix. */
export function plainPage(
  kind: PlainPageKind,
  { language, nonce, requestId }: { language: Language; nonce: string; requestId: string },
): string {
  const t = i18nOf(language).getFixedT(language, 'app');
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(t(`errors.${kind}.title`))} · ${escapeHtml(t('common.product'))}</title>
<style nonce="${escapeHtml(nonce)}">${style}</style>
</head>
<body>
<header>${escapeHtml(t('common.product'))}</header>
<main>
<h1>${escapeHtml(t(`errors.${kind}.title`))}</h1>
<p>${escapeHtml(t(`errors.${kind}.body`))}</p>
<p><a href="/">${escapeHtml(t('errors.back'))}</a></p>
<p class="ref">${escapeHtml(t('errors.reference', { id: requestId }))}</p>
</main>
</body>
</html>
`;
}

const style = `
body{margin:0;font:14px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;color:#1a1f26;background:#fff}
header{padding:12px 24px;border-bottom:2px solid #0b57a4;font-weight:600;font-size:18px}
main{max-width:40em;padding:32px 24px}
h1{font-size:20px;margin:0 0 8px}
a{color:#0b57a4}
.ref{color:#55606e;font-size:12px}`;

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
