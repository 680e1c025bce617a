// Every form of the app, and how each is refused: by a rule, or because the line is lost. Fields are named by their id, which is the
// same in both languages; what is pressed is named as a person reads it.
import { type Locator, type Page, expect } from '@playwright/test';
import { today } from './device';

export type Tongue = 'id' | 'en';
export type Say = (id: string, en: string) => string;
type Words = Record<Tongue, string>;

export type Form = {
  name: string;
  // Brings it on the screen, from the app's first page.
  opens: (page: Page, say: Say) => Promise<void>;
  typed: Record<string, string>;
  press: (page: Page, say: Say) => Locator;
  // The line is lost just before it is sent.
  lost?: boolean;
  code: string;
  words: Words;
};

// Nobody needs to know it, but it must not be lost.
const WORDS = 'Dua loket tutup sejak Senin, karena itu jadwal berubah.';
const OFFLINE = { lost: true, code: 'offline', words: { id: 'Belum tersambung ke kantor.', en: 'The office cannot be reached.' } };
const TOO_LONG = (max: number) => ({ code: 'text_too_long', words: { id: `Ringkas sampai ${max} huruf.`, en: `Shorten it to ${max} characters.` } });
const WORDS_MISSING = { code: 'remark_missing', words: { id: 'Tulis dulu pesannya', en: 'Write the message first' } };
const PAST = { code: 'due_in_the_past', words: { id: 'Tenggat tindakan sudah lewat.', en: 'The due date of the action has passed.' } };
const UNCHOSEN = { code: 'person_unchosen', words: { id: 'belum dipilih', en: 'not chosen yet' } };
const DAYS = { code: 'period_unsound', words: { id: 'Tanggal akhir mendahului tanggal mulai', en: 'The last day lies before the first' } };

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function goes(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

async function unfolds(page: Page, name: string): Promise<void> {
  await page.locator('summary').filter({ hasText: name }).first().click();
}

export function staffForms(me: string, plan: string, entry: string): Form[] {
  const agreed = (page: Page) => goes(page, `/rencana/${plan}`);
  return [
    {
      name: 'a plan proposed',
      opens: (page) => goes(page, '/rencana/usul'),
      typed: { '#usul-0-hasil': 'Keluarga baru dilayani sekali datang', '#usul-0-target': '12', '#usul-0-satuan': 'keluarga' },
      press: (page, say) => button(page, say('Usulkan rencana', 'Propose a plan')),
      code: 'plan_only_quantity',
      words: { id: 'hanya menghitung jumlah', en: 'counts quantity alone' },
    },
    {
      name: 'a target renegotiated',
      opens: async (page, say) => {
        await agreed(page);
        await unfolds(page, say('Minta ubah target', 'Ask to change the target'));
      },
      typed: { '#ubah-0-target': '60' },
      press: (page, say) => button(page, say('Kirim usulan', 'Send the proposal')),
      ...WORDS_MISSING,
    },
    {
      name: 'days away',
      opens: async (page, say) => {
        await goes(page, '/saya');
        await button(page, say('Tambah Hari tidak masuk', 'Add Days away')).click();
      },
      typed: { '#tidak-mulai': today(9), '#tidak-sampai': today(2), '#keterangan': 'Sosialisasi SPBE' },
      press: (page, say) => button(page, say('Simpan', 'Save')),
      ...DAYS,
    },
    {
      name: 'a wrong superior',
      opens: async (page, say) => {
        await goes(page, '/saya');
        await button(page, say('Atasan saya salah?', 'Is my superior wrong?')).click();
      },
      typed: { '#atasan-baru': 'Nurhayati Siregar' },
      press: (page, say) => button(page, say('Ajukan permintaan', 'Send the request')),
      code: 'reason_missing',
      words: { id: 'Tulis dulu', en: 'Write' },
    },
    {
      name: 'a message about an entry',
      opens: (page) => goes(page, `/catatan/${entry}`),
      typed: { '#pesan': `${WORDS} `.repeat(20) },
      press: (page, say) => button(page, say('Kirim pesan', 'Send message')),
      ...TOO_LONG(1000),
    },
    {
      name: 'an action of the own dialogue',
      opens: (page) => goes(page, `/dialog/${me}`),
      typed: { '#tindakan': WORDS, '#tenggat': today(-1) },
      press: (page, say) => button(page, say('Sepakati', 'Agree')),
      ...PAST,
    },
    {
      name: 'the own words of a dialogue',
      opens: (page) => goes(page, `/dialog/${me}`),
      typed: { '#kata': WORDS.repeat(80) },
      press: (page, say) => button(page, say('Simpan tulisan', 'Save the words')),
      ...TOO_LONG(4000),
    },
  ];
}

export function supervisorForms(staff: string, entry: string): Form[] {
  const reads = (page: Page) => goes(page, `/papan?orang=${staff}&catatan=${entry}`);
  const writes = (name: Words): Form['opens'] => async (page, say) => {
    await reads(page);
    await page.getByRole('complementary').getByRole('button', { name: say(name.id, name.en), exact: true }).click();
  };
  const sends = (page: Page, say: Say) => button(page, say('Kirim pesan', 'Send message'));
  return [
    {
      name: 'a message, without a line',
      opens: writes({ id: 'Tulis pesan', en: 'Write a message' }),
      typed: { '#pesan': WORDS },
      press: sends,
      ...OFFLINE,
    },
    {
      name: 'an entry sent back',
      opens: writes({ id: 'Perlu revisi', en: 'Needs revision' }),
      typed: { '#pesan': `${WORDS} `.repeat(20) },
      press: sends,
      ...TOO_LONG(1000),
    },
    {
      name: 'feedback in its three parts',
      opens: writes({ id: 'Umpan balik', en: 'Feedback' }),
      typed: { '#perilaku': WORDS, '#dampak': 'Pemohon menunggu.' },
      press: (page, say) => button(page, say('Kirim umpan balik', 'Send feedback')),
      code: 'shape_incomplete',
      words: { id: 'Isi ketiganya', en: 'Fill in all three' },
    },
    {
      name: 'many sent back, without a line',
      opens: async (page, say) => {
        await goes(page, '/tinjau');
        await page.getByRole('list', { name: say('Catatan yang menunggu', 'Entries that wait') }).getByRole('checkbox').first().check();
        await button(page, say('Kembalikan 1 catatan', 'Send back 1 entry')).click();
      },
      typed: { '#alasan': WORDS },
      press: (page, say) => page.locator('form').getByRole('button', { name: say('Kembalikan 1 catatan', 'Send back 1 entry') }),
      ...OFFLINE,
    },
    {
      name: 'another proposal for a plan',
      opens: async (page, say) => {
        await reads(page);
        await unfolds(page, say('Rencana', 'Plan'));
        await unfolds(page, say('Minta ubah target', 'Ask to change the target'));
      },
      typed: { '[id^=jawab-][id$="-0-target"]:visible': '61' },
      press: (page, say) => page.locator('form:visible').getByRole('button', { name: say('Kirim usulan', 'Send the proposal') }),
      ...WORDS_MISSING,
    },
    {
      name: 'expected behaviour',
      opens: async (page, say) => {
        await reads(page);
        await unfolds(page, say('Rencana', 'Plan'));
        await unfolds(page, say('Ekspektasi perilaku', 'Expected behaviour'));
      },
      typed: { '#harap-harmonis': WORDS.repeat(10), '#harap-kompeten': WORDS },
      press: (page, say) => button(page, say('Simpan ekspektasi', 'Save the expectations')),
      ...TOO_LONG(500),
    },
    {
      name: 'the words of a dialogue, without a line',
      opens: (page) => goes(page, `/dialog/${staff}`),
      typed: { '#kata': WORDS },
      press: (page, say) => button(page, say('Simpan tulisan', 'Save the words')),
      ...OFFLINE,
    },
    {
      name: 'an action of a dialogue',
      opens: (page) => goes(page, `/dialog/${staff}`),
      typed: { '#tindakan': WORDS, '#tenggat': today(-1) },
      press: (page, say) => button(page, say('Sepakati', 'Agree')),
      ...PAST,
    },
  ];
}

export function adminForms(unit: string, person: string): Form[] {
  const ofUnit = (page: Page) => goes(page, `/kelola?unit=${unit}`);
  const saves = (page: Page, say: Say, field: string) => page.locator('form').filter({ has: page.locator(field) }).getByRole('button', { name: say('Simpan', 'Save') });
  const another = (page: Page, say: Say) => button(page, say('Pilih yang lain', 'Choose another')).click();
  return [
    {
      name: 'a superior who is typed and not chosen',
      opens: async (page, say) => {
        await goes(page, `/kelola?unit=${unit}&orang=${person}`);
        await button(page, say('Ubah penempatan', 'Change the placement')).click();
        await another(page, say);
      },
      typed: { '#tempat-atasan': 'Nurhayati', '#tempat-dasar': 'SK 12/2026' },
      press: (page, say) => saves(page, say, '#tempat-dasar'),
      ...UNCHOSEN,
    },
    {
      name: 'a head who is typed and not chosen',
      opens: async (page, say) => {
        await ofUnit(page);
        await button(page, say('Ubah unit', 'Change the unit')).click();
        await another(page, say);
      },
      typed: { '#unit-nama': 'Bidang Pendaftaran', '#unit-pimpinan': 'Budi Santoso' },
      press: (page, say) => saves(page, say, '#unit-nama'),
      ...UNCHOSEN,
    },
    {
      name: 'the kind of a unit, without a line',
      opens: ofUnit,
      typed: { '#jenis-unit': '4' },
      press: (page, say) => page.getByRole('region', { name: say('Jenis unit', 'Kind of unit') }).getByRole('button'),
      ...OFFLINE,
    },
    {
      name: 'somebody who acts, not chosen',
      opens: ofUnit,
      typed: { '#pelaksana': 'Budi Santoso', '#pelaksana-mulai': today(1), '#pelaksana-sampai': today(9) },
      press: (page, say) => button(page, say('Tetapkan', 'Appoint')),
      code: 'acting_incomplete',
      words: { id: 'Pilih dulu orangnya', en: 'Choose the person' },
    },
    {
      name: 'a placement, without a line',
      opens: async (page, say) => {
        await goes(page, `/kelola?unit=${unit}&orang=${person}`);
        await button(page, say('Ubah penempatan', 'Change the placement')).click();
      },
      typed: { '#tempat-jabatan': 'Pranata Komputer Ahli Muda', '#tempat-dasar': 'SK 12/2026', '#tempat-sejak': today(-3) },
      press: (page, say) => saves(page, say, '#tempat-dasar'),
      ...OFFLINE,
    },
    {
      name: 'the answer to a wish',
      opens: (page) => goes(page, '/kelola/permintaan'),
      typed: { '[id^=jawab-]': WORDS },
      press: (page, say) => button(page, say('Jangan ubah', 'Do not change')),
      ...OFFLINE,
    },
    {
      name: 'the columns of a list, without a line',
      opens: async (page, say) => {
        await goes(page, '/kelola/impor');
        const buffer = Buffer.from('NIP;Nama;Catatan\n199001012020121001;Budi Santoso;II/c\n');
        await page.getByLabel(say('Pilih berkas', 'Choose a file')).setInputFiles({ name: 'p.csv', mimeType: 'text/csv', buffer });
        await expect(button(page, say('Periksa dulu', 'Check first'))).toBeVisible();
      },
      typed: { '#kolom-2': '2' },
      press: (page, say) => button(page, say('Periksa dulu', 'Check first')),
      ...OFFLINE,
    },
  ];
}

export function leaderForms(unit: string): Form[] {
  return [
    {
      name: 'a place for a screen, without a line',
      opens: async (page, say) => {
        await goes(page, `/papan/kota?unit=${unit}`);
        await unfolds(page, say('Layar TV', 'TV screen'));
      },
      typed: { '#layar': 'Ruang tunggu lantai 1' },
      press: (page, say) => button(page, say('Buat kode', 'Make a code')),
      ...OFFLINE,
    },
    {
      name: 'a free period',
      opens: async (page, say) => {
        await goes(page, `/papan/kota?unit=${unit}`);
        await page.getByRole('navigation', { name: say('Periode', 'Period') }).getByRole('link').last().click();
      },
      typed: { '#dari': today(-1), '#sampai': today(-9) },
      press: (page, say) => button(page, say('Tampilkan', 'Show')),
      ...DAYS,
    },
  ];
}
