import { parentPort } from 'node:worker_threads';
import { fitBinned, runJob, trainModel } from '@ascent/scoring';
import type { Answered, Asked, Task } from './messages';

// The program of one training thread: answers tasks one after the other until it is ended.
parentPort!.on('message', ({ task }: Asked) => {
  parentPort!.postMessage(answered(task));
});

function answered(task: Task): Answered {
  try {
    return { answer: done(task) };
  } catch (cause) {
    const { message, stack } = cause as Error;
    return { error: { message, stack } };
  }
}

function done(task: Task) {
  switch (task.kind) {
    case 'card':
      return trainModel(task.job);
    case 'model':
      return fitBinned(task.table, task.options);
    case 'job':
      return runJob(task.table, task.job);
  }
}
