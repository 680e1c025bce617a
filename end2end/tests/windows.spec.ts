// Several windows of one phone share a queue: both write into it, one is put to sleep in the middle of sending, and still everything
// arrives once.
import { expect, test } from '../support/harness';
import { freezes, thaws, writesMany } from '../support/window';

const EACH = 200;
const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Sepuluh permohonan diperiksa bersama loket satu.', plan: PLAN, amount: '10' };

test('two windows write 200 entries each at the same time: all 400 arrive, each once', async ({ staff, office }) => {
  test.setTimeout(420_000);
  const before = await office.done(staff.login.name, PLAN);
  await staff.signsIn();
  const other = await staff.opensWindow();
  const texts = (window: string) => Array.from({ length: EACH }, (_, at) => `Berkas ${window}-${at + 1} selesai diperiksa.`);
  const [left, right] = [texts('kiri'), texts('kanan')];
  const start = performance.now();
  await Promise.all([writesMany(staff.page, PLAN, left), writesMany(other, PLAN, right)]);
  const written = performance.now();
  const arrived = async () => (await office.board()).filter(({ kind, text }) => kind === 'entry' && /^Berkas (kiri|kanan)-/.test(text)).map(({ text }) => text);
  await expect.poll(async () => (await arrived()).length, { timeout: 120_000 }).toBeGreaterThanOrEqual(2 * EACH);
  console.log(`    ${2 * EACH} entries: written in ${Math.round(written - start)} ms, at the office ${Math.round(performance.now() - written)} ms later`);
  expect((await arrived()).sort()).toEqual([...left, ...right].sort());
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 2 * EACH);
});

test('the window that sends is frozen in the middle of a push: the other one delivers, and the thawed one doubles nothing', async ({ staff, office, town }) => {
  await staff.signsIn();
  const other = await staff.opensWindow();
  await expect(other.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await staff.page.bringToFront();
  const push = await town.network.holdsNextQuestion(/^\/api\/sync\/push/);
  await staff.records(WORK);
  await push.caught;
  const frozen = await freezes(staff.page);
  await other.bringToFront();
  await expect(other.getByRole('listitem').filter({ hasText: WORK.text })).toContainText('Terkirim', { timeout: 60_000 });
  expect(await office.entries(WORK.text)).toHaveLength(1);
  await push.release();
  await thaws(frozen);
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  expect(await office.entries(WORK.text)).toHaveLength(1);
});
