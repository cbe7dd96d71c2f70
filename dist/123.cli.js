export const id = 123;
export const ids = [123];
export const modules = {

/***/ 123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarif: () => (/* binding */ sarif)
/* harmony export */ });
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1819);
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7032);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2527);
/* harmony import */ var _urgency_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9541);





/** Results of a run; with more of them GitHub refuses the file (GitHub Docs, "SARIF results exceed limits", 2026-11). */
const RESULTS = 25_000;
/**
 * UTF-8 bytes of all results: GitHub takes 10 MB after gzip (GitHub Docs, "SARIF file is too large", 2026-11), which
 * never adds more than a few bytes for each block, and shows no more than 5,000 results of a run.
 */
const RESULT_BYTES = 9_500_000;
/** Code points of a message; GitHub shows it as a title. */
const MESSAGE_LENGTH = 2_000;
const REASONS_SHOWN = 20;
const UNREAD_SHOWN = 100;
/** SARIF's words for the levels (SARIF 2.1.0, §3.27.10), and those that GitHub sorts rules by. */
const SARIF_LEVEL = { error: 'error', warning: 'warning', notice: 'note' };
const USUAL = {
    'deny-blocks-clumio': { level: 'error', precision: 'very-high' },
    'deny-may-block-clumio': { level: 'warning', precision: 'medium' },
    'ineffective-exemption': { level: 'warning', precision: 'very-high' },
    'object-ownership': { level: 'warning', precision: 'medium' },
    'policy-unknown': { level: 'warning', precision: 'high' },
    'policy-unreadable': { level: 'warning', precision: 'high' },
    'expired-ignore': { level: 'warning', precision: 'very-high' },
};
const PROBLEM = { error: 'error', warning: 'warning', notice: 'recommendation' };
/**
 * The report as SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning reads. Worst results first, within
 * GitHub's limits; what is left out, and files that could not be read, are notifications of the run.
 */
