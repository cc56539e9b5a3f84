/**
 * Runs `work` never twice at a time: a call while it runs asks for one more run after it, however many calls there are. So what is
 * read last was begun last. The promise resolves when the run that began after the call has ended. `work` handles its own errors.
 */
export function chainRuns(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running = work().finally(() => {
      running = undefined;
    });
    return running;
  };
  return () => {
    if (!running) return run();
    next ??= running.then(() => {
      next = undefined;
      return run();
    });
    return next;
  };
}
