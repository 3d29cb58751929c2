// The text room works without this file. It adds: a click anywhere in brackets opens the choice, single keys, focus
// that follows the panel, a text that does not move under the reader when it changes, and notices that can be dismissed.

document.documentElement.classList.add("with-scripts");

const room = () => document.getElementById("room");
const inField = (target) => target.closest("input, textarea, select, [contenteditable]");
const follow = (link) => link && link.click();

// ---- a click in the brackets ------------------------------------------------------------

document.addEventListener("click", (event) => {
  const choice = event.target.closest(".wording .choice");
  if (choice && !event.target.closest("a, button") && !String(document.getSelection())) {
    follow(choice.querySelector(".choice-number"));
  }
  if (event.target.closest(".dismiss")) {
    event.target.closest(".live-notice").remove();
  }
});

// ---- words selected in the source paragraph go into the field ------------------------------

document.addEventListener("mouseup", (event) => {
  const source = event.target.closest && event.target.closest(".source-paragraph[id]");
  const field = source && document.querySelector(`textarea[data-from="${source.id}"]`);
  const words = String(document.getSelection()).trim();
  if (field && words) {
    field.value = words;
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
});

// ---- keys ----------------------------------------------------------------------------------

const blocks = () => [...document.querySelectorAll(".block")];

function step(list, selected, by) {
  const at = list.findIndex(selected);
  const next = at < 0 ? (by > 0 ? 0 : list.length - 1) : at + by;
  return list[next];
}

function nearestBlock() {
  return blocks().findIndex((block) => block.getBoundingClientRect().bottom > 80);
}

function toBlock(by) {
  const all = blocks();
  const focused = all.findIndex((block) => block.contains(document.activeElement));
  const at = focused >= 0 ? focused + by : nearestBlock();
  const block = all[Math.max(0, Math.min(all.length - 1, at))];
  if (block) {
    block.querySelector(".label a").focus();
    block.scrollIntoView({ block: "nearest" });
  }
}

function toChoice(by) {
  const all = [...document.querySelectorAll(".choice")];
  const choice = step(all, (each) => each.classList.contains("selected"), by);
  follow(choice && choice.querySelector(".choice-number"));
}

function keyHelp() {
  const help = document.getElementById("keys-help");
  help.hidden = !help.hidden;
}

const KEYS = {
  j: () => toBlock(1),
  k: () => toBlock(-1),
  n: () => toChoice(1),
  p: () => toChoice(-1),
  m: () => follow(document.querySelector(".summary .awaits")),
  c: () => follow(document.querySelector(".against button")),
  o: () => follow(document.querySelector(".act-box button.objection[data-object], .act-box form[action*='/object/'] button")),
  "?": keyHelp,
  Escape: () => (!document.getElementById("keys-help").hidden ? keyHelp() : follow(document.querySelector("[data-close]"))),
};
for (const number of [1, 2, 3, 4, 5]) {
  KEYS[number] = () => follow(document.querySelector(`[data-view="${number}"]`));
}

document.addEventListener("keydown", (event) => {
  const act = KEYS[event.key];
  if (!act || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  if (inField(event.target) && event.key !== "Escape") {
    return;
  }
  if (event.key === "Escape" && inField(event.target)) {
    event.target.blur();
    return;
  }
  event.preventDefault();
  act();
});

// ---- focus and place -----------------------------------------------------------------------

let opener = "";
let anchor = null;
let held = null;

function focusedPart() {
  const part = document.activeElement.closest("#panel, #column, #outline");
  return part && { part: part.id, words: document.activeElement.textContent };
}

function focusAgain() {
  if (held && document.activeElement === document.body) {
    const all = document.querySelectorAll(`#${held.part} :is(a, button, summary, h2)`);
    const same = [...all].find((each) => each.textContent === held.words);
    if (same) {
      same.focus({ preventScroll: true });
    }
  }
  held = null;
}

function topBlock() {
  const block = blocks().find((each) => each.getBoundingClientRect().bottom > 0);
  return block && { id: block.id, top: block.getBoundingClientRect().top };
}

document.addEventListener("htmx:beforeSwap", (event) => {
  if (["room", "column"].includes(event.detail.target.id)) {
    anchor = topBlock();
    held = event.detail.target.id === "column" ? focusedPart() : null;
  }
});

document.addEventListener("htmx:afterSettle", (event) => {
  const block = anchor && document.getElementById(anchor.id);
  if (block) {
    window.scrollBy(0, block.getBoundingClientRect().top - anchor.top);
  }
  anchor = null;
  focusAgain();
  if (event.detail.target.id === "room" || event.detail.elt.id === "room") {
    focusPanel();
  }
});

function focusPanel() {
  const summary = document.querySelector("#panel .error-summary, #panel .stale");
  const field = document.querySelector("#act-form textarea, #act-form input:not([type=hidden])");
  const title = document.getElementById("panel-title");
  if (summary) {
    summary.setAttribute("tabindex", "-1");
    summary.focus({ preventScroll: true });
  } else if (room().classList.contains("chosen") || field) {
    (field || title).focus({ preventScroll: true });
  } else if (opener) {
    const back = document.getElementById(opener);
    const target = back && (back.matches("a") ? back : back.querySelector("a"));
    if (target) {
      target.focus({ preventScroll: true });
    }
  }
  showSelected();
}

function showSelected() {
  const selected = document.querySelector(".choice.selected, .block.selected");
  if (!selected) {
    return;
  }
  opener = selected.closest(".block") ? selected.id : "";
  const place = selected.getBoundingClientRect();
  const low = window.innerWidth < 760 ? window.innerHeight * 0.3 : window.innerHeight;
  if (place.top < 0 || place.bottom > low) {
    selected.scrollIntoView({ block: window.innerWidth < 760 ? "start" : "center" });
  }
}

// ---- several notices are one ------------------------------------------------------------------

const MOST_IN_A_NOTICE = 400;

document.addEventListener("htmx:oobAfterSwap", () => {
  const notices = [...document.querySelectorAll("#notices .live-notice:not([role])")];
  const latest = notices.pop();
  for (const earlier of notices.reverse()) {
    const words = [...earlier.querySelector("p").childNodes].slice(1).map((node) => node.textContent).join("");
    const said = latest.querySelector("p");
    if (said.textContent.length + words.length < MOST_IN_A_NOTICE) {
      said.append(words);
    } else if (!said.textContent.endsWith("…")) {
      said.append("…");
    }
    earlier.remove();
  }
});

// ---- what is pressed while a change arrives ----------------------------------------------------

// A live change may take a link or button out of the page while its answer is on the way. Where the answer goes is
// said by the room around it, so what is pressed takes that along.
const SAID_BY_THE_ROOM = ["hx-target", "hx-select", "hx-swap", "hx-push-url"];

document.addEventListener("htmx:beforeRequest", (event) => {
  const asking = event.detail.elt;
  for (const name of SAID_BY_THE_ROOM) {
    const saying = asking.closest(`[${name}]`);
    if (saying && saying !== asking) {
      asking.setAttribute(name, saying.getAttribute(name));
    }
  }
});

// ---- what was asked for a room that is gone ---------------------------------------------------

// Somebody who opens a choice while a change is being fetched keeps what they opened: the late answer is for the
// selection before, and the room that was opened is newer.
document.addEventListener("htmx:beforeRequest", (event) => {
  const asking = event.detail.elt;
  if (["poll", "fetch"].includes(asking.id)) {
    const leave = (answer) => asking.isConnected || answer.preventDefault();
    asking.addEventListener("htmx:beforeOnLoad", leave, { once: true });
  }
});

// ---- what the server refuses -----------------------------------------------------------------

document.addEventListener("htmx:responseError", (event) => {
  const notices = document.getElementById("notices");
  const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
  const answer = page.querySelector(".answer");
  const notice = notices.appendChild(document.createElement("div"));
  notice.className = "live-notice";
  notice.setAttribute("role", "alert");
  notice.appendChild(document.createElement("p")).textContent = answer ? answer.textContent : page.title;
});

document.addEventListener("DOMContentLoaded", showSelected);
if (document.readyState !== "loading") {
  showSelected();
}

const fold = document.querySelector(".outline-fold");
if (fold && window.innerWidth < 1180) {
  fold.removeAttribute("open");
}
