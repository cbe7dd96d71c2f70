export const id = 123;
export const ids = [123];
export const modules = {

/***/ 123:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sarif: () => (/* binding */ sarif)
/* harmony export */ });
/* harmony import */ var _model_report_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1819);
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4458);
/* harmony import */ var _text_lines_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7032);



/** SARIF's words for the levels (SARIF 2.1.0, §3.27.10). */
const SARIF_LEVEL = { error: 'error', warning: 'warning', notice: 'note' };
/** The report as SARIF 2.1.0 (OASIS), with the properties that GitHub code scanning reads. */
const sarif = (result, context) => `${JSON.stringify(log(result, context), null, 2)}\n`;
function log(result, context) {
    const { report } = result;
    return {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: report.tool.name,
                        semanticVersion: report.tool.version,
                        rules: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULE_IDS */ .Iu.map((id) => rule(id, context)),
                    },
                },
                columnKind: 'utf16CodeUnits',
                originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The working directory of the check.' } } },
                results: report.findings.map((finding) => resultOf(finding, result)),
            },
        ],
    };
}
function rule(id, context) {
    const { title, summary } = _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULES */ .y0[id];
    const page = context.rulePages === null ? {} : { helpUri: `${context.rulePages}${id}.md` };
    return {
        id,
        name: title,
        shortDescription: { text: title },
        fullDescription: { text: summary },
        help: { text: summary },
        ...page,
        properties: { tags: ['security', 'backup'] },
    };
}
function resultOf(finding, result) {
    const { fix } = finding;
    return {
        ruleId: finding.rule,
        ruleIndex: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .RULE_IDS */ .Iu.indexOf(finding.rule),
        level: SARIF_LEVEL[finding.level],
        message: { text: finding.message },
        locations: [{ physicalLocation: physicalLocation(finding, result) }],
        partialFingerprints: { 'clumio-policy-check/v1': finding.fingerprint },
        ...(fix !== null && fix.applicability === 'edit' ? { fixes: [fixOf(fix, result)] } : {}),
        properties: propertiesOf(finding),
    };
}
function physicalLocation({ location }, result) {
    const { path, startLine, startColumn, endLine, endColumn } = location;
    const region = { startLine, startColumn, endLine, endColumn };
    // A plan is not read as text: its findings point at the file alone.
    return {
        artifactLocation: artifact(path),
        ...(result.texts.get(path) === '' ? { region: { startLine: 1 } } : { region }),
    };
}
/** A relative URI: names may hold any character. */
function artifact(path) {
    return { uri: path.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}
function fixOf(fix, result) {
    return {
        description: { text: fix.title },
        artifactChanges: fix.edits.map((edit) => ({
            artifactLocation: artifact(edit.path),
            replacements: [replacement(edit, result.texts.get(edit.path))],
        })),
    };
}
/** Whole lines, from the first column of the first to the end of the last. */
function replacement(edit, text) {
    const endColumn = text === undefined ? {} : { endColumn: new _text_lines_js__WEBPACK_IMPORTED_MODULE_1__/* .LineIndex */ .rr(text).lineText(edit.endLine).length + 1 };
    return {
        deletedRegion: { startLine: edit.startLine, startColumn: 1, endLine: edit.endLine, ...endColumn },
        insertedContent: { text: edit.replacement },
    };
}
function propertiesOf(finding) {
    const bucket = finding.policy?.bucket ?? null;
    const address = finding.policy?.address ?? null;
    const verdict = (0,_model_report_js__WEBPACK_IMPORTED_MODULE_2__/* .isStatementFinding */ .R)(finding) ? { verdict: finding.verdict, because: finding.because } : {};
    return { severity: _model_rules_js__WEBPACK_IMPORTED_MODULE_0__/* .LEVELS */ .A_.indexOf(finding.level), bucket, address, ...verdict };
}


/***/ })

};
