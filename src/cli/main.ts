#!/usr/bin/env node
import { tooFewOpenFiles } from "../shell/open-files-limit.js";
import { otherEngine } from "../shell/refuse-engine.js";

// Told before the program is loaded, which opens more files than a low limit allows.
const complaint = otherEngine() ?? tooFewOpenFiles(0);
if (complaint === null) {
  const [{ createProgram }, { runProgram }] = await Promise.all([import("./program.js"), import("./run-program.js")]);
  process.exitCode = await runProgram(createProgram(), process.argv);
} else {
  process.stderr.write(`dateline: ${complaint}\n`);
  process.exitCode = 4;
}
