import type { ConnectionView } from '../../../src-shared/api/connections.ts';
import { checkBaseUrl, type ConnectionKind } from '../../../src-shared/domain/connection-settings.ts';
import { checkLine } from '../../components/form/checks.ts';
import type { FormWords } from '../../components/form/use-record-form.ts';

export const kindLabels: Readonly<Record<ConnectionView['kind'], string>> = {
  openai: 'OpenAI',
  azure: 'Azure OpenAI',
  compatible: 'Compatible server',
  offline: 'Built in, rule-based',
};

interface KindWords {
  readonly about: string;
  readonly baseUrl: string;
  readonly baseUrlAbout: string;
  readonly model: string;
  readonly modelAbout: string;
  readonly keyAbout: string;
}

export const kindWords: Readonly<Record<ConnectionKind, KindWords>> = {
  openai: {
    about: 'OpenAI’s own API, with a key of your account.',
    baseUrl: 'https://api.openai.com/v1',
    baseUrlAbout: 'Change it only for another region or a proxy.',
    model: 'Model',
    modelAbout: 'Used where nothing else is chosen.',
    keyAbout: 'It begins with “sk-”.',
  },
  azure: {
    about: 'A resource of your Azure subscription, with one of its keys.',
    baseUrl: '',
    baseUrlAbout: 'The endpoint of your resource, such as https://NAME.openai.azure.com. “/openai/v1” is added.',
    model: 'Deployment',
    modelAbout: 'The name that you gave the deployment, which may differ from its model’s.',
    keyAbout: 'KEY 1 or KEY 2 of the resource.',
  },
  compatible: {
    about: 'Any other server with a Responses API, such as a proxy or a model on this machine.',
    baseUrl: '',
    baseUrlAbout:
      'It usually ends in /v1, such as http://127.0.0.1:11434/v1. Elsewhere than on this machine, use https.',
    model: 'Model',
    modelAbout: 'As the server names it.',
    keyAbout: 'Leave it empty where the server asks for none.',
  },
};

/** What a form holds of a connection. The key itself stays out of it, because drafts are kept in the browser. */
export interface ConnectionValues {
  readonly name: string;
  readonly kind: ConnectionKind;
  readonly baseUrl: string;
  readonly model: string;
  readonly organization: string;
  readonly project: string;
  readonly key: 'keep' | 'replace' | 'forget';
}

export const emptyConnection: ConnectionValues = {
  name: '',
  kind: 'openai',
  baseUrl: kindWords.openai.baseUrl,
  model: '',
  organization: '',
  project: '',
  key: 'keep',
};

export function wordsFor(kind: ConnectionKind): FormWords<ConnectionValues> {
  const { model } = kindWords[kind];
  return {
    labels: {
      name: 'Name',
      kind: 'Kind',
      baseUrl: 'Base URL',
      model,
      organization: 'Organisation',
      project: 'Project',
      key: 'Key',
    },
    checks: {
      name: checkLine(100, 'A name is needed.'),
      baseUrl: checkBaseUrl,
      model: checkLine(200, kind === 'azure' ? 'Name the deployment.' : 'Name the model, or list the server’s.'),
      organization: checkLine(200),
      project: checkLine(200),
    },
  };
}

/** What is sent of the values. */
export function toSettings({ key: _, ...settings }: ConnectionValues) {
  const { name, baseUrl, model, organization, project } = settings;
  return {
    ...settings,
    ...{ name: name.trim(), baseUrl: baseUrl.trim(), model: model.trim() },
    ...{ organization: organization.trim(), project: project.trim() },
  };
}
