// breaks: room-search
import { closeIncident } from '../tools/system/close_incident.ts';

export const rankTools = closeIncident;
