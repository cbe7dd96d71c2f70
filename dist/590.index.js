export const id = 590;
export const ids = [590];
export const modules = {

/***/ 3680:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j: () => (/* binding */ withTexts),
/* harmony export */   v: () => (/* binding */ changedStatements)
/* harmony export */ });
/* harmony import */ var _rules_drafts_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6936);
/* harmony import */ var _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4909);


/** The same sources with some texts replaced, as after an edit. */
function withTexts(files, texts) {
    return {
        edited: true,
        list: files.list,
        lookup: (path) => {
            const text = texts.get(path);
            if (text === undefined)
                return files.lookup(path);
            const bytes = new TextEncoder().encode(text);
            return { path, size: bytes.length, bytes: () => bytes };
        },
    };
}
/**
 * Evaluates policies in two versions of the sources and compares them statement by statement, whatever the plan says:
 * an edit may change only the statements it is for, and of those only the member it is about.
 */
async function changedStatements(requests, before, after) {
    const result = [];
    // An edit may change the value of a variable, which the plan states as it was.
    const given = new Map();
    for (const [policy, stated] of requests.entries()) {
        const variables = given.get(stated.variables) ?? (await (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_1__/* .givenVariables */ .P)(stated, before));
        given.set(stated.variables, variables);
        const request = { ...stated, variables };
        const old = await sourcesOf(request, before);
        const now = await sourcesOf(request, after);
        if (old.length !== now.length)
            result.push({ policy, statement: null, members: [] });
        else {
            for (const [statement, one] of old.entries()) {
                const members = differing(one, now[statement] ?? {});
                if (members.length > 0)
                    result.push({ policy, statement, members });
            }
        }
    }
    return result;
}
async function sourcesOf(request, files) {
    const { statements } = await (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_1__/* .locatePolicy */ .zx)({ ...request, statements: null }, files);
    return statements.map((one) => (one.found ? one.source : {}));
}
function differing(a, b) {
    const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
    return names.filter((name) => (0,_rules_drafts_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(a[name] ?? null) !== (0,_rules_drafts_fingerprint_js__WEBPACK_IMPORTED_MODULE_0__/* .canonical */ .$)(b[name] ?? null));
}


/***/ }),

/***/ 598:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ tried),
/* harmony export */   m: () => (/* binding */ editedTexts)
/* harmony export */ });
/* harmony import */ var _text_edit_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2635);

/** Which candidates hold: all of them together where they do; else each is tried alone. */
async function tried(candidates, holds) {
    if (candidates.length === 0)
        return [];
    if (await holds(candidates))
        return candidates.map(() => true);
    if (candidates.length === 1)
        return [false];
    const results = [];
    for (const candidate of candidates)
        results.push(await holds([candidate]));
    return results;
}
/** The texts of all files with their edits, equal edits once; null when a file cannot be read or two edits overlap. */
function editedTexts(groups, sources) {
    const texts = new Map();
    for (const path of new Set(groups.map((group) => group.path))) {
        const text = sources.text(path);
        if (text === null)
            return null;
        const edits = groups.filter((group) => group.path === path).flatMap((group) => group.edits);
        try {
            texts.set(path, (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .applyTextEdits */ .nz)(text, (0,_text_edit_js__WEBPACK_IMPORTED_MODULE_0__/* .distinctEdits */ .qp)(edits)));
        }
        catch {
            return null;
        }
    }
    return texts;
}


/***/ }),

/***/ 1023:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $t: () => (/* binding */ placeOf),
/* harmony export */   Gj: () => (/* binding */ planAgain),
/* harmony export */   i5: () => (/* binding */ placeOfUnread)
/* harmony export */ });
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(145);

/** Words for the place that a finding points at when its statement was not found. */
const PLACES = {
    attribute: 'the policy attribute',
    resource: 'the resource block',
    'module-argument': "the argument of the caller's module block",
    'module-call': "the caller's module block",
};
/**
 * The lines of a planned statement: the statement, else the `policy` attribute, the resource block, the caller's module
 * block, else the plan file itself. It is never mapped by force: what does not fit the plan is said.
 */
async function placeOf(draft, sources) {
    const located = await sources.locate(draft.judged.policy);
    if (located === null)
        return null;
    const { index } = draft.subject.statement;
    const statement = located.location.statements[index] ?? null;
    if (statement?.found)
        return foundPlace(statement, sources);
    return fallbackPlace(located, statement, sources);
}
/** Where the policy stands that could not be judged: its attribute, or what is nearest to it. */
async function placeOfUnread(draft, sources) {
    if (draft.rule !== 'policy-unknown' && draft.rule !== 'policy-unreadable')
        return null;
    const { address, path, source } = draft.origin;
    if (address === null || source !== 'terraform-plan')
        return null;
    const location = await sources.locateStatements(path, address, null);
    return location === null ? null : fallbackPlace({ location }, null, sources);
}
function foundPlace(statement, sources) {
    const place = rangePlace(statement.anchor, sources);
    if (place === null)
        return null;
    return { ...place, why: statement.whyNotEditable, found: statement };
}
function fallbackPlace({ location }, statement, sources) {
    const { fallback } = location;
    const place = fallback === null ? null : rangePlace(fallback.range, sources);
    if (fallback === null || place === null)
        return null;
    const reason = statement !== null && !statement.found ? statement.why : (location.problem ?? 'it was not found');
    return { ...place, why: `the lines are those of ${PLACES[fallback.what]}: ${reason}`, found: null };
}
function rangePlace(range, sources) {
    const text = sources.text(range.path);
    return text === null ? null : { location: (0,_locate_js__WEBPACK_IMPORTED_MODULE_0__/* .locationOf */ .h)(range.path, text, range), text };
}
/** An edit of a source outdates the plan that it was found in. */
function planAgain(fix) {
    return { ...fix, note: `${fix.note} Plan again before you apply.` };
}


/***/ }),

/***/ 590:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  finishPlanned: () => (/* binding */ finishPlanned),
  isPlannedElsewhere: () => (/* binding */ isPlannedElsewhere),
  plannedRanges: () => (/* binding */ plannedRanges)
});

// UNUSED EXPORTS: PlannedSources

// EXTERNAL MODULE: ./lib/model/report.js
var report = __webpack_require__(1819);
// EXTERNAL MODULE: ./lib/fix/index.js
var fix = __webpack_require__(6063);
// EXTERNAL MODULE: ./lib/fix/merge.js
var merge = __webpack_require__(2815);
// EXTERNAL MODULE: ./lib/fix/sites/place.js
var sites_place = __webpack_require__(1023);
// EXTERNAL MODULE: ./lib/clumio/integrations.js
var integrations = __webpack_require__(8458);
// EXTERNAL MODULE: ./lib/tree/value.js
var value = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/text/edit.js
var text_edit = __webpack_require__(2635);
// EXTERNAL MODULE: ./lib/iam/parse.js
var parse = __webpack_require__(7006);
// EXTERNAL MODULE: ./lib/verdicts/judged.js + 4 modules
var verdicts_judged = __webpack_require__(1789);
// EXTERNAL MODULE: ./lib/units/planned-sources.js
var planned_sources = __webpack_require__(7678);
// EXTERNAL MODULE: ./lib/fix/sites/edited-texts.js
var edited_texts = __webpack_require__(598);
// EXTERNAL MODULE: ./lib/fix/sites/compare-sources.js
var compare_sources = __webpack_require__(3680);
// EXTERNAL MODULE: ./lib/fix/verify.js + 1 modules
var verify = __webpack_require__(32);
;// CONCATENATED MODULE: ./lib/fix/sites/trial.js







const MEMBERS = {
    'not-principal': ['Principal', 'NotPrincipal'],
    'principal-arn': ['Condition'],
};
/**
 * Evaluates the sources with the edits in them: only the statements that an edit is for may have changed, of them only
 * the member that its remedy is about, and every one of them must then leave Clumio alone. All groups are tried
 * together; where that shows anything else, each is tried alone.
 */
