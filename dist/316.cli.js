export const id = 316;
export const ids = [316];
export const modules = {

/***/ 7316:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  markdown: () => (/* binding */ markdown)
});

// EXTERNAL MODULE: ./lib/model/options.js
var options = __webpack_require__(9015);
// EXTERNAL MODULE: ./lib/model/report.js
var report = __webpack_require__(1819);
// EXTERNAL MODULE: ./lib/report/escape.js
var report_escape = __webpack_require__(2527);
// EXTERNAL MODULE: ./lib/report/hunks.js
var report_hunks = __webpack_require__(839);
// EXTERNAL MODULE: ./lib/report/unified.js
var unified = __webpack_require__(3344);
;// CONCATENATED MODULE: ./lib/report/markdown/patch.js



const CONTEXT = 2;
/**
 * Edits as diff blocks for a reader, one per file, with two lines of context. Empty when no text is known for them.
 */
function patchBlocks(edits, texts) {
    const byPath = new Map();
    for (const edit of edits)
        byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
    const blocks = [];
    for (const [path, own] of byPath) {
        const text = texts.get(path);
        if (text === undefined)
            continue;
        const hunks = (0,report_hunks/* hunksOf */.H)(text, own, CONTEXT).map(unified/* hunkText */.St).join('');
        blocks.push((0,report_escape/* shownFence */.z_)(`--- a/${path}\n+++ b/${path}\n${hunks.slice(0, -1)}`, 'diff'));
    }
    return blocks.join('\n\n');
}

// EXTERNAL MODULE: ./lib/report/markdown/words.js
var words = __webpack_require__(3039);
;// CONCATENATED MODULE: ./lib/report/markdown/fix.js



/** A suggestion block: GitHub replaces the comment's lines by exactly this. */
function suggestionBlock(replacement) {
    return codeFence(replacement, 'suggestion');
}
/**
 * A fix that is shown and not offered: the patch of its edits, or the wanted lines as plain text. `why` says why it is
 * not offered by one click, where the fix itself does not.
 */
function shownFix(fix, why, view) {
    const reason = why === null ? '' : ` Not offered as a suggestion: ${(0,report_escape/* forMarkdown */.Bm)(why)}.`;
    return [`**Fix:** ${(0,report_escape/* forMarkdown */.Bm)(fix.title)}.${reason}`, noteOf(fix), fixText(fix, view)].filter(isText).join('\n\n');
}
const REMEDY_WORDS = {
    'not-principal': 'the list in NotPrincipal',
    'principal-arn': 'an exception on aws:PrincipalArn',
    'bucket-owner-enforced': 'bucket owner enforced',
};
/** The other remedy, collapsed. */
function alternativeFix(fix, view) {
    const body = [noteOf(fix), fixText(fix, view)].filter(isText).join('\n\n');
    return details(`Other remedy: ${REMEDY_WORDS[fix.remedy]}`, body);
}
function fixText(fix, view) {
    const patch = fix.applicability === 'edit' ? patchBlocks(fix.edits, view.texts) : '';
    if (patch !== '')
        return patch;
    if (fix.text !== null)
        return (0,report_escape/* shownFence */.z_)(fix.text, '');
    return fix.edits.map((edit) => (0,report_escape/* shownFence */.z_)(edit.replacement, '')).join('\n\n');
}
/** The fix's own words: whom it exempts from what, on which condition, why this remedy. */
function noteOf(fix) {
    return fix.note === '' ? '' : (0,report_escape/* forMarkdown */.Bm)(fix.note);
}
const ROLES_SHOWN = 5;
/** Which roles the statement was judged for, and where each comes from. */
function roleWords(finding) {
    if (finding.roles.length === 0)
        return '';
    const shown = finding.roles
        .slice(0, ROLES_SHOWN)
        .map((role) => `${(0,report_escape/* codeSpan */.SS)(role.arn)} (from ${(0,report_escape/* forMarkdown */.Bm)(role.origin)})`);
    const rest = finding.roles.length - shown.length;
    if (rest > 0)
        shown.push(`and ${rest} more`);
    return shown.length === 1
        ? `**Role:** ${shown.join('')}`
        : `**Roles:**\n${shown.map((each) => `- ${each}`).join('\n')}`;
}
function isText(text) {
    return text !== '';
}

