// What stands in a workbook of one sheet, read without a spreadsheet: the archive's own list of members, then the cells in order.
import { inflateRawSync } from 'node:zlib';

function member(archive: Buffer, wanted: string): string {
  const end = archive.lastIndexOf('PK\x05\x06');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, name, extra, note] = [archive.readUInt32LE(at + 20), archive.readUInt16LE(at + 28), archive.readUInt16LE(at + 30), archive.readUInt16LE(at + 32)];
    if (archive.toString('utf8', at + 46, at + 46 + name) === wanted) {
      const local = archive.readUInt32LE(at + 42);
      const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
      const bytes = archive.subarray(from, from + packed);
      return (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString('utf8');
    }
    at += 46 + name + extra + note;
  }
  throw new Error(`no ${wanted} in the workbook`);
}

const plain = (xml: string) =>
  xml.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&');

// The rows as texts; a date is the day it stands for, YYYY-MM-DD.
export function rowsOf(workbook: Buffer): string[][] {
  const strings = [...member(workbook, 'xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) =>
    [...si.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text]) => plain(text)).join(''),
  );
  const sheet = member(workbook, 'xl/worksheets/sheet1.xml');
  if (sheet.includes('<f>')) throw new Error('a cell is a formula');
  return [...sheet.matchAll(/<row [^>]*>(.*?)<\/row>/gs)].map(([, row]) =>
    [...row.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head, body]) => {
      const value = body?.match(/<v>(.*?)<\/v>/s)?.[1] ?? '';
      if (head.includes('t="s"')) return strings[Number(value)];
      return value === '' ? '' : new Date(Date.UTC(1899, 11, 30) + Number(value) * 86_400_000).toISOString().slice(0, 10);
    }),
  );
}
