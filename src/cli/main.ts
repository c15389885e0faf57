#!/usr/bin/env node
import { createInterface } from "node:readline";
import { createPipeline } from "../pipeline.js";
import { loadResources } from "../shell/load-resources.js";
import { parseIsoDate } from "../text/iso-date.js";

const pipeline = createPipeline(await loadResources());
for await (const line of createInterface({ input: process.stdin })) {
  if (line.trim() === "") continue;
  const raw = JSON.parse(line) as { id: string; text: string; title?: string; publishedAt?: string };
  const article = {
    id: raw.id, text: raw.text, title: raw.title ?? null,
    publishedAt: raw.publishedAt ? parseIsoDate(raw.publishedAt) : null,
    source: null, place: null, language: null,
  };
  const { mentions, entities } = pipeline(article);
  const record = { id: article.id, title: article.title, publishedAt: article.publishedAt, textHash: null, mentions, entities };
  if (!process.stdout.write(JSON.stringify(record) + "\n")) await new Promise((r) => process.stdout.once("drain", r));
}
