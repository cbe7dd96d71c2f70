export const id = 239;
export const ids = [239];
export const modules = {

/***/ 9239:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   permalinks: () => (/* binding */ permalinks)
/* harmony export */ });
/* harmony import */ var _api_digest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(4238);
/* harmony import */ var _api_limits_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(2382);


/**
 * Finds out which files a link can lead to, and whether with lines. A file of the pull request is linked at the head.
 * Another one only if the head has it (a rendered plan is in no commit), with lines if its content is what was checked
 * (the base may have moved it). Unknown files stay without a link.
 */
async function permalinks(request, client) {
    const known = new Map();
    let asked = 0;
    for (const path of new Set(request.paths)) {
        const file = request.head.get(path);
        if (file?.kind === 'disk' || file?.kind === 'fetched')
            known.set(path, 'lines');
        else if (file === undefined && asked < _api_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .PERMALINK_FILES */ .IE) {
            asked++;
            const level = await linkLevel(path, request, client);
            if (level !== null)
                known.set(path, level);
        }
    }
    return (path, startLine, endLine) => {
        const level = known.get(path);
        if (level === undefined)
            return null;
        const url = `${request.serverUrl}/${request.repository}/blob/${request.headSha}/${encodePath(path)}`;
        if (level === 'file')
            return url;
        return startLine === endLine ? `${url}#L${startLine}` : `${url}#L${startLine}-L${endLine}`;
    };
}
async function linkLevel(path, request, client) {
    try {
        const file = await client.contents(path, request.headSha);
        if (file === null)
            return null;
        const own = request.disk(path);
        const same = own !== null && own.size <= _api_limits_js__WEBPACK_IMPORTED_MODULE_0__/* .HEAD_FILE_BYTES */ .o0 && (await (0,_api_digest_js__WEBPACK_IMPORTED_MODULE_1__/* .blobId */ .z)(own.bytes(), file.sha)) === file.sha;
        return same ? 'lines' : 'file';
    }
    catch {
        // A missing link is no reason to fail; the path is told all the same.
        return null;
    }
}
/** A path as part of a URL that stands in a Markdown link. */
function encodePath(path) {
    return path
        .split('/')
        .map((part) => encodeURIComponent(part).replace(/[()'!*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`))
        .join('/');
}


/***/ })

};
