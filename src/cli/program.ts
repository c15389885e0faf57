import { Command } from "commander";
import { packageVersion } from "../shell/package-version.js";
import { convertCommand } from "./commands/convert.js";
import { demoCommand } from "./commands/demo.js";
import { dictionaryCommand } from "./commands/dictionary.js";
import { doctorCommand } from "./commands/doctor.js";
import { engineCommand } from "./commands/engine.js";
import { exportCommand } from "./commands/export.js";
import { extractCommand } from "./commands/extract.js";
import { reportErrorCommand } from "./commands/report-error.js";
import { reviewCommand } from "./commands/review.js";
import { scoreCommand } from "./commands/score.js";

/** The command line: its commands in the order of the help. A new command is a line here. */
export function createProgram(): Command {
  const program = new Command("dateline")
    .description(
      "Reads news articles and writes tables of people, organizations, places, dates and casualty figures, each row with its evidence.",
    )
    .version(packageVersion())
    .showHelpAfterError("(dateline --help lists commands and options)")
    .addHelpText("after", HELP);
  const commands = [
    extractCommand(),
    reviewCommand(),
    exportCommand(),
    scoreCommand(),
    convertCommand(),
    dictionaryCommand(),
    doctorCommand(),
    demoCommand(),
    reportErrorCommand(),
    engineCommand(),
  ];
  for (const command of commands) program.addCommand(command);
  applyToAll(program, (command) => command.exitOverride());
  return program;
}

function applyToAll(command: Command, apply: (command: Command) => void): void {
  apply(command);
  for (const child of command.commands) applyToAll(child, apply);
}

const HELP = `
Examples:
  dateline demo                                     five invented articles and their tables, to look at
  dateline extract articles/ -o tables              all articles below a folder → CSV tables in tables/
  dateline extract "reports/*.txt" --date 2025-07-01   articles that state no publication date were published then
  dateline extract archive.warc.gz news.zip --jobs 4 --resume   go on with a batch that was stopped
  dateline extract --stdin --jsonl < articles.jsonl    annotation records, a line an article
  dateline review tables/                           correct them in the browser
  dateline score --gold gold/gold.jsonl --pred tables/annotations.jsonl
  dateline convert --from jsonl --to brat gold/gold.jsonl -o brat/ --articles corpus/

Exit codes:
  0  everything was done
  1  a fault of the program itself
  2  the command line is wrong; nothing was done
  3  done, but some articles were rejected (see rejects.jsonl)
  4  input cannot be read or output cannot be written
  5  score --fail-under: a score is below its floor
  130  stopped by Ctrl-C, or 143 by SIGTERM; the tables hold what was done, and --resume goes on
`;
