import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CustomToolPreview } from '../../../src-shared/api/custom-tools.ts';
import {
  type CustomTool,
  findNameTrouble,
  longestCustomToolTitle,
  longestInstruction,
  suggestToolName,
} from '../../../src-shared/domain/custom-tools.ts';
import { api } from '../../api/client.ts';
import { checkLine } from '../form/checks.ts';
import { type FormDraft, useDraft } from '../form/use-draft.ts';
import { isComplete } from './uses/index.ts';

export interface CustomToolForm {
  readonly draft: FormDraft<CustomTool>;
  readonly values: CustomTool;
  /** What would be saved: without descriptions of parameters that it does not have. */
  readonly tool: CustomTool;
  readonly problems: {
    readonly name?: string | undefined;
    readonly title?: string | undefined;
    readonly instruction?: string | undefined;
  };
  /** Whether what it is made of is chosen. */
  readonly complete: boolean;
  readonly valid: boolean;
  /** Undefined until the core has answered. */
  readonly preview: CustomToolPreview | undefined;
  readonly error: unknown;
  /** Changes the title, and the name with it for as long as it follows from the title. */
  setTitle(title: string): void;
}

const newCustomTool: CustomTool = {
  ...{ name: '', title: '', instruction: '', use: 'log_ticket', settings: { of: 'template', parameters: 'fields' } },
  ...{ parameters: {}, enabled: true },
};

const checkTitle = checkLine(longestCustomToolTitle, 'A title is needed.');
const checkInstruction = checkLine(longestInstruction, 'Models choose a tool by what stands here.');

/** A custom tool as it is typed, kept as a draft, with what the endpoint would list of it. */
export function useCustomToolForm(endpoint: string, saved: CustomTool | undefined): CustomToolForm {
  const draft = useDraft(`custom-tool/${endpoint}/${saved?.name ?? ''}`, saved ?? newCustomTool);
  const { values } = draft;
  const complete = isComplete(values);
  const [asked] = useDebouncedValue(values, 150);
  const replaces = saved?.name;
  const { data: preview, error } = useQuery({
    ...api.customTools.preview.queryOptions({
      input: { endpoint, tool: asked, ...(replaces !== undefined && { replaces }) },
    }),
    enabled: isComplete(asked),
    placeholderData: keepPreviousData,
  });
  const tool = useMemo(() => {
    const known = new Set(preview?.parameters.map(({ name }) => name));
    const described = Object.entries(values.parameters).filter(([name, text]) => text.trim() !== '' && known.has(name));
    return { ...values, title: values.title.trim(), parameters: Object.fromEntries(described) };
  }, [values, preview]);
  const problems = {
    name: values.name === '' ? 'A name is needed, such as CF_new_laptop.' : findNameTrouble(values.name),
    title: checkTitle(values.title),
    instruction: checkInstruction(values.instruction),
  };
  const valid = complete && Object.values(problems).every((problem) => problem === undefined);
  return {
    ...{ draft, values, tool, problems, complete, valid, error },
    preview: complete ? preview : undefined,
    setTitle: (title) => {
      const follows = values.name === '' || values.name === suggestToolName(values.title);
      draft.set({
        title,
        ...(follows && saved === undefined && { name: title.trim() === '' ? '' : suggestToolName(title) }),
      });
    },
  };
}
