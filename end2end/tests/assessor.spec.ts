// Nothing that waits gets out of sight, and whoever assesses can act. Acceptance DMI-1, DMI-7, BJI-5.
import { Device, today, uuid7 } from '../support/device';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import { goesTo, pictures } from '../support/screens';
import type { Login } from '../support/server';
import type { Town } from '../support/town';

async function phoneOf(town: Town, login: Login): Promise<Device> {
  const office = new Office(town);
  await office.signsIn(login);
  return new Device(office);
}

async function allSent(device: Device): Promise<void> {
  while (device.queue.length > 0) await device.sends();
}

const OLD = 'Menyusun daftar hadir rapat bulan lalu.';

test('dmi_1: work of 40 days ago is in the queue after a reload and can be approved', async ({ supervisor, staff, town }) => {
  const device = await phoneOf(town, staff.login);
  device.writes(OLD, undefined, today(-40));
  await allSent(device);
  await supervisor.signsIn();
  await supervisor.opensQueue();
  await expect(supervisor.waiting(OLD)).toHaveCount(1);
  await supervisor.page.reload();
  await expect(supervisor.waiting(OLD)).toContainText('Terlambat dicatat');
  // It arrived a minute ago, so it has not waited long.
  await supervisor.page.getByRole('link', { name: 'Lebih dari 2 hari kerja' }).click();
  await expect(supervisor.page.getByRole('link', { name: 'Lebih dari 2 hari kerja' })).toHaveAttribute('aria-current', 'true');
  await expect(supervisor.waiting(OLD)).toHaveCount(0);
  await supervisor.page.getByRole('link', { name: 'Semua', exact: true }).click();
  await supervisor.choice(OLD).check();
  await supervisor.page.getByRole('button', { name: 'Setujui 1 catatan' }).click();
  await expect(supervisor.waiting(OLD)).toHaveCount(0);
  await supervisor.page.reload();
  await expect(supervisor.page.getByRole('heading', { name: 'Tinjau', level: 1 })).toBeVisible();
  await expect(supervisor.page.getByRole('checkbox', { name: 'Pilih semua' })).toBeVisible();
  await expect(supervisor.waiting(OLD)).toHaveCount(0);
});

test('dmi_7: a clock that was set back is seen by the superior and by the owner', async ({ supervisor, staff, town }) => {
  const device = await phoneOf(town, staff.login);
  const text = 'Merapikan berkas pekan lalu.';
  const content = { text, plan: null, quantity: 0, work_date: today(-7), photos: [] };
  device.adds({ 'entry.record': { id: uuid7(), content } }, new Date(Date.now() - 7 * 86_400_000));
  await allSent(device);
  await supervisor.signsIn();
  await supervisor.opensQueue();
  await expect(supervisor.waiting(text)).toContainText('berselisih lebih dari sehari');
  await supervisor.waiting(text).getByRole('link', { name: 'Buka' }).click();
  await expect(supervisor.panel().getByRole('article')).toContainText('berselisih lebih dari sehari');
  await staff.signsIn();
  await staff.goesTo('Buku');
  await staff.page.getByRole('link', { name: new RegExp(text) }).first().click();
  await expect(staff.page.getByRole('article')).toContainText('berselisih lebih dari sehari');
});

test('bji_5: whoever assesses without leading a unit has a board, a queue and dialogues with those people alone', async ({ assessorWith }) => {
  const assessor = await assessorWith();
  await assessor.watchesBoard();
  const { page } = assessor;
  await expect(page.getByText('Orang yang saya nilai', { exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Papan unit' })).toHaveCount(0);
  await expect(page.getByRole('rowheader')).toHaveCount(2);
  await assessor.opensQueue();
  const first = assessor.waiting('').first();
  await expect(first.locator('.entry-text')).not.toBeEmpty();
  const before = await assessor.waiting('').count();
  await first.getByRole('checkbox').check();
  await page.getByRole('button', { name: 'Setujui 1 catatan' }).click();
  await expect(assessor.waiting('')).toHaveCount(before - 1);
  await page.goto(`${assessor.town.origin}/dialog`);
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Penelaah Teknis Kebijakan' })).toHaveCount(2);
});

for (const size of [{ name: 'hp', width: 360, height: 740 }, { name: 'meja', width: 1440, height: 900 }]) {
  test(`pictures of who assesses, ${size.name}`, async ({ assessorWith, supervisorWith, staff, town }) => {
    test.slow();
    const device = await phoneOf(town, staff.login);
    device.writes(OLD, undefined, today(-40));
    const content = { text: 'Merapikan berkas pekan lalu.', plan: null, quantity: 0, work_date: today(-7), photos: [] };
    device.adds({ 'entry.record': { id: uuid7(), content } }, new Date(Date.now() - 7 * 86_400_000));
    await allSent(device);
    const viewport = { width: size.width, height: size.height };
    const [assessor, supervisor] = [await assessorWith({ viewport }), await supervisorWith({ viewport })];
    const each = async (person: typeof assessor, screen: string) => {
      await pictures(person.page, screen, size.name);
    };
    // By its address: the link has a shorter name on a phone.
    const opensBoard = async (person: typeof assessor) => {
      await person.signsIn();
      await goesTo(person.page, town.origin, { name: 'papan', path: '/papan' });
      await person.boardIsLive();
    };
    await opensBoard(assessor);
    await each(assessor, 'papan-penilai');
    await assessor.opensQueue();
    await each(assessor, 'tinjau-penilai');
    await opensBoard(supervisor);
    await each(supervisor, 'papan-perhatian');
    await supervisor.opensQueue();
    await each(supervisor, 'tinjau-lama');
    await supervisor.waiting('Merapikan berkas').getByRole('link', { name: 'Buka' }).click();
    await expect(supervisor.panel().getByRole('article')).toContainText('berselisih');
    await each(supervisor, 'papan-berselisih');
  });
}
