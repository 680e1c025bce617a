// The service worker: keeps one whole build of the staff app on the phone, so that it opens without a network.
//
// A build is all or nothing: its files are fetched together, compared with the hashes that this list was made with, and only then
// kept. It never takes over an open page by itself. It never touches data: /api and the pages made by the server pass by.
//
// KILL SWITCH. If this worker is ever at fault, serve this as /sw.js; phones look for it at every visit, past every cache:
//   self.addEventListener('install', () => self.skipWaiting());
//   self.addEventListener('activate', (event) => event.waitUntil((async () => {
//     for (const name of await caches.keys()) if (name.startsWith('teladan-')) await caches.delete(name);
//     await self.registration.unregister();
//   })()));
// One phone: postMessage({ type: 'unregister' }) does the same. Records waiting to be sent lie in IndexedDB and are not touched.

const CACHE = 'teladan-{{build}}';

// Path to sha256, written by `cargo xtask`.
const FILES = new Map(JSON.parse('{{files}}'));

const INDEX = '/index.html';

// However it came compressed, it is the same file.
const ANY = { ignoreVary: true };

// Doors of the server. Everything else that is navigated to is a page of the app.
const SERVER = ['/api', '/f', '/assets', '/openapi.json', '/healthz', '/readyz'];

// True once the person has asked for the new build while windows are open.
let asked = false;

self.addEventListener('install', (event) => event.waitUntil(install()));
self.addEventListener('activate', (event) => event.waitUntil(activate()));
self.addEventListener('message', (event) => {
  if (event.data?.type === 'activate') {
    asked = true;
    event.waitUntil(self.skipWaiting());
  }
  if (event.data?.type === 'unregister') event.waitUntil(unregister());
});

async function install() {
  try {
    const fetched = await Promise.all([...FILES].map(async ([path, hash]) => [path, await whole(path, hash)]));
    const cache = await caches.open(CACHE);
    await Promise.all(fetched.map(([path, response]) => cache.put(path, response)));
  } catch (cause) {
    await caches.delete(CACHE);
    throw cause;
  }
}

// A file whose body is exactly the one of this build, or an error. A hashed file that is already on the phone (from the page that is
// loading now, or from the build before) is not paid for twice: the hash decides, not the place it came from.
async function whole(path, hash) {
  if (path.startsWith('/assets/')) {
    const known = (await caches.match(path, ANY)) ?? (await fetch(path, { cache: 'force-cache' }).catch(() => null));
    if (known && (await isWhole(known, hash))) return known;
  }
  const response = await fetch(path, { cache: 'reload' });
  if (await isWhole(response, hash)) return response;
  throw new Error(`${path} is not the file of this build`);
}

async function isWhole(response, hash) {
  if (!response.ok || response.redirected) return false;
  const digest = await crypto.subtle.digest('SHA-256', await response.clone().arrayBuffer());
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('') === hash;
}

// The browser calls this when no window uses the build before any more, so that one can go. Only when the person asked for the new
// build may other windows still show the one before: then its files stay until the next change of builds.
async function activate() {
  const others = (await caches.keys()).filter((name) => name.startsWith('teladan-') && name !== CACHE);
  const keep = asked ? others.at(-1) : undefined;
  await Promise.all(others.filter((name) => name !== keep).map((name) => caches.delete(name)));
  // First install: also serve the page that is open. An update waits for its reload.
  if (others.length === 0) await self.clients.claim();
}

async function unregister() {
  for (const name of await caches.keys()) if (name.startsWith('teladan-')) await caches.delete(name);
  await self.registration.unregister();
}

// A notice from the office. It says its kind and where it leads; the words are here. One that cannot be read is still shown, because a
// browser that was woken must show something.
const NOTICES = {
  remind: { id: 'Hari ini belum ada catatan', en: 'There is no entry today yet' },
  news: { id: 'Ada kabar baru', en: 'There is news' },
};

self.addEventListener('push', (event) => {
  const said = read(event.data);
  const kind = Object.hasOwn(NOTICES, said.kind) ? said.kind : 'news';
  const words = NOTICES[kind];
  event.waitUntil(
    self.registration.showNotification('Teladan', {
      body: said.language === 'en' ? words.en : words.id,
      lang: said.language === 'en' ? 'en' : 'id',
      icon: '{{asset:icon-192.png}}',
      // The next one of its kind takes its place.
      tag: kind,
      silent: kind !== 'remind',
      data: { to: typeof said.to === 'string' && /^\/[a-z]*$/.test(said.to) ? said.to : '/' },
    }),
  );
});

function read(data) {
  try {
    return data?.json() ?? {};
  } catch {
    return {};
  }
}

// A window that is open is used, and its page is changed without loading it again: somebody may be in the middle of a form.
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openAt(event.notification.data?.to ?? '/'));
});

async function openAt(to) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = windows.find((client) => !isServers(new URL(client.url).pathname));
  if (!own) return self.clients.openWindow(to);
  own.postMessage({ type: 'open', to });
  return own.focus();
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (!isServers(url.pathname)) event.respondWith(kept(INDEX, request));
  } else if (FILES.has(url.pathname) || url.pathname.startsWith('/assets/')) {
    event.respondWith(kept(url.pathname, request));
  }
});

function isServers(path) {
  return SERVER.some((door) => path === door || path.startsWith(`${door}/`));
}

// From this build, else from a build that was kept for another window, else from the network (a phone may throw its caches away).
async function kept(path, request) {
  const own = await caches.open(CACHE);
  return (await own.match(path, ANY)) ?? (path === INDEX ? undefined : await caches.match(path, ANY)) ?? fetch(request);
}
