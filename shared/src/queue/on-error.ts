/** Told of failures that belong to no job, such as a lost connection. They mend themselves or show on /readyz. */
export type OnError = (error: Error) => void;

/** Where nobody listens, Node prints it once; an unhandled `error` event would end the process. */
export const warnOnError: OnError = (error) => process.emitWarning(error);
