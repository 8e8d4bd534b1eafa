import { bodyWords } from "../words";
import type { Layout } from "./layout";

const laneName = (name: string): string => (name === "" ? "Treaties and others" : bodyWords(name));

interface NamesProps {
  readonly of: Layout;
  readonly lanes: { readonly current: HTMLDivElement | null };
  readonly years: { readonly current: HTMLDivElement | null };
}

/** Names of lanes and years that stay in view wherever the drawing is moved; the drawing's own are for files and print. */
export function Names({ of, lanes, years }: NamesProps) {
  return (
    <div class="names" aria-hidden="true">
      <div class="lanes" ref={lanes}>
        {of.lanes.map((lane) => (
          <span key={lane.name} data-at={lane.y}>
            {laneName(lane.name)}
          </span>
        ))}
      </div>
      <div class="years">
        <div ref={years}>
          {of.ticks.map((tick) => (
            <span key={tick.year} data-at={tick.x}>
              {tick.gap ? "… " : ""}
              {tick.year ?? "no date"}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}

/** The lines between lanes, and the names of lanes and years for files and print. */
export function Grid({ of }: { readonly of: Layout }) {
  return (
    <g class="grid" aria-hidden="true">
      {of.lanes.map((lane) => (
        <g key={lane.name}>
          <line x1="0" x2={of.width} y1={lane.y} y2={lane.y} />
          <text x="8" y={lane.y + 14}>
            {laneName(lane.name)}
          </text>
        </g>
      ))}
      {of.ticks.map((tick) => (
        <text key={tick.year} class="year" x={tick.x} y="16">
          {tick.gap ? "… " : ""}
          {tick.year ?? "no date"}
        </text>
      ))}
    </g>
  );
}
