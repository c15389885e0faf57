import type { Article } from "../../../src/model/article.js";
import type { Story } from "./stories.js";

const fold = (text: string): string => text.replace(/\s+/g, " ").trim();

/** True where an article is a story and nothing else: its title or first line, its day, its paragraphs and no other words. */
export function isStory(article: Article, story: Story): boolean {
  const body = fold(story.paragraphs.join(" "));
  const text = fold(article.text);
  const isTitled = article.title === null ? text === `${story.title} ${body}` : fold(article.title) === story.title;
  return isTitled && (text === body || text === `${story.title} ${body}`) && article.publishedAt === story.day;
}

/** How many of the stories are among the articles, each once. */
export function countToldApart(articles: readonly Article[], stories: readonly Story[]): number {
  return stories.filter((story) => articles.filter((article) => isStory(article, story)).length === 1).length;
}
