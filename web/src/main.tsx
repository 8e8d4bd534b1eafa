import { render } from "preact";
import { App } from "./app";
import { applyTheme } from "./theme";
import { followHistory } from "./store";

applyTheme();
followHistory();
const root = document.getElementById("app");
if (root === null) throw new Error("index.html has no #app");
render(<App />, root);
