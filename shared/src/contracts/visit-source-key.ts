/** The source that people's visits to shops are. */
export const visitSourceKey = "visits";
