export const id = 338;
export const ids = [338];
export const modules = {

/***/ 9817:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   A: () => (/* binding */ failureWords)
/* harmony export */ });
/** One sentence about what did not work and what to do about it. Holds GitHub's own words: untrusted. */
function failureWords(what, failure, readOnly) {
    const status = failure.status === null ? '' : `${failure.status} `;
    return `${what} (${status}${firstLine(failure.message)}). ${remedyFor(failure, readOnly)}`;
}
const READ_ONLY = { fork: 'from a fork', dependabot: 'by Dependabot' };
function remedyFor(failure, readOnly) {
    switch (failure.kind) {
        case 'permission':
            return readOnly !== null
                ? `The token of a pull request ${READ_ONLY[readOnly]} may only read, so findings are told as annotations and in the job summary.`
                : 'Give the job "permissions: contents: read, pull-requests: write"; until then findings are told as annotations and in the job summary.';
        case 'locked':
            return 'The conversation of the pull request is locked; findings are told as annotations and in the job summary.';
        case 'rate-limit':
            return 'GitHub asks to wait longer than a run should; the next run tries again.';
        case 'pending-review':
            return 'A review was begun under the same name and not submitted; submit or discard it.';
        case 'invalid':
            return 'The findings concerned are told in the summary.';
        case 'unclear':
            return 'GitHub may have a disturbance; the next run tries again.';
        case 'budget':
            return 'What is left is told as annotations and in the job summary; the next run goes on.';
    }
}
function firstLine(message) {
    const line = message.split(/\r\n|\r|\n/, 1)[0] ?? '';
    return line.length > 200 ? `${line.slice(0, 200)}…` : line;
}


/***/ }),

/***/ 1338:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  deliver: () => (/* binding */ deliver)
});

// EXTERNAL MODULE: ./lib/report/markdown/overview.js + 1 modules
var overview = __webpack_require__(619);
// EXTERNAL MODULE: ./lib/report/urgency.js
var urgency = __webpack_require__(9541);
// EXTERNAL MODULE: ./lib/github/api/failure.js
var api_failure = __webpack_require__(5314);
// EXTERNAL MODULE: ./lib/github/comments/marker.js
var comments_marker = __webpack_require__(7990);
;// CONCATENATED MODULE: ./lib/github/comments/closing.js


const WORDS = {
    gone: '✅ This finding is gone: fixed, ignored by configuration, or no longer looked at.',
    replaced: 'This comment has been replaced by a newer one, whose lines are the current ones.',
};
const CLASSIFIER = { gone: 'RESOLVED', replaced: 'OUTDATED' };
/**
 * Closes comments. Each is first edited to say so: its marker then tells later runs that this tool closed it, and not
 * a person. After that the threads are resolved where the token may do that, else the comments are hidden where it may
 * do that. Only a replaced comment that nobody answered is deleted.
 *
 * Stops at the first failure that is more than a missing right, and returns it; a later run finds what is left.
 */
async function closeComments(closings, client) {
    const edited = [];
    try {
        for (const closing of closings)
            if (await sayClosed(closing, client))
                edited.push(closing);
        await hide(edited, client);
        return null;
    }
    catch (thrown) {
        return (0,api_failure/* failureOf */.g5)(thrown);
    }
}
/** Edits or deletes one comment; true when it is still there. */
async function sayClosed({ own, why }, client) {
    const { comment, marker } = own;
    try {
        if (why === 'replaced' && !own.answered) {
            await client.deleteReviewComment(comment.id);
            return false;
        }
        await client.updateReviewComment(comment.id, (0,comments_marker/* withMarker */.Pe)({ ...marker, kind: 'fixed', hash: '' }, WORDS[why]));
        return true;
    }
    catch (thrown) {
        // Somebody else was faster; the others still have to be closed.
        if ((0,api_failure/* failureOf */.g5)(thrown).status === 404)
            return false;
        throw thrown;
    }
}
/** Takes closed comments out of sight, in the way that the token allows. */
async function hide(closings, client) {
    const seen = closings.filter(({ own: { thread } }) => thread !== null && !thread.resolved && !thread.hidden);
    const threads = seen.flatMap(({ own }) => own.thread?.id ?? []);
    if (threads.length === 0 || (await allowed(() => client.resolveThreads(threads))))
        return;
    for (const why of ['gone', 'replaced']) {
        const ids = seen.filter((each) => each.why === why).map(({ own }) => own.comment.nodeId);
        if (!(await allowed(() => client.hideComments(ids, CLASSIFIER[why]))))
            return;
    }
}
/** False when the token may not do that. What is there no more needs nothing. */
async function allowed(call) {
    try {
        await call();
        return true;
    }
    catch (thrown) {
        const { kind, status } = (0,api_failure/* failureOf */.g5)(thrown);
        if (kind !== 'permission')
            throw thrown;
        return status === 404;
    }
}

;// CONCATENATED MODULE: ./lib/github/comments/summary.js


/** The oldest summary comment with this `id` that was written under the token's own name. */
async function ownSummary(existing, { id, login }) {
    for (const post of existing) {
        const marker = (0,comments_marker/* readMarker */.t7)(post.body);
        if (marker?.kind === 'summary' && marker.id === id && post.login === (await login()))
            return { post, marker };
    }
    return null;
}
/** Brings the one summary comment of this `id` up to date, or makes it. Writes nothing when it already says the same. */
async function updateSummary(request, client) {
    const hash = await (0,comments_marker/* textHash */._t)(request.text);
    const marker = { kind: 'summary', id: request.id, head: request.headSha, fingerprints: [], hash };
    const body = (0,comments_marker/* withMarker */.Pe)(marker, request.text);
    const old = await ownSummary(request.existing, request);
    if (old !== null && old.marker.hash === hash && old.marker.head === request.headSha)
        return { kind: 'kept', url: old.post.url };
    if (old === null && !request.worthSaying)
        return { kind: 'none' };
    try {
        if (old === null)
            return await create(request, body, hash, client);
        return await update(old.post.id, request, body, hash, client);
    }
    catch (thrown) {
        return { kind: 'failed', failure: (0,api_failure/* failureOf */.g5)(thrown) };
    }
}
/** Brings the comment up to date; one that somebody deleted meanwhile is made again. */
async function update(id, request, body, hash, client) {
    try {
        return { kind: 'updated', url: (await client.updateComment(id, body)).url };
    }
    catch (thrown) {
        if ((0,api_failure/* failureOf */.g5)(thrown).status !== 404)
            throw thrown;
        // GitHub also says "not found" where it will not say more: what still stands must not be written a second time.
        if ((await ownSummary(await client.conversation(request.pullNumber), request)) !== null)
            throw thrown;
        return request.worthSaying ? create(request, body, hash, client) : { kind: 'none' };
    }
}
/** Makes the comment; after an unclear answer looks for it before it is posted once more. */
async function create(request, body, hash, client) {
    try {
        return { kind: 'created', url: (await client.createComment(request.pullNumber, body)).url };
    }
    catch (thrown) {
        if ((0,api_failure/* failureOf */.g5)(thrown).kind !== 'unclear')
            throw thrown;
        const stored = await ownSummary(await client.conversation(request.pullNumber), request);
        if (stored?.marker.hash === hash)
            return { kind: 'created', url: stored.post.url };
        return { kind: 'created', url: (await client.createComment(request.pullNumber, body)).url };
    }
}

