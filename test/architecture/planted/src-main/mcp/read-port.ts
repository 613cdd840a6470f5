// breaks: workbench/no-process-input
export const readPort = (): string | undefined => process.env['PORT'];
