// Loaded into a child that was not written by us: without its parent nobody would stop it.
process.on('disconnect', () => process.exit(0));
process.on('SIGINT', () => undefined);
