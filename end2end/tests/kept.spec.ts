// What is half-written stays: beside other buttons, when others write at the same time, on the way to another page, and after a reload. What had no
// answer happens once when the button is pressed again. Acceptance BJI-7, BJI-8, DMI-9.
import { Device, phoneOf, today } from '../support/device';
import { isKept } from '../support/disk';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import type { Staff } from '../support/actors/staff';
import type { Supervisor } from '../support/actors/supervisor';
import { stands } from '../support/screens';
import type { Town } from '../support/town';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const PLAN = 'Penerbitan kutipan akta kelahiran di loket';
const DAY_MS = 86_400_000;
const PARTS = {
  Perilaku: 'Pemohon dijelaskan syaratnya satu per satu.',
  Dampak: 'Tidak ada yang pulang dengan berkas kurang.',
  'Langkah berikutnya': 'Ajarkan juga ke loket lima.',
};

test('dmi_9: feedback that is being written survives thanks, a mark and a reload, and is gone once it is sent', async ({ staff, supervisor }) => {
  await reads(supervisor, staff, 'Menjelaskan syarat pindah datang kepada 14 pemohon.');
  const panel = supervisor.panel();
  await panel.getByRole('button', { name: 'Umpan balik', exact: true }).click();
  const fields = Object.entries(PARTS).map(([label, words]) => [panel.getByLabel(label), words] as const);
  await isKept(supervisor.page, /^tanggapan\//, async () => {
    for (const [field, words] of fields) await field.fill(words);
  });

  await supervisor.thanks();
  await panel.getByRole('button', { name: 'Tandai untuk dibahas' }).click();
  await expect(panel.getByRole('button', { pressed: true })).toBeVisible();
  for (const [field, words] of fields) await expect(field).toHaveValue(words);

  await supervisor.page.reload();
  for (const [field, words] of fields) await expect(field, 'it is on the disk').toHaveValue(words);
  await panel.getByRole('button', { name: 'Kirim umpan balik' }).click();
  await expect(panel).toContainText(PARTS.Dampak);
  await expect(panel.getByLabel('Dampak')).toHaveCount(0);
  await supervisor.page.reload();
  await expect(panel).toContainText(PARTS.Dampak);
  await expect(panel.getByLabel('Dampak'), 'nothing of it is unfinished').toHaveCount(0);
});

test('bji_7: a message whose answer is lost and that is sent again arrives once', async ({ staff, supervisor, office, town }) => {
  supervisor.journal.allowsNoNetwork();
  await reads(supervisor, staff, 'Mengantar 6 kutipan akta ke kelurahan.');
  await expect(supervisor.panel().getByText('Dilihat')).toBeVisible();
  const panel = supervisor.panel();
  await panel.getByRole('button', { name: 'Tulis pesan', exact: true }).click();
  await panel.getByLabel('Pesan', { exact: true }).fill('Bagus. Siapa yang menerima?');
  const answer = await town.network.swallowsAnswer(/^\/api\/sync\/push/);
  await panel.getByRole('button', { name: 'Kirim pesan', exact: true }).click();
  await answer.caught;
  await expect(panel.getByRole('alert')).toBeVisible();
  await expect(panel.getByLabel('Pesan', { exact: true })).toHaveValue('Bagus. Siapa yang menerima?');
  await panel.getByRole('button', { name: 'Kirim pesan', exact: true }).click();
  await expect(panel.getByLabel('Pesan', { exact: true })).toHaveCount(0);
  const arrived = (await office.board()).filter((row) => row.kind === 'remark' && row.text === 'Bagus. Siapa yang menerima?');
  expect(arrived).toHaveLength(1);
});

