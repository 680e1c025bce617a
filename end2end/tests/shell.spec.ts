// The app itself: what is seen before it runs, how it starts without a network, language, theme, keyboard.
import { expect, test } from '../support/harness';
import { Device } from '../support/device';
import { Office } from '../support/office';
import { reachesByTab } from '../support/reach';
import { STAFF_SCREENS, goesTo } from '../support/screens';

// For a test that hangs, on a machine that is busy elsewhere as well; how long a test takes is not what it says.
test.describe.configure({ timeout: 270_000 });

// Ground and ink.
const COLORS = () => [document.documentElement, document.body].map((one) => getComputedStyle(one)).map(({ backgroundColor, color }) => `${backgroundColor} ${color}`).join();

test('something is painted before the WebAssembly has arrived', async ({ staff, town }) => {
  const wasm = await town.network.holdsQuestion(/\.wasm/);
  await staff.opensAtOnce();
  await wasm.caught;
  const splash = staff.page.locator('#splash');
  await expect(splash).toBeVisible();
  await expect(splash).toContainText('Teladan');
  await expect.poll(() => staff.page.evaluate(() => performance.getEntriesByName('first-contentful-paint').length)).toBe(1);
  await wasm.release();
  await expect(staff.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  await expect(splash).toHaveCount(0);
});

test('the app opens without a network, on any of its pages, with what is known', async ({ staff, town }) => {
  staff.journal.allowsNoNetwork();
  await staff.signsIn();
  await staff.canWorkOffline();
  await expect(staff.page.getByRole('heading', { name: 'Rencana hari ini' })).toBeVisible();
  await town.network.isCut();
  await staff.closesBrowser();
  for (const screen of STAFF_SCREENS) {
    await staff.opens(screen.path);
    await expect(staff.page.getByRole('heading', { level: 1 })).toBeVisible();
  }
  await staff.opens('/');
  await expect(staff.page.getByText('Penerbitan kutipan akta kelahiran di loket').first()).toBeVisible();
  await expect(staff.page.getByText(/^Tidak ada jaringan/).first()).toBeVisible();
  await town.network.opens();
});

test('the first screen wears nothing of the sheet that comes after it', async ({ staff }) => {
  await staff.signsIn();
  await expect.poll(() => staff.page.evaluate(() => [...document.styleSheets].some((one) => one.href?.includes('/rooms-')))).toBe(true);
  const moved = await staff.page.evaluate(() => {
    const rooms = [...document.styleSheets].find((one) => one.href?.includes('/rooms-'))!;
    const all = [...document.body.querySelectorAll('*')];
    const looks = () => all.map((one) => getComputedStyle(one)).map((style) => [...style].map((name) => style.getPropertyValue(name)).join());
    const worn = looks();
    rooms.disabled = true;
    const bare = looks();
    rooms.disabled = false;
    return all.filter((_, at) => worn[at] !== bare[at]).map((one) => one.outerHTML.slice(0, 80));
  });
  expect(moved).toEqual([]);
});

test('Saya says that this phone opens without a network', async ({ staff }) => {
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.goesTo('Saya');
  await expect(staff.page.getByText('Terbuka tanpa jaringan', { exact: true }).locator('xpath=..')).toContainText('Ya');
});

test('English is one tap away, also before signing in, and stays', async ({ staff }) => {
  await staff.opens();
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await expect(staff.page.locator('html')).toHaveAttribute('lang', 'en');
  await staff.page.reload();
  await expect(staff.page.getByRole('heading', { name: 'Sign in', level: 1 })).toBeVisible();
  await staff.page.getByRole('button', { name: 'Indonesia' }).tap();
  await staff.signsInAgain();
  await staff.goesTo('Saya');
  await staff.page.getByRole('button', { name: 'English' }).tap();
  await expect(staff.page.getByRole('heading', { name: 'Me', level: 1 })).toBeVisible();
  await staff.page.getByRole('button', { name: 'Indonesia' }).tap();
  await expect(staff.page.getByRole('heading', { name: 'Saya', level: 1 })).toBeVisible();
});

test('dark and light can be chosen and stay; otherwise the phone decides', async ({ staff }) => {
  await staff.signsIn();
  await staff.goesTo('Saya');
  const { page } = staff;
  const look = (name: string) => page.getByRole('button', { name, exact: true });
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await page.evaluate(COLORS);
  await look('Gelap').tap();
  await expect(look('Gelap')).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => page.evaluate(COLORS)).not.toBe(light);
  const dark = await page.evaluate(COLORS);
  await page.reload();
  await expect.poll(() => page.evaluate(COLORS)).toBe(dark);
  await page.emulateMedia({ colorScheme: 'dark' });
  await look('Terang').tap();
  await expect.poll(() => page.evaluate(COLORS)).toBe(light);
  await look('Ikut HP').tap();
  await expect.poll(() => page.evaluate(COLORS)).toBe(dark);
});

