import { render } from "preact";
import { App } from "./app.js";
import { recallTheme } from "./shell/theme.js";
import "./style.css";

recallTheme();
const root = document.getElementById("page");
if (root) render(<App />, root);
