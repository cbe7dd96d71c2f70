export const id = 825;
export const ids = [825];
export const modules = {

/***/ 3825:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   claimsSize: () => (/* binding */ claimsSize),
/* harmony export */   readClaims: () => (/* binding */ readClaims)
/* harmony export */ });
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(7221);
/* harmony import */ var _model_errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3434);
/* harmony import */ var _model_rules_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4458);



/** Bytes of a report that is read; the largest ones this tool writes for real repositories have a few hundred kB. */
const REPORT_BYTES = 20_000_000;
const CLAIMS = 20_000;
const FINGERPRINT = /^[\x21-\x7e]{1,200}$/;
/** @throws {UserError} for a file that is larger than any report: it is not worth reading. */
function claimsSize(bytes, path) {
    if (bytes > REPORT_BYTES)
        throw refused(path, `has more than ${REPORT_BYTES} bytes`);
}
function refused(path, what) {
    return new _model_errors_js__WEBPACK_IMPORTED_MODULE_0__/* .UserError */ .y(`report-file: ${path} ${what}`, { path });
}
/**
 * Reads the findings of a JSON report, version 1, that was written elsewhere.
 *
 * @param path names the file in errors
 * @throws {UserError} when it is not such a report.
 */
function readClaims(bytes, path) {
    const refuse = (what) => refused(path, what);
    claimsSize(bytes.length, path);
    let report;
    try {
        report = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    }
    catch {
        throw refuse('is not JSON');
    }
    if ((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(report, 'tool'), 'name') !== 'clumio-policy-check')
        throw refuse('is not a report of this tool');
    if ((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(report, 'version') !== 1)
        throw refuse('is not a report of version 1');
    const findings = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(report, 'findings');
    if (!Array.isArray(findings))
        throw refuse('has no list of findings');
    if (findings.length > CLAIMS)
        throw refuse(`has more than ${CLAIMS} findings`);
    return findings.map((finding, i) => {
        const rule = _model_rules_js__WEBPACK_IMPORTED_MODULE_1__/* .RULE_IDS */ .Iu.find((id) => id === (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(finding, 'rule'));
        const fingerprint = (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_2__/* .member */ .Dc)(finding, 'fingerprint');
        if (rule === undefined)
            throw refuse(`has a finding of an unknown rule (number ${i + 1})`);
        if (typeof fingerprint !== 'string' || !FINGERPRINT.test(fingerprint)) {
            throw refuse(`has a finding without a valid fingerprint (number ${i + 1})`);
        }
        return { rule, fingerprint };
    });
}


/***/ })

};
