/** Without what no text holds and no database stores: control characters and halves of characters. */
export function storableText(text: string): string {
  return text.replace(/(?![\t\n\r\f])\p{Cc}|\p{Cs}/gu, '');
}
