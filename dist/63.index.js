export const id = 63;
export const ids = [63];
export const modules = {

/***/ 9482:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ix: () => (/* binding */ offered),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   _N: () => (/* binding */ pastedBucket),
/* harmony export */   lU: () => (/* binding */ fixOwnership)
/* harmony export */ });
/* harmony import */ var _documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3155);
/* harmony import */ var _text_edit_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(2635);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7032);
/* harmony import */ var _sources_source_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(6949);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2815);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1850);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(2360);







/** The change to `BucketOwnerEnforced`: an edit where it is a source and no ACL is in use, else the lines or commands. */
function fixOwnership(draft, text) {
    const { origin } = draft.setting;
    if (origin.wrapped)
        return { fix: shown(commands(draft.setting.bucket), 'it is the output of a command'), textEdits: [] };
    const node = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_2__/* .treeOf */ .g7)(text, origin.base).at(origin.at);
    const wanted = `"ObjectOwnership": "${_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB}"`;
    if (node === null || node.type !== 'string')
        return { fix: shown(wanted, 'the value is not written out here'), textEdits: [] };
    const { start, end } = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_2__/* .spanOf */ .ee)(node);
    const textEdits = [{ offset: start, length: end - start, text: JSON.stringify(_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB) }];
    const line = (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_3__/* .toLineEdit */ .MS)(text, textEdits);
    if (draft.aclsInUse) {
        return {
            fix: shown(wanted, draft.setting.aclsNeeded === true ? LOGS_WHY : ACLS_WHY),
            textEdits: [],
        };
    }
    if (origin.path === _sources_source_js__WEBPACK_IMPORTED_MODULE_4__/* .STDIN_PATH */ .p)
        return { fix: shown(wanted, _statement_js__WEBPACK_IMPORTED_MODULE_1__/* .PIPED */ .JB), textEdits: [] };
    if (line !== null && line.replacement.length > _merge_js__WEBPACK_IMPORTED_MODULE_5__/* .MAX_REPLACEMENT */ .yd)
        return { fix: shown(wanted, _merge_js__WEBPACK_IMPORTED_MODULE_5__/* .TOO_LONG */ .ch), textEdits: [] };
    if (line === null || (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_6__/* .eolStyle */ .qA)(text) === 'mixed')
        return { fix: shown(wanted, 'the file mixes line ends'), textEdits: [] };
    return {
        fix: offered({ path: origin.path, ...line }),
        textEdits,
        instead: shown(wanted, _merge_js__WEBPACK_IMPORTED_MODULE_5__/* .TOO_LONG */ .ch),
    };
}
/** The change as an edit of a source. */
function offered(edit) {
    return {
        remedy: 'bucket-owner-enforced',
        title: `Set Object Ownership to ${_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB}`,
        applicability: 'edit',
        note: 'ACLs are disabled and the bucket owner owns every object, existing ones too. Readers and writers that rely on ACLs must get access by policy first.',
        text: null,
        edits: [edit],
    };
}
const ACLS_WHY = 'ACLs may be in use: move their grants to the bucket policy and remove them first';
const LOGS_WHY = 'CloudFront writes its standard logs to this bucket by ACL and would stop: move them to another bucket, or to its newer logging, first';
const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
/** Text to paste gets only a name that S3 allows. */
function pastedBucket(bucket) {
    return bucket !== null && BUCKET_NAME.test(bucket) ? bucket : '<bucket>';
}
function commands(bucket) {
    const name = pastedBucket(bucket);
    return [
        `aws s3api put-bucket-acl --bucket ${name} --acl private`,
        `aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls 'Rules=[{ObjectOwnership=${_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB}}]'`,
    ].join('\n');
}
function shown(text, why) {
    return {
        remedy: 'bucket-owner-enforced',
        title: `Set Object Ownership to ${_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB}`,
        applicability: 'text-only',
        note: `Shown only: ${why}. With ${_documents_ownership_js__WEBPACK_IMPORTED_MODULE_0__/* .ENFORCED */ .BB}, ACLs no longer count; grant by policy what they granted before.`,
        text,
        edits: [],
    };
}


/***/ }),

/***/ 6063:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   O: () => (/* binding */ finish),
/* harmony export */   finishFindings: () => (/* binding */ finishFindings)
/* harmony export */ });
/* harmony import */ var _documents_policy_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(30);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(145);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2815);
/* harmony import */ var _bucket_owner_enforced_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9482);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1850);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2360);






/** Drafts of one file as findings: with lines, and with edits or the reason there are none. */
async function finishFindings(path, text, drafts, options, alternatives) {
    const each = (draft, room) => finish(draft, path, text, options, alternatives, room);
    const finished = await finishAll(drafts, each);
    const withFix = finished.filter(({ textEdits }) => textEdits.length > 0);
    const fixes = (0,_merge_js__WEBPACK_IMPORTED_MODULE_5__/* .mergeEdits */ .Yb)(path, text, withFix.map(({ finding, textEdits, instead }) => ({ fix: fixOf(finding), textEdits, instead })));
    const merged = new Map(withFix.map(({ finding }, i) => [finding, fixes[i] ?? null]));
    return finished.map(({ finding }) => merged.has(finding) ? { ...finding, fix: merged.get(finding) ?? null } : finding);
}
/** S3's limit holds for what all edits of a policy make of it: where it does not take all of them, shorter ones are made. */
async function finishAll(drafts, each) {
    const pass = async (tight) => {
        const finished = [];
        const grown = new Map();
        for (const draft of drafts) {
            const policy = policyOf(draft);
            if (policy === null)
                finished.push(await each(draft, ROOMY));
            else {
                const before = grown.get(policy) ?? 0;
                const done = await each(draft, { grown: before, tight: tight.has(policy) });
                grown.set(policy, before + (done.growth ?? 0));
                finished.push(done);
            }
        }
        return finished;
    };
    const first = await pass(new Set());
    const tight = drafts.filter((_, i) => first[i]?.crowded === true).map(policyOf);
    return tight.length === 0 ? first : pass(new Set(tight.filter((policy) => policy !== null)));
}
const ROOMY = { grown: 0, tight: false };
function policyOf(draft) {
    return 'judged' in draft ? draft.judged.policy : null;
}
function fixOf(finding) {
    if (finding.fix === null)
        throw new Error('a finding with text edits has a fix');
    return finding.fix;
}
/** One draft as a finding, with the text edits of its fix. */
function finish(draft, path, text, options, alternatives, room = ROOMY) {
    switch (draft.rule) {
        case 'object-ownership':
            return finishSetting(draft, path, text);
        case 'policy-unreadable':
        case 'policy-unknown':
            return finishUnread(draft, path);
        default:
            return finishStatement(draft, path, text, options, alternatives, room);
    }
}
async function finishStatement(draft, path, text, options, alternatives, room) {
    const { subject, facts } = draft;
    const result = draft.rule === 'ineffective-exemption'
        ? { ok: false, why: 'the fix is that of the Deny finding on the same statement' }
        : await (0,_statement_js__WEBPACK_IMPORTED_MODULE_3__/* .fixStatement */ .FO)(draft, text, options, alternatives, room);
    const textEdits = result.ok ? result.main.textEdits : [];
    const finding = {
        rule: draft.rule,
        level: draft.level,
        message: draft.message,
        fingerprint: draft.fingerprint,
        location: (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .h)(path, text, (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .statementSpan */ .k)(draft, text, textEdits)),
        policy: refOf(draft.judged.policy.origin, (0,_documents_policy_js__WEBPACK_IMPORTED_MODULE_0__/* .shownBucket */ .G)(draft.judged.policy, subject.bucket), pointerOf(draft)),
        statement: {
            index: subject.statement.index,
            sid: draft.judged.policy.sensitive === true ? null : subject.statement.sid,
        },
        ...facts,
        fix: result.ok ? result.main.fix : null,
        fixUnavailable: result.ok ? null : result.why,
        alternative: result.ok ? result.alternative : null,
    };
    return {
        finding,
        textEdits,
        ...(result.ok ? { growth: result.main.growth, crowded: result.main.crowded, instead: result.main.instead } : {}),
    };
}
/** The statement's JSON pointer; of a wrapped policy that of the string, of a single statement that of the member. */
function pointerOf({ judged, subject }) {
    const { origin, raw } = judged.policy;
    if (origin.at.length === 0 && origin.wrapped)
        return null;
    if (origin.wrapped)
        return pointer(origin.at);
    const list = Array.isArray(raw.Statement);
    return pointer([...origin.at, 'Statement', ...(list ? [subject.statement.index] : [])]);
}
/** RFC 6901. */
function pointer(at) {
    return at.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
function refOf(origin, bucket, at) {
    return { source: origin.source, path: origin.path, pointer: at, address: origin.address, bucket };
}
function finishSetting(draft, path, text) {
    const { origin, bucket } = draft.setting;
    const { fix, textEdits, instead } = (0,_bucket_owner_enforced_js__WEBPACK_IMPORTED_MODULE_2__/* .fixOwnership */ .lU)(draft, text);
    const node = origin.at.length === 0 ? null : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_4__/* .treeOf */ .g7)(text, origin.base).at(origin.at);
    const finding = {
        rule: draft.rule,
        level: draft.level,
        message: draft.message,
        fingerprint: draft.fingerprint,
        location: (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .h)(path, text, node === null ? { start: 0, end: 0 } : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_4__/* .spanOf */ .ee)(node)),
        policy: refOf(origin, bucket, origin.at.length === 0 ? null : pointer(origin.at)),
        fix,
        fixUnavailable: null,
    };
    return { finding, textEdits, instead };
}
function finishUnread(draft, path) {
    const at = Math.min(draft.offset, draft.text.length);
    const finding = {
        rule: draft.rule,
        level: draft.level,
        message: draft.message,
        fingerprint: draft.fingerprint,
        location: (0,_locate_js__WEBPACK_IMPORTED_MODULE_1__/* .locationOf */ .h)(path, draft.text, { start: at, end: Math.min(at + 1, draft.text.length) }),
        policy: refOf(draft.origin, draft.bucket, null),
        fix: null,
        fixUnavailable: draft.rule === 'policy-unknown' ? 'its text is not known' : 'the policy must be readable first',
    };
    return { finding, textEdits: [] };
}


