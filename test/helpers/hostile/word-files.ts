import { docxFile, docxParts } from '../docx-file.ts';
import { publishedText } from '../report-record.ts';
import { type ZipPart, zipFile } from '../zip-file.ts';
import { flipped, type HostileFile, hostile, type Seeded, truncated } from './seeded.ts';

const name = '自评报告.docx';
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const plain = docxParts(paragraph('街道2023年'));
const zeros = Buffer.alloc(30 * 1024 * 1024);

export function hostileDocuments(next: Seeded): HostileFile[] {
  const report = docxFile(publishedText('jiahe-2023').split('\n'));
  const directory: [number, number] = [report.lastIndexOf('PK\x01\x02') - 200, report.length];
  return [
    ...truncated('Word', name, report, 40, next),
    ...flipped('Word', name, report, 60, next),
    ...flipped('Word, its directory', name, report, 40, next, directory),
    ...archives(),
    ...documents(),
  ];
}

function archives(): HostileFile[] {
  const extra = (part: Partial<ZipPart>, ...more: ZipPart[]) =>
    zipFile([...plain, { name: 'word/a.xml', content: '<a/>', ...part }, ...more]);
  const whole = zipFile(plain);
  const bomb = zipFile([{ name: 'a.xml', content: zeros, deflated: true }]);
  const files: [string, Uint8Array][] = [
    ['a bomb', extra({ content: zeros, deflated: true })],
    ['a bomb that lies', extra({ content: zeros, deflated: true, size: 100 })],
    ['a bomb in a bomb', extra({ name: 'word/a.zip', content: bomb })],
    ['a bomb in many parts', zipFile([...plain, ...parts(40, zeros.subarray(0, 4 * 1024 * 1024))])],
    ['two thousand parts', zipFile([...plain, ...parts(2000, Buffer.from('a'))])],
    ['a part twice', zipFile([...plain, ...plain])],
    ['another document of the same name', zipFile([...plain, ...docxParts(paragraph('b'))])],
    ['something before it', Buffer.concat([Buffer.from('PK'), whole])],
    ['something after it', Buffer.concat([whole, Buffer.from('PK')])],
    ['two archives', Buffer.concat([whole, whole])],
    ['an end alone', Buffer.concat([Buffer.from('PK\x05\x06'), Buffer.alloc(18)])],
    ['ends without end', Buffer.from('PK\x05\x06'.repeat(100_000))],
    ['no document', zipFile(plain.slice(0, 2))],
    ['no types', zipFile(plain.slice(1))],
    ['no relations', zipFile([...plain.slice(0, 1), ...plain.slice(2)])],
    ['nothing in it', zipFile([])],
  ];
  for (const size of [0, 1, 3, 5, 0x7fffffff, 0xffffffff])
    files.push([`${size} bytes, it says`, extra({ size })]);
  for (const flags of [0x1, 0x8, 0x40, 0x41, 0x2000, 0xffff])
    files.push([`flags ${flags}`, extra({ flags })]);
  for (const path of [
    '../a.xml',
    '..\\a.xml',
    '/etc/a.xml',
    'C:\\a.xml',
    'word/../../a.xml',
    'a\0.xml',
    '',
    '.',
    '..',
    'word/',
    'a\n.xml',
    '\ud800.xml',
    'x'.repeat(60_000),
  ])
    files.push([`a part named ${JSON.stringify(path.slice(0, 20))}`, extra({ name: path })]);
  for (const [place, value] of [
    [4, 1],
    [6, 1],
    [8, 9],
    [10, 0xffff],
    [12, 0xffff],
    [16, 0xffff],
    [20, 5],
  ] as const) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt16LE(value, bytes.length - 22 + place);
    files.push([`an end that lies at ${place}`, bytes]);
  }
  return files.map(([what, bytes]) => hostile(`an archive with ${what}`, name, bytes));
}

function parts(count: number, content: Buffer): ZipPart[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `word/a${index}.xml`,
    content,
    deflated: true,
  }));
}

