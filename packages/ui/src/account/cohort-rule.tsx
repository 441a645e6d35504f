import type { Locale } from '@ascent/schemas';
import { Check, CircleHelp, X } from 'lucide-react';
import { Fragment, type ReactNode } from 'react';
import { type Answer, uiWords } from '../words/words';

/** Whether an account is in a cohort, and which facts say so. Unknown is neither yes nor no. */
export function CohortRule({ name, answer, facts, joiner = 'and', locale }: CohortRuleProps) {
  const words = uiWords(locale);
  return (
    <li>
      <div className="row">
        <span className={`yn ${answer}`}>{words.answers[answer]}</span>
        <span className="b">{name}</span>
      </div>
      <ul className="cond">
        {facts.map((fact, index) => (
          <Fragment key={fact.id}>
            {index > 0 && (
              <li>
                <b>{words[joiner]}</b>
              </li>
            )}
            <li>
              <FactIcon answer={fact.answer} />
              <span className="sr">{words.answers[fact.answer]}: </span>
              {fact.text}
            </li>
          </Fragment>
        ))}
      </ul>
    </li>
  );
}

export function CohortRules({ children }: { children: ReactNode }) {
  return <ul className="rules">{children}</ul>;
}

function FactIcon({ answer }: { answer: Answer }) {
  const Icon = icons[answer];
  return <Icon className={answer} aria-hidden />;
}

const icons = { yes: Check, no: X, unknown: CircleHelp };

export type CohortFact = { id: string; text: ReactNode; answer: Answer };
export type CohortRuleProps = {
  name: ReactNode;
  answer: Answer;
  facts: CohortFact[];
  joiner?: 'and' | 'or';
  locale: Locale;
};
