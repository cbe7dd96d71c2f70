export const id = 678;
export const ids = [678,497];
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


/***/ }),

/***/ 2458:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Ai: () => (/* binding */ mergeFiles),
/* harmony export */   qk: () => (/* binding */ nestedBlocks)
/* harmony export */ });
/* unused harmony export Merged */
/** A block with its overrides: the first is the one people see, the later ones replace what they name. */
class Merged {
    blocks;
    constructor(blocks) {
        this.blocks = blocks;
    }
    /** The block to show: the one that is not an override. */
    get block() {
        return this.blocks[0] ?? null;
    }
    attribute(name) {
        for (let i = this.blocks.length - 1; i >= 0; i--) {
            const found = this.blocks[i]?.body.attributes.get(name);
            if (found !== undefined)
                return found;
        }
        return null;
    }
    /** Nested blocks of a type with the dynamic ones, in order; an override replaces all of a type. */
    nested(type) {
        for (let i = this.blocks.length - 1; i >= 0; i--) {
            const found = nestedBlocks(this.blocks[i]?.body.blocks ?? [], type);
            if (found.length > 0)
                return found;
        }
        return [];
    }
}
/** The blocks of a type, `dynamic "type"` included. */
function nestedBlocks(blocks, type) {
    return blocks.filter((block) => block.type === type || (block.type === 'dynamic' && block.labels[0] === type));
}
/** Merges the files of a directory, given in the order in which Terraform reads them: overrides last. */
function mergeFiles(folder, files) {
    const blocks = new Map();
    const locals = new Map();
    for (const block of files.flatMap((file) => file.body.blocks)) {
        if (block.type === 'locals') {
            for (const [name, attribute] of block.body.attributes)
                locals.set(name, attribute);
            continue;
        }
        const key = [block.type, ...block.labels].join('.');
        const known = blocks.get(key);
        if (known)
            known.push(block);
        else
            blocks.set(key, [block]);
    }
    const named = (type, labels) => {
        const result = new Map();
        for (const [key, list] of blocks) {
            const [first] = list;
            if (first?.type !== type || first.labels.length !== labels)
                continue;
            result.set(labels === 1 ? (first.labels[0] ?? '') : key, new Merged(list));
        }
        return result;
    };
    return {
        folder,
        resources: new Map([...named('resource', 2), ...named('data', 2)]),
        variables: named('variable', 1),
        outputs: named('output', 1),
        calls: named('module', 1),
        locals,
    };
}


/***/ }),

/***/ 5426:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   j8: () => (/* binding */ unescapeJson),
/* harmony export */   kK: () => (/* binding */ decodeLiteral),
/* harmony export */   s5: () => (/* binding */ escapeTemplate)
/* harmony export */ });
const SIMPLE = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
/** A literal stretch of a template as the text it stands for: `$${` is `${`, and quoted strings have backslash escapes. */
function decodeLiteral(raw, form) {
    const marks = raw.includes('$${') || raw.includes('%%{') ? raw.replaceAll('$${', '${').replaceAll('%%{', '%{') : raw;
    return form === 'quoted' && marks.includes('\\') ? unescapeQuoted(marks) : marks;
}
function unescapeQuoted(text) {
    return text.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))/g, (whole, short, long, simple) => {
        if (simple !== undefined)
            return SIMPLE[simple] ?? whole;
        const code = Number.parseInt(short ?? long, 16);
        return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    });
}
/** A literal stretch inside a JSON string as the text it stands for; as written where its escapes are broken. */
function unescapeJson(raw) {
    if (!raw.includes('\\'))
        return raw;
    try {
        return String(JSON.parse(`"${raw}"`));
    }
    catch {
        return raw;
    }
}
/** Text to be put into a template so that it stands for itself. */
function escapeTemplate(text) {
    // As functions, since `$$` in a replacement text stands for a single `$`.
    return text.replaceAll('${', () => '$${').replaceAll('%{', () => '%%{');
}


/***/ }),

/***/ 6113:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DI: () => (/* binding */ isFailing),
/* harmony export */   Dc: () => (/* binding */ member),
/* harmony export */   Jr: () => (/* binding */ failing),
/* harmony export */   MY: () => (/* binding */ primitive),
/* harmony export */   PV: () => (/* binding */ tuple),
/* harmony export */   Sx: () => (/* binding */ plainString),
/* harmony export */   Vo: () => (/* binding */ alternatives),
/* harmony export */   Xb: () => (/* binding */ knownString),
/* harmony export */   b5: () => (/* binding */ effectiveMembers),
/* harmony export */   b6: () => (/* binding */ textOf),
/* harmony export */   bz: () => (/* binding */ any),
/* harmony export */   qE: () => (/* binding */ isKnown),
/* harmony export */   tS: () => (/* binding */ mapOptions)
/* harmony export */ });
/* unused harmony export MAX_OPTIONS */
const MAX_OPTIONS = 16;
function any(token, origin = null) {
    return { kind: 'any', token: { token }, origin };
}
/** The value of an expression that is an error. */
function failing(token) {
    return { kind: 'any', token: { token }, fails: true, origin: null };
}
function isFailing(value) {
    return value.kind === 'any' && value.fails === true;
}
function plainString(text, origin = null) {
    return { kind: 'string', text, origin };
}
function tuple(items, origin = null) {
    return { kind: 'tuple', items, origin };
}
function primitive(value, origin = null) {
    return { kind: 'primitive', value, origin };
}
/** A choice of several values; nested choices are joined, and a long list becomes unknown. */
function alternatives(options, origin) {
    const flat = options.flatMap((option) => (option.kind === 'alt' ? option.options : [option]));
    const [only] = flat;
    if (flat.length === 1 && only !== undefined)
        return only;
    return flat.length > MAX_OPTIONS ? any('one of many values', origin) : { kind: 'alt', options: flat, origin };
}
function member(object, name) {
    return object.members.findLast((one) => one.name === name) ?? null;
}
/** The members that count: of those with the same name the last. */
function effectiveMembers(object) {
    const last = new Map();
    for (const one of object.members)
        last.set(one.name, one);
    return [...last.values()];
}
/** The string that a value is, when all of it is known. */
function knownString(value) {
    if (value.kind === 'string')
        return typeof value.text === 'string' ? value.text : null;
    return value.kind === 'primitive' ? String(value.value) : null;
}
/** A value as a piece of text: strings as they are, everything unknown as a token. */
function textOf(value) {
    if (value.kind === 'string')
        return value.text;
    if (value.kind === 'primitive')
        return String(value.value);
    if (value.kind === 'any')
        return [value.token];
    return [{ token: TEXT_TOKENS[value.kind] }];
}
const TEXT_TOKENS = {
    null: 'null',
    tuple: 'a list',
    object: 'an object',
    alt: 'one of several values',
    gen: 'a repeated value',
    json: 'a JSON document',
};
/** Applies a function to a value, or to each option of an undecided one. */
function mapOptions(value, change) {
    return value.kind === 'alt' ? alternatives(value.options.map(change), value.origin) : change(value);
}
/** Whether nothing in the value is unknown. `limit` bounds the nodes looked at. */
function isKnown(value, limit = 10_000) {
    let left = limit;
    const todo = [value];
    for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
        if (left-- <= 0)
            return false;
        if (one.kind === 'any' || one.kind === 'alt' || one.kind === 'gen')
            return false;
        if (one.kind === 'string' && typeof one.text !== 'string')
            return false;
        if (one.kind === 'tuple')
            todo.push(...one.items);
        if (one.kind === 'json')
            todo.push(one.document);
        if (one.kind === 'object') {
            if (one.open)
                return false;
            todo.push(...effectiveMembers(one).map((each) => each.value));
        }
    }
    return true;
}


/***/ }),

/***/ 4909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  oM: () => (/* reexport */ SOURCE_READER),
  Em: () => (/* reexport */ SourceUnknown),
  P: () => (/* binding */ givenVariables),
  Xf: () => (/* binding */ locateAttribute),
  zx: () => (/* binding */ locatePolicy)
});

// EXTERNAL MODULE: ./lib/terraform/hcl/values/value.js
var values_value = __webpack_require__(6113);
// EXTERNAL MODULE: ./lib/text/compare.js
var compare = __webpack_require__(3316);
;// CONCATENATED MODULE: ./lib/terraform/hcl/values/collection.js


/** The entries of a list, set or map when it is known which there are; else null. */
function entriesOf(collection) {
    if (collection.kind === 'tuple') {
        if (collection.items.some(({ kind }) => kind === 'gen'))
            return null;
        const isSet = collection.shape === 'set';
        return collection.items.map((value, index) => ({ key: isSet ? value : (0,values_value/* primitive */.MY)(index), value }));
    }
    if (collection.kind !== 'object' || collection.open)
        return null;
    // Terraform visits maps in the order of their keys.
    return [...(0,values_value/* effectiveMembers */.b5)(collection)]
        .sort((a, b) => (0,compare/* compareText */.n)(a.name, b.name))
        .map(({ name, value }) => ({ key: (0,values_value/* plainString */.Sx)(name), value }));
}
const indices = new WeakMap();
/** The values of a `for_each` by key: the elements of a set are their own keys. Null when it is not known. */
function eachIndex(collection) {
    const known = indices.get(collection);
    if (known !== undefined)
        return known;
    const index = makeIndex(collection);
    indices.set(collection, index);
    return index;
}
function makeIndex(collection) {
    const entries = entriesOf(collection);
    if (entries === null)
        return null;
    const index = new Map();
    for (const { key, value } of entries) {
        const name = (0,values_value/* knownString */.Xb)(collection.kind === 'tuple' ? value : key);
        if (name === null)
            return null;
        index.set(name, value);
    }
    return index;
}
/** `value.name` */
function getAttribute(value, name, token) {
    switch (value.kind) {
        case 'object': {
            const found = (0,values_value/* member */.Dc)(value, name);
            if (found !== null)
                return found.value;
            return value.open ? (0,values_value/* any */.bz)(token) : (0,values_value/* failing */.Jr)(token);
        }
        case 'alt':
            return (0,values_value/* alternatives */.Vo)(value.options.map((option) => getAttribute(option, name, token)), value.origin);
        case 'any':
            return value.fails ? (0,values_value/* failing */.Jr)(token) : (0,values_value/* any */.bz)(token);
        case 'null':
            return (0,values_value/* failing */.Jr)(token);
        default:
            return (0,values_value/* any */.bz)(token);
    }
}
/** `value[key]` */
function getIndex(value, key, token) {
    if (value.kind === 'alt') {
        return (0,values_value/* alternatives */.Vo)(value.options.map((option) => getIndex(option, key, token)), value.origin);
    }
    const name = (0,values_value/* knownString */.Xb)(key);
    if (value.kind === 'object') {
        if (name !== null)
            return getAttribute(value, name, token);
        return value.open
            ? (0,values_value/* any */.bz)(token)
            : choice((0,values_value/* effectiveMembers */.b5)(value).map((one) => one.value), token);
    }
    if (value.kind === 'null' || (value.kind === 'any' && value.fails))
        return (0,values_value/* failing */.Jr)(token);
    if (value.kind !== 'tuple')
        return (0,values_value/* any */.bz)(token);
    const index = name === null ? Number.NaN : Number(name);
    const before = value.items.slice(0, Number.isInteger(index) ? index + 1 : value.items.length);
    if (Number.isInteger(index) && before.every(({ kind }) => kind !== 'gen')) {
        const closed = value.items.every(({ kind }) => kind !== 'gen');
        return value.items[index] ?? (closed && index >= 0 ? (0,values_value/* failing */.Jr)(token) : (0,values_value/* any */.bz)(token));
    }
    return choice(value.items.map((item) => (item.kind === 'gen' ? item.body : item)), token);
}
function choice(options, token) {
    return options.length === 0 ? (0,values_value/* any */.bz)(token) : (0,values_value/* alternatives */.Vo)(options, null);
}
/** Items that a value contributes to a list of lists: those of a list, of each option as possible ones. */
function spread(value) {
    switch (value.kind) {
        case 'tuple':
            return value.items;
        case 'object': {
            const values = (0,values_value/* effectiveMembers */.b5)(value).map((one) => one.value);
            return value.open ? [...values.map(possible), possible((0,values_value/* any */.bz)('a further member'))] : values;
        }
        case 'null':
            return [];
        case 'alt':
            return value.options.flatMap((option) => spread(option).map(possible));
        case 'gen':
            return spread(value.body).map(possible);
        default:
            return [{ kind: 'gen', body: value.kind === 'any' ? value : (0,values_value/* any */.bz)('items of a list'), origin: value.origin }];
    }
}
/** An item that may be there or not. */
function possible(item) {
    return item.kind === 'gen' ? item : { kind: 'gen', body: item, origin: item.origin };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/modules/context.js
/** Whether an error within a value makes all of it one: elsewhere Terraform has accepted the sources. */
function isStrict(scope, context) {
    return scope.tried === true || context.sources.edited;
}
function bind(env, name, value) {
    return { name, value, parent: env };
}
function lookupEnv(env, name) {
    for (let at = env; at !== null; at = at.parent)
        if (at.name === name)
            return at.value;
    return null;
}
/** Loop names bound to an item: one name takes the value, two take key and value. */
function bindLoop(env, names, key, value) {
    const [first, second] = names;
    if (first === undefined)
        return env;
    return second === undefined ? bind(env, first, value) : bind(bind(env, first, key), second, value);
}
/** Qualifies a name by its module, so that two instances' values are not taken for the same one. */
function qualified(module, name) {
    return module.address === '' ? name : `${module.address}.${name}`;
}
function expressionOrigin(expr, file) {
    const style = file.kind === 'json' ? { style: 'tf-json' } : { style: 'expression', node: expr };
    return { file, start: expr.start, end: expr.end, ...style };
}
function objectOrigin(expr, file) {
    const style = file.kind === 'json' ? { style: 'tf-json' } : { style: 'object', node: expr };
    return { file, start: expr.start, end: expr.end, ...style };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/dynamic.js



/** Expands dynamic blocks in their place, as Terraform does. */
function expandBlocks(blocks, scope, context) {
    return blocks.flatMap((block) => (block.type === 'dynamic' ? expand(block, scope, context) : [plain(block, scope)]));
}
function plain(block, scope) {
    return { block, scope: { ...scope, file: block.file }, dynamic: false, repeated: false };
}
function expand(block, outer, context) {
    const content = block.body.blocks.find(({ type }) => type === 'content');
    const each = block.body.attributes.get('for_each');
    if (content === undefined || each === undefined)
        return [];
    const scope = { ...outer, file: block.file };
    const iterator = block.body.attributes.get('iterator')?.value;
    const name = iterator?.kind === 'variable' ? iterator.name : (block.labels[0] ?? '');
    const collection = context.evaluate(each.value, scope);
    const at = (key, value, repeated) => ({
        block: content,
        scope: { ...scope, env: bind(scope.env, name, iteratorOf(key, value)) },
        dynamic: true,
        repeated,
    });
    const entries = collection.kind === 'tuple' || collection.kind === 'object' ? entriesOf(collection) : null;
    if (entries !== null)
        return entries.map(({ key, value }) => at(key, value, false));
    if (collection.kind === 'null')
        return [];
    const items = collection.kind === 'tuple' ? collection.items : [];
    if (items.length > 0) {
        return items.map((item) => at((0,values_value/* any */.bz)(`${name}.key`), item.kind === 'gen' ? item.body : item, item.kind === 'gen'));
    }
    return [at((0,values_value/* any */.bz)(`${name}.key`), (0,values_value/* any */.bz)(`${name}.value`), true)];
}
function iteratorOf(key, value) {
    return {
        kind: 'object',
        members: [
            { name: 'key', value: key, origin: null },
            { name: 'value', value, origin: null },
        ],
        open: false,
        origin: null,
    };
}

// EXTERNAL MODULE: ./lib/text/lines.js
var lines = __webpack_require__(7032);
;// CONCATENATED MODULE: ./lib/terraform/hcl/modules/range.js

/** Modules that `terraform init` downloads are kept under `.terraform`. */
function isFetched({ path }) {
    return /(?:^|\/)\.terraform\//.test(path);
}
function fallbackOf(place) {
    return place === null ? null : { what: place.what, range: rangeOf(place.file, place.span) };
}
const range_lines = new WeakMap();
/** A span of a file as a range with lines. */
function rangeOf(file, { start, end }) {
    let index = range_lines.get(file);
    if (index === undefined) {
        index = new lines/* LineIndex */.rr(file.text);
        range_lines.set(file, index);
    }
    return {
        id: `${file.path}:${start}-${end}`,
        path: file.path,
        start,
        end,
        startLine: index.positionAt(start).line,
        endLine: index.positionAt(Math.max(start, end - 1)).line,
    };
}

// EXTERNAL MODULE: ./lib/iam/text.js
var iam_text = __webpack_require__(6946);
;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/aws.js



/** Attributes that the provider computes and whose meaning is known. Null for all others. */
function awsAttribute(asked, block, scope, context) {
    const { mode, type, attribute } = asked;
    if (type === 'aws_s3_bucket')
        return bucketAttribute(asked, block, scope, context);
    if (mode === 'resource' && (attribute === 'arn' || attribute === 'unique_id')) {
        if (type === 'aws_iam_role')
            return otherRole(asked, block, scope, context);
        if (type === 'aws_iam_user')
            return identity(asked, scope, null);
    }
    // Another provider configuration may stand for another account.
    if (mode !== 'data' || block.attribute('provider') !== null)
        return null;
    const token = qualified(scope.module, `${asked.address}.${attribute}`);
    if (type === 'aws_caller_identity' && (attribute === 'account_id' || attribute === 'id')) {
        return { kind: 'any', token: { token, means: 'account' }, origin: null };
    }
    if (type === 'aws_partition' && (attribute === 'partition' || attribute === 'id')) {
        return { kind: 'any', token: { token, means: 'partition' }, origin: null };
    }
    return null;
}
/**
 * An identity that the configuration makes is not Clumio's role, unless it is recognised as the vendor's by name or path
 * (docs/semantics.md, D29).
 */
function otherRole(asked, block, scope, context) {
    const written = (name) => {
        const attribute = block.attribute(name);
        return attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file });
    };
    const path = written('path');
    const name = written('name') ?? written('name_prefix');
    const mayBeVendors = (value) => value !== null && /clumio|\$\{/i.test((0,iam_text/* display */.Vy)((0,values_value/* textOf */.b6)(value)));
    if (mayBeVendors(path) || mayBeVendors(name))
        return null;
    return identity(asked, scope, name === null ? null : (0,values_value/* knownString */.Xb)(name));
}
function identity({ address, attribute }, scope, named) {
    const token = qualified(scope.module, `${address}.${attribute}`);
    return {
        kind: 'any',
        token: { token, means: 'other-principal', ...(named === null ? {} : { named }) },
        origin: null,
    };
}
/** A bucket's `id` is its name, and its ARN holds nothing but partition and name. */
function bucketAttribute(asked, block, scope, context) {
    const name = () => bucketName(asked.address, block, scope, context);
    if (asked.attribute === 'id' || asked.attribute === 'bucket')
        return { kind: 'string', text: name(), origin: null };
    if (asked.attribute !== 'arn')
        return null;
    const text = name();
    const pieces = typeof text === 'string' ? [text] : text;
    return {
        kind: 'string',
        text: (0,iam_text/* joinText */._V)(['arn:', { token: 'partition', means: 'partition' }, ':s3:::', ...pieces]),
        origin: null,
    };
}
function bucketName(address, block, scope, context) {
    const token = { token: qualified(scope.module, `${address}.bucket`) };
    const written = block.attribute('bucket');
    if (written !== null) {
        const value = context.evaluate(written.value, { ...scope, file: written.file });
        if (value.kind === 'string' || value.kind === 'primitive' || value.kind === 'any')
            return (0,values_value/* textOf */.b6)(value);
        return [token];
    }
    const prefix = block.attribute('bucket_prefix');
    if (prefix === null)
        return [token];
    const text = (0,values_value/* textOf */.b6)(context.evaluate(prefix.value, { ...scope, file: prefix.file }));
    return (0,iam_text/* joinText */._V)([...(typeof text === 'string' ? [text] : text), token]);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/conversion.js



/** A text that Terraform converts to a number; null for every other. */
function numberIn(text) {
    return text !== null && /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
}
/** A text that Terraform converts to a bool. */
function boolIn(text) {
    if (text === 'true' || text === '1')
        return true;
    return text === 'false' || text === '0' ? false : null;
}
/** A value as it is converted to a primitive type; what cannot be read as one is left as it is, its type open. */
function toPrimitive(value, type) {
    if (value.kind !== 'string' && value.kind !== 'primitive')
        return value;
    const text = (0,values_value/* knownString */.Xb)(value);
    if (type === 'string')
        return value.kind === 'primitive' ? (0,values_value/* plainString */.Sx)(String(value.value), value.origin) : exact(value);
    const made = type === 'number' ? numberIn(text) : boolIn(text);
    return made === null ? { ...value, loose: true } : (0,values_value/* primitive */.MY)(made, value.origin);
}
function exact(value) {
    const { loose: _, ...rest } = value;
    return rest;
}
const loosened = new WeakMap();
/** A value that may have been converted to another type of its kind: a list to a set, `true` to `"true"`. */
function loosen(value) {
    const known = loosened.get(value);
    if (known !== undefined)
        return known;
    const made = makeLoose(value);
    loosened.set(value, made);
    return made;
}
function makeLoose(value) {
    switch (value.kind) {
        case 'string':
        case 'primitive':
            return { ...value, loose: true };
        case 'tuple':
            return { kind: 'tuple', items: value.items.map(loosen), origin: value.origin };
        case 'object': {
            const members = (0,values_value/* effectiveMembers */.b5)(value).map((one) => ({ ...one, value: loosen(one.value) }));
            return { kind: 'object', members, open: value.open, origin: value.origin };
        }
        case 'alt':
            return { ...value, options: value.options.map(loosen) };
        case 'gen':
            return { ...value, body: loosen(value.body) };
        default:
            return value;
    }
}
/** Values as Terraform makes them to be of one type: results of a conditional, elements of a list. */
function unified(values) {
    const types = new Set(values.filter(({ kind }) => kind !== 'null').map(typeOf));
    if (types.size === 0 || (types.size === 1 && !types.has('other')))
        return values;
    if (types.has('string') && !types.has('other'))
        return values.map((value) => toPrimitive(value, 'string'));
    // A single value has nothing to be converted for.
    if (values.length === 1)
        return values;
    return values.map((value) => (typeOf(value) === 'string' ? value : loosen(value)));
}
function typeOf(value) {
    if (value.kind === 'string')
        return value.loose ? 'other' : 'string';
    if (value.kind !== 'primitive' || value.loose)
        return 'other';
    return typeof value.value === 'number' ? 'number' : 'bool';
}
function listOf(items, origin) {
    return { kind: 'tuple', items: unified(items), shape: 'list', origin };
}
/** Elements in Terraform's order: texts by their characters, numbers by size. */
function setOf(items, origin) {
    const different = distinctItems(unified(items), () => true);
    const known = different.filter(isScalar).sort(compareScalars);
    return { kind: 'tuple', items: [...different.filter((item) => !isScalar(item)), ...known], shape: 'set', origin };
}
/**
 * A list without what is there before. An item that may be the same as another one, or for a set may stand at another
 * place, is one that may be there or not, and stands first: then nothing is taken for the place of those behind it.
 */
function distinctItems(items, isOpen) {
    const seen = new Set();
    const kept = items.filter((item) => {
        if (!isScalar(item))
            return true;
        const key = `${typeof knownValue(item)} ${(0,values_value/* knownString */.Xb)(item)}`;
        const fresh = !seen.has(key);
        seen.add(key);
        return fresh;
    });
    if (kept.length < 2 || kept.every(isScalar))
        return kept;
    const open = new Set(kept.filter((item) => !isScalar(item) && isOpen(item)));
    return [...[...open].map(possible), ...kept.filter((item) => !open.has(item))];
}
function knownValue(value) {
    return value.kind === 'primitive' ? value.value : (0,values_value/* knownString */.Xb)(value);
}
function isScalar(value) {
    return (0,values_value/* knownString */.Xb)(value) !== null;
}
function compareScalars(a, b) {
    if (a.kind === 'primitive' && b.kind === 'primitive')
        return Number(a.value) - Number(b.value);
    return (0,compare/* compareText */.n)((0,values_value/* knownString */.Xb)(a) ?? '', (0,values_value/* knownString */.Xb)(b) ?? '');
}

// EXTERNAL MODULE: ./node_modules/jsonc-parser/lib/umd/main.js
var main = __webpack_require__(9547);
// EXTERNAL MODULE: ./lib/terraform/hcl/syntax/escapes.js
var escapes = __webpack_require__(5426);
;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/flush.js
/** The parts of a `<<-` heredoc: the least indentation of its lines is taken away from each, blank lines aside. */
function flush(parts) {
    let least = Number.POSITIVE_INFINITY;
    const measure = (line) => {
        least = Math.min(least, indentOf(line));
        return line;
    };
    new Lines(measure).parts(parts);
    return least === 0 || least === Number.POSITIVE_INFINITY ? parts : new Lines((line) => line.slice(least)).parts(parts);
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
/** Visits parts in the order of the text, and what stands at the start of each line. */
class Lines {
    #change;
    #atStart = true;
    constructor(change) {
        this.#change = change;
    }
    parts(parts) {
        return parts.map((part) => this.#part(part));
    }
    #part(part) {
        if (part.kind === 'text')
            return { ...part, flushed: this.#text(part.raw) };
        this.#mark();
        if (part.kind === 'hole')
            return part;
        if (part.kind === 'for') {
            const body = this.parts(part.body);
            this.#mark();
            return { ...part, body };
        }
        const yes = this.parts(part.yes);
        if (part.middle !== null)
            this.#mark();
        const no = this.parts(part.no);
        this.#mark();
        return { ...part, yes, no };
    }
    #text(raw) {
        const lines = raw.split(/(?<=\n)/).map((line) => {
            const changed = this.#atStart && !/^\s*\n$/.test(line) ? this.#change(line) : line;
            this.#atStart = line.endsWith('\n');
            return changed;
        });
        return lines.join('');
    }
    /** An expression or a directive; at the start of a line it has no indentation. */
    #mark() {
        if (this.#atStart)
            this.#change('');
        this.#atStart = false;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/nodes.js
/** A node of the syntax tree. Each question to the tree crosses into WebAssembly, so the answers are kept. */
class SyntaxNode {
    type;
    isNamed;
    startIndex;
    endIndex;
    #node;
    #source;
    #children = null;
    constructor(node, source) {
        const { typeId } = node;
        const known = NAMED[typeId];
        this.type = node.tree.language.types[typeId] ?? '';
        this.isNamed = known ?? node.isNamed;
        if (known === undefined)
            NAMED[typeId] = this.isNamed;
        this.startIndex = node.startIndex;
        this.endIndex = node.endIndex;
        this.#node = node;
        this.#source = source;
    }
    get text() {
        return this.#source.slice(this.startIndex, this.endIndex);
    }
    /** Without comments, which may stand between any two nodes. */
    get children() {
        this.#children ??= this.#node.children
            .map((child) => new SyntaxNode(child, this.#source))
            .filter(({ type }) => type !== 'comment');
        return this.#children;
    }
    get namedChildren() {
        return this.children.filter(({ isNamed }) => isNamed);
    }
}
/** By type id: whether nodes of the type are named. There is one grammar. */
const NAMED = [];
function identifiers(node) {
    return node.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/convert-template.js


/** A quoted string or a heredoc. Text is what stands between the other parts: the tree leaves out blanks beside them. */
function convertTemplate(converter, node) {
    const heredoc = node.type === 'heredoc_template';
    const [start, end] = heredoc ? heredocContent(converter.text, node) : quotedContent(node);
    const inner = node.namedChildren.filter(({ type }) => PARTS.has(type));
    const written = parts(converter, inner, start, end);
    return {
        kind: 'template',
        form: heredoc ? 'heredoc' : 'quoted',
        content: converter.between(start, end),
        parts: converter.text.startsWith('<<-', node.startIndex) ? flush(written) : written,
        ...converter.span(node),
    };
}
/** The parts of a template file that was parsed as the content `start..end` of a heredoc. */
function templateParts(converter, node, start, end) {
    return parts(converter, node.namedChildren.filter(({ type }) => PARTS.has(type)), start, end);
}
const PARTS = new Set(['template_interpolation', 'template_directive']);
function quotedContent(node) {
    return [node.startIndex + 1, Math.max(node.startIndex + 1, node.endIndex - 1)];
}
/** From the line after the opening mark to the start of the line of the closing one. */
function heredocContent(text, node) {
    const marks = node.namedChildren.filter(({ type }) => type === 'heredoc_identifier');
    const open = marks[0]?.endIndex ?? node.startIndex;
    const close = marks.at(-1)?.startIndex ?? node.endIndex;
    const newline = text.indexOf('\n', open);
    const start = newline === -1 ? open : newline + 1;
    return [start, Math.max(start, text.lastIndexOf('\n', close - 1) + 1)];
}
function parts(converter, nodes, start, end) {
    const result = [];
    let at = start;
    for (const node of nodes) {
        if (node.startIndex < at)
            continue;
        if (node.startIndex > at)
            result.push(convert_template_text(converter, at, node.startIndex));
        result.push(part(converter, node));
        at = node.endIndex;
    }
    if (at < end)
        result.push(convert_template_text(converter, at, end));
    return result;
}
function convert_template_text(converter, start, end) {
    return { kind: 'text', raw: converter.text.slice(start, end), ...converter.between(start, end) };
}
function part(converter, node) {
    const span = converter.span(node);
    if (node.type === 'template_interpolation') {
        const children = node.namedChildren;
        const expr = children.find(({ type }) => type === 'expression');
        return {
            kind: 'hole',
            expr: expr === undefined ? null : converter.expr(expr),
            stripBefore: children[1]?.type === 'strip_marker',
            stripAfter: children.at(-2)?.type === 'strip_marker',
            ...span,
        };
    }
    const [directive] = node.namedChildren;
    const known = converter.nested(() => directive && (loop(converter, directive) ?? branch(converter, directive)));
    return known ?? { kind: 'hole', expr: null, stripBefore: false, stripAfter: false, ...span };
}
function loop(converter, node) {
    const children = node.namedChildren;
    const intro = children.find(({ type }) => type === 'template_for_start');
    const outro = children.find(({ type }) => type === 'template_for_end');
    const collection = intro && expression(converter, intro);
    if (!intro || !outro || !collection)
        return undefined;
    return {
        kind: 'for',
        intro: converter.span(intro),
        outro: converter.span(outro),
        names: identifiers(intro),
        collection,
        body: templateParts(converter, node, intro.endIndex, outro.startIndex),
        ...converter.span(node),
    };
}
function branch(converter, node) {
    const children = node.children;
    const intro = children.find(({ type }) => type === 'template_if_intro');
    const middle = children.find(({ type }) => type === 'template_else_intro');
    const outro = children.find(({ type }) => type === 'template_if_end');
    const condition = intro && expression(converter, intro);
    if (!intro || !outro || !condition)
        return undefined;
    const inner = children.filter(({ type }) => PARTS.has(type));
    const split = middle?.startIndex ?? outro.startIndex;
    return {
        kind: 'if',
        intro: converter.span(intro),
        middle: middle === undefined ? null : converter.span(middle),
        outro: converter.span(outro),
        condition,
        yes: parts(converter, inner.filter(({ startIndex }) => startIndex < split), intro.endIndex, split),
        no: middle
            ? parts(converter, inner.filter(({ startIndex }) => startIndex > split), middle.endIndex, outro.startIndex)
            : [],
        ...converter.span(node),
    };
}
function expression(converter, node) {
    const found = node.namedChildren.find(({ type }) => type === 'expression');
    return found && converter.expr(found);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/convert.js


/** Deeper nesting than any person writes is not read: the recursion must end on hostile text. */
const MAX_DEPTH = 120;
/**
 * Turns nodes of the syntax tree into expressions. `place` maps a span of the parsed text to one of the file, which
 * differ when the text was taken out of something else.
 */
class Converter {
    text;
    #place;
    #file;
    #depth = 0;
    constructor(file, text, place) {
        this.#file = file;
        this.text = text;
        this.#place = place;
    }
    span(node) {
        return this.between(node.startIndex, node.endIndex);
    }
    between(start, end) {
        return this.#place({ start, end });
    }
    body(node) {
        const attributes = new Map();
        const blocks = [];
        for (const child of node === null ? [] : node.namedChildren) {
            if (child.type === 'block')
                blocks.push(this.#block(child));
            if (child.type !== 'attribute')
                continue;
            const [name, value] = child.namedChildren;
            if (name === undefined || value === undefined)
                continue;
            attributes.set(name.text, { file: this.#file, name: name.text, value: this.expr(value), ...this.span(child) });
        }
        return { attributes, blocks };
    }
    #block(node) {
        const children = node.namedChildren;
        const [type] = children;
        const labels = children
            .slice(1)
            .filter(({ type: kind }) => kind === 'identifier' || kind === 'string_lit')
            .map((label) => (label.type === 'identifier' ? label.text : label.text.slice(1, -1)));
        const body = children.find(({ type: kind }) => kind === 'body') ?? null;
        const convert = () => this.body(body);
        let known = null;
        return {
            file: this.#file,
            type: type?.text ?? '',
            labels,
            ...this.span(node),
            // Most blocks of a module are never asked for.
            get body() {
                known ??= convert();
                return known;
            },
        };
    }
    /** An expression node, or one of the terms that stand without one inside an operation. */
    expr(node) {
        const convert = () => (node.type === 'expression' ? this.#terms(node, node.children) : this.#term(node));
        return this.nested(convert) ?? { kind: 'other', ...this.span(node) };
    }
    nested(convert) {
        if (this.#depth >= MAX_DEPTH)
            return null;
        this.#depth++;
        try {
            return convert();
        }
        finally {
            this.#depth--;
        }
    }
    /** A term with its attributes, indices and splats, which the grammar lists beside each other. */
    #terms(parent, children) {
        const [first] = children;
        if (first === undefined)
            return { kind: 'other', ...this.span(parent) };
        let at = 1;
        let result;
        if (first.type === '(') {
            const inner = children[1];
            if (inner === undefined || children[2]?.type !== ')')
                return { kind: 'other', ...this.span(parent) };
            result = this.expr(inner);
            at = 3;
        }
        else {
            result = this.expr(first);
        }
        for (const node of children.slice(at))
            result = this.#step(result, first, node);
        return result;
    }
    #step(target, first, node) {
        const span = this.between(first.startIndex, node.endIndex);
        if (node.type === 'get_attr')
            return { kind: 'get', target, name: nameOf(node), ...span };
        if (node.type === 'index')
            return { kind: 'index', target, key: this.#key(node), ...span };
        const [splat] = node.type === 'splat' ? node.namedChildren : [];
        if (splat === undefined)
            return { kind: 'other', ...span };
        const children = splat.namedChildren;
        // `a.*.b[0]` is the first of all, `a[*].b[0]` the first of each.
        const index = children.findIndex(({ type }) => type === 'index');
        const own = splat.type === 'attr_splat' && index !== -1 ? index : children.length;
        const steps = children.slice(0, own).map((step) => (step.type === 'get_attr' ? nameOf(step) : this.#key(step)));
        let result = { kind: 'splat', target, steps, ...span };
        for (const step of children.slice(own))
            result = this.#step(result, first, step);
        return result;
    }
    #key(index) {
        const [kind] = index.namedChildren;
        if (kind?.type === 'legacy_index') {
            return { kind: 'literal', value: Number(kind.text.slice(1)), ...this.span(kind) };
        }
        const [key] = kind === undefined ? [] : kind.namedChildren;
        return key === undefined ? { kind: 'other', ...this.span(index) } : this.expr(key);
    }
    #term(node) {
        const span = this.span(node);
        const [child] = node.namedChildren;
        switch (node.type) {
            case 'literal_value':
                return child === undefined ? { kind: 'other', ...span } : this.#literal(child);
            case 'template_expr':
            case 'collection_value':
            case 'operation':
            case 'for_expr':
                return child === undefined ? { kind: 'other', ...span } : this.expr(child);
            case 'quoted_template':
            case 'heredoc_template':
                return convertTemplate(this, node);
            case 'tuple': {
                const items = node.namedChildren.filter(({ type }) => type === 'expression');
                return { kind: 'tuple', items: items.map((item) => this.expr(item)), ...span };
            }
            case 'object': {
                const elements = node.namedChildren.filter(({ type }) => type === 'object_elem');
                return { kind: 'object', elements: elements.flatMap((element) => this.#element(element)), ...span };
            }
            case 'for_tuple_expr':
            case 'for_object_expr':
                return this.#for(node);
            case 'variable_expr':
                return { kind: 'variable', name: node.text, ...span };
            case 'function_call':
                return this.#call(node);
            case 'conditional':
                return this.#conditional(node);
            case 'binary_operation':
                return this.#binary(node);
            case 'unary_operation': {
                const [operator, ...rest] = node.children;
                return { kind: 'unary', operator: operator?.text ?? '', operand: this.#terms(node, rest), ...span };
            }
            default:
                return { kind: 'other', ...span };
        }
    }
    #literal(node) {
        const span = this.span(node);
        if (node.type === 'string_lit')
            return convertTemplate(this, node);
        if (node.type === 'numeric_lit')
            return { kind: 'literal', value: Number(node.text), ...span };
        if (node.type === 'bool_lit')
            return { kind: 'literal', value: node.text === 'true', ...span };
        return node.type === 'null_lit' ? { kind: 'literal', value: null, ...span } : { kind: 'other', ...span };
    }
    #element(node) {
        const children = node.children;
        const [keyNode, separator, valueNode] = children;
        if (keyNode === undefined || separator === undefined || valueNode === undefined)
            return [];
        const key = this.expr(keyNode);
        return [
            {
                key,
                keySpan: this.span(keyNode),
                name: this.#plainKey(keyNode, key),
                separator: this.span(separator),
                value: this.expr(valueNode),
                ...this.span(node),
            },
        ];
    }
    #plainKey(node, key) {
        if (key.kind === 'variable')
            return node.text === key.name ? key.name : null;
        if (key.kind !== 'template' || key.form !== 'quoted' || node.text[0] !== '"')
            return null;
        const inner = node.text.slice(1, -1);
        return key.parts.every(({ kind }) => kind === 'text') && !/[\\$%]/.test(inner) ? inner : null;
    }
    #for(node) {
        const children = node.namedChildren;
        const intro = children.find(({ type }) => type === 'for_intro');
        const [key, value] = children.filter(({ type }) => type === 'expression');
        const collection = intro === undefined ? undefined : intro.namedChildren.find(({ type }) => type === 'expression');
        const body = node.type === 'for_object_expr' ? value : key;
        if (intro === undefined || collection === undefined || key === undefined || body === undefined) {
            return { kind: 'other', ...this.span(node) };
        }
        const [condition] = children.filter(({ type }) => type === 'for_cond').flatMap((child) => child.namedChildren);
        return {
            kind: 'for',
            names: identifiers(intro),
            collection: this.expr(collection),
            key: body === value ? this.expr(key) : null,
            body: this.expr(body),
            grouped: children.some(({ type }) => type === 'ellipsis'),
            condition: condition === undefined ? null : this.expr(condition),
            ...this.span(node),
        };
    }
    #call(node) {
        const children = node.namedChildren;
        const list = children.find(({ type }) => type === 'function_arguments');
        const inner = list === undefined ? [] : list.namedChildren;
        return {
            kind: 'call',
            name: children[0]?.text ?? '',
            args: inner.filter(({ type }) => type === 'expression').map((arg) => this.expr(arg)),
            expand: inner.some(({ type }) => type === 'ellipsis'),
            ...this.span(node),
        };
    }
    #conditional(node) {
        const [condition, then, otherwise] = node.namedChildren.filter(({ type }) => type === 'expression');
        const span = this.span(node);
        if (condition === undefined || then === undefined || otherwise === undefined)
            return { kind: 'other', ...span };
        return {
            kind: 'conditional',
            condition: this.expr(condition),
            yes: this.expr(then),
            no: this.expr(otherwise),
            ...span,
        };
    }
    #binary(node) {
        const children = node.children;
        const at = children.findIndex(({ type }) => OPERATORS.has(type));
        if (at <= 0)
            return { kind: 'other', ...this.span(node) };
        return {
            kind: 'binary',
            operator: children[at]?.type ?? '',
            left: this.#operand(node, children.slice(0, at)),
            right: this.#operand(node, children.slice(at + 1)),
            ...this.span(node),
        };
    }
    #operand(node, children) {
        return this.nested(() => this.#terms(node, children)) ?? { kind: 'other', ...this.span(node) };
    }
}
const OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', '+', '-', '*', '/', '%']);
function nameOf(getAttr) {
    return getAttr.namedChildren[0]?.text ?? '';
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/file.js



const EMPTY = { attributes: new Map(), blocks: [] };
/** Reads a configuration file in HCL syntax. The bodies of its blocks are converted when they are first asked for. */
function readHclFile(path, text, parse) {
    const { rootNode } = parse(text);
    const node = new SyntaxNode(rootNode, text).namedChildren.find(({ type }) => type === 'body') ?? null;
    let body = null;
    const file = {
        path,
        text,
        kind: 'hcl',
        hasError: rootNode.hasError,
        get body() {
            body ??= new Converter(file, text, (span) => span).body(node);
            return body;
        },
    };
    return file;
}
/** A file that holds no configuration: a policy or a template. */
function readTextFile(path, text) {
    return { path, text, kind: 'text', hasError: false, body: EMPTY };
}
/**
 * Reads a text as a template, or null when it has syntax errors. The grammar knows templates only inside a
 * configuration, so the text is wrapped in a heredoc and offsets are shifted back; `place` maps them further where the
 * text is itself a part of a file.
 */
function readTemplate(file, text, parse, place = (span) => span) {
    const mark = unusedMark(text);
    const opening = `x = <<${mark}\n`;
    const wrapped = `${opening}${text}\n${mark}\n`;
    const { rootNode } = parse(wrapped);
    if (rootNode.hasError)
        return null;
    let heredoc = new SyntaxNode(rootNode, wrapped);
    while (heredoc !== undefined && heredoc.type !== 'heredoc_template')
        heredoc = heredoc.namedChildren.at(-1);
    if (heredoc === undefined)
        return null;
    const converter = new Converter(file, wrapped, ({ start, end }) => place({ start: start - opening.length, end: end - opening.length }));
    const content = converter.between(opening.length, opening.length + text.length);
    const parts = templateParts(converter, heredoc, opening.length, opening.length + text.length);
    return { kind: 'template', form: 'file', content, parts, ...content };
}
function unusedMark(text) {
    let mark = 'TEMPLATE';
    while (text.includes(mark))
        mark += '_';
    return mark;
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/json-config.js


/** How many names stand between a top-level key and the body of a block in `.tf.json`. */
const LABELS = { resource: 2, data: 2, module: 1, variable: 1, output: 1, locals: 0 };
const json_config_MAX_DEPTH = 100;
/** Reads a configuration file in JSON syntax. Strings are templates; every span is that of a JSON value. */
function readJsonFile(path, text, parse) {
    const errors = [];
    const root = isTooDeep(text) ? undefined : (0,main.parseTree)(text, errors);
    let body = null;
    const file = {
        path,
        text,
        kind: 'json',
        hasError: errors.length > 0 || root === undefined,
        get body() {
            body ??= new JsonReader(file, parse).top(root);
            return body;
        },
    };
    return file;
}
/** Whether brackets nest deeper than a recursive parser should follow. */
function isTooDeep(text) {
    let depth = 0;
    for (let at = 0; at < text.length; at++) {
        const char = text.charCodeAt(at);
        if (char === OPEN_BRACE || char === OPEN_BRACKET)
            depth++;
        else if (char === CLOSE_BRACE || char === CLOSE_BRACKET)
            depth--;
        if (depth > json_config_MAX_DEPTH)
            return true;
    }
    return false;
}
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
class JsonReader {
    #file;
    #parse;
    constructor(file, parse) {
        this.#file = file;
        this.#parse = parse;
    }
    top(root) {
        const attributes = new Map();
        const blocks = [];
        for (const { name, value, span } of properties(root)) {
            const depth = LABELS[name];
            if (depth !== undefined)
                blocks.push(...this.#blocks(name, [], depth, value, span));
            // Files of variable values have attributes at the top.
            attributes.set(name, this.#attribute(name, value, span));
        }
        return { attributes, blocks };
    }
    #blocks(type, labels, depth, node, span) {
        if (node.type === 'array') {
            return (node.children ?? []).flatMap((child) => this.#blocks(type, labels, depth, child, spanOf(child)));
        }
        if (node.type !== 'object')
            return [];
        if (depth > 0) {
            return properties(node).flatMap(({ name, value, span: inner }) => this.#blocks(type, [...labels, name], depth - 1, value, inner));
        }
        const read = () => this.#body(node);
        let body = null;
        const block = {
            file: this.#file,
            type,
            labels,
            ...span,
            get body() {
                body ??= read();
                return body;
            },
        };
        return [block];
    }
    /** JSON does not say what is an attribute and what a nested block: each member is read as both. */
    #body(node) {
        const attributes = new Map();
        const blocks = [];
        for (const { name, value, span } of properties(node)) {
            attributes.set(name, this.#attribute(name, value, span));
            blocks.push(...this.#blocks(name, [], name === 'dynamic' ? 1 : 0, value, value.type === 'array' ? span : spanOf(value)));
        }
        return { attributes, blocks };
    }
    #attribute(name, value, span) {
        return { file: this.#file, name, value: this.#expr(value), ...span };
    }
    #expr(node) {
        const span = spanOf(node);
        switch (node.type) {
            case 'string':
                return this.#string(String(node.value), span);
            case 'array':
                return { kind: 'tuple', items: (node.children ?? []).map((child) => this.#expr(child)), ...span };
            case 'object':
                return { kind: 'object', elements: properties(node).map((property) => this.#element(property)), ...span };
            case 'number':
            case 'boolean':
                return { kind: 'literal', value: node.value, ...span };
            default:
                return { kind: 'literal', value: null, ...span };
        }
    }
    #element({ name, key, value, span }) {
        const separator = { start: key.offset + key.length, end: value.offset };
        return {
            key: this.#string(name, spanOf(key)),
            keySpan: spanOf(key),
            name,
            separator,
            value: this.#expr(value),
            ...span,
        };
    }
    #string(text, span) {
        if (!text.includes('${') && !text.includes('%{')) {
            return { kind: 'template', form: 'json', content: span, parts: [{ kind: 'text', raw: text, ...span }], ...span };
        }
        const template = readTemplate(this.#file, text, this.#parse, () => span);
        return template === null ? { kind: 'other', ...span } : { ...template, form: 'json', ...span };
    }
}
function properties(node) {
    if (node?.type !== 'object')
        return [];
    return (node.children ?? []).flatMap((property) => {
        const [key, value] = property.children ?? [];
        return key && value ? [{ name: String(key.value), key, value, span: spanOf(property) }] : [];
    });
}
function spanOf(node) {
    return { start: node.offset, end: node.offset + node.length };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/json-mask.js
/** Stands for an expression inside a JSON string: a private-use character that no policy holds. */
const FILLER = '\ue000';
/**
 * Makes a template readable as JSON: each `${…}` becomes filler of its length, quoted where it stands outside of a
 * string, and each `%{…}` blanks. A branch that `decide` says is not taken becomes blank as well.
 */
function maskTemplate(source, template, decide) {
    const masker = new Masker(source, decide);
    masker.parts(template.parts, null);
    return { text: masker.out.join(''), holes: masker.holes, directives: masker.directives };
}
class Masker {
    out = [];
    holes = [];
    directives = [];
    #source;
    #decide;
    #inString = false;
    constructor(source, decide) {
        this.#source = source;
        this.#decide = decide;
    }
    parts(parts, parent) {
        for (const part of parts) {
            if (part.kind === 'text')
                this.#text(part.raw);
            else if (part.kind === 'hole')
                this.#hole(part);
            else if (part.kind === 'for')
                this.#for(part, parent);
            else
                this.#if(part, parent);
        }
    }
    #text(raw) {
        this.out.push(raw);
        for (let at = 0; at < raw.length; at++) {
            if (this.#inString && raw[at] === '\\')
                at++;
            else if (raw[at] === '"')
                this.#inString = !this.#inString;
        }
    }
    #hole(part) {
        const length = part.end - part.start;
        this.holes.push({ part, outside: !this.#inString, start: part.start, end: part.end });
        this.out.push(this.#inString ? FILLER.repeat(length) : `"${FILLER.repeat(length - 2)}"`);
    }
    #for(part, parent) {
        const directive = { kind: 'for', part, parent, start: part.intro.end, end: part.outro.start };
        this.directives.push(directive);
        this.#blank(part.intro);
        this.parts(part.body, directive);
        this.#blank(part.outro);
    }
    #if(part, parent) {
        const decided = this.#decide(part);
        const middle = part.middle ?? { start: part.outro.start, end: part.outro.start };
        this.#blank(part.intro);
        this.#branch(part, true, { start: part.intro.end, end: middle.start }, decided === false, parent);
        this.#blank(middle);
        this.#branch(part, false, { start: middle.end, end: part.outro.start }, decided === true, parent);
        this.#blank(part.outro);
    }
    #branch(part, branch, span, skipped, parent) {
        if (skipped) {
            this.#blank(span);
            return;
        }
        const directive = { kind: 'if', part, branch, parent, ...span };
        this.directives.push(directive);
        this.parts(branch ? part.yes : part.no, directive);
    }
    #blank({ start, end }) {
        this.out.push(blank(this.#source.slice(start, end)));
    }
}
/** Spaces of the same length; line ends stay. */
function blank(text) {
    return text.replace(/[^\r\n]/g, ' ');
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/merge.js

/** `merge(…)`: later members win, and each keeps the place where it was written. */
function mergeObjects(args, origin) {
    const members = new Map();
    let open = false;
    for (const arg of args) {
        const options = optionsOf(arg);
        if (options.every((option) => option.kind === 'null'))
            continue;
        const known = options.flatMap((option) => (option.kind === 'object' ? [option] : []));
        const isOpen = known.some((one) => one.open) || options.some(({ kind }) => kind !== 'object' && kind !== 'null');
        if (isOpen)
            for (const one of unsure([...members.values()]))
                members.set(one.name, one);
        for (const one of overlay(members, known, options.length))
            members.set(one.name, one);
        open ||= isOpen;
    }
    const result = { kind: 'object', members: [...members.values()], open, origin };
    return args.every((arg) => arg.kind === 'object' && arg.shape === 'object') ? { ...result, shape: 'object' } : result;
}
/** Members that others of the same name may replace. */
function unsure(members) {
    return members.map((one) => ({
        ...one,
        value: (0,values_value/* alternatives */.Vo)([one.value, (0,values_value/* any */.bz)(`what may replace ${one.name}`)], one.value.origin),
    }));
}
function optionsOf(arg) {
    if (arg.kind === 'gen')
        return [...optionsOf(arg.body), { kind: 'null', origin: null }];
    return arg.kind === 'alt' ? arg.options.flatMap(optionsOf) : [arg];
}
function byName(members) {
    return new Map(members.map((one) => [one.name, one]));
}
/** What one of several objects puts over members: where an object does not have it, the one below stays. */
function overlay(below, objects, options) {
    const [only] = objects;
    if (only !== undefined && options === 1)
        return (0,values_value/* effectiveMembers */.b5)(only);
    const layers = objects.map((object) => byName((0,values_value/* effectiveMembers */.b5)(object)));
    const all = byName(layers.flatMap((layer) => [...layer.values()]));
    return [...all.values()].map((one) => {
        const values = layers.flatMap((layer) => layer.get(one.name)?.value ?? []);
        const missing = values.length < options ? [below.get(one.name)?.value ?? { kind: 'null', origin: null }] : [];
        return { ...one, value: (0,values_value/* alternatives */.Vo)([...new Set([...values, ...missing])], one.value.origin) };
    });
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/operators.js


/** True, false, or null when it is not known. */
function decideCondition(value) {
    if (value.kind === 'primitive' && typeof value.value === 'boolean')
        return value.value;
    const text = value.kind === 'string' ? (0,values_value/* knownString */.Xb)(value) : null;
    if (text === 'true' || text === 'false')
        return text === 'true';
    if (value.kind !== 'alt')
        return null;
    const decided = value.options.map(decideCondition);
    const [first] = decided;
    return first !== undefined && decided.every((one) => one === first) ? first : null;
}
function unary(operator, operand, origin) {
    if (operator === '!') {
        const decided = decideCondition(operand);
        return decided === null ? (0,values_value/* any */.bz)('a condition', origin) : (0,values_value/* primitive */.MY)(!decided, origin);
    }
    const number = numberOf(operand);
    return number === null ? (0,values_value/* any */.bz)('a number', origin) : (0,values_value/* primitive */.MY)(-number, origin);
}
/** The right side is evaluated on demand: the logical operators may be decided by the left one. */
function binary(operator, left, right, origin) {
    const unknown = (0,values_value/* any */.bz)('a condition', origin);
    if (operator === '&&' || operator === '||') {
        const stop = operator === '||';
        const a = decideCondition(left());
        if (a === stop)
            return (0,values_value/* primitive */.MY)(stop, origin);
        const b = decideCondition(right());
        if (b === stop)
            return (0,values_value/* primitive */.MY)(stop, origin);
        return a === null || b === null ? unknown : (0,values_value/* primitive */.MY)(!stop, origin);
    }
    if (operator === '==' || operator === '!=') {
        const equal = equals(left(), right());
        return equal === null ? unknown : (0,values_value/* primitive */.MY)(equal === (operator === '=='), origin);
    }
    const a = numberOf(left());
    const b = numberOf(right());
    return a === null || b === null ? unknown : arithmetic(operator, a, b, origin);
}
function arithmetic(operator, a, b, origin) {
    switch (operator) {
        case '<':
            return (0,values_value/* primitive */.MY)(a < b, origin);
        case '<=':
            return (0,values_value/* primitive */.MY)(a <= b, origin);
        case '>':
            return (0,values_value/* primitive */.MY)(a > b, origin);
        case '>=':
            return (0,values_value/* primitive */.MY)(a >= b, origin);
        default: {
            const result = calculated(operator, a, b);
            return [a, b, result].every(isExact) ? (0,values_value/* primitive */.MY)(result, origin) : (0,values_value/* any */.bz)('a number', origin);
        }
    }
}
function calculated(operator, a, b) {
    switch (operator) {
        case '+':
            return a + b;
        case '-':
            return a - b;
        case '*':
            return a * b;
        default:
            return operator === '/' ? a / b : a % b;
    }
}
/** Terraform calculates with more digits: only numbers that both can hold come to the same. */
function isExact(number) {
    return Number.isSafeInteger(number * 1024);
}
function numberOf(value) {
    if (value.kind === 'primitive')
        return typeof value.value === 'number' ? value.value : null;
    const text = value.kind === 'string' ? (0,values_value/* knownString */.Xb)(value) : null;
    return numberIn(text);
}
/** Whether two values are equal; null when it is not known. */
function equals(a, b) {
    if (a.kind === 'alt')
        return agree(a.options.map((option) => equals(option, b)));
    if (b.kind === 'alt')
        return agree(b.options.map((option) => equals(a, option)));
    if (a.kind === 'any' || b.kind === 'any' || a.kind === 'gen' || b.kind === 'gen')
        return null;
    if (a.kind === 'null' || b.kind === 'null')
        return a.kind === b.kind;
    if (a.kind === 'tuple' || b.kind === 'tuple')
        return a.kind === 'tuple' && b.kind === 'tuple' && sameItems(a, b);
    if (a.kind === 'object' || b.kind === 'object')
        return a.kind === 'object' && b.kind === 'object' && sameMembers(a, b);
    if (a.kind === 'json' || b.kind === 'json')
        return null;
    return sameScalars(a, b);
}
/** Values of different types are never equal, whatever they look like as text. */
function sameScalars(a, b) {
    const left = (0,values_value/* knownString */.Xb)(a);
    const right = (0,values_value/* knownString */.Xb)(b);
    const loose = a.loose === true || b.loose === true;
    if (left === null || right === null) {
        if (a.kind === 'string' && b.kind === 'string')
            return incompatible(a, b) ? false : null;
        return loose ? null : false;
    }
    if (!loose)
        return operators_typeOf(a) === operators_typeOf(b) && left === right;
    if (left !== right)
        return numberIn(left) !== null && numberIn(left) === numberIn(right) ? null : false;
    // A text that is no number and no bool was a string from the start.
    return numberIn(left) === null && boolIn(left) === null ? true : null;
}
function operators_typeOf(value) {
    return value.kind === 'string' ? 'string' : typeof value.value;
}
/** Lists, sets and tuples; a set has its items in a fixed order, as far as they are known. */
function sameItems(a, b) {
    if (a.shape !== undefined && b.shape !== undefined && a.shape !== b.shape)
        return false;
    if (!(0,values_value/* isKnown */.qE)(a) || !(0,values_value/* isKnown */.qE)(b))
        return null;
    if ((a.items.length === 0) !== (b.items.length === 0))
        return false;
    if (a.shape === undefined || b.shape === undefined)
        return null;
    if (a.items.length !== b.items.length)
        return false;
    // Two empty lists are equal when their elements are of one type, which is not known here.
    if (a.items.length === 0)
        return a.shape === 'tuple' ? true : null;
    if (a.shape === 'set' && a.items.some((item) => (0,values_value/* knownString */.Xb)(item) === null))
        return null;
    return both(a.items.map((item, i) => equals(item, b.items[i] ?? item)));
}
function sameMembers(a, b) {
    if (a.shape !== undefined && b.shape !== undefined && a.shape !== b.shape)
        return false;
    if (a.shape === undefined || b.shape === undefined || !(0,values_value/* isKnown */.qE)(a) || !(0,values_value/* isKnown */.qE)(b))
        return null;
    const left = new Map((0,values_value/* effectiveMembers */.b5)(a).map((one) => [one.name, one.value]));
    const right = new Map((0,values_value/* effectiveMembers */.b5)(b).map((one) => [one.name, one.value]));
    if (left.size !== right.size || [...left.keys()].some((name) => !right.has(name)))
        return false;
    if (left.size === 0)
        return a.shape === 'object' ? true : null;
    return both([...left].map(([name, value]) => equals(value, right.get(name) ?? value)));
}
/** Strings that are known in part may differ for certain, as `""` and `"a${b}"` do. */
function incompatible(a, b) {
    const known = [a, b].map(values_value/* knownString */.Xb).find((text) => text !== null);
    const other = typeof a.text === 'string' ? b.text : a.text;
    if (known === undefined || known === null || typeof other === 'string')
        return false;
    return other.some((piece) => typeof piece === 'string' && !known.includes(piece));
}
function agree(results) {
    const [first] = results;
    return first !== undefined && results.every((one) => one === first) ? first : null;
}
function both(results) {
    if (results.some((one) => one === false))
        return false;
    return results.every((one) => one === true) ? true : null;
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/plain.js


/** A value of parsed JSON, for instance a variable of the plan. `origin` tells where it was written, if anywhere. */
function fromJson(value, origin = () => null, depth = 0) {
    const at = origin();
    if (typeof value === 'string')
        return { kind: 'string', text: value, origin: at };
    if (typeof value === 'number' || typeof value === 'boolean')
        return { kind: 'primitive', value, origin: at };
    if (depth > plain_MAX_DEPTH)
        return { kind: 'any', token: { token: 'something deeply nested' }, origin: at };
    if (Array.isArray(value)) {
        const items = value.map((item) => fromJson(item, origin, depth + 1));
        return { kind: 'tuple', items, shape: 'tuple', origin: at };
    }
    if (typeof value !== 'object' || value === null)
        return { kind: 'null', origin: at };
    const members = Object.entries(value).map(([name, one]) => ({
        name,
        value: fromJson(one, origin, depth + 1),
        origin: null,
    }));
    return { kind: 'object', members, open: false, shape: 'object', origin: at };
}
const plain_MAX_DEPTH = 100;
/** Parses JSON text to a value; null when it is none. */
function parseJson(text, origin) {
    if (isTooDeep(text))
        return null;
    try {
        return fromJson(JSON.parse(text), origin);
    }
    catch {
        return null;
    }
}
/** Whether a value from the sources can be what the plan states; members that the plan adds do not count. */
function agrees(value, stated) {
    switch (value.kind) {
        case 'any':
        case 'gen':
        case 'json':
            return true;
        case 'alt':
            return value.options.some((option) => agrees(option, stated));
        case 'null':
            return stated === null;
        case 'string':
        case 'primitive': {
            const text = (0,values_value/* knownString */.Xb)(value);
            return text === null ? typeof stated === 'string' : sameText(text, String(stated));
        }
        case 'tuple': {
            if (!Array.isArray(stated))
                return false;
            if (value.items.some(({ kind }) => kind === 'gen'))
                return true;
            return value.items.length === stated.length && value.items.every((item, i) => agrees(item, stated[i]));
        }
        case 'object': {
            if (typeof stated !== 'object' || stated === null)
                return false;
            const known = new Map(Object.entries(stated));
            return (0,values_value/* effectiveMembers */.b5)(value).every((one) => known.has(one.name) && agrees(one.value, known.get(one.name)));
        }
    }
}
/** Texts of several lines may differ in the indentation that a heredoc takes away. */
function sameText(written, stated) {
    if (written === stated)
        return true;
    const lines = (text) => text.split('\n').map((line) => line.trim());
    return written.includes('\n') && lines(written).join('\n').trim() === lines(stated).join('\n').trim();
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/json-text.js











/** The value of the JSON text in a heredoc or a template file; null when it is no JSON. */
function readTemplateJson(template, scope, context) {
    const { file } = scope;
    const decide = (condition) => decideCondition(context.evaluate(condition.condition, scope));
    const masked = maskTemplate(file.text, template, decide);
    const parsed = parseAt(masked.text, template.content.start);
    if (parsed === null)
        return null;
    const region = regionOf(file, template.content, masked.text, masked.holes, parsed.hasError, true);
    const reader = new JsonValues(file, region, context, { template, holes: masked.holes, directives: masked.directives });
    return reader.value(parsed.root, scope, null);
}
/** The value of a file that holds nothing but JSON; null when it does not. */
function readPlainJson(file, scope, context) {
    const parsed = parseAt(file.text, 0);
    if (parsed === null)
        return null;
    const region = regionOf(file, { start: 0, end: file.text.length }, file.text, [], parsed.hasError, false);
    return new JsonValues(file, region, context, null).value(parsed.root, scope, null);
}
/** JSON inside a quoted string: everything in it is located at the string. */
function readQuotedJson(text, origin, context) {
    if (!(0,iam_text/* isPlain */.$i)(text))
        return null;
    const start = text.trimStart()[0];
    if ((start !== '{' && start !== '[') || !context.spend(text.length >> 6))
        return null;
    const style = origin.style === 'tf-json' ? 'tf-json' : 'quoted-json';
    const place = { file: origin.file, start: origin.start, end: origin.end, style };
    return parseJson(text, () => place);
}
function parseAt(text, base) {
    const first = text.trimStart()[0];
    if ((first !== '{' && first !== '[' && first !== '"') || isTooDeep(text))
        return null;
    const errors = [];
    const root = (0,main.parseTree)(text, errors, { allowTrailingComma: true });
    if (root === undefined)
        return null;
    if (base > 0)
        shift(root, base);
    return { root, hasError: errors.length > 0 };
}
function shift(root, base) {
    const todo = [root];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
        Object.assign(node, { offset: node.offset + base });
        if (node.children)
            todo.push(...node.children);
    }
}
function regionOf(file, span, text, holes, hasError, escapes) {
    let masked = null;
    return {
        start: span.start,
        end: span.end,
        escapes,
        holes,
        hasError,
        get masked() {
            masked ??= blank(file.text.slice(0, span.start)) + text + blank(file.text.slice(span.end));
            return masked;
        },
    };
}
/** Values of JSON nodes, with the expressions and directives of the template around them. */
class JsonValues {
    #file;
    #region;
    #context;
    #facts;
    constructor(file, region, context, facts) {
        this.#file = file;
        this.#region = region;
        this.#context = context;
        this.#facts = facts;
    }
    /** @param entered the innermost directive that is already taken into account */
    value(node, scope, entered) {
        const origin = this.#origin(node);
        if (!this.#context.spend(1))
            return (0,values_value/* any */.bz)('too much to follow', origin);
        switch (node.type) {
            case 'object':
                return this.#object(node, scope, entered);
            case 'array':
                return (0,values_value/* tuple */.PV)(this.#each(node.children ?? [], scope, entered, (child, inner, at) => this.#item(child, inner, at), possible), origin);
            case 'string':
                return this.#string(node, scope);
            case 'number':
            case 'boolean':
                return (0,values_value/* primitive */.MY)(node.value, origin);
            default:
                return { kind: 'null', origin };
        }
    }
    #origin(node) {
        const span = { start: node.offset, end: node.offset + node.length };
        return { file: this.#file, style: 'json-text', node, region: this.#region, ...span };
    }
    #object(node, scope, entered) {
        const read = this.#each(node.children ?? [], scope, entered, (property, inner, at) => {
            return [this.#member(property, inner, at)];
        }, 
        // A member that may be missing.
        (one) => one && { ...one, value: (0,values_value/* alternatives */.Vo)([one.value, { kind: 'null', origin: null }], one.value.origin) });
        // A name that is not known may be that of a member before it.
        const last = read.lastIndexOf(null);
        const known = (list) => list.filter((one) => one !== null);
        const members = [...unsure(known(read.slice(0, last + 1))), ...known(read.slice(last + 1))];
        return { kind: 'object', members, open: last !== -1, origin: this.#origin(node) };
    }
    #member(property, scope, entered) {
        const [key, value] = property.children ?? [];
        if (key === undefined)
            return null;
        const name = this.#text(key, scope);
        if (!(0,iam_text/* isPlain */.$i)(name))
            return null;
        const origin = { file: this.#file, start: property.offset, end: property.offset + property.length };
        const read = value === undefined ? (0,values_value/* any */.bz)('a missing value') : this.value(value, scope, entered);
        return { name, value: read, origin };
    }
    /** An expression between the elements of a list may stand for several of them. */
    #item(node, scope, entered) {
        const hole = this.#holeAt(node);
        if (hole === null)
            return [this.value(node, scope, entered)];
        const value = this.#hole(hole, node, scope);
        if (value.kind !== 'string' || !(0,iam_text/* isPlain */.$i)(value.text))
            return value.kind === 'any' ? [possible(value)] : [value];
        const parsed = parseJson(`[${value.text}]`, () => this.#origin(node));
        return parsed?.kind === 'tuple' ? parsed.items : [possible((0,values_value/* any */.bz)('a part of the text', this.#origin(node)))];
    }
    #string(node, scope) {
        const hole = this.#holeAt(node);
        if (hole !== null)
            return this.#hole(hole, node, scope);
        const text = this.#text(node, scope);
        return { kind: 'string', text, origin: this.#origin(node) };
    }
    /** The value of an expression that stands where a JSON value stands. */
    #hole(hole, node, scope) {
        const { expr } = hole.part;
        const value = expr === null ? (0,values_value/* any */.bz)('an empty expression') : this.#context.evaluate(expr, scope);
        if (value.kind === 'json')
            return value.document;
        if (value.kind !== 'string')
            return value;
        const document = value.json?.() ?? null;
        if (document !== null)
            return document;
        if (!(0,iam_text/* isPlain */.$i)(value.text))
            return (0,values_value/* any */.bz)('a part of the text', this.#origin(node));
        return parseJson(value.text, () => this.#origin(node)) ?? value;
    }
    #holeAt(node) {
        const end = node.offset + node.length;
        return this.#facts?.holes.find((hole) => hole.outside && hole.start === node.offset && hole.end === end) ?? null;
    }
    #text(node, scope) {
        const facts = this.#facts;
        if (facts === null)
            return String(node.value);
        const inner = { start: node.offset + 1, end: node.offset + node.length - 1 };
        const parts = partsWithin(facts.template.parts, inner);
        return this.#context.text(parts, scope, (raw) => (0,escapes/* unescapeJson */.j8)((0,escapes/* decodeLiteral */.kK)(raw, 'heredoc')));
    }
    /** Visits nodes in order; those inside a loop once for each item, those in a branch when it may be taken. */
    #each(nodes, scope, entered, one, maybe) {
        const result = [];
        for (let i = 0; i < nodes.length;) {
            const node = nodes[i];
            if (node === undefined || !this.#context.spend(1))
                break;
            const directive = this.#nextDirective(node, entered);
            if (directive === null) {
                result.push(...one(node, scope, entered));
                i++;
                continue;
            }
            const next = nodes.findIndex((other, at) => at > i && (other.offset < directive.start || other.offset >= directive.end));
            const group = nodes.slice(i, next === -1 ? nodes.length : next);
            i += group.length;
            const visit = (inner) => this.#each(group, inner, directive, one, maybe);
            result.push(...this.#inside(directive, scope, visit, maybe));
        }
        return result;
    }
    #inside(directive, scope, visit, maybe) {
        if (directive.kind === 'if') {
            const decided = decideCondition(this.#context.evaluate(directive.part.condition, scope));
            if (decided === null)
                return visit(scope).map(maybe);
            return decided === directive.branch ? visit(scope) : [];
        }
        const { names, collection } = directive.part;
        const entries = entriesOf(this.#context.evaluate(collection, scope));
        if (entries === null) {
            const env = bindLoop(scope.env, names, (0,values_value/* any */.bz)('a key'), (0,values_value/* any */.bz)(names.at(-1) ?? 'an item'));
            return visit({ ...scope, env }).map(maybe);
        }
        return entries.flatMap(({ key, value }) => visit({ ...scope, env: bindLoop(scope.env, names, key, value) }));
    }
    /** The outermost directive around a node that lies within the one already entered. */
    #nextDirective(node, entered) {
        const directives = this.#facts?.directives ?? [];
        this.#context.spend(directives.length >> 5);
        let found = null;
        for (const directive of directives) {
            if (directive.start <= node.offset && node.offset < directive.end && directive.parent === entered)
                found = directive;
        }
        return found;
    }
}
/** The parts of a template within a span, the first and the last cut to it. */
function partsWithin(parts, span) {
    for (const part of parts) {
        if (part.kind === 'for' && part.intro.end <= span.start && span.end <= part.outro.start) {
            return partsWithin(part.body, span);
        }
        if (part.kind === 'if' && part.intro.end <= span.start && span.end <= part.outro.start) {
            return partsWithin(span.start < (part.middle?.start ?? part.outro.start) ? part.yes : part.no, span);
        }
    }
    return parts
        .filter(({ start, end }) => start < span.end && end > span.start)
        .map((part) => {
        if (part.kind !== 'text')
            return part;
        const start = Math.max(part.start, span.start);
        const end = Math.min(part.end, span.end);
        return { kind: 'text', raw: part.raw.slice(start - part.start, end - part.start), start, end };
    });
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/paths.js
/** Joins a folder and a relative path with `/`; null when the result leaves the working directory. `''` is that itself. */
function joinPath(folder, relative) {
    const steps = folder === '' || folder === '.' ? [] : folder.split('/');
    for (const step of relative.replaceAll('\\', '/').split('/')) {
        if (step === '' || step === '.')
            continue;
        if (step !== '..')
            steps.push(step);
        else if (steps.pop() === undefined)
            return null;
    }
    return steps.join('/');
}
function baseName(path) {
    return path.slice(path.lastIndexOf('/') + 1);
}
/** The path of a folder as seen from another, both relative to the working directory. */
function relativePath(from, to) {
    const a = from === '' ? [] : from.split('/');
    const b = to === '' ? [] : to.split('/');
    let shared = 0;
    while (shared < a.length && shared < b.length && a[shared] === b[shared])
        shared++;
    const steps = [...a.slice(shared).map(() => '..'), ...b.slice(shared)];
    return steps.length === 0 ? '.' : steps.join('/');
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/weight.js
const weights = new WeakMap();
/**
 * The work that going through values takes, in steps: values share their parts, so that a few lines of source can make
 * a list of billions of items. Counted once for each part.
 */
function weightOf(values) {
    return Math.floor(values.reduce((sum, value) => sum + itemsIn(value), 0) / ITEMS_PER_STEP);
}
/** Going through an item takes far less than evaluating an expression. */
const ITEMS_PER_STEP = 16;
/** How many characters count as much as an item of a list. */
const CHARACTERS_PER_ITEM = 64;
function itemsIn(value) {
    const known = weights.get(value);
    if (known !== undefined)
        return known;
    const items = 1 + partsOf(value);
    weights.set(value, items);
    return items;
}
function partsOf(value) {
    switch (value.kind) {
        case 'string':
            return typeof value.text === 'string' ? value.text.length / CHARACTERS_PER_ITEM : value.text.length;
        case 'tuple':
            return sum(value.items);
        case 'object':
            return value.members.reduce((total, one) => total + itemsIn(one.value), 0);
        case 'alt':
            return sum(value.options);
        case 'gen':
            return itemsIn(value.body);
        case 'json':
            return itemsIn(value.document);
        default:
            return 0;
    }
}
function sum(values) {
    return values.reduce((total, value) => total + itemsIn(value), 0);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/template.js








/** A string, heredoc or template file. A quoted string that is one expression keeps the value of that expression. */
function evaluateTemplate(expr, scope, context) {
    const origin = expressionOrigin(expr, scope.file);
    const [only] = expr.parts;
    if (expr.parts.length === 1 && only?.kind === 'hole' && (expr.form === 'quoted' || expr.form === 'json')) {
        return only.expr === null ? (0,values_value/* any */.bz)('an empty expression', origin) : context.evaluate(only.expr, scope);
    }
    const made = pieces(expr.parts, scope, context, (raw) => (0,escapes/* decodeLiteral */.kK)(raw, expr.form));
    if (made.includes(FAILED))
        return (0,values_value/* failing */.Jr)('a template');
    const text = (0,iam_text/* joinText */._V)(made);
    if (!context.spend(weightOf([{ kind: 'string', text, origin }])))
        return (0,values_value/* any */.bz)('too much to follow', origin);
    const quoted = expr.form === 'quoted' || expr.form === 'json';
    let json;
    return {
        kind: 'string',
        text,
        origin,
        json: () => {
            json ??= quoted ? readQuotedJson(text, origin, context) : readTemplateJson(expr, scope, context);
            return json;
        },
    };
}
/** The text of template parts, with tokens for what is not known. */
function textOfParts(parts, scope, context, decode) {
    return (0,iam_text/* joinText */._V)(pieces(parts, scope, context, decode));
}
/** Stands for an expression that is an error, where that makes the whole template one. */
const FAILED = { token: 'an error' };
function pieces(parts, scope, context, decode) {
    const result = [];
    for (const [i, part] of parts.entries()) {
        if (!context.spend(1))
            return [...result, { token: 'too much to follow' }];
        if (part.kind === 'text')
            result.push(decode(stripped(part.flushed ?? part.raw, parts[i - 1], parts[i + 1])));
        else if (part.kind === 'hole')
            result.push(...hole(part.expr, scope, context));
        else if (part.kind === 'for')
            result.push(...template_loop(part, scope, context, decode));
        else
            result.push(...template_branch(part, scope, context, decode));
    }
    return result;
}
function hole(expr, scope, context) {
    if (expr === null)
        return [];
    const value = context.evaluate(expr, scope);
    return (0,values_value/* isFailing */.DI)(value) && isStrict(scope, context) ? [FAILED] : list((0,values_value/* textOf */.b6)(value));
}
function list(text) {
    return typeof text === 'string' ? [text] : text;
}
/** `~` takes away the white space on its side. */
function stripped(raw, before, after) {
    const start = before?.kind === 'hole' && before.stripAfter ? raw.trimStart() : raw;
    return after?.kind === 'hole' && after.stripBefore ? start.trimEnd() : start;
}
function template_loop(part, scope, context, decode) {
    const entries = entriesOf(context.evaluate(part.collection, scope));
    if (entries === null)
        return [{ token: 'a repeated text' }];
    return entries.flatMap(({ key, value }) => pieces(part.body, { ...scope, env: bindLoop(scope.env, part.names, key, value) }, context, decode));
}
function template_branch(part, scope, context, decode) {
    const decided = decideCondition(context.evaluate(part.condition, scope));
    if (decided === null)
        return [{ token: 'a conditional text' }];
    return pieces(decided ? part.yes : part.no, scope, context, decode);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/file-functions.js





/** `file(path)`: the text of a file, which may be read as JSON. */
function fileValue(path, scope, context) {
    const file = fileAt(path, scope, context);
    return file === null ? null : textFile(file, scope, context);
}
function textFile(file, scope, context) {
    let json;
    return {
        kind: 'string',
        text: file.text,
        origin: wholeFile(file),
        json: () => {
            json ??= readPlainJson(file, { ...scope, file }, context);
            return json;
        },
    };
}
/** `templatefile(path, variables)`: only the given variables are known in the template. */
function templateFile(path, variables, scope, context) {
    const file = fileAt(path, scope, context);
    return file === null ? null : templateOf(file, variables, scope, context);
}
function templateOf(file, variables, scope, context) {
    const template = context.sources.template(file);
    if (template === null)
        return null;
    let env = null;
    const closed = variables === undefined || (variables.kind === 'object' && !variables.open);
    for (const { name, value } of variables?.kind === 'object' ? (0,values_value/* effectiveMembers */.b5)(variables) : []) {
        env = bind(env, name, value);
    }
    return evaluateTemplate(template, { ...scope, file, env, template: closed ? 'closed' : 'open' }, context);
}
/** `data "template_file"` with `template = file(…)`, the predecessor of templatefile(). */
function renderedTemplate(block, scope, context) {
    const evaluated = (name) => {
        const attribute = block.attribute(name);
        return attribute === null ? null : context.evaluate(attribute.value, { ...scope, file: attribute.file });
    };
    const origin = evaluated('template')?.origin ?? null;
    if (origin?.file.kind !== 'text' || origin.start !== 0 || origin.end !== origin.file.text.length)
        return null;
    return templateOf(origin.file, evaluated('vars') ?? undefined, scope, context);
}
/** Paths are relative to the root module, where Terraform runs. */
function fileAt(path, scope, context) {
    const text = path === undefined ? null : (0,values_value/* knownString */.Xb)(path);
    if (text === null || text.startsWith('/'))
        return null;
    const joined = joinPath((scope.module.root ?? scope.module).config.folder, text);
    return joined === null ? null : context.sources.plain(joined);
}
function wholeFile(file) {
    const end = file.text.length;
    return { file, start: 0, end, style: 'expression', node: { kind: 'other', start: 0, end } };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/modules/instances.js




/** The root module of a configuration. */
function rootInstance(folder, variables, context) {
    const config = context.sources.module(folder);
    return {
        config,
        key: '',
        address: '',
        remote: false,
        root: null,
        call: null,
        variables,
        memo: new Map(),
        children: new Map(),
    };
}
/**
 * The instance of a module that a call makes. Null when the sources have no such call or instance, or its directory is
 * not known: a module that was never fetched, or one outside of the working directory.
 */
function childInstance(caller, name, key, context) {
    const address = `${caller.address === '' ? '' : `${caller.address}.`}module.${name}${keyText(key)}`;
    const known = caller.children.get(address);
    if (known !== undefined)
        return known;
    const made = makeChild(caller, name, key, address, context);
    caller.children.set(address, made);
    return made;
}
function makeChild(caller, name, key, address, context) {
    const block = caller.config.calls.get(name);
    const place = block === undefined ? null : folderOf(caller, name, block, context);
    if (block === undefined || place === null)
        return null;
    const env = instanceEnv(block, key, caller, context);
    if (env === undefined)
        return null;
    return {
        config: context.sources.module(place.folder),
        key: caller.key === '' ? name : `${caller.key}.${name}`,
        address,
        remote: place.remote,
        root: caller.root ?? caller,
        call: { caller, block, env },
        variables: {},
        memo: new Map(),
        children: new Map(),
    };
}
/** Relative sources are joined from the caller's directory, as Terraform does; others are in the manifest of `init`. */
function folderOf(caller, name, block, context) {
    const attribute = block.attribute('source');
    if (attribute === null)
        return null;
    const source = context.evaluate(attribute.value, { module: caller, file: attribute.file, env: null });
    const text = source.kind === 'string' && typeof source.text === 'string' ? source.text : null;
    const root = (caller.root ?? caller).config.folder;
    if (text !== null && /^\.\.?(?:[/\\]|$)/.test(text)) {
        const folder = joinPath(caller.config.folder, text);
        return folder === null ? null : { folder, remote: caller.remote || instances_isFetched(root, folder) };
    }
    const key = caller.key === '' ? name : `${caller.key}.${name}`;
    const listed = context.sources.manifest(root).get(key);
    const folder = listed === undefined ? null : joinPath(root, listed);
    return folder === null ? null : { folder, remote: true };
}
function instances_isFetched(root, folder) {
    const below = joinPath(root, '.terraform/modules');
    return folder === below || folder.startsWith(`${below}/`);
}
function keyText(key) {
    return key === null ? '' : typeof key === 'number' ? `[${key}]` : `[${JSON.stringify(key)}]`;
}
const SETS = new Set(['toset', 'fileset', 'setunion', 'setintersection', 'setsubtract']);
/**
 * `each` or `count` of one instance of a block; undefined when the sources have no instance with that key. Where they do
 * not say which there are, the key is taken from the address and the value is unknown.
 */
function instanceEnv(block, key, module, context) {
    if (key === null)
        return null;
    const count = block.attribute('count');
    if (count !== null && typeof key === 'number')
        return bind(null, 'count', objectOf({ index: (0,values_value/* primitive */.MY)(key) }));
    const each = block.attribute('for_each');
    if (each === null || typeof key === 'number')
        return undefined;
    const entries = eachIndex(eachCollection(each, module, context));
    const value = entries === null ? unknownValue(each.value, key) : entries.get(key);
    if (value === undefined)
        return undefined;
    return bind(null, 'each', objectOf({ key: (0,values_value/* plainString */.Sx)(key), value }));
}
/** Whether a reference's key is one of a block's instances; null where the sources do not say which there are. */
function hasInstance(block, key, module, context) {
    const count = block.attribute('count');
    if (count !== null) {
        const value = context.evaluate(count.value, { module, file: count.file, env: null });
        const number = Number((0,values_value/* knownString */.Xb)(value) ?? Number.NaN);
        const index = Number(key);
        return Number.isNaN(number) ? null : Number.isInteger(index) && index >= 0 && index < number;
    }
    const each = block.attribute('for_each');
    if (each === null)
        return null;
    const entries = eachIndex(eachCollection(each, module, context));
    return entries === null ? null : entries.has(String(key));
}
function eachCollection(each, module, context) {
    return remembered(module, `for_each:${each.file.path}:${each.start}`, () => context.evaluate(each.value, { module, file: each.file, env: null }));
}
/** The elements of a set are their own keys. */
function unknownValue(expr, key) {
    return expr.kind === 'call' && SETS.has(expr.name ?? '') ? (0,values_value/* plainString */.Sx)(key) : (0,values_value/* any */.bz)(`each.value of "${key}"`);
}
function objectOf(members) {
    return {
        kind: 'object',
        members: Object.entries(members).map(([name, value]) => ({ name, value, origin: null })),
        open: false,
        origin: null,
    };
}
/** A value of a module that is found once; a value that needs itself is unknown. */
function remembered(module, key, find) {
    const known = module.memo.get(key);
    if (known === null)
        return (0,values_value/* any */.bz)('a value that refers to itself');
    if (known !== undefined)
        return known;
    module.memo.set(key, null);
    const value = find();
    module.memo.set(key, value);
    return value;
}
/** What the expressions of a block instance see; null when the sources have no such instance. */
function blockScope(block, key, module, context) {
    const env = instanceEnv(block, key, module, context);
    const file = block.block?.file;
    return env === undefined || file === undefined ? null : { module, file, env };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/policy-json.js


/** The value that a policy attribute holds the JSON text of; the value itself where it is not text. */
function parsedDocument(value) {
    if (value.kind === 'json')
        return value.document;
    return value.kind === 'string' ? (value.json?.() ?? null) : null;
}
/**
 * The statements of one or several policy documents, in order. Those that may be missing are `gen`; where part of a
 * document is not known, a `gen` of an `any` stands for it.
 */
function documentsOf(value) {
    switch (value.kind) {
        case 'null':
            return [];
        case 'tuple':
            return value.items.flatMap(documentsOf);
        case 'gen':
            return documentsOf(value.body).map(possible);
        case 'alt':
            return value.options.flatMap((option) => documentsOf(option).map(possible));
        case 'json':
        case 'string': {
            const document = parsedDocument(value);
            if (document !== null)
                return statementsOf(document);
            // The provider skips empty documents.
            return value.kind === 'string' && value.text === '' ? [] : [possible((0,values_value/* any */.bz)('a policy document', value.origin))];
        }
        default:
            return [possible(value.kind === 'any' ? value : (0,values_value/* any */.bz)('a policy document', value.origin))];
    }
}
/** The statements of a policy object: a list, or a single object. */
function statementsOf(document) {
    if (document.kind === 'alt')
        return document.options.flatMap((option) => statementsOf(option).map(possible));
    if (document.kind !== 'object')
        return [possible(document.kind === 'any' ? document : (0,values_value/* any */.bz)('a policy', document.origin))];
    const statement = (0,values_value/* member */.Dc)(document, 'Statement');
    if (statement === null)
        return document.open ? [possible((0,values_value/* any */.bz)('statements', document.origin))] : [];
    return items(statement.value);
}
function items(value) {
    if (value.kind === 'tuple')
        return value.items;
    if (value.kind === 'alt')
        return value.options.flatMap((option) => items(option).map(possible));
    if (value.kind === 'null')
        return [];
    return value.kind === 'object' ? [value] : [possible(value)];
}
/** A document as text again. */
function jsonOf(document) {
    return { kind: 'json', document, origin: document.origin };
}

// EXTERNAL MODULE: ./lib/terraform/hcl/syntax/blocks.js
var syntax_blocks = __webpack_require__(2458);
;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/policy-document.js







/**
 * The document of a `data "aws_iam_policy_document"`, assembled in the provider's order: source documents, own
 * statements, overriding documents. A later statement replaces an earlier one of the same Sid in its place.
 */
function policyDocument(block, scope, context) {
    const origin = blockOrigin(block.block, 'block');
    const statements = [];
    const add = (document) => {
        const before = statements.length;
        for (const statement of document)
            merge(statements, statement, before);
    };
    for (const document of inputs(block, ['source_policy_documents', 'source_json'], scope, context))
        add(document);
    add(expandBlocks(block.nested('statement'), scope, context).map((one) => statementOf(one, context)));
    for (const document of inputs(block, ['override_policy_documents', 'override_json'], scope, context))
        add(document);
    const version = block.attribute('version');
    const members = [
        {
            name: 'Version',
            value: version === null
                ? (0,values_value/* plainString */.Sx)('2012-10-17')
                : context.evaluate(version.value, { ...scope, file: version.file }),
            origin: null,
        },
        { name: 'Statement', value: (0,values_value/* tuple */.PV)(statements), origin: null },
    ];
    return { kind: 'json', document: { kind: 'object', members, open: true, origin }, origin };
}
/** @param before how many statements other documents gave: within one no Sid is there twice */
function merge(statements, statement, before) {
    for (let i = 0; i < before; i++) {
        const other = statements[i];
        if (other !== undefined && mayReplace(statement, other))
            statements[i] = possible(other);
    }
    const sid = sidOf(statement);
    const at = sid === null || sid === '' ? -1 : statements.findIndex((other) => sidOf(other) === sid);
    const replaced = statements[at];
    if (replaced === undefined)
        statements.push(statement);
    // A statement that may not be there leaves the one below it possible.
    else if (statement.kind === 'gen')
        statements.splice(at, 1, possible(replaced), statement);
    else
        statements[at] = statement;
}
/** Whether the Sids of two statements may be the same one, without it being known. */
function mayReplace(statement, other) {
    const [sid, below] = [sidValue(statement), sidValue(other)];
    if (sid === null || below === null || ((0,values_value/* knownString */.Xb)(sid) !== null && (0,values_value/* knownString */.Xb)(below) !== null))
        return false;
    return (0,values_value/* knownString */.Xb)(sid) !== '' && (0,values_value/* knownString */.Xb)(below) !== '' && equals(sid, below) !== false;
}
/** The Sid, as far as it is known; null where there is none. */
function sidValue(statement) {
    const body = bodyOf(statement);
    if (body.kind !== 'object')
        return (0,values_value/* any */.bz)('a Sid');
    const sid = (0,values_value/* member */.Dc)(body, 'Sid')?.value ?? null;
    if (sid === null)
        return body.open ? (0,values_value/* any */.bz)('a Sid') : null;
    return sid.kind === 'null' ? null : sid;
}
function bodyOf(value) {
    return value.kind === 'gen' ? value.body : value;
}
function sidOf(statement) {
    const body = bodyOf(statement);
    if (body.kind !== 'object')
        return null;
    const sid = body.members.findLast(({ name }) => name === 'Sid');
    return sid === undefined ? null : (0,values_value/* knownString */.Xb)(sid.value);
}
/** The statements of each document that an attribute lists. */
function inputs(block, names, scope, context) {
    return names.flatMap((name) => {
        const attribute = block.attribute(name);
        if (attribute === null)
            return [];
        const value = context.evaluate(attribute.value, { ...scope, file: attribute.file });
        return value.kind === 'tuple' ? value.items.map(documentsOf) : [documentsOf(value)];
    });
}
function blockOrigin(block, style) {
    if (block === null)
        return null;
    const span = { file: block.file, start: block.start, end: block.end };
    return block.file.kind === 'json' ? { ...span, style: 'tf-json' } : { ...span, style, node: block };
}
/** A `statement` block as the JSON object that the provider makes of it. */
function statementOf(expanded, context) {
    const { block, scope, repeated } = expanded;
    const members = [];
    const attributes = block.body.attributes;
    const put = (name, attribute, fallback) => {
        const value = attribute === undefined
            ? fallback
            : replaceMarks(context.evaluate(attribute.value, { ...scope, file: attribute.file }));
        if (value === null || value.kind === 'null')
            return;
        const origin = attribute === undefined ? null : { file: attribute.file, start: attribute.start, end: attribute.end };
        members.push({ name, value, origin });
    };
    put('Sid', attributes.get('sid'), null);
    put('Effect', attributes.get('effect'), (0,values_value/* plainString */.Sx)('Allow'));
    members.push(...principals(block, 'principals', 'Principal', scope, context));
    members.push(...principals(block, 'not_principals', 'NotPrincipal', scope, context));
    put('Action', attributes.get('actions'), null);
    put('NotAction', attributes.get('not_actions'), null);
    put('Resource', attributes.get('resources'), null);
    put('NotResource', attributes.get('not_resources'), null);
    members.push(...conditions(block, scope, context));
    const style = expanded.dynamic ? 'dynamic-content' : 'statement-block';
    const statement = { kind: 'object', members, open: false, origin: blockOrigin(block, style) };
    return repeated ? { kind: 'gen', body: statement, origin: statement.origin } : statement;
}
/** The provider writes policy variables as `&{…}`, since `${…}` is an expression. */
function replaceMarks(value) {
    if (value.kind === 'string')
        return { ...value, text: (0,iam_text/* mapStrings */.to)(value.text, (text) => text.replaceAll('&{', '${')) };
    if (value.kind === 'tuple')
        return { ...value, items: value.items.map(replaceMarks) };
    if (value.kind === 'gen')
        return { ...value, body: replaceMarks(value.body) };
    return value.kind === 'alt' ? { ...value, options: value.options.map(replaceMarks) } : value;
}
function attributeValue(block, name, scope, context) {
    const attribute = block.body.attributes.get(name);
    if (attribute === undefined)
        return (0,values_value/* any */.bz)(name);
    return replaceMarks(context.evaluate(attribute.value, { ...scope, file: attribute.file }));
}
/** `type = "*"` with `identifiers = ["*"]` is the bare `"*"`, everything else a map from type to identifiers. */
function principals(statement, type, name, scope, context) {
    const blocks = expandBlocks((0,syntax_blocks/* nestedBlocks */.qk)(statement.body.blocks, type), scope, context);
    const [first] = blocks;
    if (first === undefined)
        return [];
    const only = blocks.length === 1 ? first.block : null;
    const span = only === null ? null : { file: only.file, start: only.start, end: only.end };
    const byType = new Map();
    let open = false;
    for (const { block, scope: inner, repeated } of blocks) {
        const kind = (0,values_value/* knownString */.Xb)(attributeValue(block, 'type', inner, context));
        const identifiers = attributeValue(block, 'identifiers', inner, context);
        if (kind === '*' && isStar(identifiers))
            return [{ name, value: (0,values_value/* plainString */.Sx)('*', identifiers.origin), origin: span }];
        // Its name stands for everybody only with "*" as the one identifier; what else it holds is not known here.
        if (kind === '*')
            return [{ name, value: (0,values_value/* any */.bz)('principals'), origin: span }];
        if (kind === null)
            open = true;
        else
            byType.set(kind, [...(byType.get(kind) ?? []), repeated ? mayBeMissing(identifiers) : identifiers]);
    }
    return [{ name, value: united(byType, open, blockOrigin(only, 'block')), origin: span }];
}
/** The identifiers of a block that may not be there. */
function mayBeMissing(identifiers) {
    return identifiers.kind === 'tuple'
        ? { ...identifiers, items: identifiers.items.map(possible) }
        : possible(identifiers);
}
function isStar(identifiers) {
    const [item] = identifiers.kind === 'tuple' ? identifiers.items : [];
    return (identifiers.kind === 'tuple' && identifiers.items.length === 1 && item !== undefined && (0,values_value/* knownString */.Xb)(item) === '*');
}
function united(byType, open, origin) {
    const members = [...byType].map(([name, values]) => ({ name, value: joined(values, open), origin: null }));
    return { kind: 'object', members, open, origin };
}
/** A block of which it is not known what it is about may add to any list. */
function joined(values, open) {
    const [only] = values;
    if (values.length === 1 && only !== undefined && !open)
        return only;
    const items = values.flatMap((value) => (value.kind === 'tuple' ? value.items : [value]));
    return (0,values_value/* tuple */.PV)(open ? [...items, possible((0,values_value/* any */.bz)('values of another block'))] : items);
}
/** Blocks of the same test and variable are united. */
function conditions(statement, scope, context) {
    const blocks = expandBlocks((0,syntax_blocks/* nestedBlocks */.qk)(statement.body.blocks, 'condition'), scope, context);
    if (blocks.length === 0)
        return [];
    const tests = new Map();
    let open = false;
    for (const { block, scope: inner, repeated } of blocks) {
        const test = (0,values_value/* knownString */.Xb)(attributeValue(block, 'test', inner, context));
        const variable = (0,values_value/* textOf */.b6)(attributeValue(block, 'variable', inner, context));
        if (test === null || repeated || typeof variable !== 'string') {
            open = true;
            continue;
        }
        const variables = tests.get(test) ?? new Map();
        tests.set(test, variables);
        variables.set(variable, [...(variables.get(variable) ?? []), attributeValue(block, 'values', inner, context)]);
    }
    const members = [...tests].map(([name, variables]) => ({ name, value: united(variables, open, null), origin: null }));
    return [{ name: 'Condition', value: { kind: 'object', members, open, origin: null }, origin: null }];
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/values/unify.js

/** How deep types are compared; what lies deeper is taken to fit. */
const unify_MAX_DEPTH = 20;
/**
 * Whether Terraform finds one type for several values, as it must for the results of a conditional and for the elements
 * of a list (cty, `convert.Unify`). False only where it certainly does not: what is not known fits everything.
 */
function haveOneType(values, depth = 0) {
    const open = (value) => value.kind === 'any' || value.kind === 'null' || value.kind === 'gen';
    const known = values.flatMap((value) => (value.kind === 'alt' ? value.options : [value])).filter((one) => !open(one));
    if (depth > unify_MAX_DEPTH || known.length < 2)
        return true;
    const objects = known.filter((value) => value.kind === 'object');
    const tuples = known.filter((value) => value.kind === 'tuple');
    if (objects.length + tuples.length === 0)
        return true;
    if (objects.length === known.length)
        return objectsFit(objects, depth);
    return tuples.length === known.length && tuplesFit(tuples, depth);
}
/** Objects with the same attributes fit by attribute; others only as maps, whose elements are of one type. */
function objectsFit(objects, depth) {
    if (objects.some(({ open }) => open))
        return true;
    const maps = objects.map((object) => new Map((0,values_value/* effectiveMembers */.b5)(object).map((one) => [one.name, one.value])));
    const names = new Set(maps.flatMap((map) => [...map.keys()]));
    if (maps.every((map) => map.size === names.size)) {
        return [...names].every((name) => {
            const values = maps.flatMap((map) => map.get(name) ?? []);
            return haveOneType(values, depth + 1);
        });
    }
    return haveOneType(maps.flatMap((map) => [...map.values()]), depth + 1);
}
/** Tuples of the same length fit by place; others only as lists. */
function tuplesFit(tuples, depth) {
    if (tuples.some(({ items }) => items.some(({ kind }) => kind === 'gen')))
        return true;
    const [first] = tuples;
    const length = first?.items.length ?? 0;
    if (tuples.every(({ items }) => items.length === length)) {
        return Array.from({ length }, (_, i) => tuples.flatMap(({ items }) => items[i] ?? [])).every((values) => haveOneType(values, depth + 1));
    }
    return haveOneType(tuples.flatMap(({ items }) => items), depth + 1);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/types.js



/**
 * A value as a type constraint makes it: attributes that the type does not have are dropped, those declared
 * `optional(TYPE, default)` filled in. In edited sources a value that the type refuses is an error.
 */
function applyType(value, type, scope, context) {
    if (!context.spend(1))
        return value;
    if (value.kind === 'alt') {
        return { ...value, options: value.options.map((option) => applyType(option, type, scope, context)) };
    }
    if (context.sources.edited && isRefused(value, type))
        return (0,values_value/* failing */.Jr)('a value that does not fit its type');
    if (type.kind === 'variable')
        return named(value, type.name);
    const [inner] = type.kind === 'call' ? type.args : [];
    if (type.kind !== 'call' || inner === undefined)
        return loosen(value);
    if (type.name === 'object' && inner.kind === 'object')
        return withAttributes(value, inner.elements, scope, context);
    if (type.name === 'tuple' && inner.kind === 'tuple' && value.kind === 'tuple') {
        const items = value.items.map((item, i) => {
            const of = inner.items[i];
            return of === undefined ? item : applyType(item, of, scope, context);
        });
        return { ...value, items, shape: 'tuple' };
    }
    if (!COLLECTIONS.has(type.name))
        return loosen(value);
    return collected(type.name, value, (item) => applyType(item, inner, scope, context));
}
const COLLECTIONS = new Set(['list', 'set', 'map']);
/** A type that is a bare name; `list`, `set` and `map` leave the type of their elements open. */
function named(value, type) {
    if (type === 'string' || type === 'number' || type === 'bool')
        return toPrimitive(value, type);
    if (COLLECTIONS.has(type))
        return collected(type, value, (item) => item);
    return type === 'any' ? value : loosen(value);
}
/** Elements of one type: what the type leaves open, they have in common. */
function collected(type, value, change) {
    if (type === 'map' && value.kind === 'object') {
        const members = (0,values_value/* effectiveMembers */.b5)(value);
        const values = unified(members.map((one) => change(one.value)));
        return { ...value, shape: 'map', members: members.map((one, i) => ({ ...one, value: values[i] ?? one.value })) };
    }
    if (type === 'map' || value.kind !== 'tuple')
        return value;
    const items = value.items.map((item) => (item.kind === 'gen' ? { ...item, body: change(item.body) } : change(item)));
    return type === 'set' ? setOf(items, value.origin) : listOf(items, value.origin);
}
/** Whether a type certainly takes no such value; elements and attributes are looked at one by one after that. */
function isRefused(value, type) {
    const compound = value.kind === 'object' || value.kind === 'tuple';
    if (type.kind === 'variable')
        return compound && ['string', 'number', 'bool'].includes(type.name);
    if (type.kind !== 'call' || !compound)
        return false;
    const [inner] = type.args;
    const elements = value.kind === 'tuple' ? value.items : (0,values_value/* effectiveMembers */.b5)(value).map((one) => one.value);
    if (type.name === 'list' || type.name === 'set')
        return value.kind === 'object' || (isAny(inner) && !haveOneType(elements));
    if (type.name === 'map')
        return value.kind === 'tuple' || (isAny(inner) && !haveOneType(elements));
    if (type.name !== 'object' || inner?.kind !== 'object')
        return false;
    if (value.kind === 'tuple')
        return true;
    const names = new Set((0,values_value/* effectiveMembers */.b5)(value).map((one) => one.name));
    const required = inner.elements.filter((one) => one.name !== null && !isOptional(one.value));
    return !value.open && required.some(({ name }) => name !== null && !names.has(name));
}
function isAny(type) {
    return type?.kind === 'variable' && type.name === 'any';
}
function isOptional(type) {
    return type.kind === 'call' && type.name === 'optional';
}
function withAttributes(value, attributes, scope, context) {
    if (value.kind !== 'object')
        return value;
    const present = new Map((0,values_value/* effectiveMembers */.b5)(value).map((one) => [one.name, one]));
    const members = [];
    for (const { name, value: declared } of attributes) {
        if (name === null)
            return value;
        const type = isOptional(declared) ? (declared.args[0] ?? declared) : declared;
        const fallback = isOptional(declared) ? (declared.args[1] ?? null) : null;
        const given = present.get(name);
        const missing = given === undefined || (given.value.kind === 'null' && fallback !== null);
        if (!missing) {
            members.push({ ...given, value: applyType(given.value, type, scope, context) });
        }
        else if (isOptional(declared) && !value.open) {
            const made = fallback === null ? { kind: 'null', origin: null } : context.evaluate(fallback, scope);
            members.push({ name, value: applyType(made, type, scope, context), origin: null });
        }
    }
    return { ...value, members, shape: 'object' };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/references.js











/**
 * `root.a["b"].c` as a reference; null for a name that is bound around the expression, for any within a template file,
 * and for other expressions.
 */
function isReference(expr, scope) {
    const steps = [];
    let at = expr;
    while (at.kind === 'get' || at.kind === 'index') {
        steps.push(at.kind === 'get' ? at.name : at.key);
        at = at.target;
    }
    if (at.kind !== 'variable' || scope.template !== undefined || lookupEnv(scope.env, at.name) !== null) {
        return null;
    }
    return { root: at.name, steps: steps.reverse() };
}
/** Whether an expression is nothing but an attribute of a resource, or a named value: what Terraform checks beforehand. */
function isPlainReference(expr, scope) {
    const reference = isReference(expr, scope);
    if (reference === null)
        return false;
    const names = reference.steps.filter((step) => typeof step === 'string').length;
    if (names !== reference.steps.length)
        return false;
    const { root } = reference;
    if (root === 'var' || root === 'local' || root === 'path' || root === 'each' || root === 'count')
        return names === 1;
    return names <= (root === 'data' ? 3 : 2);
}
/** The value of a reference, or an `any` whose token is the reference itself. */
function resolve({ root, steps }, expr, scope, context) {
    const token = qualified(scope.module, scope.file.text.slice(expr.start, Math.min(expr.end, expr.start + MAX_TOKEN)));
    const [first, ...rest] = steps;
    if (typeof first !== 'string')
        return (0,values_value/* any */.bz)(token);
    switch (root) {
        case 'var':
            return follow(variable(first, scope.module, context), rest, scope, context, token);
        case 'local':
            return follow(local(first, scope.module, context), rest, scope, context, token);
        case 'path':
            return pathValue(first, scope.module) ?? (0,values_value/* any */.bz)(token);
        case 'module':
            return moduleOutput(first, rest, scope, context, token);
        case 'data': {
            const [name, ...others] = rest;
            return typeof name === 'string' ? resource('data', first, name, others, scope, context, token) : (0,values_value/* any */.bz)(token);
        }
        case 'each':
        case 'count':
        case 'self':
        case 'terraform':
            return (0,values_value/* any */.bz)(token);
        default:
            return resource('resource', root, first, rest, scope, context, token);
    }
}
const MAX_TOKEN = 200;
function follow(value, steps, scope, context, token) {
    return steps.reduce((at, step) => typeof step === 'string' ? getAttribute(at, step, token) : getIndex(at, context.evaluate(step, scope), token), value);
}
function pathValue(name, module) {
    const root = (module.root ?? module).config.folder;
    if (name === 'module')
        return (0,values_value/* plainString */.Sx)(relativePath(root, module.config.folder));
    return name === 'root' || name === 'cwd' ? (0,values_value/* plainString */.Sx)('.') : null;
}
/** A local value; its expression is evaluated once for each instance of the module. */
function local(name, module, context) {
    const attribute = module.config.locals.get(name);
    if (attribute === undefined)
        return (0,values_value/* any */.bz)(qualified(module, `local.${name}`));
    return remembered(module, `local.${name}`, () => evaluateAttribute(attribute, module, context));
}
function evaluateAttribute(attribute, module, context) {
    return context.evaluate(attribute.value, { module, file: attribute.file, env: null });
}
/** The caller's argument, the value of a root variable, or the default, with the defaults of its type. */
function variable(name, module, context) {
    return remembered(module, `var.${name}`, () => {
        const declared = module.config.variables.get(name) ?? null;
        const value = notNull(given(name, declared, module, context), declared, module, context);
        const type = declared?.attribute('type') ?? null;
        if (type === null)
            return value;
        return applyType(value, type.value, { module, file: type.file, env: null }, context);
    });
}
/** With `nullable = false` null stands for the default. */
function notNull(value, declared, module, context) {
    const nullable = declared?.attribute('nullable')?.value;
    const fallback = declared?.attribute('default');
    if (nullable?.kind !== 'literal' || nullable.value !== false || !fallback)
        return value;
    return (0,values_value/* mapOptions */.tS)(value, (option) => (option.kind === 'null' ? evaluateAttribute(fallback, module, context) : option));
}
function given(name, declared, module, context) {
    const token = qualified(module, `var.${name}`);
    if (module.call === null)
        return rootVariable(name, module, context) ?? (0,values_value/* any */.bz)(token);
    const { caller, block, env } = module.call;
    const argument = block.attribute(name);
    if (argument !== null)
        return context.evaluate(argument.value, { module: caller, file: argument.file, env });
    const fallback = declared?.attribute('default') ?? null;
    return fallback === null ? (0,values_value/* any */.bz)(token) : evaluateAttribute(fallback, module, context);
}
/** Written values count when they are what the plan says: others may have been given on the command line. */
function rootVariable(name, module, context) {
    const stated = statedVariable(name, module);
    const written = writtenVariable(name, module, context);
    return written?.value ?? (stated === undefined ? null : fromJson(stated));
}
function statedVariable(name, module) {
    return Object.hasOwn(module.variables, name) ? module.variables[name] : undefined;
}
/** Where the value of a root variable is written: a file of values, else the default; null where the plan disagrees. */
function writtenVariable(name, root, context) {
    const stated = statedVariable(name, root);
    const files = context.sources.variableFiles(root.config.folder).map((file) => file.body.attributes.get(name));
    const fallback = root.config.variables.get(name)?.attribute('default');
    for (const attribute of [...files.reverse(), fallback]) {
        if (attribute === undefined || attribute === null)
            continue;
        const value = evaluateAttribute(attribute, root, context);
        if (stated === undefined || agrees(value, stated))
            return { attribute, value };
    }
    return null;
}
/** Names of root variables whose planned value stands in the sources. */
function writtenVariables(root, context) {
    return Object.keys(root.variables).filter((name) => writtenVariable(name, root, context) !== null);
}
function moduleOutput(name, steps, scope, context, token) {
    const { key, rest } = takeKey(steps, scope, context);
    const [output, ...others] = rest;
    if (key === undefined || typeof output !== 'string')
        return (0,values_value/* any */.bz)(token);
    const call = scope.module.config.calls.get(name);
    const there = call === undefined || key === null ? true : hasInstance(call, key, scope.module, context);
    if (there === false)
        return (0,values_value/* failing */.Jr)(token);
    const child = childInstance(scope.module, name, key, context);
    const value = child?.config.outputs.get(output)?.attribute('value') ?? null;
    if (child === null || value === null)
        return (0,values_value/* any */.bz)(token);
    const found = remembered(child, `output.${output}`, () => evaluateAttribute(value, child, context));
    return certainly(there, follow(found, others, scope, context, token), scope, token);
}
/** A value of an instance that may not be there: `try` may go on to its next argument. */
function certainly(there, value, scope, token) {
    return there === null && scope.tried ? (0,values_value/* alternatives */.Vo)([value, (0,values_value/* failing */.Jr)(token)], value.origin) : value;
}
/** The instance key behind a name: null when there is none, undefined when it is not known. */
function takeKey(steps, scope, context) {
    const [first, ...rest] = steps;
    if (first === undefined || typeof first === 'string')
        return { key: null, rest: steps };
    const value = context.evaluate(first, scope);
    if (value.kind === 'primitive' && typeof value.value === 'number')
        return { key: value.value, rest };
    return { key: (0,values_value/* knownString */.Xb)(value) ?? undefined, rest };
}
function resource(mode, type, name, steps, scope, context, token) {
    const block = scope.module.config.resources.get(`${mode}.${type}.${name}`);
    if (block === undefined)
        return (0,values_value/* any */.bz)(token);
    const { key, rest } = takeKey(steps, scope, context);
    if (key === undefined)
        return (0,values_value/* any */.bz)(token);
    const [attribute, ...others] = rest;
    const there = key === null ? true : hasInstance(block, key, scope.module, context);
    if (there === false)
        return (0,values_value/* failing */.Jr)(token);
    const repeated = block.attribute('for_each') !== null || block.attribute('count') !== null;
    if (typeof attribute !== 'string') {
        return attribute === undefined && key === null
            ? everyInstance(mode, type, name, block, scope, context, token)
            : (0,values_value/* any */.bz)(token);
    }
    if (repeated && key === null)
        return (0,values_value/* any */.bz)(token);
    const value = attributeOf({ mode, type, name, key }, block, attribute, scope.module, context);
    return value === null ? (0,values_value/* any */.bz)(token) : certainly(there, follow(value, others, scope, context, token), scope, token);
}
/** An attribute of a resource: a policy document, what AWS makes of a name, or what the configuration sets. */
function attributeOf({ mode, type, name, key }, block, attribute, module, context) {
    const scope = blockScope(block, key, module, context);
    if (scope === null)
        return null;
    const address = `${mode === 'data' ? 'data.' : ''}${type}.${name}${key === null ? '' : `[${JSON.stringify(key)}]`}`;
    return remembered(module, `${address}.${attribute}`, () => {
        if (mode === 'data' && type === 'aws_iam_policy_document' && /^(?:minified_)?json$/.test(attribute)) {
            return policyDocument(block, scope, context);
        }
        if (mode === 'data' && type === 'template_file' && attribute === 'rendered') {
            return renderedTemplate(block, scope, context) ?? (0,values_value/* any */.bz)(qualified(module, `${address}.${attribute}`));
        }
        const known = awsAttribute({ mode, type, attribute, address }, block, scope, context);
        if (known !== null)
            return known;
        const written = block.attribute(attribute);
        if (written === null)
            return (0,values_value/* any */.bz)(qualified(module, `${address}.${attribute}`));
        // The provider's schema may convert it.
        return loosen(context.evaluate(written.value, { ...scope, file: written.file }));
    });
}
/** All instances, for splats over a resource: with what of them can be asked for. */
function everyInstance(mode, type, name, block, scope, context, token) {
    const each = block.attribute('for_each') ?? block.attribute('count');
    const names = [...new Set([...FIXED, ...block.blocks.flatMap(({ body }) => [...body.attributes.keys()])])];
    const instance = (key) => ({
        kind: 'object',
        members: names.flatMap((attribute) => {
            const value = attributeOf({ mode, type, name, key }, block, attribute, scope.module, context);
            return value === null ? [] : [{ name: attribute, value, origin: null }];
        }),
        open: true,
        origin: null,
    });
    if (each === null)
        return instance(null);
    const value = context.evaluate(each.value, { module: scope.module, file: each.file, env: null });
    if (each.name === 'count') {
        const count = value.kind === 'primitive' ? Number(value.value) : Number.NaN;
        if (!(count >= 0 && count <= MAX_INSTANCES))
            return (0,values_value/* any */.bz)(token);
        return (0,values_value/* tuple */.PV)(Array.from({ length: count }, (_, index) => instance(index)));
    }
    const keys = entriesOf(value)?.map(({ key, value: item }) => (0,values_value/* knownString */.Xb)(value.kind === 'tuple' ? item : key));
    if (keys === undefined || keys.length > MAX_INSTANCES || keys.includes(null))
        return (0,values_value/* any */.bz)(token);
    const members = keys.map((key) => ({ name: key ?? '', value: instance(key ?? null), origin: null }));
    return { kind: 'object', members, open: false, origin: null };
}
const FIXED = ['json', 'arn', 'id'];
const MAX_INSTANCES = 200;

;// CONCATENATED MODULE: ./lib/terraform/hcl/modules/resource.js

/** Walks the module calls of an address from the root module, and finds the resource. */
function findResource(address, root, context) {
    let module = root;
    for (const step of address.modules) {
        const call = module.config.calls.get(step.name);
        const child = childInstance(module, step.name, step.key, context);
        if (child === null) {
            const why = call === undefined
                ? `the sources have no module "${step.name}" there`
                : `the sources of module "${step.name}" are not in the working directory, or it has no such instance`;
            return { found: false, why, place: callPlace(call ?? null, null) ?? callerPlace(module, null) };
        }
        module = child;
    }
    const mode = address.mode === 'data' ? 'data' : 'resource';
    const block = module.config.resources.get(`${mode}.${address.type}.${address.name}`);
    if (block === undefined) {
        const why = `the sources declare no ${address.type} "${address.name}" there`;
        return { found: false, why, place: callerPlace(module, null) };
    }
    return { found: true, module, block, scope: blockScope(block, address.key, module, context) };
}
/**
 * The closest place that a person can edit: the attribute, else the resource, and for a fetched module the caller's
 * argument of the attribute's name, else its block.
 */
function placeOf(found, attribute) {
    if (!found.found)
        return found.place;
    if (found.module.remote)
        return callerPlace(found.module, attribute);
    const written = found.block.attribute(attribute);
    if (written !== null)
        return place('attribute', written);
    return blockPlace('resource', found.block.block);
}
/** The closest call of a module, or of one around it, that is not itself in fetched code. */
function callerPlace(module, attribute) {
    let at = module;
    while (at.call?.caller.remote)
        at = at.call.caller;
    return at.call === null ? null : callPlace(at.call.block, attribute);
}
function callPlace(call, attribute) {
    const argument = attribute === null ? null : (call?.attribute(attribute) ?? null);
    return argument === null ? blockPlace('module-call', call?.block ?? null) : place('module-argument', argument);
}
function blockPlace(what, block) {
    return block === null ? null : place(what, block);
}
function place(what, { file, start, end }) {
    return { what, file, span: { start, end } };
}

;// CONCATENATED MODULE: ./lib/terraform/trace/attribute.js





/** See `locateAttribute`. */
function locateWritten(request, root, context) {
    const found = findResource(request.address, root, context);
    const fetchedFrom = found.found ? fetchedSource(found.module, context) : null;
    const lost = (why, place) => {
        return { value: null, literal: null, fallback: fallbackOf(place), why, fetchedFrom };
    };
    if (!found.found)
        return lost(found.why, found.place);
    const closest = placeOf(found, request.attribute);
    if (found.scope === null)
        return lost('the sources have no instance with this key', closest);
    const written = attribute_attributeOf(found, found.scope, request, context);
    if (written === null)
        return lost(`the sources do not set ${request.attribute} there`, closest);
    const { attribute, scope } = written;
    const value = context.evaluate(attribute.value, scope);
    const fallback = fallbackOf(found.module.remote ? closest : { what: 'attribute', file: attribute.file, span: attribute });
    const base = { value: (0,values_value/* textOf */.b6)(value), fallback, fetchedFrom };
    if (request.planned === null)
        return { ...base, literal: null, why: 'the plan does not know the value' };
    const origins = originsOf(value, request.planned);
    const [origin] = origins;
    if (origin === undefined) {
        const other = (0,values_value/* knownString */.Xb)(value) !== null && (0,values_value/* knownString */.Xb)(value) !== request.planned;
        return { ...base, literal: null, why: other ? STALE : 'the value is not written out in the sources' };
    }
    if (origins.length > 1)
        return { ...base, literal: null, why: 'the value is written in several places' };
    if (isFetched(origin.file))
        return { ...base, literal: null, why: FETCHED };
    return { ...base, literal: literalAt(origin, attribute, scope, context), why: null };
}
const STALE = 'the sources set another value: the plan was made from other ones';
const FETCHED = 'the value is written in a module that is fetched, not in this repository';
function attribute_attributeOf({ block: resource }, scope, { block, attribute: name }, context) {
    if (block === null) {
        const attribute = resource.attribute(name);
        return attribute === null ? null : { attribute, scope: { ...scope, file: attribute.file } };
    }
    const [first] = expandBlocks(resource.nested(block), scope, context);
    const attribute = first?.block.body.attributes.get(name);
    return first === undefined || attribute === undefined ? null : { attribute, scope: first.scope };
}
/** The source of the call through which fetched code is reached from the repository's own. */
function fetchedSource(module, context) {
    let at = module;
    if (!at.remote)
        return null;
    while (at.call?.caller.remote)
        at = at.call.caller;
    const source = at.call?.block.attribute('source') ?? null;
    if (source === null || at.call === null)
        return null;
    return (0,values_value/* knownString */.Xb)(context.evaluate(source.value, { module: at.call.caller, file: source.file, env: null }));
}
/** Where strings of this text are written, of a value or the options of an undecided one. */
function originsOf(value, planned) {
    const options = value.kind === 'alt' ? value.options : [value];
    return options
        .filter((option) => option.kind === 'string' && (0,values_value/* knownString */.Xb)(option) === planned)
        .flatMap(({ origin }) => (origin !== null && isLiteral(origin) ? [origin] : []));
}
function isLiteral(origin) {
    return origin.style === 'tf-json' || (origin.style === 'expression' && isPlainString(origin.node));
}
function isPlainString(expr) {
    return expr.kind === 'template' && expr.parts.every(({ kind }) => kind === 'text');
}
function literalAt(origin, attribute, scope, context) {
    const range = rangeOf(origin.file, origin);
    const steps = trace(attribute.value, scope, context);
    const isEnd = steps?.end.scope.file === origin.file && isSame(steps.end.expr, origin);
    return {
        range,
        direct: isEnd && steps?.names.length === 0,
        whyNotEditable: refusal(origin) ?? (isEnd && steps !== null ? sharedName(steps.names, context) : COMPUTED),
    };
}
const COMPUTED = 'the value is chosen by an expression';
function isSame(a, b) {
    return a.start === b.start && a.end === b.end;
}
function refusal(origin) {
    if (origin.style === 'tf-json')
        return 'JSON configuration is usually generated: change what it is generated from';
    if (origin.file.hasError)
        return 'the file has syntax errors';
    const { node } = origin;
    return node.kind === 'template' && node.form === 'quoted' ? null : 'the value is not a quoted string';
}
/** References that pass references on; more than people chain, fewer than a circle takes. */
const MAX_STEPS = 20;
/** Follows an expression that is nothing but a name to what the name stands for, until something else is written. */
function trace(from, start, context) {
    const names = [];
    let expr = from;
    let scope = start;
    for (let step = 0; step < MAX_STEPS; step++) {
        const [only, ...more] = expr.kind === 'template' && expr.form === 'quoted' ? expr.parts : [];
        if (only?.kind === 'hole' && only.expr !== null && more.length === 0) {
            expr = only.expr;
            continue;
        }
        const reference = isReference(expr, scope);
        if (reference === null)
            return { end: { expr, scope }, names };
        const { root, steps } = reference;
        const [name] = steps;
        if (steps.length !== 1 || typeof name !== 'string' || (root !== 'local' && root !== 'var'))
            return null;
        names.push({ kind: root, name, module: scope.module });
        const next = root === 'local' ? localValue(name, scope.module) : variableValue(name, scope.module, context);
        if (next === null)
            return null;
        expr = next.expr;
        scope = next.scope;
    }
    return null;
}
function localValue(name, module) {
    const attribute = module.config.locals.get(name);
    return attribute === undefined ? null : { expr: attribute.value, scope: { module, file: attribute.file, env: null } };
}
/** The caller's argument, else the default; of a root variable the file of values or the default that counts. */
function variableValue(name, module, context) {
    const argument = module.call?.block.attribute(name) ?? null;
    if (module.call !== null && argument !== null) {
        const { caller, env } = module.call;
        return { expr: argument.value, scope: { module: caller, file: argument.file, env } };
    }
    const attribute = module.call === null
        ? (writtenVariable(name, module, context)?.attribute ?? null)
        : (module.config.variables.get(name)?.attribute('default') ?? null);
    return attribute === null ? null : { expr: attribute.value, scope: { module, file: attribute.file, env: null } };
}
/** A name that anything else in its module refers to is not changed for one attribute's sake. */
function sharedName(names, context) {
    const shared = names.find((name) => usesOf(name, context) > 1);
    return shared === undefined ? null : `${shared.kind}.${shared.name} is used in other places too`;
}
const MENTION = /\b(local|var)\s*\.\s*([\p{L}_][\p{L}\p{N}_-]*)/gu;
/** How often a module's files mention a name, outside of its own declaration. Comments count: they cost an edit only. */
function usesOf({ kind, name, module }, context) {
    const own = kind === 'var' ? (module.config.variables.get(name)?.blocks ?? []) : [];
    let uses = 0;
    for (const file of context.sources.files(module.config.folder)) {
        const declared = own.filter((block) => block.file === file);
        for (const { index, 1: root, 2: mentioned } of file.text.matchAll(MENTION)) {
            if (root !== kind || mentioned !== name)
                continue;
            if (!declared.some(({ start, end }) => index >= start && index < end))
                uses++;
        }
    }
    return uses;
}

// EXTERNAL MODULE: ./lib/tree/value.js
var tree_value = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/terraform/plan/policy-documents.js
var policy_documents = __webpack_require__(5301);
// EXTERNAL MODULE: ./lib/iam/parse.js
var parse = __webpack_require__(7006);
;// CONCATENATED MODULE: ./lib/terraform/trace/source-json.js




/** Stands in JSON data for what is not known: a text in pieces, or a whole list or map when it is a single token. */
class SourceUnknown {
    pieces;
    constructor(pieces) {
        this.pieces = pieces;
    }
}
/** Reads statements in which `SourceUnknown`s stand for what is not known. */
const SOURCE_READER = {
    text: (value) => (value instanceof SourceUnknown ? value.pieces : (0,parse/* readPlainText */.Sg)(value)),
    token: (value) => (value instanceof SourceUnknown ? (0,iam_text/* wholeToken */.tW)(value.pieces) : null),
};
/**
 * An evaluated value as JSON data with explicit unknowns. Undecided choices and repeated items are single tokens; a
 * member that may be missing is one as well, since leaving it out could make a Deny look wider or narrower.
 */
function toSourceJson(value, meaning, depth = 0) {
    if (depth > source_json_MAX_DEPTH)
        return unknown({ token: 'something deeply nested' });
    switch (value.kind) {
        case 'primitive':
            return value.value;
        case 'null':
            return null;
        case 'string':
            return ofText((0,iam_text/* substitute */.V2)(value.text, meaning));
        case 'tuple':
            return value.items.map((item) => toSourceJson(item, meaning, depth + 1));
        case 'object': {
            const members = (0,values_value/* effectiveMembers */.b5)(value).filter((one) => one.value.kind !== 'null');
            const known = members.map((one) => [one.name, toSourceJson(one.value, meaning, depth + 1)]);
            return Object.fromEntries(value.open ? [...known, [parse/* UNKNOWN_MEMBERS */.F8, unknown(FURTHER)]] : known);
        }
        case 'any':
            return ofText((0,iam_text/* substitute */.V2)([value.token], meaning));
        default:
            return ofText((0,values_value/* textOf */.b6)(value));
    }
}
/** What every statement has one of. */
const REQUIRED = [['Effect'], ['Principal', 'NotPrincipal'], ['Action', 'NotAction'], ['Resource', 'NotResource']];
/** A statement as JSON data. What an open one does not show is among its further members: unknown, not missing. */
function statementJson(value, meaning) {
    const json = toSourceJson(value, meaning);
    if (!value.open || !(0,tree_value/* isObject */.Gv)(json))
        return json;
    const missing = REQUIRED.filter((names) => names.every((name) => json[name] === undefined));
    return { ...json, ...Object.fromEntries(missing.map(([name]) => [name, unknown(FURTHER)])) };
}
const source_json_MAX_DEPTH = 100;
const FURTHER = { token: 'members that the sources leave open' };
function ofText(text) {
    return (0,iam_text/* isPlain */.$i)(text) ? text : new SourceUnknown(text);
}
function unknown(token) {
    return new SourceUnknown([token]);
}
/** Whether all of a value is spelled out in the sources. */
function source_json_isLiteral(value) {
    switch (value.kind) {
        case 'string':
            return (0,iam_text/* isPlain */.$i)(value.text) && value.origin !== null;
        case 'primitive':
            return value.origin !== null;
        case 'tuple':
            return value.items.every(source_json_isLiteral);
        case 'object':
            return !value.open && (0,values_value/* effectiveMembers */.b5)(value).every((one) => source_json_isLiteral(one.value));
        default:
            return false;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/trace/match.js





/**
 * How well a statement of the sources fits a planned one: null when they contradict each other, else a score to which
 * every literal that they share adds. What the sources leave unknown fits everything and adds nothing.
 *
 * Equal for IAM are: a scalar and a list of one, lists in any order, numbers and booleans and their text, members in any
 * order, an account and its root user, actions in any case, condition keys in any case. The bare `"*"` and
 * `{"AWS": "*"}` fit each other, since the provider keeps the older text of two that it takes for the same.
 */
function matchStatement(source, planned) {
    const members = new Map((0,values_value/* effectiveMembers */.b5)(source).map((one) => [one.name, one]));
    let score = 0;
    for (const name of ELEMENTS) {
        const result = matchMember(name, members.get(name), source.open, planned[name]);
        if (result === null)
            return null;
        score += result;
    }
    return score;
}
const ELEMENTS = [
    'Sid',
    'Effect',
    'Principal',
    'NotPrincipal',
    'Action',
    'NotAction',
    'Resource',
    'NotResource',
    'Condition',
];
/** Points for a literal that is equal, and for one that fits in part. */
const EQUAL = 2;
const PARTLY = 1;
function matchMember(name, source, open, planned) {
    const absent = planned === undefined || planned === '';
    if (source === undefined)
        return absent || open ? 0 : null;
    if (absent)
        return maybeAbsent(source.value) ? 0 : null;
    return matchElement(name, source.value, planned);
}
function maybeAbsent(value) {
    switch (value.kind) {
        case 'null':
        case 'any':
        case 'gen':
            return true;
        case 'alt':
            return value.options.some(maybeAbsent);
        case 'string':
            return value.text === '';
        case 'tuple':
            return value.items.every(maybeAbsent);
        case 'object':
            return (0,values_value/* effectiveMembers */.b5)(value).every((one) => maybeAbsent(one.value));
        default:
            return false;
    }
}
function matchElement(name, source, planned) {
    if (isUnknown(planned))
        return 0;
    if (source.kind === 'alt')
        return best(source.options.map((option) => matchElement(name, option, planned)));
    if (source.kind === 'any')
        return 0;
    switch (name) {
        case 'Sid':
        case 'Effect':
            return matchText(source, planned, (text) => text);
        case 'Principal':
        case 'NotPrincipal':
            return matchPrincipal(source, planned);
        case 'Condition':
            return matchMap(source, planned, (text) => text, matchKeys);
        case 'Action':
        case 'NotAction':
            return matchList(source, planned, (text) => text.toLowerCase());
        default:
            return matchList(source, planned, (text) => text);
    }
}
function matchPrincipal(source, planned) {
    const everyone = source.kind === 'string' && source.text === '*';
    if (typeof planned === 'string' || source.kind !== 'object') {
        if (everyone && planned === '*')
            return EQUAL;
        return everyone || planned === '*' ? matchEveryone(source, planned) : matchText(source, planned, (text) => text);
    }
    return matchMap(source, planned, (text) => text, (value, values) => matchList(value, values, accountOf));
}
/** The bare `"*"` against `{"AWS": "*"}`. */
function matchEveryone(source, planned) {
    const star = { AWS: '*' };
    const other = typeof planned === 'string' ? source : null;
    if (other === null) {
        const listed = (0,tree_value/* isObject */.Gv)(planned) && Object.keys(planned).length === 1 ? asList(planned.AWS) : [];
        return listed.length === 1 && listed[0] === '*' ? PARTLY : null;
    }
    if (other.kind !== 'object')
        return other.kind === 'any' ? 0 : null;
    const result = matchMap(other, star, (text) => text, (value, values) => matchList(value, values, (text) => text));
    return result === null ? null : Math.min(result, PARTLY);
}
function accountOf(text) {
    const match = /^(?:arn:[a-z-]+:iam::)?([0-9]{12})(:root)?$/.exec(text);
    if (match === null)
        return text;
    return text.startsWith('arn:') === (match[2] !== undefined) ? `account ${match[1]}` : text;
}
/** The keys of one condition operator. */
function matchKeys(source, planned) {
    return matchMap(source, planned, (text) => text.toLowerCase(), (value, values) => matchList(value, values, (text) => text));
}
function matchMap(source, planned, fold, inner) {
    if (isUnknown(planned) || source.kind === 'any')
        return 0;
    if (source.kind === 'alt')
        return best(source.options.map((option) => matchMap(option, planned, fold, inner)));
    if (source.kind !== 'object' || !(0,tree_value/* isObject */.Gv)(planned))
        return null;
    const members = new Map((0,values_value/* effectiveMembers */.b5)(source).map((one) => [fold(one.name), one.value]));
    let score = 0;
    for (const [name, value] of Object.entries(planned)) {
        const member = members.get(fold(name));
        members.delete(fold(name));
        if (member === undefined) {
            if (source.open)
                continue;
            return null;
        }
        const result = inner(member, value);
        if (result === null)
            return null;
        score += result;
    }
    return [...members.values()].every(maybeAbsent) ? score : null;
}
/** Lists as sets: every planned item fits one of the sources, and every item of the sources is planned. */
function matchList(source, planned, fold) {
    if (isUnknown(planned))
        return 0;
    if (source.kind === 'alt')
        return best(source.options.map((option) => matchList(option, planned, fold)));
    if (source.kind === 'any')
        return 0;
    const items = source.kind === 'tuple' ? source.items : [source];
    const wanted = asList(planned);
    const used = new Set();
    let score = 0;
    for (const one of wanted) {
        let top = null;
        for (const item of items) {
            const result = matchText(item.kind === 'gen' ? item.body : item, one, fold);
            if (result === null)
                continue;
            used.add(item);
            top = Math.max(top ?? 0, result);
        }
        if (top === null)
            return null;
        score += top;
    }
    return items.every((item) => used.has(item) || maybeAbsent(item)) ? score : null;
}
function matchText(source, planned, fold) {
    if (isUnknown(planned))
        return 0;
    if (source.kind === 'alt')
        return best(source.options.map((option) => matchText(option, planned, fold)));
    if (source.kind === 'any')
        return 0;
    if (source.kind !== 'string' && source.kind !== 'primitive')
        return null;
    if (typeof planned === 'object')
        return null;
    const text = (0,values_value/* textOf */.b6)(source);
    const wanted = fold(String(planned));
    if ((0,iam_text/* isPlain */.$i)(text))
        return fold(text) === wanted ? EQUAL : null;
    if (!fits(text, wanted, fold) && !fits(text, String(planned), (piece) => piece))
        return null;
    return text.some((piece) => typeof piece === 'string') ? PARTLY : 0;
}
/** Whether a text with unknown stretches can be the planned one. */
function fits(text, planned, fold) {
    let at = 0;
    for (const [i, piece] of text.entries()) {
        if (typeof piece !== 'string')
            continue;
        const wanted = fold(piece);
        const last = i === text.length - 1;
        const found = i === 0 ? 0 : last ? planned.length - wanted.length : planned.indexOf(wanted, at);
        if (found < at || !planned.startsWith(wanted, found))
            return false;
        at = found + wanted.length;
    }
    return true;
}
function best(results) {
    const scores = results.filter((one) => one !== null);
    return scores.length === 0 ? null : Math.max(...scores);
}
function asList(value) {
    return Array.isArray(value) ? value : [value];
}
/** A leaf that the plan itself does not know. No policy holds null. */
function isUnknown(planned) {
    return planned === null || planned === undefined || (0,policy_documents/* isUnknownValue */.GB)(planned) || planned instanceof SourceUnknown;
}

;// CONCATENATED MODULE: ./lib/terraform/trace/candidates.js


/** The statements in a list of evaluated ones. */
function candidatesOf(statements) {
    const list = [];
    let closed = true;
    const add = (value, certain) => {
        if (value.kind === 'object') {
            list.push({ value, certain });
            return;
        }
        closed = false;
        if (value.kind === 'gen')
            add(value.body, false);
        if (value.kind === 'alt')
            for (const option of value.options)
                add(option, false);
    };
    for (const statement of statements)
        add(statement, true);
    return { list, closed };
}
/** Two literals besides the effect, or a literal and a part: less could be a coincidence. */
const ENOUGH = 4;
/**
 * The candidate of a planned statement, or null: no candidate fits (the sources are not those of the plan, or cannot be
 * followed), or several fit equally well.
 */
function chooseCandidate(planned, index, count, candidates) {
    const compatible = [];
    for (const candidate of candidates.list) {
        const score = matchStatement(candidate.value, planned);
        if (score !== null && score > 0)
            compatible.push({ candidate, score });
    }
    const inPlace = candidates.closed && candidates.list.length === count ? candidates.list[index] : undefined;
    const atIndex = compatible.find(({ candidate }) => candidate === inPlace);
    const sameSid = compatible.filter(({ candidate }) => candidates_sidOf(candidate.value) !== null && candidates_sidOf(candidate.value) === planned.Sid);
    const named = sameSid.find((one) => one === atIndex) ?? lastOf(sameSid);
    if (named !== undefined)
        return { candidate: named.candidate, method: 'sid' };
    const [first] = compatible;
    if (first === undefined)
        return null;
    if (compatible.every(({ candidate }) => samePlace(candidate, first.candidate))) {
        return { candidate: first.candidate, method: first.score >= ENOUGH ? 'structure' : 'medium' };
    }
    if (atIndex !== undefined)
        return { candidate: atIndex.candidate, method: 'index' };
    const top = Math.max(...compatible.map(({ score }) => score));
    const best = compatible.filter(({ score }) => score === top);
    const [winner] = best;
    if (winner === undefined || !best.every(({ candidate }) => samePlace(candidate, winner.candidate)))
        return null;
    return { candidate: winner.candidate, method: 'medium' };
}
/** Of several statements with the Sid, the last one that is certain overrides the others. */
function lastOf(sameSid) {
    return sameSid.findLast(({ candidate }) => candidate.certain) ?? sameSid.at(-1);
}
function candidates_sidOf(statement) {
    const sid = (0,values_value/* member */.Dc)(statement, 'Sid');
    const text = sid === null ? null : (0,values_value/* knownString */.Xb)(sid.value);
    return text === '' ? null : text;
}
function samePlace(a, b) {
    const [one, other] = [a.value.origin, b.value.origin];
    if (one === null || other === null)
        return one === other;
    return one.file === other.file && one.start === other.start && one.end === other.end;
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/list-functions.js





const same = ([value]) => value ?? null;
/** Functions over lists, sets and maps. */
const LIST_FUNCTIONS = {
    concat: (args, origin) => concatenated(args, origin),
    flatten: ([list], origin) => (list === undefined ? null : (0,values_value/* tuple */.PV)(flatten(list, 0), origin)),
    compact: ([list], origin) => {
        return list === undefined ? null : listOf(spread(list).flatMap(compactItem).map(asText), origin);
    },
    distinct: ([list], origin) => unique(list, origin),
    toset: ([list], origin) => (list === undefined ? null : setOf(spread(list), list.origin ?? origin)),
    setunion: (args, origin) => setOf(args.flatMap(spread), origin),
    tolist: ([list], origin) => (list === undefined ? null : listOf(spread(list), list.origin ?? origin)),
    tomap: ([map]) => (map === undefined ? null : asMap(map)),
    sensitive: same,
    nonsensitive: same,
    ephemeralasnull: same,
    sort: ([list], origin) => sorted(list, origin),
    reverse: ([list], origin) => (list?.kind === 'tuple' ? sliceOf(list, [...list.items].reverse(), origin) : null),
    keys: ([map], origin) => {
        const entries = map?.kind === 'object' ? entriesOf(map) : null;
        return (entries &&
            (0,values_value/* tuple */.PV)(entries.map(({ key }) => key), origin));
    },
    values: ([map], origin) => {
        if (map?.kind !== 'object')
            return null;
        const entries = entriesOf(map);
        return (0,values_value/* tuple */.PV)(entries?.map(({ value }) => value) ?? spread(map), origin);
    },
    length: ([value], origin) => lengthOf(value, origin),
    element: ([list, index]) => {
        if (list?.kind !== 'tuple' || index === undefined || list.items.length === 0)
            return null;
        const at = Number((0,values_value/* knownString */.Xb)(index) ?? Number.NaN);
        return getIndex(list, (0,values_value/* primitive */.MY)(at % list.items.length), 'an item');
    },
    one: ([list]) => {
        if (list?.kind !== 'tuple')
            return null;
        const [item] = list.items;
        if (item === undefined)
            return { kind: 'null', origin: null };
        return item.kind === 'gen' ? (0,values_value/* alternatives */.Vo)([item.body, { kind: 'null', origin: null }], null) : item;
    },
    lookup: ([map, key, fallback]) => lookup(map, key, fallback),
    coalesce: (args) => coalesce(args, (value) => value.kind === 'null' || (0,values_value/* knownString */.Xb)(value) === ''),
    coalescelist: (args) => coalesce(args, (value) => value.kind === 'null' || isEmptyList(value)),
    contains: ([list, wanted], origin) => contains(list, wanted, origin),
    alltrue: ([list], origin) => quantified(list, true, origin),
    anytrue: ([list], origin) => quantified(list, false, origin),
    zipmap: ([names, values], origin) => zipmap(names, values, origin),
    range: (args, origin) => range(args, origin),
    slice: ([list, from, to], origin) => {
        if (list?.kind !== 'tuple' || list.items.some(({ kind }) => kind === 'gen'))
            return null;
        const start = numeric(from);
        const end = numeric(to);
        return start === null || end === null ? null : sliceOf(list, list.items.slice(start, end), origin);
    },
};
function numeric(value) {
    const number = value === undefined ? Number.NaN : Number((0,values_value/* knownString */.Xb)(value) ?? Number.NaN);
    return Number.isFinite(number) ? number : null;
}
function flatten(value, depth) {
    if (depth > 20)
        return [possible((0,values_value/* any */.bz)('nested lists'))];
    if (value.kind === 'tuple')
        return value.items.flatMap((item) => flattenItem(item, depth));
    return value.kind === 'alt'
        ? value.options.flatMap((option) => flatten(option, depth + 1).map(possible))
        : spread(value);
}
function flattenItem(item, depth) {
    if (item.kind === 'tuple')
        return flatten(item, depth + 1);
    if (item.kind === 'gen')
        return flattenItem(item.body, depth + 1).map(possible);
    if (item.kind === 'alt')
        return item.options.flatMap((option) => flattenItem(option, depth + 1).map(possible));
    return [item.kind === 'any' ? possible(item) : item];
}
/** Empty strings and null are left out. */
function compactItem(item) {
    if (item.kind === 'null' || (0,values_value/* knownString */.Xb)(item) === '')
        return [];
    if (item.kind === 'alt')
        return item.options.flatMap(compactItem).map(possible);
    return [item.kind === 'any' ? possible(item) : item];
}
function unique(list, origin) {
    if (list === undefined)
        return null;
    const items = unified(spread(list));
    const mayEqual = (item) => items.length > MAX_COMPARED || items.some((other) => other !== item && equals(item, other) !== false);
    return listOf(distinctItems(items, mayEqual), list.origin ?? origin);
}
/** Comparing every item with every other one takes the square of their number. */
const MAX_COMPARED = 100;
function concatenated(args, origin) {
    const joined = (0,values_value/* tuple */.PV)(args.flatMap(spread), origin);
    return args.some((one) => one.kind === 'tuple' && one.shape === 'tuple') ? { ...joined, shape: 'tuple' } : joined;
}
/** A part of a list is a list, one of a tuple a tuple. */
function sliceOf({ shape }, items, origin) {
    return shape === undefined
        ? (0,values_value/* tuple */.PV)(items, origin)
        : { ...(0,values_value/* tuple */.PV)(items, origin), shape: shape === 'tuple' ? shape : 'list' };
}
function asText(item) {
    return item.kind === 'gen' ? item : toPrimitive(item, 'string');
}
/** The members of a map are of one type. */
function asMap(value) {
    if (value.kind !== 'object')
        return loosen(value);
    const members = (0,values_value/* effectiveMembers */.b5)(value);
    const values = unified(members.map((one) => one.value));
    return { ...value, shape: 'map', members: members.map((one, i) => ({ ...one, value: values[i] ?? one.value })) };
}
function sorted(list, origin) {
    if (list?.kind !== 'tuple')
        return null;
    const keyed = list.items.map((item) => ({ item, text: (0,values_value/* knownString */.Xb)(item) }));
    // An item that may stand anywhere stands first and may be there or not: no place is certain then.
    if (keyed.length > 1 && keyed.some(({ text }) => text === null)) {
        const open = keyed.filter(({ text }) => text === null);
        const known = keyed.filter(({ text }) => text !== null);
        return listOf([...open.map(({ item }) => possible(item)), ...known.map(({ item }) => item)], origin);
    }
    return listOf(keyed.sort((a, b) => (0,compare/* compareText */.n)(a.text ?? '', b.text ?? '')).map(({ item }) => asText(item)), origin);
}
function lengthOf(value, origin) {
    if (value?.kind === 'tuple' && value.items.every(({ kind }) => kind !== 'gen'))
        return (0,values_value/* primitive */.MY)(value.items.length, origin);
    if (value?.kind === 'object' && !value.open)
        return (0,values_value/* primitive */.MY)((0,values_value/* effectiveMembers */.b5)(value).length, origin);
    // Terraform counts what a reader takes for a character, which may be several of these.
    if (value?.kind === 'string' && /^[\x20-\x7e]*$/.test((0,values_value/* knownString */.Xb)(value) ?? '\n'))
        return (0,values_value/* primitive */.MY)(((0,values_value/* knownString */.Xb)(value) ?? '').length, origin);
    if (value?.kind === 'alt') {
        const options = value.options.map((option) => lengthOf(option, origin));
        return options.every((option) => option !== null) ? (0,values_value/* alternatives */.Vo)(options, origin) : null;
    }
    return null;
}
function lookup(map, key, fallback) {
    const name = key === undefined ? null : (0,values_value/* knownString */.Xb)(key);
    if (map?.kind !== 'object' || key === undefined) {
        return map?.kind === 'alt'
            ? (0,values_value/* alternatives */.Vo)(map.options.map((option) => lookup(option, key, fallback) ?? (0,values_value/* any */.bz)('a member')), null)
            : null;
    }
    if (name === null)
        return getIndex(map, key, 'a member');
    const found = (0,values_value/* effectiveMembers */.b5)(map).find((one) => one.name === name);
    if (found !== undefined)
        return found.value;
    // The default is converted to the type of a map's members.
    const standIn = fallback === undefined ? [] : [map.shape === 'object' ? fallback : loosen(fallback)];
    return map.open ? (0,values_value/* alternatives */.Vo)([(0,values_value/* any */.bz)('a member'), ...standIn], null) : (standIn[0] ?? null);
}
/** The first value that is not empty; an undecided one leaves the later ones possible. */
function coalesce(args, isEmpty) {
    const options = [];
    for (const arg of args) {
        if (isEmpty(arg))
            continue;
        options.push(...(arg.kind === 'alt' ? arg.options.filter((option) => !isEmpty(option)) : [arg]));
        if (arg.kind !== 'any' && arg.kind !== 'alt')
            break;
    }
    return options.length === 0
        ? (0,values_value/* failing */.Jr)('a list of nothing but empty values')
        : (0,values_value/* alternatives */.Vo)(args.length === 1 ? options : options.map((option) => unified([option, ...args])[0] ?? option), null);
}
function isEmptyList(value) {
    return value.kind === 'tuple' && value.items.length === 0;
}
function contains(list, wanted, origin) {
    if (list?.kind !== 'tuple' || wanted === undefined)
        return null;
    const results = list.items.map((item) => (item.kind === 'gen' ? null : equals(item, wanted)));
    if (results.includes(true))
        return (0,values_value/* primitive */.MY)(true, origin);
    return results.every((one) => one === false) ? (0,values_value/* primitive */.MY)(false, origin) : null;
}
function quantified(list, all, origin) {
    if (list?.kind !== 'tuple')
        return null;
    const results = list.items.map((item) => (item.kind === 'gen' ? null : decideCondition(item)));
    if (results.includes(!all))
        return (0,values_value/* primitive */.MY)(!all, origin);
    return results.every((one) => one === all) ? (0,values_value/* primitive */.MY)(all, origin) : null;
}
function zipmap(names, values, origin) {
    if (names?.kind !== 'tuple' || values?.kind !== 'tuple' || !(0,values_value/* isKnown */.qE)(names))
        return null;
    const members = names.items.flatMap((name, i) => {
        const value = values.items[i];
        return value === undefined ? [] : [{ name: (0,values_value/* knownString */.Xb)(name) ?? '', value, origin: null }];
    });
    return { kind: 'object', members, open: false, origin };
}
function range(args, origin) {
    const numbers = args.map(numeric);
    const [first, second, third] = numbers;
    if (first === null || first === undefined || second === null || third === null)
        return null;
    const [from, to] = second === undefined ? [0, first] : [first, second];
    const step = third ?? (to >= from ? 1 : -1);
    const count = step === 0 ? Number.NaN : Math.ceil((to - from) / step);
    if (!(count >= 0 && count <= MAX_RANGE))
        return null;
    return listOf(Array.from({ length: count }, (_, i) => (0,values_value/* primitive */.MY)(from + i * step)), origin);
}
const MAX_RANGE = 1024;

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/text-functions.js








/** Functions over strings and JSON text. */
const TEXT_FUNCTIONS = {
    jsonencode: ([value], origin) => (value === undefined ? null : { kind: 'json', document: value, origin }),
    jsondecode: ([value]) => decoded(value),
    tostring: ([value]) => (value === undefined ? null : toPrimitive(value, 'string')),
    tonumber: ([value], origin) => {
        const text = value === undefined ? null : (0,values_value/* knownString */.Xb)(value);
        const number = numberIn(text);
        if (number === null)
            return text === null ? null : (0,values_value/* failing */.Jr)('a text that is no number');
        return (0,values_value/* primitive */.MY)(number, origin);
    },
    tobool: ([value], origin) => {
        const text = value === undefined ? null : (0,values_value/* knownString */.Xb)(value);
        const bool = boolIn(text);
        if (bool === null)
            return text === null ? null : (0,values_value/* failing */.Jr)('a text that is no bool');
        return (0,values_value/* primitive */.MY)(bool, origin);
    },
    lower: ([value], origin) => mapped(value, (text) => text.toLowerCase(), origin),
    upper: ([value], origin) => mapped(value, (text) => text.toUpperCase(), origin),
    title: ([value], origin) => mapped(value, (text) => text.replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, titled), origin),
    trimspace: ([value]) => (value === undefined ? null : trimmed(value)),
    chomp: ([value]) => (value === undefined ? null : trimmed(value)),
    trimprefix: ([value, prefix], origin) => whole([value, prefix], origin, (text = '', cut = '') => (text.startsWith(cut) ? text.slice(cut.length) : text)),
    trimsuffix: ([value, suffix], origin) => whole([value, suffix], origin, (text = '', cut = '') => cut !== '' && text.endsWith(cut) ? text.slice(0, -cut.length) : text),
    basename: ([value], origin) => whole([value], origin, (text = '') => baseName(text)),
    dirname: ([value], origin) => whole([value], origin, (text = '') => (text.includes('/') ? text.slice(0, text.lastIndexOf('/')) : '.')),
    abspath: ([value]) => value ?? null,
    startswith: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.startsWith(part), origin),
    endswith: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.endsWith(part), origin),
    strcontains: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.includes(part), origin),
    substr: ([value, from, length], origin) => whole([value, from, length], origin, (text = '', start = '0', count = '-1') => {
        const begin = Number(start) < 0 ? text.length + Number(start) : Number(start);
        return Number(count) < 0 ? text.slice(begin) : text.slice(begin, begin + Number(count));
    }),
    replace: ([value, from, to], origin) => replaced(value, from, to, origin),
    join: ([separator, ...lists], origin) => text_functions_joined(separator, lists, origin),
    split: ([separator, value], origin) => {
        const by = separator === undefined ? null : (0,values_value/* knownString */.Xb)(separator);
        const text = value === undefined ? null : (0,values_value/* knownString */.Xb)(value);
        return by === null || text === null || by === ''
            ? null
            : listOf(text.split(by).map((item) => (0,values_value/* plainString */.Sx)(item)), origin);
    },
    format: ([format, ...args], origin) => formatted(format, args, origin),
    formatlist: (args, origin) => formatList(args, origin),
};
function titled(_whole, before, letter) {
    return before + letter.toUpperCase();
}
function string(text, origin) {
    return { kind: 'string', text, origin };
}
function decoded(value) {
    if (value === undefined)
        return null;
    const document = parsedDocument(value);
    if (document !== null)
        return document;
    const text = (0,values_value/* knownString */.Xb)(value);
    if (text === null || isTooDeep(text))
        return null;
    return parseJson(text, () => value.origin) ?? (0,values_value/* failing */.Jr)('a text that is no JSON');
}
function mapped(value, change, origin) {
    return value?.kind === 'string' ? string((0,iam_text/* mapStrings */.to)(value.text, change), origin) : null;
}
/** White space around JSON text means nothing, so what it is the text of stays. */
function trimmed(value) {
    if (value.kind === 'json')
        return value;
    if (value.kind !== 'string')
        return null;
    return (0,iam_text/* isPlain */.$i)(value.text) ? { ...value, text: value.text.trim() } : value;
}
/** Applies a function when all its arguments are known strings. */
function whole(args, origin, change) {
    const texts = args.filter((arg) => arg !== undefined).map(values_value/* knownString */.Xb);
    return texts.every((text) => text !== null) ? (0,values_value/* plainString */.Sx)(change(...texts), origin) : null;
}
function tested(value, wanted, test, origin) {
    const text = value === undefined ? null : (0,values_value/* knownString */.Xb)(value);
    const part = wanted === undefined ? null : (0,values_value/* knownString */.Xb)(wanted);
    return text === null || part === null ? null : (0,values_value/* primitive */.MY)(test(text, part), origin);
}
/** In a document every string is changed. A pattern between slashes is a regular expression and is not followed. */
function replaced(value, from, to, origin) {
    const wanted = from === undefined ? null : (0,values_value/* knownString */.Xb)(from);
    if (value === undefined || to === undefined || wanted === null || wanted === '' || isRegex(wanted))
        return null;
    const text = (0,values_value/* textOf */.b6)(to);
    const change = (part) => replaceIn(part, wanted, text);
    const document = parsedDocument(value);
    if (document !== null)
        return jsonOf(mapTexts(document, change, 0));
    return value.kind === 'string' ? string(change(value.text), origin) : null;
}
function isRegex(text) {
    return text.length > 1 && text.startsWith('/') && text.endsWith('/');
}
function replaceIn(text, from, to) {
    const inserted = (0,iam_text/* isPlain */.$i)(to) ? [to] : to;
    const pieces = (0,iam_text/* isPlain */.$i)(text) ? [text] : text;
    return (0,iam_text/* joinText */._V)(pieces.flatMap((piece) => {
        if (typeof piece !== 'string')
            return [piece];
        return piece.split(from).flatMap((part, i) => (i === 0 ? [part] : [...inserted, part]));
    }));
}
function mapTexts(value, change, depth) {
    if (depth > 100)
        return (0,values_value/* any */.bz)('something deeply nested');
    const inner = (one) => mapTexts(one, change, depth + 1);
    switch (value.kind) {
        case 'string':
            return { kind: 'string', text: change(value.text), origin: value.origin };
        case 'tuple':
            return { ...value, items: value.items.map(inner) };
        case 'alt':
            return { ...value, options: value.options.map(inner) };
        case 'gen':
            return { ...value, body: inner(value.body) };
        case 'object':
            return { ...value, members: (0,values_value/* effectiveMembers */.b5)(value).map((one) => ({ ...one, value: inner(one.value) })) };
        default:
            return value;
    }
}
function text_functions_joined(separator, lists, origin) {
    const by = separator === undefined ? null : (0,values_value/* knownString */.Xb)(separator);
    const items = lists.flatMap(spread);
    if (by === null || items.some(({ kind }) => kind === 'gen'))
        return null;
    const [only, ...others] = items;
    // A list of one is that one: `join("", data.aws_iam_policy_document.x[*].json)`.
    if (others.length === 0 && (only?.kind === 'string' || only?.kind === 'json'))
        return only;
    return string((0,iam_text/* joinText */._V)(items.flatMap((item, i) => {
        const text = (0,values_value/* textOf */.b6)(item);
        return [...(i === 0 ? [] : [by]), ...((0,iam_text/* isPlain */.$i)(text) ? [text] : text)];
    })), origin);
}
/** The verbs `%s`, `%v` and `%d`, and `%%`; any other gives nothing. */
function formatted(format, args, origin) {
    const pattern = format === undefined ? null : (0,values_value/* knownString */.Xb)(format);
    if (pattern === null)
        return null;
    const pieces = [];
    let used = 0;
    for (const part of pattern.split(/(%%|%[a-z])/)) {
        if (part === '%%')
            pieces.push('%');
        else if (/^%[svd]$/.test(part)) {
            const arg = args[used++];
            if (arg === undefined)
                return null;
            pieces.push((0,values_value/* textOf */.b6)(arg));
        }
        else if (part.includes('%'))
            return null;
        else
            pieces.push(part);
    }
    return string((0,iam_text/* joinText */._V)(pieces.flatMap((piece) => ((0,iam_text/* isPlain */.$i)(piece) ? [piece] : piece))), origin);
}
/** Formats once for each item; arguments that are no lists are repeated. */
function formatList([format, ...args], origin) {
    const lists = args.map((arg) => (arg.kind === 'tuple' ? arg.items : null));
    const sizes = lists.flatMap((list) => (list === null ? [] : [list.length]));
    const [size] = sizes;
    if (size === undefined || sizes.some((other) => other !== size))
        return null;
    const items = Array.from({ length: size }, (_, i) => {
        const row = args.map((arg, k) => lists[k]?.[i] ?? arg);
        const made = row.some(({ kind }) => kind === 'gen') ? null : formatted(format, row, origin);
        return made ?? (0,values_value/* any */.bz)('a formatted text', origin);
    });
    return listOf(items, origin);
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/functions.js









/** Calls a function of Terraform's language. One that is not known here gives an unknown value. */
function callFunction(expr, scope, context) {
    const origin = expressionOrigin(expr, scope.file);
    const token = scope.file.text.slice(expr.start, Math.min(expr.end, expr.start + functions_MAX_TOKEN));
    const name = expr.name.startsWith('core::') ? expr.name.slice('core::'.length) : expr.name;
    if (name === 'try' || name === 'can')
        return attempt(name, expr, scope, context);
    const args = argumentsOf(expr, scope, context);
    if (args?.some(values_value/* isFailing */.DI) && isStrict(scope, context))
        return (0,values_value/* failing */.Jr)(token);
    if (args === null)
        return name === 'merge' ? openMerge(expr, scope, context) : (0,values_value/* any */.bz)(token, origin);
    if (!context.spend(weightOf(args)))
        return (0,values_value/* any */.bz)(token, origin);
    if (context.sources.edited && !argumentsFit(name, args))
        return (0,values_value/* failing */.Jr)(`the arguments of ${name}()`);
    const special = SPECIAL[name];
    const result = special ? special(args, expr, scope, context) : (PURE.get(name)?.(args, origin) ?? null);
    return result ?? (0,values_value/* any */.bz)(token, origin);
}
const functions_MAX_TOKEN = 120;
/** Functions that make lists or sets, whose elements must be of one type. */
const MAKE_LISTS = new Set(['tolist', 'toset', 'distinct', 'setunion', 'setintersection', 'setsubtract', 'matchkeys']);
/** Whether values have the types that a function needs; true where that is not known. */
function argumentsFit(name, args) {
    if (name === 'coalesce' || name === 'coalescelist')
        return haveOneType(args);
    return MAKE_LISTS.has(name) || name === 'tomap' ? haveOneType(args.flatMap(spread)) : true;
}
const PURE = new Map(Object.entries({ ...LIST_FUNCTIONS, ...TEXT_FUNCTIONS }));
const SPECIAL = {
    file: ([path], _expr, scope, context) => fileValue(path, scope, context),
    templatefile: ([path, variables], _expr, scope, context) => templateFile(path, variables, scope, context),
    merge: (args, expr, scope) => mergeObjects(args, mergeOrigin(expr, scope)),
};
/** Null when the last argument is spread and it is not known into how many. */
function argumentsOf(expr, scope, context) {
    const args = expr.args.map((arg) => context.evaluate(arg, scope));
    if (!expr.expand)
        return args;
    const last = args.at(-1);
    const items = last?.kind === 'tuple' ? last.items : null;
    return items === null || items.some(({ kind }) => kind === 'gen') ? null : [...args.slice(0, -1), ...items];
}
/** An argument of `try` or `can`, and whether a part of it may be an error; an inner `try` keeps that to itself. */
function tried(arg, scope, context) {
    const outer = context.mayFail;
    context.mayFail = false;
    const value = context.evaluate(arg, { ...scope, tried: true });
    const { mayFail } = context;
    context.mayFail = outer;
    return { value, mayFail };
}
/** `try` takes its first argument that works: which one that is, is only certain for what is known. */
function attempt(name, expr, scope, context) {
    const origin = expressionOrigin(expr, scope.file);
    const options = [];
    for (const arg of expr.args) {
        const { value, mayFail } = tried(arg, scope, context);
        if ((0,values_value/* isFailing */.DI)(value)) {
            if (name === 'can')
                return (0,values_value/* primitive */.MY)(false, origin);
            continue;
        }
        const choices = value.kind === 'alt' ? value.options : [value];
        options.push(...choices.filter((option) => !(0,values_value/* isFailing */.DI)(option)));
        if (name === 'can' && (mayFail || choices.some(values_value/* isFailing */.DI)))
            return (0,values_value/* any */.bz)('whether it works', origin);
        if (!mayFail && choices.every(({ kind }) => kind !== 'any'))
            break;
    }
    if (name === 'can') {
        const [first] = options;
        return first !== undefined && (0,values_value/* isKnown */.qE)(first) ? (0,values_value/* primitive */.MY)(true, origin) : (0,values_value/* any */.bz)('whether it works', origin);
    }
    return options.length === 0 ? (0,values_value/* any */.bz)('try()', origin) : (0,values_value/* alternatives */.Vo)(options, origin);
}
/** Of a list that is not known to the end it is not known how many objects come last. */
function openMerge(expr, scope, context) {
    const args = expr.args.map((arg) => context.evaluate(arg, scope));
    const last = args.at(-1);
    return mergeObjects([...args.slice(0, -1), ...(last === undefined ? [] : spread(last))], mergeOrigin(expr, scope));
}
function mergeOrigin(expr, scope) {
    const span = { file: scope.file, start: expr.start, end: expr.end };
    return scope.file.kind === 'json' ? { ...span, style: 'tf-json' } : { ...span, style: 'merge', node: expr };
}

;// CONCATENATED MODULE: ./lib/terraform/hcl/evaluate/index.js










/** Nested evaluations (references into references) beyond this are unknown. */
const evaluate_MAX_DEPTH = 150;
/** Steps of one evaluation; a policy of a person takes a few hundred. */
const evaluate_MAX_STEPS = 200_000;
/**
 * Evaluates expressions as far as the sources say, and remembers where each value was written. Nothing fails: what
 * cannot be known is an `any`.
 */
class Evaluator {
    sources;
    mayFail = false;
    #depth = 0;
    #steps = 0;
    constructor(sources) {
        this.sources = sources;
    }
    /** Whether the limit of work was reached: what was found since is not to be kept. */
    get exhausted() {
        return this.#steps > evaluate_MAX_STEPS;
    }
    /** Starts a new account of work. */
    restart() {
        this.#steps = 0;
    }
    spend(steps) {
        this.#steps += steps;
        return !this.exhausted;
    }
    text(parts, scope, decode) {
        return textOfParts(parts, scope, this, decode);
    }
    evaluate(expr, scope) {
        if (this.#depth >= evaluate_MAX_DEPTH || !this.spend(1))
            return (0,values_value/* any */.bz)('too deep to follow', expressionOrigin(expr, scope.file));
        this.#depth++;
        try {
            const value = this.#expr(expr, scope);
            if (scope.tried && isDoubtful(expr, value, scope))
                this.mayFail = true;
            return value;
        }
        finally {
            this.#depth--;
        }
    }
    #expr(expr, scope) {
        const origin = expressionOrigin(expr, scope.file);
        switch (expr.kind) {
            case 'literal':
                return expr.value === null ? { kind: 'null', origin } : (0,values_value/* primitive */.MY)(expr.value, origin);
            case 'template':
                return evaluateTemplate(expr, scope, this);
            case 'tuple':
                return this.#tuple(expr, scope);
            case 'object':
                return this.#object(expr, scope);
            case 'for':
                return this.#for(expr, scope);
            case 'variable':
            case 'get':
            case 'index':
                return this.#traversal(expr, scope);
            case 'splat':
                return this.#splat(expr, scope);
            case 'call':
                return callFunction(expr, scope, this);
            case 'conditional':
                return this.#conditional(expr, scope);
            case 'binary':
                return this.#binary(expr, scope);
            case 'unary':
                return unary(expr.operator, this.evaluate(expr.operand, scope), origin);
            default:
                return (0,values_value/* any */.bz)('something that cannot be read', origin);
        }
    }
    #binary(expr, scope) {
        let failed = false;
        const operand = (side) => () => {
            const value = this.evaluate(side, scope);
            failed ||= (0,values_value/* isFailing */.DI)(value);
            return value;
        };
        const result = binary(expr.operator, operand(expr.left), operand(expr.right), expressionOrigin(expr, scope.file));
        return failed && isStrict(scope, this) ? (0,values_value/* failing */.Jr)('an operation on an error') : result;
    }
    #conditional(expr, scope) {
        const condition = this.evaluate(expr.condition, scope);
        if ((0,values_value/* isFailing */.DI)(condition) && isStrict(scope, this))
            return condition;
        const decided = decideCondition(condition);
        if (decided !== null && !this.sources.edited) {
            const [chosen, other] = decided ? [expr.yes, expr.no] : [expr.no, expr.yes];
            return resultOf(this.evaluate(chosen, scope), literalOf(other));
        }
        const yes = this.evaluate(expr.yes, scope);
        const no = this.evaluate(expr.no, scope);
        if (this.sources.edited && !haveOneType([yes, no]))
            return (0,values_value/* failing */.Jr)('a conditional with results of two types');
        if (decided !== null)
            return decided ? resultOf(yes, no) : resultOf(no, yes);
        return (0,values_value/* alternatives */.Vo)(unified([yes, no]), expressionOrigin(expr, scope.file));
    }
    #tuple(expr, scope) {
        const items = expr.items.map((item) => this.evaluate(item, scope));
        if (items.some(values_value/* isFailing */.DI) && isStrict(scope, this))
            return (0,values_value/* failing */.Jr)('a list with an error in it');
        return { kind: 'tuple', items, shape: 'tuple', origin: expressionOrigin(expr, scope.file) };
    }
    #object(expr, scope) {
        const written = [];
        // Those before a key that is not known may be replaced by it.
        let open = 0;
        let isOpen = false;
        for (const element of expr.elements) {
            const name = element.name ?? (0,values_value/* knownString */.Xb)(this.evaluate(element.key, scope));
            const origin = {
                file: scope.file,
                start: element.start,
                end: element.end,
                element: { object: expr, node: element },
            };
            if (name !== null)
                written.push({ name, value: this.evaluate(element.value, scope), origin });
            else {
                isOpen = true;
                open = written.length;
            }
        }
        const members = [...unsure(written.slice(0, open)), ...written.slice(open)];
        if (members.some(({ value }) => (0,values_value/* isFailing */.DI)(value)) && isStrict(scope, this))
            return (0,values_value/* failing */.Jr)('an object with an error in it');
        return { kind: 'object', members, open: isOpen, shape: 'object', origin: objectOrigin(expr, scope.file) };
    }
    #traversal(expr, scope) {
        const reference = isReference(expr, scope);
        if (reference !== null)
            return resolve(reference, expr, scope, this);
        const token = scope.file.text.slice(expr.start, Math.min(expr.end, expr.start + evaluate_MAX_TOKEN));
        if (expr.kind === 'variable') {
            const bound = lookupEnv(scope.env, expr.name);
            if (bound === null && scope.template === 'closed')
                return (0,values_value/* failing */.Jr)(token);
            return bound ?? (0,values_value/* any */.bz)(qualified(scope.module, token), expressionOrigin(expr, scope.file));
        }
        if (expr.kind === 'get')
            return getAttribute(this.evaluate(expr.target, scope), expr.name, token);
        if (expr.kind !== 'index')
            return (0,values_value/* any */.bz)(token, expressionOrigin(expr, scope.file));
        return getIndex(this.evaluate(expr.target, scope), this.evaluate(expr.key, scope), token);
    }
    #splat(expr, scope) {
        const origin = expressionOrigin(expr, scope.file);
        const step = (item) => expr.steps.reduce((value, one) => typeof one === 'string'
            ? getAttribute(value, one, 'an attribute')
            : getIndex(value, this.evaluate(one, scope), 'an item'), item);
        return (0,values_value/* mapOptions */.tS)(this.evaluate(expr.target, scope), (target) => {
            if (target.kind === 'null')
                return (0,values_value/* tuple */.PV)([], origin);
            if ((0,values_value/* isFailing */.DI)(target) && isStrict(scope, this))
                return target;
            if (target.kind === 'any')
                return (0,values_value/* any */.bz)(target.token.token, origin);
            const items = target.kind === 'tuple' ? target.items : [target];
            return (0,values_value/* tuple */.PV)(items.map((item) => (item.kind === 'gen' ? { ...item, body: step(item.body) } : step(item))), origin);
        });
    }
    #for(expr, scope) {
        const origin = expressionOrigin(expr, scope.file);
        return (0,values_value/* mapOptions */.tS)(this.evaluate(expr.collection, scope), (collection) => {
            if ((0,values_value/* isFailing */.DI)(collection) && isStrict(scope, this))
                return collection;
            const entries = entriesOf(collection);
            if (expr.key !== null)
                return this.#forObject(expr, entries, scope);
            if (entries === null)
                return tupleOf(this.#openItems(expr, collection, scope), origin);
            const items = [];
            for (const { key, value } of entries) {
                const inner = { ...scope, env: bindLoop(scope.env, expr.names, key, value) };
                const kept = expr.condition === null ? true : decideCondition(this.evaluate(expr.condition, inner));
                if (kept === false)
                    continue;
                const item = this.evaluate(expr.body, inner);
                items.push(kept === null ? possible(item) : item);
            }
            return tupleOf(items, origin);
        });
    }
    /** Any number of items like the body, with what is known of each item of an open list. */
    #openItems(expr, collection, scope) {
        const bodies = collection.kind === 'tuple' ? collection.items.map((item) => (item.kind === 'gen' ? item.body : item)) : [];
        const values = bodies.length > 0 ? bodies : [(0,values_value/* any */.bz)(expr.names.at(-1) ?? 'an item')];
        return values.map((value) => possible(this.evaluate(expr.body, { ...scope, env: bindLoop(scope.env, expr.names, (0,values_value/* any */.bz)('a key'), value) })));
    }
    #forObject(expr, entries, scope) {
        const origin = expressionOrigin(expr, scope.file);
        const members = [];
        const groups = new Map();
        let open = entries === null;
        for (const { key, value } of entries ?? []) {
            const inner = { ...scope, env: bindLoop(scope.env, expr.names, key, value) };
            const kept = expr.condition === null ? true : decideCondition(this.evaluate(expr.condition, inner));
            if (kept === false)
                continue;
            const name = expr.key === null ? null : (0,values_value/* knownString */.Xb)(this.evaluate(expr.key, inner));
            if (name === null || kept === null)
                open = true;
            if (name === null)
                continue;
            const item = this.evaluate(expr.body, inner);
            if (expr.grouped)
                groups.set(name, [...(groups.get(name) ?? []), kept === null ? possible(item) : item]);
            else
                members.push({ name, value: kept === null ? orMissing(item) : item, origin: null });
        }
        for (const [name, items] of groups)
            members.push({ name, value: tupleOf(items, null), origin: null });
        const object = { kind: 'object', members, open, shape: 'object', origin };
        return object;
    }
}
/** Whether a value may be an error: of an unknown value it is not known what it holds, nor what a function makes of it. */
function isDoubtful(expr, value, scope) {
    if (value.kind === 'alt')
        return value.options.some(values_value/* isFailing */.DI);
    if (value.kind !== 'any' || value.fails)
        return false;
    if (expr.kind === 'call' || expr.kind === 'splat')
        return true;
    return (expr.kind === 'get' || expr.kind === 'index') && !isPlainReference(expr, scope);
}
/** A member that may be missing. */
function orMissing(value) {
    return (0,values_value/* alternatives */.Vo)([value, { kind: 'null', origin: null }], value.origin);
}
function tupleOf(items, origin) {
    return { kind: 'tuple', items, shape: 'tuple', origin };
}
/** The chosen result of a conditional, which Terraform converts to the type that both have in common. */
function resultOf(chosen, other) {
    return chosen.kind === 'null' || other.kind === 'null' ? chosen : (unified([chosen, other])[0] ?? chosen);
}
/** What is plain to see of a value that is not needed. */
function literalOf(expr) {
    if (expr.kind === 'literal')
        return expr.value === null ? { kind: 'null', origin: null } : (0,values_value/* primitive */.MY)(expr.value);
    const plain = expr.kind === 'template' && expr.parts.every(({ kind }) => kind === 'text');
    return plain ? (0,values_value/* plainString */.Sx)('') : (0,values_value/* any */.bz)('the other result');
}
/** Longer expressions are cut where they stand for an unknown value. */
const evaluate_MAX_TOKEN = 200;

// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(8522);
;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/globals.js
/**
 * The CommonJS build of web-tree-sitter reads these two names when it starts, and an ES module has neither. Their values
 * only locate a WebAssembly file, and that is handed over as bytes.
 */
const scope = globalThis;
scope.__dirname ??= '';
scope.__filename ??= '';


// EXTERNAL MODULE: ./node_modules/web-tree-sitter/web-tree-sitter.cjs
var web_tree_sitter = __webpack_require__(551);
;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/grammar.js
/**
 * Made by scripts/embed-grammar.mjs; do not edit. Each constant is base64 of brotli of an unchanged file:
 * - web-tree-sitter.wasm of web-tree-sitter 0.27.2 (MIT)
 * - tree-sitter-terraform.wasm of @tree-sitter-grammars/tree-sitter-hcl 1.2.0 (Apache-2.0)
 * Their licence texts are in dist/licenses.txt.
 */
const RUNTIME = 'W/82cyKad5+xhG5DgIDq2p3bPDESoZ2jbZHk9D0X3KEgwHkAgfxvOS4AVVU1K0GFHDZ3/G5CSCi0nwq7oGkVhSVZs0YJWyrEHk2Ra+hB3WvJjHEYqWOZcLCfH8zJljd9rorP2fo86/R6cJqLhnTLCtITO02saNubw8ESl4o6m8SrQeOJ16ooFHVZyi70weGMDedVxleQJa0StgfrO235W1+WcPeBuXljD0KiUHj4Hb6Ky7JY0dxUinZeCanmCwOxtn/ew+dtKprQpjuOFkY+Ysul9HuEX1KyB2XiQbYSKwgbKxS27ug45tc8o/3eCcLfCea20Ryi26r61RrNUwAdt74CSggSbJklbvGIVx7h0//KWb5We9xebC2hlCsvcQfpuuwgHId/h/G6dAuTFSCUliieoDVlWQ+e97+y2n0Rr+xXfs+uN55gJqadDCeyUiIosqtCKHEnXdYQz3hJt12UQRYyyIj8sJAVaZDdk2P5w8LJtKcnkSxkJH8YqZDM7tnNXh+FsEZNqz5mKYmt2PZi71n2Eu3//7Lq3+2OuRGRWVk9/Y3r1zOfADnDoAgRAlqC/ydSM7+rqkESfN0zTSkDG84rbgBXwnIj6R069KUXgCAsBYcQC3IgR87ytNYhJzqNf05J9ofv0ZZVr+pL6jZQEI03CeAuw/EuJ7m0ND4ICayYy0x0Ye+fLQCgrKr/r+71hnhLgVRA2yWekSa6pudGqS0pevo05XSZuk7dphqxrtmSw0l+kgJcy1n9X3acXIkVKhbK1v9/UjXv+/8D82cwQ/6VYWkkQuL7CB1DHe5UH7qQVOd2baq2NJAukGCabppRiQx3JlFyuJ1J3AqToz3hdmynO7bbHXZUmGOdiJujk3CPKQ4kNOe1nC+CyoDcpJtTg+/7aZ/1f43Q1Zv/lu6Q7uM0m5mcUANtiATa9eQkOVA2CLqw8I782VcFZGRA4iNRqVSqz80D3N17bJ3lzVm7hnP+8/y1zn1tP3OwNbUAOFleiY/nrZWpftpFM64YG301CmD3jZArgC+DMV+1T8wMAJKitNo9pwTKsahcxT3n6leN4+tdNYZ/+32q5Cjr82loa5ErdYXrmpV1QriLvgHZMrwA0cIwL+kqJQ1qhu31sm9lP4fZIWz6++pTJ13DnYbUJ3j+L3con+Smjz2aS2Qu8F7gARdYqVo4YdtxlvV6YxIg9YV4/fj/y1L7Zvx9L15mFiB2/6ooFEG2JalvqG81dp2ZVSQl9Tcg9e1ujN075H33RSCfiWBFRFYJEZFVjcwE2CwDtsqQpwGSyqwqgFlFgF0gKR2AYuuA/TU91LeUur9zBKQ2pNrqW7ebM8tZO7Oyq/Hbvxvjli2No8aqd2PszvjF2q1mP/7XtFXF3HhaEucZhElCVe7Y//7udUpr6hBmNwm1qDS6Q4L//6aa7X/3vf9nnck/HMAhkpsru+j+H4B0SIDkFNV0nPlDiIMBcCRQWlsAlShtTJUDQYhakNLmWO1xlUIZctu5qFy2LrcorWOYHVbBfnOFEO5/yLI6+2nf2VNDCBACmH4zr6F2aff/zjCKCFuVodmnK/2xbiQEzLZl0WtM/xsSg+n+o9SlSBfzzpextzrn03a+u9dWRcQAAZKXuCZjVs/V9q7SRQWSTLIM06ruNEk7z+audrB5fgFCEl3GlHp7fntjOlERmSGQAeGslATCvgqFjWWtfPXxmuljrCpsvsctQ0REbMq9+98cF+y/RgFAWLu456MLf1Q363qjtzIb6kM1ra5EST2Q8WdWgroWkUm4DBV5hC6ZbiuzA6COFAJhhsZuVfrX85DOIcDoApWkBx+2tk6OUB3FTKDQ7/opag/6ZjClreUHVIPBr3pc7i+8pVJLdVWo3IxBVqu3rGtZpc/Esvy8G+/K8E0dJ2NLzVa/wPqrCQAKpticEhw5fKs1VrWPjE92X7FWppT+UUCfb46Ov418IZEKG7EWI+oAQdef2g2OzzUclw18aOIr9UfpL3kbOvGlR3c42wlxjHvShUPUp7ZSpO+aKndSOWBTalRweNzp29auU6MNPB/q/SRVpeom6ujwETZQyISJirTLp43zc4lKEnGAY5l1bTxiOyAK/i9iLuB0/uP/7/+pashTFVSN/OXA/THwnVgSgwpZVFDeiegFCjh0CGl/mF2ZZ9bGH6gie/Hz7wKkkgR/j5rKHS9LpL0XSaZfBOAm5VVcPSLO3wcu3KG+bb3C/KPwfudYIfAIwunyXpDEo5IJZZEIMmh2AmV4xBzB408aKaBv17kgBCSJMnFO/3cJ/xf7v1kMmv7iXrTEGXHCH/uyiAn/+DeFTd5y/xf9f3WUMjf87WSsg9KcbM+6+aiIFcJ3baw1sBA+uzDo7eyTY7Je2ZpNGKJRU9owTXOeYFEF90dNzRCga5yURqhGUwnv8wnRwuhM1osP/YTvVbWltRuDIKYtDOML8MtCxo+xudyYoTCfKC0FfRZRB5QpP8gsGX+nHkBOiZWOpOgYnDITol97cZiMT/iaZEwTUUeYCGWTbXGDTEjCQ5Bnn6TdlmOVivuH+QQ1ZA4AH/UDFFL3M8UEzGvWPDID/B65ZApC4voBMkl2YWfE/C4jlZSATAqGaR+qKrJPiuQNb9JazxQ86Wl4G1clrS/gRaJU6YChaVuK0WsOrKkQ14YHaa3jIk/mKO86MvGU09i+qFW9Gw3Q04AV7v4A7mS4kr24VB8zlZ1+gY4rGSDi4EOyC5lnC9R4sjNZwAS/3Wiys7iEnHDCpIogly4Hx5Ek6ldClr/ob1UhmIuncACjyGCR9XsEB8eeRCni2pNjR6YLVgUkgqs/SgtbEj0m3fFJccm3sCHrvRGRlohWGMYdIIoZQ8u3NEoJvYLIdEVkdwRTF+4O1bkewDTXsRos+QulW0SW+/AVukpFDYxM3Qf4MPMURGMNfjtPLcI43kIfs0hzPIU4VD0B1emqdJoMghAFhY3Y+7owKYdwGF3OwoTeYCtiOgC4nJgZBaMUgmL0cBQmV+thzYEZyosqtcJtAaT62AsLEYvWGI8C0rJjOtTmkWDbCvNouazbMAlM8SjWcWAcBLPlwog2EM36SrjIjJOp5nH14mQKLcDd/Z9M2ALh4v+PzGfT8eyV+L/Oppb+oKC6ys0CwPp+cSpC/MAhz6cHlNQQKf5HriG/8SyjfJz9Xp3DB8o3oAPY99G13KIJyXCHO5/m+8E7fG+dYPMIYO4rrpRXgc6hQbDYsl66hoerU9cBn0ObYZ5TtwNvoWIc/BGnjNnj0AIzHFZLHnsM+gmBS991gs3UkLQNRw8TKMPaGeGISNQ1y4IJS30B2Gebu3uwHgQpzDphSA1T19ge1iGiQJI1YIaGTmaLytJ3CYiaNsHtDlNuGidxMhPERLsPbWPwkbRzN7hEedHgdt0B9zgF+YxXONKFUALpVtkdyoiAsgoMAV4ncrwRcqhlgxoiJivtFGUvJhIAshEhQzzslhsEBMEKgcIRNVh+s6lVAcYnPI0J2pS428odvFaocUpxsJQQanMn7CoGkWcFT7HwEGeURY6bvfRzjhwTRi0q49HAhaW3Z5OhUm/Ucpq0XleHwN7BNQWdHkWctHtFuanN0OXjSbgoWQhyp5gM9xNizycadpqsgH8XozzGM3JqhakoQYUHjturdNntRcM4g3I00aeT0GhXe76/Mp/swvvz4goyKMYjH0O7G8pJpOe7AI2XbR2o3mtKPLh0gyK4JsW0vYwbRHrowns0YQaZgz2FOaJp60X2eibYcZc9uCnik9SfFJsi5Sq7G9+FBB26T1LEDrJb8m7EkIqdZkojqKzeXsS2bVjcmM3Cabt2UCXELSIp65GkfNRjN+nLhPH6NFL+m6N+46vDMkEGmWzoT6P+H9W5+8tBMhkBUN/BKyaR+YPiQnIRZ5FIxr0RslfVMPI9mW2V/38KRQxTZjdJZQLBUuTEgRRA/hRFYRRCwRREgzwpjIWwUBEsrAJFKPmRLw3xYh7MXZRQEeVTAeVQNmWROpGq9ytqoaJr22IV0hD74sxKO+AHoywtAo4Rjn8F1VWKlKZpKnffgMW+oJR2MZxZvc2CM0kWnPFLBJGoWiQI3CN3DeLu888c1ItSEJqRbMwfgadnJPbnJql3xZ6TJhwhZiJ98wkSpon9hUzc7xN987I4NxHtNoFk7feZ5AyKkj8xCtRbCBItRFmYcU4AZnx2oIqA8V9aajkOpSlRHxNMNlk3lr6X9QTZt6MB1X0JH7ecHIWqCYaPe06OqsqcgJxJiuhNHKPuCwU64xCW7A/xhJwT230hnA+U+gIU9eA0H8lNYA7k5Q80ucYl3T+RIYAgyf5GE9HuRYrY9o49GZzbuoSziyg+6CISJVYsq/p6kKpZzVrmTJo0JITNDb8HsuOBq4hVo5Fvlrk1PxtyvQaCOt25eGK4FBWw1gSWm6w9oNC5sJaBX6/siwvlJQa53ksQovU0IRcj88MM68gE4mZa52JkGnyfYKoHA1ImSSQiF6rDqv+7wHhlZm90NRxbMD3SMILPOAAR7j6tIlN9DfvDcdgfAJgRMDdf8DRhv1d4o+Kb8bMks7GhtP+gRZlDoRMlyyq8owMtoNgXtfd9Up+6MY+glNqz/sk8Rnh7rEjlBQTPTWWGzN5/od01KKgtJ08QGVyw/4oZ1TsCZ2ofyKeYmHDq+jS1N54TNBQB4xZJ2f5BKBNv0hILRDJD3o2RksP7DC8XZ8trYoA1w1kn6fx7xRU00aCu/gEAUif7BuYJGUGUZIFOCrz9Q4HuFiie5gyQezym1u3WnGg3O5Igy/aVGwOtDSA25/5ahr0hVUbuus+ZNnXNpAm2sqsNx6OcCkcs9XN3LFX/vEKqrHJZTmEbZoZRgrCYJUb9vngiyvSjYsrICHTIRFxB1EIm6AkxcggxhTVRNRK/uZngVZWNjEChYrsIjGo/i5HLKs5Qz63OfE2TqhhXsloWm8mjdHC6kpPKWmjvyQqU8fZ8WlVZRKD7vMc527XcR5NoQJnIIv6BvA8RJVf6uomCCO9wSCJmfqzrIlPdu25woUqVBUpJ1N1JR9A8pWWjgImruLtjMNj+e39bxZHTg8PVGQ314sJQ2B44FHp31tLq61ONa1kbWH2rOkXzs+1tLOsBGW0q0pdLLHFUnsLXc25142rpyilmu2wpkAxrnltDdlej8uJ8f/C5xuWVVxQnhsmw92SrNyzTM7n0I/3AYdr6A6T9TJjrzf+G1J4BNGDl9lCZPl3hnPjtM61pIODQSMLJm5+3oYh01T1LriaQcFGT1o6T/GB7gmjMsEw3rlwaRE3p0g4hMw2+WIC6pqprwJJfg1roKX7/INTQFZqOe54lnuKrY2rRRrvdSBvxLe9XIQ6xSd6h7m++idxtpB8S2puuMJSqTDA7CaR77on0A6O3wlKvl71sOKtjZUqKMgpiJFvPWxsmu4ecYF8bwiCC/NNbXvHeq0PQfW6weBjI2mMVnFm5sM4CSMDu8x7nfmki3BnqBoUlCmitCXcrJWiZhRnSum/+0Vy8S4AmKpRuBKIecbzS5iZBYY2uUOZH4Vfsqxaq3JUJvNB90p6x/8X1bcgdjHjDndSepGj2LdXRfw84nM/qUoE0aVUdvcAGPWA5LUNP7ka/2EQWVM/A6SS66bdZkUUAVxv5g4RslDQT5I4epQBPJ3rPbp9JES7z7Ybn015wG0Oo4nEjCiQlGNVcn6jrcj2F9GZPwPY8EdqtVP0UR6nplC8Zr78rxYcawOg5raUeLum9dtK2+oQ5Z05apx3zHpCwBCryNG6tTWTdGbLFJBYjGV/ww1XHU3tbPKdwOEYRvxlTblw8JVgH6anp6F+tf7+uOGw4+tCKklVYbs1va0k/nR94vqd3Hd//a/F7aCX/EO/G3xsUu6kR9aVT5J/m35ZLgbC8U8QiQkQnpFpwUywz9Y5m2jMCMsfSu61EWWIl/x/vRu/NZHim5jueaayKhtiXT5Hvo/m35UKU5ZnEE894H3pPZ06zVJgzYvcU31L889zb5//Mbzq7MXIu7i14guXbNYvEteX/0NPgDM7ze5tO0VwSnEd+lBKD2jBfC+0aMe4dmunWwvRcCHW7yHS31dKQFbmZp7gDBhuQecMPZz985jHAItP3Vps3+3+zkd8waLW9tX1nprWp5L1qIUu56YNaGZybeybh3cDXqDsQAs1s09m2DE2xwhQNE8GSHKn/2HpnsR8qgzMdleT2eAEVTLiuK6aV93QrHd7c7BvdBormZ8eyWSFRxvkiLTx19qRVe6ChxQR1bVAFvKxTZ6EW2xariU1kJpwyyLqQPwQ4nzj4s3zQ7f59G/KuhkhhqlpPSgtLd7sF58JD6MqlDpOPv21dV/GbS1RxGWlpU7Ms+QpDeyh8RgNcLduipnXJrhFDSqXYBk240LJtNWZVeceevfxF7C/5/HlHSr/K0qgiieS9oJ+JSiBpfBAQFBfNpcAvGlbkC5IMfqreXQO0PhRrZZkSswe4ZNBY85+bI8VyQ1YTAzNVcSNbh15IQJiu3G1dDdRkxgrj1jdElPkRvHKKcqX8i3GKPLXCIBppGkUTlgJtiBplpt6VexxLUZXfZGnSottdVE77D3UMDzxTFKY0Y04q6/s70Akx0eFuvuVukdtEGOyXJHx9FCFjDzmcSUYDPzoBElUQ/kG9aoW6zQhUsTlT+humnQZwfew8AOXHuAXCXd9uAW+qAercKGPEs6fvdrLysu8AcQnQVptv4Kzbevws5Ex7tAfO4VTO4QEQHhiNLqJYRwT+lQWQpySlNpCWZuOCrDaClJkfRPRLj3JW1uHzWshgwmuNh+7OaLMOMOKpXR+kWCToq3Wp/281WXtieIWf7Rzweb6+074uYoeBl5alNRDuupUh5cbDltzBhbpNG4R3EEdkgAfbGg5kaMZCscu0OxRZsrBEWiqoQzORxsrTKpD8KFWobzkF29TFzH6Pq7mLu/hRxv4xyIQiAf828YcnWE6ed2awWTR6G3UXmweDZ6uvG+weDa1tzQ6rV4S9kr+DpUje+C9cPzGEBz6jVd4OV9mKeYoGQa3PcTu42ix79JU8sc12Jry55bVyA2eM21Vfe/ET3/niUft3pAzhTJWGpIlW19+sozl+j+qBPTfZbHJuniLBpj6eML9OtikOMEeQ0QzvSdH5flVGFf1RFHnetgCbol64rdgWK+gf4ghAy5Hdii6QEafVyJeWC5lp6ExB6SMOtMlknsU2bOCMiApQ7bfy1Pn1Z4B3hdLLTMaYw2jmjMnu6eaOwmlDGJyXGKYUh6NwgaxtRdAGamVpA4IpWudFnkADOus93+DFXhAYWFX0XFSIwSPW7xHrPj2Niuc137R79pA0s78G2DCwagPAbMiWQMmwzsuRE6L1dpHfILKdg2lvURhenOMe56sDg8VF0lwD8zfAdC8eBqhzHMXtWz2wMR14OfY67TpT8bQXVtDjOVwTk1q28hGPL6OrQzL0DS733OTM/QA38rqghceHghJDAdCgFlPMENaa2MJB1xcAcDynwj3wjU0wKhAsvBfCMfcbPFPEro+5XmqlWhlYvWqmFta05ss+/TG3gzlxxzbECYtp98yFY4WsqU3Ix6mqelOwZEAOgbbACwPGabOlAwI4qFNEEb3sS/HUq4p1u6CMLVaFSbTFvTSFOQav5sWjou5UubMmo+BQGErQJDSBqm+vyihBoozpQ/LDiJKS/o1MH/Womv9fNb1Rq7PuxA492YFJ1iylnjPo1/WcBUmksKA5n2D7Sj6UyD8v76UYim2mDXsPDeGQjeWHZaxmVHFxhptLs16Y2YIw64VkakNAt9B6Cdbv3AiekHuYBgc1QWXY2OZw++vq3VtbTrH5UX1bC8Wue+zcwue4l0XhEAf/6ZgWSk68kCjwUagyBVH1GvV/Q8vkwn6KJ8GJVWtvKDPO26pvPP0A2h3UBpGtLlrB2bssBMFMsSwFPu0bSP9ZQNlm91TJmoWLaLYUDbP1LFbPJhdts23589Sn/aoDLxzVhNOpJsszHqoTKocl/S6LVOC8QZq7ybMEJ026hO8oehSsIsOpxoLHSzfdCnN3IunzXKkfC6YulMNYP97LNJ+mqVN9hmBD6kX7os30v8UJg8iK9+93G4/lG9fVFq1msCpLRT2b1ljQJx7TgbeUi703WSGP1gx1bzL0s2ZkK+SUQw46DEJ2XXb3pBdUbexzmU0TetPEXJx0Ym4mTmHFN5IbU0gloJA+4yzBwNZWRYkrgOdjB2eoP3eXF2K1okBphi6/EyKflQ8xXaahMgW2ChBXMrIVOWgXGcYicJM6d4HkzLmgIOQjSs8+oXZ/Xqqz22w9kn4bXY6YLM0qIJgzn1E0znQwEANOVyUX5kIxmHD9rIq+XC/N5fKVzWoM3FdOshiohH6y7ty6iT5zGrpljmU/DeFpj0RqMc6cWgcPQaThHfNhynLIPx7vFRBErKcJohEKlwZqQhAu34RcGAnD/NylSA5xRIMnCKAYbax6sAhsoinJueu3kKl4C2RdHLndSEZzLI+uzKHmDTN56sOqnzgX3pNETDgsQJKaOrsIa7ARsJwsZw6IGSCmgZiY9pzPahad7vOzgbHhFog16iMnsl80poljm5WLJj0S4rJNEpIKc0CWFROz96JnQpYlcaRkdbGBaCeNNpVbkAoNvkTse4o1yTOKEfx8jzbScCPZ0qaolx9En6+zKCaVTUa9pl+vTGeKJC4pyixJMU2SmJ3Ay0fOhVqllHRF1p5QKKJgwXkuNnejRBi3Y8bJJxHVc8kyefNQOFjFrD8pxp+J+7Q0scVmnVZksptDjAD5mMuVV8/q7ZgFyXRueo8jY85vIlwQt1b5uTDJC6xMgefAO/VXAMe5F02yAsgTodEOQvZBSbdrm2jEXxuEEh1mUuGCLKyXGNdzVoLFKByolyPl4pJNKpU7pWVsS6H14l7aEatHQhm3BdESbET0Jp9Kddpiz8Qlvxamzegw+DJkQ+yZsuTL0nCovOJdaYAthBVDwSKhGwpU6l2sbd4tC/uaVF03jLrjlVmpwqGQQ2jyprIF+ji+/yehRoMCQ2SqvQSQq3mPem6i2gogaNV6wAdlQnY1AMsPZ2kwExwlw+hl2aDkI+Q2HqJuQuUqJaiTATatCjCb54IvhsFIsEzf1k1fIncs2ZpU1TyGhxY5aecNjJn1/JxjEwTrufWoJuu6rAILZ2BpfT5GJDvC1JUaVjLGg9n8mm+bPg3RgIy8zg3LSmZ6iECo7GS5CMk0sitwK0hWnp+bcuUsN7itTIBIGx2yhu6urrwqu/btcMzQVvX+C++dRRVzoWm3Dmbl1oRKAFtpPzEOdwZHhLWGEpl0sML/6rwXekZnLK5XMoIm3BN+3uNA7JgxADVNjm9wPLMIt3V0jv9DPUnQ1LdErrUVgDSthXwNIEgAIceabdUIk6djQuiaRIJ3b5LJ+jWmCVpCsBO6E/08fenQ4ir5sEoJmUnUp4K0dHmuUyom5rw2utdL7pb2ZJ6BWrVRJ49HoEz+vYx7lltnoKzhqW36lgDFC3gx3Kudxhy85OmcPm2BTkXhrLxUP7qF4+Pn2SWGw0qT6H3p5WpUc2hP+O+AXr0ZnqZG/TPqaeiedIzwpFciZpRhW4pJwmB54uS3KE+lSK5Vy58gcjsrOOOkQVGuZk102ymAX+OyySkz5omzE8ep//xCpFgnoeKyD3tTVsTcZ3B1Y/ysZyKCQieATt+rC159jMf3/2r8KcHIHz55UFlldHleTD3QJimORD74fNwhhLOOQ3AGmSjn5jOQwVn46MAjc8iwsoVY+gcehoG1KHo3BcbQmyTsTWxepWKKVrwSO4Tg1t6eFaFMPFeB8s+DYR7ujn6E5ulQemeRaz0umz0shYQiLOFMTqi5oGGn5W7O3Xyhg1qp2DtYmnasVKRtZbX2x1Woh+QzWflHMouWpLkhGT9tKwJUs8isyUwQSZaj++mecpdMKTyGQP40ocL1UGl0A4nczhVuZB9INM2luvS01NnuUr6xFQoPdptk6l8xQ8ogOBO4Y61euMp4wAcYrkGgLNWYdR7e46O3sPLS5avELIupV/m2z7Ms10ugmp24ZfniGFFvEdV7RVmCAXaAseT+fizHX8au3bXQlGPDzsMOUzf+ALbfOC1s7A7R2m3VaKcKtjtc5NZN3m3kUV4u0+sP925xm2WsYJe/F9aouM5ODLeirmzvo29gHMlUKykYnBm4kV3LJfCFuUJrqWI5prsozeIeW/FXxWpy6N0irrXemVsTRREvMg4kFvF3k97CEodMXu8zdK/MMWkP18G+jc1d48WX52XLOdWFAtNOz3zMpUGXUvfBx8wmSpO5oRvaVpBfl+iFJ4WVXjMFh+WrYzoN2QXHTW61ssuHfhIptYGuWDHKdimEqlbOediim9pi34xtKItZUjutBIx7Jj98B5LgvZqhmY3f9EKWZLO37jSMxBMYdrC2fMcD/RtxSsADqdGUpxdSvESWqEwecWn9nYu61ndyIaD/oOjCjxdN8rkzCnEvVSPjUWYpSFNvwf1NcFxuDn3TNxGO+sjb1Q90eHibcYkP5sttJXFe6Yf+MO6fabTL3ZFv+qljpOc+Gxsrfo+gAkEGpQPyNUCg0nbPIomIYZeJcLfPbEUhy5zzyg8NSRW1/8Ksd5uA0QKrcMgO1ok5b+B0kMyVkXR/KeQYlKJoxo1cv8FBMFzbM3qFEpZBXUbje+e3F/I2e3D0QwEcPHH4sVxPoZyTGX3jdkyZB09KkgufU5lyvJB5rGWI0wWrjO7MWFyS2zrpQLO51zuGx61/0V15kmv22iboyjyPBK7lxsSck7YJbGz9GxsPDFlPLJEIn9rw3tNnK7u15RTNRWOHYRIrOXmwtgFd5IRZnqcbHE/rqHtXmfSTOVKOVjOj21Gt/o5d2q45sHtyk3ne5k7rrWiDKVjyXAyI72U1Y/kZiMgZEsC7CsE3FTHDinvT2io1zGcwZAiesesVbF5FrWaSpdR42RasWpBMuivYRZpa1yYyh1QpG6a8DNZeWfmDRUBguSupWGZmQ7KNEy7aYOVp3ocK17yj3/QwCOZ12RdYWRJV3j0Ja6l/N7oSeik6FJea7r6opZnNpiKpGaG+4ly558qTD6mE5czTd1U9PdTEUd+pl/Us7KE3Tw+YG/3nu1BHAUKoGohn0JQ4E4SY3o6GVMTKzIlihSX1TnyQj9Zoc6KpsOKBKBNnPbZ8SbdaduEalNMfcRahipZ6wlXcHcD1GTqsSaJmVBN4lIyHbnNobbSKxhO/mMkkuyXB7iFwDiG/5SyCrdlHS8g09bbxeCcOYA3JmIpALfesyAX+0pQzQ73QWwrOWFa1l0MhSRWC3v19u75mVrRW5DLlr3dxN2yEs4znxHPMbVxCbsxina25qBd5+ZJ4Lbs24Z2D9Glpja9DujZV1Wc0MTyCIjxvbAixe1TVTHMTY+zNSxNyS0vydsHtm6jRe83ehPnMurdiekxjHPvJxr6Uyw2j/eRgucr43phZqyiihzkWgsNlmO8eVFuluCsxzruguF1i4a0koZYBlnwuF40S75RbS867AmZThUWXPPua0X6PRtCbW4tMuikMm3TktsBTeJQVcqh/if2pFTFfIuTIaNUwsr6lXTvMOOvp9iR2pX3IAZ3EGdaYQli3uJOr4wT2sp7JyfgbVp8L4dteieOnbZDM4bjJyBdr0WQ83nf4cXUvpRTEnHlHUquILgKA5ykFbxuIM70LXdfNeH3b36/osBJiGDXNGQ53MxRkbfVpxw8YUwHazSg9sLgdQ3/nJliLaKFcGkajo3v7HKHs39pJ992zQPDIkSu8r/twODzx4eCJjndSTvTws4zDj7RtJuqo3TbNrelkz2SzyltJ8714h5np1ClCFk5iv0ODR1LDbF7QU59CGtZa1eYnkI/jH06S6Du6jMFBfxhDt5Dwulr7UO0RzqgxCFvriQxuBzLkxo4DAY8GbIh4Y/uDizfmjGWoi4Pc+NuYZrtNMPEdHRTakRhTyxjfP+AeaKMVOhe1z7MwjRQyFJZrtjXg8Cy7piNUnzmzBI5jqlwC4QqNsmKKwM/ucV+h3U0bnOW6mkk3Pnj7jWXXua2Kf8aDBt1ZaBsL6xTja98Q2EM871pOAifYvRBdNRwU7zZ2XMrRfKgRp2/oX3O7ZEZcNmye+sCAeAmaVZ7KdP8Y77cW0ot9HXK0T+cHng86SWu/yM+empQ6YNKRwZJQ4u/ez6m0TjBQO/L07+hLwIP8encvRgebMJLPHjfGzt7qMq9frDDx195837OqD7pP+WsMTHVYMknzh6cSjhq81Rfvi3wzMtY9pdpzF6wQXHWetG9CaJ3b9OHh1NZf6fwmxz245HyEBMqloddfI5b6SJ9K3CWDgDesQLrpbOY2omWD0J3i0BepF3Sf/rUuZdF8ZDpZU+0Sy6v7Y+XDPjUc12JfqPPDyoWd9pfBGq6DQch95+1t/R7bQGzmNqyNLfjxfkYHgKgBIdk3ZM9zXV9ZPYp0mnY5aorA6/Xyr10kU/3dq9zjo7yVJIdHa++vCSLr43KnBg1ZRXwWVvxyFtZx9CepRsmUiZ8548nnKqfzarpLtltlKjOstA9uAoGiR+hadG/u6GV5X5U8H83i7ueX2f3FWrgM7pWZva9/V3Tw+eeT9H10oiIIkPou+w4kg45Hmq0gOyNdKemZHE128DHME29uebP41oXjLVmMg3i4GoRTSNxfaFJBYImV6s1rQ80kpg5Z3TCw+0xVDKlKNjbYVY8gKAYfM5Oh+tEz1NjAJmw29Qz1BgICNdTw00OloAkdyrx+9Z46qEe+RKVQULDGGuspKOiRLgMse1bSTBAb9iVBVBf+mlhU97WZANIkIQ2nkyTmqKxPZbkYENNsmjPaXku9puv+U5qlt+W3rpil8VHZ22EpsuHKS3lT8TPJkvlYFeqo9nvcJZNw744GpoJJ+iR275Fhjry8MsL1s3S15sTaFhVw3OCloq9NbYpZMtzeMqQ7NwHmOE+27zpEbwNDWYh6QOUiLGEzpjuVaeOCLdKf3L48PRHxf3pBYEznvCLW9Au9gXOwvpsdjPkUS6QYJOs81FWdFWk/JSgfJ7eZUd8ArwfUMF/TRALC2ilO1QRtia5F+oF6h4qMg/gy/k+HPqueaQQ+y/g/rEftRptfFgp1RaaCPN6S4XcHRcz0DvcUz6wF5wY/ersraE7CWHQEnHo7zPO8N50QegHZdn+XwBr0AC/EJH4EzjXjk8/NUKjhw5ht4hjpTYw1bmkdc0WnrSbHuDs25Dnhw4XK8/r9D2y2P41su80eMPY69nnq9PJDfbKrlzcsdlyD5awcjawM2beIb02w507bwAds94i/nn6UipybMcJIhbxcbZoI4WOBuNCfOTLvpR3lFDTkbT1TB3eZvNChIIcnFMVL9bjoYSeeE8JseXfK4+eY5L8fdb+fse8MuOLg72/r/F4hJ2QViDjjpU3tjmtkVifnY3YWltMP9M4CPYd317gU3ozMzdO7dmAlcAs3m7nZ9l2xRer4HVBG3MAGFefCKSGWjPqP8FO+Bf5uSHwekG3z+wggiYBEgStAd/GWnuxTk7+vMciBjHAeHhQClh3yGs14pyGBI5D3QKxvHQhjRbl0QojIU+em3W08kOgOsixDwFpwF07Rtg15ET0payRrNyeeccqVrZBulMaOyjNbJCA1FbNrpiR8m+WSITExcRXG3S6esV9Cmj/WwsPZ44PXD2+naedrGW8ifP3LUtE+0ix87TjqmOahaqvi3oNLs/s/be3rUZZu6/x+C6b/CWAX2mDHCLNflirlpxbFNyzUSfFsO7BfXx4sJwrcuyMLNkLn1L0ow1T91Q9cw9MPmGCAclVm411BuSc+bhfkHtiDQe66eErmkvkQyRSd7jNhBeodSiaUrNh+pNIZ/RlEBw7+sl1naQvcPdnU2xYHkK5cAEq+yn6FCBXzCXv19Y0ZE8/C5BUEReefkBLgJSqA2h0ieGn/NV5zO4tkbzyLTJRgJNjxiR0OFE1SQIytBN+i6mI1so+UKtMpmYB3iejFHxN7/6imphfmZgpMChcZ84BohB0Qm1nehIqMoIKrlaAJccCPmcbsuTKn3TD+SK7Pi+gL5eoyZue0RnbNzsDMUaQB1mrpiEQHggiP/kOGAMBNM+VGYTh1UQ4XzGj1E7wwcLkW+S5WTCZF+1RB11DqpJkg2TxfTavAS5vlQKaqARQ22PlcnMyKkaGnljbroLi3hkDMpRl/HhNrqz+KN6i4PgmGkd3FBAUBvSJ1Zl3Ly7dTB3uv/zw6Xdn7BfSa91sIov6WzcVrBQEtRT1zVFrXSYSGAfweLGZFe1vAqnMx+7YoA6lBvpBtIOgkGeOVkBkkU7GVtrcIgVhL96J2x54spFKsTj3wdLkDeReyumnQUMlhGRnTvhZhENUFft5738OSk9ekfgc/Y23BgJ0rEO6KHuBouZMY5JjI70J54hPZyFrgT7+IMt2ggdSBESsSi1Sze5pdS2b3WwDA/TPdM0bkiduPLLFJMHGErK/gsKqCOMMqrYjmwvoNAobNjRpfxahWsi4yA3bJ24u4cazA8SUVHRQJoYVNjpMVo08QsTA6QyG+l5AFo7V5osGS228GbiWtiWloiurPETTid4nL9UscuNycv/ImCRcoWgjzL/JHCXDLr3LTnlc/+jeeGN1fiBLujIoOADt2FzJXbOkZPEzZV167TBmo3b/3K3bMWQe7xf6E4kV7RIESqz5FJpzC2KxGXIz44ULywZ0jHgIhrr4LYuSnxVRks/dLIV4g1HOSgpyS/CEG6tHo+hQV0U6iSwB2+7AtQCJKtHRTDm46LbxToLu6535Q9G3WQRnu/IKnP4x0Y873mhSjGFM0sV94g9wsoM0w5KWUbIPT1RZRvG0QwTvSQAPk/axNwsX+dMkuFrtsySuhDPWrFbbRYOdLsigW2LsN3DyGrrBBnxmVKmgkLGQcGZ3ndICr4HctC+U8z67hfJN51Eir3STl87ltzLlDaQ1Ot74hOouukqgiP+MVeNVuop5Diasy+0ysmNZvzIPY1YTidX6TiO4JOdNQi2tBdJlAj63z8Td3Q860wkwfgWU9UCnPrZJLvu2ItIuzS3p03StEQllLCV3tZG6kKW0RWfeF+DO1pjaItoEhWae+56R3lzIMDTx3jLquvEaNiBflFaTytBTD2fWu8J/iaFLPBplU7zO3d3MHSV+HNhKmktRuTvvIZ0gNrwjX+YaGmMPB+Jpjbizg6wXDs2RXRb9S6BCSkWKOb+xR2OAVNxdMyI2pLZzqBYef44ertvWRZsP84kOjGYysXZ1gLlO9ejoJHZmkX8va4/icv8uuugYUHYei5FC0DDxm2kvRWaKwlVmQ06IGXHfSYwmZLZdo4jDQOnDKlTR4pVLkdcoi9pV96Wh4i5Fm1XAuArkA3jx5ercR4fBwnwCcMlyRzjz0OqfqrN0uHZEwzS4ZeQMBShhOEC3k0gjDtZ54F5xscyFad5ivg5c4s6R8OexRHDqX0a0ciVyXFoOBjEAOHD+QMiwcLBo1BD0t3XPBhg5NSNiS0GM34xVpjjLE9VOT36/3nFlwWTQg9AE9U8pWjJBZhn4IrVc9NZjW9NcM+613tUTAfeIBf++vJ0oSfyBznba+xqUIB0V9ebChtJMQgayyBVtrR9pTCy7iMG4OoC1S7jCF2ReSNZ6cJ5KKqTMIEzpOUVYPFOQu97RWxKtPynnniPrym1XkjnCjXUQhOlB2aRYG0QekTFEXMSlDXkoaFkNkxyNDmbtvkqUHMr5DlGII2fXhgTIFJNACQlL0gbMVvtB/PMbcxgsJdV6XkpLgoirWnTZkInKHE2gZR6k1Q3A+A98Eu9dPDM5ylA+tC5KTUmi9VLLU/g4wH+jJWmKbT2MyHBfGz25Qy2Ld3dA9V5y4he3QqrSTBkncXMTUIsCbxIVrW80KrUsdNHXjVrSGvmNBBhdEUeRZEmFi4MQUtaYwJiBLkIUGLeASEUABtrA1Oo6Trpz/FsFWuDJwcWx0OGFkbEMQisfeLWWWiM2B4lBUm6T1BIP+kYhNloqX4rLFQkRbMCYFEcOTJskVMt323iHMZPZgmlIHyKXQaalKwc+m6ZA8ASiC9QJEFJnBWCqAQeaiQWJBbGA9oB6AwMAHglVC+aEqSSnzR37u60IYuZ9sIOolTJKKfl+m0wfEqRtY8hgqJcqW1raNY4bZHLx8Uu8uDHlz+k2mg6Mk2GUT5vFNRPzgSoR4aHa4PXnN3djsAoUfM+bUTrPDz1z8wNzUs7hm7voSNaIPm0MPfaRkm7Wr3iw8QxK1lSASvWfsdmXmTSl7JcTwQIex306GQaf7qPmb1JJ0KdJz/Yvs8uz3rNmzX/+7DeXHnwi43Kdp+i36GNltvDJDl/bDUZZuM53+WY3lfSLB+7C9XWS5r1WuEzfQvlWHFF1OJnqblWZlga+6BRl8v9jRc+n9FHxcQZ8qvofRbweDY49zk0LJB1phMDErTT1J0d+37jjZJNathqyJbrdGk1pGIYU+u0DQVt8DIww44cALD4lIIBUp1EQNEEBDNCAXOTRFEwpRQEu0oC3aMLNpJlS00jcRrZK6yo1PJduAFJSUkgNTHWLYfz2WWhLk6CPgV+w5EqV7oISCSEQQHxhfK4hT29ce88UBTNoC+y8q2rOMnjM9Z1rW9XwwpLXNmmdn1gKwSS0wcGrWMr9a8wHJFbKgTv5F+pss2r3QONrF0dVwGEdDOH0+PMYnHan5V8ykSxQRvDHi9Csu5mVyaKMMeeDIizUHoN8anL4AwXWruQkWw5TjTsVaYqqVdtY5exdrmd+eGDAlm2Ize1F+x0ojyLRtRrajECw74PPT9dlvNJ+35RfCqAHpx5nyHoDxlZFYv+hkWfAHpYqhfnQx88CK1bw9C/ghYjk8r/OQPBf7nEAKaZvEAVhm2Mi6Kiox8WEVvVOcLjhsoiR3oh/iNPZBDKiFYxrsz3HrAQ2mKErbxCj7o0QWYKCWIEQCpWQTy1ITkaBlOU6jQgkpdVt1bndrJKaHWfSPdTRTaKYpoZlCflNczLOYCyQsXOeaoGVjQJRUdA9SkYIXHsxBhmYfNEKr+1tAKJ4S2X5p1Hv/P8jI7Hfk60yKMuIDyIPqnZHuW7nrBcSJ5d1bQtQvYdDJqUaoZu5MuEpPmNdHV6XJLf8dy28LZfqHpLB/+CLVi8hFjFnu3VhycHTTJxF11wj1zXDoqJi9ZVbQ5YbMnIbeZNRhleCaCkHAdUHTCkeaP+rs4S52j01yUEjixvDi9ZQVoEXgLK6Mkdguu2BHDDaBOhSorUiLatrdNqBHAr4O0htE0T6yg0WhZ9HDm79AXgdNYdjcdDVT9ypZ8D1+wRzCB8nB03CesL+j4j5+xRPg7Pk4s7HOhofVBGj7TxSGhfQMhGkKAnbODlmtTwZEg7MxBapfL/XarbrHuZwd2ms2OPxpvq4gXyY9Z+wdDrJBONo23jSHaI5CxG4WEMOxn6RCMO2/TJBP0tlM3kMoA9ult7olsGEeIXTRDTOdG/ID2ynRKkjv9lwunecUAduJztL2LNdbCvu5BGMvCsfEsY5o6bTtRUCFEm7MKsyzoQyXsRLRtF848KePu4sBta7PHycDKV9D2dY8M/KczrPr8r9j+nrNMJ0bPDrhkqRHjNGcBydXjldF5VqLZS1P3Jsv5uT20t3eOEht7OMDfX+sJMgKCDD2Z1pkiGIsoGbFIPhko/cmFAMX9h8VzJRBnyKKZW55q7VHcZViMPQsyWa9XPhUxB4qFJK0E9cbWJfBlkFUPW0hSieKoMVRXZ0UkLTTYiEppARQvXLyFz/bAGBXO8typdpABRpgEGNGtLEXzEglHe1V2aBDabYyOoaFAZX4u7PYCizxcPb6KjlRLYFSfMJMrdsmwT8GeJ+L8RA+/JnLv5mcH5A3SQb1OtBEMcJ+dsuUZfms4MkhZatLyd1H3gqoe9fNAvt3Uh0M6R9yych19vMwwVBC3iM2Hq7SrVW2DEi2nYxuzkg7RrTzW7e09kgp+TLtWoFoMlHpXzHAnDckE+HVrEHjAQiwVYsds0XhzFNYPiJwLEd4UZ5IkHJ+2QaqMp9n0Ho7TkMzReci78njylYCiU9l37RnRa+3DPRoaxrqVfsgZDsqJUaMQGnGe6ky4DCDMiwlqpk6Ke01mWf2gVvZGAnn8EEdKwxgiEIeVzMbD04IU2leq0UhDtxPWdH7rZHEwnhThdEAR5Q08vI8UDHY5M12ZLgnKK1VzQUEnRIOxkHz+nGAQ+l9LSgsrgl/AiakucuMhR8YjzKqVIBGazXJ60AaOKrb9GWi4tbSvZHYX5BhNPj78QBK59mX92mczfvKw8+rGSLuO03utvCDVE+t0mtzzkMUOK4pgHomz72PxRwbvb8uhKHOuRwOfVHkumCevow6c7UEFOpcafV5qfgZO/G+2XT5Hlp581DPoCuxdAUkRR3bzms5mqCc6/PCZJ2/4Zc4m/DMidyBWGMb6HtRb2BMRXbr8cNwMIhmA8tOReds0eV954OR5RAHf4XSGRUF4/EoOVZl7m5W17rofp/+P9I7O1Vd18jiFMiE68WOw/u0UCGUozU2qIlA2XGIh5IIUzYM79lRyFrtfXHnl+teJHjw5Tr6xl2ob5LKR9dPaenYxrn5LM9ZfeyVwms3VJOqr3IIj26W3WffVLm4+iUH//1iG6+eSB1w57OrDYRG1DpcLFxhIiyulKPC21ITzb08KX0imY75wjty8jYVHxiTAmlpHNFLmnN0ddl4lViXFUIW6R8Q1flZ1O9zmlie5w3dpMdbVP6hJg/Fz6ToSVHVkwbNDSb0XKQqkM7zRbCsuFlV3CjPyAGtC/PJB3J7cRPDp8nUzUO/SVBr/InapO8MVAtk+UcpyTA+I3ZNG8yReFVknc3imxiyf5SNd4f4Lb+AqDaqs9NJ6fWqau3DsZtOP039vnB9kVJ2h10n0eSnM+axViG7lgpwMrw79ioDD1l7D5AImS+Dp4Xq8CR5WtWyPnFGoJNNOuF6GG+ZKzawUMFRYcUJfEez5NNVZqqsZ2C9kAwK62K+b6txO+IPeL9ZIFoT9nKhrA2wve6HLg5NFAvUcZGrPsTTfmhuXGLXsA3X4g17cFMKA8UceGfbe1R/+kZNMkzPbYTd+/TcRnP22SuiNmTBZUG/WAQRsuSqwCBI09xQU4Krm7xk5IGJdf4aja2IbZolalE6+82mTOqwCXq3UtRBa1thtHegytQUrYe0rRVjzev9VPhXLLRuJqmBd/njakzbYq0a5NJs4zcFvK4mumGaypbiShRyrMvO2/Tb69rl+Wv1H785VZSPwTc/Xkaam9de8LXd5IDzdi9kLh5exQ/HBV9/hdqJgN0taPx6vxGptHFbZdImcNluw6yWCjekDISGy8kR1aiSxHzcZG51vrI38Mo7WFOYdtYtrG48CYd2+BF3OuGvJh6eef8H3Y8rU313No2mqMb91ay1uCb5U3NiIv80vdWxUVwleFilKJHT2oXxhTnxvPFuTMcxYTC3QYBtkButzBt30NJa3kz+RJmHR3bFc3EN1iSLjGn1rbRoZCTu8vEn0eeu/dYY9odV0VdTZxmB1vKkuH+d8tk7U1gu/e9mB/nTOMjtzRtVKoAnmi8XxqZby/pGvd/Li2Nh44vJ7SW7kwM/Q2XweRQdREFszQ76A0sRRH0neNPbAeL72y6Uhxw6gCgq30PvWXFfNF6614ucEMzIOeLkvGjl0iAWZKOFRup647pQ8IFY7QeutV1xIDi9bkphPvG7Li0XYT+9U5myyGS/4qb6SiNg9JCBlFYSUJ4CyP3hzK0UqYSNDSyPxGwuQGnnF4uyBUce7KSOyzBCnvT4Cq+TC49pFn1SyxCoTo1uhLOfbEj8dog9JFpeTc6BakHQAYN6yZm45EuOHiMX0eYVPBQGhL1o9GvVtH4iiOSUUvsS3mMbMzlwHEQqZAK9/bfrSCwW1DGG1/pSmkSdJ49SDTmkPVBurM2KQtYPVBrKvPILNU7mbglTUYFvH6/oCsfK3HxuctcCfH6Sd5cEZjosLIg701PSC4AqW936eAzCgU0vYDtm2I21USUO1aBUMsWl66thSsVOsZqOgLucVJJSayVqRaqZaqamJuEXYXaFqtET3jV4zgupnh1JC6lhxLCYXd49LJ9KL2IED7tt6o125jjRsLhGdqdW4loaihY+SGHGoLE6WiLl5AqxpxVyCHF9MEHmRCEAuBTEorNcbIbkKNm0qPe3oDMGbEmEC5CI27rMYj2KmdTEv2+FEIPpGW77r1EUdc7KPyaFmqMCFap+euicJJcOsNHNdYUlfy9b4uCa045XrJ7zXOnhkEbCzAvDDnvrwUNfd/AijL1Wz6q54xijEDDJZhs3/hjl6PQhy5J/cG2xSG1yU3jtGmx4apy/VwsrBZMlcPsJX2Vlcc24e3w4u33BTflgle5Ac1ijzju9KbwwIJkYMjHBayZ0Lq//NQr7g4EQqySKw1/Rg0vzkiZbKSBdfMmsCmgKJwhSt7lfoAzfqdhthWggh11IsDrG6ytKhSE5wEVqTfzhg5PmYepvv41GjNHMIZmkFKGlzZ6FxfEtoerBqqA5S85DpLtTK2/i6mBi7bnBl87kH0sRTddKnNRArHwpAWNSoAqpKJGxX6ocyVKhHI45jSmH9/ODA8x8UidHIW6oTSrjJEdtilGYuIHr1KLVpw/K5a4+WvGI7Li50E2sG92jpYjCIBSR7mCj/Y7vNTXEp3cXm9FXCXDTEXDjzJgAJ18CQWl8niznJ3jWNuflLO9do2n2agNIp9g9v5Ta9z7bfT9EfQ9FS+LorBrdQF44Xp+/Gjnx+cBPRORAbfzSjCzhjOCD04weoa593y0uBsm39Y0z1+KFxr6q45wd4QvhhYUCuOvzOkffItm5Lu+XzkuK1jyz7gUgtYppALTNrBYBl2F1z++g/IBojSWOKSCaBt8LkAXfqX9p+IahV2z33c9P6kONOKQND+kc2meVxOUjG+3qRjzGUtaxCz5xxOXhK8yZG2ckmbHNVjOevVEZVWe2gjBsOuN6XBmRndo6syAdQSjldv1LAeGi9CCX029VfG7likTnUriPPFaTXqViDNhAwZtKXvO2undPk2b+hrIscaGnz2V3sT97/ylxQBLMcOHf1CQS491OgWJ1hzz7p5SV7wBX9R6T+3nzmZWvZHDLBq+5c2E9cCOpTqPKOZFfZ3UvhqsphAMdA0pqB/X4Oqixyl+3VhPunnLu2x2UaYlW2HA5oiYmZpswycPnhaQoEohMrtdAAs5iXyXkpUFhsMazzbM4l6uY7VNbD9Y7ixklaf5zCrl6g7E7Qo/+btTzhZM8qdcc2r1p/Q8YtmqZ7jO2diOmYmC680FMso/JGhtpd2Gx0ptzlsR1pVKVghIXBg/G5F00xlwHnI2ZQNUX54HuvifN7ibeU2AY6QpC6n1W1iwfVbnWrVFAcZoXRQ+slaoEocXvKAKJqmvfDduXZJMwJZgPn3VsLKy7bOmvotuVh+z8PmHaxdnwboPn3ONN1ptTaJXTylnxlmK9lO7djo6aeK7uZc8M7xFNe7ba/FEofO7Z4OhpOenH0bnaXXYlEvZQOHYJGrNODCNvbD3FUbwo39ipuMUGtnk8XGTrfaHAebamX9iZvb1NPFd29pm1t9RL5hKv3yAdPHGlMBmukr5gcPtjqqi6x6uO1fMd/7gKmTVr44r0iZK3zNVLNfNMhl54onweqBTawpclutor2rc1fp2XxI89pmvLMmc/U7lkFa5/i/OGcf61yLvWtjgw9STd3f37KDkLui9GKsG2xcy4TKmEqnJ1fOiiEfcY5KlHGGIjK0KXWuQsFZiRojbrgKf8lHfQS+WbcNQ1s31PP/+Hse6o7rRu8PPpuZr9m5X/rjxjz/hZZUyCJnrNqLlYUv8FHSrlT3uCBNIZDRVOu5fD6NMDXrsnmmBHb0djCXQ81HqZF032VZi5cmsA7OPcHSM/Hb+rT3j2OtsIqxWnMwDKgvdLhsHIzbANVi/UI0mEDolzsZe4HhGXE8HD5aro56/CgYGMqfBcIAk8Dpw5DpwsfGaIFZXqHySPR4J642oYFVXxUoWp1qlWUbkqaWLBEXO1TfMbGixCvyBT/RWIHrXBI3YercxDhy5ICOqbGrzcmBklYAM35KvAIPaSpZg0W5QEVJcGqqsCoNVaqzKVPMZhdjh/aqBUTwUSyzzO/BVAS0Io4R9FXqTeoI/9oT14K2VnKUOs87VQyT3YDS4RxGpYwnbf0uNDaMXJ6OoicR9m/EwSK0E7Mwiv5ayqDFKrIQTdbeFCrwztmtYCRZDQ1/5kpaucUIRzTN+U+1kb1ulnj8f3+X1L0/NpN17vlB/HmT8cWt9S4pBUnPZw91o1fpabCO/nKv2YZ9H/Ai3zL80HaStiSchWz7IHrvQnspU7W7ji6GKg5J/HrmqLFCt/VuW77BebDB/YoeQ5+hLeZ0bqPF14qbwFYvWb1GDhisHXNikt+IDqzOf8uMqq9/6nO0JEJvrw4/RKTJ9zYkHvkFDBCtoqMFFBKSMpC42pmi8vI/e1G9JUU0dRxXBKmQCnJI+ZIz/2S85rJH27Z2XO6pi8JCjf3heldFTEaIbQgm18NLaUfLDqc7Gvu+FJmWh95NxXFMEp+fvXEiTF7KXbJFtd8deE9HY0UXsLp7aVTMsNov6HiahIANK4Ul2PEPRottfKgwDJ6mCkyMv4CZ50TNG530pzF7kRGjZw9xCTGo7fdNVMuTerYh7prGJk3kWouSOBcx7x7gJsQfPdhj0aiH+z72/yk49/CX5yu23KiuXr/WPTf3yeuxVb+8fzPSDTZ/WLf7Nvedt/C39Wttk3b3AsyUBtNF/hWj1GSsmIiQc4w13MU/yTqK9f/kYU7XGRnSlW9vaplUMNiLAB0m2421gtY7eWnbPjY4YDSK7bKFLWvXvXPWdq5yKboqrFdMKyfGUQi+tu0US3Zth4yzBA24Jvzk/MpSjpIcxUHkKrdxljL7rs9NZ5Gu+OOM1D9YyvabZXUmJeKtK4Qdt6yB6KGXal53wfdaYSpye9g0jUCh+vu7TsE0uLg5J+NX2Xi+Lm5FDn+sP6L/6m+PNbzq/Lk+FtdrPlOBVDzrTu0nplZURJqkeNQsuVs5QYv9Fe8+JdbVmzzHtnVdXq0R9nfl6b8uoDpdr0Y9Gk+vOJyirTgctykbH+G8QoMd5QlH4r+iWX3pytHlF74xG8pWpDtaxQ8bPm7eKVagDL5lH2lhpkVU2MOxtVd9aoOxNqyVGveXMUmrhStng4MYzie9gRb9F054Lane9LLU2nvbpX4gHKrrzwvzGFveKe/mFPdSfLB1K4e/xonXvxc1n+BktifJE9DE0MKRN+W5VnEOCf4G+39i2Xmmg1MyVT2DMzZdjMM5do3NRHk+UugWGXnEdQHRfKEmlONptx59n6cktZM6Ff+T38SvJQh6L1Hb3MtyW8gEFr7dQWotlgSLeEzHhS75aMG/kQNz6cmN0KmX0yTHe0FG13oynYvelDOxGvS3L6Rd9v8NfPFC+eY5vOIF5xdx00dEPbFSAfWz/kvFfjqmPfIcfk2Pzb0ik7LXQ3pRk6PTzF5NRII9O276YPAzVUupXxcS3wjpTRdET1iIOHuslL7b1+IHPbWeP31fpPylVquJ8NSbJds2etOL94sc7Ts1dDLERmm5S0bYH9hKa9PiCsYkPHeqdbV8NQQNzyN6ydqyhl7Mgb667FnggYD+ce6AJ2xYMtcNUZC6927aJ9JAd6kEGb+ompF0RVrWtiq65ryYXcFE3ETcStv4Vdm1BHVTL+MgHhxcvX+/IBnqqXulIlIiDshTnWM3XHMLqjV/a0TupqdUmdE5q9JRrs2VheSFZuyf69uqqruhaWotHsa/hy5CRC+ceRli+Ns6cypWJQWWcfpC6MUU4IFzYmF3ANFPKnIMiZdy+MfaX02e2xv3ktjrUSYajVYsu7qkKocs2VFweFU84dkEMuLoBxlTtLNmrWihfIT+rtp291s3leeIY92bNeyLJTT3ERldh+naVJJdYpLjTKdOVzQxY854o/yRcfmTd9XvB4/EFJdNKDUu4ExQXYRU1l22luktRixzNgcnJd69jqA9MYpF2RLfu4hRFajv45lrAbGfTwi2+Cr866Ni6LZG9901PFJUWRBwdN9IrihuKk+sgvXtbm1h+LAwFHLl0w6pk9eKfLuy3KkmCjlTXq1zJQt9Kb10AKqIVSaRfM5tIYyUX93/onKSqqlLVrU7G0KUbcLdPtAUs8pbRZLMoP5Imbq5p9YU89JJlTvjsR//ULEaq0UEdz6Sy8ZsqNRp7v1NY6NzTCx0JfOvpDevKGZ8ncTrBqYNSnG1I8wFkXSVFg+0cNI9ka07os9kHWnON4UV7zspuuYysAwXZI7sG5alxaU9qMrjHSzjoheH5I9x4wBjG6Mu287Ixurz2hr0sxFAbv6eas2LekOMIDhjnLoRk/DIbbVy4AyB00vtnIOs3g82WMP6MkF7O233875A49LBDabdeMUco6nTWNkzxXXL71oW81m6tQMVLyJ4YVlUJ1va+DV1eujEDRYl6R1LOPoiU51KFRRSUQraSGnVAYSbWanZSaPULprtRT4qdZ+nJFHoZKvp9h/0uofZcJu4XIm+IkfrtCV8/MBmB4Ard/CnvlWaFRuoxSBBEbEFIQCh1CVd+K5Yv0K7DuK3DuhKCSmWI+LYk+cxLBKC0iYXu3GZ1oZ8cwNeQL0yArR8C6uzb5iWoazK/5MxT3cAZCGaBAHoSq64VltS/qql0XFqvl1LOE5PNhhlc/+WBx3WBv66jA9Rb4L7KXyYlReJBL77muOIBZbdZOH0MuNFeHx9qjsr4rGRV6u9EfAStzHz9T2feMo2Y+/mgLg7OSlAt8yVrMuTyzG+4Fput1y9eqEv3V8v5KNdsR71DuY5WQPWsasqyWJ3nZt/ZiBo0gpJhNMdtVUFG3ojTX507OqRm55IlOHrhHPesDAlvcD4ZGDHb3Salo9mw13SfPaNq67Eq3arI9//ao9WCOyTXFdQ2p3nG5fYOC3OJyNuqkA9HXno3RKbJDWX+3JB+pvZMeSwsg6zUaOBfvcfF6iu1j8lMn6MSf7lQPnFj9tfIrK191FqejDmqDe1oT2FFRXY6woD3RH3Ee7pNF4fhRBvKlIvoXzpU0xYoNJ4qdRCtlW5hBJAsnAv58o1krVxQvDmbg51OBzVerFgdf1v+hPVPBbFZmKZvrGbBORbGyfwqJK2xziGxpBkeDcmY5KmjK2AL1mSEbYWwAZnvHBb7ar02Kr0VFbKzB8baJvmTA8Emvfop+BOvCQAcgQaJ7UPdBvtmUnfLoemrfV0VV4wZ2WvaXU86wo3OOwgFbCBtsYXuEo0+WObh1QQ6iEJeiFXNkkpDVhq2L8oPP65v4KkWiaMcR/DmqrQ9A9CDoJz+XRqa5ktG8udSQYkwDD5O+rFVc4nJbmEi1o704j/U1rBY+s980Eh4ZYl8IPU3lb94feOpQUEFm2+9V+50uf8hQpMxtVMBoz1dLnh5DNa+elx62xLLDj7fmB8nj3tYZ8xZge0Dpk2+wgeu6A1SuY0m2bcZS/m2S2HjYYPEjC1843ltdM4UzEcHjBEuIxNO0JTEzM5HJTL03Ifg+4wqnkYhzHcveguZGBGhwf5K2VrgNiNsIkWZrrszdXJl4RpPyOd617+OszRWposz42JX8SrgEIhMHsFQTYDWGykgoNJFRNR0dsvIOr2iihZgu7jnjb3pYNMEOLPbe2lf8hQTwCDWJyKtPMElo7aR9IHygZACHQC0fD/p3TRBxHAvaU0SlpeLmHUpmH78wG/t3u85WyhaQNVddls19rJq4wgB1AsHx091zT1ruDu4mnMJl9jxZVrlBMwsSeWbTnUkSrUqKxZmU3ZTYp8UhwKs8mMjweSyL7IvvxKA0lVshlOdgYDUMSjCm+S90eGmxZzC0rBOKyoYRcytzVVahjW75VMZDeJDhBTNF8B6YYooKio28OCTAOKsb5DwxAYcLwXgHAtBuX9f21SsG2ZBKU4jOcm6iOmxTJlGzPWgwCp9pFqrgekg++HUHnk5/6558k+RnwezL97v5ayQ+Vc4zkUK5rUGwq0+5GlBAREH9nnjTGKCE5LoN6/CjkSA66lavBk1yo8WSkkoC1zPf3At2VHWpsg93ZcNRgmCRy5AU5oFJDhYymQbqRQTJOhEpvzBJdEwe+6PXQotKYvQYuvIvtyzXixmW4u9uEdaKoOWeRHt8VbTi5/OpSK+3H3bK6lb07tTHTiTFITKWT6u4TqHzjZOrh66fzOM9N8+GFoFFrVzTSEhTwVIuoOWLeaxH1F3DtR41idU1TrvdzEKgWVvNNF8OM5Kiw9LSe8Uvb2iYn3pshvZLXFDcbKF48TO5HL+wv9RO84Q0FTUdN8UrNyVKTWLYlXauedf9lfgvAomVjm1SDiOsv5giXZMaNsr7/EJOE2GYNx9WiLDayyHulpoyhMuhBFFzSpvU5AgQ9TyeEb3TLpoHuDhPB1UhWxh7el08KylDQ3RAXq3a3xPhEM2CCFgnu9oZNF++nbYDLbUiJurqs1fRODoorlfuN+lVzk31HqIrJL4TbWTO/dzF2KPzoPPxsZ6+HFambsj0DtB6+O67hPOriZNyH93l2K8EoVjNrUR0LscRC39aAFU3Zy/GVK9i6QB3TAbPRY5zTA0z2AjcTMO1IDYOIYQ7zaV6Yg+Eb7zZqjRQ7gqcoexfPl06r0r7Z8QN0tzgFTTp5kuo2m5HcbWRe24wM+2EnIkNlPf5jGncyTQyMdZdSLoCIahKaIZqhKr40lMq0xlkE+1c+A6KQ7FagxQGWwTU4LyN8fFQrvG7KTBepCmwS+NWMjaP3GbhZaNyvYnKBHBWeVRXE8cXld45YTBK4yYf12K/SrEIhII1umKkHXs4bnKuzuEhfSwK2xOEu3EzWTNdqCUyIOKACjlGurQ4MpIXMFXk0+Qeds3Etu8rUYad4iWywwDq60Mop450XWppSJPUyqv69BBlobyKcmDZFHM6mGWKGmVeM3kNSWm/LYj7GZvMZ8h91s28zhtB+2+ZyPILV1i5UiDGGcEtbfNT6UrXy+CZTO0uNCSl0wskhyHBp/nCRqNG0gp6IP6cV42LPodHIoBQEWYNyo2afLJ0B3gVionz/tbAg3E9cBPeHFLr3vWFxaVtOtW0KC0H8NOKPy7FY75zbRX2QEeOazCyLMEQSTtp81TpcLMXWl6Ma6P0Ckq/KNywHlS5fwjnlUtzgENNrOZWLGputKjI80hFghUK7rITfUKTfg/y2It+5/Z/A6MgzS5R30SXKFP4RB65EKKuIcLfHvujJhwNgD6q4eAMz4ADZIXO/8VBZ6EMcCnI1yEeSzMAATeP4H45MN7iDmGwsJ5CtIEeQsCml8DmN+yHKJ3fWijiNPfLwDcY93Y89iLGoPrfxoQRXFH90/DwbzH1I4Z//1UMxtlBO2gPnA/XSHBoDPf4kIyDo1PMwzQnUG4kmhFvs5VjqNo0p8fuZIKEON0mkqIDkZKN0mkIpru0sI87ooXjOnbsbFxmrDot528RWchuqi3Wc+uGvM7d4iwSVzhmjmwWQMf9F/fi/BMsyyBDgXpzY9zfIOCN/3wY5PCpYJqcw3Sbq+JODgpKAle15oi37pdI1SJzMU99NTfuBGlboYiuEktZ1AY/1LlrDtFv8W+72bv2cVAt+p4fFH37OkMuNCFeO4EjFfYvtS62q/2Lup66H1miERs71162Mw3sXZcSq7wz+5rY4Guzd8UW786+Lfp8+6WPwnt2HN7JY47n358qA71/femTMFXO7IlIiBQrUpWJ3bjb2xJXD1yzi3AuEK2X+hoNtNV235A1b1ay6a5LiYS7ZukQOrZlSZ4e2HAfkcNvDujGlbdo9PJ+RZC/zUz2pYN15cIvOsahV0DXR7WWoeweddGGIpy5zX7TVDh5YtHgpsBteZe17g4r8uwzdLEH+PesFLWxD+AvfVNqaRidLeTnSvgobK35j7/FvGBGAt9qzK7LnBsQM8x58kwBr/VF+kWXg7cEk3sTCuk6Z1Q32mruc1tsjqEI3G52ak7H2gxv0AadZLJdFYqzAsIp0vRmGeWXRUleeEEZtVA3btO2E/xkFsP7hF54p6NV9XSSSWtdG6xOYzAyBknaEFvnPsHuUzOA+FsSTnIhrnRwu+TqbFYuRs/wX/lcb/WssnhSWFG68UnkjXHrsgE/Fjool3sySuMK456QGb4RP6M7vQhpKmo6LqhWUb6gahLG+7TQUORdCdkebGlgjZlDyAkcQnEupkQVL0dSz82djgAzZ5l6rCltAR+UOAoxLciMIFZot7I0t5RrGMX5TYTnAeIzySVvyLjr03PyBHO9vdkzOuaBuvRP9zfBg94t52KmfJinqZydiQ3j2FhMqJzA30ZZgtjd1WhTvyS0MoEMQP4KZU4db2g1QuvoU4uk3K52FbAZOTo4RwqdmNa0X6Kh79FdCl+zuZZaLBW/87UZ+5ew7ZfNBdXaMwSe5jTVUJzOCYXmUjHK+GvJi5mFXFJ/X+ldnFS8B7JXnbE39WfBPt7SVNrOOFXzD6/Lgp29gjISmeT51JTOE8G9+2zfHjhkJVEaveH8+XzvnGXeyfSsdxcBx7NOs0XGsp8lYBxrXfdpXlwDJA/bYvUdEIO9XDC8yYQlUo7awtucUDcb0lqHzLGOBJeQDlEgj2tBLf+RpaAr/iJpDuJzgM2IueN1oSJp8oqrV77I6yogONi5BLrSikaLahKq9uLvsBVc9NTrTPgsw6F0lOG1P/MhdUgJ18NIen8epaj6GmBb1MvNFrsW7cneLZJTbziu92UmCWruymbuJaZ8xkigiWMpIXo//q7A5qBzKEUq5XrVf3hgwnmA5EL5KUZG+WzuzZKoOxLZol5yCzxVnJxLyTOeMGunhjjVtR+Yz/60iG9zKv1xlhYysI5loeCr+BHZS1lAJrJyaDRxN11xwLCirICZOiootRgAk308C0l/uI+laRPcsEZOpmNwyghXgsxsRY0KafaAn+37NY1Xgk1kQRKWqb4xbM/YDGxDUifcSGsSQbAStxUvFB1pJanvXHLRhEq4GPMW4hxGLyn75RQ7kvmJzCv+IatBfYtMuV4kJOlBGTLNxrhIhH4mPh/UB54iCCeP0iS+D52mRF/EOy0EDrEof2azQ5RTUYSdHNy0k3QSbpU1uTyWQxhOaXPAiYqb0lvtTjw62mOvIRS9KtTpRBKwTQwqhJC1kVlHpYTG67xgPYEPHRO31jrclfKtiJO1TlQOMQ9xT2fuGKTqW9yt81jpppGFfmcdxQP9KIvLIrgwMbVwS38OGkYl8vp8kNRb4JPHIYxwx21dbfM8kaRtJOsVqIK6V07QLoTtHpetBG8bLElLLiMSS9G3tzICjU/70mQwI10TktdQ7Zh8ZoyZzStx2ifQRRLLB9w514Zk5mvvmNm0yt+6kC565cLtkxQZZx77I6u0R4XE02V35sKPf+4AbPFTnMwyIGjKRvMLr/T0KV15o0QyB3RM1T8juVjSYY6Wyk3jU7OhdSCulKvVg48o5spXjyxTURV855V0YfEuqlWsvo7bQkkWn4SvzNa9h8uazEnouRqgSRGxzOLKQqPFD7C5NrrFYu1mSBy+IG9ZUUhAPBVC+JHYeqWkq3z6aeqnMPdNMlpRbAyHKFuQWO0jaU1x5aaQ2LL6K87izGXOJqEwlDLC6mol6m28XhaICeJ6m73V2iyxemW1n9qmiXfzVtW+NmNXDTZLhWrjBlWUvRa/PF4J8fTgr//j6PPYBA3UW4jd/skh6P8ksRlxwcm6dALuABMmGOi5YT6u3AacRIfVs/fQ7KmtlbW2Vtfc+KR28WlLxp1UEdRS6mJct78Hetq/fhDMQhCkzdrPGKzfoq0XxYJcRc0a9lNLhrXtXdHS6Hj3QKpUlPN10eXYjBM17jqLAKmZbt6e7l0qqM5UN/gBZtFIX1i3/cydjfppZJWp+zDpQqtxUmd3Yed0S5c3px7v3C8Y9vr2Vfdb2APDN920Vz0Rt6jSuTMQ2QWvkOSQH4kWiI11Syx1pn+0VpcSRhS37It7GE/duey4LikHFtfuKEFMRHvS8GFvkY+dMc5dJj6vqXt3c/TFZv6FWTKrVcjH2ENUzq/nSbNgj/tv80vxeYGFkD0Snez3RMg+IQz7dcwHPjfrB7oqUws+rFrTXZynq3dIhFmcu/ClTjjBkzv2IYVbkaI6fH08nWdqcwzdZp8LkVM5AIhylv2yJDgkD3dM4DCSaxai1167+zLrT+dgRDcwu48OGHcr4snwi4q7liee8EY+lkuKEskVFwDQZ3VrDrXv4qR3YGsYWNcrno5QqVk6jaZWWT97HNKJSdXFmeXW+3hnkxxrXciSVwoM/EkUNPMYYYKYAV0YB0/cPJq2fPxGnIJTNl7I6dL7suZ7mpiCstB04yt/oLSAFABo0q4StAPkDrbPNIjVQaKtGCR6LSz7KHmACqCH7cr7AsfiWYNI+5XmlSYyhjPx8750u4aWwthrILOtKlBptVNAmd7fKJBWPQxm6obcoqUwxKhoMQJEg8ki0S00CpQSfMEGFMVmtPg9YsObsODnM/rAN/yNjhgYfYPCoLlMBwqifNO1B/1XXXwl162A0NE6/1tXZDUozw9B2MykY4ascxI0cPpz+AV1waJY7NWU1Y+32gjbjyZWr5hq50MTG3y4TqLqQihNqJu2Vf3U+yigBbvtsELVOs5s9ymArUUJ4k0hrDkbTi8qFt2vPKv8A3t4nzDtCsg9n+c97d7tM8+5y6lyzj75KH+38Se9m9dNRwRZ3YivtVd/7rEqSA79qSJ3BJF7juwGe8dbCvaOZwr2jn9QsHc8VbB3/KmCveOJgr3jMwr2jscK9o4rBXvHwwB7x2WArXwS1jvnGzzgq8/IE3vSEr2eEgDMQHs9kONIn4wNLLOxfxYJYGmNlgdTWb8e1mIYNcvadbioNt2VYn33MBCSgaPiXJpPeB9kZd5wTXlNXg5LMAoeIxU6/Oz7kyeu8kWAln/GPVdPQzjSL3rnimJJ8IsI0Sljrngdf9xqbD2vpTQC7RZOxHm8U17IQoHNRmd7MgHxPwXhj9EPGf+xB82mBC13G53oHoKTuud1f1r35MH6zAN+zJuVTpW6qPS8uwkZM6gzO1Ta2t+RDh5+xhQ3KXVnhgH9qNZWbCImtHaru2EZ4EQmXI+yazdWTzl9T71IOXXPTDyZeu0JqQaVu2YHaDqzejozt6D6bcXaKkq5jQV2jOV5KDssNbNbT2nLPZuYXZNRGM4XYq/mOJXzf54rJv53wKN7Aq7OFL2AD2/TnMAULBMIcDNhmeGxek8CrNnwtkt4PvOK3XcyDIB1miOOWDNXzfymmR2BoGc7ExymIhDqyB9VHjXuqNv9z6ReOIgZ82p4gWFEcsIPyVQieh9V3lHq6p338268o9iNy04HfV7TKvXEDwzHdm+u9BJsyk3C1slzscAEJRPKTaQEKgLlEIwTqlzFdN7sCUZxCkTKmoOdy1JT/YwgHCpiY6OToz3IvNdWhO+z+2MMUknuOD/YL7Y5DnaUXmlerzRytyxxlaRd9khSis0nWEWiG+NFCiSvlGZCuszNrJslG0Jeot67gGit+vAL4YWJFYFJB9qglGkOx86Wg1OzJE8UxCLN62FUpVqtqGh+jrkB6UmP0oo84Jd3Gw2GztNJo3PPjQXnmFOInB0bSrzlEQeAWyL+tA9O+UiPTKlqVA7r3/JrCBRn1gBV4aa1ha2dUd3bhZhvFG5XmfvusXjUfTDRoCovwmdzUyKMewIk23ymLEZdCTYARJGg42VXl6aIO+6NcDtG7dxGcxukYxx63JGL3TLvTfbA5bZd1AvlzsmS0U5JCbxqFj1R2G2/dlp0a6H84v3y5PCsfQQ3pW5BNgVY64L9kIQeqZ0mq10XHECQ2kqgqsemHkF5SSSfCgRbIctfkAnbt+InOC4ctis3C5HR3B5NohhErEo7LNgU4r1iEJhiLg/BgtNCkKstulgSs8crXtlI7hF8GNAGKQnKT+mhLPpnEM/v92lYe732DG73MqEsXwqhWkCGQNkOZzSHzgEKyrGlZ9xa8skuwzY4jjspkDWgXuvgD5wtlrD+T0XNi5QgD4PMYSwRTFk+kN2t3FvSKHWlKQchrS5hdQGrc1gNYDWE1SNYncHq5+Fq/261VavTXk8V3XOKbThElzoemdSef254CsIzj37nhHEZHtKFJHQujs6gRzOn05wwTsJEPy+3xOhjRMvrIaJQ9ADRQ73/lIvrvad8Xm89WZA4geJSxNsWIsvd7h5/GkNlvKrFOZXny5UACs265oVBWwkypSeH7/FJj5f73SYpIRyGaqGkDJrylDVJ+vWeLljQmK0wvcl48/OcdwlXNn4JboaRMk33QqWWLI9w6prPf4S2WFiN0/j5xtt3xqfY3b3VVe7ZfK34vThwp6/if8QndX+UfuyfzKmaVi/lHCYW+QSilCuLN+N+kbR+Fo+g3oVd+xfiMUna9Lv0ATuAzpWqd86dVr8Gpzm6TcheQKtTK/oKbF6EldsCo30fTcX71qdgcZykTj5E2BaLReSU8Fg6IKRERfco4WPgqMWjERpkPVSbq4rUU0Gnk0fjnPGYT4Brtc7iURxRTu82l4k6e5280PKDy0A5dfe3xLdx4TrIUrJFweTCuzM7ikSEysdYldBAIOFhUqKywjWzcX1A9IvGIZQSrrQoESyoF86m4xgwUu4Cs9t0AMpGQA+7WCEBAN7YU3ceUx82odPaejg9YQA11ULcmUktJgm5qCspnhOFvVBDJCsAQJeHFkrqXGDj5Ngvr+hwPnCWfI7JaaX4HaaEdEI6Js2ISXPFpFlId/344RggiMJtDYjQsAWZNTjN5IsRUt/ogCA4w3xfN5v7RBbXEZ0J9/A8ZvYwtQ0tIcGaBn3IWlyQkEyUjKYogCAdgoiodRUplt0Qr96Lgzoryl6ou9waHvwUbE/kh9Zwr3yJPT/g3DoxwWlH1qaq3Ba25lhT2ompxFRsihWb4h2bYoAgdbsh0wgElTbf6KQpZc3UKVXmL8YLwGByg0MaweicfHOA2+PFaS2OsTWmZYs37C/pxYUhxVDBcApDINIhDKBaV7l9MJX+3IEQGh/nKRRomdGVwl8c49zbNB10vOBrewEkTHxVt8oc0ktG23pPE6xm3oZY24DELRMcIIQhxXMFXwDbFQ87gwI/51C8QQfcnEDi2pWHRbMMw96Aue9LGOU7jf+BFDsOEhKodzibnX3CFFpPxEsbnT3yWvIiD8rWi9A3uJxIyMKfkHBQC04o6ONqmirLcn6OTJLVrqSq3V9xrzxkhm1Be2Umk14o9zWoLpHO8iwQ3fUCeIQFtZ0foBZlHih23uCWkTMAZO5IeYH2WAPpGkBbepA4LMV06CFZHwCl1kCsDmFVZksysCmK8LIHTDNQvnaOCaKAzCOoaigsTO1GJKTm/hmjIird/UOSs78pW0EmGECaIKWUaVVWph1unpcElViZNnIugg9l6UsaAnBI2aIGfBTAekbidoAtmIS+1Sp2ZsfwuTcYBwtolJ0QZ2gNAIlSxZbuJ5FTgmRTmEwVj+GCmnXLpzzvYie5NMDZok5HRRVRgSIkyxmnIINUoBtZ2NzUWQxvpNwGeKho9SkR6rxdlG1/cgPbEgF1CkaZtniL9fzOERazDL0ikgrBk5m7b5F5IMy+djw8ZvJa9SKrlcV0ah7fhPsgGzWZsbz/iekj6DR4Pqyc7fWDKYbRSkWN3WxM92p6a0egpKrdVakSgc/KQV972gcI08qWojZoZJCQJUe5WGOo3DbNe/U2gj0f5DAzmSLpAmHZsLZXuNohp4/TLH2BVtgRNpBhY2FfCjLiK4plUtJRtiVNxzL+Gf9FixSJ7Zibn3ydPsC5Qp1pNOmlFkcnz8edQZXeU0V3OJfYjrexm4bDD8qc4VxzeLLUnAa0nXHwvmIVgJy8OJxDh9EuIdUTwQyrGQIlXXOOZOY0aU9TZSC3ughfHTTh9pWrCkgAcv3Ls9+0m2gF6oQKxrmzkBy+jlm4vGJ+wXdm2HdMBmGYV4xk4f4H24DJLtyUTlEuvMk1QrdXZMPMqbJfZgk6sNJ9P8r1RaMssbX3KW4cZ2Aj/8pkOSNldHQWn1mVHrmG4toHWdasVK4y4X6e6N5gfoabMeTI8NUtK6g0l2sVPYReUcJF8tKNFkkhE2uPO6XOed4OwDKGyAQXpWDDfaQrMWdwEnV7flFK+0dyskbO28ReLHPADg+I3rt0qf4FmaQYXhaxYHjiAkbr16ffLnc1XnHDiO2GJZNZSDCVPVor7c9XlrblFNOLJqp+mCQ1+kJkTaQ7EDNozowazCIpmfIJN21ez3CiHpirmp27xpmG/aanKbKqGyKZMEbEDZ1nUWb72M6fMoTavSnFBrWB4cqyUUUVIXWZNsFeXbAtMDIKWHtdQz22mC3UjM55sT3OH3W94cRmSA8E4ZtTJCj0lYWJxiVRx4ihkrpGlxzOZNe9OdFiDkQelW2O/l1fru3QAlGMkIu8uYFo/uA+ANXilQ2eZzq5pqLz7HdykfNSDk11Bh2IhKaWXWkwp3WMxZ7lBIDWriK0HorYrR2UVvq7bGK1oSYIa2WLzXys3dGtk16OLDO7Mps7nHsScjqW0jG1ShpcF1h0bcYeZ/OQrM6mbGsXtgQG8KftdyHopUOnX6j3jxk9IW/AQXk29F4vs0otV5ZmuV5E552JJycIUpMGmZPMKp74QhbiC0tFeP3vVnXBEl51wsQUk1m9VY3p3JS5ZlYxrg+S7lAXpE5MGDf/ayDZDYsPFqZtyrH6iDiDxKbzeIW2lZn9c4fuDrEXIl1FJERaAYxcoTqnRAVg9KVsO0SeGXfavfra/ccVLxp50h2IxTE94CfRSf0zgP0Io6H3K1euDaOCjAryyTBB10asIpRKb1qI0yHTbRs4QB1O/Qj6DLJs7DIUZj6aW5Z/q0fM3MEXO+pRp66SoIvQpQTfcDC4B1vK3VLUvtbU6lnGt6rgZlgR8BiIbFSh9R7T6LU+PSl8cGStDmfFJgtf+CLX016hQGwdWbODe0Jr8aEHotbXEY6WfPixOBPYsWlx0FmLey4tlfX+Iay8FfKNTbAcbszeQPnJ2+5PdBqMIJsUjsTRDKQcBXXK4hVjeOOhSKqZE9RvpLKfrTU5EvBj62qjYzBkAlFHklFkrdZX6mqlTWWdVuwiBZLelwGHQ1Fp/diy4sPtKVzqqyKtZX1gCiiBYHrCjFCwLMPYG8y6p2/9l1nqBsjeApeyY9e8MGIU8YHxHIVVvnHhUlfFUN15e63OVUBZYYEpX/nKAi9ChIGILOy7HULh1agY5W2ZYm7qm61bXhiYF7u0MP2qsPfW2AZaku+1C459LtPYKMQVjXLzk9a2lW4DHR16pXhk0NTZOrmtk4WjPm94ZRxRbykMFiGmifyJzTvmjTKZfdKkI6/KyMDPQ8boV9A+vByjgp1lsmhXMGKb2Xc88tBiXvC+FkVKLC/0tmIhm2QJMSnsKXn457N8ykNuI/QMiK+QbbG4LhhVleq0mZVOZwNXZ3OM+wtWcgOP9+fcIPAuVU0eMr8cElGoqr/PPFay/NddLeGO7B50JpmbAJtJFlfnsOs+Ffl0sZx98HigAH+MHRQfIBPh5jPVtkqzhYZ+eOOFCQLHqmPZYf3VQcu123s8cs+tbzxYfX8qLsgnlcuUEjY0jywPyAx05kNmOg5WtSEwWhBbjUExmkWD40esRGNlRgTaLC9YokvpzG9k8MChatTNkKPDiYcFerEXFnBFt4R/ut+sgx9U+kQ4WKYvVnXRtzCRd2VcqWJQgB1mnqjrZRv2ZydUL0UnLRTLgfr6EBvnSfyUVkpxY1ifd6L4nuYHqh/dyFbKVuzfMovgwerhho0PfWvPySNnz1w8sTu/7wEv+NPZvzXi5CkSdbPs2a/+CmPzowcCz/jx6/P/9lX5UcLsDWN++p8fzRDw5KVl+zTL0czISjFraMImji0616FQZJlnLEqdCRh33+J+wBdc15A5Y+2P6D6bnBDY8QkSn4DMn4JYeCzYhiEXqrBpTOKyhTU9ZA/FCLuAL4UneV3jGms+mnbLOzoNaGY9PGVDOS5p61lLuDqKJINGPv1jy3d6Bs7gJ5iQOJb2p1uLY/vfzMkK8JicEXfHqFaqlWusu5c2dxUXkTqp9e8+exhEIXCG0BDwcurjPrdwwUP/UWgCk80SLOYFZh1IP/NjgTcGu4DTqfJ0bCgueeVe78lqVSEWBB548j4+KMbG5pHF+rGW8oLEYtGnqYMzH4dbcDsxjLEiW61XjK+DRtwRQwJx9/P5sjn9wnMr5NuF7lTusOFhypIgbZUMww0baNEfu1HIPhMPU4HMSg7m05kbqjP2eaVGyFAnzEj9KSpIlNFqOKvrrpVaV+Qb6rpTyGFgw1jsV2hHuAfy3W4sa4NiHgkAqbqUmTYfe5qtkjXYbzTS2iM+bgStk46ifXor9R3uE+KlvGMJ8lnCTzYypo3PvHG82szeHbBNfPO2VtdtRzgVaDe5o2Hqc/QDOO1AT0OygYsPn8ZuYd1uNOfsJZn+stwqN3+CkPyXBf2XBO+1JG7FQ2lENyH7PMfW7W6Kbqa3Wq4empGc0/eA8vw3X+ix0mbRDEzLW62pK73tkSMsxs36Lpf8ob8sgZtbpmuGRxoNVwYLyLQLu1j1TqS6b3w9nCZWhZe4UWYFDYgQVAgyBB2CUCbl2E6xZtHh/rKc3YNX3QQLasXyvfzg3vpzmrr8zEcf8ylIVG7q5pYa25JU28cnO7A9K2zSu+TERJA/Ir9x8TvOPnPyVbpfObyz+5Ji/Stn8g7TzLowEr0WCeB8lxBRRBKZRafZGylYdU9IDDPe//UFHoddZcnA/Ra8uubhlrd8y27sjs3synp70T0Z6JAhl8ASLXEXH8SreLC32GRIB3/bi5nfEKPD6P3wWTwqn1MeHIS4VS1PQnQKxX4knZBIXPyITCfE1okdIAVCx64+8SNQeKJHb+gppqrv44nMBmKADcWeU/u91m+7K3j6UwMrH23Bmxovv5U7yHb2y+eHdvjcK/XuFl/yectvc4fPtjRbd8XakafjMC6g1a1mBFRt9SLdUxEImAYYVhIMeLQHVp78fVdz/A3pnpEzb9X37asqZfNhTNC1DLFv9y9w4TQM7nKrqyHzzJCvXLgIhD2vngubNlK8kE085bgOI4ch21UcO/ah9ZfxsW5i1aTWYYl8NMPE+vQnQR5c2alOmyjbH7Zz+J2DHxxNL3siM7FTHP1+PGaYEMp1hlGv35Mx5k8RnMZOPHrNC2pZmfyMwvQZXSpoLwKbob0W412ePzBGKzTef0EY5yvCYM1vUzzkTcpjCb3bK+GaHLIwyRQMBjiyRxVpLVJVb9H7AqOlpoD9hAXHJwsvVS+27c3jY+BJG0tlrVtsE1EoJTvfInyA86EW2CQjtTH2aIuRPdB73P2RcaGB00duPHZlL+zOXsvaZJ3lDq7iJp7iRdzdaxEM6Z97SpTzI+Yz4leyX1hcnuFnVj9ZUukqVhFiEZviLaqy3mj81n8qljEacEGpF1F+FfGqhJQqWLHvOwqNnGxCnaHtYiOyqY6naP0nv97BLXqZ5z5G+BevLBy38DLLTd0zxk0uMtzgnLCifc/dVX7TXeuo0NlZlt3+5lFpm++KDiVQfhpmLVohGpvk2h9HomX7rOgY4b9zVeDNV8kAyp/0gso5s5JaHk59la7YhkaX9z3vDR5Rj3QpAmcW9XibovWAZd75XG3DM04azxB55Fra7Ld4CZprraxZtk9x2Ls8NXXQf55jz6gz061SonSVkF3m9BEL27yLMX6QRsFemToKpNHA1y1CP9Pdl/KLjddeS9nNKA/Cwr+ltIgcbVs/t1dh9NfFKY5G9chIQO/6sRc3T97x81y1rvxTNVXurcbKKISNJV55W8pD9RU8XPlqGjufRmtJml1ZPXLmOjku0De2ECweNy08nOb03BKTGD5/TVspcziTZRX7EnUkVcX6HXvmh7u6j3eyxXh8L9SG1UdyD/a/QgFEdBip0sp1IiSprBlxaOy6Ux5J3nHgETGJqKHdhd6s5/yWzdvLCkOpppafbE2tCFYW24frPrHckvpSPptslXKr6bJX27/cnvly1210qu+Br9JoAnmwrzkJexruweKoegfc6PYsO4apNnJMok5a/UFg34/+0YuT4EIKczsLHT1iv3pGiA7MaeVQuj5fcSyOPm+blSUN9hb2tFPhgnfLpU562uW2GODb6Xo5NACjPV6GSVBkqnrOfWS6hwtsGI0kO7LhuTsgpykDDK1vnvM7x+6mYe10brmefPi49qJPFpl3iSw+Xb53pyjG+jHbFsPh0OhfQkeKqXBrS3eX2mHl4tfCWXAoBIlWEjkvTxxSfQtKEg95oUMGsGVZF87XAGLcIIubrMVAMnLuvnLmITVzaHI92j+V1VSZm/kop62unFqRp/TLmqhP4U9cKBK6pPn4XKX+tO6pmUworE4ixx1VWY1KzYLZh3MCaNsXsc07DvMlf2QQIBu7ZWbYU/9c9xVK/wYBUnwf98bqDJmoYveb8ZsSXTaXaqX1D9m5SNlFh4dEw2p0B7Iev7uwcrb+xfjuBwVVqJDxKpcmlCiINbirSzWrCgX80sUhSICrC4uQujVY6nUZ1CEudpp8DH1FgGCZ2BiK4l7wjnzu3YD3eJyD85afMnttY/Oaa8bTfKMoPS8XJiyYj7CIaMlUHvG8EJnvfIgbemZC1gWLyEAC26KBY90sHb8imWhvpngCGGzFtK2ZhFPrgAVamJnlCRBmAnhOp+Ydlpzolb4+JKeakbGIsV8LTizqrxBMMSJG/OJNkK8/s2J0J6eSfx2i1j4iBDDcV28YOoGnqGFnk2fS4DcYKTVRSBGR/UVr2KCIamwwhOLUCcClKlsUB6TnT8E7gNkSMRhBZBcLQp4FFggw1gYoDABhkMgSsYm4UVIt1K4DrhgB1w2wIOR6RQCwYW1ADIs7Z5BF4ichWkZaVDawxopgApgAj53xnIZIHU8l0cY3hylCWNGwOW+vUxfVGXtOieTiV7LgxFOSuyvXvCcrz8V3010zNTUJjwd3whRek7ogGSIxmUuBCGYvAgNLYIFbACMSmWLXgjQgU3UD2icfm6EcI8Il+c4mJc6JaNwSLOapgXyQBZB2i/y1ARfKYZM9AajxQ8RdaPbLB8EGYIGCXS6ZNHr/MKT4HODiOMhA5apI4inLZVmgepUZ0T6p1HvZZWRmFKVEuExaulRAt3sjJ0vttLraJup/wh063bAToWkTFN5jglGoCDUfo3tEqJR0XRUUdJFnZe5mrD/WQbpPZr2xVHs+LNstVuU/cBRourJ/Etsgk0DKBvEgz8doLgvbpTrShI367h2wTRZ7jyyVJ9s9rOXA+LdVSxTEwY4rX/rB0MaZ6Dlc/0DoVVYfiEjUpa9Bn8eZFvlTokHzJwYyPO2OXbtp5ty7tKQWoA4KGEVFC2gJVEBVo2hr9kHtuObZ2P/Wh8CFUoihqK/fHpApTQBtQ0DSC4Zp2DuNpW2Kw0DFgMRx009ukmKSgfFApiWDIliCGBBFCDdGiUa1SzEYVbbVcqd4hu97qjuvYklu1ya/1n2yIZHAMm45pNPp5z+6/BfM1U8V8EF3fDOCy3dVQe5elF+KhsGt3n6T/g3vg+6dKfvJqALb05W+wUDlU1Pcg9hbqKvsfqVNuZ2Sw+skfxQvSSNo0mSTQanwVzQqfqKWfE12L40NIuFqk8zK/CpefX9Fl2lbXT+8CHyvFXgU+tyR/P5MB/UuabolaC+GBc8/44cKYsRTpkJNp9jis4qvSQJWAo2/kaz98TjUpbhsHGIRYXbRN1URp7np78tA7KuA0/BqlzDyCoRRmn2dHpIbV1THDEvzPbQQVh8n+hYN0/wvP2bXLha1HP4IFKuiMMxHXbMIRI2SUFIZkymtFE7w76LYP4EoGIGmmGVuxjHrCB3nordQoQL+M4MOLQ+zjJiZCTWncV/9t0F/IQ7HQVvIQTNNezN1S9A/SBnRwjZpCbpnmv79o+LbYIpJ96EwMRIjin5br83dZ5Yl47/F+JRpyF/NotAmmLgZqFRWLwjbCFrsktNGXArptqfHCdQCNlysjVemM13wtm4kf3dhvz9Wsf/5h1qUu84LqoPx4cE4xFQfjg8PD8ajvX1DKIOOqCq0p9RLyt2b/xq8Y8l5z/GdP3dvqyZvT+Tsq4FIr/S1z0jeA/hu46NRZX69vHcJ5ufl3eAEztfti5AZLgLTJr5E5xjc19La3/wZZ4704i/+zr/JPW/2WSFS64j3AamEhoRJnP2D9kdWdKaR873bPUuRnBBX/hqP8nQL2Y89Gh8dwk6je37yuYGjVP5jYFpu+ozp4n/7gqlkWt6lo0qoRwapGlwPevU9RofgRsqdMFPHRUiMLXb6IUQfHHPURU3w++oxZpqAbC0GKxAJExzy2Ygd8ybMYrjo+Pw6pe2IxKNczZ5JzftcNLS7Y2h7kCqDnqUhFmXTw2cpYBQuV4OMlTlE6nrkKCmyIDtKnml9AqaK8iPRZ62TBAZi2rk9FYyRSIpobcFw96/UNWMmNXHZePgr1BtXNapKc2fDG9zdxmgxmU3dFd+GzUdUXAVW3cUTT5t4FOg0lVDQeUIrmq2YV9xKgMh7emv3MEa0PeWNGkperi5V3YoaNSYGUc6ojDRDhsgGgcfOxXWDpIEbvhs/VtNGs3+GEdDPOTYzM2iFXO+HOCijp0Rr9OQ9phIKeEBUINUY1Bimt7lXPUjkFEqEWneoVFWc+ZJ5SBELGX9ZQZCVUtJxJKIIlOPf1VefgnJDvXxqAtIzPsBgerdyMfT8+W4ih9Z/GNKSV1bes6cgHONG720UqjxBzDr6xMWVl0xRMyqFfB6R3tu0hvEpG4de+RRmrWLHtJq9GCJ3nz6T+ZNwAWy5TmQG/ErbheiZLbcHFGppbbq+2HQTZ8P8Chqrszb9uy3JSzlZZ/50tf9hfbQq5aT2amRvsnJMs4ZXsTtb/e4f93RPjve65Mm964fiKDmTh0+GwBoU7MePO92T9iRPnnX+E+43WHLePGHYSRdzvoluZIJ18bjlceegCjHVrx3tvbZ25UU6oPa9ZkF1+qFfPe9RnTx6kVSfnrhn31MbNj550RMmzUHAGD7pQ13b5xpmLww2ZZ3VUbXe1C3S/X2rv6hdFWpcdcFNDK2193oZEmfTeAFC+z7zcnn+CWcQdb98P8Mztw8jaEJ4/2NEpYYvWoKwzSULbQ/BoAZnnWrKnvPj+gPyd0JFZASVleBMk7sZiefShtsgUggnFT66UezS+PbVI81hTc6GdhNdME8zMNenaOFSoIqGl11REYjM3+05Zd65sXbHSzZ2Quif2l3Va2m6T1tOfRu3c6uItmIlqU+au6Y7c/swrfvYeJxv7rStcyjGuaZ4ELCr9SX8n3ceuNYyBjT46Fj0vx/r7o6i+s/GwZ0Un2akFfsOnnAWbRbSdmmvHMpIaXwbMtsAK4ChjPakW4ifQ+Da3c0tYo10S+P2wQyGSRsJS5fjtj5qviXNC5DNjYJbtbEi7z515SjxC7jBCXT3AVGkKi6EQaUSIChXNplR0fYyBkdRoigMlWQ2HNPuxDgwaB5nCJrprOxdjm5yAPbxOyESyb4KgZqE4n5vX/AbU8ZzaZ0bF6Q5i9aPDrBnVJFBUFHkqK2yQrbYGtMt+RWUR+ST/faQbbaIPEVYSih+CA3ZOyJmygQNGHaxUrQ9E8FLaTzWOgYCcreQUW9erA0brciaQ4uZpXCuc55AdYz7es93tnWGZkPqLAI9nfbggJSkPH+4snieu5gkGe1qZ42EkRT1OHSmsq1QsFBuByzM7g6g8nLMJSEokXE1KMKK043COcxvdVgBJ0n+i+JS4QdXRkQbhFMvNpb7+bavgW404sEI0sofqHv2ffcE/MXiWl65GAdql60TvNd+uE+HWKUWbv3PP/AX7D5LH6t7RNGsTDBg3oo0P9pjKn25//Ez3ZUMXzu72fCfv//vP7rGL/n0kaTigIRF/aIDlXS0CIZ8wFwsdJaR3reSemxGunHSG1C2lV35Z7HfOsVPJ5XJKOgMBCQcS/UIdQjDt+D7ZG+SV/sGGw1NRY/RMqA0yvSPmgxN6YfQ/rw+fHWOv+SU+e4zJWp8O1mY+kJbpXXxCmZSH3h6Hps6UZD4CMrHDC4JnAt5Mmo4q8Gsq0ELAuq8zWZclcMpr0uZgDoTRLBO2HYeRHqQs/uSkd82/3ZuKfdpA/eBrDfrTD5C+UG51Fl/ue3pV6q1ZujqL74rjN+uan9gWIy5K0bGKg7Isc8J70Hh4iBJc9KvqpOc/ozbDPFOczqaNhCBG0Y7pln2YbRGB4oaz1yAXX39KyFEJq1CAHujhg2njGHagCPgR25XC1guGTaiX4V42dJehUCcaVzzaZrbjYkhhFPdL7xTiGIspP6kQ/pTAmUWCKffE6RBK9ZH3dRYFFmqQnIFfaYEOjDKIGUA6upZLsvqyc6NcEx3yPg1Lh6KG28NznbXOqO9RXtnKNPc1T8bd62pTWS0V7fwJstCLTQoMq9vRKui8Qnp4BtYBprPxG0wFHFLx5+pdqrqC3NeII5giKjErEXW20urSl5qK4HY6S072BgPkxB1PqXM0ZWWGDcxPS91pv5LGhI5WqXzlPCOwig17kygIJ7MKln78FTWNw3CzbImYyOzXcafW/UOyigt2GO5z8L2W+twZ2BcnGUT9gyzQczkSb6tWHFjxI/6erI2SHSDBSpDJ7/Am/OBXdK+cxDtMIAI/SHBoLB9n5fcfR78DMy7o+ntb3gBLvwEmYKYe+knGiXGkufvLGhlnnp1c0/rHC/bk6mHpaPATpK9emeBdAAnqHzbqhfebA7LZtMil4AHba/db6lPXGmoi6Yt+HofO1iKGurfYZmAmUd8FyBsn2X9ZYsh4SCS9CAcExRYnG6YrRxFiYitaZQNAo9Nf7QIDoVbHNcKDDWBpmHrsj/Rye2mMHnX7KgUHyik+gOj7UauOuWWU06hhu6acp71RRHX6K46EDnCJhm1jEsc5a/YedzUZpWy9bjVkiLw51p8wig+it7Vd20q5uCTo0mMLTUlaxOW9r/RlzagxDpigZCh74hPewxPW1oupxuU2FNUpil1p8UJe9tYIAvNKx5UDUfYwU9c5FBGXDtCXIhwPH/UgCCYuVV+GnHcVby69hafV66e1a2pGoRHoxJPtFUB41J9URuT0mpeEObxg8Aaa4TleVnqzgOu3R13CEvAjf47KFO9fqUELkdSRV7vl553ALCimN2leGXnpP9F8NXTK/CjnPm7S1Ywl3Pp7GU569iMe9e0PizbS6lHV2rH6ZGbs5bQ2WDXjp0AatnO64SpRbbNesByULvhwomoDkcfug78xbl3U4zxu3uekmyoj/N8lGXP0DzuPeufe7d7lofuqlz5ZmnhBtW62g+Q2z3TQsdmwKItWk2KuZYpV1RT8EB4kGpZh4JCQmLEVKDqQJ02XkYAarb3I0/lzn0sTiJCk8rD0GSXnGIfyhVsyiaEYfv/QUGc2E4mrK1Vwi8v8J0uOQrPRLh1h1gT+98v2VkNhNBJRlXw9Zb7+ro8Gfqd79tMfN1i0JQMh7LPbS3nu5gdMBMiMysMrSw4ILzAHPRAMW67bvgWJpL5mvGQ86sQcFBQlGMSkv1FXn+uMbMDNJg85Sdm6OX9QAHkT5skIQd4ySb8kbL3WBmhKYTcSEZvev0OIZocFH5yW9P9g+5lziOWP3sDiqoX1dKQJqmtlybrpf2ZXxoixL/6bitbW84M6beVyRupQ9QYB0/k1fLfW2dZxRAt9sXWvTqq8AFxFgteDYCkOjSul96MP/en2GwNaFef+A8VmuoDmxx58abOjb3H8bl3XyQXG3bTNXS91scXudrxH17SPzEnSu/0fLS63JXsOGLXSFFMxL32Quyf1E37fewWqohplgScXaUxBp0bcOy/AWdTqiHKQTcZMLGnPDfu8WTMG5ijv03QCKyXmCXHCMV8THEqWeCod9N8cP9CddwQfvGzWQwjMnvGHviIYPF76Jkluoyj0C4ctRDLUEA1xURxAC7NyXgzpok9MSoN4XTCYCLgg2TbywwaBE9GRpmu0SR7iTBo1f6a4tz4WuWFZF5DljE0L1kceV6EAvPOvXhOSJEj0nPOA4lojEeTOOtXXF469TXrZgjZ+auTI/BYiiJHsDSkfEcLAsr1MILwyotJUH7xwQcMNOv8ejR55DcX3kD2zYipZ608XUO7doq8PDPchCwz/mDnuJfhe149kpwRD1Qfo4HnM+cr0Vl8pu/3bhOi+iscZs8srf/8sutnndnrBIb3p464173cMdgn5HMiRhXI2leDsnNkv6voRpiY5TDxeDJzKgdndjEbE+6a4DTag7yWAthp90GM3iRRfUgqfpGYZZEbkgCT1CZpSXHh2plN5pdaeiOfug3e/6/3E+0hkaxjhyjWBc8HmXTdkxF6Ivra28BYXvQNzCqmd3kaJ5YpRwGijGC0W7rOPCofg/VDwRIE3fT4o2HtcWfuOOma4gxh24yX0xzb+eEiJvo6QvzmSy08ingzle1g3cHmG7r4XQKnelminU8K59kGCE4QSPhcJMHFMkTWnJEfkPMbbGS0NwucxkCh3peruIRsdL4v68Mbxtw3J6Mu8nAExxxZcwa/aydJkiRJkiRJmmh6GrbuSvZeFEuBSTaffnOENcrCQgX4P6JHLlgo3HS5tt+FfI5aYHiS4Yp6Cnq8CQhzkB/PulkoLCQSxcP6wuZaNk0wHBm0/Ob3pJBOmoNKMNkoYg5eUINsAQHC3Xb+U+LpZuv/FAbktMJKj0TLvANyjswnGir/VJZLB6OP+Ak/lLiG2LFYHuhvVmwUWRfMiMOa9Z+wIgzMfTcEuduAJfuNQCwGBKX5x/MKrt+00HGhSza83G5OSDlyNwMyezSj/wdGOPA6sUbWkqGttW9VYW/gKso57VwBE0Ib7MG8POxN9dcQNhrx9biRjEUbRbH0gWC5l3dhqWlX55XA65daC6Zt9tdk2Bt2EKibA2Vdiv8s5H0siD6j/j5haSvdZ412tgBvwuSFnHk43lzvTsQVGb0ZmVa8WeprV/+EjtTwHOlWFgNEajtZIrvxydvl3W4vsakDM4HhXQ7dB65bjrzYGm3T6iCsRSx/ZW+/3rhOktKri/wfdFgCArFuObRBoyxo8caWUxRvyO/gtrgFTd7EfrUZ79t+wH9Y03eQ2tsO3sVnZaWCuUwoQEaiqo0EInX5OFXPMvuNCqRTj4RyUzrLJaBtS4KkgOzvoSgPz1T2NR18p9K2ucBPGcD0VP0Cd9DcsQFy9VxaJ4rTmSBC52vYXIYVrlzTeDDbOALQDZ9AuGrWTMAVyUELFJ/VzhCvFtBbdYAbhCnaRflgiu9A2xTXagTjRqXIg0ppPX3hY6YFyPegyKxj9kgGjRLqmt1H5bpYMHbROLVVvs6AoaRxgLWNIkULOgLtHKFsUnLYOB8XgqYyPjsPYNDX6gUZDysgxKWgPz1TbGztsJGA07bvvOM4RqkhG1fypT+TuTQaKK6b2OZZs7MZgG5jOY1A5zsp8V+mnVUiUqc1MyyFfOlAtmTkYsKNC26vsRULABhMyGfopwzpictSvdM2wvQ36JPLlwsIW4lGTYM3UNKK7zo1jg3aetvAVbmGTWptS0IljTd2Lo+G3qyipHXgxbQIzOISb9CQtbPLw9Somi9kYDmWn/grRJdceobRTuAvspOCu4hAL9ch6vQDSyusbBCgme2oEWF3MexndqbbPMRYiq5k1t9Pcft7F8QjucxgVG55BWZWahvO83ICcBqfJLn7qhjfhzMmv/IVweF5bs7lKv3m4QuKjyO0rzWZKYK5BBdsqMo2BmZ2hez9OvkPo75eAm1KEOYHtP8MkhZUpGgyqhry2JySlMraAgVLrQSUq6UGYKZr7Q7yhXK9ISnjsAokoKA/DcAnAIKQMNVkBtweLcL3/GPKFzZgtMs5E+k0+SjLvy6xW8UucZYEy6CuA8T2MgF4/JFGm7wExpSY9rSFlrlUMeojFbYJxjYwJGD7diDah1O2gbSycC+scMihJGWnuzN4kOxYpdtHEAc3VwcCTaejZRVeAriIXdNna9Izooio52Iv+sINCYi9PEIG6peEdMxAyk2C55OwDJyz3BH0oM/rlZD+AwadvK80HE3VucK4sjdB3ZC+BxBGqrAAjImcXUnHzgdxIAkEYNw64sdLAty+0oR23cmebPRgkjhrE0kE9OmXHAxdH4NSDHkTzvDTBiGMg9wEVBASayV40R54Y67bhpcDllopgF+QCwOUmsSM0kioXj5TZinBQCrN4VgFOPRjNGiwidpgF2wGG1GQV/sq7Gk1Z4LlpqKXaWZdXSLs9mT4AwawPPXumymAKFUE8ptgAhx0fj7OePmyAlistIPedzGpe74N7D7lhfKlxnJqp6R7hLooRZrEg+q9i4rVceGPcDQyDkXEB9If0vKOLG8PsMxaHlh/yMo7rrzNscxWqCv2F/WmmsUvUBSWNWYHRdy8IvxBChTXpakjqjW1ZcXcbLCmeTktYEn9nXE+5dK/mOCdh+IFIf508jzUPFhhocNQQzmj7lBg3ukOT0GeAafW7Gk9D+SuiM9JXFWDzEgGHzG+VWgnKULf/hF4dV829F3y7UvhiGi8K+90N70YWdAcuxHmJApzN2IblC8YaMK+A1BoSONQVFCTe54jF6xA8L7i9xd/lXSZ+igXsNrhsxZpQuu+tFQjMo1ktifi9ABAwseblhP3Zf5lN7A5AVB9s+xMzhuBfe+1YCtw/0YiAcWBt4CBR9yDODMHXCFJObryl5dFsI658VgSxeLMFRINccHGVU2qUHkTPThbAydFfFsTU8iIHhXQsOGIpygJ+k++2/WYbXvHoXjj0BhJdLzYw0aXuWZmi+zspJ3Tjndtt1A19sXu+HJmT7PUGxBRUHVvtuFxmFwtpdyw8ntK7m0gTSFl3QnphDSgPEduGK8EuUEqvPbI1aCc/q+rqObBmwCJ+p0NiW1DblDGfpcgPaZTjAgALMTqNiyC7RsCYBGXAvJmnBsFRuWuXYlHWetH4rr3ASGD1xG7iwTc3cFBEKE1/gPevP1CjOXiERJ9cLN+LjeemhrURLV4mbO81OCDEvBgbBjWOMcorNvv0uFwym7eVG60DYoJ5DDLmmLETKNcuO/0pvCnfNGi3SXkT0aPLhk8AWTRdf7qdlgEv1a7k27n9jB3bScAB3e3iuETB4kxRTiTYIRDOuImsZfqgWNcULX6ej/KN8M9zNV961PQk8vK/dQz5A9S6hMoWHW468m+nwzhpmiT4cXCi/DFREKFEV/lruNWMpleMHbE3drl4AYeYriO9ZnF6GJasaWWvSDkwmS9Zd7xIdl/0itK0phF5dkDLwAznspqRuaqrFLgRwJZ8ZTFzaSO/j+tFhDHGwAaYCn5PDa5fO08J1PvXXICY1NiBX4oHM2yg4/2OWVyE5JKSzhbYrellRhSpU/CDlvwFnUhEtLU3aCTh8fYyZOcTyAd09kFL3lQUsztQlkl51EJsO8vZMbcgISZITugIFH6A69JkuscQr4y6fAmBtz1LpdNajKm8S/4qQsT/bngQIm6aqB+M9cvlQDiLz+92c+lYIMtIIWn802jwo0tqFV6ErMKFm5TSQQhfTqTNCssGtZtXn37bXPiCuWC8o/lILB4wB89QOvHwUTNaFmFtynSEFRGvjwod69mZiFXdXzB6nJ+HdGG2xfZ8WVE1XQLp1kzhWcKL5tUMWqpBDDZqHtSFDdyD1LhwWvj/kRnJgI+HXrDoU+OgW69iHMzWLNiv7FA31GcSJiFov7D/hFU8hO+ovgXWhM4iW5v+0lkqBRhmIYouAdHNegxF/Xe6OSkqt2yLMKTzOk7vBZxmV6Ywzpc2bUMmNtf731n5lm7xtsLJYTSztfd2mZc5veFpk3xqEStg7CQLCMOhH7ZrzZk5TRsgR5yevI0lGyXJiVbL2l6lEVoZCUIPqWJTu1B6grcGNftiIcn112/Fvj1tUdVtbiAXvbJ0ByY3vwTJnwJmczHfSgQ+HVHwa/gZG0CzQ3SQ6LQ2aUeHAty7VwhQnU5O3MVSmzf9hg1bUsU6Vm4SSRTTgUBYsnMIsbHVz5yUFMUi9MhMyEQsrC6sioz2dhcU4vwneW2uAUzl2WWgyCyNQmdE2XnwPw0mh3lvaBKakC+oYLsNSic1lSvauNnQmK7ohUyrBCsZq/Q0uE7bU4bK0ThFpnFIAwjRzDMtn+VO7fpGmecrhIzMSqyLRqEaGhvVwJtHiXKnd88e5q+Uo7/JAmjAxwxTzj02HnrTthv3Ou9ke411xC7tlvk5Rl7pkjky5V5nZaqoCnBFDJ11zQLNGQyU/UoGZzfB3NDPYjsZGLoby2bp7Lp+slI3wfBSLEXZcg1DuTOIq8g1r6IwuqYinaG20WUbJJGGbxqJJp9RhUbaJpVbQpIXwopdT/U5829A38/vnFldHnU9W5igpzR6qap1sxwGAx4feHEmg5q6Z3EbCpH3drMvoY9Id/+Qm73RAs+cVtOa7U59jLa3Y6cljcPTqse87eU0yTQTxfUJkabyEiDFAJAde8zDByhpW9D8FIG6G3fVX1Y1iYaGZ2aTHwlxy79idW4th4vFpRk3rn6D/j1BXf/EJUxlT0zm121YoJphOTslUHgw4+SdfsD2dYdNvOChbEkyleWyMnWfJxgDP9GQWkKAE7f9gq3lfyBwNMBqEec9acZYPBJZ9j6p/WCsxLcw2BDtuYwm8NH+t38oD8I+fou73hvTXa19jl/EsZAZPe3taOQeamQrrZHh2Gs+mQF8Hg+2YRI7UqFDxIGt5wAA1RdCGyC6xLuVcvTidtybUyqDOVaMmOl2YJYxDSpxGRykZPRfa6v4cRBzNmJsd4b0hPmc6BhwQcs/WZMpAz1Jep+kqEMfQpYWErH6KCh+Ei/UQgb1LwddYQHHSKCyHi2N4EXYQhHVZcTr1GzReanCBCTDwYyqVrDeh9WW+X1wYdU7Gfsd5wEaDEtaT+lmR1neXyVVyiBnrfFY6nLcpbnQyJDHUphPaJZ6wM6N1FG/MKQ1NxWNePpzVQsZdPkpHRi4H2GTkYUkW/sI85/tMOfU2qxKzWTOVnKgaSMyiKa7EMihivfiLyBhLdIBFuVZ4ZyPFQoWwFqPjOH18OAKYsnv5rXaOBFNvYkIiQqwbg7tavPTKBFxWvcuxafSwRREsZT6HgPdNm/fs5tWWAdP7OTG75/SBnkboopdfRDQPbDrNGH8qy7YWnT2EFdkEkx9ZC65mIjL83SVKid5PXAruynCywdkmspuTpfujsTcoaM//O9nrtfX8rsWw/JSif7hLRqYbjLlaw/eKC6ANKxTK4pukYO6V029bIPibm2daB/a6CCheQU9Uj48OHke23KLpNWXn5uDtHWgeyHKB9AFTm1pTHX4mU+YRvd1kbngBtxg9BjY03JHnMWTcWiPoFzuvOzQWU6p8aAaEmlp+eBGA37WqAxTc3ZXserU0exYlmV2lhzuRUPHIsGdilV2VfXlAkAaneUZSFxmUeEACNnN5YUubDVU364WwO3bQPpD6TzDOBgrjKoBOazETYVHcWqVHSXYfRJ3Vf+HnMKDaWFQs590TTdlTarZDCTIdKg6ejHuTIomdJa8WTAb9ZhGgmh24TuSLxok1ahBJptu10jpboJ2yyeU0XgGWx3VYgO59pDVX/NhlpywAbt7pycvebDAdQHqnvWnIkvWEpyRfOTAzZX6WKvfBvgkfW6LDTqPnUNoKaFuaSmyHHwIeU9kUy8keHD7mTw6MKgvWzpNlRmTYosNfpS5dEOzVrJmhzVZ+JH8cCm1wK+o0LXoRplSg1d2rEVrryhiMKoO8VHQwg6zGnXoLdJ1HXcXyDWG5WbOLRt44CmyE77+2eyE8BXwURDmClP7q283YhDWnuy02PvvzefMCZnYvtmLoozW8Uyw8fOK0DAa1wpFKNLwjlJl6U+xw7ZKEzo4Fau784UkmfBpKuRXa9H2NyjM+l+kuV6BeJlOY81Fj6Fr802HSdA0QLpqni+L9KsNMUpEZrrApMVPVc+PLgUwBBS2ZnoZ0PolmiNdT4Y+FLvPqjXos5DXRSBbMyrGmxFe3alQo+VOOg5cdqeo7x3a2oxBzIRznDfBcVafZgIZI9P5pCuyg0tLuAkHQlZCoXIxgyFZK91h9zCdHLTEmhlPhqTmUjWtya6TOnqofFUmXspy9rknIDHrAEFsetzybiTIwKnKdhAky/tXi1bjrqvX/LK6/PEPxsuNB7+E7WuVuqBwbIKyJR9/YT2BXMPErviVCXFXo9TGWo1CPZXwGxP8v5+kZMSPVbQ7OGaQ3en6Z1BhzSTA2Z6U7Mb4D7fhBUqAkCT9Gt0G5W8RQWdU90uynjGcbQnt1VAYGh52kfiVkitehjkRMhOxkzoM/p0lrim1MBSB9ESJP5jiFm+20TYGmOJXS4xEgsLaatYHeIoMpOhB9RXwv8V0zYpfefAi0KcidAose7VbnCGNW78u3Gk7KKHsxMUvoXhIXhfxoHVmmMDwC/U1k7QyJ7A1EhdzTK17dzkCbUEujUVyxQV7kUiPs3EGR03qtDzgmi9tAKjPvS0nArzvKkGdCgajKIJ6dhaM70ygtAmtYNpXpR2+6wuIEKl0olwyMVDgqsPAfVkBF1YZuhSqmTHCfWkcCSflA0OGyAUEKrE15s2MSFBLL38csLMqmou4km9CLnkNqhYtkbhfAIjBKjd5wKp5gD3Exk+AQDmqPXAzZX/WRLxW4orxTMOU8RGucpvREzdqT3XFFdCU61KlvsCfGS7wtApehoSuz5H9A4VumhW6F5cwSqpJaQmXtIs7LxDIBD8/uW/MsFis0iLwpmJIXiq9C9Dv1ddFBakLTVriod1ea9NeIKoWOEkG1/lAIliTRnJHAHTNTWSFTy6FAmWAZEKpYN1QVEoNA3nyQ1cqJhM86o6a5kuR8mFtk4JLYMInoyCxKqIJ2klde9j6+7FvbstUhzGK5H9m2atqnEjM1Uzzk0t1HRJ6n53mtsKol3TJgpuBwx2LAMvDLkVoZssK7OQJNI9xEU+paZTT6dd5CD6iB1bxl/waSiqYzyiKZWn17rcyEYNSAHbBwGhVWOZkgndQoa7FgBd6fcR0ElmG8T7lJTwbSKCKy9aIx1WsLinBXDP/esvTpSwm/oWdjnyVCGc6/yEVFvd/BsA6p0HWRl0GV2DA6gXnMPzIA7Q/JCjEFC6K7hg4q2haRY4lOxoMm4vxpiHqFuwpaJot761qyRsLE0BXVaDAGPuQFqmM4pfeoI51kqVkyKMWYTAj0oVAh/lW/m6EByrt3l10lWpFKwICkxGJiKXvKzEn2CbmGSc7c6Wb3b2zn8/X4oXljjwqnTjVtiWKZXtlj0fpb8SsSPSGdsyANokdzlCpwLfd2Jy9WkpMa5hhxPaY/CmdKPHAtELspbkPTTIc1hlZRdTjTlFvSc7PYE6blV8kNmjDLmZqaIQi9YMaq6zSlwFi3RFafDUgyA4qO15tdHR09qElFei/mY55ZVJtebgpYjbu1465axK1pkQFmkDeThCzW7VPK+i/GnQb/eSvQv/8vK35m1u14S6spa5Edwy7IBr4sFI84bz+aGS1FgpaymoDoU+4JiWqcG0quM3qoqP8KUEOUSXZ6NteBM5b8htRtwz4j4mbnJMyntes0v4U676Hbq5XRPrW7WlQyUrUB8TXleRJxDoRs22QDVC98/t0mmBol1Hp6XYwhUPwRS2EtvFqn4846eRm29lcb6OZiw3vzvI/SzUD16oueLF2tBIzws7svg1LserK1tIdSa9srd5ItZVAAnmS+pL5Fhe4K6v3Bz3JWHbLIsjFyk1r7b7wOxkd4dBXruos28qudvJz27d42B46k8Anzg3MlGgNBsBtr1BmEDwcZfiVT67ciBlq30/ZXDeDVVs0JEZZSKSPHpJ1M+pjDXVI9HCw4ffC97cc40gA90aG7y9eO+JSKDNgyWHoiOGWxqG4ZbCfhD9E4tN7EYncnZDqNrrrNaP7huBS44HVvb/PJphMSgCMTO3QfAvNy2GwXzdE3wCuH6E7qv2A+5ciyzzWF4Vb4W9Qm720V0PZw1p5W2iF7lUBKHYlAvChSsvloynjEUekZUDQXQeo4J3bwm5zBhWNU+RVvFGNGr7qyorq31Rv0D0BYsY1ZT9t+vduU+cDSroDMP0rbREYRikGYZAxACmElFSojB2sl9Fy8F2VypJq8rRD+/DzNywCdegWX9zw66oChdY5/0kMHs0OLW7frhfINEvNr/AGEKbh6DxdEuDWehVqzYLV8PM0mse04Kw8pRZ54lX3gHvCG2dRHWgmkskrf654uZCM4gdLka6lXqhPWU27BVTCRXajgRsu4cozqvJrZEc3XPRTXafe2pknpOoc18U4+Si/djQ5kJ/MPQassFrL/e20uvPLpGH8uWrFmyq+oacvoya84PjJrNt8fJBhZWL7fp252HoFf72X2MUTMcPIpuJXpB5RP5LpGp0Imby5QzxBOS8RU/GZOlk6aSZpJmkGXVEoo3WLHYh1hllGLwYUt2XFW/H3nDi86hIARfiogVQlq5UkqBKfPVkOR6tfTWQtY+bL4IeIJaQaF7tcSNJSg2Y989yIZiWYjVRI/1DqbjJv6sHBbT3P5CjYPaxF69tvtF25X5chz1JLe20BhHkEzNBFpMZhrPe00bUNLNknnSAic7Has0J8ralixIOKJchsM9Hs04ETHgzXalkIibIPTjWQMx4826HGCEhX7Qv1heHknAyEV8r2w9lAmtHOWm4qz6lvirZ5V2U2Pia5masvnlfKqWJrVZrr1eKz/SguahQScgSQjpQaJVGgNjHFa95i5Dz8OxBuN30awHLqJUGHtBJyF0Ckmzs0uP9s5GKgybUca8TPw1gPbwor9prF6vSNKB0ZHzdOBCzEznnzc/Y/pJhADd/8fcGr43t747tqBrb+ji4a4kuBKuWDYXZ0L0peHCKxmL1R38e+yXk7fz9GuoDN1TWXLnCRY2CHUMN3bD64ib2oIu+a+MLpCPBpvCKAY9ftSutR46Y4JVwi5CpgwXQIq6jUKmav29CwgQHXK8X2a7S7BWvkoPGC61/+F8Gu+RZoeOVfq5pHgG7hp+3U6tPZY2QmteY4jqz6UW0xj2XWivDCdf1CIt8gEyvXUTNyYLfUIc5uCZinaRTfV/xb7RZM+PsD33Hh+nFloMqf31A+Lp61QongieVV4WBXg7z5LMgLsdU0ZnPfuU0uiCcwzA+8Bkk2tKqKK9QqiFnP8b6S5lV096llqW4s7nxtyhLp7iqo5LeemYRnWpHrIjVWvbBylZWZ1/hHbFWXRPrYuOrZf/nk+xXNmZf52uiW+2KTbEVF2z8YBUqW7Nv8q7Yrm6LnYesX+nPvsO3xX51Xxxkg/BeoweLOoNwm/2A76dH4YZk7r1hyEKTx2Fz6ZqBvGNQZxhujUmOwk2cIFnZNDsNt4furHr20qfhFp9kYqM8Isti9OWyqDMfz68/tCzWfUTuw/qPb7ckAFWS2T13PA0hUbZmvQeLCrPXeCoa1YbIH7JmpTl7zhuiiAqtRUu0v9rf/vnkb1fas7d4YVvUvCjOLxUt7n1/mzFXeSdTbYm4ycqWG5RKQZgxlSSEKdD3TosToTo2JTZepvSnLehyvsX2tT82mxovBRPhbGUOnXm2yvRyx2tS/wOnaajPPJHePe86/rz6se1vdaE65ZgcHA8HKJviSJj2YF3ksCqADkthQJgnjHiloQX5Yc6UD5daWFwaGjmxIGP4JCOSylpMY93V9EzClJVorwOZXpMVJuSKt3LboFTE8i3UaAL4bc0EdK2IlQjth21IYNJ2fgOdr9dG7JcL0Ut2E0Zu1VUove/NLs1ugQDrzQ1Aqb9fkDtPmmpu0om9wWi60jfrswOblC/pKpO0LyAy1Km4rfxJyLtshwJcKh8u+hacrMLQEaYBIOtcaCfeTZz0cuI9tIvm9sI9U9RFyDlXHaGdLgn+lVCGs73zzPwjykeicvBR1GK937PLPDh5RLx7lye/oSh/U6W7FttdxNNQogvlbaq6Qrqcn0u3l64oOwqYl66dwup0JabHNrOuDTS6DxIMsmQNKCsf6L4W8JdEXGF+wCrNINBlRLr6thM1rCwmhxQtfuJ2RXEXefvTO/i1bdjm69pahO+29W4Kh+N+h1rFjGOkEMSy1yg7tD2ZoYUrU7cpoHXfMm1VOTHMxqqKDbkoIK2Thmra0bOKzrETU3I+qwI+4BbbDL7jNH67iVVKtarGo7H6IzCDnuqBmYRZOkqPyAmbUO/Mm5lXV7qQ+/haEPcVctjOVG+0twD25+U4uQCS1NDPGMKJ7R4AWSoYqm4GsCTiZWzpnBCqOwQ+DB0SWqCLevWiLcnGZKuc4gQalg1ZrIos87m5z2Qz4Ba6jItyYzTY4xRgNwMptWr3/1L0dwY+6bBsAfmWawDVZfpuvRDBWgpZzgkm6yJTY7PDB6Rbk9u3Mphhkj6zNJGhwcuYN1AIUw1DSkGJDK0lYdrB06s5SqHkRtWQNbTqhQm0aVKlIKX2Y9QmNqwTRLqVQ0H/SwVVFWrUMSjwGSdmzIkldu9eb+R8fUHd2zrP0Gx5p6hHhGh7MmdrHsDqPGi2ovxmXfRQiPCBN8kIGddUjdU3drdk+tc6MpSPk4939/0F//brJ/18InS2DJjwoV7nnn9f2YRQmINUwlxfROXVq/X1Qaq1Okt5VUhPiGvaM6tKkj8Me8nOh/QHWxFJi8BOZ+n/uN9ixn7Lt1WvoWiM9TGhnbbQidxSzA+iYPdF0DNnjSc6UsuuvcY266uqsN9X5Cx0K+QCt0/b8RPE9zWCvT6p2RKEAcXEJwj0k4VikhYQGdOWwyftnQ1Ycn7Euz00s9ncVvZ49oqEEBoVBjiXGds08OqVz51n+FF8nQYE1q61Z3IfnZ7G/pEBfrmA9x0mgjgTOfmDQ1lcV9mQsyU7uXahAhhacHFpIDuXEAombyTIcFpEroF+IrVQlvoaQrGukyHqMluRNVSuEVkNUO0XT/1DTObvbG4DX3KWPh2ieC1ig/C00NH3YtWHhWhOVCFCahXtddaCoBhzGP4IgtX62iRBcpWVXb6to3sA/ZONmLdS7IsE+H9Vp3ySTJCs8tgcGPfl6WMqJST3lEV2Pd47D5C6C5R5SYwMKtAN6yiyWwTCWjkRQvddcSI+q+TRet7uQWg1goXaKUR5aWRH4jqAGXYzUNObQ0VN/yoxMcqzaCSS2+D0bkOcPFjuoJZ+n5snh+KJTFnaVWm5V15XfXT74YOuL8muMJuXEwURKhbLM2icQ0D1cRA4r6/cVp9CllcGARbK9LAvR2zSt+JLr98rJSP3QDHyA+oDOEnAeaADDAS7WVqpp/GpqJORjYuCuW7ns1rQ0ACLCOaoYH1uPSsIBJ3OWOqFShZAUBAEfbKEwp0Fgr4dmReEXC4rsQdbwoMdvmDzKe7/7AXIR5u8ieyN8x2E8QDzsztXXFQmTdbNXU1DrSO5kSHSoikKjzd6oZl8QhrmB3u/j8f2POtt9niHxxu3ZsYjdONRdx/1C+gGsha3+a+KA1GThprkFekpOihejFh0ITd7BRw6AT3RKGGGvKxYOTBHpktF0T/r4zwf2HC0rwB0cOdIGQcOZ8W1POwvA9fJVeiqVDVunjqRJteturOcjKHP0hywd87umUe44xAM7Dh0ngYc8FFgDkAKAw0FGAfwHAI42IB2BylhsL9YA7xa6hPDHZP+w8AROrKf3o461UUqTP7tivQiDDo7NHJbBzQIZE14qlIaNBUaXs1zjqKXLpCF1yMHXJ1ajb8tAJeCmpELBTNNlcRF4y4NX5c9n02Z8hM9mRNuVcqScRRDGO0O9kSvQnU+E3tJAWVqyGTXOzK2IhknyRFKGx5Odn1POHE/luYLv6wSDtXDw/LgZWlgmQTchZqHv0Jqti+IOShnwue5o7mGK2Dl5aKaFwRAFBstaGNfzWlpJSMKuObVZ7s6pOxPUEi5lHNTsEo/H7IzR4saxDj0V2oZGScUrtayNXu11MVdp3AYVuOIcIg+sC5N8k6ATwqyBjm+Ybtz8+Z6WFERjGEPF7Shs6IoN0bhujI4NsFG+mABcpoicI5BLoTmeyUkwjcfoZpLDudzswdoQtebCarNLo65bHMw5LocGxj3643QWkkP/TUMvnwodlsLYwUhDWchKCKQMZbK6dvtVAQPs6loce8S3llbGHM4Cv8gvbwiIZ0oJLyOonDusgMFBqmRXVq467IrcIXBUqr/n0OOKxCMdADaUzTV3zABx6mDvIHjxhhQ6EgTm6RjydEuEV7xwo2+wWyVQAtDDEmdU/zitLjPK0C8FrmD8kuLHZ4BOt7nxYNdbbKHCcVm6UrLNYMccqHmYg0dK52YD8VcZFouzadXzSUR0D3nZR2KV+eg84uR7dsaZrkXtsCLxpsiCdiSTREWsb7hAQpU0A31Ukkd6sCxj/hmqBJHDRp5KFaOQ4puaqzrI0adBHfGalAIudMKOQLGieRyttZ9wXSqYwTpOIu5xX0BA5gteAoCMnDI4YpFBWFqHI8DIfBEIBobd2uE1xrTRb7r/KgxVDEUBz8YXA/glBPmME8QGMNfvNUAWjYJcbuYRQSV6H16xAGDvbLTw7ay5BFU5i2R9EqaVSjo3JOKpsuDBybB3g3HIVHVx9/YJfQgqBHHArELBbO1a2rYXCtWp+GdNxIgPkIvs1b9GFkM9VQrjOA5EAQSXcA1RCHqnDCVe7L5CFTgABT9wBkWBSxX0zBYCOArZmWwQyIt3+8uqXcUHMhrmxAiEFIJ5ZOYlKyCdpVEBBjMDXJA0BvcF0B3CzJFgAEL5Deds1N5Q3wkp1adWnrgc9jW4D5HkQWCts8XqJqK111M5OGdiD8S4nXIyI6EK2b1YMLJO6Rlpo4KwUAEZI91tV/WmMhdLcieGiNWC9eR5YQrAbkDYOswvUKAMIZ0hM2Bw+yECEoUbf1vRV4URJdYBZdjyafd6PsWfT2O5ZvRW8WwddG0otOVqlfgxXVrqA21ENYeLL6gVpoHHeLiG4cuf9CEkY2H2y8CmU783d53SOZwMQZifIEJAt9A6h8cC2KMEQ7Aaq0ETC4EI3TuJ3R2TlbhacAcZgBPkIYeJOid7DzIx6YEfLwnaYnc8UlJbET/AILvEyPcrmn6IG12fNcWRQV8jrmbTPpk2CQtx7yQVHq36QYzCylGrAnIq9FMUICuAUmDKobuBojZTSWBAQqDpntCYrLuEDVWAChtY1XVDK2WLmwITpzUmLHMsW/MNPun5QV6kl0UwB3yrSO7tcnrDNS2w0IjWfhqG7QjHv7zcjC7DqvrZHwsQJAPQSdW2ruoxsbcBqs8fRXVeOPtq6kGY7JJ1LXeKDK8BJ5nsyJRMiGQInEt0IyV9BhU4yC5zYJjEI00C6uNDDnTLL5j7RSXETVLS6QN4X4X9gJy5T3fH/Kx5RVAvNN0PrqFzsk4b6J5mB2cikMFIXaRAQQDoYUrdBaEXmgck1r/QgHQMYvZMobI6B60qOSB0mryERrYD+ARYaM2qMVMbSvyTjLtaF0duo46ltNBrEesArXhBC+rc+IVfuywHSxbOMiml4XEyoJKrba4IZYUdSlz1oqpKKCSkfGbNp01nIqX17oHcy3JicFf1KZtU+ZzBarYUWcPRcwSPLtT4UdSeHY9UQnOnGvWYE3M41en7NBXnc5NdTX+UPGDM8auQREkoIqPappeteSpCgcei1FeaxUOCwB8uU3ElRqqQ40XllGfjWl+LUuFAgHfAVSoEShYILeHGngTLGy/rdpI2E9Fx+WSNtoq0ch1jftxh4gKZdUuvGPRhsQraHXOKFu+cEtCTaRM7neaBzImJjJMXBgYewBToh75Hz3a/DIWaeXz8RaxotGtwvJONCHt22SHLOYWNnSUY2NkE5U1esBV6GiltJnIxL05IA6PhuWWSNA1RT5iD51Rrq9S3ey6+gyrcAnGAcXD54OlGBPgQRvW7F6EzkAGyZcnm2AkVKPwFBUypSkotQupso5gRTM1dTJl5kp9zwnpU958zFmXXXOcAw2m5hQtY9CxIUhmq00rfQPzQ1rIe3geozAAB7bxsIphO5Ts5ScrrYHF7A74lCxURRYecuJRDY6MlYdeGVmK450IezQb8aG6/f9AP3hzIzls+Kf1+tL7h+o/BCkdfaHpA4IuDR1io27Er7vUNWbonW11m10IKXUkMkP6OfTBR9q5lkWKaKm2320uTPBFim7vLW2/GMOYiwua2qOjN8OpgEaKXQHG0jhEY43pBcZDTEjTVAlQTvZmriG3Gc1zVntfixw59ar+v5DY5Hy7y9ZU1/+4NJeOW38y+LBh3JPNRlVIvbpBxNAODyqIqnxNK1M2MqW7dw7R5A9nAilvj4FuxvQvFZmoZzcXVyEkjZWqhUejgU/QOR9L49ex1/nEnWs5tEox2aQpTi1z47r9FhPGQ0aZb0DdG+m5Eg4LGUcJ+M6CejdoGtk2mruE3aLxaR3LZ7uqErCUxrC5Lnpm1lvXF2C2ZmX3BYrFykjWLk4PZJ086pXoymaGFplp4g/Nw8TFTu1cVRYElef0MsIJ5OUXIn/j7Goo7zxDE0e5ZV6xUUpEFAAJyHPCyq2EhD+kv6V4XDyq2DfqrnsTuVlGk/JGLB6OisGFPtLL8dZiGAspz3uo0L84pNVik5b5bG7qpZm5q+0sEvJmbubZ3OjQ2UfFQm6GdlXY8/UY/vRK65xVklr5R11B/qkjhztxLDH8Jk/H7oFCcdr45fBy4nmLgpc5PKq84T2aw+PKE+/xHP608jfsT4deth5GbH/b6sKawpZmlo+uSbHWw28k80iS8D/wY/gWz+SUtW/ahc55iYnZaKbMjFblxbM2EavdcYBguLqRvm5LJ2oGkErB0RzPsoA8xDKSV9g8PpdNKwC7T1nANvERaKvuvWZ5feotixwVfnbad4WQBonMQyzK+kwsibe8EEC9OBl0/5z03kG+IOop5d2bRSAG7iVfj3dnkoytyhmSDHkeHFSIh8F6xZz2fhr4pv+/pGcHiXh7ur0R+wsi1AMCUkjOUlrfEqvRepEXbTPiem2aNxZbERUtHMC1MRSLqLQJBoxNrDBHhaQW8KACWkih4XmYaxNbERUSpXZg4KPGHtBHxai7XV08Fm5+E6KqbrgTfrxLH8WJo974PWZ5Pwk+6D5fEF+YRzccLys75iiSRQxpoJrHDGh8zhqKg87hQULrwUTIcvuZJffftOfmUs83FPuGOo75IFCzQpX79xGvAkrTzl9nlGDUGzj4KxKpe9HEWzsWYgdbBhRRPIyMh49KTw/ma0OpwscJK1e7B7xzqmo7fGHcvfJGpVgPLZ2hcsgukEzt6jZxMUrqRujVa3eKLYRQuHah+4whJ3dRJ5piqqvx8Evwyqsqb8VMFjbC+xq6ky5vWO8zosDhPsBNgv+kvyFasuhAuvmDZxANYc4TevGh4MbdUrMc+u9NX7LLqeHhtjJEMu6pTKQhUaiKhRx7KecN5AeFmKsDWXDcLl4CYda1q0XVEuP+I3vJEj/mXfSSXdpXhyJpWNsIst+PO60UFnOdYYpKhxcS0H+ZxA0LZkhXqV+wkRDjszH2ImpKAxpKGffy2TEpIgmQDInPS3JKdzFb1cAbK/Mf4fEnccWfA7bm44Y4cQuJz4m6fNTj0NqFgfWQxe7TxGBdU4ZDg/3XLhqQQglcQ4WQhF9Sf4uXTybq3nDa9Uoo7OhGJJEaP2+WS7aECblc3Lhk5rHbOhkc6RmvzFTvVas/2g5oT5W/rw8awNB8lqhcjM4ksI5iX1Y5tqmUUqPcPpzeWWGN1PW0jDAefx/odUYgT93FN2N9IN6TL7Y5TBU34R3Xr8b7qFZlh5+Ixp/gJqOlv6aouJQIzQqMEpNDevDeTeQsAHcZiSfFx4Hc48qYgv4odXVstquODexy0w4aBmyvAm8wexg/09xog0+3Zgfn0w7D4D3V8UF4e+/TN0xemAM6jD+ssiLJeznJXOHCBe2Mxg8wNz894aTIQPSUOOFFyw3ilTonE9l/uYm3KuzqwXkiSzB15mJxFCx7uhEfwWd1txpuARlqJVS/hVMn4qFq/mrBerBtKpoByWXsKTHDzIjweriEBBnJWpQ9ZUD/4dN1Nq21rE7WTi2XweFpdBoWC7IXTRnROn6bVLgG7aL3NiMYBOBVBLJ3SwYauvaLwd3t2moWurhLryDcA2aWglpiN5Lst8tK77Y3vI/x2iON1xzApst+xI6PktC4yZknkjRJmt3dViDcTSBtf89kv3UU9x74IYRkndebxEUsjSekgsE12b0ftuWvjNEDaP71/3uPXqtnCnpbDs5KL+fXWeP7u4zX8eX34ZGTVZK1N6Tm8iokEvG0bkJ78JEefMKJHT+YhHThcvOi/xHo9Gtof7K9NISuUzg/0qtts8aH5OXE7ULhr/swRMxG5wemCa67tf465+y+nfjvZP7DlQwLr+0wGhct8zTyYb1P89W7tDsjryi0Vix3umD+h+XrTk/Isitrh4ukB8J72X8mCuFA0HLyvoVZRfN21GPWMjcCiYTmd3cf1ud1ooawu1v96zwI8w31KlnzJhk/93DSnrCWft2l/TDbM44a+IJTdRcnp5bCwG9zFMOH9chfTIh8kxPMBMRN2/y+cOtI9r5Pjfo6D/3thT66tV7Bi1fw9V5IxT/DkMzwSj/2V4avxZfv/z1CX/eHvq/F/v670yNDeFmYHkDDnXKDXBAYxR+o/xNd2INPGTwRHF14hz+S+YfZey8eqaISyH8miCiHZaU0z4hA7DV/k89CkMzRPxnp5v/9Nl7bNz9UELglH8RHsmLITA+Sjmb/J5+Nx6gTiRzu0sqv/rtXJKSsrk6Rdfw4+0EL2o7gZ1x6JOHNP4VQkvy7SujzOfJMsna/6KVY9r0XrZr9cyD4UxmJabafgb8XA72xgEK9SvMt/8UR3kUvn6FjRS9WTWPlLihkLR2kSguueYvfrH+1aJVlruMWaQNX819wxoXAVdiVFXrm4l4UfFXW27TuyDcrCP/un77W5Gf//9KIOanTR78KO9hK3cqoW/o0kC0XmT9r6rel7LiW7u5gTkKr2NNYH4PVh9ll1sTX8IVn8ruBl2/g+vJ65na5Ofbv3pSv5OvO9gd/rgqEfD5sI1PmPkqymGcwrqc1yuclS810zkBzIpFFclM5Yz2ip2V3uLANxyl1wN0cWlyJ+4nErk0cOoVe7kZz9xs0H0EITrjv4ywmhWJDT90sk+mkYNJYb0f7Up9CzO2lxPs90hXlwmginUWV8pLaPz6udXpRFLNCPI9cOqCNxznbScsVZ+vc0QqxrdvD2IaEtau8qOT6l10ccbPW59NaW6oy8hhLtQc6ivtscT/Y5d07jKkfWYhXQrTpwegs/60KWk2HetKFTvfloH/hafQqhL4JSt1Mv2ged4FVBraVI3u3hz5zg34sBnj6FAo1uB8h48407U9XuLS9rbucHRFJjResRV9qJgrWxLhdSz5Mv5AV3bMxL/CdAZOXk3XalQhWFV639F8Voj6E5QySnotlaNJvQE+y+F5X7+y5nX+8Zaf6n/P/vUU0GstDdsyWdorxv8OZGZu0x6iXc1uxz0G0+jvE5Uf8CP6Io6VRGTt4GkAuPwV+ehMNRsvDslGpq7BtdWdjxiU0pRTg5WuF0RxkUXT+RPqPVOa+7N4bumQCp24Sa4PUs3Ou2FXr/Fc1p7EPARJr633SVW94xJcvJDGHiGOaM/68XLfD6ebG4lDcc+Del2I5VfPncfNuWde2onKzoUebEuuJcnOVIe+LyW1uQ1rJDPgzzzvU3NDQ9li21BAokRmv/e2L/AJTd+cjYbGkJCxvDmAWtmF9L4nnZR8RKnyZXr5WTbHNMtYo09ShpuoPgoPthjH1PBAMoW8ZqvgU9abI0MdN4pwoPjckK3ghJNNmSSi/gM6b4feLdzdeuuPV9kKRQQkaX5eTgvMLOSOic0tA+CuC4vpZva2M7DZVt9fKYZ0VzXyPwczjjjyrJViRb1PuF5KZ/lMIJ6lsS9lJ5mUrcR8tvi3FkEOopUDD6LyQ7thfS8amvEI5r/QJrESvRR+60UoI1IiiFQPI13zX2/w/VM7Sr2irxVJYOHthyNwxjBqydZxjOxAaxa36vLyI9Jf/UrlU3a+479LcIZfLWVd5cZZnuq+UPbSV8fQrk9WUqpIJx9AO3cbVhB8qGoZXhN2IBRGkl82NANC+SqKAMvThHmLUKVCerrmOi4RAiOesNIFEkdE4diu9y/pEPfy6FlSy4Muswcf0eUbKcKtqMsvlrrNgs8+LOcyrHu8ERmfuCcN6wpqew3b5zDvnBPQj3vZxOca9XA51/8qO9kc3Np6GItTwu8rlp89/ZJyLTDtbkM6CDhWTcoeGH8g87+baVEi62FmmxD5HSS5zjUTQb1R75auiMpG6eGUWdkw276DM/GkmBrngq1G9eS6QkAfzMEXwetK/65dtFQG7ipkruK2xd4hq+rSW2NzNWuNBUUNVr7UUtCjdEd7IxTfvXZvHR7t3OPmH6cq/lUYF1XOWW4me/FwyeEquiorhxw9XpeWLM8XIOe0dgsTymy3aNjRr3ojffEKXr8HLvj0Ke8NGMiHlcqAO8NIQlGZxaMHuFlqSVd3EaNr9NYyaZ6YJJ6cQJLNOH3pW7+gjyCYAw2wfijC2pL9P5UvV682ituvl/3YqJfCbDM/NXRg341chULPs8p7mfhOcMLTuKSaZTKzHQ2RX35CL6+FgrpkgLi5BrrpsbBGuYUueSCwhLm+4zn0zUvudGaxBHS7YpbuJB+rEEFciLWt0IN15PKD7pMiayilohjz0kD8Ig8Dyq44cPbAb4MKETQLr1rIuTbMTSFIGJR/aXaHzuqkxEW0JoCHdGUXvU4rFNDzlme64nM+kACJ7flAIIsgI4TeT+UjmMtxKMplkfTT/6rrWqnsyEQh/SRKBXETMmnm1rP1pToQLqREs5UrMaRl4Ue9ahfsvuBoMR7BqBqBsy9Oogr9OZBmxptRZ4+87AJBaz3q2NU3tI72nMXnFt5d0RAl3C3t9ZcibrjrDODVss/+RVWngQhU+LRY7l/DDDLJ3VO9H9341O4RELBLDMbXym+P9YFzUAXj+Q4jdh06uykAupJ79dNGmo+Dd0a7Rytv73XiP9bWGni0+1EG2DWFb3mGbsKzr3WwDrrX1p9RtYsYeHz6TPc66vQdbUOAxYPVnZs9RTAGgmlVCD/F+FWJqSk3EusxmhRCXrgNdm+/BesZvrRKVlAWuHhDP7K/sJNzscZJnxB1pz37ZzH7YaNWeSptJnaic/aJwcWJXXz213605GU3CNR46s5MEnCNRGjL5mdwei1YfXlPkKPhW7te3ZGmyPMUrIy8zaignL5+gbn13BdFnUz9NmmmYeejKZx5vxzd5kvlmvaUA6NzeouAg0fnwxQWgnGvaSXqHz9Qi+ZfkaBTUvWn4rO7MCsWetEw7Vnxi3NnEjzzv6cUGHiELoczBAS3JiVC8fCFN6sqyNApo/CW4x6Jyjwxel4u/I8mOjo3ibzre61By09w+peivpAysK3yYFLXjYU7fhd3I/mUk/F/EFPOexsSX7ndu73DxNlddUz19glbyS1rUI9e9rLHu7N+hkBa7l7HL432OIpFTPrbGbwIKVIE2p/PUKBezjQ2w5jgYVouUsdlUEaQgJLlR2eR34wBlSCpptfiZILOHbvYESAOY1Nx5ilsMSU/4umHUYWqtr5xQxCX/efmyO2G7he7j9f6J8qPqtrNTHipMWjYGGhq+NBiwMdPofhn9w7dgWRcjEMOws4lDchw4OACzAOiSr1kUesB/6Ijs+HEX49CzQ5YsaEnzDwFuLDjUzw1A6EBjf616qZOjz8VdCflVEbs5VbeJARt4gQtSUxolhQFACC8ksqJFVpQVtgJGS4KE9X9uKMr5Cpn/yUTSfIjqnPsr2XAwF0x7TjZ8pTBTFtg/+oSFUMx3hxG6FwqSJnCnr7ATsQqGH0f7dEN1bKg7BVyY1TMjiy+7utqDp+B2P1A3AO+SVTe7TWUx/jBabvsQc9mU052R6noL3cAIqJFGkmGOmrKBEf0xdWTbe7ADRVfTwlaB7ZH+TrEFgi2Wxmgz5tt6zkBD6XN74F/TjkD37m/YBK8Vuk6JqA2SiWEpMEctr6HTi1zBKdvdA/xNXWX3AgUe5gKLI/PNm5/gojVfM1bGYGZdPytivBAL+rWxH203yIeSDV3nrNUdkGZJCs/NqzUP24wtB/KdAvU+tRHLUp8mLvuqLLWExI5Vb3vrN2NI+j/rZvCrSG7G9UHe2vebUGfnQfXY7cGkYgO/p/ce5MULNJ6NNj3B8FZD0oIwY1aJXeFcumRHmxf8Ky7IopwC7CFI9E9vdqaXSG6Ya8tzaWLQ7KdStIJkpwjdsC92xAHs1zrQV/yo853g2bAttmBrrI2r7Qo6gjp1LdTqWTYuDM7vRWFltvuKJVOwgjSOcx1iwncPisPrJnTP7qM4eCLVpPOgq9IbWFfHYRUMljllWxypHBXN/fVqfnf1sbUasME8DDPQTLyquUjj2cMkKq0p1Rh8s2wr8zghahpVi9v+7fEXfKmhUJ8PKK9jDkW1EBEmUkMtrfmqYeKaiTxnIHWdgzdauLGLbuqK1Fxqk5TFOWfc653bv0bLQfeUP/z2xC9X+50a983MIjs3g7XMoUJGNCmGtok8Q4pOGmlcVierzRd4mEj6/og85y+KLDQU2nRYjYqML/7rvAVsMBIFzwGmXomRKEMWsYLNtjuEtSdDp2jYTf0nOEA4m0vRlIpW0i1kGa0y8v8e0faVRYjKJ/6PJ9Be3a799TNyy/453D5QNBvaohAz0K6logVFzTc0RQ45mFI8Y1rUs9xiX0VUTDHkb+wnkP0JsylwhmGP3PUSzPg1f0uEvRedEZ9r2BLdeNsY8ca2b9NAdv1p0gNiTScH0gCv8qchEgfDdCvOMwuGdm+LIM9gqcGl4pXcw/o96MSmr+kwnefCiIR5B9ex6S9AeJv6JJQZOmoZMHXhP6p/Ybj+ZdbvQUsYKIXYdvJIz7hw2/9yOSPV7aEnLvANvG7eNJ2AfQi7sJB4xYpxurE5otgwjFvvZ0a0eVvRiL9g+8Oi41bK7qF71LwwFT5lfa3gP/pea9YataIhr/Ef8M23h564wE++cKkYFxbUwm20yBbGr33daCdW41oEtERNtaJjeyk8W8RkipcqNl7dRgH5cPfMZEQIc7GPPsJApyIjjiTaYcHoyD/WPI4Elwb/wgvXXFPNs1k1FAEIBnJ9LYvMwFg/jQRWAi2ZTSIW3Bcnib5nQyX4B9MxaAsqBglOUaWzn58EkPxDTSARgOC1kAIwLAZjVQErwjpbAJjHAvBasBaMBcBYMAA8gBSAYQAEwKH24di4nOCnT8uw9+gwDFGwQTc/1eB6y7eiyPMDd8JgWHPNNTd4Vn/Z/DhMbUFUkZqDN+0BjMH7/zkB+49KpdTy8qaM/x0I/Memil8a7fwfnj7u7R1Cfhy/ZYi6ZUwv0G7+G5thVw24Kvt4u/mjNXO6+noC3mLLz7DDT7DryNiX2c0n2HPk+DfZi0+yd3s8jccEh5EviQ7/4ySg1f8JJqaKuU8IFpoxmhGeMZkRPkH4mFGCLMOUiU2pT2zCKLmuqaYG1amiL6//bJVRr6uppoqq2iYK/oMf/7bI1g89cfny+ZEs+YFgvPX5JcV8jcWX9Y81DQ4vsgCH/Aza6P77+X+VSnW+y13T+9td8B9z/9Jr/4eeuJz7Zh3GdVwmpopPEBYCqdpo13gDqXqpSr7ezzbfUvXUVem3UlKnN+jV+6jICk549Ti9ZuxPFiYB16B9SM0jCiLGKDoqVa7af6GIrUe20WQERcVj0sZKle4E9GJfqXc8ZuCSArJrYL6petGIqFXERSQSiRLNKA3n6ohdqf2H5bqKxVm1oxI6CC4EB9Hr5mxbmb32XUfaCJ3olpbuenOVrqKNsafn+YcmtIkUhaKrJZQkCUlCJSFJqJZQtZDVTeW5PuOhcjLxfXlBOzK6ryb/Rn0JkQeDIQjWHzeut/yaYvEGYIxvY7W0E2lx4yaqMZ20UoqlFO5cfars6VVaE0nEwJJRUkE/jgvSEmdwkj6usAXRDOH9teR2yq1ffWnaKHkLTWeYemtsDmDFADAwreMU0912cyw5dKZZvxD/ElTuXduzftIN63V3SJhYLvdgcXAx564d6yD5ILAfHTfW4erpD3MtCnkkFSvSgHdORPExIQAFslJvnQgMdqsjGOCcUMSqZ5TtAgL2Wzox3R2KCbfJcCPD6HFTyEoru34fP3fqBxJS+sA2XOFTe6b7ZlDFkF/B8E8IPkGq8GEHOHB5jCYNP53BC0yb2vzghjHp7NiSUsMNv7yfZJDJOi0m4sQ4MUmME5MWk1bjVMN8uO5seKHc1uwFoXylSScuunLZnE08bzjkUp1PplPcN4uYfJkZ628sdr8vbZ9Bbl7jyYMycpQiuuQKRs+fKXNYS76wQ9m9Q3TpKdLx9eCT0m2Lfe6U7vnmtsmkDF5OodykxTZlSg9HJmkGlTKY2pCPhof4u8goTemv1ERJq1YRUVshX/qBjPTz1nPPP9M/70tAeg/BqVlC5NR3tYCVD5uu8r8rVYkqVN2AtQgFlLEGqMQK6LmCLSBaqwU6i0U917uaj1Pxk8u5eWjofgeuXMcngtT+pfpCZh9KetSqLTNkhJpi1Y2N6U4T4poBgeRSwS7gt5sKsXuhQY2bnGZXMdS/mMKEWgxsiaLI2t9VwD7A+bDnYXSDi8HnBtWocKufqZWmg7r5nKiN3bl+klatWWtgQ5BOU27vwM/rdcOMuT+Ud9Z8zRgJ4QOx0wNqILvWy74CvykYQUYXirwUs64K07zgl3GYIlUQIb/ivl75mhppfckjDcg279DPCqPv+C0aveM/9VaLPnHv8ygtiK+AWwippKjgY392NDYr4cFs/WSuvO40r0UfMFVVzJPfWo+6gKbciTinbJ76vMfCJBjBFRwtWREVCiPnI5M3e1gHDODIxT0ZZqGNLoDxMMtNzSTtbVzWSLqY6h+/+Jmoxh1U4ylKqKFw1qW/qQSdJE1Lh5baU3Ox2puZsO5dJCqecNKjGwcIfp/frIJ1yIsh9HPF9XQnmHj3lTz4R0W/v78hFv44kV5anpSFry89yGZ7PLShh8Lf95yDX7xEiZoersbiZ+PRwl5bs+LhgfCb3QTr3zXW6D3EfZ4v8lsczoZYehI4XDq7WvU5tba3YykBlrtP+TrFUAhpRGtAPYZpNiqSjI3RT3Ds/TiGBPVraEAVQ9Lql4qllNKdRSAVnZScCZymSCMECNrNNyR+/e4Lx+eZFxb+xv+mopa1aNaVc6w5IOrbD35yHZ9U/tne35frNqI1wRpLorOB1qStAJcGZrHL/bPeAJ3yY1w7E8NjHUhfe2FbPKUULpagy9E9p8xwpXGXuix/ZEzmVQ3zxiFfOu9VoaBji4jlTqNCIorWupwmdT6tqqcRKTI5Y7eYlIerlXZl0sSYoUyqpkczbbmpbio8B7ps9KEafOahRAGkaU52xtDwCzU1WJ/l+UtTFhAhjAgMVWPkOsCdZgRrwe0H9oFTqHWo602cUg8VjNVAiYn3eUBFyb7Xj2DGw67ui2F2Dx3sZg7t9ceWO0eac2HpBVcLUlPRLlyb64e7T1CHRgCdBIxwOQpKNNotrDVZ/PxaUFYskqxQBQZuStd9kSVirCNyVl6btR8dP26Ey+RAuDE/CAJ02N2xaPuE/QRixycyRM92X4yXWZR5r9pcXs+d86qzvzeGUYmVSYip4hlhuQdeOEhZYtmCEikDWTtF6pZPQsPy44cS9op1rtBhRT0Y6Gj+JyATg2FucJYPETQKirg3or03ACwCdz4Qy8XVyrtbqlxq+GmZaraBllbMBQCpRVkpIDdPTJxCE4iGhWfx4O9lawgjBzG+ljADH6gjrxUXnJ6kC13rvcnswP208xn3py3wxNlzrrlC3PRnvNGKRuVbNR5FxQ4re1CEVbqPof1IiMCOTSijrHuGpdpXocJ+5ahm4f4nZMZBMI1VgVog7TYW3Ar+DP8dg0aYJaNmyHwkUFUQAT/shbN9UcoHOH3LPIA5GCXvL3BCxpKE5CeY/ZEW0GH/m3t1218sTA1pEgv4RxruwCYfQQ87hVdvgmUFEtLYn5UHEANZHbiOHciT7qoeuRvBwUbZN5Us8cSDF9MXbYUWycaXeMYh7LyKyFiCD4CCLAdCij6o7EyFIWD3dq+0VfqdmW9MH6jk94yJsmsDsWL9RWInFyqX9vxiG/ThLq3kI02PQ658VMp/BPmYHKmq86El+0IgMWrThMkwV/jG6PbVtKySAl9I2V9xa/2L0GwgjqJkhz9GloUMvVJD5EFu8kpTrTWtr4I0WTHWxbtscltzvjrsmODVlDSZd20CiEWGwh0Ks+wlNbg8VuNdX8e7tqzgJcFiDxuopGXMp0dtdS7rkAsDcF1NRZeAKIhwLL84f9kumismaqY8QKv71pM5zCXBtzxus8yjAI32V9XQ0QCvSpYaNq7VxslPkA8QrUdMAbTS5YcS0CrV3sk+SXrntXkYrpp/fcuvv5klXo3UxDbaecdZVyvZzkgWUhptqnoDi81+49XvOJ1wRz/t1W8BbBA8sW9CmGaWg132JAhbtD5xTP/evZ2DtO08fMacAuU8//gxHKJBkXpJT7A9Z4Ja7aaM0rraYjOhxGlgrJfKCY3POykD0hoifCjWE7zsQszwUE1ccB1mroEpca9B7L7koZ2g4rSl3wTYYRHgS0eKymudPodRoVUqXjTU9LDlLgD/YX5hSN+H1qdeqOWroB4YjDbxYV77ObmB6DQZ9DsyVqyS3S6IQ7KTneyjg8gWOOoDnSwBDUAPi+jMJX854Kykcz6cXVvlQ5hW95hX60ak2SSdfHB49Jl80zZPL2tQ7IyBDJnRCBUvvGpRyLZGdP/ZDYnhsONqN/A27ztL/o9nGNCoeNYU8vepWxs7vMxzJ6u+a5Fo9kDEFHmyw84mrTCej7+Ym7gwrqR/zvuJXJ8rR1328uew3HhZERItW6dXdozsG8ELdrxX05vCgtNifwuZqwo54m+y87hqrhcZkxpqlWQtLLTUuw7+Ql9UHZastQ+ghx2wp4o0NxpSpH8yS0geFwInEfYLqALEPsLLuEPJfZDSe8Yjdl1QJLKaBU9rRiXPRPJMJZclehA8w+SXJ4HOYR9LAD9Wwcr89bYCEzgtJmYbAHCJFK4vXqxTIxtWpcIcYOkOfz6IfGDKdZqWny+3iat7E0BWcihlomFQTmy2qGSOgqc7+FMSAwQ+RuBUgacyVz+BHgr2C8zwngwyfIKhTyeuQPXZzzAgyvIIkY8wS1p/ukjeVgDS+qtnWpuuyRjy+drukTZ4vU2+R6Ie3tHW8xQTuQ8wcW9Jq51UjzqaV6GK2FVLjj09yoXLY5pzYgShWx3EU25gMrbenku8qhu4QAKyvvSulnGSzV0KbzNMcuBDZDrykeMEQKrClJOmEnM2qvN7EgAKgDxNTACXMv5egF+7Si2FZ45sjHwCeFKny2lfLyiZsu5tEVI2MKnRdW2cFLtGo2NN1fAgimMcROoS4CYnIHAMAY8Nlx/kk4MHIvlMYiDYRxInlKyYZT2LD2ELLrlkZ7Nk+BdC5gQgAd4JcOYC0T1h2e6LwgUeklqt9tAT+v2lJ8OhS+3+rLWHupKHX/6nCik/zlPk2pjzJF+/9Gdt8qG2H5cpM4mkzVLpSGX6U8WGLPXBo4CcPhz6rgQm7OYaAiwesGtSHYGCkafkPFAmTZ2+zQCD8cpUxCdzLJocSw18OjYOwwpzFnkaYY68difCPMeoACqdkUDwyWnnC1kIgCamOowtqeLI08yLrNuIyEo31UNZ+BU7ie18O002Nkvp++aKqZCgSPf7BjM3JRvAi5gH+YqjLJvcI0zuyrRBlvZlIGkVcR9f7ZRSy9zQRZg0o6eT75mTkBaPr4Nn1RtSWK5VVJMRzFoMlp2eQF0Wpa7UFwGNmRfu3EVpnutSJXHmfGci36kBDpU1JFYDYBo4CoUB+URzdGEpSAojmAkhtFsdUD60PkIc2Ks681Mh7Oo61Dprl378YmFYj/kSwnk4saiPJgFCaBwCjOSAXX3gVUOufQFW0ikAmDbD+VVMKmoG2QYvObjeW1K1NaWflsqF5eqYgVokiVTGAxGIjjuXQB0o7uY4sDF9F2/LKcM3TUR/NIMbWf90MN9hAEAd7J2bPKT9HWOqSQ9fBxB04zAniIk9acBPiZmca08LmoN05MQJ2lj68UvCTRARqIhVpmMA06FZVUhKuhEGgTqs0HGC+YNE8OziajvtB0+fJGCEGkd8V6gJNSEPfYQF+sjDYNijCrWx2pX03cDwc+KaVV/foeFNmGDxSmFVa7Eh5P6qodC2G49DIS4HL0pgLO+BQEhSO1XM6SdcwjKF6J3aSZB9tmK2WqFR9EBbMuQyI7j+Ejk7JLVPKszI1FyKm80f8LRQnst9zlA15+tlGabkz/yAlU0gP9vLFLiv/e0h1LPpGqg5k0gU45BMQoOv4WzxWTJommCRLMbY5A8NcXoYwY3ESfC2P74w5v8/0s7M1vbKjhh/yL0+KywPCOPB8/m7gZCryzogvg0Pcy18wdyIPJQ68uViTjqzchryWaX9W0GewNs5UffhHUpRCCX/upRi29K3giGkVYpJWzP1kfly9f1N0IzU1yIV79WSO3/M4mtXfuKPVowjtuqa8QsDWzUe5fPG8sDMwBemAZg6W6QrTEgnQR+vbwv9jBjACEVU4gki3kQI6qVTia7HGfYtrcUILPWHKW7qJkGez8NO3Tq8XZYRB8HAHw0ra4oflNrUa7NbIG5SGtb3vZg/EECKlVedt0RJ9cDQDFWjhqcmw1XLo4L6GMMJCdre4hr4fzoQJ79DuvAvGX/aLF1WXES7fFo8oq5kPoLLC+Tz94M9H/+niiOhxnSf9vMtRJeltWGaGekwxxU+FdFRsyhl3/JAJnU3LZrU5dSnOR34VFqEeri/8yuyc5o1+1CmGz77gw0MJIET9SqL6R5MyGQWFnAHBjCyXCUTfd1xkGWICYjRJNGzIpnnEPESRO/pI3+oj92lwiTIJyTijwEM9VwTIF2ZpYlIxgzmGbvj9B7hYTgN+PNtndy/pQnQ6i0A2nZYmjX7RBQywkowSkm2BwCgYzgFYO+jfPpDIfW8CaArQRPLXxKWr79C8MMC+OBrVWeq3FMq9ioSuyhk88ZWC/IzfHm/DV+egKiXLzLfd4nw7sVMF5LWZD3VYCoAPzUgSICSTn0M2mxksVfbWknRyDMscqbdJGcojRhbtDasA+tOSe2oqWGbi0EaiYUQtjQHM4KhZcMaFWWnQUqTNfCRxMFHkgCfwEBdhsTlgN34xeQimhSkG6vEl+MuygwkkyWhfiTZEz2vR9q390TzRDYfW5ItznZ+Yp79N+1M9u8K3ar2iV7hQM/iLfn4f9C1JMuuBaqMlR+Svw3+ycGVYj5LA5cei8cXnR/TiiOSn9Itj7/Y6aQAN0/CiCh95JOPqI989BGxaAUFQnpVZW7NhUOZB5kgMkj+KKs1g7RDxmjSkAzzH20hAiX1s4pFdDhBgjzqG+RPYygXor7ZZxzpo1mhYsWWcxL244L2UF4YwVAcWr9ZaL45/g9d+OZMXvmY32YtgiEHC7H04LsAOG4FpNffX4RrZYZm3yQU0Romtf3B7stzP+Fddg4cQN8tTwX8AfiLgAfbiwEWq5+rJ+MNbNQLRyfj5NtzuA4tb9W8blavYEG06ZK13ogwmuy8XSXP1BLcpMkR6ClXBQKrgvqmhdNyiclNEcohSRYzK2a9ag3ATBBrc+oU4S3dyX4h3E8/zct7dCyFl/Ocua/DAx1NjArwekLQeT9hYfGWatcPvXsfmdumro8+2Sio6tUBkOpJR7Y+cpw9U8ieVGRtgrui1oICoZVv81j8K2dGQ4LTEz7jF6Ycbvi4PlTBWGe1LcfbxZVfPWToI/jNxWso2RRixw3kvobgMyPakTNfg6fPiGCfCcE+k3xmvwW44svyyMgyZvKfz3f/YFAoPKb6SFD58OKtYipp8LqbdCPnlaCIJEXEPHG+38Cfi27CjV8rZOqwky1uV1Hz9NR3okqAhw0LGnwt1Ua++bdj/0ZxgcZ0CPkO9+M0+Ut07Bcax5XJQOpa3S+nazQ/Jl/Bvqow+NLbJl9ZLcR+uj/9KuURgwxLxhuUUdWULC8DYGdng/COC4yNJgEmqMl2XclXXg9zW3UPPmWCB50mtiMaeCA8JMIAQvalyB6qnmzA/Y7UDzAwuJYmEq45l+9oWkhQ1Hg6CnomzCQTNXTCvgfgpg0IKx45f+ocNcN57G18zpJ3LTdYsD1o6/A1BhcJX7LscwBtzoyKgRaSTnMptmNLYhaICZrGmWplWIWCk+919fQd6CFVghGPETsPnTL1AgYtkuUcKGEgKp3kIQoxu8zt3aJntpS7Pv9prhtXUdhLiSq24auOgFjXrxJLClErJ7odPv8ZwHzECPSdq0eU4V20yA/ILZ+T5Cn98HKRe03R9Gqi5jXWGkUJITBysb+Udek5OyFKFc8Ss/+94L4zLd3sNtPt2Xn1/gw/Rl7IcDt3+1jznwfO45Re92r6CjbpEJ9hv/A3KJ49af8Bfvf4/b89K2x/d3Rl5fe/M1zYjDbg1AXZOQ/jtLmnf/KT9+UCLxGJp4X2nHBeLnKvKZpejdfkwE0Iarz4BT2mIEtjp/M5AcETEDwBweMIGsP9PZm6e13u3tkc5HwPsHXL8/lEyzvzfD718wcYw+OCMVY7avadBlF9k3/9YE0ZeBe/lt/lCbJNc+Aj8F4WR/QEwWK1F8jS9Si+wHdak1UXnLqGhWEP+jt9MzvmwMDHZHdaCLgNhjAYlbto6HsaOFIcXGZzO3VFVPdGaZ6FEic49U9mQrdfLwJPCWhLvv31XwqUooQ78jJ/rXZcfI81OPYx4gu/+gJUpMw5bJQ1vOnKQxZb29oSfYznVzDuFf9TsJXZH3u12t1wevFoXEKzDHewM5EkPlDGSYbV4/doogFQzFP23I2oLo1EsjYgTwpf0QWQZe28EMIou7ejIx16vYRNiSs9XM6AkAXHiOjg7JWjRDcrUocV4eghWQlFj0l4s72tNRDZ7qQQVwU4OtThg9KE8r7BG14b3dmIrooBDKVlOXQNobQoHTvMd5ExBungpGPbpn9ePyq65aTzB9KPdqL3ByC9L7v3mnzDc/cHtWJqpAaaFGkzZwB83aFLbJ8DpXRbXV78fAKl5juxOt5ZeCjRFEVXyJ4MlWp9O0XiiVMFTiofthk2ewIUKYYoklhrbMPL2yk9fsjQREm/bVAATRaA5s1Ki5DkTlQ06SCGXID7t4Y2WmqCuWvgpuhlw0dTwPfCz8W37XP4xfie02DZ/oXcvvuCrzypHuuxgjsH5AcJUMOJ+zw7/mELr7RI7W7hQCAnzg6FAV2GJgsdzxIYu/d8OgvoH7umjgmko7Y3/WtGVBa2IIdsqX330NEFEcPQYpUBATaDyZR6MB4AkRNNvCvK0PhKCXNhKOQYgB3Hq129IjaM/fJBR0d/q0kRyTpYyLxbeNhj2tVs8js5BXMRAPaq9Ll6p9Wpu3zeNnHOdf8yXLbHwTtcKlYB3ay4E826qLfy5LsuyGVInvgsYihT47G+AFGKKMN3hyAwNORttn8MnKK4YNCNxoA9GQDUdYRAfR/ZDIzYdg8QR79D9UkdTO8A25We7xQl8z3Bvnv8A5CQycLxzPrSAinh/L3c+RlpYS61v2RV2xnvnq+nAciSdCydFc3JBOejBIxSRvKbSl9hbipX7fZvC77xbQxF9olOoQTMUgqrxK+BrX67Z2g06xJCKw5URANAJ7Y5XFIKTC1vGx42zj8SEsPgpI5t9svPnFj5/qfwVch+kXgXD00CcnagAQh5FIGBHrG+cm48wmHiivez3zxrXGjeR2RHBhbSFJEWsCJFWsDCdxprCXNT/YvodTM4NfjBOE1fevtsFpE4AZFSMZrgl90JDxlnONLsSkJPXDeQVOl0LxbfGByG7Yr+uGQdYlIM77su5+FS5yDKLPD929nh0Lhy+3GPQRICNEmob9xnEtP0WoFRCki7RxKlnTzsyypvtZmjc5kHZ+aB+MEahVJkrB5qiScAsNAXf1DQNVlmx3YyAa4KYNunx6XZck2f6on3HEn/hOPTJx7QkJE7mPQ8pUqhukmhGtbMlOGLVUK6Bl8NU1PigrK1ATvSgwZXXvasGadg4ihZTOi4u5LqQ456/PqKc2eJU2pbveGNV1cWY+wDd3NNXD3liWvTNP8z4QPGjcBw9B7ny68Rc8k87iFB1JhxyZUESbqICMi844/U20K2n3w5k+l3U5nd0pzoaV0gt6XlR3stsVx9PHyBNCkblVn9ziWDuBGYaLGks8fR+kpKyvRcXccGxpy4cRpaQTDagJjziXnnpPCNb2KJbb0vceMKlGe2tY4KehGsa3jmD6Nc4OkkXakrzQr+pCfO0/y06GxJpoUjs9lioOjG//iiMVxeOuUeD3kOi+SktFToo/ESdjlBDyMz1sOQ9LYTQtGgFbrf/veZh9/KtJfDStX7RLc1LN899FF90HSIt38n6zY98mg5Wqm0JbLv2vLJ2gZqONUcWO1dk8+MvTSYXPGAf7dqBF4dbYkh0qY0okz14wuboFgbhKL6ztSCeEJwetqddQKhGm/q3ZvrNdtrZNfE21E2rFxdUOlYW5/gFpdBq0K4L20uwa2xwfnWtqHsFkmCgmwm2eypT2F02yW1lElmiYR5jR7G9/713ybY3AuuXPocjVeWjUVW/VJeDf9gtSHDwsGb3nIP34u30OILp54xGVCkAQ0XWn0EPMjQnmuh1kXfBNnbefU3H7h5N6fWF6FLUY/eSZZd0VS0IgvWtWyNIghbefiXEBevMql7pKrIWs6TNJdybNPQCdlHG356W+XUZTVUBXk0qlQfAG4CkJETg3HRxaDLwDpS2ENrSkJ1q8+RpVUHDLig/LB0M+aM5STz7wJGi/CkGuvJdvdf3Htkaw79bSxkiUfuSwDz9bQmjntwwamjdvzZK9s/+Kwef6z5GxHPg/1Uq3+DCiwsgQHMCRCR+g/MuqX++ziK/rKwI0sHqf9BfgT+/hQUMMZUf6KwOAZwfl1n/iHxp6jDb4mbpN2BnWkbfB1qnIvn6gfuBIFYZwATwXvFMkhFCF4YMOS9o9l+8HFdmnDlGtSgBjUQIAvFey4L/5paBNWEGzFTMfZmGmr+AOfxnT9VcCz4TPakNH7lAU9fRYqAWnAnP2EfvvAfvuBcIAatRc7+TReIawl4M1G95p5htZom0n9BA88AHWwCq7+0uE78xKxgCr594dvgUpCJUCSAT08JWL4EmaDz5cQN1eL2SgVrXorkQXZiQJQAjjaHjVVbEqO8+FsRln6NIVb59o2/heGAF6L24yd7hb3FnrDX2Y1d2Kts+ZS3s3kai04gxvUTjfXTnk6KIvFTv8cbVyrljw+xkNMHyyfnOJb/ZIyE40g9wgd9hAx/jJMy2tHTeGGSKtgD0YOWuoLIUPqYIBJaPDGTIxyDM5GI7Q5jdp9ZIRrWRQHAbpLhis6ctdXVunww2qtVvWN1pZDsjL33e5YUTrCobxtV9EmIblAmqAr9PiaIrqfpu2zanRywFCiMCKYa+V4nMm8/4gIjKjNTs+EgDnwLpaUPYGxk7NtKmJ+e8NpLwxKrfGYAeTq7g6RgGi0MuOL5479B2bb/SFXu29fsoZNsbW8ar/h7AwEyExGsDcJlztIgniyc5GHJh1+34N+mSH79z6hVcLCv999H12Eyic6I297LSn2MlGAWQwz+R6aHXLGMe5PzDIOrfuicUG2UCwjOZw6SVMsXXsBkPtIfhnzTCF3aGNKq0kze3J5+SXgQuqB0xIiT8qV7hF5Re3O+ZyOwoUGts2/4Sxb+8twrLZ7iUuKVd//MwsOo5cAeTTbdpOFJn0Gb8v/2SWg9jqf98/FYHPgZh3w+hylhOr3oF5qkXpwkedWpxgyP6oOftSec06UC7rLMlGuO8+IRuZ8leAh15Wc//AwpIrkZE/lodp33XXsJO7dW7FQ7vNJ7JZD/xfsLv/O/NL3PzBDb3wP7vuwokaEAf2WQV4nfa1A3VO6VlU/fgOPGtEAexzt0/q3e+f2X/Mp9Mwu/vXCHt2Co2C3nuGOaxk6IbmV50fLdkyJhHHOiL87sowYPOtRIYA34q1MAea++A/Gtg7h5kAayjSCdnwVr0AQ8qEAFGDbAA8JgUP0VYfpOzncQ/MdIEGWBiONaw1jwpR07610KbblWxFj/PY47jMdCZg3qWmWtzEabxd6h9lZd+fpLfLJ+mlkYf/5WadmPzfLAn1rH8L5TtTg3q/SsmrL4LeeWfclZnT954tyojiq0QzI+nHz8Z4kdt0L81RDYW2L2FuW+1v6yPLmv2D/66xoXK4ASq+SYdv+oqog9xM0a8Oj23BKv58zRqDpVhnS65KmGPmMj+3bA42KMIbBTcPT0QgzcMhjIemGBpK4Nkk4zGBZKkFGvB3zsEjUubKBS+Y8UfDB6CuoTPPmP/yOr6iaf+rx2wv69aU8Nzl/LIKDQ4vX56FJhns0K/RxvBUfBUZAaSvaR544lFNzBUizNM6UptaM+qeegbnZf+kV+HEqgf1G+/fU9+nIUvp7jH8cvgwtOf5IvjSyqVPEviCow+eMABj7w45P8Ywp/OgzlSdbzp/id/elJGqXsGMP4AMfjliA6MhzvPk4ncwCLZY+l79OJlK7wPD+ZBAvwmWQJUfHrS7tsz868ik79hvFpQPitPJc3AexFCmb68efU4rM3JyT5GwD3aZ2L8cRwrbV/kVfCLvsHrrae9Ek6p19hT4Vhz0Se/aktbOyJYPYZ3vUzn+JjeVHO3hS38jdk/pOL0b/2p3P29snsoemfNB31YpcW2rIL273Lzlk5/em9bx2uGB2Fj1UPeIPWEBSo0xCpBtDC5pvMySLkdNyseQAKy5Jhgk7pu9ooe4HCdiXtdaWilc5XvwJ+ZeUlBXiTjda/9WX20hgrtVqa1qpyne5oPTWl7KlYB68sJu6sXELJplbmUl6J0DJNDMUZ4WrEm1MEeM13pL4tCDl9v9tVdRVkksEh2O0Hsi2NXQuu0F12sSQyCB8BWR6+gDHK7CTC5tNqEsg+zCAfWOTIgaOPlGOFDwwDPkvChRbjNE6gWQYklQzF86vqghHyFom0Yl3/YJlKoyBZM5SQear6pi+CyAIoPQ5muw4oVCxrBa/CMBcpmd8Ayb+BhoOai58+B9pnZ3xStcW6xsZOYMI6Z6AKkyz0hUA/MWP0v4GMhsbXuRhpugOzsvcCWCqPOfczHOvCMitrc8YaytrtIRpm+xXlGubpCW/E6WV4XEdwOYZb9rvh+/jh8Q8D7/k/KVD5/wK5/05y2X8+yorx/8CehYmgp+RJkP/PPUWiljXN67RwAtqewZEkPvV+Kr6J21Tx2DPpR24az9s48HE0aP3HuX4cONIFLWi6LVsh7EHgT1yRHXiFPdT9eNNl8I/pJCDStxAS3lvdd0FFJH3eGXrBdn8Ll9/LelEBC9yeEOytS4CWDQ+FtJB6nybCmmTvSZveMA1zPsoHx+h8MJAuvkHag3XuExZcOg4dEUIpDMzYwju0OYciHaz1WhedNrhlb58VgQEbNYDUQivwtnsPjC3ntO5MDrw2LXN0fBmURSbFX39RSXydpN1riTxLLORZTIOR5JMXnfQsk7UOBpqPJAhjHWEsyTnGvKwpmZcqzXbiMtJpldLWhAR+m1aa1b/+FBtZ5hmK3ELgZM9wNZVYUTvL3AXWzVmQ6bUUOCrrigwmnvNqCAjj+4NCh/OsvEX1VrAl7R1mKA/zt7uowVV7urtjqkc/JFzy5jRtIKBEZV5e92ZV1Z2pyroXq6LuBJCuGYFOROsbJuVrQaVP68tlEaTJlWsxcNCV+ihcJJq2OOWeUbbeMwkrHcvOvCkJqsa2D+m3BADlJeVEVWMFXgRW8HmwhIUXwDrkhReFd+uGDBWNUe6tSlku7Bv4UWvuuYaEPnGecOMmbvYHQjzKzA9FfHngIzZEmkX0eQPvsxgVo9uE798zA3igT5ABeAv+xs/ALZpOMWwfyHMYpnbBkAF+Lq1Z+AhZrqUiPKyEFXE2ymhsPVxMNz7Dez7nNEchpq4IS2Q9b+YHL95z8GrhszZ3LYltNuuwigyDwme+CuTrla2X28x3Bw7zrGJVfJ7yugIbqs7X+nUu5erXy1aDcmsTk4fo+9ff9O55VMKRnh6e3MYARv0XjvCEXbEU91FBssvDuNO2C3hUVeTPkoMrFkGP4Rzpoa07bV7vNHuUcKXPhQDyRt0nAikLMdXV2ddFwI8gTSnXMqDbaOa6vGLkrMGLgSy6J9LeZFeStVYglxEc/wzA25YW59Fced7vf9YdzMqcZb/sbYMdQKVGTP0oLg1cCsV/zJq7gN4jNTuyC+tOdrQ3t/ddj4srhw+qDNj72f2aWwRXTfiKJwVqtTTUDmyh7YFVdjFXJ19mGPC+5o0uG92HDGeBHZilxRgPCh5IHqy9XbP5vDwJ8vpgOsusa38oVGAFu6/eQ5bdV4oN9pA6zRXCEQUcbsJg2ZUlNT2u693HUwvJaWEYS7Zdlb9+42zL6y+uYx83Mk7MQu/SKnFjHQvEVhqn7/cHSqyiPsHC7GyCCqGXrLfpOr5mGDOrnYi2sju6N1UYi2ANuZVFQJ5wQnYI4YZL/kJgMzRbAsRKFFpGIyyxVz9YcbUos+lDbC2b6dADO1T3lmIK386Ww/DgdOIvwRFKa4r2KvA5sIOXTlJymsiQqozShXkh2FmsSzQKOl1nL64sZWveO9jkxiU9upgucTihSpecHdCdLtamhe1NW16IpKQUf1hqVx8GCUNImCFoQXxyy0zuq7JT6yjfrQh33cU2t8v+wX8t968m/jI/sMvdtKUZZn3WR67joJkC3isExFn83rGL3RUAj9/1cB+ryYVcBJhrrLNp+1qae8PxO3X41ucBp0PV8HwNR5vx7a3HpYzFA1flLOHyv/xPWkHfqP8itHSrM8OlK1aNUPScgepZcTsCMv7MB6MLVtqxYoCgAvWXS3DJNBxeptnsVV0M2evIeRqgVBRLiLKCUhaok2fslmOtnGQxA5c4AJiA6wzvtFNPjIX9S8u+CT4wUt8XAe3pxDHj4+4CjFMhn03HRq6U4CHYOhyT0J8keU/2yFJT/WXuJYOX/w0opg81mh3HrSzB5KIDiubnXLMd0gfSh1TKBLiowcP6f/F/LUwpe5j+kO+ZukDM+IhPbSXo6nfnn7z0kCCVX1KVIcjQnsZYD9P4+m4TN1c/uwTmuMsD+7Iyq6r446JiYuTHoz8bvWozPhA9SGnHcK8D7K8jCediQqLiREB1gQ4RyEo5DfyiT3vtPjyQ+9KHwHnuLXI2o29U9Kf8jkM6X77JaWVuqf3FJsSFwqCh31eus2bhOGV3hc+hfGpK5uFon+n76EZI7ul930SWu0kPAHs21dH11ikpAecQ7YW3IpxoxMgk/5c1jfqkVybIg7KM2HNTT6nQwlaBHvnSFIvgGIdnXePUhD/1BkDQv4FnTa9M7qPV6u7KnDCMNxw1R65oP47vVdShDnXgEKk3hwiHiGAdddSzGfmq7Hey9haFJHrHO+etw6uSaqChPywqqPAg/3PTLXt0wI1buuybvFz2wULUOsqgfjHL9zs4MuWSo65PjZYiev8oD3VAs1nac9lnlLlGt1NRIUa1bIi5geRLhdJ4HFLhz93aCVIVeMBOWw0EYq6rPZHS0IuipEEBOMFdayQdEHZR4PS2YQiztfD+iKGK1rGcy3TH/kMEkH2cceEoZqOq0nfGtYirr9PeL1ASO5ZpuG6kmndb4NGnBquZkVAUP5GGflpgvlkSmC4xIVAw2Lk6E5sUEcWEXUFROq3pdT7APgLfQtYkukkBlwXiGvsgcxC5xcvUHfG/xixIxhyq40XaKa+FqMRxi17AeNhHy4KPxwec65QDBsuFpX8ePJt1YcSiDMjrfyfWHdLcJPMxJVZ5kbNDJPpdG/3ugjqBipA09QOA7kIVL4RHk+Xxk3XMCf2t4uKM5Onbgmh0uZb1GooOfvSEJv+cmgzef0pZD/ILn9ULNA+tkvzCLn8/TVJbsYLtu6ddHS/+kYlkPkSKXQ03ravR7U08054534m0aLtQ+653O6d+vW1D6rEAJp/dp86k9O42arFyhywOzBQHuic+0Ft1yzoa9GsXZ/iJyLtn/JabRCU8oJuTSg1BEMGyFFqejoW6nlaQPW1p5OdpSFVk5xhvBaB+4pSB60FMe4Fc48nhSotG4CQ8YTcv2SZRRA/37dJEtEYljQtY2OHHYcyB3+NRDUxlRHxAMoBkEkypx4jXv9oQrnsFsx4nDuvOYphSO0kRkRAnq7lQMDIsjSiA6iZB7Nyk1FFivYMkEXFhrCAmcbjdmxfwAzjl9OjDqAjqAbImzYKvTIGpNEBg0q9cMhjBCA1eGEi7ISdp5BZASI+3AL6wK6HZY2HYk3bY6Pq5IufsXaa+JBbT1Yt3MXvXV1p7HR7QpXYBJmdcP9Rl7fkPtfboBqVYUhhcslvDC2102AYHPVtscJ3/g8L/zaXq8mDFWj+LPobR87Fe1gZp6ypysZRVG0IaMiYiHoaNYCQyc3U5laVL5FNQWXO0DfKmyOywAl6HCSmlwXe4H3YBWpCiSDetM0YMyCET07OTQ3Eb7lKebaN1YIWYSG9YxspjAzbFB8KDVd8MAaqqgkQDLnlcJQlv+uEeCnGfmKNeSIFwBFbQe3WvPbiyhTYQ3Me9s5B4mZb6sWD6m2rvCCCYj1g0Mdinbkb2k6Bwo5NQ70I7Y7VN82+1ttx72QWnF/ntxD5fF8FOgKdbZl7uDbvI1ZQHAk07LJ8GXR2VX0ZlQnxy3W1qPkU6AhswMRjaFp0fpKt5k9TYkJvpFn5e4eAuwVVp2u8cwGpLBkdIRk9gFjFaE2Sl2k0Wvh24CqM2WHOzTiBfr7WvsqGN7zy+mgSEKVxv+ka7g/mgPQSp6qSKVyG6r+teyLHVwarIBYWw53nkvrSeNZ6EBewfa9G+KkgDzQrKq/dM/BOcaR1Cnz2mzCo5U60nbbchpq6k9FgUyg/nkb+fBBuiBzt8af8iq0HftE7+Jiw07aFr2mpbg+qMXOgk4tyyuARC68tvkTtZU0sDRUXBxFXDGRoZ8R/zZM+GgECdUqVprsbCUzviAVhDCBQ3SCNlD9EsOTZXMYoGrQdUA++y21dHbeRfP8RZpNOtmdAzt/U0Jt8BRHxckX47k9wRsykaXG+RZ13Gr6OZkW79lCp+f2x9Qkn1WG97Xziq94ZRjhHeXPWWElSXGYyNOeigwSNvVPa0mktm9JMmI54MIKHCSbXkcjIx8dYxqiM2R/sGjQiLtsxgNA5IT1pCEKiugnlSWDHU6P75IzDkd1fVjqWDvzWGAseb2YHBh/9bI4PyBf4/bMlmGMZ30JLFqJdHc5Ej8Z/dlE9HnkPiTpPPt7JNfQhgo019bCHytu55v3fjocKga5LhARZ41yWhCooe+PpJSouz5jDs1n5GZbVt0TaWqImAHhUBmKAf1+nGyOv7NW3LtPVFzLXelL3gd7A9ZIXwjz+GwfeQYz3OBX0kXGOaTaH10DORJupQiJslcZ2b3cadm2YzEzR35lWZ5id66aJ/QHBnfzchuL86Fp8EOnJf1NxA0qOTLPiblrVn2fIMZtnQKhdzZBBpzcTXyZoX+7LIs7dEyP5bFNgzwexfeNfPfIr/QBvK2d+JW+xvRJP9lb29K3uiwCKVG66Cfin3vqX8GTn/lDnO+x5NfTThLFH/60fyQXSZp0VEfyy4E8S0R5xqNBfyD84NhzukT1s5qgfieVHdePA7+PDo7h+oOJCJBqTRgEgOnJBFDmyjARE/y+vP4XGu/SiNhANQqrkcazjs58WqEwleg4auyapLMf5CFEixo4Rpo99rxu/rLVSv/23mAnJOHBwzGv1tDw5qljAcfhNezBwgkUF1NpiCICDyIQ7OoMpXHTQ2u3Jo/lx47Cwm5iDfvY2swt/pR1R+jwBJ16F65OfyHgm4uZKAzkeAs0G9ltkJhzcmZYmPW0MIsLNcfT3UVlHfLpI+Qyw3IYbxjmCZAowjJtyhfzDM2ajDpxIryaS4zZlR+5EUyztF+GbJGuhkyUsy4eSzTQQqoVB5X+wix1AOUNQ/Zfw2Gz/JktM3+i1RSKiuicLJRfyNdChnC3EukGWRWN1ZxS9Q7L41e6rB97uwWxNOh5ED1w4jb41MvfvCLSacryxFcNnQOtl2FXVuvqFmyYrdeIxw9EQbssvutoTex3DexF1y8SzciAm/MSpb98gid10WFraqJwG48jM7eVbBmRPonbg9grHys+ceHj/jk52lNE7d6lEPgP0pekk38noMfnlNETJIOaYDGqVymRBVTwj7xxRcZMDPEiWxeRpM64YqPRhGZHbQ9xLQIolUnzBo24FWmqkYCz3sYflgEvrdXJ8G/td2++CQPRexSVapgqS7qlChGTbHx0QWiVIYm1zug8/PawA32K8LP9GVUWH/rTkHc49pom0w+oAHXswNoYlo6Iu6GeVRXELWRFBa8h2YD/L/5UOrjLGflNaHgHqogzrwYOJ1S6eSdRdI9wkzaCUBTop/EikVS0BqCteURqiVY5RNH3SR1NdEvSCONG5w7sTvjltRSMbGDV12KjGm76wPZMvp2HWA77n/Aar992vgAzfgfb3urO6YGAMpMZ2pvhLSPmketcxOXt3iK1apG/a4ByJmIKACNeAwtQOdNp0F1DK4lr2BzKITX5h6JFiffjvF0msLdG14gqYKhzHgDasLS4u9HMFlHIseiQ67KFV6s/5hYg/XtGB7gyis2isHD9uVkjDGkB0bRE3MMOgNmgjU5j3eUyXM0XaFkYhQGW4ZFht0KeO3srkLN4t9501+ink4EKCfiOE3oUzpXdOaasraTwJXNvKEVHpQj3UN3kJpvX1nrldocmaFJjolCIfejBrpo5c1Hg/xa6wPEfK92L/i1u9tqtoKYQ9UyuP0Bw/0hslQV2JQCxV7WDOqVAoJqstXtO7XcuX6Uc4kL6UuQ1Bdap3HQ87pjKFyQCg5Pd7rHqea6RQw0/UacgDew7NReixA7WwFrv1WhhNJZideZlBYzS8Zet77SeQca6ny0FOgqxQJevIJNC/nQl1lC3NnRtR+7Sqz59AF9dSa110nf2InjpEzNeiysMqqLOCP0FHCG+/OMCnC6TJ5eSMplwQm0W6Li7HSa7m2hrEv/jK85B97LR144S9AXjn7G5mbvme41033PszdnTZ40e7bKPJwIPVp24SL/9ayBeNDBk2gCESXPXr00txy/7ifmCuHQm06nQF1nHT+5dJoy1EC60qPM/hX3dOOgY5QTDnrvCGjMWNeV/LG3JA0kRanjTwsCbARCwwp6RpbTnUZFiTq489RZ6JHKru0hpOIBAvxux+zirDvp8jdgX0wYchhj7eYKRjylq2npoqlc8Ic5+TcRmNp2Z81GvhRPlmaBPVEoDA1dhE5bjLGsxXEGkniyaRzLOMlLOt55niOaTAB6S0/JM8gnDDPrQAhhNoa45GURCaCPXhV0pwyp0WPNumys3NtNynNg1XEZc/i5h6mkt9tDYJGMx9ohY1pfQaPOBk3CRhuljFH46Gd4qKWPqQem0vRTp+COEhW58eeLdZK0lklEasyx3d2SmS/nqoBdlzCM8QS+devFy3Q+eLu0dL+5aTIBSIVHsxwg0PSZaMxxo0m0pWJJMfdmECNUieW+7sEpEu7l03NaUJja5ZWBZ6KxsOan5e835T6AFMKLuVNEgiIdRfCmCZ4GOi/RD1fjUimkq9ADeLqajRyWbfGnS1aPA+QbYe6C9rt6bGnW8iPYC54VrIjY3dT3XV7OM2G0lB5w+OxPeKHZlXLYQX0U0Oep+jmr5Q1wpsbpZm/vrSI2ZvuxNnyjz5nK3kiIv+Wr63VTFk/9vzWex2z/5JXGEb5Ob8CeyqEoQlGM2x6cdn+iOQ5QUVG+RA0KTyYDJya6qCh7eQQoFS+c0zyrqEGSnnYmTYUVWlewwsafC3VRD7ZY8vhEXlEQ86YiHJpqJpcRXBpoeY03tgXtwo73xjKSfoSCB+suqnJjIfGID6VIFnmx/CitYXE6nJ3nKJRKELQQ7BQgTPsoBDAJkSy58aBrxfPIPqY6MvAArqPIzg8MqGQ0Fzk1bFQQl2BPN+nyP74tbiv1HtV1xVx83BUwSypZ4qQ2Fq+18RsM/ko9d1eJtbrvZqbXQ8kouoTp43Xp1N6N3LP3fdE3YhmxIgQTDlzBwG8aSNP9YqLLhjjTViXAkwrjg1tOcxO0OPat+JdWJxkYXGFp6ILifBOPEzcv5uBu3UX++pou4IQDsi3DDWMj1dLyZEsATJK3a0zRPkTui+LcAuitAHfF0OawfXLCe35G/PXO3j0nOgdvHlI0hXK9Q+p/rMh1BrJF5dqNG0JTRew2PcZLxQylkjvryMcFZSCRn8F67TnSVLWHzAHR/B9EfiqcdKI891GbH+rWFcJIZqB5YerU3ve1VnvM3rZ2wqBYqlb2z4NbjysYVeTEJUi2SPG9Knq6pRhhWQop39aMrVHKsmwgTyTzjLPaTmxz2G6n0m+Mn4XZR77GaDjnSEjbZaJ7ixxlnnuBkYo5mJHK5BkoxDt3x2zX4lCPejIXCUq1dAPrKNY7UmVsSFfMRU3Y0PGiC0X4ruKPAZh57IjzFapWq0CE7FF8zExZk2RGgDPwVZufj1cbYpiQkNHTGuq0MLeldWRr1dKdfFCsT51FMeYETxY8GInHcbpIJ5FokmWiasdRFurCjSw4gbdhCWFZdmffTmK/EVWRdyb3V/iTjhb/6kqUiOyr0QjOn5pEaH+kEzrBXJGXyDn9EKZ04vssS9Bh/KUXiwTegmOB+nOhV927MuS1L8EfB0f5zVtKr0QZ6jLJ+40IN8KsBv77XDsdd1Ub7Gef5hIgLsLPb3TWuXF/yBtf+VpbTya+szAj2RjvFZkxhRuvhQ3ZTfFJyeEnczr+o0bnQ2PH5qbkPaTWGcEucGUIi10Sc0CklBx1D/Seq6XKWUJkBIldx9tbpNui2Fzw1qC4J9X6xSD/eGD8K3uwzKvIM9C5bLmcCSL8dRBBkok3/HH5JT+452E4T8IC3MQB+2KfHWy1EXOVxgcgue/E7Pzp0x+3hSOBZf/FqyrSxz9CfH74nsCBv2YXC0GPrBnkvemG6gRH1agvG5BqT+Ka+HoiQDW1KrUvDfE/b+FGhSJ1UuO1tU6W8D378j9P7G+PjI0Oe7gu7CLwu7/EoNDZQL2+NENtO2rUUYqILCPvIkG+Nf0UnXZy982jGzMNCgtwwzFAwj33s6R+CSJpH0IPXu4YEMdY/WQH6vEORtOsGuZpxEqVal3DiCHAXa7dh/8KcLolwY2S7UB0DGAHpMPqLdLoNfDkJMFOk0wLVgIkz626ivzYfVFs3Vo5IQIiCkxwEa4yuG7i1f7mU44MdpOX9Ge/2bxHc6kAzb2ctvG8HK17QJotWQJPfA/Z3uBYwJXxGMgq4pNIfnjR9sPHz3aEGwgElsgpmdfN4pr9ge2tPg7bqkWZlJHCqGTTDi6PwbnOWF0+CRe+YFhAyoyIVWXPemloASy63inAv6nxpyCsmdSdln843VI2qTyUF2PKX6dgiXM9WXJr7riBkHLRUVo/+y7eOi5M5e/p8vKI7idJui1r0dz+QqbsA/cxEQdV8q7zig5RvuokX6Dx8YLjKj3PoRKGsxfLWBiWXsFjq5XOEHY6dA9mUNcHl8g/D+y8AWaJJ/KSP5U5mqNVkd6gxEwYfibymyxwmYH6CvKQYN2wm9XLnJ7vD7/qrgfVRDuTxCFwhSJxuKJZCqdoWwuXyiWyqhUa/VGs9XudHt9DIaj/F43rqcO4cAZuY+S5kl+z9DiF7CyDjZ66y7xsrgb5q/kgPcNx3C+TF/T/ehjAkWf7gN68K8c3i8KwAp6JWmuMmBrJQ4phNn55HepEZ2P0UeMv1z6xvE/km1+wAY/mC6oy/S8wCjOpxovIbnNzMcGMXrX0S/a5Vy5nZtyeS2ylDxMmTmVomCEuaRo5PIbSR0wxFwTnGB6/y9Zsrlp+Ft33t+5abV/BvsaHf552+/6Gu62acGGhA5/Ntoftzq8szFD4Uti9p9x4PCRacn3EeDQhyvDqR/y3Q9n3YCPe4Fm2nkP7kxn1Y0C3oTjRfX+5N50/ZC/H4pDlOLC9nHiNzLh6LKZJOUP2sXUAPBDi3yaXM6Y/wCAAkANiHEtKqk5t4MOfKMMUxtXOl5ca5UrZeW0CgjLv7rSGpoTQEhOuwQvj2c2MRibsPt/SMXUQn3tpGPow5el8mGuD1ODp6omdZBQ31IlQTaiMWFp9YlCSBC9khGWgQ+9QAUea1rqsOgfDY60DEtwZ6KKi9/aewEAf1yn6lbbf02UExCn4DEg43sz3fhb9KVltB/epwYeYPhnvbk4blXpTf6TnQR15FJdlFQFOo7LVB0HUfdo6INyuQfy68Rj5Pi589CZ/ZjSq6JA1DabJx3zsuHQKQGuwlioF8LZsN1wQgmqMmNRZGXxkkP3ldSoWRLDWT+W80bIy1dbmONq3qFin04mBk+V9TbLmY5Fh7QLiyS5zyddwBJyBQYHByESccccvZKhDg05ySSf3UF0I0/S6d98QZ6xIxt/XXxQLnQFgURIjtdaeM+XSnyBuv0YT0r6VLGZmVRMUxDly3QFu2MuA+ohyUvxlJzDyhDaf89ERhIf33KVDkkcq8+hDAWuzLahqcDe7IZzxHV8Nh6QuDgRxreL45LQR3iKkrAz1800yzWSPxPN2/Ki2Fa0OgbXXerIPhV2gJl+1aCWqfEp7Lr8sEBJZJumXk61qpE25uZ67Pi0OIPZ4BQ6um38o+Pp/nTyJhtURCNutqGv9obMrsO85nXDm8Ku5Pl8KY5B9kHnOjIujsJZVtTwqvfSyGgXyztclZ7fx7PFM56Of3ivxNwX0zbUoVJE2RSqg8ulQGamjXPkhU91A//jSx8c770Md7ENu9tYxenudmfPMrpKWQe9CsHR6rozd6Fluj9gQZ3b7LrHtPa2Dly5bczjXeWodeRLweFGZe/XqMEQ6B1kbf6vQkTFk8ooTmfOX/wHDzbXspO96cLvmr6NRSdh5qDDWrZF26Wr/HIkBPjSMvg7MvyrKeMy8o7zy+QpCdTr3ZvyAF7GfTXNR1l8/4+WrZFHBx597NFWawPbtH8+d04xeoEN+10m7JkCAtDoxXoN/BH+TIiM2EiM1MiM3CgNGcF4gw/4Ab7c/TioOBh+BkfEWPU+EsJfNAkFEar2o3ml83gUe3Qcb6nzBpqvjVHrWpzd3fvUxNPEgmoEUe8GvBewjqdLqAfR7wZ8FNSGTCPIKztPnW9zYhRAlwbjM8TbRKb5FbrdHF8FtSXT6qS71fewY5DFarM7nC53eAvEbwrKwHICRm0PYlK0VhOVSydeMDg1wWQZ0UHiMQb/P4xGcQ5jnzn+W+PV/xy1AF0GqAOgdoAWANQCUCtAnQA2AXQFoEsAYgG6BsAGoOsA3QboFkB3AIwEFAAgO+UUmXJq4pz1lAHgpT3kCdZH6PzjfVaA1snjPXsDE2I2rj1NYMaHQdIbMN+Y+N7+5BjMhrNh9y6IB+a0BzXWk01lA9r95PEfvWASdu+/XtCn3VvaL7bJKfFoyb2lKUcPVsys7jGIB3RvZLIdsgx5fnwpQEcFrN+DrACayCbA7SO4A4+OoKpdXceUWU27sbFLrIX9bKc8WdZ7KwFw45zqJhA1Qb+WmelB+YTpw8JtpAXgU9mxgdA1Up5bUaUG2ljgu+gKxAg/S6boEv67nniOI+IFR40zcMdv+zyZLwtj4SwOL+2RNe1u7cbnmkjj89dzTpMecybyBJQB+rmstxygPK3PBrD1sxo7yM6DygYq4Jx+yOeuJ5zCJsjrCF3UNvyJtEQbm0NKTua68XtDse9xmvSAU8kDjqecM7VsfoL8y7g/cpXrnEw/cTK5znHtGsfNa5yeXuOkkJt4dO3ex9c4VX86AIh6wnXvNUy9DGH3p7LVnKIUvuXvMU4340kMxET2X0D+PFU+2Xt2nb1B+bfLW9Z0DN544E6OjXNcZ8ixnpWbbGKliklne8gs4P7/XzXwa5DGyPYFrYva8g856Dpf4KLnoe95oZeh7wV+Rv5hgEngkhCzMJPwQoQoclmCJLkzQ5LNOdJC+6NiveWU5QuWb8n+1/K7VctaOlv1HoP/uIDJmY83n2SJWeO2kr3sqDirrpq77el6e77xyiYgbhFahW1kP7SN9jEfOYjHxCj5q1uf5Qg7Iy5zXVG3eT7zw4mIhdOafXO/aEAkexxWOa12Jl1Wu63xWOe5Lm19+oaMDZkbarg2vl0wBUvski7J15RQvaF91M/GZ/Nq3ey783b/oAQE51tksSWWWma5FVZaZbU1evoGhv6gwziCv8NR3IU67kbjmJVenNxw56F7b7n76P3XhwfhaUQWkUcWkWVUFdUfPRD9/Nbv/tvr29546IcPv7t8Me71hDe2J81199l991+XP5N+7X8n/w7/OOusI7OPyjk3t68/UyKVymUKoVY4lW6Vx/g1zdrWTxudi6/8fnX6Ju03l++yfvf4IecPz5v179dtJX3AqKiqqQveOQ1B0IQ30NLW0RX0lv/nUd9AcJOGRsJXmLEwaBOomNabgfmPN/iJKRKGKxDDlw9gBrKVXz+HpctnwYQxFPKpld19g1Oz5RUUBy30C9nC98xBrmW/8/mD2PkawXyF+ZDdwADfrNhfLtD/YoVRPHmHSLTEahw+ZLZE1pbYtbf7aXLr7f5F9tIzFU7+6BIEqFKf0kgWvbMrVmQr3/v2ymVg7FVncyu9vSLxayHc8t/09j64qM8KCbQspy0vZ7KDrn2hbAH64D8u3TcC7W2EG+4n2R6sPUWt5LAk9rMhoXRoYvTyCKzjI6OMdoASU+6di8Nocq+gDnWZfeJXVhAQpd29k+3XzF65AfpAb2VoYVLMEXjpvg24PPz66ntxOerkx1Sw8v+2LP9EWI/fTH1Wvm8f6qs93E+NCuHrUNjPIB9xbE3fxqeytG4ADmQ/nMFc+SdxQH7+uRvnV/852HZ+nRwQkL/2QpyX0nvtyq7sb2VQstQXtTlbVxp6qd4HmDv4AZ5Lu22XBuYPYvOqq2/ckGn5Xu8ned+ypHrG1RvbfkV+/ztKIMBOtdBoLBgaL5HIMEi7deq+7eK3C4LmTQ9mmu+Xb/1fg2penI+he+vsVc+sT5eH9aUVzKw/3x5MjKOJkwFV3lVrNkUhM5ffvIWURskdBzBK9jm1W6P5e+5jXrps6aROz733OqHHouMJgLPVC0+1fcAnECmA/zzm1WGYbGjGV9gdDEfu445HeJ+n+Ip7geEn5msM3/Q7vNjs56BPzaPA+CrIJqDrExnJBZuDXhYBvvJcGFI3utS84MH4VxKCe8NABG2MFaSBzLmNMQSnICcF8Q8axX/hxznBnjn/WZkJvOdbjHct99ab9W1PtO944/mJ08FbXfSG+/hJRK/Zp5rQ1w/PeZ+af6oviUIBuQK6AYDttA34nemf4QoVzJ7e4n9j3D+DedDxMQFXookCJOg9+99PLu+M9lTp4KfnwxRWPCPM1GzU2cjrrtv9p/IvdxYa8X6PA8593FSDKQhOIL5+DlSYZGv/dfBwHI+HQ2cz6EDgYTThDDx5OPoh7TWbIdhPyCs8xKL4K/okxejpCiIDib1CQQryNUiYSiXz1YV0HRHE8Bhl+8iHwy/jahvUQdWm8iUsbHY9zMlLOS69j55C/SXGznXuPR0O8/Q1CtmmFxVHeTJEGBe7aqLRGtoZPSSjA3P5yL1pL/+I+/e1fjKCrO16m3UGf7nu824K5yXlX7LfkqbeRqEvX7399IkYHb1B5naXeupEx3fuc3JgcWJf1twl9ef8TrLbdBn60srbEC7h44B2744994s5SWKzX6OKt7Puo1egdDBMNUjb2sdViA27fPtYw3MkZT7C3XFvrw814VrBQVRHrdwxSx0PwUSY9Ek9BXg+XpPvzTXQ1cWQwILX3JhAH0d3VDavwZLn8mOV55sGrsjU7najHmxOpPsRvYTYNIbblwPzfhsDEczZ1e3uu5ish9y46hN1Ke2bTLXBhg3XLOrKvTgsvwbnoPReKrkvdjSnYqv3ym1UVJmgr8TCnfVcWOkIZnbIZbhBUcNeuiZkmewyuHLdy+4mV9Ap2SuUOm6CIqtUAr3tDvv6ICrjvkNZVILxKhGIX2YS9Yl6zck5Lh+v5mzdpOdQWDYWvQ13V8nvUA1FG7IHCV+5iVjrGp+qFi+F9J74VRXnCqNiGFuAftmq6FUoG/cBtN9TGbwANBVNk4qbJOd8DHLdV+IFMTn8piv42Dxj12GNw/m5kfKowt6MyQ5t2BHB5TGpENgasHgsXmVmAQSV2m6dkx4xL/kCimqErcYeYz7cUxavNyW8VxcI88Ao9GPv4GUa+d5BCFho6CNp6iGprB2bSWtqYc/gyFD5LlMa7jMO0bdmfvd1lrZaMfgrQT1NOQ7TaGge7SuSvR9O7FK4vyI6awynLuxHgic3YRSTj2KKiOu7XsZUXJxlcQ+TF4l5x6tg138uv3fs381kGvyft1H/8QIvqH/KiZ4y0X//mdX/D6jRhv9HIj3DMD4B';
const GRAMMAR = 'W0NpcUXZfUEhtw2AfiJbtPqewJ2vBThP1iJs83RuRrrFSTUW/P//f05yMkQJKqBtV7tv/yGIqAgWjGhWYc2DnLjYUUJeuIub7h43OdySzqJ7m50TyVVtiOshE+EX21h1drlCs8Z7t25okAfRzyqJpZRcKSmBxTbeEwuzXVxVG1GoHpeUBB9iU52T2fQQfb2/TDiYRCWq/ikm3w63mfunmPx2EJlwfxUTif41aKDj0+jx7rLIzsDGf5vHWwXYLc5Rrogy9uGf/zm9gRHJuQmFwuzM6LZ7od8gjwIPPD+3P/e9BWMbjOoxpNJRMQMbK0BBBWzExsYsrMKI+oGZ5ZfLPrul1q7mS/qnzy7aT7rkEMI8V83MXSbQVTN2XuawJsSEmgHjkAgJiSjYj9fZvXsfMaRTEA6Fl/UBXSCjGwGgYzOEBCrE/9NoScskmbJ734pFn3HvBQpj6MaAUDj5heFpm/+MRsVqcP7ZExOxOBRt3C2MxoWRGLnwrJji2mZhrlBXgdWs1bmJqxKdkd+BdUmGwrRQFkJ4EvcgZ91ccfZEkwM5EnnIkmqBAHNbCjczrCVSIABgUM/77uQGQDEFQMTwQIzz31R3S2p0g/qcwU82gSfsoZRjFADY4Dnjow41Ih/919RP+t7K7brlpON0VAC63gAJYdbuqrxd+cuW/W8i6Vr1ddupv0rXXNIra+zCgkorMDQAhdFQGgYDMAkUOWz2y+aethFSfKlJaF0YBst4hHAIi18t+9n/GHZvIS9kiXKzvUtMwmAUeepoQlQh2SQ0PXNH7XbfkbLNDiRoJFIniaU8yoJMShn+mn6K3zzv6UaWi1yS0ENM2n1669YRj75szY9GaU0pHTVc2qrtb5LSOqAVIBYWwjP8bPS/0NksgB1DAaVOLoUtPf8a/WBsGw9vJ/JP81M5KWBJ22NbpjT4ArxkBrej3islnoCohnM8gzAIh5JLWVpxipQmVTz3Jf1sJjI8fL83pw+Ty3xaGx/lthWhYjyKfmd5AxaEQ8jSf+p2TRNe4DAuRS3xDvj/WvbTXfv6/USI5VGyTw2hh3iHOPIbTWiikghPzxDffrVyC4WwCOHQAqr0eGCTgxepVcvWJmnocqu9F/THeIyteuyLRsIcWnv7l6vw3ah//51IZ9r9LrViJYQQggSRwdq/LhBaTce3JXiFwLLcjQ+C+G0HIgNBKmzDLpjajyfI6orJfTB+r9ICeLDK7w//Jz1HRfWuXRUiSpMnNjxpi6+3tjyr6Wx5+8DD0G1uED8A+1aRC4qmU8AH6hAbe6eyoAybFVe5MEJIvDNlcV/Zm2HXjXLfFUWpV4ec0Q6cp71mFXfg4G/wi2os8aK2/JyycZyapJuUdBU7G3FyrVxDyMSvsJ2yN1uY78dc0qpHDRl9XfavVsOprLVWKlWSlQKVJKlryg+57G99KaX3uvOj7nouXGkryx+l7aYfoPYV9lw6jb+uzx//aTp9a7ulbf6Ze41O4Ce0KjutrY1Ob73ddzsI7XhpMdQPy7dx5oelNKU1TqKCzPw8UnZ0CXl9Gn9hbIigPv6bYpYFJm8P3Q2Es9P/66BTCucrjGsQwamQb11wnR9I6vQXiutHhKZKfs8MLXnNw1SBPz1QKn/nwCP1rsXxxZEunnwxyiW0ehtYjkifsKPJ+dsI54PZVnEi4Df6m79dZ6J1KHzDGdB8BI4WEpODwpdEY6owOAosfi0cygZPJAQSB/B1EU+OdP7IKxrKsVHXItqmTN9KMjZLTrUMl4KLW3GbR/8Xr3kGFLP58WddQt61D4g4wSQKIX4o8cBICI7IjaDPRUhGpBgK3xeaR4cCDJFgMVrFURKPxSDgqAAUBXEfmrTMJG8KlKU0dZFB23bTNyLG1orTvo64lF3cakweHz+BeDXUgAbMT0qXkA+xBcKXAJMmhFxCEUwYsgeOhUKgI5AIHxQGicb/wNCPEBZfC4dm4nnsGhHohwig70bE+040TS9tVNjywWDlUw6Keqi0c0tfuBjbJ6fWxaU3xa008ei5efUUgOqbnycB+wD/k2sk32CCgBAGFN8IQ2nBiRXBNYDWSE+hEDSaKDE4TiyqhWMco/n/+l9rZDoBHIp4HkmbbvJ2hrLBRT1k2n4O/ZwzVrG43DbLLdPnvhoW+5ckl9AjBXNFBwVr5RVGIC0WGo5uhDxG6eT/8tELAnwFQvvQSTFScS7Rmjz3AyNMO6wmV2r2KnimoiDGUA9rne0hqvFDPPgY5RUIciCSDYS5JjpTkhoX76zXxOZh6tqt9bNu6yUZNfVKuiQ9OcJslQkiIGmflXtYo9zbkewr2cdbJZR071zJK8xtqMpiLUDsFJcBN5XHXfoYpB8yt5uzJvQnutGPboQxrs1TeVZpg4DXbo9B2oU7wh6DmbJ829DUUMoxd0iePbQRkbd++6o+U3GYD4WrL35Stk4YbYUIpuDi7krN4vPHu6wv1WmePsCzQkM9dI/70vuXaIfqu6biAcii4zSU4+yVAWvCK5IlALXVx52hy4GRxzwNb7yaYoRGg4u24MAW/R/wZCmafUpX0cHlcYVwUly5XgFeUq41CMviW7qNhOcinAu3hcW3fbn2/4fdEfoYpZaNfsTdpglB/Zp4FgLxZIZ91oyf21C7m0R6XlssuadPUSxF+vJE2YjAvpReUYpdSfnIYthcISUJWy5xGrqrVbLzQboRTuDa5xUcCweWurX+x/9vUbsUoFCXLKbNDc7rioJMAUOKs32Owei94d+EaV6lICjyP2GWdMx+zjuhkIobaid6ip7/mV7QY0wxrAuKaL3SaSPceMlFFAesNcwh+iIHbqnrkGKM2IIYnueMck4oXEslTobXBlMDIDnuJY5xUU/xb4t++Pkptu8BkiNT4GkDXeVzwnA13pwDe0Ze5aba0jdQbs5ekl1PWQQfwzl0lROcOKl9vX/FjxfmJ/tXqTvpQXk95r95F+H6SFz/px6mSSlfwbXbGxSjU6gmDyaAFu4dOmngJhDh35LnovPfQ5qe3mZtkq/rnVC7yHz7Kn9mLtpRknza5bsJL0z9Cmf0don6WQ+Lkwpr9IeuBAlv1S4e+aLex78BKcTybM/z17bMKk3hZzfJFeurAmrxgkRbMllvvkPl+6pEo9wOFoJLoQnKnVQ355Agxp9OetMH0VraW87WnL14CSkv+ymRRR8S6CGX5WsuIslnCDPXvxeg9dztZi98NqOwguhRvqQVG2Pn7Ec5aRs/C6FnyZpu2QXKB4YzLfiWKBr7RPIHFrQYOzooLZ9tCT2P5lu3Y/rKHb/mXocMaZJ5P3iZyQTsc8E3bDZRh2HQQd3Q4Q0+Xh9hvk1WJj8a6tBMZa/xubR02eVSFHZLjwfkRLdUh0N6rKBDjClzMljsv8zrxQ+EFmcXiPabYdSNwJ5O72s4Wk6Hvpj46hohuIVrGGYh5KSjUhsxVhykdBx6mpvrlQlCD3sc8H5S+i58OPqxxph0Mw5Pe8/fytKGvZv681+53ZhMh/L//+X0cCrQOSnonB50zhT4z/U1udcN07Id1/sfQsenn+MkzfKirOqm7fphnOaFVapWq55Zo2at2nXq1suq38DBCCDChDIupNLGOh9iLrX1aV7W9+f7+zPGjNlEAiswpdpDRoegSDbZVVjeTfPaOVLFSZ9mVMbdboagFOWrcAFilo80AdI4w1ETbVG69tTXgIzaaL1XfzpXpYqZUFe7V1b2jKkotD0ewaohuq1x1V/smjD9Y4yu3k2lMl9op9CrlYYqe1ZivcReNtGpr0I2N6uWOvNVBS9+rmI0Mj80E3mxi0ucr5dvBRVvIK1cbFp4Q/rMcHYlcnKbQqbcKTykD01M3k75AZ9c41qNczVrX+pWUpV+BLlBCst1Fdv+yLmclckWIzQNTminmnbw1sQHysmdTSeP0bDNlMYi9L3E6sTi2UONeOC7/Xc8mu3/qW3bSblPeuRv1I2Dge8RjHRHX25EqwwW3dJX/BUBozNgKaf4HLZxvh0yF7p4VVDZczg049TJuSTpSiLOZhR3RiylmNfrMk5Dkle+G0WQAoXspUG/NnUpBWN5eV4+2FMoFxjb2hNSt1PeU1c+s9dvM0Euu6jLKPe9z6yALJ4JvXVCDnnLKKVHDchGF6MEHwOi3tYVFFPiLMuhoFhUOWk5YhTik50ndJm4aNZnzPSmFR+3XOWF/BbJC3jTQZfVl8fPCV8N5oSW5NpUtSuLMy3vEOb2+5bEV2fw5X7BMaGdkYOvKumWY0E2IUqzuKuImKkW01iWCaIUi4/UyQg/XJdsuczYibCSZHlTOB4lWiqJHcOPZoLFvpBp0iyOLAM/m/EWj0K6GWdxYGn4a1+s5QXoStWSgpoqR6E6nUoqYlPMc2J0Ediro3Vhn+SqD9NFaUkHaYLysUbH/WwW99uf6RO7hLp/fephidIlzn9DaNHC8jDuX9GwIAHIwKHx/1M+0kVoSQKbgEVYh2FgZKNJ9NBFFA0aF9Ql9SG+LWMrO2/XDFGU5RWKMaGDrFXN0RPvd+21zFtqPfTnlQK5XlJ5L26KEwqtPTDVoz+/X5qCEvLAf8nZChUVS8t+giiupDlZIoslLsQ5mstCnAlzMIUXW5zws9fLTOy42WllKjbsbNWQ4ooVMxuljMWCnrUcVDwxo2YlBRZfTMhZimUgRsRBCA+8d/28gL+GJgY44D04j76WpMRWJqSoUpZAR6pNCBFI0d+2UjG4L2STZ2RgeVFWm2JxpmgfpwrlNh+gw1/O7WE5TPgWDGiag8pvxlNnEeOcZE5bDbRFtpG/ReC8vF/n39ZgK5tUN0rjsFXotBL9inAZ1vmitcI9pjhHWQu5Ch1Wok/Rs+yp80at2mO+ZWlXof1K9Cp6lD10B1EHBqQPSh/oSH1Peo+Qpei/nMNG3ncDbTzdgLZKp+DyGPbpvHzPNMKTVzCIHlgTu0ZeiM4U8MzMzMQJqFGUwg/Rrk+/h+3FjYP2bZe1UnSAXegImuiksLWMctL4KjRfiS5FYpl4saAzaKCLp050BTV0A1V0BxX0UMpSjPTQwRmpczG/uDijp1LkXqYXhPiEnXfPEtVL6O3Jp+ij5Mou3Sh3zGO5l98jz1rke4XJLN30GL7cMcKUXYR4/vrcde+XPvgkBjz6eZIpVgIJ9AdxDAAUBpLY79ZpCYLwqtgrMMZgEMEQEMZQEMIwEMRwT4AYofhrXUaEOOSteNz9bq0LI0YCLwI8IKzraxpVnNzhrHZcxaHZD/owzWukClZkLQqIhQ/K8rsWDg/lNYsX9mMPvn9aw9S7YGmYd5BKfNOKuen+wzQRq6MhqFCiQLlxHIASxQIUG1cAKFASQB4rgxzGgCzGgQxfbHxpBDwU2AQ0WQMk1fl6QELtfwri7ACg2DUQY886RcUwQ0HSK7T75/IEivUFUgtU7AMoyUqgIJVAjlN8Y161jwkEhHK37OKJI+4PQou2WJwOPeTWluQMI6OLD0ZPGQ2VoSZjOhGjqG0URkXt0xFN6+4EWssoxuI9jZJR2cUkjUMlKhTVAB1kKTYjwR8UWcpPrrTab23hh/Zd//E7iB/ygpVzv30807X8xw9RFcw50lddy0t8DP9w+dc7ZJKyPoquWRee+jaTe5609IKWROGHnlnLrC8nMz4ZBuGLvyMSn1PM6yMnj/u174rqMLU97T+AoHtdqEgHXqYgMNKz36ap8mUKIpTqDfKFfEP1meKceBvnwne95MeRRpyfz2VVpUAS+8Gma5E2fdoTFwyqmHgmt1xzafIlxlXLJYs7iXdeSiCjyBRFvrTuhUqtRp8ZKOg0kf2qa7Li9CfpnG2foUcKf8aCnd5nLPK7Vef/vwBBp+x8nNzHsw0mkhbRt/crwJOGH1tisEE6Qp0pmVW1+9XpAp6PYNWGiqtHYTJWuUl0FC9naqX+8viCBqb8wNGw5m4l9S59b/GfaxZTPPehj7M7tC53qDFBu2X2zewyZ0XXd7cN16jmvA45g/pcIKL0Qo8muoBCXJIg/h6urOuQhUuXKbfNOb44S8aXaCe/MgbXx9bnsC/aZ5gSnYR60UL8lZ2V6Z7bH42oj/PZhbQ+O4ZuzT98+z34IDVNWqrUW0gB39elpEgqW1pn3ej3RsXXZSr9R66aue3SFcr9dStW6iMzFG4X4tttmarDpJoRU1jv/X9GpAgpP4cTJlTE9wQLEvARf74AvGkJEj1BZktQsCMoORDUnAhW3AhaHgQ9L4ITX0IQP0Iwf0IUFaEONSGLDaGGZoSWZgh1TY8gj6GCNPEV1DOugg5kkgiRXEg0rPmQuPNwTGWq7bxqroULqp32LqoChY4YFlVUNdpIl6GaZrLlaCvfnD1bELhMFmwu/zt+BVCCsekZvTJ+SVBCsaY8YvxqQAnHuDOesN5VYfKsEoyE6HyBUJIIKM45GmpiBaz+u56kfmNluTmnvFbNATAerAo+bIwhEe3REd3Bs0Cxzx76YCtsbRRRtETNrYPaGVqtAkHevISAje+Hc+5izGUKqNLBNVe3+5e8HRLPWMH49UKejw5nFBHjF4a8EJ3lyuPXFXlHND/jY0TjO8Sip/mi9PZbiOpTgc7zgrmBsTzYilstoNFYhSDvekZ3MWbtkRfJUWPWDnnxGRsYsybIe57RTqx3N4RyhdqstzlMxXTMxJOQU+gx0hCMPm6GAkWzheRKS/OjTYhBAvE8hGcqPCvhWYvDlkL53l4mYGyYD0KEZ4aWO04OEvez8QkmVhZjxs94VwYnU6auqRD2TWAZZcaYyYOzKHPGTBKcR1mw3loUolxOcNVHs9KXZvUjMpOFeTsw+TU0/9+2JpqaS+prpLFym4KahjUtD16MTIIscieKRKZkRceNO0/efPjyU4m/AIGC6TW8t1HwUgJrd9z5WB/XV1tZaKUvkqsyPToMsHnHyGRrXHOxHUdeW2eoJxplO9Gm2Ra0qUly8VmvhnNr5GFnWJU073t6S+hi5+d+3i0EZFqybPsK/2ycDRb1N1zMjxCymf/FOLr9fjkgAsMs33elCjNc8CKEcoThkM28buaxatSDrnm3tciT3Sx291C4VriUnXAVT+EZPIeXsmtFJruHOij306y7PM8ccUFcEX88hCfiSXF+q3YO5pr1qnwfSq5+drvyvf852A/HBs2nSvAG3sI7eA8f4TNUot7V17VpuEQ8EE9yo8I8SjHUihURDZ+2JK37s3BswBbse30P/hXukXElcRlc1z5NbKe7Qi62NtarNtAPfY1+dm+zPMarF9bjmshd2rTgC3yFb/AdfsJvKKE2y1bu5iQ8ZVT5Ib/k9JyZs3L2Xvb0gEZugQDqK2CsO/JsFKatEF2oiHid6yeZrCEo/90UWWYN9cqXWUD9guTVSrbsaYrSSKycaJzFs1c6laFE2TtN/z9I/cLaugFrb6x1lFvbYM3FWhlrCtZUrFlYG2Lth7UF1hysrbHmY+1C9JjijpYVFkFvTn3iRPkJJnn2aRE/p59fJ5Zc/sPTz7LncHJJk0lu5VwDxLr9gaK4YFJc65yHPhQrUO0Ce04rij2XAekjnEM9RpBvtmOo7dlRv7NtjB1svhuF7x6++/ge4HuI7xE9j+sPVIxxcCICPxb1q4BjrPb5RhW+sfhGxtMXLD4vfN74jPh88JkaJN8Y6RpRfurlGKdb+p576huG70XyvcT3Kp6+4fiu4bu+u8i3q/BtxrcF31Z826r63dPDTvkpOEZ8wTkCA9cI7LlH4MAYgZegXJzePNO800xpldICkrvzn/3yL1rkADIFFR0bthy5chPIWhGXUhU1R/7OEUvsvv/JQ54mVC0ddC7cUpDaLlUC5ZmYuGFUfbfIXUNn2zy0koH6ziuvUj3W/A+Wcy36dezti+B+CYkgMIhXr7B7NOTFdoVQXkx86lGvps2YKm/MPBVqYTowsjQOs+MO1n0mBldSxfnn2nOIwiPqr8pJOZOP/HID/eArxSUrrY+0lu+bozvs9309w6G/EzFxaPTSxIYz7hQE/NklXjkTj9jnxjGkHTtBxQWU8og8+lWTctBTwmHXzz6KmZrGn0ItWoU/g5rJX41am78mNYu/LrURfwNqM/4m1Fb8Laht+HOo7fjzqIX8+dTO/B2pRfxdqT35i6l9+XtTB/CXUFlkCP8g6nD+Uupo/pHU8fxjqZP5J1LL+KdSZ/HPoM7jn0NdxL+AupS/nLqSfzl1Lf9q6kb+9dSt/JupO7m2F0q713mZoVAh2JOjz5jl9J/U+ScCvf8iMKiIwN6+CBwc2raKcpTJD8BTxVPnc8rsWH/9ksyGy+a/krVsKlgqsF0usWhIha6r7OnQw5FYe22bgcOUZrApl4RjMeUn9ufaGgIrlQdb3QJOxdy1dQR6kqIYpmcO7QFbBOpBRrfbL+ciCFRzSYVsO9qqI5EOGSts2fCz5ZuMK1bR6arOp6OGn1IlnQRNPhM178xR2ZmqnWe7Zp0Z6nmKtfIs1+gzUmvPamWeatp41qv2qam0k6KsU1d9T28tOgs04JRoyBmkpadcVU6GGp0GanaaqNVpoTYnR+1OnsafsdrKWs7NH7Z1IQK9S+saXsFr83fW5fzGegi3Yrb8HokH4pGoJqoHq76YzIvyNMQayM89gX0V6Pg4bu0ZvsBX+OaWbB7KtzhsRQ2G/Jxrce7+IIR6DS5ffR/5xevd9eF+frgns+kbyaUJ/2H7OHfO25Dudn35bd9FENid7QpxT2ZD+tTAnoPzZOg/vi1T8HeXsJouSss/7dTiQ2nA5kN26cVxP0hgIbaqcvqiIfS28i9RqG0PV4ksg025HHyLKf8Rtdry2J+RBlvdAn7F7LU1YCYpimH659AesAU6mUcu0lnlLrMag+iqlaznRiplDr85S8NVaebudv79VqoKAl1MZ9NBcU5Id90VmY5GitqXERxVo962r5LyFERzm7bSOd/UHqyKZH/FqC8PbVBYbc5J8/oNvvkZt+J+sLk592FFnHcXUYqK8/zDtepZtVVZnacqaBO2k1cLvx/K7IFj77w9P0PMyJl6zRT+pMu8jPQd/oHDvzhfdP5YpkjdJHpAybE/pmT/EyxzysO4MBr/UKbJEr20UHLWQ7drZMr4wb055XEnWhph2k+msLCKmcFMsxprmzWZZdZlI7MBm5lN2MpswTY/kRPcges8jkYc25l5LDTz2dnsyK3mZiaZCexpFrOv2ZsDzBIOMQdx9E+OBMebYznZnMgycypnmTM4z5zDReYCLjXLudJczrXmam4017MoseuUqJ+r8YVYv0LES0AraWYJdUOv6xnika5XHV+drRInWxNZJkwNR7jeqfiaekLzQAjmq/OqnuKBr0/x+tlpaW7FwHY/lZdYaOWz8/c7Ip5JnQa8FbGnUBwuxp1GphVxkbWAjX6qAbh0ceU5ccFPiFNdT/GGV88QX+P9opRgviRaJbYRcsK1vJ7ilbxV4hBrEKtYGcy0qnH4sLTDxF6MeTHmBZhbgUnDhA7IMa+cOXHBX4x5MeYccwgF89W9tR9DQtw86nelJcRN7E7Lar9NIMe8zi/GnGBeNDqt1p22rDp6reBdgRvPb8+qfjvDP0Hc+08mGOu583gS/sM+jecqHB+7nWtM3dHY44CqX5xsVKmaO1wS2+U28hARlMsoxaIwfd8oiQunhbSW0Pu1IiqIEZX5lcU8EKsgfrG+fjcj/eol0O0nMvtI+vu/E7wSiCGeSmEggkiiiGaVm/FYwjflgisxGAeJeQJ3DyyNn3VIlnQsQYp1D7l5NsPQWVWl5Yc0yNKipchjMGfV5/a7h7oZjKM+DR6eF2VdnKER7q8Sx0fLllfpNNPdFEAujMlkxZpYGzti/HwzvF0iHIMemIUN2ZuY9uTN4TEpri2fqKy+knRRe4Oxy8Sczlo6V5Gmd7E40i0/WvAlR8KTZTNja8gt8HTgxMj5K8m7L7iSE3PLP88biLLOF64Ejxwfn6wtN+a3aa/Kc9HBUiShUyVtq0jyuFB6Vd84uvSbqevQvGhjRKBbJam5XY7b4+jeb3JSr8AJ63y8lYQ/TUaf0kP9UlB4aHW0L7Be1b3j6EMbIc/of++8lvejHugyyt6w/SNJ6ad+NfwYPhPViWMgV48FV/1uL9qUwerb9HG6h4LgGNZlAh/HiC69vaKMUj+gT9I9BgTHuChTdE8AQZmk3ub0yTWLA07BMiPijXccM2RiIGqfgrF/zNrrZPvUr0cFU0XzaxRmViD7E0Gq4goSGd7d3MgkSdarZa51l6fetWqzawpzTcl8U2HhfaPMjCCl8eyFkaiqdywFMmWLTRdLTFfLTDfO960rvIJWzZHCqnpRMXNFJUA2R8frFDQqk1xi7S6lWF+qbDyps1nYbWXffzYiNh3qg4fVwnXuVsjbW48eRJObhSZa73a6tVXLAZVbWFhG2b2xwozeVj2Y3/3DgagmlEoVJ3UibVUXf/3/KqNiw5VaKLfb72K1CM04eNLJ4SYcLUMcXxTmZEcJr99dyaepe5ZKhfOPxlgxAO9/sTKVxYrnc5epq3XX/VtFvq6N2cIhj6upVcD4DlXX4iJHn9uF7ji1QjX28Srt6t0qrYFs3b3erUPSh8gfCPB4lTyZqX7R2uqhC6dGp9o8yG2CsdhZqjwsdR4/yZV/rA6oRoif1uP5XBtB1e2ZfFUcoWDdeVLp5TjgdanwTo8ahEWyjz0UXb74uTIxjh1Q/iN/+KsS1U+rtHr5exVEtz+N7CdzaJvhd6SIv7uPdjzWQExgintxWh55Roe2FSkvKKlnFKZqZqp2Cv1Y4QZn2Y5gTWvz7brKccPVJeEcRiSkWnYp1s5OjX0XEKHBtyArpw8nTpxqTFc587hRJWomo2u7mbc9il03E4XXfE/RfEYQw62CEssq6PRi+3pp+9Fo/k7tnpajBDpsByu3Q4u2rQI//JlkkRPwjodieRWzi/NNIu1QFd1oVl8/dZ1KrZhD7myjymnZO3+vGjly48V60fZFqRD/uBgvr4EDUnj98KmHVarJ2SE6Qiamx4+TXRgldYzGSZ8NTSyZX0LWVW1SfWnCm9To+vtaVyu7JS2mO5romiVKdco6u/BbZUUIUvWWX4L/AHP8TXVHQmZjKsVzB2M1WFkXgBUOy6OE0L1eo8FJN3Vs1FU06Vl0FX1Hs+SQWS301LVazW8pD5bjGdXocog28p9R2M9DnRLaJT11FgcU7Zwvg0LLjKvXsauIMzonB+BQV19kW2TQYjUVfbDviqrFMpbBDud4Ujdaxm4xkfTckAfJvHfwxfVtUlLkiG3gkOAfbLBbm9vCP2Bw4N7pbhF1A6hBeHnSmCGTYoaXFANKEwtYAm1baZ7hbz68bpQ+Rr8bl01I9h+TLH1YU0ZLn9YvNz2bmZSpzA763FzMT8bLWmjRWlzSl8y21y+TFUgGUFtR3L1TFZKi7QJol3wo+B5OnyI4bUqxaJYXoWiVfXm+ZjnfIPlzP6kbm3zBfjtKfjp9qd0bXTGB7sKEHb4ki6eV69izqNr7tWCXLttS74I9ugTyfyWo//mZS9R+7ilSh91AflxapK4xlVY+KPasQUU3ukeiBnhElDrNE7DPdxVGCZ9zdambus4ve52/loSrviBPtRDvxA+FxZmo226Wmtu9+9utwaIe8hfm/jPowdGk3vC3lrxR8uO5LtgTqo/DcEczoRAvfUH+Y5Gad0dWlhNiYsXJfh9j+2Pk6z9TX3l9TuSbMrAUnrfN3UZKeMc7RXgnHC2EQpWdVauCiNZH5Y3xKpTL6kRpnLaiFxfXvs19awWZ3Qp0HFbgrC53kh2lfI66rD3KxG5EeTiv3EcOwWpN1Xy1sF/K/SXVL9MCmVwwFcrhxTxSAtE9m1JSuR2fL3byVUXs+mbtvzrE+wolsVvxFUrzJ2omFaol56lUKn0VE0az2NSqtmnVodXAKk4Pavlog+pQx1do9fKo78drDROloRpTbdDUV1DN0dKPR7bvrLSm+A6g5cpobXng4cdp7aEVAB18qE6aT34VTabfBX40uvnmlc7P/zsJ0AVcAUtgfcClMLjwsFBrYMuA28KwhecLDQ/YeYDrCQw4gVsnkHYK5afwt6HNGfx/Bp7nMPAcbpxD4gXMuYArF+B+CfmXsP4SrK6gyRVsvgLdNXS8hp3X8OkaGtxA2Q28vIFqt7DwFr7cQv07WH0H4j5a3cO2e9A9RMEDVDyAyyMUP8LxR0xPMPAJLj0R/gyjn+HuMwkvMO0FXrxQ9RUWvMLnV7LewKo3gBtavoWtb0H7LvLfwf/vwPk9dH8Px97j+wEGfAAz96XAQJQv+iDCS+iSHxINmZesVNYlW5W5KeoUXIWD6rzqh8pGU6H5qDHXFene6fYYsg2vDNqmTNOYCWNJsvRblGwxtmc2acdRx32HmCvY1e7i9/h42jzbHth30ffChw4cDJQHJgPqoeAQPdQd4oY0IwcjBZFbkckIT0wvdiB2PNYYG4+txjAJ10RioibRm/iTkE8RUxGpytTD1KcUKmOeCc4UZpiZqQxvTj93MHci15R7nhMp2BbSCp2FhYJxKanUXBotLZTkK9YVaiW/0laZqCxVlGp2tcO1otqN2ovaak21QWqENUobzMbrxkZDo0VuRbbKW52tydZ2S7Pj3MntdHX+dTR67r3S3r3ep57SwH2QO3gyWB/gR4dH50avR2IT20nK5NZkasI3M5z5zLJn12avZzsz3cWBRfriwuLhYmqxtlBYWay8VsmrM6uO1fMVdyWzMdns29A2FZubm7HN743YTm/nuovYFe6adn27zzu+g+aBdKAesg71h0eHycPyQfpkdPI4RZ4KTldOrNP708ZJ4WJ22XeJu5ReWi59l4+XnYvqjXDzviXd6Lcbt+Hbtxv/A/uwewQ80h/nHh2Picfvh8jL7heHF+rLiZfql3svr14WXiTe9N9c3o6+5bw1vD1+m3pbeZP5wH1QPqI+Cj+ufnR9fPjY+JD92vPl/EX9yviq/Lr/Nfsl+KP2Q/4J+Mn5af0Z+1n48aNcESqosquxRmq+ZBrfAZ3VV3qgf7XkxfT63GO34fbdH1f8Yfy8Xsare13vyxP5GP0DP+3X/K7/5YsMhnNgkqdoaqdjBoczqyO8KC1unTd4k7Zk6/b2Du7M/l5WAl6Hfq03e5cP/JhP/7Jn/PVn/av/+EsPj6SlJj2ZC5K7vHVYccpSic6JoXY91pgm9UMbQsBoq9jAeNub4mBHOtlZLvEFX3ann3rI0/7lFcMTVJSiFdOQszeBiU16inM2jWGmK6N5l6/hho3AjwSKaGKABfZ44A2VKJI5SRnVXOUm9+lmlGm+swhbIFrZatagVnWpd6mNa2bzerq1bevtdne00/3exbJVBCc79enMYuR5zndhS17OynZ+jF3b3XVtdG/3cX+2NvjSSUgIJWnJSFZyFKwAhSlBx1Wo06pTizr1VEN6pVn91LJA0BEz8sbawHjbm2JfH3acM5znCle70Uw/cr+fe8bfvOhtCweZqEc3ZiHGLV4JTmSSk5WSnAsj13I3XRnN23zMn6wFhBxhQKMIBh1wWALhAowvVCKgkQ5CEXQuwqAFJvdhMQibSTh8h8sa4IHyWOUZujYOGjVhxpobbDEvAEgIQEICgQABAoQQIADgi/J2ghoxIZYxERUFois+01zopDH5NDyNxdeuBCkMdnNFICH/nx6cwOq3l3xIhx4bbDGw+6OJzzpx/iM/+h7GXmffaG3T+fEgwUKEChMuQqSon7jrm+1TiBMvQWrb9cM4zcuw2e72h+PpfLne7o/nawQQYUIZF1JpY50PMWV4hR1+WdsPaNduRd2Le/Ts1btP334lN+8eTkB470edmoWhZ4l/R3zZ6hPRll+2l0HTOEy/9/mSuZ3a2s7ZSYfIgdQMKtP1CdkhKWj4qSD1Dm9HTevDJtX5a8lpmgasGZ4DtnOmIhBngEq7IJ4jlHW05E82apWTnIPWWlOPSeb1iv/LRkC42QUwCW2e0RZyQJI7a7P17vBSyGZQ6VCPlQ3GhlSokaSgVvYTyGYMPKeBgv3KcMDWRQ3SQDnAcC7ey0NZ15UkeADPgk9bNOrSBQPdbB3iZkbaDM6RAuETgVTZOmVwjgvCuSxghc7sRCS1IhK5nQnABtrWhNT8TGW2206HoAtnKEc1Bx4Am8Ha5KCIpSE4dGXeFCJXCrNzqWItj/KVgcxvHeya4VjrTwGBd+4eYYPDgQt6zPD5grDsEzEwa3OWoxIbIp6D6rUvVj30vY67e0ghe4TMyiNdojbc1Tb3/bC85v+/eabAYKNXgI93TssJoHX2FMaFVNpY50NMudTWx1y3/Tiv+3m/Hy5e3kYfU0DgvBQ7XY/t3/M9HvFKpspZ28Xlk/nxdQe2bB3gR0oGc4KAQnfL7FY5jiWtW71/ZxM6/M3V4Ln7o+f5YFeiaun1aXve+vjYvof/TpEybTi0PunPdolHWEgJPUFvRNov/aXhJ83ap4hOe/8XzDOxE3txEF9Cn9o/bh0JI47C/LFUZCIXhShFJVLRiFZ0oheFyEUq5qJduGsmGpEH89nfPn+X4paEc85+xjOf9eznPPd5WEYLd1oMWvJByxiteKXRSiQrzsbn5bzpzW9569ve/g4c2/Xu93yc/e///f8ViPbtj3SwT4dDdPQYzz5x8tRpR3T2nDu6sG2nwzW6Sl6kHRXaRlpG2sWzDz76/1MRL0SnV9STq3tkatms9LkX5fwNH37s3K/ff/7uevn7yJJCUko5qyUrSSNZS1pJK+ml7BWSgR215EArbcg96mrZ7nZf8Yq9+TDSSCZ+1JJGChAoSLAQocKECxcpSrRIlZnFihOPz0sUL1moZGnSRUcMa0eqLvPZMm1uq9VrjkI1clKjKobLEmWb5KI8Jo00Yqd0dkfrpLPExmNFMhXXqLpRIij93ueV6G+AgQYZbIihn997e5jhRhhplMfgLOm+PcFEk0xWYjkUb083w0yzzO78qYaYZ74FFlpksZGGWWqZAYYBEARB4Lnf4vsymU74TVGubDTHCjtkMtzfxZ1g7nNn54Ta0lf2IHsPhIKZ5XMiiZ9Ffp+QULcjL6BZ1ObXjWkKNkXxRMfpeHSO0pGOtHXQeYVKqlldgRYH/YEGB4qr9lGRenvANWE3zgfST339TmKpvFNSf7jJKs/HeEJ2fEjQkHN2BDOk0j20zkkJdDKrtyAv+1kIzQy6AMgtCs/Xe4xxWusE0uliOEmLi77XaS1U/mlwFGQJHi0FHVLCqbaLTImpp25QlxLNhb4J6gk9GtQJ4XFb0Ogf3dY+WaMpyIrM0NagltoF1jVZh3UblLJIRXMVuk+JqQW555JGGqJiWWsXIc9rGIWvCvUVfjY4+mW/PTTwZGycKTxRI97KMw2OMpKlv/6ATXQ6AaguTaWp0TREZSnsMLZB+pybLqWcc21CPEs8WO/Xg6S/hCyI8qG5nW5vsk5TEBrVHkuaROOpZ9FxDdZpUKgz9dje25cngVCqnbOXYFFwuCaaSXLOxUI8VoV4LIN4rBppOqk21aZm1IzaUlvKh/y6VRs8lk4aqD7Vp8bUmGpCzXpqN3isgHgsh3gsneScayPisYakgTIpkwqhUDencG1QA2hQb/NGHiskOdHBQ0d90qIhJ5+SnHxGcs5NVZJzLnWJ5RoYHDU8qV+P3oJu2mDisUHOhgwKDaU2luuoTlQ30Uf6HPWC9RnE+g4K9bP+jppELXXTB3pNA3K7JXisrbP2g0L52wuuqSeBhmX934FCniFNUsvV8mgdre+FIHuyKx0vi8lKYinfUlRvDlAe5NWp0chjdYYIGyu9G5JLB10aaEla3s0hagktPx0gltPwNNB+PYmuCuqO6nduiHYMkF7xbRXlUXeNv4+HHgx0KVpWRx5nOaWPlzWeQkS1ZfRhiJomOkPNdQ7oIqDl0XXoatD/QeWg2hAZQI7UgFLJl2JSyqq/Z7nrO7nQN02Ddiq0kE5QWHjZdiDO1Cv32sxK4hVSYpcvc6fAV/sXrY76Xsa4RlvTkU4/9cl9qkh/gsOJIZQS6bGmlbpjx3iuGaVccVqkU9D/O6Jr76cSviS6co+0drW9XLsX/H/4ARoF9bustU+0t/+59+HWrJbTiY7KxnORjil+wmPfja7qpC6bri52Tec8JaWu/f4NpSpaVH7tjrlo92DmoOsYmqgvL3Qe2yJyKN12ivWBiqhnqd0ljra0fV3ZeQo2LBI5qlWIXuapkvqWsnCnWFnqE/mD0rdnjuEUvEytvkSd1ClorBML+UXZdsrkuTjr1hgjyCqq3b+yxxwGVPmQ8Fw2dejiQ8nl0hl4dwos1KMa2zmczBjT6W/kFd9UvNrP2qt60q2xLdaZhdzLnnNxJBee+pmWd9A7gapHo1D7NE+zBcXhBVWFmYJMmqypiJbU6YsQlreBeiklP2OE035NAK3UBSUKTNF40lOBVtBpmkqXqIyu6L+gh4jqktYLURY70us3yIaSdC/QCjqj6UGrBKqvyaAAMlMLnVE0CpFd2ixQCx1a6GNUHh2jYeWn0yIpEQ0qikgzoKagw4sqCw3Wc0GrIRoZ/aAQGkM/o2nRk9o+Y0ym7zq/0A6yi4KLRNovkEQXotG/lRIoT2cXLQ10o76ZMRaWQXORDo0RreODRhWK0cqoOncugTHOqlMV3nw/B8D/Vlj25PikwIkiERxGVBhT5UCNM3WmNNjSZE2LI32WDLlmRIMxFyZs2DJnz4IbUtwS44E4r+T4Js0PTX4p8EeLf17e3ayut5lw9F/f0uGVAd903+v+Zj77A4Sc+sWF2hU1s7bu9BDLG5NWrK1L0u85js/97u9osmSp0mQ6UVYFipRUptwlVyxbXbZCyYyUjHnnh6oI20/zFodRcRMnXoKXvfbFV3/N27DVzqHVpBmhaKzdsJ+WLLcxIEwu5bTSAfFFFYWmULFyDEPj1yBkG8xXqASIfGUq0J3Rog2zDnc96EnjZrw3aw7XQlsTsCZKEpoMHXpwTJgyZ8ESgZ/AgiVKlu+UCpXOaNGGqUOnOx70JDaOudYnoIUiCU2GDj04JkyZI2QrUJAQoSWUK1+JcnSnnVOlulr1GlxxVYs2Nz2IPQEdFAlo0nToIWTLl39BqEJD5CtTju60Fm063fGgJ977gGPOgsXx66FIQJNmlW2eDvIWIlSmLPnOq9au06OeYOkfjw0cE6YgTrLllKdAiTJXatSMqUNnT7D01m/G7AFJEGeuYhQpG0DTiwjmxV9QoY4KE4cmRXblGPoaaAzbhq252HNDAfPOl78gVEVKnELH1OGO+57G0q3PoDcmh3YgTY4if4gKDMvWbI/HcTHO4mXJVo3hp7/WBhRI0WAMsg9VjDg0iM7eNjOMq3SIltowLQ8oUQeLRZMMcQ3T0IAyeRgHa56AB1OOPORiuOmWh74MqNqFYi9/JyBK0D30xDM//PbXP8tW2hhQ82xAfXI+FKnBcOSCAuaTXwEFCXEC4ra7HvdUt179RrG99MY7HL8tWrJi6xKMZaGrPV7fhIiSSY4itbTanQ49BDaIHLnmiapowMBnv/y16N+Aof/SzhBOePEQ5zE0aXET0133PcXSb9A4tjcmfZhAFCFYuoyZs2SD5LwaDS7ZsGVnAtGMGCvH8AzXzoDZntUb8Hxly9m2BxqHWglNgx59kDhZ6jDMT2EVDZqKlBrD9ryXXpuxOJ7V+AgQIgpFEyRJjk6LVtu07f+JrvEfHCdUx+XpaALHZ1/N2/D/QBsdEHtk7qhSy3TSrdrdcdcDT2LV7Z33OH5atDSedQSJkCBFHsZuOvbA8RcoEs3Hgeu7chVTvxGbA+uL/YFmamCTIBkKqdGgQ48FSzbZgZA4IHPS7uVsf4NVOG0A1+ZofyRLtTXsX1ZI/IV5qtuAYRNeeGvazAOABzHidtNhxYYtIgpYEMTGICF5iKQWA3uAjwZDbmApEHUYegya8NzrAX51mF6atDkgQBvOYTSZjitR5rSzzrngkivadXrgkcdY/g0IzkIN4oUqHCJfIaYODweECSRMlDk8y2wQeaFKhajHsWjJ8oAIORgEiHueenZAFJoMOQqUmKM6DlGLZcCQzwNizEG8UCVCVA6guEB0YFkcELeLm6Pi5Q+x0YqpXbfeAUmqacNxRJONqRfHyvgM8BIkliLXLWzfx2dnd+ScwRJLlatDl96mmxmQJkWGPiIIoqAiJU6pUKdBC6YPE3CAIglNhg49OCZMmSNkGyxIKERxpZWju9O9nvdyQJYZZ25ChELc0quvgSFObpr0bkCeUWSItu4PKFAGcRpQpI9h1s4E3RKBIkOOPEVGESNhaNaG3VyfDigTY5JVsEDF1WFaG8sDZ0CVMFF7giSqGFAjSJgIMbicUB0VLkKU4i6O423xeH3wQ5NmGnMAsyq/AS1xkDn4jx6JO4CbkRmJE+o2qg6Q55Q5EEptIGKWnUGC0TzF9mcgmhGIg8PSnFAxqJuYQUWyBuK5BTujAcdcnwZoWx0zULTXE+1MeNK4m/yzbNO2/weY09ySCdj+vBwRjrbNrQOPRaE5DlGErmrglYO81arX0GWNmrS67qYHPfJEj74JXCZElDhZ8lSpI7BmB0LOiRvY/jVe0YKl27QZG7Yme5U8MxY8weLQFCnRok23XiMDs9T9R2+4e2IH5hjAs81z9AduYPk19iO/xn7sT9xxnvrqu1/++Ivr/4Hvegd+cMh94C8+AjRgaaaVNl0mzOAjZJ19zrnmjmKvffZ3MJ/8CiioEKEOdUS4KDESJUuT4XgnIYqVqnHJFY1aXfPoA4CX2ZUDzSPsAk1tN8wuncEc5yXugt4MrE3txwcAH24O4N3yM35BLDrTuqJNOfjybSjAFr1m90Qi51hpZiOH18frSYxQaVc6GbW1sPLuS+Dkcx+sr23da13bgnodM2QItywrI7u36ntO7hLsPbmLFqbSk8mz85aALt169cXAN+0MTRlGZGOcGbO+z/rpZm4o2qexrFy27wQYguYNMLIL5rY/WYHDwsRLWHaujT3Wa8CgEePeTnubT62+lv/P5IHvQKxcbC527Dlz4Y4S+77pZ2FSZC8719Ae6zNgyMi0MUv75GuZ13S1s/Hg21dTs0HmzIU7Cq9pPr52WNiheGMPg5z+iqe6n/W3AoOXwLCxYMdbX80vAtzNBpkTF24ovHjXGtxhYeIhy8p1uMd69Rs0bMzraW9M7pOvZd7l/rUDyJy4NLqFj8PCxMuUJXtZuT4vw6cJr+KNSbO+mrfoX/JgBeIJXqKf2+u9btB4srWbokgJhu5z8/MawAdhmp3lJcjLAi6o8jj6E+AK/tfV2V2QEJESDtzwIRdm7Q5IlASZ9tLx3ifnfhAjTpLSV6av9TwMfTjWizi5Ptk1nQAVGMFJ5bgsxeiqohnTE8+MF2B9MD/RkiDxDx7EtRsKthcvXhn/FPI9FHFE0OTgvcs72czEnC8bx3X/fpq//1mv4Gi106nRxarjEn2QeMlxYhUL3qfNgAFIEkQftqlZHOsXQ+c3HoAEa2vqqe/DAgXc5Ffn+Jjv54qf+Zs/uCtb9/xxtDxAEoZRmmKWlNr7TdtDU4JlVYgh8d+Eo8afbFfj/MKp1vq9ysQ4T7Z6Hx8BglC15mfJCnERov37+ZU2HALI0SpSPyt2A7g26/oOGLNlE3C7fIBTCUuWh7oPd1dxDdW6AWDGAvEQeQsMSlJBMmR03vHg2fWS5Gdyaz0BfPu6CVgjc+bCHaXAV/gIcliYGLRlJO8ErNJd9BkwbNRLcz4mwA3MT/CF0G/thWTPVCLcyfuwTHqfAKiQA/ODuI9lCPvwp/1AjX7iTCPsiLDqxQ/m8CxZcwBP89sS3jZOx2d2nItz81ZtiORqtc4iLMGH/e48Xc1a3a3dFCyKVWzYInIG86vdF8rRVeYZLmKU1p1hBYAmzYode/Cy/bcGqBOvdgRUkWieJmuGsP3BtZTAYYvdAZ7Xb3sk7bMy9oe9CttV+Jxcm76wQbKO+op7ynoFJhjCcaqOnhcpVqJjcuQr1eZGZX8B+Uy1VXKcnQpMs2AtJlIiT40Gl9z65o4BCKYwilRg7aJlNz04sVsVT/dN4EDTXDdO3Iz1WF/WRsnmTQEl7Lzo93nJ/Vnrx2LnvOEnxA1vbduA/pDA6kEza5JY/42l/zAccO9Xxf8p/UGQ/5Og+JOST0o/effZgy/efWH8+v1432+MvxNPkyuFSun3RP3e/1PNQvqCEgAcD8gHiAPuLmQufCzUGLgLPxZMC8aFagufFk4u/FnwXohZ2ByoUThfqB2IWvi2YH3AX8OHBasDfi1UXohdqLKQvJCwkLagPEACloUvC9sD5YEqAwcKZyB3YBHwdmBmoQaYOjAKuDawP9B4QAtcBjYU+oOKgZRC/YJm4CNcgWfwreCyUG9gOyAvpAb+gkDQeyAy0KrgC7yAATQOOAdUAbtA18CIQE7gUqDLQFmgsJAP1g14BsYVPAqKgmOhT8B3IHpgHyQMlBT8C/cKqwJmMHTgWOFO4F3g2EDLhf8Xpiz0XyhcWL4AoFbhdQE=';

;// CONCATENATED MODULE: ./lib/terraform/hcl/syntax/parser.js


// By path, because the package's `exports` give an ES module its other build, which a bundle cannot start.
// @ts-expect-error The declarations stand under the package's name only.


const treeSitter = web_tree_sitter;
let ready = null;
/** Starts the parser, once. */
function loadParser() {
    ready ??= start();
    return ready;
}
async function start() {
    await treeSitter.Parser.init({ wasmBinary: unpack(RUNTIME) });
    const language = await treeSitter.Language.load(unpack(GRAMMAR));
    const parser = new treeSitter.Parser();
    parser.setLanguage(language);
    return (text) => {
        const tree = parser.parse(text);
        if (tree === null)
            throw new Error('the HCL parser gave no tree');
        return tree;
    };
}
function unpack(packed) {
    return (0,external_node_zlib_.brotliDecompressSync)(Buffer.from(packed, 'base64'));
}

// EXTERNAL MODULE: ./lib/text/decode.js
var decode = __webpack_require__(5685);
;// CONCATENATED MODULE: ./lib/terraform/hcl/modules/files.js





/** Files larger than this are no configuration that a person wrote, and are not read. */
const MAX_SIZE = 4 * 1024 * 1024;
/** The files of a working tree, read and parsed once each. */
class Sources {
    #files;
    #parse;
    #texts = new Map();
    #parsed = new Map();
    #modules = new Map();
    #templates = new Map();
    #manifests = new Map();
    constructor(files, parse) {
        this.#files = files;
        this.#parse = parse;
    }
    /** Whether the types of values are to be checked. */
    get edited() {
        return this.#files.edited === true;
    }
    /** A configuration file, or null when there is none that can be read. */
    configuration(path) {
        return remember(this.#parsed, path, () => {
            const text = this.#text(path);
            if (text === null)
                return null;
            return path.endsWith('.json') ? readJsonFile(path, text, this.#parse) : readHclFile(path, text, this.#parse);
        });
    }
    /** A policy or template file. */
    plain(path) {
        return remember(this.#parsed, `text:${path}`, () => {
            const text = this.#text(path);
            return text === null ? null : readTextFile(path, text);
        });
    }
    /** A template file as an expression; null when its syntax is broken. */
    template(file) {
        return remember(this.#templates, file.path, () => readTemplate(file, file.text, this.#parse));
    }
    /** What the files of a folder declare. A folder without any gives an empty module. */
    module(folder) {
        return remember(this.#modules, folder, () => (0,syntax_blocks/* mergeFiles */.Ai)(folder, this.files(folder)));
    }
    /** The configuration files of a folder, in the order in which Terraform reads them. */
    files(folder) {
        return configurationFiles(this.#files.list(folder))
            .map((path) => this.configuration(path))
            .filter((file) => file !== null);
    }
    /** Files with values of root variables, in the order in which later ones win. */
    variableFiles(folder) {
        const names = this.#files.list(folder);
        const plain = ['terraform.tfvars', 'terraform.tfvars.json'].map((name) => joinPath(folder, name) ?? name);
        const auto = names.filter((path) => /\.auto\.tfvars(?:\.json)?$/.test(path)).sort();
        return [...plain.filter((path) => names.includes(path)), ...auto]
            .map((path) => this.configuration(path))
            .filter((file) => file !== null);
    }
    /** The folders of modules by their key, names joined by dots, from the manifest that `terraform init` writes. */
    manifest(root) {
        return remember(this.#manifests, root, () => {
            const path = joinPath(root, '.terraform/modules/modules.json');
            const text = path === null ? null : this.#text(path);
            return text === null ? new Map() : readManifest(text);
        });
    }
    #text(path) {
        return remember(this.#texts, path, () => {
            const source = this.#files.lookup(path);
            if (source === null || source.size > MAX_SIZE)
                return null;
            const decoded = (0,decode/* decode */.D4)(source.bytes());
            return decoded.ok ? decoded.text : null;
        });
    }
}
function remember(known, key, make) {
    const present = known.get(key);
    if (present !== undefined)
        return present;
    const made = make();
    known.set(key, made);
    return made;
}
/** The `.tf` and `.tofu` files of a folder as Terraform or OpenTofu reads them: overrides last, each group by name. */
function configurationFiles(paths) {
    const all = paths.filter((path) => /\.(?:tf|tofu)(?:\.json)?$/.test(path) && !baseName(path).startsWith('.'));
    const shadowed = new Set(all.filter((path) => /\.tofu(?:\.json)?$/.test(path)).map((path) => path.replace(/\.tofu(?=\.json$|$)/, '.tf')));
    const read = all.filter((path) => !shadowed.has(path)).sort();
    return [...read.filter((path) => !isOverride(path)), ...read.filter(isOverride)];
}
function isOverride(path) {
    return /(?:^|\/|_)override\.(?:tf|tofu)(?:\.json)?$/.test(path);
}
function readManifest(text) {
    let parsed;
    try {
        parsed = JSON.parse(text);
    }
    catch {
        return new Map();
    }
    const modules = typeof parsed === 'object' && parsed !== null && 'Modules' in parsed ? parsed.Modules : [];
    const result = new Map();
    for (const entry of Array.isArray(modules) ? modules : []) {
        const { Key: key, Dir: folder } = Object(entry);
        if (typeof key === 'string' && typeof folder === 'string')
            result.set(key, folder.replaceAll('\\', '/'));
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/terraform/trace/index.js













/**
 * Maps planned statements of a bucket policy to the source constructs that yield them, by evaluating the policy's
 * expression (never by searching for text), or finds the statements of a policy that the plan does not know.
 *
 * Calls with the same `files` object share what was read and evaluated; give another object when contents change.
 */
async function locatePolicy(request, files) {
    return (await workspaceOf(files)).locate(request);
}
/**
 * Finds where an attribute of a planned resource, or of its nested block, has its value written: the literal itself, be it
 * in a local value, a default, a file of values or a caller's argument, else the closest place that a person can edit.
 */
async function locateAttribute(request, files) {
    return (await workspaceOf(files)).locateAttribute(request);
}
/** The values of root variables that only the plan states: those that the sources do not hold as well. */
async function givenVariables({ rootDirectory, variables }, files) {
    return (await workspaceOf(files)).givenVariables(rootDirectory, variables);
}
async function workspaceOf(files) {
    const parse = await loadParser();
    let workspace = workspaces.get(files);
    if (workspace === undefined) {
        workspace = new Workspace(files, parse);
        workspaces.set(files, workspace);
    }
    return workspace;
}
const workspaces = new WeakMap();
class Workspace {
    #sources;
    #evaluator;
    /** By folder and the plan's variables. */
    #roots = new Map();
    constructor(files, parse) {
        this.#sources = new Sources(files, parse);
        this.#evaluator = new Evaluator(this.#sources);
    }
    locate(request) {
        this.#evaluator.restart();
        const result = this.#locate(request);
        if (!this.#evaluator.exhausted)
            return result;
        this.#forget();
        const why = TOO_MUCH;
        return {
            ...result,
            complete: false,
            problem: why,
            statements: result.statements.map(() => ({ found: false, why })),
        };
    }
    locateAttribute(request) {
        this.#evaluator.restart();
        const result = locateWritten(request, this.#root(request), this.#evaluator);
        if (!this.#evaluator.exhausted)
            return result;
        this.#forget();
        return { ...result, value: null, literal: null, why: TOO_MUCH };
    }
    /** What was remembered may have been cut off. */
    #forget() {
        this.#evaluator = new Evaluator(this.#sources);
        this.#roots = new Map();
    }
    givenVariables(rootDirectory, variables) {
        this.#evaluator.restart();
        const written = new Set(writtenVariables(this.#root({ rootDirectory, variables }), this.#evaluator));
        return Object.fromEntries(Object.entries(variables).filter(([name]) => !written.has(name)));
    }
    #locate(request) {
        const found = findResource(request.address, this.#root(request), this.#evaluator);
        const fallback = fallbackOf(placeOf(found, request.attribute));
        const lost = (why) => ({
            statements: (request.statements ?? []).map(() => ({ found: false, why })),
            complete: false,
            bucket: null,
            fallback,
            problem: why,
        });
        if (!found.found)
            return lost(found.why);
        const { scope } = found;
        if (scope === null)
            return lost('the sources have no instance with this key');
        const attribute = found.block.attribute(request.attribute);
        if (attribute === null)
            return lost(`the sources do not set ${request.attribute} there`);
        const value = this.#evaluator.evaluate(attribute.value, { ...scope, file: attribute.file });
        const candidates = candidatesOf(documentsOf(value));
        const bucket = this.#bucket(found, scope, request);
        const meaning = meaningOf(bucket);
        // A statement written in fetched code is none of the caller's arguments.
        const caller = fallbackOf(placeOf(found, ''));
        const statements = request.statements === null
            ? candidates.list.map((candidate) => foundStatement(candidate, 'index', meaning, caller))
            : locateAll(request.statements, candidates, meaning, caller);
        return { statements, complete: candidates.closed, bucket, fallback, problem: null };
    }
    #root({ rootDirectory, variables, }) {
        const byVariables = this.#roots.get(rootDirectory) ?? new Map();
        this.#roots.set(rootDirectory, byVariables);
        const known = byVariables.get(variables);
        if (known !== undefined)
            return known;
        const made = rootInstance(rootDirectory, variables, this.#evaluator);
        byVariables.set(variables, made);
        return made;
    }
    #bucket(found, scope, { address }) {
        const attribute = found.block.attribute('bucket');
        if (attribute === null)
            return (0,values_value/* textOf */.b6)((0,values_value/* any */.bz)(`${address.type}.${address.name}.bucket`));
        return (0,values_value/* textOf */.b6)(this.#evaluator.evaluate(attribute.value, { ...scope, file: attribute.file }));
    }
}
function locateAll(planned, candidates, meaning, caller) {
    return planned.map((statement, index) => {
        if (typeof statement !== 'object' || statement === null || Array.isArray(statement)) {
            return { found: false, why: 'the planned statement is not an object' };
        }
        const choice = chooseCandidate(statement, index, planned.length, candidates);
        if (choice !== null)
            return foundStatement(choice.candidate, choice.method, meaning, caller);
        const why = candidates.list.length === 0 ? UNTRACEABLE : NO_MATCH;
        return { found: false, why };
    });
}
const TOO_MUCH = 'the sources take too much work to follow';
const UNTRACEABLE = 'the statements of this policy cannot be traced in the sources';
const NO_MATCH = 'no statement of the sources fits the planned one: the plan was made from other sources, or it cannot be traced';
function foundStatement({ value, certain }, method, meaning, caller) {
    const { origin } = value;
    if (origin === null)
        return { found: false, why: 'the statement is not written in the sources' };
    const whyNotEditable = trace_refusal(origin, method);
    const range = rangeOf(origin.file, origin);
    return {
        found: true,
        method,
        range,
        anchor: isFetched(origin.file) ? (caller?.range ?? range) : range,
        style: origin.style,
        editable: whyNotEditable === null,
        whyNotEditable,
        origin,
        value,
        source: statementJson(value, meaning),
        certain,
        literal: LITERAL.every((name) => literalMember((0,values_value/* member */.Dc)(value, name))),
    };
}
const LITERAL = ['Effect', 'Principal', 'NotPrincipal', 'Action', 'NotAction', 'Condition'];
/** An effect that a block leaves out is known as well. */
function literalMember(one) {
    return (one === null ||
        (one.name === 'Effect' && one.value.kind === 'string' && one.value.text === 'Allow') ||
        source_json_isLiteral(one.value));
}
function trace_refusal(origin, method) {
    if (isFetched(origin.file))
        return 'it is in a module that is fetched, not in this repository';
    if (origin.file.hasError)
        return 'the file has syntax errors';
    if (method === 'medium')
        return 'several statements of the sources could be the planned one';
    switch (origin.style) {
        case 'json-text':
            return origin.region.hasError ? 'the policy text is not plain JSON around its expressions' : null;
        case 'object':
        case 'statement-block':
        case 'dynamic-content':
        case 'merge':
            return null;
        case 'tf-json':
            return 'JSON configuration is usually generated: change what it is generated from';
        case 'quoted-json':
            return 'the policy is JSON inside a quoted string';
        default:
            return 'the statement is the result of an expression';
    }
}
/** Tokens of the name of the bucket at hand are known to be just that. */
function meaningOf(bucket) {
    const pieces = typeof bucket === 'string' ? [] : bucket;
    const own = new Set(pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.token])));
    return (token) => (own.has(token.token) && token.means === undefined ? [{ ...token, means: 'bucket-name' }] : null);
}


/***/ }),

/***/ 7678:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ FILLED_READER),
/* harmony export */   PlannedSources: () => (/* binding */ PlannedSources)
/* harmony export */ });
/* harmony import */ var _documents_plan_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6299);
/* harmony import */ var _documents_terraform_config_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(8497);
/* harmony import */ var _iam_parse_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7006);
/* harmony import */ var _tree_value_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(7221);
/* harmony import */ var _iam_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(6946);
/* harmony import */ var _terraform_plan_address_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8494);
/* harmony import */ var _terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5301);
/* harmony import */ var _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(4909);
/* harmony import */ var _text_decode_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5685);









/** The sources behind the plans of one run: root modules, and what their expressions evaluate to. */
class PlannedSources {
    plans;
    #terraform;
    #named;
    files;
    #located = new Map();
    #roots = new Map();
    /** @param named the root module that the user named for the plans, or null */
    constructor(plans, terraform, named, files) {
        this.plans = plans;
        this.#terraform = terraform;
        this.#named = named;
        this.files = files;
    }
    /** Maps the statements of a planned policy to their sources; null where no root module is known. */
    async locate(policy) {
        const { path, address } = policy.origin;
        if (address === null)
            return null;
        const key = `${path}\n${address}`;
        const statements = policy.fromSources === true ? null : (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .statementsOf */ .GX)(policy.raw);
        const known = this.#located.get(key) ?? this.locateStatements(path, address, statements);
        this.#located.set(key, known);
        const location = await known;
        return location === null ? null : { location };
    }
    /**
     * A policy that the plan knows only after apply, from its sources; null where they hold no statement of it. Where they
     * leave a list open, it is not complete: then something of it stays unknown.
     */
    async sourcePolicy(path, unknown) {
        const { address, bucket, sensitive } = unknown;
        const location = await this.locateStatements(path, address, null);
        if (location === null || !location.statements.some(({ found }) => found))
            return null;
        // Sources of another environment than the plan's say nothing about this one.
        if (bucket !== null && (0,_iam_text_js__WEBPACK_IMPORTED_MODULE_5__/* .isPlain */ .$i)(location.bucket ?? bucket) && (location.bucket ?? bucket) !== bucket)
            return null;
        const statements = location.statements.map((one) => one.found ? possibly(one) : new _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SourceUnknown */ .Em([{ token: 'statement' }]));
        const raw = { Version: '2012-10-17', Statement: statements };
        return {
            complete: location.complete && location.statements.every(({ found }) => found),
            policy: {
                origin: { source: 'terraform-source', path, at: [], base: 0, address, wrapped: true },
                document: (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicy */ .ON)(raw, _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SOURCE_READER */ .oM),
                raw,
                bucket: bucket ?? location.bucket,
                hasTokens: true,
                sensitive,
                fromSources: true,
            },
        };
    }
    /** A policy with unknown leaves, with what the sources say in their place; the rest is as planned. */
    async filled(policy) {
        const located = await this.locate(policy);
        if (located === null)
            return policy;
        const { location } = located;
        const statements = (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .statementsOf */ .GX)(policy.raw).map((planned, i) => {
            const found = location.statements[i];
            return found?.found ? fill(planned, found.source) : planned;
        });
        const raw = { ...policy.raw, Statement: statements };
        return { ...policy, raw, document: (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .parsePolicy */ .ON)(raw, FILLED_READER), bucket: policy.bucket ?? location.bucket };
    }
    /** @param statements planned values, or null for a policy that the plan does not know */
    async locateStatements(path, address, statements) {
        const request = this.#request(path, address, statements);
        return request === null ? null : (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .locatePolicy */ .zx)(request, this.files);
    }
    #request(path, address, statements) {
        const plan = this.#planOf(path, address);
        const rootDirectory = plan === null ? null : this.rootOf(plan);
        const change = plan?.changes.find((one) => one.address === address);
        const parsed = change?.parsed ?? (0,_terraform_plan_address_js__WEBPACK_IMPORTED_MODULE_2__/* .parseAddress */ .o)(address);
        if (plan === null || parsed === null || rootDirectory === null)
            return null;
        return { rootDirectory, address: parsed, attribute: 'policy', statements, variables: plan.variables };
    }
    /** What to ask the sources about a planned policy; null where no root module is known. */
    requestFor({ origin, raw, fromSources }) {
        if (origin.address === null)
            return null;
        return this.#request(origin.path, origin.address, fromSources === true ? null : (0,_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .statementsOf */ .GX)(raw));
    }
    /** The planned statements that come from each range of the sources, by its id. */
    async usersOf(policies) {
        const users = new Map();
        for (const policy of policies) {
            const located = await this.locate(policy);
            for (const [index, statement] of (located?.location.statements ?? []).entries()) {
                if (statement.found)
                    users.set(statement.range.id, [...(users.get(statement.range.id) ?? []), { policy, index }]);
            }
        }
        return users;
    }
    /** Whether a file lies outside of the policy's root module, where another root may use it too. */
    isShared(path, policy) {
        const root = this.requestFor(policy)?.rootDirectory ?? '';
        return root !== '' && !path.startsWith(`${root}/`);
    }
    /**
     * A planned statement as edited sources say it. It is the statement at the same place of the policy's list: an edit
     * changes no place, and its members no longer fit the planned ones.
     */
    async editedStatement(policy, index, edited) {
        const request = this.requestFor(policy);
        const located = (await this.locate(policy))?.location.statements ?? [];
        const statement = located[index];
        if (request === null || statement === undefined || !statement.found)
            return null;
        const isSame = (one) => one.found && one.range.id === statement.range.id;
        const ordinal = located.slice(0, index).filter(isSame).length;
        // An edit may change the value of a variable, which the plan states as it was.
        const variables = await (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .givenVariables */ .P)(request, this.files);
        const open = { ...request, variables, statements: null };
        const { statements: before } = await (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .locatePolicy */ .zx)(open, this.files);
        const places = before.flatMap((one, place) => (isSame(one) ? [place] : []));
        // A loop whose rounds are not known is one statement of the sources for all of them.
        const place = places[Math.min(ordinal, places.length - 1)];
        const { statements: after } = await (0,_terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .locatePolicy */ .zx)(open, edited);
        const found = place === undefined ? undefined : after[place];
        return found?.found && (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(found.source) ? found.source : null;
    }
    /** Whether a file is reached through a symbolic link, so that an edit of it would be one of another file. */
    isLinked(path) {
        return this.files.lookup(path)?.linked === true;
    }
    /** Text of a source file, decoded; null where there is none. */
    text(path) {
        const source = this.files.lookup(path);
        if (source === null)
            return null;
        const decoded = (0,_text_decode_js__WEBPACK_IMPORTED_MODULE_7__/* .decode */ .D4)(source.bytes());
        return decoded.ok ? decoded.text : null;
    }
    #planOf(path, address) {
        const here = this.plans.filter((plan) => plan.path === path);
        return here.find(({ changes }) => changes.some((one) => one.address === address)) ?? here[0] ?? null;
    }
    /** The named root, the plan's own folder, or the one folder that declares what the plan's configuration holds. */
    rootOf(plan) {
        const known = this.#roots.get(plan);
        if (known !== undefined)
            return known;
        const root = this.#named === null ? this.#findRoot(plan) : normalized(this.#named);
        this.#roots.set(plan, root);
        return root;
    }
    #findRoot(plan) {
        const own = plan.path.slice(0, Math.max(0, plan.path.lastIndexOf('/')));
        if (this.files.list(own).some((name) => /\.(?:tf|tofu)(?:\.json)?$/.test(name)))
            return own;
        const folders = new Map();
        for (const source of this.#terraform) {
            const folder = source.path.slice(0, Math.max(0, source.path.lastIndexOf('/')));
            folders.set(folder, [...(folders.get(folder) ?? []), source]);
        }
        const fitting = [...folders].filter(([folder, files]) => (0,_documents_terraform_config_js__WEBPACK_IMPORTED_MODULE_8__/* .isPlanOf */ .V)(plan, folder, files, null));
        const [only, ...others] = fitting;
        return only !== undefined && others.length === 0 ? only[0] : null;
    }
}
/** A statement of the sources that may be there several times or not at all says so. */
function possibly({ source, certain }) {
    return certain || !(0,_tree_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(source)
        ? source
        : { ...source, [_iam_parse_js__WEBPACK_IMPORTED_MODULE_1__/* .UNKNOWN_MEMBERS */ .F8]: new _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SourceUnknown */ .Em([{ token: 'how often the statement is there' }]) };
}
/** Values that are partly planned, partly from the sources. */
const FILLED_READER = {
    text: (value) => (value instanceof _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SourceUnknown */ .Em ? _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SOURCE_READER */ .oM.text(value) : _documents_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_READER */ .y.text(value)),
    token: (value) => _terraform_trace_index_js__WEBPACK_IMPORTED_MODULE_4__/* .SOURCE_READER */ .oM.token(value) ?? _documents_plan_js__WEBPACK_IMPORTED_MODULE_0__/* .PLAN_READER */ .y.token(value),
};
/** Puts source values where the plan has none. Lists come reordered from the provider, so they are taken whole. */
function fill(planned, source) {
    if (source === undefined)
        return planned;
    if ((0,_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnknownValue */ .GB)(planned))
        return source;
    if (Array.isArray(planned))
        return planned.some(_terraform_plan_policy_documents_js__WEBPACK_IMPORTED_MODULE_3__/* .isUnknownValue */ .GB) && Array.isArray(source) ? source : planned;
    if (!(0,_tree_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(planned) || !(0,_tree_value_js__WEBPACK_IMPORTED_MODULE_6__/* .isObject */ .Gv)(source))
        return planned;
    return Object.fromEntries(Object.entries(planned).map(([name, value]) => [name, fill(value, (0,_tree_value_js__WEBPACK_IMPORTED_MODULE_6__/* .member */ .Dc)(source, name))]));
}
function normalized(folder) {
    return folder.replace(/^\.\//, '').replace(/\/+$/, '').replace(/^\.$/, '');
}


/***/ })

};
