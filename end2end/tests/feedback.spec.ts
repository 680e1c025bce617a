// Feedback: the superior's queue, words that reach a phone, and the dialogue of a quarter. Acceptance BJI-7, PLM-5, DMI-9, PLB-8.
import { phoneOf, uuid7 } from '../support/device';
import { expect, test } from '../support/harness';
import { pictures } from '../support/screens';

// Under a plan, because the form wants to know what an entry counts towards.
const BIRTHS = { plan: 'Penerbitan kutipan akta kelahiran di loket', amount: '2' };

// Two browsers that wait for each other.
test.beforeEach(() => test.slow());

function numbered(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `Berkas uji ${String(at + 1).padStart(2, '0')} diserahkan.`);
}

test('bji_7: of 25 approved at once the one that changed meanwhile is refused, shown again with what changed, and approved then', async ({ supervisor, staff, office, town }) => {
  supervisor.journal.allowsNoNetwork();
  const device = await phoneOf(town, staff.login);
  const texts = numbered(25);
  const ids: string[] = [];
  for (const text of texts) ids.push(device.writes(text));
  while (device.queue.length > 0) await device.sends();

  // Her line is dead from the start, so nothing tells her page that an entry changes; nor does the board, which is fetched anew while it is.
  await supervisor.signsIn();
  let fetched = 0;
  await supervisor.page.route('**/api/live**', (route) => route.abort());
  await supervisor.page.route('**/api/board/**', (route) => (fetched++ === 0 ? route.continue() : route.abort()));
  await supervisor.opensQueue();
  await expect(supervisor.waiting('Berkas uji')).toHaveCount(25);
  await supervisor.page.getByRole('checkbox', { name: 'Pilih semua' }).check();
  const [changed, better] = [texts[7], 'Berkas uji 08 diserahkan, dua lampirannya menyusul.'];
  await device.revises(ids[7], 1, better);

  await supervisor.page.getByRole('button', { name: /^Setujui \d+ catatan$/ }).click();
  await expect(supervisor.page.getByRole('alert')).toContainText(/^\d+ catatan berhasil, 1 tidak diterima\./);
  await expect(supervisor.waiting('Berkas uji')).toHaveCount(1);
  await expect(supervisor.waiting(changed)).toContainText('berubah sejak Anda membukanya. Baca lagi, lalu putuskan.');
  const reviews = async () => {
    const rows = (await office.board()).filter((row) => row.kind === 'entry' && row.text.startsWith('Berkas uji'));
    return rows.map((row) => `${row.text} ${row.review}`).sort();
  };
  const wanted = texts.map((text, at) => (at === 7 ? `${better} open` : `${text} approved`)).sort();
  expect(await reviews()).toEqual(wanted);

  await supervisor.page.unroute('**/api/board/**');
  await supervisor.page.unroute('**/api/live**');
  const row = supervisor.waiting(better);
  await expect(row).toContainText('Berubah sejak Anda melihatnya.', { timeout: 60_000 });
  await expect(row.getByRole('deletion')).toHaveText(changed);
  await expect(row.getByRole('insertion')).toHaveText(better);
  await expect(supervisor.choice(better)).not.toBeChecked();
  await supervisor.choice(better).check();
  await supervisor.page.getByRole('button', { name: 'Setujui 1 catatan' }).click();
  await expect(supervisor.page.getByText('Tidak ada yang menunggu Anda. Semua catatan tim sudah dijawab.')).toBeVisible();
  expect(await reviews()).toEqual(wanted.map((one) => one.replace(' open', ' approved')));
});

test('bji_7: an entry that changes under the eyes of the superior is no longer chosen and says what changed', async ({ supervisor, staff, town }) => {
  const device = await phoneOf(town, staff.login);
  const entry = device.writes('Surat domisili usaha diproses.');
  while (device.queue.length > 0) await device.sends();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  await supervisor.choice('Surat domisili usaha').check();
  await device.revises(entry, 1, 'Surat domisili usaha selesai dan diserahkan.');
  const row = supervisor.waiting('Surat domisili usaha selesai');
  await expect(row.getByRole('deletion')).toHaveText('Surat domisili usaha diproses.');
  await expect(row.getByRole('checkbox')).not.toBeChecked();
  await expect(supervisor.page.getByText('Belum ada yang dipilih')).toBeVisible();
});

