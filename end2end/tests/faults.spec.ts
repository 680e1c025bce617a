// What goes wrong in the world: the server is killed, sessions end, batteries die, hotels answer for us. Nothing is lost, nothing is
// doubled, and people are told in words what to do.
import { expect, test } from '../support/harness';
import { today } from '../support/device';

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const WORK = { text: 'Sembilan kutipan akta kelahiran diserahkan langsung kepada pemohon.', plan: PLAN, amount: '9' };
const NEXT = { text: 'Dua permohonan yang terlambat dibantu melengkapi berkasnya.', plan: PLAN, amount: '2' };

// The app tries again after pauses that grow to half a minute.
test.beforeEach(() => test.slow());

test('the server is killed between commit and answer: nothing is lost, nothing doubled, without reload', async ({ staff, supervisor, office, town }) => {
  const before = await office.done(staff.login.name, PLAN);
  staff.journal.allowsNoNetwork();
  supervisor.journal.allowsNoNetwork();
  await staff.signsIn();
  await supervisor.watchesBoard();
  const [samePage, sameBoard] = [await staff.keepsThisPage(), await supervisor.keepsThisPage()];
  const answer = await town.network.swallowsAnswer(/^\/api\/sync\/push/);
  await staff.records(WORK);
  await answer.caught;
  await town.server.isKilled();
  await town.network.breaks();
  await staff.sees(WORK.text, 'Tersimpan di HP');
  await town.server.starts();

  await staff.sees(WORK.text, 'Terkirim', 45_000);
  await supervisor.boardIsLive(45_000);
  await expect(supervisor.row(staff.login.name)).toContainText(WORK.text);
  expect(await office.entries(WORK.text)).toHaveLength(1);
  expect(await office.done(staff.login.name, PLAN)).toBe(before + 9);
  await samePage();
  await sameBoard();
});

test('the server is killed while two entries wait: both arrive when it is back', async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(502, 503);
  await staff.signsIn();
  await town.server.isKilled();
  await staff.records(WORK);
  await staff.records(NEXT);
  await staff.sees(NEXT.text, 'Tersimpan di HP');
  await town.server.starts();
  for (const { text } of [WORK, NEXT]) {
    await staff.sees(text, 'Terkirim', 45_000);
    expect(await office.entries(text)).toHaveLength(1);
  }
});

test('the battery dies the moment after an entry was saved: it is still there', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.records(WORK);
  await staff.browserDies();
  await staff.opens();
  await staff.sees(WORK.text, 'Tersimpan di HP');
  await town.network.opens();
  await staff.signsInIfAsked(WORK.text);
  await staff.sees(WORK.text, 'Terkirim', 45_000);
});

test('the session ends with an entry unsent: the queue stays, says so, and goes out after signing in again', async ({ staff, office }) => {
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await staff.sessionEnds();
  await staff.records(WORK);
  await staff.sees(WORK.text, 'Tersimpan di HP');
  await expect(staff.page.getByRole('status').filter({ hasText: 'Masuk lagi untuk mengirim' })).toBeVisible();
  expect(await office.entries(WORK.text)).toHaveLength(0);

  await staff.page.getByRole('link', { name: 'Masuk', exact: true }).click();
  await expect(staff.page.getByText('1 catatan tetap aman di HP. Masuk lagi untuk mengirim.')).toBeVisible();
  await staff.signsInAgain();
  await staff.sees(WORK.text, 'Terkirim');
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

test("a hotel's portal answers for the office: the entry stays in the queue, and the app still opens", async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsPortal();
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.becomesPortal();
  await staff.records(WORK);
  await expect(staff.page.getByText('1 catatan masih di HP').first()).toBeVisible();
  await staff.sees(WORK.text, 'Tersimpan di HP');
  await staff.page.reload();
  await staff.sees(WORK.text, 'Tersimpan di HP');
  expect(await office.entries(WORK.text)).toHaveLength(0);
  await town.network.opens();
  await staff.sees(WORK.text, 'Terkirim', 45_000);
  expect(await office.entries(WORK.text)).toHaveLength(1);
});

test('leaving with unsent entries is a forced choice, and they are there after coming back', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await town.network.isCut();
  await staff.records(WORK);
  await staff.goesTo('Saya');
  await staff.page.getByRole('button', { name: 'Keluar', exact: true }).click();
  const choice = staff.page.getByRole('dialog', { name: 'Keluar dengan 1 catatan belum terkirim?' });
  await choice.getByRole('button', { name: 'Keluar, antrean tetap di HP ini' }).click();
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await town.network.opens();
  await staff.fillsIn(staff.login.nip, staff.login.password);
  await staff.goesTo('Hari ini');
  await staff.sees(WORK.text, 'Terkirim', 45_000);
});

