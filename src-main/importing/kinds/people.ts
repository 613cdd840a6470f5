import type { FieldSpec, KindSpec } from './field-spec.ts';
import { createdAt, line } from './shared-fields.ts';

const id: FieldSpec = {
  name: 'id',
  label: 'Id in the file',
  help: 'The same id is the same record when the file is imported again.',
  read: 'text',
  synonyms: ['id', 'sysid', 'userid', 'agentid', 'clientid', 'key', 'username'],
};

const person: readonly FieldSpec[] = [
  id,
  line('name', 'Name', ['name', 'fullname', 'displayname', 'username', 'contactname']),
  line('firstName', 'First name', ['firstname', 'givenname', 'forename']),
  line('lastName', 'Last name', ['surname', 'lastname', 'familyname']),
  {
    name: 'email',
    label: 'Email',
    help: 'Whoever has none gets one that leads nowhere.',
    read: 'text',
    line: true,
    synonyms: ['emailaddress', 'email', 'mail', 'emailaddress1'],
  },
  line('jobTitle', 'Job title', ['jobtitle', 'title', 'position']),
];

export const userKind: KindSpec = {
  kind: 'user',
  label: 'Users',
  hints: ['user', 'people', 'person', 'contact', 'caller', 'requester', 'employee'],
  fields: [
    ...person,
    line('phone', 'Phone', [
      'phonenumberpreferred',
      'phonenumber',
      'phone',
      'telephone',
      'mobilenumber',
      'mobile',
      'sitephonenumber',
    ]),
    line('department', 'Department', ['department', 'dept', 'division']),
    {
      name: 'client',
      label: 'Client',
      read: 'lookup',
      lookup: 'client',
      missing: 'create',
      synonyms: ['clientname', 'client', 'customer', 'company', 'organisation', 'organization'],
    },
    {
      name: 'site',
      label: 'Site',
      read: 'lookup',
      lookup: 'site',
      missing: 'create',
      synonyms: ['sitename', 'site', 'location', 'office'],
    },
    { name: 'inactive', label: 'Inactive', read: 'flag', synonyms: ['inactive', 'disabled', 'locked'] },
    { name: 'important', label: 'Important', read: 'flag', synonyms: ['isimportantcontact', 'vip', 'important'] },
    {
      name: 'isAgent',
      label: 'Is an agent',
      help: 'Works on tickets. A column of numbers can decide it: from which number on.',
      read: 'flag',
      synonyms: ['isagent', 'agent', 'staff'],
    },
    createdAt,
  ],
};

export const agentKind: KindSpec = {
  kind: 'agent',
  label: 'Agents',
  hints: ['agent', 'technician', 'staff', 'uname'],
  fields: [
    ...person,
    line('initials', 'Initials', ['initials']),
    {
      name: 'role',
      label: 'Role',
      read: 'lookup',
      lookup: 'role',
      missing: 'none',
      synonyms: ['role', 'rolename', 'profile'],
    },
    {
      name: 'team',
      label: 'Team',
      read: 'lookup',
      lookup: 'team',
      missing: 'create',
      synonyms: ['team', 'teamname', 'defaultteam', 'group', 'department', 'section'],
    },
    { name: 'disabled', label: 'Disabled', read: 'flag', synonyms: ['isdisabled', 'disabled', 'inactive', 'locked'] },
    createdAt,
  ],
};

export const clientKind: KindSpec = {
  kind: 'client',
  label: 'Clients',
  hints: ['client', 'customer', 'compan', 'organi', 'account', 'area'],
  fields: [
    id,
    {
      name: 'name',
      label: 'Name',
      read: 'text',
      line: true,
      required: true,
      synonyms: ['name', 'clientname', 'company', 'companyname', 'customer', 'organisation', 'organization'],
    },
    { name: 'notes', label: 'Notes', read: 'text', synonyms: ['notes', 'description', 'comments'] },
    { name: 'inactive', label: 'Inactive', read: 'flag', synonyms: ['inactive', 'disabled'] },
    createdAt,
  ],
};
