import type { SystemTool } from '../define-tool.ts';
import { actionTicket } from './action_ticket.ts';
import { addNoteToTicket } from './add_note_to_ticket.ts';
import { applySuggestion } from './apply_suggestion.ts';
import { assignToMe } from './assign_to_me.ts';
import { createTicket } from './create_ticket.ts';
import { getAssets } from './get_assets.ts';
import { getAssignedTickets } from './get_assigned_tickets.ts';
import { getClients } from './get_clients.ts';
import { getKnowledge } from './get_knowledge.ts';
import { getMatches } from './get_matches.ts';
import { getMyTickets } from './get_my_tickets.ts';
import { getOneArticle } from './get_one_article.ts';
import { getOneAsset } from './get_one_asset.ts';
import { getOneClient } from './get_one_client.ts';
import { getOneSite } from './get_one_site.ts';
import { getOneTicket } from './get_one_ticket.ts';
import { getOneUser } from './get_one_user.ts';
import { getSites } from './get_sites.ts';
import { getUserInfo } from './get_user_info.ts';
import { getUsers } from './get_users.ts';
import { logServiceRequest } from './log_service_request.ts';
import { logTime } from './log_time.ts';
import { searchTickets } from './search_tickets.ts';
import { updateTicket } from './update_ticket.ts';
import { useSpecificAction } from './use_specific_action.ts';

/** Every built-in tool, in the order in which they are listed. */
export const systemTools: readonly SystemTool[] = [
  getUserInfo,
  getKnowledge,
  getOneArticle,
  logServiceRequest,
  searchTickets,
  getOneTicket,
  getAssignedTickets,
  getMyTickets,
  getMatches,
  createTicket,
  updateTicket,
  addNoteToTicket,
  actionTicket,
  useSpecificAction,
  applySuggestion,
  assignToMe,
  logTime,
  getUsers,
  getOneUser,
  getAssets,
  getOneAsset,
  getClients,
  getOneClient,
  getSites,
  getOneSite,
];