test('signing out on a line that stays silent shows that it is under way', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  staff.journal.allowsStatus(401);
  await staff.signsIn();
  await staff.goesTo('Saya');
  await town.network.swallows({ method: 'DELETE', path: /^\/api\/session$/ });
  const out = staff.page.getByRole('button', { name: 'Keluar', exact: true });
  await out.click();
  await expect(out).toHaveAttribute('aria-busy', 'true');
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await staff.fillsIn(staff.login.nip, staff.login.password);
  await expect(staff.page.getByRole('heading', { name: 'Saya', level: 1 })).toBeVisible();
});

test('a wrong password is said in a sentence, and the NIP stays', async ({ staff }) => {
  staff.journal.allowsStatus(401);
  await staff.opens();
  await staff.fillsIn(staff.login.nip, 'bukan-sandi-saya');
  await expect(staff.refusal()).toContainText('NIP atau kata sandi tidak cocok. Periksa lagi, lalu coba sekali lagi.');
  await expect(staff.page.getByLabel('NIP', { exact: true })).toHaveValue(staff.login.nip);
});

test('signing in without a network says so', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.opens();
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.fillsIn(staff.login.nip, staff.login.password);
  await expect(staff.refusal()).toBeVisible();
  await expect(staff.refusal()).toContainText(/jaringan/i);
  await expect(staff.page.getByLabel('NIP', { exact: true })).toHaveValue(staff.login.nip);
});

test('an entry for a day that has not come is refused in words, the typed text stays, nothing is saved', async ({ staff, office }) => {
  await staff.signsIn();
  await staff.triesToRecord({ ...WORK, date: today(1) });
  await expect(staff.refusal()).toContainText('Tanggal pekerjaan ini belum tiba.');
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await staff.hasNothingWaiting();
  expect(await office.entries(WORK.text)).toHaveLength(0);
});

test('an entry without words or without an amount is refused in words', async ({ staff }) => {
  await staff.signsIn();
  await staff.triesToRecord({ text: '', plan: PLAN, amount: '1' });
  await expect(staff.refusal()).toContainText('Tulis dulu apa yang Anda kerjakan, walau satu kalimat.');
  await staff.page.getByLabel('Apa yang Anda kerjakan?').fill(WORK.text);
  await staff.page.getByRole('textbox', { name: 'Hasil', exact: true }).fill('banyak');
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(staff.refusal()).toContainText('Tulis jumlah lebih dari 0');
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
});

test('what was typed and not saved is a draft that outlives the page', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await staff.page.getByLabel('Apa yang Anda kerjakan?').fill(WORK.text);
  await expect(staff.page.getByText(/^Draf \d\d\.\d\d$/)).toBeVisible();
  await staff.closesBrowser();
  await staff.opens('/catat');
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(WORK.text);
  await town.network.opens();
});

test('the board says by itself that it stands still, and comes back by itself', async ({ supervisor, town }) => {
  supervisor.journal.allowsNoNetwork();
  await supervisor.watchesBoard();
  await town.network.isCut();
  await expect(supervisor.page.getByRole('status').filter({ hasText: /Papan ini berhenti sejak \d\d\.\d\d/ })).toBeVisible();
  await town.network.opens();
  await supervisor.boardIsLive(45_000);
  await expect(supervisor.page.getByText(/Papan ini berhenti/)).toHaveCount(0);
});
