/** Stories for the samples of exports: invented outlets, towns and people. */
export interface Story {
  readonly title: string;
  readonly source: string;
  /** ISO day. */
  readonly day: string;
  readonly author: string;
  readonly place: string;
  readonly paragraphs: readonly string[];
}

const TOWNS = ["Lowport", "Marrow Bay", "Tesk", "Upper Dale", "Kinnet", "Sarova", "Old Ferry", "Brannock", "Vell", "Hartsea"] as const;
const OUTLETS = ["The Coast Post", "Dale Courier", "Kinnet Evening News", "Agency of the North", "Sarova Times"] as const;
const WRITERS = ["Ada Pell", "Tom Crane", "Mira Sollen", "Ben Okar", "Lena Voss"] as const;
const CAUSES = ["flood", "fire", "landslide", "bus crash", "explosion", "storm", "shooting"] as const;

/** Story number `n` of file number `file`: all differ. */
export function story(file: number, n: number): Story {
  const k = file * 5 + n;
  const town = TOWNS[k % TOWNS.length] ?? "";
  const cause = CAUSES[(k * 3) % CAUSES.length] ?? "";
  const dead = 2 + ((k * 7) % 30);
  const month = 1 + (k % 12);
  const day = 1 + ((k * 5) % 28);
  return {
    title: `${cause.charAt(0).toUpperCase()}${cause.slice(1)} in ${town} kills ${dead}, mayor says`,
    source: OUTLETS[k % OUTLETS.length] ?? "",
    author: WRITERS[(k * 2) % WRITERS.length] ?? "",
    place: town,
    day: `${2015 + (k % 10)}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    paragraphs: [
      `At least ${dead} people were killed by a ${cause} in ${town} on the night of the fair, the mayor said, and ${dead + 9} were hurt.`,
      // Lines that look like marks of the formats, within a text.
      `From the square one could hear the sirens until the morning. "Full text of my speech: we rebuild," the mayor said of document ${n} of the plan.`,
      `Length of the search: ${3 + (k % 5)} days. In the end of document and word, ${town} buried its dead.`,
    ],
  };
}

export const stories = (file: number): readonly Story[] => [0, 1, 2, 3, 4].map((n) => story(file, n));

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;
const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"] as const;

/** A day in words: `May 3, 2024`, and its weekday. */
export function dayInWords(iso: string): {
  readonly american: string;
  readonly british: string;
  readonly weekday: string;
  readonly short: string;
} {
  const date = new Date(`${iso}T00:00:00Z`);
  const month = MONTHS[date.getUTCMonth()] ?? "";
  const weekday = WEEKDAYS[date.getUTCDay()] ?? "";
  return {
    american: `${month} ${date.getUTCDate()}, ${date.getUTCFullYear()}`,
    british: `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`,
    weekday,
    short: `${month.slice(0, 3)} ${date.getUTCDate()}, ${date.getUTCFullYear()}`,
  };
}
