// breaks: unused-directive
// eslint-disable-next-line no-console
export const silence = '';
