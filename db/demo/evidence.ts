import { createHash } from 'node:crypto';
import { demoDistrict } from './offices.ts';

/** A file that an invented office sent along in 2023. */
export interface DemoEvidence {
  officeCode: string;
  year: 2023;
  node: string;
  fileName: string;
  mediaType: 'application/pdf';
  content: Buffer;
  sha256: string;
}

/** By the last two digits of the office's code: indicators and what is attached there. */
const plan: Record<number, [node: string, name: string][]> = {
  5: [
    ['effectiveness.spending_progress', '各月支出进度通报'],
    ['management.assets.stocktaking', '固定资产盘点表'],
  ],
  9: [['management.procurement.contract_signing', '采购合同签订台账']],
  12: [
    ['effectiveness.overall.outcomes', '群众满意度调查汇总'],
    ['management.budget_execution.financial_compliance', '财务制度目录'],
  ],
  18: [
    ['effectiveness.spending_progress', '各月支出进度通报'],
    ['effectiveness.overall.outputs', '重点工作验收单'],
    ['effectiveness.overall.outputs', '项目现场记录'],
  ],
  22: [['management.information_disclosure.performance', '绩效信息公开截图说明']],
};

/** Every evidence file of the demo, each a page that says that it is none; the same on every run. */
export function demoEvidence(): DemoEvidence[] {
  return Object.entries(plan).flatMap(([number, files]) =>
    files.map(([node, name], index) => {
      const officeCode = `${demoDistrict.code}${number.padStart(3, '0')}`;
      const content = page([`Demo evidence ${officeCode}-${index + 1}`, 'Invented: bears nothing out.']);
      const sha256 = createHash('sha256').update(content).digest('hex');
      const fileName = `${name}（演示）.pdf`;
      return { officeCode, year: 2023, node, fileName, mediaType: 'application/pdf', content, sha256 };
    }),
  );
}

/** A PDF of one page with these lines, in letters that need no font of their own. */
function page(lines: readonly string[]): Buffer {
  const text = lines
    .map((line, index) => `BT /F1 14 Tf 72 ${740 - 24 * index} Td (${line}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const size = objects.length + 1;
  const start = file.length;
  file += `xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}`;
  file += `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
