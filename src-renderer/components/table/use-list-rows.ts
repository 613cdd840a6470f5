import { hashKey, useQueries, type UseQueryOptions } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Rows } from './rows.ts';

interface Block<Row> {
  readonly rows: readonly Row[];
  readonly total: number;
}

const blockSize = 100;

/** What every list asks for first. */
export const firstBlock = { offset: 0, limit: blockSize } as const;

/**
 * The rows of a list that the core holds, fetched in blocks of a hundred as they come into sight, so that any place of
 * any list is one request away. `optionsOf` gives the query for one block.
 */
export function useListRows<Row>(
  optionsOf: (block: { offset: number; limit: number }) => UseQueryOptions<Block<Row>, Error, Block<Row>>,
): Rows<Row> {
  const [{ first, last }, setBlocks] = useState({ first: 0, last: 0 });
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const blocks = useQueries({
    queries: numbers.map((number) => optionsOf({ offset: number * blockSize, limit: blockSize })),
  });

  const known = blocks.find((block) => block.data !== undefined)?.data?.total;
  // A total that was once known bridges the moment in which no block is here.
  const [lastTotal, setLastTotal] = useState<number>();
  if (known !== undefined && known !== lastTotal) setLastTotal(known);
  const total = known ?? lastTotal;

  const show = useCallback((from: number, to: number) => {
    const wanted = {
      first: Math.floor(from / blockSize),
      last: Math.max(0, Math.floor(Math.max(0, to - 1) / blockSize)),
    };
    setBlocks((now) => (now.first === wanted.first && now.last === wanted.last ? now : wanted));
  }, []);

  const list = hashKey(optionsOf(firstBlock).queryKey);
  const failed = blocks.find((block) => block.error !== null);
  return {
    list,
    total,
    get: (index) => blocks[Math.floor(index / blockSize) - first]?.data?.rows[index % blockSize],
    show,
    ...(failed !== undefined && { error: failed.error, retry: () => void failed.refetch() }),
  };
}
