// The loop of a dialogue: each side hears of the other in Kabar, and the person reads and writes their part without a network.
// Acceptance PLB-8, BJI-7; ADR 0033.
import type { Locator } from '@playwright/test';
import { phoneOf } from '../support/device';
import { expect, test } from '../support/harness';
import { pictures } from '../support/screens';
import type { Staff } from '../support/actors/staff';
import type { Supervisor } from '../support/actors/supervisor';

const ASKED = 'Loket ramai tiap Senin; perlu satu orang lagi.';
const ANSWER = 'Saya carikan satu orang dari Bidang Kearsipan.';
const ACTION = 'Giliran tambahan tiap Senin pagi.';

// Two browsers that wait for each other.
test.beforeEach(() => test.slow());

test('plb_8: each side finds in Kabar what the other has done, one tap leads there, and it is read once', async ({ staff, supervisor, town }) => {
  await staff.signsIn();
  await opensOwn(staff);
  await asksAndWrites(staff);

  await test.step('the superior is told, and answers', async () => {
    await supervisor.signsIn();
    const badge = supervisor.page.getByRole('navigation', { name: 'Utama' }).getByRole('link', { name: /^Kabar/ });
    await expect(badge).toHaveAccessibleName(/Kabar \d/);
    await supervisor.goesTo('Kabar');
    const letter = news(supervisor);
    await expect(letter).toContainText(`${staff.login.name} meminta dialog dan menambah tulisan.`);
    await expect(letter.getByText('Baru', { exact: true })).toBeVisible();
    await expect(badge).toHaveAccessibleName(/^\s*Kabar\s*$/);
    await letter.getByRole('link', { name: 'Lihat dialog' }).click();
    await opensAndAgrees(supervisor);
  });

  await test.step('the person is told, also what was agreed', async () => {
    await staff.goesTo('Kabar');
    const letter = news(staff);
    await expect(letter).toContainText('membuka dialog, menambah tulisan dan menyepakati tindakan.');
    await letter.getByRole('link', { name: 'Lihat dialog' }).click();
    await expect(staff.page.getByText(ANSWER)).toBeVisible();
    await expect(staff.page.getByRole('listitem').filter({ hasText: ACTION })).toBeVisible();
  });

  await test.step('read on one device is read on another', async () => {
    const phone = await phoneOf(town, staff.login);
    const unread = async () => (await phone.ownRows('echo')).filter(({ told, read }) => told > read).length;
    await expect.poll(unread).toBe(0);
  });
});

test('bji_7: without a network the notes and actions are read, the own part is written, and arrives later', async ({ staff, supervisor, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await opensOwn(staff);
  await asksAndWrites(staff);
  await supervisor.signsIn();
  await supervisor.page.goto(`${town.origin}${new URL(staff.page.url()).pathname}`);
  await opensAndAgrees(supervisor);
  const { page } = staff;
  const note = page.getByLabel('Tulisan Anda');
  const action = page.getByRole('listitem').filter({ hasText: ACTION });
  await expect(action).toBeVisible();

  await staff.reloadsWithoutNetwork(async () => {
    await expect(page.getByText(ANSWER)).toBeVisible({ timeout: 10_000 });
    await expect(action).toBeVisible({ timeout: 5_000 });
    await expect(note).toHaveValue(ASKED, { timeout: 5_000 });
  });
  await note.fill(`${ASKED} Mulai 3 Desember.`);
  await page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await staff.isTold('Tersimpan di HP, lalu dikirim.');
  await action.getByRole('button', { name: /^Tandai selesai/ }).click();
  await isMarkedDone(action);
  await page.getByLabel('Apa yang dilakukan').fill('Lembar syarat ditempel di loket empat.');
  await page.getByRole('button', { name: 'Sepakati', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'ditempel di loket empat' })).toBeVisible();
  await expect(page.getByText(/^Tersimpan di HP · /)).toBeVisible();
  await page.reload();
  await expect(note, 'it is on the phone, not only on the page').toHaveValue(`${ASKED} Mulai 3 Desember.`);
  await expect(supervisor.page.getByText('Mulai 3 Desember.')).toHaveCount(0);
  await page.goto(`${town.origin}/antrean`);
  await expect(page.getByRole('article').filter({ hasText: 'Dialog kinerja' })).toHaveCount(3);
  await page.goBack();

  await staff.findsNetwork();
  await expect(page.getByText(/^Tersimpan di HP · /)).toHaveCount(0);
  await expect(supervisor.page.getByText('Mulai 3 Desember.')).toBeVisible();
  await isMarkedDone(supervisor.page.getByRole('listitem').filter({ hasText: ACTION }));
  await expect(supervisor.page.getByRole('listitem').filter({ hasText: 'ditempel di loket empat' })).toBeVisible();
  await isMarkedDone(action);
});

