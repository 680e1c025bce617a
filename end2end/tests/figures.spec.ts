// Figures: each tells where it comes from, months and quarters against their share of the target, and tables to take away.
// Acceptance BJI-9, BNY-3; pains of peers.md rows 10, 17, 19.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { type Leader, figure } from '../support/actors/leader';
import { opensPlan, unfolds } from '../support/actors/planner';
import { expect, test } from '../support/harness';
import { Office } from '../support/office';
import { pictures, stands } from '../support/screens';
import { rowsOf } from '../support/workbook';

const DINAS = 'Dinas Kependudukan dan Pencatatan Sipil';
const BIDANG = 'Bidang Pelayanan Pendaftaran Penduduk';
const BIRTHS = 'Penerbitan kutipan akta kelahiran di loket';
const WHERE = 'Dari mana angka ini?';

// Every figure and bar of the page that lies in no group with a source, by its words.
function unexplained(page: Page): Promise<string[]> {
  return page.getByRole('main').evaluate((main, where) => {
    const alone: string[] = [];
    for (const one of main.querySelectorAll('.stat, .meter, .tile, .complete-figure, .stat-value, progress, svg.chart.bars')) {
      let group: Element | null = one;
      while (group && group !== main && !/^(SECTION|DETAILS)$/.test(group.tagName) && !group.matches('.stat, .complete, .map, .figures, .team-progress')) group = group.parentElement;
      const says = (place: Element | null) => [...(place?.querySelectorAll('summary') ?? [])].some((summary) => summary.textContent?.includes(where));
      const around = group?.closest('section, .panel') ?? null;
      if (!says(group) && !says(around)) alone.push(`${one.tagName}.${one.getAttribute('class') ?? ''}: ${(one.getAttribute('aria-label') ?? one.textContent ?? '').slice(0, 60)}`);
    }
    return alone;
  }, WHERE);
}

// The focus comes to the heading of the unit a moment later; a key that is pressed before would go there.
async function opensUnit(leader: Leader, unit: string): Promise<void> {
  await leader.follows(unit);
  await expect(leader.title()).toHaveText(unit);
  await expect(leader.title()).toBeFocused();
}

async function goes(page: Page, path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await stands(page);
}

test('bji_9: on every board and page each figure and each bar lies in a group that says where it comes from', async ({ leader, supervisor, staff, town }) => {
  test.slow();
  await leader.watchesCity();
  await expect(leader.page.locator('.stat'), 'something is looked at').toHaveCount(6);
  expect.soft(await unexplained(leader.page), 'the city').toEqual([]);
  await opensUnit(leader, DINAS);
  expect.soft(await unexplained(leader.page), 'a dinas').toEqual([]);
  await opensUnit(leader, BIDANG);
  expect.soft(await unexplained(leader.page), 'a bidang').toEqual([]);
  await leader.follows(staff.login.name);
  await expect(leader.title()).toHaveText(staff.login.name);
  await stands(leader.page);
  expect.soft(await unexplained(leader.page), 'a person').toEqual([]);

  await supervisor.watchesBoard();
  expect.soft(await unexplained(supervisor.page), 'a team').toEqual([]);
  await supervisor.opensPerson(staff.login.name);
  await unfolds(supervisor.panel(), /^Rencana /);
  expect.soft(await unexplained(supervisor.page), 'the panel').toEqual([]);
  await supervisor.page.goBack();
  // The panel gives the focus back to the row a moment later; a key that is pressed before would go there.
  await expect(supervisor.row(staff.login.name).getByRole('link', { name: staff.login.name, exact: true })).toBeFocused();
  await supervisor.follows('Minggu ini');
  await expect(supervisor.page.getByRole('columnheader', { name: 'Hari tercatat' })).toBeVisible();
  expect.soft(await unexplained(supervisor.page), 'a week').toEqual([]);

  await staff.signsIn();
  await stands(staff.page);
  expect.soft(await unexplained(staff.page), 'Hari ini').toEqual([]);
  for (const path of ['/rencana', '/buku']) {
    await goes(staff.page, path);
    expect.soft(await unexplained(staff.page), path).toEqual([]);
  }
  await opensPlan(staff.page, town.origin, BIRTHS);
  expect.soft(await unexplained(staff.page), 'a plan').toEqual([]);
});

