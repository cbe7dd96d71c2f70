export const id = 203;
export const ids = [203];
export const modules = {

/***/ 8203:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPlanFile: () => (/* binding */ readPlanFile)
});

;// CONCATENATED MODULE: ./lib/terraform/address.js
/**
 * Tokenises an address: `("module." name key? ".")* ("data.")? type "." name key?`. Never split on dots: keys may hold
 * any character. Null when the text is no address.
 */
function parseAddress(text) {
    const reader = new AddressReader(text);
    const modules = [];
    let word = reader.name();
    while (word === 'module') {
        const name = reader.dot() ? reader.name() : null;
        if (name === null)
            return null;
        const key = reader.key();
        if (key === undefined || !reader.dot())
            return null;
        modules.push({ name, key });
        word = reader.name();
    }
    const mode = word === 'data' ? 'data' : 'managed';
    const type = word === 'data' ? (reader.dot() ? reader.name() : null) : word;
    const name = type !== null && reader.dot() ? reader.name() : null;
    const key = reader.key();
    if (type === null || name === null || key === undefined || !reader.done)
        return null;
    return { modules, mode, type, name, key };
}
/** `module.a["x"].aws_s3_bucket_policy.b` without any instance key: the address in `configuration`. */
function withoutKeys(address) {
    const modules = address.modules.map(({ name }) => `module.${name}.`).join('');
    return `${modules}${address.mode === 'data' ? 'data.' : ''}${address.type}.${address.name}`;
}
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const ESCAPES = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' };
class AddressReader {
    #text;
    #at = 0;
    constructor(text) {
        this.#text = text;
    }
    get done() {
        return this.#at === this.#text.length;
    }
    name() {
        NAME.lastIndex = this.#at;
        const match = NAME.exec(this.#text);
        if (match === null)
            return null;
        this.#at = NAME.lastIndex;
        return match[0];
    }
    dot() {
        if (this.#text[this.#at] !== '.')
            return false;
        this.#at++;
        return true;
    }
    /** `[0]`, `["key"]`, or nothing (null); undefined when a bracket is malformed. */
    key() {
        if (this.#text[this.#at] !== '[')
            return null;
        this.#at++;
        const value = this.#text[this.#at] === '"' ? this.#quoted() : this.#digits();
        if (value === undefined || this.#text[this.#at] !== ']')
            return undefined;
        this.#at++;
        return value;
    }
    #digits() {
        const start = this.#at;
        while (/[0-9]/.test(this.#text[this.#at] ?? ''))
            this.#at++;
        return this.#at === start ? undefined : Number(this.#text.slice(start, this.#at));
    }
    /** HCL escapes, not JSON's: `\UXXXXXXXX`, and `$${` for a literal `${`. */
    #quoted() {
        this.#at++;
        let value = '';
        while (this.#at < this.#text.length) {
            const char = this.#text[this.#at] ?? '';
            if (char === '"') {
                this.#at++;
                return value;
            }
            const rest = this.#text.slice(this.#at, this.#at + 3);
            if (rest === '$${' || rest === '%%{') {
                value += rest.slice(1);
                this.#at += 3;
            }
            else if (char === '\\') {
                const escaped = this.#escape();
                if (escaped === undefined)
                    return undefined;
                value += escaped;
            }
            else {
                value += char;
                this.#at++;
            }
        }
        return undefined;
    }
    #escape() {
        const kind = this.#text[this.#at + 1] ?? '';
        const length = kind === 'u' ? 4 : kind === 'U' ? 8 : 0;
        if (length === 0) {
            this.#at += 2;
            return ESCAPES[kind];
        }
        const digits = this.#text.slice(this.#at + 2, this.#at + 2 + length);
        this.#at += 2 + length;
        const code = /^[0-9a-fA-F]+$/.test(digits) && digits.length === length ? Number.parseInt(digits, 16) : -1;
        return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    }
}

;// CONCATENATED MODULE: ./lib/terraform/bytes.js
/** The text is not the JSON that it seemed to be. `offset` counts bytes from the start of the file. */
class ByteSyntaxError extends Error {
    offset;
    constructor(message, offset) {
        super(message);
        this.name = 'ByteSyntaxError';
        this.offset = offset;
    }
}
const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const COMMA = 0x2c;
const COLON = 0x3a;
const NEWLINE = 0x0a;
/** The largest single value that is kept in memory: one resource, one expression. */
const MAX_CAPTURE = 128 * 1024 * 1024;
/**
 * Walks JSON in UTF-8 over chunks of bytes, skipping what nobody asked for at the speed of a byte loop and parsing only
 * captured slices. It never builds the whole tree and never needs the whole file as one string.
 */
class ByteReader {
    #chunks;
    #buffer = new Uint8Array(0);
    #at = 0;
    /** Bytes of the file before the buffer. */
    #before = 0;
    /** Start of a capture in the buffer, or -1. */
    #mark = -1;
    #decoder = new TextDecoder('utf-8');
    constructor(chunks) {
        this.#chunks = chunks[Symbol.iterator]();
    }
    get offset() {
        return this.#before + this.#at;
    }
    fail(message) {
        throw new ByteSyntaxError(message, this.offset);
    }
    /** Loads the next chunk behind what is still needed; false at the end of the file. */
    #refill() {
        const next = this.#chunks.next();
        if (next.done)
            return false;
        // An escape may have stepped one byte over the edge, which the next chunk must not lose.
        const keep = this.#mark === -1 ? Math.min(this.#at, this.#buffer.length) : this.#mark;
        const rest = this.#buffer.subarray(keep);
        if (rest.length > MAX_CAPTURE)
            this.fail('one value of it is too large');
        this.#before += keep;
        this.#at -= keep;
        if (this.#mark !== -1)
            this.#mark = 0;
        if (rest.length === 0)
            this.#buffer = next.value;
        else {
            const joined = new Uint8Array(rest.length + next.value.length);
            joined.set(rest);
            joined.set(next.value, rest.length);
            this.#buffer = joined;
        }
        return true;
    }
    /** The byte at the position, or -1 at the end of the file. */
    peek() {
        while (this.#at >= this.#buffer.length)
            if (!this.#refill())
                return -1;
        return this.#buffer[this.#at] ?? -1;
    }
    advance() {
        this.#at++;
    }
    /** Skips white space and returns the byte behind it. */
    next() {
        for (;;) {
            const byte = this.peek();
            if (byte !== 0x20 && byte !== NEWLINE && byte !== 0x0d && byte !== 0x09)
                return byte;
            this.#at++;
        }
    }
    skipLine() {
        for (;;) {
            const byte = this.peek();
            if (byte === -1)
                return;
            this.#at++;
            if (byte === NEWLINE)
                return;
        }
    }
    #expect(byte, what) {
        if (this.next() !== byte)
            this.fail(`${what} is expected`);
        this.#at++;
    }
    /** Calls back for each member of the object at the position; the callback must consume the value. */
    object(member) {
        this.#expect(OPEN_BRACE, 'an object');
        if (this.next() === CLOSE_BRACE) {
            this.#at++;
            return;
        }
        for (;;) {
            member(this.#key());
            const byte = this.next();
            this.#at++;
            if (byte === CLOSE_BRACE)
                return;
            if (byte !== COMMA)
                this.fail(byte === -1 ? 'the text ends too early' : 'a comma is expected');
        }
    }
    #key() {
        if (this.next() !== QUOTE)
            this.fail('a property name is expected');
        const name = this.value();
        this.#expect(COLON, 'a colon');
        return String(name);
    }
    /** Calls back for each element of the array at the position; the callback must consume it. `null` counts as empty. */
    array(element) {
        if (this.next() !== OPEN_BRACKET)
            return this.skip();
        this.#at++;
        if (this.next() === CLOSE_BRACKET) {
            this.#at++;
            return;
        }
        for (;;) {
            element();
            const byte = this.next();
            this.#at++;
            if (byte === CLOSE_BRACKET)
                return;
            if (byte !== COMMA)
                this.fail(byte === -1 ? 'the text ends too early' : 'a comma is expected');
        }
    }
    /** Whether an object stands at the position; what is no object is skipped. */
    isObject() {
        if (this.next() === OPEN_BRACE)
            return true;
        this.skip();
        return false;
    }
    /** Parses the value at the position. */
    value() {
        this.next();
        this.begin();
        this.skip();
        return this.end();
    }
    /** The string at the position, read without disturbing a capture; names and types hold no escapes that matter. */
    word() {
        if (this.next() !== QUOTE)
            this.fail('a string is expected');
        this.#at++;
        const start = this.offset;
        this.#skipString();
        const from = start - this.#before;
        // Without a capture the start may have left the buffer; then the name is none that anybody looks for.
        return from < 0 ? '' : this.#decoder.decode(this.#buffer.subarray(from, this.#at - 1));
    }
    /** Starts a capture at the position: bytes are kept until `end` or `drop`. */
    begin() {
        this.#mark = this.#at;
    }
    /** Ends the capture and parses what was read since its start. */
    end() {
        const slice = this.#buffer.subarray(this.#mark, this.#at);
        this.#mark = -1;
        try {
            return JSON.parse(this.#decoder.decode(slice));
        }
        catch {
            return this.fail('a value is malformed');
        }
    }
    drop() {
        this.#mark = -1;
    }
    /** Skips the value at the position. */
    skip() {
        const byte = this.next();
        if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
            this.#at++;
            this.skipToClose(1);
        }
        else if (byte === QUOTE) {
            this.#at++;
            this.#skipString();
        }
        else if (byte === -1 || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
            this.fail('a value is expected');
        }
        else
            this.#skipLiteral();
    }
    #skipLiteral() {
        for (;;) {
            const byte = this.peek();
            if (byte <= 0x20 || byte === COMMA || byte === CLOSE_BRACE || byte === CLOSE_BRACKET)
                return;
            this.#at++;
        }
    }
    /** Skips to behind the bracket that closes the given number of open ones. */
    skipToClose(open) {
        const walk = { at: this.#at, depth: open, inString: false };
        for (;;) {
            walk.at = this.#at;
            walkStructure(this.#buffer, walk);
            this.#at = walk.at;
            if (walk.depth === 0)
                return;
            // A string goes on in the next chunk; an escape may have stepped over the edge.
            if (walk.inString)
                this.#skipString();
            else if (this.peek() === -1)
                this.fail('the text ends too early');
            walk.inString = false;
        }
    }
    /** Skips to behind the closing quote of a string whose inside the position is in. */
    #skipString() {
        for (;;) {
            const byte = this.peek();
            if (byte === -1)
                this.fail('a string is not closed');
            this.#at += byte === BACKSLASH ? 2 : 1;
            if (byte === QUOTE)
                return;
        }
    }
}
/** Follows brackets and strings until the depth is 0 or the buffer ends. The hot loop: locals only. */
function walkStructure(buffer, walk) {
    const length = buffer.length;
    let depth = walk.depth;
    let i = walk.at;
    while (i < length && depth > 0) {
        const byte = buffer[i++];
        if (byte === QUOTE) {
            i = closingQuote(buffer, i);
            walk.inString = i >= length;
            if (!walk.inString)
                i++;
        }
        else if (byte === OPEN_BRACE || byte === OPEN_BRACKET)
            depth++;
        else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET)
            depth--;
    }
    walk.at = i;
    walk.depth = depth;
}
/** The closing quote of a string, or an index at or one behind the end of the buffer. */
function closingQuote(buffer, from) {
    let i = from;
    while (i < buffer.length) {
        const byte = buffer[i];
        if (byte === QUOTE)
            return i;
        i += byte === BACKSLASH ? 2 : 1;
    }
    return i;
}

;// CONCATENATED MODULE: ./lib/terraform/plan.js


/** The types that a check of bucket policies looks at; every other resource is skipped as bytes. */
const TYPES = new Set([
    'aws_s3_bucket_policy',
    'aws_s3_bucket',
    'aws_s3_bucket_ownership_controls',
    'aws_s3_bucket_acl',
    'aws_iam_role',
    'aws_iam_policy_document',
    'aws_caller_identity',
]);
/** How deep modules may nest; Terraform itself has no such trees. */
const MAX_MODULES = 64;
/**
 * Reads the plans and states of a file: one document, one a line, or behind the wrapper's `[command]` line. Unknown
 * fields are ignored; format versions 0.x and 1.x are read (Terraform, "JSON output format").
 *
 * @param chunks the file's bytes as UTF-8 without mark
 */
function readPlans(path, chunks) {
    const reader = new ByteReader(chunks);
    const plans = [];
    try {
        for (let byte = reader.next(); byte !== -1; byte = reader.next()) {
            if (byte !== 0x7b) {
                reader.skipLine();
                continue;
            }
            const plan = new PlanBuilder(path, reader).read();
            if (plan !== null)
                plans.push(plan);
        }
    }
    catch (error) {
        if (!(error instanceof ByteSyntaxError))
            throw error;
        return { kind: 'unreadable', reason: error.message, offset: error.offset };
    }
    return plans.length === 0 ? { kind: 'none' } : { kind: 'plans', plans };
}
function asObject(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
}
/** Own member by name; plans are untrusted, so inherited names never count. */
function field(object, name) {
    return object !== null && Object.hasOwn(object, name) ? object[name] : undefined;
}
class PlanBuilder {
    #path;
    #reader;
    #changes = [];
    #state = [];
    #configuration = null;
    #variables = {};
    #sensitiveVariables = new Set();
    #format = null;
    #isPlan = false;
    #isState = false;
    #partial = false;
    constructor(path, reader) {
        this.#path = path;
        this.#reader = reader;
    }
    /** Reads the document at the position; null when it is neither a plan nor a state. */
    read() {
        const reader = this.#reader;
        reader.object((name) => this.#member(name, reader));
        if (this.#format === null || !/^[01]\./.test(this.#format) || !(this.#isPlan || this.#isState))
            return null;
        const variables = Object.entries(this.#variables)
            .filter(([name]) => !this.#sensitiveVariables.has(name))
            .map(([name, entry]) => [name, field(asObject(entry), 'value')]);
        return {
            kind: this.#isPlan ? 'plan' : 'state',
            path: this.#path,
            formatVersion: this.#format,
            changes: this.#changes,
            state: this.#state,
            configuration: this.#configuration,
            variables: Object.fromEntries(variables),
            partial: this.#partial,
        };
    }
    #member(name, reader) {
        switch (name) {
            case 'format_version':
                this.#format = String(reader.value());
                break;
            case 'errored':
                this.#partial ||= reader.value() === true;
                break;
            case 'complete':
                this.#partial ||= reader.value() === false;
                break;
            case 'variables':
                this.#variables = asObject(reader.value()) ?? {};
                break;
            case 'resource_changes':
                this.#isPlan = true;
                reader.array(() => this.#change());
                break;
            case 'planned_values':
                this.#isPlan = true;
                reader.skip();
                break;
            case 'values':
                this.#isState = true;
                this.#values();
                break;
            case 'prior_state':
                if (reader.isObject())
                    reader.object((inner) => (inner === 'values' ? this.#values() : reader.skip()));
                break;
            case 'configuration':
                if (reader.isObject())
                    reader.object((inner) => this.#configured(inner));
                break;
            default:
                reader.skip();
        }
    }
    /** The resource at the position when its type matters, parsed; else it is skipped and null. */
    #resource() {
        const reader = this.#reader;
        if (!reader.isObject())
            return null;
        reader.begin();
        reader.advance();
        for (let byte = reader.next(); byte !== 0x7d; byte = reader.next()) {
            if (byte === 0x2c) {
                reader.advance();
                continue;
            }
            const type = this.#typeMember();
            if (type === undefined)
                continue;
            if (!TYPES.has(type)) {
                reader.drop();
                reader.skipToClose(1);
                return null;
            }
            reader.skipToClose(1);
            return asObject(reader.end());
        }
        reader.advance();
        return asObject(reader.end());
    }
    /** Steps over one member inside a capture; the value of `type` when it is that member. */
    #typeMember() {
        const reader = this.#reader;
        const name = reader.word();
        if (reader.next() !== 0x3a)
            reader.fail('a colon is expected');
        reader.advance();
        if (name !== 'type') {
            reader.skip();
            return undefined;
        }
        reader.next();
        return reader.word();
    }
    #change() {
        const raw = this.#resource();
        const change = asObject(field(raw, 'change'));
        const address = field(raw, 'address');
        const parsed = typeof address === 'string' ? parseAddress(address) : null;
        if (change === null || parsed === null || typeof address !== 'string' || !isAws(raw))
            return;
        const actions = field(change, 'actions');
        const previous = field(raw, 'previous_address');
        const index = field(raw, 'index');
        const sensitive = field(change, 'after_sensitive');
        this.#changes.push({
            address,
            previousAddress: typeof previous === 'string' ? previous : null,
            // `index` is the key unescaped, so it is preferred to the one in the address.
            parsed: typeof index === 'string' || typeof index === 'number' ? { ...parsed, key: index } : parsed,
            actions: Array.isArray(actions) ? actions.map(String) : [],
            deposed: typeof field(raw, 'deposed') === 'string',
            after: kept(asObject(field(change, 'after'))),
            afterUnknown: asObject(field(change, 'after_unknown')) ?? {},
            afterSensitive: sensitive === true ? true : (asObject(sensitive) ?? {}),
            before: kept(asObject(field(change, 'before'))),
        });
    }
    #values() {
        const reader = this.#reader;
        if (!reader.isObject())
            return;
        reader.object((name) => (name === 'root_module' ? this.#stateModule(0) : reader.skip()));
    }
    #stateModule(depth) {
        const reader = this.#reader;
        if (depth > MAX_MODULES)
            reader.fail('modules nest too deeply');
        if (!reader.isObject())
            return;
        reader.object((name) => {
            if (name === 'resources')
                reader.array(() => this.#stateResource());
            else if (name === 'child_modules')
                reader.array(() => this.#stateModule(depth + 1));
            else
                reader.skip();
        });
    }
    #stateResource() {
        const raw = this.#resource();
        const address = field(raw, 'address');
        const values = kept(asObject(field(raw, 'values')));
        const parsed = typeof address === 'string' ? parseAddress(address) : null;
        if (parsed === null || values === null || typeof address !== 'string' || !isAws(raw))
            return;
        this.#state.push({ address, parsed: { ...parsed, key: keyOf(raw, parsed) }, values });
    }
    #configured(name) {
        if (name === 'root_module')
            this.#configuration = this.#module(0);
        else
            this.#reader.skip();
    }
    #module(depth) {
        const reader = this.#reader;
        const resources = [];
        const calls = new Map();
        if (depth > MAX_MODULES)
            reader.fail('modules nest too deeply');
        if (!reader.isObject())
            return { resources, calls };
        reader.object((name) => {
            if (name === 'resources')
                reader.array(() => this.#configuredResource(resources));
            else if (name === 'variables' && depth === 0)
                this.#sensitiveVariables = sensitiveNames(reader.value());
            else if (name === 'module_calls' && reader.isObject())
                reader.object((call) => calls.set(call, this.#call(depth)));
            else if (name !== 'module_calls')
                reader.skip();
        });
        return { resources, calls };
    }
    #configuredResource(into) {
        const raw = this.#resource();
        const [type, name] = [field(raw, 'type'), field(raw, 'name')];
        if (typeof type !== 'string' || typeof name !== 'string')
            return;
        const mode = field(raw, 'mode') === 'data' ? 'data' : 'managed';
        into.push({ mode, type, name, expressions: asObject(field(raw, 'expressions')) ?? {} });
    }
    #call(depth) {
        const reader = this.#reader;
        let source = '';
        let expressions = {};
        let module = { resources: [], calls: new Map() };
        if (!reader.isObject())
            return { source, expressions, module };
        reader.object((name) => {
            if (name === 'source')
                source = String(reader.value());
            else if (name === 'expressions')
                expressions = asObject(reader.value()) ?? {};
            else if (name === 'module')
                module = this.#module(depth + 1);
            else
                reader.skip();
        });
        return { source, expressions, module };
    }
}
function keyOf(raw, parsed) {
    const index = field(raw, 'index');
    return typeof index === 'string' || typeof index === 'number' ? index : parsed.key;
}
/** Providers are matched by the end of their name, so that OpenTofu and private sources work. */
function isAws(raw) {
    const provider = field(raw, 'provider_name');
    return typeof provider !== 'string' || provider === 'aws' || /(^|\/)aws$/.test(provider);
}
function sensitiveNames(value) {
    const entries = Object.entries(asObject(value) ?? {});
    return new Set(entries.filter(([, entry]) => field(asObject(entry), 'sensitive') === true).map(([name]) => name));
}
/** The attributes that anything here reads; the rest of a resource is let go. */
const ATTRIBUTES = [
    'bucket',
    'id',
    'arn',
    'policy',
    'rule',
    'acl',
    'grant',
    'access_control_policy',
    'tags',
    'tags_all',
    'name',
    'path',
    'permissions_boundary',
    'unique_id',
    'account_id',
    'statement',
    'source_policy_documents',
    'override_policy_documents',
    'source_json',
    'override_json',
    'json',
    'version',
];
function kept(values) {
    if (values === null)
        return null;
    return Object.fromEntries(ATTRIBUTES.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]));
}

// EXTERNAL MODULE: ./lib/text/decode.js
var decode = __webpack_require__(4626);
// EXTERNAL MODULE: ./lib/clumio/integrations.js
var integrations = __webpack_require__(7933);
// EXTERNAL MODULE: ./lib/clumio/roles.js
var roles = __webpack_require__(2673);
;// CONCATENATED MODULE: ./lib/documents/discover.js


/** The vendor's roles in a plan, by the format of their name and their path (clumio note §1). */
function discoverRoles(plan) {
    const account = accountOf(plan);
    const roles = new Map();
    for (const change of plan.changes) {
        if (change.parsed.type !== 'aws_iam_role' || change.deposed || change.after === null)
            continue;
        const role = roleOf(change.after, change.address, account);
        const created = change.actions.includes('create');
        if (role)
            roles.set(change.address, {
                ...role,
                integration: { ...role.integration, created, boundary: boundaryOf(change) },
            });
    }
    for (const resource of plan.state) {
        if (resource.parsed.type !== 'aws_iam_role' || roles.has(resource.address))
            continue;
        const role = roleOf(resource.values, resource.address, account);
        if (role)
            roles.set(resource.address, role);
    }
    return [...roles.values()].filter(({ integration }) => integration.account !== null);
}
/** The module's variable for the path; roles elsewhere with the same name are none of the vendor's module. */
function roleOf(values, address, account) {
    const { name, path, arn } = values;
    if (typeof name !== 'string' || typeof path !== 'string' || !(0,roles/* isVendorRoleName */.kR)(name))
        return null;
    const parts = typeof arn === 'string' ? arn.split(':') : [];
    return {
        address,
        integration: {
            partition: parts[1] ?? null,
            account: parts[4] ?? account,
            rolePath: path,
            roleName: name,
            boundary: stated(values['permissions_boundary']),
            boundaryStated: true,
            sessions: integrations/* VENDOR_SESSIONS */.ZS,
            roleId: typeof values['unique_id'] === 'string' ? values['unique_id'] : null,
            files: [],
            buckets: [],
            addresses: [],
            expressions: null,
            origin: 'plan',
            introduced: false,
        },
    };
}
function stated(value) {
    return value === null || value === undefined || value === '' ? 'none' : 'present';
}
function boundaryOf(change) {
    return change.afterUnknown['permissions_boundary'] === true
        ? 'unknown'
        : stated(change.after?.['permissions_boundary']);
}
/** The account by `aws_caller_identity`, else by an ARN of a role in the state. */
function accountOf(plan) {
    for (const { parsed, values } of plan.state) {
        const id = parsed.type === 'aws_caller_identity' ? values['account_id'] : undefined;
        if (typeof id === 'string')
            return id;
    }
    for (const { parsed, values } of plan.state) {
        const arn = parsed.type === 'aws_iam_role' ? values['arn'] : undefined;
        const id = typeof arn === 'string' ? arn.split(':')[4] : undefined;
        if (id !== undefined)
            return id;
    }
    return null;
}

// EXTERNAL MODULE: ./lib/iam/parse.js
var parse = __webpack_require__(8229);
;// CONCATENATED MODULE: ./lib/terraform/index-plan.js

/** Look-ups in one plan: what an expression refers to, by module, type, name and instance key. */
class PlanIndex {
    plan;
    #changes = new Map();
    #state = new Map();
    constructor(plan) {
        this.plan = plan;
        for (const change of plan.changes)
            push(this.#changes, withoutKeys(change.parsed), change);
        for (const resource of plan.state)
            push(this.#state, withoutKeys(resource.parsed), resource);
    }
    /** The resource's block in `configuration`, which is not expanded by instance; null when it is not there. */
    configured(address) {
        let module = this.plan.configuration ?? undefined;
        for (const { name } of address.modules)
            module = module?.calls.get(name)?.module;
        const { mode, type, name } = address;
        return module?.resources.find((one) => one.mode === mode && one.type === type && one.name === name) ?? null;
    }
    /** Addresses that an attribute's expression refers to, in the module of the resource: `aws_s3_bucket.log`. */
    references(address, attribute) {
        const expression = this.configured(address)?.expressions[attribute];
        return referencesOf(expression);
    }
    /** Whether the configuration sets an attribute at all; a computed one is only in the values. */
    isSet(address, attribute) {
        const expressions = this.configured(address)?.expressions;
        return expressions !== undefined && Object.hasOwn(expressions, attribute);
    }
    /** The planned instance that a reference from `from` means: the same module instance, its own key or the only one. */
    planned(from, mode, type, name) {
        const all = this.#changes.get(withoutKeys({ ...from, mode, type, name })) ?? [];
        return choose(all.filter((one) => !one.deposed && one.after !== null), from);
    }
    /** The same in the prior state. */
    prior(from, mode, type, name) {
        return choose(this.#state.get(withoutKeys({ ...from, mode, type, name })) ?? [], from);
    }
}
function push(map, key, value) {
    const list = map.get(key);
    if (list)
        list.push(value);
    else
        map.set(key, [value]);
}
function choose(all, from) {
    const here = all.filter(({ parsed }) => sameModule(parsed, from));
    if (here.length === 1)
        return here[0] ?? null;
    return here.find(({ parsed }) => parsed.key === from.key) ?? null;
}
function sameModule(a, b) {
    return (a.modules.length === b.modules.length &&
        a.modules.every(({ name, key }, i) => name === b.modules[i]?.name && key === b.modules[i]?.key));
}
/** `{references: […]}`, also inside nested blocks. */
function referencesOf(expression) {
    if (typeof expression !== 'object' || expression === null)
        return [];
    const references = expression.references;
    return Array.isArray(references) ? references.filter((one) => typeof one === 'string') : [];
}
/** `data.aws_iam_policy_document.x.json` → mode, type and name; null for variables, locals and module outputs. */
function parseReference(reference) {
    const match = /^(data\.)?([\p{L}_][\p{L}\p{N}_-]*)\.([\p{L}_][\p{L}\p{N}_-]*)/u.exec(reference);
    const [, data, type, name] = match ?? [];
    if (type === undefined || name === undefined)
        return null;
    if (['var', 'local', 'module', 'each', 'count', 'path', 'self', 'terraform'].includes(type))
        return null;
    return { mode: data === undefined ? 'managed' : 'data', type, name };
}

;// CONCATENATED MODULE: ./lib/terraform/documents.js

const MARK = Symbol('unknown');
/** Marks are objects that no JSON text can hold. */
function unknownValue(name) {
    return { unknown: name, [MARK]: true };
}
function isUnknownValue(value) {
    return typeof value === 'object' && value !== null && MARK in value;
}
/** A value with its `after_unknown` mask put over it: `true` in the mask is unknown. */
function masked(value, mask, name) {
    if (mask === true)
        return unknownValue(name);
    if (Array.isArray(value)) {
        const masks = Array.isArray(mask) ? mask : [];
        // Old formats leave unknown elements out of the value and keep them in the mask.
        const length = Math.max(value.length, masks.length);
        return Array.from({ length }, (_, i) => masked(value[i], masks[i], `${name}[${i}]`));
    }
    if (typeof value === 'object' && value !== null) {
        const masks = typeof mask === 'object' && mask !== null ? mask : {};
        return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, masked(inner, masks[key], `${name}.${key}`)]));
    }
    return value;
}
/** How far documents are followed through their sources. */
const MAX_DEPTH = 16;
/**
 * The statements of an `aws_iam_policy_document` that is read during apply, from its expanded `statement[]`: source
 * documents, own statements, overrides, each in place by Sid as the provider merges them. Null when a part of it is in
 * no plan.
 */
function deferredStatements(index, document, depth = 0) {
    if (depth > MAX_DEPTH || document.after === null)
        return null;
    const values = masked(document.after, document.afterUnknown, document.address);
    const sources = documentsIn(index, document, values, 'source_policy_documents', depth);
    const overrides = documentsIn(index, document, values, 'override_policy_documents', depth);
    const own = values['statement'];
    if (sources === null || overrides === null || !Array.isArray(own))
        return null;
    return [...own.map(statementOf), ...overrides].reduce(mergeStatement, sources);
}
/** A later statement of the same Sid replaces the earlier one in place. */
function mergeStatement(statements, next) {
    const sid = next['Sid'];
    const at = typeof sid === 'string' ? statements.findIndex((one) => one['Sid'] === sid) : -1;
    return at === -1 ? [...statements, next] : statements.with(at, next);
}
function documentsIn(index, document, values, attribute, depth) {
    const list = values[attribute];
    if (list === null || list === undefined || (Array.isArray(list) && list.length === 0))
        return [];
    if (Array.isArray(list) && list.every((text) => typeof text === 'string'))
        return list.flatMap(statementsOfText);
    const references = index.references(document.parsed, attribute);
    const named = new Map();
    for (const reference of references) {
        const target = parseReference(reference);
        if (target?.type === 'aws_iam_policy_document')
            named.set(target.name, target);
    }
    // Anything but documents of this module (variables, locals, outputs) is not in the plan.
    if (named.size === 0 || (Array.isArray(list) && list.length !== named.size))
        return null;
    const statements = [];
    for (const { name } of named.values()) {
        const found = documentStatements(index, document.parsed, name, depth + 1);
        if (found === null)
            return null;
        statements.push(...found);
    }
    return statements;
}
/** The statements of a document by name: deferred in the plan, or known in the prior state. */
function documentStatements(index, from, name, depth = 0) {
    const planned = index.planned(from, 'data', 'aws_iam_policy_document', name);
    if (planned !== null)
        return deferredStatements(index, planned, depth);
    const json = index.prior(from, 'data', 'aws_iam_policy_document', name)?.values['json'];
    return typeof json === 'string' ? statementsOfText(json) : null;
}
function statementsOfText(text) {
    try {
        const policy = JSON.parse(text);
        const statement = typeof policy === 'object' && policy !== null ? policy['Statement'] : [];
        return Array.isArray(statement) ? statement : statement === undefined ? [] : [statement];
    }
    catch {
        return [];
    }
}
/** A `statement` block as the provider renders it (`aws_iam_policy_document`): one-element lists as they are. */
function statementOf(block) {
    if (typeof block !== 'object' || block === null || isUnknownValue(block))
        return unknownValue('statement');
    const values = block;
    const result = {};
    const set = (name, value) => {
        if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
            result[name] = value;
    };
    set('Sid', values['sid'] === '' ? null : values['sid']);
    result['Effect'] = values['effect'] ?? 'Allow';
    set('Principal', principalsOf(values['principals']));
    set('NotPrincipal', principalsOf(values['not_principals']));
    set('Action', values['actions']);
    set('NotAction', values['not_actions']);
    set('Resource', values['resources']);
    set('NotResource', values['not_resources']);
    set('Condition', conditionsOf(values['condition']));
    return result;
}
function principalsOf(blocks) {
    if (!Array.isArray(blocks))
        return isUnknownValue(blocks) ? blocks : null;
    if (blocks.length === 0)
        return null;
    // Names come from the plan: without a prototype none of them means anything special.
    const result = Object.create(null);
    for (const block of blocks) {
        const { type, identifiers } = block;
        if (typeof type !== 'string')
            return unknownValue('principals');
        const list = Array.isArray(identifiers) ? identifiers : [identifiers];
        if (type === '*') {
            if (blocks.length === 1 && list.length === 1 && list[0] === '*')
                return '*';
            return unknownValue('principals');
        }
        result[type] = [...(result[type] ?? []), ...list];
    }
    return result;
}
function conditionsOf(blocks) {
    if (!Array.isArray(blocks))
        return isUnknownValue(blocks) ? blocks : null;
    if (blocks.length === 0)
        return null;
    const result = Object.create(null);
    for (const block of blocks) {
        const { test, variable, values } = block;
        if (typeof test !== 'string' || typeof variable !== 'string')
            return unknownValue('condition');
        const operator = result[test] ?? Object.create(null);
        result[test] = operator;
        operator[variable] = [...(operator[variable] ?? []), ...(Array.isArray(values) ? values : [values])];
    }
    return result;
}

;// CONCATENATED MODULE: ./lib/documents/terraform.js



/** Unknown leaves are tokens, named by where they stand in the plan. */
const PLAN_READER = {
    text: (value) => (isUnknownValue(value) ? [{ token: value.unknown }] : (0,parse/* readPlainText */.Sg)(value)),
    token: (value) => (isUnknownValue(value) ? { token: value.unknown } : null),
};
function plannedPolicies(plan) {
    return plan.kind === 'state' ? fromState(plan) : new PlanReader(plan).read();
}
class PlanReader {
    #plan;
    #index;
    #policies = [];
    #unknown = [];
    #unreadable = [];
    #buckets = [];
    constructor(plan) {
        this.#plan = plan;
        this.#index = new PlanIndex(plan);
    }
    read() {
        // What is destroyed or absent after the plan is not judged; a no-op policy is.
        const present = this.#plan.changes.filter(({ deposed, after, parsed }) => !deposed && after !== null && parsed.mode === 'managed');
        for (const change of present) {
            if (change.parsed.type === 'aws_s3_bucket_policy')
                this.#policy(change);
            else if (change.parsed.type === 'aws_s3_bucket')
                this.#bucket(change);
        }
        const settings = [
            ...present.filter(isControls).map((change) => this.#controls(change, change.after)),
            ...this.#deletedControls(present),
            ...present.map((change) => this.#grantsOf(change)).filter((setting) => setting !== null),
        ];
        return {
            policies: this.#policies,
            settings,
            unknown: this.#unknown,
            unreadable: this.#unreadable,
            buckets: this.#buckets,
        };
    }
    #bucket(change) {
        const tags = change.after?.['tags'];
        const name = change.after?.['bucket'];
        const bucket = typeof name === 'string' ? name : null;
        this.#buckets.push({ address: change.address, bucket, tags: (0,parse/* isObject */.Gv)(tags) ? tags : {} });
        // The attribute is computed too: unless the configuration sets it, it echoes the bucket's present policy.
        if (this.#index.isSet(change.parsed, 'policy'))
            this.#policy(change);
    }
    #policy(change) {
        const text = change.after?.['policy'];
        const bucket = this.#bucketOf(change);
        const name = typeof bucket === 'string' ? bucket : null;
        if (typeof text === 'string') {
            const policy = text === ''
                ? null
                : policyOf(text, this.#origin(change), bucket, { sensitive: isSensitive(change), unchanged: isNoOp(change) });
            if (policy !== null)
                this.#policies.push(policy);
            else if (text !== '') {
                const why = 'its text in the plan is not a policy in JSON';
                this.#unreadable.push({ address: change.address, bucket: name, why });
            }
        }
        else if (change.afterUnknown['policy'] === true)
            this.#deferred(change, bucket, name);
    }
    /** Known only after apply: the statements of a deferred policy document, else nothing that a plan holds. */
    #deferred(change, bucket, name) {
        const target = this.#index
            .references(change.parsed, 'policy')
            .map(parseReference)
            .find((reference) => reference?.type === 'aws_iam_policy_document');
        const document = target ? this.#index.planned(change.parsed, 'data', target.type, target.name) : null;
        const statements = document === null ? null : deferredStatements(this.#index, document);
        if (statements === null) {
            this.#unknown.push({ address: change.address, bucket: name, why: 'it is known only after apply' });
            return;
        }
        const raw = { Version: document?.after?.['version'] ?? '2012-10-17', Statement: statements };
        this.#policies.push({
            origin: this.#origin(change),
            document: (0,parse/* parsePolicy */.ON)(raw, PLAN_READER),
            raw,
            bucket,
            hasTokens: true,
            sensitive: isSensitive(change),
            unchanged: false,
        });
    }
    #origin(change) {
        return { source: 'terraform-plan', path: this.#plan.path, at: [], base: 0, address: change.address, wrapped: true };
    }
    /** The bucket's name from the plan, else a token for the bucket resource that the expression refers to. */
    #bucketOf(change) {
        const own = change.after?.['bucket'];
        if (typeof own === 'string' && own !== '')
            return own;
        if (change.parsed.type === 'aws_s3_bucket')
            return null;
        const bucket = this.#bucketResource(change);
        const name = bucket?.after?.['bucket'];
        if (typeof name === 'string' && name !== '')
            return name;
        return null;
    }
    #bucketResource(change) {
        for (const reference of this.#index.references(change.parsed, 'bucket')) {
            const target = parseReference(reference);
            if (target?.type !== 'aws_s3_bucket')
                continue;
            const found = this.#index.planned(change.parsed, target.mode, target.type, target.name);
            if (found !== null)
                return found;
        }
        return null;
    }
    /** Controls that the plan deletes while the bucket stays: ACLs are enabled again. */
    #deletedControls(present) {
        const deleted = this.#plan.changes.filter((change) => isControls(change) && change.after === null && !change.deposed);
        return deleted
            .map((change) => this.#controls(change, null))
            .filter(({ bucket }) => {
            const stays = (other) => other.parsed.type === 'aws_s3_bucket' && other.after?.['bucket'] === bucket;
            return (bucket !== null &&
                present.some(stays) &&
                !present.some((other) => isControls(other) && this.#bucketOf(other) === bucket));
        });
    }
    /** An existing bucket with grants to others and no controls in the plan: its ACLs are enabled. */
    #grantsOf(change) {
        if (change.parsed.type !== 'aws_s3_bucket' || change.actions.includes('create'))
            return null;
        const bucket = change.after?.['bucket'];
        const acl = this.#aclOf(typeof bucket === 'string' ? bucket : null, change);
        const hasControls = this.#plan.changes.some((other) => isControls(other) && this.#bucketOf(other) === bucket);
        if (acl.kind !== 'grants' || hasControls || typeof bucket !== 'string')
            return null;
        return {
            origin: this.#origin(change),
            bucket,
            setting: { kind: 'unknown' },
            acl,
            policies: { known: true, list: [] },
        };
    }
    #controls(change, after) {
        const rule = after !== null && Array.isArray(after['rule']) ? after['rule'][0] : null;
        const value = (0,parse/* isObject */.Gv)(rule) ? (0,parse/* member */.Dc)(rule, 'object_ownership') : undefined;
        const former = change.before?.['bucket'];
        const bucket = this.#bucketOf(change) ?? (typeof former === 'string' ? former : null);
        const resource = this.#bucketResource(change);
        const setting = after === null ? { kind: 'none' } : typeof value === 'string' ? { kind: 'value', value } : { kind: 'unknown' };
        const list = this.#policies.filter((policy) => bucket !== null && policy.bucket === bucket);
        return {
            origin: this.#origin(change),
            bucket: typeof bucket === 'string' ? bucket : null,
            setting,
            acl: this.#aclOf(bucket, resource),
            policies: { known: this.#unknown.length === 0, list },
        };
    }
    /** A separate ACL resource of the same bucket, or grants to others that the bucket already has. */
    #aclOf(bucket, resource) {
        const acl = this.#plan.changes.find((change) => change.parsed.type === 'aws_s3_bucket_acl' &&
            change.after !== null &&
            bucket !== null &&
            this.#bucketOf(change) === bucket);
        const canned = acl?.after?.['acl'];
        if (typeof canned === 'string')
            return { kind: 'canned', name: canned };
        const grants = resource?.actions.includes('create') ? [] : resource?.after?.['grant'];
        const grantees = Array.isArray(grants) ? grants.map(granteeOf).filter((grantee) => grantee !== null) : [];
        return grantees.length > 0 ? { kind: 'grants', grantees } : { kind: 'none' };
    }
}
function isControls(change) {
    return change.parsed.type === 'aws_s3_bucket_ownership_controls';
}
/** Groups are always others; an id may be the owner's, so that alone proves nothing. */
function granteeOf(grant) {
    const uri = (0,parse/* isObject */.Gv)(grant) ? (0,parse/* member */.Dc)(grant, 'uri') : undefined;
    return typeof uri === 'string' && uri !== '' ? uri : null;
}
/** With the mask set, no text of the policy may be shown; the statements are judged all the same. */
function isSensitive(change) {
    return change.afterSensitive === true || change.afterSensitive['policy'] === true;
}
function isNoOp({ actions }) {
    return actions.every((action) => action === 'no-op');
}
/** The policy of an attribute's text; null when it is no JSON object with statements. */
function policyOf(text, origin, bucket, marks) {
    const raw = parseObject(text);
    if (raw === null || (0,parse/* statementsOf */.GX)(raw).length === 0)
        return null;
    const document = (0,parse/* parsePolicy */.ON)(raw, PLAN_READER);
    return { origin, document, raw, bucket, hasTokens: false, ...marks };
}
function parseObject(text) {
    try {
        const value = JSON.parse(text);
        return (0,parse/* isObject */.Gv)(value) ? value : null;
    }
    catch {
        return null;
    }
}
/** A state holds the policies as they are; the bucket's own attribute only echoes a separate resource. */
function fromState(plan) {
    const policies = [];
    const unreadable = [];
    const buckets = [];
    const bucketOf = ({ values }) => (typeof values['bucket'] === 'string' ? values['bucket'] : null);
    const own = plan.state.filter(({ parsed }) => parsed.mode === 'managed');
    const separate = new Set(own.filter(({ parsed }) => parsed.type === 'aws_s3_bucket_policy').map(bucketOf));
    for (const resource of own) {
        const { type } = resource.parsed;
        const bucket = bucketOf(resource);
        if (type === 'aws_s3_bucket') {
            const { tags } = resource.values;
            buckets.push({ address: resource.address, bucket, tags: (0,parse/* isObject */.Gv)(tags) ? tags : {} });
        }
        if (type !== 'aws_s3_bucket_policy' && (type !== 'aws_s3_bucket' || separate.has(bucket)))
            continue;
        const text = resource.values['policy'];
        if (typeof text !== 'string' || text === '')
            continue;
        const origin = {
            source: 'terraform-state',
            path: plan.path,
            at: [],
            base: 0,
            address: resource.address,
            wrapped: true,
        };
        const policy = policyOf(text, origin, bucket, { sensitive: false, unchanged: true });
        if (policy !== null)
            policies.push(policy);
        else
            unreadable.push({ address: resource.address, bucket, why: 'its text is not a policy in JSON' });
    }
    return { policies, settings: [], unknown: [], unreadable, buckets };
}

;// CONCATENATED MODULE: ./lib/documents/plan-file.js




const SHOW = 'run "terraform show -json <plan file>" and give its output';
/** Reads a file that looks like a plan or must be one; null when it holds something else. */
function readPlanFile(source) {
    const other = otherOutput(source);
    if (other !== null)
        return { kind: 'unreadable', text: '', reason: other, offset: 0 };
    const result = readPlans(source.path, utf8Chunks(source));
    if (result.kind === 'none')
        return null;
    if (result.kind === 'unreadable') {
        return { kind: 'unreadable', text: '', reason: `as a plan it is broken: ${result.reason}`, offset: 0 };
    }
    return planDocument(result.plans);
}
function planDocument(plans) {
    const policies = [];
    const settings = [];
    const facts = { plans, unknown: [], unreadable: [], buckets: [], roles: [] };
    for (const plan of plans) {
        const planned = plannedPolicies(plan);
        policies.push(...planned.policies);
        settings.push(...planned.settings);
        facts.unknown.push(...planned.unknown);
        facts.unreadable.push(...planned.unreadable);
        facts.buckets.push(...planned.buckets);
        facts.roles.push(...discoverRoles(plan));
    }
    return { kind: 'read', text: '', policies, settings, plan: facts };
}
/** Outputs of Terraform that are no plan in JSON, with the command that makes one. */
function otherOutput(source) {
    const head = headOf(source);
    if (head.startsWith('PK\u0003\u0004'))
        return `it is the binary plan; ${SHOW}`;
    if (head.includes('"@level"') && head.includes('"@message"'))
        return `it is the event stream of "plan -json"; ${SHOW}`;
    if (head.includes('Terraform will perform the following actions'))
        return `it is the plan as text; ${SHOW}`;
    return null;
}
function headOf(source) {
    for (const chunk of chunksOf(source))
        return new TextDecoder('latin1').decode(chunk.subarray(0, 8192)).replaceAll('\0', '');
    return '';
}
function chunksOf(source) {
    return source.chunks?.() ?? [source.bytes()];
}
/** The content as UTF-8 without mark, piece by piece; PowerShell's `>` writes UTF-16. */
function* utf8Chunks(source) {
    let decoder = null;
    let first = true;
    const encoder = new TextEncoder();
    for (const chunk of chunksOf(source)) {
        if (first) {
            first = false;
            const encoding = (0,decode/* detectEncoding */.X0)(chunk);
            if (encoding.name !== 'utf-8')
                decoder = new TextDecoder(encoding.name);
            else if (encoding.mark) {
                yield chunk.subarray(3);
                continue;
            }
        }
        yield decoder === null ? chunk : encoder.encode(decoder.decode(chunk, { stream: true }));
    }
}


/***/ })

};
