/**
 * Preloaded (`node --import`) into every process the launcher or the test run starts: when the parent is gone, even by `kill -9`,
 * its end of the channel closes and the process ends itself the way SIGTERM does.
 */
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
