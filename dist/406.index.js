export const id = 406;
export const ids = [406];
export const modules = {

/***/ 7406:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   json: () => (/* binding */ json)
/* harmony export */ });
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1819);

/** The JSON report, version 1, with its keys in the order of the documentation. */
const json = ({ report }) => `${JSON.stringify(reportObject(report), null, 2)}\n`;
function reportObject({ version, tool, conclusion, summary, ...report }) {
    const { files, policies, statements, errors, warnings, notices, ignored, outOfScope } = summary;
    return {
        version,
        tool: { name: tool.name, version: tool.version },
        conclusion,
        summary: { files, policies, statements, errors, warnings, notices, ignored, outOfScope },
        assumptions: report.assumptions.map(({ id, text, policies }) => ({ id, text, policies })),
        findings: report.findings.map(findingObject),
        ignored: report.ignored.map(({ fingerprint, rule, reason, expires }) => ({ fingerprint, rule, reason, expires })),
        unread: report.unread.map(({ path, reason }) => ({ path, reason })),
    };
}
function findingObject(finding) {
    const { rule, level, message, fingerprint, location, policy, fix, fixUnavailable } = finding;
    return {
        rule,
        level,
        message,
        fingerprint,
        location: locationObject(location),
        policy: policy === null ? null : policyObject(policy),
        ...((0,_model_report_js__WEBPACK_IMPORTED_MODULE_0__/* .isStatementFinding */ .R)(finding) && {
            statement: { index: finding.statement.index, sid: finding.statement.sid },
            verdict: finding.verdict,
            scope: finding.scope,
            blocked: finding.blocked.map(blockedObject),
            undecided: finding.undecided.map(blockedObject),
            because: finding.because,
            assumptions: finding.assumptions,
        }),
        fix: fix === null ? null : fixObject(fix),
        fixUnavailable,
    };
}
function locationObject({ path, startLine, startColumn, endLine, endColumn }) {
    return { path, startLine, startColumn, endLine, endColumn };
}
function policyObject({ source, path, pointer, address, bucket }) {
    return { source, path, pointer, address, bucket };
}
function blockedObject({ session, feature, actions }) {
    return { session, feature, actions };
}
function fixObject({ remedy, title, applicability, note, text, edits }) {
    return { remedy, title, applicability, note, text, edits: edits.map(editObject) };
}
function editObject({ path, startLine, endLine, replacement }) {
    return { path, startLine, endLine, replacement };
}


/***/ })

};
