// Every refusal has a code and a sentence in both languages, is heard, and leaves everything typed where it is; nothing changes at the
// office. The forms stand in support/forms.ts. The sentences of doors are looked at in server/tests/it/problems.rs.
import { type Page, expect as expectNow } from '@playwright/test';
import { Device, phoneOf } from '../support/device';
import { type Form, type Say, type Tongue, adminForms, leaderForms, staffForms, supervisorForms } from '../support/forms';
import { expect, test } from '../support/harness';
import { Office, type Row, json } from '../support/office';
import type { Person } from '../support/actors/person';
import type { Role } from '../support/server';
import type { Town } from '../support/town';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

const TONGUES: Tongue[] = ['id', 'en'];
const TWINS = 'Perbaikan data ganda NIK';

test('plm_6, dmi_1: what a member of staff typed stays after a refusal', async ({ staff, town }) => {
  test.slow();
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  const { me, plan, entry } = await whatIsThere(town, staff.login.name);
  await opensDialogue(town, me);
  const phone = await phoneOf(town, staff.login);
  await readsNews(staff, me, phone);
  await refusesAll(staff, staffForms(me, plan, entry), () => phone.ownHead());
});

test('what a superior typed stays after a refusal', async ({ staff, supervisor, town }) => {
  test.slow();
  supervisor.journal.allowsNoNetwork();
  supervisor.journal.allowsStatus(422);
  await supervisor.signsIn();
  const { me, entry } = await whatIsThere(town, staff.login.name);
  await opensDialogue(town, me);
  const office = await signedIn(town, 'Atasan');
  // Looking leaves a mark at the office; it shall not come in between.
  await supervisor.page.goto(`${town.origin}/papan?orang=${me}&catatan=${entry}`);
  const isSeen = async () => (await office.board()).find(({ id }) => id === entry)?.seen_at;
  await expect.poll(isSeen).toBeTruthy();
  const watch = async () => [await office.boardHead(), (await office.asks('GET', `/api/dialogue/${me}`)).body.toString()];
  await refusesAll(supervisor, supervisorForms(me, entry), watch);
});

test('what an admin typed stays after a refusal', async ({ staff, admin, town }) => {
  test.slow();
  admin.journal.allowsNoNetwork();
  await admin.signsIn();
  const { me, unit } = await whatIsThere(town, staff.login.name);
  const office = await signedIn(town, 'Admin');
  const told = async (path: string) => (await office.asks('GET', path)).body.toString();
  const watch = () => Promise.all(['/api/units', `/api/people/${me}`, '/api/requests', '/api/import'].map(told));
  await refusesAll(admin, adminForms(unit, me), watch);
});

test('what the head of the city typed stays after a refusal', async ({ leader, town }) => {
  leader.journal.allowsNoNetwork();
  await leader.signsIn();
  const office = await signedIn(town, 'Sekda');
  const [{ unit }] = (await office.me()).boards;
  await refusesAll(leader, leaderForms(unit), async () => (await office.asks('GET', `/api/units/${unit}/tv`)).body.toString());
});

test('at the door and on a television nothing typed is lost, also when the language is switched', async ({ staff, town }) => {
  staff.journal.allowsStatus(401, 404);
  await staff.opens();
  const { page } = staff;
  const [nip, password] = [page.locator('#nip'), page.locator('#sandi')];
  await nip.fill(staff.login.nip);
  await password.fill('bukan-sandi-saya');
  await page.getByRole('button', { name: 'Masuk', exact: true }).click();
  const refusal = page.getByRole('alert');
  await expect(refusal).toContainText('NIP atau kata sandi tidak cocok.');
  await expect(refusal).toHaveAttribute('data-code', /./);
  await expect(refusal).toBeFocused();
  await expect(nip).toHaveValue(staff.login.nip);
  await expect(password).toHaveValue('bukan-sandi-saya');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(refusal).toContainText('NIP or password do not fit.');
  await expect(nip).toHaveValue(staff.login.nip);

  await page.goto(`${town.origin}/tv`);
  await page.locator('#kode').fill('ABCD-2345');
  await page.getByRole('button', { name: 'Needs attention first' }).click();
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(refusal).toHaveAttribute('data-code', /./);
  await expect(page.locator('#kode')).toHaveValue('ABCD-2345');
  await expect(page.getByRole('button', { name: 'Needs attention first' })).toHaveAttribute('aria-pressed', 'true');
});

test('a citizen who forgets the face finds every word again, in both languages', async ({ citizen, office }) => {
  citizen.journal.allowsStatus(422);
  const words = 'Ibu di loket tiga sabar sekali menjelaskan akta kelahiran cucu saya.';
  const before = await office.boardHead();
  for (const [tongue, told, send] of [['id', 'Pilih dulu satu wajah, lalu tekan Kirim lagi.', 'Kirim'], ['en', 'Choose one of the faces first', 'Send']] as const) {
    await citizen.visits(`DUK-3?bahasa=${tongue}`);
    await citizen.page.getByRole('textbox').fill(words);
    await citizen.page.locator('form').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await citizen.page.getByRole('button', { name: send, exact: true }).tap();
    await expect(citizen.page.getByRole('alert')).toContainText(told);
    await expect(citizen.page.getByRole('textbox')).toHaveValue(words);
  }
  expect(await office.boardHead(), 'nothing was written').toBe(before);
});

