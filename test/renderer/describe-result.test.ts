import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  describeFieldName,
  describeResult,
  findRecordNumber,
  isMoment,
  listColumns,
} from '../../src-renderer/components/result/describe-result.ts';

describe('how a result is shown', () => {
  it('is a page of rows when the answer is an envelope with one list', () => {
    const answer = { page_number: 1, record_count: 2, pages: 1, tickets: [{ id: 1001 }, { id: 1002 }] };
    expect(describeResult(answer)).toMatchObject({
      shape: 'page',
      name: 'tickets',
      rows: [{ id: 1001 }, { id: 1002 }],
    });
  });

  it('is a ticket when there is a conversation, and a record otherwise', () => {
    expect(describeResult({ id: 1001, summary: 'Printer', conversation: [] }).shape).toBe('ticket');
    expect(describeResult({ id: 7, title: 'Toner' })).toMatchObject({ shape: 'record', title: '7 Toner' });
  });

  it('is found for every JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const result = describeResult(value);
        if (result.shape === 'page' || result.shape === 'table') expect(listColumns(result.rows)).toBeInstanceOf(Array);
      }),
    );
  });
});

describe('the parts of a result', () => {
  it('puts long texts last and leaves out columns that no row fills', () => {
    const rows = [
      { note: 'x'.repeat(200), id: 1, gone: null, link: '/tickets/1' },
      { id: 2, name: 'Kim' },
    ];
    expect(listColumns(rows)).toEqual(['id', 'name', 'note']);
  });

  it('takes only a record number for a link', () => {
    expect(findRecordNumber({ id: 1001 })).toBe(1001);
    for (const id of ['1001', -1, 1.5, Infinity, null]) expect(findRecordNumber({ id })).toBeUndefined();
  });

  it('reads a moment as one only when it is written in full', () => {
    expect(isMoment('2026-11-22T09:30:00Z')).toBe(true);
    for (const text of ['2026-11-22', '2026-13-45T99:99:99Z', 'soon', 5]) expect(isMoment(text)).toBe(false);
  });

  it('shows the names of fields as words', () => {
    expect(describeFieldName('status_name')).toBe('Status');
    expect(describeFieldName('record_count')).toBe('Record count');
    expect(describeFieldName('_')).toBe('_');
  });
});
