export const id = 497;
export const ids = [497];
export const modules = {

/***/ 8497:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ isPlanOf),
/* harmony export */   scanTerraform: () => (/* binding */ scanTerraform),
/* harmony export */   scanTerraformJson: () => (/* binding */ scanTerraformJson),
/* harmony export */   unplannedRoots: () => (/* binding */ unplannedRoots)
/* harmony export */ });
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7221);
/* harmony import */ var _text_compare_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3316);
/* harmony import */ var _json_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5922);



const RESOURCE = /^[ \t]*resource[ \t]+"([\w-]{1,200})"[ \t]+"([\w-]{1,200})"/gm;
const CALL = /^[ \t]*module[ \t]+"([\w-]{1,200})"/gm;
const SOURCE = /^[ \t]*source[ \t]*=[ \t]*"(\.{1,2}\/[^"\n]{0,1000})"/gm;
/** Blocks by their first lines. What stands in comments of another style or in heredocs only makes a notice too many. */
function scanTerraform(path, text) {
    const resources = [...text.matchAll(RESOURCE)];
    return {
        path,
        policies: resources
            .filter(([, type]) => type === 'aws_s3_bucket_policy')
            .map((match) => ({ address: `${match[1]}.${match[2]}`, offset: match.index })),
        resources: new Set(resources.map(([, type, name]) => `${type}.${name}`)),
        calls: new Set([...text.matchAll(CALL)].map(([, name]) => name ?? '')),
        sources: [...text.matchAll(SOURCE)].map(([, source]) => source ?? ''),
    };
}
/** The same for a `.tf.json` file; one that is no JSON declares nothing that anybody could tell. */
function scanTerraformJson(path, text) {
    const parsed = (0,_json_js__WEBPACK_IMPORTED_MODULE_0__/* .parseStrict */ .z3)(text);
    const [document] = parsed?.ok ? parsed.documents : [];
    const root = document?.value;
    const resources = blocks((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .memberAt */ .mz)(root, 'resource')).flatMap(([type, named]) => blocks(named).map(([name]) => ({ type, name })));
    const modules = blocks((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .memberAt */ .mz)(root, 'module'));
    const sources = modules.flatMap(([, body]) => [body].flat()).map((body) => (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .memberAt */ .mz)(body, 'source'));
    return {
        path,
        policies: resources
            .filter(({ type }) => type === 'aws_s3_bucket_policy')
            .map(({ type, name }) => ({ address: `${type}.${name}`, offset: offsetOf(text, type, name) })),
        resources: new Set(resources.map(({ type, name }) => `${type}.${name}`)),
        calls: new Set(modules.map(([name]) => name)),
        sources: sources.filter((source) => typeof source === 'string').filter((source) => /^\.{1,2}\//.test(source)),
    };
}
/** The blocks below a name, by their label; Terraform takes one object or a list of them. */
function blocks(value) {
    return [value].flat().flatMap((one) => ((0,_tree_value_js__WEBPACK_IMPORTED_MODULE_1__/* .isObject */ .Gv)(one) ? Object.entries(one) : []));
}
/** Where a resource is declared; not exact where its name stands elsewhere too, which nothing depends on. */
function offsetOf(text, type, name) {
    const block = Math.max(0, text.indexOf(JSON.stringify(type)));
    const at = text.indexOf(JSON.stringify(name), block);
    return at === -1 ? block : at;
}
/**
 * Root modules without a plan. A folder that another one calls by a relative source is no root. A plan is one of a root
 * when it lies in its folder, when it was named for it, or when the root declares what the plan's configuration holds.
 *
 * @param named the root that the user named for the plans, or null
 */
function unplannedRoots(sources, plans, named) {
    const modules = byFolder(sources);
    const called = new Set([...modules].flatMap(([folder, files]) => calledFolders(folder, files)));
    const roots = [];
    for (const [folder, files] of modules) {
        if (called.has(folder) || plans.some((plan) => isPlanOf(plan, folder, files, named)))
            continue;
        const declared = reachable(folder, modules).flatMap(({ path, policies }) => policies.map((one) => ({ path, ...one })));
        const [first] = declared;
        if (first !== undefined)
            roots.push({ folder, ...first, policies: declared.length });
    }
    return roots;
}
function byFolder(sources) {
    const modules = new Map();
    for (const source of [...sources].sort((a, b) => (0,_text_compare_js__WEBPACK_IMPORTED_MODULE_2__/* .compareText */ .n)(a.path, b.path))) {
        const folder = folderOf(source.path);
        modules.set(folder, [...(modules.get(folder) ?? []), source]);
    }
    return modules;
}
function folderOf(path) {
    return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
function calledFolders(folder, files) {
    return files.flatMap(({ sources }) => sources.map((source) => join(folder, source)));
}
/** Joins a relative source to a folder; `..` above the working directory stays as it is and names no known folder. */
function join(folder, source) {
    const parts = folder === '' ? [] : folder.split('/');
    for (const part of source.split('/')) {
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else if (part !== '.' && part !== '')
            parts.push(part);
    }
    return parts.join('/');
}
/** The files of a module and of all local modules below it, each once. */
function reachable(root, modules) {
    const seen = new Set();
    const found = [];
    const todo = [root];
    for (let folder = todo.shift(); folder !== undefined; folder = todo.shift()) {
        const files = modules.get(folder);
        if (seen.has(folder) || files === undefined)
            continue;
        seen.add(folder);
        found.push(...files);
        todo.push(...calledFolders(folder, files));
    }
    return found;
}
/** Whether a plan is one of the module in a folder. */
function isPlanOf(plan, folder, files, named) {
    if (named !== null)
        return join('', named) === folder;
    if (folderOf(plan.path) === folder)
        return true;
    const { configuration } = plan;
    if (configuration === null || configuration.resources.length + configuration.calls.size === 0)
        return false;
    const declares = (what, name) => files.some((file) => what(file).has(name));
    return (configuration.resources.every(({ mode, type, name }) => mode === 'data' || declares((file) => file.resources, `${type}.${name}`)) && [...configuration.calls.keys()].every((name) => declares((file) => file.calls, name)));
}


/***/ })

};
