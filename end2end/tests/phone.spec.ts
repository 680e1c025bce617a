// One phone, more than one person: what the first has not sent is neither seen nor sent by the second, and is there when the first comes back.
import { expect, test } from '../support/harness';
import { stands } from '../support/screens';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const HERS = { text: 'Tiga kutipan akta kelahiran diserahkan ke rumah pemohon.', plan: PLAN, amount: '3' };
const OTHER = { text: 'Rapat singkat tentang antrean loket.', plan: 'Tambahan, di luar rencana' };

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
    await staff.records(OTHER);
    await staff.sees(OTHER.text, 'Terkirim', 45_000);
    for (const path of ['/', '/antrean', '/buku', '/catat', '/saya']) {
      await page.goto(town.origin + path);
      await stands(page);
      await expect(page.getByText(HERS.text)).toHaveCount(0);
    }
    expect(await office.entries(HERS.text)).toHaveLength(0);
    await staff.goesOut();
  });

  await test.step('she comes back and finds it', async () => {
    await staff.fillsIn(staff.login.nip, staff.login.password);
    await staff.goesTo('Hari ini');
    await staff.sees(HERS.text, 'Terkirim', 45_000);
    await expect(page.getByText(OTHER.text)).toHaveCount(0);
  });
  const [entry, ...others] = await office.entries(HERS.text);
  expect(others).toEqual([]);
  const owner = (await office.board()).find(({ kind, id }) => kind === 'employee' && id === entry.owner);
  expect(owner?.name).toBe(staff.login.name);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 3);
});

test("the session becomes another person's behind an open page: her work is never written down as his", async ({ staff, office, town }) => {
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  const plan = staff.page.getByText(PLAN).first();
  await expect(plan).toBeVisible();
  const his = town.server.login('Atasan');
  await staff.sessionBecomes(his);
  await staff.records(OTHER);
  const again = staff.page.getByRole('link', { name: 'Masuk', exact: true });
  const stored = async () => (await again.isVisible()) || (await office.entries(OTHER.text)).length > 0;
  await expect.poll(stored, { timeout: 30_000 }).toBe(true);
  const [entry] = await office.entries(OTHER.text);
  const owner = (await office.board()).find(({ kind, id }) => kind === 'employee' && id === entry?.owner);
  expect(owner?.name ?? 'nobody yet').not.toBe(his.name);
  await expect(plan, 'what she had on her phone').toBeVisible();

  await again.click();
  await staff.signsInAgain();
  await staff.sees(OTHER.text, 'Terkirim', 45_000);
  expect(await office.entries(OTHER.text)).toHaveLength(1);
});