function documents(): HostileFile[] {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`).join(
    '',
  );
  const table = (inner: string) => `<w:tbl><w:tr><w:tc>${inner}</w:tc></w:tr></w:tbl>`;
  const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);
  const cell = (properties: string) => `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph('1')}</w:tc>`;
  const bodies: [string, string, string?][] = [
    ['entities of entities', paragraph('&a9;'), `<!DOCTYPE a [<!ENTITY a0 "a">${entities}]>`],
    ['a foreign entity', paragraph('&a;'), '<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]>'],
    ['an entity from the network', paragraph('&a;'), '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd">'],
    ['an entity that is none', paragraph('&nothing;')],
    ['an open tag', '<w:p><w:r><w:t>'],
    ['tags that cross', '<w:p><w:r></w:p></w:r>'],
    ['control characters', paragraph('\u0001\u0008&#0;&#xFFFF;&#x110000;')],
    ['no body', '</w:body><w:body>'],
    ['markup that is none', '<<<>>>&&&'],
    ['many attributes', `<w:p ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`],
    ['an attribute twice', '<w:p a="1" a="2"/>'],
    ['a long attribute', `<w:p w:rsidR="${'0'.repeat(500_000)}"/>`],
    ['a comment without end', '<!-- '],
    ['data that is no markup', '<w:p><w:r><w:t><![CDATA[</w:t>]]></w:t></w:r></w:p>'],
    [
      'a cell over a million columns',
      `<w:tbl><w:tr>${cell('<w:gridSpan w:val="1000000000"/>')}</w:tr></w:tbl>`,
    ],
    [
      'cells over less than none',
      `<w:tbl><w:tr>${cell('<w:gridSpan w:val="-5"/>')}${cell('<w:gridSpan w:val="x"/>')}</w:tr></w:tbl>`,
    ],
    ['cells merged with none', `<w:tbl><w:tr>${cell('<w:vMerge/>').repeat(50)}</w:tr></w:tbl>`],
    [
      'a row of many cells',
      `<w:tbl><w:tr>${cell('<w:vMerge w:val="restart"/>').repeat(2000)}</w:tr></w:tbl>`,
    ],
    ['links to nowhere', '<w:p><w:hyperlink r:id="rId99"><w:r><w:t>a</w:t></w:r></w:hyperlink></w:p>'],
    ['notes without end', '<w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p>'.repeat(500)],
    [
      'a number of no list',
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="99"/><w:numId w:val="-1"/></w:numPr></w:pPr></w:p>',
    ],
  ];
  for (const depth of [100, 1000, 20_000]) {
    bodies.push([`tables ${depth} deep`, nested('<w:tbl><w:tr><w:tc>', '</w:tc></w:tr></w:tbl>', depth)]);
    bodies.push([`runs ${depth} deep`, nested('<w:ins>', '</w:ins>', depth)]);
    bodies.push([
      `fields ${depth} deep`,
      nested('<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>', '</w:p>', depth),
    ]);
  }
  for (const count of [20_000, 100_000])
    bodies.push([`${count} paragraphs`, `${paragraph(`a${count}`)}<w:p/>`.repeat(count)]);
  bodies.push(
    ['a long word', paragraph('街'.repeat(3_000_000))],
    ['a table in a table', table(table(table('')))],
  );
  const files = bodies.map(([what, body, head]) =>
    hostile(`a document with ${what}`, name, zipFile(docxParts(body, head))),
  );
  return [...files, ...encodings(), ...relations()];
}

function encodings(): HostileFile[] {
  const [types, rels, document] = plain.map(({ content }) => String(content)) as [string, string, string];
  const contents: [string, Uint8Array][] = [
    ['UTF-16', Buffer.from(`\ufeff${document}`, 'utf16le')],
    [
      'UTF-16 and a type',
      Buffer.from(`\ufeff${document.replace('<w:document', '<!DOCTYPE a []><w:document')}`, 'utf16le'),
    ],
    ['zeros', Buffer.alloc(5000)],
    ['nothing', Buffer.of()],
    ['no XML', Buffer.from('街道')],
    ['another root', Buffer.from('<a/>')],
    ['bytes of no character', Buffer.from([...Buffer.from(document), 0xff, 0xfe])],
  ];
  return contents.map(([what, content]) =>
    hostile(
      `a document of ${what}`,
      name,
      zipFile([
        { name: '[Content_Types].xml', content: types },
        { name: '_rels/.rels', content: rels },
        { name: 'word/document.xml', content },
      ]),
    ),
  );
}

function relations(): HostileFile[] {
  const targets = [
    '../../../etc/passwd',
    'http://127.0.0.1:1/a.xml',
    'file:///etc/passwd',
    '/word/none.xml',
    '',
    '_rels/.rels',
    'word',
  ];
  return targets.map((target) => {
    const parts = plain.map((part) =>
      part.name === '_rels/.rels'
        ? { ...part, content: String(part.content).replace('word/document.xml', target) }
        : part,
    );
    return hostile(`a document at ${target}`, name, zipFile(parts));
  });
}
