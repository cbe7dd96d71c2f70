export const id = 592;
export const ids = [592];
export const modules = {

/***/ 4592:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  parseConfig: () => (/* binding */ parseConfig)
});

// EXTERNAL MODULE: ./lib/model/errors.js
var model_errors = __webpack_require__(3434);
// EXTERNAL MODULE: ./lib/model/options.js
var options = __webpack_require__(9015);
// EXTERNAL MODULE: ./lib/text/decode.js
var decode = __webpack_require__(5685);
// EXTERNAL MODULE: ./lib/text/lines.js
var lines = __webpack_require__(7032);
// EXTERNAL MODULE: ./lib/config/inputs.js
var inputs = __webpack_require__(6097);
// EXTERNAL MODULE: ./lib/config/closest.js
var closest = __webpack_require__(4377);
;// CONCATENATED MODULE: ./lib/config/nodes.js



/**
 * Reads values out of a parsed configuration and keeps a list of everything that is wrong with it. Every reading
 * function returns undefined where the value is not what it must be, after the problem has been noted.
 */
class NodeReader {
    #path;
    #index;
    #problems = [];
    constructor(path, text) {
        this.#path = path;
        this.#index = new lines/* LineIndex */.rr(text);
    }
    problem(node, message) {
        this.#problems.push({ offset: node.offset, message });
        return undefined;
    }
    /** Throws when there was a problem: the first one with its place, the others with line and column. */
    finish() {
        const [first, ...rest] = this.#problems.sort((a, b) => a.offset - b.offset);
        if (first === undefined)
            return;
        const others = rest.map(({ offset, message }) => {
            const { line, column } = this.#index.positionAt(offset);
            return `\nline ${line}, column ${column}: ${message}`;
        });
        const { line, column } = this.#index.positionAt(first.offset);
        throw new model_errors/* UserError */.y(first.message + others.join(''), { path: this.#path, line, column });
    }
    /** Start and end of a node as a location in the configuration file. */
    locate(node) {
        const start = this.#index.positionAt(node.offset);
        const end = this.#index.positionAt(node.offset + node.length);
        return {
            path: this.#path,
            startLine: start.line,
            startColumn: start.column,
            endLine: end.line,
            endColumn: end.column,
        };
    }
    /** The members of an object by key. `keys` null allows any key; `hint` may know better what an unknown key is. */
    members({ node, name }, keys, hint = () => null) {
        const members = new Map();
        if (node.type !== 'object') {
            this.problem(node, `${name} must be an object`);
            return members;
        }
        for (const property of node.children ?? []) {
            const [key, value] = property.children ?? [];
            if (key === undefined || value === undefined || typeof key.value !== 'string')
                continue;
            if (keys !== null && !keys.includes(key.value)) {
                this.problem(key, `unknown key ${quote(key.value)} in ${name}; ${hint(key.value) ?? (0,closest/* allowed */.T)(key.value, keys)}`);
            }
            else if (members.has(key.value)) {
                this.problem(key, `${quote(key.value)} is given twice in ${name}`);
            }
            else {
                members.set(key.value, {
                    node: value,
                    name: keys === null ? `${name}[${quote(key.value)}]` : fieldName(name, key.value),
                });
            }
        }
        return members;
    }
    items({ node, name }, what) {
        if (node.type !== 'array')
            return this.problem(node, `${name} must be ${what}`);
        return (node.children ?? []).map((child, index) => ({ node: child, name: `${name}[${index}]` }));
    }
    string({ node, name }) {
        if (typeof node.value !== 'string')
            return this.problem(node, `${name} must be a string`);
        if (node.value.trim() === '')
            return this.problem(node, `${name} must not be empty`);
        return node.value;
    }
    strings(field) {
        const items = this.items(field, 'a list of strings');
        return items?.map((item) => this.string(item)).filter((value) => value !== undefined);
    }
    oneOf(field, values) {
        const { node, name } = field;
        const found = values.find((value) => value === node.value);
        if (found !== undefined)
            return found;
        if (typeof node.value !== 'string')
            return this.problem(node, `${name} must be one of ${values.map(quote).join(', ')}`);
        return this.problem(node, `${quote(node.value)} is not known in ${name}; ${(0,closest/* allowed */.T)(node.value, values)}`);
    }
}
/** A value of the file in a message, on one line and not longer than a reader needs to recognise it. */
function quote(text) {
    return JSON.stringify(text.length > 80 ? `${text.slice(0, 79)}…` : text);
}
function fieldName(parent, key) {
    return parent === ROOT ? key : `${parent}.${key}`;
}
const ROOT = 'the configuration';

// EXTERNAL MODULE: ./lib/model/rules.js
var rules = __webpack_require__(4458);
// EXTERNAL MODULE: ./lib/config/defaults.js
var defaults = __webpack_require__(3294);
// EXTERNAL MODULE: ./lib/config/role.js
var role = __webpack_require__(2116);
;// CONCATENATED MODULE: ./lib/config/sections.js





const SELECTOR_KEYS = ['files', 'buckets', 'addresses'];
function readIntegrations(reader, field) {
    return reader
        .items(field, 'a list of integrations')
        ?.map((item) => readIntegration(reader, item))
        .filter((each) => each !== undefined);
}
function readIntegration(reader, field) {
    const keys = ['role', 'permissionsBoundary', 'sessions', 'roleId', ...SELECTOR_KEYS, 'expressions'];
    const members = reader.members(field, keys);
    const boundary = map(members.get('permissionsBoundary'), (each) => readBoundary(reader, each));
    const sessions = map(members.get('sessions'), (each) => readSessions(reader, each));
    const roleId = map(members.get('roleId'), (each) => readRoleId(reader, each));
    const expressions = map(members.get('expressions'), (each) => readExpressions(reader, each));
    const selector = readSelector(reader, members);
    const role = readRole(reader, field, members.get('role'));
    return role === undefined ? undefined : { role, boundary, sessions, roleId, expressions, ...selector };
}
function readRole(reader, integration, field) {
    if (field === undefined) {
        if (integration.node.type === 'object')
            reader.problem(integration.node, `${integration.name} needs a "role"`);
        return undefined;
    }
    const text = reader.string(field);
    if (text === undefined)
        return undefined;
    const parsed = (0,role/* parseRole */.gP)(text);
    return 'role' in parsed ? parsed.role : reader.problem(field.node, `${field.name} ${quote(text)} ${parsed.problem}`);
}
function readBoundary(reader, { node, name }) {
    if (node.value === true)
        return 'present';
    if (node.value === false)
        return 'none';
    return node.value === 'unknown' ? 'unknown' : reader.problem(node, `${name} must be true, false or "unknown"`);
}
/** Known sessions first, in the vendor's order: the order in which a completed NotPrincipal list gets them. */
function readSessions(reader, field) {
    const names = reader.strings(field);
    if (names === undefined)
        return undefined;
    if (field.node.children?.length === 0)
        return reader.problem(field.node, `${field.name} must name a session`);
    for (const name of names) {
        // STS API reference, AssumeRole, `RoleSessionName`.
        if (!/^[\w+=,.@-]{2,64}$/.test(name)) {
            reader.problem(field.node, `${quote(name)} in ${field.name} is not the name of a role session, which has no wildcard`);
        }
    }
    return [
        ...defaults/* DEFAULT_SESSIONS */.QM.filter((name) => names.includes(name)),
        ...new Set(names.filter((name) => !defaults/* DEFAULT_SESSIONS */.QM.includes(name))),
    ];
}
function readRoleId(reader, field) {
    const text = reader.string(field);
    if (text === undefined || /^AROA[A-Z0-9]{12,}$/.test(text))
        return text;
    return reader.problem(field.node, `${field.name} must be the unique id of the role, which starts with AROA`);
}
function readExpressions(reader, field) {
    const members = reader.members(field, ['account', 'roleName']);
    const account = map(members.get('account'), (each) => readExpression(reader, each));
    const roleName = map(members.get('roleName'), (each) => readExpression(reader, each));
    return { ...(account !== null && { account }), ...(roleName !== null && { roleName }) };
}
function readExpression(reader, field) {
    const text = reader.string(field);
    if (text === undefined || !/[\r\n]|\$\{|%\{/.test(text))
        return text?.trim();
    return reader.problem(field.node, `${field.name} must be an HCL expression on one line, such as var.account_id, without \${…}`);
}
function readSelector(reader, members) {
    const strings = (key) => map(members.get(key), (each) => reader.strings(each)) ?? [];
    return { files: strings('files'), buckets: strings('buckets'), addresses: strings('addresses') };
}
function readProtect(reader, field) {
    const members = reader.members(field, [...SELECTOR_KEYS, 'tags']);
    const tags = map(members.get('tags'), (each) => readTags(reader, each)) ?? {};
    return { ...readSelector(reader, members), tags };
}
function readTags(reader, field) {
    const tags = new Map();
    for (const [key, { node, name }] of reader.members(field, null)) {
        if (typeof node.value === 'string')
            tags.set(key, node.value);
        else
            reader.problem(node, `${name} must be a string`);
    }
    return Object.fromEntries(tags);
}
function readFeatures(reader, field) {
    const items = reader.items(field, 'a list of features');
    if (items?.length === 0)
        return reader.problem(field.node, `features must name at least one of ${options/* FEATURES */.Gv.join(', ')}`);
    const named = items?.map((item) => reader.oneOf(item, options/* FEATURES */.Gv));
    return named && options/* FEATURES */.Gv.filter((feature) => named.includes(feature));
}
function readContext(reader, field) {
    const facts = new Map();
    for (const [key, member] of reader.members(field, null)) {
        const lower = key.toLowerCase();
        const problem = contextKeyProblem(lower);
        if (problem !== null)
            reader.problem(member.node, `${quote(key)} in context ${problem}`);
        else if (facts.has(lower))
            reader.problem(member.node, `${quote(key)} is given twice in context; condition keys ignore case`);
        else {
            const fact = readFact(reader, member);
            if (fact !== undefined)
                facts.set(lower, fact);
        }
    }
    return Object.fromEntries(facts);
}
function contextKeyProblem(key) {
    if (!/^[a-z0-9-]+:./.test(key))
        return 'is not a condition key, such as aws:PrincipalOrgID';
    if (key.includes('*') && key !== 'aws:principaltag/*')
        return 'has a wildcard; only aws:PrincipalTag/* may have one';
    return null;
}
function readFact(reader, { node, name }) {
    if (node.type === 'null')
        return null;
    const values = (node.type === 'array' ? (node.children ?? []) : [node]).map((child) => scalarText(child.value));
    const texts = values.filter((value) => value !== undefined);
    if (texts.length === values.length && texts.length > 0)
        return texts;
    return reader.problem(node, `${name} must be a value, a list of values, or null for "never present"`);
}
/** Policies write numbers and booleans as strings, so both spellings mean the same. */
function scalarText(value) {
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? String(value)
        : undefined;
}
function readLevels(reader, field) {
    const levels = {};
    const members = reader.members(field, rules/* RULE_IDS */.Iu);
    for (const rule of rules/* RULE_IDS */.Iu) {
        const level = map(members.get(rule), (each) => reader.oneOf(each, [...rules/* LEVELS */.A_, 'off']));
        if (level !== null)
            levels[rule] = level;
    }
    return levels;
}
function readIgnores(reader, field) {
    return reader.items(field, 'a list of entries')?.map((item) => readIgnore(reader, item));
}
function readIgnore(reader, field) {
    const selecting = ['rule', ...SELECTOR_KEYS, 'sids', 'fingerprint'];
    const members = reader.members(field, [...selecting, 'reason', 'expires']);
    const isObject = field.node.type === 'object';
    if (isObject && !members.has('reason'))
        reader.problem(field.node, `${field.name} needs a "reason"`);
    // An empty list restricts nothing.
    if (isObject && !selecting.some((key) => members.get(key)?.node.children?.length !== 0 && members.has(key))) {
        reader.problem(field.node, `${field.name} would ignore everything; say what, with ${selecting.join(', ')}`);
    }
    return {
        rule: map(members.get('rule'), (each) => reader.oneOf(each, rules/* RULE_IDS */.Iu)),
        ...readSelector(reader, members),
        sids: map(members.get('sids'), (each) => reader.strings(each)) ?? [],
        fingerprint: map(members.get('fingerprint'), (each) => reader.string(each)),
        reason: map(members.get('reason'), (each) => reader.string(each)) ?? '',
        expires: map(members.get('expires'), (each) => readDate(reader, each)),
        location: reader.locate(field.node),
        introduced: false,
    };
}
function readDate(reader, field) {
    const text = reader.string(field);
    if (text === undefined || isDate(text))
        return text;
    return reader.problem(field.node, `${field.name} ${quote(text)} is not a day of the calendar, written as YYYY-MM-DD`);
}
function isDate(text) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(text))
        return false;
    const date = new Date(`${text}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}
/** Reads an optional field; null when it is absent or not what it must be (then the problem is noted). */
function map(field, read) {
    return field === undefined ? null : (read(field) ?? null);
}

;// CONCATENATED MODULE: ./lib/config/file.js







const CONFIG_KEYS = ['$schema', 'integrations', 'protect', 'features', 'remedy', 'context', 'rules', 'ignore'];
/**
 * Reads a configuration file: JSON with comments and trailing commas, in any encoding that `decode` knows.
 *
 * @param path the file's name for messages and for the location of ignore entries.
 * @throws {UserError} one message with everything that is wrong, at the place of the first.
 */
async function parseConfig(bytes, path) {
    const decoded = (0,decode/* decode */.D4)(bytes);
    if (!decoded.ok)
        throw new model_errors/* UserError */.y(`the configuration cannot be read: ${decoded.reason}`, startOf(path));
    const root = await parseTree(decoded.text, path);
    const reader = new NodeReader(path, decoded.text);
    const config = readRoot(reader, { node: root, name: ROOT }, path);
    reader.finish();
    return config;
}
async function parseTree(text, path) {
    const jsonc = await __webpack_require__.e(/* import() */ 547).then(__webpack_require__.t.bind(__webpack_require__, 9547, 19));
    const errors = [];
    let root;
    try {
        root = jsonc.parseTree(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    }
    catch {
        throw new model_errors/* UserError */.y('the configuration is nested too deeply', startOf(path));
    }
    const [error] = errors;
    if (error !== undefined) {
        const { line, column } = new lines/* LineIndex */.rr(text).positionAt(error.offset);
        // The parser's codes are names such as `CommaExpected`.
        const what = jsonc
            .printParseErrorCode(error.error)
            .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
            .toLowerCase();
        throw new model_errors/* UserError */.y(`the configuration is not valid JSON with comments: ${what}`, { path, line, column });
    }
    if (root === undefined)
        throw new model_errors/* UserError */.y('the configuration is empty; the least it can be is {}', startOf(path));
    return root;
}
/** The place of what is wrong with a file as a whole: without a line the file would not be named. */
function startOf(path) {
    return { path, line: 1, column: 1 };
}
function readRoot(reader, field, path) {
    const members = reader.members(field, CONFIG_KEYS, (key) => inputs/* INPUT_NAMES */.Qh.some((name) => name === key) ? 'that is an input or an option, not a key of this file' : null);
    const read = (key, how) => {
        const member = members.get(key);
        return member === undefined ? null : (how(reader, member) ?? null);
    };
    read('$schema', (_, schema) => reader.string(schema));
    return {
        path,
        integrations: read('integrations', readIntegrations) ?? [],
        protect: read('protect', readProtect),
        features: read('features', readFeatures),
        remedy: read('remedy', (_, remedy) => reader.oneOf(remedy, options/* REMEDIES */.l0)),
        context: read('context', readContext) ?? {},
        levels: read('rules', readLevels) ?? {},
        ignore: read('ignore', readIgnores) ?? [],
    };
}


/***/ })

};