;// CONCATENATED MODULE: ./lib/report/markdown/finding.js




const REASONS_SHOWN = 6;
/** One finding in full, for a page where it has no lines of its own: what, where, why, and the patch. */
function findingBlock(finding, reason, view) {
    const here = reason === null ? '' : ` _(${(0,report_escape/* forMarkdown */.Bm)(reason)})_`;
    const judged = (0,report/* isStatementFinding */.R)(finding) && finding.rule !== 'ineffective-exemption' && finding.because.length > 0;
    const title = `**${(0,words/* headline */.Pl)([finding])}** · ${finding.level} · ${(0,words/* ruleLink */.lN)(finding.rule, view.rulePages)}`;
    const why = judged ? `**Why:** ${(0,report_escape/* forMarkdown */.Bm)(finding.deciding)}.` : (0,report_escape/* forMarkdown */.Bm)(finding.message);
    const reasons = judged ? (0,words/* details */.zH)('All reasons', (0,words/* reasonList */.nJ)(finding.because, REASONS_SHOWN)) : '';
    const blocks = [title, `${locationLink(finding, view)}${here}`, why, fixBlock(finding, view), reasons];
    return blocks.filter(isText).join('\n\n');
}
function fixBlock(finding, view) {
    if (finding.fix === null) {
        return finding.fixUnavailable === null ? '' : `No fix is offered: ${(0,report_escape/* forMarkdown */.Bm)(finding.fixUnavailable)}`;
    }
    const parts = [shownFix(finding.fix, null, view)];
    if ((0,report/* isStatementFinding */.R)(finding))
        parts.push(roleWords(finding));
    return (0,words/* details */.zH)('The fix', parts.filter(isText).join('\n\n'));
}
/** Where a finding is: path and lines, linked where a link is known to lead there, and what it is called in a plan. */
function locationLink(finding, view) {
    const { path, startLine, endLine } = finding.location;
    const lines = startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`;
    const link = view.permalink(path, startLine, endLine);
    const place = link === null ? (0,report_escape/* codeSpan */.SS)(lines) : `[${(0,report_escape/* codeSpan */.SS)(lines)}](${link})`;
    const sid = (0,report/* isStatementFinding */.R)(finding) && finding.statement.sid !== null ? `, ${(0,words/* nameSpan */.CL)(finding.statement.sid)}` : '';
    const address = finding.policy?.address;
    return `${place}${sid}${address === null || address === undefined ? '' : `, ${(0,words/* nameSpan */.CL)(address)}`}`;
}

// EXTERNAL MODULE: ./lib/report/urgency.js
var urgency = __webpack_require__(9541);
;// CONCATENATED MODULE: ./lib/report/markdown/fit.js
const ENCODER = new TextEncoder();
/** Length in UTF-8 bytes. */
function byteLength(text) {
    return ENCODER.encode(text).length;
}
/**
 * Joins blocks by an empty line within a budget of UTF-8 bytes. `head` and `tail` always stay, of `items` as many
 * whole ones as fit, in order; what was left out is announced by `leftOut` in the place of the rest. An item that is
 * too long by itself does not keep shorter ones behind it from being shown.
 */
function fitBlocks(blocks, budget, leftOut) {
    const fixed = [...blocks.head, ...blocks.tail];
    const room = budget - sizeOf(fixed) - byteLength(leftOut(blocks.items.length)) - 2;
    const kept = [];
    let used = 0;
    for (const item of blocks.items) {
        const size = byteLength(item) + 2;
        if (used + size > room)
            continue;
        kept.push(item);
        used += size;
    }
    const missing = blocks.items.length - kept.length;
    const notice = missing === 0 ? [] : [leftOut(missing)];
    return cutBytes([...blocks.head, ...kept, ...notice, ...blocks.tail].join('\n\n'), budget);
}
function sizeOf(blocks) {
    return blocks.reduce((sum, block) => sum + byteLength(block) + 2, 0);
}
const CUT = '_Cut here: this text is longer than GitHub takes._';
/**
 * The text within a budget of UTF-8 bytes, cut at the end of a line and saying so, with what stands open there closed:
 * the notice must not end up in a code block or behind a fold. The last resort.
 */
function cutBytes(text, budget) {
    if (text.length * 3 <= budget || byteLength(text) <= budget)
        return text;
    for (let room = budget - byteLength(`\n\n${CUT}`); room > 0; room -= 64) {
        const start = cutAtLine(text, room);
        const cut = `${start}${closing(start)}\n\n${CUT}`;
        if (byteLength(cut) <= budget)
            return cut;
    }
    return '';
}
function cutAtLine(text, bytes) {
    // A decoder that drops an incomplete last sequence cuts on a code point boundary.
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
    const cut = decoder.decode(ENCODER.encode(text).subarray(0, bytes), { stream: true });
    const lineEnd = cut.lastIndexOf('\n');
    return lineEnd > cut.length / 2 ? cut.slice(0, lineEnd) : cut;
}
/** What closes the code block and the folds that are open at the end of our own Markdown. */
function closing(text) {
    let fence = null;
    let folds = 0;
    for (const line of text.split('\n')) {
        const ticks = /^`{3,}/.exec(line)?.[0];
        if (fence !== null) {
            if (line === fence)
                fence = null;
        }
        else if (ticks !== undefined)
            fence = ticks;
        else if (line.startsWith('<details>'))
            folds++;
        else if (line === '</details>')
            folds--;
    }
    return `${fence === null ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/overview.js








const ROWS_SHOWN = 50;
const NOTES_SHOWN = 30;
const UNREAD_SHOWN = 20;
const PLACES_SHOWN = 10;
/** What no check of files can see; said once, so that a green result is not taken for more. */
const NOT_LOOKED_AT = 'Not looked at: identity policies and permissions boundaries, service and resource control policies (SCP, RCP), KMS key policies, VPC endpoint policies, and anything that is not in the files checked.';
/**
 * The overview of a run within a budget of UTF-8 bytes: verdict, what the change itself configures, counts, table,
 * findings told in full, undecided statements by what would settle them, what the result rests on. Used for the
 * summary comment, the job summary and the `markdown` format.
 */
function overview(input, view, budget) {
    const { report } = input.result;
    const findings = report.findings.filter((finding) => input.notices || finding.level !== 'notice');
    const told = input.told
        .filter(({ finding }) => !isOpenQuestion(finding))
        .sort((a, b) => (0,urgency/* byUrgency */.t)(a.finding, b.finding));
    const head = [
        `## ${verdict(report)}`,
        notes(report.notes),
        ...input.remarks,
        counts(report, input.inline, input.notices ? 0 : report.findings.length - findings.length),
        table(findings),
        told.length === 0 ? '' : `### ${input.inline > 0 ? 'Findings outside the review comments' : 'Findings'}`,
    ].filter(isText);
    const items = [
        ...told.map(({ finding, reason }) => findingBlock(finding, reason, view)),
        ...undecided(findings, view),
    ];
    const tail = [unread(report), ignored(report), assumptions(report), NOT_LOOKED_AT].filter(isText);
    return fitBlocks({ head, items, tail }, budget, leftOut);
}
function leftOut(count) {
    return `_${(0,words/* plural */.LS)(count, 'further entry', 'further entries')} did not fit here; the JSON report has all of them._`;
}
/** The result in one line. */
function verdict(report) {
    const blocking = report.findings.filter((finding) => finding.rule === 'deny-blocks-clumio').length;
    const open = report.findings.filter(isOpenQuestion).length;
    const others = report.findings.length - blocking - open;
    const parts = [
        blocking > 0 ? `${(0,words/* plural */.LS)(blocking, 'Deny statement')} ${blocking === 1 ? 'locks' : 'lock'} Clumio out` : '',
        open > 0 ? `${blocking > 0 ? '' : 'no Deny is known to lock Clumio out, '}${open} undecided` : '',
        others > 0 ? (0,words/* plural */.LS)(others, blocking + open > 0 ? 'other finding' : 'finding') : '',
    ].filter(isText);
    const calm = report.findings.every((finding) => finding.level === 'notice');
    const mark = report.conclusion === 'failure' ? '❌' : calm ? '✅' : '⚠️';
    return `${mark} Clumio policy check: ${parts.length === 0 ? nothingFound(report) : parts.join(', ')}`;
}
function nothingFound(report) {
    if (report.summary.policies === 0)
        return 'no bucket policy found';
    return `no finding in ${(0,words/* plural */.LS)(report.summary.policies, 'bucket policy', 'bucket policies')}`;
}
/** Facts of the run, among them what the pull request itself configures; first, so that they are seen. */
function notes(all) {
    if (all.length === 0)
        return '';
    const shown = all.slice(0, NOTES_SHOWN).map((note) => `> - ${(0,report_escape/* forMarkdown */.Bm)(note)}`);
    if (all.length > NOTES_SHOWN)
        shown.push(`> - and ${all.length - NOTES_SHOWN} more`);
    return shown.join('\n');
}
function counts(report, inline, notices) {
    const { summary } = report;
    const undecidedCount = report.findings.filter(isOpenQuestion).length;
    const parts = [
        `${(0,words/* plural */.LS)(summary.policies, 'policy', 'policies')} with ${(0,words/* plural */.LS)(summary.statements, 'statement')} judged in ${(0,words/* plural */.LS)(summary.files, 'file')}`,
        `${summary.outOfScope} out of scope`,
        `${undecidedCount} undecided`,
        `${report.unread.length} unread`,
        summary.ignored > 0 ? `${summary.ignored} ignored` : '',
        inline > 0 ? `${(0,words/* plural */.LS)(inline, 'finding')} in review comments` : '',
        notices > 0 ? `${(0,words/* plural */.LS)(notices, 'notice')}, told in the job summary only` : '',
    ].filter(isText);
    return `${parts.join(' · ')}.`;
}
/** Which feature is blocked on which bucket. A dash says that no finding concerns it, not more. */
function table(findings) {
    const rows = new Map();
    // Worst first: of many buckets not all are shown.
    for (const finding of [...findings].sort(urgency/* byUrgency */.t)) {
        if (!(0,report/* isStatementFinding */.R)(finding))
            continue;
        const name = finding.policy.bucket ?? finding.policy.address ?? finding.policy.path;
        const row = rows.get(name) ?? new Map();
        rows.set(name, row);
        for (const { feature } of finding.undecided)
            if (!row.has(feature))
                row.set(feature, 'undecided');
        for (const { feature } of finding.blocked)
            row.set(feature, 'blocked');
    }
    if (rows.size === 0)
        return '';
    const lines = [...rows].slice(0, ROWS_SHOWN).map(([name, row]) => {
        const cells = options/* FEATURES */.Gv.map((feature) => row.get(feature) ?? '–');
        return `| ${(0,words/* nameSpan */.CL)(name)} | ${cells.join(' | ')} |`;
    });
    const head = `| Bucket | ${options/* FEATURES */.Gv.map(words/* featureWord */.hm).join(' | ')} |\n|${' --- |'.repeat(options/* FEATURES */.Gv.length + 1)}`;
    const more = rows.size > ROWS_SHOWN ? `\n\n_and ${rows.size - ROWS_SHOWN} more buckets_` : '';
    return `${head}\n${lines.join('\n')}${more}`;
}
function isOpenQuestion(finding) {
    return finding.rule === 'deny-may-block-clumio';
}
/** One block per missing fact, with the statements it would settle and the line that supplies it. */
function undecided(findings, view) {
    const groups = new Map();
    for (const finding of findings) {
        if (finding.rule !== 'deny-may-block-clumio' || !(0,report/* isStatementFinding */.R)(finding))
            continue;
        const facts = finding.missing.length > 0 ? finding.missing : [{ id: '', text: finding.message, configuration: null }];
        for (const fact of facts) {
            const key = fact.id === '' ? finding.message : fact.id;
            const group = groups.get(key) ?? { text: fact.text, configuration: fact.configuration, findings: [] };
            group.findings.push(finding);
            groups.set(key, group);
        }
    }
    const blocks = [...groups.values()].map((group) => {
        const places = group.findings.slice(0, PLACES_SHOWN).map((finding) => `- ${locationLink(finding, view)}`);
        if (group.findings.length > PLACES_SHOWN)
            places.push(`- and ${group.findings.length - PLACES_SHOWN} more`);
        const supply = group.configuration === null ? '' : `\n\n${(0,report_escape/* shownFence */.z_)(group.configuration, 'jsonc')}`;
        return `**${(0,report_escape/* forMarkdown */.Bm)(group.text)}**\n${places.join('\n')}${supply}`;
    });
    const [first, ...rest] = blocks;
    return first === undefined ? [] : [`### Undecided, by what would settle it\n\n${first}`, ...rest];
}
function unread(report) {
    if (report.unread.length === 0)
        return '';
    const shown = report.unread
        .slice(0, UNREAD_SHOWN)
        .map(({ path, reason }) => `- ${(0,report_escape/* codeSpan */.SS)(path)}: ${(0,report_escape/* forMarkdown */.Bm)(reason)}`);
    if (report.unread.length > UNREAD_SHOWN)
        shown.push(`- and ${report.unread.length - UNREAD_SHOWN} more`);
    return `### Not read\n\n${shown.join('\n')}`;
}
function ignored(report) {
    if (report.ignored.length === 0)
        return '';
    const shown = report.ignored.slice(0, UNREAD_SHOWN).map(({ rule, reason, expires }) => {
        const until = expires === null ? '' : ` (until ${(0,report_escape/* forMarkdown */.Bm)(expires)})`;
        return `- \`${rule}\`: ${(0,report_escape/* forMarkdown */.Bm)(reason)}${until}`;
    });
    if (report.ignored.length > UNREAD_SHOWN)
        shown.push(`- and ${report.ignored.length - UNREAD_SHOWN} more`);
    return (0,words/* details */.zH)(`Ignored by configuration: ${report.ignored.length}`, shown.join('\n'));
}
function assumptions(report) {
    if (report.assumptions.length === 0)
        return '';
    const lines = report.assumptions.map(({ id, text, policies }) => `- ${(0,report_escape/* forMarkdown */.Bm)(id)}: ${(0,report_escape/* forMarkdown */.Bm)(text)} (${(0,words/* plural */.LS)(policies, 'policy', 'policies')})`);
    return `What the result rests on:\n${lines.join('\n')}`;
}

