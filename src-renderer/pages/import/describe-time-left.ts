import { describeDuration } from '../../components/describe-duration.ts';

export function describeTimeLeft(seconds: number | undefined): string {
  if (seconds === undefined) return '';
  if (seconds < 2) return 'almost done';
  return `about ${seconds < 60 ? `${seconds} s` : describeDuration(seconds)} left`;
}
