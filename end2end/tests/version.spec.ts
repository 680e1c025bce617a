// An app that is older than the office: what it does not know it passes over, and what it may no longer do it is told in words.
import { expect, test } from '../support/harness';
import { spoken } from '../support/office';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Dua belas kutipan akta kelahiran dicetak ulang.', plan: PLAN, amount: '12' };

const TOO_OLD = {
  code: 'app_too_old',
  id: 'Aplikasi ini terlalu lama. Muat ulang untuk memperbarui; yang tersimpan di HP tetap aman.',
  en: 'This app is too old. Reload to update; what is saved on this phone is safe.',
};

const TOO_NEW = 60_000;

test('answers with fields that this app does not know: everything works as before', async ({ staff, supervisor, office, town }) => {
  const before = await office.done(staff.login.name, PLAN);
  const later = await town.network.answersAsLaterVersion();
  await staff.signsIn();
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(WORK.text);
  await supervisor.thanks();
  await staff.sees(WORK.text, 'Dilihat atasan', 45_000);
  await later.hasCaught(5);
  expect(await office.entries(WORK.text)).toHaveLength(1);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 12);
});

test('the office says that this app is too old: its words are shown, the entry stays and arrives once later', async ({ staff, office, town }) => {
  staff.journal.allowsStatus(426);
  await staff.signsIn();
  const refusal = await town.network.says(/^\/api\/sync\//, 426, TOO_OLD, 1_000);
  await staff.records(WORK);
  await expect(staff.page.getByRole('status').filter({ hasText: TOO_OLD.id })).toBeVisible();
  await expect(staff.page.getByText('1 catatan masih di HP').first()).toBeVisible();
  expect(await office.entries(WORK.text)).toHaveLength(0);
  await refusal.release();
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

for (const [door, rest] of [['push', { commands: [] }], ['pull', { cursors: {}, waiting: [] }]] as const) {
  test(`a ${door} in a protocol that this office does not speak yet is refused in words`, async ({ office }) => {
    const device = '018f0000-0000-7000-8000-000000000001';
    const reply = await office.asks('POST', `/api/sync/${door}`, { json: { protocol: TOO_NEW, device, ...rest } });
    expect(reply.status).toBeGreaterThanOrEqual(400);
    expect(reply.status).toBeLessThan(500);
    const { id, en } = spoken(reply);
    expect(id, 'a sentence').toMatch(/^[A-Z].*\.$/);
    expect(en, 'a sentence').toMatch(/^[A-Z].*\.$/);
  });
}