;// CONCATENATED MODULE: ./lib/report/markdown/index.js

/** The whole report as one Markdown page. */
const markdown = (result, context) => {
    const view = { rulePages: context.rulePages, texts: result.texts, permalink: () => null };
    const told = result.report.findings.map((finding) => ({ finding, reason: null }));
    return `${overview({ result, told, inline: 0, notices: true, remarks: [] }, view, Number.POSITIVE_INFINITY)}\n`;
};


/***/ }),

/***/ 9541:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ byUrgency)
/* harmony export */ });
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _text_compare_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3316);


/** Worst level first, what a statement blocks before what explains it, then by place. */
function byUrgency(a, b) {
    return (_model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVEL_ORDER */ .se[a.level] - _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVEL_ORDER */ .se[b.level] ||
        Number(a.rule === 'ineffective-exemption') - Number(b.rule === 'ineffective-exemption') ||
        (0,_text_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n)(a.location.path, b.location.path) ||
        a.location.startLine - b.location.startLine ||
        a.location.startColumn - b.location.startColumn ||
        (0,_text_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n)(a.policy?.address ?? '', b.policy?.address ?? '') ||
        (0,_text_compare_js__WEBPACK_IMPORTED_MODULE_1__/* .compareText */ .n)(a.fingerprint, b.fingerprint));
}


/***/ })

};
