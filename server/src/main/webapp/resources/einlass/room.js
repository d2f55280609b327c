// The page of one room. Its secret stands behind the # of the address and goes to the server in bodies only.
// What is pressed is kept in this phone until the server has taken it, each tap under an id of its own.
const room = document.getElementById("room");
const secret = location.hash.substring(1);
const KEPT = "einlass-room-" + secret.substring(0, 8);
const MOST = 20;
const EVERY = 3000;
const byId = id => document.getElementById(id);
let taps = JSON.parse(localStorage.getItem(KEPT) || "[]");
let known = null;
let busy = false;
let closed = false;
let notBefore = 0;

function uuid() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = bytes[6] & 15 | 64;
  bytes[8] = bytes[8] & 63 | 128;
  const hex = Array.from(bytes, byte => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function expected() {
  return taps.reduce((people, tap) => tap.kind === "COUNTED" ? tap.people
    : Math.max(0, people + (tap.kind === "MORE" ? 1 : -1)), known ? known.people : 0);
}

function show() {
  byId("waiting").textContent = closed ? room.dataset.closed
    : taps.length > 0 ? room.dataset.waiting.replace("{0}", taps.length) : "";
  if (!known) {
    return;
  }
  const language = room.dataset.language;
  const words = wording => language === "en" ? wording.english : wording.german;
  byId("room-title").textContent = words(known.title);
  byId("people").textContent = expected();
  byId("permitted").textContent = known.permitted ? room.dataset.of.replace("{0}", known.permitted) : "";
  byId("room-state").textContent = room.dataset[known.level.toLowerCase()];
  room.className = known.level;
  const clock = at => new Date(at).toLocaleTimeString(language, {hour: "2-digit", minute: "2-digit", timeZone: known.zone});
  byId("next").textContent = known.next ? clock(known.next.startsAt) + "–" + clock(known.next.endsAt) + " " + words(known.next.title) : "";
}

async function send() {
  if (busy || closed || Date.now() < notBefore) {
    return;
  }
  busy = true;
  const sent = taps.slice(0, MOST);
  try {
    const answer = await fetch("/api/v1/room", {
      method: "POST",
      headers: {"Content-Type": "application/json"},
      body: JSON.stringify({secret: secret, taps: sent.map(tap => ({id: tap.id, kind: tap.kind, people: tap.people,
        age: Math.min(86400, Math.max(0, Math.round((Date.now() - tap.at) / 1000)))}))})
    });
    if (answer.ok) {
      known = await answer.json();
      taps = taps.slice(sent.length);
      keep();
    } else if (answer.status === 404) {
      closed = true;
    } else if (answer.status === 429) {
      notBefore = Date.now() + 1000 * Math.min(60, Number(answer.headers.get("Retry-After")) || 3);
    }
  } catch (offline) {
    // The next attempt sends the same taps.
  }
  busy = false;
  show();
}

function keep() {
  localStorage.setItem(KEPT, JSON.stringify(taps));
}

function press(kind, people) {
  taps.push({id: uuid(), kind: kind, people: people, at: Date.now()});
  keep();
  show();
  send();
}

byId("more").addEventListener("click", () => press("MORE"));
byId("fewer").addEventListener("click", () => press("FEWER"));
byId("counted").addEventListener("submit", event => {
  event.preventDefault();
  const people = byId("count").value;
  if (/^[0-9]{1,6}$/.test(people)) {
    byId("count").value = "";
    press("COUNTED", Number(people));
  }
});
window.addEventListener("online", send);
setInterval(send, EVERY);
show();
send();
