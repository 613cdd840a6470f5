import { app, clipboard, Menu, type MenuItemConstructorOptions, shell } from 'electron';

export interface MenuPlaces {
  readonly endpoint: string;
  readonly folder: string;
}

/** The window's native menu: the roles that an operating system expects, and two places that one looks for. */
export function showMenu({ endpoint, folder }: MenuPlaces): void {
  const onMac = process.platform === 'darwin';
  const template: MenuItemConstructorOptions[] = [
    ...(onMac ? [{ role: 'appMenu' as const }] : []),
    { label: 'File', submenu: [{ role: 'close' }, ...(onMac ? [] : [{ role: 'quit' as const }])] },
    { role: 'editMenu' },
    {
      label: 'View',
      submenu: [
        { role: 'reload' },
        ...(app.isPackaged ? [] : [{ role: 'toggleDevTools' as const }]),
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
    { role: 'windowMenu' },
    {
      label: 'Help',
      role: 'help',
      submenu: [
        { label: 'Copy the endpoint’s address', click: () => void clipboard.writeText(endpoint) },
        { label: 'Show the data folder', click: () => void shell.openPath(folder) },
        ...(onMac ? [] : [{ role: 'about' as const }]),
      ],
    },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
