import { oc } from '@orpc/contract';
import { z } from 'zod';

export const ticketContract = oc.input(z.string());
