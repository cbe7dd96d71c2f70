/** GitHub's limits as this project keeps them, with where each comes from. Change them here only. */

/**
 * Comments in one review. GitHub documents no number; reviewdog sends 30, and reviews with 32 to 65 comments have been
 * answered with 502 or "submitted too quickly" (src-d/lookout#264, alibaba/open-code-review#158).
 */
export const COMMENTS_PER_REVIEW = 30

/** Review comments of this check that stand open on a pull request, those of all ids together. */
export const STANDING_COMMENTS = 30

/** Reviews of one run, more than one only where GitHub refuses comments; GitHub takes 80 requests that create content a minute ("Rate limits for the REST API"). */
export const REVIEWS_PER_RUN = 3

/**
 * UTF-8 bytes of any body. GitHub names 65,536 characters in its error, and counts code points in some places and
 * bytes in others (dead-claudia/github-limits#13).
 */
export const BODY_BYTES = 60_000

/** Bytes of the job summary: above 1,048,576 the runner uploads nothing at all (actions/runner). */
export const JOB_SUMMARY_BYTES = 900_000

/** The largest page of every list call (documented). */
export const PAGE_SIZE = 100

/** Files that `GET /pulls/{n}/files` lists at most (documented). */
export const PULL_FILES = 3_000

/** Files that a comparison lists at most, all on its first page (documented). */
export const COMPARE_FILES = 300

/** Mutations in one GraphQL call: far below 500,000 nodes and ten seconds (documented). */
export const MUTATIONS_PER_CALL = 20

/** Between two writing calls, in milliseconds (GitHub's advice for integrators: at least one second). */
export const WRITE_PAUSE_MS = 1_000

/** One request may take this long, its answer included, in milliseconds. */
export const REQUEST_TIMEOUT_MS = 30_000

/** What all requests that got no answer in time may take together, in milliseconds; after that nothing more is asked. */
export const SILENCE_MS = 55_000

/** Of that, while the judgement waits; GitHub itself gives a request up after 10 seconds (documented). */
export const UNTOLD_SILENCE_MS = 15_000

/** After so long without an answer the findings of the checkout are annotated, in milliseconds. */
export const GRACE_MS = 2_000

/** Largest answer, in bytes after decompression: the base64 of `HEAD_FILE_BYTES` with line ends, and its envelope. */
export const ANSWER_BYTES = 30_000_000

/** Levels of nesting in an answer; the documented ones have less than ten. */
export const ANSWER_DEPTH = 64

/** Values of an answer: a page of 100 entries has some ten thousand. */
export const ANSWER_PARTS = 2_000_000

/** Redirects of one request; GitHub gives one for a repository that was renamed or moved (documented). */
export const REDIRECTS = 3

/** Tries of a reading call, and of any call that GitHub asks to send later. */
export const READ_TRIES = 3

/** Tries of a writing call that does no harm when it is done twice. */
export const WRITE_TRIES = 2

/** First pause before a call is tried again after an unclear answer, in milliseconds; doubled each time. */
export const READ_RETRY_PAUSE_MS = 500

/** Longest wait that GitHub's `retry-after` or rate limit may impose on one call, in milliseconds. */
export const LONGEST_WAIT_MS = 90_000

/** A secondary limit without `retry-after` asks for at least a minute (documented). */
export const SECONDARY_WAIT_MS = 60_000

/** Files of the head that are fetched because the disk holds something else. More than these are judged from disk. */
export const HEAD_FILES = 200

/** Largest file fetched from the head, in bytes; the blob API stops at 100 MB (documented). */
export const HEAD_FILE_BYTES = 20_000_000

/** Files outside the diff that are looked up in the head for a permalink with line numbers. */
export const PERMALINK_FILES = 30

/**
 * Calls of one run, a third of what a workflow's token may send in an hour (1,000, documented): other jobs of the
 * repository share that number.
 */
export const API_CALLS = 400

/** Calls kept back for the summary comment: one to write it, one to look whether it was written, and their repetition. */
export const RESERVED_CALLS = 6

/** What all calls and waits of one run may take, in milliseconds. */
export const RUN_MS = 600_000

/** Of that, what is kept back for the summary comment. */
export const RESERVED_MS = 60_000

/** What all waits of one run may add up to, in milliseconds; after that the run reports what it could not post. */
export const TOTAL_WAIT_MS = 180_000
