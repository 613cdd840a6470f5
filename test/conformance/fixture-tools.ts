import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { AppError } from '../../src-shared/errors/app-error.ts';
import { type ContentBlock, defineReadTool, type SystemTool } from '../../src-main/tools/define-tool.ts';

/** The smallest PNG and WAV that are valid. */
const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const wav = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA=';

const text = (value: string): ContentBlock => ({ type: 'text', text: value });
const image: ContentBlock = { type: 'image', data: png, mimeType: 'image/png' };

function fixture(
  name: string,
  content: readonly ContentBlock[],
  options: { input?: z.ZodObject; before?: SystemTool['run'] } = {},
): SystemTool {
  return defineReadTool({
    name,
    title: name,
    description: `Fixture of the conformance suite: ${name}.`,
    since: '2.204',
    offered: { default: 'listed', agent: 'listed', user: 'listed' },
    scopes: [],
    input: () => options.input ?? z.strictObject({}),
    output: z.object({}),
    content: () => content,
    run: async (input, context) => {
      await options.before?.(input, context);
      return {};
    },
  });
}

const schemaOfTheSuite = z.looseObject({}).meta({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $defs: {
    address: {
      $anchor: 'addressDef',
      type: 'object',
      properties: { street: { type: 'string' }, city: { type: 'string' } },
    },
  },
  properties: {
    name: { type: 'string' },
    address: { $ref: '#/$defs/address' },
    contactMethod: { type: 'string', enum: ['phone', 'email'] },
    phone: { type: 'string' },
    email: { type: 'string' },
  },
  allOf: [{ anyOf: [{ required: ['phone'] }, { required: ['email'] }] }],
  if: { properties: { contactMethod: { const: 'phone' } }, required: ['contactMethod'] },
  then: { required: ['phone'] },
  else: { required: ['email'] },
  additionalProperties: false,
});

/** Comes and goes when `test_trigger_tool_change` is called. */
export const dynamicTool = 'test_dynamic_tool';

/** What `@modelcontextprotocol/conformance` expects a server under test to offer, as its scenarios describe it. */
export const createFixtureTools = (changeTools: () => void): readonly SystemTool[] => [
  fixture('test_simple_text', [text('This is a simple text response for testing.')]),
  fixture('test_image_content', [image]),
  fixture('test_audio_content', [{ type: 'audio', data: wav, mimeType: 'audio/wav' }]),
  fixture('test_embedded_resource', [
    {
      type: 'resource',
      resource: {
        uri: 'test://embedded-resource',
        mimeType: 'text/plain',
        text: 'This is an embedded resource content.',
      },
    },
  ]),
  fixture('test_multiple_content_types', [
    text('Multiple content types test:'),
    image,
    {
      type: 'resource',
      resource: {
        uri: 'test://mixed-content-resource',
        mimeType: 'application/json',
        text: '{"test":"data","value":123}',
      },
    },
  ]),
  fixture('test_error_handling', [], {
    before: () => {
      throw new AppError('conflict', 'This tool intentionally returns an error for testing');
    },
  }),
  fixture('test_tool_with_progress', [text('Progress was reported.')], {
    before: async (_, { report }) => {
      for (const progress of [0, 50, 100]) {
        await report(progress, 100);
        await wait(10);
      }
      return {};
    },
  }),
  fixture('test_logging_tool', [text('Nothing was logged.')]),
  fixture('test_trigger_tool_change', [text('The list of tools was changed.')], {
    before: () => {
      changeTools();
      return {};
    },
  }),
  fixture(dynamicTool, [text('Here for now.')]),
  fixture('json_schema_2020_12_tool', [text('Read the schema.')], { input: schemaOfTheSuite }),
];
