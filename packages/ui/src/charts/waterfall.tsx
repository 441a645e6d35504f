import type { Level, LevelCuts, Locale } from '@ascent/schemas';
import { DEFAULT_CUTS } from '../domain/levels';
import { placed } from '../domain/placed';
import {
  addsUp,
  type Domain,
  position,
  type WaterfallInput,
  type WaterfallStep,
  waterfallDomain,
  waterfallSteps,
} from '../domain/waterfall';
import { waterfallText } from '../domain/waterfall-text';
import { formatPoints, formatScore } from '../format/score';
import { Note } from '../panels/note';
import { type ScoreKind, uiWords } from '../words/words';

/** Why a score is what it is: a table whose middle column is drawn. */
export function Waterfall({
  kind,
  input,
  level,
  cuts = DEFAULT_CUTS,
  shown,
  baseNote,
  locale,
}: WaterfallProps) {
  const words = uiWords(locale);
  if (!addsUp(input)) return <Broken locale={locale} />;
  const steps = waterfallSteps(input, shown);
  const domain = waterfallDomain(steps);
  const ticks = [0, cuts.low, cuts.medium, cuts.high, 1000];
  return (
    <table className="wf" aria-label={`${words.scores[kind]} ${formatScore(input.total, locale)}`}>
      <colgroup>
        <col className="lab-col" width="42%" />
        <col />
        <col width={70} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">
            <span className="sr">{words.driver}</span>
          </th>
          <th scope="col" className="plot">
            <span className="sr">{words.chart}</span>
            <Axis ticks={ticks} domain={domain} />
          </th>
          <th scope="col" className="pt">
            {words.points}
          </th>
        </tr>
      </thead>
      <tbody>
        {steps.map((step) => (
          <Step key={step.id} step={step} ticks={ticks} domain={domain} baseNote={baseNote} locale={locale} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" className="lab">
            {level ? words.levelOf[kind][level] : words.scores[kind]}
          </th>
          <td className="plot">
            <div className="tr" aria-hidden="true">
              <Lines ticks={ticks} domain={domain} />
              <i className={`k-${kind}`} {...span(0, input.total, domain)} />
            </div>
          </td>
          <td className="pt">{formatScore(input.total, locale)}</td>
        </tr>
      </tfoot>
    </table>
  );
}

export function Broken({ locale }: { locale: Locale }) {
  return (
    <div className="in">
      <Note tone="danger">{uiWords(locale).doesNotAddUp}</Note>
    </div>
  );
}

function Step({ step, ticks, domain, baseNote, locale }: StepProps) {
  const text = waterfallText(step, locale);
  const evidence = step.kind === 'base' ? baseNote : text.evidence;
  const direction =
    step.kind === 'base' ? 'base' : step.points > 0 ? 'up' : step.points < 0 ? 'down' : 'same';
  const last = step.kind === 'cap' ? 'cap' : direction;
  return (
    <tr>
      <th scope="row" className="lab">
        <span title={text.label}>{text.label}</span>
        {evidence && <small title={evidence}>{evidence}</small>}
      </th>
      <td className="plot">
        <div className="tr" aria-hidden="true">
          <Lines ticks={ticks} domain={domain} />
          <i className={`i-${last}`} {...span(step.from, step.to, domain)} />
          <u {...placed({ left: position(step.to, domain) })} />
        </div>
      </td>
      <td className={`pt ${step.kind === 'driver' || step.kind === 'rest' ? direction : ''}`}>
        {step.kind === 'base' ? formatScore(step.points, locale) : formatPoints(step.points, locale)}
      </td>
    </tr>
  );
}

function Axis({ ticks, domain }: Scale) {
  return (
    <div className="axis" aria-hidden="true">
      {ticks.map((tick) => {
        const left = position(tick, domain);
        const edge = left === 0 ? 'first' : left === 100 ? 'last' : undefined;
        return (
          <span key={tick} className={edge} {...placed({ left })}>
            {tick / 10}
          </span>
        );
      })}
    </div>
  );
}

/** Lines stand at the level cut-offs, not at tens. */
function Lines({ ticks, domain }: Scale) {
  return ticks
    .filter((tick) => tick > domain.min && tick < domain.max)
    .map((tick) => <s key={tick} {...placed({ left: position(tick, domain) })} />);
}

function span(from: number, to: number, domain: Domain) {
  const left = position(Math.min(from, to), domain);
  return placed({ left, width: position(Math.max(from, to), domain) - left });
}

type Scale = { ticks: number[]; domain: Domain };
type StepProps = Scale & { step: WaterfallStep; baseNote?: string; locale: Locale };

export type WaterfallProps = {
  kind: ScoreKind;
  input: WaterfallInput;
  level?: Level | null;
  /** The model's cut-offs, in deci-points. */
  cuts?: LevelCuts;
  /** How many drivers stand alone; the rest is summed. Ten if not said. */
  shown?: number;
  baseNote?: string;
  locale: Locale;
};