// EXTERNAL MODULE: ./lib/github/pull/head.js
var head = __webpack_require__(5101);
// EXTERNAL MODULE: ./lib/github/api/limits.js
var limits = __webpack_require__(2382);
// EXTERNAL MODULE: ./lib/model/report.js
var report = __webpack_require__(1819);
// EXTERNAL MODULE: ./lib/github/pull/diff.js
var diff = __webpack_require__(2532);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/text/lines.js
var lines = __webpack_require__(7032);
;// CONCATENATED MODULE: ./lib/github/comments/suggestion.js



/**
 * Whether edits of one file can be one GitHub suggestion, and which. All conditions are those under which GitHub
 * applies a suggestion, or under which its result equals what the edit says: one hunk, the head's lines equal to the
 * text the edits were computed on, one kind of line end, nothing invisible, a change that is more than blank lines.
 */
function suggestionFor(edits, head, judged) {
    const [first] = edits;
    if (first === undefined)
        return no('the fix has no edit');
    if (edits.some((edit) => edit.path !== first.path))
        return no('the fix changes more than one file');
    const headIndex = new lines/* LineIndex */.rr(head.text);
    const merged = mergeEdits(edits, headIndex);
    if (merged === null)
        return no('the edits of the fix do not fit the file in the head of the pull request');
    const { startLine, endLine, replacement } = merged;
    if ((0,diff/* hunkAround */.Ar)(head.hunks, startLine, endLine) === null) {
        return no('the lines to change are not all in one hunk of the diff');
    }
    const judgedIndex = new lines/* LineIndex */.rr(judged);
    if (endLine > judgedIndex.count || !sameLines(headIndex, judgedIndex, startLine, endLine)) {
        return no('the head of the pull request holds other lines there than were checked');
    }
    if ((0,lines/* eolStyle */.qA)(head.text) === 'mixed') {
        return no('the file mixes line ends, and applying a suggestion would rewrite all of them');
    }
    if (head.byteOrderMark && startLine === 1)
        return no('the first line carries a byte order mark');
    const old = linesOf(headIndex, startLine, endLine);
    if ((0,report_escape/* hasInvisible */.wy)(old) || (0,report_escape/* hasInvisible */.wy)(replacement)) {
        return no('the lines hold characters that cannot be seen, and a review could not tell what is applied');
    }
    if (replacement === old)
        return no('the lines already read so');
    if (replacement.trim() === '')
        return no('the change leaves only blank lines');
    return { ok: true, suggestion: merged };
}
function no(reason) {
    return { ok: false, reason };
}
/** True when both texts have the same lines `startLine..endLine`, line ends aside. */
function sameLines(a, b, startLine, endLine) {
    for (let line = startLine; line <= endLine; line++)
        if (a.lineText(line) !== b.lineText(line))
            return false;
    return true;
}
/**
 * The hunks' right sides are lines of the head's text: the diff and the text describe the same version of the file. The
 * diff of a file with a byte order mark shows it in front of the first line.
 */
function hunksMatch({ hunks, text, byteOrderMark }) {
    const index = new lines/* LineIndex */.rr(text);
    const lineText = (line) => (byteOrderMark && line === 1 ? '\ufeff' : '') + index.lineText(line);
    return hunks.every((hunk) => hunk.endLine <= index.count && hunk.lines.every((line, i) => lineText(hunk.startLine + i) === line));
}
/**
 * Several edits as one: the range from the first changed line to the last, the lines between as they are. Null when
 * two different edits overlap or one lies outside the text.
 */
function mergeEdits(edits, index) {
    const sorted = [...edits].sort((a, b) => a.startLine - b.startLine || a.endLine - b.endLine);
    const parts = [];
    let start = 0;
    let end = 0;
    let previous = null;
    for (const edit of sorted) {
        if (edit.startLine < 1 || edit.endLine < edit.startLine || edit.endLine > index.count)
            return null;
        if (previous !== null && sameEdit(previous, edit))
            continue;
        if (previous === null)
            start = edit.startLine;
        else if (edit.startLine <= end)
            return null;
        else if (edit.startLine > end + 1)
            parts.push(linesOf(index, end + 1, edit.startLine - 1));
        parts.push(edit.replacement);
        end = edit.endLine;
        previous = edit;
    }
    return { startLine: start, endLine: end, replacement: parts.join('\n') };
}
function sameEdit(a, b) {
    return a.startLine === b.startLine && a.endLine === b.endLine && a.replacement === b.replacement;
}
function linesOf(index, startLine, endLine) {
    const lines = [];
    for (let line = startLine; line <= endLine; line++)
        lines.push(index.lineText(line));
    return lines.join('\n');
}

;// CONCATENATED MODULE: ./lib/github/comments/placement.js




/**
 * Decides where each finding goes on a pull request. Pure.
 *
 * @param files every file of the pull request's diff, by path from the repository's root
 * @param texts the texts that were judged, by the same paths
 */
