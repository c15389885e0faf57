import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** A server of the review page, as a user starts it. */
export interface ReviewServer {
  readonly address: string;
  readonly process: ChildProcess;
  /** Ends it as Ctrl-C does. */
  readonly stop: () => Promise<void>;
  /** Ends it as a power cut does. */
  readonly kill: () => Promise<void>;
}

/** Starts `dateline review` and waits for its address. */
export async function startReview(folder: string, ...options: readonly string[]): Promise<ReviewServer> {
  const child = spawn(process.execPath, [MAIN, "review", folder, "--no-open", "--reviewer", "test", ...options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let talk = "";
  child.stderr.on("data", (data) => (talk += String(data)));
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.once("data", (data) => resolve(String(data).trim()));
    child.once("exit", (code) => reject(new Error(`dateline review ended with ${code}: ${talk}`)));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill(signal);
    await ended;
  };
  return { address, process: child, stop: () => end("SIGINT"), kill: () => end("SIGKILL") };
}
