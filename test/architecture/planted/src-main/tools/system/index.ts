import { closeIncident } from './close_incident.ts';
import { mergeIncidents } from './merge_incidents.ts';

export const systemTools = [closeIncident, mergeIncidents];
