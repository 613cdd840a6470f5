import type { WorkingCalendar } from '../../src-main/domain/sla/working-time.ts';

const day = [['08:00', '18:00']] as const;
export const office: WorkingCalendar = {
  zone: 'Europe/London',
  hours: { monday: day, tuesday: day, wednesday: day, thursday: day, friday: day },
  // Good Friday and Easter Monday.
  holidays: ['2026-04-03', '2026-04-06'],
};

const allDay = [['00:00', '24:00']] as const;
export const always: WorkingCalendar = {
  zone: 'Europe/London',
  hours: {
    ...{ monday: allDay, tuesday: allDay, wednesday: allDay, thursday: allDay, friday: allDay },
    saturday: allDay,
    sunday: allDay,
  },
  holidays: [],
};
