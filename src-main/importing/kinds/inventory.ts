import type { FieldSpec, KindSpec } from './field-spec.ts';
import { createdAt, line } from './shared-fields.ts';

const id = (what: string, ...synonyms: string[]): FieldSpec => ({
  name: 'id',
  label: 'Id in the file',
  help: `The same id is the same ${what} when the file is imported again.`,
  read: 'text',
  synonyms: ['id', 'sysid', 'pk', 'key', ...synonyms],
});

export const assetKind: KindSpec = {
  kind: 'asset',
  label: 'Assets',
  hints: ['asset', 'device', 'inventory', 'computer', 'hardware', 'ci'],
  custom: 'Detail',
  fields: [
    id('asset', 'assetid', 'deviceid'),
    {
      name: 'tag',
      label: 'Tag',
      help: 'What it is known by; no two assets have the same. Without one its id stands there.',
      read: 'text',
      line: true,
      synonyms: ['inventorynumber', 'assettag', 'tag', 'name', 'hostname', 'keyfield', 'devicename'],
    },
    {
      name: 'type',
      label: 'Asset type',
      read: 'lookup',
      lookup: 'assetType',
      missing: 'create',
      synonyms: ['assettypename', 'assettype', 'type', 'class', 'sysclassname', 'role', 'category'],
    },
    {
      name: 'client',
      label: 'Client',
      read: 'lookup',
      lookup: 'client',
      missing: 'create',
      synonyms: ['clientname', 'client', 'customer', 'tenant', 'company'],
    },
    {
      name: 'site',
      label: 'Site',
      read: 'lookup',
      lookup: 'site',
      missing: 'create',
      synonyms: ['sitename', 'site', 'location'],
    },
    {
      name: 'user',
      label: 'User',
      read: 'lookup',
      lookup: 'user',
      missing: 'none',
      synonyms: ['username', 'user', 'assignedto', 'owner', 'useremail'],
    },
    line('status', 'Status', ['statusname', 'status', 'installstatus', 'state']),
    line('manufacturer', 'Manufacturer', ['manufacturername', 'manufacturer', 'vendor', 'make', 'brand']),
    line('model', 'Model', ['model', 'modelname', 'keyfield2', 'devicetype', 'product']),
    line('serialNumber', 'Serial number', ['serialnumber', 'serial', 'keyfield3', 'serialno']),
    {
      name: 'warrantyEndsAt',
      label: 'Warranty ends',
      read: 'when',
      synonyms: ['warrantyend', 'warrantyendsat', 'warrantyexpiration', 'warranty'],
    },
    { name: 'notes', label: 'Notes', read: 'text', synonyms: ['notes', 'comments', 'description'] },
    { name: 'inactive', label: 'Inactive', read: 'flag', synonyms: ['inactive', 'retired', 'disposed'] },
    createdAt,
  ],
};

export const serviceKind: KindSpec = {
  kind: 'service',
  label: 'Services',
  hints: ['service', 'catalog', 'offering'],
  fields: [
    id('service', 'serviceid'),
    {
      name: 'name',
      label: 'Name',
      read: 'text',
      line: true,
      required: true,
      synonyms: ['name', 'servicename', 'title', 'shortdescription'],
    },
    {
      name: 'category',
      label: 'Category',
      read: 'lookup',
      lookup: 'serviceCategory',
      missing: 'create',
      synonyms: ['servicecategoryname', 'category', 'servicecategory', 'group'],
    },
    { name: 'summary', label: 'Summary', read: 'text', synonyms: ['summary', 'shortdescription', 'subtitle'] },
    { name: 'details', label: 'Details', read: 'text', synonyms: ['servicedetails', 'details', 'description'] },
    { name: 'inactive', label: 'Inactive', read: 'flag', synonyms: ['inactive', 'retired', 'disabled'] },
  ],
};