test('every page can be used without a mouse, and the focus is seen', async ({ supervisor, town }) => {
  test.slow();
  await supervisor.opens();
  await expect(supervisor.page.getByRole('heading', { name: 'Masuk', level: 1 })).toBeVisible();
  expect(await reachesByTab(supervisor.page), 'masuk').toEqual({ missed: [], unseen: [] });
  await supervisor.signsInAgain();
  // The first news are there: what stands in the place of nothing does not go while it is counted.
  await expect(supervisor.page.getByRole('region', { name: 'Rencana hari ini' }).getByRole('listitem').first()).toBeVisible();
  for (const screen of [...STAFF_SCREENS, { name: 'papan', path: '/papan' }]) {
    await goesTo(supervisor.page, town.origin, screen);
    expect.soft(await reachesByTab(supervisor.page), screen.name).toEqual({ missed: [], unseen: [] });
  }
});

test('news that arrive do not take the focus away', async ({ staff, supervisor, town }) => {
  const { name } = staff.login;
  const office = new Office(town);
  await office.signsIn(staff.login);
  const other = new Device(office);
  await staff.signsIn();
  await supervisor.watchesBoard();
  const book = staff.page.getByRole('link', { name: /^Buka buku bulan/ });
  const row = supervisor.row(name).getByRole('link', { name, exact: true });
  await book.focus();
  await row.focus();
  await other.records('Ditulis dari HP yang lain.');
  await expect(staff.entry('Ditulis dari HP yang lain.')).toBeVisible();
  await expect(supervisor.row(name)).toContainText('Ditulis dari HP yang lain.');
  await expect.soft(book, 'on the phone').toBeFocused();
  await expect.soft(row, 'on the board').toBeFocused();
});

test('the first Tab leads past the navigation', async ({ supervisor }) => {
  await supervisor.watchesBoard();
  await supervisor.page.reload();
  await supervisor.boardIsLive();
  await supervisor.page.keyboard.press('Tab');
  const skip = supervisor.page.getByRole('link', { name: 'Lewati ke isi' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await supervisor.page.keyboard.press('Enter');
  await supervisor.page.keyboard.press('Tab');
  await expect.poll(() => supervisor.page.evaluate(() => Boolean(document.activeElement?.closest('main')))).toBe(true);
});

test('the panel of a person takes the focus, closes with Escape and gives it back', async ({ supervisor, staff }) => {
  const { name } = staff.login;
  await supervisor.watchesBoard();
  await supervisor.row(name).getByRole('link', { name, exact: true }).press('Enter');
  await expect(supervisor.panel().getByRole('heading', { name, level: 2 })).toBeFocused();
  await supervisor.page.keyboard.press('Escape');
  await expect(supervisor.panel()).toHaveCount(0);
  await expect(supervisor.row(name).getByRole('link', { name, exact: true })).toBeFocused();
});

test('an address that does not exist says so and leads home', async ({ staff, town }) => {
  await staff.signsIn();
  await staff.canWorkOffline();
  await staff.page.goto(`${town.origin}/tidak-ada`);
  await expect(staff.page.getByRole('heading', { name: 'Halaman ini tidak ada' })).toBeVisible();
});