test('plm_5: several entries go back with one reason, and the phone says so at its next connection', async ({ supervisor, staff, town }) => {
  staff.journal.allowsNoNetwork();
  const reason = 'Mohon lampirkan daftar penerima, agar dapat dicocokkan dengan register.';
  await staff.signsIn();
  const texts = ['Dua kartu keluarga dicetak ulang.', 'Satu akta dikoreksi.'];
  for (const text of texts) {
    await staff.records({ text, ...BIRTHS });
    await staff.sees(text, 'Terkirim');
  }
  await staff.losesNetwork();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  for (const text of texts) await supervisor.choice(text).check();
  await supervisor.page.getByRole('button', { name: 'Kembalikan 2 catatan' }).click();
  // Without words nothing goes back, and what was chosen stays chosen.
  const send = supervisor.page.locator('form').getByRole('button', { name: 'Kembalikan 2 catatan' });
  await send.click();
  await expect(supervisor.waiting(texts[0])).toContainText('Tulis dulu pesannya');
  for (const text of texts) await supervisor.choice(text).check();
  await supervisor.page.getByLabel('Apa yang perlu diperbaiki').fill(reason);
  await send.click();
  await expect(supervisor.page.getByRole('status').getByText('2 catatan dikembalikan dengan alasan Anda.')).toBeVisible();
  for (const text of texts) await expect(supervisor.waiting(text)).toHaveCount(0);
  await staff.findsNetwork();
  for (const text of texts) await staff.sees(text, 'Perlu revisi', 45_000);
  await staff.goesTo('Kabar');
  await expect(staff.letters().filter({ hasText: reason }).first()).toBeVisible();
});

test('the queue is worked through by the keyboard alone, and keys do nothing outside the list', async ({ supervisor, staff, office, town }) => {
  const device = await phoneOf(town, staff.login);
  for (const text of numbered(3)) device.writes(text);
  while (device.queue.length > 0) await device.sends();
  await supervisor.signsIn();
  await supervisor.opensQueue();
  const before = await supervisor.waiting('').count();
  await supervisor.page.keyboard.press('a');
  await expect(supervisor.page.getByText('Belum ada yang dipilih')).toBeVisible();
  const boxes = supervisor.page.getByRole('list', { name: 'Catatan yang menunggu' }).getByRole('checkbox');
  await boxes.first().focus();
  const { keyboard } = supervisor.page;
  await keyboard.press('j');
  await expect(boxes.nth(1)).toBeFocused();
  await keyboard.press('k');
  await expect(boxes.first()).toBeFocused();
  await keyboard.press('x');
  await keyboard.press('j');
  await keyboard.press('x');
  await expect(supervisor.page.getByText('2 dipilih')).toBeVisible();
  await keyboard.press('a');
  await expect(supervisor.waiting('')).toHaveCount(before - 2);
  // The board may tell it before the answer comes; what is begun before the answer would end with it.
  await expect(supervisor.page.getByRole('button', { name: /^Setujui/ })).not.toHaveAttribute('aria-busy', 'true');
  await keyboard.press('r');
  await expect(supervisor.page.getByLabel('Apa yang perlu diperbaiki')).toBeFocused();
  expect((await office.board()).length).toBeGreaterThan(0);
});

test('dmi_9, plb_8: feedback in its three parts reaches the phone, is answered there, and both see when it was read', async ({ staff, supervisor }) => {
  const text = 'Antrean loket ditata dengan nomor warna.';
  await staff.signsIn();
  await staff.records({ text, ...BIRTHS });
  await staff.sees(text, 'Terkirim');
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(text);
  const panel = supervisor.panel();
  await panel.getByRole('button', { name: 'Umpan balik', exact: true }).click();
  await panel.getByLabel('Perilaku', { exact: true }).fill('Menata antrean sebelum loket buka.');
  await panel.getByLabel('Dampak', { exact: true }).fill('Tidak ada warga yang berdiri lama.');
  // Two of three are refused in words, and stay.
  await panel.getByRole('button', { name: 'Kirim umpan balik' }).click();
  await expect(panel.getByRole('alert')).toContainText('Isi ketiganya');
  await panel.getByLabel('Langkah berikutnya', { exact: true }).fill('Ajarkan ke loket lain?');
  await panel.getByRole('button', { name: 'Kirim umpan balik' }).click();
  await expect(supervisor.page.getByRole('status').getByText(/^Umpan balik terkirim ke /)).toBeVisible();
  await expect(panel.getByRole('article')).toContainText('belum dibaca');

  await staff.opens('/');
  await staff.page.getByRole('link', { name: text, exact: true }).click();
  await expect(staff.page.getByRole('definition').filter({ hasText: 'Ajarkan ke loket lain?' })).toBeVisible();
  await expect(panel.getByRole('article')).toContainText(/dibaca hari ini/);
  await staff.page.getByRole('button', { name: `Balas pesan ${supervisor.login.name}` }).click();
  await expect(staff.page.getByText(/^Menjawab /)).toBeVisible();
  await staff.page.getByLabel('Pesan', { exact: true }).fill('Siap, mulai Senin.');
  await staff.page.getByRole('button', { name: 'Kirim pesan' }).click();
  const answer = panel.getByRole('listitem').filter({ hasText: 'Siap, mulai Senin.' });
  await expect(answer).toContainText('Menjawab Anda');
});

