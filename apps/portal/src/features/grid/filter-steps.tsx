'use client';
import type { Filter, GridColumn } from '@ascent/schemas';
import { FieldList } from './field-list';
import { FilterForm } from './filter-form';
import { useGridFields } from './grid-fields';
import { SignalForm } from './signal-form';

/** The list of fields, then the form of the one that was chosen. */
export default function FilterSteps({ chosen, onChoose, onAdd, onSignal }: FilterStepsProps) {
  const { columns, topics } = useGridFields();
  const back = () => onChoose(null);
  return (
    <div className="w-80 p-3">
      {chosen === null && <FieldList columns={columns} onChoose={onChoose} />}
      {chosen === 'signal' && <SignalForm topics={topics} onBack={back} onApply={onSignal} />}
      {chosen !== null && chosen !== 'signal' && <FilterForm column={chosen} onBack={back} onApply={onAdd} />}
    </div>
  );
}

type Chosen = GridColumn | 'signal' | null;
type FilterStepsProps = {
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
  onAdd: (filter: Filter) => void;
  onSignal: (edit: (next: URLSearchParams) => void) => void;
};