function place(findings, files, texts) {
    const jobSummary = findings.filter((finding) => finding.level === 'notice');
    const summary = [];
    const threads = [];
    for (const group of groupFindings(findings.filter((finding) => finding.level !== 'notice'))) {
        const placed = placeGroup(group, files, texts);
        if (typeof placed === 'string')
            summary.push(...group.map((finding) => ({ finding, reason: placed })));
        else
            threads.push(placed);
    }
    return { threads: withoutOverlaps(threads), summary, jobSummary };
}
/** A thread, or the reason why the group belongs into the summary. */
function placeGroup(group, files, texts) {
    const [worst] = group;
    if (worst === undefined)
        throw new Error('a group has at least one finding');
    const { path, startLine, endLine } = worst.location;
    const file = files.get(path);
    if (file === undefined)
        return 'the file is not part of this pull request';
    if (file.kind === 'unknown')
        return file.reason;
    const { head } = file;
    const judged = texts.get(path);
    if (judged === undefined)
        return 'the text that was checked is not known';
    if (!hunksMatch(head))
        return 'the diff and the head of the pull request do not agree';
    const offer = offerFor(group, head, judged, path);
    if (offer.suggestion !== null) {
        return { path, findings: group, ...rangeOf(offer.suggestion), suggestion: offer.suggestion, reason: null };
    }
    const part = (0,diff/* commentablePart */.vg)(head.hunks, startLine, endLine);
    if (part === null)
        return 'its lines are not in the diff of this pull request';
    if (!sameText(head.text, judged, part))
        return 'the head of the pull request holds other lines there than were checked';
    return { path, findings: group, ...part, suggestion: null, reason: offer.reason };
}
/** The one suggestion of a group, or the reason why its fix is only shown. */
function offerFor(group, head, judged, path) {
    const fixes = group.flatMap((finding) => (finding.fix === null ? [] : [finding.fix]));
    const [fix] = fixes;
    if (fix === undefined)
        return { suggestion: null, reason: null };
    const shown = fixes.filter((each) => each.applicability === 'text-only');
    if (shown.length === fixes.length)
        return { suggestion: null, reason: null };
    if (shown.length > 0)
        return { suggestion: null, reason: 'another finding on these lines has no edit' };
    if (fixes.some((each) => editsKey(each.edits) !== editsKey(fix.edits))) {
        return { suggestion: null, reason: 'the findings on these lines want different changes' };
    }
    if (fix.edits.some((edit) => edit.path !== path)) {
        return { suggestion: null, reason: 'the change belongs into another file' };
    }
    const result = suggestionFor(fix.edits, head, judged);
    return result.ok ? { suggestion: result.suggestion, reason: null } : { suggestion: null, reason: result.reason };
}
function rangeOf(suggestion) {
    return { startLine: suggestion.startLine, endLine: suggestion.endLine };
}
function sameText(head, judged, part) {
    return sliceLines(head, part.startLine, part.endLine) === sliceLines(judged, part.startLine, part.endLine);
}
function sliceLines(text, startLine, endLine) {
    return text
        .split('\n', endLine)
        .slice(startLine - 1)
        .map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
        .join('\n');
}
/**
 * Findings that one comment tells: the instances of a plan that share a source range, statements that one edit
 * changes together, and an ineffective exemption with the statement it stands in. Worst first, in each group and over
 * all.
 */
function groupFindings(findings) {
    const groups = [];
    const byKey = new Map();
    for (const finding of [...findings].sort(urgency/* byUrgency */.t)) {
        const keys = keysOf(finding);
        const group = keys.map((key) => byKey.get(key)).find((known) => known !== undefined) ?? [];
        if (group.length === 0)
            groups.push(group);
        group.push(finding);
        for (const key of keys)
            if (!byKey.has(key))
                byKey.set(key, group);
    }
    return groups;
}
/** What two findings must share for one comment to tell both: their lines, their edits, or their statement. */
function keysOf(finding) {
    const { path, startLine, endLine } = finding.location;
    const keys = [JSON.stringify(['at', path, startLine, endLine])];
    const { fix } = finding;
    if (fix !== null && fix.applicability === 'edit' && fix.edits.length > 0) {
        keys.push(JSON.stringify(['edits', path, editsKey(fix.edits)]));
    }
    if ((0,report/* isStatementFinding */.R)(finding) && finding.policy.pointer !== null) {
        const { policy, statement } = finding;
        keys.push(JSON.stringify(['statement', path, policy.path, policy.pointer, policy.address, statement.index]));
    }
    return keys;
}
function editsKey(edits) {
    return JSON.stringify(edits.map((edit) => [edit.path, edit.startLine, edit.endLine, edit.replacement]));
}
/** Of suggestions that overlap, the first keeps its offer; applying it would outdate the others. */
function withoutOverlaps(threads) {
    const taken = new Map();
    return threads.map((thread) => {
        const { suggestion } = thread;
        if (suggestion === null)
            return thread;
        const others = taken.get(thread.path) ?? [];
        taken.set(thread.path, others);
        if (others.some((other) => other.startLine <= suggestion.endLine && suggestion.startLine <= other.endLine)) {
            return { ...thread, suggestion: null, reason: 'another suggestion changes the same lines; apply that one first' };
        }
        others.push(suggestion);
        return thread;
    });
}

// EXTERNAL MODULE: ./lib/text/compare.js
var compare = __webpack_require__(3316);
;// CONCATENATED MODULE: ./lib/github/comments/review.js




/**
 * Posts comments as reviews: few large ones, since every review notifies. GitHub takes a review whole or not at all
 * and does not say which comment it minds, so a refused one is posted again in halves, within the number of reviews a
 * run may make. Never leaves a draft; never posts twice what may have been stored.
 */
async function postReviews(request, client) {
    const most = limits/* COMMENTS_PER_REVIEW */.kR * limits/* REVIEWS_PER_RUN */.cr;
    const posted = [];
    const unposted = [];
    const giveUp = (threads, reason) => unposted.push(...threads.map((written) => ({ written, reason })));
    let url = null;
    let failure = null;
    let reviews = 0;
    // Without those that stand already, every run of an unchanged head would post the next ones.
    const room = Math.max(0, most - request.standing);
    giveUp(request.threads.slice(room), `a pull request gets at most ${most} review comments`);
    const queue = batches(request.threads.slice(0, room), limits/* COMMENTS_PER_REVIEW */.kR);
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
        if (failure !== null)
            giveUp(batch, reasonOf(failure));
        else if (reviews === limits/* REVIEWS_PER_RUN */.cr)
            giveUp(batch, `a run posts at most ${limits/* REVIEWS_PER_RUN */.cr} reviews`);
        else {
            const result = await postOne(batch, request, client);
            if (result.ok) {
                reviews++;
                url ??= result.url;
                posted.push(...batch);
            }
            else if (result.failure.kind === 'invalid' && batch.length > 1) {
                queue.unshift(...batches(batch, Math.ceil(batch.length / 2)));
            }
            else {
                giveUp(batch, reasonOf(result.failure));
                if (result.failure.kind !== 'invalid')
                    failure = result.failure;
            }
        }
    }
    return { posted, unposted, url, failure };
}
function batches(all, size) {
    const result = [];
    for (let at = 0; at < all.length; at += size)
        result.push(all.slice(at, at + size));
    return result;
}
/** One review. Where it is unclear whether GitHub stored it, looks before it says so or posts it once more. */
async function postOne(batch, request, client) {
    const comments = bottomUp(batch);
    const hash = await (0,comments_marker/* textHash */._t)(JSON.stringify([request.headSha, comments]));
    const marker = { kind: 'review', id: request.id, head: request.headSha, fingerprints: [], hash };
    const review = { commit: request.headSha, body: (0,comments_marker/* withMarker */.Pe)(marker, reviewText(batch)), comments };
    for (let tries = 1;; tries++) {
        try {
            return { ok: true, url: (await client.createReview(request.pullNumber, review)).url };
        }
        catch (thrown) {
            const failure = (0,api_failure/* failureOf */.g5)(thrown);
            if (failure.kind !== 'unclear' && failure.kind !== 'invalid')
                return { ok: false, failure };
            const stored = await findReview(hash, request, client);
            if (typeof stored === 'string')
                return { ok: true, url: stored };
            if (stored === 'unknown' || failure.kind === 'invalid' || tries > 1)
                return { ok: false, failure };
        }
    }
}
/** The page of a review that was stored although the call failed, null when there is none, or that nobody knows. */
async function findReview(hash, request, client) {
    try {
        const login = await request.login();
        const reviews = await client.reviews(request.pullNumber);
        const own = reviews.find((each) => each.login === login && (0,comments_marker/* readMarker */.t7)(each.body)?.hash === hash);
        return own === undefined ? null : own.url;
    }
    catch {
        return 'unknown';
    }
}
/** Later lines first: a batch that is committed together must not shift the lines of what follows. */
function bottomUp(batch) {
    return batch
        .map(({ thread, body }) => ({ path: thread.path, startLine: thread.startLine, endLine: thread.endLine, body }))
        .sort((a, b) => (0,compare/* compareText */.n)(a.path, b.path) || b.startLine - a.startLine);
}
function reviewText(batch) {
    const offers = batch.filter(({ thread }) => thread.suggestion !== null).length;
    const places = batch.length === 1 ? 'One place' : `${batch.length} places`;
    const suggestions = offers === 0 ? '' : offers === 1 ? ', one with a suggestion' : `, ${offers} with a suggestion`;
    return `**Clumio policy check:** ${places} to look at${suggestions}.`;
}
function reasonOf(failure) {
    switch (failure.kind) {
        case 'permission':
            return 'the token may not write to the pull request';
        case 'locked':
            return 'the conversation is locked';
        case 'rate-limit':
            return 'GitHub asks to post less';
        case 'pending-review':
            return 'a review that was begun under the same name and not submitted is in the way';
        case 'invalid':
            return 'GitHub refused the comment';
        case 'unclear':
            return 'GitHub did not answer as expected';
        case 'budget':
            return 'this run has used up its calls or its time';
    }
}

