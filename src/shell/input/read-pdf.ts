import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Limits of one PDF: time, memory of its process, and text that it may yield. */
const LIMITS = { milliseconds: 60_000, heapMb: 512, outputBytes: 100_000_000 } as const;

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
    const timer = setTimeout(() => stop(`it took longer than ${LIMITS.milliseconds / 1000} s`), LIMITS.milliseconds);
    child.stdout.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > LIMITS.outputBytes) stop("it holds more text than any article");
      else out.push(chunk);
    });
    child.stderr.setEncoding("utf8").on("data", (text: string) => (complaint = (complaint + text).slice(0, 500)));
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => {
      clearTimeout(timer);
      resolve({ code: "pdf", reason: `The PDF reader could not be started: ${error.message}.` });
    });
    child.on("close", (exit) => {
      clearTimeout(timer);
      if (limit !== null) resolve({ code: "pdf-limit", reason: `Reading the PDF was stopped: ${limit}.` });
      else if (exit === 0) resolve({ json: Buffer.concat(out).toString("utf8") });
      else if (/password/i.test(complaint)) resolve({ code: "pdf-password", reason: "The PDF is locked by a password. Save a copy without one." });
      else if (/heap|memory/i.test(complaint) || exit === null) resolve({ code: "pdf-limit", reason: `Reading the PDF took more than ${LIMITS.heapMb} MB of memory.` });
      else resolve({ code: "pdf", reason: `Not a readable PDF, damaged or cut short: ${complaint.split("\n")[0]}` });
    });
    child.stdin.end(bytes);
  });
}
