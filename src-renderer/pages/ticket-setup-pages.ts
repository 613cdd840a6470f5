import { CircleDot, FileText, FolderTree, ListPlus, Timer, Tickets } from 'lucide-react';
import type { Page } from './page.ts';

const group = 'Configuration > Tickets';

/** The pages of what tickets are set up with, beside workflows and actions. */
export const ticketSetupPages: readonly Page[] = [
  {
    path: '/ticket-types',
    title: 'Ticket types',
    words: 'request types incident default fields log',
    navigation: { icon: Tickets, group },
    load: async () => (await import('./ticket-types/ticket-types-page.tsx')).TicketTypesPage,
  },
  {
    path: '/ticket-types/:id',
    title: 'Ticket type',
    load: async () => (await import('./ticket-types/ticket-type-page.tsx')).TicketTypePage,
  },
  {
    path: '/statuses',
    title: 'Statuses',
    words: 'open closed hold',
    navigation: { icon: CircleDot, group },
    load: async () => (await import('./statuses/statuses-page.tsx')).StatusesPage,
  },
  {
    path: '/statuses/:id',
    title: 'Status',
    load: async () => (await import('./statuses/status-page.tsx')).StatusPage,
  },
  {
    path: '/priorities',
    title: 'Priorities and SLAs',
    words: 'urgent response fix targets',
    navigation: { icon: Timer, group, also: ['/slas', '/calendars'] },
    load: async () => (await import('./slas/priorities-page.tsx')).PrioritiesPage,
  },
  {
    path: '/priorities/:id',
    title: 'Priority',
    load: async () => (await import('./slas/priority-page.tsx')).PriorityPage,
  },
  {
    path: '/slas',
    title: 'SLAs',
    words: 'service level agreements response fix targets due dates promises',
    load: async () => (await import('./slas/slas-page.tsx')).SlasPage,
  },
  {
    path: '/slas/:id',
    title: 'SLA',
    load: async () => (await import('./slas/sla-page.tsx')).SlaPage,
  },
  {
    path: '/calendars',
    title: 'Working calendars',
    words: 'workdays working hours holidays time zone',
    load: async () => (await import('./slas/calendars-page.tsx')).CalendarsPage,
  },
  {
    path: '/calendars/:id',
    title: 'Working calendar',
    load: async () => (await import('./slas/calendar-page.tsx')).CalendarPage,
  },
  {
    path: '/templates',
    title: 'Templates',
    words: 'ticket written in advance',
    navigation: { icon: FileText, group },
    load: async () => (await import('./templates/templates-page.tsx')).TemplatesPage,
  },
  {
    path: '/templates/:id',
    title: 'Template',
    load: async () => (await import('./templates/template-page.tsx')).TemplatePage,
  },
  {
    path: '/custom-fields',
    title: 'Custom fields',
    words: 'choices own values',
    navigation: { icon: ListPlus, group },
    load: async () => (await import('./custom-fields/custom-fields-page.tsx')).CustomFieldsPage,
  },
  {
    path: '/custom-fields/:id',
    title: 'Custom field',
    load: async () => (await import('./custom-fields/custom-field-page.tsx')).CustomFieldPage,
  },
  {
    path: '/categories',
    title: 'Categories',
    words: 'about topic',
    navigation: { icon: FolderTree, group },
    load: async () => (await import('./categories/categories-page.tsx')).CategoriesPage,
  },
  {
    path: '/categories/:id',
    title: 'Category',
    load: async () => (await import('./categories/category-page.tsx')).CategoryPage,
  },
];
