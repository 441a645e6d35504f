import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const apps = fileURLToPath(new URL('../../../apps', import.meta.url));
type Texts = { [key: string]: string | Texts };

/** Every text of a language by its full key: a file a noun, or one file of all. */
function textsOf(app: string, locale: string): Map<string, string> {
  const folder = join(apps, app, 'src/messages');
  const found = new Map<string, string>();
  const add = (texts: Texts, prefix: string) => {
    for (const [key, value] of Object.entries(texts)) {
      const name = prefix ? `${prefix}.${key}` : key;
      if (typeof value === 'string') found.set(name, value);
      else add(value, name);
    }
  };
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8')) as Texts;
  const files = readdirSync(folder);
  if (files.includes(`${locale}.json`)) add(read(join(folder, `${locale}.json`)), '');
  if (files.includes(locale))
    for (const file of readdirSync(join(folder, locale)).filter((name) => name.endsWith('.json')))
      add(read(join(folder, locale, file)), file.replace('.json', ''));
  return found;
}

/** The names that a text wants filled in; the words of a plural's branch are none of them. */
const wants = (text: string) =>
  [
    ...new Set(
      [...text.matchAll(/(?<!(?:one|other|many|=\d+) )\{([a-z]\w*)[},]/g)].map((match) => match[1]!),
    ),
  ].sort();

describe.each(['portal', 'campaigns'])('the words of %s', (app) => {
  const [en, pt] = [textsOf(app, 'en'), textsOf(app, 'pt-BR')];

  test('are the same in both languages: no key is missing, none is left over', () => {
    expect(en.size).toBeGreaterThan(50);
    expect([...pt.keys()].sort()).toEqual([...en.keys()].sort());
  });

  test('say something, and want the same values filled in', () => {
    for (const [key, text] of en) {
      expect([key, text.trim().length > 0, (pt.get(key) ?? '').trim().length > 0]).toEqual([key, true, true]);
      expect([key, wants(pt.get(key)!)]).toEqual([key, wants(text)]);
    }
  });

  test('are all read in: each file of a noun stands in its index', () => {
    for (const locale of ['en', 'pt-BR']) {
      const folder = join(apps, app, 'src/messages', locale);
      const files = readdirSync(join(apps, app, 'src/messages')).includes(locale) ? readdirSync(folder) : [];
      const nouns = files.filter((name) => name.endsWith('.json'));
      const index = nouns.length > 0 ? readFileSync(join(folder, 'index.ts'), 'utf8') : '';
      expect(nouns.filter((name) => !index.includes(`'./${name}'`))).toEqual([]);
    }
  });
});
