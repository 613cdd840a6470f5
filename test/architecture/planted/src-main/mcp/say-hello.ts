// breaks: no-console
export const sayHello = (): void => console.log('hello');
