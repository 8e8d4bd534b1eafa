import { type Family, familyWords } from "../words";

const families = Object.keys(familyWords) as readonly Family[];

/** What the strokes of the links stand for: colour and dashes both. */
export const Legend = () => (
  <ul class="ties-legend" aria-label="What the lines stand for">
    {families.map((family) => (
      <li key={family} class={`tie ${family}`}>
        <svg width="34" height="10" aria-hidden="true">
          <path d="M1 5H33" />
        </svg>
        {familyWords[family]}
      </li>
    ))}
    <li class="faint">Left: what is cited. Right: what cites. Dashed box: text not held.</li>
  </ul>
);
