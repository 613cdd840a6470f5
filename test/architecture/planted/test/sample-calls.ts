export const sampleCalls = ['search_tickets'];
