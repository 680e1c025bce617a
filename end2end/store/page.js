// A page around the phone's disk. What it does behind the store's back is in `tools`: looking, tampering, breaking, clearing.
import init, * as contract from './store.js';

const wanted = (request) =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

const ended = (transaction) =>
  new Promise((resolve, reject) => {
    transaction.oncomplete = () => resolve();
    transaction.onabort = () => reject(transaction.error);
  });

// Without a version: whatever lies there.
async function at(database, work) {
  const db = await wanted(indexedDB.open(database));
  db.onversionchange = () => db.close();
  try {
    return await work(db);
  } finally {
    db.close();
  }
}

const dump = (database) =>
  at(database, async (db) => {
    const all = [];
    for (const table of db.objectStoreNames) {
      const store = db.transaction(table).objectStore(table);
      const [keys, values] = await Promise.all([wanted(store.getAllKeys()), wanted(store.getAll())]);
      keys.forEach((key, index) => all.push([table, key, values[index]]));
    }
    return all;
  });

// Bytes of everything in a value, as one text with a character for each byte.
function spelled(value) {
  if (value instanceof ArrayBuffer) return Array.from(new Uint8Array(value), (byte) => String.fromCharCode(byte)).join('');
  if (ArrayBuffer.isView(value)) return spelled(value.buffer.slice(value.byteOffset, value.byteOffset + value.byteLength));
  if (Array.isArray(value)) return value.map(spelled).join('|');
  if (value instanceof CryptoKey) return '(key)';
  if (typeof value === 'object' && value !== null) return Object.values(value).map(spelled).join('|');
  return String(value);
}

const putting = { nth: 0, failed: false };
const begun = [];

for (const name of ['put', 'delete', 'clear']) {
  const before = IDBObjectStore.prototype[name];
  IDBObjectStore.prototype[name] = function (...given) {
    if (putting.nth > 0 && --putting.nth === 0) {
      putting.failed = true;
      throw new DOMException('broken on purpose', 'UnknownError');
    }
    return before.apply(this, given);
  };
}
const begin = IDBDatabase.prototype.transaction;
IDBDatabase.prototype.transaction = function (tables, mode, options) {
  begun.push([mode, options?.durability, ...[tables].flat()].join(' '));
  return begin.call(this, tables, mode, options);
};
const subtle = crypto.subtle;
let standing;

globalThis.tools = {
  dump,
  text: async (database) => (await dump(database)).map((one) => one.map(spelled).join(' ')).join('\n'),
  contains: async (database, marker) => {
    const text = (await dump(database)).map(spelled).join('\n');
    return text.includes(marker) || text.includes([...marker].join('\0'));
  },
  put: (database, table, key, value) =>
    at(database, (db) => {
      const transaction = begin.call(db, table, 'readwrite');
      transaction.objectStore(table).put(value, key);
      return ended(transaction);
    }),
  remove: (database, table, key) =>
    at(database, (db) => {
      const transaction = begin.call(db, table, 'readwrite');
      transaction.objectStore(table).delete(key);
      return ended(transaction);
    }),
  writesAsBefore: async (database, tables, values) => {
    const request = indexedDB.open(database, 1);
    request.onupgradeneeded = () => tables.forEach((table) => request.result.createObjectStore(table));
    const db = await wanted(request);
    db.onversionchange = () => db.close();
    const transaction = begin.call(db, tables, 'readwrite');
    for (const [table, key, value] of values) transaction.objectStore(table).put(value, key);
    await ended(transaction);
  },
  opensAsBefore: async (database) => {
    try {
      (await wanted(indexedDB.open(database, 1))).close();
      return true;
    } catch (error) {
      if (error.name !== 'VersionError') throw error;
      return false;
    }
  },
  // By the browser itself; then every window at a database is told that it has been closed.
  clear: async () => {
    const db = await wanted(indexedDB.open('told-of-clearing'));
    const told = new Promise((resolve) => (db.onclose = resolve));
    await globalThis.clearsStorage(location.origin);
    await told;
    await new Promise((resolve) => setTimeout(resolve));
  },
  hasSpace: (bytes) => globalThis.hasSpace(bytes),
  standsStill: async (database) => {
    if (standing) {
      standing.close();
      standing = undefined;
    } else {
      standing = await wanted(indexedDB.open(database));
    }
  },
  isLetGo: (database) =>
    new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase(database);
      request.onsuccess = () => resolve(true);
      request.onblocked = () => resolve(false);
      request.onerror = () => reject(request.error);
    }),
  key: async (database) => {
    const key = (await dump(database)).find(([table]) => table === 'keys')?.[2];
    if (!(key instanceof CryptoKey)) return 'no key';
    const out = await Promise.all(['raw', 'jwk'].map((form) => subtle.exportKey(form, key).then(() => 'given', (error) => error.name)));
    return [key.algorithm.name, key.algorithm.length, key.extractable, ...key.usages, ...out].join(' ');
  },
  begun: () => begun.splice(0),
  breaksAt: (nth) => Object.assign(putting, { nth, failed: false }),
  mends: () => {
    putting.nth = 0;
    return putting.failed;
  },
  hasCrypto: (has) => Object.defineProperty(crypto, 'subtle', { value: has ? subtle : undefined, configurable: true }),
};

await init({ module_or_path: './store_bg.wasm' });
globalThis.contract = contract;
