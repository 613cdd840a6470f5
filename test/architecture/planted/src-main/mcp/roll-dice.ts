// breaks: workbench/no-chance
export const rollDice = (): number => Math.ceil(Math.random() * 6);
