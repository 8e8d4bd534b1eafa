import { Finder } from "./finder";

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly pick: (id: string) => void;
}

/** A box to choose an instrument with. What is typed and stands for one is taken as it is: the API reads symbols forgivingly. */
export const Pick = ({ label, value, pick }: PickProps) => (
  <div class="pick">
    <span aria-hidden="true">{label}</span>
    <Finder label={label} value={value} instrumentsOnly onPick={(id) => pick(id)} onSubmit={(text, only) => pick(only ?? text)} />
  </div>
);