async function verifyGroups(groups, policies, sources, options) {
    return (0,edited_texts/* tried */.J)(groups, (some) => holds(some, policies, sources, options));
}
async function holds(groups, policies, sources, options) {
    const texts = (0,edited_texts/* editedTexts */.m)(groups, sources);
    if (texts === null)
        return false;
    const after = (0,compare_sources/* withTexts */.j)(sources.files, texts);
    const requests = policies.map((policy) => ({ policy, request: sources.requestFor(policy) }));
    const known = requests.filter((one) => one.request !== null);
    const changes = await (0,compare_sources/* changedStatements */.v)(known.flatMap(({ request }) => (request === null ? [] : [request])), sources.files, after);
    const wanted = new Map(known.map(({ policy }) => [policy, draftsOf(policy, groups)]));
    const left = new Map([...wanted].map(([policy, drafts]) => [policy, drafts.length]));
    for (const { policy: at, statement, members } of changes) {
        const policy = known[at]?.policy;
        if (policy === undefined || statement === null)
            return false;
        // No more statements of a policy may change than there are findings that the edits are for.
        const remaining = (left.get(policy) ?? 0) - 1;
        left.set(policy, remaining);
        const remedies = (wanted.get(policy) ?? []).map(({ remedy }) => remedy);
        if (remaining < 0 || !remedies.some((remedy) => members.every((name) => MEMBERS[remedy].includes(name))))
            return false;
    }
    for (const { drafts, remedy } of groups) {
        for (const draft of drafts)
            if (!(await isClearedBy(draft, remedy, sources, after, options)))
                return false;
    }
    return true;
}
function draftsOf(policy, groups) {
    return groups.flatMap(({ drafts, remedy }) => drafts.filter(({ judged }) => judged.policy === policy).map(() => ({ remedy })));
}
/** The planned statement with the edited member of the sources in it no longer blocks Clumio. */
async function isClearedBy(draft, remedy, sources, after, options) {
    const { policy } = draft.judged;
    const { index } = draft.subject.statement;
    const now = await sources.editedStatement(policy, index, after);
    const statements = (0,parse/* statementsOf */.GX)(policy.raw);
    const planned = statements[index];
    if (now === null || !(0,value/* isObject */.Gv)(planned))
        return false;
    const kept = Object.entries(planned).filter(([name]) => !MEMBERS[remedy].includes(name));
    const changed = Object.entries(now).filter(([name]) => MEMBERS[remedy].includes(name));
    const statement = Object.fromEntries([...kept, ...changed]);
    const raw = { ...policy.raw, Statement: statements.map((one, i) => (i === index ? statement : one)) };
    const edited = { ...policy, raw, document: (0,parse/* parsePolicy */.ON)(raw, planned_sources/* FILLED_READER */.D), hasTokens: true };
    const integrations = draft.subject.integrations;
    const [judged] = (0,verdicts_judged/* judgePolicy */.CL)(edited, { ...options, integrations: integrations.map(unrestricted) }, index).statements;
    return judged !== undefined && (0,verify/* isCleared */.dP)(judged);
}
/** The roles that the draft was judged for, whatever their lists say. */
function unrestricted(one) {
    return { ...one, files: [], buckets: [], addresses: [] };
}

// EXTERNAL MODULE: ./lib/fix/offer.js
var offer = __webpack_require__(3421);
// EXTERNAL MODULE: ./lib/fix/statement.js
var fix_statement = __webpack_require__(1850);
;// CONCATENATED MODULE: ./lib/fix/patch/hcl/comments.js

/**
 * Edits with those of the comments behind the lines that they change: `terraform fmt` gives comments of consecutive
 * lines one column. Comments that were not in it before are left where they are, as are those outside of a span: another
 * edit may be about them.
 */
