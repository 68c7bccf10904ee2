type Answer = PromiseLike<{ data: unknown; error: { code: string; message: string } | null }>;

/** What a function of the API gave. Throws when it was refused. */
export async function given<T = Record<string, unknown>>(answer: Answer): Promise<T> {
  const { data, error } = await answer;
  if (error) throw new Error(`${error.code} ${error.message}`);
  return data as T;
}

/** Whether a function of the API was refused: not a `no`, but as if it were not there. */
export async function isRefused(answer: Answer): Promise<boolean> {
  return (await answer).error?.code === '42501';
}