/***/ }),

/***/ 145:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   h: () => (/* binding */ locationOf),
/* harmony export */   k: () => (/* binding */ statementSpan)
/* harmony export */ });
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7032);
/* harmony import */ var _statement_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1850);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2360);



/** A span of a text as lines and columns. */
function locationOf(path, text, { start, end }) {
    const index = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .lineIndexOf */ .cL)(text);
    const from = index.positionAt(start);
    const to = index.positionAt(end);
    return { path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column };
}
/**
 * Where a person would edit: the lines of the edit, else the element that the finding is about, else the statement, else
 * the string that holds the policy.
 */
function statementSpan(draft, text, edits) {
    const { origin } = draft.judged.policy;
    if (origin.wrapped)
        return spanOr((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .treeOf */ .g7)(text, origin.base).at(origin.at));
    const statement = (0,_statement_js__WEBPACK_IMPORTED_MODULE_0__/* .statementNode */ .sw)(draft, text);
    if (statement === null)
        return spanOr((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .treeOf */ .g7)(text, origin.base).at(origin.at));
    const element = elementAt(statement, draft.route);
    if (edits.length === 0)
        return element ?? headOf(text, statement);
    // A renamed Principal is shown whole; edits of a Condition as the lines they touch.
    const first = Math.min(...edits.map(({ offset }) => offset));
    if (element !== null && first >= element.start && first < element.end && draft.route.length === 1)
        return element;
    return linesOf(text, edits);
}
function spanOr(node) {
    return node === null ? { start: 0, end: 0 } : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(node);
}
/** The member that a route ends at, key included. */
function elementAt(statement, route) {
    let node = statement;
    let span = null;
    for (const step of route) {
        const member = node === null ? null : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNode */ .lv)(node, String(step));
        if (member === null)
            return span;
        span = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(member);
        node = member.children?.[1] ?? null;
    }
    return span;
}
/** The first line of a statement, for findings on the whole of it. */
function headOf(text, statement) {
    const { start, end } = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(statement);
    const newline = text.indexOf('\n', start);
    return { start, end: newline === -1 ? end : Math.min(end, newline) };
}
function linesOf(text, edits) {
    const index = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_2__/* .lineIndexOf */ .cL)(text);
    const first = index.positionAt(Math.min(...edits.map(({ offset }) => offset))).line;
    const last = index.positionAt(Math.max(...edits.map(({ offset, length }) => offset + length))).line;
    const indent = index.lineText(first).length - index.lineText(first).trimStart().length;
    return { start: index.startOf(first) + indent, end: index.endOf(last) };
}


/***/ }),

/***/ 2815:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Yb: () => (/* binding */ mergeEdits),
/* harmony export */   ch: () => (/* binding */ TOO_LONG),
/* harmony export */   yd: () => (/* binding */ MAX_REPLACEMENT)
/* harmony export */ });
/* harmony import */ var _text_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2635);

/**
 * Characters of a replacement. A suggestion repeats whole lines, and every finding on a line carries the whole edit: the
 * many policies of a long line would grow without bounds in a report.
 */
const MAX_REPLACEMENT = 256 * 1024;
const TOO_LONG = 'the line is too long to be replaced as a whole; lay the file out on lines first';
/**
 * Edits whose lines overlap become one edit that all their findings carry: a suggestion replaces whole lines, so two of
 * them on one line would undo each other. The input's order is kept.
 */
function mergeEdits(path, text, fixes) {
    const result = fixes.map(({ fix }) => fix);
    const order = fixes
        .map((_, i) => i)
        .filter((i) => (fixes[i]?.textEdits.length ?? 0) > 0)
        .sort((a, b) => lineOf(fixes, a).startLine - lineOf(fixes, b).startLine);
    let group = [];
    let end = 0;
    const close = () => {
        if (group.length > 1)
            mergeGroup(path, text, fixes, group, result);
        group = [];
    };
    for (const i of order) {
        const line = lineOf(fixes, i);
        if (line.startLine > end)
            close();
        group.push(i);
        end = Math.max(end, line.endLine);
    }
    close();
    return result;
}
function lineOf(fixes, i) {
    const edit = fixes[i]?.fix.edits[0];
    if (edit === undefined)
        throw new Error('a fix with text edits has a line edit');
    return edit;
}
function mergeGroup(path, text, fixes, group, result) {
    const line = (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .toLineEdit */ .MS)(text, (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctEdits */ .qp)(group.flatMap((i) => fixes[i]?.textEdits ?? [])));
    if (line === null)
        return;
    for (const i of group) {
        const { fix, instead } = fixes[i] ?? {};
        if (fix === undefined)
            continue;
        if (instead !== undefined && line.replacement.length > MAX_REPLACEMENT) {
            result[i] = instead;
            continue;
        }
        const note = `${fix.note} The edit also fixes the other findings on the same lines.`;
        result[i] = { ...fix, note, edits: [{ path, ...line }] };
    }
}


/***/ }),

/***/ 3421:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   JR: () => (/* binding */ namedRoles),
/* harmony export */   R0: () => (/* binding */ noFixReason),
/* harmony export */   x: () => (/* binding */ offer)
/* harmony export */ });
/* harmony import */ var _clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8458);
/* harmony import */ var _clumio_roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5772);
/* harmony import */ var _iam_glob_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3279);
/* harmony import */ var _iam_principal_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(9515);
/* harmony import */ var _iam_resource_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3605);
/* harmony import */ var _iam_text_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(6946);
/* harmony import */ var _rules_drafts_words_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9693);







