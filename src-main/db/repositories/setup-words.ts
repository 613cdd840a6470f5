import { type WorkingHours, weekdays } from '../../../src-shared/domain/working-week.ts';
import type { Value } from './record-repository.ts';

/** What traces say of columns that hold lists and lengths of time. */
export const setupWords: Readonly<Record<string, (value: Value) => string>> = {
  respond_seconds: (value) => `response within ${describeSeconds(Number(value))}`,
  fix_seconds: (value) => `fix within ${describeSeconds(Number(value))}`,
  choices: listWords,
  holidays: listWords,
  hours: (value) => {
    const hours = JSON.parse(String(value)) as WorkingHours;
    const days = weekdays.flatMap((day) => {
      const periods = hours[day].map(([from, to]) => `${from}–${to}`).join(', ');
      return periods === '' ? [] : [`${day.charAt(0).toUpperCase()}${day.slice(1, 3)} ${periods}`];
    });
    return days.join('; ');
  },
};

function listWords(value: Value): string {
  return (JSON.parse(String(value)) as string[]).join(', ');
}

function describeSeconds(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.round((seconds % 3600) / 60)];
  return [...(hours > 0 ? [`${hours} h`] : []), ...(minutes > 0 || hours === 0 ? [`${minutes} min`] : [])].join(' ');
}
