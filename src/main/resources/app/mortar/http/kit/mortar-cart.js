/*
 * <mortar-countdown expires-at="2026-03-10T09:15:00Z" server-time="2026-03-10T09:00:00Z"></mortar-countdown>
 *
 * Says "⏳ Reserved for 15 min" and how much of it is left. Both moments are what POST /api/cart/reserve answers as
 * expiresAt and serverTime; the browser's own clock is not asked, so it may be wrong. minutes="20" says another length.
 *
 * Events, both bubbling: "expired" once, when the time is up; "resync" when the page has slept, so that what is left
 * may be less than it says: ask GET /api/cart/reserve/{id} and set both attributes again.
 *
 * Themes: --mortar-font, --mortar-size, --mortar-calm, --mortar-low, --mortar-last, --mortar-gone, --mortar-track.
 * The attribute state is calm, low (under 5 minutes), last (under 1 minute) or gone; the parts are label, time, bar.
 */
(() => {
  "use strict";

  const LOW = 5 * 60 * 1000;
  const LAST = 60 * 1000;
  const SLEPT = 5 * 1000;

  const looks = new CSSStyleSheet();
  looks.replaceSync(`
    :host { display: inline-grid; grid-template-columns: auto auto; gap: 4px 12px; align-items: baseline;
      font: var(--mortar-size, 1rem)/1.4 var(--mortar-font, inherit); color: var(--mortar-calm, #0b5c70); }
    :host([hidden]) { display: none; }
    :host([state="low"]) { color: var(--mortar-low, #7a4b00); }
    :host([state="last"]) { color: var(--mortar-last, #a3211a); font-weight: 600; }
    :host([state="gone"]) { color: var(--mortar-gone, #545b60); column-gap: 0; }
    [part="time"] { font-variant-numeric: tabular-nums; font-weight: 600; text-align: end; }
    [part="bar"] { grid-column: 1 / -1; height: 4px; border-radius: 2px; overflow: hidden;
      background: var(--mortar-track, #ebe8e1); }
    [part="bar"] > div { height: 100%; width: 100%; background: currentColor; transform-origin: left;
      transition: transform 1s linear; }
    :host(:dir(rtl)) [part="bar"] > div { transform-origin: right; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
    @media (prefers-reduced-motion: reduce) { [part="bar"] > div { transition: none; } }
    @media (forced-colors: active) { [part="bar"] { border: 1px solid; } }
  `);

  const moment = (text) => {
    const parsed = text === null ? NaN : Date.parse(text);
    return Number.isNaN(parsed) ? null : parsed;
  };

  const clock = (milliseconds) => {
    const seconds = Math.ceil(milliseconds / 1000);
    const two = (number) => String(number).padStart(2, "0");
    return two(Math.floor(seconds / 60)) + ":" + two(seconds % 60);
  };

  const STATES = {
    calm: { icon: "⏳", said: (left) => "Reserved, " + Math.ceil(left / 60000) + " minutes left." },
    low: { icon: "⏳", said: () => "Less than 5 minutes left." },
    last: { icon: "⚠", said: () => "Less than 1 minute left." },
    gone: { icon: "", said: () => "Reservation expired, items released." },
  };

  class MortarCountdown extends HTMLElement {
    static get observedAttributes() {
      return ["expires-at", "server-time", "minutes"];
    }

    constructor() {
      super();
      const root = this.attachShadow({ mode: "open" });
      root.adoptedStyleSheets = [looks];
      this.label = this.made("span", "label");
      this.time = this.made("span", "time");
      this.bar = this.made("div", "bar");
      this.bar.setAttribute("aria-hidden", "true");
      this.fill = this.bar.appendChild(document.createElement("div"));
      this.said = document.createElement("span");
      this.said.className = "said";
      this.said.setAttribute("role", "status");
      this.said.setAttribute("aria-live", "polite");
      root.append(this.label, this.time, this.bar, this.said);
      this.woken = () => this.wake();
    }

    made(tag, part) {
      const element = document.createElement(tag);
      element.setAttribute("part", part);
      return element;
    }

    connectedCallback() {
      if (!this.hasAttribute("role")) {
        this.setAttribute("role", "timer");
      }
      if (!this.hasAttribute("aria-live")) {
        this.setAttribute("aria-live", "off"); // each second would be too much: the steps are told by themselves
      }
      document.addEventListener("visibilitychange", this.woken);
      this.begin();
    }

    disconnectedCallback() {
      document.removeEventListener("visibilitychange", this.woken);
      clearTimeout(this.next);
    }

    attributeChangedCallback() {
      // both moments are usually set one after the other: begin once, with both
      if (this.isConnected && !this.beginning) {
        this.beginning = true;
        queueMicrotask(() => {
          this.beginning = false;
          if (this.isConnected) {
            this.begin();
          }
        });
      }
    }

    begin() {
      clearTimeout(this.next);
      const expires = moment(this.getAttribute("expires-at"));
      const server = moment(this.getAttribute("server-time"));
      if (expires === null) {
        this.removeAttribute("state");
        this.label.textContent = this.time.textContent = this.said.textContent = "";
        this.bar.hidden = true;
        return;
      }
      this.begun = performance.now();
      this.begunByTheWall = Date.now();
      this.whole = Math.max(0, expires - (server === null ? Date.now() : server));
      this.state = null;
      this.tick();
    }

    /** What is left, in milliseconds, by a clock that nobody sets. */
    left() {
      return Math.max(0, this.whole - (performance.now() - this.begun));
    }

    minutes() {
      const given = Number(this.getAttribute("minutes"));
      return given > 0 ? given : 15;
    }

    tick() {
      const left = this.left();
      const state = left === 0 ? "gone" : left < LAST ? "last" : left < LOW ? "low" : "calm";
      this.show(left, state);
      if (state !== this.state) {
        this.state = state;
        this.setAttribute("state", state);
        this.said.textContent = STATES[state].said(left);
        if (state === "gone") {
          this.dispatchEvent(new CustomEvent("expired", { bubbles: true, composed: true }));
        }
      }
      if (left > 0) {
        this.next = setTimeout(() => this.tick(), left % 1000 || 1000);
      }
    }

    show(left, state) {
      const gone = state === "gone";
      this.label.textContent = gone
        ? "Reservation expired – items released"
        : STATES[state].icon + " Reserved for " + this.minutes() + " min";
      this.time.textContent = gone ? "" : clock(left);
      this.bar.hidden = gone;
      this.fill.style.transform = "scaleX(" + Math.min(1, left / (this.minutes() * 60000)) + ")";
    }

    /** A machine that sleeps may stop the clock that nobody sets. */
    wake() {
      if (document.visibilityState !== "visible" || !(this.left() > 0)) {
        return;
      }
      const missed = Date.now() - this.begunByTheWall - (performance.now() - this.begun);
      if (missed > SLEPT) {
        this.begunByTheWall += missed;
        this.dispatchEvent(new CustomEvent("resync", { bubbles: true, composed: true }));
      }
      clearTimeout(this.next);
      this.tick();
    }
  }

  if (!customElements.get("mortar-countdown")) {
    customElements.define("mortar-countdown", MortarCountdown);
  }
})();