test('bji_7: who asks for feedback stands first in the queue until there is an answer', async ({ staff, supervisor }) => {
  const text = 'Rekap harian disusun dengan format baru.';
  await staff.signsIn();
  await staff.records({ text, ...BIRTHS });
  await staff.sees(text, 'Terkirim');
  await staff.page.getByRole('link', { name: text, exact: true }).click();
  await staff.page.getByText('Minta umpan balik', { exact: true }).first().click();
  await staff.page.getByLabel('Pesan', { exact: true }).fill('Apakah formatnya sudah sesuai?');
  await staff.page.getByRole('button', { name: 'Kirim pesan' }).click();
  await staff.isTold('Permintaan tersimpan di HP, lalu dikirim.');
  await supervisor.signsIn();
  await supervisor.opensQueue();
  const first = supervisor.waiting('').first();
  await expect(first).toContainText('Apakah formatnya sudah sesuai?');
  await expect(first).toContainText(text);
  await first.getByRole('link', { name: 'Buka dan jawab' }).click();
  await expect(supervisor.panel().getByRole('article')).toContainText(text);
  await supervisor.writes('Sudah sesuai.');
  await supervisor.opensQueue();
  await expect(supervisor.waiting(text)).not.toContainText('Minta umpan balik');
});

test('peers 14: a letter to the superior opens the entry it is about, also when it is older and closed', async ({ staff, supervisor, office }) => {
  await staff.signsIn();
  const board = await office.board();
  const me = board.find((row) => row.kind === 'employee' && row.name === staff.login.name)!;
  const closed = board.filter((row) => row.kind === 'entry' && row.owner === me.id && row.review === 'approved');
  const old = closed.sort((a, b) => a.work_date.localeCompare(b.work_date))[0];
  await staff.opens(`/catatan/${old.id}`);
  await staff.page.getByLabel('Pesan', { exact: true }).fill('Boleh saya jadikan contoh untuk loket lain?');
  await staff.page.getByRole('button', { name: 'Kirim pesan' }).click();
  await staff.isTold('Pesan tersimpan di HP, lalu dikirim.');
  await supervisor.signsIn();
  await supervisor.goesTo('Kabar');
  const letter = supervisor.page.getByRole('main').getByRole('listitem').filter({ hasText: 'jadikan contoh' });
  await expect(letter.first()).toBeVisible();
  await letter.getByRole('link', { name: 'Balas' }).first().click();
  await expect(supervisor.panel().getByRole('article')).toContainText(old.text);
  await expect(supervisor.panel().getByRole('article')).toContainText('jadikan contoh');
});

