/** What a person said of a finding; `unseen` where nobody said anything, `wrong` where it is no finding at all. */
export const REVIEW_STATUSES = ["unseen", "accepted", "corrected", "added", "wrong"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];