test('the mean and the median of the time to feedback have two names', async ({ leader, supervisor }) => {
  await leader.watchesCity();
  await expect(leader.page.getByText('Waktu umpan balik, rata-rata', { exact: true })).toBeVisible();
  await expect(leader.page.getByText('Waktu umpan balik, nilai tengah', { exact: true })).toHaveCount(0);
  await supervisor.watchesBoard();
  await expect(supervisor.page.getByText('Waktu umpan balik, nilai tengah', { exact: true })).toBeVisible();
});

test('bny_3: work of today moves the month and the quarter on the page of the person, and the month of the unit', async ({ staff, supervisor, town }) => {
  test.slow();
  await staff.signsIn();
  const id = await staff.page.evaluate(async () => (await (await fetch('/api/me')).json()).employee as string);
  const line = (page: Page) => page.getByRole('region', { name: 'Selesai terhadap target' }).getByRole('listitem').filter({ hasText: BIRTHS });
  const done = async (page: Page) => Number(/([\d.]+) dari [\d.]+ /.exec((await line(page).textContent()) ?? '')?.[1].replace('.', '') ?? NaN);
  await goes(staff.page, `/orang/${id}`);
  const before = await done(staff.page);
  expect(before).toBeGreaterThan(0);
  const choice = staff.page.getByLabel('Bulan atau triwulan');
  await choice.selectOption({ index: 0 });
  await expect(staff.page).toHaveURL(/masa=\d{4}-t[1-4]$/);
  const quarter = await done(staff.page);
  expect(quarter).toBeGreaterThanOrEqual(before);
  await expect(line(staff.page)).toContainText(/\d+\s%/);

  await goes(staff.page, '/');
  await staff.records({ text: 'Tujuh kutipan akta diserahkan.', plan: BIRTHS, amount: '7' });
  await staff.sees('Tujuh kutipan akta diserahkan.', 'Terkirim', 30_000);
  await goes(staff.page, `/orang/${id}?masa=`);
  await expect.poll(() => done(staff.page), { timeout: 30_000 }).toBe(before + 7);

  await supervisor.signsIn();
  await goes(supervisor.page, `/orang/${id}`);
  await expect.poll(() => done(supervisor.page)).toBe(before + 7);
  const office = new Office(town);
  await office.signsIn(supervisor.login);
  const [{ unit }] = (await office.me()).boards;
  await goes(supervisor.page, `/papan/kota?unit=${unit}&periode=triwulan`);
  const due = supervisor.page.locator('.stat').filter({ hasText: 'Selesai terhadap target' });
  await expect(figure(supervisor.page, 'Selesai terhadap target')).toHaveText(/^\d+\s%/);
  await expect(due).toContainText(/Triwulan [1-4] \d{4}: \d+ rencana, \d+ tercapai/);
  await due.getByText(WHERE).click();
  await expect(due).toContainText('Target dibagi rata atas hari Senin sampai Jumat');
});

