import { Command } from "commander";

/** `dateline doctor`: looks at everything that a run needs. */
export function doctorCommand(): Command {
  return new Command("doctor")
    .description("look at everything that a run needs: versions, models and gazetteer, memory, cores, and an example")
    .option("--json", "write what was found as JSON, to go with a report")
    .action(async ({ json }: { readonly json?: true }) => {
      const { examineInstallation } = await import("../../shell/support/examine-installation.js");
      const { EXIT } = await import("../exit-codes.js");
      const found = await examineInstallation();
      const faults = found.filter(({ state }) => state === "fault");
      process.stdout.write(
        json
          ? `${JSON.stringify(found, null, 2)}\n`
          : `${found.map(({ what, state, says }) => `${MARKS[state]} ${what.padEnd(16)} ${says}\n`).join("")}${
              faults.length === 0
                ? "Everything that a run needs is there.\n"
                : `${faults.length} fault${faults.length === 1 ? "" : "s"}: see the lines with ✗.\n`
            }`,
      );
      if (faults.length > 0) process.exitCode = EXIT.files;
    });
}

const MARKS = { ok: "✓", note: "–", fault: "✗" } as const;
