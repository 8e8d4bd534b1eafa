import { number } from "../words";

interface Count {
  readonly year: number;
  readonly count: number;
}

/** Height of the tallest bar, in pixels: three lines of text. */
const tall = 54;
/** Bars are at least this wide with their gap; many years make them narrower than that. */
const broad = 12;
/** Few years stand as far apart as the names of the first and the last need. */
const named = 80;
/** No bar is wider than this. */
const widest = 24;

/** Citations by year as a small chart. The same as a table for those who do not see it. */
export function YearBars({ counts, label }: { readonly counts: readonly Count[]; readonly label: string }) {
  const first = counts[0]?.year;
  const last = counts.at(-1)?.year;
  if (first === undefined || last === undefined) return null;
  const most = Math.max(...counts.map((c) => c.count));
  const span = last - first + 1;
  const step = Math.max(named / span, Math.min(broad, Math.max(3, 320 / span)));
  const bar = Math.min(widest, Math.max(2, step - 2));
  const width = Math.max(named, span * step);
  return (
    <figure class="bars">
      <svg
        viewBox={`0 0 ${width} ${tall + 16}`}
        width={width}
        height={tall + 16}
        role="img"
        aria-label={`${label}: ${counts.map((c) => `${c.year} ${c.count}`).join(", ")}`}
      >
        {counts.map((c) => {
          const height = Math.max(2, (c.count / most) * tall);
          return (
            <rect key={c.year} x={(c.year - first) * step} y={tall - height} width={bar} height={height}>
              <title>{`${c.year}: ${number(c.count)}`}</title>
            </rect>
          );
        })}
        <text x="0" y={tall + 13}>
          {first}
        </text>
        {last > first && (
          <text x={(span - 1) * step + bar} y={tall + 13} text-anchor="end">
            {last}
          </text>
        )}
      </svg>
      <figcaption>{label}</figcaption>
    </figure>
  );
}

/** Shares as rows of a list, each with a bar behind its words. */
export function ShareBars({
  rows,
  label,
}: {
  readonly rows: readonly { readonly name: string; readonly count: number }[];
  readonly label: string;
}) {
  const most = Math.max(1, ...rows.map((r) => r.count));
  if (rows.length === 0) return null;
  return (
    <figure class="bars">
      <ul class="shares">
        {rows.map((r) => (
          <li key={r.name}>
            <span>{r.name}</span>
            <meter min={0} max={most} value={r.count} aria-label={r.name} />
            <span class="count">{number(r.count)}</span>
          </li>
        ))}
      </ul>
      <figcaption>{label}</figcaption>
    </figure>
  );
}
