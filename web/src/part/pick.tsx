import { type Brief, short, shortId } from "../words";
import { Finder } from "./finder";

interface PickProps {
  readonly label: string;
  readonly value: string;
  /** What the value stands for, where the answer has said so: it is shown by the name that people use. */
  readonly of?: Brief | null | undefined;
  readonly pick: (id: string) => void;
}

/** A box to choose an instrument with. What is typed and stands for one is taken as it is: the API reads symbols forgivingly. */
export function Pick({ label, value, of, pick }: PickProps) {
  const name = of?.id === value ? short(of) : shortId(value);
  return (
    <div class="pick">
      <span aria-hidden="true">{label}</span>
      <Finder
        label={label}
        value={name}
        instrumentsOnly
        hint="A symbol or a title"
        onPick={(id) => pick(id)}
        onSubmit={(text, only) => pick(text === name ? value : (only ?? text))}
      />
    </div>
  );
}
