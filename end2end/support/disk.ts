// The moment between a put and the end of its transaction, made as long as a test wants it. It looks at what the browser is asked, not at
// what the app calls its tables: saving is a readwrite transaction that must be durable (strict).
import type { Page } from '@playwright/test';

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
