import type { Article } from "../../model/article.js";
import type { Checked, Diagnostic } from "../../model/diagnostic.js";
import { makeArticle } from "./make-article.js";
import { readPublishedDate } from "./published-date.js";

type Dictionary = Readonly<Record<string, unknown>>;

const isDictionary = (value: unknown): value is Dictionary => value !== null && typeof value === "object" && !Array.isArray(value);
const text = (value: unknown): string | null =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : null;

/** The messages of an export of Telegram (`result.json`), of one chat or of all; null where a document is none. */
export function readTelegramExport(parsed: unknown, id: string, place: string): Checked<readonly Article[]> | null {
  if (!isDictionary(parsed)) return null;
  const listed = isDictionary(parsed["chats"]) ? parsed["chats"]["list"] : null;
  const chats = (Array.isArray(listed) ? listed : [parsed]).filter(isTelegramChat);
  if (chats.length === 0) return null;
  const articles: Article[] = [];
  let without = 0;
  for (const chat of chats) {
    for (const message of chat.messages) {
      const words = isDictionary(message) && message["type"] === "message" ? joinRuns(message["text"]) : "";
      if (words.trim() === "" || !isDictionary(message)) {
        without++;
        continue;
      }
      articles.push(
        makeArticle({
          id: `${id}-${text(message["id"]) ?? articles.length + 1}`,
          text: words,
          source: text(chat["name"]) ?? text(message["from"]),
          author: text(message["author"]) ?? text(message["from"]),
          publishedAt: readPublishedDate(message["date"]),
        }),
      );
    }
  }
  return { value: articles, diagnostics: without === 0 ? [] : [passedOver(without, "messages of this export of Telegram", place)] };
}

function isTelegramChat(value: unknown): value is Dictionary & { readonly messages: readonly unknown[] } {
  if (!isDictionary(value) || !Array.isArray(value["messages"])) return false;
  const [first] = value["messages"] as readonly unknown[];
  if (first === undefined) return "name" in value && "type" in value;
  return isDictionary(first) && "date" in first && ("text" in first || "action" in first);
}

/** A message's text: a string, or runs of text of which some are marked as links, bold, mentions. */
function joinRuns(runs: unknown): string {
  if (typeof runs === "string") return runs;
  if (!Array.isArray(runs)) return "";
  return runs.map((run) => (typeof run === "string" ? run : isDictionary(run) ? (text(run["text"]) ?? "") : "")).join("");
}

/** The posts of an export or answer of X (Twitter): `tweets.js`, lists of version 1.1, data of version 2; null where it is none. */
export function readPosts(parsed: unknown, id: string, place: string): Checked<readonly Article[]> | null {
  const envelope = isDictionary(parsed) ? parsed : null;
  const [list = []] = [parsed, envelope?.["statuses"], envelope?.["data"], envelope === null ? [] : [envelope]].filter(
    Array.isArray,
  ) as unknown[][];
  const posts = list.map((item) => (isDictionary(item) && isDictionary(item["tweet"]) ? item["tweet"] : item)).filter(isPost);
  if (posts.length === 0 || posts.length < list.length / 2) return null;
  const users = readUsers(envelope);
  const articles = posts.map((post, index) => {
    const extended = isDictionary(post["extended_tweet"]) ? text(post["extended_tweet"]["full_text"]) : null;
    const note = isDictionary(post["note_tweet"]) ? text(post["note_tweet"]["text"]) : null;
    const user = isDictionary(post["user"]) ? post["user"] : users.get(text(post["author_id"]) ?? "");
    const name = user ? (text(user["screen_name"]) ?? text(user["username"]) ?? text(user["name"])) : null;
    const number = text(post["id_str"]) ?? text(post["id"]);
    return makeArticle({
      id: number ?? `${id}-${index + 1}`,
      text: note ?? extended ?? text(post["full_text"]) ?? text(post["text"]) ?? "",
      source: name,
      author: user ? text(user["name"]) : null,
      publishedAt: readPublishedDate(post["created_at"]),
      language: text(post["lang"]),
      url: name && number ? `https://x.com/${name}/status/${number}` : null,
    });
  });
  const passed = list.length - posts.length;
  return { value: articles, diagnostics: passed === 0 ? [] : [passedOver(passed, "entries of this export of X", place)] };
}

function isPost(item: unknown): item is Dictionary {
  if (!isDictionary(item) || !("created_at" in item) || !("full_text" in item || "text" in item)) return false;
  return "id_str" in item || "author_id" in item || "edit_history_tweet_ids" in item || "full_text" in item;
}

function readUsers(envelope: Dictionary | null): ReadonlyMap<string, Dictionary> {
  const includes = envelope && isDictionary(envelope["includes"]) ? envelope["includes"]["users"] : null;
  return new Map((Array.isArray(includes) ? includes.filter(isDictionary) : []).map((user) => [text(user["id"]) ?? "", user]));
}

const passedOver = (count: number, what: string, place: string): Diagnostic => ({
  severity: "warning",
  code: "passed-over",
  place,
  message: `${count} ${what} hold no text (joins, pictures, polls and the like) and were passed over.`,
});
