import { z } from 'zod';
import type { ClientListRow, SiteRow } from '../domain/people/customers.ts';
import type { UserListRow } from '../domain/people/users.ts';
import { recordLink } from './record-link.ts';
import { count, id, link, name } from './records.ts';

export const userListFields = {
  id: id.describe('Pass it as user_id.'),
  name,
  emailaddress: name.describe('Pass it to create_ticket as user_email.'),
  phonenumber: name,
  jobtitle: name,
  site_id: count,
  site_name: name,
  client_id: count,
  client_name: name,
  inactive: z.boolean(),
  link,
};

export function showUserRow(row: UserListRow) {
  return {
    id: row.id,
    name: row.name,
    emailaddress: row.email,
    phonenumber: row.phone,
    jobtitle: row.jobTitle,
    site_id: row.siteId,
    site_name: row.siteName,
    client_id: row.clientId,
    client_name: row.clientName,
    inactive: row.inactive === 1,
    link: recordLink('user', row.id),
  };
}

export const clientListFields = {
  id: id.describe('Pass it as client_id.'),
  name,
  site_count: count.describe('Active sites.'),
  user_count: count.describe('Active users.'),
  inactive: z.boolean(),
  link,
};

export function showClientRow(row: ClientListRow) {
  return {
    id: row.id,
    name: row.name,
    site_count: row.sites,
    user_count: row.users,
    inactive: row.inactive === 1,
    link: recordLink('client', row.id),
  };
}

export const siteListFields = {
  id: id.describe('Pass it as site_id.'),
  name,
  client_id: count,
  client_name: name,
  phonenumber: name,
  user_count: count.describe('Active users.'),
  inactive: z.boolean(),
  link,
};

export function showSiteRow(row: SiteRow) {
  return {
    id: row.id,
    name: row.name,
    client_id: row.clientId,
    client_name: row.clientName,
    phonenumber: row.phone,
    user_count: row.users,
    inactive: row.inactive === 1,
    link: recordLink('site', row.id),
  };
}
