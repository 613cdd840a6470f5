// First, because it says in which order the layers of styles count.
import '../theme/global.css';
import '@fontsource-variable/inter/wght.css';
import '@mantine/core/styles.layer.css';
import '@mantine/dates/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import { createRoot } from 'react-dom/client';
import { takeLinkToken } from '../api/session.ts';
import { signInWith } from '../api/sign-in.ts';
import { App } from './app.tsx';
import { keepFocus } from './keep-focus.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element "root".');

const token = takeLinkToken();
if (token !== undefined) await signInWith(token);
keepFocus();
createRoot(root).render(<App />);