// EXTERNAL MODULE: ./lib/github/api/remarks.js
var api_remarks = __webpack_require__(9817);
// EXTERNAL MODULE: ./lib/report/markdown/fit.js
var fit = __webpack_require__(1161);
// EXTERNAL MODULE: ./lib/report/markdown/fix.js + 3 modules
var markdown_fix = __webpack_require__(4119);
// EXTERNAL MODULE: ./lib/report/markdown/words.js
var words = __webpack_require__(3039);
;// CONCATENATED MODULE: ./lib/report/markdown/comment.js





const REASONS_SHOWN = 6;
const INSTANCES_SHOWN = 10;
const ENTRIES_SHOWN = 10;
const ACTIONS_SHOWN = 12;
/** Where configuration is kept unless the workflow says otherwise. */
const CONFIGURATION = '.github/clumio-policy-check.jsonc';
/**
 * The body of a review comment, without its marker: what breaks, why, the change, whom it exempts, and behind folds
 * the other remedy and the entries to paste. What has no room within `budget` UTF-8 bytes is left out in whole blocks,
 * and said; a suggestion is never cut: null when the comment does not fit with one.
 */
function commentBody(input, view, budget) {
    const [worst] = input.findings;
    if (worst === undefined)
        throw new Error('a comment tells at least one finding');
    const blocks = (0,report/* isStatementFinding */.R)(worst) ? statementComment(worst, input, view) : plainComment(worst, input, view);
    const head = blocks.needed.filter(markdown_fix/* isText */.KH);
    const least = (0,fit/* byteLength */.dp)([...head, leftOut(blocks.more.length), blocks.end].join('\n\n'));
    if (input.replacement !== null && least > budget)
        return null;
    return (0,fit/* fitBlocks */.U8)({ head, items: blocks.more.filter(markdown_fix/* isText */.KH), tail: [blocks.end] }, budget, leftOut);
}
function leftOut(count) {
    return `_${(0,words/* plural */.LS)(count, 'further part')} of this comment did not fit; the JSON report has all of it._`;
}
function statementComment(worst, input, view) {
    return {
        needed: [
            `**${(0,words/* headline */.Pl)(input.findings)}**`,
            reasonsOf(worst),
            ...others(input.findings),
            ...change(worst, input, view),
            (0,markdown_fix/* roleWords */.ww)(worst),
        ],
        more: [
            worst.alternative === null ? '' : (0,markdown_fix/* alternativeFix */.zG)(worst.alternative, view),
            blockedDetails(worst),
            entries(input.findings),
        ],
        end: (0,words/* ruleLink */.lN)(worst.rule, view.rulePages),
    };
}
function plainComment(worst, input, view) {
    return {
        needed: [
            `**${(0,words/* headline */.Pl)(input.findings)}**`,
            (0,report_escape/* forMarkdown */.Bm)(worst.message),
            resourceOf(input.findings),
            ...others(input.findings),
            ...change(worst, input, view),
        ],
        more: [worst.policy === null ? '' : entries(input.findings)],
        end: (0,words/* ruleLink */.lN)(worst.rule, view.rulePages),
    };
}
/** Names the planned resource of a lone finding; several are listed with their statements. */
function resourceOf([worst, ...rest]) {
    const address = worst?.policy?.address ?? null;
    return address === null || rest.length > 0 ? '' : `**Resource:** ${(0,words/* nameSpan */.CL)(address)}`;
}
/** Why the statement blocks, or what would have to be known: what decides, and all of it behind a fold further down. */
function reasonsOf(finding) {
    const lead = finding.verdict === 'blocked' ? 'Why' : 'Undecided';
    const part = finding.scope === 'part' ? ' Only part of the objects is affected.' : '';
    const missing = finding.missing.map((fact) => `- ${(0,report_escape/* forMarkdown */.Bm)(fact.text)}`).join('\n');
    const settle = missing === '' ? '' : `\n\n**What would settle it:**\n${missing}\n${missingConfiguration(finding)}`;
    const name = `${(0,words/* statementName */.Vy)(finding)}${ofAddress(finding)}`;
    return `**${lead}** (${name}): ${(0,report_escape/* forMarkdown */.Bm)(finding.deciding)}.${part}${settle}`;
}
/** The planned resource: the same lines may stand for many, and a bucket's name need not be in them. */
function ofAddress({ policy }) {
    return policy.address === null ? '' : ` of ${(0,words/* nameSpan */.CL)(policy.address)}`;
}
function missingConfiguration(finding) {
    const lines = finding.missing.flatMap((fact) => (fact.configuration === null ? [] : [fact.configuration]));
    if (lines.length === 0)
        return '';
    return `\nIn ${(0,report_escape/* codeSpan */.SS)(CONFIGURATION)}:\n\n${(0,report_escape/* shownFence */.z_)([...new Set(lines)].join('\n'), 'jsonc')}`;
}
/** What the comment tells besides its first finding: other instances by name, other rules by their sentence. */
function others(findings) {
    const [worst, ...rest] = findings;
    if (worst === undefined || rest.length === 0)
        return [];
    const instances = findings.filter((finding) => finding.rule === worst.rule);
    const different = rest.filter((finding) => finding.rule !== worst.rule);
    const blocks = [];
    if (instances.length > 1) {
        const names = instances.slice(0, INSTANCES_SHOWN).map((finding) => `- ${instanceName(finding)}`);
        if (instances.length > INSTANCES_SHOWN)
            names.push(`- and ${instances.length - INSTANCES_SHOWN} more`);
        blocks.push(`These lines give ${(0,words/* plural */.LS)(instances.length, 'finding')}:\n${names.join('\n')}`);
    }
    const sentences = [
        ...new Set(different.map((finding) => `**${(0,words/* headline */.Pl)([finding])}:** ${(0,report_escape/* forMarkdown */.Bm)(finding.message)}`)),
    ];
    return [...blocks, ...sentences.slice(0, INSTANCES_SHOWN)];
}
function instanceName(finding) {
    const name = finding.policy?.address ?? finding.policy?.bucket ?? finding.location.path;
    return (0,report/* isStatementFinding */.R)(finding) ? `${(0,words/* nameSpan */.CL)(name)}, ${(0,words/* statementName */.Vy)(finding)}` : (0,words/* nameSpan */.CL)(name);
}
function change(worst, input, view) {
    const fix = input.findings.find((finding) => finding.fix !== null)?.fix ?? null;
    if (fix === null) {
        return worst.fixUnavailable === null ? [] : [`**No fix is offered:** ${(0,report_escape/* forMarkdown */.Bm)(worst.fixUnavailable)}`];
    }
    if (input.replacement === null)
        return [(0,markdown_fix/* shownFix */.$X)(fix, input.reason, view)];
    return [(0,markdown_fix/* suggestionBlock */.St)(input.replacement), (0,markdown_fix/* noteOf */.kH)(fix)];
}
/** Who is denied what; sessions with the same actions share a row, which is the usual case. */
function blockedDetails(finding) {
    const rows = new Map();
    const needs = [
        ...finding.blocked.map((each) => ({ ...each, verdict: 'blocked' })),
        ...finding.undecided.map((each) => ({ ...each, verdict: 'undecided' })),
    ];
    for (const { session, feature, actions, verdict } of needs) {
        const more = actions.length > ACTIONS_SHOWN ? ` and ${actions.length - ACTIONS_SHOWN} more` : '';
        const shown = actions.slice(0, ACTIONS_SHOWN).map((action) => (0,report_escape/* codeSpan */.SS)(action));
        const cells = `${(0,words/* featureWord */.hm)(feature)} | ${verdict} | ${shown.join(', ')}${more} |`;
        rows.set(cells, [...(rows.get(cells) ?? []), session]);
    }
    if (rows.size === 0)
        return '';
    const lines = [...rows].map(([cells, sessions]) => `| ${sessions.map((each) => (0,report_escape/* codeSpan */.SS)(each)).join(', ')} | ${cells}`);
    const table = ['| Session | Feature | Verdict | Actions |', '| --- | --- | --- | --- |', ...lines].join('\n');
    return (0,words/* details */.zH)('All reasons, and the actions by session', `${(0,words/* reasonList */.nJ)(finding.because, REASONS_SHOWN)}\n\n${table}`);
}
/** Entries for the configuration file that say "this is meant", ready to paste. */
function entries(findings) {
    // An ignored Deny takes the finding about its exemption along.
    const denies = findings.filter((finding) => finding.rule !== 'ineffective-exemption');
    const ignore = (denies.length > 0 ? denies : findings)
        .slice(0, ENTRIES_SHOWN)
        .map((finding) => JSON.stringify({ rule: finding.rule, fingerprint: finding.fingerprint, reason: 'say why this is meant' }));
    const buckets = [...new Set(findings.flatMap((finding) => finding.policy?.bucket ?? []))];
    const lines = ['"ignore": [', ignore.map((entry) => `  ${entry}`).join(',\n'), ']'];
    const ignoring = `To accept ${findings.length === 1 ? 'this finding' : 'these findings'}, in ${(0,report_escape/* codeSpan */.SS)(CONFIGURATION)}:\n\n${(0,report_escape/* shownFence */.z_)(lines.join('\n'), 'jsonc')}`;
    const protect = JSON.stringify({ buckets: buckets.slice(0, ENTRIES_SHOWN) });
    const protecting = buckets.length === 0
        ? ''
        : `Or name all buckets that Clumio backs up, so that policies of others are only counted:\n\n${(0,report_escape/* shownFence */.z_)(`"protect": ${protect}`, 'jsonc')}`;
    return (0,words/* details */.zH)('Meant as it is? Ignore it, or say what Clumio protects', [ignoring, protecting].filter(markdown_fix/* isText */.KH).join('\n\n'));
}