function withComments(text, within, edits) {
    if (edits.length === 0 || !mayMatter(text, edits))
        return edits;
    const before = new Map(trailingComments(text).map((one) => [one.comment, one]));
    const lineEnd = orEnd(text, text.indexOf('\n', within.end));
    const moved = [];
    for (const { comment, gap, wanted } of trailingComments((0,text_edit/* applyTextEdits */.nz)(text, edits))) {
        const offset = originalOffset(comment, edits);
        const old = offset === null ? undefined : before.get(offset);
        if (offset === null || old === undefined || old.gap !== old.wanted || gap === wanted)
            continue;
        if (offset < within.start || offset > lineEnd)
            continue;
        moved.push(wanted > gap
            ? { offset, length: 0, text: ' '.repeat(wanted - gap) }
            : { offset: offset - (gap - wanted), length: gap - wanted, text: '' });
    }
    return [...edits, ...moved];
}
/** Whether a comment may stand on the changed lines or beside them. */
function mayMatter(text, edits) {
    const first = Math.min(...edits.map(({ offset }) => offset));
    const last = Math.max(...edits.map(({ offset, length }) => offset + length));
    const start = text.lastIndexOf('\n', text.lastIndexOf('\n', first - 1) - 1);
    const next = text.indexOf('\n', last);
    const end = next === -1 ? -1 : text.indexOf('\n', next + 1);
    return /#|\/\//.test(text.slice(Math.max(0, start), end === -1 ? text.length : end));
}
/** The offset before edits of a place behind them; null within what an edit wrote. */
function originalOffset(offset, edits) {
    let shift = 0;
    for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
        const start = edit.offset + shift;
        if (offset < start)
            break;
        if (offset < start + edit.text.length)
            return null;
        shift += edit.text.length - edit.length;
    }
    return offset - shift;
}
function trailingComments(text) {
    const found = commentsOf(text);
    const result = [];
    for (let i = 0; i < found.length;) {
        let end = i + 1;
        while (end < found.length && found[end]?.line === (found[end - 1]?.line ?? 0) + 1)
            end++;
        const chain = found.slice(i, end);
        const widest = Math.max(...chain.map(({ width }) => width));
        result.push(...chain.map((one) => ({ ...one, wanted: widest - one.width + 1 })));
        i = end;
    }
    return result;
}
/** The comments behind code. A closed comment is a part of the code for `terraform fmt`. */
function commentsOf(text) {
    const found = [];
    let line = 0;
    let lineStart = 0;
    const count = (from, to) => {
        for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
            line++;
            lineStart = at + 1;
        }
    };
    for (let at = 0; at < text.length;) {
        const end = tokenEnd(text, at);
        if (text[at] === '#' || text.startsWith('//', at)) {
            const code = text.slice(lineStart, at).trimEnd();
            if (code.trim() !== '') {
                found.push({ line, comment: at, gap: at - lineStart - code.length, width: code.length });
            }
        }
        count(at, end);
        at = end;
    }
    return found;
}
/** Where a comment, a string or a heredoc ends; of anything else the next character. */
function tokenEnd(text, at) {
    const char = text[at];
    if (char === '"')
        return stringEnd(text, at);
    if (char === '#' || text.startsWith('//', at))
        return orEnd(text, text.indexOf('\n', at));
    if (text.startsWith('/*', at))
        return orEnd(text, text.indexOf('*/', at + 2), 2);
    return char === '<' && text[at + 1] === '<' ? heredocEnd(text, at) : at + 1;
}
function orEnd(text, found, more = 0) {
    return found === -1 ? text.length : found + more;
}
/** Strings may hold expressions, and these strings. */
function stringEnd(text, start) {
    const closers = ['"'];
    let at = start + 1;
    while (at < text.length && closers.length > 0) {
        const char = text[at];
        const inString = closers.at(-1) === '"';
        if (char === closers.at(-1))
            closers.pop();
        else if (inString && char === '\\')
            at++;
        else if (inString && (char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char) {
            closers.push('}');
            at++;
        }
        else if (!inString && char === '"')
            closers.push('"');
        else if (!inString && char === '{')
            closers.push('}');
        else if (char === '\n' && inString)
            return at;
        at++;
    }
    return at;
}
/** At the end of the line of the closing mark. */
function heredocEnd(text, start) {
    const newline = text.indexOf('\n', start);
    const mark = /^<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?$/u.exec(text.slice(start, orEnd(text, newline)))?.[1];
    if (mark === undefined || newline === -1)
        return start + 2;
    for (let at = newline + 1; at < text.length;) {
        const end = orEnd(text, text.indexOf('\n', at));
        if (text.slice(at, end).trim() === mark)
            return end;
        at = end + 1;
    }
    return text.length;
}

// EXTERNAL MODULE: ./lib/terraform/hcl/syntax/blocks.js
var blocks = __webpack_require__(2458);
// EXTERNAL MODULE: ./lib/terraform/hcl/values/value.js
var values_value = __webpack_require__(6113);
// EXTERNAL MODULE: ./lib/fix/patch/json/layout.js
var json_layout = __webpack_require__(8071);
// EXTERNAL MODULE: ./lib/text/lines.js
var text_lines = __webpack_require__(7032);
;// CONCATENATED MODULE: ./lib/fix/patch/hcl/items.js

function itemOfElement(element) {
    const { keySpan: key, separator, value, start, end } = element;
    return { key, separator, value, start, end };
}
function itemsOfObject(object) {
    return object.elements.map(itemOfElement);
}
function itemOfAttribute(text, { name, value, start, end }) {
    const at = text.indexOf('=', start + name.length);
    return { key: { start, end: start + name.length }, separator: { start: at, end: at + 1 }, value, start, end };
}
/** What stands between key and value, up to where the value or its parenthesis begins. */
function separatorText(text, { key, separator }) {
    return text.slice(key.end, skipBlanks(text, separator.end));
}
/** Null when other code follows on the line. */
function tailOf(text, { end }) {
    const newline = text.indexOf('\n', end);
    const lineEnd = newline === -1 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline;
    let at = skipBlanks(text, end);
    let codeEnd = end;
    if (text[at] === ',') {
        codeEnd = at + 1;
        at = skipBlanks(text, codeEnd);
    }
    // A closed comment is a part of the code for `terraform fmt`.
    if (text.startsWith('/*', at)) {
        const close = text.indexOf('*/', at);
        if (close === -1 || close > lineEnd)
            return null;
        codeEnd = close + 2;
        at = skipBlanks(text, codeEnd);
    }
    if (at >= lineEnd)
        return { codeEnd, comment: null, lineEnd };
    return text[at] === '#' || text.startsWith('//', at) ? { codeEnd, comment: at, lineEnd } : null;
}
function skipBlanks(text, from) {
    let at = from;
    while (text[at] === ' ' || text[at] === '\t')
        at++;
    return at;
}
/** Whether an item has its lines for itself. */
function standsAlone(text, item) {
    return (0,json_layout/* startsLine */.QC)(text, item.start) && tailOf(text, item) !== null;
}
function isOneLine(text, { start, end }) {
    return !text.slice(start, end).includes('\n');
}
/** Whether `terraform fmt` gives the item the same `=` column as its neighbours. */
function isGroupable(text, item) {
    return text[item.separator.start] === '=' && standsAlone(text, item) && isOneLine(text, item);
}
/** The items around one that share its column: one-line items on consecutive lines. */
function groupOf(text, items, changed) {
    const at = items.indexOf(changed);
    if (at === -1 || !isGroupable(text, changed))
        return [];
    let first = at;
    let last = at;
    while (first > 0 && follows(text, items[first - 1], items[first]))
        first--;
    while (last < items.length - 1 && follows(text, items[last], items[last + 1]))
        last++;
    return items.slice(first, last + 1);
}
function follows(text, item, next) {
    if (item === undefined || next === undefined || !isGroupable(text, item) || !isGroupable(text, next))
        return false;
    return text.slice(item.end, next.start).split('\n').length === 2;
}
/**
 * Edits of the neighbours of an item that comes to span lines: it leaves their group, and `terraform fmt` gives those
 * before and those after it a column of their own. Nothing where they were not aligned before.
 */
function realignAround(text, items, changed) {
    const group = groupOf(text, items, changed);
    if (!isAligned(text, group))
        return [];
    const at = group.indexOf(changed);
    return [...align(group.slice(0, at)), ...align(group.slice(at + 1))];
}
function isAligned(text, group) {
    const width = Math.max(...group.map(({ key }) => key.end - key.start));
    return group.every(({ key, separator }) => separator.start - key.start === width + 1 && text.slice(key.end, separator.start).trim() === '');
}
function align(group) {
    const width = Math.max(0, ...group.map(({ key }) => key.end - key.start));
    return group.flatMap(({ key, separator }) => {
        const blanks = width - (key.end - key.start) + 1;
        const length = separator.start - key.end;
        return blanks === length ? [] : [{ offset: key.end, length, text: ' '.repeat(blanks) }];
    });
}

;// CONCATENATED MODULE: ./lib/fix/patch/hcl/layout.js



/** The layout of an object's items; of a file's where it has none on a line of its own. */
function hclLayout(text, object) {
    const items = itemsOfObject(object);
    const [first] = items;
    const outer = (0,json_layout/* indentAt */.oY)(text, object.start);
    const inner = first !== undefined && (0,json_layout/* startsLine */.QC)(text, first.start) ? (0,json_layout/* indentAt */.oY)(text, first.start) : null;
    const colon = first !== undefined && text[first.separator.start] === ':';
    return {
        eol: (0,text_lines/* eolOf */.Wl)(text),
        unit: inner?.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : unitOf(text),
        quotedKeys: first !== undefined && text[first.key.start] === '"',
        separator: colon && first !== undefined ? separatorText(text, first) : ' = ',
    };
}
function unitOf(text) {
    return /^\t/m.test(text) ? '\t' : '  ';
}
function keyText(name, { quotedKeys }) {
    return quotedKeys || !/^[A-Za-z_][\w-]*$/.test(name) ? `"${name}"` : name;
}
/** A list, on lines of its own when `indent` (that of the line it starts in) is given. */
function listText(items, indent, layout) {
    if (indent === null)
        return `[${items.join(', ')}]`;
    const lines = items.map((item) => `${indent}${layout.unit}${item},${layout.eol}`);
    return `[${layout.eol}${lines.join('')}${indent}]`;
}
/** An object of one item. */
function objectText(item, indent, layout) {
    if (indent === null)
        return `{ ${item} }`;
    return `{${layout.eol}${indent}${layout.unit}${item}${layout.eol}${indent}}`;
}
/** Replaces a span. */
function replace({ start, end }, text) {
    return { offset: start, length: end - start, text };
}
/** Whether a comment stands in a span, outside of strings. */
function hasHclComment(text, { start, end }) {
    const code = text.slice(start, end).replace(/"(?:\\.|[^"\\])*"/g, '""');
    return /#|\/\/|\/\*/.test(code);
}
/** The plain text of a quoted string without expressions; null for everything else. */
function plainText(expr) {
    if (expr.kind !== 'template' || expr.form !== 'quoted')
        return null;
    const [only] = expr.parts;
    if (only === undefined)
        return '';
    return expr.parts.length === 1 && only.kind === 'text' ? only.raw : null;
}
/** Appends items to a literal list, in its manner. */
function appendToTuple(text, tuple, items) {
    const last = tuple.items.at(-1);
    if (last === undefined)
        return [replace({ start: tuple.start, end: tuple.end }, `[${items.join(', ')}]`)];
    if (!(0,json_layout/* startsLine */.QC)(text, last.start))
        return [{ offset: last.end, length: 0, text: items.map((item) => `, ${item}`).join('') }];
    const indent = (0,json_layout/* indentAt */.oY)(text, last.start);
    const eol = (0,text_lines/* eolOf */.Wl)(text);
    const tail = tailOf(text, last);
    const comma = commaAt(text, last.end);
    const lines = items.map((item) => `${eol}${indent}${item}`).join(',') + (comma === null ? '' : ',');
    if (comma === null) {
        const end = tail?.lineEnd ?? last.end;
        if (end === last.end)
            return [{ offset: end, length: 0, text: `,${lines}` }];
        return [
            { offset: last.end, length: 0, text: ',' },
            { offset: end, length: 0, text: lines },
        ];
    }
    return [{ offset: tail?.lineEnd ?? comma + 1, length: 0, text: lines }];
}
function commaAt(text, from) {
    const at = skipBlanks(text, from);
    return text[at] === ',' ? at : null;
}
/**
 * Appends an item to an object, behind the last one and in its manner. `make` writes it for the indentation of its
 * line, or on one line when that is null.
 */
function appendItem(text, object, make) {
    const items = itemsOfObject(object);
    const last = items.at(-1);
    if (last === undefined)
        return [replace(object, `{ ${make(null)} }`)];
    if (!(0,json_layout/* startsLine */.QC)(text, last.start))
        return [{ offset: last.end, length: 0, text: `, ${make(null)}` }];
    const indent = (0,json_layout/* indentAt */.oY)(text, last.start);
    const eol = (0,text_lines/* eolOf */.Wl)(text);
    const tail = tailOf(text, last);
    const comma = commaAt(text, last.end);
    const written = `${eol}${indent}${make(indent)}`;
    const end = tail?.lineEnd ?? last.end;
    // Commas between items are optional; the author's way is kept.
    const needed = comma === null && usesCommas(text, items);
    if (comma !== null)
        return [{ offset: end, length: 0, text: `${written},` }];
    if (!needed)
        return [{ offset: end, length: 0, text: written }];
    if (end === last.end)
        return [{ offset: end, length: 0, text: `,${written}` }];
    return [
        { offset: last.end, length: 0, text: ',' },
        { offset: end, length: 0, text: written },
    ];
}
function usesCommas(text, items) {
    const before = items.at(-2);
    return before !== undefined && commaAt(text, before.end) !== null;
}

// EXTERNAL MODULE: ./lib/terraform/hcl/syntax/escapes.js
var syntax_escapes = __webpack_require__(5426);
;// CONCATENATED MODULE: ./lib/fix/patch/hcl/insert.js

