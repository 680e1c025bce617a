// The moment between a put and the end of its transaction, made as long as a test wants it. It looks at what the browser is asked, not at
// what the app calls its tables: saving is a readwrite transaction that must be durable (strict).
import { type Page, expect } from '@playwright/test';

// From now on a save is written and not finished: its transaction stays open. Says when one has come so far.
export async function keepsSavesUnfinished(page: Page): Promise<() => Promise<void>> {
  await page.evaluate(() => {
    const strict = new WeakSet<IDBTransaction>();
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (names, mode, options) {
      const transaction = begin.call(this, names, mode, options);
      if (mode === 'readwrite' && options?.durability === 'strict') strict.add(transaction);
      return transaction;
    };
    // A transaction lives as long as somebody asks it something.
    const stayOpen = (store: IDBObjectStore) => {
      store.count().onsuccess = () => stayOpen(store);
    };
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args: [value: unknown, key?: IDBValidKey]) {
      const request = put.apply(this, args);
      if (strict.has(this.transaction)) {
        request.addEventListener('success', () => Object.assign(window, { wasPut: true }));
        stayOpen(this);
      }
      return request;
    };
    IDBTransaction.prototype.commit = new Proxy(IDBTransaction.prototype.commit, {
      apply: (commit, transaction: IDBTransaction) => {
        if (!strict.has(transaction)) commit.call(transaction);
      },
    });
  });
  return async () => {
    await page.waitForFunction(() => 'wasPut' in window);
  };
}

// Words that are half-written go to the disk when the hands have rested for a moment. Does this, and waits until they lie there under that
// name and nothing follows: whoever loads or kills the page before it has written proves nothing.
export async function isKept(page: Page, name: RegExp, write: () => Promise<void>): Promise<void> {
  await page.evaluate(() => {
    const known = window as unknown as { keptForms?: string[] };
    if (known.keptForms) return;
    const kept: string[] = (known.keptForms = []);
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (...args: [value: unknown, key?: IDBValidKey]) {
      const key = args[1];
      if (typeof key === 'string') this.transaction.addEventListener('complete', () => kept.push(key));
      return put.apply(this, args);
    };
  });
  const keys = () => page.evaluate(() => (window as unknown as { keptForms?: string[] }).keptForms ?? []);
  const count = async () => (await keys()).filter((key) => name.test(key)).length;
  const before = await count();
  await write();
  let last = before;
  await expect(async () => {
    const now = await count();
    const rests = now > before && now === last;
    last = now;
    expect(rests, `it is kept as ${name}`).toBe(true);
  }).toPass({ intervals: [1_000], timeout: 30_000 });
}
