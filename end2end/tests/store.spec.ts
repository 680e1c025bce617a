// The contract of the phone's disk, tried on the app's own store in a real IndexedDB. The cases are in `shared/src/sync/phone/contract.rs`, which
// the simulator's disk keeps as well, and in `app/src/contract`; here are their names, and what only the file system knows.
import { type BrowserContext, expect, test } from '@playwright/test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { openBrowser } from '../support/browsers';
import { Contract } from '../support/contract';
import { folder, remove } from '../support/places';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const CASES = [
  'an empty disk knows nothing',
  'places follow one another without a hole, whichever window asks',
  'a pull is there whole, and nothing else has moved',
  'what was appended meanwhile stays behind a queue that is written anew',
  'after anything that a core may write, a fresh window reads what the core means',
  'two windows that append at the same moment share no place and leave no hole',
  'a window that was overtaken writes nothing',
  'storage that was cleared under an open page is noticed, and places begin anew',
  'what is written after the storage was cleared opens in the new database',
  'a window of an earlier build lets go and cannot come back',
  'a window that stands still does not hold up a start for ever',
  'another build asks for its log whole',
  'a save that breaks anywhere leaves nothing behind',
  'a pull that breaks anywhere leaves nothing behind',
  'saving, discarding and putting back ask for the disk itself; what can be asked for again does not',
  'the draft is the last one kept, and the entry that it was for takes it away',
  'what is written while something is being encrypted comes after it',
  'photos stay for as long as their hold says',
  'what was discarded comes back where it stood, or at the end',
  'a quiet pull writes nothing',
  'nothing that people wrote is readable in the database',
  'the device knows who was in last, and does not tell',
  'the key is there to be used and cannot be taken out',
  'no two values share an initialisation vector',
  "a row laid in another's place does not open, and the log is asked for whole",
  "a command laid in another's place does not open, is counted, kept and told",
  'without the key nothing opens and nothing is thrown away',
  'without WebCrypto everything works, plain, and is encrypted once there is WebCrypto',
  'a database of an earlier build is read, and lies there encrypted afterwards',
  "encrypting an earlier build's database may break anywhere: everything is read, and the next start goes on",
];

let profile: string;
let browser: BrowserContext;
let disk: Contract;

test.beforeAll(async () => {
  profile = folder('contract');
  browser = await openBrowser(profile, {});
  disk = new Contract(browser);
});
test.afterAll(async () => {
  await browser.close();
  remove(profile);
});

test('the cases that are tried here are those that there are', async () => {
  expect(await disk.cases()).toEqual(CASES);
});

for (const name of CASES) {
  test(name, async () => {
    expect(await disk.proves(name)).toBeUndefined();
  });
}

test("on a full phone an earlier build's database opens and is read as it is, and is encrypted when there is space", async () => {
  // The browser remembers how much space there was; so it begins anew.
  const own = folder('contract-full');
  const before = await openBrowser(own, {});
  expect(await new Contract(before).calls('leave_as_before')).toBeUndefined();
  await before.close();
  const full = await openBrowser(own, {});
  expect(await new Contract(full, 1).calls('prove_without_space')).toBeUndefined();
  await full.close();
  remove(own);
});

test("nothing that people wrote is readable in the browser's files", async () => {
  // Of a browser that only ever wrote encrypted values. Then something plain is written, and found in the same way.
  const MARKER = 'rahasia-cengkeh';
  const own = folder('contract-files');
  const places = () => readdirSync(own, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const isFound = () => places().some((file) => contains(readFileSync(join(file.parentPath, file.name)), MARKER));
  const context = await openBrowser(own, {});
  const said = await new Contract(context).proves('a pull that breaks anywhere leaves nothing behind');
  await context.close();
  expect(said).toBeUndefined();
  expect(isFound()).toBe(false);

  const again = await openBrowser(own, {});
  const page = await new Contract(again).opens();
  await page.evaluate((marker) => (globalThis as any).tools.writesAsBefore('plain', ['rows'], [['rows', '1', `${marker} 1`]]), MARKER);
  await again.close();
  expect(isFound()).toBe(true);
  remove(own);
});

// The browser keeps texts with a byte or with two for each letter.
function contains(bytes: Buffer, text: string): boolean {
  return bytes.includes(text, 0, 'latin1') || bytes.includes(text, 0, 'utf16le');
}