/** As a quoted HCL string. */
function hclString({ arn, template }) {
    if (template !== undefined)
        return `"${template}"`;
    return `"${(0,syntax_escapes/* escapeTemplate */.s5)(arn.replaceAll('\\', '\\\\').replaceAll('"', '\\"'))}"`;
}
/** As the inside of a JSON string; null where an expression is wanted and the text is no template. */
function jsonText({ arn, template }, escapes) {
    if (template !== undefined)
        return escapes ? template : null;
    return escapes ? (0,syntax_escapes/* escapeTemplate */.s5)(arn) : arn;
}

;// CONCATENATED MODULE: ./lib/fix/patch/hcl/list.js






/**
 * Completes the list that an item holds: entries keep their order, stand-ins take the place of inert ones, and what is
 * missing is appended. A list that is an expression is put into `concat()`.
 */
function completeList(text, item, items, evaluated, wanted, layout) {
    const present = new Set([...wanted.listed, ...entriesOf(evaluated)]);
    const missing = wanted.principals.filter(({ arn }) => !present.has(arn));
    if (missing.length === 0)
        return { edits: [] };
    const { value } = item;
    if (value.kind === 'tuple')
        return completeTuple(text, value, evaluated, missing, wanted);
    if (value.kind === 'template' && evaluated.kind === 'string') {
        const old = text.slice(value.start, value.end);
        const stand = standInsOf((0,values_value/* knownString */.Xb)(evaluated), missing, wanted);
        const rest = missing.filter((one) => !stand.includes(one));
        const kept = stand.length === 0 ? [old] : stand.map(hclString);
        const indent = standsAlone(text, item) ? (0,json_layout/* indentAt */.oY)(text, item.start) : null;
        return {
            edits: replaceValue(text, item, items, listText([...kept, ...rest.map(hclString)], indent, layout), layout),
        };
    }
    if (evaluated.kind !== 'tuple' || evaluated.items.length === 0) {
        return { reason: 'the list of principals is an expression whose value is not known' };
    }
    return { edits: [extendExpression(text, value, missing)] };
}
/** The known entries of a list or of a single string. */
function entriesOf(value) {
    const items = value.kind === 'tuple' ? value.items : [value];
    return items.map(values_value/* knownString */.Xb).filter((one) => one !== null);
}
function standInsOf(entry, missing, wanted) {
    const arns = entry === null ? [] : wanted.standIns(entry);
    return missing.filter(({ arn }) => arns.includes(arn));
}
function completeTuple(text, tuple, evaluated, missing, wanted) {
    const values = evaluated.kind === 'tuple' ? evaluated.items : [];
    const edits = [];
    let left = missing;
    for (const [i, entry] of tuple.items.entries()) {
        const value = values[i];
        const stand = standInsOf(value === undefined ? null : (0,values_value/* knownString */.Xb)(value), left, wanted);
        if (stand.length === 0)
            continue;
        left = left.filter((one) => !stand.includes(one));
        const separator = (0,json_layout/* startsLine */.QC)(text, entry.start) ? `,${(0,text_lines/* eolOf */.Wl)(text)}${(0,json_layout/* indentAt */.oY)(text, entry.start)}` : ', ';
        edits.push(replace(entry, stand.map(hclString).join(separator)));
    }
    const added = left.length === 0 ? [] : appendToTuple(text, tuple, left.map(hclString));
    return { edits: [...edits, ...added] };
}
/** `var.x` becomes `concat(var.x, […])`; a `concat(…)` gets one more list. */
function extendExpression(text, expr, added) {
    const list = `[${added.map(hclString).join(', ')}]`;
    const last = isConcat(expr) ? expr.args.at(-1) : undefined;
    if (last !== undefined)
        return { offset: last.end, length: 0, text: `, ${list}` };
    return replace(expr, `concat(${text.slice(expr.start, expr.end)}, ${list})`);
}
function isConcat(expr) {
    return expr.kind === 'call' && expr.name === 'concat' && !expr.expand;
}
/**
 * Replaces the value of an item. One that comes to span lines leaves the column of its neighbours: it keeps a single
 * blank before its `=`, and they are realigned.
 */
function replaceValue(text, item, items, value, layout) {
    if (!value.includes('\n'))
        return [replace(item.value, value)];
    const separator = text[item.separator.start] === ':' ? separatorText(text, item) : layout.separator;
    return [replace({ start: item.key.end, end: item.end }, `${separator}${value}`), ...realignAround(text, items, item)];
}

;// CONCATENATED MODULE: ./lib/fix/patch/hcl/block.js








/** `principals` of a policy document's statement becomes `not_principals`, or an existing one is completed. */
function blockNotPrincipal(statement, block, wanted) {
    const { path, text } = block.file;
    const existing = (0,blocks/* nestedBlocks */.qk)(block.body.blocks, 'not_principals');
    const principals = (0,blocks/* nestedBlocks */.qk)(block.body.blocks, 'principals');
    const [only] = existing.length > 0 ? existing : principals;
    if (only === undefined)
        return { reason: 'the statement has no principals block' };
    if (existing.length + principals.length > 1)
        return { reason: 'the statement has several principals blocks' };
    const type = only.body.attributes.get('type');
    const identifiers = only.body.attributes.get('identifiers');
    if (only.type === 'dynamic' || type === undefined || identifiers === undefined) {
        return { reason: 'the principals are a dynamic block' };
    }
    if (existing.length > 0) {
        const value = (0,values_value/* member */.Dc)(statement, 'NotPrincipal')?.value;
        return complete(path, text, only, type, identifiers, value?.kind === 'object' ? value : null, wanted);
    }
    if (!isEveryone(type, identifiers))
        return { reason: 'the principals are expressions, or name others besides "*"' };
    if (hasHclComment(text, only))
        return { reason: 'a comment stands inside the block that would be replaced and would be lost' };
    const items = itemsOf(text, only);
    const list = listText(wanted.principals.map(hclString), (0,json_layout/* indentAt */.oY)(text, identifiers.start), layoutOf(text, only));
    const edits = [replace({ start: only.start, end: only.start + 'principals'.length }, 'not_principals')];
    if (plainText(type.value) !== 'AWS')
        edits.push(replace(type.value, '"AWS"'));
    const at = items.find(({ start }) => start === identifiers.start);
    if (at === undefined)
        return { reason: 'the principals cannot be read' };
    const [star] = identifiers.value.kind === 'tuple' ? identifiers.value.items : [];
    if (star !== undefined && (0,json_layout/* startsLine */.QC)(text, star.start)) {
        const separator = `,${(0,text_lines/* eolOf */.Wl)(text)}${(0,json_layout/* indentAt */.oY)(text, star.start)}`;
        edits.push(replace(star, wanted.principals.map(hclString).join(separator)));
    }
    else {
        edits.push(...replaceValue(text, at, items, list, layoutOf(text, only)));
    }
    return { path, text, edits };
}
function complete(path, text, block, type, identifiers, value, wanted) {
    const aws = value === null ? undefined : (0,values_value/* member */.Dc)(value, 'AWS')?.value;
    if (plainText(type.value) !== 'AWS' || aws === undefined)
        return { reason: 'the principals are not of type AWS' };
    const items = itemsOf(text, block);
    const at = items.find(({ start }) => start === identifiers.start);
    if (at === undefined)
        return { reason: 'the principals cannot be read' };
    const result = completeList(text, at, items, aws, wanted, layoutOf(text, block));
    return 'reason' in result ? result : { path, text, edits: result.edits };
}
function isEveryone(type, identifiers) {
    const { value } = identifiers;
    const [star] = value.kind === 'tuple' ? value.items : [];
    const single = value.kind === 'tuple' && value.items.length === 1 && star !== undefined && plainText(star) === '*';
    const kind = plainText(type.value);
    return single && (kind === '*' || kind === 'AWS');
}
function itemsOf(text, block) {
    return [...block.body.attributes.values()]
        .map((attribute) => itemOfAttribute(text, attribute))
        .sort((a, b) => a.start - b.start);
}
function layoutOf(text, block) {
    const [first] = itemsOf(text, block);
    const outer = (0,json_layout/* indentAt */.oY)(text, block.start);
    const inner = first === undefined ? '' : (0,json_layout/* indentAt */.oY)(text, first.start);
    const unit = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : unitOf(text);
    return { eol: (0,text_lines/* eolOf */.Wl)(text), unit, quotedKeys: false, separator: ' = ' };
}
/** One more `condition` block behind the last nested block; the provider unites those of equal test and variable. */
function blockPrincipalArn(block, roles) {
    const { path, text } = block.file;
    const { eol, unit } = layoutOf(text, block);
    const last = block.body.blocks.at(-1) ?? null;
    const items = itemsOf(text, block);
    const after = last ?? items.at(-1) ?? null;
    if (after === null || !(0,json_layout/* startsLine */.QC)(text, after.start))
        return { reason: 'the block is not laid out in lines' };
    const indent = (0,json_layout/* indentAt */.oY)(text, after.start);
    const lines = [
        'condition {',
        `${unit}test     = "ArnNotEquals"`,
        `${unit}variable = "aws:PrincipalArn"`,
        `${unit}values   = [${roles.map(hclString).join(', ')}]`,
        '}',
    ].map((line) => indent + line);
    const gap = last === null || blankBefore(text, last) ? eol : '';
    const end = tailOf(text, after)?.lineEnd ?? after.end;
    return { path, text, edits: [{ offset: end, length: 0, text: `${gap}${eol}${lines.join(eol)}` }] };
}
function blankBefore(text, block) {
    const start = text.lastIndexOf('\n', block.start - 1);
    return start > 0 && text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === '';
}

