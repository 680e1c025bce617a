// A citizen at a counter: scans the code on the poster with any phone, JavaScript off, and is heard at once. Acceptance DMI-4, PLM-7.
import { expect, test } from '../support/harness';
import type { Supervisor } from '../support/actors/supervisor';

const COUNTER = 'Loket 3 · Akta kelahiran';
const WORDS = 'Ibu di loket tiga sabar sekali menjelaskan akta kelahiran cucu saya.';

// What the page may weigh: HTML alone, and everything that travels until it stands.
const HTML_BYTES_MAX = 12_000;
const PAGE_BYTES_MAX = 30_000;

async function answersToday(supervisor: Supervisor): Promise<number> {
  const text = await supervisor.tile(COUNTER).innerText();
  return Number(/(\d+)\s+jawaban hari ini/.exec(text)?.[1]);
}

test('dmi_4: the poster leads to the page, the answer moves the open board', async ({ citizen, supervisor, operator, town }) => {
  await supervisor.watchesBoard();
  const before = await answersToday(supervisor);
  expect(before).not.toBeNaN();

  const address = await operator.drawsPoster('DUK-3');
  expect(address).toBe(`${town.origin}/f/DUK-3`);
  expect(await citizen.scans(address)).toBe(200);
  await expect(citizen.page.getByRole('heading', { name: 'Bagaimana pelayanan kami hari ini?' })).toBeVisible();
  await expect(citizen.page.getByRole('banner')).toContainText(COUNTER);
  await citizen.leaves('Sangat baik', WORDS);

  await expect.poll(() => answersToday(supervisor)).toBe(before + 1);
  await expect(supervisor.tile(COUNTER)).toContainText(WORDS);
});

test('a double tap is one answer, and so is the same form sent again', async ({ citizen, supervisor, office }) => {
  await supervisor.watchesBoard();
  const before = await answersToday(supervisor);
  await citizen.visits('DUK-3');
  await citizen.chooses('Baik');
  const form = new URLSearchParams({
    jawaban: await citizen.page.locator('input[name=jawaban]').inputValue(),
    nilai: '3',
    cerita: '',
  }).toString();
  await citizen.page.getByRole('button', { name: 'Kirim', exact: true }).dblclick();
  const code = await citizen.isThanked();

  const again = await office.asks('POST', '/f/DUK-3', { body: form, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
  expect(again.status).toBe(303);
  expect(again.headers.location).toContain(code.replace('-', ''));

  // Another citizen's answer comes after both, so when it is counted both would have been.
  await citizen.page.getByRole('link', { name: /^Jawaban baru/ }).tap();
  await citizen.leaves('Kurang baik');
  await expect.poll(() => answersToday(supervisor)).toBe(before + 2);
});

test('a code that is no counter is answered with a page and a sentence', async ({ citizen }) => {
  citizen.journal.allowsStatus(404);
  expect(await citizen.visits('DUK-99')).toBe(404);
  await expect(citizen.page.getByRole('heading', { name: 'Kode loket ini tidak dikenal.' })).toBeVisible();
  await expect(citizen.page.getByText('Periksa huruf di bawah kode QR, atau tanyakan petugas.')).toBeVisible();
});

test('without a face chosen the page comes back with a sentence and what was typed', async ({ citizen }) => {
  citizen.journal.allowsStatus(422);
  await citizen.visits('DUK-3');
  await citizen.writes(WORDS);
  // An old browser that does not know `required`.
  await citizen.page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
  await citizen.sends();
  await expect(citizen.page.getByRole('alert')).toHaveText('Pilih dulu satu wajah, lalu tekan Kirim lagi.');
  await expect(citizen.story()).toHaveValue(WORDS);
  await citizen.leaves('Baik');
});

test('the page speaks English, one tap away', async ({ citizen }) => {
  await citizen.visits('DUK-3');
  await citizen.page.getByRole('link', { name: 'English' }).tap();
  await expect(citizen.page.getByRole('heading', { name: 'How was our service today?' })).toBeVisible();
  await expect(citizen.page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the page is light: HTML at most 12 kB, everything at most 30 kB over the wire', async ({ citizen, office, town }) => {
  await citizen.visits('DUK-3');
  const html = await office.asks('GET', '/f/DUK-3');
  expect(html.body.length).toBeLessThanOrEqual(HTML_BYTES_MAX);
  const named = [...html.body.toString().matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map(([, path]) => path);
  const paths = async () => (await town.network.passed()).map(({ path }) => path);
  await expect.poll(paths).toEqual(expect.arrayContaining(named));
  const passed = await town.network.passed();
  const bytes = passed.reduce((sum, answer) => sum + answer.bytes, 0);
  console.log(`    citizen's page: HTML ${html.body.length} B, in all ${bytes} B in ${passed.length} requests`);
  expect(bytes).toBeLessThanOrEqual(PAGE_BYTES_MAX);
});

test('the page sets no cookie and runs no script', async ({ citizen, office }) => {
  await citizen.visits('DUK-3');
  await citizen.leaves('Baik');
  expect(await citizen.page.context().cookies()).toEqual([]);
  const page = await office.asks('GET', '/f/DUK-3');
  expect(page.headers['set-cookie'] ?? '').toBe('');
  expect(page.body.toString()).not.toMatch(/<script/i);
});

test('an older phone that does not say where a request comes from is heard too', async ({ citizen, office }) => {
  await citizen.visits('DUK-3');
  const body = `jawaban=${await citizen.page.locator('input[name=jawaban]').inputValue()}&nilai=4&cerita=`;
  // Such a browser sends no Sec-Fetch-Site, and `Origin: null` because our own policy is no-referrer.
  const headers = { 'content-type': 'application/x-www-form-urlencoded', origin: 'null' };
  expect((await office.asks('POST', '/f/DUK-3', { body, headers })).status).toBe(303);
});
