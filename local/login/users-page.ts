import words from '../../domain/languages/de/portal.json' with { type: 'json' };
import type { Person } from '../../domain/people/person.ts';
import type { Role } from '../../domain/people/role.ts';
import { Html, html, page } from '../html.ts';

const roleWord = (role: Role): string => (words as Record<string, string>)[`role.${role}`] ?? role;

/** The first person of each role. */
const onePerRole = (people: readonly Person[]): Person[] => {
  const seen = new Set<string>();
  return people.filter(({ roles }) => {
    const isNew = roles.some((role) => !seen.has(role));
    for (const role of roles) seen.add(role);
    return isNew;
  });
};

const button = ({ id, name, roles }: Person) =>
  html`<li><button class="wide" name="user" value="${id}">${name}<small>${roles.map(roleWord).join(', ')} · ${id}</small></button></li>`;

/** Whom to be: one invented person per role, the others below. There are no passwords, for there is nothing to guard. */
export const usersPage = (action: string, people: readonly Person[]): string => {
  const first = onePerRole(people);
  const others = people.filter((person) => !first.includes(person));
  return page(
    'Anmelden als …',
    html`<p>Alle Personen sind erfunden. Mit einem Klick sind Sie angemeldet; ein Passwort gibt es hier nicht.</p>
<form method="post" action="${action}">
<ul class="plain">${first.map(button)}</ul>
${others.length > 0 && html`<details><summary>Weitere Personen</summary><ul class="plain">${others.map(button)}</ul></details>`}
</form>`,
  );
};

/** @param form what the login provider made, which has escaped it */
export const logoutPage = (form: string): string =>
  page(
    'Abmelden',
    html`<p>Möchten Sie sich abmelden?</p>
${new Html(form)}
<p><button form="op.logoutForm" name="logout" value="yes" autofocus>Abmelden</button></p>`,
  );

export const messagePage = (title: string, text: string): string =>
  page(title, html`<p class="notice">${text}</p>`);
