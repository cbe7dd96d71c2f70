export const id = 366;
export const ids = [366];
export const modules = {

/***/ 3366:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   commandOf: () => (/* binding */ commandOf),
/* harmony export */   commands: () => (/* binding */ commands)
/* harmony export */ });
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _escape_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2527);
/* harmony import */ var _urgency_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(9541);



/** Annotations of one level that a step can make; the rest stays in the log (actions/toolkit, problem matchers). */
const PER_LEVEL = 10;
/** Characters of an annotation's message that the runner keeps (actions/runner). */
const MESSAGE_LENGTH = 4_096;
/**
 * The report as workflow commands, worst first, ten of each level; what was left out is said in plain lines. A failed
 * run has at least one error annotation and a green one none: with `fail-on: never` errors are shown as warnings.
 */
const commands = (result, context) => {
    const { report } = result;
    const sorted = [...report.findings].sort(_urgency_js__WEBPACK_IMPORTED_MODULE_2__/* .byUrgency */ .t);
    const annotations = sorted.map((finding) => annotationOf(finding, shownLevel(finding.level, report, context.failOn)));
    if (report.conclusion === 'failure' && !annotations.some(({ level }) => level === 'error')) {
        annotations.unshift(failure(report, context.failOn));
    }
    const lines = [];
    for (const level of _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVELS */ .A_) {
        const own = annotations.filter((annotation) => annotation.level === level);
        lines.push(...own.slice(0, PER_LEVEL).map(commandOf));
        if (own.length > PER_LEVEL) {
            lines.push(`${own.length - PER_LEVEL} more of level ${level} are not annotated: GitHub shows ${PER_LEVEL} of each per step.`);
        }
    }
    return lines.map((line) => `${line}\n`).join('');
};
function shownLevel(level, report, failOn) {
    return level === 'error' && (failOn === 'never' || report.conclusion === 'success') ? 'warning' : level;
}
function failure(report, failOn) {
    const reached = report.findings.filter((finding) => failOn !== 'never' && _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVEL_ORDER */ .se[finding.level] <= _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVEL_ORDER */ .se[failOn]).length;
    const message = reached > 0
        ? `${reached} ${reached === 1 ? 'finding is' : 'findings are'} at or above the level "${failOn}" of fail-on.`
        : 'The check failed.';
    return { level: 'error', title: 'Clumio policy check', message };
}
function annotationOf(finding, level) {
    const { path, ...place } = finding.location;
    return { level, title: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[finding.rule].title, message: finding.message, file: path, ...place };
}
/**
 * One workflow command. The runner drops columns when a range has several lines, and the toolkit drops zeros, so
 * neither is sent.
 */
function commandOf(annotation) {
    const { startLine, endLine, startColumn, endColumn } = annotation;
    const oneLine = startLine !== undefined && startLine === endLine;
    const properties = [
        ['title', annotation.title],
        ['file', annotation.file],
        ['line', startLine],
        ['endLine', endLine],
        ['col', oneLine ? startColumn : undefined],
        // The runner's end column is inclusive, the report's is not.
        ['endColumn', oneLine && endColumn !== undefined && endColumn > 1 ? endColumn - 1 : undefined],
    ];
    const list = properties
        .filter(([, value]) => value !== undefined && value !== '' && value !== 0)
        .map(([name, value]) => `${name}=${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .commandProperty */ .N1)((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forAnnotation */ .Jc)(String(value)))}`)
        .join(',');
    const message = (0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .shorten */ .ml)((0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .forAnnotation */ .Jc)(annotation.message), MESSAGE_LENGTH);
    return `::${annotation.level} ${list}::${(0,_escape_js__WEBPACK_IMPORTED_MODULE_1__/* .commandData */ .wq)(message)}`;
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
