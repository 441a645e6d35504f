import { parseArgs } from 'node:util';
import { ServiceError } from '@ascent/services';
import { dataFolder, tracesErrors } from '../env';
import { openStores } from '../stores/open-stores';
import { VERBS } from '../verbs';
import { type Given, type Result, UsageError, type Verb } from './verb';

/** The engine quotes whole statements in its messages. */
const MESSAGE_MAX = 600;

const progress = (line: string) => process.stderr.write(`${line}\n`);

/** Runs one verb: results on standard output, progress and the one line of an error on standard error. */
async function main(words: string[]): Promise<number> {
  if (words.length === 0 || ['help', '--help', '-h'].includes(words[0]!)) {
    process.stdout.write(help());
    return 0;
  }
  const verb = VERBS.find(({ name }) => words.slice(0, name.split(' ').length).join(' ') === name);
  if (!verb) {
    progress(
      `ascent: there is no verb "${words
        .filter((word) => !word.startsWith('-'))
        .slice(0, 2)
        .join(' ')}"; npm run ascent -- help lists them`,
    );
    return 2;
  }
  try {
    const { given, json } = parsed(verb, words.slice(verb.name.split(' ').length));
    const result = await perform(verb, given);
    process.stdout.write(json ? `${JSON.stringify(result)}\n` : `${verb.say(result)}\n`);
    return result.failed === true ? 1 : 0;
  } catch (cause) {
    const message = tellFailure(verb, cause);
    if (words.includes('--json')) process.stdout.write(`${JSON.stringify({ error: message })}\n`);
    return cause instanceof UsageError ? 2 : 1;
  }
}

function parsed(verb: Verb, args: string[]): { given: Given; json: boolean } {
  const options = { ...verb.options, json: { type: 'boolean' as const } };
  let values: Record<string, string | boolean | undefined>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({ args, options, allowPositionals: true }) as {
      values: typeof values;
      positionals: string[];
    });
  } catch (cause) {
    throw new UsageError((cause as Error).message, { cause });
  }
  const { min, max } = verb.positionals ?? { min: 0, max: 0 };
  if (positionals.length < min || positionals.length > max) throw new UsageError(`usage: ${verb.usage}`);
  return { given: { positionals, options: values }, json: values.json === true };
}

async function perform(verb: Verb, given: Given): Promise<Result> {
  if (!verb.stores) return verb.run(given, progress);
  const stores = await openStores(dataFolder(), progress);
  try {
    return await verb.run(given, progress, stores);
  } finally {
    await stores.close();
  }
}

/** One clear line on standard error; returns it. */
function tellFailure(verb: Verb, cause: unknown): string {
  const text = cause instanceof Error ? cause.message : String(cause);
  const message = text.split('\n')[0]!.slice(0, MESSAGE_MAX);
  progress(`ascent ${verb.name}: ${message}`);
  if (cause instanceof UsageError) progress(`usage: npm run ascent -- ${verb.usage}`);
  else if (!(cause instanceof ServiceError) && tracesErrors())
    progress(String((cause as Error).stack).slice(0, 4000));
  return message;
}

function help(): string {
  const lines = VERBS.map((verb) => `  ${verb.usage}\n      ${verb.about}`);
  return `npm run ascent -- <verb> [--json]\n\n${lines.join('\n')}\n`;
}

process.exitCode = await main(process.argv.slice(2));