;// CONCATENATED MODULE: ./lib/github/comments/threads.js



/** Bytes kept free for the marker in front of a comment's text. */
const MARKER_BYTES = 6_000;
/** Writes the bodies. A suggestion that does not fit into a comment is shown as a patch instead. */
async function writeThread(thread, id, view) {
    const budget = limits/* BODY_BYTES */.dI - MARKER_BYTES;
    const replacement = thread.suggestion?.replacement ?? null;
    const whole = commentBody({ findings: thread.findings, replacement, reason: thread.reason }, view, budget);
    const reason = 'it is longer than GitHub takes';
    const text = whole ?? commentBody({ findings: thread.findings, replacement: null, reason }, view, budget) ?? '';
    const kept = whole === null ? { ...thread, suggestion: null, reason } : thread;
    const fingerprints = await Promise.all(thread.findings.map((finding) => (0,comments_marker/* markerWord */.df)(finding.fingerprint)));
    const unique = [...new Set(fingerprints)].sort();
    const hash = await (0,comments_marker/* textHash */._t)(text);
    const marker = { kind: 'comment', id, head: '', fingerprints: unique, hash };
    return { thread: kept, fingerprints: unique, hash, body: (0,comments_marker/* withMarker */.Pe)(marker, text) };
}
/** The comments that carry this tool's marker for this `id` and were written under the token's own name. */
function ownComments(all, id, login) {
    const answered = new Set(all.flatMap((comment) => (comment.inReplyTo === null ? [] : [comment.inReplyTo])));
    return all.flatMap((comment) => {
        const marker = comment.login === login ? (0,comments_marker/* readMarker */.t7)(comment.body) : null;
        if (marker === null || marker.id !== id || (marker.kind !== 'comment' && marker.kind !== 'fixed'))
            return [];
        return [{ comment, marker, answered: answered.has(comment.id), thread: null }];
    });
}
/**
 * Sorts own comments by who closed them. This tool edits what it closes, so a thread that is resolved, or a comment
 * that is hidden, with its text still there was closed by a person: what it tells is not told inline again.
 */
