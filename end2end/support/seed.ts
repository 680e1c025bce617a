// Before all tests: one demo agency is written to disk. Every test gets a copy of it and its own server.
import { copy, folder, remove } from './places';
import { Server } from './server';

export default async function seed(): Promise<() => void> {
  const data = folder('seed');
  const server = new Server(data);
  await server.starts();
  await server.stops();
  process.env.TELADAN_SEED = data;
  return () => remove(data);
}

export function freshData(): string {
  const data = folder('data');
  copy(process.env.TELADAN_SEED!, data);
  return data;
}
