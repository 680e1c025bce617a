// Starts the staff app: theme and language before the first paint, then the WebAssembly, then the service worker.
// What is absent: anything about the network or the data. The app does that.
//
// localStorage    teladan.theme = light | dark | contrast    teladan.lang = id | en    (not set: the system's theme, Indonesian)
// on <html>       data-build, data-icons, data-rooms (from the page), data-theme, lang, data-update = "waiting" once a new build is ready
// says            teladan:update       a new build is installed and waits; the app shows a banner
// hears           teladan:update-now   the person pressed the banner: activate the new build and reload
//                 teladan:crashed      the app's panic hook: show the failure page

const page = document.documentElement;

function chosen(key, allowed) {
  try {
    const value = localStorage.getItem(key);
    return allowed.includes(value) ? value : null;
  } catch {
    // Storage may be closed (a private window, a strict setting). Then the defaults hold.
    return null;
  }
}

const theme = chosen('teladan.theme', ['light', 'dark', 'contrast']);
if (theme) page.dataset.theme = theme;
page.lang = chosen('teladan.lang', ['id', 'en']) ?? 'id';

const words = {
  id: { failed: 'Teladan belum dapat dibuka. Yang sudah tersimpan di HP ini tetap aman.', reload: 'Muat ulang' },
  en: { failed: 'Teladan could not be opened. What is saved on this phone is safe.', reload: 'Reload' },
};

let failed = false;

function showFailure(cause) {
  console.error('teladan: could not start', cause);
  if (failed) return;
  failed = true;
  const { failed: sentence, reload } = words[page.lang] ?? words.id;
  const text = document.createElement('p');
  text.textContent = sentence;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button primary';
  button.textContent = reload;
  button.addEventListener('click', () => location.reload());
  const box = document.createElement('div');
  box.className = 'splash-failed splash-page';
  box.setAttribute('role', 'alert');
  box.append(text, button);
  const cloth = document.createElement('div');
  cloth.className = 'cloth';
  const splash = document.createElement('div');
  splash.id = 'splash';
  splash.append(cloth, box);
  document.getElementById('splash')?.remove();
  document.body.classList.remove('is-ready');
  document.body.append(splash);
}

function sayUpdateWaits() {
  page.dataset.update = 'waiting';
  window.dispatchEvent(new Event('teladan:update'));
}

// Never forces an update: the new worker waits until the person asks for it, or until every window has been closed.
async function keepForOffline() {
  if (!('serviceWorker' in navigator)) return;
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });

  if (registration.waiting && navigator.serviceWorker.controller) sayUpdateWaits();
  registration.addEventListener('updatefound', () => {
    const worker = registration.installing;
    worker?.addEventListener('statechange', () => {
      // Without a controller this is the first install, and there is nothing to update from.
      if (worker.state === 'installed' && navigator.serviceWorker.controller) sayUpdateWaits();
    });
  });

  // A notice was tapped while this window was open: show the page where it leads.
  navigator.serviceWorker.addEventListener('message', ({ data }) => {
    if (data?.type !== 'open' || typeof data.to !== 'string' || data.to === location.pathname) return;
    history.pushState(null, '', data.to);
    window.dispatchEvent(new PopStateEvent('popstate'));
  });

  window.addEventListener('teladan:update-now', () => {
    const worker = registration.waiting;
    if (!worker) return location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage({ type: 'activate' });
  });

  // A phone may keep the app open for days. When it is looked at again, ask for news, at most once an hour.
  let asked = Date.now();
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState !== 'visible' || Date.now() - asked < 3_600_000) return;
    asked = Date.now();
    registration.update().catch(() => {});
  });
}

async function start() {
  const { default: init } = await import('{{glue}}');
  await init({ module_or_path: '{{wasm}}' });
  if (failed) return;
  document.body.classList.add('is-ready');
  document.getElementById('splash')?.remove();
}

window.addEventListener('teladan:crashed', (event) => showFailure(event));
// The worker comes after the app, also after a failed start: a newer build may be the cure. Without it the app works, only not offline.
start().catch(showFailure).then(keepForOffline).catch((cause) => console.warn('teladan: no service worker', cause));
