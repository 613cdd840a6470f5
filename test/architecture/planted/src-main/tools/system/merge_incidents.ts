// breaks: tools-apart
import { closeIncident } from './close_incident.ts';

export const mergeIncidents = closeIncident;
