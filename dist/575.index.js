export const id = 575;
export const ids = [575];
export const modules = {

/***/ 8575:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  readPlanFile: () => (/* binding */ readPlanFile)
});

// EXTERNAL MODULE: ./lib/tree/value.js
var tree_value = __webpack_require__(7221);
// EXTERNAL MODULE: ./lib/terraform/plan/address.js
var plan_address = __webpack_require__(8494);
;// CONCATENATED MODULE: ./lib/terraform/plan/bytes.js
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
/** The start of `null`. */
const LOWER_N = 0x6e;
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
        if (this.next() !== OPEN_BRACKET) {
            if (this.next() !== LOWER_N)
                this.fail('a list is expected');
            this.skip();
            return;
        }
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

;// CONCATENATED MODULE: ./lib/terraform/plan/read.js



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
    return (0,tree_value/* isObject */.Gv)(value) ? value : null;
}
/** Own member by name; plans are untrusted, so inherited names never count. */
function field(object, name) {
    return object === null ? undefined : (0,tree_value/* member */.Dc)(object, name);
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
    #malformed = [];
    #isPlan = false;
    #hasChanges = false;
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
            malformed: this.#malformed,
            refreshOnly: this.#isPlan && !this.#hasChanges,
            partial: this.#partial,
        };
    }
    #member(name, reader) {
        switch (name) {
            case 'format_version':
                this.#format = String(reader.value());
                break;
            case 'errored':
                this.#markPartial(reader.value() === true);
                break;
            case 'complete':
                this.#markPartial(reader.value() === false);
                break;
            case 'variables':
                this.#variables = asObject(reader.value()) ?? {};
                break;
            case 'resource_changes':
                this.#isPlan = true;
                this.#hasChanges = true;
                reader.array(() => this.#change());
                break;
            case 'deferred_changes':
                this.#isPlan = true;
                reader.array(() => this.#deferred());
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
    #markPartial(partial) {
        if (partial)
            this.#partial = true;
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
        const parsed = typeof address === 'string' ? (0,plan_address/* parseAddress */.o)(address) : null;
        if (change === null || typeof address !== 'string' || !isAws(raw))
            return;
        if (parsed === null) {
            if (field(raw, 'type') === 'aws_s3_bucket_policy')
                this.#malformed.push(address);
            return;
        }
        const actions = field(change, 'actions');
        const previous = field(raw, 'previous_address');
        const sensitive = field(change, 'after_sensitive');
        this.#changes.push({
            address,
            previousAddress: typeof previous === 'string' ? previous : null,
            parsed: { ...parsed, key: keyOf(raw, parsed) },
            actions: Array.isArray(actions) ? actions.map(String) : [],
            deposed: typeof field(raw, 'deposed') === 'string',
            after: kept(asObject(field(change, 'after'))),
            afterUnknown: asObject(field(change, 'after_unknown')) ?? {},
            afterSensitive: sensitive === true ? true : (asObject(sensitive) ?? {}),
            before: kept(asObject(field(change, 'before'))),
        });
    }
    /** `{reason, resource_change}`: a change that waits for another one. */
    #deferred() {
        const reader = this.#reader;
        if (!reader.isObject())
            return;
        reader.object((name) => (name === 'resource_change' ? this.#change() : reader.skip()));
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
        const parsed = typeof address === 'string' ? (0,plan_address/* parseAddress */.o)(address) : null;
        if (parsed === null || values === null || typeof address !== 'string' || !isAws(raw))
            return;
        // A deposed object is on its way out.
        if (typeof field(raw, 'deposed_key') === 'string')
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
/** `index` is the key unescaped, so it is preferred to the one in the address. */
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
var decode = __webpack_require__(5685);
// EXTERNAL MODULE: ./lib/clumio/integrations.js
var integrations = __webpack_require__(8458);
// EXTERNAL MODULE: ./lib/clumio/roles.js
var roles = __webpack_require__(5772);
// EXTERNAL MODULE: ./lib/terraform/plan/index.js
var terraform_plan = __webpack_require__(6694);
;// CONCATENATED MODULE: ./lib/documents/clumio-roles.js



/** The vendor's roles in a plan, by the format of their name and their path (docs/semantics.md, D4). */
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
                integration: { ...role.integration, created, boundary: boundaryOf(change, plan) },
            });
    }
    // S3 refuses a policy that names a role which the plan deletes.
    const gone = new Set(plan.changes.filter(({ after }) => after === null).map(({ address }) => address));
    for (const resource of plan.state) {
        const { address } = resource;
        if (resource.parsed.type !== 'aws_iam_role' || roles.has(address) || gone.has(address))
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
            boundary: stated(values.permissions_boundary),
            boundaryStated: true,
            sessions: integrations/* VENDOR_SESSIONS */.ZS,
            roleId: typeof values.unique_id === 'string' ? values.unique_id : null,
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
/** The ARN of a policy that the plan creates is not known yet, and never null. */
function boundaryOf(change, plan) {
    if (change.afterUnknown.permissions_boundary !== true)
        return stated(change.after?.permissions_boundary);
    const [policy, ...others] = new terraform_plan/* PlanIndex */.mr(plan).namedBy(change.parsed, 'permissions_boundary') ?? [];
    return policy?.type === 'aws_iam_policy' && others.length === 0 ? 'present' : 'unknown';
}
/** The account by `aws_caller_identity`, else by an ARN of a role in the state. */
function accountOf(plan) {
    for (const { parsed, values } of plan.state) {
        const id = parsed.type === 'aws_caller_identity' ? values.account_id : undefined;
        if (typeof id === 'string')
            return id;
    }
    for (const { parsed, values } of plan.state) {
        const arn = parsed.type === 'aws_iam_role' ? values.arn : undefined;
        const id = typeof arn === 'string' ? arn.split(':')[4] : undefined;
        if (id !== undefined)
            return id;
    }
    return null;
}

// EXTERNAL MODULE: ./lib/documents/plan.js
var documents_plan = __webpack_require__(6299);
;// CONCATENATED MODULE: ./lib/documents/plan-file.js




const SHOW = 'run "terraform show -json <plan file>" and give its output';
/** Reads a file that looks like a plan or must be one; null when it holds something else. */
function readPlanFile(source) {
    const other = otherOutput(source);
    if (other !== null) {
        // A file that was named as a plan must hold one; text that cannot be parsed is a finding even then.
        if (source.mustBe === 'plan' && !other.isText)
            return { kind: 'no-plan', reason: other.reason };
        return { kind: 'unreadable', text: '', reason: other.reason, offset: 0, holds: 'plan' };
    }
    const result = readPlans(source.path, utf8Chunks(source));
    if (result.kind === 'none')
        return null;
    if (result.kind === 'unreadable') {
        return { kind: 'unreadable', text: '', reason: `it is not valid JSON: ${result.reason}`, offset: 0, holds: 'plan' };
    }
    return planDocument(result.plans);
}
function planDocument(plans) {
    const policies = [];
    const settings = [];
    const facts = { plans, unknown: [], unreadable: [], buckets: [], roles: [] };
    for (const plan of plans) {
        const planned = (0,documents_plan/* plannedPolicies */.v)(plan);
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
        return { reason: `it is the binary plan; ${SHOW}`, isText: false };
    if (head.includes('"@level"') && head.includes('"@message"')) {
        return { reason: `it is the event stream of "plan -json"; ${SHOW}`, isText: false };
    }
    if (head.includes('Terraform will perform the following actions')) {
        return { reason: `it is the plan as text; ${SHOW}`, isText: true };
    }
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
