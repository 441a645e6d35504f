'use client';
import type { Cluster } from '@ascent/schemas';
import { Field, Input, Note, useSend } from '@ascent/ui';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState, useTransition } from 'react';
import { failureCode, trpc } from '@/client/trpc';
import { ClusterChoice } from './cluster-choice';
import { CohortChoice } from './cohort-choice';
import { FreezeSubmit } from './freeze-submit';
import type { PlayChoices } from './play-choice';

/** Which cohort, which clusters of it, under which name. */
export function FreezeForm({ choices, asked, mayFreeze }: FreezeFormProps) {
  const t = useTranslations('freeze');
  const router = useRouter();
  const { send, busy, why } = useSend(failureCode);
  const [leaving, leave] = useTransition();
  const plays = choices.flatMap((group) => group.plays);
  const [cohort, setCohort] = useState(asked);
  const [clusters, setClusters] = useState<Cluster[]>([]);
  const play = plays.find((each) => each.id === cohort) ?? plays[0];
  if (!play) return null;
  const accounts = clusters.length > 0 ? sum(clusters.map((each) => play.counts[each])) : play.total;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (accounts === 0 || busy || leaving) return;
    const name = String(new FormData(event.currentTarget).get('name')).trim();
    send(async () => {
      const { id } = await trpc.audience.freeze.mutate({ cohort: play.id, clusters, name });
      leave(() => router.push(`/audiences/${id}`));
    });
  };
  return (
    <form onSubmit={submit} method="post">
      <fieldset disabled={!mayFreeze} className="flex flex-col gap-4" aria-label={t('choose')}>
        {why && (
          <Note tone="danger" urgent>
            {t(`failures.${why}`)}
          </Note>
        )}
        <CohortChoice choices={choices} play={play} onChange={setCohort} />
        <ClusterChoice counts={play.counts} chosen={clusters} onChange={setClusters} />
        <Field label={t('name')} hint={t('nameHint')} required>
          {(control) => <Input {...control} name="name" maxLength={120} autoComplete="off" />}
        </Field>
      </fieldset>
      <FreezeSubmit accounts={accounts} busy={busy || leaving} mayFreeze={mayFreeze} />
    </form>
  );
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

type FreezeFormProps = { choices: PlayChoices; asked?: string; mayFreeze: boolean };
