// The shell works without this file. It adds two things: an error summary takes focus, and Escape closes the menu.

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
