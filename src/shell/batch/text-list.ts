/** Texts in the order in which they were added, in little memory. */
export interface TextList {
  readonly add: (text: string) => void;
  /** The text of a number, from 0; what is no UTF-16 in it comes back as U+FFFD, as it does from a file. */
  readonly at: (index: number) => string;
}

/** Keeps texts end to end as UTF-8: their bytes and four more, where a list of strings takes forty more. */
export function createTextList(): TextList {
  let bytes = Buffer.alloc(65_536);
  let ends = new Uint32Array(4096);
  let count = 0;
  const endOf = (index: number): number => (index < 0 ? 0 : (ends[index] as number));
  return {
    add: (text) => {
      const start = endOf(count - 1);
      const length = Buffer.byteLength(text);
      if (start + length > bytes.length) bytes = Buffer.concat([bytes, Buffer.alloc(Math.max(bytes.length, length))]);
      if (count === ends.length) {
        const more = new Uint32Array(2 * count);
        more.set(ends);
        ends = more;
      }
      bytes.write(text, start);
      ends[count++] = start + length;
    },
    at: (index) => bytes.toString("utf8", endOf(index - 1), endOf(index)),
  };
}
