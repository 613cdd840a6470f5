export const sendInvoice = (): string => 'sent';
