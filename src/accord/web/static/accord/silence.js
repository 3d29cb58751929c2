// The clock of a silence procedure: counts down from what the server said, and speaks at 24 h, 1 h, 10 min and the end.
"use strict";

const clock = document.querySelector("[role=timer][data-left]");
const running = new Set(["announced", "running", "extended", "restarted"]);

if (clock && running.has(clock.dataset.state) && Number(clock.dataset.left) > 0) {
  const began = performance.now();
  const whole = Number(clock.dataset.left);
  const spoken = document.createElement("span");
  const end = document.createElement("p");
  spoken.className = "visually-hidden";
  spoken.setAttribute("aria-live", "polite");
  end.className = "note";
  end.textContent = clock.textContent;
  clock.after(end, spoken);

  const part = (number, word) => {
    const figure = document.createElement("b");
    figure.textContent = String(number);
    return [figure, ` ${word} `];
  };
  const parts = (left) => {
    const [days, hours, minutes] = [Math.floor(left / 86400), Math.floor(left / 3600) % 24, Math.floor(left / 60) % 60];
    if (left < 60) return part(left, "s");
    return [...(days ? part(days, "d") : []), ...(days || hours ? part(hours, "h") : []), ...part(minutes, "min")];
  };
  let before = whole;
  const tick = () => {
    const left = Math.max(0, whole - Math.floor((performance.now() - began) / 1000));
    clock.replaceChildren(...parts(left));
    if ([86400, 3600, 600, 0].some((at) => before > at && left <= at)) spoken.textContent = clock.textContent;
    before = left;
    if (left > 0) setTimeout(tick, 1000);
    else location.reload();
  };
  tick();
}