/** Why a statement gets no fix at all: it is invalid, or denies Clumio on purpose. Null when it may get one. */
function noFixReason(subject) {
    const { statement } = subject;
    if (statement.principal.kind === 'invalid' || statement.effect === 'invalid' || statement.malformedCondition) {
        return 'the statement is not valid, so S3 refuses it; correct it first';
    }
    const named = namedOnPurpose(subject);
    if (named === null)
        return null;
    return `the statement names Clumio itself ("${(0,_rules_drafts_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(named)}"), which looks intended; to permit backups remove that entry, or the statement if it is the only one`;
}
/** The entry that denies the Clumio role or a Clumio session by name, in Principal or by aws:PrincipalArn; or null. */
function namedOnPurpose(subject) {
    const { statement, question } = subject;
    if (statement.principal.kind === 'principal') {
        for (const { type, value } of statement.principal.entries) {
            if (type !== 'AWS')
                continue;
            const hit = question.callers.some((caller) => {
                const { own, session } = (0,_iam_principal_js__WEBPACK_IMPORTED_MODULE_3__/* .identitiesOf */ .UI)(caller);
                return [own, session].some((identity) => identity !== null && (0,_iam_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchExact */ .tq)(value, identity) === 'T');
            });
            if (hit ||
                ((0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(value) && value.startsWith('AROA') && question.callers.some((caller) => caller.roleId === value))) {
                return (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .display */ .Vy)(value);
            }
        }
    }
    for (const { key, operator, values } of statement.conditions) {
        if (key.toLowerCase() !== 'aws:principalarn' || operator.includes('Not') || operator === 'Null')
            continue;
        const clumio = values.find((value) => (0,_clumio_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikeClumio */ .B4)((0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .display */ .Vy)(value)) || namesRole(value, question.callers));
        if (clumio !== undefined)
            return (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .display */ .Vy)(clumio);
    }
    return null;
}
function namesRole(value, callers) {
    return callers.some((caller) => {
        const { own } = (0,_iam_principal_js__WEBPACK_IMPORTED_MODULE_3__/* .identitiesOf */ .UI)(caller);
        return own !== null && (0,_iam_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchExact */ .tq)(value, own) === 'T';
    });
}
/** The roles to exempt, when all of them are spelled out. */
function namedRoles(subject) {
    const named = subject.integrations.filter(_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .isNamed */ .ev);
    return named.length === subject.integrations.length ? named : null;
}
function offer(remedy, subject) {
    return remedy === 'principal-arn' ? { offered: true, caveats: [] } : offerNotPrincipal(subject);
}
const BOUNDARY_WHY = 'the Clumio role has a permissions boundary, and AWS applies a Deny with NotPrincipal to such a role whatever the list contains';
const CREATED_WHY = 'the plan only creates the Clumio role, and S3 refuses a policy that names a principal which does not exist yet';
const BOUNDARY_CAVEAT = 'valid only if the Clumio role has no permissions boundary; an exception on aws:PrincipalArn works either way';
const SERVICES_CAVEAT = 'AWS documents {"AWS":"*"} for IAM principals only, while NotPrincipal covers everyone not listed: AWS services that use this bucket (log delivery, inventory, replication) may fall under the Deny; check them, or use an exception on aws:PrincipalArn';
function offerNotPrincipal(subject) {
    const { principal } = subject.statement;
    if (subject.integrations.some(({ boundary }) => boundary === 'present'))
        return refuse(BOUNDARY_WHY);
    if (subject.integrations.some(({ created }) => created === true))
        return refuse(CREATED_WHY);
    const caveats = subject.integrations.some(({ boundary }) => boundary === 'unknown') ? [BOUNDARY_CAVEAT] : [];
    if (principal.kind === 'invalid')
        return refuse('the statement is not valid');
    if (principal.kind === 'not-principal' || principal.everyone)
        return { offered: true, caveats };
    const star = principal.entries.some(({ type, value }) => type === 'AWS' && value === '*');
    if (!star)
        return refuse(listWhy(subject));
    if (principal.partial || principal.entries.some(({ type }) => type !== 'AWS')) {
        return refuse('Principal names others besides "*", and NotPrincipal cannot keep them');
    }
    const service = serviceInUse(subject);
    if (service !== null) {
        return refuse(`${(0,_rules_drafts_words_js__WEBPACK_IMPORTED_MODULE_5__/* .cut */ .Jj)(service, 80)} is allowed to use this bucket, and under NotPrincipal this Deny might reach it`);
    }
    return { offered: true, caveats: [...caveats, SERVICES_CAVEAT] };
}
function refuse(why) {
    return { offered: false, why };
}
function listWhy({ statement, question }) {
    const byAccount = statement.principal.kind === 'principal' &&
        statement.principal.entries.length === 1 &&
        statement.principal.entries.some((entry) => question.callers.some((caller) => (0,_iam_principal_js__WEBPACK_IMPORTED_MODULE_3__/* .entryMatches */ .Yn)(entry, caller) === 'T'));
    return byAccount
        ? 'the statement denies all principals of the account, and NotPrincipal would turn it into a Deny for everyone else as well'
        : 'the statement denies a fixed list, and NotPrincipal would invert it';
}
/**
 * A service principal that an Allow of the same policy grants something that this Deny also matches, unless the
 * statement leaves services out by aws:PrincipalIsAWSService.
 */
function serviceInUse(subject) {
    const { statement, document, question } = subject;
    const excludesServices = statement.conditions.some(({ key, operator, values }) => key.toLowerCase() === 'aws:principalisawsservice' &&
        operator === 'Bool' &&
        values.every((value) => value === 'false'));
    if (excludesServices)
        return null;
    const context = {
        lookup: () => ({ presence: 'no', rests: [] }),
        isUnknownKey: () => false,
        isObjectState: () => false,
    };
    for (const allow of document.statements) {
        if (allow.effect !== 'Allow' || allow.principal.kind !== 'principal')
            continue;
        const service = allow.principal.entries.find(({ type }) => type === 'Service');
        if (service === undefined || !actionsMeet(allow, statement))
            continue;
        const shared = ['bucket', 'object'].some((target) => [allow, statement].every(({ resource }) => (0,_iam_resource_js__WEBPACK_IMPORTED_MODULE_4__/* .evaluateResource */ .iv)(resource, target, question.bucket, false, context).value !== 'F'));
        if (shared)
            return (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .display */ .Vy)(service.value);
    }
    return null;
}
/** Whether some action is covered by both statements; NotAction is taken to cover it. */
function actionsMeet(allow, deny) {
    if (allow.action.kind !== 'positive' || deny.action.kind !== 'positive')
        return true;
    const denied = deny.action.patterns;
    return allow.action.patterns.some((allowed) => denied.some((pattern) => patternsMeet(pattern, allowed)));
}
/** Two glob patterns meet when one of them may match what the other stands for, its runs taken as unknown. */
function patternsMeet(a, b) {
    const open = (text) => (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(text) ? text.split(/(\*)/).map((piece) => (piece === '*' ? { token: '*' } : piece)) : text;
    const lower = (text) => ((0,_iam_text_js__WEBPACK_IMPORTED_MODULE_6__/* .isPlain */ .$i)(text) ? text.toLowerCase() : text);
    return (0,_iam_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .matchSymbols */ .fi)((0,_iam_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .compile */ .wE)(lower(a), true), (0,_iam_glob_js__WEBPACK_IMPORTED_MODULE_2__/* .compile */ .wE)(open(lower(b)), false)) !== 'F';
}


/***/ }),

/***/ 8071:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BC: () => (/* binding */ append),
/* harmony export */   M0: () => (/* binding */ printMember),
/* harmony export */   QC: () => (/* binding */ startsLine),
/* harmony export */   a: () => (/* binding */ printList),
/* harmony export */   aH: () => (/* binding */ layoutOf),
/* harmony export */   oY: () => (/* binding */ indentAt)
/* harmony export */ });
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7032);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2360);


