// breaks: no-eval
export const evaluate = (text: string): unknown => eval(text);
