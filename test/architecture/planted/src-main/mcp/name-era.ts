// breaks: @typescript-eslint/switch-exhaustiveness-check
export const nameEra = (era: 'sessions' | 'stateless'): string => {
  switch (era) {
    case 'sessions':
      return 'older';
  }
  return 'newer';
};
