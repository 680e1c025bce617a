// Days where the demo agency is, as its calendar has them.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const DATA = join(import.meta.dirname, '../../shared/data');

// Is anybody asked for an entry on that day, YYYY-MM-DD? Told by the official list itself, not by the app that is under test; in a year without
// a list nobody is.
export function works(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const list = join(DATA, `holidays-${day.slice(0, 4)}.csv`);
  if (weekday === 0 || weekday === 6 || !existsSync(list)) return false;
  return !readFileSync(list, 'utf8').split('\n').some((line) => line.startsWith(`${day},`));
}

// The first day of the month before the one of that day.
export function monthBefore(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 2, 1)).toISOString().slice(0, 10);
}
