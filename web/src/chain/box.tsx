import { dateWords, longer, number, short } from "../words";
import { type Placed, size } from "./layout";
import type { Spot } from "./picture";

interface BoxProps {
  readonly of: Spot;
  readonly place: Placed;
  readonly start: boolean;
  readonly at: string;
  readonly rest: { readonly out: number; readonly in: number };
  readonly choose: (id: string) => void;
  readonly unfold: ((id: string, direction: "OUT" | "IN") => void) | undefined;
}

const pressed = (act: () => void) => (event: KeyboardEvent) => {
  if (event.key !== "Enter" && event.key !== " ") return;
  event.preventDefault();
  event.stopPropagation();
  act();
};

/** A text of a drawing: a button, with badges for what is not drawn. */
export function Box({ of, place, start, at, rest, choose, unfold }: BoxProps) {
  const { brief } = of;
  const here = at === brief.id;
  const name = `${short(brief)}${longer(brief) === "" ? "" : `, ${longer(brief)}`}, ${dateWords(brief.date) || "no date"}, ${brief.held ? "held" : "text not held"}`;
  const top = place.y - size.box / 2;
  return (
    <g class={`spot${start ? " start" : ""}${here ? " here" : ""}${brief.held ? "" : " red"}${of.pinned ? " pinned" : ""}`}>
      <g
        data-id={brief.id}
        role="button"
        tabindex={0}
        aria-pressed={here}
        aria-label={name}
        onClick={() => choose(brief.id)}
        onKeyDown={pressed(() => choose(brief.id))}
      >
        <title>{name}</title>
        <rect x={place.x} y={top} width={place.width} height={size.box} rx="4" />
        <text x={place.x + size.pad / 2} y={place.y + 4.5}>
          {of.pinned ? "◆ " : ""}
          {place.label}
        </text>
      </g>
      {unfold !== undefined && rest.out > 0 && (
        <Badge
          x={place.x}
          y={place.y}
          side={-1}
          n={rest.out}
          label={`${short(brief)} cites ${rest.out} more`}
          act={() => unfold(brief.id, "OUT")}
        />
      )}
      {unfold !== undefined && rest.in > 0 && (
        <Badge
          x={place.x + place.width}
          y={place.y}
          side={1}
          n={rest.in}
          label={`${rest.in} more cite ${short(brief)}`}
          act={() => unfold(brief.id, "IN")}
        />
      )}
    </g>
  );
}

interface BadgeProps {
  readonly x: number;
  readonly y: number;
  readonly side: -1 | 1;
  readonly n: number;
  readonly label: string;
  readonly act: () => void;
}

/** How many more there are, before the click: to the left what it cites, to the right what cites it. */
function Badge({ x, y, side, n, label, act }: BadgeProps) {
  const words = `+${n > 9999 ? `${Math.round(n / 1000)}k` : number(n)}`;
  const width = words.length * 6 + 8;
  const left = side < 0 ? x - width - 2 : x + 2;
  return (
    <g class="badge" role="button" tabindex={0} aria-label={label} onClick={act} onKeyDown={pressed(act)}>
      <title>{label}</title>
      <rect x={left} y={y - 12} width={width} height="24" rx="12" />
      <text x={left + width / 2} y={y + 3.5} text-anchor="middle">
        {words}
      </text>
    </g>
  );
}
