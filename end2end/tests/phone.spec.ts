// One phone, more than one person: what the first has not sent is neither seen nor sent by the second, and is there when the first comes back.
import { expect, test } from '../support/harness';

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const HERS = { text: 'Tiga kutipan akta kelahiran diserahkan ke rumah pemohon.', plan: PLAN, amount: '3' };
const HIS = { text: 'Rapat singkat tentang antrean loket.', plan: 'Tambahan, di luar rencana' };

test("another person signs in on the same phone, neither sees nor sends the first one's work, and she finds it again", async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  const before = await office.done(staff.login.name, PLAN);
  await staff.signsIn();
  const { page } = staff;
  await town.network.isCut();
  await staff.records(HERS);
  await staff.goesOut();
  await town.network.opens();

  await test.step('he signs in, looks everywhere, and sends something of his own', async () => {
    const { nip, password } = town.server.login('Atasan');
    await staff.fillsIn(nip, password);
    await staff.goesTo('Hari ini');
    await staff.records(HIS);
    await staff.sees(HIS.text, 'Terkirim');
    for (const path of ['/', '/antrean', '/buku', '/catat', '/saya']) {
      await page.goto(town.origin + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expect(page.getByText(HERS.text)).toHaveCount(0);
    }
    expect(await office.entries(HERS.text)).toHaveLength(0);
    await staff.goesOut();
  });

  await test.step('she comes back and finds it', async () => {
    await staff.fillsIn(staff.login.nip, staff.login.password);
    await staff.goesTo('Hari ini');
    await staff.sees(HERS.text, 'Terkirim', 45_000);
    await expect(page.getByText(HIS.text)).toHaveCount(0);
  });
  const [entry, ...others] = await office.entries(HERS.text);
  expect(others).toEqual([]);
  const owner = (await office.board()).find(({ kind, id }) => kind === 'employee' && id === entry.owner);
  expect(owner?.name).toBe(staff.login.name);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 3);
});

test("another person signs in in a second window while the first one's work waits: it is not sent under the other's name", async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  const push = await town.network.holdsQuestion(/^\/api\/sync\/push/);
  await staff.records(HERS);
  await push.caught;
  const window = await staff.opensWindow('/saya');
  const { nip, password } = town.server.login('Atasan');
  const cookie = await window.evaluate(async (login) => {
    await fetch('/api/session', { method: 'DELETE' });
    return (await fetch('/api/session', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(login) })).status;
  }, { nip, password });
  expect(cookie).toBe(201);
  await push.release();
  await town.network.breaks();
  await staff.page.reload();
  await staff.page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await staff.signsInAgain();
  await staff.sees(HERS.text, 'Terkirim', 45_000);
  const [entry, ...others] = await office.entries(HERS.text);
  expect(others).toEqual([]);
  const owner = (await office.board()).find(({ kind, id }) => kind === 'employee' && id === entry.owner);
  expect(owner?.name).toBe(staff.login.name);
});