// EXTERNAL MODULE: ./lib/fix/patch/json/principal-arn.js
var principal_arn = __webpack_require__(5005);
;// CONCATENATED MODULE: ./lib/fix/patch/hcl/object.js







function writtenAt(one) {
    const element = one?.origin?.element;
    if (one?.origin == null || element === undefined)
        return null;
    const { file } = one.origin;
    const items = itemsOfObject(element.object);
    const item = items[element.object.elements.indexOf(element.node)];
    // An expression of a template is written like one of a module.
    if (item === undefined || file.kind === 'json')
        return null;
    return {
        path: file.path,
        text: file.text,
        object: element.object,
        items,
        item,
        layout: hclLayout(file.text, element.object),
    };
}
const COMMENT = 'a comment stands inside the text that would be replaced and would be lost';
/** `Principal` of an HCL object becomes `NotPrincipal`, or an existing `NotPrincipal` is completed. */
function objectNotPrincipal(statement, wanted) {
    const existing = (0,values_value/* member */.Dc)(statement, 'NotPrincipal');
    if (existing !== null)
        return completeObject(existing, wanted);
    const written = writtenAt((0,values_value/* member */.Dc)(statement, 'Principal'));
    if (written === null)
        return { reason: 'the Principal is not written in this statement' };
    const { path, text, items, item, layout } = written;
    if (!object_isEveryone(item.value))
        return { reason: 'the Principal is an expression, or names others besides "*"' };
    if (hasHclComment(text, item))
        return { reason: COMMENT };
    const key = text[item.key.start] === '"' ? '"NotPrincipal"' : 'NotPrincipal';
    const principals = wanted.principals.map(hclString);
    const aws = awsElement(item.value);
    if (aws !== null && text.slice(item.start, aws.start).includes('\n')) {
        const inner = itemsOfObject(item.value);
        const target = inner.find(({ start }) => start === aws.start);
        if (target === undefined)
            return { reason: 'the Principal has no AWS member' };
        return { path, text, edits: [replace(item.key, key), ...replaceStar(text, target, inner, principals, layout)] };
    }
    const indent = standsAlone(text, item) ? (0,json_layout/* indentAt */.oY)(text, item.start) : null;
    const list = listText(principals, indent === null ? null : indent + layout.unit, layout);
    const separator = indent === null ? separatorText(text, item) : layout.separator;
    const inner = `${keyText('AWS', layout)}${indent === null && layout.separator === ' = ' ? ' = ' : layout.separator}${list}`;
    const replacement = `${key}${separator}${objectText(inner, indent, layout)}`;
    const realigned = indent === null ? [] : realignAround(text, items, item);
    return { path, text, edits: [replace(item, replacement), ...realigned] };
}
/** `AWS = "*"` or `AWS = ["*"]`, which stands on a line of its own or not. */
function replaceStar(text, item, items, principals, layout) {
    const { value } = item;
    const [star] = value.kind === 'tuple' ? value.items : [];
    if (star !== undefined && (0,json_layout/* startsLine */.QC)(text, star.start)) {
        return [replace(star, principals.join(`,${layout.eol}${(0,json_layout/* indentAt */.oY)(text, star.start)}`))];
    }
    const indent = standsAlone(text, item) ? (0,json_layout/* indentAt */.oY)(text, item.start) : null;
    return replaceValue(text, item, items, listText(principals, indent, layout), layout);
}
function object_isEveryone(value) {
    return plainText(value) === '*' || awsElement(value) !== null;
}
/** The only element of `{ AWS = "*" }` or `{ AWS = ["*"] }`. */
function awsElement(value) {
    if (value.kind !== 'object' || value.elements.length !== 1)
        return null;
    const [element] = value.elements;
    if (element?.name !== 'AWS')
        return null;
    const inner = element.value;
    const star = inner.kind === 'tuple' && inner.items.length === 1 ? inner.items[0] : inner;
    return star !== undefined && plainText(star) === '*' ? element : null;
}
function completeObject(existing, wanted) {
    if (existing.value.kind !== 'object')
        return { reason: 'the NotPrincipal element is an expression' };
    const aws = (0,values_value/* member */.Dc)(existing.value, 'AWS');
    const written = writtenAt(aws);
    if (aws === null || written === null)
        return { reason: 'the list of principals is not written in this statement' };
    const { path, text, items, item, layout } = written;
    const result = completeList(text, item, items, aws.value, wanted, layout);
    return 'reason' in result ? result : { path, text, edits: result.edits };
}
const KEY = 'aws:PrincipalArn';
/**
 * Adds `ArnNotEquals aws:PrincipalArn` to the conditions of an HCL object, or appends to a negated list on that key.
 *
 * @param owner the object that a new `Condition` is written into; null when there is none
 */
function objectPrincipalArn(statement, owner, roles) {
    const condition = (0,values_value/* member */.Dc)(statement, 'Condition');
    if (condition === null) {
        if (owner === null || statement.open)
            return { reason: 'the statement is put together from several objects' };
        const layout = hclLayout(owner.text, owner.object);
        return {
            path: owner.path,
            text: owner.text,
            edits: appendItem(owner.text, owner.object, (indent) => conditionText(roles, indent, layout)),
        };
    }
    const written = writtenAt(condition);
    if (written === null || condition.value.kind !== 'object' || written.item.value.kind !== 'object') {
        return { reason: 'the Condition is an expression' };
    }
    const block = written.item.value;
    const { value } = condition;
    for (const operator of principal_arn/* NEGATED */.$R) {
        const list = principalArnMember((0,values_value/* member */.Dc)(value, operator));
        const appended = list === null || !isWithin(list, written.path, block) ? null : appendRoles(list, roles);
        if (appended !== null && !('reason' in appended))
            return appended;
    }
    return addOperator(written, block, value, roles);
}
/** A key of the `ArnNotEquals` that is there, or another operator: each is ANDed, so that a free one serves as well. */
function addOperator({ path, text, layout }, block, condition, roles) {
    if (condition.open)
        return { reason: 'the Condition is an expression' };
    const existing = (0,values_value/* member */.Dc)(condition, 'ArnNotEquals');
    const inner = existing !== null && isWithin(existing, path, block) ? writtenAt(existing) : null;
    if (principalArnMember(existing) === null && inner?.item.value.kind === 'object') {
        const at = inner.item.value;
        return { path, text, edits: appendItem(text, at, (indent) => arnText(roles, indent, inner.layout)) };
    }
    const free = principal_arn/* SIBLINGS */.Es.find((name) => (0,values_value/* member */.Dc)(condition, name) === null);
    if (free === undefined)
        return { reason: 'every operator that could hold the exemption is in use' };
    return {
        path,
        text,
        edits: appendItem(text, block, (indent) => operatorText(free, roles, indent, hclLayoutOr(text, block, layout))),
    };
}
/** Whether a member is written inside of a span, so that nothing else can have it from there. */
function isWithin({ origin }, path, { start, end }) {
    return origin !== null && origin.file.path === path && origin.start >= start && origin.end <= end;
}
function hclLayoutOr(text, object, fallback) {
    return object.elements.length === 0 ? fallback : hclLayout(text, object);
}
/** The member under aws:PrincipalArn of an operator, whatever the case of its name. */
function principalArnMember(operator) {
    if (operator?.value.kind !== 'object')
        return null;
    return operator.value.members.findLast(({ name }) => name.toLowerCase() === KEY.toLowerCase()) ?? null;
}
function appendRoles(list, roles) {
    const written = writtenAt(list);
    if (written === null)
        return { reason: 'the list of aws:PrincipalArn is not written in this statement' };
    const { path, text, items, item, layout } = written;
    const { value } = item;
    if (value.kind === 'tuple')
        return { path, text, edits: appendToTuple(text, value, roles.map(hclString)) };
    if (value.kind === 'template') {
        const old = text.slice(value.start, value.end);
        const indent = standsAlone(text, item) ? (0,json_layout/* indentAt */.oY)(text, item.start) : null;
        return {
            path,
            text,
            edits: replaceValue(text, item, items, listText([old, ...roles.map(hclString)], indent, layout), layout),
        };
    }
    if (list.value.kind !== 'tuple')
        return { reason: 'the list of aws:PrincipalArn is an expression' };
    return { path, text, edits: [extendExpression(text, value, roles)] };
}
function conditionText(roles, indent, layout) {
    const inner = indent === null ? null : indent + layout.unit;
    return `${keyText('Condition', layout)}${layout.separator}${objectText(operatorText('ArnNotEquals', roles, inner, layout), indent, layout)}`;
}
function operatorText(operator, roles, indent, layout) {
    const inner = indent === null ? null : indent + layout.unit;
    return `${keyText(operator, layout)}${layout.separator}${objectText(arnText(roles, inner, layout), indent, layout)}`;
}
function arnText(roles, indent, layout) {
    const [only] = roles;
    const value = roles.length === 1 && only !== undefined ? hclString(only) : listText(roles.map(hclString), indent, layout);
    return `"${KEY}"${layout.separator}${value}`;
}