test('what the office does not accept stays on the page with its reason, and in the queue', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await opensOwn(staff);
  await staff.page.getByRole('button', { name: 'Ajukan dialog' }).click();
  await expect(staff.page.getByLabel('Tulisan Anda')).toBeVisible();
  await expect(staff.page.getByText(/^Tersimpan di HP · /)).toHaveCount(0);
  await staff.losesNetwork();
  await staff.page.getByLabel('Tulisan Anda').fill('Ditulis di bus, tanpa sinyal.');
  await staff.page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await staff.isTold('Tersimpan di HP, lalu dikirim.');
  await isSaved(staff);
  const other = await phoneOf(town, staff.login);
  const [id] = (await other.ownRows('echo')).map((row) => row.id).sort().reverse();
  const dialogue = id.split('/').slice(1).join('/');
  other.adds({ 'dialogue.own': { dialogue, deed: 'note', text: 'Ditulis di laptop.' } });
  while (other.queue.length > 0) await other.sends();
  await staff.findsNetwork();
  const refused = staff.page.getByRole('alert').filter({ hasText: 'Ditulis di bus, tanpa sinyal.' });
  await expect(refused).toContainText('Isinya berubah sejak Anda membukanya');
  await expect(refused).toHaveAttribute('data-code', 'changed_since_seen');
  await expect(staff.page.getByLabel('Tulisan Anda')).toHaveValue('Ditulis di laptop.');
  await refused.getByRole('link', { name: 'Antrean' }).click();
  const stuck = staff.page.getByRole('article').filter({ hasText: 'Ditulis di bus, tanpa sinyal.' });
  await expect(stuck.getByRole('link', { name: 'Perbaiki' })).toHaveAttribute('href', /^\/dialog\//);
  await stuck.getByRole('button', { name: 'Buang' }).click();
  // It leaves the page when it has left the disk; whoever opens another page before keeps it.
  await expect(stuck).toHaveCount(0);
});

test('a superior who loses the network keeps every word in its field, and is told so', async ({ staff, supervisor, town }) => {
  supervisor.journal.allowsNoNetwork();
  await staff.signsIn();
  await opensOwn(staff);
  await asksAndWrites(staff);
  await supervisor.signsIn();
  await supervisor.page.goto(`${town.origin}${new URL(staff.page.url()).pathname}`);
  await supervisor.page.getByRole('button', { name: 'Buka dialog' }).click();
  const note = supervisor.page.getByLabel('Tulisan Anda');
  await expect(note).toBeVisible();
  await note.fill(ANSWER);
  await supervisor.losesNetwork();
  await supervisor.page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await expect(supervisor.page.getByRole('alert')).toContainText('Belum tersambung ke kantor.');
  await expect(note).toHaveValue(ANSWER);
  await expect(supervisor.page.getByText('Belum disimpan')).toBeVisible();
  await supervisor.findsNetwork();
  await supervisor.page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await expect(supervisor.page.getByRole('status').getByText('Tulisan Anda tersimpan di kantor.')).toBeVisible();
  await expect(staff.page.getByText(ANSWER)).toBeVisible();
});

