export const id = 504;
export const ids = [504,793];
export const modules = {

/***/ 7123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  headSources: () => (/* binding */ headSources)
});

// EXTERNAL MODULE: ./lib/config/defaults.js
var defaults = __webpack_require__(3294);
// EXTERNAL MODULE: ./lib/model/errors.js
var errors = __webpack_require__(3434);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./lib/sources/discover.js + 1 modules
var discover = __webpack_require__(1086);
// EXTERNAL MODULE: ./lib/sources/paths.js
var sources_paths = __webpack_require__(458);
;// CONCATENATED MODULE: ./lib/sources/match.js





/**
 * Those of some paths that patterns stand for, although they are not on disk: files that a pull request adds and the
 * checkout does not hold. Empty files with these names in a temporary folder are searched as the working directory is,
 * so that patterns mean the same. Paths that lead out of the folder match nothing.
 */
function matchingPaths(patterns, paths, defaults) {
    const folder = (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'clumio-policy-check-'));
    try {
        for (const path of paths) {
            const target = (0,external_node_path_.resolve)(folder, path);
            if (path.includes('\0') || target === folder || !(0,sources_paths/* isInside */.FK)(folder, target))
                continue;
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
            (0,external_node_fs_.writeFileSync)(target, '');
        }
        return (0,discover/* discover */.k)(patterns, { cwd: folder, workspace: folder, defaults }).paths;
    }
    finally {
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}

// EXTERNAL MODULE: ./lib/sources/workspace.js
var workspace = __webpack_require__(9627);
// EXTERNAL MODULE: ./lib/github/pull/session.js + 2 modules
var pull_session = __webpack_require__(4793);
// EXTERNAL MODULE: ./lib/action/prepare.js + 3 modules
var prepare = __webpack_require__(7900);
;// CONCATENATED MODULE: ./lib/action/pull.js






/** Files that Terraform may read besides those to check: worth fetching where the checkout differs. */
const WORTH_FETCHING = /\.(?:json|jsonc|tpl|tftpl|template|tf|tfvars|hcl)$/i;
/**
 * Puts the head of a pull request behind sources and lookup.
 *
 * @throws {UserError} when the checkout is the base's and the head cannot be read: judging the base says nothing about
 * the pull request.
 */