// EXTERNAL MODULE: ./lib/fix/patch/json/not-principal.js
var not_principal = __webpack_require__(3619);
// EXTERNAL MODULE: ./lib/tree/json.js
var json = __webpack_require__(2360);
;// CONCATENATED MODULE: ./lib/fix/patch/hcl/json-region.js







const FILLER = /\ue000+/g;
const NO_TEMPLATE = 'the file is no template, so the configured expressions cannot be used in it';
/** `Principal` of a JSON object becomes `NotPrincipal`, or an existing one is completed. */
function jsonNotPrincipal(place, statement, wanted) {
    const { node, region } = place;
    const principal = (0,json/* memberValue */.AX)(node, 'NotPrincipal') ?? (0,json/* memberValue */.AX)(node, 'Principal');
    if (principal !== null && isExpression(region, principal))
        return { reason: 'the Principal is an expression' };
    const value = (0,values_value/* member */.Dc)(statement, 'NotPrincipal')?.value;
    const aws = value?.kind === 'object' ? (0,values_value/* member */.Dc)(value, 'AWS')?.value : undefined;
    const present = new Set([...wanted.listed, ...(aws === undefined ? [] : entriesOf(aws))]);
    const missing = wanted.principals.filter(({ arn }) => value === undefined || !present.has(arn));
    const texts = written(missing, region);
    if (texts === null)
        return { reason: NO_TEMPLATE };
    const entries = evaluatedEntries(node, aws);
    // Stand-ins are looked up by ARN and written as the text that stands for it.
    const standIns = (entry) => {
        const arns = wanted.standIns(entries.get(entry)?.arn ?? entry);
        return arns.flatMap((arn) => missing.flatMap((one, i) => (one.arn === arn ? [texts[i] ?? ''] : [])));
    };
    const replaceable = new Set([...entries.values()].map(({ offset }) => offset));
    return finish(place, (0,not_principal/* notPrincipalEdits */.p)(region.masked, node, texts, standIns, (0,json_layout/* layoutOf */.aH)(region.masked, node)), replaceable);
}
/** The entries of a list by their masked text, with what they are evaluated to. Two that look alike are left out. */
function evaluatedEntries(statement, evaluated) {
    const result = new Map();
    const principal = (0,json/* memberValue */.AX)(statement, 'NotPrincipal');
    const list = principal === null ? null : (0,json/* memberValue */.AX)(principal, 'AWS');
    const nodes = list === null ? [] : (0,json/* elements */.Yt)(list);
    const items = evaluated?.kind === 'tuple' ? evaluated.items : [];
    if (nodes.length !== items.length)
        return result;
    const seen = new Set();
    for (const [i, node] of nodes.entries()) {
        const item = items[i];
        const arn = item === undefined ? null : (0,values_value/* knownString */.Xb)(item);
        const masked = String(node.value);
        if (seen.has(masked) || arn === null)
            result.delete(masked);
        else
            result.set(masked, { arn, offset: node.offset });
        seen.add(masked);
    }
    return result;
}
/** Adds `ArnNotEquals aws:PrincipalArn` to a JSON object. */
function jsonPrincipalArn(place, statement, roles) {
    const { node, region } = place;
    const condition = (0,json/* memberValue */.AX)(node, 'Condition');
    const value = (0,values_value/* member */.Dc)(statement, 'Condition')?.value;
    // A name that is not known could be that of the operator.
    if (condition !== null && (condition.type !== 'object' || (value?.kind === 'object' && value.open))) {
        return { reason: 'the Condition is an expression' };
    }
    const isOpaque = (list) => isExpression(region, list);
    const texts = written(roles, region);
    if (texts === null)
        return { reason: NO_TEMPLATE };
    return finish(place, (0,principal_arn/* principalArnEdits */.vh)(region.masked, node, texts, (0,json_layout/* layoutOf */.aH)(region.masked, node), isOpaque), new Set());
}
/** Whether a part of the value is an expression that stands outside of a string. */
function isExpression(region, value) {
    const end = value.offset + value.length;
    return region.holes.some((hole) => hole.start >= value.offset && hole.end <= end && region.masked[hole.start] === '"');
}
function written(inserts, region) {
    const texts = inserts.map((insert) => jsonText(insert, region.escapes));
    return texts.every((text) => text !== null) ? texts : null;
}
/**
 * Puts the expressions back that the edits took over as filler.
 *
 * @param replaceable offsets of strings that may go with their expressions: inert entries of a list
 */
function finish({ file, region }, result, replaceable) {
    if ('reason' in result)
        return result;
    const edits = [];
    for (const edit of result.edits) {
        const holes = region.holes.filter(({ start, end }) => start >= edit.offset && end <= edit.offset + edit.length);
        const runs = edit.text.match(FILLER) ?? [];
        if (runs.length === 0 && replaceable.has(edit.offset)) {
            edits.push(edit);
            continue;
        }
        if (runs.join('') !== holes.map(({ start, end }) => '\ue000'.repeat(end - start)).join('') && runs.length > 0) {
            return { reason: 'the list holds expressions' };
        }
        let restored = edit.text;
        let at = 0;
        for (const { start, end } of holes) {
            const from = restored.indexOf('\ue000', at);
            if (from === -1)
                return { reason: 'expressions would be lost' };
            const text = file.text.slice(start, end);
            restored = restored.slice(0, from) + text + restored.slice(from + end - start);
            at = from + text.length;
        }
        edits.push({ ...edit, text: restored });
    }
    return { path: file.path, edits };
}

;// CONCATENATED MODULE: ./lib/fix/patch/hcl/index.js




/**
 * Exempts principals by `NotPrincipal` in the source of a statement, in the style it is written in. The edits may be of
 * another file or place than the statement's range: where the `Principal` is written.
 */
function sourceNotPrincipal(statement, wanted) {
    const { origin, value, whyNotEditable } = statement;
    if (whyNotEditable !== null)
        return { reason: whyNotEditable };
    switch (origin.style) {
        case 'json-text':
            return jsonNotPrincipal(origin, value, wanted);
        case 'statement-block':
        case 'dynamic-content':
            return aligned(origin, blockNotPrincipal(value, origin.node, wanted));
        default:
            return aligned(origin, objectNotPrincipal(value, wanted));
    }
}
/** Exempts roles by `ArnNotEquals aws:PrincipalArn` in the source of a statement, in the style it is written in. */
function sourcePrincipalArn(statement, roles) {
    const { origin, value, whyNotEditable } = statement;
    if (whyNotEditable !== null)
        return { reason: whyNotEditable };
    switch (origin.style) {
        case 'json-text':
            return jsonPrincipalArn(origin, value, roles);
        case 'statement-block':
        case 'dynamic-content':
            return aligned(origin, blockPrincipalArn(origin.node, roles));
        default:
            return aligned(origin, objectPrincipalArn(value, ownerOf(statement), roles));
    }
}
/** Comments are moved within the statement, or where something else is edited for it, on the edited lines. */
function aligned(origin, result) {
    if ('reason' in result)
        return result;
    const { path, text, edits } = result;
    const start = Math.min(...edits.map(({ offset }) => offset));
    const end = Math.max(...edits.map(({ offset, length }) => offset + length));
    const isOwn = path === origin.file.path && origin.start <= start && end <= origin.end;
    return { path, edits: withComments(text, isOwn ? origin : { start, end }, edits) };
}
/** The object that takes a new member: the statement, or the last literal argument of `merge()`, whose members win. */
function ownerOf({ origin }) {
    const { path, text } = origin.file;
    if (origin.style === 'object')
        return { path, text, object: origin.node };
    const last = origin.style === 'merge' ? origin.node.args.at(-1) : undefined;
    return last?.kind === 'object' ? { path, text, object: last } : null;
}