function sortComments(own, threads) {
    const byComment = new Map(threads.map((thread) => [thread.firstComment, thread]));
    const standing = own
        .filter(({ marker }) => marker.kind === 'comment')
        .map((each) => ({ ...each, thread: byComment.get(each.comment.nodeId) ?? null }));
    const isSettled = ({ thread }) => thread !== null && (thread.resolved || thread.hidden);
    return { open: standing.filter((each) => !isSettled(each)), settled: standing.filter(isSettled) };
}
/**
 * Compares what should stand with what stands. A comment about the same finding is kept when its text is the same,
 * edited when it still stands on the lines it must stand on, and replaced otherwise: a suggestion on other lines, or
 * on an outdated comment, could not be applied or would change the wrong lines. In the end every finding that has a
 * planned comment is told by one.
 *
 * @param open own comments that stand for a finding
 * @param present fingerprints of everything reported now, wherever it is told
 * @param unread paths about which this run can say nothing
 */
function planThreads(written, open, present, unread) {
    const used = new Set();
    const tells = (old, each) => old.marker.fingerprints.some((fingerprint) => each.fingerprints.includes(fingerprint));
    const take = (each, fits) => {
        const found = open.find((old) => !used.has(old) && tells(old, each) && fits(old));
        if (found !== undefined)
            used.add(found);
        return found;
    };
    const steps = written.map((each) => {
        const spoken = take(each, (old) => standsOn(old.comment, each.thread)) ??
            take(each, (old) => each.thread.suggestion === null && old.marker.hash === each.hash);
        if (spoken === undefined)
            return { kind: 'post', written: each };
        return spoken.marker.hash === each.hash
            ? { kind: 'keep', own: spoken }
            : { kind: 'edit', own: spoken, written: each };
    });
    const left = open.filter((old) => !used.has(old));
    const replaced = left.flatMap((own) => {
        const by = steps.filter((_, i) => written[i] !== undefined && tells(own, written[i]));
        return by.length === 0 ? [] : [{ own, by }];
    });
    return { steps, replaced, gone: goneFrom(left, present, unread) };
}
/** The comments whose findings are gone; see `planThreads`. */
function goneFrom(comments, present, unread) {
    return comments.filter(({ comment, marker }) => !unread.has(comment.path) && !marker.fingerprints.some((fingerprint) => present.has(fingerprint)));
}
function standsOn(comment, thread) {
    return comment.path === thread.path && comment.startLine === thread.startLine && comment.line === thread.endLine;
}

;// CONCATENATED MODULE: ./lib/github/comments/deliver.js












/** Bytes kept free for the marker in front of the summary. */
const deliver_MARKER_BYTES = 1_000;
/** How REST names the author of what the workflow's own token posts. */
const WORKFLOW_LOGIN = 'github-actions[bot]';
/**
 * Tells a result on its pull request: review comments with suggestions where the diff has the lines, one summary
 * comment for the rest, and nothing that already stands there. Whatever goes wrong is returned as a problem: the
 * conclusion of the run does not depend on it.
 */