async function headSources({ pull, trusted }, prepared, map, client) {
    const { place, disk } = prepared;
    const atRoot = (0,workspace/* openWorkspace */.O)({ cwd: place.root, workspace: place.workspace });
    const onDisk = new Set(prepared.paths.map(map.toRoot));
    let toCheck = onDisk;
    const choose = (files) => {
        toCheck = new Set([...onDisk, ...missingFromDisk(files, atRoot.lookup, prepared, map)]);
        return (path) => toCheck.has(path) || WORTH_FETCHING.test(path);
    };
    const session = await (0,pull_session/* openPull */.Q_)(pull, atRoot.lookup, choose, client);
    if (trusted)
        refuseUnread(session, toCheck);
    const overlay = (0,pull_session/* overHead */.zj)((path) => (onDisk.has(path) ? disk.source(map.toReport(path)) : null), session.head);
    const overLookup = (0,pull_session/* overHead */.zj)((path) => disk.lookup(map.toReport(path)), session.head);
    const isLost = (path) => atRoot.lookup(path) === null;
    const lost = unreadFiles(session, map, (path) => toCheck.has(path) && isLost(path));
    const stale = unreadFiles(session, map, (path) => toCheck.has(path) && !isLost(path));
    return {
        session: { ...session, problems: [...session.problems, ...staleWords(stale)] },
        lost: lostError(lost),
        sources: [...toCheck].map(map.toReport).flatMap((path) => {
            const source = named(path, overlay(map.toRoot(path)));
            return source === null ? [] : [(0,prepare/* asNamed */.m)(prepared, source)];
        }),
        lookup: Object.assign((path) => named(path, overLookup(map.toRoot(path))), {
            list: (folder) => {
                const added = (0,pull_session/* headEntries */.x6)(session.head, rootFolder(folder, map)).map(map.toReport);
                return [...new Set([...(disk.lookup.list?.(folder) ?? []), ...added])].sort();
            },
        }),
    };
}
/** A folder from the repository's root, `''` for the root itself. */
function rootFolder(folder, map) {
    const path = map.toRoot(folder);
    return path === '.' ? '' : path.replace(/\/$/, '');
}
/** The files of a pull request that the checkout does not hold and the patterns of `files` mean. */
function missingFromDisk(files, disk, prepared, map) {
    const missing = files.filter(({ path, status }) => status !== 'removed' && disk(path) === null);
    if (missing.length === 0)
        return [];
    const paths = missing.map(({ path }) => map.toReport(path));
    return matchingPaths(prepared.inputs.files, paths, defaults/* DEFAULT_FILES */.Yc).map(map.toRoot);
}
/** Files to check of which the head's content could not be had. */
function unreadFiles({ head }, map, isMeant) {
    return [...head].flatMap(([path, file]) => file.kind === 'unknown' && isMeant(path) ? [{ path: map.toReport(path), reason: file.reason }] : []);
}
/** One error for all of them: green must not mean that nobody looked. */
function lostError(lost) {
    const [first] = lost;
    if (first === undefined)
        return [];
    const message = `${manyFiles(lost)}: in the pull request, not in the checkout, and not readable through the API (${first.reason}). Check the pull request out`;
    return [new errors/* UserError */.y(message, { path: first.path })];
}
/** The checkout may be of another version. */
function staleWords(stale) {
    const [first] = stale;
    if (first === undefined)
        return [];
    return [
        `${manyFiles(stale)}: judged as the checkout has it, and not commented inline, since it differs from the head of the pull request and that could not be read (${first.reason}).`,
    ];
}
function manyFiles(files) {
    return `${files[0]?.path ?? ''}${files.length < 2 ? '' : ` and ${files.length - 1} more files`}`;
}
function refuseUnread({ files, head, problems }, toCheck) {
    if (files === null)
        throw new errors/* UserError */.y(problems.join(' '));
    const unread = [...head].find(([path, file]) => file.kind === 'unknown' && toCheck.has(path));
    if (unread === undefined)
        return;
    const [path, file] = unread;
    const reason = file.kind === 'unknown' ? file.reason : '';
    throw new errors/* UserError */.y(`${path} cannot be checked as the pull request has it: ${reason}`, { path });
}
/** A source under its path from the working directory, as reports name it. */
function named(path, source) {
    if (source === null || source.path === path)
        return source;
    return { path, size: source.size, bytes: () => source.bytes() };
}


/***/ }),

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


/***/ }),

/***/ 4793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  changedFiles: () => (/* binding */ changedFiles),
  x6: () => (/* binding */ headEntries),
  openClient: () => (/* binding */ openClient),
  Q_: () => (/* binding */ openPull),
  zj: () => (/* binding */ overHead),
  repositoryPlace: () => (/* binding */ repositoryPlace)
});

// EXTERNAL MODULE: ./lib/model/tool.js
var tool = __webpack_require__(1207);
// EXTERNAL MODULE: ./node_modules/@actions/github/lib/github.js + 22 modules
var github = __webpack_require__(2413);
// EXTERNAL MODULE: ./lib/github/api/failure.js
var api_failure = __webpack_require__(5314);
// EXTERNAL MODULE: ./lib/github/api/limits.js
var limits = __webpack_require__(2382);
;// CONCATENATED MODULE: ./lib/github/api/pace.js


