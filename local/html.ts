/** A piece of a page in which everything that was put in is escaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Part[] | undefined | false;

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const textOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(textOf).join('');
  return String(part).replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
};

/** Markup with values put in: text is escaped, lists are joined, `undefined` and `false` are nothing. */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.map((text, index) => text + textOf(parts[index])).join(''));

/** A page of the machine itself (login, mails, clock): German, as those are who try the portal. */
export const page = (title: string, body: Html): string =>
  html`<!doctype html>
<html lang="de" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<title>${title} · Bindeglied (Vorführung)</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/local.css">
</head>
<body>
<header><p><strong>Bindeglied</strong> · Vorführung auf diesem Rechner</p>
<nav aria-label="Vorführung"><a href="/">Familien</a> <a href="/portal/">Portal</a> <a href="/mails">Mails</a> <a href="/clock">Uhr</a></nav></header>
<main><h1>${title}</h1>
${body}
</main>
</body>
</html>
`.text;