test('peers 19: the tables of the boards and one\'s own plans are taken along as they stand on the screen', async ({ leader, supervisor, staff }) => {
  test.slow();
  const takes = async (page: Page, shape: string, at = 0): Promise<Buffer> => {
    const link = page.locator('.take').nth(at).getByRole('link', { name: shape });
    const [file] = await Promise.all([page.waitForEvent('download'), link.click()]);
    return readFileSync(await file.path());
  };
  const names = (page: Page, name: string) => page.getByRole('table', { name }).getByRole('rowheader').getByRole('link').allTextContents();
  await leader.watchesCity();
  await leader.follows('Minggu ini');
  await expect(leader.page).toHaveURL(/periode=minggu/);
  await leader.boardIsLive();
  await leader.follows(/^Perlu perhatian/);
  await expect(leader.page).toHaveURL(/periode=minggu.*saring=perhatian/);
  const [head, ...units] = rowsOf(await takes(leader.page, 'Excel'));
  expect(head[0]).toBe('Unit');
  expect(units.map(([unit]) => unit)).toEqual(await names(leader.page, 'Unit di bawah ini'));
  expect(units.length).toBeGreaterThan(0);

  await supervisor.watchesBoard();
  await supervisor.follows('Minggu ini');
  await expect(supervisor.page.getByRole('columnheader', { name: 'Hari tercatat' })).toBeVisible();
  await supervisor.follows(/^Menunggu/);
  await expect(supervisor.page).toHaveURL(/saring=menunggu/);
  const csv = (await takes(supervisor.page, 'CSV')).toString('utf8');
  const people = csv.trimEnd().split('\r\n').slice(1).map((line) => line.split(';')[0].replaceAll('"', ''));
  await expect.poll(() => names(supervisor.page, 'Semua orang di unit ini'), { timeout: 30_000 }).toEqual(people);
  expect(people.length).toBeGreaterThan(0);

  await staff.signsIn();
  await goes(staff.page, '/rencana');
  const plans = (await takes(staff.page, 'CSV')).toString('utf8');
  expect(plans).toContain(`;${BIRTHS};`);
  expect(plans.split('\r\n')[0]).toContain('Indikator;Aspek atau perspektif;Kelompok;Tingkat;Target;Satuan;Realisasi');
});

test('peers 17: a link carries no authority: what a superior opens is not there for somebody else', async ({ supervisor, staff, town }) => {
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  const address = supervisor.page.url();
  expect(address).toContain('orang=');
  const office = new Office(town);
  await office.signsIn(supervisor.login);
  const [{ unit }] = (await office.me()).boards;
  await staff.signsIn();
  staff.journal.allowsStatus(404);
  await staff.page.goto(`${address}&unit=${unit}`);
  await expect(staff.page.getByText('Papan ini tidak ada untuk Anda')).toBeVisible();
  await expect(staff.page.getByRole('button', { name: 'Setujui' })).toHaveCount(0);
  const phone = new Office(town);
  await phone.signsIn(staff.login);
  for (const door of [`/api/board/${unit}`, `/api/units/${unit}/board`, `/api/units/${unit}/table?of=team&shape=csv`]) {
    expect((await phone.asks('GET', door)).status, door).toBe(404);
  }
});

test('peers 14: the letter about an answer opens the entry for the person who wrote it', async ({ staff, supervisor }) => {
  const text = 'Empat kutipan akta diserahkan di loket.';
  test.slow();
  const answer = 'Rapi, lanjutkan di loket tiga.';
  await staff.signsIn();
  await staff.records({ text, plan: BIRTHS, amount: '4' });
  await staff.sees(text, 'Terkirim', 30_000);
  await supervisor.watchesBoard();
  await supervisor.opensPerson(staff.login.name);
  await supervisor.opensEntry(text);
  await supervisor.writes(answer);
  await staff.goesTo('Kabar');
  const letter = staff.letters().filter({ hasText: answer });
  await expect(letter.first()).toBeVisible();
  await letter.getByRole('link', { name: 'Balas' }).first().click();
  await expect(staff.page).toHaveURL(/\/catatan\//);
  await expect(staff.page.getByRole('main')).toContainText(text);
  await expect(staff.page.getByRole('main')).toContainText(answer);
});

for (const [name, size] of Object.entries({ meja: { width: 1440, height: 900 }, hp: { width: 360, height: 740 } })) {
  test(`figures and their sources stand at ${name}, and on paper`, async ({ leader, staff }) => {
    test.slow();
    await leader.watchesCity();
    const { page } = leader;
    await page.setViewportSize(size);
    const shows = async (screen: string) => {
      await pictures(page, `figures-${screen}`, name);
      if (name === 'meja') await page.pdf({ path: `shots/figures-${screen}.pdf`, format: 'A4' });
    };
    await expect(page.locator('.figures').getByText(WHERE)).toHaveCount(6);
    for (const source of await page.getByText(WHERE).all()) await source.click();
    await shows('kota');
    await opensUnit(leader, DINAS);
    await opensUnit(leader, BIDANG);
    await leader.follows(staff.login.name);
    await expect(leader.title()).toHaveText(staff.login.name);
    await stands(page);
    for (const source of await page.getByText(WHERE).all()) await source.click();
    await shows('orang');
  });
}