test('bji_8: a revision stays through a reload and through its approval, and says then what stands against it', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  const device = await phoneOf(town, staff.login);
  const text = 'Sembilan berkas pindah diperiksa.';
  const entry = device.writes(text);
  while (device.queue.length > 0) await device.sends();
  await staff.signsIn();
  const { page } = staff;
  const words = page.getByLabel('Apa yang Anda kerjakan?');
  await page.goto(`${town.origin}/catat?ubah=${entry}`);
  await expect(words).toHaveValue(text);
  await isKept(page, /^ubah\//, () => words.fill(`${text} Dua dikembalikan.`));
  await page.getByRole('link', { name: 'Hari ini' }).first().click();
  await expect(page.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await page.goto(`${town.origin}/catat?ubah=${entry}`);
  await expect(words).toHaveValue(`${text} Dua dikembalikan.`);
  await staff.isTold('Perubahan yang belum disimpan dilanjutkan.');
  await page.getByRole('button', { name: 'Urungkan' }).click();
  await expect(words, 'the way back is to the entry as it is').toHaveValue(text);
  await words.fill(`${text} Dua dikembalikan.`);

  // Nothing on the form says that the phone has heard of it; what it was answered does.
  const hears = page.waitForResponse(async (reply) => {
    if (!reply.url().endsWith('/api/sync/pull')) return false;
    const told = await reply.text().catch(() => '');
    return told.includes(entry) && told.includes('"review":"approved"');
  }, { timeout: 45_000 });
  await approves(town, entry);
  await hears;
  await page.waitForTimeout(3_000);
  await expect(words, 'nothing takes it away').toHaveValue(`${text} Dua dikembalikan.`);
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect(page.getByRole('alert').first()).toBeVisible();
  await expect(words).toHaveValue(`${text} Dua dikembalikan.`);
});

test('bji_8: mending a refused entry leaves other work that was begun where it is', async ({ staff, office, town }) => {
  staff.journal.allowsNoNetwork();
  const [begun, late] = ['Rapat persiapan layanan keliling.', 'Sebelas kutipan akta diserahkan.'];
  await staff.signsInWithClockOff(DAY_MS);
  await staff.canWorkOffline();
  await town.network.isCut();
  await staff.page.reload();
  await staff.records({ text: late, plan: PLAN, amount: '11' });
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await staff.page.getByLabel('Apa yang Anda kerjakan?').fill(begun);
  await expect(staff.page.getByText(/^Draf \d/)).toBeVisible();
  await staff.page.getByRole('link', { name: 'Hari ini' }).first().click();
  await town.network.opens();
  await staff.page.goto(`${town.origin}/antrean`);
  await staff.page.getByRole('link', { name: 'Perbaiki' }).click({ timeout: 45_000 });
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(late);
  await staff.fillsForm({ text: late, date: today() });
  await staff.page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await expect.poll(async () => (await office.entries(late)).length).toBe(1);
  await staff.page.getByRole('link', { name: 'Catat pekerjaan', exact: true }).click();
  await expect(staff.page.getByLabel('Apa yang Anda kerjakan?')).toHaveValue(begun);
});

test('a note of the dialogue stays while another quarter is looked at, and after a reload', async ({ staff }) => {
  await staff.signsIn();
  const { page } = staff;
  await staff.goesTo('Saya');
  await page.getByRole('link', { name: /^Dialog kinerja/ }).click();
  await page.getByRole('button', { name: 'Ajukan dialog' }).click();
  const note = page.getByLabel('Tulisan Anda');
  await isKept(page, /^dialog\//, () => note.fill('Antrean loket tiga terlalu panjang pada hari Senin.'));
  const other = new URL(page.url());
  other.searchParams.set('tw', '2025-1');
  await page.goto(other.href);
  await stands(page);
  await expect(note).toHaveCount(0);
  await page.goBack();
  await expect(note).toHaveValue('Antrean loket tiga terlalu panjang pada hari Senin.');
  await page.reload();
  await expect(note).toHaveValue('Antrean loket tiga terlalu panjang pada hari Senin.');
  await page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await staff.isTold('Tersimpan di HP, lalu dikirim.');
});

// A member of staff has written it, and their superior has it open.
async function reads(supervisor: Supervisor, staff: Staff, text: string): Promise<void> {
  const device = await phoneOf(staff.town, staff.login);
  device.writes(text);
  while (device.queue.length > 0) await device.sends();
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(text);
}

async function approves(town: Town, entry: string): Promise<void> {
  const office = new Office(town);
  await office.signsIn(town.server.login('Atasan'));
  const desk = new Device(office);
  desk.adds({ 'entry.approve': { entry, base: 1 } });
  while (desk.queue.length > 0) await desk.sends();
}
