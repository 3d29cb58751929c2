// The shell works without this file. It adds three things: an error summary takes focus, Escape
// closes the menu, and / goes to the field of search.

const summary = document.querySelector(".error-summary");
if (summary) {
  summary.setAttribute("tabindex", "-1");
  summary.focus();
}

document.addEventListener("keydown", (event) => {
  const menu = document.querySelector(".menu-phone[open]");
  if (event.key === "Escape" && menu) {
    menu.removeAttribute("open");
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) {
    return;
  }
  const menu = document.querySelector(".menu-phone");
  if (getComputedStyle(menu).display !== "none") {
    menu.setAttribute("open", "");
  }
  const field = [...document.querySelectorAll("#words, [data-find]")].find((each) => each.offsetParent);
  if (field) {
    event.preventDefault();
    field.focus();
  }
});
