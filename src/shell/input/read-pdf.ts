import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { processSeconds, watchWork } from "../processor-time.js";

/** Limits of one PDF: processor time, memory of its process, and text that it may yield. */
const LIMITS = { seconds: 60, heapMb: 512, outputBytes: 100_000_000 } as const;

/** The text runs of a PDF as JSON, read in a process of its own; or why there are none. */
export function readPdf(bytes: Uint8Array): Promise<{ readonly json: string } | { readonly code: string; readonly reason: string }> {
  return new Promise((resolve) => {
    // The test runner starts this from the sources; the reader itself always runs as built.
    const script = fileURLToPath(new URL("./pdf-child.js", import.meta.url)).replace(/([\\/])src([\\/]shell[\\/])/, "$1dist$2");
    const child = spawn(process.execPath, [`--max-old-space-size=${LIMITS.heapMb}`, script], { stdio: ["pipe", "pipe", "pipe"] });
    const out: Buffer[] = [];
    let size = 0;
    let complaint = "";
    let limit: string | null = null;
    const stop = (why: string): void => {
      limit ??= why;
      child.kill("SIGKILL");
    };
    const started = performance.now();
    const endWatch = watchWork({
      limit: LIMITS.seconds,
      worked: () => processSeconds(child.pid ?? 0),
      // Where the system does not tell, four times the clock: a busy computer gives it a quarter of the time.
      atMost: () => (performance.now() - started) / 4000,
      onLimit: () => stop(`it took more than ${LIMITS.seconds} s`),
    });
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LIMITS.outputBytes) stop("it holds more text than any article");
      else out.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(0, 500)));
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => {
      endWatch();
      resolve({ code: "pdf", reason: `The PDF reader could not be started: ${error.message}.` });
    });
    child.on("close", (exit) => {
      endWatch();
      if (limit !== null) resolve({ code: "pdf-limit", reason: `Reading the PDF was stopped: ${limit}.` });
      else if (exit === 0) resolve({ json: Buffer.concat(out).toString("utf8") });
      else if (/password/i.test(complaint))
        resolve({ code: "pdf-password", reason: "The PDF is locked by a password. Save a copy without one." });
      else if (/heap|memory/i.test(complaint) || exit === null)
        resolve({ code: "pdf-limit", reason: `Reading the PDF took more than ${LIMITS.heapMb} MB of memory.` });
      else resolve({ code: "pdf", reason: `Not a readable PDF, damaged or cut short: ${complaint.split("\n")[0]}` });
    });
    child.stdin.end(bytes);
  });
}
