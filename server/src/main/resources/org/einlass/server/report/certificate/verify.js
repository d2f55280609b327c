'use strict';
const byId = id => document.getElementById(id);
const words = document.documentElement.dataset;

/** The bytes of base64, of both alphabets. */
function bytes(text) {
  const plain = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(plain, letter => letter.charCodeAt(0));
}

/** The one way to write a signature: of its last sign two bits count only, and others could say the same. */
function written(signature) {
  return btoa(String.fromCharCode(...signature)).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** What a code says, where it was signed with the key; null where it was not. */
async function verified(code, publicKey) {
  const lines = code.replace(/^\uFEFF/, '').trim().split(/\r\n|\r|\n/);
  const sessions = lines[0] === 'EINLASS-ATTENDANCE-2';
  if ((!sessions && lines[0] !== 'EINLASS-ATTENDANCE-1') || lines.length !== (sessions ? 8 : 7)) {
    return null;
  }
  const signed = new TextEncoder().encode(lines.slice(0, -1).join('\n') + '\n');
  let signature;
  try {
    signature = bytes(lines[lines.length - 1]);
  } catch (unreadable) {
    return null;
  }
  if (written(signature) !== lines[lines.length - 1]) {
    return null;
  }
  if (!await crypto.subtle.verify('Ed25519', publicKey, signature, signed)) {
    return null;
  }
  return {
    event: lines[1], name: lines[2], organisation: lines[3], days: lines[4].split(' '),
    sessions: sessions ? lines[5].split('\t') : [], issued: lines[lines.length - 2]
  };
}

function show(kind, heading, rows) {
  const answer = byId('answer');
  answer.className = kind;
  answer.replaceChildren();
  const title = document.createElement('h2');
  title.textContent = heading;
  answer.append(title);
  const list = document.createElement('dl');
  for (const [label, value] of rows) {
    if (value) {
      const term = document.createElement('dt');
      term.textContent = label;
      const text = document.createElement('dd');
      text.textContent = value;
      list.append(term, text);
    }
  }
  answer.append(list);
  answer.focus();
}

const day = text => new Date(text + 'T12:00:00').toLocaleDateString(
    document.documentElement.lang, {day: 'numeric', month: 'long', year: 'numeric'});

async function check() {
  let key;
  try {
    key = await crypto.subtle.importKey('spki', bytes(words.key), 'Ed25519', false, ['verify']);
  } catch (old) {
    show('bad', words.old, []);
    return;
  }
  const facts = await verified(byId('code').value, key);
  if (!facts) {
    show('bad', words.bad, []);
    return;
  }
  show('good', words.good, [
    [words.name, facts.name], [words.organisation, facts.organisation], [words.event, facts.event],
    [words.days, facts.days.map(day).join(' · ')], [words.sessions, facts.sessions.join(' · ')],
    [words.issued, day(facts.issued)]
  ]);
}

/** Reads the code of a photograph, where the browser can. */
async function read(file) {
  try {
    const picture = await createImageBitmap(file);
    const codes = await new BarcodeDetector({formats: ['qr_code']}).detect(picture);
    if (codes.length === 0) {
      show('bad', words.unread, []);
      return;
    }
    byId('code').value = codes[0].rawValue;
    await check();
  } catch (unread) {
    show('bad', words.unread, []);
  }
}

byId('check').addEventListener('click', check);
byId('photo').addEventListener('change', event => event.target.files.length && read(event.target.files[0]));
if (!('BarcodeDetector' in window)) {
  byId('photographed').hidden = true;
}