// Types, is refused, and looks; in both languages.
async function refusesAll(who: Person, forms: Form[], watch: () => Promise<unknown>): Promise<void> {
  for (const form of forms) {
    for (const tongue of TONGUES) {
      await test.step(`${form.name}, ${tongue}`, () => refuses(who, form, tongue, watch));
    }
  }
  await who.page.evaluate(() => localStorage.setItem('teladan.lang', 'id'));
  await who.page.goto(who.town.origin);
}

async function refuses(who: Person, form: Form, tongue: Tongue, watch: () => Promise<unknown>): Promise<void> {
  const { page } = who;
  const say: Say = (id, en) => (tongue === 'id' ? id : en);
  await page.evaluate((tongue) => localStorage.setItem('teladan.lang', tongue), tongue);
  await form.opens(page, say);
  for (const [field, words] of Object.entries(form.typed)) await types(page, field, words);
  const before = await settled(watch);
  if (form.lost) await who.losesNetwork();
  await form.press(page, say).first().click();
  const refusal = page.getByRole('alert').filter({ hasText: form.words[tongue] }).first();
  await expect.soft(refusal, `${form.name}, ${tongue}: the sentence`).toBeVisible();
  const code = page.locator(`[data-code="${form.code}"]`).first();
  await expect.soft(code, `${form.name}, ${tongue}: the code`).toContainText(form.words[tongue]);
  for (const [field, words] of Object.entries(form.typed)) {
    await expect.soft(page.locator(field).first(), `${form.name}, ${tongue}: ${field}`).toHaveValue(words);
  }
  if (form.lost) await who.findsNetwork();
  expectNow.soft(await settled(watch), `${form.name}, ${tongue}: nothing changed at the office`).toEqual(before);
}

async function types(page: Page, field: string, words: string): Promise<void> {
  const place = page.locator(field).first();
  if ((await place.evaluate((one) => one.tagName)) === 'SELECT') await place.selectOption(words);
  else await place.fill(words);
}

// What the office says twice in a row: looking at something may leave a mark a moment later.
async function settled(watch: () => Promise<unknown>): Promise<unknown> {
  let last: string | undefined;
  await expect(async () => {
    const now = JSON.stringify(await watch());
    const same = now === last;
    last = now;
    expect(same).toBe(true);
  }).toPass({ intervals: [400], timeout: 45_000 });
  return last;
}

// What the other one has done is read once the page has shown it for a while, and the office hears of that; it shall not come in between.
async function readsNews(staff: Person, me: string, phone: Device): Promise<void> {
  await staff.page.goto(`${staff.town.origin}/dialog/${me}`);
  const office = await signedIn(staff.town, 'Atasan');
  const { quarter } = json<{ quarter: { year: number; number: number } }>(await office.asks('GET', `/api/dialogue/${me}`));
  const isOfNow = ({ id }: Row) => id.endsWith(`/${quarter.year}/${quarter.number}`);
  const unread = async () => (await phone.ownRows('echo')).filter((echo) => isOfNow(echo) && echo.told > echo.read).length;
  await expect.poll(unread).toBe(0);
}

async function signedIn(town: Town, role: Role): Promise<Office> {
  const office = new Office(town);
  await office.signsIn(town.server.login(role));
  return office;
}

// The person, their unit, an agreed plan, and an entry that waits.
async function whatIsThere(town: Town, name: string): Promise<{ me: string; unit: string; plan: string; entry: string }> {
  const office = await signedIn(town, 'Atasan');
  const rows = await office.board();
  const person = rows.find((row) => row.kind === 'employee' && row.name === name)!;
  const plan = rows.find((row) => row.kind === 'plan' && row.owner === person.id && row.result === TWINS)!;
  const phone = await phoneOf(town, town.server.login('Pegawai'));
  const entry = phone.writes('Menata berkas permohonan pindah datang.');
  while (phone.queue.length > 0) await phone.sends();
  return { me: person.id, unit: person.unit, plan: plan.id, entry };
}

// The superior opens this quarter's dialogue with the person.
async function opensDialogue(town: Town, person: string): Promise<void> {
  const office = await signedIn(town, 'Atasan');
  const { quarter } = json<{ quarter: object }>(await office.asks('GET', `/api/dialogue/${person}`));
  const device = new Device(office);
  device.adds({ 'dialogue.step': { person, quarter, step: 'open' } });
  while (device.queue.length > 0) await device.sends();
}
