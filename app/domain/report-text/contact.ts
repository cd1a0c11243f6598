/**
 * Names and telephone numbers of the people who filled in a report are personal data: they are taken out before anything is
 * read, so that no field and no quote can hold them.
 */
const contactWord =
  '(?:填报人员?|填表人|填报联系人|联系人|经办人|联络人|联络员|联系电话|联络电话|联系方式|办公电话|手机号?码?|电话)(?:姓名|号码)?';

/** A line that is only such a label; what it labels stands on the next line. */
export const contactLabel = new RegExp(`^${contactWord}$`);
/** A label with what it labels. */
export const contactEntry = new RegExp(
  `${contactWord}(?:及电话|（[^）\\n]{0,12}）)?： ?(?:（略）|[\\d\\-— ]{7,20}|[\\u4e00-\\u9fff·]{2,4}(?![\\u4e00-\\u9fff])|[\\u4e00-\\u9fff·]{2,4}(?=${contactWord}))?`,
  'g',
);
/** Mobile and land-line numbers wherever they stand by themselves, or run into the year that follows them. */
export const phoneNumber =
  /(?<![\d.])(?:1[3-9]\d[- ]?\d{4}[- ]?\d{4}|0\d{2,3}[-—) ]?\d{7,8})(?:(?=20\d{2}年)|(?![\d.]|[万亿千百]?元))/g;

/** Where contact data starts in a stretch of the original, -1 if nowhere. */
export function contactIn(text: string): number {
  const plain = text.replaceAll(':', '：');
  const found = [plain.search(contactEntry), plain.search(phoneNumber)].filter((index) => index >= 0);
  return found.length === 0 ? -1 : Math.min(...found);
}
