// breaks: room-known
import { sendInvoice } from '../../billing/send-invoice.ts';
import { composeCore } from '../../compose.ts';

console.log(process.argv, composeCore(), sendInvoice());
