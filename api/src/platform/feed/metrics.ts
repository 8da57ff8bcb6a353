/** Figures of this process since it started; `groups`, `subscribers` and `lagMs` as they are now. */
export interface FeedMetrics {
  /** Events that this node put in order. */
  sequenced: number;
  /** Events read from the feed. */
  read: number;
  /** Documents executed: one per event and group concerned. */
  executed: number;
  /** Results written to subscribers. */
  delivered: number;
  /** Subscribers cut off because they did not keep up. */
  dropped: number;
  groups: number;
  subscribers: number;
  /** From the moment in the last event to its arrival here. */
  lagMs: number;
}

export const freshMetrics = (): FeedMetrics => ({
  ...{ sequenced: 0, read: 0, executed: 0, delivered: 0, dropped: 0 },
  ...{ groups: 0, subscribers: 0, lagMs: 0 },
});