test('plb_8: a dialogue is asked for, held, closed and answered; what is marked is talked about', async ({ staff, supervisor }) => {
  const text = 'Penolakan berkas dijelaskan kepada tiga pemohon.';
  await staff.signsIn();
  await staff.records({ text, ...BIRTHS });
  await staff.sees(text, 'Terkirim');
  await staff.page.getByRole('link', { name: text, exact: true }).click();
  await staff.page.getByRole('button', { name: 'Tandai untuk dibahas' }).click();
  await expect(staff.page.getByRole('button', { name: 'Ditandai untuk dibahas' })).toBeVisible();
  await staff.goesTo('Saya');
  await staff.page.getByRole('link', { name: /^Dialog kinerja/ }).click();
  await staff.page.getByRole('button', { name: 'Ajukan dialog' }).click();
  await staff.page.getByLabel('Tulisan Anda').fill('Loket ramai tiap Senin; perlu satu orang lagi.');
  await staff.page.getByRole('button', { name: 'Simpan tulisan' }).click();
  await staff.isTold('Tersimpan di HP, lalu dikirim.');
  // Asking for the dialogue says the same a moment before; the field tells that the words are kept too.
  await expect(staff.page.getByText('Belum disimpan')).toHaveCount(0);
  await expect(staff.page.getByText(/^Tersimpan di HP · /)).toHaveCount(0);

  await supervisor.signsIn();
  await supervisor.page.goto(`${supervisor.town.origin}/dialog`);
  const line = supervisor.page.getByRole('listitem').filter({ hasText: staff.login.name });
  await expect(line).toBeVisible();
  await expect(line).toContainText('Diminta pegawai');
  await line.getByRole('link').click();
  await expect(supervisor.page.getByText(text)).toBeVisible();
  await expect(supervisor.page.getByText('Loket ramai tiap Senin; perlu satu orang lagi.')).toBeVisible();
  await supervisor.page.getByRole('button', { name: 'Buka dialog' }).click();
  // What was agreed a quarter ago and not met has come along, with the reason.
  const carried = supervisor.page.getByRole('listitem').filter({ hasText: 'Ikut pelatihan arsip digital di BKPSDM' });
  await expect(carried).toContainText(/Terbawa dari Triwulan \d \d{4}/);
  await expect(carried).toContainText('Kelas penuh; didaftarkan lagi');
  // Its day has passed, so the dialogue does not close before somebody has said what became of it.
  await supervisor.page.getByRole('button', { name: 'Tutup dialog' }).click();
  await supervisor.page.getByRole('button', { name: 'Tutup sekarang' }).click();
  await expect(supervisor.page.getByRole('alert')).toContainText('Masih ada tindakan lewat tenggat');
  await supervisor.page.getByRole('button', { name: 'Batal' }).click();
  await carried.getByRole('button', { name: /^Tandai selesai/ }).click();
  await expect(supervisor.page.getByRole('status').getByText('Tindakan ditandai.')).toBeVisible();
  await expect(carried.getByRole('button', { name: /^Tandai selesai/ })).toHaveCount(0);
  await supervisor.page.getByLabel('Apa yang dilakukan').fill('Giliran tambahan tiap Senin.');
  await supervisor.page.getByRole('button', { name: 'Bersama', exact: true }).click();
  await supervisor.page.getByRole('button', { name: 'Sepakati', exact: true }).click();
  await expect(supervisor.page.getByRole('listitem').filter({ hasText: 'Giliran tambahan tiap Senin.' })).toBeVisible();
  await supervisor.page.getByRole('button', { name: 'Tutup dialog' }).click();
  await supervisor.page.getByRole('button', { name: 'Tutup sekarang' }).click();
  await expect(supervisor.page.getByText('Ditutup', { exact: true })).toBeVisible();

  // It comes with the news that the dialogue is closed.
  await expect(staff.page.getByLabel('Tanggapan Anda')).toBeVisible();
  await staff.page.getByLabel('Tanggapan Anda').fill('Terima kasih, saya setuju.');
  await staff.page.getByRole('button', { name: 'Kirim tanggapan' }).click();
  await expect(staff.page.getByText('“Terima kasih, saya setuju.”')).toBeVisible();
});

for (const size of [{ name: 'hp', width: 360, height: 740 }, { name: 'meja', width: 1440, height: 900 }]) {
  test(`pictures of feedback, ${size.name}`, async ({ supervisorWith, staff, town }) => {
    const device = await phoneOf(town, staff.login);
    const entry = device.writes('Menyusun rekapitulasi permohonan pindah datang bersama lima kelurahan.');
    while (device.queue.length > 0) await device.sends();
    const question = { id: uuid7(), entry, kind: 'question', text: 'Apakah bentuk rekapnya sudah sesuai, Pak?', asks: true };
    device.adds({ 'remark.write': question });
    while (device.queue.length > 0) await device.sends();
    const supervisor = await supervisorWith({ viewport: { width: size.width, height: size.height } });
    await supervisor.signsIn();
    const { page } = supervisor;
    const each = async (screen: string) => {
      await pictures(page, screen, size.name);
    };
    await supervisor.opensQueue();
    await supervisor.choice('Menyusun rekapitulasi').check();
    await device.revises(entry, 1, 'Menyusun rekapitulasi permohonan pindah datang bersama enam kelurahan.');
    await expect(supervisor.waiting('enam kelurahan')).toContainText('Berubah sejak');
    const boxes = page.getByRole('list', { name: 'Catatan yang menunggu' }).getByRole('checkbox');
    for (const at of [0, 1, 2]) await boxes.nth(at).check();
    await each('tinjau');
    await page.getByRole('button', { name: 'Kembalikan 3 catatan' }).click();
    await each('tinjau-alasan');
    await page.goto(`${town.origin}/papan`);
    await supervisor.boardIsLive();
    await each('papan-umpan-balik');
    await supervisor.opensPerson(staff.login.name);
    await supervisor.panel().getByRole('button', { name: 'Umpan balik', exact: true }).click();
    await each('papan-tiga-bagian');
    await page.goto(`${town.origin}/dialog`);
    await page.getByRole('listitem').filter({ hasText: staff.login.name }).getByRole('link').click();
    await expect(page.getByRole('heading', { name: 'Dialog kinerja', level: 1 })).toBeVisible();
    await page.getByRole('navigation', { name: 'Triwulan' }).getByRole('link').nth(1).click();
    await expect(page.getByRole('heading', { name: 'Tanggapan pegawai' })).toBeVisible();
    await each('dialog-ditutup');
    await page.getByRole('navigation', { name: 'Triwulan' }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Buka dialog' }).click();
    await expect(page.getByText(/^Terbawa dari Triwulan/)).toBeVisible();
    await each('dialog');
  });
}