/** Measures the layout of a statement. */
function layoutOf(text, statement) {
    const [first, second] = statement.children ?? [];
    const colon = first ? colonOf(text, first) : ': ';
    return {
        eol: (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .eolOf */ .Wl)(text),
        unit: unitOf(text, statement),
        colon,
        comma: first && second ? commaOf(text, first, second) : ', ',
        pad: padOf(text, statement, colon),
    };
}
function colonOf(text, property) {
    const pair = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .keyAndValue */ .qb)(property);
    if (pair === null)
        return ': ';
    const between = text.slice((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(pair.key).end, pair.value.offset);
    return /^[ \t]*:[ \t]*$/.test(between) ? between : ': ';
}
function commaOf(text, first, second) {
    const between = text.slice((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(first).end, second.offset);
    if (/^[ \t]*,[ \t]*$/.test(between))
        return between.trimStart();
    return ', ';
}
/** `{ "a": 1 }` or `{"a": 1}`: taken from the first object on one line inside the statement, else from the colon. */
function padOf(text, statement, colon) {
    const todo = [statement];
    for (let node = todo.shift(); node !== undefined; node = todo.shift()) {
        const [child] = node.children ?? [];
        if (node.type === 'object' && child !== undefined) {
            const between = text.slice(node.offset + 1, child.offset);
            if (!between.includes('\n'))
                return between.length > 0 ? ' ' : '';
        }
        if (todo.length < MAX_LOOKED_AT)
            todo.push(...(node.children ?? []));
    }
    return colon.endsWith(' ') ? ' ' : '';
}
/** How many nodes of a statement are looked at for its style. */
const MAX_LOOKED_AT = 200;
function unitOf(text, statement) {
    const [first] = statement.children ?? [];
    if (first && startsLine(text, first.offset)) {
        const outer = indentAt(text, statement.offset);
        const inner = indentAt(text, first.offset);
        if (inner.startsWith(outer) && inner.length > outer.length)
            return inner.slice(outer.length);
    }
    return text.startsWith('\t') || text.includes('\n\t') ? '\t' : '  ';
}
/** The white space at the start of the line that an offset stands in. */
function indentAt(text, offset) {
    const start = text.lastIndexOf('\n', offset - 1) + 1;
    let end = start;
    while (text[end] === ' ' || text[end] === '\t')
        end++;
    return text.slice(start, end);
}
/** Whether nothing but white space stands before an offset on its line. */
function startsLine(text, offset) {
    let at = offset - 1;
    while (at >= 0 && text[at] !== '\n' && (text[at] ?? '').trim() === '')
        at--;
    return at < 0 || text[at] === '\n';
}
/** A list of strings, on one line or one item a line; `indent` is that of the line the list starts in. */
function printList(items, indent, layout) {
    const quoted = items.map((item) => JSON.stringify(item));
    if (indent === null)
        return `[${quoted.join(layout.comma)}]`;
    const inner = indent + layout.unit;
    return `[${layout.eol}${quoted.map((item) => inner + item).join(`,${layout.eol}`)}${layout.eol}${indent}]`;
}
/** An object of one member, on one line or spread. */
function printMember(key, value, indent, layout) {
    const member = JSON.stringify(key) + layout.colon + value;
    if (indent === null)
        return `{${layout.pad}${member}${layout.pad}}`;
    return `{${layout.eol}${indent}${layout.unit}${member}${layout.eol}${indent}}`;
}
/**
 * Appends items to a list or members to an object, behind the last one and in its manner: on lines of their own where
 * the last one stands on its own line, else on the same line. A comment behind the last one stays with it.
 */
function append(text, container, items, layout) {
    const children = container.type === 'array' ? (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .elements */ .Yt)(container) : (container.children ?? []);
    const last = children.at(-1);
    if (last === undefined)
        return fillEmpty(text, container, items, layout);
    const end = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(last).end;
    const comma = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .commaAfter */ .m$)(text, end);
    if (!startsLine(text, last.offset)) {
        const added = items.map((item) => layout.comma + item).join('');
        // With a trailing comma the items go before it, which then trails them.
        return [{ offset: end, length: 0, text: added }];
    }
    const indent = indentAt(text, last.offset);
    const lines = items.map((item) => layout.eol + indent + item).join(',');
    const from = comma === null ? end : comma + 1;
    const line = restOfLine(text, from);
    const tail = comma === null ? '' : ',';
    if (line === null)
        return [{ offset: from, length: 0, text: (comma === null ? ',' : '') + lines + tail }];
    const edits = [{ offset: line, length: 0, text: lines + tail }];
    return comma === null ? [{ offset: end, length: 0, text: ',' }, ...edits] : edits;
}
/** The end of the line behind an offset when only white space and closed comments follow there; else null. */
function restOfLine(text, offset) {
    const newline = text.indexOf('\n', offset);
    if (newline === -1)
        return null;
    const end = text[newline - 1] === '\r' ? newline - 1 : newline;
    const rest = text.slice(offset, end).trim();
    if (rest === '' || rest.startsWith('//'))
        return end;
    return rest.startsWith('/*') && rest.indexOf('*/') === rest.length - 2 ? end : null;
}
function fillEmpty(text, container, items, layout) {
    const { start, end } = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_0__/* .spanOf */ .ee)(container);
    const inner = text.slice(start + 1, end - 1);
    if (inner.trim() !== '')
        return [{ offset: end - 1, length: 0, text: items.join(layout.comma) }];
    const pad = container.type === 'object' ? layout.pad : '';
    return [{ offset: start + 1, length: inner.length, text: pad + items.join(layout.comma) + pad }];
}


/***/ }),

/***/ 3619:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ notPrincipalEdits)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8071);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2360);


const COMMENT = 'a comment stands inside the text that would be replaced and would be lost';
/**
 * `Principal` becomes `NotPrincipal` with the given principals, or an existing `NotPrincipal` is completed with those it
 * lacks (docs/semantics.md, D34). Only the lines of that member change.
 *
 * @param standIns what an inert entry of the list stands for: the principals to put in its place
 */
function notPrincipalEdits(text, statement, principals, standIns, layout) {
    const existing = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNode */ .lv)(statement, 'NotPrincipal');
    if (existing !== null)
        return complete(text, existing, principals, standIns, layout);
    const principal = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNode */ .lv)(statement, 'Principal');
    const pair = principal === null ? null : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyAndValue */ .qb)(principal);
    if (pair === null)
        return { reason: 'the statement has no Principal to replace' };
    const rename = { ...sizeOf((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(pair.key)), text: '"NotPrincipal"' };
    const value = replaceValue(text, pair.key, pair.value, principals, layout);
    return 'reason' in value ? value : { edits: [rename, ...value.edits] };
}
function sizeOf({ start, end }) {
    return { offset: start, length: end - start };
}
/** `"*"` → an object with the list; `{"AWS": "*"}` → the list in its place; `{"AWS": ["*"]}` → the list's items. */
function replaceValue(text, key, value, principals, layout) {
    const indent = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, key.offset) ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, key.offset) : null;
    if (value.type === 'string') {
        const list = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(principals, indent === null ? null : indent + layout.unit, layout);
        return { edits: [{ ...sizeOf((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(value)), text: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printMember */ .M0)('AWS', list, indent, layout) }] };
    }
    const aws = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberValue */ .AX)(value, 'AWS');
    if (aws === null)
        return { reason: 'the Principal has no AWS member' };
    return replaceWhole(text, aws, principals, indent, layout);
}
function replaceWhole(text, aws, principals, indent, layout) {
    if ((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .hasComment */ .QR)(text, (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(aws)))
        return { reason: COMMENT };
    const [first] = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elements */ .Yt)(aws);
    const last = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elements */ .Yt)(aws).at(-1);
    if (first && last && (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, first.offset)) {
        const separator = `,${layout.eol}${(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, first.offset)}`;
        const items = principals.map((item) => JSON.stringify(item)).join(separator);
        return { edits: [{ offset: first.offset, length: (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(last).end - first.offset, text: items }] };
    }
    const line = indent === null ? null : (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, aws.offset);
    return { edits: [{ ...sizeOf((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(aws)), text: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(principals, line, layout) }] };
}
/** Keeps every entry in its order, puts stand-ins in the place of inert ones, and appends what is missing. */
function complete(text, property, principals, standIns, layout) {
    const pair = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyAndValue */ .qb)(property);
    if (pair === null || pair.value.type !== 'object')
        return { reason: 'the NotPrincipal element is not a map' };
    const aws = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberValue */ .AX)(pair.value, 'AWS');
    if (aws === null) {
        const nested = (pair.value.children ?? []).find((child) => (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, child.offset));
        const list = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(principals, nested ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, nested.offset) : null, layout);
        return { edits: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, pair.value, [`"AWS"${layout.colon}${list}`], layout) };
    }
    const entries = aws.type === 'array' ? (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .elements */ .Yt)(aws) : [aws];
    if (entries.some((entry) => entry.type !== 'string'))
        return { reason: 'the list holds expressions' };
    const listed = new Set(entries.map((entry) => String(entry.value)));
    const missing = principals.filter((principal) => !listed.has(principal));
    const replaced = new Map();
    const placed = new Set();
    for (const entry of entries) {
        const stand = standIns(String(entry.value)).filter((principal) => missing.includes(principal) && !placed.has(principal));
        if (stand.length === 0)
            continue;
        for (const principal of stand)
            placed.add(principal);
        replaced.set(entry, stand);
    }
    const rest = missing.filter((principal) => !placed.has(principal));
    if (aws.type === 'string') {
        const items = [...(replaced.get(aws) ?? [String(aws.value)]), ...rest];
        const indent = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, pair.key.offset) ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, aws.offset) : null;
        return { edits: [{ ...sizeOf((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(aws)), text: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(items, indent, layout) }] };
    }
    const edits = [...replaced].map(([entry, items]) => inPlace(text, entry, items, layout));
    const added = rest.length === 0
        ? []
        : (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, aws, rest.map((item) => JSON.stringify(item)), layout);
    return { edits: [...edits, ...added] };
}
function inPlace(text, entry, items, layout) {
    const separator = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, entry.offset) ? `,${layout.eol}${(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, entry.offset)}` : layout.comma;
    return { ...sizeOf((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(entry)), text: items.map((item) => JSON.stringify(item)).join(separator) };
}


