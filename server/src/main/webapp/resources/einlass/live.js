// Keeps the live page up to date: each message holds all texts of the page, which are put into their places.
const root = document.getElementById("live");
const broken = document.getElementById("broken");
const SVG = "http://www.w3.org/2000/svg";
const RETRY = 2000;
const SILENT = 6000;
let heard = Date.now();
let source = null;

function say(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
    element.classList.remove("changed");
    void element.getBoundingClientRect();
    element.classList.add("changed");
  }
}

function fill(item, row) {
  item.className = row.level;
  item.dataset.key = row.key;
  const link = item.querySelector("a");
  if (link) {
    link.setAttribute("href", row.href);
  }
  item.querySelectorAll("[data-f]").forEach(part => {
    if (part.dataset.f === "percent") {
      part.setAttribute("width", row.percent);
    } else {
      say(part, row[part.dataset.f]);
    }
  });
}

function list(name, rows) {
  const place = root.querySelector("[data-list='" + name + "']");
  const blank = root.querySelector("template[data-for='" + name + "']");
  const known = new Map(Array.from(place.children, item => [item.dataset.key, item]));
  rows.forEach((row, index) => {
    const item = known.get(row.key) || blank.content.firstElementChild.cloneNode(true);
    known.delete(row.key);
    fill(item, row);
    if (place.children[index] !== item) {
      place.insertBefore(item, place.children[index] || null);
    }
  });
  known.forEach(item => item.remove());
}

function show(view) {
  root.querySelectorAll("[data-text]").forEach(element => say(element, view[element.dataset.text]));
  root.querySelectorAll("[data-list]").forEach(element => list(element.dataset.list, view[element.dataset.list]));
  root.querySelectorAll("[data-when]").forEach(element => { element.toggleAttribute("hidden", !view[element.dataset.when]); });
  root.querySelector(".chart .bar").setAttribute("d", view.bars);
  root.querySelectorAll(".chart .earlier").forEach(line => line.setAttribute("points", view.line));
  const labels = document.getElementById("labels");
  labels.replaceChildren(...view.labels.map(label => {
    const text = document.createElementNS(SVG, "text");
    text.setAttribute("x", label.x);
    text.setAttribute("y", 228);
    text.textContent = label.text;
    return text;
  }));
}

function listen() {
  if (source) {
    source.close();
  }
  source = new EventSource(root.dataset.stream);
  source.addEventListener("live", message => {
    heard = Date.now();
    broken.hidden = true;
    show(JSON.parse(message.data));
  });
}

// A server that starts anew ends the stream, sometimes in a way that browsers take for final.
setInterval(() => {
  const silent = Date.now() - heard > SILENT;
  broken.hidden = !silent;
  if (silent && source.readyState !== EventSource.CONNECTING) {
    listen();
  }
}, RETRY);
listen();
