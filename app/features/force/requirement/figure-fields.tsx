import type { Phase } from '#app/features/force/contract.ts'
import { type Figures, figureOf } from '#app/features/force/figures.ts'
import { TextField } from '#app/ui/field.tsx'

interface FigureFieldsProps {
  readonly legend: string
  /** The name of the field of the act: `required`, `parts.0.required`. */
  readonly name: string
  readonly phases: readonly Phase[]
  readonly figures: Figures
  readonly isDense?: boolean
  readonly onInput?: () => void
}

/** Persons in each phase. */
export const FigureFields = ({ legend, name, phases, figures, isDense, onInput }: FigureFieldsProps) => (
  <fieldset className="field" onInput={onInput}>
    <legend>{legend}</legend>
    <div className="row wrap">
      {phases.map((phase) => (
        <TextField
          key={phase.phaseId}
          name={`${name}.${phase.phaseId}`}
          label={<bdi>{phase.name}</bdi>}
          defaultValue={String(figureOf(figures, phase.phaseId))}
          inputMode="numeric"
          isDense={isDense}
        />
      ))}
    </div>
  </fieldset>
)