/***/ }),

/***/ 5005:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $R: () => (/* binding */ NEGATED),
/* harmony export */   Es: () => (/* binding */ SIBLINGS),
/* harmony export */   vh: () => (/* binding */ principalArnEdits)
/* harmony export */ });
/* harmony import */ var _layout_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8071);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2360);


/** Negated operators whose list under aws:PrincipalArn exempts what it names; a set operator never does. Each is ANDed. */
const SIBLINGS = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike'];
const NEGATED = SIBLINGS.flatMap((name) => [name, `${name}IfExists`]);
const KEY = 'aws:PrincipalArn';
/**
 * Exempts roles by `ArnNotEquals aws:PrincipalArn`, ANDed in (docs/semantics.md, D34): appended to a negated
 * list on that key, else as a key of an existing `ArnNotEquals`, else as an operator, else as a Condition.
 *
 * @param isOpaque a value that is not what it looks like: the filler of an expression
 */
function principalArnEdits(text, statement, roles, layout, isOpaque = () => false) {
    const condition = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberNode */ .lv)(statement, 'Condition');
    const block = condition === null ? null : ((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .keyAndValue */ .qb)(condition)?.value ?? null);
    if (block === null)
        return addCondition(text, statement, roles, layout);
    if (block.type !== 'object')
        return { reason: 'the Condition element is not a map' };
    for (const operator of NEGATED) {
        const value = principalArnValue((0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberValue */ .AX)(block, operator));
        if (value !== null && !isOpaque(value))
            return appendRoles(text, value, roles, layout);
    }
    const value = roles.length === 1 ? JSON.stringify(roles[0]) : null;
    const existing = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberValue */ .AX)(block, 'ArnNotEquals');
    const container = existing?.type === 'object' && principalArnValue(existing) === null ? existing : block;
    const indent = indentOfMembers(text, container);
    if (container === existing) {
        return {
            edits: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, container, [`"${KEY}"${layout.colon}${value ?? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(roles, indent, layout)}`], layout),
        };
    }
    const free = SIBLINGS.find((name) => (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .memberValue */ .AX)(block, name) === null);
    if (free === undefined)
        return { reason: 'every operator that could hold the exemption is in use' };
    const inner = indent === null ? null : indent + layout.unit;
    const member = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printMember */ .M0)(KEY, value ?? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(roles, inner, layout), memberIndent(text, block, indent), layout);
    return { edits: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, block, [`"${free}"${layout.colon}${member}`], layout) };
}
/** The value under aws:PrincipalArn, whatever the case of its name; the last one counts. */
function principalArnValue(operator) {
    if (operator?.type !== 'object')
        return null;
    const property = (operator.children ?? []).findLast((child) => String(child.children?.[0]?.value).toLowerCase() === KEY.toLowerCase());
    return property?.children?.[1] ?? null;
}
function appendRoles(text, value, roles, layout) {
    if (value.type === 'array')
        return {
            edits: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, value, roles.map((role) => JSON.stringify(role)), layout),
        };
    if (value.type !== 'string')
        return { reason: 'the list of aws:PrincipalArn is an expression' };
    const { start, end } = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(value);
    const property = value.parent;
    const indent = property && (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, property.offset) ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, property.offset) : null;
    const list = (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)([String(value.value), ...roles], indent, layout);
    return { edits: [{ offset: start, length: end - start, text: list }] };
}
/** The indentation of an object's members when they stand on lines of their own, else null. */
function indentOfMembers(text, object) {
    const last = object.children?.at(-1);
    return last && (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .startsLine */ .QC)(text, last.offset) ? (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .indentAt */ .oY)(text, last.offset) : null;
}
/** New operators are spread over lines when the author's other operators are. */
function memberIndent(text, block, indent) {
    if (indent === null)
        return null;
    const spread = (block.children ?? []).every((child) => {
        const inner = child.children?.[1];
        return inner === undefined || text.slice(inner.offset, (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_1__/* .spanOf */ .ee)(inner).end).includes('\n');
    });
    return spread ? indent : null;
}
function addCondition(text, statement, roles, layout) {
    const indent = indentOfMembers(text, statement);
    const one = indent === null ? null : indent + layout.unit;
    const two = one === null ? null : one + layout.unit;
    const value = roles.length === 1 ? JSON.stringify(roles[0]) : (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printList */ .a)(roles, two, layout);
    const operator = `"ArnNotEquals"${layout.colon}${(0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .printMember */ .M0)(KEY, value, one, layout)}`;
    const block = indent === null
        ? `{${layout.pad}${operator}${layout.pad}}`
        : `{${layout.eol}${one}${operator}${layout.eol}${indent}}`;
    return { edits: (0,_layout_js__WEBPACK_IMPORTED_MODULE_0__/* .append */ .BC)(text, statement, [`"Condition"${layout.colon}${block}`], layout) };
}


/***/ }),

/***/ 1850:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ad: () => (/* binding */ textOnlyReason),
/* harmony export */   FO: () => (/* binding */ fixStatement),
/* harmony export */   JB: () => (/* binding */ PIPED),
/* harmony export */   PH: () => (/* binding */ TOO_LARGE),
/* harmony export */   SL: () => (/* binding */ unsuitableLines),
/* harmony export */   SP: () => (/* binding */ shown),
/* harmony export */   UA: () => (/* binding */ snippet),
/* harmony export */   dS: () => (/* binding */ standIns),
/* harmony export */   g6: () => (/* binding */ wantedOrder),
/* harmony export */   jj: () => (/* binding */ unknownRole),
/* harmony export */   sw: () => (/* binding */ statementNode)
/* harmony export */ });
/* harmony import */ var _clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(8458);
/* harmony import */ var _clumio_roles_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5772);
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(7221);
/* harmony import */ var _iam_principal_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9515);
/* harmony import */ var _text_edit_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(2635);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(7032);
/* harmony import */ var _sources_source_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(6949);
/* harmony import */ var _patch_json_layout_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8071);
/* harmony import */ var _merge_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(2815);
/* harmony import */ var _patch_json_not_principal_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3619);
/* harmony import */ var _patch_json_principal_arn_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5005);
/* harmony import */ var _offer_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(3421);
/* harmony import */ var _tree_json_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(2360);
/* harmony import */ var _verify_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(32);














