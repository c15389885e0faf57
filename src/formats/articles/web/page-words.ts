/**
 * Words by which pages name what stands around an article. Compiled by reading news pages; lower case unless a name, matched
 * as whole phrases.
 */
export const PAGE_WORDS = {
  /** What opens a list or a line that leads to other stories. */
  teasers: [
    "read more", "read also", "also read", "read next", "up next", "related", "related articles", "related stories", "related coverage",
    "related news",
    "related topics", "related content", "related links", "related video", "more", "more on this", "more on this story", "more from",
    "more stories", "more news", "more great",
    "more to read", "see also", "see more", "you may also like", "you might also like", "you may like", "you might like", "don't miss",
    "dont miss", "top stories",
    "top story", "latest stories", "latest news", "most read", "most popular", "most viewed", "trending", "trending now",
    "trending stories", "recommended",
    "recommended for you", "recommended stories", "editors' picks", "editor's picks", "editors picks", "what to read next",
    "what others are reading", "popular stories",
    "popular now", "popular news", "in other news", "other stories", "other news", "further reading", "keep reading", "continue reading",
    "promoted stories", "sponsored content",
    "around the web", "from the web", "from our partners", "watch", "watch more", "watch now", "watch also", "listen", "download",
    "next story", "previous story", "next article", "previous article", "top news", "must read",
    "must reads", "today's headlines", "stories you may like", "suggested reading", "similar stories", "similar articles", "in pictures",
    "in case you missed it",
    "explore more", "view more", "click to read", "story continues below", "article continues below", "advert", "advertisement",
    "sponsored", "tags", "topics", "filed under", "share this",
    "share this article", "share this story", "share", "comments", "leave a comment", "leave a reply", "caption", "close", "print",
    "email", "subscribe", "newsletter", "recent posts",
    "recent stories", "recent news", "breaking news", "related posts", "related items", "more in", "more about",
    "other articles", "mehr zum thema", "lesen sie auch",
    "lesen sie mehr", "lire aussi", "a lire aussi", "lea también", "leia também", "leia mais", "leggi anche",
  ],
  /** What begins a line that asks the reader for something. */
  calls: [
    "click here", "get the app", "get access to", "sign up", "subscribe", "subscribe to", "follow us", "follow him on", "follow her on",
    "join our", "join the conversation",
    "download our", "download the", "get our", "get the latest", "start your day with", "support our", "donate to", "like us on",
    "for more stories", "for more news", "listen to", "email the author", "view author archive",
    "contact the author", "send us", "have a news tip", "register for", "already a subscriber", "log in", "enable javascript",
    "this site uses cookies",
    "we use cookies", "by subscribing", "get breaking news", "stay up to date", "stay informed", "stay on top of", "don't miss out",
    "there's plenty more", "want more", "share your thoughts", "what do you think", "let us know",
    "copyright", "all rights reserved", "this material may not be published", "this article was originally published",
    "this story was originally published", "originally published on", "our standards", "abonnieren sie", "melden sie sich",
  ],
  /** What begins or ends a line that says whose picture it is. */
  credits: [
    "photo", "photos", "image", "images", "picture", "pictures", "credit", "credits", "file photo", "photo by", "photograph",
    "photograph by", "illustration", "illustration by", "photo credit", "image credit", "photo courtesy", "foto", "fotos", "bild",
    "video", "graphic", "source photo",
  ],
  /** Who owns pictures, as such lines end. */
  agencies: [
    "Getty Images", "Getty", "GETTY", "AP Photo", "AP", "REUTERS", "Reuters", "AFP", "Shutterstock", "SHUTTERSTOCK", "iStock", "EPA",
    "Bloomberg", "Alamy", "ALAMY", "Associated Press", "USA TODAY Sports", "Flickr", "Unsplash", "AP file", "dpa", "DPA", "Anadolu",
    "NurPhoto", "Xinhua", "eyevine", "Rex Features", "PA Wire", "Wikimedia Commons", "Handout", "Courtesy", "File",
  ],
  /** What begins a last line that says who made the story. */
  makers: [
    "reporting by", "additional reporting by", "writing by", "editing by", "compiled by", "written by", "edited by", "with reporting by",
    "with files from",
  ],
  /** What begins the heading of a list of other stories and goes on with a name. */
  series: ["more from", "more great", "more on", "more in", "latest from", "also in", "top stories from"],
  /** What ends a last line that thanks helpers. */
  thanks: ["contributed to this report", "contributed to this story", "contributed to this article", "contributed reporting"],
} as const;

/** Words before a day that say what it is the day of. Lower case. */
export const DATE_WORDS = {
  published: [
    "published", "posted", "posted on", "publication date", "date", "date published", "written", "created", "issued", "released",
    "first published", "added", "submitted", "last published",
    "veröffentlicht", "veröffentlicht am", "publiziert", "erschienen", "erstellt", "erstellt am", "datum", "vom", "geschrieben",
    "eingestellt", "publié", "publié le", "mise en ligne", "mis en ligne", "publiée le",
    "publicado", "publicado el", "publicado em", "fecha", "data", "pubblicato", "pubblicato il", "gepubliceerd", "geplaatst",
    "opublikowano", "yayınlanma", "tarih", "objavljeno", "publikováno", "közzétéve", "опубликовано", "дата",
  ],
  modified: [
    "updated", "last updated", "last modified", "modified", "last edited", "last changed", "edited", "aktualisiert",
    "letzte aktualisierung", "zuletzt aktualisiert", "zuletzt geändert", "geändert", "stand", "zuletzt",
    "letzte änderung", "mis à jour", "mise à jour", "dernière mise à jour", "actualizado", "atualizado", "aggiornato", "bijgewerkt",
    "güncelleme", "zaktualizowano", "обновлено",
  ],
} as const;