async function deliver(request, client) {
    const delivery = new PullDelivery(request, client);
    try {
        await delivery.run();
    }
    catch (thrown) {
        delivery.problems.push((0,api_remarks/* failureWords */.A)('The findings could not be told on the pull request', (0,api_failure/* failureOf */.g5)(thrown), request.pull.readOnly));
    }
    return { reviewUrl: delivery.reviewUrl, commentUrl: delivery.commentUrl, problems: delivery.problems };
}
/** Reasons why a finding is in the summary although its lines are in the diff. */
const SETTLED = 'somebody resolved or hid its review comment';
const HELD = 'an earlier comment tells it, and GitHub did not say whether somebody has resolved that';
const DELETED = 'somebody deleted its review comment while this run worked';
const NOTHING = { open: [], settled: [], threadsKnown: true };
class PullDelivery {
    problems = [];
    reviewUrl = null;
    commentUrl = null;
    #request;
    #client;
    #login = null;
    #marked = [];
    constructor(request, client) {
        this.#request = request;
        this.#client = client;
    }
    /** The summary comment is written before old comments are closed: it matters more when calls or time run out. */
    async run() {
        const { pull, result, mode } = this.#request;
        const state = await this.#client.pull(pull.number);
        if (state.locked) {
            this.problems.push('The conversation of the pull request is locked, so nothing is posted there.');
            return;
        }
        const conversation = await this.#client.conversation(pull.number);
        this.#noteMarked(conversation);
        const moved = state.headSha !== pull.headSha;
        const standing = mode === 'review' && !moved ? await this.#standing() : null;
        const settled = standing === null ? [] : await this.#settled(standing);
        const plan = this.#plan(state, settled);
        const inline = standing === null ? { told: everything(plan), closings: [] } : await this.#comment(plan, standing);
        this.#client.openReserve();
        await this.#summarize(inline.told, countInline(result, inline.told), conversation, moved ? state.headSha : null);
        const failure = await closeComments(inline.closings, this.#client);
        if (failure !== null)
            this.problems.push((0,api_remarks/* failureWords */.A)('An old comment could not be closed', failure, pull.readOnly));
    }
    /** Where each finding goes; with another head, or without a diff, nothing goes inline. */
    #plan({ headSha, open }, settled) {
        const { files, result, pull } = this.#request;
        const findings = result.report.findings.filter((finding) => !settled.includes(finding));
        const reason = headSha !== pull.headSha
            ? 'the pull request has a newer head than the one checked'
            : !open
                ? 'the pull request is closed'
                : files === null
                    ? 'GitHub did not list the files of the pull request'
                    : null;
        const plan = reason === null && files !== null
            ? place(findings, (0,head/* placedFiles */.h)(files.list, files.head), result.texts)
            : withoutInline(findings, reason ?? '');
        return { ...plan, summary: [...plan.summary, ...settled.map((finding) => ({ finding, reason: SETTLED }))] };
    }
    /** Posts and edits review comments; returns what is left for the summary, and the comments to close. */
    async #comment(plan, standing) {
        const { id, view, pull, result, known, complete } = this.#request;
        const written = [];
        for (const thread of plan.threads)
            written.push(await writeThread(thread, id, view));
        const present = new Set();
        for (const { fingerprint } of known)
            present.add(await (0,comments_marker/* markerWord */.df)(fingerprint));
        const unread = new Set(result.report.unread.map(({ path }) => path));
        const { steps, replaced, gone } = planThreads(written, standing.open, present, unread);
        const wanted = steps.flatMap((step) => (step.kind === 'post' ? [step] : []));
        // A comment that may be resolved is not posted again: a person may have had enough of it.
        const held = standing.threadsKnown ? [] : wanted.filter((step) => replaced.some(({ by }) => by.includes(step)));
        const threads = wanted.filter((step) => !held.includes(step)).map((step) => step.written);
        const outcome = await postReviews({
            pullNumber: pull.number,
            headSha: pull.headSha,
            id,
            login: () => this.#ownLogin(),
            threads,
            standing: steps.length - wanted.length,
        }, this.#client);
        this.#note(outcome);
        const deleted = [];
        for (const step of steps) {
            if (step.kind === 'edit' && !(await this.#edit(step.own.comment.id, step.written.body)))
                deleted.push(step.written);
        }
        const stands = (step) => step.kind !== 'post' || outcome.posted.includes(step.written);
        // Applying a suggestion resolves its thread: a finding that was settled and is gone is told anew when it comes back.
        const over = complete ? [...gone, ...goneFrom(standing.settled, present, unread)] : [];
        const closings = [
            ...replaced.filter(({ by }) => by.every(stands)).map(({ own }) => ({ own, why: 'replaced' })),
            ...over.map((own) => ({ own, why: 'gone' })),
        ];
        const untold = [
            ...outcome.unposted,
            ...held.map((step) => ({ written: step.written, reason: HELD })),
            ...deleted.map((each) => ({ written: each, reason: DELETED })),
        ];
        const unposted = untold.flatMap(({ written: each, reason }) => each.thread.findings.map((finding) => ({ finding, reason })));
        return { told: [...plan.summary, ...unposted].sort((a, b) => (0,urgency/* byUrgency */.t)(a.finding, b.finding)), closings };
    }
    #note(outcome) {
        this.reviewUrl = outcome.url;
        const count = outcome.unposted.length;
        if (outcome.failure !== null) {
            this.problems.push((0,api_remarks/* failureWords */.A)('Review comments could not be posted', outcome.failure, this.#request.pull.readOnly));
        }
        else if (count > 0) {
            this.problems.push(`${count} ${count === 1 ? 'finding is' : 'findings are'} in the summary instead of a review comment.`);
        }
    }
    /** The comments of earlier runs; null when they could not be listed: then nothing is posted and nothing closed. */
    async #standing() {
        const { id, pull } = this.#request;
        let comments;
        try {
            comments = await this.#client.reviewComments(pull.number);
        }
        catch (thrown) {
            this.problems.push((0,api_remarks/* failureWords */.A)('The review comments could not be listed', (0,api_failure/* failureOf */.g5)(thrown), pull.readOnly));
            return null;
        }
        this.#noteMarked(comments);
        const own = hasMarkers(comments) ? ownComments(comments, id, await this.#ownLogin()) : [];
        if (own.every(({ marker }) => marker.kind !== 'comment'))
            return NOTHING;
        const threads = await this.#threads();
        return { ...sortComments(own, threads ?? []), threadsKnown: threads !== null };
    }
    async #threads() {
        const { pull } = this.#request;
        try {
            return await this.#client.reviewThreads(pull.number);
        }
        catch (thrown) {
            this.problems.push((0,api_remarks/* failureWords */.A)('The threads of the review comments could not be listed', (0,api_failure/* failureOf */.g5)(thrown), pull.readOnly));
            return null;
        }
    }
    /** Findings that a person is done with: told in the summary as long as they are the same. */
    async #settled({ open, settled }) {
        const fingerprintsOf = (comments) => new Set(comments.flatMap(({ marker }) => marker.fingerprints));
        const done = fingerprintsOf(settled);
        const standing = fingerprintsOf(open);
        const findings = [];
        for (const finding of this.#request.result.report.findings) {
            const word = await (0,comments_marker/* markerWord */.df)(finding.fingerprint);
            if (finding.level !== 'notice' && done.has(word) && !standing.has(word))
                findings.push(finding);
        }
        return findings;
    }
    /** False when the comment is there no more. One that could not be edited still stands with its older text. */
    async #edit(comment, body) {
        try {
            await this.#client.updateReviewComment(comment, body);
        }
        catch (thrown) {
            const failure = (0,api_failure/* failureOf */.g5)(thrown);
            if (failure.status === 404)
                return false;
            this.problems.push((0,api_remarks/* failureWords */.A)('A review comment could not be updated', failure, this.#request.pull.readOnly));
        }
        return true;
    }
    /** @param newerHead the head that the pull request has by now, or null when it has not moved */
    async #summarize(told, inline, conversation, newerHead) {
        const { id, pull, result, view } = this.#request;
        const login = () => this.#ownLogin();
        // A summary for the newer head says more than this run can.
        if (newerHead !== null && (await ownSummary(conversation, { id, login }))?.marker.head === newerHead)
            return;
        const stale = newerHead === null ? [] : [`_For commit ${pull.headSha.slice(0, 12)}, which is not the newest any more._`];
        const remarks = [...stale, ...this.#request.remarks];
        const text = (0,overview/* overview */.M)({ result, told, inline, notices: false, remarks }, view, limits/* BODY_BYTES */.dI - deliver_MARKER_BYTES);
        const worthSaying = this.#request.remarks.length > 0 || result.report.findings.some((finding) => finding.level !== 'notice');
        const outcome = await updateSummary({ pullNumber: pull.number, id, headSha: pull.headSha, login, text, worthSaying, existing: conversation }, this.#client);
        if (outcome.kind === 'failed') {
            this.problems.push((0,api_remarks/* failureWords */.A)('The summary comment could not be written', outcome.failure, pull.readOnly));
        }
        else if (outcome.kind !== 'none')
            this.commentUrl = outcome.url;
    }
    /**
     * Asked once, and only when something of ours may stand there. Where GitHub does not say, the name of the workflow's
     * own token is taken, the usual case; but not when somebody else's text carries our marker: if that is this token's,
     * everything would be posted a second time.
     */
    #ownLogin() {
        this.#login ??= this.#client.viewer().catch((thrown) => {
            if (this.#marked.some((login) => login !== WORKFLOW_LOGIN))
                throw thrown;
            return WORKFLOW_LOGIN;
        });
        return this.#login;
    }
    /** Remembers who wrote texts with our marker. */
    #noteMarked(texts) {
        const { id } = this.#request;
        this.#marked.push(...texts.filter(({ body }) => (0,comments_marker/* readMarker */.t7)(body)?.id === id).map(({ login }) => login));
    }
}
function hasMarkers(comments) {
    return comments.some((comment) => comment.body.startsWith('<!-- clumio-policy-check:'));
}
function withoutInline(findings, reason) {
    const notices = findings.filter((finding) => finding.level === 'notice');
    const others = findings.filter((finding) => finding.level !== 'notice').sort(urgency/* byUrgency */.t);
    return { threads: [], summary: others.map((finding) => ({ finding, reason })), jobSummary: notices };
}
function everything(plan) {
    const reason = 'no review comments are posted';
    const inline = plan.threads.flatMap((thread) => thread.findings.map((finding) => ({ finding, reason })));
    return [...plan.summary, ...inline].sort((a, b) => (0,urgency/* byUrgency */.t)(a.finding, b.finding));
}
function countInline(result, told) {
    const elsewhere = new Set(told.map(({ finding }) => finding));
    return result.report.findings.filter((finding) => finding.level !== 'notice' && !elsewhere.has(finding)).length;
}