/** The fix of a blocking statement in a JSON source, in the wanted remedy or, where it cannot work, in the other one. */
async function fixStatement(draft, text, options, alternatives, room) {
    const { subject } = draft;
    if (draft.facts.verdict === 'undecided')
        return { ok: false, why: 'it is undecided whether the statement blocks Clumio' };
    const why = (0,_offer_js__WEBPACK_IMPORTED_MODULE_6__/* .noFixReason */ .R0)(subject);
    if (why !== null) {
        return { ok: false, why: draft.judged.policy.sensitive === true ? 'it looks intended, or is not valid' : why };
    }
    const task = { draft, text, options, room };
    const built = [];
    const refused = [];
    for (const remedy of wantedOrder(options)) {
        if (built.length > 0 && !alternatives)
            break;
        const refusals = built.length === 0 ? refused.map((one) => one.why) : [];
        const result = await build(remedy, task, refusals);
        if (result.ok)
            built.push(result.built);
        else
            refused.push(result);
    }
    const [main, other] = built;
    if (main !== undefined)
        return { ok: true, main, alternative: other?.fix ?? null };
    const wanted = refused.find(({ shown }) => shown !== undefined)?.shown;
    if (wanted !== undefined)
        return { ok: true, main: wanted, alternative: null };
    return { ok: false, why: refused[0]?.why ?? 'no edit clears it' };
}
/** The remedies, the wanted one first. */
function wantedOrder({ remedy }) {
    return remedy === 'not-principal' ? ['not-principal', 'principal-arn'] : ['principal-arn', 'not-principal'];
}
async function build(remedy, task, refusals) {
    const { draft, text } = task;
    const { subject, judged } = draft;
    const offered = (0,_offer_js__WEBPACK_IMPORTED_MODULE_6__/* .offer */ .x)(remedy, subject);
    if (!offered.offered)
        return { ok: false, why: offered.why };
    const roles = (0,_offer_js__WEBPACK_IMPORTED_MODULE_6__/* .namedRoles */ .JR)(subject);
    const wording = { remedy, caveats: offered.caveats, refusals, draft };
    if (judged.policy.origin.wrapped)
        return { ok: true, built: shown(wording, null, snippet(remedy, draft, roles), WRAPPED) };
    const statement = statementNode(draft, text);
    if (statement === null)
        return { ok: false, why: 'the statement is not written out in this file' };
    // Every edit adds to the policy; judging the edits of one that S3 refuses anyway would cost for nothing.
    if ((0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .policySize */ .o2)(judged.policy) > _verify_js__WEBPACK_IMPORTED_MODULE_8__/* .POLICY_LIMIT */ .lT)
        return { ok: false, why: FAILURES['too-large'] };
    const edits = editsFor(remedy, draft, text, statement, roles);
    if ('reason' in edits)
        return { ok: false, why: edits.reason };
    if (edits.edits.length === 0)
        return { ok: false, why: 'the edit would change nothing' };
    const line = linesLength(text, edits.edits) > _merge_js__WEBPACK_IMPORTED_MODULE_9__/* .MAX_REPLACEMENT */ .yd ? null : (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_10__/* .toLineEdit */ .MS)(text, edits.edits);
    const isShort = line !== null && line.replacement.length <= MAX_SHOWN;
    const wanted = isShort ? line.replacement : snippet(remedy, draft, roles);
    if (roles === null)
        return { ok: true, built: shown(wording, null, wanted, unknownRole(subject.integrations)) };
    const edit = line === null ? null : { path: judged.policy.origin.path, ...line };
    return verified(task, wording, edit, edits.edits, wanted);
}
/** The edit, once it is judged; only shown where it may not be offered. */
async function verified({ draft, text, options, room }, wording, edit, textEdits, wanted) {
    const { policy } = draft.judged;
    const after = editedDocument(text, policy.origin, textEdits);
    const result = await (0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .verifyEdit */ .kP)(after, policy, draft.subject, wording.remedy, options);
    if (!result.ok)
        return { ok: false, why: FAILURES[result.why] };
    const textOnly = edit === null ? _merge_js__WEBPACK_IMPORTED_MODULE_9__/* .TOO_LONG */ .ch : textOnlyReason(draft, text, edit);
    if (textOnly !== null)
        return { ok: true, built: shown(wording, null, wanted, textOnly) };
    const isTight = room.tight && wording.remedy === 'not-principal';
    if (isTight || (0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .policySize */ .o2)(result.policy) + room.grown > _verify_js__WEBPACK_IMPORTED_MODULE_8__/* .POLICY_LIMIT */ .lT) {
        return { ok: false, why: TOGETHER, shown: { ...shown(wording, null, wanted, TOGETHER), crowded: true } };
    }
    const growth = (0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .policySize */ .o2)(result.policy) - (0,_verify_js__WEBPACK_IMPORTED_MODULE_8__/* .policySize */ .o2)(policy);
    const instead = shown(wording, null, wanted, _merge_js__WEBPACK_IMPORTED_MODULE_9__/* .TOO_LONG */ .ch).fix;
    return { ok: true, built: { ...shown(wording, edit, null, null), textEdits, growth, instead } };
}
/** How long the lines are that edits touch. */
function linesLength(text, edits) {
    const index = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_11__/* .lineIndexOf */ .cL)(text);
    const first = index.positionAt(Math.min(...edits.map(({ offset }) => offset))).line;
    const last = index.positionAt(Math.max(...edits.map(({ offset, length }) => offset + length))).line;
    return index.endOf(last) - index.startOf(first);
}
/**
 * The edited text of the one document of a file that the edits are in; of a policy that is an element of a list that of
 * the policy, since nobody looks at the other elements.
 */
