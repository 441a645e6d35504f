'use client';
import { inLocale, type ReaderCatalogue } from '@ascent/schemas';
import { Button, Check, Field, Input } from '@ascent/ui';
import { ArrowLeft } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FormEvent, useState } from 'react';
import { useAppLocale } from '@/i18n/use-app-locale';

/** Signals by topic, over the last 90 days, and by the day of the last one. */
export function SignalForm({ topics, onBack, onApply }: SignalFormProps) {
  const t = useTranslations('accounts');
  const locale = useAppLocale();
  const [chosen, setChosen] = useState<string[]>([]);
  const [since, setSince] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (chosen.length === 0 && !since) return;
    onApply((next) => {
      for (const topic of chosen) if (!next.getAll('topic').includes(topic)) next.append('topic', topic);
      if (since) next.set('since', since);
    });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-2">
      <div className="row nowrap">
        <Button size="s" variant="ghost" icon={<ArrowLeft aria-hidden />} onClick={onBack}>
          {t('otherField')}
        </Button>
        <b className="ell">{t('fields.topics')}</b>
      </div>
      <div className="flex max-h-60 flex-col overflow-y-auto">
        {topics.map(({ id, words }) => (
          <Check
            key={id}
            label={inLocale(words, locale)}
            checked={chosen.includes(id)}
            onChange={(event) =>
              setChosen(event.target.checked ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
          />
        ))}
      </div>
      <Field label={t('fields.signalSince')}>
        {(control) => (
          <Input
            {...control}
            type="date"
            inputSize="s"
            value={since}
            onChange={(event) => setSince(event.target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" size="s">
        {t('apply')}
      </Button>
    </form>
  );
}

type SignalFormProps = {
  topics: ReaderCatalogue['topics'];
  onBack: () => void;
  onApply: (edit: (next: URLSearchParams) => void) => void;
};
