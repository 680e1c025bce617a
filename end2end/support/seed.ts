// Before all tests: one demo agency is written to disk. Every test gets a copy of it and its own server.
import { setTimeout as pause } from 'node:timers/promises';
import { today } from './device';
import { copy, folder, remove } from './places';
import { Server } from './server';

const DAY_MS = 86_400_000;
// A test that would begin less than this before midnight begins after it.
const BEFORE_MIDNIGHT_MS = 120_000;
// How long a copy may take: that pause, and an agency written anew.
export const FRESH_MS_MAX = 400_000;

export default async function seed(): Promise<() => void> {
  const data = await plants();
  return () => remove(data);
}

export async function freshData(): Promise<string> {
  const left = leftOfTheDay();
  if (left < BEFORE_MIDNIGHT_MS) await pause(left + 1_000);
  // What the agency calls today is yesterday after midnight, so a run that goes on then has another one from there on.
  if (process.env.TELADAN_SEED_DAY !== today()) {
    const another = await plants();
    process.once('exit', () => remove(another));
  }
  const data = folder('data');
  copy(process.env.TELADAN_SEED!, data);
  return data;
}

// An agency as it is today.
async function plants(): Promise<string> {
  const day = today();
  const data = folder('seed');
  const server = new Server(data);
  await server.starts();
  await server.stops();
  process.env.TELADAN_SEED = data;
  process.env.TELADAN_SEED_DAY = day;
  return data;
}

// Until midnight where the agency is (WIB, UTC+7).
function leftOfTheDay(): number {
  return DAY_MS - ((Date.now() + 7 * 3_600_000) % DAY_MS);
}
