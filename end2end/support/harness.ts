// Who takes part in a test, and what is checked after each one: no error on any console, no violation of the policy, nothing left on the
// phone, no error in the server's journal.
import { type BrowserContextOptions, type Page, test as base, expect } from '@playwright/test';
import { Admin } from './actors/admin';
import { Citizen } from './actors/citizen';
import { Leader } from './actors/leader';
import { Operator } from './actors/operator';
import { Staff } from './actors/staff';
import { Supervisor } from './actors/supervisor';
import { openBrowser } from './browsers';
import { Journal } from './journal';
import { Office } from './office';
import { folder, remove } from './places';
import { FRESH_MS_MAX } from './seed';
import { Town } from './town';

export type Cast = {
  town: Town;
  staff: Staff;
  supervisor: Supervisor;
  admin: Admin;
  leader: Leader;
  citizen: Citizen;
  operator: Operator;
  // The database as the supervisor may see it.
  office: Office;
  // The same people with other screens.
  staffWith: (options: BrowserContextOptions) => Promise<Staff>;
  supervisorWith: (options: BrowserContextOptions) => Promise<Supervisor>;
  assessorWith: (options?: BrowserContextOptions) => Promise<Supervisor>;
  adminWith: (options: BrowserContextOptions) => Promise<Admin>;
  // A plain browser, JavaScript on, that is nobody's.
  stranger: (options: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Cast>({
  // By a time of its own: around midnight its agency takes longer than a test may.
  town: [
    async ({}, use, info) => {
      const town = await Town.wakes();
      await use(town);
      const complaints = town.server.complaints();
      if (info.errors.length > 0) await info.attach('server', { body: town.server.tail(), contentType: 'text/plain' });
      await town.sleeps();
      expect(complaints, "the server's journal").toEqual([]);
    },
    { timeout: FRESH_MS_MAX },
  ],
  staff: async ({ town }, use, info) => {
    const staff = new Staff(town);
    await use(staff);
    await staff.leaves(info);
  },
  supervisor: async ({ town }, use, info) => {
    const supervisor = new Supervisor(town);
    await use(supervisor);
    await supervisor.leaves(info);
  },
  admin: async ({ town }, use, info) => {
    const admin = new Admin(town);
    await use(admin);
    await admin.leaves(info);
  },
  leader: async ({ town }, use, info) => {
    const leader = new Leader(town);
    await use(leader);
    await leader.leaves(info);
  },
  citizen: async ({ town }, use, info) => {
    const citizen = new Citizen(town);
    await use(citizen);
    await citizen.goes(info);
  },
  staffWith: async ({ town }, use, info) => {
    const all: Staff[] = [];
    await use(async (options) => all[all.push(new Staff(town, options)) - 1]);
    for (const one of all) await one.leaves(info);
  },
  supervisorWith: async ({ town }, use, info) => {
    const all: Supervisor[] = [];
    await use(async (options) => all[all.push(new Supervisor(town, options)) - 1]);
    for (const one of all) await one.leaves(info);
  },
  // Assesses colleagues without leading a unit.
  assessorWith: async ({ town }, use, info) => {
    const all: Supervisor[] = [];
    await use(async (options) => all[all.push(new Supervisor(town, options, 'Penilai')) - 1]);
    for (const one of all) await one.leaves(info);
  },
  adminWith: async ({ town }, use, info) => {
    const all: Admin[] = [];
    await use(async (options) => all[all.push(new Admin(town, options)) - 1]);
    for (const one of all) await one.leaves(info);
  },
  stranger: async ({ town: _ }, use) => {
    const profile = folder('stranger');
    const journal = new Journal();
    journal.allowsStatus(404);
    let close = async () => {};
    await use(async (options) => {
      const context = await openBrowser(profile, options);
      await journal.reads(context);
      close = () => context.close();
      return context.pages()[0];
    });
    await close();
    remove(profile);
    journal.mustBeClean();
  },
  operator: async ({ town }, use) => use(new Operator(town)),
  office: async ({ town }, use) => {
    const office = new Office(town);
    await office.signsIn(town.server.login('Atasan'));
    await use(office);
  },
});

export { expect };
