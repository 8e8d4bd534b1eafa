import { signal } from "@preact/signals";

/** Colours: as the system says, or as chosen here. */
export type Theme = "auto" | "light" | "dark";

const themes: readonly Theme[] = ["auto", "light", "dark"];
const place = "recital-theme";

/** Reads a setting; a browser without storage has none. */
function stored(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

function keep(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the setting lasts as long as the page.
  }
}

/** The colours chosen. */
export const theme = signal<Theme>(themes.find((t) => t === stored(place)) ?? "auto");

/** Puts the choice on the page. */
export function applyTheme(): void {
  if (theme.value === "auto") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme.value;
}

/** Goes to the next choice. */
export function nextTheme(): void {
  theme.value = themes[(themes.indexOf(theme.value) + 1) % themes.length] ?? "auto";
  keep(place, theme.value);
  applyTheme();
}

const keysPlace = "recital-keys";

/** Whether single letters are commands; some people's tools type letters by themselves (WCAG 2.1.4). */
export const keysOn = signal(stored(keysPlace) !== "off");

/** Switches the single-letter commands. */
export function switchKeys(on: boolean): void {
  keysOn.value = on;
  keep(keysPlace, on ? "on" : "off");
}