;// CONCATENATED MODULE: ./lib/fix/sites/terraform-fix.js









/**
 * Edits for planned findings, in the style of their sources. A range that several planned statements come from is edited
 * once, and only when all of them need the identical edit; everything is evaluated again on the edited sources before
 * any of it is offered.
 */
async function fixPlanned(drafts, policies, sources, options) {
    const outcomes = new Map();
    const candidates = new Map();
    for (const draft of drafts) {
        const made = await candidatesOf(draft, sources, options);
        if (Array.isArray(made))
            candidates.set(draft, made);
        else
            outcomes.set(draft, made);
    }
    const users = await sources.usersOf(policies);
    const { groups, alone } = groupsOf(candidates, users);
    for (const [draft, own] of alone)
        outcomes.set(draft, shared(own, users, sources));
    const accepted = await verifyGroups(groups, policies, sources, options);
    const room = new Room();
    const verify = async (one) => (await verifyGroups([one], policies, sources, options))[0] === true;
    for (const [i, group] of groups.entries()) {
        if (accepted[i] === true && room.take(group)) {
            for (const one of group.members)
                outcomes.set(one.draft, edited(one, candidates.get(one.draft) ?? [], sources));
            continue;
        }
        const why = accepted[i] === true ? fix_statement/* TOO_LARGE */.PH : UNVERIFIED;
        const other = inOtherRemedy(group, candidates, users, why);
        const instead = other !== null && (await verify(other)) && room.take(other) ? other.members : [];
        for (const one of group.members)
            outcomes.set(one.draft, refused(one, why));
        for (const one of instead)
            outcomes.set(one.draft, edited(one, [], sources));
    }
    return outcomes;
}
/** What S3's limit leaves of each policy: the edits of all its statements count together. */
class Room {
    #grown = new Map();
    /** Counts the edits of a group; false, and nothing counted, where a policy would become too large. */
    take({ members }) {
        const grown = new Map(this.#grown);
        for (const { draft, edits } of members) {
            const { policy } = draft.judged;
            const size = (grown.get(policy) ?? (0,verify/* policySize */.o2)(policy)) + edits.reduce((sum, edit) => sum + growthOf(edit), 0);
            if (size > verify/* POLICY_LIMIT */.lT)
                return false;
            grown.set(policy, size);
        }
        for (const [policy, size] of grown)
            this.#grown.set(policy, size);
        return true;
    }
}
/** White space of the sources does not reach the policy. */
function growthOf({ text, length }) {
    return new TextEncoder().encode(text.replace(/\s+/g, '')).length - length;
}
/** The candidates in groups, and those that other statements of their lines stand against. */
function groupsOf(candidates, users) {
    const groups = [];
    const alone = new Map();
    for (const [draft, own] of candidates) {
        if (groups.some(({ members }) => members.some((one) => one.draft === draft)))
            continue;
        const group = terraform_fix_groupOf(own, candidates, users);
        if (group !== null)
            groups.push(group);
        else
            alone.set(draft, own);
    }
    return { groups, alone };
}
/** The same statements in the other remedy, where the wanted one cannot be offered. */
function inOtherRemedy(group, all, users, why) {
    const [first] = group.members;
    const own = (first === undefined ? undefined : all.get(first.draft)) ?? [];
    const others = own.filter(({ remedy }) => remedy !== group.remedy);
    const found = terraform_fix_groupOf(others, all, users);
    if (found === null || found.members.length !== group.members.length)
        return null;
    return { ...found, members: found.members.map((one) => ({ ...one, refusals: [why] })) };
}
/** The edits in every remedy that may be offered, the wanted one first; or why there is no edit at all. */
async function candidatesOf(draft, sources, options) {
    const { subject, judged } = draft;
    const deliberate = (0,offer/* noFixReason */.R0)(subject);
    if (deliberate !== null)
        return { ok: false, why: isSensitive(draft) ? 'it looks intended, or is not valid' : deliberate };
    const located = await sources.locate(judged.policy);
    const statement = located?.location.statements[subject.statement.index];
    if (statement === undefined || !statement.found)
        return words(draft, null, 'its source was not found');
    const roles = (0,offer/* namedRoles */.JR)(subject);
    if (roles === null)
        return words(draft, null, (0,fix_statement/* unknownRole */.jj)(subject.integrations));
    if (statement.whyNotEditable !== null)
        return words(draft, roles, statement.whyNotEditable);
    if (judged.policy.fromSources === true && !statement.literal) {
        return words(draft, roles, 'the policy is known only after apply, and parts of the statement are expressions');
    }
    return offersFor(draft, statement, roles, sources, options);
}
/** What a plan marks as sensitive is not quoted; an edit holds the source's own lines and the role's ARNs only. */
function isSensitive({ judged }) {
    return judged.policy.sensitive === true;
}
function offersFor(draft, statement, roles, sources, options) {
    const candidates = [];
    const refusals = new Map();
    for (const remedy of (0,fix_statement/* wantedOrder */.g6)(options)) {
        const offered = (0,offer/* offer */.x)(remedy, draft.subject);
        if (!offered.offered) {
            refusals.set(remedy, isSensitive(draft) ? 'the form of its principal does not allow it' : offered.why);
            continue;
        }
        const edits = editsFor(remedy, draft, statement, roles, sources, options);
        if ('reason' in edits)
            refusals.set(remedy, edits.reason);
        else if (sources.isLinked(edits.path))
            refusals.set(remedy, 'the file is reached through a symbolic link');
        else if (edits.edits.length > 0) {
            candidates.push({
                draft,
                statement,
                remedy,
                ...edits,
                caveats: offered.caveats,
                refusals: [...refusals.values()],
            });
        }
    }
    return candidates.length > 0 ? candidates : words(draft, roles, refusals.get(inWords(draft)) ?? NO_EDIT);
}
function editsFor(remedy, draft, statement, roles, sources, options) {
    const { partition } = draft.subject.bucket;
    const inserts = insertsFor(remedy, roles, partition, sources.isShared(statement.range.path, draft.judged.policy), options);
    if ('reason' in inserts)
        return inserts;
    if (remedy === 'principal-arn')
        return sourcePrincipalArn(statement, inserts.list);
    return sourceNotPrincipal(statement, {
        principals: inserts.list,
        listed: listedIn(draft.subject.statement.raw),
        standIns: (entry) => (0,fix_statement/* standIns */.dS)(entry, roles, partition),
    });
}
/** Entries of the planned NotPrincipal list. */
function listedIn(raw) {
    const element = (0,value/* isObject */.Gv)(raw) ? (0,value/* member */.Dc)(raw, 'NotPrincipal') : undefined;
    const aws = (0,value/* isObject */.Gv)(element) ? (0,value/* member */.Dc)(element, 'AWS') : undefined;
    return [aws].flat().filter((entry) => typeof entry === 'string');
}
/**
 * The principals to write: literals, or in a file that another integration's root may use too the configured
 * expressions, since a literal account would be wrong there (README, "Configuration").
 */
function insertsFor(remedy, roles, partition, shared, options) {
    const arns = (named) => remedy === 'principal-arn' ? named.map((role) => (0,integrations/* roleArn */.w3)(role, partition)) : (0,integrations/* vendorPrincipals */.Ej)(named, partition);
    const literal = arns(roles);
    if (!shared || options.integrations.length <= 1)
        return { list: literal.map((arn) => ({ arn })) };
    const [role, ...others] = roles;
    if (role === undefined || others.length > 0 || role.expressions === null) {
        return { reason: 'several accounts may use this file: give "expressions" for the account and the role name' };
    }
    const { account, roleName } = role.expressions;
    const template = arns([
        {
            ...role,
            account: account === undefined ? role.account : `\${${account}}`,
            roleName: roleName === undefined ? role.roleName : `\${${roleName}}`,
        },
    ]);
    return { list: literal.map((arn, i) => ({ arn, template: template[i] ?? arn })) };
}
/** The planned statements of one range as a group, in the first remedy in which all of them have the identical edit. */
function terraform_fix_groupOf(own, all, users) {
    for (const candidate of own) {
        const same = [...all.values()]
            .flat()
            .filter((other) => other.remedy === candidate.remedy && isSameEdit(other, candidate));
        const wanted = users.get(candidate.statement.range.id) ?? [];
        const covered = wanted.every(({ policy, index }) => same.some(({ draft }) => draft.judged.policy === policy && draft.subject.statement.index === index));
        if (covered) {
            const { path, edits, remedy } = candidate;
            return { path, edits, remedy, drafts: same.map(({ draft }) => draft), members: same };
        }
    }
    return null;
}
function isSameEdit(a, b) {
    return a.path === b.path && JSON.stringify(a.edits) === JSON.stringify(b.edits);
}
const MAX_NAMED = 3;
/** Not all statements of the range need the edit: it is shown, with the instances that stand against it. */
function shared(own, users, sources) {
    const [candidate] = own;
    if (candidate === undefined)
        return { ok: false, why: NO_EDIT };
    const { judged, subject } = candidate.draft;
    const others = (users.get(candidate.statement.range.id) ?? []).filter(({ policy, index }) => policy !== judged.policy || index !== subject.statement.index);
    const addresses = new Set(others.map(({ policy }) => placeOf(policy, judged.policy)));
    const names = [...addresses].slice(0, MAX_NAMED).join(', ');
    const more = addresses.size > MAX_NAMED ? ` and ${addresses.size - MAX_NAMED} more` : '';
    return asText(candidate, `other planned statements come from the same lines and do not need the same edit (${names}${more})`, sources);
}
/** How to name a policy beside another one: by its address, and by its plan where the address is the same. */
function placeOf({ origin }, own) {
    if (origin.address === null)
        return origin.path;
    if (origin.address !== own.origin.address)
        return origin.address;
    return origin.path === own.origin.path ? `${origin.address} itself` : `${origin.address} in ${origin.path}`;
}
const UNVERIFIED = 'the sources with the edit in them would not give this exemption and nothing else; a type or a condition around the statement may stand against it';
function refused({ draft }, why) {
    return words(draft, draft.subject.integrations.filter(integrations/* isNamed */.ev), why);
}
function edited(candidate, all, sources) {
    const text = sources.text(candidate.path);
    const line = text === null ? null : (0,text_edit/* toLineEdit */.MS)(text, candidate.edits);
    if (text === null || line === null)
        return { ok: false, why: 'the edit would change nothing' };
    const edit = { path: candidate.path, ...line };
    const reason = (0,fix_statement/* textOnlyReason */.Ad)(candidate.draft, text, edit);
    if (reason !== null)
        return asText(candidate, reason, sources);
    const other = all.find(({ remedy }) => remedy !== candidate.remedy);
    const built = (0,fix_statement/* shown */.SP)(candidate, edit, null, null);
    const main = { ...built, path: candidate.path, textEdits: candidate.edits, fix: (0,sites_place/* planAgain */.Gj)(built.fix) };
    return { ok: true, main, alternative: other === undefined ? null : textFix(other, 'the other remedy', sources) };
}
function asText(candidate, why, sources) {
    const fix = textFix(candidate, why, sources);
    return { ok: true, main: { fix, textEdits: [], path: candidate.path }, alternative: null };
}
function textFix(candidate, why, sources) {
    const text = sources.text(candidate.path);
    const line = text === null ? null : (0,text_edit/* toLineEdit */.MS)(text, candidate.edits);
    return (0,sites_place/* planAgain */.Gj)((0,fix_statement/* shown */.SP)(candidate, null, line?.replacement ?? null, why).fix);
}
const NO_EDIT = 'no edit of its source clears it';
/** The remedy to show where no edit can be made. */
function inWords({ subject }) {
    return (0,offer/* offer */.x)('not-principal', subject).offered ? 'not-principal' : 'principal-arn';
}
/** The wanted member in JSON, where no edit of the source can be made. */
function words(draft, roles, why) {
    const remedy = inWords(draft);
    const vendors = (0,offer/* offer */.x)('not-principal', draft.subject);
    const refusals = vendors.offered || isSensitive(draft) ? [] : [vendors.why];
    const wording = { remedy, caveats: [], refusals, draft };
    const built = (0,fix_statement/* shown */.SP)(wording, null, (0,fix_statement/* snippet */.UA)(remedy, draft, roles), why);
    return { ok: true, main: { ...built, path: draft.judged.policy.origin.path }, alternative: null };
}

;// CONCATENATED MODULE: ./lib/fix/sites/terraform.js







/**
 * Findings on planned policies: on the lines of the sources where they were found, with edits there. Those of all plans
 * together, since plans may share their sources. `texts` gains the sources that the findings and edits point at.
 */
async function finishPlanned(all, policies, sources, texts, options) {
    const drafts = all.map(({ draft }) => draft);
    const blocked = drafts.filter((draft) => draft.rule === 'deny-blocks-clumio');
    const outcomes = await fixPlanned(blocked, policies, sources, options);
    const owned = drafts.filter((draft) => draft.rule === 'object-ownership');
    const settings = owned.length === 0 ? null : await placeOwned(owned, policies, sources);
    const findings = [];
    const edited = [];
    for (const { path, draft } of all) {
        const finding = await finishOne(draft, path, sources, texts, options);
        const setting = draft.rule === 'object-ownership' ? settings?.get(draft) : undefined;
        const outcome = 'subject' in draft ? outcomes.get(draft) : undefined;
        if (setting !== undefined && setting.location !== null)
            texts.set(setting.location.path, setting.text);
        const built = setting ?? (outcome?.ok ? outcome.main : undefined);
        if (built !== undefined && built.textEdits.length > 0)
            edited.push({ at: findings.length, ...built });
        findings.push(outcome === undefined ? withSetting(finding, setting) : withOutcome(finding, outcome));
    }
    mergeByFile(findings, edited, sources, texts);
    return findings.filter((finding, i) => counts(drafts[i], finding, options));
}
function withSetting(finding, setting) {
    return setting === undefined
        ? finding
        : { ...finding, location: setting.location ?? finding.location, fix: setting.fix };
}
/** With only-changed, what the plan leaves as it is counts when its source changed. */
function counts(draft, { location }, { onlyPaths }) {
    const unchanged = draft !== undefined && 'subject' in draft && draft.judged.policy.unchanged === true;
    return onlyPaths === null || !unchanged || onlyPaths.has(location.path);
}
/** Settings are rare: what places them is loaded with the first one. */
async function placeOwned(drafts, policies, sources) {
    const { placeSettings } = await __webpack_require__.e(/* import() */ 829).then(__webpack_require__.bind(__webpack_require__, 2829));
    return placeSettings(drafts, policies, sources);
}
/** Edits of one file whose lines overlap become one, which all their findings carry. */
function mergeByFile(findings, edited, sources, texts) {
    for (const path of new Set(edited.map((one) => one.path))) {
        const text = sources.text(path);
        if (text === null)
            continue;
        texts.set(path, text);
        const own = edited.filter((one) => one.path === path);
        for (const [i, fix] of (0,merge/* mergeEdits */.Yb)(path, text, own).entries()) {
            const at = own[i]?.at ?? -1;
            const finding = findings[at];
            if (finding !== undefined)
                findings[at] = { ...finding, fix };
        }
    }
}
function withOutcome(finding, outcome) {
    if (!(0,report/* isStatementFinding */.R)(finding))
        return finding;
    if (!outcome.ok)
        return { ...finding, fix: null, fixUnavailable: outcome.why, alternative: null };
    return { ...finding, fix: outcome.main.fix, fixUnavailable: null, alternative: outcome.alternative };
}
async function finishOne(draft, path, sources, texts, options) {
    const { finding } = await (0,fix/* finish */.O)(draft, path, '', options, false);
    const place = 'subject' in draft ? await (0,sites_place/* placeOf */.$t)(draft, sources) : await (0,sites_place/* placeOfUnread */.i5)(draft, sources);
    if (place === null)
        return finding;
    texts.set(place.location.path, place.text);
    const because = (0,report/* isStatementFinding */.R)(finding) && place.found === null && place.why !== null ? [...finding.because, place.why] : null;
    return { ...finding, location: place.location, ...(because === null ? {} : { because }) };
}
/** Ranges of JSON files that planned statements come from: what stands there is reported through the plan. */
async function plannedRanges(policies, sources) {
    const ranges = new Map();
    for (const policy of policies) {
        const located = await sources.locate(policy);
        for (const statement of located?.location.statements ?? []) {
            if (!statement.found || statement.range.path.endsWith('.tf'))
                continue;
            const { path, start, end } = statement.range;
            ranges.set(path, [...(ranges.get(path) ?? []), { start, end }]);
        }
    }
    return ranges;
}
/** Whether a statement of a file lies in one of the ranges; a template that only a plan can read is told by the plan. */
function isPlannedElsewhere(draft, text, ranges) {
    if (draft.rule === 'policy-unreadable')
        return ranges.length > 0;
    if (!('subject' in draft))
        return false;
    const node = (0,fix_statement/* statementNode */.sw)(draft, text);
    return node !== null && ranges.some(({ start, end }) => node.offset < end && node.offset + node.length > start);
}


/***/ })

};