const SYSTEM_CLOCK = {
    now: () => Date.now(),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
const TRIES = { read: limits/* READ_TRIES */.hP, repeatable: limits/* WRITE_TRIES */.QI, once: 1 };
/**
 * When calls go out, and how many. Writes are a second apart. A call is tried again when GitHub refused it for being
 * too early, for then nothing was done; after an unclear answer only when doing it twice is harmless. One run gets a
 * number of calls and a time, of which a part is kept for its last words.
 */
class Pace {
    #clock;
    #start;
    #calls = 0;
    #waited = 0;
    #lastWrite = null;
    #reserved = true;
    constructor(clock = SYSTEM_CLOCK) {
        this.#clock = clock;
        this.#start = clock.now();
    }
    /** Calls sent so far, repeated ones included. */
    get calls() {
        return this.#calls;
    }
    /** Lets the calls that follow use what was kept back. */
    openReserve() {
        this.#reserved = false;
    }
    /**
     * Sends a call, again where that is allowed and sensible.
     *
     * @throws {BudgetError} instead of sending more than a run may; else whatever the last try threw.
     */
    async send(kind, call) {
        for (let tries = 1;; tries++) {
            try {
                return await call(this.#spend());
            }
            catch (thrown) {
                const wait = this.#waitFor(thrown, kind, tries);
                if (wait === null || this.#waited + wait > limits/* TOTAL_WAIT_MS */.oB || wait >= this.#remaining())
                    throw thrown;
                this.#waited += wait;
                await this.#clock.sleep(wait);
            }
        }
    }
    /** Keeps a second between writes, measured from the end of the previous pause. */
    async beforeWrite() {
        const now = this.#clock.now();
        if (this.#lastWrite !== null)
            await this.#clock.sleep(Math.max(0, this.#lastWrite + limits/* WRITE_PAUSE_MS */.E - now));
        this.#lastWrite = this.#clock.now();
    }
    /** Counts one call; returns the signal that ends it in time. */
    #spend() {
        if (this.#calls >= limits/* API_CALLS */.Ht - (this.#reserved ? limits/* RESERVED_CALLS */.t9 : 0)) {
            throw new api_failure/* BudgetError */.Wp(`this run has made its ${this.#calls} calls`);
        }
        const remaining = this.#remaining();
        if (remaining <= 0)
            throw new api_failure/* BudgetError */.Wp('this run has used up its time');
        this.#calls++;
        return AbortSignal.timeout(Math.min(limits/* REQUEST_TIMEOUT_MS */.j2, remaining));
    }
    #remaining() {
        return this.#start + limits/* RUN_MS */.dp - (this.#reserved ? limits/* RESERVED_MS */.s4 : 0) - this.#clock.now();
    }
    /** How long to wait before the same call may go out again; null when it must not. */
    #waitFor(thrown, kind, tries) {
        const failure = (0,api_failure/* failureOf */.g5)(thrown);
        if (failure.kind === 'rate-limit') {
            const asked = (0,api_failure/* retryAfter */.P9)(thrown, this.#clock.now()) ?? limits/* SECONDARY_WAIT_MS */.eG;
            return tries < limits/* READ_TRIES */.hP && asked <= limits/* LONGEST_WAIT_MS */.u_ ? asked : null;
        }
        return failure.kind === 'unclear' && tries < TRIES[kind] ? limits/* READ_RETRY_PAUSE_MS */.qr * 2 ** (tries - 1) : null;
    }
}

;// CONCATENATED MODULE: ./lib/github/api/client.js




function postOf({ id, body, user, html_url }) {
    return { id, body: body ?? '', login: user?.login ?? null, url: html_url };
}
/**
 * The calls of this action, all pages of every list, at the pace and within the budget of a run. Errors are the
 * client's own: read them with `failureOf`.
 */
class GitHubClient {
    #octokit;
    #place;
    #pace;
    constructor(options) {
        this.#place = { owner: options.owner, repo: options.repo };
        this.#pace = new Pace(options.clock);
        const quiet = () => undefined;
        this.#octokit = (0,github/* getOctokit */.Q)(options.token, {
            baseUrl: options.apiUrl,
            userAgent: options.userAgent,
            // The default logger prints GitHub's texts, which are not ours to trust.
            log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
        });
        this.#octokit.hook.wrap('request', async (request, parameters) => {
            // GraphQL fails with status 200, which is seen only behind this hook: `#graphql` paces its own calls.
            if (parameters.url.endsWith('/graphql'))
                return request(parameters);
            const kind = parameters.method === 'GET' ? 'read' : parameters.method === 'POST' ? 'once' : 'repeatable';
            return this.#pace.send(kind, async (signal) => request({ ...parameters, request: { ...parameters.request, signal } }));
        });
    }
    /** Calls sent so far. */
    get calls() {
        return this.#pace.calls;
    }
    /** Lets the calls that follow use the part of the budget that is kept back. */
    openReserve() {
        this.#pace.openReserve();
    }
    async pull(number) {
        const { data } = await this.#octokit.rest.pulls.get({ ...this.#place, pull_number: number });
        return { headSha: data.head.sha, locked: data.locked, open: data.state === 'open' };
    }
    /**
     * The pull requests of a commit, of whatever repository they are into.
     *
     * @param repository `owner/name` of the repository the commit is in: a fork's commits are not known by the base's name
     */
    async pullsOf(repository, sha) {
        const [owner = '', repo = ''] = repository.split('/');
        const { rest, paginate } = this.#octokit;
        const pulls = await paginate(rest.repos.listPullRequestsAssociatedWithCommit, {
            owner,
            repo,
            commit_sha: sha,
            per_page: limits/* PAGE_SIZE */.md,
        });
        return pulls.map(({ number, state, locked, head, base }) => ({
            number,
            open: state === 'open',
            locked,
            headSha: head.sha,
            baseSha: base.sha,
            baseRepositoryId: base.repo.id,
        }));
    }
    async files(number) {
        const files = await this.#octokit.paginate(this.#octokit.rest.pulls.listFiles, {
            ...this.#place,
            pull_number: number,
            per_page: limits/* PAGE_SIZE */.md,
        });
        return files.map((file) => ({
            path: file.filename,
            previousPath: file.previous_filename ?? null,
            status: file.status,
            sha: file.sha,
            changes: file.changes,
            patch: file.patch ?? null,
        }));
    }
    /** The files that differ between the merge base of two commits and the second; the first page holds all GitHub gives. */
    async comparedFiles(base, head) {
        const basehead = `${base}...${head}`;
        const { data } = await this.#octokit.rest.repos.compareCommitsWithBasehead({ ...this.#place, basehead });
        return (data.files ?? []).map((file) => file.filename);
    }
    async blob(sha) {
        const { data } = await this.#octokit.rest.git.getBlob({ ...this.#place, file_sha: sha });
        return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8');
    }
    /** A file's blob id and, where the call carries it (up to 1 MB), its content. Null when there is no such file. */
    async contents(path, ref) {
        try {
            const { data } = await this.#octokit.rest.repos.getContent({ ...this.#place, path, ref });
            if (Array.isArray(data) || data.type !== 'file')
                return null;
            const bytes = data.encoding === 'base64' ? Buffer.from(data.content, 'base64') : null;
            return { sha: data.sha, bytes };
        }
        catch (thrown) {
            if ((0,api_failure/* failureOf */.g5)(thrown).status === 404)
                return null;
            throw thrown;
        }
    }
    async reviews(number) {
        const { rest, paginate } = this.#octokit;
        const reviews = await paginate(rest.pulls.listReviews, { ...this.#place, pull_number: number, per_page: limits/* PAGE_SIZE */.md });
        return reviews.map(postOf);
    }
    async createReview(number, review) {
        await this.#pace.beforeWrite();
        const { data } = await this.#octokit.rest.pulls.createReview({
            ...this.#place,
            pull_number: number,
            commit_id: review.commit,
            event: 'COMMENT',
            body: review.body,
            comments: review.comments.map(({ path, startLine, endLine, body }) => ({
                path,
                body,
                line: endLine,
                side: 'RIGHT',
                ...(startLine < endLine ? { start_line: startLine, start_side: 'RIGHT' } : {}),
            })),
        });
        return postOf(data);
    }
    async reviewComments(number) {
        const { rest, paginate } = this.#octokit;
        const list = await paginate(rest.pulls.listReviewComments, {
            ...this.#place,
            pull_number: number,
            per_page: limits/* PAGE_SIZE */.md,
        });
        return list.map((comment) => ({
            id: comment.id,
            nodeId: comment.node_id,
            body: comment.body,
            login: comment.user?.login ?? null,
            path: comment.path,
            startLine: comment.start_line ?? comment.line ?? null,
            line: comment.line ?? null,
            inReplyTo: comment.in_reply_to_id ?? null,
        }));
    }
    async updateReviewComment(id, body) {
        await this.#pace.beforeWrite();
        await this.#octokit.rest.pulls.updateReviewComment({ ...this.#place, comment_id: id, body });
    }
    async deleteReviewComment(id) {
        await this.#pace.beforeWrite();
        await this.#octokit.rest.pulls.deleteReviewComment({ ...this.#place, comment_id: id });
    }
    async conversation(number) {
        const { rest, paginate } = this.#octokit;
        const list = await paginate(rest.issues.listComments, { ...this.#place, issue_number: number, per_page: limits/* PAGE_SIZE */.md });
        return list.map(postOf);
    }
    async createComment(number, body) {
        await this.#pace.beforeWrite();
        const { data } = await this.#octokit.rest.issues.createComment({ ...this.#place, issue_number: number, body });
        return postOf(data);
    }
    async updateComment(id, body) {
        await this.#pace.beforeWrite();
        const { data } = await this.#octokit.rest.issues.updateComment({ ...this.#place, comment_id: id, body });
        return postOf(data);
    }
    /** The name under which this token posts, as REST writes it: `github-actions[bot]` for the workflow's own token. */
    async viewer() {
        const data = await this.#graphql('read', 'query { viewer { login } }', {});
        return data.viewer.login;
    }
    /** The threads of a pull request's review comments; those whose first comment is gone are left out. */
    async reviewThreads(number) {
        const threads = [];
        let after = null;
        do {
            const data = await this.#graphql('read', THREADS, { ...this.#place, number, after });
            const { nodes, pageInfo } = data.repository.pullRequest.reviewThreads;
            for (const { id, isResolved, comments } of nodes) {
                const [first] = comments.nodes;
                if (first === undefined)
                    continue;
                threads.push({ id, resolved: isResolved, firstComment: first.id, hidden: first.isMinimized });
            }
            after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        } while (after !== null);
        return threads;
    }
    /** Needs `contents: write`, which most tokens of workflows do not have (github/gh-aw#35726). */
    async resolveThreads(ids) {
        const field = (id) => `resolveReviewThread(input: { threadId: ${id} }) { thread { id } }`;
        await this.#mutate(ids, field);
    }
    /** Hides comments behind a word that says why. */
    async hideComments(nodeIds, why) {
        const field = (id) => `minimizeComment(input: { subjectId: ${id}, classifier: ${why} }) { minimizedComment { isMinimized } }`;
        await this.#mutate(nodeIds, field);
    }
    /** One mutation for each id, many in one call; GitHub carries out those that it does not refuse. */
    async #mutate(ids, field) {
        for (let start = 0; start < ids.length; start += limits/* MUTATIONS_PER_CALL */.qM) {
            const some = ids.slice(start, start + limits/* MUTATIONS_PER_CALL */.qM);
            const declared = some.map((_, i) => `$id${i}: ID!`).join(', ');
            const fields = some.map((_, i) => `  done${i}: ${field(`$id${i}`)}`).join('\n');
            await this.#pace.beforeWrite();
            const variables = Object.fromEntries(some.map((id, i) => [`id${i}`, id]));
            await this.#graphql('repeatable', `mutation (${declared}) {\n${fields}\n}`, variables);
        }
    }
    #graphql(kind, query, variables) {
        return this.#pace.send(kind, (signal) => this.#octokit.graphql(query, { ...variables, request: { signal } }));
    }
}
const THREADS = `query ($owner: String!, $repo: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: ${limits/* PAGE_SIZE */.md}, after: $after) {
        nodes { id isResolved comments(first: 1) { nodes { id isMinimized } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

// EXTERNAL MODULE: ./lib/github/pull/head.js
var head = __webpack_require__(5101);
// EXTERNAL MODULE: ./lib/github/api/remarks.js
var remarks = __webpack_require__(9817);
;// CONCATENATED MODULE: ./lib/github/pull/session.js






/** Null outside of a workflow, or when the variables make no sense. */
function repositoryPlace(env) {
    const repository = env.GITHUB_REPOSITORY ?? '';
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository))
        return null;
    return {
        apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
        serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
        repository,
    };
}
function openClient(token, { apiUrl, repository }) {
    const [owner = '', repo = ''] = repository.split('/');
    return new GitHubClient({ token, apiUrl, owner, repo, userAgent: `clumio-policy-check/${tool/* VERSION */.x}` });
}
/**
 * Reads a pull request before the check.
 *
 * @param disk the checkout, by paths from the repository's root
 * @param choose which of the files the check may read, by the same paths
 */
async function openPull(pull, disk, choose, client) {
    try {
        const files = await client.files(pull.number);
        const problems = files.length < limits/* PULL_FILES */.qL
            ? []
            : [`GitHub lists only the first ${limits/* PULL_FILES */.qL} files of a pull request; others are not told inline.`];
        return { pull, files, head: await (0,head/* readHead */.z)(files, disk, choose(files), client), problems };
    }
    catch (thrown) {
        const problem = (0,remarks/* failureWords */.A)('The files of the pull request could not be listed', (0,api_failure/* failureOf */.g5)(thrown), pull.readOnly);
        return { pull, files: null, head: new Map(), problems: [problem] };
    }
}
/** A lookup in which the head's content stands before the checkout's. */
function overHead(disk, head) {
    return (path) => {
        const file = head.get(path);
        if (file?.kind === 'fetched')
            return fetched(path, file.bytes());
        return file?.kind === 'removed' && file.stale ? null : disk(path);
    };
}
/** What stands directly in a folder of the head and may be missing from the checkout, as paths; sorted. */
function headEntries(head, folder) {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = new Set();
    for (const [path, file] of head) {
        if (file.kind !== 'fetched' || !path.startsWith(prefix))
            continue;
        const end = path.indexOf('/', prefix.length);
        entries.add(end === -1 ? path : path.slice(0, end));
    }
    return [...entries].sort();
}
function fetched(path, bytes) {
    return { path, size: bytes.length, bytes: () => bytes };
}
/**
 * The files that the change of an event touches, from the repository's root, removed ones left out; null for an event
 * without a change, and where GitHub does not list them all: then everything is reported.
 */
async function changedFiles(event, session, client) {
    const all = { paths: null, problem: 'GitHub does not list all changed files, so findings in all files are reported.' };
    if (session !== null) {
        const { files } = session;
        if (files === null || files.length >= limits/* PULL_FILES */.qL)
            return all;
        return { paths: new Set(files.filter(({ status }) => status !== 'removed').map(({ path }) => path)), problem: null };
    }
    if (event.kind !== 'merge-group')
        return { paths: null, problem: null };
    if (client === null)
        return all;
    try {
        const files = await client.comparedFiles(event.baseSha, event.headSha);
        return files.length >= limits/* COMPARE_FILES */.Q$ ? all : { paths: new Set(files), problem: null };
    }
    catch {
        return all;
    }
}


/***/ })

};
