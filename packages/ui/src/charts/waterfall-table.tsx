import type { Locale } from '@ascent/schemas';
import { addsUp, type WaterfallInput, waterfallSteps } from '../domain/waterfall';
import { waterfallText } from '../domain/waterfall-text';
import { formatPoints, formatScore } from '../format/score';
import { ScrollX } from '../table/scroll-x';
import { type ScoreKind, uiWords } from '../words/words';
import { Broken } from './waterfall';

/** The same numbers without the drawing, every driver by itself. */
export function WaterfallTable({ kind, input, baseNote, locale }: WaterfallTableProps) {
  const words = uiWords(locale);
  if (!addsUp(input)) return <Broken locale={locale} />;
  const steps = waterfallSteps(input, input.drivers.length);
  return (
    <ScrollX label={words.scores[kind]}>
      <table className="tb free" aria-label={words.scores[kind]}>
        <colgroup>
          <col />
          <col />
          <col width={72} />
          <col width={112} />
        </colgroup>
        <thead>
          <tr>
            <th scope="col">{words.driver}</th>
            <th scope="col">{words.evidence}</th>
            <th scope="col" className="num">
              {words.points}
            </th>
            <th scope="col" className="num">
              {words.running}
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => {
            const text = waterfallText(step, locale);
            return (
              <tr key={step.id}>
                <td title={text.label}>{text.label}</td>
                <td className="dim">{step.kind === 'base' ? baseNote : text.evidence}</td>
                <td className="num">
                  {step.kind === 'base'
                    ? formatScore(step.points, locale)
                    : formatPoints(step.points, locale)}
                </td>
                <td className="num dim">{formatScore(step.to, locale)}</td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={3}>{words.total}</td>
            <td className="num">{formatScore(input.total, locale)}</td>
          </tr>
        </tfoot>
      </table>
    </ScrollX>
  );
}

export type WaterfallTableProps = {
  kind: ScoreKind;
  input: WaterfallInput;
  baseNote?: string;
  locale: Locale;
};
