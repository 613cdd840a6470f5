import { type Ability, longestParameterValue } from '../../../src-shared/domain/abilities.ts';
import { AppError } from '../../../src-shared/errors/app-error.ts';

/** The ability's own parameters as they are filled in. Throws a sentence for one that is missing or too long. */
export function checkParameters(
  { parameters, name }: Ability,
  given: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const unknown = Object.keys(given).find((each) => !parameters.some((own) => own.name === each));
  if (unknown !== undefined) throw invalid(`"${name}" has no parameter ${unknown.slice(0, 80)}.`);
  return Object.fromEntries(
    parameters.map((own) => {
      const value = (given[own.name] ?? '').trim() || own.fallback;
      if (value === '') throw invalid(`"${name}" needs ${own.name}.${own.description && ` ${own.description}`}`);
      if (value.length > longestParameterValue) {
        throw invalid(`${own.name} has at most ${longestParameterValue.toLocaleString('en-US')} characters.`);
      }
      return [own.name, value];
    }),
  );
}

function invalid(message: string): AppError {
  return new AppError('invalid_arguments', message);
}
