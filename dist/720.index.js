export const id = 720;
export const ids = [720];
export const modules = {

/***/ 9720:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   configTrust: () => (/* binding */ configTrust)
/* harmony export */ });
/* harmony import */ var _config_changes_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4603);

const EMPTY = {
    path: '',
    integrations: [],
    protect: null,
    features: null,
    remedy: null,
    context: {},
    levels: {},
    ignore: [],
};
/**
 * Compares the configuration in use with the one of the pull request's base. Whoever opens a pull request writes its
 * configuration too; a role that only the pull request names must not end up in one-click suggestions. Where the base's
 * file cannot be read, everything counts as new.
 *
 * @param candidates where the configuration is looked for, from the repository's root, in order
 */
async function configTrust(config, candidates, session, client) {
    const { files, pull } = session;
    const touched = (path) => files === null || files.some((file) => file.path === path || file.previousPath === path);
    if (!candidates.some(touched))
        return null;
    const base = await baseConfig(candidates, pull.baseSha, client);
    const introduced = (0,_config_changes_js__WEBPACK_IMPORTED_MODULE_0__/* .introducedBy */ .R)(config ?? EMPTY, base);
    const gone = config === null && base !== null ? ['the configuration file is removed'] : [];
    const texts = [...gone, ...introduced.changes.map(({ text }) => text)];
    return { introduced, notes: texts.map((text) => `Changed by this pull request: ${text}`) };
}
async function baseConfig(candidates, baseSha, client) {
    try {
        for (const path of candidates) {
            const file = await client.contents(path, baseSha);
            if (file === null)
                continue;
            const { parseConfig } = await __webpack_require__.e(/* import() */ 592).then(__webpack_require__.bind(__webpack_require__, 4592));
            return await parseConfig(file.bytes ?? (await client.blob(file.sha)), path);
        }
    }
    catch {
        // Not readable, or not valid: nothing in it can vouch for a role.
    }
    return null;
}


/***/ })

};
