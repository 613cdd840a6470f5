export const buttons = ['Create view', 'Select a ticket', 'Update the ticket', 'Delete from the list', 'DELETE'];