for (const size of [{ name: 'hp', width: 360, height: 740 }, { name: 'meja', width: 1440, height: 900 }]) {
  test(`pictures of a dialogue in Kabar and without a network, ${size.name}`, async ({ staffWith, supervisor, town }) => {
    const staff = await staffWith({ viewport: { width: size.width, height: size.height } });
    staff.journal.allowsNoNetwork();
    await staff.signsIn();
    await staff.canWorkOffline();
    const { page } = staff;
    const each = async (screen: string) => {
      await pictures(page, screen, size.name);
    };
    await opensOwn(staff);
    await each('dialog-kosong');
    await asksAndWrites(staff);
    await supervisor.signsIn();
    await supervisor.page.goto(`${town.origin}${new URL(page.url()).pathname}`);
    await opensAndAgrees(supervisor);
    await staff.goesTo('Kabar');
    await expect(news(staff)).toContainText('menyepakati tindakan');
    await each('kabar-dialog');
    await news(staff).getByRole('link', { name: 'Lihat dialog' }).click();
    await expect(page.getByText(ANSWER)).toBeVisible();
    await staff.losesNetwork();
    await page.getByLabel('Tulisan Anda').fill(`${ASKED} Mulai 3 Desember, bila jadwal Bidang Pelayanan Pendaftaran Penduduk mengizinkan.`);
    await page.getByRole('button', { name: 'Simpan tulisan' }).click();
    await expect(page.getByText(/^Tersimpan di HP · /)).toBeVisible();
    await each('dialog-tanpa-jaringan');
    await staff.findsNetwork();
    await expect(page.getByText(/^Tersimpan di HP · /)).toHaveCount(0);
  });
}

async function opensOwn(staff: Staff): Promise<void> {
  await staff.goesTo('Saya');
  await staff.page.getByRole('link', { name: /^Dialog kinerja/ }).click();
  await expect(staff.page.getByRole('heading', { name: 'Dialog kinerja', level: 1 })).toBeVisible();
}

async function asksAndWrites(staff: Staff): Promise<void> {
  await staff.page.getByRole('button', { name: 'Ajukan dialog' }).click();
  await staff.page.getByLabel('Tulisan Anda').fill(ASKED);
  await staff.page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await staff.isTold('Tersimpan di HP, lalu dikirim.');
  await isSaved(staff);
  await expect(staff.page.getByText(/^Tersimpan di HP · /)).toHaveCount(0);
}

// The words in the field are on the phone. The toast alone does not tell: asking for the dialogue says the same a moment before, and a note
// that is saved meanwhile waits for it.
async function isSaved(staff: Staff): Promise<void> {
  await expect(staff.page.getByText('Belum disimpan')).toHaveCount(0);
}

// Its button has gone and the mark has come; the button alone says the same word.
async function isMarkedDone(action: Locator): Promise<void> {
  await expect(action.getByRole('button', { name: /^Tandai selesai/ })).toHaveCount(0);
  await expect(action.getByText('Selesai', { exact: true }).first()).toBeVisible();
}

async function opensAndAgrees(supervisor: Supervisor): Promise<void> {
  const { page } = supervisor;
  await page.getByRole('button', { name: 'Buka dialog' }).click();
  await expect(page.getByLabel('Tulisan Anda')).toBeVisible();
  await page.getByLabel('Tulisan Anda').fill(ANSWER);
  await page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await expect(page.getByRole('status').getByText('Tulisan Anda tersimpan di kantor.')).toBeVisible();
  await page.getByLabel('Apa yang dilakukan').fill(ACTION);
  await page.getByRole('button', { name: 'Sepakati', exact: true }).click();
  await expect(page.getByRole('listitem').filter({ hasText: ACTION })).toBeVisible();
}

// The letter about the dialogue of this quarter; the demo has one of the quarter before.
function news(who: Staff | Supervisor) {
  return who.page.getByRole('main').getByRole('listitem').filter({ hasText: /^Dialog kinerja, triwulan/ }).first();
}