const sarif = (result, context) => `${JSON.stringify(logOf(result, context))}\n`;
function logOf(result, context) {
    const { report } = result;
    const { kept, leftOut } = fitting([
        ...[...report.findings].sort(_urgency_js__WEBPACK_IMPORTED_MODULE_2__/* .byUrgency */ .t).map((finding) => resultOf(finding, result)),
        ...report.ignored.map(suppressed),
    ]);
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: report.tool.name,
                        semanticVersion: report.tool.version,
                        rules: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULE_IDS */ .Iu.map((id) => ruleOf(id, context)),
                    },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The folder to which all paths are relative.' } } },
                invocations: [{ executionSuccessful: true, toolExecutionNotifications: notifications(result, leftOut) }],
                results: kept,
            },
        ],
    };
}
/** As many results as GitHub takes. */
function fitting(results) {
    const encoder = new TextEncoder();
    let bytes = 0;
    const end = results.findIndex((result, i) => {
        bytes += encoder.encode(JSON.stringify(result)).length + 1;
        return i >= RESULTS || bytes > RESULT_BYTES;
    });
    const kept = end === -1 ? results : results.slice(0, end);
    return { kept, leftOut: results.length - kept.length };
}
function notifications({ report }, leftOut) {
    const notice = (text) => ({ level: 'warning', message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forSarif */ .zR)(text, MESSAGE_LENGTH) } });
    const unread = report.unread
        .slice(0, UNREAD_SHOWN)
        .map(({ path, reason }) => notice(`${path} was not read: ${reason}`));
    const more = report.unread.length - unread.length;
    return [
        ...(leftOut === 0
            ? []
            : [notice(`${leftOut} results are left out: GitHub takes no more. The JSON report has them.`)]),
        ...unread,
        ...(more === 0 ? [] : [notice(`${more} further files were not read; the JSON report names them.`)]),
    ];
}
function ruleOf(id, { rulePages }) {
    const { title, summary, advice } = _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[id];
    const { level, precision } = USUAL[id];
    const url = rulePages === null ? null : `${rulePages}${id}.md`;
    return {
        id,
        name: title,
        shortDescription: { text: title },
        fullDescription: { text: summary },
        help: {
            text: [summary, advice, ...(url === null ? [] : [`More: ${url}`])].join('\n\n'),
            markdown: [
                summary,
                `**What to do:** ${advice}`,
                ...(url === null ? [] : [`[More about this rule](${url})`]),
            ].join('\n\n'),
        },
        ...(url === null ? {} : { helpUri: url }),
        defaultConfiguration: { level: SARIF_LEVEL[level] },
        properties: { tags: ['security', 'backup'], precision, 'problem.severity': PROBLEM[level] },
    };
}
function resultOf(finding, result) {
    const { fix } = finding;
    return {
        ...commonOf(finding),
        locations: [{ physicalLocation: physicalLocation(finding.location, result) }],
        ...(fix !== null && fix.applicability === 'edit' && fix.edits.length > 0 ? { fixes: [fixOf(fix, result)] } : {}),
        properties: propertiesOf(finding),
    };
}
/** A finding that the configuration ignores: told, and marked as accepted. */
function suppressed(ignored) {
    const justification = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forSarif */ .zR)(ignored.reason, MESSAGE_LENGTH);
    return {
        ...commonOf(ignored),
        locations: [{ physicalLocation: { artifactLocation: artifact(ignored.path) } }],
        suppressions: [{ kind: 'external', status: 'accepted', justification }],
    };
}
function commonOf({ rule, level, message, fingerprint }) {
    return {
        ruleId: rule,
        ruleIndex: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULE_IDS */ .Iu.indexOf(rule),
        level: SARIF_LEVEL[level],
        message: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forSarif */ .zR)(message, MESSAGE_LENGTH) },
        // GitHub's own `primaryLocationLineHash` is left to its upload action, which warns about every other value.
        partialFingerprints: { 'clumio-policy-check/v1': fingerprint },
    };
}
function physicalLocation({ path, startLine, startColumn, endLine, endColumn }, { texts }) {
    // A plan is not read as text: its findings point at the file alone.
    const region = texts.get(path) === '' ? { startLine: 1 } : { startLine, startColumn, endLine, endColumn };
    return { artifactLocation: artifact(path), region };
}
/** A relative URI: names may hold any character, and half a surrogate pair has no encoding. */
function artifact(path) {
    const parts = path.replace(/\p{Cs}/gu, '\ufffd').split('/');
    return { uri: parts.map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
function fixOf(fix, { texts }) {
    const byPath = new Map();
    for (const edit of fix.edits)
        byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit]);
    return {
        description: { text: (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forSarif */ .zR)(fix.title, MESSAGE_LENGTH) },
        artifactChanges: [...byPath].map(([path, edits]) => ({
            artifactLocation: artifact(path),
            replacements: edits.map((edit) => replacement(edit, texts.get(path))),
        })),
    };
}
/** Whole lines, from the first column of the first to the end of the last, with the line ends of the file. */
function replacement(edit, text) {
    const endColumn = text === undefined ? {} : { endColumn: (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .lineIndexOf */ .cL)(text).lineText(edit.endLine).length + 1 };
    return {
        deletedRegion: { startLine: edit.startLine, startColumn: 1, endLine: edit.endLine, ...endColumn },
        insertedContent: { text: text === undefined ? edit.replacement : edit.replacement.replaceAll('\n', (0,_text_lines_js__WEBPACK_IMPORTED_MODULE_3__/* .eolOf */ .Wl)(text)) },
    };
}
function propertiesOf(finding) {
    const bucket = finding.policy?.bucket ?? null;
    const address = finding.policy?.address ?? null;
    if (!(0,_model_report_js__WEBPACK_IMPORTED_MODULE_4__/* .isStatementFinding */ .R)(finding))
        return { bucket, address };
    return { bucket, address, verdict: finding.verdict, because: finding.because.slice(0, REASONS_SHOWN) };
}


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