function editedDocument(text, { base, at, source }, edits) {
    const tree = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_7__/* .treeOf */ .g7)(text, base);
    const own = source === 'policy-json' && at.length > 0 ? tree.at(at) : null;
    const { start, end } = own === null ? { start: base, end: tree.end } : (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_7__/* .spanOf */ .ee)(own);
    const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }));
    return { text: (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_10__/* .applyTextEdits */ .nz)(text.slice(start, end), inside), at: own === null ? at : [] };
}
/** Longer replacements (a policy on one line) are shown as the member alone. */
const MAX_SHOWN = 2500;
/** Of a command's output, and of a plan whose sources were not found. */
const WRAPPED = 'the policy is the output of a command, not a source: change it where it is written';
const TOO_LARGE = "the policy would exceed S3's limit of 20 KB";
const FAILURES = {
    'too-large': TOO_LARGE,
    'not-cleared': 'the edit would not clear the finding',
    'changes-more': 'the edit would change more than the exemption of Clumio',
};
const TOGETHER = "with the policy's other edits it would exceed S3's limit of 20 KB";
/** The syntax node of a statement; a statement that is not in a list is the `Statement` member itself. */
function statementNode(draft, text) {
    const { origin } = draft.judged.policy;
    const statements = (0,_tree_json_js__WEBPACK_IMPORTED_MODULE_7__/* .treeOf */ .g7)(text, origin.base).at([...origin.at, 'Statement']);
    if (statements === null)
        return null;
    const node = statements.type === 'array' ? (statements.children?.[draft.subject.statement.index] ?? null) : statements;
    return node?.type === 'object' ? node : null;
}
function editsFor(remedy, draft, text, statement, roles) {
    const layout = (0,_patch_json_layout_js__WEBPACK_IMPORTED_MODULE_3__/* .layoutOf */ .aH)(text, statement);
    const named = roles ?? placeholders(draft);
    const { partition } = draft.subject.bucket;
    if (remedy === 'principal-arn') {
        return (0,_patch_json_principal_arn_js__WEBPACK_IMPORTED_MODULE_5__/* .principalArnEdits */ .vh)(text, statement, [...new Set(named.map((role) => (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArn */ .w3)(role, partition)))], layout);
    }
    const principals = (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .vendorPrincipals */ .Ej)(named, partition);
    return (0,_patch_json_not_principal_js__WEBPACK_IMPORTED_MODULE_4__/* .notPrincipalEdits */ .p)(text, statement, principals, (entry) => standIns(entry, named, partition), layout);
}
/** What an inert entry of a NotPrincipal list was meant to be: the sessions for a session, the role for a role. */
function standIns(entry, roles, partition) {
    const own = (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .vendorPrincipals */ .Ej)(roles, partition);
    if (own.includes(entry))
        return [];
    const meant = roles.filter(({ roleName, account }) => entry.includes(`:${account}:`) && (entry.includes(roleName) || (0,_clumio_roles_js__WEBPACK_IMPORTED_MODULE_1__/* .looksLikeClumio */ .B4)(entry)));
    const isSession = entry.includes(':assumed-role/');
    if (!isSession && !entry.includes(':role/'))
        return [];
    // Only wildcards and wrong paths are inert; another role that exists is the author's business.
    const name = isSession ? entry.split(':assumed-role/')[1] : entry.split(':role/')[1];
    const inert = /[*?]/.test(entry) || roles.some(({ roleName }) => `/${name}`.includes(`/${roleName}`));
    if (!inert)
        return [];
    return (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .vendorPrincipals */ .Ej)(meant, partition).filter((principal) => isSession ? principal.includes(':assumed-role/') : principal.includes(':role/'));
}
/** The vendor's placeholders where the account or the role is not known. */
function placeholders(draft) {
    return draft.subject.integrations.map((integration) => ({
        ...integration,
        account: integration.account ?? '<aws_acct_number>',
        roleName: integration.roleName ?? '<Clumio_role_id>',
    }));
}
/** The member that a person would write, laid out on lines of its own. */
function snippet(remedy, draft, roles) {
    const named = roles ?? placeholders(draft);
    const { partition } = draft.subject.bucket;
    const member = remedy === 'not-principal'
        ? { NotPrincipal: { AWS: (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .vendorPrincipals */ .Ej)(named, partition) } }
        : conditionWith([...new Set(named.map((role) => (0,_clumio_integrations_js__WEBPACK_IMPORTED_MODULE_0__/* .roleArn */ .w3)(role, partition)))], draft);
    return JSON.stringify(member, null, 2).split('\n').slice(1, -1).join('\n');
}
/** The statement's Condition with the exemption in it; the operator alone where that cannot be shown. */
function conditionWith(arns, { judged, subject }) {
    const { raw } = subject.statement;
    const condition = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .isObject */ .Gv)(raw) ? (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .member */ .Dc)(raw, 'Condition') : undefined;
    const operator = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .isObject */ .Gv)(condition) ? (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .member */ .Dc)(condition, 'ArnNotEquals') : undefined;
    const tests = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .isObject */ .Gv)(operator) ? operator : {};
    const key = Object.keys(tests).find((name) => name.toLowerCase() === 'aws:principalarn') ?? 'aws:PrincipalArn';
    const values = [...[tests[key] ?? []].flat(), ...arns];
    const exemption = { ...tests, [key]: values.length === 1 ? values[0] : values };
    if (condition === undefined)
        return { Condition: { ArnNotEquals: exemption } };
    const isShown = judged.policy.sensitive !== true && isSpelledOut(condition);
    return isShown
        ? { Condition: { ...condition, ArnNotEquals: exemption } }
        : { ArnNotEquals: exemption };
}
/** Whether a Condition is JSON all through, without a mark for what is not known. */
function isSpelledOut(condition) {
    const isText = (value) => ['string', 'number', 'boolean'].includes(typeof value);
    return ((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .isObject */ .Gv)(condition) &&
        Object.values(condition).every((tests) => (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_12__/* .isObject */ .Gv)(tests) && Object.values(tests).every((values) => [values].flat().every(isText))));
}
function unknownRole(integrations) {
    const account = integrations.some((integration) => integration.account === null);
    const what = account ? 'the account and the Clumio role are' : 'the Clumio role is';
    return `${what} not known: set aws-account-id and clumio-role-id, or an integration in the configuration file`;
}
/** Of what came over standard input. */
const PIPED = 'it came over standard input: change it where it is written';
/** Characters that change how a line reads without showing: a suggestion over them could hide something. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]/;
/** Why an edit is shown and not offered; null when it may be offered. */
function textOnlyReason(draft, text, edit) {
    if (draft.subject.integrations.some(({ introduced }) => introduced)) {
        return 'the role is new in this pull request: a person must confirm that it is the right one';
    }
    if (draft.restoreOnly) {
        return 'it blocks nothing but restore, which is often a deliberate write protection; set features to say that restore must work';
    }
    return unsuitableLines(text, edit);
}
/** Why lines of a file are no place for a suggestion, whatever it says; null when they are. */
function unsuitableLines(text, edit) {
    if (edit.path === _sources_source_js__WEBPACK_IMPORTED_MODULE_13__/* .STDIN_PATH */ .p)
        return PIPED;
    if ((0,_text_lines_js__WEBPACK_IMPORTED_MODULE_11__/* .eolStyle */ .qA)(text) === 'mixed')
        return 'the file mixes line ends, and applying a suggestion would rewrite all of them';
    const lines = (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_11__/* .lineIndexOf */ .cL)(text);
    const touched = text.slice(lines.startOf(edit.startLine), lines.endOf(edit.endLine));
    return INVISIBLE.test(touched) ? 'the lines hold invisible or bidirectional characters' : null;
}
function shown(wording, edit, text, textOnly) {
    const { remedy } = wording;
    return {
        textEdits: [],
        fix: {
            remedy,
            title: remedy === 'not-principal' ? 'Exempt Clumio with NotPrincipal' : 'Exempt Clumio with aws:PrincipalArn',
            applicability: edit === null ? 'text-only' : 'edit',
            note: noteOf(wording, textOnly),
            text,
            edits: edit === null ? [] : [edit],
        },
    };
}
/** Words for the usual numbers of sessions. */
const COUNTS = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' };
/** Whom NotPrincipal exempts: the root user too, unless the list named the account before. */
function listedOut({ subject }) {
    const { principal } = subject.statement;
    const { callers } = subject.question;
    const [caller] = callers;
    const hadRoot = principal.kind === 'not-principal' && caller !== undefined && (0,_iam_principal_js__WEBPACK_IMPORTED_MODULE_2__/* .listedLayers */ .sI)(principal, caller).account === 'T';
    const count = new Set(callers.map(({ session }) => session)).size;
    const sessions = count === 1 ? 'its session' : `its ${COUNTS[count] ?? count} sessions`;
    return hadRoot ? `the Clumio role and ${sessions}` : `the Clumio role, ${sessions} and the account's root user`;
}
function noteOf({ remedy, caveats, refusals, draft }, textOnly) {
    const [refusal] = refusals;
    const instead = remedy === 'not-principal' ? 'aws:PrincipalArn' : 'NotPrincipal';
    const boundary = remedy === 'not-principal' && draft.subject.integrations.some(({ boundaryStated }) => !boundaryStated)
        ? ['it holds only if the role has no permissions boundary']
        : [];
    const who = remedy === 'principal-arn' ? 'the Clumio role, in every session,' : listedOut(draft);
    const effect = `exempts ${who} from this statement, for every action in it`;
    const notes = [
        ...(textOnly === null ? [] : [`shown only: ${textOnly}`]),
        ...(refusal === undefined ? [] : [`not by ${instead}: ${refusal}`]),
        effect,
        ...boundary,
        ...caveats,
    ];
    return notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`).join(' ');
}


/***/ }),

/***/ 32:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lT: () => (/* binding */ POLICY_LIMIT),
  dP: () => (/* binding */ isCleared),
  o2: () => (/* binding */ policySize),
  kP: () => (/* binding */ verifyEdit)
});

// EXTERNAL MODULE: ./lib/iam/context.js
var context = __webpack_require__(2214);
// EXTERNAL MODULE: ./lib/iam/principal.js
var principal = __webpack_require__(9515);
// EXTERNAL MODULE: ./lib/clumio/requests.js
var requests = __webpack_require__(8463);
;// CONCATENATED MODULE: ./lib/clumio/others.js



/** Stand-ins for everybody but Clumio; the names are none that a policy of this account would list. */
function otherCallers(partition, account) {
    const role = (owner, boundary) => ({
        kind: 'role-session',
        partition,
        account: owner,
        rolePath: '/',
        roleName: 'some-other-role',
        session: 'some-session',
        roleId: 'AROASOMEOTHERROLE0000',
        boundary,
    });
    return {
        root: { kind: 'root', partition, account },
        user: { kind: 'user', partition, account, userPath: '/', userName: 'some-user', boundary: 'none' },
        role: role(account, 'none'),
        boundedRole: role(account, 'present'),
        otherAccount: role(account === '000000000001' ? '000000000002' : '000000000001', 'none'),
        anonymous: { kind: 'anonymous' },
        service: { kind: 'service', service: 'logging.s3.amazonaws.com' },
    };
}
/** The same role under a session name that no list holds, and the role with a permissions boundary. */
function variantsOf(session) {
    return {
        otherSession: { ...session, session: 'some-other-session' },
        bounded: { ...session, boundary: 'present' },
    };
}
/**
 * The context of somebody else's request: only who calls is known. Everything else stays unknown, so that any change an
 * edit makes for this caller shows.
 */
function otherContext(caller) {
    return {
        lookup: (key) => lookup(key, caller),
        isUnknownKey: requests/* isUnknownKey */.qG,
        isObjectState: () => false,
    };
}
function lookup(key, caller) {
    if (key === 'aws:principalarn') {
        const { own, account } = (0,principal/* identitiesOf */.UI)(caller);
        const arn = own ?? account[0];
        return arn === undefined ? (0,context/* absent */.Ge)() : (0,context/* known */.eO)(arn);
    }
    if (key === 'aws:principalaccount' && 'account' in caller)
        return (0,context/* known */.eO)(caller.account);
    if (key === 'aws:principalisawsservice')
        return (0,context/* known */.eO)(String(caller.kind === 'service'));
    return (0,context/* unknown */.L5)('maybe');
}

// EXTERNAL MODULE: ./lib/documents/read.js
var read = __webpack_require__(7932);
// EXTERNAL MODULE: ./lib/iam/evaluate.js + 5 modules
var evaluate = __webpack_require__(3777);
// EXTERNAL MODULE: ./lib/tree/value.js
var value = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __webpack_require__(6946);
// EXTERNAL MODULE: ./lib/iam/tri.js
var tri = __webpack_require__(9384);
// EXTERNAL MODULE: ./lib/rules/drafts/fingerprint.js
var fingerprint = __webpack_require__(6936);
// EXTERNAL MODULE: ./lib/verdicts/judged.js + 4 modules
var verdicts_judged = __webpack_require__(1789);
;// CONCATENATED MODULE: ./lib/fix/verify.js









/** S3's limit for a bucket policy, in bytes (S3 User Guide, "Adding a bucket policy"). */
const POLICY_LIMIT = 20 * 1024;
/**
 * Judges the edited text of the policy's document: the finding must be gone, every other statement and member must be what it was, and no verdict
 * of anybody may have moved but those of its remedy (docs/semantics.md, D36, D37).
 */
async function verifyEdit(after, before, subject, remedy, options) {
    const edited = await policyAt(after, before);
    if (edited === null || !onlyChanges(before, edited, subject.statement.index))
        return { ok: false, why: 'changes-more' };
    const [judged] = (0,verdicts_judged/* judgePolicy */.CL)(edited, options, subject.statement.index).statements;
    if (judged === undefined)
        return { ok: false, why: 'changes-more' };
    if (!isClearedOn(judged, subject))
        return { ok: false, why: 'not-cleared' };
    if (!movesOnlyListed(subject, judged, remedy))
        return { ok: false, why: 'changes-more' };
    return policySize(edited) > POLICY_LIMIT ? { ok: false, why: 'too-large' } : { ok: true, policy: edited };
}
const sizes = new WeakMap();
/** Bytes of the policy as S3 would store it: without insignificant white space. */
function policySize(policy) {
    const known = sizes.get(policy) ?? new TextEncoder().encode(JSON.stringify(policy.raw)).length;
    sizes.set(policy, known);
    return known;
}
async function policyAt(after, before) {
    const document = await (0,read/* readText */.y)(after.text, before.origin.path);
    if (document.kind !== 'read')
        return null;
    const at = after.at.join('/');
    return document.policies.find(({ origin }) => origin.at.join('/') === at) ?? null;
}
const CHANGEABLE = new Set(['Principal', 'NotPrincipal', 'Condition']);
/** Only one statement changed, and of it only Principal, NotPrincipal or Condition. */
function onlyChanges(before, after, index) {
    const { statements: old } = before.document;
    const { statements: now } = after.document;
    if (old.length !== now.length || before.document.version !== after.document.version)
        return false;
    return old.every((statement, i) => {
        const other = now[i];
        if (other === undefined)
            return false;
        return i === index
            ? (0,fingerprint/* canonical */.$)(unchangeable(statement.raw)) === (0,fingerprint/* canonical */.$)(unchangeable(other.raw))
            : JSON.stringify(statement.raw) === JSON.stringify(other.raw);
    });
}
function unchangeable(raw) {
    if (!(0,value/* isObject */.Gv)(raw))
        return raw;
    return Object.fromEntries(Object.entries(raw).filter(([name]) => !CHANGEABLE.has(name)));
}
/** Cleared on every bucket that the finding is about; others are silenced, and their roles are not in the edit. */
function isClearedOn(edited, { on }) {
    const about = new Set(on.map(({ bucket }) => (0,iam_text/* display */.Vy)(bucket.name)));
    return edited.on.every((one) => isCleared(one) || !about.has((0,iam_text/* display */.Vy)(one.bucket.name)));
}
/** Not blocked; or open only because nobody said whether the role has a boundary, which the fix's caveat says. */
function isCleared({ verdict }) {
    if (verdict.verdict !== 'undecided')
        return verdict.verdict === 'not-blocked';
    return verdict.undecided.every(({ trace }) => trace.unknowns.every(({ kind }) => kind === 'boundary'));
}
function movesOnlyListed(before, after, remedy) {
    const [session] = before.question.callers;
    if (session === undefined || !(0,iam_text/* isPlain */.$i)(session.account))
        return false;
    const others = otherCallers(session.partition, session.account);
    const { otherSession, bounded } = variantsOf(session);
    const moves = (caller) => movesOf(before, after, caller);
    const still = [others.user, others.role, others.boundedRole, others.otherAccount, others.anonymous];
    if (!still.every((caller) => moves(caller).length === 0))
        return false;
    if (!moves(others.root).every((move) => remedy === 'not-principal' && move.endsWith('F')))
        return false;
    if (!moves(others.service).every((move) => remedy === 'not-principal' && isAwsStar(before.statement) && move === 'UT'))
        return false;
    if (remedy === 'not-principal')
        return moves(otherSession).length === 0 && moves(bounded).length === 0;
    return [otherSession, bounded].every((caller) => moves(caller).every((move) => move.endsWith('F')));
}
function isAwsStar(statement) {
    return statement.principal.kind === 'principal' && !statement.principal.everyone;
}
/**
 * The change for one caller, as a pair of values: `TF` is denied, then exempt. Action and Resource are the same before
 * and after, so the parts that changed tell it for every request alike.
 */
function movesOf(before, after, caller) {
    const context = otherContext(caller);
    const value = ({ statement, document }) => (0,tri/* and */.Uo)((0,principal/* evaluatePrincipal */.gD)(statement.principal, caller), (0,evaluate/* evaluateConditions */.wz)(statement, document.variables, context).value);
    const pair = value(before) + value(after);
    return pair[0] === pair[1] ? [] : [pair];
}


/***/ }),

/***/ 2360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AX: () => (/* binding */ memberValue),
/* harmony export */   QR: () => (/* binding */ hasComment),
/* harmony export */   Yt: () => (/* binding */ elements),
/* harmony export */   ee: () => (/* binding */ spanOf),
/* harmony export */   g7: () => (/* binding */ treeOf),
/* harmony export */   lv: () => (/* binding */ memberNode),
/* harmony export */   m$: () => (/* binding */ commaAfter),
/* harmony export */   qb: () => (/* binding */ keyAndValue)
/* harmony export */ });
/* unused harmony export JsonTree */
/* harmony import */ var jsonc_parser__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(9547);

/** Token kinds of jsonc-parser's scanner; its enum is ambient, so the values it documents are named here. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, end: 17 };
/** The syntax tree of one JSON document of a file, with offsets into the file. */
class JsonTree {
    text;
    #root;
    /** @param base where the document starts; a file may hold several */
    constructor(text, base) {
        this.text = text;
        // The parser stops behind the first value, so what follows in the file costs nothing.
        this.#root = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.parseTree)(text.slice(base), [], { allowTrailingComma: true });
        if (this.#root !== undefined)
            shift(this.#root, base);
    }
    /** Where the document ends; what follows in the file is another one. */
    get end() {
        return this.#root === undefined ? this.text.length : spanOf(this.#root).end;
    }
    /** The value at a route of names and indices; of members with the same name the last counts, as in JSON.parse. */
    at(route) {
        let node = this.#root ?? null;
        for (const step of route) {
            if (node === null)
                return null;
            node = typeof step === 'number' ? (elements(node)[step] ?? null) : (memberValue(node, step) ?? null);
        }
        return node;
    }
}
/** Moves a tree that nobody else has seen yet. */
function shift(root, by) {
    const todo = [root];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
        node.offset += by;
        if (node.children !== undefined)
            todo.push(...node.children);
    }
}
const trees = [];
/** The tree of a document; the last few are kept, since a file is asked about once for each of its findings. */
function treeOf(text, base) {
    const known = trees.find((one) => one.base === base && one.tree.text === text);
    if (known)
        return known.tree;
    const tree = new JsonTree(text, base);
    trees.unshift({ base, tree });
    trees.length = Math.min(trees.length, 4);
    return tree;
}
function spanOf(node) {
    return { start: node.offset, end: node.offset + node.length };
}
function elements(node) {
    return node.type === 'array' ? (node.children ?? []) : [];
}
/** The `property` node of a member: its children are the key and the value. */
function memberNode(object, name) {
    if (object.type !== 'object')
        return null;
    return (object.children ?? []).findLast((property) => property.children?.[0]?.value === name) ?? null;
}
function memberValue(object, name) {
    return memberNode(object, name)?.children?.[1] ?? null;
}
/** Key and value of a complete property node. */
function keyAndValue(property) {
    const [key, value] = property.children ?? [];
    return key === undefined || value === undefined ? null : { key, value };
}
/** Whether a comment stands inside a span: it would be lost with the text that an edit replaces. */
function hasComment(text, { start, end }) {
    const scanner = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.createScanner)(text.slice(start, end), false);
    for (let kind = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
        if (kind === TOKEN.lineComment || kind === TOKEN.blockComment)
            return true;
    }
    return false;
}
/** The offset of a comma that follows a value before the next token, or null. */
function commaAfter(text, offset) {
    const scanner = (0,jsonc_parser__WEBPACK_IMPORTED_MODULE_0__.createScanner)(text, true);
    scanner.setPosition(offset);
    const kind = scanner.scan();
    return kind === TOKEN.comma ? scanner.getTokenOffset() : null;
}


/***/ })

};