/***/ }),

/***/ 2532:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ar: () => (/* binding */ hunkAround),
/* harmony export */   iz: () => (/* binding */ parsePatch),
/* harmony export */   vg: () => (/* binding */ commentablePart)
/* harmony export */ });
/**
 * All hunks of a `patch` as `GET /pulls/{n}/files` gives it: from the first `@@` on, without a file header, `,1` left
 * out in a range, possibly with `\ No newline at end of file`. Hunks without a line on the right side are left out.
 * Null when the text is not such a patch: then nothing is known about the lines.
 */
function parsePatch(patch) {
    const hunks = [];
    const lines = patch.split('\n');
    let at = 0;
    while (at < lines.length) {
        if (lines[at] === '' && at === lines.length - 1)
            break;
        const range = parseHeader(lines[at] ?? '');
        if (range === null)
            return null;
        const body = readBody(lines, at + 1, range);
        if (body === null)
            return null;
        if (range.newCount > 0) {
            hunks.push({ startLine: range.newStart, endLine: range.newStart + range.newCount - 1, lines: body.right });
        }
        at = body.next;
    }
    return hunks;
}
function parseHeader(line) {
    const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (match === null)
        return null;
    return { oldCount: Number(match[1] ?? 1), newStart: Number(match[2]), newCount: Number(match[3] ?? 1) };
}
/** Reads as many lines as the header promises; null when the patch ends too early or has a line of another kind. */
function readBody(lines, from, range) {
    const right = [];
    let left = 0;
    let at = from;
    while (left < range.oldCount || right.length < range.newCount) {
        const line = lines[at++];
        if (line === undefined)
            return null;
        const text = line.endsWith('\r') ? line.slice(1, -1) : line.slice(1);
        switch (line[0]) {
            case '+':
                right.push(text);
                break;
            case '-':
                left++;
                break;
            case ' ':
            case undefined:
                left++;
                right.push(text);
                break;
            case '\\':
                break;
            default:
                return null;
        }
    }
    if (left !== range.oldCount || right.length !== range.newCount)
        return null;
    while (lines[at]?.startsWith('\\'))
        at++;
    return { right, next: at };
}
/** The hunk that holds both ends of a range, or null. Two hunks that touch are still two hunks to GitHub. */
function hunkAround(hunks, startLine, endLine) {
    return hunks.find((hunk) => hunk.startLine <= startLine && endLine <= hunk.endLine) ?? null;
}
/** The part of a range that one hunk holds, the longest where several do; null when no line is in any. */
function commentablePart(hunks, startLine, endLine) {
    let best = null;
    for (const hunk of hunks) {
        const part = { startLine: Math.max(hunk.startLine, startLine), endLine: Math.min(hunk.endLine, endLine) };
        const length = part.endLine - part.startLine;
        if (length >= 0 && (best === null || length > best.endLine - best.startLine))
            best = part;
    }
    return best;
}


/***/ }),

/***/ 5101:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ placedFiles),
/* harmony export */   z: () => (/* binding */ readHead)
/* harmony export */ });
/* harmony import */ var _text_decode_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5685);
/* harmony import */ var _diff_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2532);
/* harmony import */ var _api_digest_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4238);
/* harmony import */ var _api_failure_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5314);
/* harmony import */ var _api_limits_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2382);





/**
 * Compares the checkout with the head of the pull request, file by file, over Git's blob ids, and fetches what differs.
 * The default checkout of a pull request is a merge into the base, and that of `pull_request_target` is the base: lines
 * and texts of a review must be the head's. Works at fetch depth 1, and whatever steps did to the working tree.
 *
 * @param disk the checkout, by paths from the repository's root
 * @param wanted whether a file may be read by the check, so that it is worth fetching
 */
async function readHead(files, disk, wanted, client) {
    const head = new Map();
    let fetched = 0;
    for (const file of files) {
        if (file.status !== 'removed' && !wanted(file.path)) {
            head.set(file.path, unknown('the check does not read the file'));
            continue;
        }
        const own = disk(file.path);
        const bytes = own === null || own.size > _api_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .HEAD_FILE_BYTES */ .o0 ? null : bytesOf(own);
        const same = bytes !== null && file.sha !== null && (await (0,_api_digest_js__WEBPACK_IMPORTED_MODULE_2__/* .blobId */ .z)(bytes, file.sha)) === file.sha;
        if (file.status === 'removed')
            head.set(file.path, { kind: 'removed', stale: same });
        else if (own !== null && same)
            head.set(file.path, { kind: 'disk', bytes: () => own.bytes() });
        else if (file.sha === null)
            head.set(file.path, unknown('GitHub names no content for the file'));
        else if (fetched >= _api_limits_js__WEBPACK_IMPORTED_MODULE_1__/* .HEAD_FILES */ .tr)
            head.set(file.path, unknown('too many files differ from the checkout'));
        else {
            fetched++;
            head.set(file.path, await fetchHead(file.sha, client));
        }
    }
    return head;
}
function unknown(reason) {
    return { kind: 'unknown', reason };
}
function bytesOf(source) {
    try {
        return source.bytes();
    }
    catch {
        // Not readable is not the same content; the check itself reports files that it needs and cannot read.
        return null;
    }
}
async function fetchHead(sha, client) {
    try {
        const bytes = await client.blob(sha);
        return { kind: 'fetched', bytes: () => bytes };
    }
    catch (thrown) {
        const { kind, status, message } = (0,_api_failure_js__WEBPACK_IMPORTED_MODULE_0__/* .failureOf */ .g5)(thrown);
        const why = kind === 'budget' ? message : (status ?? 'no answer');
        return unknown(`the head of the pull request could not be read (${why})`);
    }
}
/** What placing needs to know of each file: hunks and text of the head, or why there are none. */
function placedFiles(files, head) {
    return new Map(files.map((file) => [file.path, placedFile(file, head.get(file.path))]));
}
function placedFile(file, head) {
    const no = (reason) => ({ kind: 'unknown', reason });
    if (head === undefined || head.kind === 'removed')
        return no('the pull request removes the file');
    if (head.kind === 'unknown')
        return no(head.reason);
    if (file.patch === null) {
        return no(file.changes > 0 ? 'GitHub shows no diff for the file' : 'the pull request does not change its text');
    }
    const hunks = (0,_diff_js__WEBPACK_IMPORTED_MODULE_3__/* .parsePatch */ .iz)(file.patch);
    const decoded = (0,_text_decode_js__WEBPACK_IMPORTED_MODULE_4__/* .decode */ .D4)(head.bytes());
    if (hunks === null)
        return no('the diff of the file cannot be read');
    if (!decoded.ok)
        return no(decoded.reason);
    return { kind: 'known', head: { text: decoded.text, byteOrderMark: decoded.encoding.mark, hunks } };
}


/***/ })

};
